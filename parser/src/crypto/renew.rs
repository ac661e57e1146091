//! Signing and MACing octets anew, whatever they are: what a mutant needs to pass the first checks
//! of a device.

use super::derive::KeyInput;
use super::protect::{self, SecurityHeader};
use super::verify::{Attempt, Context, Verifier, agreement_key};
use crate::encode::MacHeader;
use crate::message::{EntityId, Message, SignatureField};
use crate::protection::{KeyUsage, Missing};

impl Verifier<'_> {
    /// Signs and MACs octets that begin with a grouping header, as `like` was: a signature goes
    /// where `like` had one and the octets still have its 64, a MAC where `like` had one.
    ///
    /// The keys are those of the parties of `like`. What a MAC's key is derived from is read from the
    /// octets, and from `like` where they cannot be read: the result is what these parties would
    /// send if they meant these octets.
    ///
    /// # Errors
    /// The keys that are missing.
    pub fn renew(
        &self,
        general_signing: &[u8],
        like: &Message<'_>,
        context: &Context<'_>,
    ) -> Result<Vec<u8>, Vec<Missing>> {
        let mut inner = general_signing.to_vec();
        let subject = Subject::of(general_signing, like).ok_or_else(|| vec![Missing::Fields])?;
        if let Some(at) = subject.signature {
            let usage = KeyUsage::DigitalSignature;
            let party = subject.originator;
            let Some(key) = self.keys.private_key(party, usage) else {
                return Err(vec![Missing::Certificate { party, usage }]);
            };
            let covered = inner.get(1..at.content_end).unwrap_or_default();
            let signature = key.sign(covered);
            if let Some(place) = inner.get_mut(at.start..at.start + signature.len()) {
                place.copy_from_slice(&signature);
            }
        }
        if like.envelope.mac_header.is_none() {
            return Ok(inner);
        }
        let mac = self.new_mac(&inner, &subject, like, context)?;
        Ok(MacHeader::default().wrap(&inner, |_| mac))
    }

    fn new_mac(
        &self,
        inner: &[u8],
        subject: &Subject,
        like: &Message<'_>,
        context: &Context<'_>,
    ) -> Result<[u8; 12], Vec<Missing>> {
        let mut missing = Vec::new();
        let senders = match Self::is_brokered(like.envelope.cra(), like.envelope.message_code()) {
            true => self.keys.brokers().0,
            false => std::slice::from_ref(&subject.originator),
        };
        for sender in senders {
            let (from, to) = (agreement_key(*sender), agreement_key(subject.recipient));
            let header = SecurityHeader::MAC;
            let make = |secret: &_| protect::mac(secret, &subject.input, header, inner).ok();
            match self.try_pairs(from, to, context, None, make) {
                Attempt::Found(_, mac) => return Ok(mac),
                Attempt::Failed(_) => {}
                Attempt::Missing(more) => missing.extend(more),
            }
        }
        if senders.is_empty() {
            missing.push(Missing::Broker);
        }
        Err(missing)
    }
}

/// Where a signature stands, and what it covers.
#[derive(Clone, Copy)]
struct SignatureAt {
    start: usize,
    content_end: usize,
}

/// What signing and MACing depend on.
struct Subject {
    originator: EntityId,
    recipient: EntityId,
    input: KeyInput,
    signature: Option<SignatureAt>,
}

impl Subject {
    fn of(general_signing: &[u8], like: &Message<'_>) -> Option<Self> {
        let message = Message::decode(general_signing);
        let (own, other) = (&message.envelope, &like.envelope);
        let (originator, recipient) = (other.originator()?, other.recipient()?);
        let input = KeyInput {
            originator: own.originator().unwrap_or(originator),
            flag: own.cra_flag.or(other.cra_flag)?.value,
            counter: own.counter().or(other.counter())?,
            recipient: own.recipient().unwrap_or(recipient),
        };
        let was_signed = matches!(other.signature, Some(SignatureField::Present(_)));
        let signature = match own.signature {
            Some(SignatureField::Present(node)) if was_signed => Some(SignatureAt {
                start: message.tree.get(node)?.content_span().start as usize,
                content_end: own.content_end? as usize,
            }),
            _ => None,
        };
        Some(Self { originator, recipient, input, signature })
    }
}

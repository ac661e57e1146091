//! Checking MACs and signatures.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use foldhash::fast::RandomState;

use super::certificate::Certificate;
use super::derive::{KeyInput, Nonce, SharedSecret, mac_prefix};
use super::store::{KeyNumber, KeyStore};
use crate::limits::MAX_KEY_PAIRS;
use crate::message::{CraFlag, EntityId, Message, SignatureField, elements as e};
use crate::protection::{
    Agreement, KeyRef, KeyUsage, MacOutcome, Missing, Outcome, Protection, SignatureOutcome,
};
use crate::record::Time;
use crate::span::Span;

/// Message codes that travel between two devices of the HAN and meet no broker: their commands are
/// MACed with the two devices' keys.
const HAN_ONLY: [u16; 6] = [0x0090, 0x009B, 0x0116, 0x0117, 0x0118, 0x0119];

/// What is known of a message besides its octets.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The record's time: certificates valid then are tried first, and one outside its validity is
    /// told of.
    pub time: Option<Time>,
    /// For a response: the key agreement certificate in the other information of its command, where
    /// the command named an unknown remote party.
    pub command_certificate: Option<&'a Certificate>,
}

/// Agreed secrets by the two keys' numbers, the lower first; `None` where no private key is there.
type Secrets = HashMap<(KeyNumber, KeyNumber), Option<SharedSecret>, RandomState>;

/// Keys that are borrowed, or the verifier's own.
#[derive(Debug)]
pub enum Keys<'k> {
    /// Another's.
    Borrowed(&'k KeyStore),
    /// Its own: certificates can be added.
    Owned(Box<KeyStore>),
}

impl<'k> From<&'k KeyStore> for Keys<'k> {
    fn from(keys: &'k KeyStore) -> Self {
        Self::Borrowed(keys)
    }
}

impl From<KeyStore> for Keys<'_> {
    fn from(keys: KeyStore) -> Self {
        Self::Owned(Box::new(keys))
    }
}

impl std::ops::Deref for Keys<'_> {
    type Target = KeyStore;

    fn deref(&self) -> &KeyStore {
        match self {
            Self::Borrowed(keys) => keys,
            Self::Owned(keys) => keys,
        }
    }
}

/// Checks messages with the keys of a store. It can be shared among threads: agreed secrets are
/// kept, and what comes out does not depend on which message came first.
pub struct Verifier<'k> {
    pub(super) keys: Keys<'k>,
    secrets: Vec<RwLock<Secrets>>,
}

impl std::fmt::Debug for Verifier<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Verifier").field("keys", &self.keys).finish_non_exhaustive()
    }
}

/// What came of trying keys.
pub(super) enum Attempt<T> {
    /// These keys do.
    Found(Agreement, T),
    /// None of these does.
    Failed(Vec<Agreement>),
    /// Keys are missing.
    Missing(Vec<Missing>),
}

/// Shards of the kept secrets: more than the threads that are likely to write at one moment.
const SHARDS: usize = 16;

impl<'k> Verifier<'k> {
    /// A verifier with the keys of a store.
    #[must_use]
    pub fn new(keys: impl Into<Keys<'k>>) -> Self {
        let keys = keys.into();
        Self { keys, secrets: std::iter::repeat_with(RwLock::default).take(SHARDS).collect() }
    }

    /// Its own keys, to add certificates to; `None` where they are borrowed.
    pub fn keys_mut(&mut self) -> Option<&mut KeyStore> {
        // Agreed secrets stay true but for those that lacked a private key, which a further
        // certificate may give an owner.
        match &mut self.keys {
            Keys::Borrowed(_) => None,
            Keys::Owned(keys) => {
                self.secrets.iter_mut().for_each(|shard| {
                    let shard = shard.get_mut().unwrap_or_else(PoisonError::into_inner);
                    shard.retain(|_, secret| secret.is_some());
                });
                Some(keys)
            }
        }
    }

    /// Its keys.
    #[must_use]
    pub fn keys(&self) -> &KeyStore {
        &self.keys
    }

    /// Checks MAC and signature, and opens the encrypted items: their plaintexts become part of
    /// the message's tree.
    #[must_use]
    pub fn check(&self, message: &mut Message<'_>, context: &Context<'_>) -> Protection {
        Protection {
            mac: self.check_mac(message, context),
            signature: self.check_signature(message, context),
            items: self.open_items(message, context),
        }
    }

    /// Checks the MAC.
    #[must_use]
    pub fn check_mac(&self, message: &Message<'_>, context: &Context<'_>) -> MacOutcome {
        let envelope = &message.envelope;
        if envelope.mac_header.is_none() {
            return Outcome::Absent;
        }
        let Some(subject) = Maced::of(message) else {
            return Outcome::not_checked(Missing::Fields);
        };
        let check = |secret: &SharedSecret| {
            let key = secret.derive(&subject.input);
            key.check_mac(subject.nonce, &subject.covered, subject.mac).ok()
        };
        let KeyInput { originator, recipient, .. } = subject.input;
        if !Self::is_brokered(envelope.cra(), envelope.message_code()) {
            let attempt = self.try_pairs(
                agreement_key(originator),
                agreement_key(recipient),
                context,
                None,
                check,
            );
            return match attempt {
                Attempt::Found(agreement, ()) => Outcome::Valid(agreement),
                Attempt::Failed(tried) => Outcome::Invalid { tried, covered: subject.span },
                Attempt::Missing(missing) => Outcome::NotChecked { missing },
            };
        }
        let (brokers, named) = self.keys.brokers();
        let (mut tried, mut missing) = (Vec::new(), Vec::new());
        for broker in brokers {
            let attempt = self.try_pairs(
                agreement_key(*broker),
                agreement_key(recipient),
                context,
                None,
                check,
            );
            match attempt {
                Attempt::Found(agreement, ()) => return Outcome::Valid(agreement),
                Attempt::Failed(more) => tried.extend(more),
                Attempt::Missing(more) => missing.extend(more),
            }
        }
        if brokers.is_empty() {
            missing.push(Missing::Broker);
        }
        // The MAC may be that of a named broker without keys; one known by its role alone is left
        // out where another could be tried.
        if tried.is_empty() || (named && !missing.is_empty()) {
            missing.dedup();
            return Outcome::NotChecked { missing };
        }
        Outcome::Invalid { tried, covered: subject.span }
    }

    /// True for the messages whose MAC the access control broker makes: commands, but for those
    /// between two devices.
    pub(super) fn is_brokered(flag: Option<CraFlag>, message_code: Option<u16>) -> bool {
        flag == Some(CraFlag::Command) && !message_code.is_some_and(|code| HAN_ONLY.contains(&code))
    }

    /// Checks the signature.
    #[must_use]
    pub fn check_signature(
        &self,
        message: &Message<'_>,
        context: &Context<'_>,
    ) -> SignatureOutcome {
        let envelope = &message.envelope;
        let signature = match envelope.signature {
            Some(SignatureField::Present(node)) => node,
            Some(SignatureField::Wrong(_)) => return Outcome::not_checked(Missing::Fields),
            Some(SignatureField::Absent | SignatureField::Empty(_)) | None => {
                return Outcome::Absent;
            }
        };
        let (Some(party), Some(start), Some(end)) =
            (envelope.originator(), envelope.signing_start, envelope.content_end)
        else {
            return Outcome::not_checked(Missing::Fields);
        };
        // The tag DF is left out, the content's length is in.
        let span = Span::wire(start.saturating_add(1).min(end), end);
        let covered = span.of(message.octets());
        let signature = message.tree.content(signature, message.octets());
        let usage = KeyUsage::DigitalSignature;
        let mut tried: Vec<KeyRef> = Vec::new();
        let numbers = self.keys.numbers(party, usage, context.time);
        for number in numbers.iter().take(MAX_KEY_PAIRS) {
            let Some(key) = self.keys.key(*number) else { continue };
            let named = key.named_at(context.time);
            if key.public.verifies(covered, signature) {
                return Outcome::Valid(named);
            }
            tried.push(named);
        }
        match (tried.is_empty(), numbers.len() > MAX_KEY_PAIRS) {
            (true, _) => Outcome::not_checked(Missing::Certificate { party, usage }),
            (false, true) => Outcome::not_checked(Missing::Untried { party, usage }),
            (false, false) => Outcome::Invalid { tried, covered: span },
        }
    }

    /// Tries the keys of two parties, in pairs, until `check` gives something. `extra` is a further
    /// certificate of the second party.
    pub(super) fn try_pairs<T>(
        &self,
        from: (EntityId, KeyUsage),
        to: (EntityId, KeyUsage),
        context: &Context<'_>,
        extra: Option<&Certificate>,
        check: impl Fn(&SharedSecret) -> Option<T>,
    ) -> Attempt<T> {
        let time = context.time;
        let ours = self.keys.numbers(from.0, from.1, time);
        let theirs = self.keys.numbers(to.0, to.1, time);
        let (mut tried, mut without_private, mut untried) = (Vec::new(), false, false);
        // Pairs within their validity first.
        for outside in [false, true] {
            for a in ours.iter() {
                for b in theirs.iter() {
                    let (Some(one), Some(other)) = (self.keys.key(*a), self.keys.key(*b)) else {
                        continue;
                    };
                    let agreement =
                        Agreement { from: one.named_at(time), to: other.named_at(time) };
                    if agreement.outside_validity() != outside {
                        continue;
                    }
                    if tried.len() >= MAX_KEY_PAIRS {
                        untried = true;
                        continue;
                    }
                    match self.with_secret(*a, *b, &check) {
                        None => without_private |= !outside,
                        Some(Some(found)) => return Attempt::Found(agreement, found),
                        Some(None) => tried.push(agreement),
                    }
                }
            }
        }
        let extra = extra.filter(|certificate| {
            let known = |n: &KeyNumber| {
                self.keys.key(*n).is_some_and(|key| key.public == certificate.public_key)
            };
            !theirs.iter().any(known)
        });
        if let Some(certificate) = extra {
            let to = KeyRef {
                party: to.0,
                usage: to.1,
                serial: Some(certificate.serial),
                outside_validity: time.is_some_and(|time| !certificate.is_valid_at(time)),
            };
            untried |= ours.len() > MAX_KEY_PAIRS;
            for one in ours.iter().filter_map(|a| self.keys.key(*a)).take(MAX_KEY_PAIRS) {
                let Some(private) = self.keys.private(one) else {
                    without_private = true;
                    continue;
                };
                let agreement = Agreement { from: one.named_at(time), to };
                let found = private.agree(&certificate.public_key).ok();
                match found.as_ref().and_then(&check) {
                    Some(found) => return Attempt::Found(agreement, found),
                    None => tried.push(agreement),
                }
            }
        }
        if untried {
            let (party, usage) = if ours.len() > theirs.len() { from } else { to };
            return Attempt::Missing(vec![Missing::Untried { party, usage }]);
        }
        if !tried.is_empty() && !without_private {
            return Attempt::Failed(tried);
        }
        let mut missing = Vec::new();
        for ((party, usage), none) in
            [(from, ours.is_empty()), (to, theirs.is_empty() && extra.is_none())]
        {
            if none {
                missing.push(Missing::Certificate { party, usage });
            }
        }
        if missing.is_empty() {
            missing.push(Missing::PrivateKey { party: from.0, other: to.0, usage: from.1 });
        }
        Attempt::Missing(missing)
    }

    /// Runs `check` on the secret of two keys; `None` where neither has its private key.
    fn with_secret<T>(
        &self,
        a: KeyNumber,
        b: KeyNumber,
        check: impl Fn(&SharedSecret) -> Option<T>,
    ) -> Option<Option<T>> {
        let pair = (a.min(b), a.max(b));
        let shard = self.secrets.get((a ^ b) as usize % SHARDS)?;
        if let Some(kept) = shard.read().unwrap_or_else(PoisonError::into_inner).get(&pair) {
            return kept.as_ref().map(check);
        }
        let (one, other) = (self.keys.key(a)?, self.keys.key(b)?);
        let secret = match (self.keys.private(one), self.keys.private(other)) {
            (Some(private), _) => private.agree(&other.public).ok(),
            (None, Some(private)) => private.agree(&one.public).ok(),
            (None, None) => None,
        };
        let found = secret.as_ref().map(check);
        shard.write().unwrap_or_else(PoisonError::into_inner).insert(pair, secret);
        found
    }
}

/// A party's keys of the usual use.
pub(super) fn agreement_key(party: EntityId) -> (EntityId, KeyUsage) {
    (party, KeyUsage::KeyAgreement)
}

/// A MAC with what it covers and what its key depends on.
struct Maced<'m> {
    input: KeyInput,
    nonce: Nonce,
    covered: Vec<u8>,
    span: Span,
    mac: &'m [u8],
}

impl<'m> Maced<'m> {
    fn of(message: &'m Message<'_>) -> Option<Self> {
        let octets = message.octets();
        let envelope = &message.envelope;
        let header = envelope.mac_header?;
        envelope.cra()?;
        let input = KeyInput {
            originator: envelope.originator()?,
            flag: envelope.cra_flag?.value,
            counter: envelope.counter()?,
            recipient: envelope.recipient()?,
        };
        let invocation_counter = header.invocation_counter?.value;
        let nonce = Nonce { originator: input.originator, invocation_counter };
        let span = Span::wire(envelope.signing_start?, envelope.signature_end?);
        let covered_octets = span.of(octets);
        let fields = five_fields(message)?.of(octets);
        let mut covered = mac_prefix(header.security_control?.value, fields, covered_octets.len());
        covered.extend_from_slice(covered_octets);
        Some(Self { input, nonce, covered, span, mac: message.tree.content(envelope.mac?, octets) })
    }
}

/// The first five fields of the MAC header, with their lengths: what stands between its tag and its
/// key information.
fn five_fields(message: &Message<'_>) -> Option<Span> {
    let tree = &message.tree;
    let header = message.envelope.mac_header?.node;
    let start = tree.get(tree.child(header, e::GENERAL_CIPHERING)?)?.span().end;
    let end = tree.get(tree.child(header, e::KEY_INFORMATION)?)?.span().start;
    Some(Span::wire(start, end))
}

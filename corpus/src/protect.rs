//! Drafts of messages, and their protection: signature, MAC, encrypted items.

use std::sync::Arc;

use gbcs_parser::EntityId;
use gbcs_parser::crypto::protect::{self, SecurityHeader};
use gbcs_parser::crypto::{KeyInput, PrivateKey, SharedSecret, TAG_OCTETS};
use gbcs_parser::encode::{MacHeader, Message, Signature};

use crate::party::Party;

/// A message before its protection. All of it can be changed before [`Draft::octets`] is asked
/// for, and the protection is then made for what it has become.
#[derive(Clone)]
pub struct Draft {
    /// The message.
    pub message: Message,
    /// Who signs it, if it is signed.
    pub signer: Option<Arc<PrivateKey>>,
    /// The MAC header, if it has one, and the secret that the MAC is made with. Without a secret
    /// the MAC is zero.
    pub mac: Option<(MacHeader, Option<SharedSecret>)>,
    /// Octets after the end.
    pub trailing: Vec<u8>,
    /// True where an octet of the signature is turned over.
    pub spoil_signature: bool,
    /// True where an octet of the MAC is turned over.
    pub spoil_mac: bool,
}

impl Draft {
    /// A message without protection.
    #[must_use]
    pub fn new(message: Message) -> Self {
        Self {
            message,
            signer: None,
            mac: None,
            trailing: Vec::new(),
            spoil_signature: false,
            spoil_mac: false,
        }
    }

    /// The same, signed.
    #[must_use]
    pub fn signed(mut self, party: &Party) -> Self {
        self.signer = Some(Arc::clone(&party.signing));
        self
    }

    /// The same with a MAC.
    #[must_use]
    pub fn maced(mut self, secret: Option<&SharedSecret>) -> Self {
        self.mac = Some((MacHeader::default(), secret.cloned()));
        self
    }

    /// The octets of the pre-command of this command.
    #[must_use]
    pub fn pre_command(&self) -> Vec<u8> {
        self.message.general_signing(&Signature::Absent)
    }

    /// The octets of the pre-command of this command, signed but without the length of a signature
    /// where nobody signs it.
    #[must_use]
    pub fn signed_pre_command(&self) -> Vec<u8> {
        self.message.general_signing(&self.signature(Signature::Absent))
    }

    /// The protected message.
    #[must_use]
    pub fn octets(&self) -> Vec<u8> {
        let inner = self.message.general_signing(&self.signature(Signature::Empty));
        let mut octets = match &self.mac {
            None => inner,
            Some((header, secret)) => header.wrap(&inner, |covered| {
                let mut mac = self.mac_of(header, secret.as_ref(), covered);
                if let (true, Some(last)) = (self.spoil_mac, mac.last_mut()) {
                    *last ^= 0x01;
                }
                mac
            }),
        };
        octets.extend(&self.trailing);
        octets
    }

    fn signature(&self, without_signer: Signature) -> Signature {
        let Some(key) = &self.signer else { return without_signer };
        let mut octets = key.sign(&self.message.signed_octets()).to_vec();
        if let (true, Some(last)) = (self.spoil_signature, octets.last_mut()) {
            *last ^= 0x01;
        }
        Signature::Present(octets)
    }

    fn mac_of(
        &self,
        header: &MacHeader,
        secret: Option<&SharedSecret>,
        covered: &[u8],
    ) -> [u8; TAG_OCTETS] {
        let message = &self.message;
        let input = KeyInput {
            originator: entity_id(&message.originator),
            flag: message.cra_flag,
            counter: message.counter,
            recipient: entity_id(&message.recipient),
        };
        let header = SecurityHeader {
            control: header.security_control,
            invocation_counter: header.invocation_counter,
        };
        // It fails for 64 GiB only.
        secret
            .and_then(|secret| protect::mac(secret, &input, header, covered).ok())
            .unwrap_or_default()
    }
}

/// The entity identifier of a system title of eight octets.
pub(crate) fn entity_id(title: &[u8]) -> EntityId {
    EntityId(title.try_into().unwrap_or_default())
}

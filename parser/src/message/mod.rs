//! A message: its envelope and its payload.

pub mod elements;
mod envelope;
mod items;
mod length;
mod plain_header;
mod reader;
pub mod reassembly;
mod usual;

use crate::asn1;
use crate::catalogue::{self, MessageCode, Protocol};
use crate::dlms;
use crate::gbz;
use crate::protection::Protection;
use crate::tree::{NodeId, Tree};

pub use items::EncryptedItem;

pub use envelope::{
    Block, CraFlag, EntityId, Envelope, Field, MacHeader, OtherInformation, Shape, SignatureField,
};
#[cfg(feature = "pcap")]
pub(crate) use length::prefix_length;
pub use length::{announced_length, begins_block, begins_message};
pub use plain_header::device_in_plain_header;

/// The payload of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payload {
    /// A DLMS application data unit.
    Dlms(dlms::Apdu),
    /// GBZ components.
    Gbz(gbz::Payload),
    /// A DER value.
    Asn1(asn1::Payload),
    /// None that could be told: no content, an unreadable envelope, or an unknown language.
    None,
}

impl Payload {
    /// The language of the payload.
    #[must_use]
    pub fn protocol(self) -> Option<Protocol> {
        match self {
            Self::Dlms(_) => Some(Protocol::Dlms),
            Self::Gbz(_) => Some(Protocol::Gbz),
            Self::Asn1(_) => Some(Protocol::Asn1),
            Self::None => None,
        }
    }
}

/// A decoded message.
#[derive(Clone, Debug)]
pub struct Message<'a> {
    octets: &'a [u8],
    /// The tree of all its octets.
    pub tree: Tree,
    /// What the envelope says.
    pub envelope: Envelope,
    /// What the payload is.
    pub payload: Payload,
    /// What became of MAC, signature and encrypted items, once somebody with keys looked; `None`
    /// until then.
    pub protection: Option<Box<Protection>>,
}

/// A decoded message without its octets.
#[derive(Clone, Debug)]
pub struct Unbound {
    length: usize,
    tree: Tree,
    envelope: Envelope,
    payload: Payload,
    protection: Option<Box<Protection>>,
}

impl Unbound {
    /// The message again. The octets must be those that it was decoded from: `None` where they are
    /// not so many; with others of that number the tree says what does not hold of them.
    ///
    /// ```
    /// use gbcs_parser::{Message, Tree};
    ///
    /// let octets = vec![0xDF, 0x09, 0x01];
    /// let unbound = Message::decode(&octets).unbind(Tree::default());
    /// let copy = octets.clone();
    /// drop(octets);
    /// assert_eq!(unbound.bind(&copy).unwrap().tree.issues().len(), 2);
    /// ```
    #[must_use]
    pub fn bind(self, octets: &[u8]) -> Option<Message<'_>> {
        let Self { length, tree, envelope, payload, protection } = self;
        (octets.len() == length).then_some(Message { octets, tree, envelope, payload, protection })
    }

    /// The tree, to be used for another message.
    #[must_use]
    pub fn into_tree(self) -> Tree {
        self.tree
    }
}

impl<'a> Message<'a> {
    /// Decodes a message. It always gives a message: what could not be read is opaque in the tree,
    /// and [`Tree::issues`] says why.
    ///
    /// ```
    /// let message = gbcs_parser::Message::decode(&[0xDF, 0x09, 0x01]);
    /// assert!(!message.is_complete());
    /// assert_eq!(message.tree.issues()[0].element.name(), "transaction-id");
    /// ```
    #[must_use]
    pub fn decode(octets: &'a [u8]) -> Self {
        Self::decode_with(octets, Tree::default())
    }

    /// Like [`Message::decode`], using the memory of a tree that is no longer needed.
    #[must_use]
    pub fn decode_with(octets: &'a [u8], mut tree: Tree) -> Self {
        tree.clear();
        tree.reserve(octets.len());
        let (envelope, payload) = reader::decode(&mut tree, octets);
        let message = Self { octets, tree, envelope, payload, protection: None };
        debug_assert!(message.has_lists_of_its_tree());
        message
    }

    /// True where the lists that were kept while the payload was decoded are those of the tree.
    pub(crate) fn has_lists_of_its_tree(&self) -> bool {
        match self.payload {
            Payload::Dlms(apdu) => apdu.kept_its_lists(self),
            Payload::Gbz(payload) => payload.kept_its_lists(self),
            _ => true,
        }
    }

    /// Takes out what was decoded, to be kept beside a copy of the octets. The message is left with
    /// `memory` for its tree, which has no nodes: it is good for nothing but [`Message::into_tree`].
    #[must_use]
    pub fn unbind(&mut self, mut memory: Tree) -> Unbound {
        memory.clear();
        Unbound {
            length: self.octets.len(),
            tree: std::mem::replace(&mut self.tree, memory),
            envelope: std::mem::take(&mut self.envelope),
            payload: std::mem::replace(&mut self.payload, Payload::None),
            protection: self.protection.take(),
        }
    }

    /// The octets of the message.
    #[must_use]
    pub fn octets(&self) -> &'a [u8] {
        self.octets
    }

    /// The tree, to be used for another message.
    #[must_use]
    pub fn into_tree(self) -> Tree {
        self.tree
    }

    /// True where no layer that could be opened had a decoding error.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.tree.issues().is_empty()
    }

    /// The message code's entry in the catalogue.
    #[must_use]
    pub fn code(&self) -> Option<&'static MessageCode> {
        catalogue::message_code(self.envelope.message_code()?)
    }

    /// The use case of the message code.
    #[must_use]
    pub fn use_case(&self) -> Option<&'static str> {
        self.code().map(|code| code.use_case)
    }

    /// The node of the content.
    #[must_use]
    pub fn content(&self) -> Option<NodeId> {
        self.envelope.content
    }

    /// The device that the message is about: the recipient of a command or pre-command, the
    /// originator of a response or alert. In messages between two devices of the HAN, the target.
    #[must_use]
    pub fn device(&self) -> Option<EntityId> {
        match self.envelope.cra()? {
            CraFlag::Command => self.envelope.recipient(),
            CraFlag::Response | CraFlag::Alert => self.envelope.originator(),
        }
    }

    /// The device's own time in the grouping header, as 12 octets of a DLMS date-time.
    #[must_use]
    pub fn date_time(&self) -> Option<&[u8]> {
        Some(self.tree.content(self.envelope.date_time?, self.octets))
    }
}

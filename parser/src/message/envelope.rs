//! What an envelope says: MAC header, grouping header, signature, MAC; and the routing header of a
//! block. `reader` reads it.

use std::fmt;
use std::hash::{Hash, Hasher};

use crate::catalogue::Protocol;
use crate::tree::NodeId;

/// An entity identifier: an EUI-64, first octet first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EntityId(pub [u8; 8]);

impl Hash for EntityId {
    /// All of it in one number: devices are looked up by it for every record.
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(u64::from_be_bytes(self.0));
    }
}

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, octet) in self.0.iter().enumerate() {
            let dash = if n == 0 { "" } else { "-" };
            write!(f, "{dash}{octet:02X}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::str::FromStr for EntityId {
    type Err = NotAnEntityId;

    /// Reads eight octets in hexadecimal, with or without dashes or colons between them.
    fn from_str(text: &str) -> Result<Self, NotAnEntityId> {
        if !matches!(text.len(), 16 | 23) {
            return Err(NotAnEntityId);
        }
        if let Some(usual) = dashed(text.as_bytes()) {
            return Ok(Self(usual));
        }
        let mut octets = [0; 8];
        let mut digits = text.bytes().filter(|octet| !matches!(octet, b'-' | b':'));
        for octet in &mut octets {
            let mut digit = || digits.next().and_then(hexadecimal).ok_or(NotAnEntityId);
            *octet = digit()? << 4 | digit()?;
        }
        if digits.next().is_some() {
            return Err(NotAnEntityId);
        }
        Ok(Self(octets))
    }
}

/// The form that logs have: two digits, and one dash before the next two. It is read at once, since
/// every record has one; what is any other is `None`.
fn dashed(text: &[u8]) -> Option<[u8; 8]> {
    let text: &[u8; 23] = text.try_into().ok()?;
    let mut octets = [0; 8];
    for (octet, digits) in octets.iter_mut().zip(text.chunks(3)) {
        let (&[high, low] | &[high, low, b'-']) = digits else { return None };
        *octet = hexadecimal(high)? << 4 | hexadecimal(low)?;
    }
    Some(octets)
}

/// The value of a hexadecimal digit.
fn hexadecimal(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// The text is no entity identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnEntityId;

impl fmt::Display for NotAnEntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an entity identifier has eight octets, such as 90-B3-D5-1F-30-01-00-00")
    }
}

impl std::error::Error for NotAnEntityId {}

/// Command, response or alert: the first octet of the transaction identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum CraFlag {
    /// 1: to a device.
    Command,
    /// 2: a device's answer.
    Response,
    /// 3: unsolicited from a device.
    Alert,
}

impl CraFlag {
    /// The flag of an octet.
    #[must_use]
    pub fn from_octet(octet: u8) -> Option<Self> {
        match octet {
            1 => Some(Self::Command),
            2 => Some(Self::Response),
            3 => Some(Self::Alert),
            _ => None,
        }
    }

    /// The octet of the flag.
    #[must_use]
    pub fn octet(self) -> u8 {
        match self {
            Self::Command => 1,
            Self::Response => 2,
            Self::Alert => 3,
        }
    }

    /// `command`, `response` or `alert`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Command => "command",
            Self::Response => "response",
            Self::Alert => "alert",
        }
    }
}

/// How a message is wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// MAC header and MAC, no signature.
    Mac,
    /// Signature, no MAC.
    Signed,
    /// MAC header, signature and MAC.
    MacSigned,
    /// A command without MAC and signature, on its way to be signed.
    PreCommand,
    /// One block of a general block transfer.
    GbtBlock,
}

impl Shape {
    /// The word for it in JSON output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Mac => "mac",
            Self::Signed => "signed",
            Self::MacSigned => "mac+signed",
            Self::PreCommand => "pre-command",
            Self::GbtBlock => "gbt-block",
        }
    }
}

/// A value and the node that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<T> {
    /// The value.
    pub value: T,
    /// The node.
    pub node: NodeId,
}

impl<T> Field<T> {
    /// The field, unless its node was dropped because the tree is full.
    #[inline]
    pub(crate) fn kept(self) -> Option<Self> {
        self.node.kept().is_some().then_some(self)
    }
}

/// The MAC header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MacHeader {
    /// The header's node.
    pub node: NodeId,
    /// The first of the six fields that is not empty, if one is.
    pub first_field_not_empty: Option<NodeId>,
    /// Length of all that follows it.
    pub length: Option<Field<u32>>,
    /// Security control octet.
    pub security_control: Option<Field<u8>>,
    /// Invocation counter.
    pub invocation_counter: Option<Field<u32>>,
}

/// Other information.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherInformation {
    /// Its node.
    pub node: NodeId,
    /// Its own length, as the length field says.
    pub length: u32,
    /// Message code.
    pub message_code: Option<Field<u16>>,
    /// Supplementary remote party id.
    pub remote_party: Option<Field<EntityId>>,
    /// Supplementary remote party counter.
    pub remote_party_counter: Option<Field<u64>>,
    /// Supplementary originator counter.
    pub originator_counter: Option<Field<u64>>,
    /// Key agreement certificate of the supplementary remote party.
    pub certificate: Option<NodeId>,
    /// Octets that fit no known form.
    pub rest: Option<NodeId>,
}

/// The signature field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureField {
    /// There is not even a length octet.
    Absent,
    /// A length of zero.
    Empty(NodeId),
    /// 64 octets of signature; the node is that of r and s.
    Present(NodeId),
    /// A signature of another length, or one cut short.
    Wrong(NodeId),
}

/// The block part of a general block transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Block control: 0x80 last, 0x40 streaming, 0x3F window.
    pub control: u8,
    /// Block number.
    pub number: u16,
    /// Acknowledged block number.
    pub acknowledged: u16,
    /// The data.
    pub data: Option<NodeId>,
}

/// What the envelope of a message says. A part that could not be read is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// The MAC header.
    pub mac_header: Option<MacHeader>,
    /// The grouping header's node.
    pub grouping_header: Option<NodeId>,
    /// The transaction identifier's node.
    pub transaction_id: Option<NodeId>,
    /// CRA flag, whatever its value.
    pub cra_flag: Option<Field<u8>>,
    /// Originator counter.
    pub originator_counter: Option<Field<u64>>,
    /// Node of the originator's system title, of any length.
    pub originator_title: Option<NodeId>,
    /// Node of the recipient's system title, of any length.
    pub recipient_title: Option<NodeId>,
    /// Business originator.
    pub business_originator: Option<Field<EntityId>>,
    /// Business target.
    pub business_target: Option<Field<EntityId>>,
    /// Node of the date-time group, length octet included.
    pub date_time_field: Option<NodeId>,
    /// The date-time, where it has octets.
    pub date_time: Option<NodeId>,
    /// Other information.
    pub other_information: Option<OtherInformation>,
    /// The content's node.
    pub content: Option<NodeId>,
    /// The signature field; `None` where reading stopped before it.
    pub signature: Option<SignatureField>,
    /// Offset of the general-signing tag: what the MAC covers begins here.
    pub signing_start: Option<u32>,
    /// Offset behind the content: what the signature covers ends here.
    pub content_end: Option<u32>,
    /// Offset behind the signature field: what the MAC covers ends here.
    pub signature_end: Option<u32>,
    /// The MAC, of 12 octets.
    pub mac: Option<NodeId>,
    /// Octets inside the MAC header's length that belong to nothing.
    pub surplus: Option<NodeId>,
    /// Octets after the end of the message.
    pub trailing: Option<NodeId>,
    /// The block, where the message is one of a general block transfer.
    pub block: Option<Block>,
    /// Language of the use case, where the content's own first octets say another.
    pub language_expected: Option<Protocol>,
}

impl Envelope {
    /// The CRA flag, where it is one.
    #[must_use]
    pub fn cra(&self) -> Option<CraFlag> {
        CraFlag::from_octet(self.cra_flag?.value)
    }

    /// Originator counter.
    #[must_use]
    pub fn counter(&self) -> Option<u64> {
        self.originator_counter.map(|field| field.value)
    }

    /// Business originator.
    #[must_use]
    pub fn originator(&self) -> Option<EntityId> {
        self.business_originator.map(|field| field.value)
    }

    /// Business target.
    #[must_use]
    pub fn recipient(&self) -> Option<EntityId> {
        self.business_target.map(|field| field.value)
    }

    /// Message code.
    #[must_use]
    pub fn message_code(&self) -> Option<u16> {
        self.other_information?.message_code.map(|field| field.value)
    }

    /// Supplementary remote party id.
    #[must_use]
    pub fn supplementary_party(&self) -> Option<EntityId> {
        self.other_information?.remote_party.map(|field| field.value)
    }

    /// Supplementary remote party counter.
    #[must_use]
    pub fn supplementary_counter(&self) -> Option<u64> {
        self.other_information?.remote_party_counter.map(|field| field.value)
    }

    /// Supplementary originator counter.
    #[must_use]
    pub fn supplementary_originator_counter(&self) -> Option<u64> {
        self.other_information?.originator_counter.map(|field| field.value)
    }

    /// How the message is wrapped; `None` where not enough of it could be read.
    #[must_use]
    pub fn shape(&self) -> Option<Shape> {
        if self.block.is_some() {
            return Some(Shape::GbtBlock);
        }
        let signed = match self.signature? {
            SignatureField::Present(_) | SignatureField::Wrong(_) => true,
            SignatureField::Absent | SignatureField::Empty(_) => false,
        };
        match (self.mac_header.is_some(), signed) {
            (true, true) => Some(Shape::MacSigned),
            (true, false) => Some(Shape::Mac),
            (false, true) => Some(Shape::Signed),
            (false, false) if self.cra() == Some(CraFlag::Command) => Some(Shape::PreCommand),
            (false, false) => None,
        }
    }

    /// True for a command that carries neither MAC nor signature.
    #[must_use]
    pub fn is_pre_command(&self) -> bool {
        self.shape() == Some(Shape::PreCommand)
    }

    /// True where a signature is present.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        matches!(self.signature, Some(SignatureField::Present(_)))
    }
}

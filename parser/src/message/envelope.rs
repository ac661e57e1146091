//! The envelope: MAC header, grouping header, signature, MAC; and the routing header of a block.
//!
//! Layout: GBCS 6 and 7; checked on reference data. Numbers are big endian.

use std::fmt;

use nom::number::{be_u8, be_u16, be_u64};

use super::{Payload, elements as e};
use crate::catalogue::{self, Protocol};
use crate::element::ElementId;
use crate::error::{DecodeError, ErrorKind, LimitSource};
use crate::input::{Fault, Input, ParseOne, fault_of, length, take};
use crate::kind::Kind;
use crate::limits::MAX_MESSAGE_OCTETS;
use crate::span::{BufferId, Span};
use crate::tree::{NodeId, Tree};
use crate::{asn1, dlms, gbz};

/// An entity identifier: an EUI-64, first octet first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EntityId(pub [u8; 8]);

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
        let mut octets = [0; 8];
        let mut digits = text.chars().filter(|c| !matches!(c, '-' | ':'));
        for octet in &mut octets {
            let mut digit = || digits.next().and_then(|c| c.to_digit(16)).ok_or(NotAnEntityId);
            *octet = (digit()? << 4 | digit()?) as u8;
        }
        if digits.next().is_some() || !matches!(text.len(), 16 | 23) {
            return Err(NotAnEntityId);
        }
        Ok(Self(octets))
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

/// Reading stopped: the layer's remaining octets become opaque.
struct Stop;

type Step<'a, T> = Result<(Input<'a>, T), Stop>;

/// Decodes the envelope and, through it, the payload.
pub(super) fn decode(tree: &mut Tree, octets: &[u8]) -> (Envelope, Payload) {
    let mut reader = Reader { tree, envelope: Envelope::default(), payload: Payload::None };
    let root = reader.tree.open(e::MESSAGE, Kind::Group);
    if octets.len() > MAX_MESSAGE_OCTETS {
        reader.tree.issue(DecodeError {
            kind: ErrorKind::Limit,
            span: Span::wire(0, u32::try_from(octets.len()).unwrap_or(u32::MAX)),
            element: e::MESSAGE,
            needed: Some(MAX_MESSAGE_OCTETS as u64),
            found: Some(octets.len() as u64),
            limit_set_by: None,
        });
        reader.tree.opaque(e::UNDECODED, u32::try_from(octets.len()).unwrap_or(u32::MAX));
        reader.tree.close_all(root);
        return (reader.envelope, reader.payload);
    }
    let input = Input::new(octets, BufferId::WIRE);
    let end = input.end();
    // A stop has left its issue; what was not read is the opaque leaf below.
    let _ = reader.message(input);
    reader.tree.opaque(e::UNDECODED, end);
    reader.tree.close_all(root);
    (reader.envelope, reader.payload)
}

struct Reader<'t> {
    tree: &'t mut Tree,
    envelope: Envelope,
    payload: Payload,
}

impl<'t> Reader<'t> {
    fn stop(&mut self, input: Input<'_>, fault: Fault, element: ElementId) -> Stop {
        self.tree.issue(input.error(fault, element));
        Stop
    }

    /// One octet as a leaf.
    fn octet<'a>(
        &mut self,
        input: Input<'a>,
        element: ElementId,
        kind: Kind,
    ) -> Step<'a, Field<u8>> {
        match be_u8().parse_one(input) {
            Ok((rest, value)) => {
                let node = self.tree.leaf(element, kind, rest.offset(), 0);
                Ok((rest, Field { value, node }))
            }
            Err(error) => Err(self.stop(input, fault_of(input, error), element)),
        }
    }

    /// An octet that must be `expected`.
    fn tag<'a>(&mut self, input: Input<'a>, expected: u8, element: ElementId) -> Step<'a, NodeId> {
        if input.peek() != Some(expected) {
            let fault = input.unexpected(Some(expected));
            return Err(self.stop(input, fault, element));
        }
        let (rest, field) = self.octet(input, element, Kind::Tag)?;
        Ok((rest, field.node))
    }

    /// A BER length field as a leaf.
    fn length<'a>(
        &mut self,
        input: Input<'a>,
        element: ElementId,
        of: ElementId,
    ) -> Step<'a, (Field<u32>, LimitSource)> {
        match length(input) {
            Ok((rest, length)) => {
                let span =
                    Span { buffer: input.buffer(), start: input.offset(), end: rest.offset() };
                let node = self.tree.leaf(element, Kind::Length, rest.offset(), 0);
                let limit = LimitSource { element: of, span };
                Ok((rest, (Field { value: length.value, node }, limit)))
            }
            Err(error) => Err(self.stop(input, fault_of(input, error), of)),
        }
    }

    /// The window that a length field gives. Where it reaches past its container it is cut to it,
    /// after an issue that says so.
    fn window<'a>(
        &mut self,
        input: Input<'a>,
        length: u32,
        limit: LimitSource,
    ) -> (Input<'a>, Input<'a>) {
        match input.split(length as usize, limit) {
            Some(parts) => parts,
            None => {
                let fault = Fault {
                    offset: limit.span.start,
                    kind: ErrorKind::LengthReachesPastEnd,
                    needed: Some(u64::from(length)),
                    found: Some(input.len() as u64),
                };
                // It is the length field that is at fault, not what it was to cover.
                self.tree
                    .issue(DecodeError { span: limit.span, ..input.error(fault, limit.element) });
                // All that is left, under the same limit.
                input.split(input.len(), limit).unwrap_or((input, input))
            }
        }
    }

    fn message<'a>(&mut self, input: Input<'a>) -> Result<(), Stop> {
        let input = self.tunnel_prefix(input)?;
        match input.peek() {
            Some(0xDD) if is_routing_header(input.octets()) => self.block(input),
            Some(0xDD) => self.maced(input),
            Some(0xDF) => {
                let rest = self.grouping(input)?;
                let rest = self.signature_without_mac(rest)?;
                self.trailing(rest);
                Ok(())
            }
            _ => {
                let fault = input.unexpected(None);
                Err(self.stop(input, fault, e::MESSAGE))
            }
        }
    }

    fn tunnel_prefix<'a>(&mut self, input: Input<'a>) -> Result<Input<'a>, Stop> {
        let begins = |octet: Option<u8>| matches!(octet, Some(0xDD | 0xDF));
        match input.octets() {
            [0x01 | 0x03, next, ..] if begins(Some(*next)) => {
                Ok(self.octet(input, e::TUNNEL_PREFIX, Kind::Unsigned)?.0)
            }
            [0x02, _, next, ..] if begins(Some(*next)) => {
                let (rest, _) = self.octet(input, e::TUNNEL_PREFIX, Kind::Unsigned)?;
                Ok(self.octet(rest, e::MESSAGES_REMAINING, Kind::Unsigned)?.0)
            }
            _ => Ok(input),
        }
    }

    fn trailing(&mut self, rest: Input<'_>) {
        if !rest.is_empty() {
            let node = self.tree.leaf(e::TRAILING, Kind::Octets, rest.end(), 0);
            self.envelope.trailing = Some(node);
            self.tree.issue(rest.error(
                Fault {
                    offset: rest.offset(),
                    kind: ErrorKind::LeftOver,
                    needed: Some(0),
                    found: Some(rest.len() as u64),
                },
                e::MESSAGE,
            ));
        }
    }

    /// A message under a MAC header.
    fn maced<'a>(&mut self, input: Input<'a>) -> Result<(), Stop> {
        let mark = self.tree.open(e::MAC_HEADER, Kind::Group);
        self.envelope.mac_header = Some(MacHeader {
            node: mark.id(),
            first_field_not_empty: None,
            length: None,
            security_control: None,
            invocation_counter: None,
        });
        let read = self.mac_header(input);
        self.tree.close_all(mark);
        let (inner, after) = read?;
        let inside = self.under_mac(inner);
        if inside.is_err() {
            self.tree.opaque(e::UNDECODED, inner.end());
        }
        self.trailing(after);
        inside
    }

    /// Reads the MAC header; returns what its length covers behind it, and what follows that.
    fn mac_header<'a>(&mut self, input: Input<'a>) -> Result<(Input<'a>, Input<'a>), Stop> {
        let (mut rest, _) = self.tag(input, 0xDD, e::GENERAL_CIPHERING)?;
        for element in [
            e::TRANSACTION_ID,
            e::ORIGINATOR,
            e::RECIPIENT,
            e::DATE_TIME,
            e::OTHER_INFORMATION,
            e::KEY_INFORMATION,
        ] {
            let (after, (length, limit)) = self.length(rest, element, element)?;
            rest = after;
            if length.value > 0 {
                let (inner, after) = self.window(rest, length.value, limit);
                self.tree.leaf(element, Kind::Octets, inner.end(), 0);
                rest = after;
                if let Some(header) = &mut self.envelope.mac_header {
                    header.first_field_not_empty.get_or_insert(length.node);
                }
            }
        }
        let (rest, (length, limit)) = self.length(rest, e::CIPHERED_LENGTH, e::CIPHERED_LENGTH)?;
        if let Some(header) = &mut self.envelope.mac_header {
            header.length = Some(length);
        }
        let (inner, after) = self.window(rest, length.value, limit);
        let (inner, control) = self.octet(inner, e::SECURITY_CONTROL, Kind::Unsigned)?;
        if let Some(header) = &mut self.envelope.mac_header {
            header.security_control = Some(control);
        }
        let (inner, counter) = self.be_u32(inner, e::INVOCATION_COUNTER)?;
        if let Some(header) = &mut self.envelope.mac_header {
            header.invocation_counter = Some(counter);
        }
        Ok((inner, after))
    }

    fn be_u32<'a>(&mut self, input: Input<'a>, element: ElementId) -> Step<'a, Field<u32>> {
        match nom::number::be_u32().parse_one(input) {
            Ok((rest, value)) => {
                let node = self.tree.leaf(element, Kind::Unsigned, rest.offset(), 0);
                Ok((rest, Field { value, node }))
            }
            Err(_) => Err(self.stop(input, input.too_short(4), element)),
        }
    }

    fn be_u16<'a>(&mut self, input: Input<'a>, element: ElementId) -> Step<'a, Field<u16>> {
        match be_u16().parse_one(input) {
            Ok((rest, value)) => {
                let node = self.tree.leaf(element, Kind::Unsigned, rest.offset(), 0);
                Ok((rest, Field { value, node }))
            }
            Err(_) => Err(self.stop(input, input.too_short(2), element)),
        }
    }

    fn be_u64<'a>(&mut self, input: Input<'a>, element: ElementId) -> Step<'a, Field<u64>> {
        match be_u64().parse_one(input) {
            Ok((rest, value)) => {
                let node = self.tree.leaf(element, Kind::Unsigned, rest.offset(), 0);
                Ok((rest, Field { value, node }))
            }
            Err(_) => Err(self.stop(input, input.too_short(8), element)),
        }
    }

    fn entity_id<'a>(&mut self, input: Input<'a>, element: ElementId) -> Step<'a, Field<EntityId>> {
        match take(8)(input) {
            Ok((rest, octets)) => {
                let node = self.tree.leaf(element, Kind::EntityId, rest.offset(), 0);
                let mut id = [0; 8];
                id.copy_from_slice(octets);
                Ok((rest, Field { value: EntityId(id), node }))
            }
            Err(_) => Err(self.stop(input, input.too_short(8), element)),
        }
    }

    /// Grouping header, content, signature and MAC: what the MAC header's length covers.
    fn under_mac<'a>(&mut self, input: Input<'a>) -> Result<(), Stop> {
        let rest = self.grouping(input)?;
        let (rest, _) = self.signature(rest)?;
        let rest = match take(12)(rest) {
            Ok((after, _)) => {
                self.envelope.mac = Some(self.tree.leaf(e::MAC, Kind::Mac, after.offset(), 0));
                after
            }
            Err(_) => {
                return Err(self.stop(rest, rest.too_short(12), e::MAC));
            }
        };
        if !rest.is_empty() {
            self.envelope.surplus = Some(self.tree.leaf(e::SURPLUS, Kind::Octets, rest.end(), 0));
            self.tree.issue(rest.error(
                Fault {
                    offset: rest.offset(),
                    kind: ErrorKind::LeftOver,
                    needed: Some(0),
                    found: Some(rest.len() as u64),
                },
                e::MAC,
            ));
        }
        Ok(())
    }

    /// Grouping header and content.
    fn grouping<'a>(&mut self, input: Input<'a>) -> Result<Input<'a>, Stop> {
        let mark = self.tree.open(e::GROUPING_HEADER, Kind::Group);
        self.envelope.grouping_header = Some(mark.id());
        self.envelope.signing_start = Some(input.offset());
        let read = self.grouping_header(input);
        self.tree.close_all(mark);
        let (content, limit, rest) = read?;
        self.content(content, limit);
        self.envelope.content_end = Some(content.end());
        Ok(rest)
    }

    fn grouping_header<'a>(
        &mut self,
        input: Input<'a>,
    ) -> Result<(Input<'a>, LimitSource, Input<'a>), Stop> {
        let (rest, _) = self.tag(input, 0xDF, e::GENERAL_SIGNING)?;
        let rest = self.transaction_id(rest)?;
        let (rest, node, originator) =
            self.system_title(rest, e::ORIGINATOR, e::BUSINESS_ORIGINATOR)?;
        self.envelope.originator_title = Some(node);
        self.envelope.business_originator = originator;
        let (rest, node, target) = self.system_title(rest, e::RECIPIENT, e::BUSINESS_TARGET)?;
        self.envelope.recipient_title = Some(node);
        self.envelope.business_target = target;
        let rest = self.date_time(rest)?;
        let rest = self.other_information(rest)?;
        let (rest, (length, limit)) = self.length(rest, e::CONTENT_LENGTH, e::CONTENT_LENGTH)?;
        let (content, rest) = self.window(rest, length.value, limit);
        Ok((content, limit, rest))
    }

    fn transaction_id<'a>(&mut self, input: Input<'a>) -> Result<Input<'a>, Stop> {
        let mark = self.tree.open(e::TRANSACTION_ID, Kind::Group);
        self.envelope.transaction_id = Some(mark.id());
        let (rest, (length, limit)) = self.length(input, e::LENGTH_FIELD, e::TRANSACTION_ID)?;
        let (inner, rest) = self.window(rest, length.value, limit);
        if inner.len() == 9 {
            let (inner, flag) = self.octet(inner, e::CRA_FLAG, Kind::Unsigned)?;
            self.envelope.cra_flag = Some(flag);
            let (_, counter) = self.be_u64(inner, e::ORIGINATOR_COUNTER)?;
            self.envelope.originator_counter = Some(counter);
        } else if !inner.is_empty() {
            let (inner, flag) = self.octet(inner, e::CRA_FLAG, Kind::Unsigned)?;
            self.envelope.cra_flag = Some(flag);
            if !inner.is_empty() {
                self.tree.leaf(e::ORIGINATOR_COUNTER, Kind::Octets, inner.end(), 0);
            }
        }
        self.tree.close(mark);
        Ok(rest)
    }

    fn system_title<'a>(
        &mut self,
        input: Input<'a>,
        group: ElementId,
        element: ElementId,
    ) -> Result<(Input<'a>, NodeId, Option<Field<EntityId>>), Stop> {
        let mark = self.tree.open(group, Kind::Group);
        let (rest, (length, limit)) = self.length(input, e::LENGTH_FIELD, group)?;
        let (inner, rest) = self.window(rest, length.value, limit);
        let id = if inner.len() == 8 {
            Some(self.entity_id(inner, element)?.1)
        } else {
            if !inner.is_empty() {
                self.tree.leaf(element, Kind::Octets, inner.end(), 0);
            }
            None
        };
        self.tree.close(mark);
        Ok((rest, mark.id(), id))
    }

    fn date_time<'a>(&mut self, input: Input<'a>) -> Result<Input<'a>, Stop> {
        let mark = self.tree.open(e::DATE_TIME, Kind::Group);
        self.envelope.date_time_field = Some(mark.id());
        let (rest, (length, limit)) = self.length(input, e::LENGTH_FIELD, e::DATE_TIME)?;
        let (inner, rest) = self.window(rest, length.value, limit);
        if !inner.is_empty() {
            let kind = if inner.len() == 12 { Kind::DlmsDateTime } else { Kind::Octets };
            let node = self.tree.leaf(e::DEVICE_DATE_TIME, kind, inner.end(), 0);
            self.envelope.date_time = Some(node);
        }
        self.tree.close(mark);
        Ok(rest)
    }

    fn other_information<'a>(&mut self, input: Input<'a>) -> Result<Input<'a>, Stop> {
        let mark = self.tree.open(e::OTHER_INFORMATION, Kind::Group);
        let (rest, (length, limit)) = self.length(input, e::LENGTH_FIELD, e::OTHER_INFORMATION)?;
        let (inner, rest) = self.window(rest, length.value, limit);
        let mut info = OtherInformation {
            node: mark.id(),
            length: length.value,
            message_code: None,
            remote_party: None,
            remote_party_counter: None,
            originator_counter: None,
            certificate: None,
            rest: None,
        };
        self.envelope.other_information = Some(info);
        self.other_information_parts(inner, &mut info);
        self.envelope.other_information = Some(info);
        self.tree.close(mark);
        Ok(rest)
    }

    /// The parts that a form of other information has. What fits no form is the rest, for a rule to
    /// name; nothing in here stops the envelope.
    fn other_information_parts(&mut self, mut input: Input<'_>, info: &mut OtherInformation) {
        if input.len() >= 2
            && let Ok((after, code)) = self.be_u16(input, e::MESSAGE_CODE)
        {
            info.message_code = Some(code);
            input = after;
        }
        // After the message code: nothing, 8, 16, 24 octets, or 16 and a certificate.
        let known = matches!(input.len(), 8 | 16 | 24)
            || (input.len() > 16 && input.peek_at(16) == Some(0x30));
        if known {
            let parts = input.len();
            if let Ok((after, id)) = self.entity_id(input, e::SUPPLEMENTARY_REMOTE_PARTY) {
                info.remote_party = Some(id);
                input = after;
            }
            if parts >= 16
                && let Ok((after, counter)) =
                    self.be_u64(input, e::SUPPLEMENTARY_REMOTE_PARTY_COUNTER)
            {
                info.remote_party_counter = Some(counter);
                input = after;
            }
            if parts == 24
                && let Ok((after, counter)) =
                    self.be_u64(input, e::SUPPLEMENTARY_ORIGINATOR_COUNTER)
            {
                info.originator_counter = Some(counter);
                input = after;
            }
            if parts > 24 {
                info.certificate =
                    Some(asn1::certificate(self.tree, input, e::SUPPLEMENTARY_CERTIFICATE));
                return;
            }
        }
        if !input.is_empty() {
            info.rest =
                Some(self.tree.leaf(e::OTHER_INFORMATION_REST, Kind::Octets, input.end(), 0));
        }
    }

    fn content(&mut self, content: Input<'_>, limit: LimitSource) {
        let mark = self.tree.open(e::CONTENT, Kind::Group);
        self.envelope.content = Some(mark.id());
        let code = self.envelope.message_code();
        let by_code = code.and_then(catalogue::message_code).and_then(|code| code.protocol);
        let seen = language(content.octets());
        if let (Some(expected), Some(seen)) = (by_code, seen)
            && expected != seen
        {
            self.envelope.language_expected = Some(expected);
        }
        if content.is_empty() {
            self.tree.issue(DecodeError {
                kind: ErrorKind::TooShort,
                span: Span {
                    buffer: content.buffer(),
                    start: content.offset(),
                    end: content.end(),
                },
                element: e::CONTENT,
                needed: Some(1),
                found: Some(0),
                limit_set_by: Some(limit),
            });
        } else {
            self.payload = match seen.or(by_code) {
                Some(Protocol::Dlms) => {
                    Payload::Dlms(dlms::decode(self.tree, content, &self.envelope))
                }
                Some(Protocol::Gbz) => {
                    Payload::Gbz(gbz::decode(self.tree, content, &self.envelope))
                }
                Some(Protocol::Asn1) => {
                    Payload::Asn1(asn1::decode(self.tree, content, &self.envelope))
                }
                None => {
                    self.tree.issue(content.error(content.unexpected(None), e::CONTENT));
                    Payload::None
                }
            };
        }
        self.tree.opaque(e::UNDECODED, content.end());
        self.tree.close_all(mark);
    }

    /// The signature field under a MAC header, or of a response or alert.
    fn signature<'a>(&mut self, input: Input<'a>) -> Step<'a, ()> {
        let mark = self.tree.open(e::SIGNATURE_FIELD, Kind::Group);
        if input.is_empty() {
            self.tree.close(mark);
            self.envelope.signature = Some(SignatureField::Absent);
            self.envelope.signature_end = Some(input.offset());
            return Err(self.stop(input, input.too_short(1), e::SIGNATURE_FIELD));
        }
        let (rest, (length, limit)) = self.length(input, e::LENGTH_FIELD, e::SIGNATURE_FIELD)?;
        if length.value == 0 {
            self.envelope.signature = Some(SignatureField::Empty(mark.id()));
            self.envelope.signature_end = Some(rest.offset());
            self.tree.close(mark);
            return Ok((rest, ()));
        }
        let (inner, rest) = self.window(rest, length.value, limit);
        if inner.is_empty() {
            self.envelope.signature = Some(SignatureField::Wrong(mark.id()));
        } else {
            let node = self.tree.leaf(e::SIGNATURE, Kind::Signature, inner.end(), 0);
            self.envelope.signature = Some(if inner.len() == 64 {
                SignatureField::Present(node)
            } else {
                SignatureField::Wrong(node)
            });
        }
        if length.value != 64 {
            self.tree.issue(DecodeError {
                kind: ErrorKind::BadValue,
                span: limit.span,
                element: e::SIGNATURE_FIELD,
                needed: Some(64),
                found: Some(u64::from(length.value)),
                limit_set_by: None,
            });
        }
        self.envelope.signature_end = Some(inner.end());
        self.tree.close(mark);
        Ok((rest, ()))
    }

    /// What follows the content where there is no MAC header. A command may end here; what is
    /// neither nothing, one 00, nor 0x40 and 64 octets stands after the end of the message.
    fn signature_without_mac<'a>(&mut self, input: Input<'a>) -> Result<Input<'a>, Stop> {
        let command = self.envelope.cra() == Some(CraFlag::Command);
        match input.octets() {
            [] if command => {
                self.envelope.signature = Some(SignatureField::Absent);
                self.envelope.signature_end = Some(input.offset());
                Ok(input)
            }
            [0x40, signature @ ..] if command && signature.len() < 64 => {
                self.envelope.signature = Some(SignatureField::Absent);
                self.envelope.signature_end = Some(input.offset());
                Ok(input)
            }
            [0x00 | 0x40, ..] => Ok(self.signature(input)?.0),
            _ if command => {
                self.envelope.signature = Some(SignatureField::Absent);
                self.envelope.signature_end = Some(input.offset());
                Ok(input)
            }
            _ => Ok(self.signature(input)?.0),
        }
    }

    /// One block of a general block transfer.
    fn block<'a>(&mut self, input: Input<'a>) -> Result<(), Stop> {
        let mark = self.tree.open(e::ROUTING_HEADER, Kind::Group);
        let (rest, _) = self.tag(input, 0xDD, e::GENERAL_CIPHERING)?;
        let rest = self.transaction_id(rest)?;
        let (rest, node, originator) =
            self.system_title(rest, e::ORIGINATOR, e::BUSINESS_ORIGINATOR)?;
        self.envelope.originator_title = Some(node);
        self.envelope.business_originator = originator;
        let (rest, node, target) = self.system_title(rest, e::RECIPIENT, e::BUSINESS_TARGET)?;
        self.envelope.recipient_title = Some(node);
        self.envelope.business_target = target;
        let rest = self.date_time(rest)?;
        let rest = self.other_information(rest)?;
        let (rest, _) = self.octet(rest, e::KEY_INFORMATION, Kind::Unsigned)?;
        let (rest, (length, limit)) = self.length(rest, e::CIPHERED_LENGTH, e::CIPHERED_LENGTH)?;
        let (inner, after) = self.window(rest, length.value, limit);
        let (inner, _) = self.octet(inner, e::SECURITY_CONTROL, Kind::Unsigned)?;
        let (inner, _) = self.be_u32(inner, e::INVOCATION_COUNTER)?;
        self.tree.close(mark);
        let mark = self.tree.open(e::GBT_BLOCK, Kind::Group);
        let (inner, _) = self.tag(inner, 0xE0, e::GBT_TAG)?;
        let (inner, control) = self.octet(inner, e::BLOCK_CONTROL, Kind::Unsigned)?;
        let (inner, number) = self.be_u16(inner, e::BLOCK_NUMBER)?;
        let (inner, acknowledged) = self.be_u16(inner, e::BLOCK_NUMBER_ACKNOWLEDGED)?;
        let (inner, (length, limit)) = self.length(inner, e::LENGTH_FIELD, e::BLOCK_DATA)?;
        let (data, left) = self.window(inner, length.value, limit);
        let data =
            (!data.is_empty()).then(|| self.tree.leaf(e::BLOCK_DATA, Kind::Octets, data.end(), 0));
        self.envelope.block = Some(Block {
            control: control.value,
            number: number.value,
            acknowledged: acknowledged.value,
            data,
        });
        if !left.is_empty() {
            self.envelope.surplus = Some(self.tree.leaf(e::SURPLUS, Kind::Octets, left.end(), 0));
            self.tree.issue(left.error(
                Fault {
                    offset: left.offset(),
                    kind: ErrorKind::LeftOver,
                    needed: Some(0),
                    found: Some(left.len() as u64),
                },
                e::BLOCK_DATA,
            ));
        }
        self.tree.close(mark);
        self.trailing(after);
        Ok(())
    }
}

/// True where a message that begins with 0xDD has the routing header of a block: a transaction id
/// with a CRA flag and two system titles of eight octets. A single wrong octet in a MAC header does
/// not look like this.
pub(super) fn is_routing_header(octets: &[u8]) -> bool {
    matches!(octets.get(..3), Some([0xDD, 0x09, 1..=3]))
        && octets.get(11) == Some(&0x08)
        && octets.get(20) == Some(&0x08)
}

/// The language that the first octets of a content show.
fn language(content: &[u8]) -> Option<Protocol> {
    match content {
        [0x01, 0x09, ..] => Some(Protocol::Gbz),
        [0xD9 | 0xDA | 0x0F, ..] => Some(Protocol::Dlms),
        _ if asn1::fills(content) => Some(Protocol::Asn1),
        _ => None,
    }
}

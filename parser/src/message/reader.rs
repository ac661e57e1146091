//! Reads an envelope into the tree, and through it the payload.
//!
//! Layout: GBCS 6 and 7; checked on reference data. Numbers are big endian.
//!
//! The small readers move the input that they are given on. They do not return it: what is left of
//! an input has more octets than registers hold, and to hand it on from call to call took a third
//! of the time of decoding.

#[cfg(test)]
mod tests;

use nom::Parser;
use nom::number::be_u8;

use super::envelope::{
    Block, CraFlag, EntityId, Envelope, Field, MacHeader, OtherInformation, SignatureField,
};
use super::{Payload, elements as e, usual};
use crate::catalogue::{self, Protocol};
use crate::element::ElementId;
use crate::error::{DecodeError, ErrorKind, LimitSource};
use crate::input::{Fault, Input, Length, array, take};
use crate::kind::Kind;
use crate::limits::MAX_MESSAGE_OCTETS;
use crate::span::{BufferId, Span};
use crate::tree::{NodeId, Stop, Tree};
use crate::{asn1, dlms, gbz};

/// A length field that was read.
#[derive(Clone, Copy)]
struct LengthField {
    /// What it says.
    value: u32,
    /// Its node.
    node: NodeId,
    /// Octets that it has itself.
    octets: u8,
}

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
    let mut input = Input::new(octets, BufferId::WIRE);
    let end = input.end();
    // A stop has left its issue; what was not read is the opaque leaf below.
    let _ = reader.message(&mut input);
    reader.tree.opaque(e::UNDECODED, end);
    reader.tree.close_all(root);
    (reader.envelope, reader.payload)
}

struct Reader<'t> {
    tree: &'t mut Tree,
    envelope: Envelope,
    payload: Payload,
}

// The fields of a header are read one behind the other, and most are of an octet or two: a call for
// each takes as long as to read it. The few functions for them are made part of those that ask.
impl Reader<'_> {
    /// One octet as a leaf.
    #[inline(always)]
    fn octet(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        kind: Kind,
    ) -> Result<Field<u8>, Stop> {
        self.tree.field(input, be_u8(), element, kind)
    }

    #[inline(always)]
    fn be_u16(&mut self, input: &mut Input<'_>, element: ElementId) -> Result<Field<u16>, Stop> {
        self.tree.field(input, array().map(u16::from_be_bytes), element, Kind::Unsigned)
    }

    fn be_u32(&mut self, input: &mut Input<'_>, element: ElementId) -> Result<Field<u32>, Stop> {
        self.tree.field(input, array().map(u32::from_be_bytes), element, Kind::Unsigned)
    }

    #[inline(always)]
    fn be_u64(&mut self, input: &mut Input<'_>, element: ElementId) -> Result<Field<u64>, Stop> {
        self.tree.field(input, array().map(u64::from_be_bytes), element, Kind::Unsigned)
    }

    #[inline(always)]
    fn entity_id(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
    ) -> Result<Field<EntityId>, Stop> {
        self.tree.field(input, array().map(EntityId), element, Kind::EntityId)
    }

    /// An octet that must be `expected`.
    #[inline(always)]
    fn tag(&mut self, input: &mut Input<'_>, expected: u8, element: ElementId) -> Result<(), Stop> {
        if input.peek() != Some(expected) {
            let fault = input.unexpected(Some(expected));
            return Err(self.tree.stop(input, fault, element));
        }
        self.octet(input, element, Kind::Tag).map(|_| ())
    }

    /// A BER length field as a leaf. `of` is what it counts, and is named where it cannot be read.
    #[inline(always)]
    fn length(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        of: ElementId,
    ) -> Result<LengthField, Stop> {
        match input.read_short_length() {
            Some(length) => Ok(self.length_leaf(input, element, length)),
            None => self.long_length(input, element, of),
        }
    }

    #[cold]
    fn long_length(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        of: ElementId,
    ) -> Result<LengthField, Stop> {
        match input.read_length() {
            Ok(length) => Ok(self.length_leaf(input, element, length)),
            Err(fault) => Err(self.tree.stop(input, fault, of)),
        }
    }

    #[inline(always)]
    fn length_leaf(
        &mut self,
        input: &Input<'_>,
        element: ElementId,
        length: Length,
    ) -> LengthField {
        let node = self.tree.leaf(element, Kind::Length, input.offset(), 0);
        self.tree.note_length(length);
        LengthField { value: length.value, node, octets: length.octets }
    }

    /// Takes the window that a length field gives, which stands just in front of `input`. Where it
    /// reaches past its container it is cut to it, after an issue that says so.
    #[inline(always)]
    fn window<'a>(
        &mut self,
        input: &mut Input<'a>,
        length: LengthField,
        of: ElementId,
    ) -> Input<'a> {
        let start = input.offset() - u32::from(length.octets);
        let span = Span { buffer: input.buffer(), start, end: input.offset() };
        let limit = LimitSource { element: of, span };
        match input.split_off(length.value as usize, limit) {
            Some(inner) => inner,
            None => self.window_cut(input, length.value, limit),
        }
    }

    /// All that is left, under the length field that asked for more.
    #[cold]
    fn window_cut<'a>(
        &mut self,
        input: &mut Input<'a>,
        length: u32,
        limit: LimitSource,
    ) -> Input<'a> {
        let fault = Fault {
            offset: limit.span.start,
            kind: ErrorKind::LengthReachesPastEnd,
            needed: Some(u64::from(length)),
            found: Some(input.len() as u64),
        };
        // It is the length field that is at fault, not what it was to cover.
        self.tree.issue(DecodeError { span: limit.span, ..input.error(fault, limit.element) });
        let left = *input;
        input.split_off(left.len(), limit).unwrap_or(left)
    }

    /// Octets that belong to nothing: a leaf and an issue, if there are any.
    fn left_over(&mut self, rest: &Input<'_>, leaf: ElementId, of: ElementId) -> Option<NodeId> {
        if rest.is_empty() {
            return None;
        }
        let node = self.tree.leaf(leaf, Kind::Octets, rest.end(), 0);
        self.tree.issue(rest.error(rest.left_over(), of));
        Some(node)
    }

    fn trailing(&mut self, rest: &Input<'_>) {
        self.envelope.trailing = self.left_over(rest, e::TRAILING, e::MESSAGE);
    }

    fn message(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        self.tunnel_prefix(input)?;
        match input.peek() {
            Some(0xDD) if is_routing_header(input.octets()) => self.block(input),
            Some(0xDD) => self.maced(input),
            Some(0xDF) => {
                self.grouping(input)?;
                self.signature_without_mac(input)?;
                self.trailing(input);
                Ok(())
            }
            _ => {
                let fault = input.unexpected(None);
                Err(self.tree.stop(input, fault, e::MESSAGE))
            }
        }
    }

    fn tunnel_prefix(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let begins = |octet: Option<u8>| matches!(octet, Some(0xDD | 0xDF));
        match input.octets() {
            [0x01 | 0x03, next, ..] if begins(Some(*next)) => {
                self.octet(input, e::TUNNEL_PREFIX, Kind::Unsigned)?;
            }
            [0x02, _, next, ..] if begins(Some(*next)) => {
                self.octet(input, e::TUNNEL_PREFIX, Kind::Unsigned)?;
                self.octet(input, e::MESSAGES_REMAINING, Kind::Unsigned)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// A message under a MAC header.
    fn maced(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
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
        let mut inner = read?;
        let end = inner.end();
        let inside = self.under_mac(&mut inner);
        if inside.is_err() {
            self.tree.opaque(e::UNDECODED, end);
        }
        self.trailing(input);
        inside
    }

    /// Reads the MAC header and moves on behind all that its length covers; gives what it covers
    /// behind the header.
    fn mac_header<'a>(&mut self, input: &mut Input<'a>) -> Result<Input<'a>, Stop> {
        if usual::empty_fields(self.tree, input).is_none() {
            self.fields_of_mac_header(input)?;
        }
        let length = self.length(input, e::CIPHERED_LENGTH, e::CIPHERED_LENGTH)?;
        if let Some(header) = &mut self.envelope.mac_header {
            header.length = Some(Field { value: length.value, node: length.node });
        }
        let mut inner = self.window(input, length, e::CIPHERED_LENGTH);
        let control = self.octet(&mut inner, e::SECURITY_CONTROL, Kind::Unsigned)?;
        if let Some(header) = &mut self.envelope.mac_header {
            header.security_control = Some(control);
        }
        let counter = self.be_u32(&mut inner, e::INVOCATION_COUNTER)?;
        if let Some(header) = &mut self.envelope.mac_header {
            header.invocation_counter = Some(counter);
        }
        Ok(inner)
    }

    /// The tag of a MAC header and the fields in front of its length, which should be empty.
    #[cold]
    #[inline(never)]
    fn fields_of_mac_header(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        self.tag(input, 0xDD, e::GENERAL_CIPHERING)?;
        for element in [
            e::TRANSACTION_ID,
            e::ORIGINATOR,
            e::RECIPIENT,
            e::DATE_TIME,
            e::OTHER_INFORMATION,
            e::KEY_INFORMATION,
        ] {
            let length = self.length(input, element, element)?;
            if length.value > 0 {
                let inner = self.window(input, length, element);
                self.tree.leaf(element, Kind::Octets, inner.end(), 0);
                if let Some(header) = &mut self.envelope.mac_header {
                    header.first_field_not_empty.get_or_insert(length.node);
                }
            }
        }
        Ok(())
    }

    /// Grouping header, content, signature and MAC: what the MAC header's length covers.
    fn under_mac(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        self.grouping(input)?;
        self.signature(input)?;
        self.envelope.mac = Some(self.tree.field(input, take(12), e::MAC, Kind::Mac)?.node);
        self.envelope.surplus = self.left_over(input, e::SURPLUS, e::MAC);
        Ok(())
    }

    /// Grouping header and content.
    fn grouping(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let mark = self.tree.open(e::GROUPING_HEADER, Kind::Group);
        self.envelope.grouping_header = Some(mark.id());
        self.envelope.signing_start = Some(input.offset());
        let read = self.grouping_header(input);
        self.tree.close_all(mark);
        let content = read?;
        self.content(content);
        self.envelope.content_end = Some(content.end());
        Ok(())
    }

    /// Reads the grouping header and moves on behind the content; gives the content.
    fn grouping_header<'a>(&mut self, input: &mut Input<'a>) -> Result<Input<'a>, Stop> {
        self.tag(input, 0xDF, e::GENERAL_SIGNING)?;
        self.parties_and_information(input)?;
        let length = self.length(input, e::CONTENT_LENGTH, e::CONTENT_LENGTH)?;
        Ok(self.window(input, length, e::CONTENT_LENGTH))
    }

    /// What grouping headers and routing headers have in common.
    fn parties_and_information(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        if usual::parties(self.tree, input, &mut self.envelope).is_none() {
            self.parties(input)?;
        }
        self.date_time(input)?;
        self.other_information(input)
    }

    /// Transaction id and system titles.
    #[cold]
    #[inline(never)]
    fn parties(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        self.transaction_id(input)?;
        let (node, originator) = self.system_title(input, e::ORIGINATOR, e::BUSINESS_ORIGINATOR)?;
        self.envelope.originator_title = Some(node);
        self.envelope.business_originator = originator;
        let (node, target) = self.system_title(input, e::RECIPIENT, e::BUSINESS_TARGET)?;
        self.envelope.recipient_title = Some(node);
        self.envelope.business_target = target;
        Ok(())
    }

    fn transaction_id(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let mark = self.tree.open(e::TRANSACTION_ID, Kind::Group);
        self.envelope.transaction_id = Some(mark.id());
        let length = self.length(input, e::LENGTH_FIELD, e::TRANSACTION_ID)?;
        let mut inner = self.window(input, length, e::TRANSACTION_ID);
        if !inner.is_empty() {
            let whole = inner.len() == 9;
            let flag = self.octet(&mut inner, e::CRA_FLAG, Kind::Unsigned)?;
            self.envelope.cra_flag = Some(flag);
            if whole {
                let counter = self.be_u64(&mut inner, e::ORIGINATOR_COUNTER)?;
                self.envelope.originator_counter = Some(counter);
            } else if !inner.is_empty() {
                self.tree.leaf(e::ORIGINATOR_COUNTER, Kind::Octets, inner.end(), 0);
            }
        }
        self.tree.close(mark);
        Ok(())
    }

    fn system_title(
        &mut self,
        input: &mut Input<'_>,
        group: ElementId,
        element: ElementId,
    ) -> Result<(NodeId, Option<Field<EntityId>>), Stop> {
        let mark = self.tree.open(group, Kind::Group);
        let length = self.length(input, e::LENGTH_FIELD, group)?;
        let mut inner = self.window(input, length, group);
        let id = if inner.len() == 8 {
            Some(self.entity_id(&mut inner, element)?)
        } else {
            if !inner.is_empty() {
                self.tree.leaf(element, Kind::Octets, inner.end(), 0);
            }
            None
        };
        self.tree.close(mark);
        Ok((mark.id(), id))
    }

    fn date_time(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let mark = self.tree.open(e::DATE_TIME, Kind::Group);
        self.envelope.date_time_field = Some(mark.id());
        let length = self.length(input, e::LENGTH_FIELD, e::DATE_TIME)?;
        let inner = self.window(input, length, e::DATE_TIME);
        if !inner.is_empty() {
            let kind = if inner.len() == 12 { Kind::DlmsDateTime } else { Kind::Octets };
            let node = self.tree.leaf(e::DEVICE_DATE_TIME, kind, inner.end(), 0);
            self.envelope.date_time = Some(node);
        }
        self.tree.close(mark);
        Ok(())
    }

    fn other_information(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let mark = self.tree.open(e::OTHER_INFORMATION, Kind::Group);
        let length = self.length(input, e::LENGTH_FIELD, e::OTHER_INFORMATION)?;
        let mut inner = self.window(input, length, e::OTHER_INFORMATION);
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
        self.other_information_parts(&mut inner, &mut info);
        self.envelope.other_information = Some(info);
        self.tree.close(mark);
        Ok(())
    }

    /// The parts that a form of other information has. What fits no form is the rest, for a rule to
    /// name; nothing in here stops the envelope.
    fn other_information_parts(&mut self, input: &mut Input<'_>, info: &mut OtherInformation) {
        if input.len() >= 2 {
            info.message_code = self.be_u16(input, e::MESSAGE_CODE).ok();
        }
        // After the message code: nothing, 8, 16, 24 octets, or 16 and a certificate.
        let parts = input.len();
        let known = matches!(parts, 8 | 16 | 24) || (parts > 16 && input.peek_at(16) == Some(0x30));
        if known {
            info.remote_party = self.entity_id(input, e::SUPPLEMENTARY_REMOTE_PARTY).ok();
            if parts >= 16 {
                let element = e::SUPPLEMENTARY_REMOTE_PARTY_COUNTER;
                info.remote_party_counter = self.be_u64(input, element).ok();
            }
            if parts == 24 {
                let element = e::SUPPLEMENTARY_ORIGINATOR_COUNTER;
                info.originator_counter = self.be_u64(input, element).ok();
            }
            if parts > 24 {
                let element = e::SUPPLEMENTARY_CERTIFICATE;
                info.certificate = Some(asn1::certificate(self.tree, *input, element));
                return;
            }
        }
        if !input.is_empty() {
            let node = self.tree.leaf(e::OTHER_INFORMATION_REST, Kind::Octets, input.end(), 0);
            info.rest = Some(node);
        }
    }

    fn content(&mut self, content: Input<'_>) {
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
            self.tree.issue(content.error(content.too_short(1), e::CONTENT));
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
    fn signature(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let mark = self.tree.open(e::SIGNATURE_FIELD, Kind::Group);
        if input.is_empty() {
            self.tree.close(mark);
            self.no_signature(input);
            let fault = input.too_short(1);
            return Err(self.tree.stop(input, fault, e::SIGNATURE_FIELD));
        }
        let length = self.length(input, e::LENGTH_FIELD, e::SIGNATURE_FIELD)?;
        if length.value == 0 {
            self.envelope.signature = Some(SignatureField::Empty(mark.id()));
            self.envelope.signature_end = Some(input.offset());
            self.tree.close(mark);
            return Ok(());
        }
        let start = input.offset() - u32::from(length.octets);
        let span = Span { buffer: input.buffer(), start, end: input.offset() };
        let inner = self.window(input, length, e::SIGNATURE_FIELD);
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
                span,
                element: e::SIGNATURE_FIELD,
                needed: Some(64),
                found: Some(u64::from(length.value)),
                limit_set_by: None,
            });
        }
        self.envelope.signature_end = Some(inner.end());
        self.tree.close(mark);
        Ok(())
    }

    /// There is no signature field, and what it would end ends here.
    fn no_signature(&mut self, input: &Input<'_>) {
        self.envelope.signature = Some(SignatureField::Absent);
        self.envelope.signature_end = Some(input.offset());
    }

    /// What follows the content where there is no MAC header. A command may end here; what is
    /// neither nothing, one 00, nor 0x40 and 64 octets stands after the end of the message.
    fn signature_without_mac(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let command = self.envelope.cra() == Some(CraFlag::Command);
        let is_signature = match input.octets() {
            [0x40, signature @ ..] => signature.len() >= 64,
            [0x00, ..] => true,
            _ => false,
        };
        if command && !is_signature {
            self.no_signature(input);
            return Ok(());
        }
        self.signature(input)
    }

    /// One block of a general block transfer.
    fn block(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let mark = self.tree.open(e::ROUTING_HEADER, Kind::Group);
        self.tag(input, 0xDD, e::GENERAL_CIPHERING)?;
        self.parties_and_information(input)?;
        self.octet(input, e::KEY_INFORMATION, Kind::Unsigned)?;
        let length = self.length(input, e::CIPHERED_LENGTH, e::CIPHERED_LENGTH)?;
        let mut inner = self.window(input, length, e::CIPHERED_LENGTH);
        let inner = &mut inner;
        self.octet(inner, e::SECURITY_CONTROL, Kind::Unsigned)?;
        self.be_u32(inner, e::INVOCATION_COUNTER)?;
        self.tree.close(mark);
        let mark = self.tree.open(e::GBT_BLOCK, Kind::Group);
        self.tag(inner, 0xE0, e::GBT_TAG)?;
        let control = self.octet(inner, e::BLOCK_CONTROL, Kind::Unsigned)?;
        let number = self.be_u16(inner, e::BLOCK_NUMBER)?;
        let acknowledged = self.be_u16(inner, e::BLOCK_NUMBER_ACKNOWLEDGED)?;
        let length = self.length(inner, e::LENGTH_FIELD, e::BLOCK_DATA)?;
        let data = self.window(inner, length, e::BLOCK_DATA);
        let data =
            (!data.is_empty()).then(|| self.tree.leaf(e::BLOCK_DATA, Kind::Octets, data.end(), 0));
        self.envelope.block = Some(Block {
            control: control.value,
            number: number.value,
            acknowledged: acknowledged.value,
            data,
        });
        self.envelope.surplus = self.left_over(inner, e::SURPLUS, e::BLOCK_DATA);
        self.tree.close(mark);
        self.trailing(input);
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

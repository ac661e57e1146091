//! Reading a GBZ payload into the tree.

use nom::Parser;
use nom::number::be_u8;

use super::{AlertHead, CONTROL_FROM_DATE_TIME, FRAME_MANUFACTURER_SPECIFIC};
use super::{Component, Payload, elements as e, zcl};
use crate::element::ElementId;
use crate::error::{ErrorKind, LimitSource};
use crate::input::{Fault, Input, array, take};
use crate::kind::Kind;
use crate::limits::MAX_NODES;
use crate::message::{CraFlag, Envelope, Field};
use crate::span::Span;
use crate::tree::{NodeId, Stop, Tree};

/// Octets of the tag of an encrypted ZCL payload.
const TAG_OCTETS: usize = 12;

/// Decodes the content of a message as GBZ. An alert is known by the CRA flag.
pub(crate) fn decode(tree: &mut Tree, content: Input<'_>, envelope: &Envelope) -> Payload {
    let mark = tree.open(e::PAYLOAD, Kind::Group);
    let payload = Payload { node: mark.id(), profile: None, component_count: None, alert: None };
    let mut reader = Reader { tree, payload };
    let mut input = content;
    // A stop has left its issue; what was not read is the opaque leaf below.
    let _ = if envelope.cra() == Some(CraFlag::Alert) {
        reader.alert(&mut input, envelope.message_code())
    } else {
        reader.head(&mut input).and_then(|()| reader.components(&mut input))
    };
    let payload = reader.payload;
    tree.opaque(crate::message::elements::UNDECODED, content.end());
    tree.close_all(mark);
    payload
}

/// What follows code and time of an alert.
#[derive(Clone, Copy)]
enum AlertForm {
    /// Nothing.
    Bare,
    /// What became of a future dated command.
    Outcome,
    /// The hash of a firmware image, as an octet-string.
    Hash,
    /// A component.
    Component,
    /// Two octets of reason.
    Reason,
}

impl AlertForm {
    /// The form that goes with an alert code, or else with the message code.
    fn of(alert: u16, message_code: Option<u16>) -> Option<Self> {
        Some(match (alert, message_code) {
            (0x8F66 | 0x8F67, _) => Self::Outcome,
            (0x8F72 | 0x8F1C, _) => Self::Hash,
            (0x8F0A, _) => Self::Component,
            (0x81A0 | 0x8161 | 0x8162, _) => Self::Reason,
            (_, Some(0x00CD)) => Self::Outcome,
            (_, Some(0x00CF)) => Self::Hash,
            (_, Some(0x008B)) => Self::Component,
            (_, Some(0x00F2)) => Self::Reason,
            (_, Some(0x1000 | 0x1001)) => Self::Bare,
            _ => return None,
        })
    }
}

struct Reader<'t> {
    tree: &'t mut Tree,
    payload: Payload,
}

// A component has nine fields before its payload, of an octet or two: a call for each takes as long as
// to read it.
impl Reader<'_> {
    #[inline(always)]
    fn u8(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        kind: Kind,
    ) -> Result<Field<u8>, Stop> {
        self.tree.field(input, be_u8(), element, kind)
    }

    #[inline(always)]
    fn be_u16(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        kind: Kind,
    ) -> Result<Field<u16>, Stop> {
        self.tree.field(input, array().map(u16::from_be_bytes), element, kind)
    }

    fn be_u32(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        kind: Kind,
    ) -> Result<Field<u32>, Stop> {
        self.tree.field(input, array().map(u32::from_be_bytes), element, kind)
    }

    /// Takes the window that a length gives, which was read at `start`. Where it reaches past its
    /// container the window is cut to it, after an issue that says so.
    #[inline(always)]
    fn window<'a>(
        &mut self,
        input: &mut Input<'a>,
        start: u32,
        length: usize,
        element: ElementId,
    ) -> Input<'a> {
        let span = Span { buffer: input.buffer(), start, end: input.offset() };
        let limit = LimitSource { element, span };
        match input.split_off(length, limit) {
            Some(inner) => inner,
            None => self.window_cut(input, length, limit),
        }
    }

    /// All that is left, under the length that asked for more.
    #[cold]
    fn window_cut<'a>(
        &mut self,
        input: &mut Input<'a>,
        length: usize,
        limit: LimitSource,
    ) -> Input<'a> {
        let fault = Fault {
            offset: limit.span.start,
            kind: ErrorKind::LengthReachesPastEnd,
            needed: Some(length as u64),
            found: Some(input.len() as u64),
        };
        self.tree.issue(input.error(fault, limit.element));
        let left = *input;
        input.split_off(left.len(), limit).unwrap_or(left)
    }

    /// A length of two octets, big endian, and the window that it gives.
    #[inline(always)]
    fn long_window<'a>(
        &mut self,
        input: &mut Input<'a>,
        element: ElementId,
    ) -> Result<(Field<u16>, Input<'a>), Stop> {
        let start = input.offset();
        let length = self.be_u16(input, element, Kind::Length)?;
        Ok((length, self.window(input, start, usize::from(length.value), element)))
    }

    /// Says that octets are left over after `element`, if any are, and keeps them as opaque.
    fn left_over(&mut self, input: &Input<'_>, element: ElementId) {
        if input.is_empty() {
            return;
        }
        self.tree.issue(input.error(input.left_over(), element));
        self.tree.opaque(crate::message::elements::UNDECODED, input.end());
    }

    /// Profile and number of components.
    fn head(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        self.payload.profile = Some(self.be_u16(input, e::PROFILE_ID, Kind::Unsigned)?);
        self.payload.component_count = Some(self.u8(input, e::COMPONENT_COUNT, Kind::Unsigned)?);
        Ok(())
    }

    /// Components until the content ends, whatever their number and control octets say.
    fn components(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let mut number = 0;
        while !input.is_empty() {
            if self.tree.is_full() {
                let fault =
                    Fault { needed: Some(MAX_NODES as u64), ..input.fault(ErrorKind::Limit) };
                return Err(self.tree.stop(input, fault, e::COMPONENT));
            }
            self.component(input, number);
            number += 1;
        }
        Ok(())
    }

    /// One component. What cannot be read of it ends at its own end.
    fn component(&mut self, input: &mut Input<'_>, number: usize) {
        self.tree.number_next(number);
        let mark = self.tree.open(e::COMPONENT, Kind::Component);
        let end = self.fields(input, number, mark.id()).unwrap_or_else(|Stop| {
            input.skip(input.len());
            input.end()
        });
        self.tree.opaque(crate::message::elements::UNDECODED, end);
        self.tree.close_all(mark);
    }

    /// The fields of a component, which is kept with those that can be read. Gives its end.
    fn fields(&mut self, input: &mut Input<'_>, number: usize, node: NodeId) -> Result<u32, Stop> {
        let control = self.u8(input, e::CONTROL, Kind::Unsigned)?;
        let mut found = Component::new(number, node, control);
        let end = self.extended_header(input, &mut found).map(|(cluster, mut body)| {
            let end = body.end();
            let _ = self.body(&mut body, cluster, &mut found);
            end
        });
        if control.node.kept().is_some() {
            self.tree.lists.components.push(found);
        }
        end
    }

    /// Cluster and length; the octets that the length announces.
    #[inline]
    fn extended_header<'a>(
        &mut self,
        input: &mut Input<'a>,
        found: &mut Component,
    ) -> Result<(u16, Input<'a>), Stop> {
        let cluster = self.be_u16(input, e::CLUSTER, Kind::Unsigned)?;
        found.cluster = cluster.kept();
        let (length, body) = self.long_window(input, e::LENGTH)?;
        found.length = length.kept();
        Ok((cluster.value, body))
    }

    /// What a component's length announces.
    #[inline]
    fn body(
        &mut self,
        input: &mut Input<'_>,
        cluster: u16,
        found: &mut Component,
    ) -> Result<(), Stop> {
        if found.control.value & CONTROL_FROM_DATE_TIME != 0 {
            found.from_date_time = self.be_u32(input, e::FROM_DATE_TIME, Kind::Seconds2000)?.kept();
        }
        if found.is_encrypted() {
            found.additional_control =
                self.u8(input, e::ADDITIONAL_CONTROL, Kind::Unsigned)?.kept();
            found.frame_counter = self.u8(input, e::FRAME_COUNTER, Kind::Unsigned)?.kept();
        }
        let frame_control = self.u8(input, e::FRAME_CONTROL, Kind::Unsigned)?;
        found.frame_control = frame_control.kept();
        let frame_control = frame_control.value;
        if frame_control & FRAME_MANUFACTURER_SPECIFIC != 0 {
            let code = array().map(u16::from_le_bytes);
            found.manufacturer_code =
                self.tree.field(input, code, e::MANUFACTURER_CODE, Kind::ZclUnsigned)?.kept();
        }
        found.sequence = self.u8(input, e::SEQUENCE, Kind::Unsigned)?.kept();
        let element = zcl::command_id_element(cluster, frame_control).unwrap_or(e::COMMAND);
        let command = self.u8(input, element, Kind::Unsigned)?;
        found.command = command.kept();
        if found.is_encrypted() {
            return self.ciphered(input, found);
        }
        found.payload =
            zcl::decode(self.tree, *input, cluster, frame_control, command.value).kept();
        Ok(())
    }

    /// The ciphered information of an encrypted component.
    fn ciphered(&mut self, after: &mut Input<'_>, found: &mut Component) -> Result<(), Stop> {
        let (length, mut input) = self.long_window(after, e::CIPHERED_LENGTH)?;
        found.ciphered_length = length.kept();
        found.security_control = self.u8(&mut input, e::SECURITY_CONTROL, Kind::Unsigned)?.kept();
        found.invocation_counter =
            self.be_u32(&mut input, e::INVOCATION_COUNTER, Kind::Unsigned)?.kept();
        let Some(ciphertext) = input.len().checked_sub(TAG_OCTETS) else {
            return Err(self.tree.stop(&input, input.too_short(TAG_OCTETS), e::AUTHENTICATION_TAG));
        };
        let tag_start = input.offset() + ciphertext as u32;
        found.ciphertext = self.tree.leaf(e::CIPHERTEXT, Kind::Ciphertext, tag_start, 0).kept();
        found.tag = self.tree.leaf(e::AUTHENTICATION_TAG, Kind::Mac, input.end(), 0).kept();
        self.left_over(after, e::CIPHERED_LENGTH);
        Ok(())
    }

    /// An alert: head, code, time, and what goes with the code.
    fn alert(&mut self, input: &mut Input<'_>, message_code: Option<u16>) -> Result<(), Stop> {
        self.head(input)?;
        let code = self.be_u16(input, e::ALERT_CODE, Kind::Unsigned)?;
        self.payload.alert = Some(AlertHead { code, time: None });
        let time = self.be_u32(input, e::ALERT_TIME, Kind::Seconds2000)?;
        self.payload.alert = Some(AlertHead { code, time: Some(time) });
        match AlertForm::of(code.value, message_code) {
            Some(AlertForm::Bare) => self.left_over(input, e::ALERT_TIME),
            Some(AlertForm::Outcome) => self.outcome(input)?,
            Some(AlertForm::Hash) => self.hash(input)?,
            Some(AlertForm::Component) => {
                // The component is the content: without it there is nothing to read.
                if input.is_empty() {
                    let fault = input.too_short(1);
                    return Err(self.tree.stop(input, fault, e::COMPONENT));
                }
                self.components(input)?;
            }
            Some(AlertForm::Reason) => {
                self.tree.field(input, take(2), e::ALERT_REASON, Kind::Unsigned)?;
                self.left_over(input, e::ALERT_REASON);
            }
            // Codes of which no content is known: nothing, a component if it has just that
            // length, or octets.
            None if is_component(input.octets()) => self.components(input)?,
            None => {
                if !input.is_empty() {
                    self.tree.leaf(e::ALERT_CONTENT, Kind::Octets, input.end(), 0);
                }
            }
        }
        Ok(())
    }

    /// What became of a future dated command. All numbers are big endian.
    fn outcome(&mut self, after: &mut Input<'_>) -> Result<(), Stop> {
        let mark = self.tree.open(e::OUTCOME, Kind::Group);
        let start = after.offset();
        let length = self.u8(after, e::OUTCOME_LENGTH, Kind::Length)?.value;
        let mut input = self.window(after, start, usize::from(length), e::OUTCOME_LENGTH);
        let input = &mut input;
        self.be_u16(input, e::OUTCOME_MESSAGE_CODE, Kind::Unsigned)?;
        self.tree.field(input, take(8), e::OUTCOME_COUNTER, Kind::Unsigned)?;
        self.be_u16(input, e::OUTCOME_CLUSTER, Kind::Unsigned)?;
        self.u8(input, e::OUTCOME_FRAME_CONTROL, Kind::Unsigned)?;
        self.u8(input, e::OUTCOME_COMMAND, Kind::Unsigned)?;
        self.left_over(input, e::OUTCOME);
        self.tree.close(mark);
        self.left_over(after, e::OUTCOME);
        Ok(())
    }

    /// A firmware hash, written as a DLMS octet-string: tag, length, octets.
    fn hash(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let fault = match input.octets() {
            [0x09, length, rest @ ..] => {
                let octets = 2 + usize::from(*length);
                if usize::from(*length) <= rest.len() {
                    input.skip(octets);
                    let end = input.offset();
                    self.tree.leaf(e::FIRMWARE_HASH, Kind::DlmsOctetString, end, 2);
                    self.left_over(input, e::FIRMWARE_HASH);
                    return Ok(());
                }
                Fault {
                    offset: input.offset(),
                    kind: ErrorKind::LengthReachesPastEnd,
                    needed: Some(octets as u64),
                    found: Some(input.len() as u64),
                }
            }
            [0x09] => input.too_short(2),
            _ => input.unexpected(Some(0x09)),
        };
        Err(self.tree.stop(input, fault, e::FIRMWARE_HASH))
    }
}

/// True where octets are just one component: five octets of head and the length that they state.
fn is_component(octets: &[u8]) -> bool {
    match octets {
        [_, _, _, high, low, body @ ..] => {
            usize::from(u16::from_be_bytes([*high, *low])) == body.len()
        }
        _ => false,
    }
}

//! Reading a GBZ payload into the tree.

use super::{AlertHead, CONTROL_ENCRYPTED, CONTROL_FROM_DATE_TIME, FRAME_MANUFACTURER_SPECIFIC};
use super::{Payload, elements as e, zcl};
use crate::element::ElementId;
use crate::error::{ErrorKind, LimitSource};
use crate::input::{Fault, Input, fault_of, take};
use crate::kind::Kind;
use crate::limits::MAX_NODES;
use crate::message::{CraFlag, Envelope, Field};
use crate::span::Span;
use crate::tree::Tree;

/// Octets of the tag of an encrypted ZCL payload.
const TAG_OCTETS: usize = 12;

/// Reading stopped: the remaining octets of the layer become opaque.
struct Stop;

type Step<'a, T> = Result<(Input<'a>, T), Stop>;

/// Decodes the content of a message as GBZ. An alert is known by the CRA flag.
pub(crate) fn decode(tree: &mut Tree, content: Input<'_>, envelope: &Envelope) -> Payload {
    let mark = tree.open(e::PAYLOAD, Kind::Group);
    let payload = Payload { node: mark.id(), profile: None, component_count: None, alert: None };
    let mut reader = Reader { tree, payload };
    // A stop has left its issue; what was not read is the opaque leaf below.
    let _ = if envelope.cra() == Some(CraFlag::Alert) {
        reader.alert(content, envelope.message_code())
    } else {
        reader.head(content).and_then(|(rest, ())| reader.components(rest))
    };
    let payload = reader.payload;
    tree.opaque(crate::message::elements::UNDECODED, content.end());
    tree.close_all(mark);
    payload
}

/// What the extended header of a component says of its ZCL payload.
#[derive(Clone, Copy)]
struct Header {
    control: u8,
    cluster: u16,
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

impl Reader<'_> {
    #[cold]
    fn stop(&mut self, input: Input<'_>, fault: Fault, element: ElementId) -> Stop {
        self.tree.issue(input.error(fault, element));
        Stop
    }

    /// `N` octets as a leaf, and the octets.
    fn fixed<'a, const N: usize>(
        &mut self,
        input: Input<'a>,
        element: ElementId,
        kind: Kind,
    ) -> Step<'a, Field<[u8; N]>> {
        match take(N)(input) {
            Ok((rest, octets)) => {
                let node = self.tree.leaf(element, kind, rest.offset(), 0);
                Ok((rest, Field { value: octets.try_into().unwrap_or([0; N]), node }))
            }
            Err(error) => Err(self.stop(input, fault_of(input, error), element)),
        }
    }

    fn u8<'a>(&mut self, input: Input<'a>, element: ElementId, kind: Kind) -> Step<'a, Field<u8>> {
        let (rest, field) = self.fixed::<1>(input, element, kind)?;
        let [value] = field.value;
        Ok((rest, Field { value, node: field.node }))
    }

    fn be_u16<'a>(
        &mut self,
        input: Input<'a>,
        element: ElementId,
        kind: Kind,
    ) -> Step<'a, Field<u16>> {
        let (rest, field) = self.fixed(input, element, kind)?;
        Ok((rest, Field { value: u16::from_be_bytes(field.value), node: field.node }))
    }

    fn be_u32<'a>(
        &mut self,
        input: Input<'a>,
        element: ElementId,
        kind: Kind,
    ) -> Step<'a, Field<u32>> {
        let (rest, field) = self.fixed(input, element, kind)?;
        Ok((rest, Field { value: u32::from_be_bytes(field.value), node: field.node }))
    }

    /// A length of one or two octets, big endian, and the window that it gives. Where it reaches
    /// past its container the window is cut to it, after an issue that says so.
    fn window<'a>(
        &mut self,
        input: Input<'a>,
        octets: usize,
        element: ElementId,
    ) -> Step<'a, Input<'a>> {
        let (rest, length) = match octets {
            1 => {
                let (rest, field) = self.u8(input, element, Kind::Length)?;
                (rest, usize::from(field.value))
            }
            _ => {
                let (rest, field) = self.be_u16(input, element, Kind::Length)?;
                (rest, usize::from(field.value))
            }
        };
        let span = Span { buffer: input.buffer(), start: input.offset(), end: rest.offset() };
        let limit = LimitSource { element, span };
        if let Some((inner, after)) = rest.split(length, limit) {
            return Ok((after, inner));
        }
        self.tree.issue(input.error(
            Fault {
                offset: input.offset(),
                kind: ErrorKind::LengthReachesPastEnd,
                needed: Some(length as u64),
                found: Some(rest.len() as u64),
            },
            element,
        ));
        // All that is left, under the same limit.
        let (inner, after) = rest.split(rest.len(), limit).unwrap_or((rest, rest));
        Ok((after, inner))
    }

    /// Says that octets are left over after `element`, if any are, and keeps them as opaque.
    fn left_over(&mut self, input: Input<'_>, element: ElementId) {
        if input.is_empty() {
            return;
        }
        let fault = Fault {
            offset: input.offset(),
            kind: ErrorKind::LeftOver,
            needed: Some(0),
            found: Some(input.len() as u64),
        };
        self.tree.issue(input.error(fault, element));
        self.tree.opaque(crate::message::elements::UNDECODED, input.end());
    }

    /// Profile and number of components.
    fn head<'a>(&mut self, input: Input<'a>) -> Step<'a, ()> {
        let (input, profile) = self.be_u16(input, e::PROFILE_ID, Kind::Unsigned)?;
        self.payload.profile = Some(profile);
        let (input, count) = self.u8(input, e::COMPONENT_COUNT, Kind::Unsigned)?;
        self.payload.component_count = Some(count);
        Ok((input, ()))
    }

    /// Components until the content ends, whatever their number and control octets say.
    fn components(&mut self, mut input: Input<'_>) -> Result<(), Stop> {
        let mut number = 0;
        while !input.is_empty() {
            if self.tree.is_full() {
                let fault =
                    Fault { needed: Some(MAX_NODES as u64), ..input.fault(ErrorKind::Limit) };
                return Err(self.stop(input, fault, e::COMPONENT));
            }
            input = self.component(input, number);
            number += 1;
        }
        Ok(())
    }

    /// One component; what stands behind it. A component that cannot be read stops at its own end.
    fn component<'a>(&mut self, input: Input<'a>, number: usize) -> Input<'a> {
        self.tree.number_next(number);
        let mark = self.tree.open(e::COMPONENT, Kind::Component);
        let after = match self.extended_header(input) {
            Ok((after, (header, body))) => {
                let _ = self.body(body, header);
                self.tree.opaque(crate::message::elements::UNDECODED, body.end());
                after
            }
            Err(Stop) => {
                self.tree.opaque(crate::message::elements::UNDECODED, input.end());
                nom::Input::take_from(&input, input.len())
            }
        };
        self.tree.close_all(mark);
        after
    }

    /// Control, cluster and length; the octets that the length announces.
    fn extended_header<'a>(&mut self, input: Input<'a>) -> Step<'a, (Header, Input<'a>)> {
        let (input, control) = self.u8(input, e::CONTROL, Kind::Unsigned)?;
        let (input, cluster) = self.be_u16(input, e::CLUSTER, Kind::Unsigned)?;
        let (after, body) = self.window(input, 2, e::LENGTH)?;
        Ok((after, (Header { control: control.value, cluster: cluster.value }, body)))
    }

    /// What a component's length announces.
    fn body(&mut self, mut input: Input<'_>, header: Header) -> Result<(), Stop> {
        let Header { control, cluster } = header;
        if control & CONTROL_FROM_DATE_TIME != 0 {
            (input, _) = self.be_u32(input, e::FROM_DATE_TIME, Kind::Seconds2000)?;
        }
        let encrypted = control & CONTROL_ENCRYPTED != 0;
        if encrypted {
            (input, _) = self.u8(input, e::ADDITIONAL_CONTROL, Kind::Unsigned)?;
            (input, _) = self.u8(input, e::FRAME_COUNTER, Kind::Unsigned)?;
        }
        let (mut input, frame_control) = self.u8(input, e::FRAME_CONTROL, Kind::Unsigned)?;
        if frame_control.value & FRAME_MANUFACTURER_SPECIFIC != 0 {
            (input, _) = self.fixed::<2>(input, e::MANUFACTURER_CODE, Kind::ZclUnsigned)?;
        }
        let (input, _) = self.u8(input, e::SEQUENCE, Kind::Unsigned)?;
        let element = zcl::command_id_element(cluster, frame_control.value).unwrap_or(e::COMMAND);
        let (input, command) = self.u8(input, element, Kind::Unsigned)?;
        if encrypted {
            return self.ciphered(input);
        }
        zcl::decode(self.tree, input, cluster, frame_control.value, command.value);
        Ok(())
    }

    /// The ciphered information of an encrypted component.
    fn ciphered(&mut self, input: Input<'_>) -> Result<(), Stop> {
        let (after, input) = self.window(input, 2, e::CIPHERED_LENGTH)?;
        let (input, _) = self.u8(input, e::SECURITY_CONTROL, Kind::Unsigned)?;
        let (input, _) = self.be_u32(input, e::INVOCATION_COUNTER, Kind::Unsigned)?;
        let Some(ciphertext) = input.len().checked_sub(TAG_OCTETS) else {
            return Err(self.stop(input, input.too_short(TAG_OCTETS), e::AUTHENTICATION_TAG));
        };
        let tag_start = input.offset() + ciphertext as u32;
        self.tree.leaf(e::CIPHERTEXT, Kind::Ciphertext, tag_start, 0);
        self.tree.leaf(e::AUTHENTICATION_TAG, Kind::Mac, input.end(), 0);
        self.left_over(after, e::CIPHERED_LENGTH);
        Ok(())
    }

    /// An alert: head, code, time, and what goes with the code.
    fn alert(&mut self, input: Input<'_>, message_code: Option<u16>) -> Result<(), Stop> {
        let (input, ()) = self.head(input)?;
        let (input, code) = self.be_u16(input, e::ALERT_CODE, Kind::Unsigned)?;
        self.payload.alert = Some(AlertHead { code, time: None });
        let (input, time) = self.be_u32(input, e::ALERT_TIME, Kind::Seconds2000)?;
        self.payload.alert = Some(AlertHead { code, time: Some(time) });
        match AlertForm::of(code.value, message_code) {
            Some(AlertForm::Bare) => self.left_over(input, e::ALERT_TIME),
            Some(AlertForm::Outcome) => self.outcome(input)?,
            Some(AlertForm::Hash) => self.hash(input)?,
            Some(AlertForm::Component) => {
                // The component is the content: without it there is nothing to read.
                if input.is_empty() {
                    return Err(self.stop(input, input.too_short(1), e::COMPONENT));
                }
                self.components(input)?;
            }
            Some(AlertForm::Reason) => {
                let (rest, _) = self.fixed::<2>(input, e::ALERT_REASON, Kind::Unsigned)?;
                self.left_over(rest, e::ALERT_REASON);
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
    fn outcome(&mut self, input: Input<'_>) -> Result<(), Stop> {
        let mark = self.tree.open(e::OUTCOME, Kind::Group);
        let (after, input) = self.window(input, 1, e::OUTCOME_LENGTH)?;
        let (input, _) = self.be_u16(input, e::OUTCOME_MESSAGE_CODE, Kind::Unsigned)?;
        let (input, _) = self.fixed::<8>(input, e::OUTCOME_COUNTER, Kind::Unsigned)?;
        let (input, _) = self.be_u16(input, e::OUTCOME_CLUSTER, Kind::Unsigned)?;
        let (input, _) = self.u8(input, e::OUTCOME_FRAME_CONTROL, Kind::Unsigned)?;
        let (input, _) = self.u8(input, e::OUTCOME_COMMAND, Kind::Unsigned)?;
        self.left_over(input, e::OUTCOME);
        self.tree.close(mark);
        self.left_over(after, e::OUTCOME);
        Ok(())
    }

    /// A firmware hash, written as a DLMS octet-string: tag, length, octets.
    fn hash(&mut self, input: Input<'_>) -> Result<(), Stop> {
        if input.peek() != Some(0x09) {
            return Err(self.stop(input, input.unexpected(Some(0x09)), e::FIRMWARE_HASH));
        }
        let Some(length) = input.peek_at(1) else {
            return Err(self.stop(input, input.too_short(2), e::FIRMWARE_HASH));
        };
        let octets = 2 + usize::from(length);
        match take(octets)(input) {
            Ok((rest, _)) => {
                self.tree.leaf(e::FIRMWARE_HASH, Kind::DlmsOctetString, rest.offset(), 2);
                self.left_over(rest, e::FIRMWARE_HASH);
                Ok(())
            }
            Err(_) => {
                let fault = Fault {
                    offset: input.offset(),
                    kind: ErrorKind::LengthReachesPastEnd,
                    needed: Some(octets as u64),
                    found: Some(input.len() as u64),
                };
                Err(self.stop(input, fault, e::FIRMWARE_HASH))
            }
        }
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

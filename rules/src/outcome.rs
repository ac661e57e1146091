//! What a message reports: success or failure, and an alert's code.

use gbcs_parser::dlms::ApduKind;
use gbcs_parser::{CraFlag, Kind, Message, NodeId, Payload, Value};

/// ZCL command of a general Default Response.
pub const DEFAULT_RESPONSE: u8 = 0x0B;
/// ZCL command of a general Read Attributes Response.
const READ_ATTRIBUTES_RESPONSE: u8 = 0x01;

/// A Default Response: which command it answers, and with which status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DefaultResponse {
    /// The command that it answers.
    pub command: u8,
    /// Status; 0 is success.
    pub status: u8,
}

/// True where a ZCL frame control says that the command is a general one, not a cluster's.
#[must_use]
pub fn is_general(frame_control: u8) -> bool {
    frame_control & 0x03 == 0
}

/// The Default Response in a component, if it is one.
#[must_use]
pub fn default_response(
    message: &Message<'_>,
    component: &gbcs_parser::gbz::Component,
) -> Option<DefaultResponse> {
    if component.command?.value != DEFAULT_RESPONSE || !is_general(component.frame_control?.value) {
        return None;
    }
    let octets = message.tree.octets(component.payload?, message.octets());
    match octets {
        [command, status, ..] => Some(DefaultResponse { command: *command, status: *status }),
        _ => None,
    }
}

/// Whether a response reports nothing but success: DLMS results all 0, ZCL status all SUCCESS, the
/// DER success value. `None` for what is no response, or cannot be read (encrypted and not opened,
/// undecoded).
#[must_use]
pub fn is_accepted(message: &Message<'_>) -> Option<bool> {
    if message.envelope.cra() != Some(CraFlag::Response) {
        return None;
    }
    match message.payload {
        Payload::Dlms(apdu) => {
            if apdu.kind != Some(ApduKind::AccessResponse) {
                return None;
            }
            let mut any = false;
            for result in apdu.results(message) {
                any = true;
                if result.code != 0 {
                    return Some(false);
                }
            }
            any.then_some(true)
        }
        Payload::Gbz(payload) => {
            let mut accepted = None;
            for component in payload.components(message) {
                accepted = Some(accepted.unwrap_or(true));
                if let Some(answer) = default_response(message, component) {
                    if answer.status != 0 {
                        return Some(false);
                    }
                } else if is_read_answer(component) && !attributes_read(message, component)? {
                    return Some(false);
                }
            }
            accepted
        }
        Payload::Asn1(payload) => der_accepted(message, payload.root?),
        Payload::None => None,
    }
}

fn is_read_answer(component: &gbcs_parser::gbz::Component) -> bool {
    component.command.is_some_and(|command| command.value == READ_ATTRIBUTES_RESPONSE)
        && component.frame_control.is_some_and(|control| is_general(control.value))
}

/// Whether all attributes of a Read Attributes Response were read; `None` where it is encrypted and
/// was not opened.
fn attributes_read(message: &Message<'_>, component: &gbcs_parser::gbz::Component) -> Option<bool> {
    let payload = component.payload?;
    let status = message
        .tree
        .descendants(payload)
        .filter(|id| message.tree.get(*id).is_some_and(|node| node.element.name() == "status"));
    Some(status.into_iter().all(|id| message.tree.unsigned(id, message.octets()) == Some(0)))
}

/// Ends of the names of DER fields that carry an outcome, all 0 on success.
const DER_OUTCOMES: [&str; 2] = ["response-code", "status-code"];

/// Whether a DER response reports success: every outcome in it is 0. A bare number is itself the
/// outcome.
fn der_accepted(message: &Message<'_>, root: NodeId) -> Option<bool> {
    let node = message.tree.get(root)?;
    if !message.tree.issues().is_empty() {
        return None;
    }
    if matches!(node.kind, Kind::DerInteger | Kind::DerEnumerated) {
        return Some(message.tree.value(root, message.octets()) == Value::Signed(0));
    }
    let accepted = message.tree.descendants(root).all(|id| {
        message.tree.get(id).is_none_or(|node| {
            !DER_OUTCOMES.iter().any(|end| node.element.name().ends_with(end))
                || message.tree.value(id, message.octets()) == Value::Signed(0)
        })
    });
    Some(accepted)
}

/// The code of an alert and the node that holds it.
#[must_use]
pub fn alert_code_node(message: &Message<'_>) -> Option<(u16, NodeId)> {
    if message.envelope.cra() != Some(CraFlag::Alert) {
        return None;
    }
    let number = |node| {
        let code = message.tree.unsigned(node, message.octets())?;
        u16::try_from(code).ok().map(|code| (code, node))
    };
    match message.payload {
        Payload::Dlms(apdu) => {
            let code = message.tree.members(apdu.body?).next()?;
            number(code)
        }
        Payload::Gbz(payload) => payload.alert.map(|alert| (alert.code.value, alert.code.node)),
        Payload::Asn1(payload) => number(message.tree.members(payload.root?).next()?),
        Payload::None => None,
    }
}

/// The code of an alert.
#[must_use]
pub fn alert_code(message: &Message<'_>) -> Option<u16> {
    alert_code_node(message).map(|(code, _)| code)
}

/// The time stamp of an alert by the device's own clock, in seconds since 2000-01-01 00:00:00 UTC.
/// `None` where it is not given in full, or the clock status says that it is doubtful.
#[must_use]
pub fn alert_time(message: &Message<'_>) -> Option<u32> {
    if message.envelope.cra() != Some(CraFlag::Alert) {
        return None;
    }
    match message.payload {
        Payload::Dlms(apdu) => {
            let time = message.tree.members(apdu.body?).nth(1)?;
            let octets = message.tree.content(time, message.octets());
            if crate::time::clock_status(octets).is_some_and(crate::time::is_unreliable) {
                return None;
            }
            crate::time::seconds_2000(octets)
        }
        Payload::Gbz(payload) => payload.alert?.time.map(|time| time.value),
        // The time in a DER alert is that at which a command was due or carried out; only the
        // backup of a device log tells its own.
        Payload::Asn1(payload) => {
            let time = message.tree.members(payload.root?).nth(1)?;
            if message.tree.get(time)?.element.name() != "backup-date-time" {
                return None;
            }
            match message.tree.value(time, message.octets()) {
                Value::Text(text) => crate::time::generalized(text),
                _ => None,
            }
        }
        Payload::None => None,
    }
}

//! Which outcome a response shows: SUCCESS, NOT_FOUND or ERROR.

use gbcs_parser::dlms::{AccessKind, ApduKind};
use gbcs_parser::gbz::Component;
use gbcs_parser::{CraFlag, Message, NodeId, Payload};

use super::dlms;
use crate::outcome;

/// ZCL status NOT_FOUND.
const NOT_FOUND: u8 = 0x8B;

/// What a response shows. An empty log may be both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// It reports nothing but success.
    pub(super) accepted: bool,
    /// It says that there is nothing: a Default Response of NOT_FOUND, or an empty log.
    pub(super) not_found: bool,
    /// It accepts an instruction whose outcome an alert will tell.
    pub(super) pending: bool,
    /// Where it says so.
    pub(super) node: NodeId,
}

/// The outcome of a response; `None` where it cannot be read.
pub(super) fn shown(message: &Message<'_>) -> Option<Shown> {
    if message.envelope.cra() != Some(CraFlag::Response) {
        return None;
    }
    let tree = &message.tree;
    let content = message.content()?;
    let mut accepted = outcome::is_accepted(message)?;
    let (mut not_found, mut pending, mut node) = (false, false, content);
    match message.payload {
        Payload::Gbz(payload) => {
            node = payload.node;
            let (mut answered, mut empty, mut failed) = (false, false, false);
            for component in payload.components(message) {
                match outcome::default_response(message, component).map(|answer| answer.status) {
                    Some(0) => answered = true,
                    Some(NOT_FOUND) => empty = true,
                    Some(_) => failed = true,
                    None => {
                        let refused = is_refused(message, component);
                        (answered, failed) = (answered || !refused, failed || refused);
                        // Failed attributes of a read are no Default Response.
                        empty |= accepted && is_empty(message, component);
                    }
                }
                if failed {
                    node = component.node;
                    break;
                }
            }
            // Of several logs some may be empty.
            not_found = empty && !failed;
            accepted = !failed && (accepted || (empty && answered));
        }
        Payload::Dlms(apdu) if apdu.kind == Some(ApduKind::AccessResponse) => {
            let failed = apdu.results(message).iter().find(|result| result.code != 0);
            node = failed.map_or(apdu.results.unwrap_or(content), |result| result.node);
            let empty = |data: NodeId| {
                tree.get(data).is_some_and(|node| node.kind.is_container())
                    && tree.members(data).next().is_none()
            };
            let is_log = dlms::selects(message);
            not_found = failed.is_none()
                && apdu.results(message).iter().any(|result| {
                    is_log(result.number) == Some(AccessKind::GetWithSelection)
                        && result.data.is_some_and(empty)
                });
        }
        Payload::Asn1(payload) => {
            let root = payload.root?;
            let parts = || {
                std::iter::once(root).chain(tree.descendants(root)).filter_map(|id| {
                    let name = tree.get(id)?.element.name();
                    Some((id, name))
                })
            };
            pending = parts().any(|(_, name)| name == "command-accepted");
            // A clock that was not set says so by its status.
            let status = parts().find(|(_, name)| *name == "device-time-status");
            accepted &= status
                .is_none_or(|(id, _)| tree.unsigned(id, message.octets()).is_none_or(|n| n == 0));
        }
        _ => {}
    }
    Some(Shown { accepted, not_found, pending, node })
}

/// Results of a top up that was rejected.
const REJECTED: std::ops::RangeInclusive<u64> = 0x01..=0x0F;
/// Sample of a network log that is not taken.
const NO_SAMPLING: u64 = 0xFFFF;

/// True for an answer that says in a field of its own that it refuses.
fn is_refused(message: &Message<'_>, component: &Component) -> bool {
    let (Some(payload), Some(command)) = (component.payload, component.command) else {
        return false;
    };
    let tree = &message.tree;
    let is_start_sampling = command.value == START_SAMPLING_RESPONSE;
    tree.children(payload).any(|id| {
        let value = tree.unsigned(id, message.octets());
        match tree.get(id).map(|node| node.element.name()) {
            Some("result-type") => value.is_some_and(|value| REJECTED.contains(&value)),
            Some("sample-id") => is_start_sampling && value == Some(NO_SAMPLING),
            _ => false,
        }
    })
}

/// ZCL command of the answer to Start Sampling.
const START_SAMPLING_RESPONSE: u8 = 0x0D;

/// True for a component that publishes a log without entries.
fn is_empty(message: &Message<'_>, component: &Component) -> bool {
    let Some(payload) = component.payload else { return false };
    message.tree.children(payload).any(|id| {
        message.tree.get(id).is_some_and(|node| {
            let name = node.element.name();
            name.starts_with("total-number") && !name.contains("commands")
        }) && message.tree.unsigned(id, message.octets()) == Some(0)
    })
}

//! Which outcome a response shows: SUCCESS, NOT_FOUND or ERROR.

use gbcs_parser::dlms::{AccessKind, ApduKind};
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
    let accepted = outcome::is_accepted(message);
    let (mut not_found, mut other, mut node) = (false, false, content);
    match message.payload {
        Payload::Gbz(payload) => {
            node = payload.node;
            for component in payload.components(message) {
                let Some(answer) = outcome::default_response(message, &component) else { continue };
                match answer.status {
                    0 => {}
                    NOT_FOUND => not_found = true,
                    _ => other = true,
                }
                if answer.status != 0 {
                    node = component.node;
                }
            }
            if accepted == Some(true) {
                not_found =
                    payload.components(message).any(|component| is_empty(message, &component));
            }
        }
        Payload::Dlms(apdu) if apdu.kind == Some(ApduKind::AccessResponse) => {
            node = apdu.results.unwrap_or(content);
            let failed = apdu.results(message).find(|result| result.code != 0);
            node = failed.map_or(node, |result| result.node);
            let empty = |data: NodeId| {
                tree.get(data).is_some_and(|node| node.kind.is_container())
                    && tree.members(data).next().is_none()
            };
            let is_log = dlms::selects(message);
            not_found = failed.is_none()
                && apdu.results(message).any(|result| {
                    is_log(result.number) == Some(AccessKind::GetWithSelection)
                        && result.data.is_some_and(empty)
                });
        }
        _ => {}
    }
    Some(Shown { accepted: accepted?, not_found: not_found && !other, node })
}

/// True for a component that publishes a log without entries.
fn is_empty(message: &Message<'_>, component: &gbcs_parser::gbz::Component) -> bool {
    let Some(payload) = component.payload else { return false };
    message.tree.children(payload).any(|id| {
        message.tree.get(id).is_some_and(|node| {
            let name = node.element.name();
            name.starts_with("Total Number") && !name.contains("Commands")
        }) && message.tree.unsigned(id, message.octets()) == Some(0)
    })
}

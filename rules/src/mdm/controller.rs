//! Which auxiliary controller a command or alert speaks of.

use gbcs_parser::dlms::AccessKind;
use gbcs_parser::{CraFlag, Kind, Message, Node, NodeId, Payload};

use crate::datum::Datum;
use crate::outcome;

/// Alerts that a limit of a controller was processed, or has ended.
const LIMIT_ALERTS: [u16; 2] = [0x8F86, 0x8F87];

/// An entry of a command.
#[derive(Clone, Copy)]
pub(super) struct Item {
    /// Number of the entry, from 0.
    pub(super) number: usize,
    /// Node of its value.
    pub(super) node: NodeId,
}

/// What a command sets of a controller.
#[derive(Default)]
pub(super) struct Period {
    /// Start of the period.
    pub(super) start: Option<Item>,
    /// End of the period.
    pub(super) end: Option<Item>,
    /// The controllers whose fields are set.
    pub(super) fields: Vec<(u8, Item)>,
    /// The controller that is commanded.
    pub(super) commanded: Option<(u8, Item)>,
}

/// True for the five numbers of controllers.
pub(super) fn is_one(number: u8) -> bool {
    (1..=5).contains(&number)
}

/// The numbers that a controller may have.
pub(super) fn numbers() -> Datum {
    Datum::Range(Box::new(Datum::from(1u8)), Box::new(Datum::from(5u8)))
}

/// What an ECS47a or ECS47e command sets.
pub(super) fn period(command: &Message<'_>) -> Period {
    let mut period = Period::default();
    let Payload::Dlms(apdu) = command.payload else { return period };
    for request in apdu.requests(command) {
        let Some(node) = request.data else { continue };
        let item = Item { number: request.number, node };
        match (request.kind, request.obis) {
            // 0-0:94.44.117.x to 0-0:94.44.121.x: x odd for starts, even for ends.
            (AccessKind::Set, [0, 0, 94, 44, object @ 117..=121, field]) => {
                period.fields.push((object - 116, item));
                if field % 2 == 1 {
                    period.start = Some(item);
                } else {
                    period.end = Some(item);
                }
            }
            // The high octet of the parameter: direction, then number.
            (AccessKind::Action, [0, 0, 10, 0, 103 | 107, 255]) => {
                let is_parameter = |node: &Node| node.kind == Kind::DlmsLongUnsigned;
                let parameter = command.tree.get(node).filter(|node| is_parameter(node));
                let value = parameter.and(command.tree.unsigned(node, command.octets()));
                period.commanded = value.map(|value| ((value >> 8 & 0x0F) as u8, item));
            }
            _ => {}
        }
    }
    period
}

/// The controller of a 0x8F86 or 0x8F87 alert, and the node that names it.
pub(super) fn in_alert(message: &Message<'_>) -> Option<(u8, NodeId)> {
    if message.envelope.cra() != Some(CraFlag::Alert)
        || !LIMIT_ALERTS.contains(&outcome::alert_code(message)?)
    {
        return None;
    }
    let Payload::Dlms(apdu) = message.payload else { return None };
    let node = message.tree.members(apdu.body?).nth(2)?;
    let value = message.tree.unsigned(node, message.octets())?;
    Some(((value & 0x0F) as u8, node))
}

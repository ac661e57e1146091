//! Which messages of a device were seen: duplicate deliveries, and one identity with two contents.

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use gbcs_parser::message::Shape;
use gbcs_parser::record::{Direction, Position};
use gbcs_parser::{CraFlag, EntityId, Message};

/// Identities remembered of a device: those among which a conflict is looked for.
const MAX_IDENTITIES: usize = 4096;

/// What makes a message the same message: the parties, the CRA flag and the counter; and the stage,
/// since a pre-command has those of its command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Identity {
    originator: EntityId,
    recipient: EntityId,
    cra: CraFlag,
    counter: u64,
    pre_command: bool,
}

/// How a message relates to those seen before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// It is new, or has no identity.
    New,
    /// The same octets were seen.
    Duplicate,
    /// The same identity was seen with other octets, at this place.
    Conflict(Position),
}

/// The identities seen, newest last.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    contents: HashMap<Identity, (u64, Position)>,
    order: VecDeque<Identity>,
}

impl Seen {
    pub(crate) fn note(
        &mut self,
        message: &Message<'_>,
        direction: Option<Direction>,
        position: &Position,
    ) -> Delivery {
        let envelope = &message.envelope;
        let (Some(originator), Some(recipient), Some(cra), Some(counter)) =
            (envelope.originator(), envelope.recipient(), envelope.cra(), envelope.counter())
        else {
            return Delivery::New;
        };
        if envelope.shape() == Some(Shape::GbtBlock) {
            return Delivery::New;
        }
        let identity = Identity {
            originator,
            recipient,
            cra,
            counter,
            pre_command: is_pre_command(message, direction),
        };
        let mut hasher = DefaultHasher::new();
        content(message).hash(&mut hasher);
        let hash = hasher.finish();
        match self.contents.get(&identity) {
            Some((before, _)) if *before == hash => Delivery::Duplicate,
            Some((_, position)) => Delivery::Conflict(position.clone()),
            None => {
                self.contents.insert(identity, (hash, position.clone()));
                self.order.push_back(identity);
                if self.order.len() > MAX_IDENTITIES
                    && let Some(oldest) = self.order.pop_front()
                {
                    self.contents.remove(&oldest);
                }
                Delivery::New
            }
        }
    }
}

/// The octets by which two deliveries are compared. The prefix of a tunnel is not the message's, and
/// some tools add an empty signature field to a pre-command: it is the same pre-command.
fn content<'a>(message: &Message<'a>) -> &'a [u8] {
    let whole = message.octets();
    let envelope = &message.envelope;
    let first = envelope.mac_header.map(|header| header.node).or(envelope.grouping_header);
    let start = first.and_then(|node| message.tree.get(node)).map_or(0, |node| node.span().start);
    let end = envelope
        .content_end
        .filter(|_| envelope.is_pre_command() && envelope.trailing.is_none())
        .map_or(whole.len(), |end| end as usize);
    whole.get(start as usize..end).unwrap_or(whole)
}

/// True for a pre-command, signed or not: a command without MAC that is not on its way to the
/// device.
pub(crate) fn is_pre_command(message: &Message<'_>, direction: Option<Direction>) -> bool {
    match message.envelope.shape() {
        Some(Shape::PreCommand) => true,
        Some(Shape::Signed) => {
            message.envelope.cra() == Some(CraFlag::Command)
                && matches!(direction, Some(Direction::ToDcc | Direction::FromDcc))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How the second of two messages relates to the first.
    fn second(first: &[u8], second: &[u8]) -> Delivery {
        let mut seen = Seen::default();
        let position = Position { path: "".into(), record: 1, payload: None, line: None };
        assert_eq!(seen.note(&Message::decode(first), None, &position), Delivery::New);
        seen.note(&Message::decode(second), None, &position)
    }

    /// CS02c on its way to a supplier: no MAC, and nothing after the content.
    fn pre_command(counter: u8) -> Vec<u8> {
        let header = [0xDF, 9, 1, 0, 0, 0, 0, 0, 0, 0, counter];
        let parties = [[8, 1, 1, 1, 1, 1, 1, 1, 1], [8, 2, 2, 2, 2, 2, 2, 2, 2]].concat();
        [&header[..], &parties, &[0, 2, 0, 0x0A, 6, 0x30, 4, 3, 2, 7, 0x80]].concat()
    }

    #[test]
    fn a_tunnel_and_an_empty_signature_field_make_no_other_message() {
        let message = pre_command(7);
        assert_eq!(second(&message, &message), Delivery::Duplicate);
        for prefix in [&[1][..], &[2, 0], &[3]] {
            let tunnelled = [prefix, &message].concat();
            assert_eq!(second(&message, &tunnelled), Delivery::Duplicate, "{prefix:?}");
        }
        let empty_field = [&message[..], &[0]].concat();
        assert_eq!(second(&message, &empty_field), Delivery::Duplicate);
    }

    #[test]
    fn other_octets_are_a_conflict_and_another_counter_is_none() {
        let message = pre_command(7);
        let mut changed = message.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert!(matches!(second(&message, &changed), Delivery::Conflict(_)));
        assert_eq!(second(&message, &pre_command(8)), Delivery::New);
    }
}

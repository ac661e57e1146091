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

/// The octets by which two deliveries are compared. Some tools add an empty signature field to a
/// pre-command: it is the same pre-command.
fn content<'a>(message: &Message<'a>) -> &'a [u8] {
    let whole = message.octets();
    match message.envelope.content_end {
        Some(end) if message.envelope.is_pre_command() && message.envelope.trailing.is_none() => {
            whole.get(..end as usize).unwrap_or(whole)
        }
        _ => whole,
    }
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

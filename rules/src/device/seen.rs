//! Which messages of a device were seen: duplicate deliveries, and one identity with two contents.

use std::collections::VecDeque;
use std::hash::{BuildHasher, Hash};

use foldhash::quality::FixedState;
use gbcs_parser::message::Shape;
use gbcs_parser::record::{Direction, Position};
use gbcs_parser::{CraFlag, EntityId, Message};
use serde::{Deserialize, Serialize};

use crate::chunks::Chunks;
use crate::count::add;

/// Identities remembered of a device: those among which a conflict is looked for.
const MAX_IDENTITIES: usize = 4096;

/// Streams of which the highest counters are remembered. A device talks to some ten parties in its
/// life; with more of them the identities themselves are searched.
const MAX_STREAMS: usize = 64;

/// What makes messages of one stream: the parties, the CRA flag, and the stage, since a pre-command
/// has the identity of its command. With the counter it is the identity of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Stream {
    originator: EntityId,
    recipient: EntityId,
    cra: CraFlag,
    pre_command: bool,
    /// True for a pre-command that its user has signed, which comes after the one that the DCC made.
    signed: bool,
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

/// Bits of a record's number above the base of its [`Run`]; behind so many records a run ends.
const OFFSET_BITS: u32 = 24;

/// An identity seen. Most of what is remembered of a device is this, so it is kept in 12 octets: 40
/// bits of the hash of the identity, 24 of the record's number above the base of its [`Run`], and 32
/// of the hash of the content. With all that are remembered, a message of another identity is taken
/// for one of them once in 268 million times, and then only where its counter does not rise.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Identity {
    /// The hash above the record.
    hash_and_offset: [u32; 2],
    content: u32,
}

impl Identity {
    fn new(hash: u64, content: u32, offset: u32) -> Self {
        let packed = hash << OFFSET_BITS | u64::from(offset & Self::MAX_OFFSET);
        Self { hash_and_offset: [(packed >> 32) as u32, packed as u32], content }
    }

    /// The greatest number above the base that has room.
    const MAX_OFFSET: u32 = (1 << OFFSET_BITS) - 1;

    /// True where it is kept for an identity of this hash.
    fn is(self, hash: u64) -> bool {
        (self.packed() ^ hash << OFFSET_BITS) >> OFFSET_BITS == 0
    }

    fn offset(self) -> u32 {
        self.packed() as u32 & Self::MAX_OFFSET
    }

    fn packed(self) -> u64 {
        let [high, low] = self.hash_and_offset;
        u64::from(high) << 32 | u64::from(low)
    }
}

/// Identities that follow each other and whose positions differ in the record's number alone.
#[derive(Debug, Serialize, Deserialize)]
struct Run {
    /// Number of the first identity of the run, counted from the first that was ever seen.
    first: u64,
    position: Position,
}

impl Run {
    /// The number of a record above the base, where the run can hold its position.
    fn offset(&self, position: &Position) -> Option<u32> {
        let base = &self.position;
        let offset = position.record.checked_sub(base.record)?;
        let line = base.line.and_then(|line| line.checked_add(offset));
        let same = position.path == base.path
            && position.payload == base.payload
            && position.line.is_some() == base.line.is_some()
            && position.line == line;
        u32::try_from(offset).ok().filter(|offset| same && *offset <= Identity::MAX_OFFSET)
    }

    /// The position of the record that stands so far above the base.
    fn position(&self, offset: u32) -> Position {
        let offset = u64::from(offset);
        let base = self.position.clone();
        let line = base.line.map(|line| line.saturating_add(offset));
        Position { record: base.record.saturating_add(offset), line, ..base }
    }
}

/// The identities seen, newest last.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Seen {
    identities: Chunks<Identity, 32>,
    runs: VecDeque<Run>,
    /// Identities that were forgotten.
    forgotten: u64,
    /// The highest counter of each stream. What is above it is new, and need not be searched for.
    highest: Vec<Highest>,
}

/// The highest counter of a stream, of one kind of counters.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Highest {
    stream: Stream,
    /// True for counters whose low 32 bits are zero. Those of top ups are seconds above 32 zero
    /// bits: they are above all others, and rise by themselves.
    of_top_ups: bool,
    counter: u64,
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
        let pre_command = is_pre_command(message, direction);
        let signed = pre_command && envelope.shape() == Some(Shape::Signed);
        let stream = Stream { originator, recipient, cra, pre_command, signed };
        let identity = hash(&(stream, counter));
        // 32 bits tell two contents of one identity apart but for one pair in four billion.
        let content = hash(&content(message)) as u32;
        if !self.is_above_all(stream, counter)
            && let Some(at) = self.identities.iter().position(|seen| seen.is(identity))
            && let Some(before) = self.identities.get(at)
        {
            return match before.content == content {
                true => Delivery::Duplicate,
                false => Delivery::Conflict(self.position(at, before)),
            };
        }
        self.remember(identity, content, position);
        Delivery::New
    }

    /// Notes the counter of a stream. True where it is above all that were seen of it, so that the
    /// identity must be new.
    fn is_above_all(&mut self, stream: Stream, counter: u64) -> bool {
        let of_top_ups = counter as u32 == 0;
        let same = |one: &&mut Highest| one.stream == stream && one.of_top_ups == of_top_ups;
        if let Some(highest) = self.highest.iter_mut().find(same) {
            let above = counter > highest.counter;
            highest.counter = counter.max(highest.counter);
            return above;
        }
        let room = self.highest.len() < MAX_STREAMS;
        if room {
            self.highest.push(Highest { stream, of_top_ups, counter });
        }
        room
    }

    fn remember(&mut self, hash: u64, content: u32, position: &Position) {
        let number = self.forgotten.saturating_add(self.identities.len() as u64);
        let offset = match self.runs.back().and_then(|run| run.offset(position)) {
            Some(offset) => offset,
            None => {
                self.runs.push_back(Run { first: number, position: position.clone() });
                0
            }
        };
        self.identities.push_back(Identity::new(hash, content, offset));
        if self.identities.len() > MAX_IDENTITIES {
            self.identities.pop_front();
            add(&mut self.forgotten, 1);
            if self.runs.get(1).is_some_and(|next| next.first <= self.forgotten) {
                self.runs.pop_front();
            }
        }
    }

    fn position(&self, at: usize, identity: Identity) -> Position {
        let number = self.forgotten.saturating_add(at as u64);
        let run = self.runs.partition_point(|run| run.first <= number).saturating_sub(1);
        match self.runs.get(run) {
            Some(run) => run.position(identity.offset()),
            None => Position { path: "".into(), record: 0, payload: None, line: None },
        }
    }
}

fn hash(value: &impl Hash) -> u64 {
    // Fixed, so that a run that is continued knows what it has seen.
    FixedState::with_seed(0).hash_one(value)
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

    fn position(path: &str, record: u64, line: Option<u64>) -> Position {
        Position { path: path.into(), record, payload: None, line }
    }

    #[test]
    fn positions_come_back_as_they_were() {
        let mut seen = Seen::default();
        let positions = [
            position("a", 1, Some(1)),
            position("a", 7, Some(7)),
            position("a", 8, Some(9)),
            position("b", 3, None),
            position("b", 2, None),
            position("b", 2 + u64::from(Identity::MAX_OFFSET), None),
            position("b", 3 + u64::from(Identity::MAX_OFFSET), None),
            position("b", 2 + u64::from(u32::MAX) + 1, None),
            Position { payload: Some(4), ..position("b", 5, None) },
        ];
        for (hash, position) in positions.iter().enumerate() {
            seen.remember(hash as u64, 0, position);
        }
        let found: Vec<_> =
            seen.identities.iter().enumerate().map(|(at, one)| seen.position(at, *one)).collect();
        assert_eq!(found, positions);
    }

    #[test]
    fn positions_are_right_after_the_oldest_were_forgotten() {
        let mut seen = Seen::default();
        let all = MAX_IDENTITIES as u64 + 10;
        for n in 0..all {
            let path = if n < 5 { "a" } else { "b" };
            seen.remember(n, 0, &position(path, n, Some(n)));
        }
        assert_eq!(seen.identities.len(), MAX_IDENTITIES);
        assert_eq!(seen.runs.len(), 1);
        let oldest = seen.identities.get(0).unwrap();
        assert_eq!(seen.position(0, oldest), position("b", 10, Some(10)));
    }

    #[test]
    fn a_counter_above_all_of_its_stream_needs_no_search() {
        let party = EntityId([1; 8]);
        let stream = Stream {
            originator: party,
            recipient: party,
            cra: CraFlag::Command,
            pre_command: false,
            signed: false,
        };
        let mut seen = Seen::default();
        assert!(seen.is_above_all(stream, 5));
        assert!(seen.is_above_all(stream, 6));
        assert!(!seen.is_above_all(stream, 6));
        assert!(!seen.is_above_all(stream, 5));
        assert!(seen.is_above_all(Stream { pre_command: true, ..stream }, 5));
    }

    #[test]
    fn a_top_up_does_not_hide_the_counters_that_rise_below_its_own() {
        let party = EntityId([1; 8]);
        let stream = Stream {
            originator: party,
            recipient: party,
            cra: CraFlag::Command,
            pre_command: false,
            signed: false,
        };
        let mut seen = Seen::default();
        assert!(seen.is_above_all(stream, 5));
        assert!(seen.is_above_all(stream, 1_700_000_000 << 32));
        assert!(seen.is_above_all(stream, 6));
        assert!(!seen.is_above_all(stream, 1_700_000_000 << 32));
        assert!(seen.is_above_all(stream, 1_700_000_001 << 32));
    }

    #[test]
    fn of_one_stream_more_than_is_remembered_all_identities_are_searched() {
        let stream = |n: usize| Stream {
            originator: EntityId((n as u64).to_be_bytes()),
            recipient: EntityId([1; 8]),
            cra: CraFlag::Command,
            pre_command: false,
            signed: false,
        };
        let mut seen = Seen::default();
        for n in 0..MAX_STREAMS {
            assert!(seen.is_above_all(stream(n), 1), "{n}");
        }
        assert!(!seen.is_above_all(stream(MAX_STREAMS), 1));
        assert!(!seen.is_above_all(stream(MAX_STREAMS), 2), "nothing is remembered of it");
        assert!(seen.is_above_all(stream(MAX_STREAMS - 1), 2), "the others are");
        assert_eq!(seen.highest.len(), MAX_STREAMS);
    }
}

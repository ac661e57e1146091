//! Which messages of a device were seen: duplicate deliveries, and one identity with two contents.

use std::collections::VecDeque;
use std::hash::{BuildHasher, Hash};

use foldhash::quality::FixedState;
use gbcs_parser::message::Shape;
use gbcs_parser::record::{Direction, Position};
use gbcs_parser::{CraFlag, EntityId, Message};
use serde::{Deserialize, Serialize};

use super::journal::{Journal, folded, unfolded};
use crate::count::add;
use crate::room;

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

/// Bits of the hash of a content that are kept: they tell two contents of one identity apart but for
/// one pair in 268 million. Of this many each takes four octets.
const CONTENT_BITS: u32 = 28;

/// Bits of the hash of an identity that is kept for one of a stream whose counters are not.
const IDENTITY_BITS: u32 = 40;

/// An identity seen, of which most of what is remembered of a device is: nearly all are in eight to
/// twelve octets. Newest last: what a counter and a record's number were is worked out from the newest
/// back to the oldest.
#[derive(Clone, Copy)]
struct Identity {
    /// Number of the stream, and of the kind of its counters; [`MAX_STREAMS`] for one that had no
    /// place.
    stream: usize,
    /// True where the counter was below the highest of the stream until then, or the same.
    below: bool,
    /// How far: above or below. Of a stream without a place, the hash of the identity.
    distance: u64,
    /// How far the record's number is above that of the identity before, in the same [`Run`].
    step: u64,
    /// The hash of the content.
    content: u64,
}

impl Identity {
    fn row(self) -> [u64; 4] {
        let stream = (self.stream as u64) << 1 | u64::from(self.below);
        [stream, self.distance, folded(self.step), self.content]
    }

    fn of(row: [u64; 4]) -> Self {
        let [stream, distance, step, content] = row;
        let (below, stream) = (stream & 1 == 1, (stream >> 1) as usize);
        Self { stream, below, distance, step: unfolded(step), content }
    }
}

/// Identities that follow each other and whose positions differ in the record's number alone.
#[derive(Debug, Serialize, Deserialize)]
struct Run {
    /// Number of the first identity of the run, counted from the first that was ever seen.
    first: u64,
    position: Position,
    /// How far the record of its newest identity is above that of its first.
    newest: u32,
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
        u32::try_from(offset).ok().filter(|_| same)
    }

    /// The position of the record that stands so far above the base.
    fn position(&self, offset: u64) -> Position {
        let base = self.position.clone();
        let line = base.line.map(|line| line.saturating_add(offset));
        Position { record: base.record.saturating_add(offset), line, ..base }
    }
}

/// The identities seen, newest last.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Seen {
    identities: Journal<4>,
    runs: VecDeque<Run>,
    /// Identities that were forgotten.
    forgotten: u64,
    /// The highest counter of each stream, by its number. What is above it is new, and need not be
    /// searched for.
    highest: Vec<Highest>,
}

/// How a counter stands to those of its stream that were seen before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// Above all of them, by so much; the first of a stream by nothing.
    Above(usize, u64),
    /// Below the highest, by so much.
    Below(usize, u64),
    /// Below all of them, and by so much below the highest.
    Lowest(usize, u64),
    /// The stream has no place.
    Untold,
}

/// The highest counter of a stream, of one kind of counters.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Highest {
    stream: Stream,
    /// True for counters whose low 32 bits are zero. Those of top ups are seconds above 32 zero
    /// bits: they are above all others, and rise by themselves.
    of_top_ups: bool,
    counter: u64,
    /// The lowest, below which a counter is new as well: logs may stand newest first.
    lowest: u64,
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
        let content = hash(&content(message)) >> (u64::BITS - CONTENT_BITS);
        let standing = self.stand(stream, counter);
        let (stream, below, distance) = match standing {
            Standing::Above(number, distance) => (number, false, distance),
            Standing::Below(number, distance) | Standing::Lowest(number, distance) => {
                (number, true, distance)
            }
            Standing::Untold => {
                (MAX_STREAMS, false, hash(&(stream, counter)) >> (u64::BITS - IDENTITY_BITS))
            }
        };
        if matches!(standing, Standing::Below(..) | Standing::Untold)
            && let Some((before, position)) = self.find(stream, distance)
        {
            return match before == content {
                true => Delivery::Duplicate,
                false => Delivery::Conflict(position),
            };
        }
        let identity = Identity { stream, below, distance, step: 0, content };
        self.remember(identity, position);
        Delivery::New
    }

    /// How a counter stands to those of its stream, among which it is from now on. Counters of top
    /// ups are told without their low 32 bits.
    fn stand(&mut self, stream: Stream, counter: u64) -> Standing {
        let of_top_ups = counter as u32 == 0;
        let same = |one: &Highest| one.stream == stream && one.of_top_ups == of_top_ups;
        let Some(number) = self.highest.iter().position(same) else {
            if self.highest.len() >= MAX_STREAMS {
                return Standing::Untold;
            }
            room::for_one(&mut self.highest);
            self.highest.push(Highest { stream, of_top_ups, counter, lowest: counter });
            return Standing::Above(self.highest.len() - 1, 0);
        };
        let highest = &mut self.highest[number];
        let told = |distance: u64| if of_top_ups { distance >> 32 } else { distance };
        if counter > highest.counter {
            let before = std::mem::replace(&mut highest.counter, counter);
            Standing::Above(number, told(counter - before))
        } else {
            let below = told(highest.counter - counter);
            if counter < highest.lowest {
                highest.lowest = counter;
                Standing::Lowest(number, below)
            } else {
                Standing::Below(number, below)
            }
        }
    }

    fn remember(&mut self, mut identity: Identity, position: &Position) {
        let number = self.forgotten.saturating_add(self.identities.len() as u64);
        let last = self.runs.back_mut().and_then(|run| Some((run.offset(position)?, run)));
        if let Some((offset, run)) = last {
            identity.step = u64::from(offset).wrapping_sub(u64::from(run.newest));
            run.newest = offset;
        } else {
            room::for_one(&mut self.runs);
            self.runs.push_back(Run { first: number, position: position.clone(), newest: 0 });
        }
        self.identities.push_back(identity.row());
        if self.identities.len() > MAX_IDENTITIES {
            self.identities.pop_front();
            add(&mut self.forgotten, 1);
            if self.runs.get(1).is_some_and(|next| next.first <= self.forgotten) {
                self.runs.pop_front();
            }
        }
    }

    /// The content and position of the identity that stands so far below the highest counter of a
    /// stream.
    fn find(&self, stream: usize, distance: u64) -> Option<(u64, Position)> {
        let mut walk = Walk::of(self);
        // How far the highest counter of the stream is now above what it was then.
        let mut risen = 0_u64;
        let found = self.identities.find_newest(|row| {
            let identity = Identity::of(row);
            let run = walk.run(self);
            let offset = walk.step(identity.step);
            if identity.stream != stream {
                return None;
            }
            let here = || Some((identity.content, position(run, offset)));
            if stream == MAX_STREAMS {
                return (identity.distance == distance).then(here);
            }
            let below = if identity.below { identity.distance } else { 0 };
            if risen.saturating_add(below) == distance {
                return Some(here());
            }
            if !identity.below {
                risen = risen.saturating_add(identity.distance);
            }
            // Where even the highest was lower, all before were.
            (risen > distance).then_some(None)
        });
        found.flatten()
    }
}

/// Where the records of identities are, from the newest on.
struct Walk {
    /// Number of the next identity, and of its run.
    number: u64,
    run: usize,
    /// How far the record of the next identity is above the first of the run.
    offset: u64,
}

impl Walk {
    fn of(seen: &Seen) -> Self {
        let number = seen.forgotten.saturating_add(seen.identities.len() as u64);
        let (run, newest) = (seen.runs.len(), seen.runs.back().map_or(0, |run| run.newest));
        Self { number, run: run.saturating_sub(1), offset: newest.into() }
    }

    /// The run of the next identity.
    fn run<'a>(&mut self, seen: &'a Seen) -> Option<&'a Run> {
        self.number = self.number.saturating_sub(1);
        while let Some(run) = seen.runs.get(self.run).filter(|run| run.first > self.number) {
            let Some(before) = self.run.checked_sub(1) else { return Some(run) };
            self.run = before;
            self.offset = seen.runs.get(before).map_or(0, |run| run.newest.into());
        }
        seen.runs.get(self.run)
    }

    /// The offset of the next identity, which stands so far above the one before it.
    fn step(&mut self, step: u64) -> u64 {
        let offset = self.offset;
        self.offset = offset.wrapping_sub(step);
        offset
    }
}

/// The position of a record that stands so far above the first of its run.
fn position(run: Option<&Run>, offset: u64) -> Position {
    match run {
        Some(run) => run.position(offset),
        None => Position { path: "".into(), record: 0, payload: None, line: None },
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

    /// The same with a counter as those of top ups, of which 0 is none.
    fn top_up(seconds: u8) -> Vec<u8> {
        let mut message = pre_command(0);
        message[6] = seconds;
        message
    }

    fn position(path: &str, record: u64, line: Option<u64>) -> Position {
        Position { path: path.into(), record, payload: None, line }
    }

    fn remember(seen: &mut Seen, distance: u64, position: &Position) {
        let (stream, content) = (MAX_STREAMS, distance & 0xFF);
        seen.remember(Identity { stream, below: false, distance, step: 0, content }, position);
    }

    #[test]
    fn positions_come_back_as_they_were() {
        let mut seen = Seen::default();
        let far = 2 + u64::from(u32::MAX);
        let positions = [
            position("a", 1, Some(1)),
            position("a", 7, Some(7)),
            position("a", 3, Some(3)),
            position("a", 8, Some(9)),
            position("b", 3, None),
            position("b", 2, None),
            position("b", far, None),
            position("b", 5, None),
            position("b", far + 1, None),
            Position { payload: Some(4), ..position("b", 5, None) },
        ];
        for (n, position) in positions.iter().enumerate() {
            remember(&mut seen, n as u64, position);
        }
        for (n, position) in positions.into_iter().enumerate() {
            assert_eq!(seen.find(MAX_STREAMS, n as u64), Some((n as u64, position)));
        }
        assert_eq!(seen.find(MAX_STREAMS, 99), None);
        assert_eq!(seen.find(0, 1), None);
    }

    #[test]
    fn positions_are_right_after_the_oldest_were_forgotten() {
        let mut seen = Seen::default();
        let all = MAX_IDENTITIES as u64 + 10;
        for n in 0..all {
            let path = if n < 5 { "a" } else { "b" };
            remember(&mut seen, n, &position(path, n, Some(n)));
        }
        assert_eq!(seen.identities.len(), MAX_IDENTITIES);
        assert_eq!(seen.runs.len(), 1);
        let found = |n| seen.find(MAX_STREAMS, n).map(|(_, position)| position);
        assert_eq!(found(9), None);
        assert_eq!(found(10), Some(position("b", 10, Some(10))));
        assert_eq!(found(all - 1), Some(position("b", all - 1, Some(all - 1))));
    }

    /// Whether a counter is above all of its stream; it is one of them from then on.
    fn is_above_all(seen: &mut Seen, stream: Stream, counter: u64) -> bool {
        matches!(seen.stand(stream, counter), Standing::Above(..))
    }

    #[test]
    fn a_counter_below_all_of_its_stream_needs_no_search_either() {
        let party = EntityId([1; 8]);
        let (cra, pre_command, signed) = (CraFlag::Command, false, false);
        let stream = Stream { originator: party, recipient: party, cra, pre_command, signed };
        let mut seen = Seen::default();
        let mut stand = |counter| seen.stand(stream, counter);
        assert_eq!(stand(9), Standing::Above(0, 0));
        assert_eq!(stand(9), Standing::Below(0, 0));
        assert_eq!(stand(5), Standing::Lowest(0, 4));
        assert_eq!([5, 7].map(&mut stand), [Standing::Below(0, 4), Standing::Below(0, 2)]);
        assert_eq!(stand(11), Standing::Above(0, 2));
        assert_eq!([5, 4].map(&mut stand), [Standing::Below(0, 6), Standing::Lowest(0, 7)]);
    }

    #[test]
    fn every_identity_is_found_in_whatever_order_the_counters_come() {
        let mut seen = Seen::default();
        let at = |n: usize| position("a", 1 + n as u64, Some(1 + n as u64));
        let counters: Vec<u8> = (0..=u8::MAX).map(|n| n.wrapping_mul(157)).collect();
        for (n, counter) in counters.iter().enumerate() {
            // Alone in their stream, between the others.
            let messages = [pre_command(*counter), top_up(*counter)];
            for message in messages.iter().skip(usize::from(*counter == 0)) {
                let delivery = seen.note(&Message::decode(message), None, &at(n));
                assert_eq!(delivery, Delivery::New);
            }
        }
        for (n, counter) in counters.iter().enumerate() {
            for mut message in [pre_command(*counter), top_up(*counter)] {
                let again = seen.note(&Message::decode(&message), None, &at(999));
                assert_eq!(again, Delivery::Duplicate);
                *message.last_mut().unwrap() ^= 1;
                let other = seen.note(&Message::decode(&message), None, &at(999));
                assert_eq!(other, Delivery::Conflict(at(n)));
            }
        }
    }

    /// The commands that a party sends.
    fn commands_from(originator: EntityId) -> Stream {
        let recipient = EntityId([1; 8]);
        let cra = CraFlag::Command;
        Stream { originator, recipient, cra, pre_command: false, signed: false }
    }

    #[test]
    fn a_counter_above_all_of_its_stream_needs_no_search() {
        let stream = commands_from(EntityId([1; 8]));
        let mut seen = Seen::default();
        assert!(is_above_all(&mut seen, stream, 5));
        assert!(is_above_all(&mut seen, stream, 6));
        assert!(!is_above_all(&mut seen, stream, 6));
        assert!(!is_above_all(&mut seen, stream, 5));
        assert!(is_above_all(&mut seen, Stream { pre_command: true, ..stream }, 5));
    }

    #[test]
    fn a_top_up_does_not_hide_the_counters_that_rise_below_its_own() {
        let stream = commands_from(EntityId([1; 8]));
        let mut seen = Seen::default();
        assert!(is_above_all(&mut seen, stream, 5));
        assert!(is_above_all(&mut seen, stream, 1_700_000_000 << 32));
        assert!(is_above_all(&mut seen, stream, 6));
        assert!(!is_above_all(&mut seen, stream, 1_700_000_000 << 32));
        assert!(is_above_all(&mut seen, stream, 1_700_000_001 << 32));
    }

    #[test]
    fn of_one_stream_more_than_is_remembered_all_identities_are_searched() {
        let stream = |n: usize| commands_from(EntityId((n as u64).to_be_bytes()));
        let mut seen = Seen::default();
        for n in 0..MAX_STREAMS {
            assert!(is_above_all(&mut seen, stream(n), 1), "{n}");
        }
        assert!(!is_above_all(&mut seen, stream(MAX_STREAMS), 1));
        assert!(!is_above_all(&mut seen, stream(MAX_STREAMS), 2), "nothing is remembered of it");
        assert!(is_above_all(&mut seen, stream(MAX_STREAMS - 1), 2), "the others are");
        assert_eq!(seen.highest.len(), MAX_STREAMS);
    }
}

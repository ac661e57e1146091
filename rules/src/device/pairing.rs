//! Which response belongs to which command.

use std::collections::VecDeque;

use gbcs_parser::record::{Body, Record};
use gbcs_parser::{EntityId, Message};
use serde::{Deserialize, Serialize};

use super::recent::{Recent, Ticket};
use crate::count::add;
use crate::prepare::{Known, Prepare};
use crate::subject::Fit;

/// Commands without an answer that are remembered of a device. The DCC gives up on a command long
/// before so many more were sent.
pub(crate) const MAX_OPEN: usize = 1024;

/// Responses without a command that are remembered of a device, where the log has no order (the
/// command may still come). In a log with order, only records of one moment can stand the wrong way.
const MAX_WAITING: usize = 1024;

/// Octets of the messages of either list: as many messages as the list may have, of some 256 octets.
pub(crate) const MAX_OCTETS: usize = 256 * 1024;

/// What pairing looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Key {
    /// The party that sends the command and gets the response.
    party: EntityId,
    counter: u64,
    code: u16,
}

impl Key {
    fn of_command(message: &Message<'_>) -> Option<Self> {
        let envelope = &message.envelope;
        Some(Self {
            party: envelope.originator()?,
            counter: envelope.counter()?,
            code: envelope.message_code()?,
        })
    }

    fn of_response(message: &Message<'_>) -> Option<Self> {
        let envelope = &message.envelope;
        Some(Self {
            party: envelope.recipient()?,
            counter: envelope.counter()?,
            code: envelope.message_code()?,
        })
    }
}

/// A message that is kept until its counterpart comes.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Kept {
    key: Key,
    pub(crate) record: Box<Record>,
    /// By which [`Recent`] knows it.
    #[serde(skip)]
    recent: Option<Ticket>,
}

impl Kept {
    fn new(key: Key, record: &Record, recent: Option<Ticket>) -> Self {
        let record = Record {
            position: record.position.clone(),
            body: record.body.clone(),
            // What only the rules on records read is not kept.
            unknown_fields: Vec::new(),
            extras: Vec::new(),
            ..*record
        };
        Self { key, record: Box::new(record), recent }
    }

    /// The message, to be judged with its counterpart: as it was decoded where that is `recent`, else
    /// decoded again in the memory of a tree that is no longer needed.
    pub(crate) fn decode(
        &self,
        prepare: &dyn Prepare,
        known: Known<'_>,
        recent: &mut Recent,
    ) -> Option<Message<'_>> {
        let Body::Message(stated) = &self.record.body else { return None };
        let kept = self.recent.and_then(|ticket| recent.take(ticket));
        let mut message = match kept.and_then(|message| message.bind(&stated.payload)) {
            Some(message) => message,
            None => Message::decode_with(&stated.payload, recent.take_tree()),
        };
        prepare.reopen(&mut message, &self.record, known);
        Some(message)
    }
}

/// Messages in the order in which they came.
#[derive(Debug, Default, Serialize, Deserialize)]
struct List {
    kept: VecDeque<Kept>,
    octets: usize,
}

impl List {
    /// Adds a message. Gives those back for which there is no room.
    fn push(&mut self, kept: Kept, max: usize) -> Vec<Kept> {
        self.octets = self.octets.saturating_add(octets_of(&kept));
        self.kept.push_back(kept);
        let mut forgotten = Vec::new();
        while self.kept.len() > max || (self.octets > MAX_OCTETS && self.kept.len() > 1) {
            forgotten.extend(self.remove(0));
        }
        forgotten
    }

    fn remove(&mut self, at: usize) -> Option<Kept> {
        let kept = self.kept.remove(at)?;
        self.octets = self.octets.saturating_sub(octets_of(&kept));
        Some(kept)
    }
}

fn octets_of(kept: &Kept) -> usize {
    match &kept.record.body {
        Body::Message(message) => message.payload.len(),
        _ => 0,
    }
}

/// The commands and responses of one device that have no counterpart yet.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Pairing {
    open: List,
    waiting: List,
    /// True once a command was seen.
    pub(crate) any_command: bool,
    /// Commands and responses that had to be forgotten.
    pub(crate) forgotten: u64,
}

impl Pairing {
    /// Notes a command. Gives the response that was waiting for it, if one was.
    pub(crate) fn command(
        &mut self,
        message: &Message<'_>,
        record: &Record,
        recent: &mut Recent,
    ) -> Option<Kept> {
        self.any_command = true;
        let key = Key::of_command(message)?;
        if let Some(at) = self.waiting.kept.iter().position(|waiting| waiting.key == key) {
            return self.waiting.remove(at);
        }
        let forgotten = self.open.push(Kept::new(key, record, recent.want(message)), MAX_OPEN);
        add(&mut self.forgotten, forgotten.len() as u64);
        None
    }

    /// The command that a response exactly belongs to; it then counts as answered.
    pub(crate) fn response(&mut self, message: &Message<'_>) -> Option<Kept> {
        let key = Key::of_response(message)?;
        let at = self.open.kept.iter().rposition(|open| open.key == key)?;
        self.open.remove(at)
    }

    /// Keeps a response until its command comes or the log ends. Gives the oldest back where there
    /// are too many.
    pub(crate) fn wait(&mut self, message: &Message<'_>, record: &Record) -> Vec<Kept> {
        let Some(key) = Key::of_response(message) else { return Vec::new() };
        let forgotten = self.waiting.push(Kept::new(key, record, None), MAX_WAITING);
        add(&mut self.forgotten, forgotten.len() as u64);
        forgotten
    }

    /// The responses that are still waiting, at the end of the log.
    pub(crate) fn take_waiting(&mut self) -> VecDeque<Kept> {
        std::mem::take(&mut self.waiting).kept
    }

    /// The commands that have no answer, at the end of the log.
    pub(crate) fn unanswered(&self) -> impl Iterator<Item = &Record> {
        self.open.kept.iter().map(|open| &*open.record)
    }

    /// The nearest unanswered command that a response without an exact one may be meant for, and
    /// how they differ. The command then counts as answered.
    pub(crate) fn nearest(&mut self, waiting: &Kept) -> Option<(Kept, Fit)> {
        let key = waiting.key;
        let fit = |open: &Kept| {
            let (party, counter, code) = (
                open.key.party == key.party,
                open.key.counter == key.counter,
                open.key.code == key.code,
            );
            match (party, counter, code) {
                (true, true, _) => Some((0, Fit::OtherCode)),
                (false, true, true) => Some((1, Fit::OtherParties)),
                (true, false, true) => Some((2, Fit::OtherCounter)),
                _ => None,
            }
        };
        let (at, (_, fit)) = self
            .open
            .kept
            .iter()
            .enumerate()
            .filter_map(|(at, open)| Some((at, fit(open)?)))
            .min_by_key(|(at, (rank, _))| (*rank, std::cmp::Reverse(*at)))?;
        Some((self.open.remove(at)?, fit))
    }
}

#[cfg(test)]
mod tests {
    use gbcs_parser::record::{MessageRecord, Position};

    use super::*;

    /// A command with a counter and so many octets.
    fn kept(counter: u64, octets: usize) -> Kept {
        let party = EntityId([1; 8]);
        let message = MessageRecord { payload: vec![0; octets], ..MessageRecord::default() };
        let record = Record {
            position: Position { path: "".into(), record: counter, payload: None, line: None },
            time: None,
            device_id: None,
            seq: None,
            unknown_fields: Vec::new(),
            extras: Vec::new(),
            body: Body::Message(message),
        };
        Kept { key: Key { party, counter, code: 0x69 }, record: Box::new(record), recent: None }
    }

    fn counters(kept: &[Kept]) -> Vec<u64> {
        kept.iter().map(|kept| kept.key.counter).collect()
    }

    #[test]
    fn one_more_than_may_be_open_makes_the_oldest_go() {
        let mut list = List::default();
        for counter in 1..=MAX_OPEN as u64 {
            assert!(list.push(kept(counter, 1), MAX_OPEN).is_empty());
        }
        assert_eq!(counters(&list.push(kept(0, 1), MAX_OPEN)), [1]);
        assert_eq!(list.kept.len(), MAX_OPEN);
    }

    #[test]
    fn one_octet_more_than_may_be_held_makes_the_oldest_go() {
        let mut list = List::default();
        assert!(list.push(kept(1, 1), MAX_OPEN).is_empty());
        assert!(list.push(kept(2, MAX_OCTETS - 1), MAX_OPEN).is_empty());
        assert_eq!(counters(&list.push(kept(3, 1), MAX_OPEN)), [1]);
        // One that is too large by itself stays alone: it may be answered.
        assert_eq!(counters(&list.push(kept(4, MAX_OCTETS + 1), MAX_OPEN)), [2, 3]);
        assert_eq!((list.kept.len(), list.octets), (1, MAX_OCTETS + 1));
    }
}

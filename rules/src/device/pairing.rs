//! Which response belongs to which command.

use std::collections::VecDeque;

use gbcs_parser::record::Record;
use gbcs_parser::{EntityId, Message};

use crate::subject::Fit;

/// Commands without an answer that are remembered of a device. The DCC gives up on a command long
/// before so many more were sent.
const MAX_OPEN: usize = 1024;

/// Responses without a command that are remembered of a device, where the log has no order (the
/// command may still come). In a log with order, only records of one moment can stand the wrong way.
const MAX_WAITING: usize = 1024;

/// What pairing looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// A response without a command so far.
#[derive(Debug)]
pub(crate) struct Waiting {
    key: Key,
    pub(crate) record: Record,
}

#[derive(Debug)]
struct Open {
    key: Key,
    record: Record,
}

/// The commands and responses of one device that have no counterpart yet.
#[derive(Debug, Default)]
pub(crate) struct Pairing {
    open: VecDeque<Open>,
    waiting: VecDeque<Waiting>,
    /// True once a command was seen.
    pub(crate) any_command: bool,
    /// Commands and responses that had to be forgotten.
    pub(crate) forgotten: u64,
}

impl Pairing {
    /// Notes a command. Gives the response that was waiting for it, if one was.
    pub(crate) fn command(&mut self, message: &Message<'_>, record: &Record) -> Option<Waiting> {
        self.any_command = true;
        let key = Key::of_command(message)?;
        if let Some(at) = self.waiting.iter().position(|waiting| waiting.key == key) {
            return self.waiting.remove(at);
        }
        self.open.push_back(Open { key, record: record.clone() });
        if self.open.len() > MAX_OPEN {
            self.open.pop_front();
            self.forgotten += 1;
        }
        None
    }

    /// The command that a response exactly belongs to; it then counts as answered.
    pub(crate) fn response(&mut self, message: &Message<'_>) -> Option<Record> {
        let key = Key::of_response(message)?;
        let at = self.open.iter().rposition(|open| open.key == key)?;
        self.open.remove(at).map(|open| open.record)
    }

    /// Keeps a response until its command comes or the log ends. Gives the oldest back where there
    /// are too many.
    pub(crate) fn wait(&mut self, message: &Message<'_>, record: &Record) -> Option<Waiting> {
        let key = Key::of_response(message)?;
        self.waiting.push_back(Waiting { key, record: record.clone() });
        (self.waiting.len() > MAX_WAITING).then(|| self.waiting.pop_front()).flatten()
    }

    /// The responses that are still waiting, at the end of the log.
    pub(crate) fn take_waiting(&mut self) -> VecDeque<Waiting> {
        std::mem::take(&mut self.waiting)
    }

    /// The commands that have no answer, at the end of the log.
    pub(crate) fn unanswered(&self) -> impl Iterator<Item = &Record> {
        self.open.iter().map(|open| &open.record)
    }

    /// The nearest unanswered command that a response without an exact one may be meant for, and
    /// how they differ. The command then counts as answered.
    pub(crate) fn nearest(&mut self, waiting: &Waiting) -> Option<(Record, Fit)> {
        let key = waiting.key;
        let fit = |open: &Open| {
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
            .iter()
            .enumerate()
            .filter_map(|(at, open)| Some((at, fit(open)?)))
            .min_by_key(|(at, (rank, _))| (*rank, std::cmp::Reverse(*at)))?;
        Some((self.open.remove(at)?.record, fit))
    }
}

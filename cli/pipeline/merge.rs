//! Inputs that form one log, merged by time, then path, then record.
//!
//! Within an input records may be early or late by so many records as the re-ordering window has.
//! An input is opened once the merge has come to its first record, so that a capture cut into many
//! files has few open at a time.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use gbcs_parser::log::Problem;
use gbcs_parser::record::{Body, Record, Time};

use super::{Begun, Trouble, tell};
use crate::inputs::{Inputs, Parked};

/// Inputs that are kept open while they wait; further files are closed and opened again.
const MAX_OPEN: usize = 64;

/// How much earlier than its first record an input may have one: it is opened so much sooner.
const EARLY_MS: i64 = 300_000;

/// Octets of payloads that the window of one input holds: 16 KiB for each of the default window's
/// records, where messages of the field have some 300 octets. A window of larger ones is shorter.
const MAX_WINDOW_OCTETS: usize = 16 << 20;

/// Octets of payloads, documents and other text after which a block is judged, full or not: decoded
/// trees take some ten times as many as payloads.
const MAX_BLOCK_OCTETS: usize = 4 << 20;

/// The place of a record in the log: its time, its input, and its number in it.
type Key = (Option<Time>, usize, u64);

/// What is read of an input.
type Item = Result<Record, Problem>;

/// The records of an input's window, the first in the log's order at hand. Records are large next to
/// their keys, and stay where they are while keys are ordered.
#[derive(Default)]
struct Window {
    /// Those that came in order, as nearly all do.
    in_order: VecDeque<(Key, usize)>,
    /// Those that came behind one that is later.
    out_of_order: BinaryHeap<Reverse<(Key, usize)>>,
    records: Vec<Option<Item>>,
    free: Vec<usize>,
    octets: usize,
}

impl Window {
    /// Where the next item is to be read to: it stays there, and is passed over unless it is kept.
    fn place(&mut self) -> Option<&mut Option<Item>> {
        if self.free.is_empty() {
            self.free.push(self.records.len());
            self.records.push(None);
        }
        self.free.last().and_then(|slot| self.records.get_mut(*slot))
    }

    /// Keeps the record that was read last, of so many octets.
    fn keep(&mut self, key: Key, octets: usize) {
        let Some(slot) = self.free.pop() else { return };
        self.octets += octets;
        match self.in_order.back() {
            Some((last, _)) if key < *last => self.out_of_order.push(Reverse((key, slot))),
            _ => self.in_order.push_back((key, slot)),
        }
    }

    fn pop(&mut self) -> Option<(Key, Record)> {
        let late = match (self.in_order.front(), self.out_of_order.peek()) {
            (Some(first), Some(Reverse(late))) => late < first,
            (first, _) => first.is_none(),
        };
        let (key, slot) = match late {
            true => self.out_of_order.pop()?.0,
            false => self.in_order.pop_front()?,
        };
        let record = self.records.get_mut(slot)?.take()?.ok()?;
        self.free.push(slot);
        self.octets -= octets_of(&record);
        Some((key, record))
    }

    fn first(&self) -> Option<Key> {
        let late = self.out_of_order.peek().map(|Reverse((key, _))| *key);
        let first = self.in_order.front().map(|(key, _)| *key);
        first.into_iter().chain(late).min()
    }

    fn is_full(&self, records: usize) -> bool {
        self.in_order.len() + self.out_of_order.len() > records || self.octets > MAX_WINDOW_OCTETS
    }
}

/// Octets of a record's payload.
fn octets_of(record: &Record) -> usize {
    match &record.body {
        Body::Message(message) => message.payload.len(),
        Body::ZclFrame(frame) => frame.octets.len(),
        _ => 0,
    }
}

/// Octets of all that may be large in a record.
fn weight_of(record: &Record) -> usize {
    let (text, duis) = match &record.body {
        Body::Message(message) => (0, message.duis.as_ref()),
        Body::DccAlert(alert) => (0, alert.duis.as_ref()),
        Body::Credentials(credentials) => {
            (credentials.certificate.as_ref().map_or(0, String::len), None)
        }
        _ => (0, None),
    };
    // Records of one document share it.
    let is_first = record.position.payload.is_none_or(|payload| payload == 1);
    let document = duis.and_then(|duis| duis.document.as_ref()).filter(|_| is_first);
    let elements = document.map_or(0, |document| {
        let octets =
            document.elements.iter().map(|element| element.name.len() + element.text.len());
        octets.sum::<usize>() + size_of_val(&*document.elements)
    });
    let extras = record.extras.iter().map(|(name, text)| name.len() + text.len());
    octets_of(record) + text + elements + extras.sum::<usize>()
}

/// An input that waits for the merge to come to it.
struct Waiting {
    first: Option<Time>,
    number: usize,
    source: Source,
}

enum Source {
    Open(Box<Begun>),
    /// With the number of its problems that were told.
    Closed(Parked, u64),
}

/// An input that is being merged, with the records of its window.
struct Active {
    begun: Box<Begun>,
    path: String,
    number: usize,
    /// Records read, to keep those without time in their order.
    read: u64,
    window: Window,
    ended: bool,
}

/// Inputs that form one log.
pub struct Merge {
    window: usize,
    heads: Vec<Record>,
    waiting: Vec<Waiting>,
    sorted: bool,
    active: Vec<Active>,
    inputs: usize,
    open: usize,
    timed: bool,
    last: Option<Time>,
    late: u64,
}

impl Merge {
    /// No inputs yet; records of one input are put in order within `window` records.
    pub fn new(window: usize) -> Self {
        Self {
            window,
            heads: Vec::new(),
            waiting: Vec::new(),
            sorted: true,
            active: Vec::new(),
            inputs: 0,
            open: 0,
            timed: true,
            last: None,
            late: 0,
        }
    }

    /// Adds an input whose first record has the time `first`.
    pub fn add(&mut self, begun: Begun, first: Option<Time>) {
        self.inputs += 1;
        self.timed &= first.is_some();
        self.sorted = false;
        let number = begun.stream.number;
        let heads = begun.peeked.iter().filter(|record| matches!(record.body, Body::Log(_)));
        self.heads.extend(heads.cloned());
        let source = if self.open >= MAX_OPEN && begun.stream.is_file() {
            Source::Closed(begun.stream.park(), begun.told)
        } else {
            self.open += 1;
            Source::Open(Box::new(begun))
        };
        self.waiting.push(Waiting { first, number, source });
    }

    /// True where there is no input.
    pub fn is_empty(&self) -> bool {
        self.inputs == 0
    }

    /// True where there is one input.
    pub fn is_one_input(&self) -> bool {
        self.inputs == 1
    }

    /// True where the records of all inputs carry time.
    pub fn is_timed(&self) -> bool {
        self.timed
    }

    /// Records that came too late for their place.
    pub fn late(&self) -> u64 {
        self.late
    }

    /// Moves the heads of all inputs to `block`.
    pub fn heads(&mut self, block: &mut Vec<Record>) {
        block.append(&mut self.heads);
    }

    /// Reads records in the order of the log until `block` has `size`, or there are no more. Problems
    /// are told as they are met: an input may have nothing else, and no end.
    pub fn fill(
        &mut self,
        inputs: &mut Inputs,
        block: &mut Vec<Record>,
        size: usize,
        trouble: Trouble,
    ) {
        if !self.sorted {
            // The first to be opened stands last.
            self.waiting.sort_by_key(|waiting| Reverse((waiting.first, waiting.number)));
            self.sorted = true;
        }
        let mut octets = 0;
        while block.len() < size && octets < MAX_BLOCK_OCTETS {
            let Some(at) = self.next(inputs, trouble) else { break };
            let Some(active) = self.active.get_mut(at) else { break };
            let Some(((time, ..), record)) = active.window.pop() else { break };
            // A block that makes no message is given once its input ends, and is judged by no order.
            if time.is_some() && time < self.last && !record.is_transfer_block() {
                self.late += 1;
            }
            self.last = self.last.max(time);
            octets += weight_of(&record);
            block.push(record);
        }
    }

    /// The active input whose record is next.
    fn next(&mut self, inputs: &mut Inputs, trouble: Trouble) -> Option<usize> {
        loop {
            for active in &mut self.active {
                active.read_on(self.window, self.timed, trouble);
            }
            while let Some(at) = self.active.iter().position(Active::is_done) {
                let active = self.active.swap_remove(at);
                inputs.finish(active.begun.stream);
                self.open = self.open.saturating_sub(1);
            }
            let (at, next) = self
                .active
                .iter()
                .enumerate()
                .filter_map(|(at, active)| Some((at, active.window.first()?)))
                .min_by_key(|(_, key)| *key)
                .map_or((None, None), |(at, key)| (Some(at), Some(key)));
            let due = self.waiting.last().is_some_and(|waiting| match (next, waiting.first) {
                (None, _) => true,
                (Some((Some(time), ..)), Some(first)) => first.0 - EARLY_MS <= time.0,
                (Some((_, number, _)), None) => waiting.number < number,
                (Some((None, ..)), Some(_)) => false,
            });
            if !due {
                return at;
            }
            let waiting = self.waiting.pop()?;
            let begun = match waiting.source {
                Source::Open(begun) => Some(begun),
                Source::Closed(parked, told) => {
                    self.open += 1;
                    let peeked = VecDeque::new();
                    let stream = inputs.reopen(parked);
                    stream.map(|stream| Box::new(Begun { stream, peeked, told, again: told }))
                }
            };
            if let Some(begun) = begun {
                self.active.push(Active {
                    path: begun.stream.path().to_owned(),
                    number: begun.stream.number,
                    begun,
                    read: 0,
                    window: Window::default(),
                    ended: false,
                });
            }
        }
    }
}

impl Active {
    fn is_done(&self) -> bool {
        self.ended && self.window.first().is_none()
    }

    /// Reads until the window is full or the input ends.
    fn read_on(&mut self, window: usize, timed: bool, trouble: Trouble) {
        while !self.ended && !self.window.is_full(window) {
            let Some(place) = self.window.place() else { break };
            *place = self.begun.next();
            match place {
                None => self.ended = true,
                Some(Err(problem)) => tell(trouble, &self.path, problem),
                // Heads went in front.
                Some(Ok(Record { body: Body::Log(_), .. })) => {}
                Some(Ok(record)) => {
                    self.read += 1;
                    // A log without times keeps the order of its input.
                    let time = record.time.filter(|_| timed);
                    let (key, octets) = ((time, self.number, self.read), octets_of(record));
                    self.window.keep(key, octets);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use gbcs_parser::record::{
        Credentials, Document, Duis, Element, MessageRecord, Namespace, Position,
    };

    use super::*;

    fn record(number: u64, body: Body) -> Record {
        Record {
            position: Position { path: "".into(), record: number, payload: None, line: None },
            time: None,
            device_id: None,
            seq: None,
            unknown_fields: Vec::new(),
            extras: Vec::new(),
            body,
        }
    }

    /// A message of so many octets.
    fn message(octets: usize) -> MessageRecord {
        MessageRecord { payload: vec![0; octets], ..MessageRecord::default() }
    }

    #[test]
    fn payloads_documents_certificates_and_extras_weigh_and_a_document_once() {
        let text = |octets: usize| "x".repeat(octets);
        let element = Element {
            name: "Name".into(),
            namespace: Namespace::Other,
            depth: 0,
            text: text(96).into(),
        };
        let elements = vec![element; 3];
        let document = Some(Arc::new(Document { schema_version: None, elements }));
        let duis = Some(Box::new(Duis { document, ..Duis::default() }));
        let mut of_document = record(1, Body::Message(MessageRecord { duis, ..message(10) }));
        let whole = 310 + 3 * size_of::<Element>();
        for (payload, weight) in [(None, whole), (Some(1), whole), (Some(2), 10)] {
            of_document.position.payload = payload;
            assert_eq!(weight_of(&of_document), weight, "payload {payload:?}");
        }
        let certificate = Some(text(800));
        let mut brought =
            record(2, Body::Credentials(Credentials { certificate, ..Credentials::default() }));
        brought.extras.push((text(5), text(95)));
        assert_eq!(weight_of(&brought), 900);
    }

    fn push(window: &mut Window, number: u64, octets: usize) {
        let record = record(number, Body::Message(message(octets)));
        *window.place().unwrap() = Some(Ok(record));
        window.keep((None, 0, number), octets);
    }

    #[test]
    fn a_window_has_so_many_records_or_octets_and_one_more_to_choose_from() {
        let mut window = Window::default();
        push(&mut window, 1, 1);
        push(&mut window, 2, 1);
        assert!(!window.is_full(2));
        push(&mut window, 3, 1);
        assert!(window.is_full(2));
        push(&mut window, 4, MAX_WINDOW_OCTETS - 3);
        assert!(!window.is_full(1000));
        push(&mut window, 5, 1);
        assert!(window.is_full(1000));
        assert_eq!(window.pop().map(|((.., number), _)| number), Some(1));
        assert!(!window.is_full(1000));
    }
}

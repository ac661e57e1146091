//! Inputs that form one log, merged by time, then path, then record.
//!
//! Within an input records may be early or late by so many records as the re-ordering window has.
//! An input is opened once the merge has come to its first record, so that a capture cut into many
//! files has few open at a time.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use gbcs_parser::record::{Body, Record, Time};

use super::Begun;
use crate::inputs::{self, Inputs, Parked};

/// Inputs that are kept open while they wait; further files are closed and opened again.
const MAX_OPEN: usize = 64;

/// How much earlier than its first record an input may have one: it is opened so much sooner.
const EARLY_MS: i64 = 300_000;

/// A record and its place in the log.
struct Placed {
    key: (Option<Time>, usize, u64),
    record: Record,
}

impl PartialEq for Placed {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Placed {}

impl PartialOrd for Placed {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Placed {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

/// An input that waits for the merge to come to it.
struct Waiting {
    first: Option<Time>,
    number: usize,
    source: Source,
}

enum Source {
    Open(Box<Begun>),
    Closed(Parked),
}

/// An input that is being merged, with the records of its window.
struct Active {
    begun: Box<Begun>,
    path: String,
    number: usize,
    /// Records read, to keep those without time in their order.
    read: u64,
    window: BinaryHeap<Reverse<Placed>>,
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
    pub fn add(&mut self, mut begun: Begun, first: Option<Time>) {
        self.inputs += 1;
        self.timed &= first.is_some();
        self.sorted = false;
        let number = begun.stream.number;
        let heads = begun.peeked.iter().filter_map(|item| match item {
            Ok(record) if matches!(record.body, Body::Log(_)) => Some(record.clone()),
            _ => None,
        });
        self.heads.extend(heads);
        let source = if self.open >= MAX_OPEN && begun.stream.is_file() {
            begun.peeked.clear();
            Source::Closed(begun.stream.park())
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

    /// Reads records in the order of the log until `block` has `size`, or there are no more.
    pub fn fill(
        &mut self,
        inputs: &mut Inputs,
        block: &mut Vec<Record>,
        size: usize,
        problems: &mut Vec<String>,
    ) {
        if !self.sorted {
            // The first to be opened stands last.
            self.waiting.sort_by_key(|waiting| Reverse((waiting.first, waiting.number)));
            self.sorted = true;
        }
        while block.len() < size {
            let Some(at) = self.next(inputs, problems) else { break };
            let Some(active) = self.active.get_mut(at) else { break };
            let Some(Reverse(placed)) = active.window.pop() else { break };
            let (time, ..) = placed.key;
            // A block that makes no message is given once its input ends, and is judged by no order.
            if time.is_some() && time < self.last && !placed.record.is_transfer_block() {
                self.late += 1;
            }
            self.last = self.last.max(time);
            block.push(placed.record);
        }
    }

    /// The active input whose record is next.
    fn next(&mut self, inputs: &mut Inputs, problems: &mut Vec<String>) -> Option<usize> {
        loop {
            for active in &mut self.active {
                active.read_on(self.window, self.timed, problems);
            }
            while let Some(at) = self.active.iter().position(|a| a.ended && a.window.is_empty()) {
                let active = self.active.swap_remove(at);
                inputs.finish(active.begun.stream);
                self.open = self.open.saturating_sub(1);
            }
            let key = |active: &Active| active.window.peek().map(|Reverse(placed)| placed.key);
            let (at, next) = self
                .active
                .iter()
                .enumerate()
                .filter_map(|(at, active)| Some((at, key(active)?)))
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
                Source::Closed(parked) => {
                    self.open += 1;
                    let stream = inputs.reopen(parked);
                    stream.map(|stream| Box::new(Begun { stream, peeked: Default::default() }))
                }
            };
            if let Some(begun) = begun {
                self.active.push(Active {
                    path: begun.stream.path().to_owned(),
                    number: begun.stream.number,
                    begun,
                    read: 0,
                    window: BinaryHeap::new(),
                    ended: false,
                });
            }
        }
    }
}

impl Active {
    /// Reads until the window is full or the input ends.
    fn read_on(&mut self, window: usize, timed: bool, problems: &mut Vec<String>) {
        while !self.ended && self.window.len() <= window {
            match self.begun.next() {
                None => self.ended = true,
                Some(Err(problem)) => {
                    if !problem.is_note() {
                        problems.push(inputs::cite(&self.path, &problem));
                    }
                }
                // Heads went in front.
                Some(Ok(Record { body: Body::Log(_), .. })) => {}
                Some(Ok(record)) => {
                    self.read += 1;
                    // A log without times keeps the order of its input.
                    let time = record.time.filter(|_| timed);
                    let key = (time, self.number, self.read);
                    self.window.push(Reverse(Placed { key, record }));
                }
            }
        }
    }
}

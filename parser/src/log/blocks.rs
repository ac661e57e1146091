//! Blocks of general block transfers, joined across the records of an input.
//!
//! A message that came in blocks stands where its last block stood, and names the records of the
//! others in `parts`. Blocks that make no message are given as they are, once it is certain that
//! the others do not come; so is every acknowledgement, which has no data to be joined.

use std::collections::VecDeque;
use std::sync::Arc;

use super::{Problem, ProblemKind};
use crate::message::Message;
use crate::message::reassembly::{BlockFault, Incomplete, Reassembly, Taken};
use crate::record::{Body, Record};

/// Records of a reader, with blocks joined.
pub(super) struct Blocks<I> {
    records: Option<I>,
    open: Reassembly<Arc<Record>>,
    ready: VecDeque<Result<Record, Problem>>,
    /// Blocks that came again and were dropped.
    repeated: u64,
}

impl<I> Blocks<I> {
    pub(super) fn new(records: I) -> Self {
        Self {
            records: Some(records),
            open: Reassembly::new(),
            ready: VecDeque::new(),
            repeated: 0,
        }
    }

    /// Takes a record that may be a block.
    fn take(&mut self, record: Record) {
        let Body::Message(message) = &record.body else {
            return self.ready.push_back(Ok(record));
        };
        let kept = Arc::new(record.clone());
        let Some(taken) = self.open.take(&Message::decode(&message.payload), kept) else {
            return self.ready.push_back(Ok(record));
        };
        let Taken { acknowledgement, fault, joined, given_up, .. } = taken;
        for transfer in given_up {
            self.give_up(transfer);
        }
        let line = record.position.line;
        if let Some(joined) = joined {
            let own = record.position.record;
            let numbers = joined.records.iter().map(|block| block.position.record);
            let parts = numbers.filter(|number| *number != own).collect();
            self.ready.push_back(Ok(whole(record, joined.octets, parts)));
        } else if acknowledgement {
            self.ready.push_back(Ok(record));
        } else {
            match fault {
                Some(BlockFault::Repeated { same: None | Some(true), .. }) => self.repeated += 1,
                Some(fault) if is_dropped(&fault) => {
                    self.ready.push_back(Ok(record));
                    let counter = taken.id.counter;
                    let kind = ProblemKind::BlockDropped { counter, fault };
                    self.ready.push_back(Err(Problem { line, ..Problem::new(kind) }));
                }
                _ => {}
            }
        }
    }

    /// Gives the blocks of a transfer as they are, and tells which did not come.
    fn give_up(&mut self, transfer: Incomplete<Arc<Record>>) {
        let line = transfer.records.last().and_then(|block| block.position.line);
        let Incomplete { id, last, missing, records } = transfer;
        self.ready.extend(records.into_iter().map(|block| Ok(Arc::unwrap_or_clone(block))));
        let kind = ProblemKind::BlocksMissing { counter: id.counter, missing, last };
        self.ready.push_back(Err(Problem { line, ..Problem::new(kind) }));
    }

    /// What is left at the end of the input.
    fn finish(&mut self) {
        for transfer in std::mem::take(&mut self.open).finish() {
            self.give_up(transfer);
        }
        if self.repeated > 0 {
            let kind = ProblemKind::BlocksRepeated { blocks: self.repeated };
            self.ready.push_back(Err(Problem::new(kind)));
        }
    }
}

impl<I: Iterator<Item = Result<Record, Problem>>> Iterator for Blocks<I> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.ready.pop_front() {
                return Some(item);
            }
            let item = self.records.as_mut()?.next();
            match &item {
                Some(Ok(record)) if record.is_transfer_block() => {
                    if let Some(Ok(record)) = item {
                        self.take(record);
                    }
                }
                // Records are large and most are no blocks: these are handed on where they are.
                Some(_) => return item,
                None => {
                    self.records = None;
                    self.finish();
                }
            }
        }
    }
}

/// The message that the last of its blocks made whole.
fn whole(mut record: Record, octets: Vec<u8>, parts: Vec<u64>) -> Record {
    if let Body::Message(message) = &mut record.body {
        message.payload = octets;
        message.parts = parts;
    }
    record
}

/// True where the block is no part of any message, and was not seen before.
fn is_dropped(fault: &BlockFault) -> bool {
    matches!(
        fault,
        BlockFault::NumberZero
            | BlockFault::AfterLast { .. }
            | BlockFault::Damaged { .. }
            | BlockFault::TooLong { .. }
            | BlockFault::Repeated { same: Some(false), .. }
    )
}

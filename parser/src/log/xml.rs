//! Files of XML: DUIS, MMC, and what adapters make of them.

use std::collections::VecDeque;
use std::io::BufRead;
use std::sync::Arc;

use super::{Problem, ProblemKind};
use crate::duis::{Documents, Stamp, records};
use crate::limits::ReadLimits;
use crate::record::{Record, Time};

/// Where a document stands that is a part of another form.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Block {
    /// Number of the record.
    pub(super) number: u64,
    /// Line on which the record begins.
    pub(super) line: u64,
    /// Line on which the document begins.
    pub(super) text_line: u64,
    /// Capture time.
    pub(super) time: Option<Time>,
}

/// Reads documents of XML, one after the other.
pub(super) struct Xml<R: BufRead> {
    documents: Documents<R>,
    stamp: Stamp,
    /// The place of all documents, where they are a part of another form.
    block: Option<Block>,
    told: bool,
    ended: bool,
    ready: VecDeque<Result<Record, Problem>>,
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(source: R, limits: &ReadLimits, path: Arc<str>) -> Self {
        let stamp = Stamp { path, record: 0, line: None, time: None, payloads: 0 };
        Self {
            documents: Documents::new(source, limits),
            stamp,
            block: None,
            told: false,
            ended: false,
            ready: VecDeque::new(),
        }
    }

    /// Documents that are one record of another form.
    pub(super) fn in_block(source: R, limits: &ReadLimits, path: Arc<str>, block: Block) -> Self {
        let mut xml = Self::new(source, limits, path);
        xml.stamp.record = block.number;
        xml.stamp.line = Some(block.line);
        xml.stamp.time = block.time;
        xml.block = Some(block);
        xml
    }
}

impl<R: BufRead> Iterator for Xml<R> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.ready.pop_front() {
                self.told = true;
                return Some(item);
            }
            if self.ended {
                return None;
            }
            match self.documents.next() {
                Some(Ok(found)) => {
                    if self.block.is_none() && found.number != self.stamp.record {
                        self.stamp.record = found.number;
                        self.stamp.payloads = 0;
                    }
                    let mut made = Vec::new();
                    records(found, &mut self.stamp, &mut made);
                    self.ready.extend(made);
                }
                Some(Err(mut problem)) => {
                    if let Some(block) = self.block {
                        problem.line = problem.line.map(|line| block.text_line + line - 1);
                        problem.offset = None;
                    }
                    self.ready.push_back(Err(problem));
                }
                None => {
                    self.ended = true;
                    if !self.told {
                        let kind = ProblemKind::NothingKnown;
                        let line = self.stamp.line;
                        let problem =
                            Problem { line, column: None, offset: None, member: None, kind };
                        self.ready.push_back(Err(problem));
                    }
                }
            }
        }
    }
}

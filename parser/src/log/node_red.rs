//! The log of the Node-RED nodes: documents under lines that say when.
//!
//! `--- Fri Aug 19 2022 08:03:25 GMT+0100 (British Summer Time) ---`, then XML, then a blank line.

use std::collections::VecDeque;
use std::io::{BufRead, Cursor};
use std::sync::Arc;

use super::lines::{LineReader, Lines};
use super::xml::{Block, Xml};
use super::{Problem, ProblemKind};
use crate::limits::ReadLimits;
use crate::record::{Record, Time};

/// Reads a Node-RED log.
pub(super) struct NodeRed<R> {
    lines: Lines<R>,
    limits: ReadLimits,
    path: Arc<str>,
    blocks: u64,
    /// The block that is being collected.
    text: Vec<u8>,
    too_long: bool,
    block: Block,
    ready: VecDeque<Result<Record, Problem>>,
}

impl<R: BufRead> NodeRed<R> {
    pub(super) fn new(source: R, limits: &ReadLimits, path: Arc<str>) -> Self {
        Self {
            lines: Lines::new(source, limits.line_octets),
            limits: *limits,
            path,
            blocks: 0,
            text: Vec::new(),
            too_long: false,
            block: Block::default(),
            ready: VecDeque::new(),
        }
    }

    fn tell(&mut self, line: u64, kind: ProblemKind) {
        let problem = Problem { line: Some(line), column: None, offset: None, member: None, kind };
        self.ready.push_back(Err(problem));
    }

    /// Reads the block that was collected.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let block = std::mem::take(&mut self.block);
        if std::mem::take(&mut self.too_long) {
            let limit = self.limits.document_octets as u64;
            let kind = ProblemKind::DocumentTooLarge { of: "octets", limit };
            self.tell(block.line, kind);
        } else if text.trim_ascii_start().starts_with(b"<") {
            let path = Arc::clone(&self.path);
            self.ready.extend(Xml::in_block(Cursor::new(text), &self.limits, path, block));
        } else if !text.trim_ascii().is_empty() {
            self.tell(block.text_line, ProblemKind::UnknownBlock);
        }
    }

    /// Takes the current line.
    fn take_line(&mut self) {
        if let Some(date) = head(&self.lines.text) {
            let time = date_of(&String::from_utf8_lossy(date));
            self.flush();
            let line = self.lines.number;
            self.blocks += 1;
            self.block = Block { number: self.blocks, line, text_line: line + 1, time };
            if time.is_none() {
                self.tell(line, ProblemKind::BadLine { needed: "--- <JavaScript date> ---" });
            }
            return;
        }
        if self.text.is_empty() && self.lines.text.trim_ascii().is_empty() {
            self.block.text_line = self.lines.number + 1;
            return;
        }
        if self.block.number == 0 {
            // A document before the first head.
            self.blocks += 1;
            let line = self.lines.number;
            self.block = Block { number: self.blocks, line, text_line: line, time: None };
        }
        if self.text.len() + self.lines.text.len() > self.limits.document_octets {
            self.too_long = true;
        } else {
            self.text.extend_from_slice(&self.lines.text);
            self.text.push(b'\n');
        }
    }
}

impl<R: BufRead> LineReader<R> for NodeRed<R> {
    fn lines(&mut self) -> &mut Lines<R> {
        &mut self.lines
    }

    fn ready(&mut self) -> &mut VecDeque<Result<Record, Problem>> {
        &mut self.ready
    }

    fn line(&mut self) -> Option<Result<Record, Problem>> {
        self.take_line();
        None
    }

    fn end(&mut self) {
        self.flush();
        if self.blocks == 0 {
            self.ready.push_back(Err(Problem::new(ProblemKind::NoOctets)));
        }
    }
}

impl<R: BufRead> Iterator for NodeRed<R> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_item()
    }
}

/// What stands between the dashes of a head.
fn head(line: &[u8]) -> Option<&[u8]> {
    line.trim_ascii().strip_prefix(b"--- ")?.strip_suffix(b" ---")
}

/// A date as JavaScript writes it. The name of the zone, which may be in any language, is not read.
fn date_of(text: &str) -> Option<Time> {
    let text = text.split('(').next()?.trim();
    // The day of the week follows from the date.
    let (_, date) = text.split_once(' ')?;
    let parsed = jiff::fmt::strtime::parse("%b %d %Y %H:%M:%S GMT%z", date).ok()?;
    Some(Time(parsed.to_timestamp().ok()?.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_dates_become_utc() {
        let shown = |text| date_of(text).map(|time| time.to_string());
        assert_eq!(
            shown("Fri Aug 19 2022 08:03:25 GMT+0100 (Heure d\u{2019}\u{e9}t\u{e9})").as_deref(),
            Some("2022-08-19T07:03:25.000Z")
        );
        assert_eq!(
            shown("Thu Jan 05 2023 23:59:59 GMT-0330").as_deref(),
            Some("2023-01-06T03:29:59.000Z")
        );
        assert_eq!(shown("19.08.2022 08:03:25"), None);
    }
}

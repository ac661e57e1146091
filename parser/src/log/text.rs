//! Messages as hexadecimal or base64 text, in any mixture.
//!
//! A line of more than 32 octets is a record. Shorter lines join until a blank line, a `#` comment,
//! a line that begins a message once the announced length is reached, or the end. Rows of a dump
//! join by their offset column, wrapped lines of base64 by the announced length.

use std::collections::VecDeque;
use std::io::BufRead;
use std::sync::Arc;

use data_encoding::{BASE64, BASE64_NOPAD};

use super::base64::is_base64;
use super::cited_path::CitedPath;
use super::hex::{self, Line, Offset};
use super::lines::{LineReader, Lines};
use super::{Problem, ProblemKind, message_record};
use crate::limits::MAX_MESSAGE_OCTETS;
use crate::message::{announced_length, begins_message};
use crate::record::Record;

/// Octets of the longest line that may be a part of a message.
const MAX_PART_OCTETS: usize = 32;

/// Characters from which on text of letters and digits is taken for base64 and not for a word.
const MIN_BASE64_CHARACTERS: usize = 24;

/// Reads hexadecimal and base64 text.
pub(super) struct Text<R> {
    lines: Lines<R>,
    path: CitedPath,
    records: u64,
    told: bool,
    current: Option<Current>,
    row: Vec<u8>,
    ready: VecDeque<Result<Record, Problem>>,
}

/// A record that further lines may join.
struct Current {
    octets: Vec<u8>,
    line: u64,
    joins: Joins,
}

/// How further lines join.
enum Joins {
    Hex,
    /// By the offset column: offset of the first row, the last row, and whether it is repeated.
    Dump {
        base: u64,
        octal: bool,
        row: Vec<u8>,
        repeated: bool,
    },
    /// Characters that wait for the rest of their group of four.
    Base64 {
        carry: Vec<u8>,
        last: Problem,
    },
    /// A line was at fault, and without it the others are no message.
    Not,
}

impl<R: BufRead> Text<R> {
    pub(super) fn new(source: R, line_octets: usize, path: Arc<str>) -> Self {
        Self {
            lines: Lines::new(source, line_octets),
            path: CitedPath::new(path),
            records: 0,
            told: false,
            current: None,
            row: Vec::new(),
            ready: VecDeque::new(),
        }
    }

    fn tell(&mut self, problem: Problem) {
        self.told = true;
        self.ready.push_back(Err(problem));
    }

    fn emit(&mut self, octets: Vec<u8>, line: u64) {
        self.records += 1;
        let record = message_record(self.path.next(), self.records, Some(line), octets);
        self.ready.push_back(Ok(record));
    }

    /// Ends the current record.
    fn flush(&mut self) {
        let Some(mut current) = self.current.take() else { return };
        match current.joins {
            Joins::Not => self.records += 1,
            Joins::Base64 { carry, last } => match BASE64_NOPAD.decode(&carry) {
                Ok(octets) => {
                    current.octets.extend(octets);
                    self.emit(current.octets, current.line);
                }
                Err(_) => {
                    self.records += 1;
                    self.tell(last);
                }
            },
            Joins::Hex | Joins::Dump { .. } => self.emit(current.octets, current.line),
        }
    }

    /// Gives up the current record after a fault at `at` of the current line.
    fn give_up(&mut self, at: usize, kind: ProblemKind) {
        let problem = self.lines.problem(at, kind);
        self.tell(problem);
        let line = self.current.take().map_or(self.lines.number, |current| current.line);
        self.current = Some(Current { octets: Vec::new(), line, joins: Joins::Not });
    }

    fn start(&mut self, octets: Vec<u8>, joins: Joins) {
        self.current = Some(Current { octets, line: self.lines.number, joins });
    }

    fn fault(&mut self, text: &[u8], fault: hex::Fault) {
        // A line that would have been a record alone takes no other with it.
        let alone =
            text.iter().filter(|octet| octet.is_ascii_hexdigit()).count() > 2 * MAX_PART_OCTETS;
        if alone {
            self.flush();
        }
        let (at, kind) = match fault {
            hex::Fault::Odd(at) => (at, ProblemKind::OddDigit),
            hex::Fault::Character(at) => {
                let rest = String::from_utf8_lossy(text.get(at..).unwrap_or_default());
                let found = rest.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
                (at, ProblemKind::BadCharacter(found))
            }
        };
        self.give_up(at, kind);
        if alone {
            self.flush();
        }
    }

    /// Octets without an offset column.
    fn octets(&mut self, row: &[u8]) {
        if row.is_empty() {
            // Braces of a C array.
            return;
        }
        if row.len() > MAX_PART_OCTETS {
            self.flush();
            if row.len() > MAX_MESSAGE_OCTETS {
                self.give_up(0, ProblemKind::MessageTooLong);
                self.flush();
            } else {
                let line = self.lines.number;
                self.emit(row.to_vec(), line);
            }
            return;
        }
        let ends = match &self.current {
            None => false,
            Some(Current { octets, joins: Joins::Hex, .. }) => {
                begins_message(row)
                    && announced_length(octets).is_some_and(|length| octets.len() >= length)
            }
            Some(Current { joins: Joins::Not, .. }) => begins_message(row),
            Some(_) => true,
        };
        if ends {
            self.flush();
        }
        match &mut self.current {
            None => self.start(row.to_vec(), Joins::Hex),
            Some(Current { joins: Joins::Not, .. }) => {}
            Some(current) if current.octets.len() + row.len() > MAX_MESSAGE_OCTETS => {
                self.give_up(0, ProblemKind::MessageTooLong);
            }
            Some(current) => current.octets.extend_from_slice(row),
        }
    }

    /// A row of a dump, or what looks like one.
    fn dump_row(&mut self, text: &[u8], offset: Offset, row: &mut Vec<u8>) {
        match &mut self.current {
            Some(Current {
                octets,
                joins: Joins::Dump { base, octal, row: last, repeated },
                ..
            }) if !offset.is(0) => {
                let found = if *octal { offset.octal } else { Some(offset.hex) };
                let mut due = base.saturating_add(octets.len() as u64);
                // The second row tells in which base the column counts.
                if octets.len() == last.len() && offset.octal == Some(due) && offset.hex != due {
                    *octal = true;
                }
                let found = if *octal { offset.octal } else { found };
                if *repeated && !last.is_empty() {
                    while found.is_some_and(|found| due < found)
                        && octets.len() + last.len() <= MAX_MESSAGE_OCTETS
                    {
                        octets.extend_from_slice(last);
                        due = base.saturating_add(octets.len() as u64);
                    }
                }
                *repeated = false;
                if found != Some(due) {
                    let found = found.unwrap_or(offset.hex);
                    self.give_up(0, ProblemKind::DumpOffset { needed: due, found });
                } else if octets.len() + row.len() > MAX_MESSAGE_OCTETS {
                    self.give_up(0, ProblemKind::MessageTooLong);
                } else {
                    octets.extend_from_slice(row);
                    *last = std::mem::take(row);
                }
            }
            Some(Current { joins: Joins::Not, .. }) if !offset.is(0) => {}
            _ if offset.is(0) || offset.certain => {
                self.flush();
                let last = row.clone();
                let base = offset.hex;
                let joins = Joins::Dump { base, octal: false, row: last, repeated: false };
                self.start(std::mem::take(row), joins);
            }
            _ => self.undumped(text, row),
        }
    }

    /// The offset that ends a dump, or what looks like one.
    fn dump_end(&mut self, text: &[u8], offset: Offset, row: &mut Vec<u8>) {
        let Some(Current { octets, joins: Joins::Dump { base, row: last, repeated, .. }, .. }) =
            &mut self.current
        else {
            self.undumped(text, row);
            return;
        };
        let mut due = base.saturating_add(octets.len() as u64);
        if *repeated && !last.is_empty() {
            while due < offset.hex && octets.len() + last.len() <= MAX_MESSAGE_OCTETS {
                octets.extend_from_slice(last);
                due = base.saturating_add(octets.len() as u64);
            }
        }
        if offset.is(due) {
            self.flush();
        } else {
            self.give_up(0, ProblemKind::DumpOffset { needed: due, found: offset.hex });
            self.flush();
        }
    }

    fn dump_repeated(&mut self) {
        match &mut self.current {
            Some(Current { joins: Joins::Dump { repeated, .. }, .. }) => *repeated = true,
            Some(Current { joins: Joins::Not, .. }) => {}
            _ => self.give_up(0, ProblemKind::BadCharacter('*')),
        }
    }

    /// Reads a line that only looked like one of a dump.
    fn undumped(&mut self, text: &[u8], row: &mut Vec<u8>) {
        row.clear();
        match hex::plain(text, row) {
            Ok(()) => {
                let row = std::mem::take(row);
                self.octets(&row);
            }
            Err(fault) => self.fault(text, fault),
        }
    }

    fn base64(&mut self, text: &[u8]) {
        let text = without_comment(text);
        let begins = begins_in_base64(text);
        match &self.current {
            Some(Current { joins: Joins::Base64 { .. }, .. }) if !begins => {}
            Some(Current { joins: Joins::Not, .. }) if !begins => return,
            _ => self.flush(),
        }
        if let Some(at) =
            text.iter().position(|octet| !is_base64(*octet) && !octet.is_ascii_whitespace())
        {
            self.fault(text, hex::Fault::Character(at));
            return;
        }
        if self.current.is_none() {
            let last = self.lines.problem(0, ProblemKind::BadBase64);
            self.start(Vec::new(), Joins::Base64 { carry: Vec::new(), last });
        }
        let Some(Current { octets, joins: Joins::Base64 { carry, last }, .. }) = &mut self.current
        else {
            return;
        };
        *last = self.lines.problem(0, ProblemKind::BadBase64);
        carry.extend(text.iter().filter(|octet| !octet.is_ascii_whitespace()));
        let padded = carry.ends_with(b"=");
        let whole = if padded { carry.len() } else { carry.len() - carry.len() % 4 };
        match BASE64.decode(carry.get(..whole).unwrap_or_default()) {
            Ok(decoded) => octets.extend(decoded),
            Err(_) => return self.give_up(0, ProblemKind::BadBase64),
        }
        carry.drain(..whole);
        if octets.len() > MAX_MESSAGE_OCTETS {
            return self.give_up(0, ProblemKind::MessageTooLong);
        }
        let length = octets.len() + carry.len() * 3 / 4;
        if padded || announced_length(octets).is_some_and(|announced| length >= announced) {
            self.flush();
        }
    }

    /// Takes the current line.
    fn take_line(&mut self) {
        let text = self.lines.text.trim_ascii();
        if text.is_empty() || text.starts_with(b"#") {
            self.flush();
            return;
        }
        let text = std::mem::take(&mut self.lines.text);
        let mut row = std::mem::take(&mut self.row);
        row.clear();
        let base64 = matches!(&self.current, Some(Current { joins: Joins::Base64 { .. }, .. }));
        match hex::line(&text, &mut row) {
            Ok(_) if base64 && !begins_message(&row) => self.base64(&text),
            Ok(Line::Octets) => self.octets(&row),
            Ok(Line::Row(offset)) => self.dump_row(&text, offset, &mut row),
            Ok(Line::RowEnd(offset)) => self.dump_end(&text, offset, &mut row),
            Ok(Line::RowRepeated) => self.dump_repeated(),
            Err(_) if base64 || looks_like_base64(&text) => self.base64(&text),
            Err(fault) => self.fault(&text, fault),
        }
        (self.row, self.lines.text) = (row, text);
    }
}

impl<R: BufRead> LineReader<R> for Text<R> {
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
        if self.records == 0 && !self.told {
            self.tell(Problem::new(ProblemKind::NoOctets));
        }
    }

    fn unreadable(&mut self, problem: Problem) {
        self.flush();
        self.tell(problem);
    }
}

impl<R: BufRead> Iterator for Text<R> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_item()
    }
}

fn without_comment(text: &[u8]) -> &[u8] {
    text.split(|octet| *octet == b'#').next().unwrap_or_default()
}

/// True where the first characters are those of a message.
pub(super) fn begins_in_base64(text: &[u8]) -> bool {
    let start = text.trim_ascii();
    let start = start.get(..8.min(start.len())).unwrap_or_default();
    let whole = start.len() - start.len() % 4;
    let start = BASE64.decode(start.get(..whole).unwrap_or_default()).unwrap_or_default();
    matches!(start.as_slice(), [0xDD, 0x00 | 0x09, ..] | [0xDF, 0x09, ..])
        || (matches!(start.first(), Some(1..=3)) && begins_message(&start))
}

/// True for a line that is rather base64 than hexadecimal with a wrong character in it.
pub(super) fn looks_like_base64(text: &[u8]) -> bool {
    let text = without_comment(text).trim_ascii();
    if !text.iter().all(|octet| is_base64(*octet)) {
        return false;
    }
    let digits = text.iter().filter(|octet| octet.is_ascii_hexdigit()).count();
    begins_in_base64(text) || (text.len() >= MIN_BASE64_CHARACTERS && digits * 2 <= text.len())
}

//! The link of the GFI simulator to its Communications Hub: `GBCS:DATA#<n>:<octets>:<hex>`.

use std::collections::VecDeque;
use std::io::BufRead;
use std::sync::Arc;

use super::lines::{LineReader, Lines};
use super::{Problem, ProblemKind, hex, message_record};
use crate::limits::MAX_MESSAGE_OCTETS;
use crate::record::{Body, Record};

/// Reads lines of the link.
pub(super) struct Gfi<R> {
    lines: Lines<R>,
    path: Arc<str>,
    records: u64,
    told: bool,
    ready: VecDeque<Result<Record, Problem>>,
}

impl<R: BufRead> Gfi<R> {
    pub(super) fn new(source: R, line_octets: usize, path: Arc<str>) -> Self {
        Self {
            lines: Lines::new(source, line_octets),
            path,
            records: 0,
            told: false,
            ready: VecDeque::new(),
        }
    }

    fn tell(&mut self, at: usize, kind: ProblemKind) {
        self.told = true;
        let problem = self.lines.problem(at, kind);
        self.ready.push_back(Err(problem));
    }
}

/// The count of octets of a line, and where its digits begin.
fn count(text: &[u8]) -> Option<(u64, usize)> {
    let rest = text.trim_ascii_start().strip_prefix(b"GBCS:DATA#")?;
    let mut parts = rest.splitn(3, |octet| *octet == b':');
    let number = std::str::from_utf8(parts.next()?).ok()?;
    number.trim().parse::<u64>().ok()?;
    let count = std::str::from_utf8(parts.next()?).ok()?.trim().parse().ok()?;
    let digits = parts.next()?;
    Some((count, text.len() - digits.len()))
}

impl<R: BufRead> LineReader<R> for Gfi<R> {
    fn lines(&mut self) -> &mut Lines<R> {
        &mut self.lines
    }

    fn ready(&mut self) -> &mut VecDeque<Result<Record, Problem>> {
        &mut self.ready
    }

    fn line(&mut self) -> Option<Result<Record, Problem>> {
        let text = self.lines.text.clone();
        if text.trim_ascii().is_empty() || text.trim_ascii_start().starts_with(b"#") {
            return None;
        }
        self.records += 1;
        let Some((count, at)) = count(&text) else {
            let needed = "of the form GBCS:DATA#<number>:<octets>:<hex>";
            self.tell(0, ProblemKind::BadLine { needed });
            return None;
        };
        let mut octets = Vec::new();
        match hex::plain(text.get(at..).unwrap_or_default(), &mut octets) {
            Ok(()) => {}
            Err(hex::Fault::Odd(fault)) => {
                self.tell(at + fault, ProblemKind::OddDigit);
                return None;
            }
            Err(hex::Fault::Character(fault)) => {
                let rest = String::from_utf8_lossy(text.get(at + fault..).unwrap_or_default());
                let found = rest.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
                self.tell(at + fault, ProblemKind::BadCharacter(found));
                return None;
            }
        }
        if octets.len() > MAX_MESSAGE_OCTETS {
            self.tell(at, ProblemKind::MessageTooLong);
            return None;
        }
        let found = octets.len() as u64;
        if count != found {
            // The octets are judged all the same.
            self.tell(at, ProblemKind::CountDiffers { stated: count, found });
        }
        self.told = true;
        let mut record =
            message_record(self.path.clone(), self.records, Some(self.lines.number), octets);
        if let Body::Message(message) = &mut record.body {
            message.interface = Some("GFI".into());
        }
        Some(Ok(record))
    }

    fn end(&mut self) {
        if !self.told {
            self.ready.push_back(Err(Problem::new(ProblemKind::NoOctets)));
        }
    }

    fn unreadable(&mut self, problem: Problem) {
        self.told = true;
        self.ready.push_back(Err(problem));
    }
}

impl<R: BufRead> Iterator for Gfi<R> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_item()
    }
}

//! Lines of an input, of bounded length, that know where they stand.

use std::collections::VecDeque;
use std::io::{self, BufRead};

use super::problem::{Problem, ProblemKind};
use crate::record::Record;

/// The mark of UTF-8 at the beginning of a file.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Octets that a line may have beside its text: the mark, and the CR of CR LF.
const MARKS: usize = MARK.len() + 1;

/// Reads lines. A line that is too long is passed over without being held, and told before that: it
/// may have no end.
pub(super) struct Lines<R> {
    source: R,
    /// The line, without its LF or CR LF.
    pub(super) text: Vec<u8>,
    /// Number of the line in `text`, from 1.
    pub(super) number: u64,
    /// Offset of the first octet of the line in `text`.
    pub(super) start: u64,
    next: u64,
    limit: usize,
    /// True in a line that is too long and was told.
    passing: bool,
    /// True behind the last line, or where the source failed.
    ended: bool,
}

/// A reader that takes its input line by line.
pub(super) trait LineReader<R: BufRead> {
    /// The lines.
    fn lines(&mut self) -> &mut Lines<R>;

    /// What was read and not yet given.
    fn ready(&mut self) -> &mut VecDeque<Result<Record, Problem>>;

    /// Takes the current line. What it gives stands behind all that is ready; a problem is put there
    /// too, and the type is what is handed on.
    fn line(&mut self) -> Option<Result<Record, Problem>>;

    /// Takes the end of the input.
    fn end(&mut self);

    /// Takes a line that is too long, or a failure of the source.
    fn unreadable(&mut self, problem: Problem) {
        self.ready().push_back(Err(problem));
    }

    /// Reads on until there is something to give.
    fn next_item(&mut self) -> Option<Result<Record, Problem>> {
        loop {
            if let Some(item) = self.ready().pop_front() {
                return Some(item);
            }
            if self.lines().ended {
                return None;
            }
            match self.lines().advance() {
                Ok(true) => {
                    let item = self.line();
                    // Most lines give one record, which need not go through a queue.
                    if item.is_some() && self.ready().is_empty() {
                        return item;
                    }
                    self.ready().extend(item);
                }
                Ok(false) => {
                    self.lines().ended = true;
                    self.end();
                }
                Err(problem) => {
                    self.lines().ended = matches!(problem.kind, ProblemKind::Io(_));
                    self.unreadable(problem);
                }
            }
        }
    }
}

impl<R: BufRead> Lines<R> {
    /// Lines of no more than `limit` octets, their ends left out.
    pub(super) fn new(source: R, limit: usize) -> Self {
        let (number, start, next) = (0, 0, 0);
        let (passing, ended) = (false, false);
        Self { source, text: Vec::new(), number, start, next, limit, passing, ended }
    }

    /// Reads the next line into `text`; false at the end.
    ///
    /// # Errors
    ///
    /// The line is too long (it will be passed over; reading may go on), or the source failed.
    pub(super) fn advance(&mut self) -> Result<bool, Problem> {
        self.pass_over()?;
        self.text.clear();
        self.start = self.next;
        let begin = self.start;
        let mut too_long = false;
        let mut read = false;
        loop {
            let buffer = match self.source.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(self.problem(0, ProblemKind::Io(error.kind()))),
            };
            if buffer.is_empty() {
                break;
            }
            if !read {
                read = true;
                self.number += 1;
            }
            let (part, used, ended) = match memchr::memchr(b'\n', buffer) {
                Some(end) => (buffer.get(..end).unwrap_or_default(), end + 1, true),
                None => (buffer, buffer.len(), false),
            };
            // A mark of the encoding and the first half of CR LF are taken off below.
            too_long |= self.text.len() + part.len() > self.limit.saturating_add(MARKS);
            if !too_long {
                self.text.extend_from_slice(part);
            }
            self.source.consume(used);
            self.next += used as u64;
            self.passing = too_long && !ended;
            if ended || too_long {
                break;
            }
        }
        if self.text.last() == Some(&b'\r') {
            self.text.pop();
        }
        if self.number == 1 && self.text.starts_with(MARK) {
            self.text.drain(..MARK.len());
            self.start += MARK.len() as u64;
        }
        if too_long || self.text.len() > self.limit {
            self.text.clear();
            let kind = ProblemKind::LineTooLong { limit: self.limit as u64 };
            return Err(Problem { offset: Some(begin), ..self.problem(0, kind) });
        }
        Ok(read)
    }

    /// Passes over what is left of a line that is too long.
    fn pass_over(&mut self) -> Result<(), Problem> {
        while self.passing {
            let buffer = match self.source.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(self.problem(0, ProblemKind::Io(error.kind()))),
            };
            let end = memchr::memchr(b'\n', buffer);
            let used = end.map_or(buffer.len(), |end| end + 1);
            self.passing = end.is_none() && !buffer.is_empty();
            self.source.consume(used);
            self.next += used as u64;
        }
        Ok(())
    }

    /// A problem at an octet of the current line.
    pub(super) fn problem(&self, at: usize, kind: ProblemKind) -> Problem {
        Problem {
            line: Some(self.number.max(1)),
            column: Some(at as u64 + 1),
            offset: Some(self.start + at as u64),
            member: None,
            kind,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_every_ending() {
        let mut lines = Lines::new(&b"\xEF\xBB\xBFone\r\n\ntwo"[..], 100);
        assert!(lines.advance().unwrap());
        assert_eq!((lines.text.as_slice(), lines.number, lines.start), (&b"one"[..], 1, 3));
        assert!(lines.advance().unwrap());
        assert_eq!((lines.text.as_slice(), lines.number, lines.start), (&b""[..], 2, 8));
        assert!(lines.advance().unwrap());
        assert_eq!((lines.text.as_slice(), lines.number, lines.start), (&b"two"[..], 3, 9));
        assert!(!lines.advance().unwrap());
    }

    #[test]
    fn reading_goes_on_after_a_line_that_is_too_long() {
        let source = io::BufReader::with_capacity(3, &b"0123456789\nab\n"[..]);
        let mut lines = Lines::new(source, 5);
        let problem = lines.advance().unwrap_err();
        assert_eq!(problem.kind, ProblemKind::LineTooLong { limit: 5 });
        assert_eq!((problem.line, problem.offset), (Some(1), Some(0)));
        assert!(lines.advance().unwrap());
        assert_eq!((lines.text.as_slice(), lines.number, lines.start), (&b"ab"[..], 2, 11));
    }

    #[test]
    fn a_line_that_is_too_long_is_told_before_it_ends() {
        let endless = io::BufReader::new(io::repeat(b'y'));
        let mut lines = Lines::new(endless, 100_000);
        let problem = lines.advance().unwrap_err();
        assert_eq!(problem.kind, ProblemKind::LineTooLong { limit: 100_000 });
        let source = io::BufReader::with_capacity(3, &b"0123456789"[..]);
        let mut lines = Lines::new(source, 5);
        assert!(lines.advance().is_err());
        assert!(!lines.advance().unwrap(), "nothing stands behind it");
    }

    #[test]
    fn a_line_of_the_limit_is_read_whatever_its_end() {
        let too_long = Err(ProblemKind::LineTooLong { limit: 5 });
        for (text, read) in [
            (&b"01234"[..], Ok(5)),
            (b"01234\n", Ok(5)),
            (b"01234\r\n", Ok(5)),
            (b"\xEF\xBB\xBF01234\r\n", Ok(5)),
            (b"012345", too_long.clone()),
            (b"012345\n", too_long.clone()),
            (b"012345\r\n", too_long.clone()),
        ] {
            for capacity in [1, 100] {
                let mut lines = Lines::new(io::BufReader::with_capacity(capacity, text), 5);
                let found = lines.advance().map(|_| lines.text.len()).map_err(|p| p.kind);
                assert_eq!(found, read, "{text:?}");
            }
        }
    }
}

//! The inputs of a run: paths, folders and standard input, found in a fixed order and read one
//! record at a time.

mod open;
mod walk;

use std::collections::VecDeque;
use std::path::PathBuf;

use gbcs_parser::log::{Form, Problem};
use gbcs_parser::record::Record;

pub use open::Summary;

use open::{Opened, open};
use walk::{Candidate, walk};

/// What the command line says of inputs.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `--input`: the form of all inputs.
    pub form: Option<Form>,
    /// `--expect-from-names`: file names of the Reference Test Data Set say what is expected.
    pub expect_from_names: bool,
}

/// A file that was passed over, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its path.
    pub path: String,
    /// The reason, in words.
    pub reason: String,
}

/// All inputs of a run, one after the other.
///
/// It yields each record and problem with the number of its input in [`Inputs::summaries`], and
/// holds no more than one record of one input at a time.
pub struct Inputs {
    options: Options,
    candidates: VecDeque<Candidate>,
    current: Option<Box<open::Input>>,
    summaries: Vec<Summary>,
    skipped: Vec<Skipped>,
}

impl Inputs {
    /// Finds the inputs under paths; `-` is standard input.
    #[must_use]
    pub fn new(paths: &[PathBuf], options: Options) -> Self {
        let (candidates, skipped) = walk(paths);
        Self {
            options,
            candidates: candidates.into(),
            current: None,
            summaries: Vec::new(),
            skipped,
        }
    }

    /// What was read of each input so far, in order.
    #[must_use]
    pub fn summaries(&self) -> &[Summary] {
        &self.summaries
    }

    /// The files that were passed over so far, in the order of their paths.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// A problem with the place it stands at, for people.
    #[must_use]
    pub fn cite(&self, input: usize, problem: &Problem) -> String {
        let path = match (self.summaries.get(input), &self.current) {
            (Some(summary), _) => summary.path.as_str(),
            (None, Some(current)) => current.path(),
            (None, None) => "",
        };
        match (problem.line, problem.column, problem.offset) {
            (Some(line), Some(column), _) => format!("{path}:{line}:{column}: {problem}"),
            (Some(line), None, _) => format!("{path}:{line}: {problem}"),
            (None, _, Some(offset)) => format!("{path}: offset {offset}: {problem}"),
            (None, _, None) => format!("{path}: {problem}"),
        }
    }
}

impl Iterator for Inputs {
    type Item = (usize, Result<Record, Problem>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(input) = &mut self.current {
                match input.next() {
                    Some(item) => return Some((self.summaries.len(), item)),
                    None => {
                        let input = self.current.take()?;
                        self.summaries.push(input.finish());
                    }
                }
            }
            match self.candidates.pop_front() {
                Some(candidate) => match open(&candidate, &self.options) {
                    Opened::Input(input) => self.current = Some(input),
                    Opened::Skipped(skipped) => self.skipped.push(skipped),
                },
                None => {
                    self.skipped.sort_by(|a, b| a.path.as_bytes().cmp(b.path.as_bytes()));
                    return None;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;

//! The inputs of a run: paths, folders and standard input, found in a fixed order and read one
//! record at a time.

mod open;
mod stdin;
mod walk;

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gbcs_parser::limits::ReadLimits;
use gbcs_parser::log::{Form, Problem, ProblemKind};
use gbcs_parser::record::Record;
use serde::{Deserialize, Serialize};

pub use open::Summary;

use crate::config;
use crate::exit::{Failure, complain};
use crate::interrupt;
use crate::options::{Common, Limits};
use crate::progress::Progress;
use open::{Opened, open};
use walk::{Candidate, walk};

/// What the command line says of inputs.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `--input`: the form of all inputs.
    pub form: Option<Form>,
    /// `--expect-from-names`: file names of the Reference Test Data Set say what is expected.
    pub expect_from_names: bool,
    /// `--verbose`: tell of each input what it is taken for and why, or why it is passed over.
    pub verbose: bool,
    /// `--max-line` and the others: how much is read.
    pub limits: ReadLimits,
    /// A file that the run itself writes as it goes: it is no input, wherever it lies.
    pub own: Option<PathBuf>,
    /// Who is told how far the reading has come.
    pub progress: Option<Arc<Progress>>,
}

impl Options {
    /// What the command line says, and before it the configuration `files`.
    pub fn new(common: &Common, limits: &Limits, files: &[PathBuf]) -> Result<Self, Failure> {
        let mut read = ReadLimits::default();
        config::limits(files, &mut read)?;
        limits.apply(&mut read);
        Ok(Self { form: common.input, verbose: common.verbose, limits: read, ..Self::default() })
    }

    fn tell_form(&self, input: &open::Input) {
        if let (true, Some(taken)) = (self.verbose, input.form()) {
            let (path, form) = (input.path(), taken.form.name());
            complain(&format_args!("{path}: read as {form}, told by {}", taken.evidence));
        }
    }

    fn tell_skipped(&self, skipped: &Skipped) {
        if self.verbose {
            complain(&format_args!("{}: passed over: {}", skipped.path, skipped.reason));
        }
    }
}

/// A file that was passed over, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// Its path.
    pub path: String,
    /// The reason, in words.
    pub reason: String,
}

/// All inputs of a run.
///
/// [`Inputs::open_next`] opens one after the other; as an iterator it also reads them one after
/// the other, and holds no more than one record of one input at a time.
pub struct Inputs {
    options: Options,
    candidates: VecDeque<Candidate>,
    current: Option<Stream>,
    summaries: Vec<Option<Summary>>,
    skipped: Vec<Skipped>,
}

/// An input that is being read.
pub struct Stream {
    /// Its number among the inputs.
    pub number: usize,
    candidate: Candidate,
    input: Box<open::Input>,
}

impl Stream {
    /// The path that reports show.
    #[must_use]
    pub fn path(&self) -> &str {
        self.input.path()
    }

    /// True where it can be opened again: what was read of a pipe that has a name is gone.
    #[must_use]
    pub fn is_file(&self) -> bool {
        self.input.is_file()
    }

    /// Closes it, to be opened again with [`Inputs::reopen`]: what was read of it is forgotten.
    #[must_use]
    pub fn park(self) -> Parked {
        Parked { number: self.number, candidate: self.candidate }
    }
}

impl Iterator for Stream {
    type Item = Result<Record, Problem>;

    /// After an interrupt there is nothing more: what was being read then may be half of it.
    fn next(&mut self) -> Option<Self::Item> {
        let mut item = self.input.next();
        if interrupt::asked() {
            item = None;
        }
        item
    }
}

/// An input that was closed and waits for being read.
pub struct Parked {
    number: usize,
    candidate: Candidate,
}

impl Inputs {
    /// Finds the inputs under paths; `-` is standard input.
    #[must_use]
    pub fn new(paths: &[PathBuf], options: Options) -> Self {
        let (mut candidates, mut skipped) = walk(paths);
        if let Some(own) = &options.own {
            candidates.retain(|candidate| !is_same(&candidate.path, own));
            skipped.retain(|skipped| !is_same(&skipped.path, own));
        }
        if let Some(progress) = &options.progress {
            candidates.iter().for_each(|candidate| progress.expect(candidate.file()));
        }
        Self {
            options,
            candidates: candidates.into(),
            current: None,
            summaries: Vec::new(),
            skipped,
        }
    }

    /// The next input, opened. It must be given back to [`Inputs::finish`] once it was read.
    pub fn open_next(&mut self) -> Option<Stream> {
        while let Some(candidate) = self.candidates.pop_front().filter(|_| !interrupt::asked()) {
            match open(&candidate, &self.options) {
                Opened::Input(input) => {
                    self.options.tell_form(&input);
                    self.summaries.push(None);
                    return Some(Stream { number: self.summaries.len() - 1, candidate, input });
                }
                Opened::Skipped(skipped) => {
                    self.options.tell_skipped(&skipped);
                    self.skipped.push(skipped);
                }
            }
        }
        self.skipped.sort_by(|a, b| a.path.as_bytes().cmp(b.path.as_bytes()));
        None
    }

    /// Opens an input again that was parked. `None` where it is no input any more: it was changed
    /// meanwhile, and is told as passed over.
    pub fn reopen(&mut self, parked: Parked) -> Option<Stream> {
        let Parked { number, candidate } = parked;
        match open(&candidate, &self.options) {
            Opened::Input(input) => Some(Stream { number, candidate, input }),
            Opened::Skipped(skipped) => {
                self.skipped.push(skipped);
                None
            }
        }
    }

    /// Takes back an input that was read.
    pub fn finish(&mut self, stream: Stream) {
        if let Some(entry) = self.summaries.get_mut(stream.number) {
            *entry = Some(stream.input.finish());
        }
        if let Some(progress) = &self.options.progress {
            progress.read_input();
        }
    }

    /// What was read of each input that is finished, in order.
    #[must_use]
    pub fn summaries(&self) -> Vec<&Summary> {
        self.summaries.iter().flatten().collect()
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
            (Some(Some(summary)), _) => summary.path.as_str(),
            (_, Some(current)) => current.path(),
            (_, None) => "",
        };
        cite(path, problem)
    }
}

/// True where a path is that of a file, however it is written.
fn is_same(path: &str, file: &Path) -> bool {
    let path = Path::new(path);
    path.file_name() == file.file_name()
        && matches!((path.canonicalize(), file.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// A problem as reports tell it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Line, from 1, in forms that have lines.
    pub line: Option<u64>,
    /// Column, from 1, in octets of the line.
    pub column: Option<u64>,
    /// Offset from the beginning of the input, in octets.
    pub offset: Option<u64>,
    /// True where nothing is amiss: it is only worth telling.
    pub is_note: bool,
    /// What is wrong, and where a limit was met, the option that lets more be read.
    pub text: String,
}

impl Told {
    /// What is told of a problem.
    pub fn of(problem: &Problem) -> Self {
        let Problem { line, column, offset, .. } = *problem;
        let option = match problem.kind {
            ProblemKind::LineTooLong { .. } => " (--max-line)",
            ProblemKind::DocumentTooLarge { .. } => " (--max-document)",
            ProblemKind::UnpacksTooFar { .. } => " (--max-unpack-ratio)",
            _ => "",
        };
        let text = format!("{problem}{option}");
        Self { line, column, offset, is_note: problem.is_note(), text }
    }
}

/// A problem with the place it stands at, for people.
#[must_use]
pub fn cite(path: &str, problem: &Problem) -> String {
    let told = Told::of(problem).text;
    match (problem.line, problem.column, problem.offset) {
        (Some(line), Some(column), _) => format!("{path}:{line}:{column}: {told}"),
        (Some(line), None, _) => format!("{path}:{line}: {told}"),
        (None, _, Some(offset)) => format!("{path}: offset {offset}: {told}"),
        (None, _, None) => format!("{path}: {told}"),
    }
}

impl Iterator for Inputs {
    type Item = (usize, Result<Record, Problem>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(stream) = &mut self.current {
                match stream.next() {
                    Some(item) => return Some((stream.number, item)),
                    None => {
                        let stream = self.current.take()?;
                        self.finish(stream);
                    }
                }
            }
            self.current = Some(self.open_next()?);
        }
    }
}

#[cfg(test)]
mod tests;

//! Opening an input: its form, its octets' hash, its records.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use gbcs_parser::limits::DETECTION_OCTETS;
use gbcs_parser::log::{self, Detection, Form, Problem, ProblemKind, Reader, rtds_expectation};
use gbcs_parser::record::{Body, Expect, Record};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::stdin::Stdin;
use super::walk::{Candidate, Source};
use super::{Options, Skipped, Told};
use crate::interrupt;
use crate::progress::Progress;

/// Octets read at a time.
const BUFFER_OCTETS: usize = 256 * 1024;

/// Problems of one input that are kept to be listed; the others are counted.
pub const MAX_PROBLEMS_LISTED: usize = 1000;

/// Characters of a line that is a whole message in hexadecimal or base64, or a JSON record: shorter
/// lines may go on.
const MIN_LINE: usize = 64;

/// What became of a candidate.
pub enum Opened {
    /// It is an input.
    Input(Box<Input>),
    /// It is none.
    Skipped(Skipped),
}

/// What was read of an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Its path, as reports show it.
    pub path: String,
    /// SHA-256 of all its octets, in hexadecimal; `None` where not all could be read.
    pub sha256: Option<String>,
    /// Its form, and what shows it; `None` where it is not known.
    #[serde(with = "form")]
    pub form: Option<Detection>,
    /// Number of records.
    pub records: u64,
    /// The first problems.
    pub problems: Vec<Told>,
    /// Number of problems, notes left out.
    pub problem_count: u64,
}

/// The form of an input by its name. What showed it is told while the input is read, and not kept.
mod form {
    use gbcs_parser::log::{Detection, Form};
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    pub fn serialize<S: Serializer>(
        form: &Option<Detection>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        form.as_ref().map(|taken| taken.form.name()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Detection>, D::Error> {
        let name = Option::<String>::deserialize(deserializer)?;
        let form = name.and_then(|name| Form::from_name(&name));
        Ok(form.map(|form| Detection { form, evidence: "the run that read it" }))
    }
}

/// An input that is being read.
pub struct Input {
    summary: Summary,
    reader: Reader<'static>,
    tap: Arc<Mutex<Tap>>,
    /// Octets of a file when it was opened; `None` for a pipe, which may have no end.
    length: Option<u64>,
    expect_from_names: bool,
    /// The file name that was read last, and what it states.
    named: Option<(Arc<str>, Option<Expect>)>,
}

/// Hash and count of the octets that went by.
struct Tap {
    hash: Sha256,
    octets: u64,
    ended: bool,
    rest: Option<Box<dyn Read + Send>>,
    progress: Option<Arc<Progress>>,
}

/// A source whose octets are hashed as they are read.
struct Tapped {
    tap: Arc<Mutex<Tap>>,
}

impl Read for Tapped {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut tap = self.tap.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(source) = &mut tap.rest else { return Ok(0) };
        // A line may have no end, and an input neither: an interrupt ends the one and the other.
        if interrupt::asked() {
            return Ok(0);
        }
        let n = source.read(buffer)?;
        tap.hash.update(buffer.get(..n).unwrap_or_default());
        tap.octets += n as u64;
        if let Some(progress) = &tap.progress {
            progress.read(n);
        }
        tap.ended |= n == 0 && !buffer.is_empty();
        Ok(n)
    }
}

/// Opens a candidate and tells its form.
#[must_use]
pub fn open(candidate: &Candidate, options: &Options) -> Opened {
    match &candidate.source {
        Source::Stdin => open_source(candidate, Box::new(Stdin::open()), None, options),
        Source::File(path) => match File::open(path) {
            Ok(file) => {
                let length = length(&file);
                open_source(candidate, Box::new(file), length, options)
            }
            Err(error) => failed(candidate, error.kind()),
        },
        Source::Failed(kind) => failed(candidate, *kind),
    }
}

/// Reads a candidate from an open source, of which `length` is known where it is a file.
fn open_source(
    candidate: &Candidate,
    source: Box<dyn Read + Send>,
    length: Option<u64>,
    options: &Options,
) -> Opened {
    let tap = Tap {
        hash: Sha256::new(),
        octets: 0,
        ended: false,
        rest: Some(source),
        progress: options.progress.clone(),
    };
    let tap = Arc::new(Mutex::new(tap));
    let mut source = Tapped { tap: Arc::clone(&tap) };
    let mut beginning = Vec::new();
    let piped = matches!(candidate.source, Source::Stdin);
    if let Err(error) = read_beginning(&mut source, piped, &mut beginning) {
        return failed(candidate, error.kind());
    }
    let form = match options.form {
        Some(form) => Some(Detection { form, evidence: "the option --input" }),
        None => log::detect(&beginning).or_else(|| by_name(&candidate.path, &beginning)),
    };
    let empty = beginning.is_empty();
    let source = BufReader::with_capacity(BUFFER_OCTETS, Cursor::new(beginning).chain(source));
    let reader: Reader<'static> = match &form {
        Some(Detection { form: Form::Zip, .. }) => match seekable(&candidate.source) {
            Some(file) => log::read_zip(&options.limits, file, candidate.path.as_str()),
            None => log::read_within(&options.limits, Form::Zip, source, candidate.path.as_str()),
        },
        Some(detection) => {
            log::read_within(&options.limits, detection.form, source, candidate.path.as_str())
        }
        None if !candidate.named => {
            let reason = if empty { "it is empty" } else { "its form is none that is known" };
            return Opened::Skipped(Skipped {
                path: candidate.path.clone(),
                reason: reason.into(),
            });
        }
        None => {
            let kind = if empty { ProblemKind::NoOctets } else { ProblemKind::UnknownForm };
            Box::new(std::iter::once(Err(Problem::new(kind))))
        }
    };
    Opened::Input(Box::new(Input {
        summary: Summary {
            path: candidate.path.clone(),
            sha256: None,
            form,
            records: 0,
            problems: Vec::new(),
            problem_count: 0,
        },
        reader,
        tap,
        length,
        expect_from_names: options.expect_from_names,
        named: None,
    }))
}

/// Reads what the form is told by. Of a pipe, one whole line of text is enough: its writer may wait
/// for the answer to it before it writes the next. XML, archives and the like need more.
fn read_beginning(
    source: &mut impl Read,
    piped: bool,
    beginning: &mut Vec<u8>,
) -> Result<(), io::Error> {
    let mut chunk = vec![0; DETECTION_OCTETS];
    while let Some(free) = DETECTION_OCTETS.checked_sub(beginning.len()).filter(|n| *n > 0) {
        let octets = match source.read(chunk.get_mut(..free).unwrap_or_default()) {
            Ok(0) => break,
            Ok(octets) => octets,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        beginning.extend_from_slice(chunk.get(..octets).unwrap_or_default());
        if piped && is_line_of_text(beginning) {
            break;
        }
    }
    Ok(())
}

/// True where octets hold a line of printable ASCII, longer than what could be a comment or a
/// dump's line, that is no XML.
fn is_line_of_text(octets: &[u8]) -> bool {
    let Some(end) = octets.iter().position(|octet| *octet == b'\n') else { return false };
    let line = octets.get(..end).unwrap_or_default();
    line.len() > MIN_LINE
        && !line.trim_ascii_start().starts_with(b"<")
        && line.iter().all(|octet| matches!(octet, b' '..=b'~' | b'\t' | b'\r'))
}

/// Octets of a file; what is written to a pipe or comes from a device may have no end.
fn length(file: &File) -> Option<u64> {
    let metadata = file.metadata().ok()?;
    metadata.is_file().then_some(metadata.len())
}

/// A zip archive is read to and fro, where it is a file.
fn seekable(source: &Source) -> Option<File> {
    let Source::File(path) = source else { return None };
    let file = File::open(path).ok()?;
    file.metadata().ok()?.is_file().then_some(file)
}

fn file_name(path: &str) -> Option<&str> {
    Path::new(path).file_name()?.to_str()
}

/// A binary message whose first octets are wrong is told by its name alone.
fn by_name(path: &str, beginning: &[u8]) -> Option<Detection> {
    let binary = Path::new(path).extension().is_some_and(|end| end.eq_ignore_ascii_case("bin"));
    (binary && !beginning.is_empty())
        .then_some(Detection { form: Form::Binary, evidence: "its name ends in .bin" })
}

/// An input that could not be read at all: one problem.
fn failed(candidate: &Candidate, kind: io::ErrorKind) -> Opened {
    let problem = Problem::new(ProblemKind::Io(kind));
    let tap = Tap { hash: Sha256::new(), octets: 0, ended: false, rest: None, progress: None };
    Opened::Input(Box::new(Input {
        summary: Summary {
            path: candidate.path.clone(),
            sha256: None,
            form: None,
            records: 0,
            problems: Vec::new(),
            problem_count: 0,
        },
        reader: Box::new(std::iter::once(Err(problem))),
        tap: Arc::new(Mutex::new(tap)),
        length: None,
        expect_from_names: false,
        named: None,
    }))
}

impl Input {
    /// The path that reports show.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.summary.path
    }

    /// True where it is a file, and neither a pipe nor a device.
    #[must_use]
    pub fn is_file(&self) -> bool {
        self.length.is_some()
    }

    /// What it is taken for.
    #[must_use]
    pub fn form(&self) -> Option<&Detection> {
        self.summary.form.as_ref()
    }

    /// Told once, behind all records: that the file ended before it should.
    fn shortened(&mut self) -> Option<Problem> {
        let needed = self.length?;
        let tap = self.tap.lock().unwrap_or_else(PoisonError::into_inner);
        let found = tap.octets;
        if !tap.ended || found >= needed {
            return None;
        }
        self.length = Some(found);
        Some(Problem::new(ProblemKind::Shortened { needed, found }))
    }

    /// Puts into a message what the name of its file states. In an archive each member has a name.
    fn expect(&mut self, record: &mut Record) {
        let Body::Message(message) = &mut record.body else { return };
        let path = &record.position.path;
        if self.named.as_ref().is_none_or(|(last, _)| last != path) {
            let stated = file_name(path).and_then(rtds_expectation);
            self.named = Some((Arc::clone(path), stated));
        }
        if let Some((_, Some(stated))) = &self.named {
            message.expect.get_or_insert_with(|| Box::new(stated.clone()));
        }
    }

    /// What was read. Octets that the reader left are read to complete the hash. After an interrupt
    /// they are left, as are those of a pipe in which something could not be read, and there is no
    /// hash.
    #[must_use]
    pub fn finish(mut self) -> Summary {
        let mut tap = Tapped { tap: Arc::clone(&self.tap) };
        let mut buffer = vec![0; 64 * 1024];
        let to_its_end = self.length.is_some() || self.summary.problem_count == 0;
        while to_its_end && !interrupt::asked() {
            match tap.read(&mut buffer) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => break,
            }
        }
        let tap = self.tap.lock().unwrap_or_else(PoisonError::into_inner);
        if tap.ended && !interrupt::asked() {
            let digest = tap.hash.clone().finalize();
            self.summary.sha256 = Some(digest.iter().map(|octet| format!("{octet:02x}")).collect());
        }
        drop(tap);
        self.summary
    }
}

impl Iterator for Input {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut item = self.reader.next();
        if item.is_none() {
            item = self.shortened().map(Err);
        }
        match &mut item {
            None => {}
            Some(Ok(record)) => {
                self.summary.records += 1;
                if self.expect_from_names {
                    self.expect(record);
                }
            }
            Some(Err(problem)) => {
                self.summary.problem_count += u64::from(!problem.is_note());
                if self.summary.problems.len() < MAX_PROBLEMS_LISTED {
                    self.summary.problems.push(Told::of(problem));
                }
            }
        }
        item
    }
}

//! How the program ends. The codes are part of its contract (`docs/output.md`).

use std::fmt;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::output::Unwritable;
use crate::progress;

/// Wrong usage, an input problem, a file that could not be written, or an internal error.
pub const TROUBLE: u8 = 2;

/// How a command ended that could do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything conforms; of `decode`, every message is complete.
    Good,
    /// Findings; of `decode`, a message that is not complete.
    Findings,
    /// An input could not be read; what could be read was still worked on.
    InputProblem,
    /// Somebody ended the run before everything was read.
    Interrupted,
    /// No rule reached pass or fail.
    NothingChecked,
}

impl Exit {
    /// The number.
    pub fn code(self) -> u8 {
        match self {
            Self::Good => 0,
            Self::Findings => 1,
            Self::InputProblem | Self::Interrupted => TROUBLE,
            Self::NothingChecked => 3,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// Why a command could not go on.
#[derive(Debug)]
pub enum Failure {
    /// The reader of standard output has gone: nobody is left to be told.
    BrokenPipe,
    /// The arguments do not make sense; the text says why.
    Usage(String),
    /// A file could not be read or written.
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// Standard output could not be written.
    Output(io::Error),
}

impl Failure {
    /// A failure of a named file.
    pub fn file(path: &Path, error: io::Error) -> Self {
        Self::File { path: path.to_owned(), error }
    }
}

impl From<io::Error> for Failure {
    /// An error of the output; one of a file names it.
    fn from(error: io::Error) -> Self {
        match error.downcast::<Unwritable>() {
            Ok(Unwritable { path, error }) => Self::File { path, error },
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Self::BrokenPipe,
            Err(error) => Self::Output(error),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BrokenPipe => f.write_str("the reader of the output has gone"),
            Self::Usage(why) => f.write_str(why),
            Self::File { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Output(error) => write!(f, "the output could not be written: {error}"),
        }
    }
}

impl std::error::Error for Failure {}

/// Says what is wrong on standard error. Where that is closed as well, nothing is left to do.
pub fn complain(what: &dyn fmt::Display) {
    progress::clear();
    let _ = writeln!(anstream::stderr(), "gbcheck: {what}");
}

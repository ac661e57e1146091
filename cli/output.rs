//! Where a command's result goes: standard output, or a file that is written whole or not at all.

use std::fmt;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::exit::Failure;

/// The result's destination. Nothing of a file is seen under its name before [`Output::finish`].
pub enum Output {
    /// Standard output.
    Stdout(BufWriter<io::StdoutLock<'static>>),
    /// What is there and is no file: a device or a pipe, which no file may take the place of.
    Device(BufWriter<Named>),
    /// A file beside the one that it will become.
    File {
        /// What is being written.
        file: BufWriter<Named>,
        /// What it is called meanwhile; it goes with this.
        temporary: TempPath,
    },
}

/// Refuses to write over what is read: nobody means to lose a log for its report.
pub fn spare_inputs<'o>(
    inputs: &[PathBuf],
    outputs: impl IntoIterator<Item = &'o Path>,
) -> Result<(), Failure> {
    for output in outputs {
        let Ok(there) = output.canonicalize() else { continue };
        let is_read =
            inputs.iter().any(|input| input.canonicalize().is_ok_and(|read| read == there));
        if there.is_file() && is_read {
            let path = output.display();
            return Err(Failure::Usage(format!("{path}: it is read, and would be written over")));
        }
    }
    Ok(())
}

/// A file whose errors name it as the user did.
pub struct Named {
    file: File,
    path: PathBuf,
}

impl Named {
    fn named<T>(&self, result: io::Result<T>) -> io::Result<T> {
        result.map_err(|error| {
            let path = self.path.clone();
            io::Error::new(error.kind(), Unwritable { path, error })
        })
    }
}

impl Write for Named {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        let result = self.file.write(octets);
        self.named(result)
    }

    fn flush(&mut self) -> io::Result<()> {
        let result = self.file.flush();
        self.named(result)
    }
}

/// Which file could not be written, and why.
#[derive(Debug)]
pub struct Unwritable {
    /// The file, as the user named it.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for Unwritable {}

impl Output {
    /// Standard output, or the file `path`.
    pub fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else {
            return Ok(Self::Stdout(BufWriter::with_capacity(1 << 16, io::stdout().lock())));
        };
        if let Ok(metadata) = path.metadata()
            && !metadata.is_file()
        {
            // A folder cannot be opened for writing, and says so.
            let device = File::options().write(true).open(path);
            let file = device.map_err(|error| Failure::file(path, error))?;
            return Ok(Self::Device(BufWriter::new(Named { file, path: path.to_owned() })));
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(".gbcheck-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // As of any new file; the umask is taken off by the system.
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder).map_err(|error| Failure::file(path, error))?;
        let (file, temporary) = file.into_parts();
        let file = BufWriter::new(Named { file, path: path.to_owned() });
        Ok(Self::File { file, temporary })
    }

    /// True where a reader may wait for each message: standard output.
    pub fn is_stdout(&self) -> bool {
        matches!(self, Self::Stdout(_))
    }

    /// Ends the result: a file gets its name.
    pub fn finish(self) -> Result<(), Failure> {
        match self {
            Self::Stdout(mut stdout) => Ok(stdout.flush()?),
            Self::Device(mut device) => Ok(device.flush()?),
            Self::File { file, temporary } => {
                let Named { path, .. } = file.into_inner().map_err(|error| error.into_error())?;
                temporary.persist(&path).map_err(|error| Failure::file(&path, error.error))
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(stdout) => stdout.write(octets),
            Self::Device(device) => device.write(octets),
            Self::File { file, .. } => file.write(octets),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(stdout) => stdout.flush(),
            Self::Device(device) => device.flush(),
            Self::File { file, .. } => file.flush(),
        }
    }
}

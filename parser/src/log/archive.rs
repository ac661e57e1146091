//! Inputs that are packed: gzip, zstd and zip.
//!
//! Nothing is written anywhere, and no more is unpacked than a bound in proportion to what was
//! read, so that a small file cannot become a large one.

mod zip;
mod zstd;

use std::io::{self, BufRead, BufReader, Cursor, Read, Seek};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

use super::{Form, Problem, ProblemKind, Reader, detect, plain};
use crate::limits::{
    DETECTION_OCTETS, MAX_ARCHIVE_DEPTH, MAX_ZIP_OCTETS_HELD, ReadLimits, UNPACKED_FREELY,
};
use crate::record::Record;

/// A source of any kind.
type Source<'a> = Box<dyn BufRead + Send + 'a>;

/// Octets read at a time.
const BUFFER_OCTETS: usize = 64 * 1024;

/// What was read of the outermost archive, and what was made of it on all levels.
struct Budget {
    ratio: u64,
    packed: AtomicU64,
    unpacked: AtomicU64,
    exceeded: AtomicBool,
}

impl Budget {
    fn new(ratio: u64) -> Arc<Self> {
        Arc::new(Self {
            ratio,
            packed: AtomicU64::new(0),
            unpacked: AtomicU64::new(0),
            exceeded: AtomicBool::new(false),
        })
    }

    /// Counts what was unpacked.
    fn spend(&self, octets: usize) -> io::Result<()> {
        let unpacked = self.unpacked.fetch_add(octets as u64, Ordering::Relaxed) + octets as u64;
        let packed = self.packed.load(Ordering::Relaxed);
        if unpacked > UNPACKED_FREELY.saturating_add(self.ratio.saturating_mul(packed)) {
            self.exceeded.store(true, Ordering::Relaxed);
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(())
    }
}

/// Counts what is read of the outermost archive.
struct Packed<R> {
    source: R,
    budget: Arc<Budget>,
}

impl<R: BufRead> Read for Packed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.source.read(buffer)?;
        self.budget.packed.fetch_add(n as u64, Ordering::Relaxed);
        Ok(n)
    }
}

impl<R: BufRead> BufRead for Packed<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.source.fill_buf()
    }

    fn consume(&mut self, n: usize) {
        self.budget.packed.fetch_add(n as u64, Ordering::Relaxed);
        self.source.consume(n);
    }
}

/// Stops where too much is unpacked.
struct Unpacked<R> {
    source: R,
    budget: Arc<Budget>,
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.source.read(buffer)?;
        self.budget.spend(n)?;
        Ok(n)
    }
}

/// Where an archive stands.
#[derive(Clone)]
struct Place {
    path: Arc<str>,
    limits: ReadLimits,
    /// Archives around it.
    depth: usize,
    budget: Arc<Budget>,
}

impl Place {
    fn new(path: Arc<str>, limits: &ReadLimits) -> Self {
        Self { path, limits: *limits, depth: 0, budget: Budget::new(limits.unpack_ratio) }
    }
}

/// Reads an archive.
pub(super) fn read<'a>(
    limits: &ReadLimits,
    form: Form,
    source: Source<'a>,
    path: Arc<str>,
) -> Reader<'a> {
    let place = Place::new(path, limits);
    let source = Packed { source, budget: Arc::clone(&place.budget) };
    Box::new(Told::new(archive(form, Box::new(source), &place), place.budget))
}

/// Reads a zip archive from a source in which one can go to and fro.
pub(super) fn read_zip<'a>(
    limits: &ReadLimits,
    mut file: impl Read + Seek + Send + 'a,
    path: Arc<str>,
) -> Reader<'a> {
    let place = Place::new(path, limits);
    match file.seek(io::SeekFrom::End(0)) {
        Ok(length) => place.budget.packed.store(length, Ordering::Relaxed),
        Err(error) => return problem(ProblemKind::Io(error.kind())),
    }
    let budget = Arc::clone(&place.budget);
    Box::new(Told::new(Box::new(zip::Zip::new(file, place)), budget))
}

fn problem<'a>(kind: ProblemKind) -> Reader<'a> {
    Box::new(std::iter::once(Err(Problem::new(kind))))
}

fn archive<'a>(form: Form, source: Source<'a>, place: &Place) -> Reader<'a> {
    let budget = Arc::clone(&place.budget);
    match form {
        Form::Gzip => {
            unpacked(Box::new(Unpacked { source: MultiGzDecoder::new(source), budget }), place)
        }
        Form::Zstd => {
            unpacked(Box::new(Unpacked { source: zstd::Zstd::new(source), budget }), place)
        }
        _ => {
            // The directory of a zip archive stands at its end.
            match held(source, MAX_ZIP_OCTETS_HELD) {
                Ok(held) => Box::new(zip::Zip::new(Cursor::new(held), place.clone())),
                Err(kind) => problem(kind),
            }
        }
    }
}

/// All octets of a source, of which no more than `limit` are held.
fn held(source: impl Read, limit: u64) -> Result<Vec<u8>, ProblemKind> {
    let mut held = Vec::new();
    match source.take(limit + 1).read_to_end(&mut held) {
        Ok(n) if n as u64 > limit => Err(ProblemKind::ArchiveTooLarge { limit }),
        Ok(_) => Ok(held),
        Err(error) => Err(ProblemKind::Io(error.kind())),
    }
}

/// Reads what came out of an archive, in whatever form it is.
fn unpacked<'a>(mut source: Box<dyn Read + Send + 'a>, place: &Place) -> Reader<'a> {
    let mut beginning = Vec::new();
    if let Err(error) = source.by_ref().take(DETECTION_OCTETS as u64).read_to_end(&mut beginning) {
        return problem(ProblemKind::Io(error.kind()));
    }
    let detection = detect(&beginning);
    let empty = beginning.is_empty();
    let source: Source<'a> =
        Box::new(BufReader::with_capacity(BUFFER_OCTETS, Cursor::new(beginning).chain(source)));
    match detection.map(|detection| detection.form) {
        None if empty => problem(ProblemKind::NoOctets),
        None => problem(ProblemKind::UnknownForm),
        Some(form @ (Form::Gzip | Form::Zstd | Form::Zip)) => {
            if place.depth + 1 >= MAX_ARCHIVE_DEPTH {
                return problem(ProblemKind::ArchiveTooDeep);
            }
            archive(form, source, &Place { depth: place.depth + 1, ..place.clone() })
        }
        Some(form) => plain(&place.limits, form, source, Arc::clone(&place.path)),
    }
}

/// Tells what the readers see as a failure of their source by its true reason, and ends there.
struct Told<'a> {
    inner: Option<Reader<'a>>,
    budget: Arc<Budget>,
}

impl<'a> Told<'a> {
    fn new(inner: Reader<'a>, budget: Arc<Budget>) -> Self {
        Self { inner: Some(inner), budget }
    }
}

impl Iterator for Told<'_> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.inner.as_mut()?.next();
        match item {
            Some(Ok(record)) => Some(Ok(record)),
            _ if self.budget.exceeded.load(Ordering::Relaxed) => {
                self.inner = None;
                let ratio = self.budget.ratio;
                let kind = ProblemKind::UnpacksTooFar { ratio, freely: UNPACKED_FREELY };
                Some(Err(Problem::new(kind)))
            }
            Some(Err(mut problem)) => {
                if let ProblemKind::Io(
                    io::ErrorKind::InvalidInput
                    | io::ErrorKind::InvalidData
                    | io::ErrorKind::UnexpectedEof
                    | io::ErrorKind::Other,
                ) = problem.kind
                {
                    problem.kind = ProblemKind::ArchiveDamaged;
                }
                Some(Err(problem))
            }
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_that_is_held_has_no_more_than_the_limit() {
        assert_eq!(held(&b"12345"[..], 5).as_deref(), Ok(&b"12345"[..]));
        assert_eq!(held(&b"123456"[..], 5), Err(ProblemKind::ArchiveTooLarge { limit: 5 }));
    }

    #[test]
    fn no_more_comes_out_than_the_budget() {
        let budget = Budget::new(3);
        budget.packed.store(10, Ordering::Relaxed);
        let most = UNPACKED_FREELY as usize + 30;
        assert!(budget.spend(most).is_ok());
        assert!(!budget.exceeded.load(Ordering::Relaxed));
        assert!(budget.spend(1).is_err());
        assert!(budget.exceeded.load(Ordering::Relaxed));
    }
}

//! Members of a zip archive, in the order of their paths.

use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

use flate2::Crc;
use flate2::bufread::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use super::{BUFFER_OCTETS, Place, Unpacked, unpacked};
use crate::limits::MAX_ARCHIVE_MEMBERS;
use crate::log::{FileName, Problem, ProblemKind, Reader};
use crate::record::Record;

/// A file in which one can go to and fro.
trait File: Read + Seek + Send {}
impl<F: Read + Seek + Send> File for F {}

type Shared<'a> = Arc<Mutex<Box<dyn File + 'a>>>;

/// Reads the members of an archive.
pub(super) struct Zip<'a> {
    file: Option<Shared<'a>>,
    members: std::vec::IntoIter<Member>,
    current: Option<(Arc<str>, Reader<'a>)>,
    place: Place,
    /// A problem of the archive as a whole.
    problem: Option<ProblemKind>,
}

/// Where a member stands in the file.
struct Member {
    name: String,
    start: u64,
    packed: u64,
    crc: u32,
    method: CompressionMethod,
    encrypted: bool,
}

impl<'a> Zip<'a> {
    pub(super) fn new(file: impl Read + Seek + Send + 'a, place: Place) -> Self {
        let mut zip = Self {
            file: None,
            members: Vec::new().into_iter(),
            current: None,
            place,
            problem: None,
        };
        let file: Box<dyn File + 'a> = Box::new(file);
        match members(file, MAX_ARCHIVE_MEMBERS) {
            Ok((file, mut members)) => {
                members.sort_by(|a, b| a.name.as_bytes().cmp(b.name.as_bytes()));
                zip.members = members.into_iter();
                zip.file = Some(Arc::new(Mutex::new(file)));
            }
            Err(error) => zip.problem = Some(error),
        }
        zip
    }

    fn open(&self, member: &Member, path: &Arc<str>) -> Result<Reader<'a>, ProblemKind> {
        let file = self.file.as_ref().ok_or(ProblemKind::ArchiveDamaged)?;
        if member.encrypted {
            return Err(ProblemKind::MemberEncrypted);
        }
        let section = Section { file: Arc::clone(file), at: member.start, left: member.packed };
        let section = BufReader::with_capacity(BUFFER_OCTETS, section);
        let source: Box<dyn Read + Send + 'a> = match member.method {
            CompressionMethod::Stored => Box::new(section),
            CompressionMethod::Deflated => Box::new(DeflateDecoder::new(section)),
            _ => return Err(ProblemKind::MemberMethod),
        };
        let checked = Checked { source, crc: Crc::new(), stated: member.crc };
        let budget = Arc::clone(&self.place.budget);
        let place = Place { path: Arc::clone(path), ..self.place.clone() };
        Ok(unpacked(Box::new(Unpacked { source: checked, budget }), &place))
    }
}

/// The directory of an archive of no more than `most` members, without what is no input by its name.
fn members<'a>(
    file: Box<dyn File + 'a>,
    most: usize,
) -> Result<(Box<dyn File + 'a>, Vec<Member>), ProblemKind> {
    let mut archive = ZipArchive::new(file).map_err(|_| ProblemKind::ArchiveDamaged)?;
    if archive.len() > most {
        return Err(ProblemKind::TooManyMembers);
    }
    let mut members = Vec::with_capacity(archive.len());
    for n in 0..archive.len() {
        let member = archive.by_index_raw(n).map_err(|_| ProblemKind::ArchiveDamaged)?;
        if member.is_dir() {
            continue;
        }
        let name = member.name().map_err(|_| ProblemKind::ArchiveDamaged)?.replace('\\', "/");
        if FileName::of_path(&name) == FileName::Never {
            continue;
        }
        members.push(Member {
            name,
            start: member.data_start().ok_or(ProblemKind::ArchiveDamaged)?,
            packed: member.compressed_size(),
            crc: member.crc32(),
            method: member.compression(),
            encrypted: member.encrypted(),
        });
    }
    Ok((archive.into_inner(), members))
}

impl Iterator for Zip<'_> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(kind) = self.problem.take() {
            return Some(Err(Problem::new(kind)));
        }
        loop {
            if let Some((path, reader)) = &mut self.current {
                match reader.next() {
                    Some(Ok(record)) => return Some(Ok(record)),
                    Some(Err(mut problem)) => {
                        problem.member.get_or_insert_with(|| Arc::clone(path));
                        return Some(Err(problem));
                    }
                    None => self.current = None,
                }
            }
            let member = self.members.next()?;
            let path: Arc<str> = format!("{}!/{}", self.place.path, member.name).into();
            let kind = if FileName::of_path(&member.name) == FileName::Input {
                match self.open(&member, &path) {
                    Ok(reader) => {
                        self.current = Some((path, reader));
                        continue;
                    }
                    Err(kind) => kind,
                }
            } else {
                ProblemKind::MemberPassedOver
            };
            return Some(Err(Problem { member: Some(path), ..Problem::new(kind) }));
        }
    }
}

/// A part of a file.
struct Section<'a> {
    file: Shared<'a>,
    at: u64,
    left: u64,
}

impl Read for Section<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let Some(buffer) = buffer.get_mut(..length).filter(|buffer| !buffer.is_empty()) else {
            return Ok(0);
        };
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.at))?;
        let n = file.read(buffer)?;
        if n == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.at += n as u64;
        self.left -= n as u64;
        Ok(n)
    }
}

/// Compares the checksum at the end.
struct Checked<R> {
    source: R,
    crc: Crc,
    stated: u32,
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.source.read(buffer)?;
        if n == 0 && !buffer.is_empty() && self.crc.sum() != self.stated {
            return Err(io::ErrorKind::InvalidData.into());
        }
        self.crc.update(buffer.get(..n).unwrap_or_default());
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    #[test]
    fn the_most_members_are_read() {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["a.hex", "b.hex", "c.hex"] {
            archive.start_file(name, SimpleFileOptions::default()).unwrap();
        }
        let archive = archive.finish().unwrap();
        let count = |most| members(Box::new(archive.clone()), most).map(|(_, all)| all.len());
        assert_eq!(count(3), Ok(3));
        assert_eq!(count(2), Err(ProblemKind::TooManyMembers));
    }
}

//! Which files are inputs, and in which order.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use gbcs_parser::log::{FileName, is_passed_over};

use super::Skipped;

/// Where an input is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
    /// Nothing: the path could not be looked at.
    Failed(io::ErrorKind),
}

/// A file that may be an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The path that reports show.
    pub path: String,
    /// Where to read it.
    pub source: Source,
    /// True where the command line names it, so that it has to be an input.
    pub named: bool,
}

impl Candidate {
    /// The file, where it is one.
    pub fn file(&self) -> Option<&Path> {
        match &self.source {
            Source::File(path) => Some(path),
            Source::Stdin | Source::Failed(_) => None,
        }
    }
}

/// Finds what may be inputs under paths, and what is passed over for its name.
///
/// The order is that of the octets of the arguments, and below a folder that of the octets of the
/// paths relative to it. A path that is found twice counts once.
pub fn walk(paths: &[PathBuf]) -> (Vec<Candidate>, Vec<Skipped>) {
    let mut arguments: Vec<&PathBuf> = paths.iter().collect();
    arguments.sort_by_key(|path| shown(path));
    let mut found = Found::default();
    for path in arguments {
        if path.as_os_str() == "-" {
            found.add("-".into(), Source::Stdin, true);
            continue;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => found.folder(path),
            Ok(_) => found.add(shown(path), Source::File(path.clone()), true),
            Err(error) => found.add(shown(path), Source::Failed(error.kind()), true),
        }
    }
    (found.candidates, found.skipped)
}

#[derive(Default)]
struct Found {
    candidates: Vec<Candidate>,
    skipped: Vec<Skipped>,
    seen: HashSet<String>,
}

impl Found {
    fn add(&mut self, path: String, source: Source, named: bool) {
        if self.seen.insert(path.clone()) {
            self.candidates.push(Candidate { path, source, named });
        }
    }

    fn skip(&mut self, path: String, reason: &str) {
        if self.seen.insert(path.clone()) {
            self.skipped.push(Skipped { path, reason: reason.into() });
        }
    }

    /// All files below a folder. Links to folders are not followed, so this ends.
    fn folder(&mut self, root: &Path) {
        let mut files: Vec<(String, Source)> = Vec::new();
        let mut folders = vec![root.to_path_buf()];
        while let Some(folder) = folders.pop() {
            let entries = match fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(error) => {
                    files.push((shown(&folder), Source::Failed(error.kind())));
                    continue;
                }
            };
            for entry in entries {
                match entry {
                    Ok(entry) => self.entry(&entry, &mut files, &mut folders),
                    Err(error) => files.push((shown(&folder), Source::Failed(error.kind()))),
                }
            }
        }
        // The part before the relative path is the same in all.
        files.sort_by(|(a, _), (b, _)| a.as_bytes().cmp(b.as_bytes()));
        for (path, source) in files {
            self.add(path, source, false);
        }
    }

    fn entry(
        &mut self,
        entry: &fs::DirEntry,
        files: &mut Vec<(String, Source)>,
        folders: &mut Vec<PathBuf>,
    ) {
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if FileName::of(&name) == FileName::Never {
            return;
        }
        let kind = match entry.file_type() {
            Ok(kind) => kind,
            Err(error) => {
                files.push((shown(&path), Source::Failed(error.kind())));
                return;
            }
        };
        if kind.is_dir() {
            if !is_passed_over(&name) {
                folders.push(path);
            }
            return;
        }
        // A link that leads nowhere, or round in a circle, fails when it is opened.
        let target =
            if kind.is_symlink() { fs::metadata(&path).ok() } else { entry.metadata().ok() };
        if let Some(target) = target {
            if target.is_dir() {
                self.skip(shown(&path), "a link to a folder");
                return;
            }
            if !target.is_file() {
                self.skip(shown(&path), "not a regular file");
                return;
            }
        }
        if FileName::of(&name) == FileName::Input {
            files.push((shown(&path), Source::File(path)));
        } else {
            self.skip(shown(&path), "its name has no ending of an input");
        }
    }
}

/// A path as reports show it, with slashes.
fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

//! Messages from files, folders and standard input.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use crate::exit::Failure;

/// A message's octets and where they came from.
pub struct Found {
    pub path: String,
    pub record: u64,
    pub line: u64,
    pub octets: Result<Vec<u8>, String>,
}

/// Calls `each` for every message, a line each, in order.
pub fn for_each(
    paths: &[PathBuf],
    each: &mut dyn FnMut(Found) -> Result<(), Failure>,
) -> Result<(), Failure> {
    for path in paths {
        visit(path, each)?;
    }
    Ok(())
}

fn visit(path: &Path, each: &mut dyn FnMut(Found) -> Result<(), Failure>) -> Result<(), Failure> {
    if path.is_dir() {
        let mut entries: Vec<PathBuf> = std::fs::read_dir(path)
            .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
            .map_err(|error| Failure::file(path, error))?;
        entries.sort();
        return entries.iter().try_for_each(|entry| visit(entry, each));
    }
    let source: Box<dyn std::io::Read> = if path == Path::new("-") {
        Box::new(std::io::stdin().lock())
    } else {
        Box::new(std::fs::File::open(path).map_err(|error| Failure::file(path, error))?)
    };
    let mut record = 0;
    for (number, line) in BufReader::new(source).lines().enumerate() {
        let line = line.map_err(|error| Failure::file(path, error))?;
        if line.trim().is_empty() {
            continue;
        }
        record += 1;
        each(Found {
            path: path.display().to_string(),
            record,
            line: number as u64 + 1,
            octets: hex(line.trim()),
        })?;
    }
    Ok(())
}

fn hex(text: &str) -> Result<Vec<u8>, String> {
    text.as_bytes()
        .chunks(2)
        .map(|pair| {
            let pair = std::str::from_utf8(pair).map_err(|error| error.to_string())?;
            match pair.len() {
                2 => u8::from_str_radix(pair, 16).map_err(|error| error.to_string()),
                _ => Err("an odd number of hexadecimal digits".to_owned()),
            }
        })
        .collect()
}

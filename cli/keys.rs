//! The folder of keys and certificates (`--keys`).

use std::fs;
use std::path::{Path, PathBuf};

use gbcs_parser::crypto::{KeyFile, KeyFileError, KeyStore};
use rayon::prelude::*;
use zeroize::Zeroizing;

use crate::exit::{Failure, complain};
use crate::options::Common;

/// The keys that the options name; `None` where they name none. Files are read in parallel.
///
/// A file that holds no key is told of on standard error and passed over, since folders of keys
/// hold other files too.
pub fn load(common: &Common) -> Result<Option<KeyStore>, Failure> {
    let Some(folder) = &common.keys else { return Ok(None) };
    let read: Vec<(String, Result<KeyFile, KeyFileError>)> = files_in(folder)?
        .into_par_iter()
        .map(|path| {
            let octets = fs::read(&path).map_err(|error| Failure::file(&path, error))?;
            let octets = Zeroizing::new(octets);
            let name = path.to_string_lossy().into_owned();
            let file = KeyFile::read(&name, &octets);
            Ok((name, file))
        })
        .collect::<Result<_, Failure>>()?;
    let mut files = Vec::new();
    for (name, file) in read {
        match file {
            Ok(file) => files.push(file),
            Err(why) => tell(common, &name, &why),
        }
    }
    let (mut store, notices) = KeyStore::from_files(files);
    for notice in notices {
        tell(common, notice.file(), &notice);
    }
    store.set_brokers(common.acb.iter().copied());
    Ok(Some(store))
}

fn tell(common: &Common, file: &str, what: &dyn std::fmt::Display) {
    if !common.quiet {
        complain(&format_args!("{file}: {what}"));
    }
}

/// The files of a folder that are not hidden, in the order of their names.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failure = |error| Failure::file(folder, error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failure)? {
        let entry = entry.map_err(failure)?;
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !hidden && entry.path().is_file() {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

//! The digest of the text files, by which reports say what they were judged by.

use std::fs;

use sha2::{Digest as _, Sha256};

use crate::{compare, data_folder};

#[test]
fn the_digest_is_that_of_the_text_files() {
    let entries = fs::read_dir(data_folder()).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|kind| kind == "csv" || kind == "txt"));
    paths.sort();
    assert!(!paths.is_empty());
    let mut hash = Sha256::new();
    for path in &paths {
        let name = path.file_name().unwrap().to_str().unwrap();
        let text = fs::read_to_string(path).unwrap();
        for part in [name, &text] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    let digits: String = hash.finalize().iter().map(|octet| format!("{octet:02x}")).collect();
    compare(
        "digest.rs",
        &format!(
            "//! Made from the text files of `parser/catalogue/` by the test `catalogue`.\n\n\
             /// SHA-256 of the names and contents of the catalogue's text files.\n\
             pub const CATALOGUE_SHA256: &str =\n    \"{digits}\";\n"
        ),
    );
}

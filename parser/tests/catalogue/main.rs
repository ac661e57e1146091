//! The Rust tables of the catalogue are those of its text files.
//!
//! `GBCHECK_REFRESH=1 cargo test -p gbcs-parser --test catalogue` writes the tables anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod asn1;
mod content;
mod cosem;
mod digest;
mod small_tables;
mod source;
mod structures;
mod use_cases;

use std::path::{Path, PathBuf};

/// Writes the tables anew; named where a table is not that of its text file.
const REFRESH: &str = "GBCHECK_REFRESH=1 cargo test -p gbcs-parser --test catalogue";

fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue")
}

fn generated_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalogue/generated")
}

/// Compares a table with the file `name`, or writes it where a refresh is asked for.
fn compare(name: &str, table: &str) {
    let path = generated_folder().join(name);
    if std::env::var_os("GBCHECK_REFRESH").is_some() {
        std::fs::write(&path, table).unwrap();
        return;
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let line = committed.lines().zip(table.lines()).position(|(a, b)| a != b);
    let line = line.unwrap_or_else(|| committed.lines().count().min(table.lines().count())) + 1;
    assert!(
        committed == table,
        "{name} is not what its text file says, from line {line} on; refresh with\n{REFRESH}"
    );
}

//! The Rust tables of ZCL commands and attributes are those of the text files in `catalogue/`.
//!
//! `GBCHECK_REFRESH=1 cargo test -p gbcs-parser --test zcl` writes the tables anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod source;
mod write;

use std::path::{Path, PathBuf};

/// The command that writes the tables anew.
const REFRESH: &str = "GBCHECK_REFRESH=1 cargo test -p gbcs-parser --test zcl";

fn crate_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn compare(name: &str, table: &str) {
    let path = crate_folder().join("src/gbz/zcl/generated").join(name);
    if std::env::var_os("GBCHECK_REFRESH").is_some() {
        std::fs::write(&path, table).unwrap();
        return;
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == table,
        "{name} is not what the text files in parser/catalogue say; refresh it with\n{REFRESH}"
    );
}

#[test]
fn tables_are_those_of_the_text_files() {
    let source = source::read(&crate_folder().join("catalogue"));
    let tables = write::tables(&source);
    compare("elements.rs", &tables.elements);
    compare("clusters.rs", &tables.clusters);
}

//! The Reference Test Data Set and its keys, for tests and benches.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stderr)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gbcs_parser::EntityId;
use gbcs_parser::crypto::{KeyFile, KeyStore};

/// The access control broker of the reference messages.
const REFERENCE_BROKER: EntityId = EntityId([0x90, 0xB3, 0xD5, 0x1F, 0x30, 0, 0, 2]);

/// The reference messages and their keys; `None`, and a line that says so, where they are absent.
pub fn reference() -> Option<(KeyStore, Vec<Vec<u8>>)> {
    let root = std::env::var_os("GBCHECK_RTDS").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/rtds"),
        PathBuf::from,
    );
    let Some(all) = reference_messages(&root.join("messages")) else {
        eprintln!("skipped: no reference messages in {}", root.display());
        return None;
    };
    assert!(all.len() > 100, "{} reference messages", all.len());
    let mut store = reference_keys(&root.join("keystore.csv"));
    store.set_brokers([REFERENCE_BROKER]);
    Some((store, all))
}

/// The messages, in the order of their paths; `None` where there is no folder of them.
fn reference_messages(folder: &Path) -> Option<Vec<Vec<u8>>> {
    let mut folders = vec![folder.is_dir().then(|| folder.to_owned())?];
    let mut messages = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap().trim().to_ascii_uppercase();
            messages.insert(path, data_encoding::HEXUPPER.decode(text.as_bytes()).unwrap());
        }
    }
    Some(messages.into_values().collect())
}

/// The keys of a table with the columns `eui64`, `use`, `prepayment`, `form` and `der_base64`.
fn reference_keys(path: &Path) -> KeyStore {
    let text = fs::read_to_string(path).unwrap();
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = lines.next().unwrap();
    let column = |name: &str| head.iter().position(|column| *column == name).unwrap();
    let [id, usage, prepayment, form, der] =
        ["eui64", "use", "prepayment", "form", "der_base64"].map(column);
    let files: Vec<KeyFile> = lines
        .map(|row| {
            let usage = match (row[prepayment], row[usage]) {
                ("yes", _) => "pp-ka",
                (_, "digital-signature") => "ds",
                _ => "ka",
            };
            let name = format!("{}-{usage}.{}", row[id], row[form]);
            let octets = data_encoding::BASE64.decode(row[der].as_bytes()).unwrap();
            KeyFile::read(&name, &octets).unwrap()
        })
        .collect();
    assert!(files.len() > 10);
    KeyStore::from_files(files).0
}

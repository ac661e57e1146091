//! The committed logs are those that the corpus makes.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use gbcs_corpus::bundled::bundled;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("logs")
}

/// What should be in the folder, by path.
fn made() -> BTreeMap<PathBuf, Vec<u8>> {
    let (logs, keys) = bundled().unwrap();
    let mut files = BTreeMap::new();
    for log in logs {
        files.insert(folder().join(format!("{}.jsonl", log.name)), log.log);
        let mut expected = serde_json::to_vec_pretty(&log.expected).unwrap();
        expected.push(b'\n');
        files.insert(folder().join(format!("{}.expected.json", log.name)), expected);
    }
    for key in keys {
        files.insert(folder().join("keys").join(key.name), key.text.into_bytes());
    }
    files
}

#[test]
fn the_committed_logs_are_up_to_date() {
    let made = made();
    if std::env::var_os("GBCHECK_REFRESH").is_some() {
        let _ = std::fs::remove_dir_all(folder());
        std::fs::create_dir_all(folder().join("keys")).unwrap();
        for (path, content) in &made {
            std::fs::write(path, content).unwrap();
        }
    }
    let mut committed = BTreeMap::new();
    for folder in [folder(), folder().join("keys")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                committed.insert(path.clone(), std::fs::read(path).unwrap());
            }
        }
    }
    let differing: Vec<&PathBuf> = made
        .iter()
        .filter(|(path, content)| committed.get(*path) != Some(content))
        .map(|(path, _)| path)
        .chain(committed.keys().filter(|path| !made.contains_key(*path)))
        .collect();
    assert!(
        differing.is_empty(),
        "out of date: {differing:?}\nrefresh them: \
         GBCHECK_REFRESH=1 cargo test -p gbcs-corpus --test bundled"
    );
}

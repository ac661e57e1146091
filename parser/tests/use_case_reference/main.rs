//! Messages of the reference set against the templates of their use cases.
//!
//! The set is found by `GBCHECK_RTDS` (default: `../shared/rtds` beside the workspace). Differences
//! are printed; those that `catalogue/reference-differences.csv` explains are let pass.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

#[cfg(feature = "crypto")]
mod protected;
mod requests;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use gbcs_parser::catalogue::UseCase;
use gbcs_parser::catalogue::matching::Alignment;

fn folder() -> PathBuf {
    std::env::var_os("GBCHECK_RTDS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/rtds"),
        PathBuf::from,
    )
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("hex")) {
            files.push(path);
        }
    }
}

/// The messages of the set; `None` where the set is absent.
fn messages() -> Option<Vec<Vec<u8>>> {
    let folder = folder();
    if !folder.join("messages").is_dir() {
        println!("skipped: no reference set in {}", folder.display());
        return None;
    }
    let mut files = Vec::new();
    collect(&folder.join("messages"), &mut files);
    files.sort();
    let messages = files.into_iter().map(|path| {
        let text = std::fs::read_to_string(&path).unwrap();
        let digits: Vec<u8> =
            text.chars().filter_map(|c| c.to_digit(16)).map(|d| d as u8).collect();
        digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
    });
    Some(messages.collect())
}

/// A difference as the list of explained ones names it: use case, message, what was found and what
/// was due.
type Difference = (String, String, String, String);

/// The explained differences; `*` stands for any use case.
fn explained() -> BTreeSet<Difference> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue/reference-differences.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows = reader.records().map(|record| {
        let record = record.unwrap();
        assert!(!record[4].is_empty(), "a difference without a reason");
        (record[0].to_owned(), record[1].to_owned(), record[2].to_owned(), record[3].to_owned())
    });
    rows.collect()
}

/// Prints what differs and fails for what no row explains.
fn judge(found: &BTreeMap<Difference, usize>, checked: usize, kinds: &[&str]) {
    let explained = explained();
    let any = |difference: &Difference| {
        let (_, message, has, due) = difference.clone();
        ("*".to_owned(), message, has, due)
    };
    let mut unexplained = 0;
    for (difference, count) in found {
        let known = explained.contains(difference) || explained.contains(&any(difference));
        unexplained += usize::from(!known);
        let mark = if known { "explained" } else { "NOT EXPLAINED" };
        let (use_case, message, has, due) = difference;
        println!("{use_case} {message}: found {has}, due {due} ({count} messages, {mark})");
    }
    for row in &explained {
        let seen = found.keys().any(|difference| difference == row || any(difference) == *row);
        assert!(seen || !kinds.contains(&row.1.as_str()), "{row:?} is explained but not found");
    }
    println!("{checked} messages checked");
    assert!(checked > 0);
    assert_eq!(unexplained, 0, "differences that reference-differences.csv does not explain");
}

fn note(
    found: &mut BTreeMap<Difference, usize>,
    use_case: &UseCase,
    message: &str,
    alignment: &Alignment,
    has: impl Fn(usize) -> Option<String>,
    due: impl Fn(usize) -> Option<String>,
) {
    let Some(difference) = alignment.difference else { return };
    let has = has(difference.at).unwrap_or_else(|| "the end".to_owned());
    let due = difference.due.and_then(due).unwrap_or_else(|| "the end".to_owned());
    *found.entry((use_case.id.to_owned(), message.to_owned(), has, due)).or_default() += 1;
}

fn entry(access: impl std::fmt::Debug, class_id: u16, obis: [u8; 6], index: u8) -> String {
    let [a, b, c, d, e, f] = obis;
    format!("{access:?} {class_id} {a}-{b}:{c}.{d}.{e}.{f} {index}")
}

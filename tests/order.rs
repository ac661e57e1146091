//! The order of a log is that of its times: neither the order in which records stand, nor the files
//! that they stand in, nor the number of threads or the size of blocks changes what is found.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::slice::from_ref;

use gbcs_corpus::oracle;
use gbcs_corpus::random::Random;
use serde_json::Value;

use crate::run::gbcheck;

/// Records within which the shuffle moves them; the default window is 1,000.
const SHUFFLED: usize = 400;

/// A log as lines: its head, and the records of each moment in their order. Records of one moment
/// have no order but that of their file, so that they stay together.
struct Log {
    head: String,
    moments: Vec<Vec<String>>,
}

/// A log with all planted faults.
fn log() -> Log {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let ran = gbcheck(
        &["simulate", "--output", path, "--devices", "40", "--days", "9", "--fault", "all"],
        b"",
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = fs::read_to_string(folder.path().join("log.jsonl")).unwrap();
    let mut lines = text.lines().map(str::to_owned);
    let head = lines.next().unwrap();
    let mut moments: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for line in lines {
        let record: Value = serde_json::from_str(&line).unwrap();
        let time: jiff::Timestamp = record["time"].as_str().unwrap().parse().unwrap();
        moments.entry(time.as_millisecond()).or_default().push(line);
    }
    Log { head, moments: moments.into_values().collect() }
}

fn write(path: &Path, head: &str, moments: &[Vec<String>]) {
    let lines: Vec<&str> =
        std::iter::once(head).chain(moments.iter().flatten().map(String::as_str)).collect();
    fs::write(path, lines.join("\n") + "\n").unwrap();
}

/// What is found in the logs of a folder, with places told by the text of their records, in an order
/// of its own; and what is said of devices and of what could not be told.
fn found(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let mut all = vec!["check", "--format", "json", folder.to_str().unwrap()];
    all.extend(arguments);
    let ran = gbcheck(&all, b"");
    let mut report: Value =
        serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut place = |place: &mut Value| {
        let Some(path) = place["path"].as_str() else { return };
        let lines = texts.entry(path.to_owned()).or_insert_with_key(|path| {
            fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect()
        });
        let number = place["record"].as_u64().unwrap() as usize;
        *place = Value::Array(vec![
            lines[number - 1].clone().into(),
            place["field"].clone(),
            place["at"].clone(),
        ]);
    };
    let mut told = Vec::new();
    for finding in report["findings"].as_array_mut().unwrap() {
        place(&mut finding["location"]);
        finding["related"].as_array_mut().unwrap().iter_mut().for_each(&mut place);
        told.push(finding.to_string());
    }
    assert!(told.len() > 100, "{} findings", told.len());
    told.sort_unstable();
    for key in ["devices", "not_evaluated", "exercised"] {
        told.push(report[key].to_string());
    }
    told
}

/// What is found in these files.
fn found_in(head: &str, files: &[Vec<Vec<String>>], arguments: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (number, moments) in files.iter().enumerate() {
        write(&folder.path().join(format!("{number}.jsonl")), head, moments);
    }
    found(folder.path(), arguments)
}

#[test]
fn shuffling_within_the_window_changes_nothing() {
    let log = log();
    let due = found_in(&log.head, from_ref(&log.moments), &[]);
    let mut random = Random::new(6, "order of records");
    let mut moments = log.moments;
    for part in moments.chunks_mut(SHUFFLED) {
        for last in (1..part.len()).rev() {
            part.swap(last, random.below(last as u64 + 1) as usize);
        }
    }
    assert_eq!(found_in(&log.head, &[moments], &[]), due);
}

#[test]
fn one_log_in_ten_files_is_the_same_log() {
    let log = log();
    let due = found_in(&log.head, from_ref(&log.moments), &[]);
    let tenth = log.moments.len().div_ceil(10);
    let one_after_the_other: Vec<_> = log.moments.chunks(tenth).map(<[_]>::to_vec).collect();
    assert_eq!(found_in(&log.head, &one_after_the_other, &[]), due, "one after the other");
    let mut side_by_side = vec![Vec::new(); 10];
    for (number, moment) in log.moments.into_iter().enumerate() {
        side_by_side[number % 10].push(moment);
    }
    assert_eq!(found_in(&log.head, &side_by_side, &[]), due, "side by side");
}

#[test]
fn ten_logs_of_devices_in_one_file_are_the_same_log() {
    let log = log();
    let due = found_in(&log.head, from_ref(&log.moments), &[]);
    let mut files = vec![Vec::new(); 10];
    for line in log.moments.into_iter().flatten() {
        let record: Value = serde_json::from_str(&line).unwrap();
        let device = record["device_id"].as_str().map_or(0, |id| id.bytes().map(usize::from).sum());
        files[device % 10].push(vec![line]);
    }
    assert_eq!(found_in(&log.head, &files, &[]), due);
}

#[test]
fn threads_change_nothing() {
    let log = log();
    let due = found_in(&log.head, from_ref(&log.moments), &["--jobs", "1"]);
    for jobs in ["2", "3", "8"] {
        assert_eq!(found_in(&log.head, from_ref(&log.moments), &["--jobs", jobs]), due, "{jobs}");
    }
}

#[test]
fn the_size_of_blocks_changes_nothing() {
    let log = log();
    let lines: Vec<&str> = log.moments.iter().flatten().map(String::as_str).collect();
    let text = format!("{}\n{}\n", log.head, lines.join("\n"));
    oracle::judge::check(text.as_bytes()).unwrap();
}

//! From inputs to results: records become logs, and logs are judged.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use gbcs_parser::record::{Body, Record};
use gbcs_rules::engine::{Engine, Prepare};
use gbcs_rules::log::LogFacts;
use gbcs_rules::profile::Profile;
use gbcs_rules::results::Results;

use crate::inputs::{Inputs, Skipped, Summary};
use crate::report::timeline::Timeline;

/// Records that are judged at a time. Large enough to keep all threads busy, small enough to stay
/// in the caches; results do not depend on it.
const BLOCK: usize = 4096;

/// What makes inputs one log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum LogScope {
    /// All inputs of the run.
    Run,
    /// The inputs directly in one folder.
    Folder,
    /// Each input by itself.
    File,
}

/// What a run has read and found.
pub struct Judged {
    /// The inputs, in order.
    pub inputs: Vec<Summary>,
    /// The files that were passed over.
    pub skipped: Vec<Skipped>,
    /// What was found.
    pub results: Results,
}

/// The key of a log: logs are judged in its order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum LogKey {
    /// All inputs whose records carry time.
    Timed,
    /// The one-message files directly in a folder.
    Folder(String),
    /// An input by itself, by its number.
    File(usize),
}

/// A log that is being put together.
#[derive(Default)]
struct Log {
    records: Vec<Record>,
    inputs: usize,
}

/// Reads all inputs and judges them. `trouble` is told of each problem as it is met.
pub fn run(
    mut inputs: Inputs,
    profile: &Profile,
    prepare: Prepare<'_>,
    scope: Option<LogScope>,
    mut timeline: Option<&mut Timeline>,
    trouble: &mut dyn FnMut(String),
) -> Judged {
    let mut read: Vec<Vec<Record>> = Vec::new();
    while let Some((input, item)) = inputs.next() {
        if read.len() <= input {
            read.resize_with(input + 1, Vec::new);
        }
        match item {
            Ok(record) => {
                if let Some(records) = read.get_mut(input) {
                    records.push(record);
                }
            }
            Err(problem) if problem.is_note() => {}
            Err(problem) => trouble(inputs.cite(input, &problem)),
        }
    }
    let mut engine = Engine::new(profile, prepare);
    for (key, log) in logs(read, scope) {
        judge(&mut engine, &key, log, timeline.as_deref_mut());
    }
    let summaries = inputs.summaries().to_vec();
    let paths: Vec<Arc<str>> = summaries.iter().map(|input| input.path.as_str().into()).collect();
    Judged { results: engine.finish(&paths), skipped: inputs.skipped().to_vec(), inputs: summaries }
}

/// Puts the records of inputs together to logs.
fn logs(read: Vec<Vec<Record>>, scope: Option<LogScope>) -> BTreeMap<LogKey, Log> {
    let mut logs: BTreeMap<LogKey, Log> = BTreeMap::new();
    for (number, records) in read.into_iter().enumerate() {
        let Some(first) = records.first() else { continue };
        let timed = records.iter().any(|record| record.time.is_some());
        let folder = || {
            let path = Path::new(first.position.path.as_ref());
            LogKey::Folder(path.parent().unwrap_or(Path::new("")).to_string_lossy().into_owned())
        };
        let key = match scope {
            Some(LogScope::Run) => LogKey::Timed,
            Some(LogScope::Folder) => folder(),
            Some(LogScope::File) => LogKey::File(number),
            None if timed => LogKey::Timed,
            None if records.len() == 1 => folder(),
            None => LogKey::File(number),
        };
        let log = logs.entry(key).or_default();
        log.inputs += 1;
        log.records.extend(records);
    }
    logs
}

fn judge(engine: &mut Engine<'_>, key: &LogKey, mut log: Log, mut timeline: Option<&mut Timeline>) {
    let timed = log
        .records
        .iter()
        .all(|record| record.time.is_some() || matches!(record.body, Body::Log(_)));
    // Heads first; then by time, path and record. Inputs are read in the order of their paths and
    // sorting is stable, so that the time is all there is to compare.
    if timed {
        log.records.sort_by_key(|record| (!matches!(record.body, Body::Log(_)), record.time));
    }
    let ordered = timed || log.inputs == 1 || matches!(key, LogKey::File(_));
    let facts = LogFacts { ordered, timed, ..LogFacts::default() };
    let mut run = engine.begin(facts);
    for block in log.records.chunks(BLOCK) {
        if let Some(timeline) = &mut timeline {
            block.iter().for_each(|record| timeline.note(record));
        }
        run.judge(block);
    }
    run.end();
}

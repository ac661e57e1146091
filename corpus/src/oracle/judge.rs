//! Judging what the fuzzer made, with the keys of the bundled logs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use gbcs_parser::Message;
use gbcs_parser::crypto::{Context, Verifier};
use gbcs_parser::log::{Form, detect, read};
use gbcs_parser::protection::Outcome;
use gbcs_parser::record::{Body, MessageRecord, Position, Record};
use gbcs_rules::engine::Engine;
use gbcs_rules::log::LogFacts;
use gbcs_rules::prepare::{NoKeys, Prepare};
use gbcs_rules::profile::{Profile, Selection};
use gbcs_rules::registry::RuleId;
use gbcs_rules::results::Results;
use gbcs_rules::rule::{Blocked, Severity};
use gbcs_rules::verdict::Verdict;

use super::Broken;
use super::keyed::Keyed;

/// Records of a log that are judged: rules that fail on more fail on these.
const MAX_RECORDS: usize = 1000;

/// A whole log, in the form that it shows or as the native one: no rule breaks, and the size of
/// blocks changes nothing.
///
/// # Errors
/// What does not hold.
pub fn check(octets: &[u8]) -> Result<(), Broken> {
    let (records, facts) = records(octets);
    // With keys all messages of a block are decoded ahead of it; without, some are by their shards.
    let keys: [fn() -> Box<dyn Prepare>; 2] = [|| Box::new(Keyed::default()), || Box::new(NoKeys)];
    for keys in keys {
        let whole = judge(&records, facts.clone(), &*keys(), records.len().max(1));
        broken_rule(&whole)?;
        let parts = judge(&records, facts.clone(), &*keys(), 3);
        let same = whole.findings == parts.findings
            && whole.verdicts == parts.verdicts
            && whole.devices == parts.devices;
        if !same {
            return Err(Broken::Blocks);
        }
    }
    Ok(())
}

/// The records of any octets, in the order of a log, and what is known of it.
pub(super) fn records(octets: &[u8]) -> (Vec<Record>, LogFacts) {
    let form = detect(octets).map_or(Form::JsonLines, |detection| detection.form);
    let mut records: Vec<Record> =
        read(form, octets, "fuzzed").flatten().take(MAX_RECORDS).collect();
    let timed = records.iter().all(|r| r.time.is_some() || matches!(r.body, Body::Log(_)));
    if timed {
        records.sort_by_key(|record| (!matches!(record.body, Body::Log(_)), record.time));
    }
    (records, LogFacts { ordered: true, timed, ..LogFacts::default() })
}

pub(super) fn broken_rule(results: &Results) -> Result<(), Broken> {
    let broken = results.verdicts.iter().find(|(_, counts)| counts.get(Verdict::InternalError) > 0);
    match broken {
        Some((rule, _)) => Err(Broken::Rule(rule.rule().code)),
        None => Ok(()),
    }
}

fn judge(records: &[Record], facts: LogFacts, keys: &dyn Prepare, block: usize) -> Results {
    let profile = Profile::default();
    let mut engine = Engine::new(&profile, keys);
    let mut run = engine.begin(facts);
    records.chunks(block).for_each(|block| run.judge(block));
    run.end();
    engine.finish(&[Arc::from("fuzzed")])
}

/// What came of judging one message by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judged {
    /// It could not be read to its end, and a finding says so.
    Unreadable,
    /// There is a finding.
    Finding,
    /// There is none, but MAC or signature could not be checked, and that is told.
    /// [`not_verified`] says why.
    NotEvaluated,
    /// There is neither.
    Silent,
}

impl Judged {
    /// All, in the order of tables.
    pub const ALL: [Self; 4] = [Self::Unreadable, Self::Finding, Self::NotEvaluated, Self::Silent];
}

/// Messages that are judged in one run: findings of a device beyond its limit are only counted.
const RUN: usize = 100;

/// Judges messages, each for itself, by the rules about envelope, protection and use case.
///
/// # Errors
/// A rule that breaks.
pub fn messages(verifier: &Verifier<'_>, messages: &[Vec<u8>]) -> Result<Vec<Judged>, Broken> {
    let runs = messages.chunks(RUN).map(|run| run_of(verifier, run));
    Ok(runs.collect::<Result<Vec<_>, _>>()?.concat())
}

/// A record of its own file: some findings are told once a file.
fn record(record: u64, payload: Vec<u8>) -> Record {
    let path = format!("fuzzed-{record}").into();
    Record {
        position: Position { path, record, payload: None, line: None },
        time: None,
        device_id: None,
        seq: None,
        unknown_fields: Vec::new(),
        extras: Vec::default(),
        body: Body::Message(MessageRecord { payload, ..MessageRecord::default() }),
    }
}

fn run_of(verifier: &Verifier<'_>, messages: &[Vec<u8>]) -> Result<Vec<Judged>, Broken> {
    let count = messages.len();
    let records: Vec<Record> = messages
        .iter()
        .cloned()
        .zip(1..)
        .map(|(payload, number)| record(number, payload))
        .collect();
    let (unreadable, unchecked) = (Mutex::new(BTreeSet::new()), Mutex::new(BTreeSet::new()));
    let note = |set: &Mutex<BTreeSet<u64>>, record: &Record| {
        set.lock().unwrap_or_else(PoisonError::into_inner).insert(record.position.record);
    };
    let prepare = |message: &mut Message<'_>, record: &Record| {
        if !message.is_complete() {
            note(&unreadable, record);
        }
        let protection = verifier.check(message, &Context::default());
        if matches!(protection.mac, Outcome::NotChecked { .. })
            || matches!(protection.signature, Outcome::NotChecked { .. })
        {
            note(&unchecked, record);
        }
        message.protection = Some(Box::new(protection));
    };
    let results = alone(&records, &prepare)?;
    let found: BTreeSet<u64> = results
        .findings
        .iter()
        .filter_map(|finding| finding.location.as_ref())
        .map(|place| place.position.record)
        .collect();
    let unreadable = unreadable.into_inner().unwrap_or_else(PoisonError::into_inner);
    let unchecked = unchecked.into_inner().unwrap_or_else(PoisonError::into_inner);
    let judged = |record: u64| match found.contains(&record) {
        true if unreadable.contains(&record) => Judged::Unreadable,
        true => Judged::Finding,
        // What cannot be read must have a finding, whatever else is told.
        false if unreadable.contains(&record) => Judged::Silent,
        false if unchecked.contains(&record) => Judged::NotEvaluated,
        false => Judged::Silent,
    };
    Ok((1..=count as u64).map(judged).collect())
}

/// What the rules about envelope, protection and use case find in messages that have nothing to do
/// with each other.
fn alone(records: &[Record], prepare: &dyn Prepare) -> Result<Results, Broken> {
    let select = ["ENV", "SEC", "USE"].map(str::to_owned);
    let selection = Selection::new(&select, &[]).unwrap_or_default();
    let profile = Profile { selection, ..Profile::default() };
    let mut engine = Engine::new(&profile, prepare);
    // Without an order nothing is concluded from one message about another.
    let mut run = engine.begin(LogFacts::default());
    run.judge(records);
    run.end();
    let results = engine.finish(&[]);
    broken_rule(&results)?;
    Ok(results)
}

/// The rules about envelope, protection and use case that a message breaks, in the order of their
/// codes, with the severity of what they find.
///
/// # Errors
/// A rule that breaks.
pub fn rules_broken(
    verifier: &Verifier<'_>,
    octets: &[u8],
) -> Result<BTreeMap<&'static str, Severity>, Broken> {
    let prepare = |message: &mut Message<'_>, _: &Record| {
        message.protection = Some(Box::new(verifier.check(message, &Context::default())));
    };
    let results = alone(&[record(1, octets.to_vec())], &prepare)?;
    let mut broken = BTreeMap::new();
    for finding in &results.findings {
        let gravest = broken.entry(finding.rule.rule().code).or_insert(finding.severity);
        *gravest = finding.severity.max(*gravest);
    }
    Ok(broken)
}

/// The rules that verify MAC and signature.
pub const VERIFYING: [&str; 2] = ["SEC001", "SEC002"];

/// Why the rules that verify MAC and signature cannot tell of a message; nothing where none of them
/// has a verdict `NotEvaluated`, which is what a check with `--require-evaluated` fails on.
///
/// # Errors
/// A rule that breaks.
pub fn not_verified(verifier: &Verifier<'_>, octets: &[u8]) -> Result<Vec<Blocked>, Broken> {
    let prepare = |message: &mut Message<'_>, _: &Record| {
        message.protection = Some(Box::new(verifier.check(message, &Context::default())));
    };
    let results = alone(&[record(1, octets.to_vec())], &prepare)?;
    let is_missed = |rule: RuleId| {
        VERIFYING.contains(&rule.rule().code)
            && results.verdicts.get(&rule).is_some_and(|all| all.get(Verdict::NotEvaluated) > 0)
    };
    let reasons = results.not_evaluated.keys().filter(|(rule, _)| is_missed(*rule));
    Ok(reasons.map(|(_, why)| why.clone()).collect())
}

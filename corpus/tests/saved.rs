//! What the engine has made of a log can be saved at any record and gone on with by another engine:
//! the results are those of a run that was never saved.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use gbcs_corpus::bundled::bundled;
use gbcs_parser::Message;
use gbcs_parser::crypto::{Context, KeyFile, KeyStore, Verifier};
use gbcs_parser::log::{Form, read};
use gbcs_parser::record::{Body, Record, TestCase};
use gbcs_rules::engine::Engine;
use gbcs_rules::log::LogFacts;
use gbcs_rules::profile::Profile;
use gbcs_rules::registry;
use gbcs_rules::results::Results;
use gbcs_rules::rule::Check;
use gbcs_rules::saved::{Reader, Saved, Writer};

/// Times that each log is saved.
const CUTS: usize = 24;

/// Rules on devices that remember nothing from one record to the next: they look at exchanges, or at
/// the end of the log.
const REMEMBER_NOTHING: &[&str] = &["RPL008", "RPL009", "ALT010", "CLK002"];

/// The keys of the bundled logs.
static KEYS: LazyLock<KeyStore> = LazyLock::new(|| {
    let files = bundled().unwrap().1;
    let files = files.iter().map(|key| KeyFile::read(&key.name, key.text.as_bytes()).unwrap());
    KeyStore::from_files(files.collect::<Vec<_>>()).0
});
static VERIFIER: LazyLock<Verifier<'static>> = LazyLock::new(|| Verifier::new(&*KEYS));

fn prepare(message: &mut Message<'_>, record: &Record) {
    let context = Context { time: record.time, ..Context::default() };
    message.protection = Some(VERIFIER.check(message, &context));
}

/// A test case begins, or ends, in front of a record.
fn test_case(record: &Record, number: usize, begins: bool) -> Record {
    let case = TestCase { id: format!("case {number}"), begins, ..TestCase::default() };
    Record { device_id: None, body: Body::TestCase(case), ..record.clone() }
}

/// All records of a log, its heads first, with test cases among them.
fn records(log: &[u8]) -> (Vec<Record>, LogFacts) {
    let mut records: Vec<Record> = read(Form::JsonLines, log, "log").flatten().collect();
    let is_head = |record: &Record| matches!(record.body, Body::Log(_));
    let timed = records.iter().all(|record| record.time.is_some() || is_head(record));
    records.sort_by_key(|record| (!is_head(record), record.time.filter(|_| timed)));
    let mut cases = Vec::with_capacity(2 * records.len());
    for (n, record) in records.into_iter().enumerate() {
        cases.extend((n % 10 == 5).then(|| test_case(&record, n / 20, n % 20 == 5)));
        cases.push(record);
    }
    let records = cases;
    (records, LogFacts { ordered: true, timed, ..LogFacts::default() })
}

/// All that is found, in octets: what reports do not tell apart is the same in them.
fn octets(results: &Results) -> (Vec<u8>, Vec<Option<&'static str>>) {
    let causes = results.findings.iter().map(|finding| finding.cause).collect();
    (results.save().unwrap(), causes)
}

fn judged_at_once(records: &[Record], facts: LogFacts) -> Results {
    let profile = Profile::default();
    let mut engine = Engine::new(&profile, &prepare);
    let mut log = engine.begin(facts);
    log.judge(records);
    log.end();
    engine.finish(&[Arc::from("log")])
}

/// Judges a part of the records with an engine of its own each, which goes on with what the one
/// before has saved. Adds the rules that had something to save.
fn judged_in_parts(
    records: &[Record],
    facts: LogFacts,
    part: usize,
    remembering: &mut BTreeSet<&'static str>,
) -> Results {
    let profile = Profile::default();
    let mut saved: Option<Vec<u8>> = None;
    let mut parts = records.chunks(part).peekable();
    while let Some(part) = parts.next() {
        let mut engine = Engine::new(&profile, &prepare);
        let mut log = match &saved {
            None => engine.begin(facts.clone()),
            Some(octets) => {
                let mut reader = Reader::new(octets.as_slice());
                engine.load(&mut reader).unwrap();
                let log = engine.go_on(&mut reader).unwrap();
                reader.end().unwrap();
                log
            }
        };
        log.judge(part);
        if parts.peek().is_none() {
            log.end();
            return engine.finish(&[Arc::from("log")]);
        }
        remembering.extend(log.remembering().unwrap().iter().map(|id| id.rule().code));
        let mut writer = Writer::new(Vec::new());
        log.save(&mut writer).unwrap();
        saved = Some(writer.into_inner());
    }
    panic!("the log has no records")
}

#[test]
fn a_log_saved_and_gone_on_with_gives_the_same_results() {
    let (mut remembering, mut checked) = (BTreeSet::new(), 0);
    for log in bundled().unwrap().0 {
        let (records, facts) = records(&log.log);
        let whole = judged_at_once(&records, facts.clone());
        let part = records.len().div_ceil(CUTS);
        let parts = judged_in_parts(&records, facts, part, &mut remembering);
        assert_eq!(parts.records, whole.records, "{}", log.name);
        checked += whole.test_cases.iter().filter(|case| case.checked > 0).count();
        assert!(octets(&parts) == octets(&whole), "{}: other results", log.name);
    }
    assert!(checked > 100, "{checked} test cases");
    let on_devices = registry::rules().iter().filter(|r| matches!(r.check, Check::Device(_)));
    let unused: Vec<&str> =
        on_devices.map(|rule| rule.code).filter(|code| !remembering.contains(code)).collect();
    assert_eq!(unused, REMEMBER_NOTHING, "rules whose state no log saves");
}

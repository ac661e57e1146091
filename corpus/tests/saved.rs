//! What the engine has made of a log can be saved at any record and gone on with by another engine:
//! the results are those of a run that was never saved.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::Arc;

use gbcs_corpus::bundled::bundled;
use gbcs_corpus::oracle::kept::{judged_at_once, judged_in_parts, told};
use gbcs_parser::log::{Form, read};
use gbcs_parser::record::{Body, Record, TestCase};
use gbcs_rules::engine::Engine;
use gbcs_rules::finding::Finding;
use gbcs_rules::log::LogFacts;
use gbcs_rules::prepare::NoKeys;
use gbcs_rules::profile::{Profile, Selection};
use gbcs_rules::registry;
use gbcs_rules::rule::Check;

/// Times that each log is saved.
const CUTS: usize = 24;

/// Rules on devices that remember nothing from one record to the next: they look at exchanges, or at
/// the end of the log.
const REMEMBER_NOTHING: &[&str] = &["RPL008", "ALT010", "HAN004", "HAN005", "HAN006", "CLK002"];

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

#[test]
fn a_log_saved_and_gone_on_with_gives_the_same_results() {
    let (mut remembering, mut checked) = (BTreeSet::new(), 0);
    for log in bundled().unwrap().0 {
        let (records, facts) = records(&log.log);
        let whole = judged_at_once(&records, &facts).unwrap();
        let part = records.len().div_ceil(CUTS);
        let parts = judged_in_parts(&records, &facts, part, &mut remembering).unwrap();
        assert_eq!(parts.records, whole.records, "{}", log.name);
        checked += whole.test_cases.iter().filter(|case| case.checked > 0).count();
        assert!(told(&parts) == told(&whole), "{}: other results", log.name);
    }
    assert!(checked > 100, "{checked} test cases");
    let on_devices = registry::rules().iter().filter(|r| matches!(r.check, Check::Device(_)));
    let unused: Vec<&str> =
        on_devices.map(|rule| rule.code).filter(|code| !remembering.contains(code)).collect();
    assert_eq!(unused, REMEMBER_NOTHING, "rules whose state no log saves");
}

/// The findings of a rule in a log, where these rules are selected.
fn found(log: &[u8], rule: &str, select: &[String]) -> Vec<Finding> {
    let (records, facts) = records(log);
    let selection = Selection::new(select, &[]).unwrap();
    let profile = Profile { selection, ..Profile::default() };
    let mut engine = Engine::new(&profile, &NoKeys);
    let mut run = engine.begin(facts);
    run.judge(&records);
    run.end();
    let mut findings = engine.finish(&[Arc::from("log")]).findings;
    findings.retain(|finding| finding.rule.rule().code == rule);
    // What the findings of other rules may be the cause of is not the rule's own.
    findings.iter_mut().for_each(|finding| finding.cause = None);
    findings
}

#[test]
fn rules_that_read_one_story_find_the_same_alone() {
    let logs = bundled().unwrap().0;
    for rule in ["HAN004", "HAN005", "HAN006"] {
        let mut logs_with_findings = 0;
        for log in &logs {
            let all = found(&log.log, rule, &[]);
            if !all.is_empty() {
                logs_with_findings += 1;
                assert_eq!(found(&log.log, rule, &[rule.to_owned()]), all, "{}", log.name);
            }
        }
        assert!(logs_with_findings > 0, "no log breaks {rule}");
    }
}

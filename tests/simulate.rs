//! `gbcheck simulate` end to end: its logs conform, each fault is found and nothing else with it,
//! and the same seed gives the same octets.

use std::collections::BTreeSet;
use std::path::Path;

use gbcs_corpus::faults;
use serde_json::Value;

use crate::run::gbcheck;

/// The codes of all rules that there are.
fn rules() -> BTreeSet<String> {
    let ran = gbcheck(&["rules", "--format", "json"], b"");
    let rules: BTreeSet<String> = ran
        .out
        .lines()
        .map(|line| {
            let rule: Value = serde_json::from_str(line).unwrap();
            rule["rule"].as_str().unwrap().to_owned()
        })
        .collect();
    assert!(!rules.is_empty());
    rules
}

/// Simulates into a folder with these arguments, and gives what should be found, of the rules that
/// there are, and what is found.
fn simulated(folder: &Path, arguments: &[&str], rules: &BTreeSet<String>) -> [Vec<String>; 2] {
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (log, keys, devices, expected) =
        (at("log.jsonl"), at("keys"), at("devices.toml"), at("expected.json"));
    let mut all = vec!["simulate", "--output", &log, "--write-keys", &keys];
    all.extend(["--write-devices", &devices, "--write-expected", &expected]);
    all.extend(arguments);
    let ran = gbcheck(&all, b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let arguments =
        ["check", "--format", "json", "--keys", &keys, "--devices", &devices, log.as_str()];
    let ran = gbcheck(&arguments, b"");
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    let expected: Value =
        serde_json::from_str(&std::fs::read_to_string(expected).unwrap()).unwrap();
    let line = |finding: &Value, record: &Value| {
        let text = |key: &str| finding[key].as_str().unwrap().to_owned();
        format!("{} record {record} {}", text("rule"), text("severity"))
    };
    let mut due: Vec<String> = expected["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| rules.contains(finding["rule"].as_str().unwrap()))
        .map(|finding| line(finding, &finding["record"]))
        .collect();
    let mut found: Vec<String> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| line(finding, &finding["location"]["record"]))
        .collect();
    due.sort_unstable();
    found.sort_unstable();
    [due, found]
}

#[test]
fn a_conforming_simulation_has_no_findings() {
    let folder = tempfile::tempdir().unwrap();
    let [due, found] = simulated(folder.path(), &["--devices", "7", "--days", "31"], &rules());
    assert_eq!(found, due);
    assert!(due.is_empty());
}

#[test]
fn near_misses_have_no_findings() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--devices", "3", "--days", "3", "--near-misses"];
    let [due, found] = simulated(folder.path(), &arguments, &rules());
    assert_eq!(found, due);
    assert!(due.is_empty());
}

#[test]
fn each_fault_is_found_and_nothing_else_with_it() {
    let rules = rules();
    let mut wrong = Vec::new();
    for fault in faults::faults().filter(|fault| rules.contains(fault.rule())) {
        let folder = tempfile::tempdir().unwrap();
        let arguments = ["--devices", "3", "--days", "3", "--faults", fault.name];
        let [due, found] = simulated(folder.path(), &arguments, &rules);
        if due != found {
            wrong.push(format!("{}: due {due:?}, found {found:?}", fault.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn all_faults_together_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let rules = rules();
    let names: Vec<&str> = faults::faults()
        .filter(|fault| rules.contains(fault.rule()))
        .map(|fault| fault.name)
        .collect();
    let arguments = ["--devices", "3", "--days", "3", "--faults", &names.join(",")];
    let [due, found] = simulated(folder.path(), &arguments, &rules);
    assert_eq!(found, due);
    assert!(!due.is_empty());
}

#[test]
fn the_same_seed_gives_the_same_octets() {
    let log = |seed| gbcheck(&["simulate", "--days", "2", "--seed", seed], b"").out;
    assert_eq!(log("5"), log("5"));
    assert_ne!(log("5"), log("6"));
}

#[test]
fn a_fault_that_is_not_there_is_wrong_usage() {
    let ran = gbcheck(&["simulate", "--faults", "VLT999"], b"");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("VLT999"), "{}", ran.err);
    assert_eq!(ran.out, "");
}

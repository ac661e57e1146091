//! `gbcheck simulate` end to end: its logs conform, each fault is found and nothing else with it,
//! and the same seed gives the same octets.

use std::collections::{BTreeMap, BTreeSet};

use gbcs_corpus::faults;
use serde_json::Value;

use crate::run::gbcheck;

/// The codes of all rules that there are.
pub fn rules() -> BTreeSet<String> {
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
pub fn simulated(arguments: &[&str], rules: &BTreeSet<String>) -> [Vec<String>; 2] {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let mut all = vec!["simulate", "--output", path];
    all.extend(arguments);
    let ran = gbcheck(&all, b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let keys = folder.path().join("keys");
    let ran = gbcheck(&["check", "--format", "json", "--keys", keys.to_str().unwrap(), path], b"");
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    let expected = std::fs::read(folder.path().join("log.expected.json")).unwrap();
    let expected: Value = serde_json::from_slice(&expected).unwrap();
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
    let [due, found] = simulated(&["--devices", "16", "--days", "31"], &rules());
    assert_eq!(found, due);
    assert!(due.is_empty());
}

#[test]
fn there_are_as_many_devices_as_were_asked_for_in_homes_of_four() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let ran = gbcheck(&["simulate", "--devices", "10", "--days", "7", "-o", path], b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = gbcheck(&["check", "--format", "json", path], b"");
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let devices = report["devices"].as_array().unwrap();
    let text = |device: &Value, key: &str| device[key].as_str().unwrap().to_owned();
    let mut kinds: Vec<_> = devices.iter().map(|device| text(device, "type")).collect();
    kinds.sort_unstable();
    let due = ["CHF", "CHF", "ESME", "ESME", "ESME", "GSME", "GSME", "GSME", "PPMID", "PPMID"];
    assert_eq!(kinds, due);
    let listed = std::fs::read_to_string(folder.path().join("devices.toml")).unwrap();
    for device in devices {
        assert!(listed.contains(&text(device, "device_id")), "{device}");
    }
    assert_eq!(listed.matches("[[device]]").count(), devices.len());
    let used = report["exercised"]["use_cases"].as_object().unwrap();
    // What meters of three phases and of one have, and interfaces.
    for use_case in
        ["ECS23b", "ECS26k", "ECS29d", "ECS29f", "ECS23", "ECS26b", "ECS22b", "PCS01", "CS07"]
    {
        assert!(used.contains_key(use_case), "{use_case}");
    }
}

/// The first value of a name in a decoded message.
fn value(message: &Value, name: &str) -> Option<u64> {
    let mut nodes = vec![&message["tree"]];
    while let Some(node) = nodes.pop() {
        if node["name"] == name {
            return node["value"].as_u64();
        }
        nodes.extend(node["children"].as_array().into_iter().flatten());
    }
    None
}

#[test]
fn meters_of_two_elements_alone_count_for_a_second() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let [whole, log, keys] = ["", "log.jsonl", "keys"].map(path);
    let ran = gbcheck(&["simulate", "--devices", "16", "--days", "2", "-o", &whole], b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = std::fs::read_to_string(&log).unwrap();
    let records = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let variants: BTreeMap<String, String> = records
        .filter_map(|record| {
            let text = |key: &str| record[key].as_str().map(str::to_owned);
            Some((text("device_id")?, text("esme_variant")?))
        })
        .collect();
    let ran = gbcheck(&["decode", "--format", "json", "--keys", &keys, &log], b"");
    let decoded = ran.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut seen = Vec::new();
    for message in decoded {
        if message["use_case"] != "ECS17b" || message["kind"] != "response" {
            continue;
        }
        let variant = &variants[message["originator"].as_str().unwrap()];
        let second = value(&message, "ImportRegisterCollection.secondary.value").unwrap();
        assert_eq!(second > 0, variant == "B", "{variant}: {second}");
        seen.push(variant.clone());
    }
    seen.sort_unstable();
    assert_eq!(seen, ["A", "A", "B", "C"]);
}

#[test]
fn near_misses_have_no_findings() {
    let arguments = ["--devices", "4", "--days", "3", "--near-misses"];
    let [due, found] = simulated(&arguments, &rules());
    assert_eq!(found, due);
    assert!(due.is_empty());
}

#[test]
fn each_fault_is_found_and_nothing_else_with_it() {
    let rules = rules();
    let mut wrong = Vec::new();
    for fault in faults::faults().filter(|fault| rules.contains(fault.rule())) {
        let arguments = ["--devices", "4", "--days", "3", "--fault", fault.name];
        let [due, found] = simulated(&arguments, &rules);
        if due != found {
            wrong.push(format!("{}: due {due:?}, found {found:?}", fault.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn all_faults_together_are_found() {
    let arguments = ["--devices", "4", "--days", "3", "--fault", "all"];
    let [due, found] = simulated(&arguments, &rules());
    assert_eq!(found, due);
    assert!(!due.is_empty());
}

#[test]
fn faults_that_are_planted_twice_are_found_twice() {
    let arguments = ["--devices", "0", "--fault", "all", "--fault", "all"];
    let [due, found] = simulated(&arguments, &rules());
    assert_eq!(found, due);
}

#[test]
fn keys_of_another_run_are_not_mixed_with_those_of_this() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let simulate = |seed| gbcheck(&["simulate", "--days", "1", "--seed", seed, "-o", path], b"");
    assert_eq!(simulate("1").code, 0);
    let log = std::fs::read(folder.path().join("log.jsonl")).unwrap();
    let again = simulate("2");
    assert_eq!(again.code, 2);
    assert!(again.err.contains("keys"), "{}", again.err);
    assert!(std::fs::read(folder.path().join("log.jsonl")).unwrap() == log);
    std::fs::remove_dir_all(folder.path().join("keys")).unwrap();
    assert_eq!(simulate("2").code, 0);
}

/// What is right depends on the version: the list must say what a check of that version finds.
#[test]
fn all_faults_are_found_in_every_version_that_is_applicable() {
    let rules = rules();
    for version in ["2.1", "3.0", "3.2", "4.0", "4.1", "4.3"] {
        let arguments = ["--devices", "4", "--days", "3", "--fault", "all", "--gbcs", version];
        let [due, found] = simulated(&arguments, &rules);
        assert_eq!(found, due, "GBCS {version}");
    }
}

#[test]
fn a_fault_can_be_planted_in_a_device_of_a_given_identifier() {
    let log = |fault| gbcheck(&["simulate", "--devices", "0", "--fault", fault], b"");
    let ran = log("DFT001=4E-6F-7E-10-12-34-56-78");
    assert!(ran.out.contains("4E-6F-7E-10-12-34-56-78"), "{}", ran.err);
    for wrong in ["DFT001=4E-6F", "all=4E-6F-7E-10-12-34-56-78"] {
        assert_eq!(log(wrong).code, 2, "{wrong}");
    }
    // The meter of the first home, and the network operator, are there already.
    for taken in ["4E-6F-7E-10-00-00-00-01", "4E-6F-7E-00-02-00-00-01"] {
        let fault = format!("DFT001={taken}");
        let ran = gbcheck(&["simulate", "--devices", "1", "--fault", &fault], b"");
        assert_eq!(ran.code, 2, "{taken}");
        assert!(ran.err.contains("a fault is planted in a device of its own"), "{}", ran.err);
    }
}

#[test]
fn the_same_seed_gives_the_same_octets() {
    let log =
        |seed, jobs| gbcheck(&["simulate", "--days", "2", "--seed", seed, "--jobs", jobs], b"").out;
    assert_eq!(log("5", "1"), log("5", "1"));
    assert_eq!(log("5", "1"), log("5", "3"));
    assert_ne!(log("5", "1"), log("6", "1"));
}

#[test]
fn a_fault_that_is_not_there_is_wrong_usage() {
    let ran = gbcheck(&["simulate", "--fault", "VLT999"], b"");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("VLT999"), "{}", ran.err);
    assert_eq!(ran.out, "");
}

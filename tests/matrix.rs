//! The matrix of rules, planted faults and near misses: which findings each fault gives, which near
//! misses a rule looks at, and which rules have none and why. It is kept in `docs/verification.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use gbcs_corpus::faults::{self, Fault};
use gbcs_corpus::scene::Verdict;
use serde_json::Value;

use crate::coverage::kept;
use crate::near_misses::Planted;
use crate::run::gbcheck;
use crate::simulate::{rules, simulated};

/// Rules that may speak of the fault of another, and of which: protection stands beside any.
const COMPANIONS: [(&str, Option<&str>); 4] =
    [("SEC001", None), ("SEC002", None), ("USE011", Some("ALT010")), ("USE012", Some("ALT007"))];

/// Devices and days of a plain run: homes of every kind, and long enough for each of their tasks.
const PLAIN: [&str; 2] = ["16", "12"];

/// Why a rule has neither a planted fault nor a near miss, and nothing to judge in a plain run.
const WITHOUT: [(&str, &str); 2] = [
    ("DFT005", "its table has no row of its own yet, so that it never applies"),
    ("VER003", "no behaviour is known that another rule does not judge, so that it never applies"),
];

/// The rules that find something where a fault is planted.
fn found(fault: &Fault, rules: &BTreeSet<String>) -> BTreeSet<String> {
    let arguments = ["--devices", "0", "--fault", fault.name];
    let [_, found] = simulated(&arguments, rules);
    found.iter().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

/// What a near miss is, and that its rule leaves it alone where it does.
fn described(miss: &Fault) -> String {
    match Planted::new(miss).due.iter().any(|(_, verdict)| *verdict == Verdict::Pass) {
        true => miss.what.to_owned(),
        false => format!("{} [left alone]", miss.what),
    }
}

/// The cell of a rule: what it has, or why it has nothing.
fn cell(rule: &str, lines: &[String]) -> String {
    let reason = WITHOUT.iter().find(|(code, _)| *code == rule).map(|(_, why)| *why);
    match (lines, reason) {
        ([], Some(reason)) => format!("none: {reason}"),
        ([], None) => panic!("{rule} has neither a fault or near miss nor a reason"),
        (lines, None) => lines.join("<br>"),
        (_, Some(_)) => panic!("{rule} has a reason for having none, and has one"),
    }
}

/// A rule that falls silent would be seen by nobody: nothing is found either way.
#[test]
fn a_plain_run_gives_every_rule_something_to_judge_but_those_that_never_apply() {
    let folder = tempfile::tempdir().unwrap();
    let [devices, days] = PLAIN;
    let path = folder.path().to_str().unwrap();
    let ran = gbcheck(&["simulate", "--devices", devices, "--days", days, "-o", path], b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let keys = folder.path().join("keys");
    let check = ["check", "--format", "json", "--keys", keys.to_str().unwrap(), path];
    let ran = gbcheck(&check, b"");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["findings"], serde_json::json!([]));
    let verdicts = report["verdicts"].as_object().unwrap();
    assert_eq!(verdicts.len(), rules().len());
    let silent: Vec<&str> = verdicts
        .iter()
        .filter(|(_, counts)| counts["pass"] == 0 && counts["fail"] == 0)
        .map(|(rule, _)| rule.as_str())
        .collect();
    assert_eq!(silent, WITHOUT.map(|(rule, _)| rule));
}

#[test]
fn verification_matrix_is_up_to_date_and_each_fault_is_caught_with_allowed_companions() {
    let rules = rules();
    let mut by_rule: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for fault in faults::faults().filter(|fault| rules.contains(fault.rule())) {
        let found = found(fault, &rules);
        let others: Vec<&str> =
            found.iter().map(String::as_str).filter(|rule| *rule != fault.rule()).collect();
        let may_stand = |rule: &str| {
            COMPANIONS.iter().any(|(code, beside)| {
                *code == rule && beside.is_none_or(|beside| beside == fault.rule())
            })
        };
        let allowed = others.iter().all(|rule| may_stand(rule));
        if !found.contains(fault.rule()) || !allowed {
            wrong.push(format!("{}: {found:?}", fault.name));
        }
        let beside =
            if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
        let line = format!("{}: {}{beside}", fault.name, fault.what);
        by_rule.entry(fault.rule()).or_default().push(line);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let mut text = String::from(
        "# Verification\n\n\
         Simulated devices write logs that conform; into each, one fault at a time is planted, and a\n\
         check must find it, with its own rule and nothing else. What looks like a fault and is none\n\
         must give no finding, and its rule must have looked at it and passed; or, where it says\n\
         [left alone], it must not have judged it. `gbcheck simulate --list-faults` lists the faults,\n\
         `gbcheck simulate --fault NAME -o DIR` plants one, and `--near-misses` all near misses. In\n\
         brackets stand rules that speak as well.\n\n\
         A plain run, without faults, finds nothing, and gives every rule something to judge but those\n\
         that have neither.\n\n\
         | rule | planted faults | near misses |\n|---|---|---|\n",
    );
    for rule in &rules {
        let planted = by_rule.get(rule.as_str()).map_or(&[][..], Vec::as_slice);
        let misses: Vec<String> =
            faults::near_misses().filter(|miss| miss.rule() == rule).map(described).collect();
        writeln!(text, "| {rule} | {} | {} |", cell(rule, planted), cell(rule, &misses)).unwrap();
    }
    kept("verification.md", &text);
}

//! The matrix of rules and planted faults: which findings each fault gives, and which rules have no
//! fault and why. It is kept in `docs/verification.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use gbcs_corpus::faults::{self, Fault};

use crate::coverage::kept;
use crate::simulate::{rules, simulated};

/// Rules that may speak of the fault of another, and why.
const COMPANIONS: [(&str, &str); 4] = [
    ("SEC001", "protection stands beside any other"),
    ("SEC002", "protection stands beside any other"),
    ("USE011", "stands beside ALT010"),
    ("USE012", "stands beside ALT007"),
];

/// Why a rule has no planted fault.
const WITHOUT: [(&str, &str); 3] = [
    ("DFT005", "its table has no row of its own yet, so that it never applies"),
    ("VER003", "no behaviour is known that another rule does not judge, so that it never applies"),
    ("USE006", "ranges are proved by faults in the templates of all use cases"),
];

/// The rules that find something where a fault is planted.
fn found(fault: &Fault, rules: &BTreeSet<String>) -> BTreeSet<String> {
    let arguments = ["--devices", "0", "--fault", fault.name];
    let [_, found] = simulated(&arguments, rules);
    found.iter().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
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
        let allowed = others.iter().all(|rule| COMPANIONS.iter().any(|(code, _)| code == rule));
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
         must give no finding. `gbcheck simulate --list-faults` lists the faults, and\n\
         `gbcheck simulate --fault NAME -o DIR` plants one. In brackets stand rules that speak as well.\n\n\
         | rule | planted faults | near misses |\n|---|---|---|\n",
    );
    for rule in &rules {
        let faults = by_rule.get(rule.as_str()).map(|lines| lines.join("<br>"));
        let misses: Vec<&str> = faults::near_misses()
            .filter(|miss| miss.rule() == rule)
            .map(|miss| miss.what)
            .collect();
        let reason = WITHOUT.iter().find(|(code, _)| code == rule).map(|(_, why)| *why);
        let faults = faults.unwrap_or_else(|| {
            let reason =
                reason.unwrap_or_else(|| panic!("{rule} has neither a fault nor a reason"));
            format!("none: {reason}")
        });
        writeln!(text, "| {rule} | {faults} | {} |", misses.join("<br>")).unwrap();
    }
    kept("verification.md", &text);
}

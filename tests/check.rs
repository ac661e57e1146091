//! `gbcheck check` end to end: the bundled logs, the reference set, broken messages, threads.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde_json::Value;

use crate::made;
use crate::reference::{folder, messages};
use crate::run::{gbcheck, hex_line};
use crate::simulate::rules;

/// The folder of bundled logs, relative to the package, as a user names it.
const LOGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/logs");

fn report(ran: &str) -> Value {
    serde_json::from_str(ran).unwrap()
}

/// Rule, file name (none where the finding has no place), record and severity of each finding.
fn findings(report: &Value) -> Vec<Found> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut found: Vec<_> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            let path = PathBuf::from(finding["location"]["path"].as_str().unwrap_or_default());
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let record = finding["location"]["record"].clone();
            (text(&finding["rule"]), file, record, text(&finding["severity"]))
        })
        .collect();
    found.sort_by_key(|(rule, file, record, _)| (file.clone(), record.as_u64(), rule.clone()));
    found
}

/// A finding as [`findings`] gives it.
type Found = (String, String, Value, String);

/// The bundled logs by path, with their expected findings: those of a check without keys, and those
/// that keys add.
fn bundled() -> BTreeMap<PathBuf, [Vec<Found>; 2]> {
    let mut logs = BTreeMap::new();
    for entry in std::fs::read_dir(LOGS).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "jsonl") {
            continue;
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let expected = std::fs::read_to_string(path.with_extension("expected.json")).unwrap();
        let expected = report(&expected);
        let due = ["findings", "findings_with_keys"].map(|key| {
            let due = expected[key].as_array().map_or(&[][..], Vec::as_slice).iter();
            due.map(|finding| {
                let text = |key: &str| finding[key].as_str().unwrap().to_owned();
                // What is found in all devices together has no place.
                let file = if finding["record"].is_null() { "" } else { &name };
                let record = finding["record"].clone();
                (text("rule"), file.to_owned(), record, text("severity"))
            })
            .collect()
        });
        logs.insert(path, due);
    }
    assert!(logs.len() > 4);
    logs
}

/// Checks a path without keys and with them, and compares with what is due.
fn assert_found(path: &str, [always, with_keys]: [Vec<Found>; 2]) {
    let keys = format!("{LOGS}/keys");
    let all = [&always[..], &with_keys].concat();
    for (options, mut due) in [(&[][..], always), (&["--keys", &keys], all)] {
        due.sort_by_key(|(rule, file, record, _)| (file.clone(), record.as_u64(), rule.clone()));
        let ran = gbcheck(&[&["check", "--format", "json", path], options].concat(), b"");
        assert_eq!(findings(&report(&ran.out)), due, "{path} {options:?}: {}", ran.err);
        let errors = due.iter().any(|(.., severity)| severity == "error");
        assert_eq!(ran.code, i32::from(errors), "{path} {options:?}");
    }
}

#[test]
fn each_bundled_log_gives_exactly_its_expected_findings() {
    for (path, due) in bundled() {
        assert_found(path.to_str().unwrap(), due);
    }
}

#[test]
fn the_folder_of_logs_gives_the_findings_of_all_of_them() {
    let mut due = [Vec::new(), Vec::new()];
    for found in bundled().into_values() {
        for (all, found) in due.iter_mut().zip(found) {
            all.extend(found);
        }
    }
    assert_found(LOGS, due);
}

#[test]
fn every_family_has_a_log_with_faults_and_one_without() {
    let logs = bundled();
    let due = |name: &str| {
        let path = PathBuf::from(LOGS).join(format!("{name}.jsonl"));
        logs.get(&path).unwrap_or_else(|| panic!("there is no {name}")).concat()
    };
    let families: BTreeSet<String> =
        rules().iter().map(|code| code[..3].to_ascii_lowercase()).collect();
    for family in &families {
        let faulty = due(&format!("{family}-faulty"));
        assert!(faulty.iter().any(|(rule, ..)| rule.to_ascii_lowercase().starts_with(family)));
        assert_eq!(due(&format!("{family}-conforming")), [], "{family}");
        // It puts rules of the family to the test.
        let path = format!("{LOGS}/{family}-conforming.jsonl");
        let ran = gbcheck(&["check", "--format", "json", "--select", family, &path], b"");
        let verdicts = &report(&ran.out)["verdicts"];
        let passed =
            verdicts.as_object().unwrap().values().any(|one| one["pass"].as_u64() > Some(0));
        assert!(passed, "{family}: {verdicts}");
    }
}

#[test]
fn the_folder_of_logs_gives_1() {
    let ran = gbcheck(&["check", LOGS], b"");
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(ran.out.contains("expected:") && ran.out.contains("^^"), "{}", ran.out);
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    for format in ["text", "json", "jsonl"] {
        let run = |jobs| gbcheck(&["check", "--format", format, "--jobs", jobs, LOGS], b"").out;
        let one = run("1");
        assert!(!one.is_empty());
        assert_eq!(one, run("2"), "{format}");
        assert_eq!(one, run("7"), "{format}");
    }
}

#[test]
fn nothing_checked_is_never_a_success() {
    let folder = tempfile::tempdir().unwrap();
    let ran = gbcheck(&["check", folder.path().to_str().unwrap()], b"");
    assert_eq!(ran.code, 3, "{}", ran.out);
}

#[test]
fn an_unknown_rule_is_2_with_a_suggestion() {
    let ran = gbcheck(&["check", "--select", "VLT0002", LOGS], b"");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("VLT002"), "{}", ran.err);
}

#[test]
fn warnings_change_the_exit_code_on_request_alone() {
    let log = format!("{LOGS}/planted-faults.jsonl");
    let run =
        |fail_on| gbcheck(&["check", "--select", "VLT002", "--fail-on", fail_on, &log], b"").code;
    assert_eq!((run("error"), run("warning"), run("never")), (0, 1, 0));
}

#[test]
fn a_bad_line_is_a_problem_with_its_place_and_the_rest_is_judged() {
    let mut input = hex_line(&made::dlms_command());
    input.push_str("\nDD00ZZ\n\n");
    let ran = gbcheck(&["check", "--format", "json", "-"], input.as_bytes());
    assert_eq!(ran.code, 2);
    let report = report(&ran.out);
    assert_eq!(report["totals"]["messages"], 1);
    assert_eq!(report["inputs"][0]["problems"][0]["line"], 3);
    let args = ["check", "--skip-unreadable", "--select", "ENV", "-"];
    let ran = gbcheck(&args, input.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.out);
}

#[test]
fn broken_messages_never_pass_in_silence() {
    let whole = made::dlms_command();
    let mut input = String::new();
    // Every prefix but those that end where a shorter message may end.
    for end in 1..whole.len() {
        input.push_str(&hex_line(&whole[..end]));
        input.push('\n');
    }
    let ran = gbcheck(&["check", "--format", "json", "--input", "hex", "-"], input.as_bytes());
    let report = report(&ran.out);
    let found = findings(&report);
    let records = report["totals"]["records"].as_u64().unwrap();
    assert_eq!(records, whole.len() as u64 - 1);
    for record in 1..=records {
        assert!(
            found.iter().any(|(_, _, at, severity)| *at == record && severity == "error"),
            "the first {record} octets pass"
        );
    }
}

#[test]
fn the_reference_set_has_no_error_on_what_succeeds() {
    let Some(folder) = folder() else { return };
    let ran = gbcheck(&["check", "--format", "json", folder.to_str().unwrap()], b"");
    let report = report(&ran.out);
    assert_eq!(report["totals"]["messages"].as_u64().unwrap(), messages().len() as u64);
    let found = findings(&report);
    let errors: Vec<_> =
        found.iter().filter(|(_, file, _, s)| s == "error" && file.contains("SUCCESS")).collect();
    assert_eq!(errors, [] as [&_; 0]);
    // The period of one hour in the only voltage log of the set.
    let period: Vec<_> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["rule"] == "VLT002")
        .collect();
    assert_eq!(period.len(), 1);
    assert_eq!(period[0]["severity"], "warning");
    assert!(period[0]["location"]["path"].as_str().unwrap().contains("ECS23"));
    assert_eq!(period[0]["actual"], "3600 s");
    assert!(period[0]["location"]["at"].is_array() && period[0]["refs"][0]["clause"].is_string());
}

//! `gbcheck check` end to end: the bundled logs, the reference set, broken messages, threads.

use std::path::PathBuf;

use serde_json::Value;

use crate::made;
use crate::reference::{folder, messages};
use crate::run::{gbcheck, hex_line};

/// The folder of bundled logs, relative to the package, as a user names it.
const LOGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/logs");

fn report(ran: &str) -> Value {
    serde_json::from_str(ran).unwrap()
}

/// Rule, file name, record and severity of each finding.
fn findings(report: &Value) -> Vec<(String, String, Value, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut found: Vec<_> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            let path = PathBuf::from(text(&finding["location"]["path"]));
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            let record = finding["location"]["record"].clone();
            (text(&finding["rule"]), file, record, text(&finding["severity"]))
        })
        .collect();
    found.sort_by_key(|(rule, file, record, _)| (file.clone(), record.as_u64(), rule.clone()));
    found
}

#[test]
fn the_bundled_logs_give_exactly_their_expected_findings() {
    let mut logs = 0;
    for entry in std::fs::read_dir(LOGS).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "jsonl") {
            continue;
        }
        logs += 1;
        let expected = path.with_extension("expected.json");
        let expected: Value =
            serde_json::from_str(&std::fs::read_to_string(&expected).unwrap()).unwrap();
        let ran = gbcheck(&["check", "--format", "json", path.to_str().unwrap()], b"");
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert_eq!(i64::from(ran.code), expected["exit_code"].as_i64().unwrap(), "{name}");
        let mut due: Vec<_> = expected["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| {
                let text = |key: &str| finding[key].as_str().unwrap().to_owned();
                (text("rule"), name.clone(), finding["record"].clone(), text("severity"))
            })
            .collect();
        due.sort_by_key(|(rule, file, record, _)| (file.clone(), record.as_u64(), rule.clone()));
        assert_eq!(findings(&report(&ran.out)), due, "{name}");
    }
    assert!(logs >= 4);
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

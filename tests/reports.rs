//! The forms of the report: they tell the same, they keep to their formats, and nothing in an input
//! is obeyed.

use std::collections::HashSet;
use std::path::Path;

use quick_junit::{Report, TestCaseStatus};
use serde_json::Value;

use crate::made;
use crate::run::{gbcheck, hex_line};

pub const LOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/logs/planted-faults.jsonl");

/// All forms of the report.
pub const FORMATS: &[&str] =
    &["text", "json", "jsonl", "junit", "sarif", "github", "gitlab", "csv", "markdown", "html"];

/// Text that a terminal, a browser, a spreadsheet, an XML or a workflow reader would obey.
const HOSTILE: &str =
    "=1+1|`]]>\u{1b}[31m<script>alert(1)<!script>&'\"%0A::error::x\u{202E}\n::warning::y";

/// Runs `check` with all reports into a folder; the texts in the order of [`FORMATS`].
pub fn reports(input: &str, folder: &Path, more: &[&str]) -> (i32, Vec<String>) {
    of_command(&[&["check", input], more].concat(), folder)
}

/// The same for any command that writes reports.
pub fn of_command(args: &[&str], folder: &Path) -> (i32, Vec<String>) {
    let target = |format: &str| format!("{format}={}", folder.join(format).to_str().unwrap());
    let targets: Vec<String> = FORMATS.iter().map(|format| target(format)).collect();
    let mut args = args.to_vec();
    for target in &targets {
        args.extend(["--report", target]);
    }
    let ran = gbcheck(&args, b"");
    let read = |format: &&str| std::fs::read_to_string(folder.join(format)).unwrap();
    (ran.code, FORMATS.iter().map(read).collect())
}

/// The report of a format.
pub fn of<'r>(reports: &'r [String], format: &str) -> &'r str {
    &reports[FORMATS.iter().position(|name| *name == format).unwrap()]
}

/// An input whose name and fields are hostile, with findings.
pub fn hostile(folder: &Path) -> String {
    // A name of a file holds no slash; everything else it may.
    let path = folder.join(format!("{HOSTILE}.jsonl"));
    let message = hex_line(&made::dlms_command()[..40]).trim().to_owned();
    let name = Value::from(HOSTILE);
    let lines = format!(
        "{{\"record\":\"log\",\"format\":\"gbcs-log\",\"version\":1,\"producer\":{name}}}\n\
         {{\"record\":\"test-case\",\"id\":{name},\"action\":\"begin\",\"requirements\":[{name}]}}\n\
         {{\"record\":\"message\",\"direction\":\"to-device\",\"payload\":\"{message}\"}}\n\
         {{\"record\":\"test-case\",\"id\":{name},\"action\":\"end\",\"verdict\":{name}}}\n\
         {{\"record\":\"device\",\"device_id\":\"20-00-00-00-00-00-00-0E\",\"device_gbcs_version\":{name}}}\n"
    );
    std::fs::write(&path, lines).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Errors, warnings and infos, as a form tells them.
fn totals(format: &str, text: &str) -> [u64; 3] {
    let line = |line: &str| {
        let numbers: Vec<u64> = line.split([' ', ',']).filter_map(|w| w.parse().ok()).collect();
        <[u64; 3]>::try_from(numbers).unwrap()
    };
    let keys = ["errors", "warnings", "infos"];
    let count = |words: [&str; 3], of: &dyn Fn(&str) -> usize| words.map(|word| of(word) as u64);
    match format {
        "text" => line(
            text.lines().find(|line| line.contains(" error") && line.ends_with("infos")).unwrap(),
        ),
        "json" => {
            let report: Value = serde_json::from_str(text).unwrap();
            keys.map(|key| report["totals"][key].as_u64().unwrap())
        }
        "jsonl" => {
            let last: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
            keys.map(|key| last["totals"][key].as_u64().unwrap())
        }
        "junit" => {
            let report = Report::deserialize_from_str(text).unwrap();
            let properties = &report.test_suites[0].properties;
            keys.map(|key| {
                let name = format!("gbcheck.{key}");
                let found = properties.iter().find(|p| p.name.as_str() == name).unwrap();
                found.value.as_str().parse().unwrap()
            })
        }
        "sarif" => {
            let log: Value = serde_json::from_str(text).unwrap();
            let results = log["runs"][0]["results"].as_array().unwrap().clone();
            count(["error", "warning", "note"], &|level| {
                results.iter().filter(|result| result["level"] == level).count()
            })
        }
        "github" => count(["::error ", "::warning ", "::notice "], &|command| {
            text.lines().filter(|line| line.starts_with(command)).count()
        }),
        "gitlab" => {
            let issues: Vec<Value> = serde_json::from_str(text).unwrap();
            count(["major", "minor", "info"], &|severity| {
                issues.iter().filter(|issue| issue["severity"] == severity).count()
            })
        }
        "csv" => {
            let text = text.strip_prefix('\u{FEFF}').unwrap();
            let rows: Vec<_> = csv::Reader::from_reader(text.as_bytes())
                .into_records()
                .map(Result::unwrap)
                .collect();
            count(["error", "warning", "info"], &|severity| {
                rows.iter().filter(|row| &row[0] == severity).count()
            })
        }
        "markdown" => {
            let told = text.lines().find(|line| line.starts_with("**")).unwrap();
            line(told.rsplit("**: ").next().unwrap().trim_end_matches('.'))
        }
        "html" => {
            let (_, told) = text.split_once("<strong>").unwrap();
            line(told.split("</strong>: ").nth(1).unwrap().split(".</p>").next().unwrap())
        }
        other => panic!("{other}"),
    }
}

#[test]
fn all_forms_tell_the_same_totals() {
    let folder = tempfile::tempdir().unwrap();
    let (code, planted) = reports(LOG, folder.path(), &[]);
    assert_eq!(code, 1);
    let due = totals("json", of(&planted, "json"));
    assert!(due[0] > 0 && due[1] > 0);
    for format in FORMATS {
        assert_eq!(totals(format, of(&planted, format)), due, "{format}");
    }
    let (_, hostile) = reports(&hostile(folder.path()), folder.path(), &[]);
    let due = totals("json", of(&hostile, "json"));
    assert!(due[0] > 0);
    for format in FORMATS {
        assert_eq!(totals(format, of(&hostile, format)), due, "{format}");
    }
}

#[test]
fn hostile_text_is_inert_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let (_, reports) = reports(&hostile(folder.path()), folder.path(), &[]);
    for (format, text) in FORMATS.iter().zip(&reports) {
        let name = if *format == "sarif" { "%3Cscript%3Ealert%281%29" } else { "alert(1)" };
        assert!(text.contains(name), "{format} does not tell the name");
        for harm in ['\u{1b}', '\u{202E}'] {
            let raw = matches!(*format, "json" | "jsonl");
            assert!(raw || !text.contains(harm), "{format} holds {harm:?}");
        }
        assert!(!text.lines().any(|line| line.starts_with("::warning::y")), "{format}");
    }
    assert!(!of(&reports, "json").contains('\u{1b}'));
    assert!(!of(&reports, "junit").contains("<script>"));
    let html = of(&reports, "html");
    assert!(html.contains("&lt;script&gt;alert(1)") && !html.contains("<script>alert"));
    // Outside code spans, Markdown would take the tag for one.
    for (at, _) in of(&reports, "markdown").match_indices("<script>") {
        let line = of(&reports, "markdown")[..at].lines().last().unwrap();
        assert!(line.contains("``"), "{line}");
    }
    let github = of(&reports, "github");
    let commands = github.lines().filter(|line| line.contains("file=")).count();
    assert!(commands > 0);
    assert_eq!(github.lines().count(), commands + 1, "{github}");
    assert!(
        github
            .lines()
            .filter(|line| line.contains("file="))
            .all(|line| line.contains("%3A%3Aerror%3A%3Ax"))
    );
}

#[test]
fn a_spreadsheet_meets_no_formula() {
    let folder = tempfile::tempdir().unwrap();
    let path = hostile(folder.path());
    // As a relative path the name begins with an equals sign.
    let name = Path::new(&path).file_name().unwrap().to_str().unwrap();
    let ran = crate::run::command(&["check", "--format", "csv", name])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let text = String::from_utf8(ran.stdout).unwrap();
    let mut cells = 0;
    for row in csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).records() {
        for cell in row.unwrap().iter() {
            let cell = cell.trim_start_matches('\u{FEFF}');
            let formula = cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!formula || cell.parse::<i64>().is_ok(), "{cell}");
            cells += usize::from(cell.starts_with("'=1+1"));
        }
    }
    assert!(cells > 0, "{text}");
}

#[test]
fn junit_is_as_test_tools_read_it() {
    let folder = tempfile::tempdir().unwrap();
    for input in [LOG.to_owned(), hostile(folder.path())] {
        let (_, reports) = reports(&input, folder.path(), &[]);
        let text = of(&reports, "junit");
        let report = Report::deserialize_from_str(text).unwrap();
        let mut names = HashSet::new();
        let mut failures = 0;
        for suite in &report.test_suites {
            for case in &suite.test_cases {
                let class = case.classname.as_ref().unwrap();
                assert!(!case.name.as_str().is_empty());
                assert!(names.insert((class.clone(), case.name.clone())), "{:?} twice", case.name);
                match &case.status {
                    TestCaseStatus::Skipped { message, .. } => assert!(message.is_some()),
                    TestCaseStatus::NonSuccess { message, ty, .. } => {
                        assert!(message.is_some() && ty.is_some());
                        failures += 1;
                    }
                    _ => {}
                }
            }
        }
        assert!(failures > 0 && names.len() > 1);
    }
}

#[test]
fn the_cases_of_a_log_are_the_cases_of_junit() {
    let folder = tempfile::tempdir().unwrap();
    let (_, reports) = reports(&hostile(folder.path()), folder.path(), &[]);
    let report = Report::deserialize_from_str(of(&reports, "junit")).unwrap();
    let cases: Vec<_> = report.test_suites.iter().flat_map(|suite| &suite.test_cases).collect();
    let case = cases.iter().find(|case| {
        case.name.as_str().starts_with("=1+1") && !case.name.as_str().contains("jsonl")
    });
    assert!(matches!(case.unwrap().status, TestCaseStatus::NonSuccess { .. }));
}

#[test]
fn what_does_not_fail_the_run_fails_no_case() {
    let folder = tempfile::tempdir().unwrap();
    let (code, reports) = reports(LOG, folder.path(), &["--fail-on", "never"]);
    assert_eq!(code, 0);
    let report = Report::deserialize_from_str(of(&reports, "junit")).unwrap();
    assert_eq!(report.failures + report.errors, 0);
    assert!(of(&reports, "junit").contains("error[VLT003]"));
}

#[test]
fn sarif_keeps_to_its_schema() {
    let folder = tempfile::tempdir().unwrap();
    for input in [LOG.to_owned(), hostile(folder.path())] {
        let (_, reports) = reports(&input, folder.path(), &[]);
        let log: Value = serde_json::from_str(of(&reports, "sarif")).unwrap();
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        for rule in rules {
            assert!(!rule["help"]["text"].as_str().unwrap().is_empty());
            assert!(rule["shortDescription"]["text"].is_string());
        }
        let artifacts = run["artifacts"].as_array().unwrap();
        assert_eq!(artifacts[0]["hashes"]["sha-256"].as_str().unwrap().len(), 64);
        let mut octets = 0;
        for result in run["results"].as_array().unwrap() {
            let index = result["ruleIndex"].as_u64().unwrap() as usize;
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
            let prints = result["partialFingerprints"].as_object().unwrap();
            assert!(prints.values().all(|print| print.as_str().unwrap().len() == 16));
            for location in result["locations"].as_array().into_iter().flatten() {
                let physical = &location["physicalLocation"];
                let uri = physical["artifactLocation"]["uri"].as_str().unwrap();
                assert!(!uri.contains([' ', '<', ':', '\n']), "{uri}");
                let region = &physical["region"];
                assert!(region["startLine"].as_u64().is_some_and(|line| line > 0));
                octets += usize::from(region["snippet"]["binary"].is_string());
            }
        }
        assert!(octets > 0);
    }
}

#[test]
fn regions_of_a_binary_input_are_its_octets() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("message.bin");
    std::fs::write(&path, &made::dlms_command()[..40]).unwrap();
    let (_, reports) = reports(path.to_str().unwrap(), folder.path(), &[]);
    let log: Value = serde_json::from_str(of(&reports, "sarif")).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let regions: Vec<_> = results
        .iter()
        .map(|result| &result["locations"][0]["physicalLocation"]["region"])
        .filter(|region| region["byteOffset"].is_u64())
        .collect();
    assert!(!regions.is_empty(), "{results:?}");
    for region in regions {
        let end = region["byteOffset"].as_u64().unwrap() + region["byteLength"].as_u64().unwrap();
        assert!(end <= 40);
    }
}

#[test]
fn gitlab_issues_are_whole_and_unlike() {
    let folder = tempfile::tempdir().unwrap();
    // The same message twice is the same fault twice.
    let line = hex_line(&made::dlms_command()[..40]);
    let path = folder.path().join("twice.hex");
    std::fs::write(&path, format!("{line}\n{line}")).unwrap();
    let (_, reports) = reports(path.to_str().unwrap(), folder.path(), &[]);
    let issues: Vec<Value> = serde_json::from_str(of(&reports, "gitlab")).unwrap();
    assert!(issues.len() > 1);
    let mut fingerprints = HashSet::new();
    for issue in issues {
        assert!(["info", "minor", "major"].contains(&issue["severity"].as_str().unwrap()));
        assert!(issue["description"].is_string() && issue["check_name"].is_string());
        assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() > 0);
        assert!(!issue["location"]["path"].as_str().unwrap().starts_with("./"));
        assert!(fingerprints.insert(issue["fingerprint"].as_str().unwrap().to_owned()));
    }
}

#[test]
fn the_test_report_names_what_was_judged_and_what_was_not() {
    let folder = tempfile::tempdir().unwrap();
    let (_, reports) = reports(LOG, folder.path(), &[]);
    let report = of(&reports, "markdown");
    let json: Value = serde_json::from_str(of(&reports, "json")).unwrap();
    let inputs = json["inputs"][0]["sha256"].as_str().unwrap();
    assert!(report.contains(inputs) && report.contains(json["tool"]["ruleset"].as_str().unwrap()));
    for heading in
        ["Scope", "Inputs", "Requirements", "What was exercised", "What was not evaluated"]
    {
        assert!(report.contains(&format!("\n## {heading}\n")), "{heading}");
    }
    assert!(report.contains("| SEC001 | no-key |"));
}

#[test]
fn what_cannot_be_a_report_is_told_before_anything_is_read() {
    for target in ["xml=x", "json", "json=", "json=-"] {
        let ran = gbcheck(&["check", "--report", target, LOG], b"");
        assert_eq!(ran.code, 2, "{target}");
        assert!(ran.out.is_empty());
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("same").to_str().unwrap().to_owned();
    let (one, two) = (format!("json={path}"), format!("csv={path}"));
    let ran = gbcheck(&["check", "--report", &one, "--report", &two, LOG], b"");
    assert_eq!(ran.code, 2);
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none());
}

#[test]
fn the_page_fetches_nothing_and_marks_octets() {
    let folder = tempfile::tempdir().unwrap();
    let (_, reports) = reports(LOG, folder.path(), &[]);
    let html = of(&reports, "html");
    for harm in [" src=", "url(", "@import", "http:", "https:", "onclick", "<link"] {
        assert!(!html.contains(harm), "{harm}");
    }
    assert!(html.contains("default-src 'none'") && html.contains("<mark>"));
    let json: Value = serde_json::from_str(of(&reports, "json")).unwrap();
    let findings = json["findings"].as_array().unwrap();
    assert_eq!(html.matches("<article ").count(), findings.len());
}

/// Runs `check` on the planted faults with a baseline of this text.
fn with_baseline(folder: &Path, baseline: &str, more: &[&str]) -> (i32, Value) {
    let path = folder.join("baseline.json");
    std::fs::write(&path, baseline).unwrap();
    let mut args = vec!["check", "--format", "json", "--baseline", path.to_str().unwrap(), LOG];
    args.extend(more);
    let ran = gbcheck(&args, b"");
    (ran.code, serde_json::from_str(&ran.out).unwrap_or(Value::Null))
}

/// A baseline of all findings of the planted faults.
fn baseline(folder: &Path) -> Value {
    let path = folder.join("written.json");
    let ran = gbcheck(&["check", "--write-baseline", path.to_str().unwrap(), LOG], b"");
    assert_eq!(ran.code, 1);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn known_findings_are_accepted_and_new_ones_fail() {
    let folder = tempfile::tempdir().unwrap();
    let mut known = baseline(folder.path());
    let (code, report) = with_baseline(folder.path(), &known.to_string(), &[]);
    assert_eq!(code, 0);
    assert!(report["baseline"]["known"].as_u64().unwrap() > 0);
    assert_eq!(report["baseline"]["new"], 0);
    let entries = known["findings"].as_array_mut().unwrap();
    let at = entries.iter().position(|entry| entry["rule"] == "VLT003").unwrap();
    entries[at]["fingerprint"] = "0000000000000000".into();
    let (code, report) = with_baseline(folder.path(), &known.to_string(), &[]);
    assert_eq!(code, 1);
    assert_eq!(report["baseline"]["new"], 1);
    assert_eq!(report["baseline"]["vanished"][0]["fingerprint"], "0000000000000000");
}

#[test]
fn an_entry_fails_after_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut known = baseline(folder.path());
    for entry in known["findings"].as_array_mut().unwrap() {
        // The day of the log's records.
        entry["expires"] = "2026-03-02".into();
        entry["reason"] = "a reason".into();
    }
    let known = known.to_string();
    let run = |more: &[&str]| with_baseline(folder.path(), &known, more);
    assert_eq!(run(&[]).0, 0);
    assert_eq!(run(&["--on", "2026-03-02"]).0, 0);
    let (code, report) = run(&["--on", "2026-03-03"]);
    assert_eq!(code, 1);
    assert!(report["baseline"]["expired"].as_u64().unwrap() > 0);
    assert_eq!(report["baseline"]["new"], 0);
}

#[test]
fn a_baseline_that_is_written_anew_keeps_its_reasons() {
    let folder = tempfile::tempdir().unwrap();
    let mut known = baseline(folder.path());
    known["findings"][0]["reason"] = "a reason".into();
    let anew = folder.path().join("anew.json");
    let more = ["--write-baseline", anew.to_str().unwrap()];
    with_baseline(folder.path(), &known.to_string(), &more);
    let anew: Value = serde_json::from_str(&std::fs::read_to_string(anew).unwrap()).unwrap();
    assert_eq!(anew, known);
}

#[test]
fn a_baseline_with_an_unknown_key_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let text = "{\"schema\":\"gbcheck.baseline/1\",\"findings\":[],\"finding\":[]}";
    assert_eq!(with_baseline(folder.path(), text, &[]).0, 2);
}

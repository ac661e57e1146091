//! The options of limits: what stands at a limit is read and shown, what is one beyond it is told.

use serde_json::Value;

use crate::made;
use crate::run::{gbcheck, hex_line};

/// The same command again and again, each time with one octet more behind its end: `ENV003` for
/// the same device.
fn extended(count: usize) -> String {
    let mut octets = made::dlms_command();
    let mut text = String::new();
    for _ in 0..count {
        octets.push(0);
        text.push_str(&hex_line(&octets));
    }
    text
}

/// The exit code, the findings of ENV003 and how many more were only counted.
fn found(text: &str, more: &[&str]) -> (i32, usize, u64) {
    let args = ["check", "--select", "ENV003", "--format", "json"];
    let ran = gbcheck(&[&args, more].concat(), text.as_bytes());
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let counted = report["not_shown"]["ENV003"].as_u64().unwrap_or(0);
    (ran.code, report["findings"].as_array().unwrap().len(), counted)
}

#[test]
fn a_thousand_findings_of_a_rule_for_a_device_are_shown() {
    assert_eq!(found(&extended(1000), &[]), (1, 1000, 0));
    assert_eq!(found(&extended(1001), &[]), (1, 1000, 1));
}

#[test]
fn max_findings_shows_more_and_fewer() {
    let text = extended(12);
    assert_eq!(found(&text, &["--max-findings", "12"]), (1, 12, 0));
    assert_eq!(found(&text, &["--max-findings", "11"]), (1, 11, 1));
    assert_eq!(found(&extended(1001), &["--max-findings", "1001"]), (1, 1001, 0));
}

#[test]
fn findings_that_are_only_counted_fail_the_run() {
    assert_eq!(found(&extended(2), &["--max-findings", "0"]), (1, 0, 2));
    assert_eq!(found(&extended(2), &["--max-findings", "0", "--fail-on", "never"]), (0, 0, 2));
}

#[test]
fn the_configuration_says_max_findings_and_the_command_line_wins() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gbcheck.toml");
    std::fs::write(&path, "[profile]\nmax_findings = 2\n").unwrap();
    let config = ["--config", path.to_str().unwrap()];
    assert_eq!(found(&extended(5), &config), (1, 2, 3));
    assert_eq!(found(&extended(5), &[&config[..], &["--max-findings", "4"]].concat()), (1, 4, 1));
}

#[test]
fn the_text_names_the_option_that_shows_more() {
    let ran = gbcheck(&["check", "--max-findings", "2", "-"], extended(3).as_bytes());
    assert!(
        ran.out.contains("ENV003: 1 more finding is only counted; --max-findings"),
        "{}",
        ran.out
    );
}

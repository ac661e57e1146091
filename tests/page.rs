//! What the page draws and shows decoded.

use serde_json::Value;

use crate::reports::{LOG, of, reports};
use crate::run::gbcheck;

const VOLTAGE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/logs/conforming-esme-voltage.jsonl");

/// The texts between one mark-up and the next.
fn between<'t>(text: &'t str, begin: &str, end: &str) -> Vec<&'t str> {
    text.split(begin).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

#[test]
fn a_timeline_shows_what_the_log_holds() {
    let folder = tempfile::tempdir().unwrap();
    let (_, reports) = reports(VOLTAGE, folder.path(), &[]);
    let json: Value = serde_json::from_str(of(&reports, "json")).unwrap();
    let sum = |of: &Value, keys: &[&str]| -> u64 {
        let entries = of.as_object().unwrap().values();
        entries
            .map(|entry| match entry.as_u64() {
                Some(count) => count,
                None => keys.iter().map(|key| entry[*key].as_u64().unwrap()).sum(),
            })
            .sum()
    };
    let use_cases = &json["exercised"]["use_cases"];
    let commands = sum(use_cases, &["command"]);
    let responses = sum(use_cases, &["success", "failure"]);
    let alerts = sum(&json["exercised"]["alert_codes"], &[]);
    assert!(commands > 0 && responses > 0 && alerts > 0);
    let captions = between(of(&reports, "html"), "<figcaption>", "</figcaption>");
    let told = format!("Timeline: commands {commands}, responses {responses}, alerts {alerts}, ");
    assert!(captions[0].starts_with(&told), "{told}: {captions:?}");
    // The bench and an alert of the meter tell of the same interruption.
    assert!(captions[0].contains("outages 1, clock settings 1"), "{captions:?}");
}

#[test]
fn the_voltage_is_shown_against_grid_and_thresholds() {
    let folder = tempfile::tempdir().unwrap();
    let (_, conforming) = reports(VOLTAGE, folder.path(), &[]);
    let caption = between(of(&conforming, "html"), "<figcaption>Voltage", "</figcaption>")[0];
    for part in [" phase 1: ", "period 1800 s, 0 off the grid", "average over-voltage ", "sag "] {
        assert!(caption.contains(part), "{caption}");
    }
    let (_, faulty) = reports(LOG, folder.path(), &[]);
    let faulty = of(&faulty, "html");
    let captions = between(faulty, "<figcaption>Voltage", "</figcaption>");
    assert!(captions.iter().any(|caption| !caption.contains(" 0 off the grid")), "{captions:?}");
}

#[test]
fn findings_show_their_message_decoded_and_the_place_marked() {
    let folder = tempfile::tempdir().unwrap();
    let (_, reports) = reports(LOG, folder.path(), &[]);
    let trees = between(of(&reports, "html"), "<pre class=\"tree\"", "</pre>");
    assert!(!trees.is_empty());
    for tree in trees {
        assert!(tree.contains("<mark>"), "{tree}");
    }
}

#[test]
fn what_came_from_a_pipe_shows_its_octets_alone() {
    let log = std::fs::read(LOG).unwrap();
    let page = gbcheck(&["check", "-", "--format", "html"], &log).out;
    assert!(page.contains("aria-label=\"octets\"") && page.contains("<mark>"));
    assert!(!page.contains("<pre class=\"tree\""));
}

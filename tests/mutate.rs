//! `gbcheck mutate`: the same mutants for a seed, and each behaves as it is announced.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use data_encoding::HEXUPPER;
use gbcs_corpus::mutant::Conduct;
use gbcs_corpus::mutate::MUTATIONS;
use gbcs_corpus::oracle::judge::rules_broken;
use gbcs_corpus::oracle::keyed::VERIFIER;
use gbcs_parser::Message;
use gbcs_parser::catalogue::use_case_of_code;
use serde_json::Value;

use crate::run::gbcheck;

const LOGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/logs");
const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/mutate.md");

fn log(name: &str) -> String {
    format!("{LOGS}/{name}.jsonl")
}

fn keys() -> String {
    format!("{LOGS}/keys")
}

/// Mutants of the commands of a bundled log, as lines without the head.
fn mutants(name: &str, more: &[&str]) -> Vec<String> {
    let ran = gbcheck(&[&["mutate", &log(name)], more].concat(), b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let lines: Vec<String> = ran.out.lines().skip(1).map(str::to_owned).collect();
    assert!(lines.len() > 50, "{}", lines.len());
    lines
}

fn conduct(line: &str) -> String {
    let record: Value = serde_json::from_str(line).unwrap();
    record["x_mutation"]["conduct"].as_str().unwrap().to_owned()
}

/// For each mutant, judged alone with the keys of the bundled logs: the rules that it breaks.
fn findings(lines: &[String]) -> Vec<Vec<&'static str>> {
    let payload = |line: &String| {
        let record: Value = serde_json::from_str(line).unwrap();
        HEXUPPER.decode(record["payload"].as_str().unwrap().as_bytes()).unwrap()
    };
    lines
        .iter()
        .map(|line| rules_broken(&VERIFIER, &payload(line)).unwrap().into_keys().collect())
        .collect()
}

#[test]
fn the_same_seed_gives_the_same_mutants() {
    let one = mutants("conforming-gsme-gcs20r", &["--seed", "5"]);
    assert_eq!(one, mutants("conforming-gsme-gcs20r", &["--seed", "5"]));
    assert_ne!(one, mutants("conforming-gsme-gcs20r", &["--seed", "6"]));
}

#[test]
fn no_mutant_that_is_to_be_discarded_passes_a_check() {
    for name in ["conforming-esme-voltage", "conforming-gsme-gcs20r"] {
        let lines = mutants(name, &["--count", "5"]);
        let found = findings(&lines);
        // For another recipient there are no keys, and nothing can be verified.
        let discarded =
            |line: &str| ["discard-unreadable", "discard-not-authentic"].contains(&&*conduct(line));
        for (line, found) in lines.iter().zip(&found) {
            assert!(!discarded(line) || !found.is_empty(), "{line}");
        }
    }
}

#[test]
fn renewed_mutants_are_authentic_and_break_what_is_named() {
    let keys = keys();
    let lines = mutants("conforming-esme-voltage", &["--renew", "--keys", &keys]);
    let found = findings(&lines);
    let mut seen = BTreeMap::new();
    for (line, found) in lines.iter().zip(&found) {
        let conduct = conduct(line);
        *seen.entry(conduct.clone()).or_insert(0) += 1;
        if ["refuse-content", "execute-or-refuse", "as-any-command"].contains(&&*conduct) {
            let forged = found.iter().any(|rule| matches!(*rule, "SEC001" | "SEC002"));
            assert!(!forged, "{line}\n{found:?}");
        }
        let record: Value = serde_json::from_str(line).unwrap();
        let breaks = record["x_mutation"]["breaks"].as_array().unwrap();
        let has_breaks = ["refuse-content", "execute-or-refuse"].contains(&&*conduct);
        assert_eq!(breaks.is_empty(), !has_breaks, "{line}");
        assert!(conduct != "as-any-command" || found.is_empty(), "{line}\n{found:?}");
    }
    assert!(seen.len() >= 5, "{seen:?}");
}

#[test]
fn a_lower_counter_is_a_replay_only_where_the_use_case_is_protected_against_it() {
    let mut seen = BTreeSet::new();
    for name in ["conforming-esme-voltage", "use-conforming", "rpl-conforming"] {
        let args =
            ["mutate", &log(name), "--renew", "--keys", &keys(), "--mutation", "counter-back"];
        for line in gbcheck(&args, b"").out.lines().skip(1) {
            let record: Value = serde_json::from_str(line).unwrap();
            let payload = HEXUPPER.decode(record["payload"].as_str().unwrap().as_bytes()).unwrap();
            let code = Message::decode(&payload).envelope.message_code().unwrap();
            let protected = use_case_of_code(code).and_then(|case| case.replay_protection);
            assert_eq!(conduct(line) == "refuse-replay", protected != Some(false), "{line}");
            seen.insert(protected);
        }
    }
    assert!(seen.contains(&Some(true)) && seen.contains(&Some(false)), "{seen:?}");
}

#[test]
fn hexadecimal_text_holds_the_same_mutants() {
    let lines = mutants("conforming-gsme-gcs20r", &["--mutation", "bit-flip", "--count", "20"]);
    let args =
        ["mutate", &log("conforming-gsme-gcs20r"), "--mutation", "bit-flip", "--count", "20"];
    let ran = gbcheck(&[&args[..], &["--format", "hex"]].concat(), b"");
    let payloads: Vec<_> = ran.out.lines().filter(|line| !line.starts_with('#')).collect();
    let expected: Vec<String> = lines
        .iter()
        .map(|line| {
            let record: Value = serde_json::from_str(line).unwrap();
            record["payload"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(payloads, expected);
}

#[test]
fn keys_that_are_missing_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let keys = folder.path().to_str().unwrap();
    let ran = gbcheck(&["mutate", &log("conforming-gsme-gcs20r"), "--renew", "--keys", keys], b"");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("not signed or MACed anew: "), "{}", ran.err);
}

#[test]
fn a_log_without_commands_gives_none_and_says_so() {
    let ran = gbcheck(&["mutate", "-"], b"{\"record\":\"stimulus\",\"event\":\"power-off\"}\n");
    assert_eq!((ran.code, ran.err.trim()), (3, "gbcheck: 0 mutants of 0 commands"));
}

/// The two tables of `docs/mutate.md`.
fn tables() -> String {
    let mut text = String::from("| Mutation | What it does |\n|---|---|\n");
    for mutation in MUTATIONS {
        writeln!(text, "| `{}` | {} |", mutation.name, mutation.what).unwrap();
    }
    text.push_str("\n| Conduct | What a conforming device does |\n|---|---|\n");
    for conduct in Conduct::ALL {
        writeln!(text, "| `{}` | {} |", conduct.name(), conduct.what()).unwrap();
    }
    text
}

#[test]
fn the_page_has_all_mutations_and_conducts() {
    const MARK: &str = "<!-- made by a test from here on -->\n";
    let page = std::fs::read_to_string(PATH).unwrap();
    let (head, old) = page.split_once(MARK).unwrap();
    if std::env::var_os("GBCHECK_REFRESH").is_some() {
        std::fs::write(PATH, format!("{head}{MARK}\n{}", tables())).unwrap();
        return;
    }
    assert!(
        old.trim() == tables().trim(),
        "docs/mutate.md is out of date; refresh it: GBCHECK_REFRESH=1 cargo test --test end_to_end mutate"
    );
}

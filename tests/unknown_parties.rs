//! Mutants that name a party without keys, through the program: they do not pass where evaluation is
//! required.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use gbcs_corpus::mutate::mutants;
use gbcs_corpus::oracle::fault::unknown_parties;
use gbcs_corpus::oracle::judge::{Judged, messages};
use gbcs_corpus::oracle::keyed::VERIFIER;
use gbcs_corpus::oracle::targets::conforming_messages;
use gbcs_parser::EntityId;
use serde_json::Value;

use crate::run::{gbcheck, hex_line};

const KEYS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/logs/keys");

/// Mutants of which those are taken that name another party: about one in eighty.
const MUTANTS: usize = 2_000;

/// What `docs/robustness.md` says that a laboratory runs.
const REQUIRE: &str = "--require-evaluated=SEC001,SEC002";

/// The mutants of the bundled messages that are without finding and unverified, with the parties whose
/// keys are missing.
fn unverified() -> Vec<(Vec<u8>, BTreeSet<EntityId>)> {
    let originals = conforming_messages();
    let mutants = mutants(&originals, MUTANTS);
    let octets: Vec<Vec<u8>> = mutants.iter().map(|mutant| mutant.octets.clone()).collect();
    let judged = messages(&VERIFIER, &octets).unwrap();
    let unverified = mutants.into_iter().zip(judged);
    unverified
        .filter(|(_, judged)| *judged == Judged::NotEvaluated)
        .map(|(mutant, _)| {
            let original = &originals[mutant.original];
            let parties = unknown_parties(&VERIFIER, original, &mutant.octets).unwrap();
            (mutant.octets, parties)
        })
        .collect()
}

/// The parties without keys that a report names, each with the rules that could not tell for that.
fn named(report: &str) -> BTreeMap<String, BTreeSet<String>> {
    let report: Value = serde_json::from_str(report).unwrap();
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in report["not_evaluated"].as_array().unwrap() {
        let rule = entry["rule"].as_str().unwrap();
        if entry["reason"] == "no-key" && ["SEC001", "SEC002"].contains(&rule) {
            let detail = entry["detail"].as_str().unwrap();
            let party = detail.rsplit(' ').next().unwrap().to_owned();
            named.entry(party).or_default().insert(rule.to_owned());
        }
    }
    named
}

fn check(paths: &[&str], more: &[&str]) -> (i32, String) {
    let args = ["check", "--select", "ENV,SEC,USE", "--keys", KEYS, "--format", "json"];
    let ran = gbcheck(&[&args, more, paths].concat(), b"");
    (ran.code, ran.out)
}

#[test]
fn a_folder_of_messages_of_unknown_parties_fails_where_evaluation_is_required() {
    let folder = tempfile::tempdir().unwrap();
    let mut expected = BTreeSet::new();
    let unverified = unverified();
    assert!(unverified.len() > 15, "{} mutants", unverified.len());
    for (number, (octets, parties)) in unverified.iter().enumerate() {
        fs::write(folder.path().join(format!("{number:03}.hex")), hex_line(octets)).unwrap();
        expected.extend(parties.iter().map(ToString::to_string));
    }
    let path = folder.path().to_str().unwrap();
    let (code, report) = check(&[path], &[]);
    let findings = serde_json::from_str::<Value>(&report).unwrap()["findings"].clone();
    assert_eq!((code, findings), (0, Value::Array(Vec::new())), "not one has a finding");
    let (code, report) = check(&[path], &[REQUIRE]);
    assert_eq!(code, 1);
    assert_eq!(named(&report).into_keys().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn each_message_of_an_unknown_party_fails_by_itself_where_evaluation_is_required() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mutant.hex");
    for (octets, parties) in unverified() {
        fs::write(&path, hex_line(&octets)).unwrap();
        let (code, report) = check(&[path.to_str().unwrap()], &[REQUIRE]);
        assert_eq!(code, 1, "{octets:02x?}");
        let expected: BTreeSet<String> = parties.iter().map(ToString::to_string).collect();
        assert_eq!(named(&report).into_keys().collect::<BTreeSet<_>>(), expected);
    }
}

#[test]
fn what_is_verified_passes_where_evaluation_is_required() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("message.hex");
    fs::write(&path, hex_line(&conforming_messages()[0])).unwrap();
    let (code, report) = check(&[path.to_str().unwrap()], &[REQUIRE]);
    assert_eq!((code, named(&report)), (0, BTreeMap::new()), "{report}");
}

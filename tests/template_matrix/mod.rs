//! Every use case with a template: messages made from it pass, and each fault planted in one of its
//! places is found by the rule that is meant for it, and by no other. What is proved, and what
//! cannot be made and why, is kept in `docs/template_matrix.md`.

mod bench;
mod der;
mod dlms;
mod gbz;
mod parties;
mod taken;
mod values;

use std::fmt::Write as _;

use gbcs_parser::catalogue::{CodeKind, USE_CASES, UseCase};
use rayon::prelude::*;
use serde_json::Value;

use crate::coverage::kept;
use crate::run::{gbcheck, hex_line};
use bench::Proof;

#[test]
fn every_template_passes_and_each_fault_is_found_by_its_rule_alone() {
    let proofs: Vec<Proof> = USE_CASES.par_iter().map(proof).collect();
    let wrong: Vec<String> = USE_CASES
        .iter()
        .zip(&proofs)
        .flat_map(|(case, proof)| proof.wrong.iter().map(|wrong| format!("{} {wrong}", case.id)))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} did not come out as they should:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    kept("template_matrix.md", &table(&proofs));
}

/// The messages of a use case, as `gbcheck decode` shows them.
fn shown(id: &str) -> String {
    let case = USE_CASES.iter().find(|case| case.id == id).unwrap();
    let samples = proof(case).samples;
    assert!(!samples.is_empty(), "{id}");
    let lines: String = samples.values().map(|octets| hex_line(octets) + "\n").collect();
    let ran = gbcheck(&["decode", "-"], lines.as_bytes());
    assert_eq!((ran.code, &*ran.err), (0, ""), "{id}");
    ran.out
}

macro_rules! shown_as_reviewed {
    ($($name:ident $id:literal)*) => {
        $(#[test] fn $name() { insta::assert_snapshot!(shown($id)); })*
    };
}

shown_as_reviewed! {
    ccs01_is_shown_as_reviewed "CCS01"
    cs02b_is_shown_as_reviewed "CS02b"
    cs14_is_shown_as_reviewed "CS14"
    ecs23_is_shown_as_reviewed "ECS23"
    ecs24_is_shown_as_reviewed "ECS24"
    ecs37_is_shown_as_reviewed "ECS37"
    gcs20r_is_shown_as_reviewed "GCS20r"
    gcs21f_is_shown_as_reviewed "GCS21f"
}

fn proof(case: &'static UseCase) -> Proof {
    let mut proof = Proof::default();
    if let Some(code) = case.message_codes.first().copied() {
        dlms::prove(case, code, &mut proof);
        gbz::prove(case, code, &mut proof);
        der::prove(case, &mut proof);
    }
    for message in messages(case) {
        if !proof.conforming.contains(message) {
            let why = without_template(case);
            proof.not_made.insert(format!("{message}: {}", why.unwrap_or("its template is empty")));
        }
    }
    proof
}

/// The messages that a use case has.
fn messages(case: &UseCase) -> &'static [&'static str] {
    match case.kind {
        Some(CodeKind::Alert) => &["alert"],
        Some(CodeKind::CommandAndResponse) => &["command", "response"],
        _ => &[],
    }
}

/// Why a use case has no template, as `gbcheck coverage` says it.
fn without_template(case: &UseCase) -> Option<&'static str> {
    static COVERAGE: std::sync::OnceLock<Value> = std::sync::OnceLock::new();
    let coverage = COVERAGE.get_or_init(|| {
        let ran = gbcheck(&["coverage", "--format", "json"], b"");
        serde_json::from_str(&ran.out).unwrap()
    });
    let rows = coverage["use_cases"].as_array().unwrap();
    rows.iter().find(|row| row["use_case"] == case.id)?["not_checked"].as_str()
}

fn table(proofs: &[Proof]) -> String {
    let mut out = "# Template matrix\n\n\
        Made by the test `template_matrix` of `tests/`. For every use case: the messages that were made\n\
        from its template and passed all rules but those on protection; the faults that were planted in\n\
        them, one at a time (entries and components dropped, swapped and doubled, values of another\n\
        type, constant, range and length), by the rule that is meant for each and found it; and what\n\
        was not made, and why. No other rule finds anything in them but those that\n\
        `tests/template_matrix/taken.rs` names.\n\n\
        | use case | conforming | faults found | not made |\n|---|---|---|---|\n"
        .to_owned();
    let mut all = 0;
    for (case, proof) in USE_CASES.iter().zip(proofs) {
        let conforming: Vec<&str> = proof.conforming.iter().copied().collect();
        let caught: Vec<String> =
            proof.caught.iter().map(|(rule, count)| format!("{rule} {count}")).collect();
        let not_made: Vec<&str> = proof.not_made.iter().map(String::as_str).collect();
        let not_made = match case.message_codes.is_empty() {
            true => "no GBCS message".to_owned(),
            false => not_made.join("; ").replace('|', "\\|"),
        };
        let row = [case.id, &conforming.join(", "), &caught.join(", "), &not_made].join(" | ");
        writeln!(out, "| {row} |").unwrap();
        all += proof.caught.values().sum::<usize>();
    }
    writeln!(out, "\n{all} faults in all.").unwrap();
    out
}

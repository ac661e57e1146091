//! DUI010: an answer on WAN coverage is blank, which means that the coverage is unknown.

use super::document;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DUI010",
    name: "wan-matrix-blank-misread",
    summary: "An answer on WAN coverage is blank, which means that the coverage is unknown",
    severity: Severity::Info,
    about: About::Dcc,
    basis: Basis::Modification,
    refs: &[SpecRef::new("MP106", "blank responses to service request 12.1")],
    requirements: &["MP106"],
    doc: include_str!("../../docs/DUI010.md"),
    concerns: |topic| topic.has_duis,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// The element of the answer for one region.
const ANSWER: &str = "DSPWANMatrixResponse";

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(document(subject).is_some_and(|document| document.named(ANSWER).is_some()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(document) = document(subject) else { return };
    for n in document.inside(0) {
        if document.elements.get(n).is_none_or(|element| &*element.name != ANSWER) {
            continue;
        }
        let stated = document.text(n, &["CoverageAvailability"]);
        let actual = match stated.map(str::trim) {
            None => Datum::Nothing,
            Some("") => Datum::Word("blank"),
            Some(_) => continue,
        };
        let place = subject.record_place("DSPWANMatrixResponse/CoverageAvailability");
        findings.fail(Fault::at(place, "true or false", actual));
    }
}

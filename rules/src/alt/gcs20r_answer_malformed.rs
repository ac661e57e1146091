//! ALT009: a report of event settings is not one command, repeats a code, or holds a code of another range.

use std::collections::BTreeSet;

use super::gcs20r;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT009",
    name: "gcs20r-answer-malformed",
    summary: "A report of event settings is not one command, repeats a code, or holds a code of another range",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "GCS20r"), SpecRef::new("MP078", "IRP550")],
    requirements: &["GAS-02", "MP078"],
    doc: include_str!("../../docs/ALT009.md"),
    concerns: |topic| topic.is_response() && topic.is_use_case(&["GCS20r"]),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(gcs20r::report(subject).is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(report) = gcs20r::report(subject) else { return };
    if (report.index, report.total) != (0, 1) || report.commands != 1 {
        findings.fail(Fault::at(
            subject.place(report.node),
            "one command: index 0, total 1",
            format!(
                "{} of them, the first with index {}, total {}",
                report.commands, report.index, report.total
            ),
        ));
    }
    let mut seen = BTreeSet::new();
    for event in &report.events {
        let place = || subject.place_at(event.span, gcs20r::EVENT_FIELD);
        if event.code >> 8 != 0x81 {
            findings.fail(Fault::at(place(), "a code of the range 0x81", Datum::Code(event.code)));
        } else if !seen.insert(event.code) {
            findings.fail(Fault::at(place(), "each code once", Datum::Code(event.code)));
        }
    }
}

//! ALT008: a report of event settings lacks an event that every gas meter has.

use gbcs_parser::catalogue::EVENT_BEHAVIOURS;

use super::gcs20r;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT008",
    name: "mandated-event-missing",
    summary: "A report of event settings lacks an event that every gas meter has",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "events of gas meters"), SpecRef::new("GBCS", "GCS20r")],
    requirements: &["GAS-01", "MP078"],
    doc: include_str!("../../docs/ALT008.md"),
    concerns: |topic| topic.is_response() && topic.is_use_case(&["GCS20r"]),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Events that manufacturers list as mandated of meters of either kind.
const MANDATED: [u16; 6] = [0x810D, 0x810E, 0x8119, 0x8145, 0x8168, 0x8183];

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(gcs20r::report(subject).is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(report) = gcs20r::report(subject) else { return };
    let lacks = |code: &u16| !report.events.iter().any(|event| event.code == *code);
    let list = |codes: Vec<u16>| Datum::List(codes.into_iter().map(Datum::Code).collect());
    let missing: Vec<_> = MANDATED.into_iter().filter(lacks).collect();
    if !missing.is_empty() {
        let found = Datum::Quantity(report.events.len() as i128, "events without these");
        findings.fail(Fault::at(subject.place(report.node), list(missing), found));
        return;
    }
    let optional: Vec<_> = EVENT_BEHAVIOURS
        .iter()
        .filter(|event| event.gsme_supplier.is_some())
        .map(|event| event.code)
        .filter(lacks)
        .collect();
    if !optional.is_empty() {
        let found = Datum::Quantity(report.events.len() as i128, "events without these");
        findings.fail(
            Fault::at(subject.place(report.node), list(optional), found).severity(Severity::Info),
        );
    }
}

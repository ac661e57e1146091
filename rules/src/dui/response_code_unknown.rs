//! DUI005: a response code that DUIS 5.4 does not have.

use gbcs_parser::catalogue;

use super::envelope;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DUI005",
    name: "response-code-unknown",
    summary: "A response code that DUIS 5.4 does not have",
    severity: Severity::Info,
    about: About::Dcc,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("DUIS 5.4", "ResponseCode")],
    requirements: &["DCC-04"],
    doc: include_str!("../../docs/DUI005.md"),
    concerns: |topic| topic.has_duis,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(envelope(subject).is_some_and(|duis| duis.response_code.is_some()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some(code) = envelope(subject).and_then(|duis| duis.response_code.as_deref())
        && catalogue::duis_response_code(code.trim()).is_none()
    {
        let place = subject.record_place("duis.response_code");
        findings.fail(Fault::at(place, "a code of DUIS 5.4", code.to_owned()));
    }
}

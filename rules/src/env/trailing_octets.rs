//! ENV003: octets stand after the end of the message.

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV003",
    name: "trailing-octets",
    summary: "Octets stand after the end of the message",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "end of the message")],
    requirements: &["MSG-01"],
    doc: include_str!("../../docs/ENV003.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some(trailing) = subject.message.and_then(|message| message.envelope.trailing) {
        let octets = subject.content(trailing);
        findings.fail(Fault::at(
            subject.place(trailing),
            Datum::octet_count(0),
            Datum::octet_count(octets.len()),
        ));
    }
}

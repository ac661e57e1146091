//! ENV011: the payload is not in the language of its use case.

use gbcs_parser::Payload;

use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV011",
    name: "payload-language-wrong",
    summary: "The payload is not in the language of its use case",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "7.2")],
    requirements: &["MSG-16", "MSG-18"],
    doc: include_str!("../../docs/ENV011.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let known = subject.code().is_some_and(|code| code.protocol.is_some());
    Applies::when(known && subject.message.is_some_and(|m| m.payload != Payload::None))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let envelope = &message.envelope;
    if let (Some(expected), Some(actual), Some(content)) =
        (envelope.language_expected, message.payload.protocol(), envelope.content)
    {
        findings.fail(Fault::at(subject.place(content), expected.name(), actual.name()));
    }
}

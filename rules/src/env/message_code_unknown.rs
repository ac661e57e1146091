//! ENV009: the message code is in no catalogue.

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV009",
    name: "message-code-unknown",
    summary: "The message code is in no catalogue",
    severity: Severity::Warning,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "message codes")],
    requirements: &[],
    doc: include_str!("../../docs/ENV009.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(|m| m.envelope.message_code().is_some()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    if message.code().is_none()
        && let Some(code) = message.envelope.other_information.and_then(|info| info.message_code)
    {
        findings.fail(Fault::at(
            subject.place(code.node),
            "a known message code",
            Datum::Code(code.value),
        ));
    }
}

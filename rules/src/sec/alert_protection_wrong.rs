//! SEC006: an alert is protected in another way than its code asks for.

use gbcs_parser::CraFlag;
use gbcs_parser::message::Shape;

use super::named;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "SEC006",
    name: "alert-protection-wrong",
    summary: "An alert is protected in another way than its message code asks for",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "alerts"), SpecRef::new("GBCS", "6.2")],
    requirements: &["MSG-14"],
    doc: include_str!("../../docs/SEC006.md"),
    concerns: Topic::is_alert,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let known = subject.code().is_some_and(|code| code.critical.is_some());
    if !known || subject.cra() != Some(CraFlag::Alert) {
        return Applies::No;
    }
    match subject.message.and_then(|message| message.envelope.shape()) {
        None => Applies::blocked(Reason::Undecoded),
        Some(Shape::GbtBlock) => Applies::No,
        Some(_) => Applies::Yes,
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(envelope) = subject.message.map(|message| &message.envelope) else { return };
    let critical = subject.code().and_then(|code| code.critical) == Some(true);
    let expected = if critical { Shape::Signed } else { Shape::Mac };
    if let Some(given) = envelope.shape()
        && given != expected
        && let Some(node) = envelope.grouping_header
    {
        findings.fail(Fault::at(subject.place(node), named(expected), named(given)));
    }
}

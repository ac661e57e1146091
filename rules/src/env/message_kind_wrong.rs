//! ENV010: a message code of alerts comes in a command or response, or the reverse.

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::CodeKind;

use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV010",
    name: "message-kind-wrong",
    summary: "A message code of alerts comes in a command or response, or the reverse",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "20"), SpecRef::new("GBCS", "7.2.7")],
    requirements: &[],
    doc: include_str!("../../docs/ENV010.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let known = subject.code().is_some_and(|code| code.kind != CodeKind::HanOnly);
    Applies::when(known && subject.cra().is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some(code), Some(cra)) = (subject.message, subject.code(), subject.cra())
    else {
        return;
    };
    let alert = code.kind == CodeKind::Alert;
    if alert != (cra == CraFlag::Alert)
        && let Some(flag) = message.envelope.cra_flag
    {
        let expected = if alert { "alert" } else { "command or response" };
        findings.fail(Fault::at(subject.place(flag.node), expected, cra.name()));
    }
}

//! ALT003: the code of an alert is in no table.

use gbcs_parser::catalogue::CodeKind;
use gbcs_parser::{CraFlag, catalogue};

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT003",
    name: "alert-code-unknown",
    summary: "The code of an alert is in no table",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Modification,
    refs: &[SpecRef::new("MP090", "Table 16.2"), SpecRef::new("GBCS", "16")],
    requirements: &["ALT-23", "MP090"],
    doc: include_str!("../../docs/ALT003.md"),
    concerns: Topic::is_alert,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let of_commands = subject.code().is_some_and(|code| code.kind != CodeKind::Alert);
    if subject.cra() != Some(CraFlag::Alert) || of_commands {
        return Applies::No;
    }
    match subject.message.and_then(outcome::alert_code) {
        Some(_) => Applies::Yes,
        None => Applies::blocked(Reason::Undecoded),
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some((code, node)) = subject.message.and_then(outcome::alert_code_node)
        && catalogue::alert_code(code).is_none()
    {
        findings.fail(Fault::at(subject.place(node), "a known alert code", Datum::Code(code)));
    }
}

//! ENV014: a pre-command ends with an empty signature field.

use gbcs_parser::message::SignatureField;

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV014",
    name: "pre-command-has-signature-length",
    summary: "A pre-command ends with an empty signature field",
    severity: Severity::Info,
    about: About::Sender,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "forms of pre-commands")],
    requirements: &["MSG-15"],
    doc: include_str!("../../docs/ENV014.md"),
    concerns: Topic::is_command,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(|m| m.envelope.is_pre_command()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some(SignatureField::Empty(node)) = subject.message.and_then(|m| m.envelope.signature) {
        findings.fail(Fault::at(subject.place(node), Datum::octet_count(0), Datum::octet_count(1)));
    }
}

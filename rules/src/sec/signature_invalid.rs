//! SEC002: a signature does not verify.

use gbcs_parser::message::SignatureField;
use gbcs_parser::protection::{Missing, Outcome};

use super::{not_checked, verifies_under};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "SEC002",
    name: "signature-invalid",
    summary: "A signature does not verify",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "6.3"), SpecRef::new("GBCS", "4.3.2")],
    requirements: &["MSG-11"],
    doc: include_str!("../../docs/SEC002.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let signature = subject.message.and_then(|message| message.envelope.signature);
    Applies::when(matches!(signature, Some(SignatureField::Present(_) | SignatureField::Wrong(_))))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    match message.protection.as_ref().map(|protection| &protection.signature) {
        Some(Outcome::Valid(_)) => {}
        Some(Outcome::Absent) => findings.not_applicable(),
        Some(Outcome::NotChecked { missing }) => not_checked(missing, findings),
        None => not_checked(&[Missing::Cryptography], findings),
        Some(Outcome::Invalid { tried, .. }) => {
            let Some(SignatureField::Present(node)) = message.envelope.signature else { return };
            let expected = verifies_under(tried);
            findings.fail(Fault::at(subject.place(node), expected, "another signature"));
        }
    }
}

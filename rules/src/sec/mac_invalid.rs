//! SEC001: a MAC does not verify.

use gbcs_parser::protection::{Missing, Outcome};

use super::{not_checked, verifies_under};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "SEC001",
    name: "mac-invalid",
    summary: "A MAC does not verify",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "6.2"), SpecRef::new("GBCS", "4.3.3")],
    requirements: &["MSG-28"],
    doc: include_str!("../../docs/SEC001.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(|message| message.envelope.mac_header.is_some()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    match message.protection.as_ref().map(|protection| &protection.mac) {
        Some(Outcome::Valid(_)) => {}
        Some(Outcome::Absent) => findings.not_applicable(),
        Some(Outcome::NotChecked { missing }) => not_checked(missing, findings),
        None => not_checked(&[Missing::Cryptography], findings),
        Some(Outcome::Invalid { tried, .. }) => {
            let Some(node) = message.envelope.mac else { return };
            let expected = verifies_under(tried);
            findings.fail(Fault::at(subject.place(node), expected, "another MAC"));
        }
    }
}

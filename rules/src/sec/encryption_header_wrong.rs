//! SEC009: the security header of an encrypted item is not the one that items have.

use super::encrypted_items;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "SEC009",
    name: "encryption-header-wrong",
    summary: "The security control of an encrypted item is not 0x31, or its invocation counter not 0",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "8.4")],
    requirements: &["MSG-23"],
    doc: include_str!("../../docs/SEC009.md"),
    concerns: |topic| topic.has_encrypted_items,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Security control octet of an encrypted item: authenticated and encrypted, suite 1.
const SECURITY_CONTROL: u8 = 0x31;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(!encrypted_items(subject).is_empty())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for item in encrypted_items(subject) {
        let control = item.security_control;
        if control.value != SECURITY_CONTROL {
            let (expected, actual): (&[u8], &[u8]) = (&[SECURITY_CONTROL], &[control.value]);
            findings.fail(Fault::at(subject.place(control.node), expected, actual));
        }
        let counter = item.invocation_counter;
        if counter.value != 0 {
            findings.fail(Fault::at(subject.place(counter.node), 0u8, counter.value));
        }
    }
}

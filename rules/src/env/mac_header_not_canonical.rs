//! ENV001: a MAC header is not in its one form.

use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV001",
    name: "mac-header-not-canonical",
    summary: "A MAC header is not in its one form",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "MAC header"), SpecRef::new("GBCS", "6.2")],
    requirements: &["MSG-01"],
    doc: include_str!("../../docs/ENV001.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Security control octet of a message with a MAC: authentication only, suite 1.
const SECURITY_CONTROL: u8 = 0x11;

fn applies(subject: &Subject<'_>) -> Applies {
    match subject.message.and_then(|message| message.envelope.mac_header) {
        None => Applies::No,
        Some(header) if header.invocation_counter.is_none() => Applies::blocked(Reason::Undecoded),
        Some(_) => Applies::Yes,
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(header) = subject.message.and_then(|message| message.envelope.mac_header) else {
        return;
    };
    if let Some(node) = header.first_field_not_empty {
        let length = subject.unsigned(node).unwrap_or_default();
        findings.fail(Fault::at(subject.place(node), 0u8, length));
    }
    if let Some(control) = header.security_control
        && control.value != SECURITY_CONTROL
    {
        let expected: &[u8] = &[SECURITY_CONTROL];
        let actual: &[u8] = &[control.value];
        findings.fail(Fault::at(subject.place(control.node), expected, actual));
    }
    if let Some(counter) = header.invocation_counter
        && counter.value != 0
    {
        findings.fail(Fault::at(subject.place(counter.node), 0u8, counter.value));
    }
}

//! ALT002: an alert comes under a generic message code that is not the one for it.

use gbcs_parser::{CraFlag, catalogue};

use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT002",
    name: "generic-message-code-misused",
    summary: "An alert comes under a generic message code that is not the one for it",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "message codes of alerts"), SpecRef::new("GBCS", "16")],
    requirements: &["ALT-04"],
    doc: include_str!("../../docs/ALT002.md"),
    concerns: Topic::is_alert,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Codes that have a message code of their own.
fn has_own_message_code(code: u16) -> bool {
    matches!(
        code,
        0x8071 | 0x8F0A | 0x8F12 | 0x8F20 | 0x8F26 | 0x8F28 | 0x8F2A | 0x8F2C | 0x8F2D
            | 0x8F35..=0x8F3C | 0x8F66 | 0x8F67 | 0x8F72 | 0x81A0 | 0x8F85..=0x8F8B
    )
}

/// Message code of generic critical alerts.
const CRITICAL: u16 = 0x1000;
/// Message code of generic alerts that are not critical.
const NOT_CRITICAL: u16 = 0x1001;

fn applies(subject: &Subject<'_>) -> Applies {
    let code = subject.message.and_then(|message| message.envelope.message_code());
    if subject.cra() != Some(CraFlag::Alert) || !matches!(code, Some(CRITICAL | NOT_CRITICAL)) {
        return Applies::No;
    }
    match subject.message.and_then(outcome::alert_code) {
        Some(_) => Applies::Yes,
        None => Applies::blocked(Reason::Undecoded),
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let (Some((code, node)), Some(generic)) =
        (outcome::alert_code_node(message), message.envelope.message_code())
    else {
        return;
    };
    let critical = catalogue::alert_code(code).and_then(|entry| entry.critical);
    let expected = if has_own_message_code(code) {
        "a message code of its own"
    } else {
        match (generic, critical) {
            (NOT_CRITICAL, Some(true)) => "message code 0x1000, as the alert is critical",
            (CRITICAL, Some(false)) => "message code 0x1001, as the alert is not critical",
            _ => return,
        }
    };
    let actual = format!("0x{code:04X} under 0x{generic:04X}");
    findings.fail(Fault::at(subject.place(node), expected, actual));
}

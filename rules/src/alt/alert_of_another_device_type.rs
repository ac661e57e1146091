//! ALT004: an alert has a code that is known only of devices of other types.

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
    code: "ALT004",
    name: "alert-of-another-device-type",
    summary: "An alert has a code that is known only of devices of other types",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "alerts by device type")],
    requirements: &[],
    doc: include_str!("../../docs/ALT004.md"),
    concerns: Topic::is_alert,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    if subject.cra() != Some(CraFlag::Alert) {
        return Applies::No;
    }
    let Some(code) = subject.message.and_then(outcome::alert_code) else {
        return Applies::blocked(Reason::Undecoded);
    };
    match catalogue::alert_code(code) {
        None => Applies::No,
        Some(entry) if entry.devices.is_empty() => Applies::No,
        Some(_) if subject.device.device_type().is_none() => Applies::blocked(Reason::TypeUnknown),
        Some(_) => Applies::Yes,
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some((code, node)) = subject.message.and_then(outcome::alert_code_node) else { return };
    let (Some(entry), Some(device)) = (catalogue::alert_code(code), subject.device.device_type())
    else {
        return;
    };
    if entry.is_of(device) == Some(false) {
        let names = entry.devices.iter().map(|device| Datum::Word(device.name())).collect();
        let actual = format!("0x{code:04X} of a {}", device.name());
        findings.fail(Fault::at(subject.place(node), Datum::List(names), actual));
    }
}

//! USE013: the target's type is not one of the use case's.

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::{DeviceType, MessageCode};

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE013",
    name: "wrong-target-device",
    summary: "The target's type is not one of the use case's",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases, target devices")],
    requirements: &[],
    doc: include_str!("../../docs/USE013.md"),
    concerns: Topic::is_command,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn target(subject: &Subject<'_>) -> Option<&'static MessageCode> {
    subject
        .code()
        .filter(|code| subject.cra() == Some(CraFlag::Command) && !code.targets.is_empty())
}

fn applies(subject: &Subject<'_>) -> Applies {
    match (target(subject), subject.device.device_type()) {
        (None, _) => Applies::No,
        (Some(_), None) => Applies::blocked(Reason::TypeUnknown),
        (Some(_), Some(_)) => Applies::Yes,
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(code), Some(found)) = (target(subject), subject.device.device_type()) else { return };
    if code.is_target(found) {
        return;
    }
    let name = |device: DeviceType| Datum::Word(device.name());
    let expected: Vec<Datum> = code.targets.iter().map(|device| name(*device)).collect();
    let node = subject.message.and_then(|message| message.envelope.business_target);
    let place = node.map_or_else(|| subject.record_place(""), |field| subject.place(field.node));
    findings.fail(Fault::at(place, expected, name(found)));
}

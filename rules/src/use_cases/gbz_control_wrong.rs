//! USE008: a component's control octet is not that of the use case.

use gbcs_parser::gbz::{CONTROL_ENCRYPTED, CONTROL_LAST};

use super::gbz;
use super::gbz_components_differ::{applies, template};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE008",
    name: "gbz-control-wrong",
    summary: "A component's control octet is not that of the use case",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases")],
    requirements: &["MSG-19"],
    doc: include_str!("../../docs/USE008.md"),
    concerns: Topic::is_gbz,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some((payload, use_case))) = (subject.message, template(subject)) else {
        return;
    };
    let mut components = payload.components(message).iter().peekable();
    while let Some(component) = components.next() {
        let due = if components.peek().is_none() { CONTROL_LAST } else { 0 };
        let control = component.control;
        if control.value & CONTROL_LAST != due {
            let expected = control.value & !CONTROL_LAST | due;
            findings.fail(Fault::at(
                subject.place(control.node),
                &[expected][..],
                &[control.value][..],
            ));
        }
    }
    gbz::components(subject, message, &payload, use_case, &mut |component, _, entry| {
        let found = component.control.value & !CONTROL_LAST;
        let mut due = entry.control & !CONTROL_LAST;
        if !gbz::is_itself(component, entry) {
            // Nothing of a refusal is secret or dated.
            due = 0;
        } else if entry.encrypted && !component.is_encrypted() {
            // What should be encrypted and is not: SEC008.
            due &= !CONTROL_ENCRYPTED;
        }
        if found != due {
            let last = component.control.value & CONTROL_LAST;
            findings.fail(Fault::at(
                subject.place(component.control.node),
                &[due | last][..],
                &[component.control.value][..],
            ));
        }
    });
}

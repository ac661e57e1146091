//! MDM004: an auxiliary controller is none of the five, or a command mixes two.

use gbcs_parser::CraFlag;

use super::controller;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "MDM004",
    name: "controller-number-wrong",
    summary: "An auxiliary controller is none of the five, or a command mixes two",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "ECS47a"), SpecRef::new("GBCS", "ECS101")],
    requirements: &["APC-01", "ALT-16"],
    doc: include_str!("../../docs/MDM004.md"),
    concerns: |topic| topic.is_alert() || topic.is_use_case(&["ECS47a", "ECS47e"]),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let command =
        subject.cra() == Some(CraFlag::Command) && subject.is_use_case(&["ECS47a", "ECS47e"]);
    let alert = subject.cra() == Some(CraFlag::Alert)
        && subject.message.is_some_and(|message| controller::in_alert(message).is_some());
    Applies::when(command || alert)
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    if let Some((number, node)) = controller::in_alert(message) {
        if !controller::is_one(number) {
            findings.fail(Fault::at(subject.place(node), controller::numbers(), number));
        }
        return;
    }
    let period = controller::period(message);
    if let Some((number, item)) = period.commanded
        && !controller::is_one(number)
    {
        findings.fail(Fault::at(subject.place(item.node), controller::numbers(), number));
        return;
    }
    for (number, item) in period.fields {
        if let Some((commanded, _)) = period.commanded
            && number != commanded
        {
            let expected = format!("fields of controller {commanded} alone");
            let actual = format!("a field of controller {number}");
            findings.fail(Fault::at(subject.place(item.node), expected, actual));
        }
    }
}

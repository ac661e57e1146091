//! ALT007: a party changes the settings of alerts that are not its own.

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::{AlertRange, Role};

use super::settings;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT007",
    name: "alert-range-not-the-partys",
    summary: "A party changes the settings of alerts that are not its own",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "ECS25a"), SpecRef::new("GBCS", "ECS25b")],
    requirements: &["ALT-08"],
    doc: include_str!("../../docs/ALT007.md"),
    concerns: |topic| topic.is_command() && settings::concerns(topic),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let command = subject.message.filter(|_| subject.cra() == Some(CraFlag::Command));
    Applies::when(command.is_some_and(|command| !settings::of(command).is_empty()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let parties = [subject.roles.originator, subject.roles.supplementary];
    let has = |role| parties.iter().any(|roles| roles.contains(role));
    if parties.iter().all(|roles| roles.is_empty()) {
        return findings.blocked(Reason::RoleUnknown, "");
    }
    for settings in settings::of(message) {
        let (owner, other) = match settings.range {
            AlertRange::NetworkOperator => (Role::NetworkOperator, Role::Supplier),
            AlertRange::Supplier => (Role::Supplier, Role::NetworkOperator),
        };
        if has(other) && !has(owner) {
            findings.fail(Fault::at(
                subject.place(settings.node),
                Datum::Word(owner.name()),
                Datum::Word(other.name()),
            ));
        }
    }
}

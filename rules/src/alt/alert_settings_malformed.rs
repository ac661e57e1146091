//! ALT006: settings of alerts or events have the wrong number of bits.

use gbcs_parser::Value;

use super::settings;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT006",
    name: "alert-settings-malformed",
    summary: "Settings of alerts or events have the wrong number of bits",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "ECS25a"), SpecRef::new("GBCS", "ECS25r1")],
    requirements: &["ALT-05", "ALT-06"],
    doc: include_str!("../../docs/ALT006.md"),
    concerns: settings::concerns,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(|message| !settings::of(message).is_empty()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    for setting in settings::of(message) {
        let expected = if setting.written { 2 * settings::BITS } else { settings::BITS };
        let actual = match message.tree.value(setting.node, message.octets()) {
            Value::Bits(bits) if bits.len() == expected => continue,
            Value::Bits(bits) => Datum::Quantity(bits.len() as i128, "bits"),
            _ => Datum::Word("no bit string"),
        };
        let expected = Datum::Quantity(expected as i128, "bits");
        findings.fail(Fault::at(subject.place(setting.node), expected, actual));
    }
}

//! ENV006: a date-time stands where none may, or is not 12 octets.

use gbcs_parser::CraFlag;

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV006",
    name: "date-time-misplaced",
    summary: "A date-time stands where none may, or is not 12 octets",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "date-time of the grouping header")],
    requirements: &["MSG-06"],
    doc: include_str!("../../docs/ENV006.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(|m| m.envelope.date_time_field.is_some()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let Some(date_time) = message.envelope.date_time else { return };
    let octets = subject.content(date_time).len();
    if octets != 12 {
        let expected = vec![Datum::octet_count(0), Datum::octet_count(12)];
        findings.fail(Fault::at(subject.place(date_time), expected, Datum::octet_count(octets)));
    } else if let Some(cra @ (CraFlag::Command | CraFlag::Alert)) = message.envelope.cra() {
        findings.fail(Fault::at(
            subject.place(date_time),
            "no date-time outside a response",
            match cra {
                CraFlag::Alert => "date-time in an alert",
                _ => "date-time in a command",
            },
        ));
    }
}

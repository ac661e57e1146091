//! VLT002: the averaging period of the voltage does not divide half an hour.

use super::reading;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VLT002",
    name: "voltage-period-not-a-factor-of-1800",
    summary: "The averaging period of the voltage does not divide half an hour",
    severity: Severity::Warning,
    about: About::Direction,
    basis: Basis::Modification,
    refs: &[SpecRef::new("MP085A", "averaging period"), SpecRef::new("SMETS", "5.7.4.6")],
    requirements: &["VOL-08", "MP085A"],
    doc: include_str!("../../docs/VLT002.md"),
    concerns: reading::concerns_period,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(!reading::periods(subject).is_empty())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for period in reading::periods(subject) {
        if !period.divides_half_hour() {
            findings.fail(Fault::at(
                period.place(subject),
                "a period that divides 1800 s",
                Datum::seconds(period.seconds.try_into().unwrap_or(i64::MAX)),
            ));
        }
    }
}

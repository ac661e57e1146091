//! DFT002: the dates of a maximum demand period are not those that hold for all years.

use super::schedule;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DFT002",
    name: "maximum-demand-dates-wrong",
    summary: "The dates of a maximum demand period are not those that hold for all years",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Modification,
    refs: &[SpecRef::new("GBCS", "Table 28d"), SpecRef::new("MP131", "Table 28d")],
    requirements: &["MDM-01", "MP131"],
    doc: include_str!("../../docs/DFT002.md"),
    concerns: schedule::concerns,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// Begin date on the wire: the value of the table.
const BEGIN: &[u8] = &[0x00, 0x00, 0x01, 0xFF, 0xFF];
/// End date on the wire: never.
const END: &[u8] = &[0xFF; 5];

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(schedule::of(subject).is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(schedule) = schedule::of(subject) else { return };
    for entry in &schedule.entries {
        for (value, expected) in [(&entry.begin_date, BEGIN), (&entry.end_date, END)] {
            if let Some(value) = value
                && value.octets(subject) != expected
            {
                findings.fail(Fault::at(value.place(subject), expected, value.octets(subject)));
            }
        }
    }
}

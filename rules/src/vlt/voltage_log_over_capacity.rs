//! VLT004: a voltage log holds more entries than the capacity that is required at least.

use super::reading;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VLT004",
    name: "voltage-log-over-capacity",
    summary: "A voltage log holds more entries than the capacity that is required at least",
    severity: Severity::Info,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("SMETS", "5.7.5.9")],
    requirements: &["VOL-01"],
    doc: include_str!("../../docs/VLT004.md"),
    concerns: reading::concerns,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// Entries of a phase that the log holds at least.
const CAPACITY: usize = 4320;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(!reading::readings(subject).is_empty())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for reading in reading::readings(subject) {
        let entries = reading.entries.len();
        if entries > CAPACITY {
            let expected = Datum::Quantity(CAPACITY as i128, "entries");
            let actual = Datum::Quantity(entries as i128, "entries");
            findings.fail(Fault::at(reading.place(subject), expected, actual));
        }
    }
}

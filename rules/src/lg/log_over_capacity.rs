//! LOG001: an answer holds more entries of a log than the capacity that is required at least.

use super::reading;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "LOG001",
    name: "log-over-capacity",
    summary: "An answer holds more entries of a log than the capacity that is required at least",
    severity: Severity::Info,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("SMETS", "5.7.5"), SpecRef::new("CHTS", "4.6.3")],
    requirements: &[
        "LOG-01", "LOG-02", "LOG-03", "LOG-04", "LOG-05", "LOG-06", "LOG-07", "LOG-08", "LOG-09",
    ],
    doc: include_str!("../../docs/LOG001.md"),
    concerns: reading::concerns,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(!reading::readings(subject).is_empty())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for reading in reading::readings(subject) {
        let (most, found) = (reading.log.capacity, reading.entries.len());
        if found > most {
            findings.fail(Fault::at(
                reading.place(subject),
                Datum::Quantity(most as i128, "entries"),
                Datum::Quantity(found as i128, "entries"),
            ));
        }
    }
}

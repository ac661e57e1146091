//! LOG006: an entry of a half-hourly or daily profile is not on its grid.

use super::reading;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "LOG006",
    name: "half-hour-spacing-wrong",
    summary: "An entry of a half-hourly or daily profile is not on its grid",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "0.8.1, snapshots"), SpecRef::new("SMETS", "5.7.5.27")],
    requirements: &["LOG-16"],
    doc: include_str!("../../docs/LOG006.md"),
    concerns: reading::concerns,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let readings = reading::readings(subject);
    Applies::when(readings.iter().any(|one| one.log.grid.is_some() && !one.entries.is_empty()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for reading in reading::readings(subject) {
        let Some(grid) = reading.log.grid else { continue };
        for entry in &reading.entries {
            let Some(time) = entry.time else { continue };
            if time.0.rem_euclid(grid * 1000) != 0 {
                let expected = format!("a multiple of {grid} s after midnight UTC");
                findings.fail(Fault::at(entry.place(subject), expected, time));
            }
        }
    }
}

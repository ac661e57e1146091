//! VLT005: after an interruption the voltage log goes on beside the grid on which it was before.

use super::reading;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VLT005",
    name: "voltage-not-realigned",
    summary: "After an interruption the voltage log goes on beside the grid on which it was before",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Modification,
    refs: &[SpecRef::new("MP085A", "start of averaging"), SpecRef::new("SMETS", "5.7.5.9")],
    requirements: &["VOL-06", "MP085A"],
    doc: include_str!("../../docs/VLT005.md"),
    concerns: reading::concerns,
    applies,
    check: Check::Record(check),
    raised_by: Some(("MP085A", Severity::Error)),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(reading::readings(subject).iter().any(|reading| reading.entries.len() > 1))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut judged = false;
    for reading in reading::readings(subject) {
        judged |= !reading.interruptions.is_empty();
        let Some(first) = reading.not_realigned else { continue };
        for entry in reading.entries.iter().skip(first) {
            if let Some(period) = reading.period_at(subject.device, entry.time)
                && entry.time.0.rem_euclid(period as i64 * 1000) != 0
            {
                let grid = format!("a multiple of {period} s after midnight UTC, as before");
                findings.fail(Fault::at(entry.place(subject), grid, entry.time));
            }
        }
    }
    if !judged {
        findings.not_applicable();
    }
}

//! VLT001: an entry of the voltage log is not on the grid of its averaging period.

use gbcs_parser::record::Time;

use super::reading::{self, HALF_HOUR};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VLT001",
    name: "voltage-log-off-grid",
    summary: "An entry of the voltage log is not on the grid of its averaging period",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Modification,
    refs: &[SpecRef::new("MP085A", "start of averaging"), SpecRef::new("SMETS", "5.7.5.9")],
    requirements: &["VOL-05", "VOL-07", "MP085A"],
    doc: include_str!("../../docs/VLT001.md"),
    concerns: reading::concerns,
    applies,
    check: Check::Record(check),
    raised_by: Some(("MP085A", Severity::Error)),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(!reading::readings(subject).is_empty())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut judged = false;
    for reading in reading::readings(subject) {
        let Some(period) = reading.period else {
            findings.blocked(Reason::NoConfiguration, "averaging period");
            continue;
        };
        if reading::divides_half_hour(period) {
            judged = true;
            // Entries that follow each other by the period are on the grid where the first is.
            let first = reading.entries.first().filter(|_| reading.is_even());
            if first.is_some_and(|entry| entry.time.0.rem_euclid(period as i64 * 1000) == 0) {
                continue;
            }
            // What goes on beside the grid after an interruption is VLT005's.
            let until = reading.not_realigned.unwrap_or(reading.entries.len());
            for entry in reading.entries.iter().take(until) {
                let Some(period) = reading.period_at(subject.device, entry.time) else { continue };
                let divides = reading::divides_half_hour(period);
                if divides && entry.time.0.rem_euclid(period as i64 * 1000) != 0 {
                    let grid = format!("a multiple of {period} s after midnight UTC");
                    findings.fail(Fault::at(entry.place(subject), grid, entry.time));
                }
            }
        } else if let Some(restart) = subject.device.restarted
            && period != 0
            && let Some(first) = reading.entries.iter().find(|entry| entry.time > restart.time)
        {
            judged = true;
            let start = Time(first.time.0 - period as i64 * 1000);
            if start.0.rem_euclid(HALF_HOUR * 1000) != 0 {
                findings.fail(Fault::at(
                    first.place(subject),
                    format!("{period} s after an hour or half hour"),
                    first.time,
                ));
            }
        }
    }
    if !judged {
        findings.not_applicable();
    }
}

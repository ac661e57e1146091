//! VLT003: neighbouring entries of the voltage log are not a period apart.

use super::reading;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VLT003",
    name: "voltage-log-spacing-wrong",
    summary: "Neighbouring entries of the voltage log are not a period apart",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("SMETS", "5.7.5.9"), SpecRef::new("GBCS", "ECS23")],
    requirements: &["VOL-03"],
    doc: include_str!("../../docs/VLT003.md"),
    concerns: reading::concerns,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(reading::readings(subject).iter().any(|reading| reading.entries.len() > 1))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for reading in reading::readings(subject) {
        if reading.period.is_none_or(|period| period == 0) {
            findings.blocked(Reason::NoConfiguration, "averaging period");
            continue;
        }
        if reading.is_even() {
            continue;
        }
        for pair in reading.entries.windows(2) {
            let [before, after] = pair else { continue };
            // Where the period was changed between them, or is not known, there is nothing to hold
            // them against.
            let periods =
                [before, after].map(|entry| reading.period_at(subject.device, entry.time));
            let [Some(period), Some(other)] = periods else { continue };
            if period != other || period == 0 {
                continue;
            }
            let period = period as i64;
            let apart = after.time.0 - before.time.0;
            if apart == period * 1000 {
                continue;
            }
            if apart > period * 1000 {
                // Nothing was logged for a while: that may be as it should.
                let (now, device) = (subject.record.time, subject.device_id());
                let complete =
                    subject.log.is_complete_by(now, device, None, before.time, after.time);
                if !complete {
                    findings.blocked(Reason::LogNotComplete, "");
                    continue;
                }
                if subject.device.disturbed_between(before.time, after.time) {
                    continue;
                }
            }
            findings.fail(
                Fault::at(
                    after.place(subject),
                    Datum::seconds(period),
                    Datum::seconds(apart / 1000),
                )
                .related([before.place(subject)]),
            );
        }
    }
}

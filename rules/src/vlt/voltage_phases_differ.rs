//! VLT010: the phases of a polyphase meter have different averaging periods, or entries at different times.

use super::reading::{self, Period, Reading};
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VLT010",
    name: "voltage-phases-differ",
    summary: "The phases of a polyphase meter have different averaging periods, or entries at different times",
    severity: Severity::Warning,
    about: About::Direction,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "polyphase meters"), SpecRef::new("GBCS", "ECS23b")],
    requirements: &["VOL-14"],
    doc: include_str!("../../docs/VLT010.md"),
    concerns: |topic| reading::concerns(topic) || reading::concerns_period(topic),
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let periods = reading::periods(subject);
    let of_phases = periods.iter().filter(|period| period.phase.is_some()).count();
    let readings = reading::readings(subject).iter();
    let read = readings.filter(|reading| reading.phase.is_some()).count();
    let stated = subject.message.is_none() && of_phases > 0;
    Applies::when(of_phases > 1 || read > 1 || stated)
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let periods = reading::periods(subject);
    if let Some((first, others)) = periods.split_first() {
        for other in others.iter().filter(|other| other.seconds != first.seconds) {
            findings.fail(Fault::at(other.place(subject), seconds(first), seconds(other)));
        }
        // Records that state the phases one by one, at the same moment.
        if subject.message.is_none()
            && let Some(phase) = first.phase
            && let Some(other) = subject.device.other_phase_stated(phase, subject.record.time)
            && other != first.seconds
        {
            findings.fail(Fault::at(
                first.place(subject),
                Datum::seconds(other.try_into().unwrap_or(i64::MAX)),
                seconds(first),
            ));
        }
    }
    let readings = reading::readings(subject);
    if let Some((first, others)) = readings.split_first() {
        for other in others {
            let differs = first
                .entries
                .iter()
                .zip(&other.entries)
                .find(|(mine, theirs)| mine.time != theirs.time);
            if let Some((mine, theirs)) = differs {
                findings.fail(
                    Fault::at(theirs.place(subject), mine.time, theirs.time)
                        .related([mine.place(subject)]),
                );
            } else if first.entries.len() != other.entries.len() {
                let count =
                    |reading: &Reading| Datum::Quantity(reading.entries.len() as i128, "entries");
                findings.fail(Fault::at(other.place(subject), count(first), count(other)));
            }
        }
    }
}

fn seconds(period: &Period) -> Datum {
    Datum::seconds(period.seconds.try_into().unwrap_or(i64::MAX))
}

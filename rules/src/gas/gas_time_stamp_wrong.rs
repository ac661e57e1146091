//! GAS002: a gas reading comes without its time, or with a clock status that gas devices do not have.

use gbcs_parser::CraFlag;

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::time;

/// The rule.
pub static RULE: Rule = Rule {
    code: "GAS002",
    name: "gas-time-stamp-wrong",
    summary: "A gas reading comes without its time, or with a clock status that gas devices do not have",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[
        SpecRef::new("reference data", "date-time of gas responses"),
        SpecRef::new("SECMP0015", "time of gas values"),
    ],
    requirements: &["GAS-08", "GAS-09", "SECMP0015"],
    doc: include_str!("../../docs/GAS002.md"),
    concerns: |topic| topic.is_response() && topic.is_use_case(&READS),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Clock statuses: reliable, unreliable, reliable and from the gas meter itself.
const STATUSES: [u8; 3] = [0x00, 0x02, 0x04];

/// The use cases that read it.
const READS: [&str; 5] = ["GCS13a", "GCS13b", "GCS13c", "GCS14", "GCS60a"];

fn applies(subject: &Subject<'_>) -> Applies {
    let reads = subject.is_use_case(&READS);
    let readable = subject.message.is_some_and(|m| m.envelope.date_time_field.is_some());
    Applies::when(reads && readable && subject.cra() == Some(CraFlag::Response))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(envelope) = subject.message.map(|message| &message.envelope) else { return };
    let Some(field) = envelope.date_time_field else { return };
    let Some(node) = envelope.date_time else {
        return findings.fail(Fault::at(subject.place(field), "a date-time", "none"));
    };
    if let Some(status) = time::clock_status(subject.content(node))
        && !STATUSES.contains(&status)
    {
        let expected: Vec<_> = STATUSES.iter().map(|s| Datum::Octets(vec![*s])).collect();
        findings.fail(Fault::at(subject.place(node), expected, Datum::Octets(vec![status])));
    }
}

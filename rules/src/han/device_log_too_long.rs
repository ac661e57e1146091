//! HAN003: a hub's device log holds more devices than it has places.

use super::ccs01;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "HAN003",
    name: "device-log-too-long",
    summary: "A hub's device log holds more devices than it has places",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "CCS07"), SpecRef::new("CHTS", "4.6")],
    requirements: &["JOIN-13", "ALT-10"],
    doc: include_str!("../../docs/HAN003.md"),
    concerns: |topic| topic.is_use_case(&["CCS07", "CS14"]),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Places on a hub's device log.
const PLACES: usize = 16;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(|message| {
        ccs01::device_log_alert(message).is_some() || ccs01::device_logs_read(message).is_some()
    }))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let log = ccs01::device_log_alert(message)
        .or_else(|| ccs01::device_logs_read(message).map(|(log, _)| log));
    if let Some(log) = log
        && log.entries.len() > PLACES
    {
        let expected = Datum::Text(format!("at most {PLACES} devices"));
        let actual = Datum::Quantity(log.entries.len() as i128, "devices");
        findings.fail(Fault::at(subject.place(log.list), expected, actual));
    }
}

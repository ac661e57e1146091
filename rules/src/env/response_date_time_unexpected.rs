//! ENV007: a response has a date-time that its use case never has, or lacks one that it always has.

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::ResponseDateTime;

use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV007",
    name: "response-date-time-unexpected",
    summary: "A response has a date-time that its use case never has, or lacks one that it always has",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "date-time of responses by use case")],
    requirements: &["MSG-07"],
    doc: include_str!("../../docs/ENV007.md"),
    concerns: Topic::is_response,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Use cases whose date-time is judged by GAS002.
const GAS_TIME_STAMPS: &[&str] = &["GCS13a", "GCS13b", "GCS13c", "GCS14", "GCS60a"];

fn applies(subject: &Subject<'_>) -> Applies {
    let known = subject.code().is_some_and(|code| {
        code.response_date_time != ResponseDateTime::Unknown
            && !GAS_TIME_STAMPS.contains(&code.use_case)
    });
    let readable = subject.message.is_some_and(|m| m.envelope.date_time_field.is_some());
    Applies::when(known && readable && subject.cra() == Some(CraFlag::Response))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some(code)) = (subject.message, subject.code()) else { return };
    let envelope = &message.envelope;
    let expected = code.response_date_time == ResponseDateTime::Always;
    if envelope.date_time.is_some() != expected
        && let Some(field) = envelope.date_time_field
    {
        let word = |present| if present { "a date-time" } else { "no date-time" };
        findings.fail(Fault::at(subject.place(field), word(expected), word(!expected)));
    }
}

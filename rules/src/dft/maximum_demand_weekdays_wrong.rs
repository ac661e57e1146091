//! DFT001: the weekdays of a maximum demand period are not all set.

use super::schedule;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DFT001",
    name: "maximum-demand-weekdays-wrong",
    summary: "The weekdays of a maximum demand period are not all set",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Modification,
    refs: &[SpecRef::new("GBCS", "Table 28d"), SpecRef::new("MP131", "Table 28d")],
    requirements: &["MDM-01", "MP131"],
    doc: include_str!("../../docs/DFT001.md"),
    concerns: schedule::concerns,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(schedule::of(subject).is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(schedule) = schedule::of(subject) else { return };
    for entry in &schedule.entries {
        if let Some(days) = &entry.exec_weekdays
            && !days.are_all_days(subject)
        {
            let expected: &[u8] = &[0xFE];
            findings.fail(Fault::at(days.place(subject), expected, days.octets(subject)));
        }
    }
}

//! DFT004: a maximum demand schedule is not one entry that starts the period and one that ends it.

use super::schedule;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DFT004",
    name: "maximum-demand-entries-wrong",
    summary: "A maximum demand schedule is not one entry that starts the period and one that ends it",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "ECS37"), SpecRef::new("SMETS", "5.7.4.26")],
    requirements: &["MDM-02"],
    doc: include_str!("../../docs/DFT004.md"),
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
    if schedule.entries.len() != 2 {
        findings.fail(Fault::at(
            schedule.place(subject),
            Datum::Quantity(2, "entries"),
            Datum::Quantity(schedule.entries.len() as i128, "entries"),
        ));
        return;
    }
    let mut selectors: Vec<_> = schedule
        .entries
        .iter()
        .filter_map(|entry| entry.script_selector.as_ref())
        .map(|value| value.number(subject))
        .collect();
    selectors.sort_unstable();
    if selectors.len() == 2 && selectors != [1, 2] {
        let found: Vec<_> = selectors.iter().map(|number| Datum::from(*number)).collect();
        let place = schedule
            .entries
            .iter()
            .filter_map(|entry| entry.script_selector.as_ref())
            .find(|value| !matches!(value.number(subject), 1 | 2))
            .or(schedule.entries.last().and_then(|entry| entry.script_selector.as_ref()))
            .map_or_else(|| schedule.place(subject), |value| value.place(subject));
        findings.fail(Fault::at(place, vec![Datum::from(1u8), Datum::from(2u8)], found));
    }
}

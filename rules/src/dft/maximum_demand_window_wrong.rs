//! DFT003: the validity window, the enabling or the script of a maximum demand period is not the fixed one.

use super::schedule;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DFT003",
    name: "maximum-demand-window-wrong",
    summary: "The validity window, the enabling or the script of a maximum demand period is not the fixed one",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Modification,
    refs: &[SpecRef::new("GBCS", "Table 28d"), SpecRef::new("MP131", "Table 28d")],
    requirements: &["MDM-01", "MDM-02", "MP131"],
    doc: include_str!("../../docs/DFT003.md"),
    concerns: schedule::concerns,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// Validity window.
const WINDOW: &[u8] = &[0xFF, 0xFF];
/// Logical name of the script.
const SCRIPT: &[u8] = &[0x00, 0x00, 0x0A, 0x80, 0x64, 0xFF];

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(schedule::of(subject).is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(schedule) = schedule::of(subject) else { return };
    for entry in &schedule.entries {
        for (value, expected) in [(&entry.validity_window, WINDOW), (&entry.script, SCRIPT)] {
            if let Some(value) = value
                && value.octets(subject) != expected
            {
                findings.fail(Fault::at(value.place(subject), expected, value.octets(subject)));
            }
        }
        // TRUE is any octet but zero.
        if let Some(enable) = &entry.enable
            && enable.octets(subject).iter().all(|octet| *octet == 0)
        {
            findings.fail(Fault::at(
                enable.place(subject),
                Datum::Truth(true),
                Datum::Truth(false),
            ));
        }
    }
}

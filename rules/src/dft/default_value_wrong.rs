//! DFT005: a device that is as manufactured differs from a default value.

use crate::finding::Findings;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DFT005",
    name: "default-value-wrong",
    summary: "A device that is as manufactured differs from a default value",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Modification,
    refs: &[SpecRef::new("GBCS", "Table 28a"), SpecRef::new("GBCS", "Table 28d")],
    requirements: &["VOL-09"],
    doc: include_str!("../../docs/DFT005.md"),
    concerns: |_| false,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// The table has no row of its own: its public rows are judged by VLT006 and DFT001 to DFT004.
fn applies(_: &Subject<'_>) -> Applies {
    Applies::No
}

fn check(_: &Subject<'_>, findings: &mut Findings) {
    findings.not_applicable();
}

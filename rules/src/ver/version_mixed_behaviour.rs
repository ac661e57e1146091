//! VER003: a device shows behaviour of two versions.

use crate::finding::Findings;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VER003",
    name: "version-mixed-behaviour",
    summary: "A device shows behaviour of two versions",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "versions")],
    requirements: &[],
    doc: include_str!("../../docs/VER003.md"),
    concerns: |_| false,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// No behaviour is evidenced that another rule does not judge.
fn applies(_: &Subject<'_>) -> Applies {
    Applies::No
}

fn check(_: &Subject<'_>, findings: &mut Findings) {
    findings.not_applicable();
}

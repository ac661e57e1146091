//! ENV017: a record or field of a record is not known.

use gbcs_parser::record::Body;

use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV017",
    name: "record-field-unknown",
    summary: "A record or field of a record is not known",
    severity: Severity::Info,
    about: About::Log,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "native log")],
    requirements: &[],
    doc: include_str!("../../docs/ENV017.md"),
    applies,
    once_a_file: true,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

fn applies(_: &Subject<'_>) -> Applies {
    Applies::Yes
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    // The writer's own, as fields of such names are.
    if let Body::Unknown(kind) = &subject.record.body
        && !kind.starts_with("x_")
    {
        findings.fail(Fault::at(subject.record_place("record"), "a known record", kind.clone()));
    }
    for field in &subject.record.unknown_fields {
        findings.fail(Fault::at(
            subject.record_place(field.as_str()),
            "a known field",
            field.clone(),
        ));
    }
}

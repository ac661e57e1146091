//! ENV005: a system title is not eight octets, or both are the same.

use gbcs_parser::message::elements;

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV005",
    name: "system-title-wrong",
    summary: "A system title is not eight octets, or both are the same",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "system titles")],
    requirements: &["MSG-05"],
    doc: include_str!("../../docs/ENV005.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(|m| m.envelope.originator_title.is_some()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let envelope = &message.envelope;
    for title in [envelope.originator_title, envelope.recipient_title].into_iter().flatten() {
        if let Some(length) = message.tree.child(title, elements::LENGTH_FIELD)
            && let Some(octets) = subject.unsigned(length)
            && octets != 8
        {
            findings.fail(Fault::at(
                subject.place(title),
                Datum::octet_count(8),
                Datum::octet_count(octets as usize),
            ));
        }
    }
    if let (Some(originator), Some(target)) =
        (envelope.business_originator, envelope.business_target)
        && originator.value == target.value
    {
        findings.fail(Fault::at(
            subject.place(target.node),
            "another party than the originator",
            target.value,
        ));
    }
}

//! ENV002: a length of the envelope disagrees with what it holds.

use crate::datum::Datum;
use crate::env::undecoded;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV002",
    name: "length-disagrees",
    summary: "A length of the envelope disagrees with what it holds",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "lengths of the envelope"), SpecRef::new("GBCS", "6.2")],
    requirements: &["MSG-01"],
    doc: include_str!("../../docs/ENV002.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    for issue in message.tree.issues() {
        if undecoded::named_by(message, issue) == Some("ENV002") {
            let count =
                |n: Option<u64>| n.map_or(Datum::Nothing, |n| Datum::octet_count(n as usize));
            findings.fail(Fault::at(
                subject.place_at(issue.span, issue.element.name()),
                count(issue.needed),
                count(issue.found),
            ));
        }
    }
}

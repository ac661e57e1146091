//! ENV015: a message is larger than block transfer carries.

use gbcs_parser::Span;

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV015",
    name: "message-too-large",
    summary: "A message is larger than block transfer carries",
    severity: Severity::Warning,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "free text of auxiliary controllers")],
    requirements: &["MSG-24"],
    doc: include_str!("../../docs/ENV015.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Octets of 63 blocks of 1,149 octets: the largest message that block transfer carries.
const MAX_OCTETS: usize = 72_387;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let octets = message.octets().len();
    if octets > MAX_OCTETS {
        let span = Span::wire(MAX_OCTETS as u32, u32::try_from(octets).unwrap_or(u32::MAX));
        findings.fail(Fault::at(
            subject.place_at(span, "message"),
            Datum::Text(format!("at most {MAX_OCTETS} octets")),
            Datum::octet_count(octets),
        ));
    }
}

//! RPL006: a message has the identity of an earlier one and other octets.

use gbcs_parser::record::Position;

use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "RPL006",
    name: "conflicting-duplicate",
    summary: "A message has the identity of an earlier one and other octets",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "identities of messages")],
    requirements: &[],
    doc: include_str!("../../docs/RPL006.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(|message| message.envelope.counter().is_some()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    if let (Some(before), Some(counter)) =
        (&subject.device.conflict, message.envelope.originator_counter)
    {
        let earlier = Place {
            position: Position::clone(before),
            span: None,
            field: "payload".to_owned(),
            excerpt: None,
        };
        findings.fail(
            Fault::at(
                subject.place(counter.node),
                "the same octets for the same parties, kind and counter",
                "other octets",
            )
            .related([earlier]),
        );
    }
}

//! SEC003: a critical command comes unsigned, or reaches a device without its MAC.

use gbcs_parser::CraFlag;
use gbcs_parser::message::{Shape, SignatureField};
use gbcs_parser::record::Direction;

use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "SEC003",
    name: "critical-command-unsigned",
    summary: "A critical command comes unsigned, or reaches a device without its MAC",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "6.2"), SpecRef::new("GBCS", "5.3")],
    requirements: &["MSG-11"],
    doc: include_str!("../../docs/SEC003.md"),
    concerns: Topic::is_command,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Use cases whose signed commands may reach a device without a MAC: there is no broker, or recovery
/// acts in its place.
const WITHOUT_BROKER: &[&str] = &["CS02a", "CS02b", "CS02f"];

fn applies(subject: &Subject<'_>) -> Applies {
    let critical = subject.code().is_some_and(|code| code.critical == Some(true));
    if !critical || subject.cra() != Some(CraFlag::Command) {
        return Applies::No;
    }
    match subject.message.and_then(|message| message.envelope.shape()) {
        None => Applies::blocked(Reason::Undecoded),
        Some(Shape::GbtBlock) => Applies::No,
        Some(_) => Applies::Yes,
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(envelope) = subject.message.map(|message| &message.envelope) else { return };
    let direction = subject.message_record().and_then(|record| record.direction);
    let (Some(shape), Some(header)) = (envelope.shape(), envelope.grouping_header) else { return };
    match (shape, direction) {
        (Shape::MacSigned | Shape::GbtBlock, _) => {}
        (Shape::Signed, _) if subject.is_use_case(WITHOUT_BROKER) => {}
        (Shape::Mac, _) => {
            let node = match envelope.signature {
                Some(SignatureField::Empty(node)) => node,
                _ => header,
            };
            findings.fail(Fault::at(subject.place(node), "a signature", "none"));
        }
        (Shape::Signed, Some(Direction::ToDevice)) => {
            findings.fail(Fault::at(subject.place(header), "a MAC", "none"));
        }
        (Shape::PreCommand, Some(Direction::ToDevice)) => {
            let place = subject.place(header);
            findings.fail(Fault::at(place, "a signature and a MAC", "neither"));
        }
        (Shape::Signed, None) => findings.blocked(Reason::DirectionUnknown, ""),
        // On its way to be signed, or signed on its way to be MACed.
        (Shape::Signed | Shape::PreCommand, _) => findings.not_applicable(),
    }
}

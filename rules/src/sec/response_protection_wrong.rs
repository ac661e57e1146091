//! SEC005: a response is protected in another way than its command asks for.

use gbcs_parser::message::Shape;

use super::named;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::{Exchange, Subject};
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "SEC005",
    name: "response-protection-wrong",
    summary: "A response is protected in another way than its command asks for",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "commands and responses"), SpecRef::new("GBCS", "6.2")],
    requirements: &["MSG-13"],
    doc: include_str!("../../docs/SEC005.md"),
    applies,
    check: Check::Exchange(check),
    ..Rule::TEMPLATE
};

/// CS02b between access control brokers: its command has a MAC alone and its response a signature.
const BROKER_TO_BROKER: u16 = 0x0104;

fn applies(_: &Subject<'_>) -> Applies {
    Applies::Yes
}

fn check(exchange: &Exchange<'_>, findings: &mut Findings) {
    let (Some(command), Some(response)) = (exchange.command.message, exchange.response.message)
    else {
        return findings.not_applicable();
    };
    let (Some(asked), Some(given)) = (command.envelope.shape(), response.envelope.shape()) else {
        return findings.blocked(Reason::Undecoded, "");
    };
    let expected = match asked {
        Shape::Signed | Shape::MacSigned => Shape::Signed,
        Shape::Mac if command.envelope.message_code() == Some(BROKER_TO_BROKER) => {
            return findings.not_applicable();
        }
        Shape::Mac => Shape::Mac,
        Shape::PreCommand | Shape::GbtBlock => return findings.not_applicable(),
    };
    if given != expected
        && let Some(node) = response.envelope.grouping_header
    {
        findings.fail(Fault::at(exchange.response.place(node), named(expected), named(given)));
    }
}

//! RPL001: a response has another counter than its command.

use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::subject::{Exchange, Fit};

/// The rule.
pub static RULE: Rule = Rule {
    code: "RPL001",
    name: "response-counter-differs",
    summary: "A response has another counter than its command",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "commands and responses"), SpecRef::new("GBCS", "4.3")],
    requirements: &["MSG-09"],
    doc: include_str!("../../docs/RPL001.md"),
    applies,
    check: Check::Pairing(check),
    ..Rule::TEMPLATE
};

fn applies(_: &Subject<'_>) -> Applies {
    Applies::Yes
}

fn check(exchange: &Exchange<'_>, findings: &mut Findings) {
    if exchange.fit != Fit::OtherCounter {
        return;
    }
    let (Some(command), Some(response)) = (exchange.command.message, exchange.response.message)
    else {
        return;
    };
    let (command, response) = (&command.envelope, &response.envelope);
    if let (Some(due), Some(found)) = (command.counter(), response.originator_counter) {
        let place = exchange.response.place(found.node);
        findings.fail(Fault::at(place, due, found.value));
    }
}

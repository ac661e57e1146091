//! RPL004: a response names another supplementary party, or another counter of it, than its command.

use gbcs_parser::EntityId;
use gbcs_parser::message::Field;

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Exchange;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "RPL004",
    name: "supplementary-not-echoed",
    summary: "A response names another supplementary party, or another counter of it, than its command",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "commands and responses"), SpecRef::new("GBCS", "4.3")],
    requirements: &["MSG-10"],
    doc: include_str!("../../docs/RPL004.md"),
    applies,
    check: Check::Exchange(check),
    ..Rule::TEMPLATE
};

fn applies(_: &Subject<'_>) -> Applies {
    Applies::Yes
}

fn check(exchange: &Exchange<'_>, findings: &mut Findings) {
    let (Some(command), Some(response)) = (exchange.command.message, exchange.response.message)
    else {
        return;
    };
    let (Some(asked), Some(echoed)) =
        (command.envelope.other_information, response.envelope.other_information)
    else {
        return;
    };
    let party = |field: Option<Field<EntityId>>| {
        field.map_or(Datum::Nothing, |field| Datum::from(field.value))
    };
    let number =
        |field: Option<Field<u64>>| field.map_or(Datum::Nothing, |field| Datum::from(field.value));
    for (due, found, node) in [
        (
            party(asked.remote_party),
            party(echoed.remote_party),
            echoed.remote_party.map(|field| field.node),
        ),
        (
            number(asked.remote_party_counter),
            number(echoed.remote_party_counter),
            echoed.remote_party_counter.map(|field| field.node),
        ),
    ] {
        if due != found {
            let place = exchange.response.place(node.unwrap_or(echoed.node));
            findings.fail(Fault::at(place, due, found));
        }
    }
}

//! RPL004: a response names another supplementary party, or another counter of it, than its command.

use gbcs_parser::NodeId;
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
    if asked.remote_party.map(|field| field.value) != echoed.remote_party.map(|field| field.value) {
        differs(exchange, findings, echoed.node, asked.remote_party, echoed.remote_party);
    }
    let (due, found) = (asked.remote_party_counter, echoed.remote_party_counter);
    if due.map(|field| field.value) != found.map(|field| field.value) {
        differs(exchange, findings, echoed.node, due, found);
    }
}

/// Tells of a field that is not echoed; `all` is where the echo would stand.
fn differs<T: Into<Datum>>(
    exchange: &Exchange<'_>,
    findings: &mut Findings,
    all: NodeId,
    due: Option<Field<T>>,
    found: Option<Field<T>>,
) {
    let place = exchange.response.place(found.as_ref().map_or(all, |field| field.node));
    let datum = |field: Option<Field<T>>| field.map_or(Datum::Nothing, |field| field.value.into());
    findings.fail(Fault::at(place, datum(due), datum(found)));
}

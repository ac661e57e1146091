//! PPM001: a meter accepts a top up whose number is malformed.

use gbcs_parser::dlms::AccessKind;
use gbcs_parser::utrn;
use gbcs_parser::{Message, NodeId, Payload};

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::{Exchange, Subject};
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "PPM001",
    name: "utrn-malformed",
    summary: "A meter accepts a top up whose number is malformed",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "14"), SpecRef::new("GBCS", "CS01a")],
    requirements: &["LOG-12"],
    doc: include_str!("../../docs/PPM001.md"),
    concerns: |topic| topic.is_use_case(&["CS01a", "CS01b"]),
    applies,
    check: Check::Exchange(check),
    ..Rule::TEMPLATE
};

/// Class of a token gateway, and the method that takes a token.
const TOKEN_GATEWAY: (u16, u8) = (115, 1);
/// Cluster and command of a top up.
const CONSUMER_TOP_UP: (u16, u8) = (0x0705, 0x04);

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.is_use_case(&["CS01a", "CS01b"]))
}

/// Whether the meter took the top up. A gas meter tells it by a result of its own: 0 is accepted.
fn is_accepted(response: &Message<'_>) -> Option<bool> {
    if let Payload::Gbz(payload) = response.payload {
        for component in payload.components(response) {
            let result = component.payload.and_then(|payload| {
                response.tree.descendants(payload).find(|id| {
                    let node = response.tree.get(*id);
                    node.is_some_and(|node| node.element.name() == "result-type")
                })
            });
            if let Some(result) = result {
                return Some(response.tree.unsigned(result, response.octets())? == 0);
            }
        }
    }
    outcome::is_accepted(response)
}

/// The number in a command.
fn number(command: &Message<'_>) -> Option<NodeId> {
    match command.payload {
        Payload::Dlms(apdu) => {
            let enter = apdu.requests(command).iter().find(|request| {
                request.kind == AccessKind::Action
                    && (request.class_id, request.index) == TOKEN_GATEWAY
            });
            enter?.data
        }
        Payload::Gbz(payload) => {
            let top_up = payload.components(command).iter().find(|one| {
                one.cluster.zip(one.command).is_some_and(|(cluster, command)| {
                    (cluster.value, command.value) == CONSUMER_TOP_UP
                })
            });
            command.tree.descendants(top_up?.payload?).find(|id| {
                command.tree.get(*id).is_some_and(|node| node.element.name() == "top-up-code")
            })
        }
        _ => None,
    }
}

/// What is wrong with a number: expected and found.
fn fault_of(octets: &[u8]) -> Option<(Datum, Datum)> {
    let digits: Vec<u8> =
        octets.iter().filter(|c| c.is_ascii_digit()).map(|c| c.wrapping_sub(b'0')).collect();
    let all = digits.len() == octets.len();
    match <&[u8; 20]>::try_from(digits.as_slice()) {
        Ok(digits) if all => {
            let [.., last] = digits;
            let due = utrn::check_digit(digits);
            let text = |digit: u8| Datum::Text(format!("check digit {digit}"));
            (due != *last).then(|| (text(due), text(*last)))
        }
        _ => {
            let found = String::from_utf8_lossy(octets).into_owned();
            Some((Datum::Quantity(20, "digits"), Datum::Text(found)))
        }
    }
}

fn check(exchange: &Exchange<'_>, findings: &mut Findings) {
    let (Some(command), Some(response)) = (exchange.command.message, exchange.response.message)
    else {
        return;
    };
    let Some(node) = number(command) else {
        return findings.blocked(Reason::Undecoded, "UTRN");
    };
    let Some((expected, actual)) = fault_of(exchange.command.content(node)) else { return };
    match is_accepted(response) {
        Some(false) => {}
        None => findings.blocked(Reason::Undecoded, "outcome"),
        Some(true) => findings.fail(
            Fault::at(exchange.response.place(response.tree.root()), expected, actual)
                .related([exchange.command.place(node)]),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_twenty_digits_and_the_last_checks_the_others() {
        assert_eq!(fault_of(b"73948959061972833313"), None);
        assert!(fault_of(b"73948959061972833314").is_some());
        assert!(fault_of(b"7394895906197283331").is_some());
        assert!(fault_of(b"7394 8959061972833313").is_some());
        assert!(fault_of(b"").is_some());
    }
}

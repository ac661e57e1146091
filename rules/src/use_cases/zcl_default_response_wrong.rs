//! USE011: a Default Response answers a command that was not in the request, or its status is no ZCL status.

use gbcs_parser::catalogue::matching::{NOT_TRIED, is_default_response};
use gbcs_parser::catalogue::{use_case_of_code, zcl_status};
use gbcs_parser::gbz::{Component, Payload as Gbz};
use gbcs_parser::{CraFlag, Message, Payload};

use super::gbz;
use crate::datum::Datum;
use crate::env::undecoded;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Exchange;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE011",
    name: "zcl-default-response-wrong",
    summary: "A Default Response answers a command that was not in the request, or its status is no ZCL status",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[
        SpecRef::new("ZigBee Cluster Library", "Default Response"),
        SpecRef::new("GBCS", "use cases"),
    ],
    requirements: &["MSG-22", "MSG-27"],
    doc: include_str!("../../docs/USE011.md"),
    concerns: |topic| topic.is_gbz() && topic.is_response(),
    applies,
    check: Check::Answer(exchange, alone),
    ..Rule::TEMPLATE
};

/// Status that goes with it, beside those of the table: FAILURE.
const FAILURE: u8 = 0x01;

fn response<'m>(subject: &Subject<'m>) -> Option<(&'m Message<'m>, Gbz)> {
    let message = subject.message?;
    match message.payload {
        Payload::Gbz(payload) if subject.cra() == Some(CraFlag::Response) => {
            Some((message, payload))
        }
        _ => None,
    }
}

fn applies(subject: &Subject<'_>) -> Applies {
    match response(subject) {
        Some((message, _)) if !undecoded::payload_is_read(message) => {
            Applies::blocked(Reason::Undecoded)
        }
        Some((message, payload)) => {
            Applies::when(payload.components(message).iter().any(is_default_response))
        }
        None => Applies::No,
    }
}

fn exchange(exchange: &Exchange<'_>, findings: &mut Findings) {
    let Some(command) = exchange.command.message.filter(|found| undecoded::payload_is_read(found))
    else {
        findings.blocked(Reason::Undecoded, "the command");
        return;
    };
    let Payload::Gbz(asked) = command.payload else { return };
    judge(&exchange.response, findings, |answer, id| {
        let of_cluster = |request: &Component| {
            let cluster = |found: &Component| found.cluster.map(|field| field.value);
            cluster(request) == cluster(answer)
        };
        asked
            .components(command)
            .iter()
            .any(|request| of_cluster(request) && request.command.is_some_and(|c| c.value == id))
    });
}

fn alone(subject: &Subject<'_>, findings: &mut Findings) {
    let code = subject.message.and_then(|message| message.envelope.message_code());
    let command = code.and_then(use_case_of_code).map_or(&[][..], |found| found.gbz.command);
    if command.is_empty() {
        findings.blocked(Reason::NoCounterpart, "");
        return;
    }
    judge(subject, findings, |answer, id| gbz::is_asked(command, answer, id));
}

/// `asked` says whether a command was in the request that an answer is for.
fn judge(subject: &Subject<'_>, findings: &mut Findings, asked: impl Fn(&Component, u8) -> bool) {
    let Some((message, payload)) = response(subject) else { return };
    for component in payload.components(message) {
        let Some(answer) = outcome::default_response(message, component) else { continue };
        let Some(node) = component.payload else { continue };
        let mut parts = message.tree.children(node);
        let (command, status) = (parts.next().unwrap_or(node), parts.next().unwrap_or(node));
        if answer.command != NOT_TRIED && !asked(component, answer.command) {
            findings.fail(Fault::at(
                subject.place(command),
                "a command of the request",
                Datum::Octets(vec![answer.command]),
            ));
        }
        if answer.status != FAILURE && zcl_status(answer.status).is_none() {
            findings.fail(Fault::at(
                subject.place(status),
                "a ZCL status",
                Datum::Octets(vec![answer.status]),
            ));
        }
    }
}

//! LOG005: the read of a log without entries is answered otherwise than by NOT_FOUND.

use gbcs_parser::gbz::Component;
use gbcs_parser::{CraFlag, Message, Payload};

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::{Exchange, Subject};

/// What answers the read of a log that has no entries.
const NOT_FOUND: &str = "Default Response NOT_FOUND (0x8B)";

/// The rule.
pub static RULE: Rule = Rule {
    code: "LOG005",
    name: "empty-log-answered-wrong",
    summary: "The read of a log without entries is answered otherwise than by NOT_FOUND",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases, ZCL default responses")],
    requirements: &["LOG-15"],
    doc: include_str!("../../docs/LOG005.md"),
    concerns: |topic| topic.is_gbz() && topic.is_response(),
    applies,
    check: Check::Exchange(check),
    ..Rule::TEMPLATE
};

/// ZCL commands that read a log: cluster, command; the command that publishes it and the field that
/// counts its entries.
const READS: [(u16, u8, u8, &str); 6] = [
    (0x0709, 0x00, 0x01, "total-number-of-events"),
    (0x0702, 0x06, 0x06, "total-snapshots-found"),
    (0x0702, 0x08, 0x07, "number-of-samples"),
    (0x0705, 0x07, 0x01, "total-snapshots-found"),
    (0x0705, 0x08, 0x05, ""),
    (0x0705, 0x0A, 0x06, ""),
];

fn applies(subject: &Subject<'_>) -> Applies {
    let gbz = subject.message.is_some_and(|message| matches!(message.payload, Payload::Gbz(_)));
    Applies::when(gbz && subject.cra() == Some(CraFlag::Response))
}

fn components<'m>(message: &'m Message<'_>) -> &'m [Component] {
    match message.payload {
        Payload::Gbz(payload) => payload.components(message),
        _ => &[],
    }
}

/// The read of a log in a component of a command.
fn read(component: &Component) -> Option<&'static (u16, u8, u8, &'static str)> {
    let (cluster, command) = (component.cluster?.value, component.command?.value);
    let general = outcome::is_general(component.frame_control?.value);
    READS.iter().find(|(a, b, ..)| !general && (*a, *b) == (cluster, command))
}

fn check(exchange: &Exchange<'_>, findings: &mut Findings) {
    let (Some(command), Some(response)) = (exchange.command.message, exchange.response.message)
    else {
        return;
    };
    let asked: Vec<_> = components(command).iter().filter_map(read).collect();
    if asked.is_empty() {
        return findings.not_applicable();
    }
    for component in components(response) {
        let (Some(cluster), Some(id)) = (component.cluster, component.command) else { continue };
        let mut of_cluster = asked.iter().filter(|(asked, ..)| *asked == cluster.value);
        if let Some(answer) = outcome::default_response(response, component) {
            let answers = of_cluster.any(|(_, command, ..)| *command == answer.command);
            if answers && answer.status == 0 {
                let place = exchange.response.place(component.payload.unwrap_or(component.node));
                findings.fail(Fault::at(place, NOT_FOUND, "Default Response SUCCESS (0x00)"));
            }
            continue;
        }
        let Some((.., name)) = of_cluster.find(|(_, _, publish, _)| *publish == id.value) else {
            continue;
        };
        let total = component.payload.and_then(|payload| {
            response.tree.descendants(payload).find(|node| {
                response.tree.get(*node).is_some_and(|node| node.element.name() == *name)
            })
        });
        if let Some(node) = total
            && exchange.response.unsigned(node) == Some(0)
        {
            let found = Datum::Quantity(0, "entries published");
            findings.fail(Fault::at(exchange.response.place(node), NOT_FOUND, found));
        }
    }
}

//! MDM003: a meter accepts a period of load control that does not end after its start, within a day.

use gbcs_parser::Payload;
use gbcs_parser::record::Time;

use super::controller;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Exchange;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "MDM003",
    name: "load-control-period-wrong",
    summary: "A meter accepts a period of load control that does not end after its start, within a day",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "ECS47a"), SpecRef::new("GBCS", "ECS47e")],
    requirements: &["FUT-09"],
    doc: include_str!("../../docs/MDM003.md"),
    concerns: |topic| topic.is_use_case(&["ECS47a", "ECS47e"]),
    applies,
    check: Check::Exchange(check),
    ..Rule::TEMPLATE
};

/// Seconds of the longest period.
const MAX_S: u32 = 86_400;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.is_use_case(&["ECS47a", "ECS47e"]))
}

fn check(exchange: &Exchange<'_>, findings: &mut Findings) {
    let (Some(command), Some(response)) = (exchange.command.message, exchange.response.message)
    else {
        return;
    };
    let Payload::Dlms(answer) = response.payload else { return };
    let results = answer.results(response);
    let period = controller::period(command);
    let (Some(start), Some(end)) = (period.start, period.end) else {
        return findings.not_applicable();
    };
    let time = |item: controller::Item| {
        crate::time::seconds_2000(command.tree.content(item.node, command.octets()))
    };
    let (Some(from), Some(to)) = (time(start), time(end)) else {
        // Wildcards: there is no period to judge.
        return findings.not_applicable();
    };
    let right = to > from && to - from <= MAX_S;
    let accepted = results.get(end.number).filter(|result| result.code == 0);
    if let (false, Some(result)) = (right, accepted) {
        findings.fail(
            Fault::at(
                exchange.response.place(result.node),
                "a failure for an end that is not after the start, or more than a day later",
                format!(
                    "success for {} to {}",
                    Time::from_seconds_2000(from),
                    Time::from_seconds_2000(to)
                ),
            )
            .related([exchange.command.place(end.node)]),
        );
    }
}

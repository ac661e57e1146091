//! GAS001: the gas network log is started with another interval or number of samples.

use gbcs_parser::{CraFlag, Payload, Span};

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "GAS001",
    name: "network-log-wrong",
    summary: "The gas network log is started with another interval or number of samples",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "GCS31")],
    requirements: &["GAS-05", "LOG-10"],
    doc: include_str!("../../docs/GAS001.md"),
    concerns: |topic| topic.is_command() && topic.is_use_case(&["GCS31"]),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// ZCL command of the request: Start Sampling.
const START_SAMPLING: u8 = 0x07;
/// Seconds between samples.
const INTERVAL_S: u16 = 360;
/// Samples of four hours.
const SAMPLES: u16 = 41;

/// Interval and number of samples in a GCS31 command, with the places of both.
fn sampling(subject: &Subject<'_>) -> Option<[(u16, Span); 2]> {
    let message = subject.message?;
    let Payload::Gbz(payload) = message.payload else { return None };
    let component = payload.components(message).iter().find(|component| {
        component.command.is_some_and(|command| command.value == START_SAMPLING)
    })?;
    let node = component.payload?;
    let span = message.tree.get(node)?.span();
    // Issuer event id (4), start (4), sample type (1), then the two numbers, little endian.
    let [_, _, _, _, _, _, _, _, _, i0, i1, n0, n1, ..] =
        message.tree.octets(node, message.octets())
    else {
        return None;
    };
    let at =
        |offset: u32| Span { start: span.start + offset, end: span.start + offset + 2, ..span };
    Some([(u16::from_le_bytes([*i0, *i1]), at(9)), (u16::from_le_bytes([*n0, *n1]), at(11))])
}

fn applies(subject: &Subject<'_>) -> Applies {
    let command = subject.cra() == Some(CraFlag::Command) && subject.is_use_case(&["GCS31"]);
    Applies::when(command && sampling(subject).is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some([(interval, interval_at), (samples, samples_at)]) = sampling(subject) else { return };
    if interval != INTERVAL_S {
        findings.fail(Fault::at(
            subject.place_at(interval_at, "content/sample-request-interval"),
            Datum::seconds(INTERVAL_S.into()),
            Datum::seconds(interval.into()),
        ));
    }
    if samples != SAMPLES {
        findings.fail(Fault::at(
            subject.place_at(samples_at, "content/max-number-of-samples"),
            Datum::Quantity(SAMPLES.into(), "samples"),
            Datum::Quantity(samples.into(), "samples"),
        ));
    }
}

//! CLK003: a command to set the clock is not made as it must be.

use gbcs_parser::catalogue::matching::align_requests;
use gbcs_parser::catalogue::use_case;
use gbcs_parser::dlms::Apdu;
use gbcs_parser::record::Time;
use gbcs_parser::{CraFlag, Kind, Message, NodeId, Payload, Value};

use crate::datum::Datum;
use crate::env::undecoded;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CLK003",
    name: "set-clock-malformed",
    summary: "A command to set the clock is not made as it must be",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "ECS70"), SpecRef::new("GBCS", "GCS28")],
    requirements: &["CLK-05", "CLK-08"],
    doc: include_str!("../../docs/CLK003.md"),
    concerns: |topic| topic.is_command() && topic.is_use_case(&["ECS70", "GCS28"]),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Clock base of every meter.
const CLOCK_BASE: u64 = 5;
/// A date-time of wildcards.
const ANY: [u8; 12] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0x00, 0xFF];

fn applies(subject: &Subject<'_>) -> Applies {
    let sets = subject.cra() == Some(CraFlag::Command) && subject.is_use_case(&["ECS70", "GCS28"]);
    match subject.message {
        Some(message) if sets && !undecoded::payload_is_read(message) => {
            Applies::blocked(Reason::Undecoded)
        }
        _ => Applies::when(sets),
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    match message.payload {
        Payload::Dlms(apdu) => dlms(subject, message, &apdu, findings),
        Payload::Asn1(payload) => {
            let Some(root) = payload.root else { return };
            let times: Vec<_> = message.tree.members(root).collect();
            // What is of another type is USE016's.
            let is_time = |node: &NodeId| {
                message.tree.get(*node).is_some_and(|it| it.kind == Kind::DerGeneralizedTime)
            };
            if let [start, end] = times.as_slice()
                && times.iter().all(is_time)
            {
                window(subject, *start, *end, findings);
            }
        }
        _ => {}
    }
}

fn dlms(subject: &Subject<'_>, message: &Message<'_>, apdu: &Apdu, findings: &mut Findings) {
    let Some(template) = use_case("ECS70") else { return };
    let requests = apdu.requests(message);
    let aligned = align_requests(requests, template.dlms_requests);
    if let Some(difference) = aligned.difference {
        let node = requests.get(difference.at).map(|request| request.node);
        if let Some(node) = node.or(apdu.specifications) {
            let due = template.dlms_requests.len();
            findings.fail(Fault::at(
                subject.place(node),
                format!("the {due} entries of ECS70 in their order"),
                format!("another entry {}", difference.at + 1),
            ));
        }
        return;
    }
    let data = |number: usize| requests.get(number).and_then(|request| request.data);
    if let Some(base) = data(0)
        && subject.unsigned(base) != Some(CLOCK_BASE)
    {
        let actual = subject.unsigned(base).map_or(Datum::Nothing, Datum::from);
        findings.fail(Fault::at(subject.place(base), CLOCK_BASE, actual));
    }
    let Some(parameters) = data(1) else { return };
    let times: Vec<_> = message.tree.members(parameters).collect();
    let [preset, start, end] = times.as_slice() else {
        let expected = "preset time, start and end of the window";
        let actual = Datum::Quantity(times.len() as i128, "members");
        findings.fail(Fault::at(subject.place(parameters), expected, actual));
        return;
    };
    let strings = times.iter().map(|time| (*time, Kind::DlmsOctetString));
    let typed =
        [data(0).map(|base| (base, Kind::DlmsEnum)), data(2).map(|n| (n, Kind::DlmsInteger))];
    for (node, due) in typed.into_iter().flatten().chain(strings) {
        let Some(kind) = message.tree.get(node).map(|node| node.kind) else { continue };
        if kind != due {
            let name = |kind: Kind| kind.type_name(0).into_owned();
            findings.fail(Fault::at(subject.place(node), name(due), name(kind)));
        }
    }
    if subject.content(*preset) != ANY {
        findings.fail(Fault::at(subject.place(*preset), &ANY[..], subject.content(*preset)));
    }
    window(subject, *start, *end, findings);
}

fn window(subject: &Subject<'_>, start: NodeId, end: NodeId, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let time = |node| match message.tree.value(node, message.octets()) {
        Value::Text(text) => crate::time::generalized(text),
        _ => crate::time::seconds_2000(subject.content(node)),
    };
    match (time(start), time(end)) {
        (Some(from), Some(to)) if to >= from => {}
        (Some(from), Some(to)) => {
            let expected = format!("{} or later", Time::from_seconds_2000(from));
            let actual = Time::from_seconds_2000(to);
            findings.fail(Fault::at(subject.place(end), expected, actual));
        }
        (from, _) => {
            let node = if from.is_none() { start } else { end };
            let actual = subject.content(node);
            findings.fail(Fault::at(subject.place(node), "a date and time in full", actual));
        }
    }
}

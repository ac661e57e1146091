//! PRI001: a consumer's device asks for the security log, and gets it.

use gbcs_parser::catalogue::DeviceType;
use gbcs_parser::gbz::zcl::published_events;
use gbcs_parser::record::{Body, ZclFrame};
use gbcs_parser::{CraFlag, EntityId, Message, NodeId, Payload};

use crate::finding::{Fault, Findings, Place};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Detail, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::RecordKind;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "PRI001",
    name: "security-log-given-to-consumer-device",
    summary: "A consumer's device asks for the security log, and gets it",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("IRP603", "security log over the HAN")],
    requirements: &[],
    doc: include_str!("../../docs/PRI001.md"),
    concerns: |topic| topic.kind == RecordKind::ZclFrame || topic.is_response(),
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// Cluster of events, and the command that gives entries of a log.
const EVENTS: u16 = 0x0709;
const PUBLISH_EVENT_LOG: u8 = 0x01;
/// Number of the security event log, in the low bits of what names a log.
const SECURITY_LOG: u8 = 4;

/// Entries of a security log that a device gives to another over the home area network.
struct Given {
    /// To whom, where it is known.
    to: Option<EntityId>,
    /// The first of them, or the frame.
    place: Place,
}

fn given(subject: &Subject<'_>) -> Option<Given> {
    match &subject.record.body {
        Body::ZclFrame(frame) => {
            let gives = frame.cluster == EVENTS
                && published_events(&frame.octets).any(|event| event.log == SECURITY_LOG);
            gives.then(|| Given { to: frame.destination, place: subject.record_place("payload") })
        }
        Body::Message(stated) if stated.is_on_the_han() => {
            let answer = subject.message.filter(|_| subject.cra() == Some(CraFlag::Response))?;
            let place = subject.place(first_entry(answer)?);
            Some(Given { to: answer.envelope.recipient(), place })
        }
        _ => None,
    }
}

/// The first entry of a security log in an answer.
fn first_entry(answer: &Message<'_>) -> Option<NodeId> {
    let Payload::Gbz(payload) = answer.payload else { return None };
    payload.components(answer).iter().find_map(|one| {
        let general = outcome::is_general(one.frame_control?.value);
        if general || (one.cluster?.value, one.command?.value) != (EVENTS, PUBLISH_EVENT_LOG) {
            return None;
        }
        answer.tree.descendants(one.payload?).find(|id| {
            answer.tree.get(*id).is_some_and(|node| node.element.name() == "log-id")
                && answer.tree.unsigned(*id, answer.octets()).map(|id| id & 0x0F)
                    == Some(u64::from(SECURITY_LOG))
        })
    })
}

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(given(subject).is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(given) = given(subject) else { return };
    let listed = given.to.and_then(|id| subject.profile.devices.get(&id)?.device_type);
    let to = match (given.to, &subject.record.body) {
        (Some(id), _) => Detail::Party(id),
        (None, Body::ZclFrame(ZclFrame { destination_address, .. })) => {
            Detail::Named(format!("0x{destination_address:04X}"))
        }
        (None, _) => Detail::Said(""),
    };
    match listed.or(subject.roles.receiver) {
        None => findings.blocked(Reason::TypeUnknown, to),
        Some(consumers @ (DeviceType::Ppmid | DeviceType::Type2)) => findings.fail(Fault::at(
            given.place,
            "no security log to a device of the consumer",
            format!("{} {to}", consumers.name()),
        )),
        Some(_) => {}
    }
}

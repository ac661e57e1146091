//! PRI001: a consumer's device asks for the security log, and gets it.

use gbcs_parser::catalogue::DeviceType;
use gbcs_parser::{Message, NodeId, Payload};

use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::{Exchange, Subject};
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
    applies,
    check: Check::Exchange(check),
    ..Rule::TEMPLATE
};

/// Cluster of events; the commands that ask for a log and that give it.
const EVENTS: u16 = 0x0709;
const PUBLISH_EVENT_LOG: u8 = 0x01;
/// Number of the security event log.
const SECURITY_LOG: u64 = 4;

fn applies(subject: &Subject<'_>) -> Applies {
    let on_the_han = subject.message_record().is_some_and(|record| {
        record.interface.as_deref().is_some_and(|name| name.eq_ignore_ascii_case("SMHAN"))
    });
    Applies::when(on_the_han && subject.message.is_some_and(|one| entry(one).is_some()))
}

/// The first entry of a security log in an answer.
fn entry(answer: &Message<'_>) -> Option<NodeId> {
    let Payload::Gbz(payload) = answer.payload else { return None };
    payload.components(answer).find_map(|one| {
        let general = outcome::is_general(one.frame_control?.value);
        if general || (one.cluster?.value, one.command?.value) != (EVENTS, PUBLISH_EVENT_LOG) {
            return None;
        }
        answer.tree.descendants(one.payload?).find(|id| {
            answer.tree.get(*id).is_some_and(|node| node.element.name() == "log-id")
                && answer.tree.unsigned(*id, answer.octets()).map(|id| id & 0x0F)
                    == Some(SECURITY_LOG)
        })
    })
}

fn check(exchange: &Exchange<'_>, findings: &mut Findings) {
    let Some(response) = exchange.response.message else { return };
    let Some(recipient) = response.envelope.recipient() else { return };
    let device = exchange.response.profile.devices.get(&recipient);
    match device.and_then(|device| device.device_type) {
        None => findings.blocked(Reason::TypeUnknown, recipient.to_string()),
        Some(DeviceType::Ppmid | DeviceType::Type2) => {
            if let Some(node) = entry(response) {
                findings.fail(Fault::at(
                    exchange.response.place(node),
                    "no security log to a device of the consumer",
                    recipient,
                ));
            }
        }
        Some(_) => {}
    }
}

//! FWM001: a command activates another firmware image than the one that the device holds.

use gbcs_parser::{CraFlag, Message, NodeId};
use serde::{Deserialize, Serialize};

use crate::device::DeviceCheck;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "FWM001",
    name: "firmware-hash-mismatch",
    summary: "A command activates another firmware image than the one that the device holds",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[
        SpecRef::new("reference data", "firmware receipt alerts"),
        SpecRef::new("GBCS", "CS06"),
    ],
    requirements: &["ALT-20"],
    doc: include_str!("../../docs/FWM001.md"),
    concerns: |topic| topic.is_alert() || topic.is_use_case(&["CS06"]),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Alert code of the receipt of an image.
const IMAGE_VERIFIED: u16 = 0x8F72;

fn applies(subject: &Subject<'_>) -> Applies {
    let activates = subject.cra() == Some(CraFlag::Command) && subject.is_use_case(&["CS06"]);
    let receipt = subject.message.and_then(outcome::alert_code) == Some(IMAGE_VERIFIED);
    Applies::when(activates || receipt)
}

/// The hash that the device told last.
#[derive(Default, Serialize, Deserialize)]
struct State {
    told: Option<Vec<u8>>,
}

/// The leaf of a hash: 32 octets under a name that says so.
fn hash(message: &Message<'_>) -> Option<NodeId> {
    let content = message.envelope.content?;
    message.tree.descendants(content).find(|id| {
        message.tree.get(*id).is_some_and(|node| {
            !node.kind.is_container()
                && node.element.name().contains("hash")
                && message.tree.content(*id, message.octets()).len() == 32
        })
    })
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let Some(message) = subject.message else { return };
        let Some(node) = hash(message) else {
            return findings.blocked(Reason::Undecoded, "");
        };
        let octets = subject.content(node);
        if subject.cra() == Some(CraFlag::Alert) {
            self.told = Some(octets.to_vec());
            return;
        }
        let stated = subject.device.facts.firmware_hash.as_deref().and_then(octets_of);
        let Some(due) = self.told.clone().or(stated) else {
            return findings.blocked(Reason::NoCounterpart, "0x8F72");
        };
        findings.evaluated();
        if octets != due {
            findings.fail(Fault::at(subject.place(node), due.as_slice(), octets));
        }
    }
}

/// The octets of a hash in hexadecimal.
fn octets_of(text: &str) -> Option<Vec<u8>> {
    let text = text.trim();
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    (0..32).map(|n| u8::from_str_radix(text.get(2 * n..2 * n + 2)?, 16).ok()).collect()
}

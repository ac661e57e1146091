//! FWM002: after an activation that reported success, another firmware version is read.

use gbcs_parser::record::Position;
use gbcs_parser::{CraFlag, Message, NodeId, Value};
use serde::{Deserialize, Serialize};

use crate::device::DeviceCheck;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "FWM002",
    name: "firmware-version-unexpected",
    summary: "After an activation that reported success, another firmware version is read",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "firmware versions")],
    requirements: &[],
    doc: include_str!("../../docs/FWM002.md"),
    concerns: |topic| topic.is_use_case(&["ECS52", "GCS38", "CS08", "CS06", "FDA-CS06"]),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Octets of a firmware version.
const VERSION_OCTETS: usize = 4;

fn activates(subject: &Subject<'_>) -> bool {
    subject.is_use_case(&["CS06", "FDA-CS06"]) && subject.cra() != Some(CraFlag::Command)
}

fn applies(subject: &Subject<'_>) -> Applies {
    let reads = subject.cra() == Some(CraFlag::Response)
        && subject.is_use_case(&["ECS52", "GCS38", "CS08"]);
    if !reads && !activates(subject) {
        Applies::No
    } else if !subject.log.ordered {
        Applies::blocked(Reason::NoOrder)
    } else {
        Applies::Yes
    }
}

/// The version that was activated last.
#[derive(Default, Serialize, Deserialize)]
struct State {
    activated: Option<(Vec<u8>, Position)>,
}

/// The leaf of a firmware version.
fn version(message: &Message<'_>) -> Option<NodeId> {
    let content = message.envelope.content?;
    message.tree.descendants(content).find(|id| {
        message.tree.get(*id).is_some_and(|node| {
            let name = node.element.name();
            let named = name == "firmware-version"
                || name == "FirmwareVersion.value"
                || name == "CurrentMeterID";
            named
                && !node.kind.is_container()
                && message.tree.content(*id, message.octets()).len() == VERSION_OCTETS
        })
    })
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let Some(message) = subject.message else { return };
        let Some(node) = version(message) else { return };
        let octets = subject.content(node);
        if activates(subject) {
            if succeeded(message) {
                self.activated = Some((octets.to_vec(), subject.record.position.clone()));
            }
            return;
        }
        let Some((due, at)) = &self.activated else { return };
        findings.evaluated();
        if octets != due {
            let earlier = Place { position: at.clone(), ..subject.record_place("payload") };
            let fault = Fault::at(subject.place(node), due.as_slice(), octets);
            findings.fail(fault.related([earlier]));
        }
    }
}

/// True where the outcome of an activation is 0.
fn succeeded(message: &Message<'_>) -> bool {
    let Some(content) = message.envelope.content else { return false };
    message.tree.descendants(content).any(|id| {
        message.tree.get(id).is_some_and(|node| node.element.name() == "response-code")
            && message.tree.value(id, message.octets()) == Value::Signed(0)
    })
}

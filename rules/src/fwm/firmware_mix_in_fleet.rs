//! FWM003: devices of one model run different firmware.

use std::any::Any;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::count::add;
use crate::datum::Datum;
use crate::device::DeviceState;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::fleet::FleetCheck;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "FWM003",
    name: "firmware-mix-in-fleet",
    summary: "Devices of one model run different firmware",
    severity: Severity::Info,
    about: About::Device,
    basis: Basis::Modification,
    refs: &[SpecRef::new("MP105", "firmware versions in the inventory")],
    requirements: &["MP105"],
    doc: include_str!("../../docs/FWM003.md"),
    applies,
    check: Check::Fleet(|| Box::<Summary>::default()),
    ..Rule::TEMPLATE
};

fn applies(_: &Subject<'_>) -> Applies {
    Applies::Yes
}

/// Devices by manufacturer and model, and firmware version.
#[derive(Default, Serialize, Deserialize)]
struct Summary {
    versions: BTreeMap<String, BTreeMap<String, u64>>,
}

impl FleetCheck for Summary {
    fn device(&mut self, device: &DeviceState) {
        let facts = &device.facts;
        if let (Some(model), Some(version)) = (&facts.model, &facts.firmware_version) {
            let versions = self.versions.entry(model.to_string()).or_default();
            add(versions.entry(version.to_string()).or_default(), 1);
        }
    }

    fn merge(&mut self, other: Box<dyn Any + Send>) {
        let Ok(other) = other.downcast::<Self>() else { return };
        for (model, versions) in other.versions {
            let mine = self.versions.entry(model).or_default();
            for (version, count) in versions {
                add(mine.entry(version).or_default(), count);
            }
        }
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }

    fn end(&mut self, findings: &mut Findings) {
        let mut counts = Vec::new();
        for (model, versions) in &self.versions {
            findings.evaluated();
            if versions.len() > 1 {
                let list: Vec<_> = versions.iter().map(|(v, n)| format!("{v} on {n}")).collect();
                counts.push(Datum::Text(format!("{model}: {}", list.join(", "))));
            }
        }
        if !counts.is_empty() {
            findings.fail(Fault::at(Place::nowhere(), "one version for a model", counts));
        }
    }
}

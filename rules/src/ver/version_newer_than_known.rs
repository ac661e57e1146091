//! VER004: a device claims a version of GBCS that is newer than any known.

use gbcs_parser::catalogue::GBCS_VERSIONS;
use serde::{Deserialize, Serialize};

use crate::datum::Datum;
use crate::device::DeviceCheck;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VER004",
    name: "version-newer-than-known",
    summary: "A device claims a version of GBCS that is newer than any known",
    severity: Severity::Info,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "versions")],
    requirements: &[],
    doc: include_str!("../../docs/VER004.md"),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

fn applies(_: &Subject<'_>) -> Applies {
    Applies::Yes
}

/// It is told once a device.
#[derive(Default, Serialize, Deserialize)]
struct State {
    told: bool,
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let facts = subject.facts_now();
        let Some(version) = facts.gbcs_version else { return };
        findings.evaluated();
        if version.is_newer_than_known() && !self.told {
            self.told = true;
            let known = GBCS_VERSIONS.last().map_or(Datum::Nothing, |v| Datum::Text(v.to_string()));
            let place = subject.record_place("device_gbcs_version");
            findings.fail(Fault::at(place, known, version.to_string()));
        }
    }
}

//! VER001: a device claims a version, or was installed with one, after its time was over.

use gbcs_parser::catalogue::{DeviceType, Version};
use serde::{Deserialize, Serialize};

use super::versions;
use crate::device::DeviceCheck;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::Date;
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VER001",
    name: "version-past-its-applicability",
    summary: "A device claims a version, or was installed with one, after its time was over",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Modification,
    refs: &[
        SpecRef::new("MP201", "end of applicability"),
        SpecRef::new("MP196", "installation deadline"),
    ],
    requirements: &["MP201", "MP196"],
    doc: include_str!("../../docs/VER001.md"),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Last day of GBCS 2.0 and CHTS 1.1; the day itself is in time.
const GBCS_2_0_UNTIL: Date = Date(2023, 8, 28);
/// Last day on which a meter below SMETS2 4.2 could be installed.
const SMETS_BEFORE_4_2_UNTIL: Date = Date(2023, 4, 27);

fn applies(_: &Subject<'_>) -> Applies {
    Applies::Yes
}

/// It is told once a device.
#[derive(Default, Serialize, Deserialize)]
struct State {
    told: bool,
}

/// What of a device is past its time, and what it should be.
fn past(subject: &Subject<'_>) -> Option<(&'static str, &'static str, String)> {
    let facts = subject.facts_now();
    let over =
        |last: Date| subject.date().is_some_and(|date| date.0 >= last.start().0 + 86_400_000);
    let smets = facts.smets_chts_version.as_deref();
    if facts.gbcs_version == Some(Version::new(2, 0)) && over(GBCS_2_0_UNTIL) {
        return Some(("device_gbcs_version", "a version in time after 2023-08-28", "2.0".into()));
    }
    if let Some(text) = smets
        && text.trim_start().get(..4).is_some_and(|name| name.eq_ignore_ascii_case("CHTS"))
        && over(GBCS_2_0_UNTIL)
        && versions::number(text) == Some(Version::new(1, 1))
    {
        return Some(("smets_chts_version", "a version in time after 2023-08-28", text.into()));
    }
    let meter = matches!(facts.device_type, Some(DeviceType::Esme | DeviceType::Gsme));
    if let (true, Some(text), Some(installed)) = (meter, smets, facts.date_installed)
        && installed > SMETS_BEFORE_4_2_UNTIL
        && versions::number(text).is_some_and(|version| version < Version::new(4, 2))
    {
        let found = format!("{text}, installed on {installed}");
        return Some(("date_installed", "SMETS2 4.2 or later after 2023-04-27", found));
    }
    None
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let facts = subject.facts_now();
        if facts.gbcs_version.is_some() || facts.smets_chts_version.is_some() {
            findings.evaluated();
        }
        if let Some((field, expected, actual)) = past(subject).filter(|_| !self.told) {
            self.told = true;
            findings.fail(Fault::at(subject.record_place(field), expected, actual));
        }
    }
}

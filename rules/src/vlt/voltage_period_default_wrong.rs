//! VLT006: as manufactured, the averaging period of the voltage is not 1800 s.

use gbcs_parser::CraFlag;
use serde::{Deserialize, Serialize};

use super::reading;
use crate::datum::Datum;
use crate::device::DeviceCheck;
use crate::device::Setting;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VLT006",
    name: "voltage-period-default-wrong",
    summary: "As manufactured, the averaging period of the voltage is not 1800 s",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Modification,
    refs: &[SpecRef::new("MP085A", "default averaging period")],
    requirements: &["VOL-09", "MP085A"],
    doc: include_str!("../../docs/VLT006.md"),
    concerns: reading::concerns_period,
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Seconds of the default.
const DEFAULT: u64 = 1800;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(
        subject.device.is_as_manufactured(Setting::VoltagePeriod)
            && subject.cra() != Some(CraFlag::Command)
            && !reading::periods(subject).is_empty(),
    )
}

/// It is told once a device.
#[derive(Default, Serialize, Deserialize)]
struct State {
    told: bool,
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        findings.evaluated();
        let wrong = reading::periods(subject).iter().find(|period| period.seconds != DEFAULT);
        if let Some(period) = wrong.filter(|_| !self.told) {
            self.told = true;
            findings.fail(Fault::at(
                period.place(subject),
                Datum::seconds(DEFAULT as i64),
                Datum::seconds(period.seconds.try_into().unwrap_or(i64::MAX)),
            ));
        }
    }
}

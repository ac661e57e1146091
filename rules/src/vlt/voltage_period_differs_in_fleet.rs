//! VLT007: devices of one network operator have different averaging periods.

use std::any::Any;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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
    code: "VLT007",
    name: "voltage-period-differs-in-fleet",
    summary: "Devices of one network operator have different averaging periods",
    severity: Severity::Warning,
    about: About::Sender,
    basis: Basis::Modification,
    refs: &[SpecRef::new("MP085A", "averaging period")],
    requirements: &["VOL-08", "MP085A"],
    doc: include_str!("../../docs/VLT007.md"),
    applies,
    check: Check::Fleet(|| Box::<Summary>::default()),
    ..Rule::TEMPLATE
};

fn applies(_: &Subject<'_>) -> Applies {
    Applies::Yes
}

/// Devices by operator and averaging period in seconds.
#[derive(Default, Serialize, Deserialize)]
struct Summary {
    periods: BTreeMap<String, BTreeMap<u64, u64>>,
}

impl FleetCheck for Summary {
    fn device(&mut self, device: &DeviceState) {
        let operator = device
            .facts
            .operator
            .as_deref()
            .map(str::to_owned)
            .or_else(|| device.network_operator.map(|party| party.to_string()));
        // What is set and read in messages is known by phase; phases that differ are VLT010's.
        let period =
            [Some(1), Some(2), Some(3)].into_iter().find_map(|phase| device.voltage_period(phase));
        if let (Some(operator), Some(period)) = (operator, period) {
            *self.periods.entry(operator).or_default().entry(period).or_default() += 1;
        }
    }

    fn merge(&mut self, other: Box<dyn Any + Send>) {
        let Ok(other) = other.downcast::<Self>() else { return };
        for (operator, periods) in other.periods {
            let mine = self.periods.entry(operator).or_default();
            for (period, count) in periods {
                *mine.entry(period).or_default() += count;
            }
        }
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }

    fn end(&mut self, findings: &mut Findings) {
        let mut counts = Vec::new();
        for (operator, periods) in &self.periods {
            findings.evaluated();
            if periods.len() > 1 {
                let list: Vec<_> =
                    periods.iter().map(|(period, n)| format!("{period} s on {n}")).collect();
                counts.push(Datum::Text(format!("{operator}: {}", list.join(", "))));
            }
        }
        if !counts.is_empty() {
            findings.fail(Fault::at(Place::nowhere(), "one period for an operator", counts));
        }
    }
}

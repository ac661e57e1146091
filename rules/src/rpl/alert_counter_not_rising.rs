//! RPL007: by their own time stamps, the counters of a device's alerts to a party do not rise.

use std::collections::BTreeMap;

use gbcs_parser::record::Position;
use gbcs_parser::{CraFlag, EntityId};

use crate::device::DeviceCheck;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "RPL007",
    name: "alert-counter-not-rising",
    summary: "By their own time stamps, the counters of a device's alerts to a party do not rise",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "counters of alerts")],
    requirements: &["CTR-08"],
    doc: include_str!("../../docs/RPL007.md"),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Alerts that are compared, by recipient.
const MAX_ALERTS: usize = 256;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.cra() == Some(CraFlag::Alert) || sets_clock(subject))
}

/// After a setting of the clock, time stamps before and after are not of one clock.
fn sets_clock(subject: &Subject<'_>) -> bool {
    subject.cra() == Some(CraFlag::Response) && subject.is_use_case(&["ECS70", "GCS28"])
}

/// Alerts by recipient and time stamp: counter and place.
#[derive(Default)]
struct State {
    alerts: BTreeMap<EntityId, BTreeMap<u32, (u64, Position)>>,
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        if sets_clock(subject) {
            self.alerts.clear();
            return;
        }
        let Some(message) = subject.message else { return };
        let (Some(recipient), Some(counter), Some(time)) = (
            message.envelope.recipient(),
            message.envelope.originator_counter,
            outcome::alert_time(message),
        ) else {
            return;
        };
        findings.evaluated();
        let alerts = self.alerts.entry(recipient).or_default();
        let earlier = alerts.range(..time).map(|(_, alert)| alert).max_by_key(|(other, _)| *other);
        let later = alerts
            .range(time.saturating_add(1)..)
            .map(|(_, alert)| alert)
            .min_by_key(|(other, _)| *other);
        let place = |position: &Position| Place {
            position: position.clone(),
            span: None,
            field: "payload".to_owned(),
            excerpt: None,
        };
        if let Some((highest, at)) = earlier.filter(|(other, _)| *other >= counter.value) {
            findings.fail(
                Fault::at(
                    subject.place(counter.node),
                    format!("above {highest}, of an earlier time stamp"),
                    counter.value,
                )
                .related([place(at)]),
            );
        } else if let Some((lowest, at)) = later.filter(|(other, _)| *other <= counter.value) {
            findings.fail(
                Fault::at(
                    subject.place(counter.node),
                    format!("below {lowest}, of a later time stamp"),
                    counter.value,
                )
                .related([place(at)]),
            );
        }
        let entry = (counter.value, subject.record.position.clone());
        // Of one moment the highest stays: the moment itself gives no order.
        let kept = alerts.entry(time).or_insert_with(|| entry.clone());
        if kept.0 < entry.0 {
            *kept = entry;
        }
        if alerts.len() > MAX_ALERTS {
            alerts.pop_first();
        }
    }
}

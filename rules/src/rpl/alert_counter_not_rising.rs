//! RPL007: by their own time stamps, the counters of a device's alerts to a party do not rise.

use gbcs_parser::{CraFlag, EntityId};
use serde::{Deserialize, Serialize};

use crate::device::{DeviceCheck, KeptPosition, Origin};
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::room;
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
    concerns: |topic| topic.is_alert() || topic.is_use_case(&["ECS70", "GCS28"]),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Alerts that are compared, by recipient.
const MAX_ALERTS: usize = 256;
/// Recipients that are remembered: more than the parties of any device.
const MAX_RECIPIENTS: usize = 64;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.cra() == Some(CraFlag::Alert) || sets_clock(subject))
}

/// After a setting of the clock, time stamps before and after are not of one clock.
fn sets_clock(subject: &Subject<'_>) -> bool {
    subject.cra() == Some(CraFlag::Response) && subject.is_use_case(&["ECS70", "GCS28"])
}

/// An alert that later ones are compared with.
#[derive(Serialize, Deserialize)]
struct Told {
    /// Its time stamp: seconds since 2000-01-01 00:00:00 UTC.
    time: u32,
    counter: u64,
    at: KeptPosition,
}

/// Alerts by recipient, in the order of their time stamps; one of each moment.
#[derive(Default, Serialize, Deserialize)]
struct State {
    alerts: Vec<(EntityId, Vec<Told>)>,
    origin: Origin,
}

/// The alerts to a party.
fn alerts_to(all: &mut Vec<(EntityId, Vec<Told>)>, recipient: EntityId) -> &mut Vec<Told> {
    let at = all.iter().position(|(other, _)| *other == recipient);
    let at = at.unwrap_or_else(|| {
        if all.len() >= MAX_RECIPIENTS {
            all.remove(0);
        }
        room::for_one(all);
        all.push((recipient, Vec::new()));
        all.len() - 1
    });
    &mut all[at].1
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
        let Self { alerts, origin } = self;
        let alerts = alerts_to(alerts, recipient);
        let at = alerts.partition_point(|told| told.time < time);
        let same = alerts.get(at).is_some_and(|told| told.time == time);
        let earlier = alerts.iter().take(at).max_by_key(|told| told.counter);
        let later = alerts.iter().skip(at + usize::from(same)).min_by_key(|told| told.counter);
        let at_here = origin.keep(&subject.record.position);
        let place = |spot: &KeptPosition| Place {
            position: origin.position(spot),
            span: None,
            field: "payload".to_owned(),
            excerpt: None,
        };
        if let Some(Told { counter: highest, at, .. }) =
            earlier.filter(|told| told.counter >= counter.value)
        {
            findings.fail(
                Fault::at(
                    subject.place(counter.node),
                    format!("above {highest}, of an earlier time stamp"),
                    counter.value,
                )
                .related([place(at)]),
            );
        } else if let Some(Told { counter: lowest, at, .. }) =
            later.filter(|told| told.counter <= counter.value)
        {
            findings.fail(
                Fault::at(
                    subject.place(counter.node),
                    format!("below {lowest}, of a later time stamp"),
                    counter.value,
                )
                .related([place(at)]),
            );
        }
        let told = Told { time, counter: counter.value, at: at_here };
        remember(alerts, at, same, told);
    }
}

/// Puts an alert at its place among those of its recipient; `same` says that one of its moment stands
/// there.
fn remember(alerts: &mut Vec<Told>, at: usize, same: bool, told: Told) {
    // Of one moment the highest stays: the moment itself gives no order.
    match alerts.get_mut(at).filter(|_| same) {
        Some(kept) if kept.counter < told.counter => *kept = told,
        Some(_) => {}
        None => {
            room::for_one(alerts);
            alerts.insert(at, told);
        }
    }
    if alerts.len() > MAX_ALERTS {
        alerts.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use gbcs_parser::record::Position;

    use super::*;

    #[test]
    fn one_recipient_more_than_is_remembered_makes_the_first_go() {
        let mut all = Vec::new();
        let party = |n: usize| EntityId((n as u64).to_be_bytes());
        for n in 0..MAX_RECIPIENTS {
            alerts_to(&mut all, party(n));
        }
        alerts_to(&mut all, party(0));
        assert_eq!((all.len(), all[0].0), (MAX_RECIPIENTS, party(0)));
        alerts_to(&mut all, party(MAX_RECIPIENTS));
        assert_eq!((all.len(), all[0].0), (MAX_RECIPIENTS, party(1)));
    }

    #[test]
    fn one_alert_more_than_is_compared_makes_the_earliest_go() {
        let (mut alerts, mut origin) = (Vec::new(), Origin::default());
        let position = Position { path: "".into(), record: 1, payload: None, line: None };
        let mut tell = |time: u32| {
            let told = Told { time, counter: time.into(), at: origin.keep(&position) };
            let at = alerts.len();
            remember(&mut alerts, at, false, told);
            (alerts.len(), alerts[0].time)
        };
        for time in 0..MAX_ALERTS as u32 {
            assert_eq!(tell(time), (time as usize + 1, 0));
        }
        assert_eq!(tell(MAX_ALERTS as u32), (MAX_ALERTS, 1));
    }
}

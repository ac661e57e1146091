//! RPL007: by their own time stamps, the counters of a device's alerts to a party do not rise.

use std::collections::VecDeque;

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

/// The alerts to a party.
#[derive(Serialize, Deserialize)]
struct Alerts {
    recipient: EntityId,
    /// In the order of their time stamps; one of each moment.
    told: VecDeque<Told>,
    /// False once a counter was below one before it; true in nearly all logs. The highest of the
    /// earlier ones is then the last of them, and the lowest of the later ones the first.
    rising: bool,
}

impl Alerts {
    fn to(recipient: EntityId) -> Self {
        Self { recipient, told: VecDeque::new(), rising: true }
    }

    /// The alert with the highest counter of those before number `at`, the last of several.
    fn highest_before(&self, at: usize) -> Option<&Told> {
        if self.rising {
            return self.told.get(at.checked_sub(1)?);
        }
        self.told.iter().take(at).max_by_key(|told| told.counter)
    }

    /// The alert with the lowest counter of those from number `at` on, the first of several.
    fn lowest_from(&self, at: usize) -> Option<&Told> {
        if self.rising {
            return self.told.get(at);
        }
        self.told.iter().skip(at).min_by_key(|told| told.counter)
    }

    /// Puts an alert at its place; `same` says that one of its moment stands there.
    fn remember(&mut self, at: usize, same: bool, told: Told) {
        let counter = told.counter;
        // Of one moment the highest stays: the moment itself gives no order.
        match self.told.get_mut(at).filter(|_| same) {
            Some(kept) if kept.counter < counter => *kept = told,
            Some(_) => return,
            None => {
                room::for_one(&mut self.told);
                self.told.insert(at, told);
            }
        }
        let before = at.checked_sub(1).and_then(|before| self.told.get(before));
        self.rising &= before.is_none_or(|before| before.counter <= counter)
            && self.told.get(at + 1).is_none_or(|after| counter <= after.counter);
        if self.told.len() > MAX_ALERTS {
            self.told.pop_front();
        }
    }
}

/// Alerts by recipient.
#[derive(Default, Serialize, Deserialize)]
struct State {
    alerts: Vec<Alerts>,
    origin: Origin,
}

/// The alerts to a party.
fn alerts_to(all: &mut Vec<Alerts>, recipient: EntityId) -> &mut Alerts {
    let at = all.iter().position(|other| other.recipient == recipient);
    let at = at.unwrap_or_else(|| {
        if all.len() >= MAX_RECIPIENTS {
            all.remove(0);
        }
        room::for_one(all);
        all.push(Alerts::to(recipient));
        all.len() - 1
    });
    &mut all[at]
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
        let at = alerts.told.partition_point(|told| told.time < time);
        let same = alerts.told.get(at).is_some_and(|told| told.time == time);
        let earlier = alerts.highest_before(at);
        let later = alerts.lowest_from(at + usize::from(same));
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
        alerts.remember(at, same, told);
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
        assert_eq!((all.len(), all[0].recipient), (MAX_RECIPIENTS, party(0)));
        alerts_to(&mut all, party(MAX_RECIPIENTS));
        assert_eq!((all.len(), all[0].recipient), (MAX_RECIPIENTS, party(1)));
    }

    /// An alert with a counter.
    fn told(time: u32, counter: u64) -> Told {
        let position = Position { path: "".into(), record: 1, payload: None, line: None };
        Told { time, counter, at: Origin::default().keep(&position) }
    }

    #[test]
    fn one_alert_more_than_is_compared_makes_the_earliest_go() {
        let mut alerts = Alerts::to(EntityId([1; 8]));
        let mut tell = |time: u32| {
            alerts.remember(alerts.told.len(), false, told(time, time.into()));
            (alerts.told.len(), alerts.told[0].time)
        };
        for time in 0..MAX_ALERTS as u32 {
            assert_eq!(tell(time), (time as usize + 1, 0));
        }
        assert_eq!(tell(MAX_ALERTS as u32), (MAX_ALERTS, 1));
    }

    #[test]
    fn the_highest_and_lowest_counters_are_found_whatever_their_order() {
        let counters = [3_u64, 3, 5, 4, 9, 1, 9, 9, 2, 12];
        // Each order in which they come begins elsewhere, and takes every third.
        for first in 0..counters.len() {
            let mut alerts = Alerts::to(EntityId([1; 8]));
            for step in 0..counters.len() {
                let number = (first + 3 * step) % counters.len();
                let time = number as u32;
                let at = alerts.told.partition_point(|told| told.time < time);
                alerts.remember(at, false, told(time, counters[number]));
                let all: Vec<_> =
                    alerts.told.iter().map(|told| (told.counter, told.time)).collect();
                assert_eq!(alerts.rising, all.is_sorted_by_key(|(counter, _)| *counter), "{all:?}");
                for at in 0..=all.len() {
                    let (before, behind) = all.split_at(at);
                    let found = |told: &Told| (told.counter, told.time);
                    assert_eq!(alerts.highest_before(at).map(found), before.iter().max().copied());
                    assert_eq!(alerts.lowest_from(at).map(found), behind.iter().min().copied());
                }
            }
        }
    }

    #[test]
    fn of_one_moment_the_highest_counter_stays() {
        let mut alerts = Alerts::to(EntityId([1; 8]));
        alerts.remember(0, false, told(7, 5));
        alerts.remember(1, false, told(8, 6));
        alerts.remember(0, true, told(7, 4));
        assert_eq!((alerts.told[0].counter, alerts.rising), (5, true));
        alerts.remember(0, true, told(7, 9));
        assert_eq!((alerts.told[0].counter, alerts.told.len(), alerts.rising), (9, 2, false));
    }
}

//! What the page draws of each device, collected while its log is judged: when it was spoken to and
//! spoke, its outages, its clock, and its voltage.

use std::collections::BTreeMap;

use gbcs_parser::record::{Body, Record, Time};
use gbcs_parser::{CraFlag, EntityId, Message};
use gbcs_rules::device::outage;
use gbcs_rules::outcome;
use gbcs_rules::voltage::{Told, told};
use serde::{Deserialize, Serialize};

/// Devices of which something is kept: more are not drawn, and memory stays bounded.
const MAX_DEVICES: usize = 2000;
/// Parts into which the time of a device is divided: as many as a screen can tell apart.
const PARTS: usize = 256;
/// Outages and settings of the clock that are kept of a device, each.
const MAX_EVENTS: usize = 200;
/// Entries of voltage profiles that are kept in all, 16 octets each.
const MAX_ENTRIES: usize = 1_000_000;

/// What a record is, in the picture of its device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// A command or pre-command.
    Command,
    /// A response.
    Response,
    /// An alert.
    Alert,
    /// An alert of the DCC.
    DccAlert,
    /// What the bench did.
    Bench,
}

impl Lane {
    /// All, from above.
    pub const ALL: [Self; 5] =
        [Self::Command, Self::Response, Self::Alert, Self::DccAlert, Self::Bench];

    /// The words for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Command => "commands",
            Self::Response => "responses",
            Self::Alert => "alerts",
            Self::DccAlert => "DCC Alerts",
            Self::Bench => "bench events",
        }
    }
}

/// Counts of events by time, in parts of equal width that grows with the time to be covered.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Strip {
    start: i64,
    width_ms: i64,
    counts: [Vec<u32>; Lane::ALL.len()],
}

impl Strip {
    fn add(&mut self, lane: Lane, time: Time) {
        if self.width_ms == 0 {
            (self.start, self.width_ms) = (time.0, 1000);
        }
        // What comes late, from before the first record, stands with the first.
        let since = time.0.saturating_sub(self.start).max(0);
        while since / self.width_ms >= PARTS as i64 {
            self.width_ms = self.width_ms.saturating_mul(2);
            for counts in &mut self.counts {
                *counts = counts.chunks(2).map(|pair| pair.iter().sum()).collect();
            }
        }
        let Some(counts) = self.counts.get_mut(lane as usize) else { return };
        let part = (since / self.width_ms) as usize;
        if counts.len() <= part {
            counts.resize(part + 1, 0);
        }
        if let Some(count) = counts.get_mut(part) {
            *count += 1;
        }
    }

    /// Number of events of a lane.
    #[must_use]
    pub fn count(&self, lane: Lane) -> u64 {
        self.counts.get(lane as usize).into_iter().flatten().map(|count| u64::from(*count)).sum()
    }

    /// The times at which a lane has events: the middle of each part.
    pub fn times(&self, lane: Lane) -> impl Iterator<Item = Time> {
        let counts = self.counts.get(lane as usize).into_iter().flatten().enumerate();
        counts.filter(|(_, count)| **count > 0).map(|(part, count)| {
            // One event alone stands in the first part at its own time.
            let within = if part == 0 && *count == 1 { 0 } else { self.width_ms / 2 };
            Time(self.start.saturating_add(part as i64 * self.width_ms + within))
        })
    }
}

/// The voltage of one phase.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Phase {
    /// Averaging period in seconds, last told.
    pub period_s: Option<u64>,
    /// Averages in volts by the end of their period.
    pub entries: BTreeMap<Time, f64>,
    /// Thresholds in volts, last told.
    pub thresholds: BTreeMap<String, f64>,
}

/// The picture of one device.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Picture {
    /// Messages and alerts.
    pub strip: Strip,
    /// Outages: begin and end.
    pub outages: Vec<(Time, Time)>,
    /// When its clock was set.
    pub clock: Vec<Time>,
    /// Voltage by phase; phase 0 is what was told of all.
    pub voltage: BTreeMap<u8, Phase>,
    power_off: Option<Time>,
}

/// The pictures of all devices.
#[derive(Default, Serialize, Deserialize)]
pub struct Pictures {
    devices: BTreeMap<EntityId, Picture>,
    entries: usize,
}

impl Pictures {
    /// The picture of a device, where there is one.
    pub fn of(&self, device: EntityId) -> Option<&Picture> {
        self.devices.get(&device)
    }

    /// Forgets the devices that are not to be kept.
    pub fn retain(&mut self, keep: impl Fn(EntityId) -> bool) {
        self.devices.retain(|device, _| keep(*device));
    }

    /// Takes over the pictures of other devices.
    pub fn merge(&mut self, other: Self) {
        self.devices.extend(other.devices);
        self.entries += other.entries;
    }

    /// Takes a record. Nothing that is drawn is ever encrypted, so no key is asked for.
    pub fn note(&mut self, record: &Record) {
        let message = match &record.body {
            Body::Message(stated) if !stated.payload.is_empty() => {
                Some(Message::decode(&stated.payload))
            }
            _ => None,
        };
        let stated = match &record.body {
            Body::DccAlert(alert) => alert.request_id.map(|request| request.target),
            _ => None,
        };
        let device = message.as_ref().and_then(Message::device).or(stated).or(record.device_id);
        let Some(device) = device else { return };
        if self.devices.len() >= MAX_DEVICES && !self.devices.contains_key(&device) {
            return;
        }
        let picture = self.devices.entry(device).or_default();
        if let (Some(lane), Some(time)) = (lane(record, message.as_ref()), record.time) {
            picture.strip.add(lane, time);
        }
        if let Some(message) = &message {
            picture.message(message, record.time);
        } else if let (Body::Stimulus(stimulus), Some(time)) = (&record.body, record.time) {
            picture.stimulus(&stimulus.event, time);
        }
        for told in told(record, message.as_ref()) {
            picture.told(told, &mut self.entries);
        }
    }
}

fn lane(record: &Record, message: Option<&Message<'_>>) -> Option<Lane> {
    match (message, &record.body) {
        (Some(message), _) => message.envelope.cra().map(|cra| match cra {
            CraFlag::Command => Lane::Command,
            CraFlag::Response => Lane::Response,
            CraFlag::Alert => Lane::Alert,
        }),
        (None, Body::DccAlert(_)) => Some(Lane::DccAlert),
        (None, Body::Stimulus(_)) => Some(Lane::Bench),
        _ => None,
    }
}

impl Picture {
    fn message(&mut self, message: &Message<'_>, time: Option<Time>) {
        if let Some((from, to)) = outage::times(message) {
            self.outage(Time::from_seconds_2000(from), Time::from_seconds_2000(to));
        }
        let sets_clock = matches!(message.use_case(), Some("ECS70" | "GCS28"))
            && outcome::is_accepted(message) == Some(true);
        if let Some(time) = time.filter(|_| sets_clock && self.clock.len() < MAX_EVENTS) {
            self.clock.push(time);
        }
    }

    fn stimulus(&mut self, event: &str, time: Time) {
        match event {
            "power-off" => self.power_off = Some(time),
            "power-on" => {
                let since = self.power_off.take().unwrap_or(time);
                self.outage(since, time);
            }
            "clock-set" if self.clock.len() < MAX_EVENTS => self.clock.push(time),
            _ => {}
        }
    }

    fn outage(&mut self, from: Time, to: Time) {
        // The bench and an alert may tell of the same one.
        for (start, end) in &mut self.outages {
            if *start <= to && from <= *end {
                (*start, *end) = ((*start).min(from), (*end).max(to));
                return;
            }
        }
        if self.outages.len() < MAX_EVENTS {
            self.outages.push((from, to));
        }
    }

    fn told(&mut self, told: Told, kept: &mut usize) {
        let (phase, told) = match told {
            Told::Period { phase, .. }
            | Told::Entry { phase, .. }
            | Told::Threshold { phase, .. } => {
                (self.voltage.entry(phase.unwrap_or(0)).or_default(), told)
            }
        };
        match told {
            Told::Period { seconds, .. } => phase.period_s = Some(seconds),
            Told::Threshold { name, volts, .. } => {
                phase.thresholds.insert(name.to_owned(), volts);
            }
            Told::Entry { time, volts, .. } if *kept < MAX_ENTRIES => {
                *kept += usize::from(phase.entries.insert(time, volts).is_none());
            }
            Told::Entry { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_keeps_every_event_while_it_grows() {
        let mut strip = Strip::default();
        for hour in 0..1000 {
            strip.add(Lane::Alert, Time(hour * 3_600_000));
        }
        assert_eq!(strip.count(Lane::Alert), 1000);
        assert_eq!(strip.count(Lane::Command), 0);
        let times: Vec<_> = strip.times(Lane::Alert).collect();
        assert!(times.len() <= PARTS && times.len() > PARTS / 4, "{}", times.len());
        assert!(times.is_sorted());
    }

    #[test]
    fn what_comes_late_stands_at_the_begin() {
        let mut strip = Strip::default();
        strip.add(Lane::Alert, Time(10_000));
        strip.add(Lane::Alert, Time(4_000));
        assert_eq!(strip.count(Lane::Alert), 2);
        assert_eq!(strip.times(Lane::Alert).count(), 1);
    }
}

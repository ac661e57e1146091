//! What is remembered of one device between records.

mod commands;
mod heard;
mod journal;
mod kept_position;
pub mod outage;
mod pairing;
mod recent;
mod seen;

use gbcs_parser::EntityId;
use gbcs_parser::catalogue::DeviceType;
use gbcs_parser::record::{Body, ConfigurationValues, Device, Position, Record, Time};
use gbcs_parser::{CraFlag, Message};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

use crate::finding::{Fault, Findings, Place};
use crate::han::story::Story;
use crate::log::LogFacts;
use crate::profile::{DeviceEntry, Profile};
use crate::room;
use crate::saved::Saved;
use crate::spec::{Date, Version};
use crate::subject::{Exchange, Subject};
use crate::verdict::Reason;
use crate::vlt::reading;

pub(crate) use commands::Command;
pub use heard::Heard;
pub(crate) use kept_position::{KeptPosition, Origin};
pub(crate) use pairing::{Kept, MAX_OCTETS, MAX_OPEN, Pairing};
pub(crate) use recent::Recent;
pub(crate) use seen::{Delivery, Seen, is_pre_command};

/// A rule that follows one device through a log: the state that it keeps.
pub trait DeviceCheck: Saved + Send + Sync {
    /// A record of the device, in the order of the log.
    fn record(&mut self, _subject: &Subject<'_>, _findings: &mut Findings) {}

    /// A command of the device with its response, once both were seen.
    fn exchange(&mut self, _exchange: &Exchange<'_>, _findings: &mut Findings) {}

    /// The log has ended.
    fn end(&mut self, _end: &LogEnd<'_>, _findings: &mut Findings) {}

    /// Number of messages that had to be forgotten before what belongs to them came.
    fn forgotten(&self) -> u64 {
        0
    }
}

/// What a rule is told when the log has ended.
#[derive(Clone, Copy)]
pub struct LogEnd<'a> {
    /// What is remembered of the device.
    pub device: &'a DeviceState,
    /// The log.
    pub log: &'a LogFacts,
    /// How to judge.
    pub profile: &'a Profile,
    /// Which devices that were put on a hub's log have been heard.
    pub heard: &'a Heard,
    /// What became of requests to change a hub's device log; empty for other devices.
    pub(crate) story: &'a Story,
    /// Commands of the log that no response answers.
    pub unanswered: &'a [&'a Record],
    /// Responses that answer nothing in the log, not even nearly.
    pub unpaired: &'a [Box<Record>],
    /// True where the log has a command to the device.
    pub any_command: bool,
}

impl LogEnd<'_> {
    /// Reports the commands that `concerns` and that no response answers within the time that one
    /// may take. Those of which the log cannot tell it block.
    pub(crate) fn report_unanswered(
        &self,
        findings: &mut Findings,
        concerns: impl Fn(&Message<'_>) -> bool,
    ) {
        let timeout_s = self.profile.response_timeout_s;
        for record in self.unanswered {
            let Body::Message(stated) = &record.body else { continue };
            let message = Message::decode(&stated.payload);
            if !concerns(&message) {
                continue;
            }
            let Some(time) = record.time else {
                findings.blocked(Reason::NoTime, "");
                continue;
            };
            let due = Time(time.0 + timeout_s * 1000);
            if !self.log.is_complete(self.device.id, message.envelope.originator(), time, due) {
                findings.blocked(Reason::LogNotComplete, "");
                continue;
            }
            let place = Place {
                position: record.position.clone(),
                span: None,
                field: "payload".to_owned(),
                excerpt: None,
            };
            findings.fail(
                Fault::at(place, format!("an answer within {timeout_s} s"), "none")
                    .time(record.time)
                    .use_case(message.use_case()),
            );
        }
    }
}

/// Type, version and claims of a device.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeviceFacts {
    /// Device type.
    pub device_type: Option<DeviceType>,
    /// Version of GBCS.
    pub gbcs_version: Option<Version>,
    /// The same as it was written.
    pub gbcs_version_text: Option<Box<str>>,
    /// Version of SMETS or CHTS, as written.
    pub smets_chts_version: Option<Box<str>>,
    /// Modifications that it claims to implement.
    pub claims: Vec<String>,
    /// As manufactured, until a setting is seen.
    pub as_manufactured: bool,
    /// Day of installation.
    pub date_installed: Option<Date>,
    /// Network operator.
    pub operator: Option<Box<str>>,
    /// Model.
    pub model: Option<Box<str>>,
    /// Firmware version.
    pub firmware_version: Option<Box<str>>,
    /// Hash of the image delivered and not yet activated.
    pub firmware_hash: Option<Box<str>>,
    /// Variant of an ESME.
    pub esme_variant: Option<Box<str>>,
}

impl DeviceFacts {
    /// What a devices file says.
    fn of(entry: Option<&DeviceEntry>) -> Self {
        let Some(entry) = entry else { return Self::default() };
        Self {
            device_type: entry.device_type,
            gbcs_version: entry.gbcs_version,
            gbcs_version_text: entry.gbcs_version.map(|version| version.to_string().into()),
            smets_chts_version: entry.smets_chts_version.as_deref().map(Into::into),
            claims: entry.claims.clone(),
            as_manufactured: entry.as_manufactured.unwrap_or(false),
            date_installed: entry.date_installed,
            operator: entry.operator.as_deref().map(Into::into),
            ..Self::default()
        }
    }

    /// Takes over what a `device` record says, but for what the devices file has said.
    fn update(&mut self, record: &Device, file: Option<&DeviceEntry>) {
        let stated = |text: &Option<String>| -> Option<Box<str>> {
            text.as_deref().filter(|text| !text.trim().is_empty()).map(Into::into)
        };
        let by_file = file.cloned().unwrap_or_default();
        if by_file.device_type.is_none()
            && let Some(text) = stated(&record.device_type)
        {
            self.device_type = DeviceType::from_name(text.trim());
        }
        if by_file.gbcs_version.is_none()
            && let Some(text) = stated(&record.gbcs_version)
        {
            self.gbcs_version = Version::parse(&text);
            self.gbcs_version_text = Some(text);
        }
        if by_file.smets_chts_version.is_none() && record.smets_chts_version.is_some() {
            self.smets_chts_version = stated(&record.smets_chts_version);
        }
        if by_file.claims.is_empty() && !record.claims.is_empty() {
            self.claims.clone_from(&record.claims);
        }
        if by_file.as_manufactured.is_none()
            && let Some(as_manufactured) = record.as_manufactured
        {
            self.as_manufactured = as_manufactured;
        }
        if by_file.date_installed.is_none()
            && let Some(text) = stated(&record.date_installed)
        {
            self.date_installed = text.get(..10).unwrap_or(&text).parse().ok();
        }
        for (mine, theirs) in [
            (&mut self.model, &record.model),
            (&mut self.firmware_version, &record.firmware_version),
            (&mut self.firmware_hash, &record.firmware_hash),
            (&mut self.esme_variant, &record.esme_variant),
        ] {
            if let Some(text) = stated(theirs) {
                *mine = Some(text);
            }
        }
    }
}

/// What is remembered of a device.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DeviceState {
    /// The device; `None` for records that are of none.
    pub id: Option<EntityId>,
    /// Type, version, claims.
    pub facts: DeviceFacts,
    /// What is known of the averaging period of its voltage, where anything is.
    voltage: Option<Box<Voltage>>,
    /// The last sign that the device's supply came back: a stimulus, or the restoration that an
    /// outage alert tells.
    pub restarted: Option<Restart>,
    /// What its logs may have gaps for, where anything is known.
    gaps: Option<Box<Gaps>>,
    /// Network operator, as the device's credentials name it.
    pub network_operator: Option<EntityId>,
    /// Settings that were made: in them the device is no longer as manufactured. Each at its number.
    configured: [bool; Setting::COUNT],
    /// When the supply went off, where it has not come back.
    power_off: Option<Time>,
    /// The commands that it was sent.
    pub(crate) commands: commands::Commands,
    /// Where the identity of the message being judged was seen before with other octets.
    pub conflict: Option<Box<Position>>,
}

/// The averaging period of a device's voltage profile. By phase, the first entry for all together.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Voltage {
    /// The period in seconds, last seen set or read.
    period_s: [Option<u64>; 4],
    /// Capture time at which it was stated.
    stated: [Option<Time>; 4],
    /// Changes, oldest first: when, which phase, and what it was before.
    changes: VecDeque<(Time, Option<u8>, Option<u64>)>,
}

/// What a device's logs may have gaps for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Gaps {
    /// Times of all of it, oldest first: outages by either clock, clock settings, changes of the
    /// averaging period.
    disturbances: VecDeque<(Time, Time)>,
    /// Outages, oldest first, by either clock.
    outages: VecDeque<(Time, Time)>,
    /// Settings of the clock and changes of the averaging period, oldest first.
    resets: VecDeque<Time>,
    /// True once disturbances had to be forgotten.
    forgotten: bool,
}

/// A setting that has a default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Setting {
    /// The averaging period of the voltage.
    VoltagePeriod,
    /// The maximum demand schedule.
    MaximumDemand,
}

impl Setting {
    /// How many there are.
    const COUNT: usize = 2;
}

/// Disturbances that are remembered of a device: a voltage log of 90 days has room for fewer
/// outages than this in any working supply.
const MAX_DISTURBANCES: usize = 256;

/// A sign that a device started anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restart {
    /// When.
    pub time: Time,
    /// True where `time` is the device's own clock, false where it is capture time.
    pub by_device_clock: bool,
}

impl DeviceState {
    /// The device's facts once a `device` record is taken over.
    #[must_use]
    pub fn facts_after(&self, record: &Record, profile: &Profile) -> DeviceFacts {
        let mut facts = self.facts.clone();
        if let Body::Device(device) = &record.body {
            facts.update(device, self.id.and_then(|id| profile.devices.get(&id)));
        }
        facts
    }

    pub(crate) fn new(id: Option<EntityId>, profile: &Profile) -> Self {
        let entry = id.and_then(|id| profile.devices.get(&id));
        Self { id, facts: DeviceFacts::of(entry), ..Self::default() }
    }

    /// The device's type, where it is known.
    #[must_use]
    pub fn device_type(&self) -> Option<DeviceType> {
        self.facts.device_type
    }

    /// True where the device is as manufactured and the setting was not made since.
    #[must_use]
    pub fn is_as_manufactured(&self, setting: Setting) -> bool {
        self.facts.as_manufactured && self.configured.get(setting as usize) != Some(&true)
    }

    /// True where something happened between two moments for which a log may have a gap. Where
    /// disturbances had to be forgotten, it may have.
    #[must_use]
    pub fn disturbed_between(&self, from: Time, to: Time) -> bool {
        self.gaps.as_ref().is_some_and(|gaps| {
            gaps.forgotten
                || gaps.disturbances.iter().any(|(start, end)| *start <= to && *end >= from)
        })
    }

    /// The averaging period of another phase than `phase`, where it was stated at the same moment.
    #[must_use]
    pub fn other_phase_stated(&self, phase: u8, at: Option<Time>) -> Option<u64> {
        let (at, voltage) = (at?, self.voltage.as_ref()?);
        (1..=3usize)
            .filter(|other| *other != usize::from(phase))
            .find(|other| voltage.stated.get(*other) == Some(&Some(at)))
            .and_then(|other| *voltage.period_s.get(other)?)
    }

    /// True where an outage lies between two moments.
    #[must_use]
    pub fn outage_between(&self, from: Time, to: Time) -> bool {
        self.gaps.as_ref().is_some_and(|gaps| {
            gaps.outages.iter().any(|(start, end)| *start <= to && *end >= from)
        })
    }

    /// True where the clock was set or the averaging period changed between two moments.
    #[must_use]
    pub fn reset_between(&self, from: Time, to: Time) -> bool {
        let gaps = self.gaps.as_ref();
        gaps.is_some_and(|gaps| gaps.resets.iter().any(|at| (from..=to).contains(at)))
    }

    /// True where the averaging periods have not changed since a moment.
    #[must_use]
    pub fn voltage_period_holds_since(&self, at: Time) -> bool {
        let last = self.voltage.as_ref().and_then(|voltage| voltage.changes.back());
        last.is_none_or(|(when, _, _)| *when <= at)
    }

    /// The averaging period of a phase at a moment, where it is `now` at present.
    #[must_use]
    pub fn voltage_period_at(&self, phase: Option<u8>, at: Time, now: Option<u64>) -> Option<u64> {
        let Some(voltage) = &self.voltage else { return now };
        let mut period = now;
        for (when, of, before) in voltage.changes.iter().rev() {
            if *when <= at {
                break;
            }
            if of.is_none() || phase.is_none() || *of == phase {
                period = *before;
            }
        }
        period
    }

    fn reset(&mut self, at: Time) {
        self.gaps.get_or_insert_default().reset(at);
    }

    fn outage(&mut self, from: Time, to: Time) {
        self.gaps.get_or_insert_default().outage(from, to);
    }

    /// The averaging period of a phase (1 to 3), or of all.
    #[must_use]
    pub fn voltage_period(&self, phase: Option<u8>) -> Option<u64> {
        let period_s = &self.voltage.as_ref()?.period_s;
        let of_phase = phase.and_then(|phase| *period_s.get(usize::from(phase))?);
        of_phase.or(period_s[0])
    }

    /// Sets the averaging period of a phase, or of all.
    fn set_voltage_period(&mut self, phase: Option<u8>, seconds: u64, at: Option<Time>, set: bool) {
        let before = self.voltage_period(phase);
        let changed = at.filter(|_| before != Some(seconds));
        if let Some(at) = changed.filter(|_| before.is_some()) {
            self.reset(at);
        }
        let voltage = self.voltage.get_or_insert_default();
        if let Some(at) = changed {
            // What was read or stated first held before as well; what was set did not.
            if before.is_some() || set {
                room::for_one(&mut voltage.changes);
                voltage.changes.push_back((at, phase, before));
            }
            if voltage.changes.len() > MAX_DISTURBANCES {
                voltage.changes.pop_front();
            }
        }
        if let Some(entry) = voltage.stated.get_mut(usize::from(phase.unwrap_or(0))) {
            *entry = at;
        }
        match phase.filter(|phase| (1..=3).contains(phase)) {
            None => voltage.period_s = [Some(seconds), None, None, None],
            Some(phase) => {
                if let Some(entry) = voltage.period_s.get_mut(usize::from(phase)) {
                    *entry = Some(seconds);
                }
            }
        }
    }

    /// Takes over what a record says, after the rules have judged it.
    pub(crate) fn update(&mut self, record: &Record, profile: &Profile) {
        match &record.body {
            Body::Device(device) => {
                let entry = self.id.and_then(|id| profile.devices.get(&id));
                self.facts.update(device, entry);
            }
            Body::Configuration(configuration) => {
                if let ConfigurationValues::Voltage { averaging_period_s: Some(period), phase } =
                    &configuration.values
                {
                    self.set_voltage_period(*phase, *period, record.time, false);
                }
            }
            Body::Credentials(credentials) => {
                let role = credentials.remote_party_role.as_deref();
                if role.is_some_and(|role| role.eq_ignore_ascii_case("NetworkOperator")) {
                    self.network_operator = credentials.remote_party_id.or(self.network_operator);
                }
            }
            Body::Stimulus(stimulus) => self.stimulus(&stimulus.event, record.time),
            _ => {}
        }
    }

    fn stimulus(&mut self, event: &str, time: Option<Time>) {
        let Some(time) = time else { return };
        match event {
            "power-off" => self.power_off = Some(time),
            "power-on" => {
                let since = self.power_off.take().unwrap_or(time);
                self.outage(since, time);
                self.restarted = Some(Restart { time, by_device_clock: false });
            }
            "clock-set" => self.reset(time),
            _ => {}
        }
    }

    /// Takes over what a message says, after the rules have judged it.
    pub(crate) fn update_from_message(&mut self, message: &Message<'_>, record: &Record) {
        self.commands.note(message);
        match message.envelope.cra() {
            Some(CraFlag::Alert) => {
                if let Some((interruption, restoration)) = outage::times(message) {
                    let (from, to) = (
                        Time::from_seconds_2000(interruption),
                        Time::from_seconds_2000(restoration),
                    );
                    self.outage(from, to);
                    self.restarted = Some(Restart { time: to, by_device_clock: true });
                }
            }
            Some(CraFlag::Response) => {
                for period in reading::periods_read(message) {
                    self.set_voltage_period(period.phase, period.seconds, record.time, false);
                }
            }
            _ => {}
        }
    }

    fn configure(&mut self, setting: Setting) {
        if let Some(made) = self.configured.get_mut(setting as usize) {
            *made = true;
        }
    }

    /// Takes over what a command has set, once it was accepted.
    pub(crate) fn update_from_exchange(&mut self, command: &Message<'_>, response: &Record) {
        for period in reading::periods_set(command) {
            self.set_voltage_period(period.phase, period.seconds, response.time, true);
            self.configure(Setting::VoltagePeriod);
        }
        match command.code().map(|code| code.use_case) {
            Some("ECS37") => self.configure(Setting::MaximumDemand),
            Some("ECS70" | "GCS28") => {
                if let Some(time) = response.time {
                    self.reset(time);
                }
            }
            _ => {}
        }
    }
}

impl Gaps {
    fn reset(&mut self, at: Time) {
        self.disturb(at, at);
        room::for_one(&mut self.resets);
        self.resets.push_back(at);
        if self.resets.len() > MAX_DISTURBANCES {
            self.resets.pop_front();
        }
    }

    fn outage(&mut self, from: Time, to: Time) {
        self.disturb(from, to);
        room::for_one(&mut self.outages);
        self.outages.push_back((from, to));
        if self.outages.len() > MAX_DISTURBANCES {
            self.outages.pop_front();
        }
    }

    fn disturb(&mut self, from: Time, to: Time) {
        room::for_one(&mut self.disturbances);
        self.disturbances.push_back((from, to));
        if self.disturbances.len() > MAX_DISTURBANCES {
            self.disturbances.pop_front();
            self.forgotten = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_disturbance_more_than_is_remembered_may_have_been_anywhere() {
        let mut state = DeviceState::default();
        let most = MAX_DISTURBANCES as i64;
        (0..most).for_each(|n| state.outage(Time(10 * n), Time(10 * n + 1)));
        assert!(state.outage_between(Time(0), Time(1)));
        assert!(!state.disturbed_between(Time(2), Time(9)));
        state.outage(Time(10 * most), Time(10 * most + 1));
        assert!(!state.outage_between(Time(0), Time(1)), "the oldest is forgotten");
        assert!(state.disturbed_between(Time(2), Time(9)), "and so nothing is undisturbed");
        let gaps = state.gaps.unwrap();
        assert_eq!((gaps.outages.len(), gaps.disturbances.len()), (256, 256));
    }

    #[test]
    fn the_oldest_resets_and_changes_make_room() {
        let mut state = DeviceState::default();
        for n in 0..=MAX_DISTURBANCES {
            let at = Time(10 * n as i64);
            state.set_voltage_period(None, 300 + n as u64, Some(at), true);
        }
        let resets = |state: &DeviceState| state.gaps.as_ref().unwrap().resets.len();
        assert_eq!(state.voltage.as_ref().unwrap().changes.len(), MAX_DISTURBANCES);
        assert_eq!(resets(&state), MAX_DISTURBANCES);
        assert_eq!(state.voltage_period_at(None, Time(10), state.voltage_period(None)), Some(301));
        state.reset(Time(1_000_000));
        assert_eq!(resets(&state), MAX_DISTURBANCES);
        assert!(!state.reset_between(Time(10), Time(10)));
        assert!(state.reset_between(Time(20), Time(20)));
    }
}

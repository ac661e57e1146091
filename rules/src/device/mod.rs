//! What is remembered of one device between records.

mod heard;
pub(crate) mod outage;
mod pairing;
mod seen;

use gbcs_parser::EntityId;
use gbcs_parser::Message;
use gbcs_parser::catalogue::DeviceType;
use gbcs_parser::record::{Body, ConfigurationValues, Device, Position, Record, Time};

use crate::finding::Findings;
use crate::log::LogFacts;
use crate::profile::{DeviceEntry, Profile};
use crate::spec::{Date, Version};
use crate::subject::{Exchange, Subject};
use crate::vlt::reading;

pub use heard::Heard;
pub(crate) use pairing::Pairing;
pub(crate) use seen::{Delivery, Seen, is_pre_command};

/// A rule that follows one device through a log: the state that it keeps.
pub trait DeviceCheck: Send {
    /// A record of the device, in the order of the log.
    fn record(&mut self, _subject: &Subject<'_>, _findings: &mut Findings) {}

    /// A command of the device with its response, once both were seen.
    fn exchange(&mut self, _exchange: &Exchange<'_>, _findings: &mut Findings) {}

    /// The log has ended.
    fn end(&mut self, _end: &LogEnd<'_>, _findings: &mut Findings) {}
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
    /// Commands of the log that no response answers.
    pub unanswered: &'a [&'a Record],
}

/// Type, version and claims of a device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeviceFacts {
    /// Device type.
    pub device_type: Option<DeviceType>,
    /// Version of GBCS.
    pub gbcs_version: Option<Version>,
    /// The same as it was written.
    pub gbcs_version_text: Option<String>,
    /// Version of SMETS or CHTS, as written.
    pub smets_chts_version: Option<String>,
    /// Modifications that it claims to implement.
    pub claims: Vec<String>,
    /// As manufactured, until a setting is seen.
    pub as_manufactured: bool,
    /// Day of installation.
    pub date_installed: Option<Date>,
    /// Network operator.
    pub operator: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Firmware version.
    pub firmware_version: Option<String>,
    /// Hash of the image delivered and not yet activated.
    pub firmware_hash: Option<String>,
    /// Variant of an ESME.
    pub esme_variant: Option<String>,
}

impl DeviceFacts {
    /// What a devices file says.
    fn of(entry: Option<&DeviceEntry>) -> Self {
        let Some(entry) = entry else { return Self::default() };
        Self {
            device_type: entry.device_type,
            gbcs_version: entry.gbcs_version,
            gbcs_version_text: entry.gbcs_version.map(|version| version.to_string()),
            smets_chts_version: entry.smets_chts_version.clone(),
            claims: entry.claims.clone(),
            as_manufactured: entry.as_manufactured.unwrap_or(false),
            date_installed: entry.date_installed,
            operator: entry.operator.clone(),
            ..Self::default()
        }
    }

    /// Takes over what a `device` record says, but for what the devices file has said.
    fn update(&mut self, record: &Device, file: Option<&DeviceEntry>) {
        let stated = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
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
#[derive(Clone, Debug, Default)]
pub struct DeviceState {
    /// The device; `None` for records that are of none.
    pub id: Option<EntityId>,
    /// Type, version, claims.
    pub facts: DeviceFacts,
    /// Averaging period of the voltage profile in seconds, last seen set or read: for each phase,
    /// the first entry for all phases together.
    pub voltage_period_s: [Option<u64>; 4],
    /// Capture time of the last sign that the device's supply came back: a stimulus or an outage
    /// alert's restoration, by which clock the flag tells.
    pub restarted: Option<Restart>,
    /// True once a setting was made: the device is no longer as manufactured.
    pub configured: bool,
    /// Where the identity of the message being judged was seen before with other octets.
    pub conflict: Option<Position>,
}

/// A sign that a device started anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restart {
    /// When.
    pub time: Time,
    /// True where `time` is the device's own clock, false where it is capture time.
    pub by_device_clock: bool,
}

impl DeviceState {
    pub(crate) fn new(id: Option<EntityId>, profile: &Profile) -> Self {
        let entry = id.and_then(|id| profile.devices.get(&id));
        Self { id, facts: DeviceFacts::of(entry), ..Self::default() }
    }

    /// The device's type, where it is known.
    #[must_use]
    pub fn device_type(&self) -> Option<DeviceType> {
        self.facts.device_type
    }

    /// True where the device is as manufactured and no setting was seen.
    #[must_use]
    pub fn is_as_manufactured(&self) -> bool {
        self.facts.as_manufactured && !self.configured
    }

    /// The averaging period of a phase (1 to 3), or of all.
    #[must_use]
    pub fn voltage_period(&self, phase: Option<u8>) -> Option<u64> {
        let of_phase = phase.and_then(|phase| *self.voltage_period_s.get(usize::from(phase))?);
        of_phase.or(self.voltage_period_s[0])
    }

    /// Sets the averaging period of a phase, or of all.
    pub(crate) fn set_voltage_period(&mut self, phase: Option<u8>, seconds: u64) {
        match phase.filter(|phase| (1..=3).contains(phase)) {
            None => self.voltage_period_s = [Some(seconds), None, None, None],
            Some(phase) => {
                if let Some(entry) = self.voltage_period_s.get_mut(usize::from(phase)) {
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
                    self.set_voltage_period(*phase, *period);
                }
            }
            Body::Stimulus(stimulus) if stimulus.event == "power-on" => {
                self.restarted = record.time.map(|time| Restart { time, by_device_clock: false });
            }
            _ => {}
        }
    }

    /// Takes over what a message says, after the rules have judged it.
    pub(crate) fn update_from_message(&mut self, message: &Message<'_>, _record: &Record) {
        if let Some((_, restoration)) = outage::times(message) {
            self.restarted =
                Some(Restart { time: Time::from_seconds_2000(restoration), by_device_clock: true });
        }
    }

    /// Takes over what a command has set or a response has told, once the command was accepted.
    pub(crate) fn update_from_exchange(
        &mut self,
        command: &Message<'_>,
        response: &Message<'_>,
        _command_record: &Record,
        _response_record: &Record,
    ) {
        let _ = response;
        if let Some(period) = reading::period_set(command) {
            self.set_voltage_period(None, period);
        }
    }
}

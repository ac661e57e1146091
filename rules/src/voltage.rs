//! What records tell of a device's voltage, for those who draw it. The rules on voltage read more,
//! and read it for themselves.

use gbcs_parser::catalogue::DlmsRequest;
use gbcs_parser::dlms::AccessKind;
use gbcs_parser::record::{Body, ConfigurationValues, Record, Time};
use gbcs_parser::{CraFlag, Message, NodeId, Payload};

use crate::answers;
use crate::time::seconds_2000;
use crate::vlt::reading;

/// Class and attribute of a threshold of the average: a data object's value.
const AVERAGE: (u16, u8) = (1, 2);
/// Class and attribute of a threshold of a limiter: its normal threshold.
const LIMITER: (u16, u8) = (71, 4);
/// Class and attribute of the entries of a profile.
const ENTRIES: (u16, u8) = (7, 2);

/// Something that a record tells of the voltage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    /// An averaging period that is set, read or stated.
    Period {
        /// Phase; `None` where one serves all.
        phase: Option<u8>,
        /// Seconds.
        seconds: u64,
    },
    /// An entry of the voltage profile.
    Entry {
        /// Phase; `None` where it is not stated.
        phase: Option<u8>,
        /// End of its period, by the device's clock.
        time: Time,
        /// The average, in volts.
        volts: f64,
    },
    /// A threshold that is set or read.
    Threshold {
        /// What goes over or under it.
        name: &'static str,
        /// Phase; `None` where it serves all.
        phase: Option<u8>,
        /// Volts.
        volts: f64,
    },
}

/// What a record tells of the voltage. `message` is its payload, decoded.
#[must_use]
pub fn told(record: &Record, message: Option<&Message<'_>>) -> Vec<Told> {
    match (message, &record.body) {
        (Some(message), _) => match message.envelope.cra() {
            Some(CraFlag::Command) => set(message),
            Some(CraFlag::Response) => read(message),
            _ => Vec::new(),
        },
        (None, Body::LogEntry(entry)) if entry.log == "VoltageProfile" => {
            match (entry.timestamp, entry.value) {
                (Some(time), Some(volts)) => vec![Told::Entry { phase: entry.phase, time, volts }],
                _ => Vec::new(),
            }
        }
        (None, Body::Configuration(configuration)) => match configuration.values {
            ConfigurationValues::Voltage { averaging_period_s: Some(seconds), phase } => {
                vec![Told::Period { phase, seconds }]
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// What a command sets.
fn set(command: &Message<'_>) -> Vec<Told> {
    let Payload::Dlms(apdu) = command.payload else { return Vec::new() };
    let periods = reading::periods_set(command).into_iter().map(told_period);
    let thresholds = apdu.requests(command).iter().filter_map(|request| {
        let (name, phase) = threshold((request.class_id, request.index), request.obis)?;
        let volts = volts(command, request.data.filter(|_| request.kind == AccessKind::Set)?)?;
        Some(Told::Threshold { name, phase, volts })
    });
    periods.chain(thresholds).collect()
}

/// What an answer reads.
fn read(response: &Message<'_>) -> Vec<Told> {
    let mut told: Vec<_> = reading::periods_read(response).into_iter().map(told_period).collect();
    let wanted = |request: &DlmsRequest| {
        let attribute = (request.class_id, request.index);
        attribute == ENTRIES || threshold(attribute, request.obis).is_some()
    };
    for answer in answers::to(response, wanted) {
        let request = answer.request;
        let Some(data) = answer.result.data.filter(|_| answer.result.code == 0) else { continue };
        let attribute = (request.class_id, request.index);
        if let Some((name, phase)) = threshold(attribute, request.obis)
            && let Some(volts) = volts(response, data)
        {
            told.push(Told::Threshold { name, phase, volts });
        }
        if attribute == ENTRIES
            && let Some(phase) = reading::phase(request.obis)
        {
            let members = response.tree.members(data);
            told.extend(members.filter_map(|member| entry(response, phase, member)));
        }
    }
    told
}

fn told_period(period: reading::Period) -> Told {
    Told::Period { phase: period.phase, seconds: period.seconds }
}

/// An entry of a buffer: its time, then its value.
fn entry(response: &Message<'_>, phase: u8, entry: NodeId) -> Option<Told> {
    let mut parts = response.tree.members(entry);
    let time = seconds_2000(response.tree.content(parts.next()?, response.octets()))?;
    let volts = volts(response, parts.next()?)?;
    Some(Told::Entry { phase: Some(phase), time: Time::from_seconds_2000(time), volts })
}

fn volts(message: &Message<'_>, node: NodeId) -> Option<f64> {
    let scaler = message.tree.get(node)?.element.get().scaler;
    let number = message.tree.unsigned(node, message.octets())?;
    Some(number as f64 * 10f64.powi(i32::from(scaler)))
}

/// The threshold of an attribute, and its phase.
fn threshold(attribute: (u16, u8), obis: [u8; 6]) -> Option<(&'static str, Option<u8>)> {
    Some(match (attribute, obis) {
        (AVERAGE, [1, 0, line, kind @ (31 | 35), 0, 4]) => {
            let phase = match line {
                32 => 1,
                52 => 2,
                72 => 3,
                _ => return None,
            };
            let name = if kind == 35 { "average over-voltage" } else { "average under-voltage" };
            (name, Some(phase))
        }
        (LIMITER, [0, 0, 17, 0, 1, 255]) => ("extreme over-voltage", None),
        (LIMITER, [0, 0, 17, 0, 2, 255]) => ("extreme under-voltage", None),
        (LIMITER, [0, 0, 17, 0, 3, 255]) => ("sag", None),
        (LIMITER, [0, 0, 17, 0, 4, 255]) => ("swell", None),
        _ => return None,
    })
}

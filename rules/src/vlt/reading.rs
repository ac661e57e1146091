//! What commands, answers and records say of the voltage profile: periods and entries.

use gbcs_parser::catalogue::DlmsRequest;
use gbcs_parser::dlms::AccessKind;
use gbcs_parser::record::{Body, ConfigurationValues, Time};
use gbcs_parser::{CraFlag, Kind, Message, Node, NodeId, Payload};

use crate::answers;
use crate::device::DeviceState;
use crate::finding::Place;
use crate::subject::{At, Subject};
use crate::topic::{RecordKind, Topic};

/// Class of a profile.
const PROFILE: u16 = 7;
/// Attribute of the entries.
const BUFFER: u8 = 2;
/// Attribute of the capture period.
const CAPTURE_PERIOD: u8 = 4;

/// Seconds of half an hour: the period that is expected, and the grid on which averaging starts.
pub(crate) const HALF_HOUR: i64 = 1800;

/// The phase of an average voltage profile: 1-0:32.24.0.255, 1-0:52.24.0.255, 1-0:72.24.0.255.
pub(crate) fn phase(obis: [u8; 6]) -> Option<u8> {
    match obis {
        [1, 0, 32, 24, 0, 255] => Some(1),
        [1, 0, 52, 24, 0, 255] => Some(2),
        [1, 0, 72, 24, 0, 255] => Some(3),
        _ => None,
    }
}

/// An averaging period that is set, read or stated.
#[derive(Clone, Debug)]
pub(crate) struct Period {
    /// Phase; `None` where one period serves all.
    pub(crate) phase: Option<u8>,
    /// Seconds.
    pub(crate) seconds: u64,
    /// Its node, where it is in a message.
    node: Option<NodeId>,
}

impl Period {
    /// Where it stands.
    pub(crate) fn place(&self, subject: &Subject<'_>) -> Place {
        match self.node {
            Some(node) => subject.place(node),
            None => subject.record_place("values.averaging_period_s"),
        }
    }

    /// True where the period divides half an hour.
    pub(crate) fn divides_half_hour(&self) -> bool {
        divides_half_hour(self.seconds)
    }
}

/// True where a period divides half an hour.
pub(crate) fn divides_half_hour(seconds: u64) -> bool {
    seconds != 0 && (HALF_HOUR as u64).is_multiple_of(seconds)
}

/// True for the topics of records that may set, give or state a period.
pub(super) fn concerns_period(topic: &Topic) -> bool {
    topic.kind == RecordKind::Configuration
        || (topic.is_dlms() && topic.is_command())
        || topic.answers(asks_period)
}

fn asks_period(request: &DlmsRequest) -> bool {
    request.class_id == PROFILE
        && request.index == CAPTURE_PERIOD
        && request.access == AccessKind::Get
}

/// True for the topics of records that may have a voltage log.
pub(super) fn concerns(topic: &Topic) -> bool {
    topic.kind == RecordKind::LogEntry || topic.answers(asks_log)
}

fn asks_log(request: &DlmsRequest) -> bool {
    request.class_id == PROFILE && request.index == BUFFER && phase(request.obis).is_some()
}

/// The periods that a command sets.
pub(crate) fn periods_set(command: &Message<'_>) -> Vec<Period> {
    let Payload::Dlms(apdu) = command.payload else { return Vec::new() };
    apdu.requests(command)
        .iter()
        .filter(|request| {
            request.kind == AccessKind::Set
                && request.class_id == PROFILE
                && request.index == CAPTURE_PERIOD
        })
        .filter_map(|request| {
            let data = request.data?;
            Some(Period {
                phase: Some(phase(request.obis)?),
                seconds: command.tree.unsigned(data, command.octets())?,
                node: Some(data),
            })
        })
        .collect()
}

/// The periods that an answer gives.
pub(crate) fn periods_read(response: &Message<'_>) -> Vec<Period> {
    let answers = answers::to(response, asks_period);
    answers
        .into_iter()
        .filter(|answer| answer.result.code == 0)
        .filter_map(|answer| {
            let data = answer.result.data?;
            Some(Period {
                phase: Some(phase(answer.request.obis)?),
                seconds: response.tree.unsigned(data, response.octets())?,
                node: Some(data),
            })
        })
        .collect()
}

/// The periods in a record: set by a command, read by an answer, or stated as configuration.
pub(crate) fn periods<'a>(subject: &Subject<'a>) -> &'a [Period] {
    subject.memo.periods.get_or_init(|| find_periods(subject))
}

fn find_periods(subject: &Subject<'_>) -> Vec<Period> {
    match (subject.message, &subject.record.body) {
        (Some(message), _) => match message.envelope.cra() {
            Some(CraFlag::Command) => periods_set(message),
            Some(CraFlag::Response) => periods_read(message),
            _ => Vec::new(),
        },
        (None, Body::Configuration(configuration)) => match configuration.values {
            ConfigurationValues::Voltage { averaging_period_s: Some(seconds), phase } => {
                vec![Period { phase, seconds, node: None }]
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// An entry of a voltage profile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// End of the period, by the device's clock.
    pub(crate) time: Time,
    at: At,
}

impl Entry {
    /// Where it stands.
    pub(crate) fn place(&self, subject: &Subject<'_>) -> Place {
        subject.entry_place(self.at)
    }
}

/// The entries of one phase in one answer, in their order.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// Phase; `None` where it is not stated.
    pub(crate) phase: Option<u8>,
    /// The averaging period: of the same answer, else the last that was seen.
    pub(crate) period: Option<u64>,
    /// The entries.
    pub(crate) entries: Vec<Entry>,
    /// The entries with which the log goes on after an interruption: behind a gap, or behind an
    /// outage that the device or the bench has told.
    pub(crate) interruptions: Vec<usize>,
    /// The entry with which the log goes on beside its grid after an interruption, where everything
    /// before the interruption was on the grid. A setting of the clock or a change of the period
    /// between explains it.
    pub(crate) not_realigned: Option<usize>,
    /// True where each entry follows the one before by the period, which held for all of them, as in
    /// most logs: nothing else is to be looked for between them.
    is_even: bool,
    list: Option<NodeId>,
}

impl Reading {
    /// The averaging period that held at a moment: the last that was set before it.
    pub(crate) fn period_at(&self, device: &DeviceState, time: Time) -> Option<u64> {
        device.voltage_period_at(self.phase, time, self.period)
    }

    /// True where each entry follows the one before by the period, which held for all of them.
    pub(super) fn is_even(&self) -> bool {
        self.is_even
    }

    fn find_even(&self, device: &DeviceState) -> bool {
        let (Some(period), Some(first)) = (self.period, self.entries.first()) else { return false };
        let Some(apart) = i64::try_from(period).ok().and_then(|period| period.checked_mul(1000))
        else {
            return false;
        };
        let follows = |pair: &[Entry]| matches!(pair, [before, after] if after.time.0 - before.time.0 == apart);
        device.voltage_period_holds_since(first.time) && self.entries.windows(2).all(follows)
    }

    /// Finds where the log was interrupted, once its entries are known.
    fn interrupted(mut self, device: &DeviceState) -> Self {
        self.is_even = self.find_even(device);
        self.interruptions = self.find_interruptions(device);
        self.not_realigned = self.find_not_realigned(device);
        self
    }

    fn find_interruptions(&self, device: &DeviceState) -> Vec<usize> {
        let times = || self.entries.iter().map(|entry| entry.time);
        let ends = if self.is_even {
            (times().next(), times().next_back())
        } else {
            (times().min(), times().max())
        };
        let (Some(first), Some(last)) = ends else { return Vec::new() };
        // Nearly always there was none.
        let any_outage = device.outage_between(first, last);
        if self.is_even && !any_outage {
            return Vec::new();
        }
        let pairs = self.entries.windows(2).enumerate();
        pairs
            .filter_map(|(number, pair)| {
                let [before, after] = pair else { return None };
                let period = self.period_at(device, before.time)?;
                let gap = after.time.0 - before.time.0 > period as i64 * 1000;
                let outage = any_outage && device.outage_between(before.time, after.time);
                (gap || outage).then_some(number + 1)
            })
            .collect()
    }

    fn find_not_realigned(&self, device: &DeviceState) -> Option<usize> {
        let on_grid = |entry: &Entry| {
            self.period_at(device, entry.time).is_some_and(|period| {
                divides_half_hour(period) && entry.time.0.rem_euclid(period as i64 * 1000) == 0
            })
        };
        self.interruptions.iter().copied().find(|first| {
            let (before, after) = self.entries.split_at(*first);
            let (Some(last), Some(next)) = (before.last(), after.first()) else { return false };
            let divides = self.period_at(device, next.time).is_some_and(divides_half_hour);
            divides
                && before.iter().all(on_grid)
                && !on_grid(next)
                && !device.reset_between(last.time, next.time)
        })
    }

    /// Where the list stands.
    pub(crate) fn place(&self, subject: &Subject<'_>) -> Place {
        match self.list {
            Some(list) => subject.place(list),
            None => subject.record_place("log"),
        }
    }
}

/// The voltage profiles in a record: an answer, or the entries of a device's log.
pub(crate) fn readings<'a>(subject: &Subject<'a>) -> &'a [Reading] {
    subject.memo.voltage.get_or_init(|| find(subject))
}

fn find(subject: &Subject<'_>) -> Vec<Reading> {
    if let Some(message) = subject.message {
        return in_answer(subject, message);
    }
    let mut readings: Vec<Reading> = Vec::new();
    for (number, record) in subject.entries.iter().enumerate() {
        let Body::LogEntry(entry) = &record.body else { continue };
        let (true, Some(time)) = (entry.log == "VoltageProfile", entry.timestamp) else { continue };
        let entry_at = Entry { time, at: At::Record(number) };
        match readings.iter_mut().find(|reading| reading.phase == entry.phase) {
            Some(reading) => reading.entries.push(entry_at),
            None => readings.push(Reading {
                phase: entry.phase,
                period: subject.device.voltage_period(entry.phase),
                entries: vec![entry_at],
                interruptions: Vec::new(),
                not_realigned: None,
                is_even: false,
                list: None,
            }),
        }
    }
    readings.into_iter().map(|reading| reading.interrupted(subject.device)).collect()
}

fn in_answer(subject: &Subject<'_>, message: &Message<'_>) -> Vec<Reading> {
    let answers = answers::to(message, asks_log);
    if answers.is_empty() {
        return Vec::new();
    }
    let periods = periods_read(message);
    answers
        .into_iter()
        .filter(|answer| answer.result.code == 0)
        .filter_map(|answer| {
            let phase = phase(answer.request.obis)?;
            let list = answer.result.data?;
            let own = periods.iter().find(|period| period.phase == Some(phase));
            let reading = Reading {
                phase: Some(phase),
                period: own
                    .map(|period| period.seconds)
                    .or_else(|| subject.device.voltage_period(Some(phase))),
                entries: entries(message, list),
                interruptions: Vec::new(),
                not_realigned: None,
                is_even: false,
                list: Some(list),
            };
            Some(reading.interrupted(subject.device))
        })
        .collect()
}

/// The entries of a buffer: the first part of each is its time in seconds since 2000, or a date-time.
fn entries(message: &Message<'_>, list: NodeId) -> Vec<Entry> {
    let (tree, octets) = (&message.tree, message.octets());
    let mut entries = Vec::new();
    for (entry, node) in tree.child_nodes(list) {
        if !matches!(node.kind, Kind::DlmsStructure | Kind::Group) {
            continue;
        }
        let time = tree.child_nodes(entry).find(|(_, part)| part.kind != Kind::Header);
        let Some((time, _)) = time else { continue };
        let Some(seconds) = crate::time::seconds_2000(tree.content(time, octets)) else { continue };
        if entries.is_empty() {
            // The nodes of one entry are those of the others: there is room for all at once.
            let all = tree.get(list).map_or(0, Node::next_index).saturating_sub(list.0);
            let of_one = node.next_index().saturating_sub(entry.0);
            entries.reserve((all / of_one.max(1)) as usize);
        }
        entries.push(Entry { time: Time::from_seconds_2000(seconds), at: At::Node(time) });
    }
    entries
}

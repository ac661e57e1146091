//! What answers and records give of a device's logs. The voltage log is not among them: rules of its
//! own judge it.

use gbcs_parser::catalogue::DlmsRequest;
use gbcs_parser::record::{Body, Time};
use gbcs_parser::{CraFlag, Kind, Message, NodeId, Payload};

use crate::answers;
use crate::finding::Place;
use crate::subject::{At, Subject};
use crate::topic::{RecordKind, Topic};

/// Seconds of half an hour and of a day.
const HALF_HOUR: i64 = 1800;
const DAY: i64 = 86_400;

/// A log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Log {
    /// Entries that it holds at least.
    pub(super) capacity: usize,
    /// Seconds between midnight UTC and any entry are a multiple of this.
    pub(super) grid: Option<i64>,
}

const fn log(capacity: usize) -> Log {
    Log { capacity, grid: None }
}

const fn profile(capacity: usize, grid: i64) -> Log {
    Log { capacity, grid: Some(grid) }
}

/// The log of a profile object.
fn of_object(obis: [u8; 6]) -> Option<Log> {
    Some(match obis {
        // Half-hourly import; export and reactive import.
        [0, 0, 99, 1, 0, 255] => profile(19_056, HALF_HOUR),
        [0, 0, 99, 1, 1 | 2, 255] => profile(4464, HALF_HOUR),
        // Daily consumption.
        [0, 0, 99, 1, 3, 255] => profile(731, DAY),
        // Daily reads: prepayment, import, export.
        [0, 0, 98, 1, 8..=10, 255] => profile(31, DAY),
        // Billing data.
        [0, 0, 98, 1, 0..=2, 255] => log(12),
        [0, 0, 98, 1, 4, 255] => log(10),
        [0, 0, 98, 1, 5, 255] => log(5),
        // Events, security, power events; boost function; auxiliary controllers; a hub's events.
        [0, 0, 99, 98, 0 | 1 | 4, 255] | [0, _, 99, 98, 2, 255] | [0, 0, 94, 44, 10, 3] => log(100),
        [0, 0, 99, 98, 20, 255] => log(25),
        _ => return None,
    })
}

/// Entries of an event log of any device.
const EVENTS: Log = log(100);

/// Clusters of events, metering and prepayment, with the command that publishes an entry or more.
const PUBLISH_EVENT_LOG: (u16, u8) = (0x0709, 0x01);
const PUBLISH_SNAPSHOT: (u16, u8) = (0x0702, 0x06);
const PUBLISH_PREPAY_SNAPSHOT: (u16, u8) = (0x0705, 0x01);

/// The log that a use case reads as snapshots.
fn of_snapshots(use_case: &str) -> Option<Log> {
    match use_case {
        "GCS15b" | "GCS15c" => Some(log(12)),
        "GCS16a" | "GCS16b" => Some(profile(31, DAY)),
        _ => None,
    }
}

/// An entry of a log.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// By the device's clock; `None` where it cannot be told.
    pub(super) time: Option<Time>,
    /// Event code, where it has one.
    pub(super) code: Option<u16>,
    at: At,
}

impl Entry {
    /// Where it stands.
    pub(super) fn place(&self, subject: &Subject<'_>) -> Place {
        subject.entry_place(self.at)
    }
}

/// The entries of one log in one answer, or in the records of one reading.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(super) log: Log,
    pub(super) entries: Vec<Entry>,
    /// Number of the answer in a DLMS response, and of the attribute in an encrypted answer.
    pub(super) answer: Option<(usize, usize)>,
    /// Cluster that publishes it.
    pub(super) cluster: Option<u16>,
    list: Option<NodeId>,
}

impl Reading {
    /// Where the log stands.
    pub(super) fn place(&self, subject: &Subject<'_>) -> Place {
        match self.list {
            Some(list) => subject.place(list),
            None => subject.record_place("log"),
        }
    }
}

/// True for the topics of records that may have a log.
pub(super) fn concerns(topic: &Topic) -> bool {
    topic.kind == RecordKind::LogEntry
        || (topic.is_gbz() && topic.is_response())
        || topic.answers(asks)
}

fn asks(request: &DlmsRequest) -> bool {
    (request.class_id, request.index) == BUFFER || !request.protected.is_empty()
}

/// The logs in a record.
pub(super) fn readings<'a>(subject: &Subject<'a>) -> &'a [Reading] {
    subject.memo.logs.get_or_init(|| find(subject))
}

fn find(subject: &Subject<'_>) -> Vec<Reading> {
    let Some(message) = subject.message else { return in_records(subject) };
    if message.envelope.cra() != Some(CraFlag::Response) {
        return Vec::new();
    }
    match message.payload {
        Payload::Dlms(_) => in_answers(message),
        Payload::Gbz(_) => in_components(message),
        _ => Vec::new(),
    }
}

fn in_records(subject: &Subject<'_>) -> Vec<Reading> {
    let entries: Vec<_> = subject
        .entries
        .iter()
        .enumerate()
        .filter_map(|(number, record)| match &record.body {
            Body::LogEntry(entry) if entry.log != "VoltageProfile" => {
                Some(Entry { time: entry.timestamp, code: entry.log_code, at: At::Record(number) })
            }
            _ => None,
        })
        .collect();
    if entries.is_empty() {
        return Vec::new();
    }
    vec![Reading { log: EVENTS, entries, answer: None, cluster: None, list: None }]
}

/// Class and attribute of the entries of a profile.
const BUFFER: (u16, u8) = (7, 2);

fn in_answers(message: &Message<'_>) -> Vec<Reading> {
    let mut found = Vec::new();
    for answer in answers::to(message, asks) {
        let number = answer.number;
        let Some(data) = answer.result.data.filter(|_| answer.result.code == 0) else { continue };
        let request: &DlmsRequest = answer.request;
        if (request.class_id, request.index) == BUFFER {
            found.extend(buffer(message, request.obis, data, (number, 0)));
        }
        if request.protected.is_empty() {
            continue;
        }
        for root in opened(message, data) {
            for ((attribute, value), object) in
                request.protected.iter().zip(message.tree.members(root)).zip(0..)
            {
                if (attribute.class_id, attribute.index) == BUFFER {
                    found.extend(buffer(message, attribute.obis, value, (number, object)));
                }
            }
        }
    }
    found
}

/// The structures of values in ciphertexts below `node` that were opened.
fn opened(message: &Message<'_>, node: NodeId) -> Vec<NodeId> {
    let tree = &message.tree;
    let ciphertexts = tree
        .descendants(node)
        .filter(|id| tree.get(*id).is_some_and(|node| node.kind == Kind::Ciphertext));
    ciphertexts.filter_map(|id| tree.children(tree.plaintext_of(id)?.root).next()).collect()
}

fn buffer(
    message: &Message<'_>,
    obis: [u8; 6],
    list: NodeId,
    answer: (usize, usize),
) -> Option<Reading> {
    let log = of_object(obis)?;
    let entries = message
        .tree
        .members(list)
        .filter(|entry| {
            let kind = message.tree.get(*entry).map(|node| node.kind);
            matches!(kind, Some(Kind::DlmsStructure | Kind::Group))
        })
        .map(|entry| {
            let mut members = message.tree.members(entry);
            let time = members.next();
            let octets = time.map_or(&[][..], |time| message.tree.content(time, message.octets()));
            let code = members
                .next()
                .filter(|code| message.tree.content(*code, message.octets()).len() == 2)
                .and_then(|code| message.tree.unsigned(code, message.octets()));
            Entry {
                time: crate::time::seconds_2000(octets).map(Time::from_seconds_2000),
                code: code.and_then(|code| u16::try_from(code).ok()),
                at: At::Node(time.unwrap_or(entry)),
            }
        })
        .collect();
    Some(Reading { log, entries, answer: Some(answer), cluster: None, list: Some(list) })
}

fn in_components(message: &Message<'_>) -> Vec<Reading> {
    let Payload::Gbz(payload) = message.payload else { return Vec::new() };
    let mut found: Vec<Reading> = Vec::new();
    for component in payload.components(message) {
        let (Some(cluster), Some(command), Some(node)) =
            (component.cluster, component.command, component.payload)
        else {
            continue;
        };
        let is_general =
            component.frame_control.is_none_or(|control| crate::outcome::is_general(control.value));
        let (log, name) = match (cluster.value, command.value) {
            _ if is_general => continue,
            PUBLISH_EVENT_LOG => (Some(EVENTS), "event-time"),
            PUBLISH_SNAPSHOT | PUBLISH_PREPAY_SNAPSHOT => {
                (message.use_case().and_then(of_snapshots), "snapshot-time")
            }
            _ => continue,
        };
        let Some(log) = log else { continue };
        let times = message
            .tree
            .descendants(node)
            .filter(|id| message.tree.get(*id).is_some_and(|node| node.element.name() == name));
        let entries = times.map(|time| Entry {
            time: message
                .tree
                .unsigned(time, message.octets())
                .and_then(|seconds| u32::try_from(seconds).ok())
                .map(Time::from_seconds_2000),
            code: None,
            at: At::Node(time),
        });
        match found.iter_mut().find(|reading| reading.cluster == Some(cluster.value)) {
            Some(reading) => reading.entries.extend(entries),
            None => found.push(Reading {
                log,
                entries: entries.collect(),
                answer: None,
                cluster: Some(cluster.value),
                list: Some(node),
            }),
        }
    }
    found
}

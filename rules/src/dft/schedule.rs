//! The schedule of the maximum demand period, wherever it stands: set by ECS37, read by ECS18b, or
//! stated as configuration.

use gbcs_parser::catalogue::DlmsRequest;
use gbcs_parser::dlms::AccessKind;
use gbcs_parser::record::{Body, ConfigurationValues, MaximumDemandEntry};
use gbcs_parser::{CraFlag, Kind, Message, NodeId, Payload, Value as ParsedValue};

use crate::answers;
use crate::finding::Place;
use crate::subject::Subject;
use crate::topic::{RecordKind, Topic};

/// Class of a schedule.
const SCHEDULE: u16 = 10;
/// The object: 0-0:12.0.0.255.
const OBIS: [u8; 6] = [0, 0, 12, 0, 0, 255];
/// Attribute of the entries.
const ENTRIES: u8 = 2;
/// Days of the mask.
const DAYS: usize = 7;

/// A value of an entry.
pub(super) struct Value {
    source: Source,
    bits: Option<usize>,
}

/// Where a value is told.
enum Source {
    Node(NodeId),
    /// In a field of the record, with its octets.
    Field(String, Vec<u8>),
}

impl Value {
    /// Where it stands.
    pub(super) fn place(&self, subject: &Subject<'_>) -> Place {
        match &self.source {
            Source::Node(node) => subject.place(*node),
            Source::Field(field, _) => subject.record_place(field.as_str()),
        }
    }

    /// Its octets, without tag and length.
    pub(super) fn octets<'v>(&'v self, subject: &Subject<'v>) -> &'v [u8] {
        match &self.source {
            Source::Node(node) => subject.content(*node),
            Source::Field(_, octets) => octets,
        }
    }

    /// The number in its octets.
    pub(super) fn number(&self, subject: &Subject<'_>) -> u64 {
        self.octets(subject).iter().fold(0, |value, octet| value << 8 | u64::from(*octet))
    }

    /// True where each of the seven days is set. What pads the last octet is not looked at.
    pub(super) fn are_all_days(&self, subject: &Subject<'_>) -> bool {
        let octets = self.octets(subject);
        let bits = self.bits.unwrap_or(octets.len() * 8);
        bits >= DAYS && octets.first().is_some_and(|octet| octet | 0x01 == 0xFF)
    }
}

/// An entry; what is not there, or of another type (USE004 tells of it), is `None`.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) enable: Option<Value>,
    pub(super) script: Option<Value>,
    pub(super) script_selector: Option<Value>,
    pub(super) validity_window: Option<Value>,
    pub(super) exec_weekdays: Option<Value>,
    pub(super) begin_date: Option<Value>,
    pub(super) end_date: Option<Value>,
}

/// A schedule.
pub(crate) struct Schedule {
    pub(super) entries: Vec<Entry>,
    list: Option<NodeId>,
}

impl Schedule {
    /// Where the list of entries stands.
    pub(super) fn place(&self, subject: &Subject<'_>) -> Place {
        match self.list {
            Some(list) => subject.place(list),
            None => subject.record_place("values.entries"),
        }
    }
}

/// The schedule in a record, if it has one.
pub(super) fn of<'a>(subject: &Subject<'a>) -> Option<&'a Schedule> {
    subject.memo.schedule.get_or_init(|| find(subject)).as_ref()
}

fn find(subject: &Subject<'_>) -> Option<Schedule> {
    match (subject.message, &subject.record.body) {
        (Some(message), _) => in_message(message),
        (None, Body::Configuration(configuration)) => match &configuration.values {
            ConfigurationValues::MaximumDemand { entries } => Some(Schedule {
                entries: entries.iter().enumerate().map(stated).collect(),
                list: None,
            }),
            _ => None,
        },
        _ => None,
    }
}

/// True for the topics of records that may have a schedule.
pub(super) fn concerns(topic: &Topic) -> bool {
    topic.kind == RecordKind::Configuration
        || (topic.is_dlms() && topic.is_command())
        || topic.answers(asks)
}

fn asks(request: &DlmsRequest) -> bool {
    request.access == AccessKind::Get
        && request.class_id == SCHEDULE
        && request.obis == OBIS
        && request.index == ENTRIES
}

fn in_message(message: &Message<'_>) -> Option<Schedule> {
    let Payload::Dlms(apdu) = message.payload else { return None };
    let list = match message.envelope.cra()? {
        CraFlag::Command => apdu.requests(message).iter().find_map(|request| {
            let is = request.kind == AccessKind::Set
                && request.class_id == SCHEDULE
                && request.obis == OBIS
                && request.index == ENTRIES;
            is.then_some(request.data).flatten()
        })?,
        CraFlag::Response => {
            let answers = answers::to(message, asks);
            let mut accepted = answers.iter().filter(|answer| answer.result.code == 0);
            accepted.find_map(|answer| answer.result.data)?
        }
        CraFlag::Alert => return None,
    };
    let entries = message.tree.members(list).map(|entry| read(message, entry)).collect();
    Some(Schedule { entries, list: Some(list) })
}

/// An entry on the wire: ten members in their order.
fn read(message: &Message<'_>, entry: NodeId) -> Entry {
    let members: Vec<_> = message.tree.members(entry).collect();
    let value = |number: usize, kind: Kind| {
        let node = *members.get(number)?;
        message.tree.get(node).filter(|node| node.kind == kind)?;
        let bits = match message.tree.value(node, message.octets()) {
            ParsedValue::Bits(bits) => Some(bits.len()),
            _ => None,
        };
        Some(Value { source: Source::Node(node), bits })
    };
    Entry {
        enable: value(1, Kind::DlmsBoolean),
        script: value(2, Kind::DlmsOctetString),
        script_selector: value(3, Kind::DlmsLongUnsigned),
        validity_window: value(5, Kind::DlmsLongUnsigned),
        exec_weekdays: value(6, Kind::DlmsBitString),
        begin_date: value(8, Kind::DlmsOctetString),
        end_date: value(9, Kind::DlmsOctetString),
    }
}

/// An entry as a configuration record states it.
fn stated((number, entry): (usize, &MaximumDemandEntry)) -> Entry {
    let value = |name: &str, octets: &Option<Vec<u8>>| {
        let field = format!("values.entries[{number}].{name}");
        octets.clone().map(|octets| Value { source: Source::Field(field, octets), bits: None })
    };
    Entry {
        enable: value("enable", &entry.enable),
        script: value("script", &entry.script),
        script_selector: value("script_selector", &entry.script_selector),
        validity_window: value("validity_window", &entry.validity_window),
        exec_weekdays: value("exec_weekdays", &entry.exec_weekdays),
        begin_date: value("begin_date", &entry.begin_date),
        end_date: value("end_date", &entry.end_date),
    }
}

//! Documents to records.

use std::sync::Arc;

use super::Found;
use crate::catalogue;
use crate::limits::{MAX_MESSAGE_OCTETS, MAX_XML_PAYLOADS};
use crate::log::{Problem, ProblemKind, payload_text};
use crate::message::{CraFlag, EntityId, begins_message};
use crate::record::{
    Body, DccAlert, Device, Direction, Document, Duis, LogEntry, MessageRecord, Namespace,
    Position, Record, RequestId, Time,
};

/// What the place of a document says of its records.
#[derive(Clone)]
pub(crate) struct Stamp {
    /// Path of the input.
    pub(crate) path: Arc<str>,
    /// Number of the record.
    pub(crate) record: u64,
    /// Line on which it begins, where it is known better than by the document.
    pub(crate) line: Option<u64>,
    /// Capture time, where the log states it.
    pub(crate) time: Option<Time>,
    /// Payloads of the same record so far.
    pub(crate) payloads: u32,
}

/// Makes the records of a document, and tells what of it could not be read.
pub(crate) fn records(found: Found, stamp: &mut Stamp, out: &mut Vec<Result<Record, Problem>>) {
    let line = stamp.line.unwrap_or(found.line);
    let mut maker = Maker { stamp, line, out };
    let Some(root) = found.document.root() else { return };
    let name: String = root.name.to_string();
    let known =
        matches!(root.namespace, Namespace::ServiceUserGateway | Namespace::ResponseAndAlert);
    if found.foreign || !known {
        if found.payloads.is_empty() && !has_header(&found.document) {
            return;
        }
        maker.problem(ProblemKind::NotDuis { root: name.chars().take(100).collect() });
    }
    let Found { document, payloads, .. } = found;
    let document = Arc::new(document);
    match name.as_str() {
        "GBCSResponse" => maker.mmc(&document),
        "Request" => maker.messages(&document, payloads, Direction::ToDcc),
        _ => match document.named("DCCAlertMessage") {
            Some(alert) => maker.dcc_alert(&document, alert),
            None => {
                maker.messages(&document, payloads, Direction::FromDcc);
                maker.inventory(&document);
            }
        },
    }
}

/// True where a foreign document has what a DUIS header has.
fn has_header(document: &Document) -> bool {
    ["RequestID", "ResponseID", "ResponseCode", "DCCAlertCode"]
        .iter()
        .any(|name| document.named(name).is_some())
}

/// Service requests that go to no device have the target of the DCC.
fn target_of(duis: &Duis) -> Option<EntityId> {
    let non_device = duis
        .service_reference_variant
        .as_deref()
        .and_then(catalogue::service_request)
        .is_some_and(|request| request.non_device);
    if non_device || duis.command_variant.as_deref() == Some("8") {
        return None;
    }
    match &duis.request_id {
        Some(id) => id.parse().ok().map(|id: RequestId| id.target),
        // In a response id, the device comes first.
        None => duis.response_id.as_deref()?.split(':').next()?.parse().ok(),
    }
}

/// Text of the first element of a name.
fn text<'d>(document: &'d Document, name: &str) -> Option<&'d str> {
    let n = document.named(name)?;
    document.elements.get(n).map(|element| &*element.text).filter(|text| !text.is_empty())
}

fn owned(document: &Document, name: &str) -> Option<String> {
    text(document, name).map(str::to_owned)
}

/// A moment of `xs:dateTime`; one without zone is taken for UTC, as DUIS has it.
fn time(text: &str) -> Option<Time> {
    let zoned = text.parse::<jiff::Timestamp>().ok();
    let time = zoned.or_else(|| {
        let civil = text.parse::<jiff::civil::DateTime>().ok()?;
        jiff::tz::Offset::UTC.to_timestamp(civil).ok()
    })?;
    Some(Time(time.as_millisecond()))
}

fn duis(document: &Arc<Document>) -> Duis {
    let number = |name| text(document, name).and_then(|text| text.parse().ok());
    Duis {
        request_id: owned(document, "RequestID"),
        response_id: owned(document, "ResponseID"),
        service_reference: owned(document, "ServiceReference"),
        service_reference_variant: owned(document, "ServiceReferenceVariant"),
        command_variant: owned(document, "CommandVariant"),
        response_code: owned(document, "ResponseCode"),
        response_date_time: text(document, "ResponseDateTime").and_then(time),
        alert_code: owned(document, "AlertCode")
            .or_else(|| owned(document, "FutureDatedAlertCode"))
            .or_else(|| owned(document, "GBCSHexAlertCode")),
        throttled_alert_sequence_id: number("ThrottledAlertSequenceId"),
        throttled_alert_count: number("ThrottledAlertCount"),
        document: Some(Arc::clone(document)),
    }
}

struct Maker<'m> {
    stamp: &'m mut Stamp,
    line: u64,
    out: &'m mut Vec<Result<Record, Problem>>,
}

impl Maker<'_> {
    fn problem(&mut self, kind: ProblemKind) {
        let problem =
            Problem { line: Some(self.line), column: None, offset: None, member: None, kind };
        self.out.push(Err(problem));
    }

    fn record(&mut self, numbered: bool, time: Option<Time>, device: Option<EntityId>, body: Body) {
        let payload = numbered.then(|| {
            self.stamp.payloads += 1;
            self.stamp.payloads
        });
        self.out.push(Ok(Record {
            position: Position {
                path: Arc::clone(&self.stamp.path),
                record: self.stamp.record,
                payload,
                line: Some(self.line),
            },
            time: self.stamp.time.or(time),
            device_id: device,
            seq: None,
            unknown_fields: Vec::new(),
            extras: Vec::new(),
            body,
        }));
    }

    /// The messages of a request or a response, or the envelope alone.
    fn messages(
        &mut self,
        document: &Arc<Document>,
        payloads: Vec<(usize, String)>,
        direction: Direction,
    ) {
        let duis = duis(document);
        let time = duis.response_date_time;
        let empty = payloads.is_empty();
        if payloads.len() > MAX_XML_PAYLOADS {
            let limit = MAX_XML_PAYLOADS as u64;
            self.problem(ProblemKind::XmlTooLarge { of: "messages", limit });
        }
        for (n, text) in payloads.into_iter().take(MAX_XML_PAYLOADS) {
            let octets = payload_text(&text);
            let Some(octets) = octets else {
                let element = document.elements.get(n).map(|element| element.name.to_string());
                self.problem(ProblemKind::BadPayload { element: element.unwrap_or_default() });
                continue;
            };
            if octets.len() > MAX_MESSAGE_OCTETS {
                self.problem(ProblemKind::MessageTooLong);
                continue;
            }
            let direction = direction_of(direction, &octets);
            let message = MessageRecord {
                direction: Some(direction),
                interface: Some("DUIS".into()),
                payload: octets,
                duis: Some(Box::new(duis.clone())),
                ..MessageRecord::default()
            };
            self.record(true, time, None, Body::Message(message));
        }
        if empty {
            let device = target_of(&duis);
            let message = MessageRecord {
                direction: Some(direction),
                interface: Some("DUIS".into()),
                duis: Some(Box::new(duis)),
                ..MessageRecord::default()
            };
            self.record(false, time, device, Body::Message(message));
        }
    }

    /// The devices of an inventory.
    fn inventory(&mut self, document: &Document) {
        let Some(inventory) = document.named("DSPInventory") else { return };
        let time = text(document, "ResponseDateTime").and_then(time);
        let devices: Vec<usize> = document.children(inventory).collect();
        for n in devices {
            let get = |name: &str| {
                document.text(n, &[name]).filter(|text| !text.is_empty()).map(str::to_owned)
            };
            let id = document.text(n, &["DeviceID"]).and_then(|id| id.parse().ok());
            let device = Device {
                device_type: get("DeviceType"),
                manufacturer: get("DeviceManufacturer"),
                model: get("DeviceModel"),
                firmware_version: get("DeviceFirmwareVersion"),
                smets_chts_version: get("SMETSCHTSVersion"),
                gbcs_version: get("DeviceGBCSVersion"),
                esme_variant: get("ESMEVariant"),
                status: get("DeviceStatus"),
                han_variant: get("HANVariant"),
                import_mpxn: get("ImportMPxN"),
                date_commissioned: get("DateCommissioned"),
                ..Device::default()
            };
            self.record(false, time, id, Body::Device(Box::new(device)));
        }
    }

    fn dcc_alert(&mut self, document: &Arc<Document>, message: usize) {
        let duis = duis(document);
        let body =
            document.find(message, &["DCCAlert"]).and_then(|alert| document.children(alert).next());
        let body_element = body.and_then(|n| document.elements.get(n)).map(|e| e.name.to_string());
        let request_id = text(document, "UpdateHANDeviceLogServiceRequestID")
            .and_then(|id| id.parse::<RequestId>().ok());
        let device =
            ["DeviceID", "CommsHubDeviceID", "CHFDeviceID", "ESMEDeviceID", "PPMIDDeviceID"]
                .iter()
                .find_map(|name| text(document, name)?.parse().ok())
                .or(request_id.map(|id| id.target));
        let time = duis.response_date_time;
        let alert = DccAlert {
            code: document.text(message, &["DCCAlertCode"]).unwrap_or_default().into(),
            body_element,
            request_id,
            body: body.map(|n| body_json(document, n)),
            duis: Some(Box::new(duis)),
        };
        self.record(false, time, device, Body::DccAlert(alert));
    }

    /// What the Parse and Correlate software made of a message: its octets are gone.
    fn mmc(&mut self, document: &Arc<Document>) {
        let id = |name| text(document, name).and_then(|text| text.parse().ok());
        let device: Option<EntityId> = id("BusinessOriginatorID");
        let code = text(document, "GBCSHexadecimalMessageCode")
            .and_then(|code| u16::from_str_radix(code, 16).ok());
        let alert = document.named("DeviceAlertMessage").is_some();
        let message = MessageRecord {
            direction: Some(Direction::FromDevice),
            originator: device,
            recipient: id("BusinessTargetID"),
            originator_counter: text(document, "OriginatorCounter").and_then(|n| n.parse().ok()),
            message_code: code,
            cra_flag: Some(if alert { CraFlag::Alert } else { CraFlag::Response }),
            duis: Some(Box::new(duis(document))),
            ..MessageRecord::default()
        };
        self.record(false, None, device, Body::Message(message));
        let Some(log) = log_of(code) else { return };
        let entries: Vec<usize> = document
            .inside(0)
            .filter(|n| {
                let name = document.elements.get(*n).map(|element| &*element.name);
                matches!(name, Some("LogEntry" | "ALCSEventLogEntry"))
            })
            .collect();
        for n in entries {
            let get = |name: &str| document.text(n, &[name]).filter(|text| !text.is_empty());
            let entry = LogEntry {
                log: log.into(),
                timestamp: get("Timestamp").and_then(time),
                log_code: get("LogCode").and_then(|code| u16::from_str_radix(code, 16).ok()),
                other_information: get("OtherInformation").map(str::to_owned),
                log_meaning: get("LogMeaning").map(str::to_owned),
                ..LogEntry::default()
            };
            self.record(false, None, device, Body::LogEntry(entry));
        }
    }
}

/// A message goes from a device or to it as its own flag says, unless it is on its way to the DCC.
fn direction_of(direction: Direction, octets: &[u8]) -> Direction {
    let flag = octets
        .windows(3)
        .take(40)
        .find_map(|octets| match octets {
            [0xDF | 0xDD, 0x09, flag] => CraFlag::from_octet(*flag),
            _ => None,
        })
        .filter(|_| begins_message(octets));
    match (direction, flag) {
        (Direction::FromDcc, Some(CraFlag::Response | CraFlag::Alert)) => Direction::FromDevice,
        (direction, _) => direction,
    }
}

/// The log that the response of a message code reads.
fn log_of(code: Option<u16>) -> Option<&'static str> {
    Some(match code? {
        0x0048 => "Event",
        0x0049 => "Security",
        0x0093 => "CHFEvent",
        0x0094 => "CHFSecurity",
        0x00B9 => "PowerEvent",
        0x00BA | 0x00FD => "ALCSEvent",
        0x0014 => "GSMEEvent",
        0x00A1 => "GSMESecurity",
        _ => return None,
    })
}

/// An element as a JSON object under its name. Elements of the same name become a list.
fn body_json(document: &Document, n: usize) -> String {
    let mut object = serde_json::Map::new();
    if let Some(element) = document.elements.get(n) {
        object.insert(element.name.to_string(), value(document, n));
    }
    serde_json::Value::Object(object).to_string()
}

/// The depth of a document is bounded when it is read.
fn value(document: &Document, n: usize) -> serde_json::Value {
    use serde_json::Value;
    let mut object = serde_json::Map::new();
    for child in document.children(n) {
        let Some(element) = document.elements.get(child) else { continue };
        let read = value(document, child);
        match object.get_mut(&*element.name) {
            None => {
                object.insert(element.name.to_string(), read);
            }
            Some(Value::Array(list)) => list.push(read),
            Some(other) => {
                let first = other.take();
                *other = Value::Array(vec![first, read]);
            }
        }
    }
    if object.is_empty() {
        let text = document.elements.get(n).map_or("", |element| &*element.text);
        return Value::String(text.into());
    }
    Value::Object(object)
}

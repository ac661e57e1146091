//! The native log: JSON Lines.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::io::BufRead;
use std::mem::take;
use std::sync::Arc;

use super::cited_path::CitedPath;
use super::json::{Entry, Fields, Place, code_of};
use super::lines::{LineReader, Lines};
use super::{Problem, ProblemKind, base64, hex};
use crate::limits::MAX_MESSAGE_OCTETS;
use crate::message::CraFlag;
use crate::record::{
    AlertBehaviour, Body, CompletePart, Completeness, Configuration, ConfigurationValues,
    Credentials, DccAlert, Device, Direction, Document, Duis, Element, Expect, LogEntry, LogHead,
    MaximumDemandEntry, MessageRecord, Namespace, Outcome, Position, Record, Stimulus, TestCase,
    ZclFrame,
};

/// Reads a native log.
pub(super) struct JsonLines<R> {
    lines: Lines<R>,
    path: CitedPath,
    records: u64,
    told: bool,
    ready: VecDeque<Result<Record, Problem>>,
    /// The memory of a line's fields, for the next; empty.
    spare: Vec<Entry<'static>>,
}

impl<R: BufRead> JsonLines<R> {
    pub(super) fn new(source: R, line_octets: usize, path: Arc<str>) -> Self {
        Self {
            lines: Lines::new(source, line_octets),
            path: CitedPath::new(path),
            records: 0,
            told: false,
            ready: VecDeque::new(),
            spare: Vec::new(),
        }
    }
}

impl<R: BufRead> LineReader<R> for JsonLines<R> {
    fn lines(&mut self) -> &mut Lines<R> {
        &mut self.lines
    }

    fn ready(&mut self) -> &mut VecDeque<Result<Record, Problem>> {
        &mut self.ready
    }

    fn line(&mut self) -> Option<Result<Record, Problem>> {
        if self.lines.text.trim_ascii().is_empty() {
            return None;
        }
        self.records += 1;
        let mut place = Place::new(&self.lines.text, self.lines.number, self.lines.start);
        place.spare = take(&mut self.spare);
        let position = Position {
            path: self.path.next(),
            record: self.records,
            payload: None,
            line: Some(self.lines.number),
        };
        let record = record(&self.lines.text, &mut place, position);
        self.told |= record.is_some() || !place.problems.is_empty();
        self.spare = take(&mut place.spare);
        self.ready.extend(place.problems.into_iter().map(Err));
        record
    }

    fn end(&mut self) {
        if !self.told {
            self.ready.push_back(Err(Problem::new(ProblemKind::NoOctets)));
        }
    }

    fn unreadable(&mut self, problem: Problem) {
        self.told = true;
        self.ready.push_back(Err(problem));
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_item()
    }
}

/// Reads one line. Where the record as a whole cannot be made, `None`, and a problem says why.
fn record(line: &[u8], place: &mut Place, position: Position) -> Option<Result<Record, Problem>> {
    let Ok(text) = std::str::from_utf8(line) else {
        let at = line.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
        place.problem_at(at, ProblemKind::NotUtf8);
        return None;
    };
    let mut fields = match Fields::parse(text, place) {
        Ok(fields) => fields,
        Err(error) => {
            let kind = if error.is_data() {
                ProblemKind::NotAnObject
            } else {
                let reason = error.to_string();
                let reason = reason.split(" at line ").next().unwrap_or_default().to_owned();
                ProblemKind::NotJson(reason)
            };
            place.problem_at(error.column().saturating_sub(1), kind);
            return None;
        }
    };
    let Some(name) = fields.text_here(place, "record") else {
        if place.problems.is_empty() {
            place.problem(text, ProblemKind::MissingField("record"));
        }
        return None;
    };
    let time = fields.time(place, "time");
    let device_id = fields.entity(place, "device_id");
    let seq = fields.number(place, "seq");
    for name in ["source", "note"] {
        if let Some(text) = fields.raw(place, name) {
            place.extras.push((name.to_owned(), text.to_owned()));
        }
    }
    let body = body(&name, &mut fields, place, text)?;
    match body {
        Body::Unknown(_) => fields.keep(place),
        _ => fields.finish(place),
    }
    let (unknown_fields, extras) = (take(&mut place.unknown), take(&mut place.extras));
    Some(Ok(Record { position, time, device_id, seq, unknown_fields, extras, body }))
}

fn body(name: &str, fields: &mut Fields<'_>, place: &mut Place, text: &str) -> Option<Body> {
    Some(match name {
        "log" => Body::Log(log_head(fields, place)),
        "device" => Body::Device(Box::new(device(fields, place))),
        "credentials" => Body::Credentials(credentials(fields, place)),
        "configuration" => Body::Configuration(configuration(fields, place, text)?),
        "test-case" => Body::TestCase(test_case(fields, place, text)?),
        "message" => Body::Message(message(fields, place)?),
        "stimulus" => Body::Stimulus(Stimulus {
            event: required(fields, place, "event", text)?,
            values: fields.raw(place, "values").map(str::to_owned),
        }),
        "dcc-alert" => Body::DccAlert(dcc_alert(fields, place, text)?),
        "log-entry" => Body::LogEntry(log_entry(fields, place, text)?),
        "zcl-frame" => Body::ZclFrame(ZclFrame {
            source_address: fields.code(place, "source_address")?,
            destination_address: fields.code(place, "destination_address")?,
            source: fields.entity(place, "source_id"),
            destination: fields.entity(place, "destination_id"),
            cluster: fields.code(place, "cluster")?,
            octets: fields.hex(place, "payload")?,
        }),
        _ => Body::Unknown(name.to_owned()),
    })
}

/// Text that has to be there.
fn required(
    fields: &mut Fields<'_>,
    place: &mut Place,
    name: &'static str,
    text: &str,
) -> Option<String> {
    let problems = place.problems.len();
    let value = fields.text(place, name);
    if value.is_none() && place.problems.len() == problems {
        place.problem(text, ProblemKind::MissingField(name));
    }
    value
}

fn log_head(fields: &mut Fields<'_>, place: &mut Place) -> LogHead {
    let mut head = LogHead {
        format: fields.text(place, "format"),
        version: fields.number(place, "version"),
        producer: fields.text(place, "producer"),
        created: fields.time(place, "created"),
        gbcs_version: fields.text_or_number(place, "gbcs_version"),
        complete: completeness(fields, place),
        ..LogHead::default()
    };
    if let Some(mut clock) = fields.object(place, "clock") {
        head.clock_source = clock.text(place, "source");
        head.clock_max_error_ms = clock.number(place, "max_error_ms");
        clock.finish(place);
    }
    head
}

fn completeness(fields: &mut Fields<'_>, place: &mut Place) -> Completeness {
    match fields.raw(place, "complete") {
        None | Some("false") => Completeness::NotStated,
        Some("true") => Completeness::All,
        Some(_) => {
            let parts = fields.objects(place, "complete");
            if parts.is_empty() {
                return Completeness::NotStated;
            }
            let part = |mut part: Fields<'_>| {
                let read = CompletePart {
                    device_id: part.entity(place, "device_id"),
                    interface: part.text(place, "interface"),
                    recipient: part.entity(place, "recipient"),
                    from: part.time(place, "from"),
                    to: part.time(place, "to"),
                };
                part.finish(place);
                read
            };
            Completeness::Parts(parts.into_iter().map(part).collect())
        }
    }
}

fn device(fields: &mut Fields<'_>, place: &mut Place) -> Device {
    Device {
        device_type: fields.text(place, "device_type"),
        manufacturer: fields.text_or_number(place, "device_manufacturer"),
        model: fields.text_or_number(place, "device_model"),
        firmware_version: fields.text_or_number(place, "device_firmware_version"),
        smets_chts_version: fields.text_or_number(place, "smets_chts_version"),
        gbcs_version: fields.text_or_number(place, "device_gbcs_version"),
        esme_variant: fields.text(place, "esme_variant"),
        status: fields.text(place, "device_status"),
        han_variant: fields.text(place, "han_variant"),
        import_mpxn: fields.text_or_number(place, "import_mpxn"),
        firmware_hash: fields.text(place, "firmware_hash"),
        date_installed: fields.text(place, "date_installed"),
        date_commissioned: fields.text(place, "date_commissioned"),
        as_manufactured: fields.boolean(place, "as_manufactured"),
        claims: fields.texts(place, "claims"),
    }
}

fn credentials(fields: &mut Fields<'_>, place: &mut Place) -> Credentials {
    Credentials {
        remote_party_role: fields.text(place, "remote_party_role"),
        certificate_type: fields.text(place, "certificate_type"),
        remote_party_id: fields.entity(place, "remote_party_id"),
        floor_seq_number: fields.number(place, "remote_party_floor_seq_number"),
        certificate: fields.text_or_number(place, "certificate"),
    }
}

fn configuration(fields: &mut Fields<'_>, place: &mut Place, text: &str) -> Option<Configuration> {
    let item = required(fields, place, "item", text)?;
    let values = match item.as_str() {
        "voltage" => {
            let mut values = fields.object(place, "values");
            let read = ConfigurationValues::Voltage {
                averaging_period_s: values
                    .as_mut()
                    .and_then(|values| values.number(place, "averaging_period_s")),
                phase: values.as_mut().and_then(|values| values.small(place, "phase")),
            };
            finish(values, place);
            read
        }
        "maximum-demand" => {
            let mut values = fields.object(place, "values");
            let entries = match &mut values {
                Some(values) => values.objects(place, "entries"),
                None => Vec::new(),
            };
            let entries = entries.into_iter().map(|entry| maximum_demand_entry(entry, place));
            let entries = entries.collect();
            finish(values, place);
            ConfigurationValues::MaximumDemand { entries }
        }
        "randomised-offset-limit" => {
            let mut values = fields.object(place, "values");
            let seconds = values.as_mut().and_then(|values| values.number(place, "seconds"));
            finish(values, place);
            ConfigurationValues::RandomisedOffsetLimit { seconds }
        }
        "alert-behaviour" => {
            ConfigurationValues::AlertBehaviour(match fields.object(place, "values") {
                Some(values) => alert_behaviours(values, place),
                None => Vec::new(),
            })
        }
        _ => ConfigurationValues::Other(fields.raw(place, "values").unwrap_or("null").to_owned()),
    };
    let mut configuration =
        Configuration { item, values, from_service_reference_variant: None, from_seq: None };
    if let Some(mut from) = fields.object(place, "from") {
        configuration.from_service_reference_variant =
            from.text(place, "service_reference_variant");
        configuration.from_seq = from.number(place, "seq");
        from.finish(place);
    }
    Some(configuration)
}

fn finish(fields: Option<Fields<'_>>, place: &mut Place) {
    if let Some(fields) = fields {
        fields.finish(place);
    }
}

fn maximum_demand_entry(mut entry: Fields<'_>, place: &mut Place) -> MaximumDemandEntry {
    let read = MaximumDemandEntry {
        index: entry.hex(place, "index"),
        enable: entry.hex(place, "enable"),
        script: entry.hex(place, "script"),
        script_selector: entry.hex(place, "script_selector"),
        switch_time: entry.hex(place, "switch_time"),
        validity_window: entry.hex(place, "validity_window"),
        exec_weekdays: entry.hex(place, "exec_weekdays"),
        begin_date: entry.hex(place, "begin_date"),
        end_date: entry.hex(place, "end_date"),
    };
    entry.finish(place);
    read
}

fn alert_behaviours(mut values: Fields<'_>, place: &mut Place) -> Vec<(u16, AlertBehaviour)> {
    let mut read = Vec::new();
    for name in values.names() {
        let code = code_of(&name);
        if name.starts_with("x_") {
            continue;
        }
        let Some(mut behaviour) = values.object(place, &name) else { continue };
        let Some(code) = code else {
            values.get::<()>(place, &name, "under an alert code", |_| None);
            continue;
        };
        let mut enabled = |name| {
            behaviour.parsed(place, name, "Enable or Disable", |text| match text {
                "Enable" | "enable" | "Enabled" => Some(true),
                "Disable" | "disable" | "Disabled" => Some(false),
                _ => None,
            })
        };
        let behaviours = AlertBehaviour {
            wan_alert: enabled("wan_alert"),
            han_alert: enabled("han_alert"),
            event_log: enabled("event_log"),
            alarm: enabled("alarm"),
        };
        behaviour.finish(place);
        read.push((code, behaviours));
    }
    read
}

fn test_case(fields: &mut Fields<'_>, place: &mut Place, text: &str) -> Option<TestCase> {
    let id = required(fields, place, "id", text)?;
    let begins = fields.parsed(place, "action", "begin or end", |action| match action {
        "begin" => Some(true),
        "end" => Some(false),
        _ => None,
    });
    if begins.is_none() && place.problems.is_empty() {
        place.problem(text, ProblemKind::MissingField("action"));
    }
    Some(TestCase {
        id,
        begins: begins?,
        stimulus_is_faulty: fields.boolean(place, "stimulus_is_faulty").unwrap_or(false),
        requirements: fields.texts(place, "requirements"),
        verdict: fields.text(place, "verdict"),
    })
}

/// `None` where its octets cannot be read: without them it would be another record.
fn message(fields: &mut Fields<'_>, place: &mut Place) -> Option<MessageRecord> {
    let payload = payload(fields, place)?;
    Some(MessageRecord {
        direction: fields.parsed(
            place,
            "direction",
            "to-device, from-device, to-dcc or from-dcc",
            direction,
        ),
        interface: fields.text_here(place, "interface").map(interface),
        payload,
        originator: fields.entity(place, "originator"),
        recipient: fields.entity(place, "recipient"),
        originator_counter: fields.number(place, "originator_counter"),
        message_code: fields.code(place, "message_code"),
        cra_flag: cra_flag(fields, place),
        duis: fields.object(place, "duis").map(|fields| Box::new(duis(fields, place))),
        expect: fields.object(place, "expect").map(|fields| Box::new(expect(fields, place))),
        parts: fields
            .get(place, "parts", "a list of numbers", |value| serde_json::from_str(value).ok())
            .unwrap_or_default(),
    })
}

fn interface(name: Cow<'_, str>) -> Cow<'static, str> {
    let known = ["DUIS", "SMWAN", "SMHAN", "HHT", "GFI"].into_iter().find(|known| *known == name);
    known.map_or_else(|| name.into_owned().into(), Cow::Borrowed)
}

fn payload(fields: &mut Fields<'_>, place: &mut Place) -> Option<Vec<u8>> {
    let mut octets = Vec::new();
    let problems = place.problems.len();
    if let Some(value) = fields.raw(place, "payload") {
        // The usual text has no escapes and is the octets between its quotes.
        let digits = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
        let read = digits.map(|digits| hex::plain(digits.as_bytes(), &mut octets));
        match read {
            Some(Ok(())) => {}
            Some(Err(fault)) => {
                let (at, kind) = match fault {
                    hex::Fault::Odd(at) => (at, ProblemKind::OddDigit),
                    hex::Fault::Character(at) => {
                        let found = digits.and_then(|digits| digits.get(at..)?.chars().next());
                        (at, ProblemKind::BadCharacter(found.unwrap_or('\u{FFFD}')))
                    }
                };
                let at = value.get(at + 1..).unwrap_or(value);
                place.problem(at, kind);
            }
            None => {
                fields.get::<()>(place, "payload", "octets in hexadecimal", |_| None);
            }
        }
    } else if let Some(text) = fields
        .get(place, "payload_base64", "text", |value| serde_json::from_str::<String>(value).ok())
    {
        match base64::decode(text.as_bytes()) {
            Ok(decoded) => octets = decoded,
            Err(_) => {
                fields.get::<()>(place, "payload_base64", "octets in base64", |_| None);
            }
        }
    }
    fields.raw(place, "payload_base64");
    if octets.len() > MAX_MESSAGE_OCTETS {
        place.problem_at(0, ProblemKind::MessageTooLong);
    }
    (place.problems.len() == problems).then_some(octets)
}

fn direction(text: &str) -> Option<Direction> {
    [Direction::ToDevice, Direction::FromDevice, Direction::ToDcc, Direction::FromDcc]
        .into_iter()
        .find(|direction| direction.name() == text)
}

fn cra_flag(fields: &mut Fields<'_>, place: &mut Place) -> Option<CraFlag> {
    fields.get(place, "cra_flag", "1, 2 or 3", |value| {
        match value.trim_matches('"').to_ascii_lowercase().as_str() {
            "1" | "command" => Some(CraFlag::Command),
            "2" | "response" => Some(CraFlag::Response),
            "3" | "alert" => Some(CraFlag::Alert),
            _ => None,
        }
    })
}

fn duis(mut fields: Fields<'_>, place: &mut Place) -> Duis {
    let duis = Duis {
        request_id: fields.text(place, "request_id"),
        response_id: fields.text(place, "response_id"),
        service_reference: fields.text_or_number(place, "service_reference"),
        service_reference_variant: fields.text_or_number(place, "service_reference_variant"),
        command_variant: fields.text_or_number(place, "command_variant"),
        response_code: fields.text(place, "response_code"),
        response_date_time: fields.time(place, "response_date_time"),
        alert_code: fields.text_or_number(place, "alert_code"),
        throttled_alert_sequence_id: fields.number(place, "throttled_alert_sequence_id"),
        throttled_alert_count: fields.number(place, "throttled_alert_count"),
        document: fields.object(place, "x_document").map(|fields| document(fields, place)),
    };
    fields.finish(place);
    duis
}

/// The elements of a document: depth, namespace, name and text of each.
fn document(mut fields: Fields<'_>, place: &mut Place) -> Arc<Document> {
    let needed = "a list of depth, namespace, name and text";
    let schema_version = fields.text(place, "schema_version");
    let elements = fields.get(place, "elements", needed, |value| {
        let elements: Vec<(u16, &str, String, String)> = serde_json::from_str(value).ok()?;
        let element = |(depth, namespace, name, text): (u16, &str, String, String)| Element {
            name: name.into(),
            namespace: Namespace::from_name(namespace),
            depth,
            text: text.into(),
        };
        Some(elements.into_iter().map(element).collect())
    });
    Arc::new(Document { schema_version, elements: elements.unwrap_or_default() })
}

fn expect(mut fields: Fields<'_>, place: &mut Place) -> Expect {
    let expect =
        Expect {
            use_case: fields.text(place, "use_case"),
            outcome: fields.parsed(place, "outcome", "SUCCESS, ERROR or NOT_FOUND", |text| {
                match text {
                    "SUCCESS" => Some(Outcome::Success),
                    "ERROR" => Some(Outcome::Error),
                    "NOT_FOUND" => Some(Outcome::NotFound),
                    _ => None,
                }
            }),
        };
    fields.finish(place);
    expect
}

fn dcc_alert(fields: &mut Fields<'_>, place: &mut Place, text: &str) -> Option<DccAlert> {
    let code = required(fields, place, "dcc_alert_code", text)?;
    let mut alert = DccAlert { code, ..DccAlert::default() };
    alert.body = fields.raw(place, "body").map(str::to_owned);
    alert.duis = fields.object(place, "duis").map(|fields| Box::new(duis(fields, place)));
    if let Some(mut body) = fields.object(place, "body") {
        alert.body_element = body.names().into_iter().next();
        if alert.body_element.as_deref() == Some("UpdateHANDeviceLogResult")
            && let Some(mut result) = body.object(place, "UpdateHANDeviceLogResult")
        {
            alert.request_id =
                result.parsed(place, "UpdateHANDeviceLogServiceRequestID", "a request id", |id| {
                    id.parse().ok()
                });
        }
    }
    Some(alert)
}

fn log_entry(fields: &mut Fields<'_>, place: &mut Place, text: &str) -> Option<LogEntry> {
    Some(LogEntry {
        log: required(fields, place, "log", text)?,
        timestamp: fields.time(place, "timestamp"),
        log_code: fields.code(place, "log_code"),
        other_information: fields.text_or_number(place, "other_information"),
        log_meaning: fields.text(place, "log_meaning"),
        phase: fields.small(place, "phase"),
        value: fields.get(place, "value", "a number", |value| {
            value.trim_matches('"').parse().ok().filter(|value: &f64| value.is_finite())
        }),
        read_by: fields.number(place, "read_by"),
    })
}

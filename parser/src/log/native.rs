//! Writes records as lines of the native JSON Lines log.

use std::io::{self, Write};

use crate::message::EntityId;
use crate::record::{
    AlertBehaviour, Body, Completeness, ConfigurationValues, Document, Duis, MaximumDemandEntry,
    Outcome, Record, Time,
};
use data_encoding::HEXUPPER;
use serde_json::{Map, Value, json};

/// Appends one record as a line.
///
/// # Errors
/// Those of the writer.
pub fn write(
    out: &mut impl Write,
    time: Option<Time>,
    device: Option<EntityId>,
    body: &Body,
) -> io::Result<()> {
    let mut object = Map::new();
    object.insert("record".into(), kind(body).into());
    let mut fields = Fields(&mut object);
    fields.put("time", time.map(|time| time.to_string()));
    fields.put("device_id", device.map(|id| id.to_string()));
    fields.body(body);
    serde_json::to_writer(&mut *out, &object)?;
    out.write_all(b"\n")
}

/// A record as the object of a line, with its fields that are not known, and with the place
/// it came from under `source` where it does not say so itself. The head of a log came from nowhere.
#[must_use]
pub fn object(record: &Record) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("record".into(), kind(&record.body).into());
    let mut fields = Fields(&mut object);
    fields.put("time", record.time.map(|time| time.to_string()));
    fields.put("device_id", record.device_id.map(|id| id.to_string()));
    fields.put("seq", record.seq);
    fields.body(&record.body);
    for (path, text) in &record.extras {
        put_at(&mut object, path, from_text(text));
    }
    if !object.contains_key("source") && !matches!(record.body, Body::Log(_)) {
        let position = &record.position;
        let mut source = Map::new();
        let mut fields = Fields(&mut source);
        fields.put("file", Some(&*position.path));
        fields.put("line", position.line);
        fields.put("record", Some(position.record));
        fields.put("payload", position.payload);
        object.insert("source".into(), source.into());
    }
    object
}

/// Puts a value under a dotted path. What stands there stays.
fn put_at(object: &mut Map<String, Value>, path: &str, value: Value) {
    if !path.contains('.') || object.contains_key(path) {
        object.entry(path).or_insert(value);
        return;
    }
    let mut names = path.split('.');
    let Some(first) = names.next() else { return };
    let mut place = object.entry(first).or_insert_with(|| Map::new().into());
    for name in names {
        place = match place {
            Value::Array(list) => match name.parse().ok().and_then(|n: usize| list.get_mut(n)) {
                Some(member) => member,
                None => return,
            },
            Value::Object(object) => object.entry(name).or_insert(Value::Null),
            Value::Null => {
                *place = Map::new().into();
                match place {
                    Value::Object(object) => object.entry(name).or_insert(Value::Null),
                    _ => return,
                }
            }
            _ => return,
        };
    }
    if place.is_null() {
        *place = value;
    }
}

fn kind(body: &Body) -> &str {
    match body {
        Body::Log(_) => "log",
        Body::Device(_) => "device",
        Body::Credentials(_) => "credentials",
        Body::Configuration(_) => "configuration",
        Body::TestCase(_) => "test-case",
        Body::Message(_) => "message",
        Body::Stimulus(_) => "stimulus",
        Body::DccAlert(_) => "dcc-alert",
        Body::LogEntry(_) => "log-entry",
        Body::ZclFrame(_) => "zcl-frame",
        Body::Unknown(kind) => kind,
    }
}

/// The fields of an object; those without a value are left out.
struct Fields<'a>(&'a mut Map<String, Value>);

impl Fields<'_> {
    fn put(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value.into());
        }
    }

    /// A number of 64 bits, as text: JavaScript loses digits above 2^53.
    fn counter(&mut self, name: &str, value: Option<u64>) {
        self.put(name, value.map(|number| number.to_string()));
    }

    fn body(&mut self, body: &Body) {
        match body {
            Body::Log(log) => {
                self.put("format", log.format.as_deref());
                self.put("version", log.version);
                self.put("producer", log.producer.as_deref());
                self.put("created", log.created.map(|time| time.to_string()));
                self.put("gbcs_version", log.gbcs_version.as_deref());
                let mut clock = Map::new();
                let mut fields = Fields(&mut clock);
                fields.put("source", log.clock_source.as_deref());
                fields.put("max_error_ms", log.clock_max_error_ms);
                self.put("clock", (!clock.is_empty()).then_some(clock));
                self.put("complete", complete(&log.complete));
            }
            Body::Device(device) => {
                self.put("device_type", device.device_type.as_deref());
                self.put("device_manufacturer", device.manufacturer.as_deref());
                self.put("device_model", device.model.as_deref());
                self.put("device_firmware_version", device.firmware_version.as_deref());
                self.put("smets_chts_version", device.smets_chts_version.as_deref());
                self.put("device_gbcs_version", device.gbcs_version.as_deref());
                self.put("esme_variant", device.esme_variant.as_deref());
                self.put("device_status", device.status.as_deref());
                self.put("han_variant", device.han_variant.as_deref());
                self.put("import_mpxn", device.import_mpxn.as_deref());
                self.put("firmware_hash", device.firmware_hash.as_deref());
                self.put("date_installed", device.date_installed.as_deref());
                self.put("date_commissioned", device.date_commissioned.as_deref());
                self.put("as_manufactured", device.as_manufactured);
                let claims = (!device.claims.is_empty()).then(|| device.claims.clone());
                self.put("claims", claims);
            }
            Body::Credentials(credentials) => {
                self.put("remote_party_role", credentials.remote_party_role.as_deref());
                self.put("certificate_type", credentials.certificate_type.as_deref());
                self.put("remote_party_id", credentials.remote_party_id.map(|id| id.to_string()));
                self.counter("remote_party_floor_seq_number", credentials.floor_seq_number);
                self.put("certificate", credentials.certificate.as_deref());
            }
            Body::Configuration(configuration) => {
                self.put("item", Some(configuration.item.as_str()));
                self.put("values", Some(values(&configuration.values)));
                let mut from = Map::new();
                let mut fields = Fields(&mut from);
                fields.put(
                    "service_reference_variant",
                    configuration.from_service_reference_variant.as_deref(),
                );
                fields.put("seq", configuration.from_seq);
                self.put("from", (!from.is_empty()).then_some(from));
            }
            Body::TestCase(case) => {
                self.put("id", Some(case.id.as_str()));
                self.put("action", Some(if case.begins { "begin" } else { "end" }));
                self.put("stimulus_is_faulty", case.stimulus_is_faulty.then_some(true));
                let requirements =
                    (!case.requirements.is_empty()).then(|| case.requirements.clone());
                self.put("requirements", requirements);
                self.put("verdict", case.verdict.as_deref());
            }
            Body::Message(message) => {
                self.put("direction", message.direction.map(|direction| direction.name()));
                self.put("interface", message.interface.as_deref());
                self.put("originator", message.originator.map(|id| id.to_string()));
                self.put("recipient", message.recipient.map(|id| id.to_string()));
                self.counter("originator_counter", message.originator_counter);
                self.put("message_code", message.message_code.map(|code| format!("0x{code:04X}")));
                self.put("cra_flag", message.cra_flag.map(|flag| flag.octet()));
                self.put("duis", message.duis.as_deref().map(duis));
                self.put(
                    "expect",
                    message.expect.as_ref().map(|expect| {
                        let mut object = Map::new();
                        let mut fields = Fields(&mut object);
                        fields.put("use_case", expect.use_case.as_deref());
                        fields.put("outcome", expect.outcome.map(outcome));
                        object
                    }),
                );
                let parts = (!message.parts.is_empty()).then(|| message.parts.clone());
                self.put("parts", parts);
                let payload =
                    (!message.payload.is_empty()).then(|| HEXUPPER.encode(&message.payload));
                self.put("payload", payload);
            }
            Body::Stimulus(stimulus) => {
                self.put("event", Some(stimulus.event.as_str()));
                self.put("values", stimulus.values.as_deref().map(from_text));
            }
            Body::DccAlert(alert) => {
                self.put("dcc_alert_code", Some(alert.code.as_str()));
                let body = match (&alert.body, alert.request_id) {
                    (Some(body), _) => Some(from_text(body)),
                    (None, Some(request)) => Some(json!({"UpdateHANDeviceLogResult": {
                        "UpdateHANDeviceLogServiceRequestID": request.to_string(),
                    }})),
                    (None, None) => None,
                };
                self.put("body", body);
                self.put("duis", alert.duis.as_deref().map(duis));
            }
            Body::LogEntry(entry) => {
                self.put("log", Some(entry.log.as_str()));
                self.put("timestamp", entry.timestamp.map(|time| time.to_string()));
                self.put("log_code", entry.log_code.map(|code| format!("{code:04X}")));
                self.put("other_information", entry.other_information.as_deref());
                self.put("log_meaning", entry.log_meaning.as_deref());
                self.put("phase", entry.phase);
                self.put("value", entry.value);
                self.put("read_by", entry.read_by);
            }
            Body::ZclFrame(frame) => {
                let short = |address: u16| Some(format!("0x{address:04X}"));
                self.put("source_address", short(frame.source_address));
                self.put("destination_address", short(frame.destination_address));
                self.put("source_id", frame.source.map(|id| id.to_string()));
                self.put("destination_id", frame.destination.map(|id| id.to_string()));
                self.put("cluster", short(frame.cluster));
                self.put("payload", Some(HEXUPPER.encode(&frame.octets)));
            }
            // All its fields are unknown.
            Body::Unknown(_) => {}
        }
    }
}

fn from_text(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| text.into())
}

fn complete(complete: &Completeness) -> Option<Value> {
    match complete {
        Completeness::NotStated => None,
        Completeness::All => Some(true.into()),
        Completeness::Parts(parts) => Some(
            parts
                .iter()
                .map(|part| {
                    let mut object = Map::new();
                    let mut fields = Fields(&mut object);
                    fields.put("device_id", part.device_id.map(|id| id.to_string()));
                    fields.put("interface", part.interface.as_deref());
                    fields.put("recipient", part.recipient.map(|id| id.to_string()));
                    fields.put("from", part.from.map(|time| time.to_string()));
                    fields.put("to", part.to.map(|time| time.to_string()));
                    Value::from(object)
                })
                .collect(),
        ),
    }
}

fn values(values: &ConfigurationValues) -> Value {
    let mut object = Map::new();
    let mut fields = Fields(&mut object);
    match values {
        ConfigurationValues::Voltage { averaging_period_s, phase } => {
            fields.put("averaging_period_s", *averaging_period_s);
            fields.put("phase", *phase);
        }
        ConfigurationValues::MaximumDemand { entries } => {
            fields.put("entries", Some(entries.iter().map(entry).collect::<Value>()));
        }
        ConfigurationValues::RandomisedOffsetLimit { seconds } => {
            fields.put("seconds", *seconds);
        }
        ConfigurationValues::AlertBehaviour(codes) => {
            for (code, behaviour) in codes {
                fields.put(&format!("{code:04X}"), Some(alert_behaviour(behaviour)));
            }
        }
        ConfigurationValues::Other(text) => return from_text(text),
    }
    object.into()
}

fn entry(entry: &MaximumDemandEntry) -> Value {
    let mut object = Map::new();
    let mut fields = Fields(&mut object);
    for (name, octets) in [
        ("index", &entry.index),
        ("enable", &entry.enable),
        ("script", &entry.script),
        ("script_selector", &entry.script_selector),
        ("switch_time", &entry.switch_time),
        ("validity_window", &entry.validity_window),
        ("exec_weekdays", &entry.exec_weekdays),
        ("begin_date", &entry.begin_date),
        ("end_date", &entry.end_date),
    ] {
        fields.put(name, octets.as_ref().map(|octets| HEXUPPER.encode(octets)));
    }
    object.into()
}

fn alert_behaviour(behaviour: &AlertBehaviour) -> Value {
    let mut object = Map::new();
    let mut fields = Fields(&mut object);
    for (name, on) in [
        ("wan_alert", behaviour.wan_alert),
        ("han_alert", behaviour.han_alert),
        ("event_log", behaviour.event_log),
        ("alarm", behaviour.alarm),
    ] {
        fields.put(name, on.map(|on| if on { "Enable" } else { "Disable" }));
    }
    object.into()
}

fn duis(duis: &Duis) -> Value {
    let mut object = Map::new();
    let mut fields = Fields(&mut object);
    fields.put("request_id", duis.request_id.as_deref());
    fields.put("response_id", duis.response_id.as_deref());
    fields.put("service_reference", duis.service_reference.as_deref());
    fields.put("service_reference_variant", duis.service_reference_variant.as_deref());
    fields.put("command_variant", duis.command_variant.as_deref());
    fields.put("response_code", duis.response_code.as_deref());
    fields.put("response_date_time", duis.response_date_time.map(|time| time.to_string()));
    fields.put("alert_code", duis.alert_code.as_deref());
    fields.put("throttled_alert_sequence_id", duis.throttled_alert_sequence_id);
    fields.put("throttled_alert_count", duis.throttled_alert_count);
    fields.put("x_document", duis.document.as_deref().map(document));
    object.into()
}

/// The elements of a document: depth, namespace, name and text of each.
fn document(document: &Document) -> Value {
    let elements: Vec<Value> = document
        .elements
        .iter()
        .map(|e| json!([e.depth, e.namespace.name(), &*e.name, &*e.text]))
        .collect();
    json!({"schema_version": document.schema_version, "elements": elements})
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Success => "SUCCESS",
        Outcome::Error => "ERROR",
        Outcome::NotFound => "NOT_FOUND",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{DccAlert, LogHead, MessageRecord, RequestId, Stimulus};

    fn line(time: Option<Time>, device: Option<EntityId>, body: &Body) -> String {
        let mut out = Vec::new();
        write(&mut out, time, device, body).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_head_of_a_log() {
        let head = LogHead {
            format: Some("gbcs-log".into()),
            version: Some(1),
            clock_max_error_ms: Some(50),
            complete: Completeness::All,
            ..LogHead::default()
        };
        assert_eq!(
            line(None, None, &Body::Log(head)),
            "{\"record\":\"log\",\"format\":\"gbcs-log\",\"version\":1,\
             \"clock\":{\"max_error_ms\":50},\"complete\":true}\n"
        );
    }

    #[test]
    fn a_message_of_a_device() {
        let message = MessageRecord { payload: vec![0xDF, 0x09], ..MessageRecord::default() };
        assert_eq!(
            line(
                Some(Time::from_seconds_2000(0)),
                Some(EntityId([0x4E; 8])),
                &Body::Message(message)
            ),
            "{\"record\":\"message\",\"time\":\"2000-01-01T00:00:00.000Z\",\
             \"device_id\":\"4E-4E-4E-4E-4E-4E-4E-4E\",\"payload\":\"DF09\"}\n"
        );
    }

    #[test]
    fn an_outcome_of_a_device_log_update() {
        let id = EntityId([0x4E; 8]);
        let alert = DccAlert {
            code: "N24".into(),
            request_id: Some(RequestId { originator: id, target: id, counter: u64::MAX }),
            ..DccAlert::default()
        };
        let text = line(None, None, &Body::DccAlert(alert));
        assert!(text.contains(":18446744073709551615\"}}"), "{text}");
    }

    #[test]
    fn a_stimulus_keeps_its_values() {
        let stimulus = Stimulus { event: "power-off".into(), values: Some("{\"phase\":1}".into()) };
        assert_eq!(
            line(None, None, &Body::Stimulus(stimulus)),
            "{\"record\":\"stimulus\",\"event\":\"power-off\",\"values\":{\"phase\":1}}\n"
        );
    }
}

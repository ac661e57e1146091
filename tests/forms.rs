//! One story in several forms: what is found does not depend on the form that it is told in.

use std::fmt::Write as _;
use std::path::Path;

use gbcs_parser::catalogue::SERVICE_REQUESTS;
use gbcs_parser::{CraFlag, Message};
use serde_json::Value;

use crate::run::gbcheck;

/// A message, or an alert of the DCC, with its time.
struct Event {
    /// RFC 3339, whole seconds.
    time: jiff::Timestamp,
    /// A message's octets.
    payload: Vec<u8>,
    /// The code of a DCC Alert, and the request that it names.
    alert: Option<(String, String)>,
}

/// The messages of a native log, and its DCC Alerts of the kind that names a request.
fn events(log: &str) -> Vec<Event> {
    let record = |line: &str| {
        let value: Value = serde_json::from_str(line).unwrap();
        let time: jiff::Timestamp = value["time"].as_str()?.parse().unwrap();
        let time = jiff::Timestamp::from_second(time.as_second()).unwrap();
        let alert = &value["body"]["UpdateHANDeviceLogResult"];
        let request = alert["UpdateHANDeviceLogServiceRequestID"].as_str();
        let alert = request.map(|id| (value["dcc_alert_code"].as_str().unwrap().into(), id.into()));
        let payload = value["payload"].as_str().unwrap_or_default();
        let payload = data_encoding::HEXUPPER_PERMISSIVE.decode(payload.as_bytes()).unwrap();
        (alert.is_some() || !payload.is_empty()).then_some(Event { time, payload, alert })
    };
    log.lines().filter_map(record).collect()
}

/// A devices file of the devices that a native log describes.
fn devices(log: &str) -> String {
    let mut file = String::new();
    for line in log.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        if value["record"] != "device" {
            continue;
        }
        let id = &value["device_id"];
        if file.contains(&id.to_string()) {
            continue;
        }
        let _ = writeln!(file, "[[device]]\nid = {id}");
        for (name, field) in [("type", "device_type"), ("gbcs_version", "device_gbcs_version")] {
            if let Some(text) = value[field].as_str() {
                let _ = writeln!(file, "{name} = {text:?}");
            }
        }
    }
    file
}

fn jsonl(events: &[Event]) -> Vec<u8> {
    let line = |event: &Event| {
        let payload = data_encoding::HEXUPPER.encode(&event.payload);
        format!(
            "{{\"record\":\"message\",\"time\":\"{}\",\"payload\":\"{payload}\"}}\n",
            event.time
        )
    };
    events.iter().map(line).collect::<String>().into_bytes()
}

/// A document of DUIS, valid by its schema.
fn document(event: &Event) -> String {
    let body = match &event.alert {
        Some((code, request)) => format!(
            "<sr:DCCAlertMessage><sr:DCCAlertCode>{code}</sr:DCCAlertCode><sr:DCCAlert>\
             <sr:UpdateHANDeviceLogResult><sr:UpdateHANDeviceLogServiceRequestID>{request}\
             </sr:UpdateHANDeviceLogServiceRequestID></sr:UpdateHANDeviceLogResult>\
             </sr:DCCAlert></sr:DCCAlertMessage>"
        ),
        None => message_body(&event.payload),
    };
    format!(
        "<sr:Response xmlns:sr=\"http://www.dccinterface.co.uk/ServiceUserGateway\" \
         schemaVersion=\"5.4\"><sr:Header><sr:ResponseCode>I0</sr:ResponseCode>\
         <sr:ResponseDateTime>{}</sr:ResponseDateTime></sr:Header><sr:Body>{body}</sr:Body>\
         </sr:Response>",
        event.time
    )
}

fn message_body(payload: &[u8]) -> String {
    let message = Message::decode(payload);
    let code = message.envelope.message_code().unwrap_or_default();
    let variant = SERVICE_REQUESTS
        .iter()
        .find(|request| request.use_cases.iter().any(|(_, _, other)| *other == code))
        .map_or("8.14.1", |request| request.variant);
    let base64 = data_encoding::BASE64.encode(payload);
    let payload = format!("<sr:GBCSPayload>{base64}</sr:GBCSPayload>");
    let inner = match message.envelope.cra() {
        Some(CraFlag::Alert) => {
            let (code, _) = gbcs_rules::outcome::alert_code_node(&message).unwrap_or_else(|| {
                panic!("no alert code");
            });
            return format!(
                "<sr:DeviceAlertMessage><sr:AlertCode>{code:04X}</sr:AlertCode>{payload}\
                 </sr:DeviceAlertMessage>"
            );
        }
        Some(CraFlag::Command) => format!("<sr:LocalCommand>{payload}</sr:LocalCommand>"),
        _ => payload,
    };
    format!(
        "<sr:ResponseMessage><sr:ServiceReference>{variant}</sr:ServiceReference>\
         <sr:ServiceReferenceVariant>{variant}</sr:ServiceReferenceVariant>{inner}\
         </sr:ResponseMessage>"
    )
}

fn xml(events: &[Event]) -> Vec<u8> {
    let documents: String = events.iter().map(|event| document(event) + "\n").collect();
    documents.into_bytes()
}

/// The log of the Node-RED nodes, with the local time of a summer.
fn node_red(events: &[Event]) -> Vec<u8> {
    let zone = jiff::tz::offset(1);
    let mut log = String::new();
    for event in events {
        let head = zone.to_datetime(event.time).strftime("%a %b %d %Y %H:%M:%S").to_string();
        let _ = write!(log, "--- {head} GMT+0100 (British Summer Time) ---\r\n");
        let _ = write!(log, "{}\r\n\r\n", document(event));
    }
    log.into_bytes()
}

/// A capture of datagrams to port 4059, as they are on an interface without a link layer.
fn pcap(events: &[Event]) -> Vec<u8> {
    const RAW_IP: u32 = 101;
    let mut file = Vec::new();
    for word in [0xA1B2_C3D4, 0x0004_0002, 0, 0, 65_535, RAW_IP] {
        file.extend(u32::to_le_bytes(word));
    }
    for event in events {
        let length = event.payload.len() as u16;
        let mut frame = vec![0x45, 0];
        frame.extend((28 + length).to_be_bytes());
        frame.extend([0, 0, 0x40, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2]);
        for half in [40_000, 4059, 8 + length, 0] {
            frame.extend(u16::to_be_bytes(half));
        }
        frame.extend(&event.payload);
        let seconds = u32::try_from(event.time.as_second()).unwrap();
        for word in [seconds, 0, frame.len() as u32, frame.len() as u32] {
            file.extend(word.to_le_bytes());
        }
        file.extend(frame);
    }
    file
}

fn csv(events: &[Event]) -> Vec<u8> {
    let mut table = "Row;Time;GBCSPayload\r\n".to_owned();
    for (n, event) in events.iter().enumerate() {
        let payload = data_encoding::HEXLOWER.encode(&event.payload);
        let _ = write!(table, "{n};{};{payload}\r\n", event.time);
    }
    table.into_bytes()
}

/// Everything of the findings but their places, and the report's evidence of the form.
fn found(folder: &Path, name: &str, octets: &[u8], devices: &str) -> (Vec<String>, String) {
    let path = folder.join(name);
    std::fs::write(&path, octets).unwrap();
    let file = folder.join("devices.toml");
    std::fs::write(&file, devices).unwrap();
    let paths = [&file, &path].map(|path| path.to_str().unwrap());
    let ran = gbcheck(&["check", "-v", "--format", "json", "--devices", paths[0], paths[1]], b"");
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    let findings = report["findings"].as_array().unwrap().iter();
    let findings = findings.map(|finding| {
        ["rule", "severity", "time", "device_id", "fingerprint", "message", "expected", "actual"]
            .map(|name| finding[name].to_string())
            .join(" ")
    });
    (findings.collect(), ran.err)
}

#[test]
fn one_story_in_five_forms_gives_the_same_findings() {
    let log = include_str!("../corpus/logs/planted-faults.jsonl");
    let events: Vec<Event> =
        events(log).into_iter().filter(|event| event.alert.is_none()).collect();
    assert!(events.len() > 10);
    let devices = devices(log);
    let folder = tempfile::tempdir().unwrap();
    let (due, told) = found(folder.path(), "story.jsonl", &jsonl(&events), &devices);
    assert!(due.len() > 3, "{due:?}");
    assert!(told.contains("story.jsonl: read as jsonl"), "{told}");
    for (name, form, octets) in [
        ("story.xml", "xml", xml(&events)),
        ("story.log", "node-red", node_red(&events)),
        ("story.pcap", "pcap", pcap(&events)),
        ("story.csv", "csv", csv(&events)),
    ] {
        let (found, told) = found(folder.path(), name, &octets, &devices);
        assert!(told.contains(&format!("{name}: read as {form}, told by ")), "{told}");
        assert_eq!(found, due, "{name}");
    }
}

#[test]
fn a_doubtful_update_in_a_node_red_log_has_its_diagnosis() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["simulate", "--devices", "3", "--days", "2", "--fault", "HAN005"];
    let ran = gbcheck(&arguments, b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let log = ran.out;
    let events = events(&log);
    let doubtful = |event: &Event| event.alert.as_ref().is_some_and(|(code, _)| code == "N25");
    assert!(events.iter().any(doubtful));
    let devices = devices(&log);
    let of_rule = |(found, told): (Vec<String>, String)| {
        let found: Vec<_> = found.into_iter().filter(|line| line.contains("HAN005")).collect();
        assert_eq!(found.len(), 1, "{told}");
        found
    };
    let due = of_rule(found(folder.path(), "native.jsonl", log.as_bytes(), &devices));
    let found = of_rule(found(folder.path(), "flow.log", &node_red(&events), &devices));
    assert_eq!(found, due);
    assert!(found[0].contains("join"), "{found:?}");
}

/// Files among the samples in which an envelope is wrong, and the rule that says so.
const WRONG_SAMPLES: &[(&str, &str)] = &[("device-alert_code-mismatch.xml", "DUI002")];

#[test]
fn envelopes_of_the_samples_are_judged_as_they_should_be() {
    let Some(folder) = crate::reference::folder() else { return };
    let samples = folder.join("../../samples");
    if !samples.is_dir() {
        eprintln!("skipped: no samples in {}", samples.display());
        return;
    }
    // The same message in two files of one log would be a duplicate delivery.
    let arguments = ["check", "--format", "json", "--select", "DUI", "--log-scope", "file"];
    let ran = gbcheck(&[&arguments[..], &[samples.to_str().unwrap()]].concat(), b"");
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let found: Vec<(String, String)> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            let path = finding["location"]["path"].as_str().unwrap();
            let name = path.rsplit('/').next().unwrap().to_owned();
            (name, finding["rule"].as_str().unwrap().to_owned())
        })
        .collect();
    let due: Vec<(String, String)> =
        WRONG_SAMPLES.iter().map(|(name, rule)| ((*name).to_owned(), (*rule).to_owned())).collect();
    assert_eq!(found, due);
}

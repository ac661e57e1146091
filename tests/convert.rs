//! `gbcheck convert` end to end: what is converted says the same, and what is redacted says less.

use std::path::Path;

use serde_json::Value;

use crate::run::gbcheck;

/// The folder of bundled logs.
const LOGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/logs");

const DUIS: &str = r#"<sr:Response xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4"><sr:Header>
<sr:RequestID>90-00-00-00-00-00-00-01:00-11-22-33-44-55-66-77:5</sr:RequestID>
<sr:ResponseCode>I99</sr:ResponseCode><sr:ResponseDateTime>2024-05-01T08:00:00.250Z</sr:ResponseDateTime>
</sr:Header><sr:Body><sr:ResponseMessage><sr:ServiceReference>4.1</sr:ServiceReference>
<sr:ServiceReferenceVariant>4.1.1</sr:ServiceReferenceVariant><sr:Wrong/></sr:ResponseMessage></sr:Body></sr:Response>"#;

/// Rule, fingerprint and message of each finding, and how often each rule failed or was not
/// evaluated. (The head that a converted log gets is a record more that passes.)
fn judged(path: &Path) -> (Vec<[Value; 3]>, Vec<[Value; 3]>) {
    let ran = gbcheck(&["check", "--format", "json", path.to_str().unwrap()], b"");
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    let findings = findings
        .map(|finding| ["rule", "fingerprint", "message"].map(|name| finding[name].clone()));
    let verdicts = report["verdicts"].as_object().unwrap().iter();
    let verdicts = verdicts.map(|(rule, verdict)| {
        [rule.clone().into(), verdict["fail"].clone(), verdict["not_evaluated"].clone()]
    });
    (findings.collect(), verdicts.collect())
}

/// Converts a file, and compares what `check` says of both.
fn says_the_same(path: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let converted = folder.path().join("converted.jsonl");
    let paths = [path.to_str().unwrap(), converted.to_str().unwrap()];
    let ran = gbcheck(&["convert", paths[0], "--output", paths[1]], b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(judged(path), judged(&converted), "{}", path.display());
    // Nothing is lost on the way either: a converted log converts to itself.
    let text = std::fs::read_to_string(&converted).unwrap();
    assert_eq!(gbcheck(&["convert", paths[1]], b"").out, text, "{}", path.display());
}

#[test]
fn every_bundled_log_gives_the_same_findings() {
    let mut read = 0;
    for entry in std::fs::read_dir(LOGS).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().ends_with(".expected.json") || !path.is_file() {
            continue;
        }
        if path.extension().is_some_and(|end| end == "jsonl")
            && !path.to_string_lossy().ends_with(".expected.jsonl")
        {
            says_the_same(&path);
            read += 1;
        }
    }
    assert!(read > 0);
}

#[test]
fn a_document_keeps_its_elements() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ack.xml");
    std::fs::write(&path, DUIS).unwrap();
    says_the_same(&path);
}

#[test]
fn hexadecimal_text_becomes_a_log_with_its_source() {
    let ran = gbcheck(&["convert", "-"], b"# note\nDF 09 01\n\nDF0\n");
    assert_eq!(ran.code, 2);
    let lines: Vec<Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["record"], "log");
    assert_eq!(lines[1]["payload"], "DF0901");
    assert_eq!(lines[1]["source"]["line"], 2);
    assert!(ran.err.contains("-:4:3: "), "{}", ran.err);
}

#[test]
fn redacted_identities_stay_equal_and_unknown() {
    let line = |id: &str| {
        format!(
            "{{\"record\":\"device\",\"device_id\":\"{id}\",\"import_mpxn\":\"1234567890123\",\"note\":\"at home\"}}\n"
        )
    };
    let (one, two) = ("00-11-22-33-44-55-66-77", "00-11-22-33-44-55-66-78");
    let message = format!(
        "{{\"record\":\"message\",\"device_id\":\"{one}\",\"payload\":\"DF09030000000000000001080011223344556677080011223344556678000210010400112233\",\"duis\":{{\"request_id\":\"{two}:{one}:5\"}}}}\n"
    );
    let input = [line(one), line(two), line(one), message].concat();
    let ran = gbcheck(&["convert", "--redact", "-"], input.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    for private in ["00-11-22", "0011223344556677", "1234567890123", "at home"] {
        assert!(!ran.out.contains(private), "{private} in {}", ran.out);
    }
    let lines: Vec<Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[1]["device_id"], lines[3]["device_id"]);
    assert_ne!(lines[1]["device_id"], lines[2]["device_id"]);
    assert_eq!(lines[1]["import_mpxn"], lines[2]["import_mpxn"]);
    assert_eq!(lines[4]["device_id"], lines[1]["device_id"]);
    let own = lines[1]["device_id"].as_str().unwrap();
    assert!(lines[4]["payload"].as_str().unwrap().contains(&own.replace('-', "")));
    assert!(lines[4]["duis"]["request_id"].as_str().unwrap().contains(own));
    assert_eq!(lines[4]["x_redacted"][1], "mac");
}

/// The identities of a converted log, as twice eight octets in hexadecimal: as they are written, and
/// the last octet first.
fn identities(log: &str) -> std::collections::BTreeSet<String> {
    fn ids(value: &Value, into: &mut Vec<gbcs_parser::EntityId>) {
        match value {
            Value::String(text) => into.extend(text.split(':').filter_map(|part| {
                if part.len() == 23 { part.parse::<gbcs_parser::EntityId>().ok() } else { None }
            })),
            Value::Array(list) => list.iter().for_each(|value| ids(value, into)),
            Value::Object(object) => object.values().for_each(|value| ids(value, into)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for line in log.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        ids(&value, &mut found);
        let Some(payload) = value["payload"].as_str() else { continue };
        let octets: Vec<u8> = (0..payload.len() / 2)
            .map(|n| u8::from_str_radix(&payload[2 * n..2 * n + 2], 16).unwrap())
            .collect();
        let message = gbcs_parser::Message::decode(&octets);
        for node in message.tree.nodes() {
            let content = node.content_span();
            let Some(content) = octets.get(content.start as usize..content.end as usize) else {
                continue;
            };
            let Ok(mut id) = <[u8; 8]>::try_from(content) else { continue };
            match node.kind {
                gbcs_parser::Kind::EntityId => {}
                gbcs_parser::Kind::ZclIeeeAddress => id.reverse(),
                _ => continue,
            }
            found.push(gbcs_parser::EntityId(id));
        }
    }
    let nobody = |id: &gbcs_parser::EntityId| id.0 == [0; 8] || id.0 == [0xFF; 8];
    let hex = |octets: &mut dyn Iterator<Item = &u8>| -> String {
        octets.map(|octet| format!("{octet:02X}")).collect()
    };
    found
        .iter()
        .filter(|id| !nobody(id))
        .flat_map(|id| [hex(&mut id.0.iter()), hex(&mut id.0.iter().rev())])
        .collect()
}

/// Converts with and without redaction; nobody of the one is in the other.
fn names_nobody(path: &Path) {
    let path = path.to_str().unwrap();
    let plain = gbcheck(&["convert", path], b"").out;
    let redacted = gbcheck(&["convert", "--redact", path], b"").out;
    assert_eq!(plain.lines().count(), redacted.lines().count());
    let known = identities(&plain);
    assert!(!known.is_empty(), "{path}");
    let mut numbers = std::collections::BTreeSet::new();
    for line in plain.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        numbers.extend(value["import_mpxn"].as_str().map(str::to_owned));
    }
    let mut left = Vec::new();
    for (line, of) in redacted.lines().zip(plain.lines()) {
        let flat = line.replace('-', "").to_ascii_uppercase();
        for end in flat.len().min(16)..=flat.len() {
            if let Some(window) = flat.get(end - 16..end)
                && known.contains(window)
            {
                left.push(format!("{window} in {line} of {of}"));
            }
        }
        left.extend(numbers.iter().filter(|number| line.contains(*number)).cloned());
    }
    assert!(left.is_empty(), "{} left in {path}: {}", left.len(), left[0]);
}

#[test]
fn redacted_logs_name_nobody() {
    let mut read = 0;
    for entry in std::fs::read_dir(LOGS).unwrap() {
        let path = entry.unwrap().path();
        let name = path.to_string_lossy();
        if name.ends_with(".jsonl") && !name.ends_with(".expected.jsonl") {
            names_nobody(&path);
            read += 1;
        }
    }
    assert!(read > 0);
}

#[test]
fn the_redacted_reference_set_names_nobody() {
    match crate::reference::folder() {
        Some(folder) => names_nobody(&folder),
        None => println!("skipped: the reference set is not there"),
    }
}

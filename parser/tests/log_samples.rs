//! The sample inputs beside the workspace, read as their description says.
//!
//! They are no part of the project. Where they are absent, the tests say that they were skipped.
#![cfg(feature = "xml")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::fs;
use std::path::{Path, PathBuf};

use gbcs_parser::Message;
use gbcs_parser::log::{Form, Problem, ProblemKind, detect, read};
use gbcs_parser::record::{Body, Direction, Record};

/// The folder of samples, if it is there.
fn samples() -> Option<PathBuf> {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/samples");
    let folder = std::env::var_os("GBCHECK_SAMPLES").map_or(default, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no samples at {}", folder.display());
    None
}

fn items(path: &Path) -> (Form, Vec<Result<Record, Problem>>) {
    let octets = fs::read(path).unwrap();
    let form = detect(&octets).unwrap_or_else(|| panic!("{}", path.display())).form;
    (form, read(form, octets.as_slice(), "sample").collect())
}

fn records(path: &Path) -> Vec<Record> {
    items(path).1.into_iter().map(|item| item.unwrap_or_else(|p| panic!("{path:?}: {p}"))).collect()
}

fn payload(record: &Record) -> &[u8] {
    match &record.body {
        Body::Message(message) => &message.payload,
        other => panic!("{other:?}"),
    }
}

#[test]
fn all_written_forms_give_one_message() {
    let Some(folder) = samples() else { return };
    let mut found = records(&folder.join("logs/hex-forms.txt"));
    found.extend(records(&folder.join("logs/hexdump-C.txt")));
    assert_eq!(found.len(), 9);
    let alert = records(&folder.join("gbcs/GNCA_1001_ALERT_2019.hex"));
    for record in &found {
        assert_eq!(payload(record), payload(&alert[0]));
    }
}

#[test]
fn every_file_of_octets_gives_its_message() {
    let Some(folder) = samples() else { return };
    let mut read = 0;
    for entry in fs::read_dir(folder.join("gbcs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "hex") {
            let found = records(&path);
            assert_eq!(found.len(), 1, "{path:?}");
            let octets = payload(&found[0]);
            let complete = Message::decode(octets).envelope.content.is_some();
            assert!(complete || path.to_string_lossy().contains("BADLEN"), "{path:?}");
            read += 1;
        }
    }
    assert!(read >= 15, "{read}");
}

#[test]
fn documents_made_for_the_schema() {
    let Some(folder) = samples() else { return };
    let one = |name: &str| records(&folder.join("duis-made").join(name)).remove(0);
    for (name, element) in [
        ("dcc-alert_N24.xml", "UpdateHANDeviceLogResult"),
        ("dcc-alert_N25.xml", "UpdateHANDeviceLogResult"),
        ("dcc-alert_AD1.xml", "PowerOutageEvent"),
        ("dcc-alert_CommandFailure.xml", "CommandFailure"),
    ] {
        let record = one(name);
        let Body::DccAlert(alert) = &record.body else { panic!("{name}") };
        assert_eq!(alert.body_element.as_deref(), Some(element));
        assert_eq!(alert.request_id.is_some(), element == "UpdateHANDeviceLogResult");
        assert!(record.device_id.is_some() && record.time.is_some(), "{name}");
    }
    for (name, direction) in [
        ("device-alert_8F20.xml", Direction::FromDevice),
        ("device-alert_code-mismatch.xml", Direction::FromDevice),
        ("future-dated-alert_8F66.xml", Direction::FromDevice),
        ("response_4.1.1.xml", Direction::FromDevice),
        ("no-prefix_vendor-adapter.xml", Direction::FromDevice),
        ("ack_I99_4.1.1.xml", Direction::FromDcc),
        ("request_4.1.1.xml", Direction::ToDcc),
    ] {
        let record = one(name);
        let Body::Message(message) = &record.body else { panic!("{name}") };
        assert_eq!(message.direction, Some(direction), "{name}");
        assert_eq!(message.payload.is_empty(), direction != Direction::FromDevice, "{name}");
    }
}

#[test]
fn documents_from_the_field() {
    let Some(folder) = samples() else { return };
    let duis = folder.join("duis");
    let inventory = records(&duis.join("read-inventory-response-5.4.xml"));
    let devices: Vec<&Record> =
        inventory.iter().filter(|record| matches!(record.body, Body::Device(_))).collect();
    assert!(devices.len() > 1);
    assert!(devices.iter().all(|record| record.device_id.is_some()));
    assert_eq!(inventory[0].device_id, None);
    let (_, refused) = items(&duis.join("duis-xxe.xml"));
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].as_ref().unwrap_err().kind, ProblemKind::Dtd);
    for name in ["8.2_READ_INVENTORY_REQUEST_DUIS.XML", "ECS50_9.1_SUCCESS_REQUEST_DUIS.XML"] {
        let record = records(&duis.join(name)).remove(0);
        let Body::Message(message) = &record.body else { panic!("{name}") };
        assert_eq!(message.direction, Some(Direction::ToDcc), "{name}");
    }
    let names =
        ["readfw-response.xml", "readfw-response-badsignature.xml", "readfw-response-resigned.xml"];
    for name in names {
        let record = records(&duis.join(name)).remove(0);
        assert!(Message::decode(payload(&record)).is_complete());
    }
    let invalid = records(&duis.join("ECS17b_4.1.1_SINGLE_SUCCESS_REQUEST_DUIS-invalid.XML"));
    assert_eq!(invalid[0].device_id, None);
    assert_eq!(records(&duis.join("acknowledgement-error.xml")).len(), 1);
}

#[test]
fn logs_of_every_kind() {
    let Some(folder) = samples() else { return };
    let logs = folder.join("logs");
    let (form, found) = items(&logs.join("nodered-duis.log"));
    assert_eq!(form, Form::NodeRed);
    assert_eq!(found.len(), 5);
    assert!(found.iter().all(|item| item.as_ref().unwrap().time.is_some()));
    let (form, found) = items(&logs.join("gfi-link.txt"));
    assert_eq!(form, Form::Gfi);
    assert!(found.len() >= 4 && found.iter().all(Result::is_ok), "{found:?}");
    let (form, found) = items(&logs.join("adapter-export.csv"));
    assert_eq!(form, Form::Csv);
    assert!(!found.is_empty() && found.iter().all(Result::is_ok), "{found:?}");
    let (form, found) = items(&logs.join("native-example.jsonl"));
    assert_eq!(form, Form::JsonLines);
    assert_eq!(found.len(), 12);
    for item in found {
        assert!(item.unwrap().unknown_fields.is_empty());
    }
    let (form, found) = items(&folder.join("mmc-made/alert_8F20.xml"));
    assert_eq!((form, found.len()), (Form::Xml, 1));
}

#[cfg(feature = "pcap")]
#[test]
fn captures_give_their_messages() {
    let Some(folder) = samples() else { return };
    let found = records(&folder.join("pcap/udp4059.pcap"));
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|record| Message::decode(payload(record)).is_complete()));
    let found = records(&folder.join("pcap/zigbee-tunnel-decrypted.pcap"));
    let frames: Vec<u64> = found.iter().map(|record| record.position.record).collect();
    assert_eq!(frames, [1, 3, 4, 34]);
    assert!(found.iter().all(|record| Message::decode(payload(record)).is_complete()));
    let command = records(&folder.join("gbcs/ECS01a_0019_COMMAND_1000.hex"));
    assert_eq!(payload(&found[3]), payload(&command[0]));
    let Body::Message(message) = &found[3].body else { panic!() };
    assert_eq!(message.parts, (5..34).collect::<Vec<u64>>());
}

#[test]
fn every_reference_message_is_one_record() {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/rtds");
    let folder = std::env::var_os("GBCHECK_RTDS").map_or(default, PathBuf::from);
    let mut folders = vec![folder.join("messages")];
    if !folders[0].is_dir() {
        println!("skipped: no reference set at {}", folder.display());
        return;
    }
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let octets = payload(&records(&path)[0]).to_vec();
            let announced = gbcs_parser::message::announced_length(&octets);
            assert_eq!(announced, Some(octets.len()), "{path:?}");
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(gbcs_parser::log::rtds_expectation(&name).is_some(), "{name}");
            read += 1;
        }
    }
    assert!(read > 0);
}

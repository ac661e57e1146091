//! `gbcheck decode --format json`: the contract of `docs/output.md`.

use serde_json::{Value, json};

use crate::made;
use crate::run::{gbcheck, hex_line};

/// The objects of several messages, one a line.
pub fn decoded(messages: &[Vec<u8>]) -> Vec<Value> {
    let input: String = messages.iter().map(|octets| hex_line(octets)).collect();
    let ran = gbcheck(&["decode", "-", "--format", "json"], input.as_bytes());
    assert_eq!(ran.err, "");
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// All nodes of a tree in the order of the file.
pub fn nodes(root: &Value) -> Vec<&Value> {
    let mut all = vec![root];
    let mut next = 0;
    while let Some(node) = all.get(next).copied() {
        let children = node["children"].as_array().into_iter().flatten();
        all.splice(next + 1..next + 1, children);
        next += 1;
    }
    all
}

/// Checks that the leaves of the wire, in order, hold every octet once.
pub fn assert_tiles(message: &Value) {
    let mut end = 0;
    for node in nodes(&message["tree"]) {
        if node["children"].is_array() || node["buffer"] != "wire" {
            continue;
        }
        assert_eq!(node["at"][0], end, "{node}");
        end += node["at"][1].as_u64().unwrap();
    }
    assert_eq!(message["octets"], end);
}

#[test]
fn a_dlms_command() {
    let message = &decoded(&[made::dlms_command()])[0];
    assert_eq!(message["schema"], "gbcheck.decode/1");
    assert_eq!(message["source"], json!({"path": "-", "record": 1, "line": 1}));
    assert_eq!(message["shape"], "mac+signed");
    assert_eq!((&message["use_case"], &message["kind"]), (&json!("ECS70"), &json!("command")));
    assert_eq!(message["message_code"], "0x0062");
    assert_eq!(message["originator"], "70-B3-D5-00-00-00-00-01");
    assert_eq!(message["recipient"], "70-B3-D5-00-00-00-00-99");
    assert_eq!(message["originator_counter"], "77");
    assert_eq!((&message["protocol"], &message["items"]), (&json!("dlms"), &json!(2)));
    assert_eq!(
        (&message["mac"], &message["signature"]),
        (&json!("not-checked"), &json!("not-checked"))
    );
    assert_eq!(message["complete"], true);
}

#[test]
fn an_encrypted_component() {
    let message = &decoded(&[made::gbz_response()])[0];
    assert_eq!((&message["protocol"], &message["items"]), (&json!("gbz"), &json!(2)));
    assert_eq!(message["encrypted"], json!(["not-checked"]));
    assert_eq!(message["opaque_octets"], 8);
    assert_eq!(message["date_time"], json!({"time": "2025-02-03T04:05:06Z", "status": "0x04"}));
    assert_eq!((&message["mac"], &message["signature"]), (&json!("not-checked"), &json!("absent")));
}

#[test]
fn alerts_tell_their_code() {
    let messages = decoded(&[made::asn1_alert(), made::dlms_alert(), made::dlms_command()]);
    let codes: Vec<_> = messages.iter().map(|message| &message["alert_code"]).collect();
    assert_eq!(codes, [&json!("0x8F66"), &json!("0x8F20"), &Value::Null]);
    let items: Vec<_> = messages.iter().map(|message| &message["items"]).collect();
    assert_eq!(items, [&json!(1), &json!(0), &json!(2)]);
}

#[test]
fn leaves_tile_every_message_however_short() {
    let mut messages: Vec<Vec<u8>> = made::all().into_iter().map(|(_, octets)| octets).collect();
    let whole = made::dlms_command();
    messages.extend((40..whole.len()).map(|end| whole[..end].to_vec()));
    let decoded = decoded(&messages);
    assert_eq!(decoded.len(), messages.len());
    decoded.iter().for_each(assert_tiles);
}

#[test]
fn values_are_numbers_strings_or_octets() {
    let message = &decoded(&[made::dlms_command()])[0];
    let nodes = nodes(&message["tree"]);
    let find = |name: &str| *nodes.iter().find(|node| node["name"] == name).unwrap();
    assert_eq!(find("originator-counter")["value"], 77);
    assert_eq!(find("business-originator")["value"], "70-B3-D5-00-00-00-00-01");
    assert_eq!(find("mac")["value"], "A0A1A2A3A4A5A6A7A8A9AAAB");
    assert_eq!(find("cra-flag")["text"], "command");
    assert_eq!(find("general-signing")["type"], "tag");
}

#[test]
fn bits_have_numbers_and_names() {
    let message = &decoded(&[made::gbz_response()])[0];
    let nodes = nodes(&message["tree"]);
    let control =
        nodes.iter().rfind(|node| node["name"] == "extended-header-control-field").unwrap();
    assert_eq!(control["value"], 3);
    assert_eq!(control["bits"][0], json!({"bit": 0, "value": 1, "text": "last component"}));
    assert_eq!(control["bits"][2], json!({"bit": 2, "value": 0}));
}

#[test]
fn what_could_not_be_read_is_said() {
    let message = &decoded(&[made::cut_short()])[0];
    assert_eq!(message["complete"], false);
    let error = &message["errors"][0];
    assert!(error["at"][0].as_u64().unwrap() > 34, "{error}");
    assert!(error["element"].is_string() && error["message"].is_string(), "{error}");
    assert_tiles(message);
}

/// Decodes a bundled log, with the keys that belong to it or without any.
fn bundled(with_keys: bool) -> Vec<Value> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/logs");
    let log = root.join("conforming-esme-voltage.jsonl");
    let keys = root.join("keys");
    let mut args = vec!["decode", "--format", "json", log.to_str().unwrap()];
    if with_keys {
        args.extend(["--keys", keys.to_str().unwrap()]);
    }
    let ran = gbcheck(&args, b"");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn with_keys_everything_is_checked_and_opened() {
    let messages = bundled(true);
    let mut opened = 0;
    for message in &messages {
        assert!(["valid", "absent"].contains(&message["mac"].as_str().unwrap()), "{message}");
        assert!(["valid", "absent"].contains(&message["signature"].as_str().unwrap()), "{message}");
        assert_eq!(message["opaque_octets"], 0);
        assert_tiles(message);
        for node in nodes(&message["tree"]) {
            for pair in
                node["children"].as_array().into_iter().flatten().collect::<Vec<_>>().windows(2)
            {
                if pair[0]["type"] == "ciphertext" {
                    assert_eq!(pair[1]["name"], "plaintext");
                    assert!(pair[1]["buffer"].as_str().unwrap().starts_with("plaintext:"));
                    opened += 1;
                }
            }
        }
    }
    let items: usize =
        messages.iter().map(|message| message["encrypted"].as_array().unwrap().len()).sum();
    assert!(items > 0);
    assert_eq!(opened, items);
}

#[test]
fn without_keys_nothing_is_called_valid() {
    for message in bundled(false) {
        assert!(["not-checked", "absent"].contains(&message["mac"].as_str().unwrap()));
        let items = message["encrypted"].as_array().unwrap();
        assert!(items.iter().all(|item| item == "not-checked"));
        assert!(items.is_empty() || message["opaque_octets"].as_u64().unwrap() > 0);
    }
}

use serde_json::{Value as Json, json};

use super::*;

/// A MACed GET of a made up attribute: command, counter 1000, code 0x0069.
const COMMAND: &[u8] = &[
    0xDD, 0, 0, 0, 0, 0, 0, 0x47, 0x11, 0, 0, 0, 0, 0xDF, 9, 1, 0, 0, 0, 0, 0, 0, 3, 0xE8, 8, 1, 2,
    3, 4, 5, 6, 7, 8, 8, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0, 2, 0, 0x69, 0x13, 0xD9,
    0x20, 0, 3, 0xE8, 0, 1, 1, 0, 0x70, 0, 0, 0x13, 0x0A, 0, 0xFF, 2, 1, 0, 0, 1, 2, 3, 4, 5, 6, 7,
    8, 9, 10, 11, 12,
];

fn json_of(octets: &[u8]) -> Json {
    let message = Message::decode(octets);
    let source = Source { path: "made.hex", record: 1, line: Some(1), to_dcc: false };
    let mut out = Vec::new();
    write(&mut out, &message, source, &Protection::unchecked(&message)).unwrap();
    serde_json::from_slice(&out).unwrap()
}

/// The leaves of buffer `wire` in order: their places.
fn leaves(node: &Json, places: &mut Vec<(u64, u64)>) {
    match node["children"].as_array() {
        Some(children) => children.iter().for_each(|child| leaves(child, places)),
        None if node["buffer"] == "wire" => {
            places.push((node["at"][0].as_u64().unwrap(), node["at"][1].as_u64().unwrap()));
        }
        None => {}
    }
}

#[test]
fn the_head_of_a_command() {
    let json = json_of(COMMAND);
    assert_eq!(json["schema"], SCHEMA);
    assert_eq!(json["source"], json!({"path": "made.hex", "record": 1, "line": 1}));
    assert_eq!(json["octets"], 79);
    assert_eq!(json["shape"], "mac");
    assert_eq!(json["message_code"], "0x0069");
    assert_eq!(json["kind"], "command");
    assert_eq!(json["originator"], "01-02-03-04-05-06-07-08");
    assert_eq!(json["recipient"], "11-12-13-14-15-16-17-18");
    assert_eq!(json["originator_counter"], "1000");
    assert_eq!(json["date_time"], Json::Null);
    assert_eq!(json["supplementary"]["remote_party"], Json::Null);
    assert_eq!(json["protocol"], "dlms");
    assert_eq!(json["alert_code"], Json::Null);
    assert_eq!(json["mac"], "not-checked");
    assert_eq!(json["signature"], "absent");
    assert_eq!(json["encrypted"], json!([]));
    assert_eq!(json["opaque_octets"], 0);
}

#[test]
fn every_field_is_there_even_of_nothing() {
    let command = json_of(COMMAND);
    let nothing = json_of(&[]);
    let fields = |json: &Json| json.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(fields(&command), fields(&nothing));
    assert_eq!(nothing["complete"], false);
    assert_eq!(nothing["shape"], Json::Null);
    assert_eq!(nothing["items"], 0);
}

#[test]
fn the_leaves_tile_the_message() {
    for octets in [COMMAND, &COMMAND[..60], &[0xDF, 9, 1], &[]] {
        let mut places = Vec::new();
        leaves(&json_of(octets)["tree"], &mut places);
        let mut end = 0;
        for (start, length) in places {
            assert_eq!(start, end);
            end = start + length;
        }
        assert_eq!(end, octets.len() as u64);
    }
}

#[test]
fn an_error_says_where_and_what() {
    let json = json_of(&[0xDF, 0x09, 0x01]);
    assert_eq!(json["complete"], false);
    let error = &json["errors"][0];
    assert_eq!(error["at"], json!([1, 1]));
    assert_eq!(error["element"], "transaction-id");
    assert_eq!(error["path"], "grouping-header/transaction-id");
    assert_eq!((&error["needed"], &error["found"]), (&json!(9), &json!(1)));
    assert_eq!(error["limit_set_by"], Json::Null);
    assert!(error["message"].as_str().unwrap().contains("needed "), "{error}");
}

#[test]
fn an_error_names_the_length_field_that_set_its_limit() {
    let mut octets = COMMAND[13..66].to_vec();
    // The length of the content, two octets short of the access request in it.
    octets[33] -= 2;
    octets.truncate(51);
    let json = json_of(&octets);
    let error = &json["errors"][0];
    assert_eq!(error["limit_set_by"], json!({"at": [33, 1], "element": "content-length"}));
    assert!(error["path"].as_str().unwrap().starts_with("content/access-request/"), "{error}");
}

#[test]
fn a_signed_command_on_its_way_to_the_dcc_is_a_pre_command() {
    let mut octets = COMMAND[13..66].to_vec();
    octets.push(0x40);
    octets.extend([7; 64]);
    let message = Message::decode(&octets);
    assert_eq!(shape(&message, false), Some("signed"));
    assert_eq!(shape(&message, true), Some("signed-pre-command"));
}

#[test]
fn an_encrypted_item_that_stays_closed_is_counted() {
    let mut tree = Tree::default();
    let root = tree.open(crate::message::elements::MESSAGE, Kind::Group);
    tree.leaf(crate::message::elements::CONTENT, Kind::Ciphertext, 5, 0);
    tree.close(root);
    assert_eq!(ciphertexts(&tree).map(|(_, octets)| octets).sum::<usize>(), 5);
}

#[test]
fn a_plaintext_stands_beside_its_ciphertext() {
    let mut tree = Tree::default();
    let root = tree.open(crate::message::elements::MESSAGE, Kind::Group);
    let ciphertext = tree.leaf(crate::message::elements::CONTENT, Kind::Ciphertext, 2, 0);
    tree.leaf(crate::message::elements::MAC, Kind::Mac, 3, 0);
    tree.close(root);
    tree.begin_plaintext().unwrap();
    let opened = tree.open(crate::message::elements::SURPLUS, Kind::Group);
    tree.leaf(crate::message::elements::CRA_FLAG, Kind::Unsigned, 1, 0);
    tree.close(opened);
    tree.end_plaintext(ciphertext, opened.id(), vec![2]);
    let mut out = Vec::new();
    nodes::write(&mut out, &tree, &[9, 9, 8]);
    let json: Json = serde_json::from_slice(&out).unwrap();
    let children = json["children"].as_array().unwrap();
    let names: Vec<_> = children.iter().map(|child| child["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["content", "plaintext", "mac"]);
    assert_eq!(children[1]["buffer"], "plaintext:1");
    assert_eq!(children[1]["children"][0]["text"], "response");
}

#[test]
fn numbers_beyond_two_to_the_53_are_strings() {
    let mut octets = COMMAND.to_vec();
    octets[16..24].fill(0xFF);
    let json = json_of(&octets);
    let text = serde_json::to_string(&json).unwrap();
    assert!(text.contains(r#""value":"18446744073709551615""#), "{text}");
}

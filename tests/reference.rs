//! The Reference Test Data Set, where it is present: `GBCHECK_RTDS`, or `../shared/rtds`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use gbcs_parser::{Kind, Message, encode};
use serde_json::Value;

use crate::decode_json::{assert_tiles, nodes};
use crate::run::gbcheck;

/// The folder of messages; `None`, with a note, where it is absent.
pub fn folder() -> Option<PathBuf> {
    let root = std::env::var_os("GBCHECK_RTDS").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/rtds"),
        PathBuf::from,
    );
    let folder = root.join("messages");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: no reference messages in {}", folder.display());
    None
}

/// The messages by path, in order; none where the set is absent.
pub fn messages() -> BTreeMap<PathBuf, Vec<u8>> {
    let mut messages = BTreeMap::new();
    let mut folders: Vec<PathBuf> = folder().into_iter().collect();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let octets = text
                .trim()
                .as_bytes()
                .chunks(2)
                .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
                .collect();
            messages.insert(path, octets);
        }
    }
    messages
}

#[test]
fn every_message_is_decoded_to_its_end() {
    let Some(folder) = folder() else { return };
    let files = messages().len();
    let ran = gbcheck(&["decode", "--format", "json", folder.to_str().unwrap()], b"");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let decoded: Vec<Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(files > 0);
    assert_eq!(decoded.len(), files);
    for message in &decoded {
        assert_eq!(message["complete"], true, "{}", message["source"]);
        assert!(message["use_case"].is_string(), "{}", message["source"]);
        assert!(message["shape"].is_string(), "{}", message["source"]);
        assert_tiles(message);
    }
    let encrypted: Vec<usize> = decoded
        .iter()
        .map(|message| message["encrypted"].as_array().unwrap().len())
        .filter(|items| *items > 0)
        .collect();
    assert_eq!((encrypted.len(), encrypted.iter().sum::<usize>()), (34, 44));
}

#[test]
fn every_message_is_encoded_to_the_same_octets() {
    for (path, octets) in messages() {
        assert_eq!(encode::tree(&Message::decode(&octets)), octets, "{}", path.display());
    }
}

/// Names that tell a reader nothing.
const NO_NAMES: [&str; 8] =
    ["unknown", "octets", "value", "element", "member", "payload", "data", "undecoded"];

#[test]
fn nearly_every_leaf_has_a_name() {
    let (mut named, mut nameless) = (0, BTreeMap::<String, usize>::new());
    let messages = messages();
    for octets in messages.values() {
        let message = Message::decode(octets);
        for node in message.tree.nodes().iter().filter(|node| !node.kind.is_container()) {
            let name = node.element.name();
            if node.kind == Kind::Opaque || NO_NAMES.contains(&name) {
                let code = message.use_case().unwrap_or("no use case");
                *nameless.entry(format!("{code} {name}")).or_default() += 1;
            } else {
                named += 1;
            }
        }
    }
    let without: usize = nameless.values().sum();
    println!("{named} leaves with a name, {without} without: {nameless:?}");
    assert!(named * 100 >= (named + without) * 99, "{named} with a name, {nameless:?} without");
}

#[test]
fn the_view_for_people_shows_every_octet() {
    let Some(folder) = folder() else { return };
    let ran = gbcheck(&["decode", "--octets", folder.to_str().unwrap()], b"");
    assert_eq!(ran.code, 0);
    let shown: usize = ran
        .out
        .lines()
        .filter(|line| line.starts_with(' '))
        .map(|line| {
            let columns = line.get(8..37.min(line.len())).unwrap_or_default();
            columns.split_whitespace().filter(|word| word.len() == 2).count()
        })
        .sum();
    let octets: usize = messages().values().map(Vec::len).sum();
    assert!(octets > 0);
    assert_eq!(shown, octets);
}

#[test]
fn no_json_text_is_empty() {
    let Some(folder) = folder() else { return };
    let ran = gbcheck(&["decode", "--format", "json", folder.to_str().unwrap()], b"");
    for line in ran.out.lines() {
        let message: Value = serde_json::from_str(line).unwrap();
        for node in nodes(&message["tree"]) {
            assert!(node["text"].as_str() != Some(""), "{node}");
            assert!(node["children"].is_array() != node.as_object().unwrap().contains_key("value"));
        }
    }
}

//! DLMS messages of the reference set: all can be read, octet by octet.
//!
//! The set is found by `GBCHECK_RTDS` (default: `../shared/rtds` beside the workspace).

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::path::{Path, PathBuf};

use gbcs_parser::dlms::ApduKind;
use gbcs_parser::{Message, Payload};

fn folder() -> PathBuf {
    std::env::var_os("GBCHECK_RTDS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/rtds"),
        PathBuf::from,
    )
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("hex")) {
            files.push(path);
        }
    }
}

/// The messages of the set by their file names; `None` where the set is absent.
fn messages() -> Option<Vec<(String, Vec<u8>)>> {
    let folder = folder();
    if !folder.join("messages").is_dir() {
        println!("skipped: no reference set in {}", folder.display());
        return None;
    }
    let mut files = Vec::new();
    collect(&folder.join("messages"), &mut files);
    files.sort();
    let messages = files.into_iter().map(|path| {
        let text = std::fs::read_to_string(&path).unwrap();
        let digits: Vec<u8> =
            text.chars().filter_map(|c| c.to_digit(16)).map(|d| d as u8).collect();
        let octets = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
        (path.file_name().unwrap().to_string_lossy().into_owned(), octets)
    });
    Some(messages.collect())
}

#[test]
fn every_dlms_message_is_read_whole() {
    let Some(messages) = messages() else { return };
    let mut read = 0;
    for (name, octets) in &messages {
        let message = Message::decode(octets);
        let content = message.content().and_then(|id| message.tree.get(id));
        let first = content.map(|node| octets[node.span().start as usize]);
        if !matches!(first, Some(0xD9 | 0xDA | 0x0F)) {
            continue;
        }
        read += 1;
        assert_eq!(message.tree.issues(), [], "{name}");
        let Payload::Dlms(apdu) = message.payload else { panic!("{name}: not DLMS") };
        let mut at = 0;
        for node in message.tree.nodes().iter().filter(|node| !node.kind.is_container()) {
            assert_eq!(node.span().start, at, "{name}: {}", node.name());
            at = node.span().end;
        }
        assert_eq!(at as usize, octets.len(), "{name}");
        match apdu.kind.unwrap() {
            ApduKind::AccessRequest => assert!(apdu.requests(&message).count() > 0, "{name}"),
            ApduKind::AccessResponse => assert!(apdu.results(&message).count() > 0, "{name}"),
            ApduKind::DataNotification => assert!(apdu.body.is_some(), "{name}"),
        }
    }
    println!("{read} DLMS messages");
    assert!(read > 0);
}

/// Names that say nothing of what a value is.
const GENERIC: &[&str] = &["data", "element", "member", "value", "unknown", "undecoded", "apdu"];

#[test]
fn leaves_have_names() {
    let Some(messages) = messages() else { return };
    let (mut leaves, mut generic) = (0, std::collections::BTreeMap::new());
    for (name, octets) in &messages {
        let message = Message::decode(octets);
        let (Payload::Dlms(_), Some(content)) = (message.payload, message.content()) else {
            continue;
        };
        for id in message.tree.descendants(content) {
            let Some(node) = message.tree.get(id) else { continue };
            if node.kind.is_container() {
                continue;
            }
            leaves += 1;
            if GENERIC.contains(&node.element.name()) {
                *generic.entry(name.clone()).or_insert(0) += 1;
            }
        }
    }
    let unnamed: i32 = generic.values().sum();
    println!("{leaves} leaves of DLMS payloads, {unnamed} without a name: {generic:#?}");
    assert!(leaves > 0);
}

//! DLMS messages of the reference set: all can be read, octet by octet.
//!
//! The set is found by `GBCHECK_RTDS` (default: `../shared/rtds` beside the workspace).

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gbcs_parser::dlms::{ApduKind, bind_response};
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
            ApduKind::AccessRequest => assert!(!apdu.requests(&message).is_empty(), "{name}"),
            ApduKind::AccessResponse => assert!(!apdu.results(&message).is_empty(), "{name}"),
            ApduKind::DataNotification => assert!(apdu.body.is_some(), "{name}"),
        }
    }
    println!("{read} DLMS messages");
    assert!(read > 0);
}

/// Names that say nothing of what a value is.
const GENERIC: &[&str] = &["data", "element", "member", "value", "unknown", "undecoded", "apdu"];

/// Leaves of a DLMS payload, and those of them without a name.
fn count(message: &Message<'_>) -> (usize, usize) {
    let (Payload::Dlms(_), Some(content)) = (message.payload, message.content()) else {
        return (0, 0);
    };
    let leaves = message.tree.descendants(content).filter_map(|id| message.tree.get(id));
    let leaves: Vec<_> = leaves.filter(|node| !node.kind.is_container()).collect();
    let generic = leaves.iter().filter(|node| GENERIC.contains(&node.element.name())).count();
    (leaves.len(), generic)
}

#[test]
fn leaves_have_names() {
    let Some(messages) = messages() else { return };
    let octets: BTreeMap<&str, &[u8]> =
        messages.iter().map(|(name, octets)| (name.as_str(), octets.as_slice())).collect();
    let (mut leaves, mut alone, mut with_command) = (0, 0, 0);
    let mut unnamed = Vec::new();
    for (name, wire) in &octets {
        let mut message = Message::decode(wire);
        let (all, generic) = count(&message);
        leaves += all;
        alone += generic;
        if let Some(command) = octets.get(name.replace("RESPONSE", "COMMAND").as_str()) {
            bind_response(&mut message, &Message::decode(command));
        }
        let (_, generic) = count(&message);
        with_command += generic;
        if generic > 0 {
            unnamed.push(format!("{name}: {generic}"));
        }
    }
    println!("{leaves} leaves; unnamed {alone}, with their commands {with_command}: {unnamed:?}");
    assert!(leaves > 0);
    assert!(alone * 100 < leaves * 2, "{alone} of {leaves} without a name");
    assert!(with_command * 100 < leaves, "{with_command} of {leaves} without a name");
}

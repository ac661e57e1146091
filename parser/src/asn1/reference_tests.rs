//! Tests over the reference messages, where they are at hand.

use std::path::{Path, PathBuf};

use crate::Message;

/// Message codes whose content is DER.
const CODES: &[u16] = &[
    0x0008, 0x000A, 0x000B, 0x000C, 0x000D, 0x000E, 0x000F, 0x0010, 0x0012, 0x0013, 0x007F, 0x008C,
    0x00AB, 0x00AF, 0x00B2, 0x00CA, 0x00CB, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104, 0x0105, 0x0106,
    0x0107, 0x0108, 0x0109, 0x011B, 0x0124, 0x0125, 0x0126, 0x0128, 0x0129, 0x012B,
];

/// The reference messages: name and octets. Empty, after a word, where the set is absent.
fn messages() -> Vec<(String, Vec<u8>)> {
    let set = std::env::var_os("GBCHECK_RTDS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/rtds"),
        PathBuf::from,
    );
    let Ok(folders) = std::fs::read_dir(set.join("messages")) else {
        println!("skipped: no reference messages in {}", set.display());
        return Vec::new();
    };
    let mut messages = Vec::new();
    for folder in folders {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let file = file.unwrap().path();
            let text = std::fs::read_to_string(&file).unwrap();
            let digits: Vec<u8> =
                text.trim().chars().map(|c| c.to_digit(16).unwrap() as u8).collect();
            let octets = digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect();
            messages.push((file.file_stem().unwrap().to_string_lossy().into_owned(), octets));
        }
    }
    assert!(!messages.is_empty());
    messages.sort();
    messages
}

/// The messages whose content is DER by their message code.
fn der_messages() -> Vec<(String, Vec<u8>)> {
    let mut messages = messages();
    let all = messages.len();
    messages.retain(|(_, octets)| {
        let code = Message::decode(octets).envelope.message_code();
        code.is_some_and(|code| CODES.contains(&code))
    });
    assert!(all == 0 || messages.len() > 100, "{} of {all}", messages.len());
    messages
}

#[test]
fn der_payloads_are_read_without_issue_and_tile() {
    for (name, octets) in der_messages() {
        let message = Message::decode(&octets);
        assert!(message.is_complete(), "{name}: {:?}", message.tree.issues());
        assert_eq!(message.payload.protocol().map(|p| p.name()), Some("asn1"), "{name}");
        let mut at = 0;
        for node in message.tree.nodes().iter().filter(|node| !node.kind.is_container()) {
            assert_eq!(node.span().start, at, "{name}");
            at = node.span().end;
        }
        assert_eq!(at as usize, octets.len(), "{name}");
    }
}

#[test]
fn other_payloads_are_not_taken_for_der() {
    let mut read = 0;
    for (name, octets) in messages() {
        let message = Message::decode(&octets);
        let code = message.envelope.message_code().unwrap();
        if !CODES.contains(&code) {
            assert_ne!(message.payload.protocol().map(|p| p.name()), Some("asn1"), "{name}");
            read += 1;
        }
    }
    assert!(read == 0 || read > 500, "{read}");
}

//! Tests over the reference messages, where they are at hand.

use std::path::{Path, PathBuf};

use super::{Certificate, defaults, elements as e, mismatch};
use crate::catalogue::generated::asn1_types::CONTENTS;
use crate::{Message, NodeId};

fn is_der(code: u16) -> bool {
    CONTENTS.iter().any(|(of, _, _)| *of == code)
}

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
        code.is_some_and(is_der)
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
        if !is_der(code) {
            assert_ne!(message.payload.protocol().map(|p| p.name()), Some("asn1"), "{name}");
            read += 1;
        }
    }
    assert!(read == 0 || read > 500, "{read}");
}

#[test]
fn every_der_payload_has_the_structure_of_its_message_code() {
    for (name, octets) in der_messages() {
        let message = Message::decode(&octets);
        let code = message.envelope.message_code().unwrap();
        let flag = message.envelope.cra().unwrap();
        assert!(super::schema::content(code, flag).is_some(), "{name}");
        assert_eq!(mismatch(&message), None, "{name}");
    }
}

#[test]
fn every_der_leaf_has_a_telling_name() {
    let plain = [e::VALUE, e::ATTRIBUTE_VALUE, e::PARAMETERS, e::EXTENSION_VALUE];
    for (name, octets) in der_messages() {
        let message = Message::decode(&octets);
        for (n, node) in message.tree.nodes().iter().enumerate() {
            if !node.kind.is_container() {
                let path = message.tree.path(NodeId(n as u32));
                assert!(!plain.contains(&node.element), "{name}: {path}");
            }
        }
    }
}

#[test]
fn every_certificate_tells_its_key_and_what_it_is_for() {
    let mut read = 0;
    let messages = messages();
    for (name, octets) in &messages {
        let message = Message::decode(octets);
        for (n, node) in message.tree.nodes().iter().enumerate() {
            if message.tree.child(NodeId(n as u32), e::TBS_CERTIFICATE).is_none() {
                continue;
            }
            let certificate = Certificate::of(&message.tree, NodeId(n as u32), &octets[..]);
            let alone = Certificate::parse(node.span().of(octets));
            assert_eq!(certificate, alone, "{name}");
            let certificate = alone.unwrap();
            assert!(certificate.public_key.is_some(), "{name}");
            assert!(certificate.key_usage.is_some(), "{name}");
            assert!(certificate.not_before < certificate.not_after, "{name}");
            assert!(certificate.signature.is_some(), "{name}");
            assert!(certificate.subject_key_id.is_some(), "{name}");
            let issues = certificate.key_usage.unwrap_or_default().key_cert_sign();
            assert_eq!(certificate.entity_id.is_none(), issues, "{name}: {certificate:?}");
            read += 1;
        }
    }
    assert!(messages.is_empty() || read > 0);
}

#[test]
fn defaults_are_of_fields_that_are_not_there() {
    for (name, octets) in der_messages() {
        let message = Message::decode(&octets);
        for (container, field, _) in defaults(&message) {
            let mut members = message.tree.children(container);
            let there = members.any(|member| message.tree.get(member).unwrap().name() == field);
            assert!(!there, "{name}: {}", message.tree.path(container));
        }
    }
}

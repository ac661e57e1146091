//! Encoding what was decoded gives back the same octets, over the reference messages.
#![cfg(feature = "encode")]
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::path::PathBuf;

use gbcs_parser::encode::{self, MacHeader, Signature};
use gbcs_parser::message::SignatureField;
use gbcs_parser::{CraFlag, Message};

/// The reference messages by file name; `None` (with a note) where the set is absent.
fn reference_messages() -> Option<Vec<(String, Vec<u8>)>> {
    let root = std::env::var_os("GBCHECK_RTDS").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/rtds"),
        PathBuf::from,
    );
    let Ok(folders) = std::fs::read_dir(root.join("messages")) else {
        eprintln!("skipped: no reference messages in {}", root.display());
        return None;
    };
    let mut messages = Vec::new();
    for folder in folders {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let digits: Vec<u8> = text.trim().bytes().collect();
            let octets = digits
                .chunks(2)
                .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
                .collect();
            messages.push((path.file_name().unwrap().to_string_lossy().into_owned(), octets));
        }
    }
    assert!(!messages.is_empty(), "no messages in {}", root.display());
    messages.sort();
    Some(messages)
}

#[test]
fn every_tree_gives_back_its_octets() {
    let Some(messages) = reference_messages() else { return };
    for (name, octets) in messages {
        let message = Message::decode(&octets);
        assert_eq!(encode::tree(&message), octets, "{name}");
    }
}

/// Builds the envelope anew from what the decoded envelope says.
fn rebuilt(message: &Message<'_>) -> Option<Vec<u8>> {
    let envelope = &message.envelope;
    let other = envelope.other_information?;
    let content = message.tree.octets(envelope.content?, message.octets());
    let mut built = encode::Message::new(
        envelope.cra()?,
        envelope.originator()?,
        envelope.recipient()?,
        envelope.counter()?,
        envelope.message_code()?,
        content.to_vec(),
    );
    built.date_time = message.date_time().unwrap_or_default().to_vec();
    built.other_information.remote_party = envelope.supplementary_party();
    built.other_information.remote_party_counter = envelope.supplementary_counter();
    built.other_information.originator_counter = envelope.supplementary_originator_counter();
    if let Some(certificate) = other.certificate {
        built.other_information.rest = message.tree.octets(certificate, message.octets()).to_vec();
    }
    let signature = match envelope.signature? {
        SignatureField::Absent => Signature::Absent,
        SignatureField::Empty(_) => Signature::Empty,
        SignatureField::Present(node) | SignatureField::Wrong(node) => {
            Signature::Present(message.tree.octets(node, message.octets()).to_vec())
        }
    };
    let inner = built.general_signing(&signature);
    Some(match envelope.mac {
        None => inner,
        Some(mac) => {
            MacHeader::default().wrap(&inner, |_| message.tree.octets(mac, message.octets()))
        }
    })
}

#[test]
fn every_envelope_can_be_built_from_its_fields() {
    let Some(messages) = reference_messages() else { return };
    let mut kinds = [0; 3];
    for (name, octets) in messages {
        let message = Message::decode(&octets);
        assert_eq!(rebuilt(&message).as_deref(), Some(&octets[..]), "{name}");
        kinds[usize::from(message.envelope.cra().map_or(0, CraFlag::octet)) - 1] += 1;
    }
    assert!(kinds.iter().all(|count| *count > 0), "{kinds:?}");
}

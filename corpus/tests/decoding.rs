//! What the corpus makes is read without error, verifies with its own keys, and is encoded to the
//! same octets again.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use gbcs_corpus::bundled::{Bundled, bundled};
use gbcs_corpus::certificate::KeyFile;
use gbcs_parser::crypto::{Context, KeyFile as ReadKeyFile, KeyStore, Verifier};
use gbcs_parser::{Message, encode};

fn store(keys: &[KeyFile]) -> KeyStore {
    let files = keys.iter().map(|key| ReadKeyFile::read(&key.name, key.text.as_bytes()).unwrap());
    let (store, notices) = KeyStore::from_files(files);
    assert!(notices.is_empty(), "{notices:?}");
    store
}

/// The messages of a log by the number of their record.
fn messages(log: &Bundled) -> BTreeMap<usize, Vec<u8>> {
    let text = std::str::from_utf8(&log.log).unwrap();
    let mut messages = BTreeMap::new();
    for (number, line) in text.lines().enumerate() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        if let Some(payload) = record["payload"].as_str() {
            let octets = data_encoding::HEXUPPER.decode(payload.as_bytes()).unwrap();
            messages.insert(number + 1, octets);
        }
    }
    assert!(!messages.is_empty(), "{}", log.name);
    messages
}

#[test]
fn conforming_messages_are_complete_and_their_protection_is_valid() {
    let (logs, keys) = bundled().unwrap();
    let store = store(&keys);
    let verifier = Verifier::new(&store);
    for log in logs.iter().filter(|log| log.name.starts_with("conforming")) {
        for (record, octets) in messages(log) {
            let mut message = Message::decode(&octets);
            let protection = verifier.check(&mut message, &Context::default());
            let place = format!("{} record {record}", log.name);
            assert!(message.is_complete(), "{place}: {:?}", message.tree.issues());
            let words = [protection.mac.word(), protection.signature.word()];
            assert!(words.contains(&"valid"), "{place}: {protection:?}");
            assert!(
                words.iter().all(|word| matches!(*word, "valid" | "absent")),
                "{place}: {protection:?}"
            );
            for item in &protection.items {
                assert_eq!(item.word(), "decrypted", "{place}");
            }
            let reads =
                matches!(message.use_case(), Some("ECS17b" | "GCS13a" | "GCS13b" | "GCS13c"));
            let response = message.envelope.cra() == Some(gbcs_parser::CraFlag::Response);
            assert_eq!(protection.items.len(), usize::from(reads && response), "{place}");
        }
    }
}

#[test]
fn every_message_is_encoded_to_its_own_octets() {
    for log in bundled().unwrap().0 {
        for (record, octets) in messages(&log) {
            let message = Message::decode(&octets);
            assert_eq!(encode::tree(&message), octets, "{} record {record}", log.name);
        }
    }
}

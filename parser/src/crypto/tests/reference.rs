//! Tests over the reference messages and their test keys, where they are at hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::*;
use crate::message::SignatureField;
use crate::protection::{Missing, Outcome};

/// The reference set's folder; `None`, after a word, where it is absent.
fn reference_set() -> Option<PathBuf> {
    let set = std::env::var_os("GBCHECK_RTDS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/rtds"),
        PathBuf::from,
    );
    if !set.join("messages").is_dir() {
        println!("skipped: no reference messages in {}", set.display());
        return None;
    }
    Some(set)
}

/// Name and octets of every message.
fn messages(set: &Path) -> Vec<(String, Vec<u8>)> {
    let mut messages = Vec::new();
    for folder in std::fs::read_dir(set.join("messages")).unwrap() {
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

/// The set's keys, as the PEM files that a person would have.
fn keys(set: &Path) -> (KeyStore, Vec<Notice>) {
    let mut files = Vec::new();
    for row in csv::Reader::from_path(set.join("keystore.csv")).unwrap().records() {
        let row = row.unwrap();
        let prepayment = if &row[2] == "yes" { "pp-" } else { "" };
        let usage = if &row[1] == "key-agreement" { "ka" } else { "ds" };
        let (label, extension) = match &row[3] {
            "certificate" => ("CERTIFICATE", "pem"),
            "public" => ("PUBLIC KEY", "pem"),
            _ => ("PRIVATE KEY", "key"),
        };
        let lines: Vec<&str> =
            row[4].as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
        let text =
            format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"));
        let name = format!("{}-{prepayment}{usage}.{extension}", &row[0]);
        files.push(KeyFile::read(&name, text.as_bytes()).unwrap());
    }
    let (mut store, notices) = KeyStore::from_files(files);
    store.set_brokers([broker()]);
    (store, notices)
}

fn broker() -> EntityId {
    EntityId([0x90, 0xB3, 0xD5, 0x1F, 0x30, 0, 0, 2])
}

fn checked<'a>(verifier: &Verifier<'_>, octets: &'a [u8]) -> (Message<'a>, Protection) {
    let mut message = Message::decode(octets);
    let protection = verifier.check(&mut message, &Context::default());
    (message, protection)
}

/// Messages between a PPMID and a meter: neither's private key is in the set.
fn is_han_only(name: &str) -> bool {
    name.starts_with("PCS01") || name.starts_with("PCS02")
}

#[test]
fn macs_signatures_and_items_of_the_reference_messages() {
    let Some(set) = reference_set() else { return };
    let (store, notices) = keys(&set);
    println!("{notices:?}");
    let verifier = Verifier::new(&store);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (name, octets) in messages(&set) {
        let (message, protection) = checked(&verifier, &octets);
        *counts.entry(format!("mac {}", protection.mac.word())).or_default() += 1;
        *counts.entry(format!("signature {}", protection.signature.word())).or_default() += 1;
        for item in &protection.items {
            *counts.entry(format!("item {}", item.word())).or_default() += 1;
        }
        let mac = match &protection.mac {
            Outcome::Absent => message.envelope.mac_header.is_none(),
            Outcome::Valid(_) => !is_han_only(&name),
            Outcome::NotChecked { missing } => {
                is_han_only(&name) && matches!(missing[..], [Missing::PrivateKey { .. }])
            }
            Outcome::Invalid { .. } => false,
        };
        let signed = matches!(message.envelope.signature, Some(SignatureField::Present(_)));
        let signature = match protection.signature {
            Outcome::Absent => !signed,
            Outcome::Valid(_) => signed,
            _ => false,
        };
        let items = protection.items.iter().all(|item| item.word() == "decrypted");
        if !(mac && signature && items && message.is_complete()) {
            wrong.push(format!("{name}: {protection:?} {:?}", message.tree.issues()));
        }
    }
    println!("{counts:?}");
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
    assert!(counts["mac valid"] > 500 && counts["item decrypted"] > 30, "{counts:?}");
}

#[test]
fn any_single_bit_of_a_reference_message_is_noticed() {
    let Some(set) = reference_set() else { return };
    let (store, _) = keys(&set);
    let verifier = Verifier::new(&store);
    let mut flips = 0;
    // A sample: every seventh message, and of it every fifth bit; the headers in full.
    for (n, (name, octets)) in messages(&set).into_iter().step_by(7).enumerate() {
        let (_, before) = checked(&verifier, &octets);
        if is_han_only(&name) || before.mac.word() != "valid" && before.signature.word() != "valid"
        {
            continue;
        }
        let bits = octets.len().min(1500) * 8;
        let sample =
            (0..bits).filter(|bit| *bit < 60 * 8 && bit % 3 == n % 3 || bit % 41 == n % 41);
        for bit in sample {
            let mut flipped = octets.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let (message, after) = checked(&verifier, &flipped);
            let changed = after.mac.word() != before.mac.word()
                || after.signature.word() != before.signature.word();
            assert!(changed || !message.is_complete(), "{name}: octet {}", bit / 8);
            flips += 1;
        }
    }
    assert!(flips > 10_000, "{flips}");
}

#[test]
fn the_top_up_numbers_of_the_reference_commands() {
    let Some(set) = reference_set() else { return };
    let (store, _) = keys(&set);
    let verifier = Verifier::new(&store);
    let file = set.join("../spec/vectors.json");
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: no {}", file.display());
        return;
    };
    let vectors: serde_json::Value = serde_json::from_str(&text).unwrap();
    let numbers = vectors["utrn"].as_array().unwrap();
    assert!(!numbers.is_empty());
    for number in numbers {
        let utrn: crate::utrn::Utrn = number["utrn"].as_str().unwrap().parse().unwrap();
        let counter = number["counter"].as_u64().unwrap();
        let subject = utrn::Subject {
            supplier: number["supplier"].as_str().unwrap().parse().unwrap(),
            device: number["device"].as_str().unwrap().parse().unwrap(),
            counter,
        };
        assert!(utrn.check_digit_is_right());
        assert_eq!(u64::from(utrn.counter_bits()), counter >> 32 & 0x3FF);
        assert_eq!(Some(u64::from(utrn.value())), number["value"].as_u64());
        let outcome = verifier.check_utrn(&utrn, &subject, &Context::default());
        assert_eq!(outcome.word(), "valid", "{utrn}: {outcome:?}");
    }
}

#[test]
fn plaintexts_of_components_are_read_field_by_field() {
    let Some(set) = reference_set() else { return };
    let (keys, _) = keys(&set);
    let verifier = Verifier::new(&keys);
    let mut leaves = 0;
    for (name, octets) in messages(&set) {
        let mut message = Message::decode(&octets);
        let _ = verifier.check(&mut message, &Context::default());
        let crate::Payload::Gbz(payload) = message.payload else { continue };
        for component in payload.components(&message) {
            let Some(plaintext) = component.ciphertext.and_then(|id| message.tree.plaintext_of(id))
            else {
                continue;
            };
            assert_eq!(component.payload, Some(plaintext.root), "{name}");
            assert_eq!(message.tree.issues(), [], "{name}");
            for id in message.tree.descendants(plaintext.root) {
                let node = message.tree.get(id).unwrap();
                let generic = ["payload", "attribute-value", "snapshot-sub-payload", "undecoded"];
                assert!(!generic.contains(&node.element.name()), "{name}: {:?}", node.element);
                leaves += usize::from(!node.kind.is_container());
            }
        }
    }
    assert!(leaves > 300, "{leaves} leaves");
}

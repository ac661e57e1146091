//! Tests over the reference messages and their test keys, where they are at hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::*;
use crate::message::{EntityId, Message, SignatureField};
use crate::protection::{Missing, Outcome, Protection};

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

fn check<'a>(verifier: &Verifier<'_>, octets: &'a [u8]) -> (Message<'a>, Protection) {
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
        let (message, protection) = check(&verifier, &octets);
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

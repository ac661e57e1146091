//! Values that travel encrypted, opened with the test keys of the set.

use std::collections::BTreeMap;

use gbcs_parser::catalogue::ItemPart;
use gbcs_parser::catalogue::use_case_of_code;
use gbcs_parser::catalogue::values::item_values;
use gbcs_parser::crypto::{Context, KeyFile, KeyStore, Verifier};
use gbcs_parser::{EntityId, Message, Payload};

use crate::values::value_faults;
use crate::{Difference, folder, judge, messages};

/// The access control broker of the set.
const BROKER: EntityId = EntityId([0x90, 0xB3, 0xD5, 0x1F, 0x30, 0, 0, 2]);

/// The set's keys, as the PEM files that a person would have.
fn keys() -> KeyStore {
    let mut files = Vec::new();
    for row in csv::Reader::from_path(folder().join("keystore.csv")).unwrap().records() {
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
        let body = lines.join("\n");
        let text = format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n");
        let name = format!("{}-{prepayment}{usage}.{extension}", &row[0]);
        files.push(KeyFile::read(&name, text.as_bytes()).unwrap());
    }
    let (mut store, _) = KeyStore::from_files(files);
    store.set_brokers([BROKER]);
    store
}

#[test]
fn encrypted_values_keep_what_their_items_say() {
    let Some(messages) = messages() else { return };
    let keys = keys();
    let verifier = Verifier::new(&keys);
    let (mut found, mut checked) = (BTreeMap::<Difference, usize>::new(), 0);
    let mut values = 0;
    for octets in &messages {
        let mut message = Message::decode(octets);
        let Payload::Dlms(_) = &message.payload else { continue };
        let _ = verifier.open_items(&mut message, &Context::default());
        if message.tree.plaintexts().is_empty() {
            continue;
        }
        checked += 1;
        let use_case = message.envelope.message_code().and_then(use_case_of_code).unwrap();
        for value in item_values(&message, None) {
            if value.part != ItemPart::Value {
                continue;
            }
            values += 1;
            let kind = message.tree.get(value.node).unwrap().kind;
            let (faults, name) = match value.item {
                Some(item) => (
                    value_faults(&item.rules, &message, value.node),
                    format!("{}.{}", item.object, item.attribute),
                ),
                None => (vec!["no item"], format!("{:?}", value.address)),
            };
            for fault in faults {
                let has = format!("{fault} {kind:?}");
                let key = (use_case.id.to_owned(), "encrypted value".to_owned(), has, name.clone());
                *found.entry(key).or_default() += 1;
            }
        }
    }
    println!("{values} values in {checked} messages");
    assert!(values > 0);
    judge(&found, checked, &["encrypted value"]);
}

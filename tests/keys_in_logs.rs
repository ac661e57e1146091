//! Keys that a log brings: certificates of `credentials` records and of commands.

use std::path::Path;

use gbcs_corpus::certificate::{Use, certificate, key_files};
use gbcs_corpus::party::{DeviceKind, Party, Role};
use gbcs_parser::CraFlag;
use gbcs_parser::crypto::protect::{SecurityHeader, seal_item};
use gbcs_parser::encode::gbz::{self, Component, Sealed};
use gbcs_parser::encode::{MacHeader, Message, Signature, dlms};
use serde_json::{Value, json};

use crate::run::gbcheck;

pub const SEED: u64 = 41;

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02X}")).collect()
}

fn line(record: Value) -> String {
    record.to_string() + "\n"
}

fn message(octets: &[u8]) -> String {
    line(json!({ "record": "message", "payload": hex(octets) }))
}

/// The `credentials` record with the meter's signing certificate.
fn credentials(meter: &Party) -> String {
    let [_, signing] = &key_files(SEED, meter, false)[..] else { panic!("two certificates") };
    line(json!({
        "record": "credentials",
        "remote_party_role": "Supplier",
        "certificate_type": "DigitalSigning",
        "certificate": signing.text,
    }))
}

/// An alert of the meter, signed.
fn alert(meter: &Party, counter: u64) -> Vec<u8> {
    let supplier = Party::organisation_id(Role::Supplier, 1);
    let date = [0x07, 0xE9, 2, 3, 0xFF, 4, 5, 6, 0, 0x80, 0, 0xFF];
    let content = dlms::alert(dlms::invoke_id(1), 0x8F20, date, Vec::new());
    let message = Message::new(CraFlag::Alert, meter.id, supplier, counter, 0x1000, content);
    let signature = meter.signing.sign(&message.signed_octets()).to_vec();
    message.general_signing(&Signature::Present(signature))
}

/// A rule and a number.
type Told = (String, u64);

/// The report about SEC001, SEC002 and SEC007: the record of each finding, and how often a rule was
/// not evaluated.
fn protection(log: &str, more: &[&str]) -> (Vec<Told>, Vec<Told>) {
    let args = ["check", "--format", "json", "--select", "SEC001,SEC002,SEC007", "-"];
    let ran = gbcheck(&[&args[..], more].concat(), log.as_bytes());
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let told = |list: &str, number: &dyn Fn(&Value) -> Option<u64>| {
        let all = report[list].as_array().unwrap().iter();
        all.map(|of| (of["rule"].as_str().unwrap().to_owned(), number(of).unwrap())).collect()
    };
    (
        told("findings", &|of| of["location"]["record"].as_u64()),
        told("not_evaluated", &|of| of["count"].as_u64()),
    )
}

#[test]
fn a_certificate_of_a_record_serves_the_messages_behind_it() {
    let meter = Party::device(SEED, DeviceKind::Esme, 1);
    let mut broken = alert(&meter, 3);
    *broken.last_mut().unwrap() ^= 1;
    let log = message(&alert(&meter, 1))
        + &credentials(&meter)
        + &message(&alert(&meter, 2))
        + &message(&broken);
    let (findings, missing) = protection(&log, &[]);
    assert_eq!(findings, [("SEC002".to_owned(), 4)]);
    assert_eq!(missing, [("SEC002".to_owned(), 1)]);
}

#[test]
fn a_certificate_of_a_record_that_is_none_is_told_with_its_line() {
    let meter = Party::device(SEED, DeviceKind::Esme, 1);
    let bad = credentials(&meter).replace("MII", "MI");
    let log = message(&alert(&meter, 1)) + &bad;
    let ran = gbcheck(&["check", "-"], log.as_bytes());
    assert!(ran.err.contains(":2: certificate: "), "{}", ran.err);
}

/// A command in the name of a party that the device does not know, and its response with an item
/// for that party.
pub fn for_unknown(gsme: &Party, unknown: &Party) -> [Vec<u8>; 2] {
    let broker = Party::organisation_id(Role::AccessControlBroker, 1);
    let read = Component::new(0x0702, 0x00, 0x00, vec![0x00, 0x00]);
    let content = gbz::components(&gbz::numbered(vec![read]));
    let mut command = Message::new(CraFlag::Command, broker, gsme.id, 5, 0x0074, content);
    command.other_information.remote_party = Some(unknown.id);
    command.other_information.remote_party_counter = Some(77);
    let secret = gsme.agreement.agree(unknown.agreement.public()).unwrap();
    let plaintext = gbz::attribute(0x0000, 0x25, 6, 12_345);
    let sealed =
        seal_item(&secret, gsme.id, unknown.id, 5, SecurityHeader::ITEM, &plaintext).unwrap();
    let answer = Component::new(0x0702, 0x18, 0x01, Vec::new()).sealed(Sealed::new(0, sealed));
    let mut response = command.response(gbz::components(&gbz::numbered(vec![answer])));
    response.other_information.originator_counter = Some(5);
    command.other_information.rest = certificate(SEED, unknown, Use::Agreement);
    [command, response].map(|message| {
        let inner = message.general_signing(&Signature::Empty);
        MacHeader::default().wrap(&inner, |_| [0; 12])
    })
}

/// Writes the keys of a device to a folder.
fn key_folder(path: &Path, party: &Party) {
    for file in key_files(SEED, party, true) {
        std::fs::write(path.join(file.name), file.text).unwrap();
    }
}

#[test]
fn an_item_opens_with_the_certificate_that_the_command_brought() {
    let gsme = Party::device(SEED, DeviceKind::Gsme, 1);
    let unknown = Party::organisation(SEED, Role::Supplier, 9);
    let folder = tempfile::tempdir().unwrap();
    key_folder(folder.path(), &gsme);
    let keys = ["--keys", folder.path().to_str().unwrap()];
    let [command, response] = for_unknown(&gsme, &unknown).map(|octets| message(&octets));
    let unopened = |log: &str| -> u64 {
        let (_, missing) = protection(log, &keys);
        missing.iter().filter(|(rule, _)| rule == "SEC007").map(|(_, count)| count).sum()
    };
    assert_eq!(unopened(&response), 1);
    assert_eq!(unopened(&(command + &response)), 0);
}

/// A request in DUIS that says which certificate it is signed under.
fn request(certificate: &[u8]) -> String {
    format!(
        "<sr:Request xmlns:sr=\"http://www.dccinterface.co.uk/ServiceUserGateway\" \
         xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" schemaVersion=\"5.4\"><sr:Header/><sr:Body/>\
         <ds:Signature><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{}</ds:X509Certificate>\
         </ds:X509Data></ds:KeyInfo></ds:Signature></sr:Request>",
        data_encoding::BASE64.encode(certificate)
    )
}

#[test]
fn a_request_signed_with_a_key_of_the_key_folder_is_told() {
    let [own, other] = [1, 2].map(|n| Party::organisation(SEED, Role::Supplier, n));
    let folder = tempfile::tempdir().unwrap();
    key_folder(folder.path(), &own);
    let keys = folder.path().to_str().unwrap();
    let codes = [own, other].map(|party| {
        let request = request(&certificate(SEED, &party, Use::Signature));
        let on = ["--on", "2024-01-01", "--select", "DUI009", "--keys", keys, "-"];
        gbcheck(&[&["check"], &on[..]].concat(), request.as_bytes()).code
    });
    // Whether the other key is used with devices is not known: nothing is checked.
    assert_eq!(codes, [1, 3]);
}

#[test]
fn an_xml_signature_is_told_to_be_unverified() {
    let party = Party::organisation(SEED, Role::Supplier, 1);
    let request = request(&certificate(SEED, &party, Use::Signature));
    let told = "XML signatures of documents, none of which is verified: 1\n";
    assert!(gbcheck(&["check", "-"], request.as_bytes()).out.contains(told));
    let without = request.replace("ds:Signature", "ds:Other");
    assert!(!gbcheck(&["check", "-"], without.as_bytes()).out.contains("XML signatures"));
}

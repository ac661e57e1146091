//! Parties, certificates and messages of the tests' own, made from fixed seeds.

mod files;
mod outcomes;
mod reference;
mod vectors;

use super::protect::{SecurityHeader, mac, seal_item};
use super::*;
use crate::catalogue::Role;
use crate::message::{CraFlag, EntityId, Message};
use crate::protection::{KeyUsage, Protection, Serial};
use crate::record::Time;

const BROKER: EntityId = EntityId([0x10, 0, 0, 0, 0, 0, 0, 0xAC]);
const SUPPLIER: EntityId = EntityId([0x10, 0, 0, 0, 0, 0, 0, 0x02]);
const METER: EntityId = EntityId([0x20, 0, 0, 0, 0, 0, 0, 0x01]);
const DISPLAY: EntityId = EntityId([0x20, 0, 0, 0, 0, 0, 0, 0x05]);

/// Days since 1970 as a time.
fn day(day: i64) -> Time {
    Time(day * 86_400_000)
}

/// The private key of a party for a use; `generation` tells renewed keys apart.
fn key(party: EntityId, usage: KeyUsage, generation: u8) -> PrivateKey {
    let mut seed = party.0.to_vec();
    seed.extend(usage.name().bytes());
    seed.push(generation);
    PrivateKey::from_seed(&seed)
}

fn agreement_key(party: EntityId) -> PrivateKey {
    key(party, KeyUsage::KeyAgreement, 0)
}

fn signing_key(party: EntityId) -> PrivateKey {
    key(party, KeyUsage::DigitalSignature, 0)
}

/// A certificate, valid from day 100 to day 200, whose serial number is its generation.
fn certificate(party: EntityId, usage: KeyUsage, generation: u8) -> Certificate {
    Certificate {
        serial: Serial::new(&[0x50 + generation]).unwrap(),
        subject: Some(party),
        role: (party == BROKER).then_some(Role::AccessControlBroker),
        not_before: day(100),
        not_after: day(200),
        digital_signature: Some(usage == KeyUsage::DigitalSignature),
        key_agreement: Some(usage != KeyUsage::DigitalSignature),
        public_key: *key(party, usage, generation).public(),
    }
}

fn file(name: &str, contents: Vec<Content>) -> KeyFile {
    KeyFile { name: name.to_owned(), hint: NameHint::of(name), contents }
}

fn certificate_file(certificate: Certificate) -> KeyFile {
    // A name of its own that gives no hint.
    let sign = certificate.digital_signature == Some(true);
    let name = format!("{:?} {sign} {}", certificate.subject, certificate.serial);
    file(&name, vec![Content::Certificate(Box::new(certificate))])
}

fn private_file(party: EntityId, usage: KeyUsage, generation: u8) -> KeyFile {
    let name = format!("{party}-{}.key", usage.name());
    file(&name, vec![Content::Private(Box::new(key(party, usage, generation)))])
}

/// The files that most tests need: certificates of all, private keys of broker and supplier.
fn usual_files() -> Vec<KeyFile> {
    let mut files = Vec::new();
    for party in [BROKER, SUPPLIER, METER] {
        for usage in [KeyUsage::KeyAgreement, KeyUsage::DigitalSignature] {
            files.push(certificate_file(certificate(party, usage, 0)));
        }
    }
    files.push(private_file(BROKER, KeyUsage::KeyAgreement, 0));
    files.push(private_file(SUPPLIER, KeyUsage::KeyAgreement, 0));
    files
}

fn store(files: Vec<KeyFile>) -> KeyStore {
    KeyStore::from_files(files).0
}

/// Who writes to whom, and what.
#[derive(Clone)]
struct Draft {
    kind: CraFlag,
    from: EntityId,
    to: EntityId,
    code: u16,
    other: Vec<u8>,
    content: Vec<u8>,
}

impl Draft {
    const COUNTER: u64 = 0x1234_5678;

    /// The supplier reads one attribute of the meter.
    fn command() -> Self {
        Self {
            kind: CraFlag::Command,
            from: SUPPLIER,
            to: METER,
            code: 0x0069,
            other: Vec::new(),
            content: vec![
                0xD9, 0x20, 0x34, 0x56, 0x78, 0, 1, 1, 0, 0x70, 0, 0, 0x13, 0x0A, 0, 0xFF, 2, 1, 0,
            ],
        }
    }

    /// The meter's answer to it.
    fn response() -> Self {
        let content = vec![0xDA, 0x20, 0x34, 0x56, 0x78, 0, 0, 1, 0x12, 0, 7, 1, 1, 0];
        Self { kind: CraFlag::Response, from: METER, to: SUPPLIER, content, ..Self::command() }
    }

    /// The octets that a signature covers.
    fn covered(&self) -> Vec<u8> {
        let mut octets = vec![9, self.kind.octet()];
        octets.extend(Self::COUNTER.to_be_bytes());
        for party in [self.from, self.to] {
            octets.push(8);
            octets.extend(party.0);
        }
        octets.extend([0, 2 + self.other.len() as u8]);
        octets.extend(self.code.to_be_bytes());
        octets.extend(&self.other);
        octets.push(self.content.len() as u8);
        octets.extend(&self.content);
        octets
    }

    fn general_signing(&self, signature: Option<[u8; 64]>) -> Vec<u8> {
        let mut octets = vec![0xDF];
        octets.extend(self.covered());
        octets.push(signature.map_or(0, |_| 0x40));
        octets.extend(signature.iter().flatten());
        octets
    }

    fn signed(&self, key: &PrivateKey) -> Vec<u8> {
        self.general_signing(Some(key.sign(&self.covered())))
    }

    fn input(&self) -> KeyInput {
        KeyInput {
            originator: self.from,
            flag: self.kind.octet(),
            counter: Self::COUNTER,
            recipient: self.to,
        }
    }
}

/// Adds MAC header and MAC to what begins with `DF`.
fn maced(draft: &Draft, general_signing: &[u8], a: &PrivateKey, b: &PrivateKey) -> Vec<u8> {
    let secret = a.agree(b.public()).unwrap();
    let tag = mac(&secret, &draft.input(), SecurityHeader::MAC, general_signing).unwrap();
    let length = general_signing.len() + 17;
    let mut octets = vec![0xDD, 0, 0, 0, 0, 0, 0];
    if length > 0x7F {
        octets.push(0x81);
    }
    octets.push(u8::try_from(length).unwrap());
    octets.extend([0x11, 0, 0, 0, 0]);
    octets.extend(general_signing);
    octets.extend(tag);
    octets
}

/// The usual command of the supplier: MACed by the broker.
fn maced_command() -> Vec<u8> {
    let draft = Draft::command();
    maced(&draft, &draft.general_signing(None), &agreement_key(BROKER), &agreement_key(METER))
}

fn check(store: &KeyStore, octets: &[u8], context: Context<'_>) -> Protection {
    Verifier::new(store).check(&mut Message::decode(octets), &context)
}

fn at(time: Time) -> Context<'static> {
    Context { time: Some(time), ..Context::default() }
}

//! Judges messages that were made from templates, and keeps what was proved.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use gbcs_corpus::party::{DeviceKind, Party, Role};
use gbcs_parser::catalogue::{Protocol, ResponseDateTime, message_code};
use gbcs_parser::crypto::protect::{SecurityHeader, seal_item};
use gbcs_parser::crypto::{
    Content, Context, KeyFile, KeyStore, NameHint, PrivateKey, SharedSecret, Verifier,
};
use gbcs_parser::encode::{MacHeader, Message, Signature, date_time};
use gbcs_parser::log::{Form, read};
use gbcs_parser::protection::KeyUsage;
use gbcs_parser::record::Record;
use gbcs_parser::{CraFlag, EntityId};
use gbcs_rules::engine::Engine;
use gbcs_rules::log::LogFacts;
use gbcs_rules::profile::{Profile, Selection};
use gbcs_rules::results::Results;

use crate::run::hex_line;

/// The originator counter of every message.
pub const COUNTER: u64 = 1000;

/// A message: what it is, and its content.
pub type Planned = (CraFlag, Vec<u8>);

/// The two parties and their keys.
struct Bench {
    party: Party,
    device: Party,
    secret: SharedSecret,
    keys: KeyStore,
    profile: Profile,
}

fn bench() -> &'static Bench {
    static BENCH: OnceLock<Bench> = OnceLock::new();
    BENCH.get_or_init(|| {
        let party = Party::organisation(7, Role::Supplier, 1);
        let device = Party::device(7, DeviceKind::Esme, 1);
        let secret = device.agreement.agree(party.agreement.public()).unwrap();
        let private = |party: &Party| KeyFile {
            name: format!("{}.key", party.id),
            hint: Some(NameHint { party: party.id, usage: KeyUsage::KeyAgreement }),
            contents: vec![Content::Private(Box::new(
                PrivateKey::from_scalar(&party.agreement.scalar()[..]).unwrap(),
            ))],
        };
        let (keys, _) = KeyStore::from_files(vec![private(&party), private(&device)]);
        // What protects a message is not what its template is about.
        let selection = Selection::new(&[], &["SEC".to_owned()]).unwrap();
        let profile = Profile { selection, ..Profile::default() };
        Bench { party, device, secret, keys, profile }
    })
}

fn verifier() -> &'static Verifier<'static> {
    static VERIFIER: OnceLock<Verifier<'static>> = OnceLock::new();
    VERIFIER.get_or_init(|| Verifier::new(&bench().keys))
}

/// The party that commands come from.
pub fn party() -> EntityId {
    bench().party.id
}

/// The device that they go to.
pub fn device() -> EntityId {
    bench().device.id
}

/// Opens the encrypted items of a message.
pub fn open(message: &mut gbcs_parser::Message<'_>) {
    let _ = verifier().open_items(message, &Context::default());
}

/// Encrypts an item of a response or alert for the party.
pub fn seal(plaintext: &[u8]) -> Vec<u8> {
    let Bench { party, device, secret, .. } = bench();
    seal_item(secret, device.id, party.id, COUNTER, SecurityHeader::ITEM, plaintext).unwrap()
}

/// The octets of a message with this code: signed where its code is critical, with a MAC where it
/// has one. Both are made of nothing.
pub fn octets(code: u16, (cra, content): &Planned) -> Vec<u8> {
    let parties = if *cra == CraFlag::Command { (party(), device()) } else { (device(), party()) };
    let mut message = Message::new(*cra, parties.0, parties.1, COUNTER, code, content.clone());
    let known = message_code(code);
    let is_critical = known.is_some_and(|code| code.critical == Some(true));
    let is_dated = known.is_some_and(|code| code.response_date_time != ResponseDateTime::Never);
    if *cra == CraFlag::Response && is_dated {
        // A gas meter says that its clock is reliable.
        let is_gas = known.is_some_and(|code| code.protocol == Some(Protocol::Gbz));
        message.date_time = date_time(0, 0xFF, if is_gas { 0x00 } else { 0xFF }).to_vec();
    }
    if !is_critical {
        let inner = message.general_signing(&Signature::Empty);
        return MacHeader::default().wrap(&inner, |_| [0xA5; 12]);
    }
    let inner = message.general_signing(&Signature::Present(vec![0x5A; 64]));
    match cra {
        CraFlag::Command => MacHeader::default().wrap(&inner, |_| [0xA5; 12]),
        _ => inner,
    }
}

/// What the rules say of the messages with these contents.
pub fn judged(code: u16, messages: &[Planned]) -> Results {
    let text: String =
        messages.iter().map(|message| hex_line(&octets(code, message)) + "\n").collect();
    let records: Vec<Record> =
        read(Form::Hex, text.as_bytes(), "matrix").map(|record| record.unwrap()).collect();
    assert_eq!(records.len(), messages.len());
    let prepare = |message: &mut gbcs_parser::Message<'_>, _: &Record| open(message);
    let mut engine = Engine::new(&bench().profile, &prepare);
    let mut log = engine.begin(LogFacts { ordered: true, ..LogFacts::default() });
    log.judge(&records);
    log.end();
    engine.finish(&["matrix".into()])
}

/// The rules that find something in the messages with these contents.
pub fn found(code: u16, messages: &[Planned]) -> BTreeSet<&'static str> {
    judged(code, messages).findings.iter().map(|finding| finding.rule.rule().code).collect()
}

/// What was proved of a use case.
#[derive(Default)]
pub struct Proof {
    /// Conforming messages that passed: command, response, alert.
    pub conforming: BTreeSet<&'static str>,
    /// The octets of the first of each that was made.
    pub samples: BTreeMap<&'static str, Vec<u8>>,
    /// Faults that were planted and found, by the rule that found them.
    pub caught: BTreeMap<&'static str, usize>,
    /// What was not made, and why.
    pub not_made: BTreeSet<String>,
    /// What did not come out as it should.
    pub wrong: Vec<String>,
}

impl Proof {
    /// Judges messages that conform.
    pub fn passes(&mut self, code: u16, kind: &'static str, what: &str, messages: &[Planned]) {
        let rules = found(code, messages);
        if let Some(message) = messages.last() {
            self.samples.entry(kind).or_insert_with(|| octets(code, message));
        }
        if rules.is_empty() {
            self.conforming.insert(kind);
        } else {
            self.wrong.push(format!("{kind} {what}: {rules:?} in what conforms"));
        }
    }

    /// Judges messages with one fault, which these rules and no others are to find.
    pub fn caught(&mut self, code: u16, what: &str, messages: &[Planned], rules: &[&'static str]) {
        let found = found(code, messages);
        let due = rules.iter().copied().collect();
        if found != due {
            self.wrong.push(format!("{what}: {found:?} instead of {due:?}"));
        } else if let Some(first) = rules.first() {
            // The first is the one that is meant for it; the others go with it.
            *self.caught.entry(first).or_default() += 1;
        }
    }
}

//! What each stage of a check costs, by message or record: `docs/performance.md` has the figures.
//!
//! All on one thread, over a simulated log of thirty devices and thirty days.
#![allow(clippy::unwrap_used)]

use std::hint::black_box;
use std::io::Write as _;
use std::sync::{Arc, LazyLock};

use data_encoding::BASE64;
use divan::counter::{BytesCount, ItemsCount};
use divan::{AllocProfiler, Bencher};
use gbcs_corpus::simulate::Simulation;
use gbcs_parser::crypto::{Content, Context, KeyFile, KeyStore, PublicKey, Verifier};
use gbcs_parser::log::{Form, read};
use gbcs_parser::message::SignatureField;
use gbcs_parser::record::{Body, Record};
use gbcs_parser::{EntityId, Message, Span};
use gbcs_rules::engine::Engine;
use gbcs_rules::log::LogFacts;
use gbcs_rules::prepare::{NoKeys, Prepare};
use gbcs_rules::profile::Profile;
use gbcs_rules::results::Results;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// Records that are judged at a time, as by the program.
const BLOCK: usize = 4096;

fn main() {
    divan::main();
}

struct Made {
    log: Vec<u8>,
    records: Vec<Record>,
    messages: Vec<Vec<u8>>,
    keys: KeyStore,
    public: Vec<(EntityId, PublicKey)>,
}

static MADE: LazyLock<Made> = LazyLock::new(|| {
    let (mut log, mut files) = (Vec::new(), Vec::new());
    let mut keep = |made: gbcs_corpus::certificate::KeyFile| {
        files.push(KeyFile::read(&made.name, made.text.as_bytes()).unwrap());
        Ok(())
    };
    simulation().run(&mut log, Some(&mut keep)).unwrap();
    let records: Vec<Record> =
        read(Form::JsonLines, &log[..], "log.jsonl").map(Result::unwrap).collect();
    let messages = records
        .iter()
        .filter_map(|record| match &record.body {
            Body::Message(message) => Some(message.payload.clone()),
            _ => None,
        })
        .collect();
    let certificates =
        files.iter().flat_map(|file| &file.contents).filter_map(|content| match content {
            Content::Certificate(certificate) => {
                Some((certificate.subject?, certificate.public_key))
            }
            _ => None,
        });
    let public = certificates.collect();
    let (keys, _) = KeyStore::from_files(files);
    Made { log, records, messages, keys, public }
});

fn simulation() -> Simulation {
    Simulation::new(30, 30, 1, "4.2")
}

/// Octets to a flat tree; the memory of one tree serves all messages.
#[divan::bench]
fn decode(bencher: Bencher<'_, '_>) {
    let messages = &MADE.messages;
    bencher.counter(ItemsCount::new(messages.len())).bench(|| {
        messages.iter().fold(gbcs_parser::Tree::default(), |tree, octets| {
            black_box(Message::decode_with(octets, tree)).into_tree()
        })
    });
}

/// Lines of a native log to records.
#[divan::bench]
fn read_json_lines(bencher: Bencher<'_, '_>) {
    let Made { log, records, .. } = &*MADE;
    bencher
        .counter(ItemsCount::new(records.len()))
        .counter(BytesCount::new(log.len()))
        .bench(|| read(Form::JsonLines, &log[..], "log.jsonl").map(black_box).count());
}

/// DUIS responses, one document a message, to records.
#[divan::bench]
fn read_duis(bencher: Bencher<'_, '_>) {
    let documents: Vec<Vec<u8>> = MADE.messages.iter().map(|message| duis(message)).collect();
    let octets: usize = documents.iter().map(Vec::len).sum();
    bencher.counter(ItemsCount::new(documents.len())).counter(BytesCount::new(octets)).bench(
        || {
            let records = documents.iter().flat_map(|text| read(Form::Xml, &text[..], "one.xml"));
            records.map(black_box).count()
        },
    );
}

fn duis(message: &[u8]) -> Vec<u8> {
    let payload = BASE64.encode(message);
    let mut text = Vec::new();
    write!(
        text,
        "<sr:Response xmlns:sr=\"http://www.dccinterface.co.uk/ServiceUserGateway\" \
         schemaVersion=\"5.4\"><sr:Header><sr:ResponseCode>I0</sr:ResponseCode>\
         <sr:ResponseDateTime>2026-03-02T00:00:00Z</sr:ResponseDateTime></sr:Header><sr:Body>\
         <sr:ResponseMessage><sr:GBCSPayload>{payload}</sr:GBCSPayload></sr:ResponseMessage>\
         </sr:Body></sr:Response>"
    )
    .unwrap();
    text
}

fn judge(records: &[Record], prepare: &dyn Prepare) -> Results {
    let profile = Profile::default();
    let mut engine = Engine::new(&profile, prepare);
    let facts = LogFacts { ordered: true, timed: true, ..LogFacts::default() };
    let mut run = engine.begin(facts);
    records.chunks(BLOCK).for_each(|block| run.judge(block));
    run.end();
    engine.finish(&[Arc::from("log.jsonl")])
}

fn on_one_thread<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap().install(work)
}

/// All rules, records at hand, no keys.
#[divan::bench]
fn check_without_keys(bencher: Bencher<'_, '_>) {
    let records = &MADE.records;
    bencher
        .counter(ItemsCount::new(records.len()))
        .bench_local(|| on_one_thread(|| judge(records, &NoKeys)));
}

/// All rules, with MACs, signatures and encrypted items.
#[divan::bench]
fn check_with_keys(bencher: Bencher<'_, '_>) {
    let Made { records, keys, .. } = &*MADE;
    let verifier = Verifier::new(keys);
    let protect = |message: &mut Message<'_>, record: &Record| {
        let context = Context { time: record.time, ..Context::default() };
        message.protection = Some(Box::new(verifier.check(message, &context)));
    };
    bencher
        .counter(ItemsCount::new(records.len()))
        .bench_local(|| on_one_thread(|| judge(records, &protect)));
}

/// A signature with what it is of.
struct Signed {
    key: PublicKey,
    covered: Vec<u8>,
    signature: Vec<u8>,
}

/// The signatures of the log alone: what bounds a check with keys.
#[divan::bench]
fn verify_signatures_alone(bencher: Bencher<'_, '_>) {
    let signed: Vec<Signed> = MADE.messages.iter().filter_map(|octets| signed(octets)).collect();
    assert!(!signed.is_empty());
    bencher.counter(ItemsCount::new(signed.len())).bench(|| {
        signed.iter().for_each(|one| assert!(one.key.verifies(&one.covered, &one.signature)));
    });
}

/// The signature of a message, with the key that it is of.
fn signed(octets: &[u8]) -> Option<Signed> {
    let message = Message::decode(octets);
    let envelope = &message.envelope;
    let SignatureField::Present(node) = envelope.signature? else { return None };
    let covered = Span::wire(envelope.signing_start? + 1, envelope.content_end?).of(octets);
    let signature = message.tree.content(node, octets);
    let party = envelope.originator()?;
    let mut keys = MADE.public.iter().filter(|(owner, _)| *owner == party);
    let (_, key) = keys.find(|(_, key)| key.verifies(covered, signature))?;
    Some(Signed { key: *key, covered: covered.to_vec(), signature: signature.to_vec() })
}

/// Days of devices to a log.
#[divan::bench]
fn simulate(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(MADE.records.len())).bench(|| {
        let mut log = Vec::new();
        simulation().run(&mut log, None).unwrap();
        log.len()
    });
}

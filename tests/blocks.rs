//! A block is decoded ahead, or by the shards that judge it, and is judged part by part: nothing of
//! that changes what is said of its records.

use gbcs_corpus::certificate::key_files;
use gbcs_corpus::party::{DeviceKind, Party, Role};
use gbcs_corpus::simulate::Simulation;
use gbcs_parser::crypto::{KeyFile, KeyStore, Verifier};
use gbcs_parser::log::{Form, read};
use gbcs_parser::record::{Body, MessageRecord, Position, Record, TestCase};
use gbcs_parser::{CraFlag, Message};
use gbcs_rules::engine::Engine;
use gbcs_rules::finding::Finding;
use gbcs_rules::log::LogFacts;
use gbcs_rules::prepare::{NoKeys, Prepare};
use gbcs_rules::profile::Profile;
use gbcs_rules::registry;
use gbcs_rules::results::Results;
use gbcs_rules::rule::{About, Severity};
use gbcs_rules::saved::{Reader, Writer};
use gbcs_rules::verdict::Verdict;

use crate::keys_in_logs::{SEED, for_unknown};
use crate::near_misses::Keys;

/// The records of a log of some homes.
fn records() -> Vec<Record> {
    let mut log = Vec::new();
    Simulation::new(24, 30, 5, "4.2").run(&mut log, None).unwrap();
    read(Form::JsonLines, log.as_slice(), "log").map(Result::unwrap).collect()
}

/// What comes of records in blocks of so many, on so many threads.
fn judged(records: &[Record], keys: &dyn Prepare, block: usize, threads: usize) -> Results {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| {
        let profile = Profile::default();
        let mut engine = Engine::new(&profile, keys);
        let mut run = engine.begin(facts());
        records.chunks(block).for_each(|block| run.judge(block));
        run.end();
        engine.finish(&["log".into()])
    })
}

/// The same where the engine is saved behind the first records, and another goes on.
fn judged_in_two(records: &[Record], keys: &dyn Prepare, first: usize) -> Results {
    let profile = Profile::default();
    let mut saved = Writer::new(Vec::new());
    let mut engine = Engine::new(&profile, keys);
    let mut run = engine.begin(facts());
    run.judge(&records[..first]);
    run.save(&mut saved).unwrap();
    let saved = saved.into_inner();
    let (mut engine, mut reader) = (Engine::new(&profile, keys), Reader::new(&saved[..]));
    engine.load(&mut reader).unwrap();
    let mut run = engine.go_on(&mut reader).unwrap();
    run.judge(&records[first..]);
    run.end();
    engine.finish(&["log".into()])
}

fn facts() -> LogFacts {
    LogFacts { ordered: true, timed: true, ..LogFacts::default() }
}

/// Looks that blocks of any size on one thread and on several have the same results, and gives them.
fn the_same_in_all_blocks(records: &[Record]) -> Results {
    the_same_with_keys(records, &NoKeys)
}

fn the_same_with_keys(records: &[Record], keys: &dyn Prepare) -> Results {
    let due = judged(records, keys, 1, 4);
    for (block, threads) in
        [(1, 1), (2, 2), (37, 1), (37, 2), (37, 9), (300, 2), (records.len(), 2)]
    {
        let results = judged(records, keys, block, threads);
        let what = format!("blocks of {block} on {threads} threads");
        assert_eq!(results.findings, due.findings, "{what}");
        assert_eq!(results.verdicts, due.verdicts, "{what}");
        assert_eq!(results.not_evaluated, due.not_evaluated, "{what}");
        assert_eq!(results.devices, due.devices, "{what}");
        assert_eq!(results.use_cases, due.use_cases, "{what}");
    }
    due
}

#[test]
fn a_log_is_judged_the_same_in_blocks_of_any_size() {
    let results = the_same_in_all_blocks(&records());
    assert!(results.messages > 1_000 && results.devices.len() > 20);
}

/// Commands of one party that no device knows, and their responses with an item for it, among the
/// records of some homes: each response stands far behind its command.
fn with_unknown_parties() -> (Vec<Record>, Vec<Party>) {
    let unknown = Party::organisation(SEED, Role::Supplier, 9);
    let mut records = records();
    let meters: Vec<Party> =
        (1..=6).map(|n| Party::device(SEED, DeviceKind::Gsme, 100 + n)).collect();
    let step = records.len() / (meters.len() + 6);
    for (number, meter) in meters.iter().enumerate() {
        for (octets, place) in for_unknown(meter, &unknown).into_iter().zip([1, 5]) {
            let at = (number + place) * step;
            let time = records[at].time;
            let body = Body::Message(MessageRecord { payload: octets, ..MessageRecord::default() });
            let record = Record { time, device_id: None, body, ..records[at].clone() };
            records.insert(at, record);
        }
    }
    (records, meters)
}

#[test]
fn a_response_has_the_certificate_of_its_command_in_blocks_of_any_size() {
    let (records, meters) = with_unknown_parties();
    let files = meters.iter().flat_map(|meter| key_files(SEED, meter, true));
    let files = files.map(|file| KeyFile::read(&file.name, file.text.as_bytes()).unwrap());
    let keys = Keys(Verifier::new(KeyStore::from_files(files).0));
    let results = the_same_with_keys(&records, &keys);
    let opened = |results: &Results| {
        let rule = registry::ids().find(|id| id.rule().code == "SEC007").unwrap();
        let of_meters = meters.iter().filter_map(|meter| results.devices.get(&meter.id));
        of_meters.filter(|device| device.verdicts.get(rule).get(Verdict::Pass) > 0).count()
    };
    assert_eq!(opened(&results), meters.len());
    // Between commands and responses.
    let cut = judged_in_two(&records, &keys, records.len() / 2);
    assert_eq!(opened(&cut), meters.len());
    assert_eq!(cut.not_evaluated, results.not_evaluated);
    // Without its command a response tells of no key.
    let is_of_meter = |record: &&Record| match &record.body {
        Body::Message(message) => {
            let message = Message::decode(&message.payload);
            meters.iter().any(|meter| message.envelope.recipient() == Some(meter.id))
        }
        _ => false,
    };
    let without: Vec<Record> =
        records.iter().filter(|record| !is_of_meter(record)).cloned().collect();
    assert_eq!(opened(&the_same_with_keys(&without, &keys)), 0);
}

/// Credentials and devices stand at the head of a log; here some stand in the middle of it.
#[test]
fn a_party_has_its_role_from_its_record_on() {
    let all = records();
    let told = |record: &Record| matches!(record.body, Body::Credentials(_) | Body::Device(_));
    let (told, mut records): (Vec<_>, Vec<_>) = all.into_iter().partition(told);
    // Each between two messages, where both of a block would be judged together.
    let step = records.len() / (told.len() + 1);
    for (number, record) in told.into_iter().enumerate() {
        let at = (number + 1) * (step + 1);
        let time = records.get(at).and_then(|next| next.time);
        records.insert(at.min(records.len()), Record { time, ..record });
    }
    let results = the_same_in_all_blocks(&records);
    let rule = registry::ids().find(|id| id.rule().code == "USE012").unwrap();
    let counts = results.verdicts[&rule];
    assert!(counts.get(Verdict::NotEvaluated) > 0, "no command came before the roles");
    assert!(counts.get(Verdict::Pass) > 0, "no command came behind the roles");
}

/// That what was sent is faulty is told at the end of a test case: it holds from there on.
#[test]
fn the_end_of_a_test_case_tells_nothing_of_what_came_before() {
    let mut records = records();
    let command = records.iter().rposition(is_command).unwrap();
    let time = records[command].time;
    if let Body::Message(message) = &mut records[command].body {
        message.payload.pop();
    }
    let case = |begins| {
        let case =
            TestCase { id: "1".into(), begins, stimulus_is_faulty: !begins, ..TestCase::default() };
        let position = Position { path: "log".into(), record: 0, payload: None, line: None };
        let (unknown_fields, extras) = (Vec::new(), Vec::new());
        let body = Body::TestCase(case);
        Record { position, time, device_id: None, seq: None, unknown_fields, extras, body }
    };
    records.insert(command + 1, case(false));
    records.insert(command, case(true));
    let results = the_same_in_all_blocks(&records);
    let of_sender = |finding: &&Finding| finding.about == About::Sender;
    let worst = results.findings.iter().filter(of_sender).map(|finding| finding.severity).max();
    assert_eq!(worst, Some(Severity::Error));
}

fn is_command(record: &Record) -> bool {
    match &record.body {
        Body::Message(message) => {
            Message::decode(&message.payload).envelope.cra() == Some(CraFlag::Command)
        }
        _ => false,
    }
}

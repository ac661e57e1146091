//! The examples on the pages of the rules: the conforming one passes, the other is found, and neither
//! raises a false alarm.

use gbcs_corpus::certificate::key_files;
use gbcs_corpus::party::{DeviceKind, Party, Role};
use gbcs_parser::Message;
use gbcs_parser::crypto::{Context, KeyFile, KeyStore, Verifier};
use gbcs_parser::log::{Form, read};
use gbcs_parser::record::Record;
use gbcs_rules::engine::Engine;
use gbcs_rules::log::LogFacts;
use gbcs_rules::profile::Profile;
use gbcs_rules::registry::{self, RuleId};
use gbcs_rules::results::Results;
use gbcs_rules::rule::Severity;
use gbcs_rules::verdict::Verdict;

/// Rules whose pages say that there is no room for an example.
const WITHOUT_EXAMPLE: &[&str] = &["ENV015", "VLT004", "DFT005", "VER003"];

/// The block of code under a heading, and the form it is in.
fn block<'p>(page: &'p str, heading: &str) -> Option<(Form, &'p str)> {
    let (_, rest) = page.split_once(&format!("\n## {heading}\n"))?;
    let (_, rest) = rest.split_once("```")?;
    let (form, rest) = rest.split_once('\n')?;
    let (text, _) = rest.split_once("\n```")?;
    let form = match form {
        "hex" => Form::Hex,
        "jsonl" => Form::JsonLines,
        "xml" => Form::Xml,
        other => panic!("an example in {other:?}"),
    };
    Some((form, text))
}

/// The keys of the parties for whom pages need some; the parties of all other examples have none.
fn keys() -> KeyStore {
    const SEED: u64 = 9;
    let parties = [
        Party::organisation(SEED, Role::Supplier, 9),
        Party::organisation(SEED, Role::AccessControlBroker, 9),
        Party::device(SEED, DeviceKind::Esme, 9),
        Party::device(SEED, DeviceKind::Gsme, 9),
    ];
    let files = parties.iter().flat_map(|party| key_files(SEED, party, party.role.is_some()));
    let read = files.map(|file| KeyFile::read(&file.name, file.text.as_bytes()).unwrap());
    KeyStore::from_files(read).0
}

fn judge(form: Form, text: &str) -> Results {
    let records: Vec<Record> =
        read(form, text.as_bytes(), "example").map(|record| record.unwrap()).collect();
    assert!(!records.is_empty(), "the example has no record");
    let timed = records.iter().any(|record| record.time.is_some());
    let profile = Profile::default();
    let keys = keys();
    let verifier = Verifier::new(&keys);
    let protect = |message: &mut Message<'_>, record: &Record| {
        let context = Context { time: record.time, ..Context::default() };
        message.protection = Some(Box::new(verifier.check(message, &context)));
    };
    let mut engine = Engine::new(&profile, &protect);
    let mut log = engine.begin(LogFacts { ordered: true, timed, ..LogFacts::default() });
    log.judge(&records);
    log.end();
    engine.finish(&["example".into()])
}

fn found(results: &Results) -> Vec<RuleId> {
    let mut rules: Vec<_> = results
        .findings
        .iter()
        .filter(|finding| {
            finding.severity > Severity::Info || finding.rule.rule().severity == Severity::Info
        })
        .map(|finding| finding.rule)
        .collect();
    rules.dedup();
    rules
}

/// Rules beside the one of the page that its example also breaks, as the page says under "Also".
fn also(page: &str) -> Vec<RuleId> {
    let Some((_, rest)) = page.split_once("\n## Also\n") else { return Vec::new() };
    let text = rest.split("\n## ").next().unwrap_or_default();
    registry::ids().filter(|rule| text.contains(rule.rule().code)).collect()
}

#[test]
fn conforming_examples_pass() {
    let mut checked = 0;
    for rule in registry::ids() {
        let page = rule.rule().doc;
        let Some((form, text)) = block(page, "Conforming") else {
            assert!(WITHOUT_EXAMPLE.contains(&rule.rule().code), "{rule:?} has no example");
            continue;
        };
        let results = judge(form, text);
        assert_eq!(found(&results), [], "on the page of {rule:?}");
        assert!(
            results.verdicts[&rule].get(Verdict::Pass) > 0,
            "{rule:?} does not pass its own example: {:?}",
            results.verdicts[&rule]
        );
        checked += 1;
    }
    assert!(checked > 0);
}

#[test]
fn other_examples_are_found() {
    let mut checked = 0;
    for rule in registry::ids() {
        let page = rule.rule().doc;
        let Some((form, text)) = block(page, "Non-conforming") else {
            assert!(WITHOUT_EXAMPLE.contains(&rule.rule().code), "{rule:?} has no example");
            continue;
        };
        let mut expected = also(page);
        expected.push(rule);
        expected.sort();
        let mut rules = found(&judge(form, text));
        rules.sort();
        rules.dedup();
        assert_eq!(rules, expected, "on the page of {rule:?}");
        checked += 1;
    }
    assert!(checked > 0);
}

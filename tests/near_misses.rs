//! Near misses, each in a log of its own: nothing is found in it, and the rule that it nearly breaks
//! has looked at the very records that make it one.
//!
//! That it has is shown by leaving them out: the rule then passes less often. Of a rule that follows
//! devices, by leaving out all of them but one: it then still comes to a verdict.

use gbcs_corpus::certificate::key_files;
use gbcs_corpus::faults::{self, Fault, Stage};
use gbcs_corpus::log::Log;
use gbcs_corpus::scene::{Scene, Verdict};
use gbcs_corpus::simulate::Simulation;
use gbcs_corpus::world::World;
use gbcs_parser::Message;
use gbcs_parser::crypto::{Certificate, Context, KeyFile, KeyStore, Verifier};
use gbcs_parser::log::{Form, read};
use gbcs_parser::protection::KeyRef;
use gbcs_parser::record::{Body, Record};
use gbcs_rules::engine::Engine;
use gbcs_rules::log::LogFacts;
use gbcs_rules::prepare::{Known, Prepare, Signer};
use gbcs_rules::profile::{Profile, Selection};
use gbcs_rules::registry::{self, RuleId};
use gbcs_rules::results::Results;
use gbcs_rules::rule::Check;
use gbcs_rules::verdict::Counts;

const GBCS_VERSION: &str = "4.2";

/// The keys of all parties of a log.
pub struct Keys(pub Verifier<'static>);

impl Prepare for Keys {
    fn prepare(&self, message: &mut Message<'_>, record: &Record, known: Known<'_>) {
        let certificate = known.command_certificate.and_then(Certificate::parse);
        let command_certificate = certificate.as_ref();
        let context = Context { time: record.time, command_certificate };
        message.protection = Some(Box::new(self.0.check(message, &context)));
    }

    fn device_key(&self, signer: &Signer) -> Option<KeyRef> {
        self.0.keys().device_key(signer.serial, None)
    }
}

/// A near miss in a log of its own.
pub struct Planted {
    rule: RuleId,
    keys: Keys,
    records: Vec<Record>,
    /// What the rule must say, by the place of the record in the log.
    pub due: Vec<(usize, Verdict)>,
}

impl Planted {
    /// Plants it, and reads the log as a check does.
    pub fn new(miss: &Fault) -> Self {
        let Simulation { seed, midnight, .. } = Simulation::new(0, 0, 1, GBCS_VERSION);
        let world = World::new(seed, GBCS_VERSION);
        let mut scene = Scene::default();
        let mut stage = Stage::new(&world, &mut scene, midnight, 0);
        (miss.plant)(&mut stage);
        let mut parties: Vec<_> = world.organisations().into_iter().cloned().collect();
        parties.extend(stage.parties());
        let files = parties.iter().flat_map(|party| key_files(seed, party, party.role.is_some()));
        let read_keys = files.map(|file| KeyFile::read(&file.name, file.text.as_bytes()).unwrap());
        let keys = Keys(Verifier::new(KeyStore::from_files(read_keys).0));
        let mut log = Log::begin(Vec::new(), midnight, GBCS_VERSION).unwrap();
        let mut due = Vec::new();
        // The head of the log comes first.
        for place in 1.. {
            let Some(planned) = scene.take_first() else { break };
            log.write(&planned).unwrap();
            due.extend(planned.near_miss.map(|verdict| (place, verdict)));
        }
        let (log, _) = log.end(&scene.of_fleet).unwrap();
        let records = read(Form::JsonLines, log.as_slice(), "log").map(Result::unwrap).collect();
        let rule = registry::ids().find(|id| id.rule().code == miss.rule()).unwrap();
        Self { rule, keys, records, due }
    }

    /// Judges the log without some of its records.
    fn judge(&self, selection: Selection, without: &[usize]) -> Results {
        let left = self.records.iter().enumerate().filter(|(place, _)| !without.contains(place));
        let records: Vec<Record> = left.map(|(_, record)| record.clone()).collect();
        let profile = Profile { selection, ..Profile::default() };
        let mut engine = Engine::new(&profile, &self.keys);
        let facts = LogFacts { ordered: true, timed: true, ..LogFacts::default() };
        let mut log = engine.begin(facts);
        log.judge(&records);
        log.end();
        engine.finish(&["log".into()])
    }

    /// How often the rule comes to each verdict without some of the records.
    fn verdicts(&self, without: &[usize]) -> Counts {
        let alone = Selection::new(&[self.rule.rule().code.to_owned()], &[]).unwrap();
        self.judge(alone, without).verdicts[&self.rule]
    }

    /// True where the rule judges the record at a place of the log.
    fn is_judged(&self, place: usize) -> bool {
        let places: Vec<usize> = self.due.iter().map(|(place, _)| *place).collect();
        let others: Vec<usize> = places.iter().copied().filter(|other| *other != place).collect();
        let judged = |without: &[usize]| {
            let verdicts = self.verdicts(without);
            verdicts.get(Verdict::Pass) + verdicts.get(Verdict::Fail)
        };
        match self.rule.rule().check {
            // One verdict on all that it has looked at: it comes to one by this record alone, if
            // not to the same as with the others.
            Check::Device(_) => judged(&others) > judged(&places),
            // It needs several of them.
            Check::Fleet(_) => judged(&[]) > judged(&places),
            _ => judged(&[]) > judged(&[place]),
        }
    }

    /// What is wrong with it.
    fn faults(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for finding in self.judge(Selection::default(), &[]).findings {
            wrong.push(format!("found {:?}: {:?}", finding.rule, finding.actual));
        }
        if self.due.is_empty() {
            wrong.push("names no record that the rule must look at".to_owned());
        }
        let verdicts = self.verdicts(&[]);
        if verdicts.get(Verdict::NotEvaluated) > 0 {
            wrong.push(format!("its rule cannot tell: {verdicts:?}"));
        }
        for (place, verdict) in &self.due {
            if self.is_judged(*place) != (*verdict == Verdict::Pass) {
                wrong.push(format!("record {}: {verdict:?} is due; {verdicts:?}", place + 1));
            }
        }
        wrong
    }
}

/// The message that a near miss is about.
fn message(name: &str) -> Vec<u8> {
    let planted = Planted::new(faults::near_misses().find(|miss| miss.name == name).unwrap());
    let [(place, _)] = planted.due[..] else { panic!("{name} is about several records") };
    match &planted.records[place].body {
        Body::Message(message) => message.payload.clone(),
        other => panic!("{name} is about {other:?}"),
    }
}

#[test]
fn near_misses_stand_at_the_very_limit() {
    // The length of a MAC header behind its tag and six empty fields.
    assert_eq!(message("ENV002")[7..9], [0x81, 0x80]);
    assert_eq!(message("ENV003").last(), Some(&0x00));
    // Counter and invoke id stand behind MAC header and tag.
    assert_eq!(message("ENV004")[16..24], [0xFF; 8]);
    // The length of the content, which begins with the tag of an access request.
    for (name, length) in [("ENV012", &[0x81, 0x80, 0xD9][..]), ("ENV012-one", &[0x7F, 0xD9])] {
        let octets = message(name);
        assert!(octets.windows(length.len()).any(|part| part == length), "{name}");
    }
    assert_eq!(message("ENV015").len(), 72_387);
    // A signature of 64 octets, behind its length.
    let signed = message("SEC002");
    assert_eq!(signed[signed.len() - 65..signed.len() - 63], [64, 0x00]);
    // Cluster and length of a component, of two octets each.
    let component = [0x07, 0x09, 0x01, 0x00];
    assert!(message("USE010").windows(4).any(|part| part == component));
}

/// The milliseconds from one record of a near miss to another, both counted from 1.
fn between(name: &str, [first, second]: [usize; 2]) -> i64 {
    let planted = Planted::new(faults::near_misses().find(|miss| miss.name == name).unwrap());
    let time = |number: usize| planted.records[number - 1].time.unwrap();
    time(second).0 - time(first).0
}

/// Numbers that are the last before the fault, as they stand in messages.
#[test]
fn near_misses_hold_the_last_number_that_is_right() {
    let cases: [(&str, &[u8]); 9] = [
        // A deviation of zero minutes, and an unspecified clock status, in a header.
        ("CLK001", &[0x00, 0x00, 0x00, 0xFF, 0x02, 0x00, 0x2C]),
        // The hash of the image received last.
        ("FWM001", &[0x04, 0x20, 0xA5, 0xA5]),
        // The date of the other three, with its weekday.
        ("FUT004", &[0x07, 0xF4, 0x03, 0x09, 0x07]),
        // An array of sixteen devices.
        ("HAN003", &[0x01, 0x10, 0x02, 0x02, 0x09, 0x08]),
        // Interval and number of samples.
        ("GAS001", &[0x68, 0x01, 0x29, 0x00]),
        // A compact array of 100 entries of seven octets.
        ("LOG001", &[0x82, 0x02, 0xBC]),
        // A text of 116 octets, and a window of an hour.
        ("USE005", &[0x09, 0x74, b'a']),
        ("USE006", &[0x12, 0x0E, 0x10]),
        // A compact array of 4,320 entries of eight octets.
        ("VLT004", &[0x82, 0x87, 0x00]),
    ];
    for (name, octets) in cases {
        let message = message(name);
        assert!(message.windows(octets.len()).any(|part| part == octets), "{name}");
    }
}

/// Moments that are the last before the fault.
#[test]
fn near_misses_come_at_the_last_moment_that_is_right() {
    let day = 86_400_000;
    // Five records stand before: the head of the log, the device, and the three whom it trusts.
    assert_eq!(between("RPL009", [6, 7]), day);
    assert_eq!(between("ALT014", [6, 7]), day);
    assert_eq!(between("CLK005", [7, 9]), day);
}

#[test]
fn near_misses_are_seen_by_their_rules_and_nothing_is_found() {
    let mut wrong = Vec::new();
    for miss in faults::near_misses() {
        let found = Planted::new(miss).faults();
        wrong.extend(found.into_iter().map(|what| format!("{}: {what}", miss.name)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

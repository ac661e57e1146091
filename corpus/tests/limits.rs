//! What rules remember is bounded. At each limit all is judged; one past it a rule says that it cannot
//! tell, or what is said here happens. Limits that a rule's own parts show are tested beside them.
#![allow(clippy::unwrap_used, clippy::panic)]

use gbcs_corpus::devices::Esme;
use gbcs_corpus::devices::esme::demand_schedule;
use gbcs_corpus::devices::firmware::Activation;
use gbcs_corpus::devices::hub::Joining;
use gbcs_corpus::faults::Stage;
use gbcs_corpus::party::DeviceKind;
use gbcs_corpus::scene::{Exchange, Scene};
use gbcs_corpus::world::{DAY, HOUR, SECOND, World, after, generalized};
use gbcs_parser::EntityId;
use gbcs_parser::Message;
use gbcs_parser::encode::dlms::{self, Data};
use gbcs_parser::log::{Form, read};
use gbcs_parser::protection::{KeyRef, KeyUsage};
use gbcs_parser::record::{Body, LogEntry, Position, Record, Time};
use gbcs_rules::engine::Engine;
use gbcs_rules::log::LogFacts;
use gbcs_rules::prepare::{Known, NoKeys, Prepare, Signer};
use gbcs_rules::profile::{Profile, Selection};
use gbcs_rules::verdict::Verdict;

const MIDNIGHT: Time = Time(1_772_409_600_000);

/// What came of a log, by one rule.
#[derive(Debug, Default, PartialEq, Eq)]
struct Judged {
    /// Findings, and how many of them have further places.
    findings: usize,
    related: usize,
    not_shown: u64,
    passes: u64,
    /// Units that it could not tell of for want of room.
    truncated: u64,
    forgotten: u64,
}

fn judge(rule: &str, records: &[Record], facts: LogFacts, prepare: &dyn Prepare) -> Judged {
    let selection = Selection::new(&[rule.to_owned()], &[]).unwrap();
    let profile = Profile { selection, max_findings: u32::MAX, ..Profile::default() };
    let mut engine = Engine::new(&profile, prepare);
    let mut log = engine.begin(facts);
    log.judge(records);
    log.end();
    let results = engine.finish(&[]);
    let truncated = results.not_evaluated.iter();
    let truncated = truncated.filter(|((_, why), _)| why.reason.name() == "truncated-state");
    Judged {
        findings: results.findings.len(),
        related: results.findings.iter().map(|finding| finding.related.len()).sum(),
        not_shown: results.not_shown.values().sum(),
        passes: results.verdicts.values().map(|counts| counts.get(Verdict::Pass)).sum(),
        truncated: truncated.map(|(_, told)| told.count).sum(),
        forgotten: results.forgotten,
    }
}

fn record(number: u64, time: Option<Time>, device_id: Option<EntityId>, body: Body) -> Record {
    let position = Position { path: "scene".into(), record: number, payload: None, line: None };
    let (unknown_fields, extras) = (Vec::new(), Vec::default());
    Record { position, time, device_id, seq: None, unknown_fields, extras, body }
}

/// The records of what `plan` plans, in the order of their times.
fn records(plan: impl FnOnce(&mut Stage<'_>)) -> Vec<Record> {
    let mut scene = Scene::default();
    plan(&mut Stage::new(&World::new(1, "4.2"), &mut scene, MIDNIGHT, 3));
    let planned = std::iter::from_fn(|| scene.take_first());
    (1..)
        .zip(planned)
        .map(|(number, planned)| record(number, Some(planned.time), planned.device, planned.body))
        .collect()
}

/// What a rule says of a log with order.
fn told(rule: &str, plan: impl FnOnce(&mut Stage<'_>)) -> Judged {
    let facts = LogFacts { ordered: true, timed: true, ..LogFacts::default() };
    judge(rule, &records(plan), facts, &NoKeys)
}

/// So many findings, and nothing that could not be told.
fn found(findings: usize) -> Judged {
    Judged { findings, ..Judged::default() }
}

/// One unit that passes.
const PASSED: Judged =
    Judged { findings: 0, related: 0, not_shown: 0, passes: 1, truncated: 0, forgotten: 0 };

/// One unit of which a rule cannot tell, for want of room.
const CUT: Judged = Judged { passes: 0, truncated: 1, ..PASSED };

/// Holds a rule on what is missing to the limit of what it waits for. Where the log is complete, so
/// much is missing and no more; where it is not, a rule that cannot tell says so.
fn waits(rule: &str, limit: usize, plan: impl Fn(&mut Stage<'_>, usize)) {
    let told = |complete: bool, count: usize| {
        let records = records(|stage| plan(stage, count));
        let facts = LogFacts { ordered: true, timed: true, complete, ..LogFacts::default() };
        judge(rule, &records, facts, &NoKeys)
    };
    assert_eq!(told(true, limit), found(limit));
    assert_eq!(told(true, limit + 1), found(limit));
    assert_eq!(told(false, limit), found(0));
    assert_eq!(told(false, limit + 1), CUT);
}

/// The log goes on for longer than an answer or an alert may take.
fn goes_on(stage: &mut Stage<'_>, esme: &mut Esme, minutes: i64) {
    let later = after(stage.at(minutes), 2 * DAY);
    let read = esme.read_maximum_demand(&stage.world, &stage.world.operator, later);
    stage.scene.exchange(read);
}

fn joining(number: usize) -> Joining {
    let [a, b, c, d] = (number as u32).to_be_bytes();
    Joining::new(EntityId([0x20, 0, 0, 1, a, b, c, d]), DeviceKind::Esme, 3600)
}

#[test]
fn changes_of_the_device_log_that_wait_for_their_alert() {
    waits("HAN001", 256, |stage, count| {
        let mut hub = stage.hub();
        for n in 0..count {
            let (world, time) = (&stage.world, stage.at(n as i64));
            let exchange = hub.list(world, &world.supplier, time, &joining(n));
            stage.scene.exchange(exchange);
        }
        let later = after(stage.at(count as i64), 2 * DAY);
        let removal = hub.remove(&stage.world, &stage.world.supplier, later, joining(0).id);
        stage.scene.command(later, hub.device.id(), &removal.command);
    });
}

#[test]
fn fresh_devices_whose_first_alert_is_waited_for() {
    let told = |count: usize| {
        told("HAN002", |stage| {
            let mut hub = stage.hub();
            let (world, begin) = (&stage.world, stage.at(0));
            stage.scene.exchange(hub.read_logs(world, &world.supplier, begin));
            for n in 0..count {
                let (world, time) = (&stage.world, stage.at(1 + n as i64));
                stage.scene.exchange(hub.list(world, &world.supplier, time, &joining(n)));
                hub.join(joining(n).id);
            }
            let time = stage.at(count as i64 + 2);
            let alert = hub.device_log_alert(&stage.world, time);
            stage.scene.from_device(after(time, SECOND), hub.device.id(), &alert);
        })
    };
    // All are places of one finding.
    assert_eq!(told(64), Judged { related: 63, ..found(1) });
    assert_eq!(told(65), Judged { related: 63, truncated: 1, ..found(1) });
}

fn refused(mut exchange: Exchange) -> Exchange {
    // The last octet of an answer of nothing is its result.
    *exchange.response.message.content.last_mut().unwrap() = 3;
    exchange
}

#[test]
fn commands_to_a_hub_whose_answer_is_awaited() {
    // The first of so many commands is refused, after the others were sent.
    let told = |count: usize| {
        told("HAN007", |stage| {
            let mut hub = stage.hub();
            let supplier = stage.world.supplier.clone();
            hub.list(&stage.world, &supplier, stage.at(0), &joining(0));
            let alert = hub.device_log_alert(&stage.world, stage.at(0));
            stage.scene.from_device(stage.at(0), hub.device.id(), &alert);
            for n in 0..count {
                let time = stage.at(1 + n as i64);
                let mut exchange = refused(hub.list(&stage.world, &supplier, time, &joining(0)));
                stage.scene.command(time, hub.device.id(), &exchange.command);
                if n == 0 {
                    exchange.answered = stage.at(count as i64 + 2);
                    let (answered, id) = (exchange.answered, hub.device.id());
                    stage.scene.from_device(answered, id, &exchange.response);
                }
            }
        })
    };
    assert_eq!(told(256), found(1));
    assert_eq!(told(257), CUT);
}

#[test]
fn requests_and_outcomes_of_a_hub() {
    let told = |requests: usize, outcomes: usize| {
        told("HAN006", |stage| {
            let mut hub = stage.hub();
            let supplier = stage.world.supplier.clone();
            for n in 0..requests.max(outcomes) {
                let time = stage.at(n as i64);
                if n < requests {
                    let exchange = hub.list(&stage.world, &supplier, time, &joining(n));
                    // Its log would be long.
                    hub.listed.clear();
                    stage.scene.exchange(exchange);
                }
                if n < outcomes {
                    let told = after(time, 30 * SECOND);
                    hub.outcome(stage.scene, told, "N24", &supplier, time);
                }
            }
        })
    };
    assert_eq!(told(1024, 1024), PASSED);
    assert_eq!(told(1025, 1024), CUT);
    assert_eq!(told(1024, 1025), CUT);
}

#[test]
fn changes_of_maximum_demand_that_wait_for_their_reset() {
    waits("MDM002", 64, |stage, count| {
        let mut esme = stage.esme();
        for n in 0..count {
            let schedule = demand_schedule(17, 21);
            let (world, operator) = (&stage.world, &stage.world.operator);
            let set = esme.set_maximum_demand(world, operator, stage.at(n as i64), schedule);
            stage.scene.exchange(set);
        }
        goes_on(stage, &mut esme, count as i64);
    });
}

/// Activations of firmware, each due before the next is asked for, with the alerts that tell of the
/// first `alerts` of them, behind so many others.
fn activations(stage: &mut Stage<'_>, commands: usize, alerts: usize, others: usize) {
    let mut esme = stage.esme();
    let supplier = stage.world.supplier.clone();
    let tell = |stage: &mut Stage<'_>, esme: &mut Esme, time: Time, counter: u64| {
        let alert = esme.firmware_activated(&supplier, counter, &generalized(time), [1; 4]);
        stage.scene.from_device(time, esme.device.id(), &alert);
    };
    for n in 0..others {
        let time = stage.at(0);
        tell(stage, &mut esme, time, n as u64);
    }
    for n in 0..commands {
        let (time, due) = (stage.at(1 + 2 * n as i64), stage.at(2 + 2 * n as i64));
        let (when, noted) = (generalized(due), Activation::Noted);
        let exchange = esme.activate_firmware(&stage.world, time, [0x5A; 32], Some(&when), noted);
        let counter = exchange.command.message.counter;
        stage.scene.exchange(exchange);
        if n < alerts {
            tell(stage, &mut esme, after(due, SECOND), counter);
        }
    }
    goes_on(stage, &mut esme, 2 * commands as i64);
}

#[test]
fn instructions_that_wait_for_their_time() {
    waits("FUT002", 1024, |stage, count| activations(stage, count, 0, 0));
}

#[test]
fn alerts_that_tell_of_instructions() {
    let told = |others| {
        let records = records(|stage| activations(stage, 2, 1, others));
        let facts = LogFacts { ordered: true, timed: true, complete: true, ..LogFacts::default() };
        judge("FUT002", &records, facts, &NoKeys)
    };
    assert_eq!(told(1024), found(1));
    // The alert that found no room may be the one that seems to be missing: of the instruction of
    // which no alert has told nothing can be said, nor of the alerts.
    assert_eq!(told(1025), Judged { truncated: 2, ..CUT });
}

#[test]
fn alerts_whose_instruction_is_looked_for() {
    let told = |count: i64| {
        told("FUT003", |stage| {
            let mut esme = stage.esme();
            let (world, noted) = (&stage.world, Activation::Noted);
            // The alerts stand before the command.
            let (asked, when) = (stage.at(count), generalized(stage.at(count + 1)));
            let asked = esme.activate_firmware(world, asked, [0x5A; 32], Some(&when), noted);
            let (counter, supplier) = (asked.command.message.counter, world.supplier.clone());
            stage.scene.exchange(asked);
            for n in 0..count {
                let time = stage.at(n);
                let at = generalized(time);
                let alert = esme.firmware_activated(&supplier, counter, &at, [1; 4]);
                stage.scene.from_device(time, esme.device.id(), &alert);
            }
        })
    };
    assert_eq!(told(1024), PASSED);
    assert_eq!(told(1025), CUT);
}

/// A command, answered, and so many alerts that say that it is not supported.
fn not_supported(stage: &mut Stage<'_>, count: i64) {
    let mut esme = stage.esme();
    let operator = stage.world.operator.clone();
    let reset = esme.reset_voltage_counters(&stage.world, &operator, stage.at(0));
    let mut refused = 0x00D3_u16.to_be_bytes().to_vec();
    refused.extend(reset.command.message.counter.to_be_bytes());
    stage.scene.exchange(reset);
    for n in 0..count {
        let time = stage.at(1 + n);
        let stamp = esme.device.date_time(time);
        let said = vec![Data::OctetString(refused.clone())];
        let alert = esme.device.alert(&operator, 0x0120, true, |counter| {
            dlms::alert(dlms::invoke_id(counter), 0x8F85, stamp, said)
        });
        stage.scene.from_device(time, esme.device.id(), &alert);
    }
}

#[test]
fn alerts_on_commands_that_are_not_supported() {
    assert_eq!(told("ALT013", |stage| not_supported(stage, 1024)), PASSED);
    assert_eq!(told("ALT013", |stage| not_supported(stage, 1025)), CUT);
}

#[test]
fn alerts_that_take_the_place_of_answers() {
    assert_eq!(told("RPL009", |stage| not_supported(stage, 1024)), PASSED);
    assert_eq!(told("RPL009", |stage| not_supported(stage, 1025)), CUT);
}

#[test]
fn stimuli_that_wait_for_their_alert() {
    waits("ALT014", 256, |stage, count| {
        let mut esme = stage.esme();
        for n in 0..count {
            stage.scene.stimulus(stage.at(n as i64), esme.device.id(), "cover-open");
        }
        goes_on(stage, &mut esme, count as i64);
    });
}

#[test]
fn edges_of_voltage() {
    let told = |count: i64| {
        told("VLT008", |stage| {
            let mut esme = stage.esme();
            let operator = stage.world.operator.clone();
            for n in 0..count {
                let code = if n % 2 == 0 { 0x8002 } else { 0x8085 };
                let alert = esme.alert(&operator, stage.at(n), code);
                stage.scene.from_device(stage.at(n), esme.device.id(), &alert);
            }
        })
    };
    assert_eq!(told(4096), PASSED);
    assert_eq!(told(4097), CUT);
}

#[test]
fn entries_of_a_log_that_are_one_reading() {
    // The last entry is of an earlier time than all others.
    let told = |count: i64| {
        told("LOG002", |stage| {
            let id = stage.esme().device.id();
            for n in 0..count {
                let before = if n + 1 == count { HOUR } else { -n * SECOND };
                let entry = LogEntry {
                    log: "Event".to_owned(),
                    timestamp: Some(after(MIDNIGHT, -before)),
                    log_code: Some(0x8F0A),
                    ..LogEntry::default()
                };
                stage.scene.add(stage.at(1), Some(id), Body::LogEntry(entry));
            }
        })
    };
    assert_eq!(told(20_000), Judged { related: 1, ..found(1) });
    // It is another reading, and of one entry no order can be wrong.
    assert_eq!(told(20_001), Judged { passes: 1, ..found(0) });
}

/// A read of a meter, as command and response at so many minutes.
fn register_reads(count: i64) -> Vec<[Record; 2]> {
    let records = records(|stage| {
        let mut esme = stage.esme();
        let supplier = stage.world.supplier.clone();
        for n in 0..count {
            let exchange = esme.read_registers(&stage.world, &supplier, stage.at(1 + n));
            stage.scene.exchange(exchange);
        }
    });
    let messages = records.into_iter().filter(|record| matches!(record.body, Body::Message(_)));
    let messages: Vec<Record> = messages.collect();
    messages.chunks_exact(2).map(|pair| [pair[0].clone(), pair[1].clone()]).collect()
}

#[test]
fn commands_that_wait_for_their_response() {
    // The first command is answered after all others were sent.
    let told = |count: i64| {
        let pairs = register_reads(count);
        let mut records: Vec<Record> = pairs.iter().map(|[command, _]| command.clone()).collect();
        records.push(pairs[0][1].clone());
        judge("RPL004", &records, LogFacts::default(), &NoKeys)
    };
    assert_eq!(told(1024), PASSED);
    assert_eq!(told(1025), Judged { forgotten: 1, ..found(0) });
}

#[test]
fn responses_that_wait_for_their_command() {
    // All responses stand in front of the commands.
    let told = |count: i64| {
        let pairs = register_reads(count);
        let responses = pairs.iter().map(|[_, response]| response.clone());
        let commands = pairs.iter().map(|[command, _]| command.clone());
        let records: Vec<Record> = responses.chain(commands).collect();
        judge("RPL004", &records, LogFacts::default(), &NoKeys)
    };
    assert_eq!(told(1024), Judged { passes: 1024, ..PASSED });
    assert_eq!(told(1025), Judged { passes: 1024, forgotten: 1, ..CUT });
}

#[test]
fn replays_whose_answer_is_awaited() {
    // A command with a lower counter than one that was accepted is answered with success, after so
    // many were sent in all.
    let told = |count: i64| {
        told("RPL005", |stage| {
            let mut esme = stage.esme();
            let operator = stage.world.operator.clone();
            let first = esme.reset_voltage_counters(&stage.world, &operator, stage.at(0));
            let counter = first.command.message.counter;
            stage.scene.exchange(first);
            for n in 0..count {
                let time = stage.at(1 + n);
                let reset = esme.reset_voltage_counters(&stage.world, &operator, time);
                let replayed = if n == 0 { reset.renumbered(counter - 1) } else { reset };
                stage.scene.command(time, esme.device.id(), &replayed.command);
                if n == 0 {
                    let answered = stage.at(count + 2);
                    stage.scene.from_device(answered, esme.device.id(), &replayed.response);
                }
            }
        })
    };
    assert_eq!(told(1024), found(1));
    // The command itself is forgotten with all others of its age, which is told of the whole log.
    assert_eq!(told(1025), Judged { forgotten: 1, ..PASSED });
}

/// Knows one key: the certificate with this serial number is used with devices.
struct OneKey(u128);

impl Prepare for OneKey {
    fn prepare(&self, _: &mut Message<'_>, _: &Record, _: Known<'_>) {}

    fn device_key(&self, signer: &Signer) -> Option<KeyRef> {
        let serial = signer.serial;
        let key = KeyRef {
            party: EntityId([1; 8]),
            usage: KeyUsage::DigitalSignature,
            serial: Some(serial),
            outside_validity: false,
        };
        (serial.to_string() == format!("{:02X}", self.0)).then_some(key)
    }
}

/// A document with messages, and something behind them.
fn document(root: &str, messages: impl Iterator<Item = String>, behind: &str) -> String {
    let payloads: String =
        messages.map(|hex| format!("<GBCSPayload>{hex}</GBCSPayload>")).collect();
    format!(
        "<{root} xmlns=\"http://www.dccinterface.co.uk/ServiceUserGateway\" \
         schemaVersion=\"5.4\"><Header/>{payloads}{behind}</{root}>\n"
    )
}

fn hex(octets: &[u8]) -> String {
    data_encoding::HEXUPPER.encode(octets)
}

fn payload(record: &Record) -> &[u8] {
    let Body::Message(message) = &record.body else { panic!("{record:?}") };
    &message.payload
}

#[test]
fn certificates_of_requests_to_a_device() {
    // Requests with so many certificates, of which the last one is that of a device's key.
    let told = |count: u32| {
        let message = hex(payload(&register_reads(1)[0][0]));
        let text = (1..=count).map(|serial| {
            let signature = format!(
                "<Signature><KeyInfo><X509SerialNumber>{serial}</X509SerialNumber></KeyInfo>\
                 </Signature>"
            );
            document("Request", [message.clone()].into_iter(), &signature)
        });
        let records: Vec<Record> = text
            .zip(1..)
            .flat_map(|(text, number)| {
                let read: Vec<_> = read(Form::Xml, text.as_bytes(), "requests").collect();
                read.into_iter().map(move |record| {
                    let mut record = record.unwrap();
                    record.position.record = number;
                    record.device_id = Some(EntityId([7; 8]));
                    // Each is a message of its own.
                    if let Body::Message(message) = &mut record.body {
                        message.payload.clear();
                    }
                    record
                })
            })
            .collect();
        judge("DUI009", &records, LogFacts::default(), &OneKey(count.into()))
    };
    assert_eq!(told(64), found(1));
    assert_eq!(told(65), CUT);
}

#[test]
fn findings_of_one_document() {
    let told = |count: usize| {
        let mut octets = payload(&register_reads(1)[0][1]).to_vec();
        let messages = std::iter::repeat_with(|| {
            octets.push(0);
            hex(&octets)
        });
        let text = document("Response", messages.take(count), "");
        let records = read(Form::Xml, text.as_bytes(), "document");
        let records: Vec<Record> = records.map(Result::unwrap).collect();
        assert_eq!(records.len(), count);
        judge("ENV003", &records, LogFacts::default(), &NoKeys)
    };
    assert_eq!(told(25), found(25));
    assert_eq!(told(26), Judged { not_shown: 1, ..found(25) });
}

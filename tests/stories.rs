//! Devices over time: stories of several messages, and what is found in each.

use gbcs_corpus::devices::Esme;
use gbcs_corpus::devices::hub::{Joining, Listed};
use gbcs_corpus::faults::{self, Stage};
use gbcs_corpus::home::{JOINING_WINDOW, join};
use gbcs_corpus::log::Log;
use gbcs_corpus::party::DeviceKind;
use gbcs_corpus::scene::Scene;
use gbcs_corpus::world::{HOUR, MINUTE, SECOND, World, after};
use gbcs_parser::log::{Form, read};
use gbcs_parser::record::Time;
use serde_json::Value;

use crate::reference::folder;
use crate::run::gbcheck;

/// 2026-03-02, a Monday.
const MIDNIGHT: Time = Time(1_772_409_600_000);

/// A story as a native log that states to be complete.
fn told(gbcs: &str, plan: impl FnOnce(&mut Stage<'_>)) -> String {
    let world = World::new(1, gbcs);
    let mut scene = Scene::default();
    plan(&mut Stage::new(&world, &mut scene, MIDNIGHT, 1));
    let mut log = Log::begin(Vec::new(), MIDNIGHT, gbcs).unwrap();
    while let Some(planned) = scene.take_first() {
        log.write(&planned).unwrap();
    }
    String::from_utf8(log.end(&scene.of_fleet).unwrap().0).unwrap()
}

fn report(log: &str, options: &[&str]) -> Value {
    let ran = gbcheck(&[&["check", "--format", "json", "-"], options].concat(), log.as_bytes());
    serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err))
}

/// Rule and actual value of each finding.
fn found(log: &str) -> Vec<String> {
    let report = report(log, &[]);
    let findings = report["findings"].as_array().unwrap().iter();
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    findings.map(|one| format!("{} {}", text(one, "rule"), text(one, "actual"))).collect()
}

/// A device that the hub knows is listed again and joins so many milliseconds later, or never; then
/// comes the outcome that the DCC tells, if any.
fn joining(gbcs: &str, later: Option<i64>, outcome: Option<&str>) -> Vec<String> {
    found(&told(gbcs, |stage| {
        let mut hub = stage.hub();
        let id = stage.other_device();
        hub.removed.push(Listed { id, hash: vec![0xA5; 16] });
        let (world, time) = (stage.world.clone(), stage.at(10));
        stage.scene.exchange(hub.read_logs(&world, &world.supplier, stage.at(1)));
        let joining = Joining::new(id, DeviceKind::Esme, JOINING_WINDOW);
        if let Some(later) = later {
            join(&world, &mut hub, stage.scene, time, &joining, later, None);
        } else {
            let exchange = hub.list(&world, &world.supplier, time, &joining);
            let listed = after(exchange.answered, SECOND);
            stage.scene.exchange(exchange);
            let alert = hub.device_log_alert(&world, listed);
            stage.scene.from_device(after(listed, SECOND), hub.device.id(), &alert);
        }
        let told = after(time, 3 * HOUR);
        if let Some(code) = outcome {
            hub.outcome(stage.scene, told, code, &world.supplier, time);
        }
        stage.scene.exchange(hub.read_logs(&world, &world.supplier, after(told, HOUR)));
    }))
}

const WINDOW: i64 = JOINING_WINDOW as i64 * SECOND;
const IN_WINDOW: Option<i64> = Some(WINDOW - MINUTE);
const IN_SECOND_WINDOW: Option<i64> = Some(2 * WINDOW - MINUTE);

#[test]
fn a_device_that_joins_in_its_window() {
    for gbcs in ["3.1", "4.0", "4.1", "4.2"] {
        for told in [None, Some("N24")] {
            assert!(joining(gbcs, IN_WINDOW, told).is_empty(), "{gbcs} {told:?}");
        }
        assert_eq!(joining(gbcs, IN_WINDOW, Some("N25")), ["HAN005 joined-in-window"], "{gbcs}");
    }
}

#[test]
fn a_device_that_joins_in_the_second_window_of_a_hub_of_4_0() {
    for told in [None, Some("N24")] {
        assert!(joining("4.0", IN_SECOND_WINDOW, told).is_empty(), "{told:?}");
    }
    let found = joining("4.0", IN_SECOND_WINDOW, Some("N25"));
    assert_eq!(found, ["HAN005 joined-in-second-window"]);
}

#[test]
fn a_device_that_joins_so_late_at_a_hub_of_4_1() {
    let late = format!("HAN004 {} s", 2 * WINDOW / SECOND - 60);
    for told in [None, Some("N24")] {
        assert_eq!(joining("4.1", IN_SECOND_WINDOW, told), [late.as_str()], "{told:?}");
    }
    let found = joining("4.1", IN_SECOND_WINDOW, Some("N25"));
    assert_eq!(found, [late.as_str(), "HAN005 joined-outside-window"]);
}

#[test]
fn a_device_that_never_joins() {
    for gbcs in ["4.0", "4.1"] {
        for told in [None, Some("N24")] {
            assert!(joining(gbcs, None, told).is_empty(), "{gbcs} {told:?}");
        }
        assert_eq!(joining(gbcs, None, Some("N25")), ["HAN005 never-joined"], "{gbcs}");
    }
}

#[test]
fn more_requests_of_a_hub_than_are_remembered_raise_no_alarm() {
    // One more than the limit: the request that the outcome is of is left out.
    let log = told("4.2", |stage| {
        let mut hub = stage.hub();
        let world = stage.world.clone();
        let mut last = stage.begin;
        for n in 1..=1025 {
            last = after(stage.begin, n * MINUTE);
            let id = stage.other_device();
            stage.scene.exchange(hub.remove(&world, &world.supplier, last, id));
        }
        hub.outcome(stage.scene, after(last, MINUTE), "N24", &world.supplier, last);
    });
    let report = report(&log, &["--select", "HAN006"]);
    assert_eq!(report["findings"], serde_json::json!([]));
    let reasons: Vec<_> = report["not_evaluated"].as_array().unwrap().iter().collect();
    assert_eq!(reasons.len(), 1, "{reasons:?}");
    assert_eq!(reasons[0]["reason"], "truncated-state");
}

/// The findings on the voltage log of ten hours, read after an outage of 40 minutes and what
/// `between` does; it gives the seconds by which the entries after the outage are late.
fn outage(between: impl FnOnce(&mut Stage<'_>, &mut Esme) -> u32) -> Vec<String> {
    found(&told("4.2", |stage| {
        stage.own_operator();
        let mut esme = stage.esme();
        let world = stage.world.clone();
        let operator = &world.operator;
        stage.scene.exchange(esme.set_voltage(&world, operator, stage.at(1), 1800));
        let (off, on) = (stage.at(120), stage.at(160));
        let before = esme.device.clock(stage.at(5));
        let outage = (esme.device.clock(off), esme.device.clock(on));
        let sent = after(on, MINUTE);
        let alert = esme.outage_alert(operator, sent, outage);
        stage.scene.from_device(after(sent, 5 * SECOND), esme.device.id(), &alert);
        let mut entries = esme.voltage_log(before, outage.0);
        let late = between(stage, &mut esme);
        esme.outage = Some(outage);
        let now = esme.device.clock(stage.at(600));
        let later = esme.voltage_log(outage.1, now - late);
        entries.extend(later.into_iter().map(|(end, volts)| (end + late, volts)));
        let exchange =
            esme.read_voltage_as(&world, operator, stage.at(600), (before, now), &entries);
        stage.scene.exchange(exchange);
    }))
}

#[test]
fn a_voltage_log_that_is_realigned_after_an_outage() {
    assert!(outage(|_, _| 0).is_empty());
}

#[test]
fn a_voltage_log_on_a_new_grid_after_an_outage() {
    let found = outage(|_, _| 600);
    assert!(found.len() == 1 && found[0].starts_with("VLT005 "), "{found:?}");
}

#[test]
fn a_voltage_log_whose_period_is_changed_after_an_outage() {
    let found = outage(|stage, esme| {
        let world = stage.world.clone();
        let exchange = esme.set_voltage(&world, &world.operator, stage.at(165), 900);
        stage.scene.exchange(exchange);
        0
    });
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_voltage_log_whose_clock_is_set_after_an_outage() {
    let clock_set = |late| {
        outage(move |stage, esme| {
            let exchange = esme.set_clock(&stage.world, stage.at(165));
            stage.scene.exchange(exchange);
            late
        })
    };
    assert!(clock_set(0).is_empty());
    // The setting explains that the meter did not come back to its grid, so that VLT005 passes; that
    // the entries are off the grid of UTC is VLT001's to say, whatever came before.
    let found = clock_set(600);
    assert!(found.len() == 1 && found[0].starts_with("VLT001 "), "{found:?}");
}

/// A gas meter does not answer GCS20r, and the log goes on for longer than an answer may take.
fn unanswered(stage: &mut Stage<'_>) {
    let mut gsme = stage.gsme();
    let world = stage.world.clone();
    let exchange = gsme.read_behaviours(&world, stage.at(1), 0x81FF, &[]);
    stage.scene.command(exchange.asked, exchange.device, &exchange.command);
    let later = after(stage.at(1), 25 * HOUR);
    let registers = gbcs_corpus::devices::gsme::Registers::Consumption;
    stage.scene.exchange(gsme.read_registers(&world, later, registers));
}

/// What plans a story.
type Plan = fn(&mut Stage<'_>);

#[test]
fn what_is_concluded_from_absence_waits_for_a_complete_log() {
    let planted = |name: &str| faults::faults().find(|fault| fault.name == name).unwrap().plant;
    let stories: [(&str, Plan); 6] = [
        ("ALT010", unanswered),
        ("ALT014", planted("ALT014")),
        ("FUT002", planted("FUT002")),
        ("HAN001", planted("HAN001")),
        ("MDM002", planted("MDM002")),
        ("RPL009", planted("RPL009")),
    ];
    for (rule, plan) in stories {
        let complete = told("4.2", plan);
        let log = complete.replace(",\"complete\":true", "");
        assert_ne!(log, complete);
        let outcome = |options: &[&str]| {
            let report = report(&log, &[&["--select", rule], options].concat());
            let reasons = report["not_evaluated"].as_array().unwrap().iter();
            let reasons: Vec<_> =
                reasons.map(|one| one["reason"].as_str().unwrap().to_owned()).collect();
            (report["findings"].as_array().unwrap().len(), reasons)
        };
        assert_eq!(outcome(&[]), (0, vec!["log-not-complete".to_owned()]), "{rule}");
        assert_eq!(outcome(&["--complete"]), (1, Vec::new()), "{rule}");
    }
}

/// The readings of a meter from an hour before a moment to two hours after it.
fn readings_around(moment: Time) -> String {
    told("4.2", |stage| {
        stage.begin = after(moment, -HOUR);
        let mut esme = stage.esme();
        let world = stage.world.clone();
        for minutes in (1..180).step_by(20) {
            let time = stage.at(minutes);
            let now = esme.device.clock(time);
            let range = (now - 7200, now);
            stage.scene.exchange(esme.read_voltage(&world, &world.operator, time, range));
        }
    })
}

/// A log as the clock on the wall has it: in summer an hour ahead of UTC, and said to be.
fn by_the_wall(log: &str, is_summer: impl Fn(Time) -> bool) -> String {
    let mut text = String::new();
    for (line, record) in log.lines().zip(read(Form::JsonLines, log.as_bytes(), "log")) {
        let mut fields: Value = serde_json::from_str(line).unwrap();
        if let Some(time) = record.unwrap().time {
            let (shown, zone) =
                if is_summer(time) { (after(time, HOUR), "+01:00") } else { (time, "+00:00") };
            fields["time"] = shown.to_string().replace('Z', zone).into();
        }
        text.push_str(&format!("{fields}\n"));
    }
    text
}

#[test]
fn capture_times_that_change_to_summer_time_and_back() {
    // 2026-03-29 and 2026-10-25, 01:00 UTC.
    for (change, into_summer) in [(1_774_746_000_000, true), (1_792_890_000_000, false)] {
        let log = readings_around(Time(change));
        let local = by_the_wall(&log, |time| (time.0 >= change) == into_summer);
        assert!(local.contains("+01:00") && local.contains("+00:00"));
        for log in [&log, &local] {
            let report = report(log, &[]);
            assert_eq!(report["findings"], serde_json::json!([]), "{}", report["inputs"]);
            assert_eq!(report["verdicts"]["CLK004"]["pass"], 1);
        }
        // A log that leaves out the zones is an hour off where it is summer.
        let wrong = local.replace("+01:00", "Z").replace("+00:00", "Z");
        assert!(found(&wrong).iter().any(|one| one.starts_with("CLK002 ")), "{change}");
    }
}

#[test]
fn a_response_that_is_captured_in_a_leap_second() {
    // 2026-12-31 23:59:59 UTC: nobody knows yet which years end with one.
    let last = Time(1_798_761_599_000);
    let log = told("4.2", |stage| {
        stage.begin = last;
        let mut esme = stage.esme_as(|esme| esme.device.clock_ahead = 0);
        let world = stage.world.clone();
        let asked = after(last, -3000);
        let mut first = esme.read_maximum_demand(&world, &world.operator, asked);
        first.answered = last;
        first.response.message.date_time = esme.device.date_time(last).to_vec();
        stage.scene.exchange(first);
        stage.scene.exchange(esme.read_maximum_demand(&world, &world.operator, stage.at(1)));
    });
    let leap = log.replace("T23:59:59.000Z", "T23:59:60.000Z");
    assert_ne!(leap, log);
    let report = report(&leap, &[]);
    assert_eq!(report["findings"], serde_json::json!([]));
    assert_eq!(report["inputs"][0]["problems"], serde_json::json!([]));
    assert_eq!(report["verdicts"]["CLK002"]["pass"], 1);
}

#[test]
fn folders_of_reference_messages_are_read_as_exchanges_without_an_error() {
    let Some(folder) = folder() else { return };
    let options = ["check", "--format", "json", "--log-scope", "folder", folder.to_str().unwrap()];
    let ran = gbcheck(&options, b"");
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let errors: Vec<_> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["severity"] == "error")
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    // Responses met their commands, and alerts those that they tell of.
    for (rule, least) in [("USE002", 200), ("RPL004", 300), ("SEC005", 300), ("FUT003", 10)] {
        let passed = report["verdicts"][rule]["pass"].as_u64().unwrap();
        assert!(passed >= least, "{rule}: {passed}");
    }
}

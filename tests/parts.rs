//! A run that was divided by device gives, once its parts are merged, every report that one run over
//! everything gives, octet for octet.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::reports::{self, reports};
use crate::run::{Ran, gbcheck};

const LOGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/logs");

/// Writes a simulated fleet with all planted faults to a folder.
fn simulate(folder: &Path, more: &[&str]) {
    let args = ["simulate", "--output", folder.to_str().unwrap(), "--days", "9"];
    let ran = gbcheck(&[&args, more].concat(), b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
}

/// Judges part `number` of `of`, and gives the file.
fn part(input: &str, folder: &Path, (number, of): (u32, u32), more: &[&str]) -> PathBuf {
    let (file, part) = (folder.join(format!("{number}-{of}")), format!("{number}/{of}"));
    let args = ["check", input, "--partial", file.to_str().unwrap(), "--part", &part];
    let ran = gbcheck(&[&args, more].concat(), b"");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    file
}

fn merge(parts: &[PathBuf], more: &[&str]) -> Ran {
    let parts = parts.iter().map(|part| part.to_str().unwrap());
    let args: Vec<&str> = ["merge"].into_iter().chain(parts).chain(more.iter().copied()).collect();
    gbcheck(&args, b"")
}

/// All reports of merged parts.
fn merged(parts: &[PathBuf], folder: &Path, more: &[&str]) -> (i32, Vec<String>) {
    let mut args = vec!["merge"];
    args.extend(parts.iter().map(|part| part.to_str().unwrap()));
    reports::of_command(&[&args, more].concat(), folder)
}

fn same(of: &str, whole: &(i32, Vec<String>), merged: &(i32, Vec<String>)) {
    assert_eq!(whole.0, merged.0, "{of}: exit code");
    for (format, (one, other)) in reports::FORMATS.iter().zip(whole.1.iter().zip(&merged.1)) {
        if one != other {
            let line = one.lines().zip(other.lines()).find(|(one, other)| one != other);
            panic!("{of}: {format} differs: {line:?}");
        }
    }
}

/// Compares one run with those that are divided into some numbers of parts, which are merged in
/// another order than theirs.
fn compare(input: &str, more: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let whole = reports(input, folder.path(), more);
    for of in [1, 2, 3, 7] {
        let mut parts: Vec<_> =
            (1..=of).map(|number| part(input, folder.path(), (number, of), more)).collect();
        parts.rotate_left(of as usize / 2);
        same(&format!("{of} parts"), &whole, &merged(&parts, folder.path(), more));
    }
    whole.1
}

#[test]
fn parts_of_a_fleet_give_every_report_of_one_run() {
    let folder = tempfile::tempdir().unwrap();
    simulate(folder.path(), &["--devices", "60", "--fault", "all"]);
    let [fleet, keys] = ["", "keys"].map(|name| folder.path().join(name));
    let keys = ["--keys", keys.to_str().unwrap()];
    let reports = compare(fleet.to_str().unwrap(), &keys);
    let json: Value = serde_json::from_str(reports::of(&reports, "json")).unwrap();
    let findings = json["findings"].as_array().unwrap();
    assert!(findings.len() > 100 && findings.iter().any(|finding| finding["device_id"].is_null()));
}

#[test]
fn parts_of_the_bundled_logs_give_every_report_of_one_run() {
    let keys = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/logs/keys");
    compare(LOGS, &["--keys", keys]);
    compare(LOGS, &["--log-scope", "file", "--gbcs", "4.1"]);
}

#[test]
fn parts_of_a_log_with_test_cases_give_every_report_of_one_run() {
    let text = fs::read_to_string(reports::LOG).unwrap();
    let mut lines: Vec<String> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let record: Value = serde_json::from_str(line).unwrap();
        if let (true, Some(time)) = (n % 10 == 5, record["time"].as_str()) {
            let action = if n % 20 == 5 { "begin" } else { "end" };
            lines.push(format!(
                r#"{{"record":"test-case","time":"{time}","id":"case {}","action":"{action}"}}"#,
                n / 20
            ));
        }
        lines.push(line.to_owned());
    }
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log.jsonl");
    fs::write(&log, lines.join("\n") + "\n").unwrap();
    let reports = compare(log.to_str().unwrap(), &[]);
    let json: Value = serde_json::from_str(reports::of(&reports, "json")).unwrap();
    let cases = json["test_cases"].as_array().unwrap();
    assert!(cases.len() > 3, "{cases:?}");
}

/// Two parts of a small fleet, made with some options.
fn two(more: &[&str]) -> (TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let parts = [(1, 2), (2, 2)].map(|n| part(reports::LOG, folder.path(), n, more)).to_vec();
    (folder, parts)
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let (folder, parts) = two(&[]);
    let refuse = |parts: &[PathBuf], more: &[&str], why: &str| {
        let ran = merge(parts, more);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
        assert!(ran.err.contains(why), "{why}: {}", ran.err);
    };
    let [one, two] = parts.as_slice() else { panic!() };
    let [one, two] = [one.clone(), two.clone()];
    refuse(std::slice::from_ref(&one), &[], "part 2/2 is missing");
    refuse(&[one.clone(), two.clone(), one.clone()], &[], "part 1/2 is there twice");
    refuse(&parts, &["--gbcs", "4.1"], "it was made with --gbcs none, and now it is 4.1");
    refuse(&parts, &["--timeline", "00-DB-12-34-56-78-90-A0"], "the parts were made without it");
    let third = part(reports::LOG, folder.path(), (3, 3), &[]);
    refuse(&[one.clone(), third], &[], "1-2 is one of 2");
    fs::create_dir(folder.path().join("x")).unwrap();
    let clk = format!("{LOGS}/clk-faulty.jsonl");
    let other = part(&clk, &folder.path().join("x"), (2, 2), &[]);
    refuse(&[one.clone(), other], &[], "it was made of other inputs than");
    let own = folder.path().join("own");
    let args = ["check", reports::LOG, "--partial", own.to_str().unwrap()];
    assert_eq!(gbcheck(&args, b"").code, 0);
    refuse(&[one.clone(), own.clone()], &[], "made without --part, and others with it");
    let again = folder.path().join("again");
    fs::copy(&own, &again).unwrap();
    refuse(&[own, again], &[], "planted-faults.jsonl is in");
    let octets = fs::read(&one).unwrap();
    fs::write(&one, &octets[..octets.len() / 2]).unwrap();
    refuse(&[one.clone(), two.clone()], &[], "it is cut short");
    fs::write(&one, "gbcheck-checkpoint/1\n").unwrap();
    refuse(&[one, two], &[], "this is no part of gbcheck");
}

#[test]
fn a_timeline_of_the_parts_is_that_of_one_run() {
    let log = format!("{LOGS}/conforming-esme-voltage.jsonl");
    let json = gbcheck(&["check", &log, "--format", "json"], b"");
    let json: Value = serde_json::from_str(&json.out).unwrap();
    let device = json["devices"][0]["device_id"].as_str().unwrap().to_owned();
    let timeline = ["--timeline", &device];
    let folder = tempfile::tempdir().unwrap();
    let parts: Vec<_> =
        (1..=3).map(|number| part(&log, folder.path(), (number, 3), &timeline)).collect();
    let whole = gbcheck(&[&["check", &log], &timeline[..]].concat(), b"");
    let merged = merge(&parts, &timeline);
    assert!(whole.out.starts_with("timeline of"), "{}", whole.out);
    assert_eq!((merged.code, merged.out), (whole.code, whole.out));
}

#[test]
fn a_part_is_made_with_checkpoints_too() {
    let folder = tempfile::tempdir().unwrap();
    let one = part(reports::LOG, folder.path(), (1, 2), &[]);
    let plain = fs::read(&one).unwrap();
    let checkpoint = folder.path().join("checkpoint");
    let kept = ["--checkpoint", checkpoint.to_str().unwrap(), "--checkpoint-every", "0"];
    let again = part(reports::LOG, folder.path(), (1, 2), &kept);
    assert!(fs::read(again).unwrap() == plain);
    assert!(!checkpoint.exists());
}

/// Splits a log into one of each device, each with the head, and one of the records of no device.
/// Gives the times of its first and last record.
fn split(log: &Path, into: &Path) -> (String, String) {
    fs::create_dir(into).unwrap();
    let text = fs::read_to_string(log).unwrap();
    let mut lines = text.lines();
    let head = lines.next().unwrap();
    let mut times: Vec<String> = Vec::new();
    let mut logs: Vec<(String, Vec<&str>)> = Vec::new();
    for line in lines {
        let record: Value = serde_json::from_str(line).unwrap();
        let device = record["device_id"].as_str().unwrap_or("none").to_owned();
        times.extend(record["time"].as_str().map(str::to_owned));
        match logs.iter_mut().find(|(other, _)| *other == device) {
            Some((_, lines)) => lines.push(line),
            None => logs.push((device, vec![head, line])),
        }
    }
    for (device, lines) in logs {
        fs::write(into.join(device + ".jsonl"), lines.join("\n") + "\n").unwrap();
    }
    times.sort_unstable();
    (times[0].clone(), times[times.len() - 1].clone())
}

/// Makes a part of each log in a folder.
fn parts_of_logs(folder: &Path, into: &Path, more: &[&str]) -> Vec<PathBuf> {
    fs::create_dir(into).unwrap();
    let mut parts = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let log = entry.unwrap().path();
        let file = into.join(log.file_stem().unwrap());
        let args = ["check", log.to_str().unwrap(), "--partial", file.to_str().unwrap()];
        let ran = gbcheck(&[&args[..], more].concat(), b"");
        assert_eq!(ran.code, 0, "{}", ran.err);
        parts.push(file);
    }
    parts
}

#[test]
fn logs_of_one_device_each_give_every_report_of_one_run_over_all() {
    let folder = tempfile::tempdir().unwrap();
    simulate(folder.path(), &["--devices", "8"]);
    let devices = folder.path().join("devices");
    let (from, to) = split(&folder.path().join("log.jsonl"), &devices);
    let keys = folder.path().join("keys");
    // What a device is to another of its home is in the log of the other: the devices file says it.
    let types = folder.path().join("devices.toml");
    let keys = ["--keys", keys.to_str().unwrap(), "--devices", types.to_str().unwrap()];
    // One device falls silent after a command, long before the others: that it does not answer is
    // seen where it is known how long the log goes on.
    let logs = fs::read_dir(&devices).unwrap().map(|entry| entry.unwrap().path());
    let log = logs.min().unwrap();
    let text = fs::read_to_string(&log).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let is_command = |line: &str| {
        let record: Value = serde_json::from_str(line).unwrap();
        record["direction"] == "to-device"
    };
    let last = lines.iter().take(lines.len() / 2).rposition(|line| is_command(line)).unwrap();
    fs::write(&log, lines[..=last].join("\n") + "\n").unwrap();
    let whole = reports(devices.to_str().unwrap(), folder.path(), &keys);
    let json: Value = serde_json::from_str(reports::of(&whole.1, "json")).unwrap();
    let findings = json["findings"].as_array().unwrap();
    assert!(findings.iter().any(|finding| finding["rule"] == "RPL009"), "{findings:?}");
    let span = format!("{from}/{to}");
    let spanned = [&["--log-span", &span], &keys[..]].concat();
    let parts = parts_of_logs(&devices, &folder.path().join("parts"), &spanned);
    // One more is of what is about no device: the DCC's answers on its network.
    assert_eq!(parts.len(), 8 + 1);
    same("logs of one device", &whole, &merged(&parts, folder.path(), &keys));
    let parts = parts_of_logs(&devices, &folder.path().join("without"), &keys);
    let without = merged(&parts, folder.path(), &keys);
    assert!(without.1 != whole.1, "the span of the log changes nothing");
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_writes_no_part() {
    use std::io::Write as _;
    use std::process::{Command, Stdio};
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("part");
    let args = ["check", "-", "--partial", file.to_str().unwrap()];
    let mut child = crate::run::command(&args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // More than what its form is told by, so that it waits for the rest of the log.
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(&fs::read(reports::LOG).unwrap()).unwrap();
    stdin.flush().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(500));
    let pid = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]), "{told}");
    assert!(told.contains("interrupted; no part is written"), "{told}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "something is left");
}

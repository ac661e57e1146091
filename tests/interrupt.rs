//! Progress, and what becomes of a run that somebody ends.
#![cfg(unix)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::thread;

use serde_json::Value;

use crate::made;
use crate::run::{command, gbcheck, hex_line};

/// Starts `check` on standard input.
fn start(more: &[&str]) -> (Child, BufReader<ChildStderr>) {
    let mut args = vec!["check", "-", "--format", "json"];
    args.extend(more);
    let mut child = command(&args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let stderr = BufReader::new(child.stderr.take().unwrap());
    (child, stderr)
}

/// Interrupts a run, and returns its exit code and report.
fn interrupt(mut child: Child) -> (Option<i32>, Value) {
    let pid = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let mut report = String::new();
    child.stdout.take().unwrap().read_to_string(&mut report).unwrap();
    (child.wait().unwrap().code(), serde_json::from_str(&report).unwrap())
}

#[test]
fn what_was_checked_before_an_interrupt_is_reported_as_partial() {
    let (mut child, mut stderr) = start(&["--progress", "always"]);
    let mut stdin = child.stdin.take().unwrap();
    let writer = thread::spawn(move || {
        let lines = hex_line(&made::dlms_command()).repeat(100);
        // Ends when the program has gone.
        while stdin.write_all(lines.as_bytes()).is_ok() {}
    });
    // The first line of progress: something was judged.
    let mut shown = Vec::new();
    stderr.read_until(b'/', &mut shown).unwrap();
    assert!(String::from_utf8_lossy(&shown).contains(" records, "));
    let rest = thread::spawn(move || std::io::copy(&mut stderr, &mut std::io::sink()));
    let (code, report) = interrupt(child);
    writer.join().unwrap();
    rest.join().unwrap().unwrap();
    assert_eq!(code, Some(2));
    assert_eq!(report["result"]["partial"], true);
    assert_eq!(report["result"]["exit_code"], 2);
    assert!(report["totals"]["messages"].as_u64().unwrap() > 0);
    assert_eq!(report["inputs"][0]["sha256"], Value::Null, "of what was not read no hash is told");
}

#[test]
fn an_interrupt_does_not_wait_for_the_next_line_of_a_pipe() {
    let (mut child, mut stderr) = start(&["--verbose"]);
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(hex_line(&made::dlms_command()).as_bytes()).unwrap();
    let mut told = String::new();
    stderr.read_line(&mut told).unwrap();
    assert!(told.contains("read as hex"), "{told}");
    let (code, report) = interrupt(child);
    // Only now the pipe ends.
    drop(stdin);
    assert_eq!(code, Some(2));
    assert_eq!(report["result"]["partial"], true);
}

#[test]
fn an_interrupt_ends_a_line_that_has_no_end() {
    for form in ["hex", "jsonl", "binary"] {
        let (mut child, mut stderr) = start(&["--verbose", "--input", form]);
        let mut stdin = child.stdin.take().unwrap();
        let (written, much_is_written) = std::sync::mpsc::channel();
        let writer = thread::spawn(move || {
            let octets = [b'a'; 64 * 1024];
            // More than a line may have, and than any buffer holds. Ends when the program has gone.
            let mut number = 0;
            while stdin.write_all(&octets).is_ok() {
                number += 1;
                if number == 256 {
                    written.send(()).unwrap();
                }
            }
        });
        let told = thread::spawn(move || {
            let mut told = String::new();
            stderr.read_to_string(&mut told).map(|_| told)
        });
        // A form that has no lines may have ended by itself.
        let _ = much_is_written.recv();
        let (code, report) = interrupt(child);
        writer.join().unwrap();
        let told = told.join().unwrap().unwrap();
        assert_eq!(code, Some(2), "{form}: {told}");
        assert_eq!(report["result"]["exit_code"], 2, "{form}");
        assert!(report["inputs"][0]["sha256"].is_null(), "{form}: {report}");
    }
}

#[test]
fn progress_is_shown_where_it_is_wanted() {
    let input = hex_line(&made::dlms_command());
    let run = |when: &str| gbcheck(&["check", "-", "--progress", when], input.as_bytes()).err;
    // Standard error of a test is no terminal.
    assert_eq!(run("auto"), "");
    assert_eq!(run("never"), "");
    let told = run("always");
    assert!(
        told.starts_with("gbcheck: 1 record of 1 input in ") && told.contains("0 warnings"),
        "{told}"
    );
}

#[test]
fn an_interrupt_leaves_no_part_of_a_file() {
    for command_line in [&["decode"][..], &["convert"], &["mutate"]] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("result");
        let args = [command_line, &["-v", "-o", path.to_str().unwrap(), "-"]].concat();
        let mut child = command(&args)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(hex_line(&made::dlms_command()).as_bytes()).unwrap();
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        let mut told = String::new();
        stderr.read_line(&mut told).unwrap();
        assert!(told.contains("read as hex"), "{told}");
        let pid = child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        stderr.read_to_string(&mut told).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(2), "{args:?}: {told}");
        assert!(told.contains("interrupted"), "{args:?}: {told}");
        let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
        assert!(left.is_empty(), "{args:?}: {left:?}");
    }
}

#[test]
fn an_interrupt_ends_a_simulation_and_leaves_no_part_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let args = ["simulate", "--devices", "300", "--days", "1000", "-o"];
    let mut child = command(&[&args, &[folder.path().to_str().unwrap()][..]].concat())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Keys are written first.
    while std::fs::read_dir(folder.path().join("keys")).map_or(0, Iterator::count) < 3 {
        assert!(child.try_wait().unwrap().is_none());
        thread::yield_now();
    }
    let pid = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(2));
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn an_interrupted_run_writes_no_baseline() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("baseline.json");
    let (mut child, mut stderr) = start(&["--verbose", "--write-baseline", path.to_str().unwrap()]);
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(hex_line(&made::dlms_command()).as_bytes()).unwrap();
    stderr.read_line(&mut String::new()).unwrap();
    assert_eq!(interrupt(child).0, Some(2));
    drop(stdin);
    assert!(!path.exists());
}

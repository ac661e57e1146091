//! Hostile files and folders through the program: each ends in a message and the right exit code.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Stdio;

use gbcs_parser::limits::DETECTION_OCTETS;
use gbcs_parser::log::Form;
use serde_json::Value;

use crate::made;
use crate::run::{Ran, command, gbcheck, hex_line};

fn write(path: &Path, octets: &[u8]) -> String {
    fs::write(path, octets).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Octets without order, the same every time.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..count).map(|_| next()).collect()
}

fn assert_told(ran: &Ran, code: i32, word: &str) {
    assert_eq!(ran.code, code, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains(word), "{word}: {}", ran.err);
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}

#[test]
fn random_octets() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(&folder.path().join("noise"), &noise(100_000));
    for command in ["check", "decode"] {
        assert_told(&gbcheck(&[command, &path], b""), 2, "noise");
    }
}

#[test]
fn random_octets_as_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(&folder.path().join("noise"), &noise(20_000));
    for form in Form::ALL {
        let ran = gbcheck(&["check", "--input", form.name(), &path], b"");
        // Any octets are a message, which is judged; of no other form is the file, and it is named.
        if form == Form::Binary {
            assert_told(&ran, 1, "");
            assert!(ran.out.contains("ENV"), "{}", ran.out);
        } else {
            assert_told(&ran, 2, &format!("gbcheck: {path}"));
        }
    }
}

/// A line of four gigabytes, of which none is stored: it is told before it ends, and not held.
#[test]
fn a_file_of_four_gigabytes_that_is_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(&folder.path().join("line.hex"), &[b'A'; DETECTION_OCTETS]);
    fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(4 << 30).unwrap();
    let ran = gbcheck(&["check", &path], b"");
    assert_told(&ran, 2, &format!("gbcheck: {path}:1:1: the line is longer than"));
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
}

#[test]
fn one_very_long_line() {
    let folder = tempfile::tempdir().unwrap();
    let long = vec![b'A'; gbcs_parser::limits::MAX_LINE_OCTETS + 2];
    let path = write(&folder.path().join("line.hex"), &long);
    assert_told(&gbcheck(&["decode", "--input", "hex", &path], b""), 2, "line.hex");
    let mut record = b"{\"record\":\"message\",\"payload\":\"".to_vec();
    record.extend(&long);
    let path = write(&folder.path().join("line.jsonl"), &record);
    assert_told(&gbcheck(&["check", &path], b""), 2, "line.jsonl");
}

#[test]
fn an_endless_pipe_is_answered_line_by_line() {
    let mut child = command(&["decode", "--format", "json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let line = hex_line(&made::dlms_command());
    // It never ends by itself: the writer stops when the reader has gone.
    let writer = std::thread::spawn(move || {
        while stdin.write_all(line.as_bytes()).and_then(|()| stdin.write_all(b"\n")).is_ok() {}
    });
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for _ in 0..3 {
        assert!(lines.next().unwrap().unwrap().starts_with('{'));
    }
    drop(lines);
    // Nobody reads any more: the program ends, and so does the pipe.
    assert_eq!(child.wait().unwrap().code(), Some(0));
    writer.join().unwrap();
}

/// What is wrong is told while the input goes on: kept until there is a record, it would fill the
/// memory.
#[test]
fn an_endless_log_of_junk_is_told_line_by_line() {
    let head = r#"{"record":"log","format":"gbcheck-log","version":1}"#;
    let record = r#"{"record":"stimulus","time":"2026-03-02T00:00:00Z","event":"power-on"}"#;
    for beginning in [vec![head], vec![head, record]] {
        let mut child = command(&["check", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let mut text = beginning.join("\n");
        let writer = std::thread::spawn(move || {
            while stdin.write_all(text.as_bytes()).is_ok() {
                text = "\n{ junk".repeat(100);
            }
        });
        let mut told = BufReader::new(child.stderr.take().unwrap()).lines();
        for number in 1..=5_000 {
            let line = told.next().unwrap().unwrap();
            let at = format!("gbcheck: -:{}:", beginning.len() + number);
            assert!(line.starts_with(&at), "{line:?} is not of {at:?}");
        }
        child.kill().unwrap();
        child.wait().unwrap();
        writer.join().unwrap();
    }
}

#[test]
fn an_endless_pipe_of_nothing_known_is_not_read_to_its_end() {
    for command_line in ["check", "decode", "convert", "mutate"] {
        for endless in [&b"hello world\n"[..], b"<a>\n</b>\n", b"\x1F\x8B\x08\0"] {
            let mut child = command(&[command_line, "-q", "-"])
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            let mut stdin = child.stdin.take().unwrap();
            // It ends when the reader has gone.
            let some = endless.repeat(1000);
            let writer = std::thread::spawn(move || while stdin.write_all(&some).is_ok() {});
            let ended = child.wait_with_output().unwrap();
            writer.join().unwrap();
            let err = String::from_utf8(ended.stderr).unwrap();
            assert_eq!(ended.status.code(), Some(2), "{command_line}: {err}");
            assert!(err.starts_with("gbcheck: -:"), "{command_line}: {err}");
        }
    }
}

#[test]
fn a_folder_with_a_loop_of_links() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("a.hex"), hex_line(&made::dlms_command()).as_bytes());
    symlink(folder.path(), folder.path().join("loop")).unwrap();
    let args = ["decode", "--format", "json", folder.path().to_str().unwrap()];
    let ran = gbcheck(&args, b"");
    assert_told(&ran, 0, "");
    assert_eq!(ran.out.lines().count(), 1, "the file is read once: {}", ran.out);
    // What has the name of an input and leads to itself cannot be opened.
    symlink(folder.path().join("self.hex"), folder.path().join("self.hex")).unwrap();
    let ran = gbcheck(&args, b"");
    assert_told(&ran, 2, "self.hex: ");
    assert_eq!(ran.out.lines().count(), 1, "the file is read nevertheless: {}", ran.out);
}

#[test]
fn an_input_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let text = hex_line(&made::dlms_command());
    let path = write(&folder.path().join("a.hex"), text.as_bytes());
    let link = folder.path().join("link");
    symlink(&path, &link).unwrap();
    let (link, report) = (link.to_str().unwrap(), format!("json={path}"));
    for arguments in [
        &["check", &path, "-o", &path][..],
        &["check", &path, "--report", &report],
        &["check", &path, "--write-baseline", link],
        &["check", &path, "--partial", &path],
        &["decode", link, "-o", &path],
        &["convert", &path, "-o", link],
        &["mutate", &path, "-o", &path],
    ] {
        let ran = gbcheck(arguments, b"");
        assert_told(&ran, 2, "it is read, and would be written over");
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{arguments:?}");
    }
}

#[test]
fn a_link_to_nothing_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("gone.hex");
    symlink(folder.path().join("nothing"), &link).unwrap();
    assert_told(&gbcheck(&["check", link.to_str().unwrap()], b""), 2, "gone.hex");
}

/// Runs `decode` over a file of so many lines, and does something to the file while it is read: the
/// program has begun to write, and waits for somebody to read more of it than a pipe holds.
fn decoded_while(lines: usize, change: impl FnOnce(&Path, usize)) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("changing.hex");
    let line = hex_line(&made::dlms_command());
    fs::write(&path, line.repeat(lines)).unwrap();
    let mut child = command(&["decode", "--format", "json", path.to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    out.read_line(&mut first).unwrap();
    change(&path, line.len());
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    let ended = child.wait_with_output().unwrap();
    Ran {
        code: ended.status.code().unwrap(),
        out: first + &rest,
        err: String::from_utf8(ended.stderr).unwrap(),
    }
}

/// Lines of a file that is longer than what is read ahead of the output.
const LINES: usize = 8_000;

#[test]
fn a_file_that_vanishes_while_it_is_read() {
    // It was opened, and is read to its end.
    let ran = decoded_while(LINES, |path, _| fs::remove_file(path).unwrap());
    assert_told(&ran, 0, "");
    assert_eq!((ran.out.lines().count(), ran.err.as_str()), (LINES, ""));
}

#[test]
fn a_file_that_shrinks_while_it_is_read() {
    let cut = LINES - 1000;
    let ran = decoded_while(LINES, |path, line| {
        let file = fs::OpenOptions::new().write(true).open(path).unwrap();
        // Of the line behind those that are left, three digits.
        file.set_len((cut * line + 3) as u64).unwrap();
    });
    assert_told(&ran, 2, &format!("changing.hex:{}:", cut + 1));
    assert!(ran.out.lines().count() >= cut, "{}", ran.out.lines().count());
}

/// Files that form one log beyond the first 64 are closed, and opened again when their time has come.
#[test]
fn a_file_that_vanishes_before_it_is_opened_again() {
    // Which file goes, and how the run ends.
    let run = |gone: usize| {
        let folder = tempfile::tempdir().unwrap();
        let inputs = folder.path().join("inputs");
        fs::create_dir(&inputs).unwrap();
        let name = |number: usize| inputs.join(format!("{number:03}.jsonl"));
        let record = |minute: usize| {
            let payload = hex_line(&made::dlms_command());
            format!(
                "{{\"record\":\"message\",\"time\":\"2026-03-02T00:{minute:02}:00Z\",\
                 \"payload\":\"{}\"}}\n",
                payload.trim()
            )
        };
        for number in 0..65 {
            fs::write(name(number), record(number % 60)).unwrap();
        }
        let (pipe, report) = (folder.path().join("pipe"), folder.path().join("report.json"));
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(made.success());
        let paths = [&inputs, &pipe].map(|path| path.to_str().unwrap());
        let wanted = format!("json={}", report.display());
        let args = ["check", "--select", "ENV", "--report", &wanted, paths[0], paths[1]];
        let child = command(&args).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        // Opening waits for the program, which has then looked into all files in front.
        let mut file = fs::OpenOptions::new().write(true).open(&pipe).unwrap();
        fs::remove_file(name(gone)).unwrap();
        file.write_all(record(59).as_bytes()).unwrap();
        drop(file);
        let ended = child.wait_with_output().unwrap();
        let report: Value = serde_json::from_slice(&fs::read(&report).unwrap()).unwrap();
        let ran = Ran {
            code: ended.status.code().unwrap(),
            out: String::new(),
            err: String::from_utf8(ended.stderr).unwrap(),
        };
        (ran, report["totals"]["records"].as_u64().unwrap(), report)
    };
    let (ran, records, _) = run(63);
    assert_told(&ran, 0, "");
    assert_eq!(records, 65 + 1, "it is open, and is read to its end");
    let (ran, records, report) = run(64);
    assert_told(&ran, 2, "064.jsonl: ");
    assert_eq!(records, 64 + 1, "all else is judged: {report}");
    assert_eq!(report["result"]["exit_code"], 2);
}

#[test]
fn an_output_that_cannot_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let line = hex_line(&made::dlms_command());
    let missing = folder.path().join("no/such/folder/result.json");
    let ran = gbcheck(&["decode", "-o", missing.to_str().unwrap(), "-"], line.as_bytes());
    assert_told(&ran, 2, "result.json");
    // A folder stands where the file should be.
    let occupied = folder.path().join("occupied");
    fs::create_dir(&occupied).unwrap();
    fs::set_permissions(&occupied, fs::Permissions::from_mode(0o700)).unwrap();
    let ran = gbcheck(&["decode", "-o", occupied.to_str().unwrap(), "-"], line.as_bytes());
    assert_told(&ran, 2, "occupied");
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing half written is left: {left:?}");
}

/// `/dev/full` stands for a full disk: it takes no octet, as a disk that has none left. A file system
/// of some kilobytes could only be mounted by root; what becomes of a file that has begun to be
/// written is shown by the test behind this one.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    for arguments in [&["decode", "-"][..], &["check", "-"], &["rules"], &["simulate"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut child = command(arguments)
            .stdin(Stdio::piped())
            .stdout(full)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let line = hex_line(&made::dlms_command());
        // A command that does not read may have ended already.
        let _ = child.stdin.take().unwrap().write_all(line.as_bytes());
        let ended = child.wait_with_output().unwrap();
        let err = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(2), "{arguments:?}: {err}");
        assert!(err.contains("could not be written"), "{arguments:?}: {err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_is_named_and_no_report_is_left_in_part() {
    let formats =
        ["text", "json", "jsonl", "junit", "sarif", "github", "gitlab", "csv", "markdown", "html"];
    let line = hex_line(&made::dlms_command());
    for format in formats {
        let folder = tempfile::tempdir().unwrap();
        // The disk of one report is full: the others are absent.
        let whole = format!("{format}={}", folder.path().join("report").display());
        let full = format!("{format}=/dev/full");
        let args = ["check", "--report", &whole, "--report", &full, "-"];
        let ran = gbcheck(&args, line.as_bytes());
        assert_told(&ran, 2, "gbcheck: /dev/full: No space left on device");
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        assert!(left.is_empty(), "{format}: {left:?}");
    }
    for command_line in [&["decode"][..], &["convert"], &["mutate"], &["check"]] {
        let args = [command_line, &["-o", "/dev/full", "-"]].concat();
        let ran = gbcheck(&args, line.as_bytes());
        assert_told(&ran, 2, "gbcheck: /dev/full: No space left on device");
    }
}

/// A file may have some kilobytes and no more: what was written of a report is taken away again.
#[test]
fn a_report_for_which_there_is_not_enough_room() {
    let log = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/logs/planted-faults.jsonl");
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report");
    for format in ["json", "html", "sarif"] {
        // The limit is one of the shell, and of what it becomes.
        let ran = std::process::Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""])
            .args([env!("CARGO_BIN_EXE_gbcheck"), "check", "--format", format, "-o"])
            .args([report.to_str().unwrap(), log])
            .output()
            .unwrap();
        let err = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(2), "{format}: {err}");
        assert!(err.contains(&format!("gbcheck: {}: File too large", report.display())), "{err}");
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        assert!(left.is_empty(), "{format}: {left:?}");
    }
}

#[test]
fn nobody_reads_the_output() {
    let log = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/logs/planted-faults.jsonl");
    for format in ["text", "json", "jsonl", "junit", "sarif", "github", "gitlab", "csv", "html"] {
        let mut child = command(&["check", "--format", format, log])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        let err = String::from_utf8(ended.stderr).unwrap();
        assert_eq!((ended.status.code(), err.as_str()), (Some(0), ""), "{format}");
    }
}

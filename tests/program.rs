//! Exit codes, options and files of the program.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;
use std::time::Duration;

use crate::made;
use crate::run::{command, gbcheck, hex_line};

#[test]
fn complete_messages_give_0() {
    let ran = gbcheck(&["decode", "-"], hex_line(&made::dlms_command()).as_bytes());
    assert_eq!(ran.code, 0);
}

#[test]
fn a_message_that_is_not_complete_gives_1() {
    let ran = gbcheck(&["decode", "-"], hex_line(&made::cut_short()).as_bytes());
    assert_eq!(ran.code, 1);
}

#[test]
fn text_that_gives_no_octets_is_2_and_the_rest_is_still_shown() {
    let mut input = hex_line(&made::dlms_command());
    let odd = input.trim_end().len() - 1;
    input.push('\n');
    input.push_str(&input.clone()[..odd]);
    input.push('\n');
    let ran = gbcheck(&["decode", "--format", "json", "-"], input.as_bytes());
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert_eq!(ran.out.lines().count(), 1);
    assert!(ran.err.contains('3'), "the line is named: {}", ran.err);
}

#[test]
fn a_file_that_is_not_there_gives_2() {
    let ran = gbcheck(&["decode", "no/such/file.hex"], b"");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("no/such/file.hex"), "{}", ran.err);
}

#[test]
fn wrong_usage_gives_2() {
    assert_eq!(gbcheck(&["decode", "--no-such-option"], b"").code, 2);
    assert_eq!(gbcheck(&["no-such-command"], b"").code, 2);
    assert_eq!(gbcheck(&[], b"").code, 2);
    assert_eq!(gbcheck(&["decode", "--format", "json", "--depth", "1", "-"], b"").code, 2);
}

#[test]
fn the_version_is_told() {
    let ran = gbcheck(&["--version"], b"");
    assert_eq!(ran.code, 0);
    assert_eq!(ran.out, format!("gbcheck {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_result_goes_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("result.json");
    let args = ["decode", "-", "--format", "json", "--output", path.to_str().unwrap()];
    let ran = gbcheck(&args, hex_line(&made::dlms_command()).as_bytes());
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 1);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
#[cfg(unix)]
fn a_pipe_that_is_named_is_written_to_and_stays_a_pipe() {
    use std::os::unix::fs::FileTypeExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    let reader = {
        let path = path.clone();
        std::thread::spawn(move || std::fs::read_to_string(path).unwrap())
    };
    let args = ["decode", "-", "--format", "json", "--output", path.to_str().unwrap()];
    let ran = gbcheck(&args, hex_line(&made::dlms_command()).as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(reader.join().unwrap().lines().count(), 1);
    assert!(std::fs::metadata(&path).unwrap().file_type().is_fifo());
}

#[test]
fn a_folder_is_no_place_for_a_result() {
    let folder = tempfile::tempdir().unwrap();
    let ran = gbcheck(&["decode", "-", "--output", folder.path().to_str().unwrap()], b"");
    assert_eq!(ran.code, 2);
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("no-such-folder/result.json");
    let ran = gbcheck(&["decode", "-", "--output", path.to_str().unwrap()], b"");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("result.json"), "{}", ran.err);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let input = hex_line(&made::dlms_command()).repeat(2000);
    let mut child = command(&["decode", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(input.as_bytes());
    });
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let ended = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
}

#[test]
fn a_pipe_is_answered_message_by_message() {
    let mut child = command(&["decode", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let (sender, answers) = std::sync::mpsc::channel();
    std::thread::spawn(move || stdout.lines().try_for_each(|line| sender.send(line.unwrap())));
    for record in 1..=3 {
        stdin.write_all(hex_line(&made::dlms_command()).as_bytes()).unwrap();
        stdin.flush().unwrap();
        // Without the time limit, an answer that waits for the end of the input hangs the tests.
        let Ok(answer) = answers.recv_timeout(Duration::from_secs(60)) else {
            child.kill().unwrap();
            panic!("no answer to message {record}");
        };
        let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(answer["source"]["record"], record);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

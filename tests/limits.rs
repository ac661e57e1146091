//! The options of limits: what stands at a limit is read and shown, what is one beyond it is told.

use serde_json::Value;

use crate::made;
use crate::run::{gbcheck, hex_line};

/// The same command again and again, each time with one octet more behind its end: `ENV003` for
/// the same device.
fn extended(count: usize) -> String {
    let mut octets = made::dlms_command();
    let mut text = String::new();
    for _ in 0..count {
        octets.push(0);
        text.push_str(&hex_line(&octets));
    }
    text
}

/// The exit code, the findings of ENV003 and how many more were only counted.
fn found(text: &str, more: &[&str]) -> (i32, usize, u64) {
    let args = ["check", "--select", "ENV003", "--format", "json"];
    let ran = gbcheck(&[&args, more].concat(), text.as_bytes());
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let counted = report["not_shown"]["ENV003"].as_u64().unwrap_or(0);
    (ran.code, report["findings"].as_array().unwrap().len(), counted)
}

#[test]
fn a_thousand_findings_of_a_rule_for_a_device_are_shown() {
    assert_eq!(found(&extended(1000), &[]), (1, 1000, 0));
    assert_eq!(found(&extended(1001), &[]), (1, 1000, 1));
}

#[test]
fn max_findings_shows_more_and_fewer() {
    let text = extended(12);
    assert_eq!(found(&text, &["--max-findings", "12"]), (1, 12, 0));
    assert_eq!(found(&text, &["--max-findings", "11"]), (1, 11, 1));
    assert_eq!(found(&extended(1001), &["--max-findings", "1001"]), (1, 1001, 0));
}

#[test]
fn findings_that_are_only_counted_fail_the_run() {
    assert_eq!(found(&extended(2), &["--max-findings", "0"]), (1, 0, 2));
    assert_eq!(found(&extended(2), &["--max-findings", "0", "--fail-on", "never"]), (0, 0, 2));
}

#[test]
fn the_configuration_says_max_findings_and_the_command_line_wins() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gbcheck.toml");
    std::fs::write(&path, "[profile]\nmax_findings = 2\n").unwrap();
    let config = ["--config", path.to_str().unwrap()];
    assert_eq!(found(&extended(5), &config), (1, 2, 3));
    assert_eq!(found(&extended(5), &[&config[..], &["--max-findings", "4"]].concat()), (1, 4, 1));
}

#[test]
fn the_text_names_the_option_that_shows_more() {
    let ran = gbcheck(&["check", "--max-findings", "2", "-"], extended(3).as_bytes());
    assert!(
        ran.out.contains("ENV003: 1 more finding is only counted; --max-findings"),
        "{}",
        ran.out
    );
}

/// What `decode` says of a file of this name, without and with more arguments.
fn decoded(name: &str, octets: &[u8], more: &[&str]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, octets).unwrap();
    let args = ["decode", "--format", "json", path.to_str().unwrap()];
    let ran = gbcheck(&[&args, more].concat(), b"");
    (ran.code, ran.err)
}

/// At `limit` the file is read; below it, the message names the option.
fn option_of_a_limit(name: &str, octets: &[u8], option: &str, limit: usize) {
    let (code, told) = decoded(name, octets, &[option, &limit.to_string()]);
    assert_eq!(code, 0, "{option} {limit}: {told}");
    assert!(!told.contains(option), "{told}");
    let (code, told) = decoded(name, octets, &[option, &(limit - 1).to_string()]);
    assert_eq!(code, 2, "{told}");
    assert!(told.trim_end().ends_with(&format!("({option})")), "{told}");
}

#[test]
fn max_line_is_the_length_of_a_line() {
    let line = hex_line(&made::dlms_command());
    option_of_a_limit("a.hex", line.as_bytes(), "--max-line", line.len() - 1);
    let record = format!("{{\"record\":\"message\",\"payload\":\"{}\"}}", line.trim());
    option_of_a_limit("a.jsonl", record.as_bytes(), "--max-line", record.len());
    let table = format!("time,payload\n,{line}");
    option_of_a_limit("a.csv", table.as_bytes(), "--max-line", line.len());
}

#[test]
fn max_line_is_the_length_of_a_row() {
    let row =
        format!("\"<a>\n<GBCSPayload>{}</GBCSPayload></a>\"", hex_line(&made::dlms_command()));
    let table = format!("time,payload\n,{row}\n");
    // The ends of the lines between are counted.
    let last = row.lines().last().unwrap().len();
    let (code, told) = decoded("a.csv", table.as_bytes(), &["--max-line", &last.to_string()]);
    assert!(code == 2 && told.contains("(--max-line)"), "{told}");
}

#[test]
fn max_document_counts_names_and_text() {
    let digits = hex_line(&made::dlms_command());
    let text = format!("<a><GBCSPayload>{digits}</GBCSPayload></a>");
    option_of_a_limit("a.xml", text.as_bytes(), "--max-document", 12 + digits.len());
}

#[test]
fn max_document_allows_an_element_for_each_32_octets() {
    let digits = hex_line(&made::dlms_command());
    let many = "<b/>".repeat(digits.len());
    let text = format!("<a><GBCSPayload>{digits}</GBCSPayload>{many}</a>");
    option_of_a_limit("a.xml", text.as_bytes(), "--max-document", 32 * (digits.len() + 2));
}

#[test]
fn max_unpack_ratio_lets_more_come_out() {
    use std::io::Write as _;
    // 65 MiB of comments: more than comes out of any archive, and a thousandth when packed.
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("a.hex", zip::write::SimpleFileOptions::default()).unwrap();
    let line = hex_line(&made::dlms_command());
    archive.write_all(line.as_bytes()).unwrap();
    let mut comment = vec![b'#'; 1 << 20];
    comment[0] = b'\n';
    (0..65).for_each(|_| archive.write_all(&comment).unwrap());
    let archive = archive.finish().unwrap().into_inner();
    let unpacked = (65 << 20) + line.len() as u64 - gbcs_parser::limits::UNPACKED_FREELY;
    let ratio = unpacked.div_ceil(archive.len() as u64);
    option_of_a_limit("a.zip", &archive, "--max-unpack-ratio", usize::try_from(ratio).unwrap());
}

#[test]
fn limits_stand_in_the_configuration() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gbcheck.toml");
    std::fs::write(&path, "[limits]\nmax_line = 10\n").unwrap();
    let config = ["--config", path.to_str().unwrap()];
    let line = hex_line(&made::dlms_command());
    for command in ["check", "decode", "convert", "mutate"] {
        let ran = gbcheck(&[&[command][..], &config].concat(), line.as_bytes());
        assert_eq!(ran.code, 2, "{command}");
        assert!(ran.err.contains("longer than 10 octets (--max-line)"), "{}", ran.err);
    }
    let ran = gbcheck(&[&["decode", "--max-line", "5000"][..], &config].concat(), line.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn the_help_states_the_limits_that_hold() {
    use gbcs_parser::limits::ReadLimits;
    let ReadLimits { line_octets, document_octets, unpack_ratio } = ReadLimits::default();
    for command in ["check", "decode", "convert", "mutate"] {
        let help = gbcheck(&[command, "--help"], b"").out;
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        for default in [line_octets as u64, document_octets as u64, unpack_ratio] {
            assert!(help.contains(&format!("(default: {default})")), "{command}: {default}");
        }
    }
    let help = gbcheck(&["check", "--help"], b"").out;
    assert!(help.contains(&format!("(default: {})", gbcs_rules::profile::MAX_FINDINGS)));
}

#[test]
fn a_thousand_problems_of_an_input_are_listed_and_all_are_told() {
    let listed = |count: usize| {
        let text = hex_line(&made::dlms_command()) + &"\nxx".repeat(count);
        let ran = gbcheck(&["check", "--input", "hex", "--format", "json", "-"], text.as_bytes());
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        let problems = report["inputs"][0]["problems"].as_array().unwrap().len();
        (ran.code, problems, ran.err.lines().count())
    };
    assert_eq!(listed(1000), (2, 1000, 1000));
    assert_eq!(listed(1001), (2, 1000, 1001));
}

/// An input is read on to the time of its first record behind so many heads of logs; with one more it
/// is a log of its own, in which a response has no command.
#[test]
fn heads_in_front_of_the_first_record() {
    let log = include_str!("../corpus/logs/conforming-esme-voltage.jsonl");
    let messages: Vec<&str> =
        log.lines().filter(|line| line.contains("\"record\":\"message\"")).take(2).collect();
    let paired = |heads: usize| {
        let folder = tempfile::tempdir().unwrap();
        let head = "{\"record\":\"log\",\"format\":\"gbcheck-log\",\"version\":1}\n";
        let write = |name: &str, heads: usize, message: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, head.repeat(heads) + message + "\n").unwrap();
        };
        write("command.jsonl", heads, messages[0]);
        write("response.jsonl", 1, messages[1]);
        let args = ["check", "--select", "RPL004", "--format", "json"];
        let ran = gbcheck(&[&args[..], &[folder.path().to_str().unwrap()]].concat(), b"");
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        report["verdicts"]["RPL004"]["pass"].as_u64().unwrap_or(0)
    };
    assert_eq!(paired(1024), 1);
    assert_eq!(paired(1025), 0);
}

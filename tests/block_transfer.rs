//! Messages that came in blocks of a general block transfer, end to end.

use gbcs_parser::CraFlag;
use gbcs_parser::encode::{Message, block};
use serde_json::Value;

use crate::made;
use crate::run::{gbcheck, hex_line};

/// Lines of hexadecimal text: a command with a fault, in blocks of 20 octets.
fn in_blocks() -> Vec<String> {
    let message = Message::new(CraFlag::Command, made::SUPPLIER, made::METER, 81, 0x0062, vec![]);
    let octets = made::cut_short();
    let count = octets.chunks(20).count();
    let line =
        |(data, number)| hex_line(&block(&message, number, usize::from(number) == count, data));
    octets.chunks(20).zip(1..).map(line).collect()
}

/// The report of `check` over lines of hexadecimal text.
fn report(lines: &str) -> Value {
    let ran = gbcheck(&["check", "--format", "json", "-"], lines.as_bytes());
    serde_json::from_str(&ran.out).unwrap()
}

fn rules(report: &Value) -> Vec<&str> {
    report["findings"].as_array().unwrap().iter().map(|of| of["rule"].as_str().unwrap()).collect()
}

#[test]
fn the_message_is_judged_as_one_and_its_findings_name_the_blocks() {
    let lines = in_blocks();
    let joined = report(&lines.concat());
    let alone = report(&hex_line(&made::cut_short()));
    assert!(rules(&alone).contains(&"ENV013"), "{alone}");
    assert_eq!(rules(&joined), rules(&alone));
    let finding = &joined["findings"][0];
    assert_eq!(finding["location"]["record"], lines.len());
    let related = finding["related"].as_array().unwrap();
    let records: Vec<_> = related.iter().map(|place| place["record"].as_u64().unwrap()).collect();
    let others: Vec<_> = (1..lines.len() as u64).collect();
    assert_eq!(records, others);
}

#[test]
fn a_block_that_is_missing_is_an_input_problem_with_its_line() {
    let mut lines = in_blocks();
    let count = lines.len();
    lines.remove(1);
    let ran = gbcheck(&["check", "-"], lines.concat().as_bytes());
    assert_eq!(ran.code, 2, "{}", ran.err);
    let problem = format!(
        "{}: the block transfer with originator counter 81 is not whole: block 2 of {count} is missing",
        lines.len(),
    );
    assert!(ran.err.contains(&problem), "{}", ran.err);
}

#[test]
fn decode_shows_the_joined_message() {
    let ran = gbcheck(&["decode", "--format", "json", "-"], in_blocks().concat().as_bytes());
    let shown: Vec<Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let alone =
        gbcheck(&["decode", "--format", "json", "-"], hex_line(&made::cut_short()).as_bytes());
    let alone: Value = serde_json::from_str(&alone.out).unwrap();
    let [joined] = &shown[..] else { panic!("{}", ran.out) };
    assert_eq!(joined["tree"], alone["tree"]);
    assert_eq!(joined["octets"], alone["octets"]);
}

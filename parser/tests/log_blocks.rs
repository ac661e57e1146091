//! Blocks of general block transfers in text logs: joined, missing, repeated, contradicting.
#![cfg(all(feature = "text-log", feature = "encode"))]
#![allow(clippy::unwrap_used, clippy::panic)]

use gbcs_parser::encode::{self, Message, Signature};
use gbcs_parser::log::{Form, Problem, ProblemKind, read};
use gbcs_parser::message::reassembly::BlockFault;
use gbcs_parser::record::{Body, Record};
use gbcs_parser::{CraFlag, EntityId};

const SUPPLIER: EntityId = EntityId([0x0A, 0x1B, 0x2C, 0, 0, 0, 2, 1]);
const METER: EntityId = EntityId([0x0A, 0x1B, 0x2C, 0, 0, 0, 0x0E, 1]);

/// A message of a transfer, known by its counter, and the same in blocks of 16 octets.
struct Sent {
    octets: Vec<u8>,
    blocks: Vec<Vec<u8>>,
}

fn sent(counter: u64) -> Sent {
    let message =
        Message::new(CraFlag::Response, METER, SUPPLIER, counter, 0x0019, vec![0x30, 0x00]);
    let octets = message.general_signing(&Signature::Empty);
    let count = octets.chunks(16).count();
    let blocks = octets
        .chunks(16)
        .zip(1..)
        .map(|(data, number)| encode::block(&message, number, usize::from(number) == count, data));
    Sent { blocks: blocks.collect(), octets }
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02X}")).collect()
}

fn lines<'a>(messages: impl IntoIterator<Item = &'a Vec<u8>>) -> String {
    messages.into_iter().map(|octets| hex(octets) + "\n").collect()
}

fn items(text: &str) -> (Vec<Record>, Vec<Problem>) {
    let mut all = (Vec::new(), Vec::new());
    for item in read(Form::Hex, text.as_bytes(), "t.txt") {
        match item {
            Ok(record) => all.0.push(record),
            Err(problem) => all.1.push(problem),
        }
    }
    all
}

/// Record, octets and parts of each message.
fn messages(records: &[Record]) -> Vec<(u64, &[u8], &[u64])> {
    records
        .iter()
        .map(|record| match &record.body {
            Body::Message(message) => {
                (record.position.record, &message.payload[..], &message.parts[..])
            }
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn lines_of_hex_are_joined_and_stand_where_the_last_stood() {
    let Sent { octets, blocks } = sent(7);
    let (records, problems) = items(&lines(&blocks));
    assert_eq!(blocks.len(), 3);
    assert_eq!(messages(&records), [(3, &octets[..], &[1, 2][..])]);
    assert_eq!(problems, []);
}

#[test]
fn other_messages_stay_where_they_are() {
    let (one, other) = (sent(7), sent(8));
    let order = [&one.blocks[2], &other.octets, &one.blocks[0], &one.blocks[1]];
    let (records, problems) = items(&lines(order));
    let expected = [(2, &other.octets[..], &[][..]), (4, &one.octets[..], &[3, 1][..])];
    assert_eq!(messages(&records), expected);
    assert_eq!(problems, []);
}

#[test]
fn mixed_transfers_are_kept_apart() {
    let (one, other) = (sent(7), sent(8));
    let order = one.blocks.iter().zip(&other.blocks).flat_map(|(a, b)| [a, b]);
    let (records, problems) = items(&lines(order));
    let expected = [(5, &one.octets[..], &[1, 3][..]), (6, &other.octets[..], &[2, 4][..])];
    assert_eq!(messages(&records), expected);
    assert_eq!(problems, []);
}

#[test]
fn a_missing_block_is_told_and_the_others_are_given() {
    let Sent { blocks, .. } = sent(7);
    let (records, problems) = items(&lines([&blocks[0], &blocks[2]]));
    let expected = [(1, &blocks[0][..], &[][..]), (2, &blocks[2][..], &[][..])];
    assert_eq!(messages(&records), expected);
    let kind = ProblemKind::BlocksMissing { counter: 7, missing: vec![2..=2], last: Some(3) };
    assert_eq!(problems, [Problem { line: Some(2), ..Problem::new(kind) }]);
    assert_eq!(
        problems[0].to_string(),
        "the block transfer with originator counter 7 is not whole: block 2 of 3 is missing"
    );
}

#[test]
fn a_last_block_that_never_comes_is_told() {
    let Sent { blocks, .. } = sent(7);
    let (_, problems) = items(&lines(&blocks[1..2]));
    let words: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        words,
        [
            "the block transfer with originator counter 7 is not whole: block 1 and the last block are missing"
        ]
    );
}

#[test]
fn blocks_sent_again_are_used_once_and_counted() {
    let Sent { octets, blocks } = sent(7);
    let order = [&blocks[0], &blocks[0], &blocks[1], &blocks[2], &blocks[2]];
    let (records, problems) = items(&lines(order));
    assert_eq!(messages(&records), [(4, &octets[..], &[1, 3][..])]);
    assert_eq!(problems, [Problem::new(ProblemKind::BlocksRepeated { blocks: 2 })]);
    assert!(problems[0].is_note());
}

#[test]
fn a_block_that_contradicts_one_before_is_told() {
    let Sent { octets, blocks } = sent(7);
    let mut other = blocks[1].clone();
    *other.last_mut().unwrap() ^= 1;
    let (records, problems) = items(&lines([&blocks[0], &blocks[1], &other, &blocks[2]]));
    let expected = [(3, &other[..], &[][..]), (4, &octets[..], &[1, 2][..])];
    assert_eq!(messages(&records), expected);
    let fault = BlockFault::Repeated { number: 2, same: Some(false) };
    let kind = ProblemKind::BlockDropped { counter: 7, fault };
    assert_eq!(problems, [Problem { line: Some(3), ..Problem::new(kind) }]);
}

#[test]
fn an_acknowledgement_is_a_record_of_its_own() {
    let Sent { octets, blocks } = sent(7);
    let message = Message::new(CraFlag::Response, METER, SUPPLIER, 7, 0x0019, vec![]);
    let acknowledgement = encode::block(&message, 1, false, &[]);
    let order = [&blocks[0], &acknowledgement, &blocks[1], &blocks[2]];
    let (records, problems) = items(&lines(order));
    let expected = [(2, &acknowledgement[..], &[][..]), (4, &octets[..], &[1, 3][..])];
    assert_eq!(messages(&records), expected);
    assert_eq!(problems, []);
}

#[test]
fn records_of_json_lines_are_joined_with_their_time() {
    let Sent { octets, blocks } = sent(7);
    let text: String = blocks
        .iter()
        .enumerate()
        .map(|(n, block)| {
            let payload = hex(block);
            format!(
                "{{\"record\":\"message\",\"time\":\"2026-01-01T00:00:0{n}Z\",\"payload\":\"{payload}\"}}\n"
            )
        })
        .collect();
    let records: Vec<Record> =
        read(Form::JsonLines, text.as_bytes(), "t.jsonl").map(Result::unwrap).collect();
    assert_eq!(messages(&records), [(3, &octets[..], &[1, 2][..])]);
    assert_eq!(records[0].time.unwrap().0 % 60_000, 2_000);
}

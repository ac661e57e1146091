//! Payloads made by hand: what is shown of them.

use std::fmt::Write as _;

use super::tests::{assert_tiles, message};
use crate::Message;

/// 2026-03-01 02:14:24 in seconds since 2000: big endian, and little endian as inside ZCL.
const TIME: [u8; 4] = [0x31, 0x36, 0x5D, 0x80];
const ZCL_TIME: [u8; 4] = [0x80, 0x5D, 0x36, 0x31];

/// A component with a plain ZCL payload.
fn component(last: bool, cluster: u16, header: [u8; 3], zcl: &[&[u8]]) -> Vec<u8> {
    let zcl = zcl.concat();
    let mut octets = vec![u8::from(last)];
    octets.extend(cluster.to_be_bytes());
    octets.extend((zcl.len() as u16 + 3).to_be_bytes());
    octets.extend(header);
    octets.extend(zcl);
    octets
}

/// Profile, number of components, components.
fn payload(components: &[Vec<u8>]) -> Vec<u8> {
    let mut octets = vec![0x01, 0x09, components.len() as u8];
    octets.extend(components.concat());
    octets
}

/// Profile, number of components, alert code, time, the rest.
fn alert(message_code: u16, code: u16, rest: &[u8]) -> Vec<u8> {
    let mut content = vec![0x01, 0x09, 0x01];
    content.extend(code.to_be_bytes());
    content.extend(TIME);
    content.extend(rest);
    message(3, message_code, &content)
}

/// The content of a message as lines: name, type, and text or octets.
fn show(octets: &[u8]) -> String {
    let message = Message::decode(octets);
    assert_eq!(message.tree.issues(), []);
    assert_tiles(&message);
    let tree = &message.tree;
    let content = message.content().unwrap();
    let depth = tree.ancestry(content).len();
    let mut out = String::new();
    for id in tree.descendants(content) {
        let Some(node) = tree.get(id) else { continue };
        let indent = (tree.ancestry(id).len() - depth - 1) * 2;
        write!(out, "{:indent$}{}", "", node.name()).unwrap();
        if !node.kind.is_container() {
            let width = tree.content(id, octets).len();
            write!(out, ": {} ", node.kind.type_name(width)).unwrap();
            for octet in tree.octets(id, octets) {
                write!(out, "{octet:02X}").unwrap();
            }
            if let Some(text) = crate::text::of(tree, id, octets) {
                write!(out, " ({text})").unwrap();
            }
        }
        out.push('\n');
    }
    out
}

fn event_configuration() -> Vec<u8> {
    let entries = [0x0D, 0x81, 0x19, 0x0E, 0x81, 0x08, 0x72, 0x8F, 0x63];
    let report = component(true, 0x0708, [0x01, 0, 0x04], &[&[0, 1], &entries]);
    message(2, 0x00BC, &payload(&[report]))
}

/// Attributes, a price, a calendar, and what was not found.
fn tariff_answer() -> Vec<u8> {
    let attributes = component(
        false,
        0x0700,
        [0x18, 0, 0x01],
        &[
            &[0x15, 0x06, 0x00, 0x30, 0x01, 0x16, 0x06, 0x00, 0x21, 0x3A, 0x03],
            &[0x17, 0x06, 0x00, 0x18, 0x50, 0x02, 0x02, 0xC0],
            &[0x10, 0x06, 0x00, 0x41, 0x03, b'S', b'V', b'T'],
            &[0x00, 0x01, 0x00, 0x25, 0x40, 0x42, 0x0F, 0, 0, 0],
        ],
    );
    let price = component(
        false,
        0x0700,
        [0x19, 1, 0x00],
        &[
            &[0, 0, 0, 0, 3, b'D', b'A', b'Y', 1, 0, 0, 0],
            &ZCL_TIME,
            &[0x01, 0x3A, 0x03, 0x52, 0x42, 0, 0, 0, 0, 0xFF, 0xFF, 0x39, 0x30, 0, 0],
        ],
    );
    let days = component(
        false,
        0x0707,
        [0x19, 2, 0x01],
        &[&[0; 4], &ZCL_TIME, &[9, 0, 0, 0, 1, 2, 0, 1, 0], &[0, 0, 1, 0xA4, 1, 2]],
    );
    let weeks = component(
        false,
        0x0707,
        [0x19, 3, 0x02],
        &[&[0; 4], &ZCL_TIME, &[9, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2]],
    );
    let seasons = component(
        false,
        0x0707,
        [0x19, 4, 0x03],
        &[&[0; 4], &ZCL_TIME, &[9, 0, 0, 0, 0, 1, 0xFF, 3, 29, 0xFF, 1, 0xFF, 10, 25, 0xFF, 2]],
    );
    let special = component(true, 0x0707, [0x08, 5, 0x0B], &[&[0x04, 0x8B]]);
    message(2, 0x00B9, &payload(&[attributes, price, days, weeks, seasons, special]))
}

/// A calendar of friendly credit and a tariff with blocks, from a supplier.
fn calendar_and_tariff() -> Vec<u8> {
    let calendar = component(
        false,
        0x0707,
        [0x09, 0, 0x00],
        &[
            &[0; 4],
            &ZCL_TIME,
            &[9, 0, 0, 0],
            &[0xFF; 4],
            &[3, 0, 4, b'F', b'r', b'e', b'e', 1, 1, 1],
        ],
    );
    let day = component(
        false,
        0x0707,
        [0x09, 1, 0x01],
        &[&[0; 4], &ZCL_TIME, &[9, 0, 0, 0, 1, 2, 0, 1, 3], &[0, 0, 1, 0xE0, 1, 0]],
    );
    let special = component(
        false,
        0x0707,
        [0x09, 2, 0x04],
        &[&[0; 4], &ZCL_TIME, &[9, 0, 0, 0], &[0; 4], &[3, 1, 0, 1], &[126, 12, 25, 0xFF, 1]],
    );
    let tariff = component(
        false,
        0x0700,
        [0x09, 3, 0x04],
        &[
            &[0; 4],
            &ZCL_TIME,
            &[7, 0, 0, 0, 0, 0, 0, 0, 0x10, 2, b'T', b'1', 1, 2, 1, 0x3A, 0x03, 0x50],
            &[0x10, 0x27, 0, 0, 0xFF, 1, 0, 0, 0xE8, 3, 0],
        ],
    );
    let matrix = component(
        false,
        0x0700,
        [0x09, 4, 0x05],
        &[&[0; 4], &ZCL_TIME, &[0; 4], &[7, 0, 0, 0, 0, 1, 0], &[0, 1, 2, 0, 0, 1, 3, 4, 0, 0]],
    );
    let blocks = component(
        true,
        0x0700,
        [0x09, 5, 0x06],
        &[
            &[0; 4],
            &ZCL_TIME,
            &[0; 4],
            &[7, 0, 0, 0, 0, 1, 1, 0x02],
            &[0x40, 0x42, 0x0F, 0, 0, 0, 0x80, 0x84, 0x1E, 0, 0, 0],
        ],
    );
    message(1, 0x006B, &payload(&[calendar, day, special, tariff, matrix, blocks]))
}

fn profile_log() -> Vec<u8> {
    let samples = component(
        true,
        0x0702,
        [0x09, 0, 0x07],
        &[&[1, 0], &ZCL_TIME, &[0, 0x08, 0x07, 3, 0], &[1, 0, 0, 0xFF, 0xFF, 0xFF, 2, 1, 0]],
    );
    message(2, 0x0030, &payload(&[samples]))
}

fn snapshots() -> Vec<u8> {
    let metering = component(
        false,
        0x0702,
        [0x19, 0, 0x06],
        &[
            &[1, 0, 0, 0],
            &ZCL_TIME,
            &[1, 0, 1, 2, 0, 0, 0, 6],
            &[0x10, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0],
            &[0x11, 3, 0, 0, 0, 0, 0],
        ],
    );
    let prepayment = component(
        true,
        0x0705,
        [0x19, 1, 0x01],
        &[
            &[1, 0, 0, 0],
            &ZCL_TIME,
            &[1, 0, 1, 0, 0, 8, 0, 0],
            &[0; 4],
            &[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0],
            &[4, 0, 0, 0, 0xFB, 0xFF, 0xFF, 0xFF],
        ],
    );
    message(2, 0x0038, &payload(&[metering, prepayment]))
}

fn logs() -> Vec<u8> {
    let top_ups = component(
        false,
        0x0705,
        [0x19, 0, 0x05],
        &[&[0, 1, 4, b'1', b'2', b'3', b'4', 0x10, 0x27, 0, 0], &ZCL_TIME],
    );
    let debts = component(
        false,
        0x0705,
        [0x19, 1, 0x06],
        &[&[0, 1], &ZCL_TIME, &[0xF4, 1, 0, 0, 2, 0x10, 0x27, 0, 0]],
    );
    let events = component(
        true,
        0x0709,
        [0x19, 2, 0x01],
        &[
            &[2, 0, 0, 1, 0x20],
            &[4, 0x3F, 0x8F],
            &ZCL_TIME,
            &[0],
            &[3, 0x54, 0x81],
            &ZCL_TIME,
            &[2, 0x00, 0x9B],
        ],
    );
    message(2, 0x0080, &payload(&[top_ups, debts, events]))
}

/// A supply command, a message, a change of supplier and an event configuration to be set.
fn commands() -> Vec<u8> {
    let supply =
        component(false, 0x0702, [0x01, 0, 0x0B], &[&[0; 4], &ZCL_TIME, &[0; 8], &[0x01, 0x01]]);
    let text = component(
        false,
        0x0703,
        [0x09, 1, 0x00],
        &[&[1, 0, 0, 0, 0x88], &[0; 4], &[60, 0, 2, b'H', b'i']],
    );
    let supplier = component(
        false,
        0x0708,
        [0x09, 2, 0x01],
        &[&[0; 4], &ZCL_TIME, &[0; 9], &[0x00, 0x18, 0, 0], &[3, b'N', b'e', b'w', 1, b'1']],
    );
    let events = component(
        true,
        0x0708,
        [0x09, 3, 0x04],
        &[&[1, 0, 0, 0, 0, 0, 0, 0, 0x0B, 0, 2], &[0x0D, 0x81, 0x0E, 0x81]],
    );
    message(1, 0x0044, &payload(&[supply, text, supplier, events]))
}

/// A component whose ZCL payload is encrypted; the octets are made up.
fn encrypted() -> Vec<u8> {
    let mut content = vec![0x01, 0x09, 0x01, 0x13, 0x07, 0x02, 0x00, 0x20];
    content.extend(TIME);
    content.extend([0x00, 0x00, 0x18, 0x00, 0x01, 0x00, 0x15, 0x31, 0, 0, 0, 0]);
    content.extend([0xC1, 0xC2, 0xC3, 0xC4]);
    content.extend([0xA0; 12]);
    message(2, 0x0074, &content)
}

fn outcome_alert() -> Vec<u8> {
    let rest = [14, 0x00, 0x6B, 0, 0, 0, 0, 0, 0, 0, 9, 0x07, 0x00, 0x09, 0x04];
    alert(0x00CD, 0x8F66, &rest)
}

fn hash_alert() -> Vec<u8> {
    alert(0x00CF, 0x8F72, &[&[0x09, 32][..], &[0x5A; 32]].concat())
}

fn billing_alert() -> Vec<u8> {
    let status = component(true, 0x0702, [0x09, 0, 0x0C], &[&[0; 4], &ZCL_TIME, &[0; 4], &[2]]);
    alert(0x008B, 0x8F0A, &status)
}

#[test]
#[cfg_attr(miri, ignore = "reads files")]
fn payloads_are_shown_with_their_names() {
    let all = [
        ("event_configuration", event_configuration()),
        ("tariff_answer", tariff_answer()),
        ("calendar_and_tariff", calendar_and_tariff()),
        ("profile_log", profile_log()),
        ("snapshots", snapshots()),
        ("logs", logs()),
        ("commands", commands()),
        ("encrypted", encrypted()),
        ("bare_alert", alert(0x1000, 0x8F1F, &[])),
        ("outcome_alert", outcome_alert()),
        ("hash_alert", hash_alert()),
        ("billing_alert", billing_alert()),
        ("reason_alert", alert(0x00F2, 0x81A0, &[0x00, 0x05])),
        ("unknown_alert", alert(0x0077, 0x9999, &[0x01, 0x02, 0x03])),
    ];
    for (name, octets) in all {
        insta::assert_snapshot!(name, show(&octets));
    }
}

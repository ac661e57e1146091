//! Small trees of hand-made messages, for a person to read.

use std::fmt::Write as _;

use super::tests::message;
use crate::kind::{Kind, Value};
use crate::message::{Message, Payload};
use crate::text;
use crate::tree::{NodeId, Tree};

/// The tree of a payload, one node a line: name, type, value, text.
fn dump(message: &Message<'_>) -> String {
    let mut out = String::new();
    for issue in message.tree.issues() {
        let _ = writeln!(out, "! {issue}");
    }
    let content = message.content().unwrap();
    for id in message.tree.children(content) {
        node(&message.tree, message.octets(), id, 0, &mut out);
    }
    out
}

fn node(tree: &Tree, wire: &[u8], id: NodeId, depth: usize, out: &mut String) {
    let node = tree.get(id).unwrap();
    if matches!(node.kind, Kind::Header | Kind::Tag | Kind::Length) {
        return;
    }
    let width = node.content_span().len();
    let (name, kind) = (node.name(), node.kind.type_name(width));
    let _ = write!(out, "{:1$}{name} {kind}", "", depth * 2);
    if node.kind.is_container() {
        out.push('\n');
        for child in tree.children(id) {
            self::node(tree, wire, child, depth + 1, out);
        }
        return;
    }
    let _ = match tree.value(id, wire) {
        Value::Null => Ok(()),
        Value::Bool(truth) => write!(out, " = {truth}"),
        Value::Unsigned(number) => write!(out, " = {number}"),
        Value::Signed(number) => write!(out, " = {number}"),
        Value::Float(number) => write!(out, " = {number}"),
        Value::Text(text) => write!(out, " = {text:?}"),
        Value::Bits(bits) => write!(out, " = {} bits", bits.len()),
        Value::Octets(octets) => {
            out.push_str(" = ");
            octets.iter().try_for_each(|octet| write!(out, "{octet:02X}"))
        }
    };
    if let Some(text) = text::of(tree, id, wire) {
        let _ = write!(out, " ({text})");
    }
    out.push('\n');
}

/// An application data unit with tag, invoke id and no date-time.
fn apdu(tag: u8, rest: &[u8]) -> Vec<u8> {
    [&[tag, 0x20, 0, 0, 7, 0], rest].concat()
}

fn command(code: u16, rest: &[u8]) -> String {
    dump(&Message::decode(&message(1, code, &apdu(0xD9, rest))))
}

/// A response without a list of specifications.
fn response(code: u16, rest: &[u8]) -> String {
    let rest = [&[0], rest].concat();
    dump(&Message::decode(&message(2, code, &apdu(0xDA, &rest))))
}

fn alert(code: u16, body: &[u8]) -> String {
    dump(&Message::decode(&message(3, code, &apdu(0x0F, body))))
}

/// 2021-06-15 12:30:00, a date-time as devices of this project's own send it.
const WHEN: [u8; 12] = [0x07, 0xE5, 6, 15, 0xFF, 12, 30, 0, 0, 0x80, 0, 0xFF];

/// Code and time of an alert, in front of `rest`, as a structure of `members`.
fn body(members: u8, code: u16, rest: &[&[u8]]) -> Vec<u8> {
    let mut octets = vec![2, members, 0x12];
    octets.extend(code.to_be_bytes());
    octets.extend([9, 12]);
    octets.extend(WHEN);
    octets.extend(rest.concat());
    octets
}

/// An octet-string.
fn string(octets: &[u8]) -> Vec<u8> {
    [&[9, octets.len() as u8], octets].concat()
}

#[test]
fn voltage_log_command() {
    let range = [
        &[2, 4, 2, 4, 0x12, 0, 1, 9, 6, 0, 0, 94, 44, 100, 255, 15, 2, 0x12, 0, 0][..],
        &[6, 0x28, 0x30, 0, 0, 6, 0x28, 0x31, 0, 0, 1, 0],
    ];
    let descriptor = [&[1, 4, 0, 7, 1, 0, 32, 24, 0, 255, 2, 1][..], &range.concat(), &[1, 0]];
    insta::assert_snapshot!(command(0x0039, &descriptor.concat()));
}

#[test]
fn voltage_log_response() {
    let mut rest = vec![6, 6, 0, 0, 0, 3, 2, 2, 15, 0, 22, 255, 6, 0, 0, 0, 4];
    rest.extend([2, 2, 15, 0, 22, 255]);
    // A compact array of structures of two numbers, two of them.
    rest.extend([19, 2, 2, 6, 6, 16]);
    rest.extend([0x28, 0x30, 0, 0, 0, 0, 0, 230, 0x28, 0x30, 7, 8, 0, 0, 0, 231]);
    rest.extend([6, 0, 0, 7, 8]);
    rest.extend([6, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]);
    insta::assert_snapshot!(response(0x0039, &rest));
}

#[test]
fn tariff_command_and_calendar_response() {
    // A season, a week and a day of a calendar, read one after the other.
    let rest = [
        &[3, 1, 1][..],
        &[2, 3, 9, 4, b'l', b'o', b'n', b'g', 9, 12, 0xFF, 0xFF, 3, 1, 0xFF, 0, 0, 0, 0],
        &[0x80, 0, 0xFF, 9, 1, 1],
        &[1, 1, 2, 8, 9, 1, 1, 17, 1, 17, 1, 17, 1, 17, 1, 17, 1, 17, 2, 17, 2],
        &[1, 1, 2, 2, 17, 1, 1, 1, 2, 3, 9, 4, 7, 30, 0, 0, 9, 6, 0, 0, 10, 0, 100, 255],
        &[0x12, 0, 3],
        &[3, 1, 0, 1, 0, 1, 0],
    ];
    let specifications =
        [3u8, 4, 5].map(|attribute| [&[1, 0, 20, 0, 0, 13, 0, 0, 255][..], &[attribute]].concat());
    let asked = [&[3][..], &specifications.concat(), &[3, 0, 0, 0]].concat();
    let asked = message(1, 0x003A, &apdu(0xD9, &asked));
    let answer = [&[0][..], &rest.concat()].concat();
    let answer = message(2, 0x003A, &apdu(0xDA, &answer));
    let command = Message::decode(&asked);
    let mut response = Message::decode(&answer);
    // Three of the use case's entries: alone the response cannot tell which.
    let alone = response.tree.path(response.tree.members(data(&response)).next().unwrap());
    assert!(alone.ends_with("/data[0]"), "{alone}");
    super::bind_response(&mut response, &command);
    insta::assert_snapshot!(dump(&response));
}

fn data(message: &Message<'_>) -> NodeId {
    let Payload::Dlms(apdu) = message.payload else { panic!("not DLMS") };
    apdu.data.unwrap()
}

#[test]
fn maximum_demand_period_command() {
    let rest = [
        &[1, 2, 0, 10, 0, 0, 12, 0, 0, 255, 2, 1][..],
        &[1, 1, 2, 10, 0x12, 0, 1, 3, 0xFF, 9, 6, 0, 0, 10, 128, 100, 255, 0x12, 0, 1],
        &[9, 4, 17, 0, 0, 0, 0x12, 0xFF, 0xFF, 4, 7, 0xFE, 4, 0],
        &[9, 5, 0, 0, 1, 0xFF, 0xFF, 9, 5, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
    ];
    insta::assert_snapshot!(command(0x004A, &rest.concat()));
}

#[test]
fn alert_behaviour_command() {
    let mut bits = [0u8; 64];
    // 0x810D and 0x8154 are to change, the second to on.
    bits[30] |= 0x20;
    bits[31 - 0x54 / 8] |= 1 << (0x54 % 8);
    bits[63 - 0x54 / 8] |= 1 << (0x54 % 8);
    let rest = [&[1, 2, 0, 1, 0, 30, 97, 98, 11, 255, 2, 1, 4, 0x82, 2, 0][..], &bits].concat();
    insta::assert_snapshot!(command(0x00AC, &rest));
}

#[test]
fn alert_behaviour_response() {
    insta::assert_snapshot!(response(0x00AC, &[1, 0, 1, 2, 0]));
}

#[test]
fn future_dated_command() {
    let now = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0xFF];
    let never = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0, 0xFF];
    let specification = [2, 35, 40, 0, 0, 94, 44, 128, 6, 6];
    let rest = [&[2][..], &specification, &specification, &[2], &string(&now), &string(&never)];
    insta::assert_snapshot!(command(0x0043, &rest.concat()));
}

/// Request of a billing log: dates, and how the answer is to be protected.
#[test]
fn billing_log_command() {
    let rest = [
        &[1, 3, 0, 30, 0, 0, 43, 2, 3, 255, 1, 1][..],
        &[2, 2, 1, 1, 2, 5, 0x12, 0, 7, 9, 6, 0, 0, 98, 1, 2, 255, 15, 2, 0x12, 0, 0],
        &[2, 2, 22, 1, 2, 2],
        &string(&WHEN),
        &string(&WHEN),
        &PROTECTION,
        &string(&[]),
    ];
    insta::assert_snapshot!(command(0x002F, &rest.concat()));
}

/// Protection parameters of this project's own parties.
const PROTECTION: [u8; 50] = [
    1, 1, 2, 2, 22, 2, 2, 5, 9, 9, 4, 0, 0, 0, 0, 0, 0, 0, 7, 9, 8, 0x10, 0, 0, 0, 0, 0, 0, 1, 9,
    8, 0x20, 0, 0, 0, 0, 0, 0, 2, 9, 0, 2, 2, 22, 2, 2, 2, 9, 1, 2,
];

/// The end of the parameters, and an encrypted item of three octets.
const PROTECTED: [u8; 24] =
    [9, 0, 9, 20, 0x31, 0, 0, 0, 0, 0xA, 0xB, 0xC, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

#[test]
fn billing_log_response() {
    let rest = [&[1, 2, 2][..], &PROTECTION, &PROTECTED, &[1, 3, 0]].concat();
    insta::assert_snapshot!(response(0x002F, &rest));
}

/// What a billing log holds once it is opened: with the values of one element, and of two.
#[test]
fn billing_log_plaintext() {
    let octets = message(2, 0x002F, &apdu(0xDA, &[0, 1, 0, 1, 3, 0]));
    let whole = Message::decode(&octets);
    let value = whole.tree.members(data(&whole)).next().unwrap();
    let shape = super::plaintext::shape(&whole, value);
    let entry = [0x28, 0x30, 0, 0, 0, 0, 1, 0, 0, 0, 0, 5, 0, 0, 0, 6];
    // Two registers a block instead of eight keep it short.
    let block = [1, 0, 2, 6];
    let description =
        [&[2, 13, 6, 6, 1, 0, 2, 6][..], &block.repeat(4), &[5, 5, 5, 5, 5, 5]].concat();
    let values = [&entry[..], &[0; 32], &[0xFF; 24]].concat();
    let plain = [&[2, 1, 19][..], &description, &[values.len() as u8], &values].concat();
    let mut tree = Tree::default();
    let input = crate::input::Input::new(&plain, crate::span::BufferId::WIRE);
    let root = super::plaintext::decode(&mut tree, input, shape);
    let mut out = String::new();
    node(&tree, &plain, root, 0, &mut out);
    assert!(tree.issues().is_empty(), "{:?}", tree.issues());
    insta::assert_snapshot!(out);
}

#[test]
fn event_log_response() {
    let mut rest = vec![1, 19, 2, 3, 6, 0x12, 9, 11];
    rest.extend([0x28, 0x30, 0, 0, 0x81, 0x54, 4, 1, 2, 3, 4]);
    rest.extend([1, 1, 0]);
    insta::assert_snapshot!(response(0x0048, &rest));
}

#[test]
fn generic_alert() {
    insta::assert_snapshot!(alert(0x1000, &body(2, 0x8F30, &[])));
}

#[test]
fn device_log_command_and_response() {
    let log = [0, 0x68, 0, 0, 0x1E, 3, 0, 0xFF];
    let entry = |choice: u8, member: u8| [&[choice][..], &log, &[member]].concat();
    let list = [&[3][..], &entry(3, 1), &entry(2, 3), &entry(2, 2)].concat();
    let device = [&[2, 4, 9, 8, 0x30, 0, 0, 0, 0, 0, 0, 7, 0x16, 1, 9, 16][..], &[0xA5; 16]];
    let data = [&[3][..], &device.concat(), &[0x16, 0, 0x12, 0, 90, 3, 0xFF]].concat();
    let asked = command(0x0001, &[list, data].concat());
    let answered = response(0x0001, &[3, 0, 0, 0, 3, 3, 0, 2, 0, 2, 0]);
    insta::assert_snapshot!(format!("{asked}\n{answered}"));
}

#[test]
fn device_log_alert() {
    let device = [&[1, 1, 2, 2][..], &string(&[7; 8]), &string(&[9; 16])].concat();
    let backup = [&[2, 3][..], &string(&WHEN), &string(&[1; 8]), &device].concat();
    insta::assert_snapshot!(alert(0x0018, &body(3, 0x8F12, &[&backup])));
}

#[test]
fn billing_log_alert() {
    let rest = [&PROTECTION[..], &PROTECTED];
    insta::assert_snapshot!(alert(0x0061, &body(4, 0x8F0A, &rest)));
}

#[test]
fn outage_alert() {
    insta::assert_snapshot!(alert(0x0067, &body(4, 0x8F36, &[&string(&WHEN), &string(&WHEN)])));
}

#[test]
fn future_dated_alert() {
    let instruction = [0, 0x43, 0, 0, 0, 0, 0, 0, 0, 7, 35, 40, 0, 0, 94, 44, 128, 6, 6];
    insta::assert_snapshot!(alert(0x00CC, &body(3, 0x8F66, &[&string(&instruction)])));
}

#[test]
fn firmware_alert() {
    insta::assert_snapshot!(alert(0x00CE, &body(3, 0x8F72, &[&string(&[0xAB; 32])])));
}

#[test]
fn undelivered_alerts() {
    let lost = [&[0x10, 0, 0, 0, 0, 0, 0, 1][..], &[0x20, 0, 0, 0, 0, 0, 0, 2], &[1]];
    let lost = [&lost.concat()[..], &[0, 0, 0, 0, 0, 0, 0, 7]].concat();
    let one = alert(0x00D5, &body(3, 0x8F84, &[&string(&lost)]));
    let other = alert(0x0114, &body(3, 0x8F2C, &[&string(&lost)]));
    insta::assert_snapshot!(format!("{one}---\n{other}"));
}

#[test]
fn integrity_and_refusal_alerts() {
    let one = alert(0x00F0, &body(3, 0x81A0, &[&string(&[0x12, 0x34])]));
    let refused = [0, 0x39, 0, 0, 0, 0, 0, 0, 0, 7];
    let other = alert(0x0120, &body(3, 0x8F85, &[&string(&refused)]));
    insta::assert_snapshot!(format!("{one}---\n{other}"));
}

#[test]
fn controller_alerts() {
    let (from, to) = (string(&WHEN), string(&WHEN));
    let one = alert(0x0121, &body(6, 0x8F86, &[&[17, 0x12], &from, &to, &[17, 50]]));
    let other = alert(0x0122, &body(4, 0x8F87, &[&[17, 0x21], &[17, 100]]));
    insta::assert_snapshot!(format!("{one}---\n{other}"));
}

#[test]
fn operational_update_alert() {
    let json = b"{\"a\":1}";
    let text = [&[12, json.len() as u8][..], json].concat();
    insta::assert_snapshot!(alert(0x0123, &body(3, 0x8F88, &[&text])));
}

#[test]
fn sub_ghz_alerts() {
    let action = alert(0x0110, &body(3, 0x8F25, &[&string(&[1])]));
    let channel = alert(0x0111, &body(3, 0x8F27, &[&[4, 32, 0xE0, 0, 0, 1]]));
    let outcome = [&[2, 2][..], &string(&[0]), &string(&[1])].concat();
    let scan = alert(0x0112, &body(3, 0x8F28, &[&outcome]));
    let numbers = [
        &[2, 15][..],
        &[4, 32, 0, 0, 0, 1].repeat(4),
        &[0x12, 0, 125, 0x12, 0, 200, 17, 4, 0x12, 0, 6, 17, 6, 17, 10, 0x12, 0, 90, 17, 12],
        &[0x12, 0, 90, 0x12, 0, 91, 0x12, 0, 92],
    ];
    let settings = alert(0x0113, &body(3, 0x8F2A, &[&numbers.concat()]));
    let device = alert(0x0115, &body(3, 0x8F2D, &[&string(&[7; 8])]));
    insta::assert_snapshot!([action, channel, scan, settings, device].join("---\n"));
}

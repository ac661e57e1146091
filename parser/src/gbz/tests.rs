//! Tests on hand-made payloads and on the reference messages.

use std::path::{Path, PathBuf};

use super::*;
use crate::error::ErrorKind;
use crate::message::Payload as AnyPayload;

/// A signed message without signature octets around `content`.
pub(super) fn message(cra: u8, message_code: u16, content: &[u8]) -> Vec<u8> {
    let mut octets = vec![0xDF, 0x09, cra, 0, 0, 0, 0, 0, 0, 0, 5];
    octets.extend([0x08, 1, 2, 3, 4, 5, 6, 7, 8, 0x08, 8, 7, 6, 5, 4, 3, 2, 1, 0x00, 0x02]);
    octets.extend(message_code.to_be_bytes());
    match content.len() {
        0..0x80 => octets.push(content.len() as u8),
        length => octets.extend([0x82, (length >> 8) as u8, length as u8]),
    }
    octets.extend(content);
    octets.push(0x00);
    octets
}

pub(super) fn payload(message: &Message<'_>) -> Payload {
    match message.payload {
        AnyPayload::Gbz(payload) => payload,
        other => panic!("no GBZ payload: {other:?}"),
    }
}

/// A response of one component with a plain ZCL payload.
pub(super) fn one_component(cluster: u16, frame_control: u8, command: u8, zcl: &[u8]) -> Vec<u8> {
    message(2, 0x0074, &one_component_content(cluster, frame_control, command, zcl))
}

/// The content of [`one_component`].
pub(super) fn one_component_content(
    cluster: u16,
    frame_control: u8,
    command: u8,
    zcl: &[u8],
) -> Vec<u8> {
    let mut content = vec![1, 9, 1, 1];
    content.extend(cluster.to_be_bytes());
    content.extend((zcl.len() as u16 + 3).to_be_bytes());
    content.extend([frame_control, 0x07, command]);
    content.extend(zcl);
    content
}

/// The leaves of the wire tile the message.
pub(super) fn assert_tiles(message: &Message<'_>) {
    let mut at = 0;
    for node in message.tree.nodes() {
        if node.kind.is_container() || node.span().buffer != crate::span::BufferId::WIRE {
            continue;
        }
        assert_eq!(node.span().start, at, "{:?}", node.element);
        at = node.span().end;
    }
    assert_eq!(at as usize, message.octets().len());
}

/// Two components: a plain one to the server, and a last one with an encrypted payload and a from
/// date-time.
const TWO: &[u8] = &[
    0x01, 0x09, 0x02, // profile, count
    0x00, 0x07, 0x0A, 0x00, 0x05, 0x01, 0x00, 0x77, 0xAA, 0xBB, //
    0x13, 0x07, 0x02, 0x00, 0x20, 0x1C, 0x00, 0x00, 0x01, // control to from date-time
    0x00, 0x03, 0x18, 0x01, 0x01, 0x00,
    0x15, // additional header, ZCL header, ciphered length
    0x31, 0, 0, 0, 0, 0xC1, 0xC2, 0xC3, 0xC4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
];

#[test]
fn components_are_read_with_their_headers() {
    let octets = message(2, 0x0074, TWO);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues(), []);
    assert_tiles(&message);
    let payload = payload(&message);
    assert_eq!(payload.profile.map(|f| f.value), Some(0x0109));
    assert_eq!(payload.component_count.map(|f| f.value), Some(2));
    let [first, second] = payload.components(&message) else {
        panic!("two components");
    };
    assert_eq!((first.number, first.is_last(), first.is_encrypted()), (0, false, false));
    assert_eq!(first.cluster.map(|f| f.value), Some(0x070A));
    assert_eq!(first.command.map(|f| f.value), Some(0x77));
    assert_eq!(message.tree.octets(first.payload.unwrap(), &octets), [0xAA, 0xBB]);
    assert_eq!((second.number, second.is_last(), second.is_encrypted()), (1, true, true));
    assert_eq!(second.length.map(|f| f.value), Some(32));
    assert_eq!(second.from_date_time.map(|f| f.value), Some(0x1C00_0001));
    assert_eq!(second.frame_counter.map(|f| f.value), Some(3));
    assert_eq!(second.frame_control.map(|f| f.value), Some(0x18));
    assert_eq!(second.sequence.map(|f| f.value), Some(1));
    assert_eq!(second.ciphered_length.map(|f| f.value), Some(21));
    assert_eq!(second.security_control.map(|f| f.value), Some(0x31));
    assert_eq!(second.invocation_counter.map(|f| f.value), Some(0));
    let ciphertext = message.tree.octets(second.ciphertext.unwrap(), &octets);
    assert_eq!(ciphertext, [0xC1, 0xC2, 0xC3, 0xC4]);
    assert_eq!(message.tree.octets(second.tag.unwrap(), &octets).len(), 12);
    assert_eq!(second.payload, None);
}

#[test]
fn a_manufacturer_code_is_part_of_the_header() {
    let content = [1, 9, 1, 1, 7, 2, 0, 6, 0x05, 0x34, 0x12, 0x09, 0xC0, 0xEE];
    let octets = message(1, 0x0074, &content);
    let message = Message::decode(&octets);
    let component = payload(&message).components(&message).first().unwrap();
    assert_eq!(component.manufacturer_code.map(|f| f.value), Some(0x1234));
    assert_eq!(component.sequence.map(|f| f.value), Some(9));
    assert_eq!(component.command.map(|f| f.value), Some(0xC0));
}

#[test]
fn a_length_past_the_content_is_said_and_cut() {
    let content = [1, 9, 1, 1, 7, 2, 0, 9, 0x01, 0x00, 0xC0, 0xEE];
    let octets = message(1, 0x0074, &content);
    let message = Message::decode(&octets);
    let [issue] = message.tree.issues() else { panic!("one issue") };
    assert_eq!(issue.kind, ErrorKind::LengthReachesPastEnd);
    assert_eq!(issue.element, e::LENGTH);
    assert_eq!((issue.needed, issue.found), (Some(9), Some(4)));
    assert_tiles(&message);
    assert_eq!(payload(&message).components(&message).len(), 1);
}

#[test]
fn a_length_below_the_header_does_not_stop_the_next_component() {
    let content = [1, 9, 2, 0, 7, 2, 0, 2, 0x01, 0x00, 1, 7, 2, 0, 3, 0x01, 0x01, 0xC0];
    let octets = message(1, 0x0074, &content);
    let message = Message::decode(&octets);
    let [issue] = message.tree.issues() else { panic!("one issue") };
    assert_eq!((issue.kind, issue.element.name()), (ErrorKind::TooShort, "zcl-command-id"));
    assert_eq!(issue.limit_set_by.map(|limit| limit.element), Some(e::LENGTH));
    assert_tiles(&message);
    let components = payload(&message).components(&message);
    assert_eq!(components.len(), 2);
    assert_eq!(components[0].command, None);
    assert_eq!(components[1].command.map(|f| f.value), Some(0xC0));
}

#[test]
fn octets_after_the_ciphered_information_are_left_over() {
    let mut content = TWO.to_vec();
    // The component has one octet more than its ciphered information.
    content[17] += 1;
    content.push(0xEE);
    let octets = message(2, 0x0074, &content);
    let message = Message::decode(&octets);
    let [issue] = message.tree.issues() else { panic!("one issue") };
    assert_eq!((issue.kind, issue.found), (ErrorKind::LeftOver, Some(1)));
    assert_tiles(&message);
}

#[test]
fn components_are_read_beyond_a_last_one() {
    let content = [1, 9, 1, 1, 7, 2, 0, 3, 1, 0, 0xC0, 0, 7, 2, 0, 3, 1, 1, 0xC1];
    let octets = message(1, 0x0074, &content);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues(), []);
    assert_eq!(payload(&message).components(&message).len(), 2);
}

fn alert(message_code: u16, code: u16, rest: &[u8]) -> Vec<u8> {
    let mut content = vec![1, 9, 1];
    content.extend(code.to_be_bytes());
    content.extend([0x1C, 0, 0, 1]);
    content.extend(rest);
    message(3, message_code, &content)
}

#[test]
fn a_bare_alert_has_code_and_time() {
    let octets = alert(0x1000, 0x8F1F, &[]);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues(), []);
    let head = payload(&message).alert.unwrap();
    assert_eq!((head.code.value, head.time.unwrap().value), (0x8F1F, 0x1C00_0001));
    assert_eq!(payload(&message).components(&message).len(), 0);
}

#[test]
fn an_outcome_alert_names_the_command() {
    let rest = [14, 0x00, 0xA3, 0, 0, 0, 0, 0, 0, 0, 9, 0x07, 0x07, 0x01, 0x03];
    let octets = alert(0x00CD, 0x8F66, &rest);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues(), []);
    assert_tiles(&message);
    let value = |element| {
        let at = message.tree.nodes().iter().position(|node| node.element == element).unwrap();
        message.tree.unsigned(NodeId(at as u32), &octets)
    };
    assert_eq!(value(e::OUTCOME_MESSAGE_CODE), Some(0xA3));
    assert_eq!(value(e::OUTCOME_COUNTER), Some(9));
    assert_eq!(value(e::OUTCOME_CLUSTER), Some(0x0707));
    assert_eq!(value(e::OUTCOME_COMMAND), Some(3));
}

#[test]
fn a_hash_alert_holds_an_octet_string() {
    let mut rest = vec![0x09, 32];
    rest.extend([0x5A; 32]);
    let octets = alert(0x00CF, 0x8F72, &rest);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues(), []);
    assert_tiles(&message);
    rest[0] = 0x0A;
    let octets = alert(0x00CF, 0x8F72, &rest);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues()[0].kind, ErrorKind::UnexpectedOctet);
    assert_tiles(&message);
}

#[test]
fn a_reason_alert_has_two_octets() {
    let octets = alert(0x00F2, 0x81A0, &[0x80, 0x01]);
    assert!(Message::decode(&octets).is_complete());
    let octets = alert(0x00F2, 0x81A0, &[0x80, 0x01, 0x02]);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues()[0].kind, ErrorKind::LeftOver);
    assert_tiles(&message);
}

#[test]
fn a_billing_alert_holds_a_component() {
    let octets = alert(0x008B, 0x8F0A, &[1, 7, 2, 0, 3, 0x09, 0, 0xC0]);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues(), []);
    assert_eq!(payload(&message).components(&message).len(), 1);
}

#[test]
fn every_prefix_can_be_read() {
    let outcome = [14, 0x00, 0xA3, 0, 0, 0, 0, 0, 0, 0, 9, 0x07, 0x07, 0x01, 0x03];
    let whole = [message(2, 0x0074, TWO), alert(0x00CD, 0x8F66, &outcome)];
    for octets in &whole {
        for end in 0..=octets.len() {
            assert_tiles(&Message::decode(&octets[..end]));
        }
    }
    // The same cut inside the content, whose length still fits.
    for end in 2..=TWO.len() {
        for (cra, code) in [(1, 0x0074), (3, 0x00CD), (3, 0x008B), (3, 0x00CF), (3, 0x00F2)] {
            let octets = message(cra, code, &TWO[..end]);
            assert_tiles(&Message::decode(&octets));
        }
    }
}

/// Names that tell nothing.
const GENERIC: &[&str] = &[
    "payload",
    "octets",
    "value",
    "unknown",
    "attribute-value",
    "element",
    "alert-content",
    "snapshot-sub-payload",
    "undecoded",
    "zcl-payload",
];

#[test]
#[cfg_attr(miri, ignore = "reads files")]
fn leaves_of_reference_messages_have_telling_names() {
    let Some(messages) = reference_messages() else { return };
    let (mut leaves, mut generic) = (0, Vec::new());
    for (path, octets) in &messages {
        let message = Message::decode(octets);
        for id in message.tree.descendants(payload(&message).node) {
            let Some(node) = message.tree.get(id) else { continue };
            if node.kind.is_container() {
                continue;
            }
            leaves += 1;
            if GENERIC.contains(&node.element.name()) {
                generic.push(format!("{}: {}", path.display(), message.tree.path(id)));
            }
        }
    }
    assert!(leaves > 5000, "{leaves} leaves");
    assert!(generic.len() * 100 < leaves, "{} of {leaves}:\n{}", generic.len(), generic.join("\n"));
}

/// The reference messages with GBZ content, with their paths; `None` where they are absent.
#[allow(clippy::print_stderr)]
fn reference_messages() -> Option<Vec<(PathBuf, Vec<u8>)>> {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/rtds");
    let root = std::env::var_os("GBCHECK_RTDS").map_or(default, PathBuf::from);
    if !root.is_dir() {
        eprintln!("skipped: no reference messages at {}", root.display());
        return None;
    }
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext.eq_ignore_ascii_case("hex")) {
                let text = std::fs::read_to_string(&path).unwrap();
                let digits: Vec<_> = text.chars().filter_map(|c| c.to_digit(16)).collect();
                let octets: Vec<_> =
                    digits.chunks_exact(2).map(|pair| (pair[0] << 4 | pair[1]) as u8).collect();
                if matches!(Message::decode(&octets).payload, AnyPayload::Gbz(_)) {
                    found.push((path, octets));
                }
            }
        }
    }
    found.sort();
    assert!(!found.is_empty());
    Some(found)
}

#[test]
#[cfg_attr(miri, ignore = "reads files")]
fn reference_messages_are_read_whole() {
    let Some(messages) = reference_messages() else { return };
    for (path, octets) in &messages {
        let message = Message::decode(octets);
        assert_eq!(message.tree.issues(), [], "{}", path.display());
        assert_tiles(&message);
        let payload = payload(&message);
        if payload.alert.is_none() {
            let stated = payload.component_count.map(|count| usize::from(count.value));
            assert_eq!(stated, Some(payload.components(&message).len()), "{}", path.display());
        }
    }
}

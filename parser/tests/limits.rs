//! What stands at a limit of reading is read, and what is one beyond it is told.
#![cfg(all(feature = "text-log", feature = "xml", feature = "pcap"))]
#![allow(clippy::unwrap_used, clippy::panic)]

use gbcs_parser::Message;
use gbcs_parser::error::ErrorKind;
use gbcs_parser::limits::{
    DETECTION_OCTETS, MAX_CAPTURE_BLOCK_OCTETS, MAX_CAPTURE_INTERFACES, MAX_CAPTURE_STREAMS,
    MAX_HELD_CAPTURE_OCTETS, MAX_MESSAGE_OCTETS, MAX_UNKNOWN_FIELDS, MAX_WAITING_SEGMENTS,
    MAX_XML_ATTRIBUTES, MAX_XML_DEPTH, MAX_XML_PAYLOADS, MAX_XML_TOKEN_OCTETS,
};
use gbcs_parser::log::{Form, ProblemKind, detect, read};
use gbcs_parser::record::Body;

/// Lengths of the messages that were read, and the problems.
fn found(form: Form, text: &[u8]) -> (Vec<usize>, Vec<ProblemKind>) {
    let (mut lengths, mut problems) = (Vec::new(), Vec::new());
    for item in read(form, text, "limits") {
        match item {
            Ok(record) => {
                let Body::Message(message) = record.body else { panic!() };
                lengths.push(message.payload.len());
            }
            Err(problem) => problems.push(problem.kind),
        }
    }
    (lengths, problems)
}

/// A command of so many octets.
fn message(octets: usize) -> Vec<u8> {
    let mut message = vec![0xDF, 0x09, 0x01];
    message.resize(octets, 0);
    message
}

fn hex(octets: &[u8]) -> String {
    octets
        .iter()
        .map(|octet| {
            ["00", "DF", "09", "01"][usize::from(match octet {
                0xDF => 1,
                9 => 2,
                1 => 3,
                _ => 0u8,
            })]
        })
        .collect()
}

#[test]
fn a_message_of_the_greatest_length_is_read_in_every_form() {
    let jsonl =
        |octets| format!("{{\"record\":\"message\",\"payload\":\"{}\"}}", hex(&message(octets)));
    let gfi = |octets| format!("GBCS:DATA#1:{octets}:{}", hex(&message(octets)));
    type Written<'a> = &'a dyn Fn(usize) -> Vec<u8>;
    let forms: [(Form, Written<'_>); 4] = [
        (Form::Binary, &message),
        (Form::Hex, &|octets| hex(&message(octets)).into_bytes()),
        (Form::JsonLines, &|octets| jsonl(octets).into_bytes()),
        (Form::Gfi, &|octets| gfi(octets).into_bytes()),
    ];
    for (form, written) in forms {
        assert_eq!(found(form, &written(MAX_MESSAGE_OCTETS)), (vec![MAX_MESSAGE_OCTETS], vec![]));
        let beyond = found(form, &written(MAX_MESSAGE_OCTETS + 1));
        assert_eq!(beyond, (vec![], vec![ProblemKind::MessageTooLong]), "{form}");
    }
}

#[test]
fn the_envelope_of_a_message_of_the_greatest_length_is_read() {
    let limits = |octets: usize| {
        let octets = message(octets);
        let message = Message::decode(&octets);
        message.tree.issues().iter().filter(|issue| issue.kind == ErrorKind::Limit).count()
    };
    assert_eq!((limits(MAX_MESSAGE_OCTETS), limits(MAX_MESSAGE_OCTETS + 1)), (0, 1));
}

#[test]
fn what_tells_a_form_stands_in_the_first_octets() {
    // A comment up to the limit but for its end, and a message behind it.
    let text = |octets: usize| format!("#{}\nDF0901", "x".repeat(octets - 2));
    let begun = |text: &str| detect(&text.as_bytes()[..DETECTION_OCTETS]).map(|found| found.form);
    assert_eq!(begun(&text(DETECTION_OCTETS - 6)), Some(Form::Hex));
    assert_eq!(begun(&text(DETECTION_OCTETS)), None);
}

/// The problem of an XML document, and what there is too much of.
fn too_large(text: &str) -> Option<(&'static str, u64)> {
    read(Form::Xml, text.as_bytes(), "limits").find_map(|item| match item.err()?.kind {
        ProblemKind::XmlTooLarge { of, limit } => Some((of, limit)),
        _ => None,
    })
}

#[test]
fn elements_of_the_greatest_depth_are_read() {
    let nested = |levels: usize| format!("{}{}", "<a>".repeat(levels), "</a>".repeat(levels));
    assert_eq!(too_large(&nested(MAX_XML_DEPTH)), None);
    let beyond = Some(("levels of elements", MAX_XML_DEPTH as u64));
    assert_eq!(too_large(&nested(MAX_XML_DEPTH + 1)), beyond);
}

#[test]
fn elements_with_the_most_attributes_are_read() {
    let text = |count: usize| {
        let attributes: String = (0..count).map(|n| format!(" a{n}=\"\"")).collect();
        format!("<a{attributes}/>")
    };
    assert_eq!(too_large(&text(MAX_XML_ATTRIBUTES)), None);
    let beyond = Some(("attributes of an element", MAX_XML_ATTRIBUTES as u64));
    assert_eq!(too_large(&text(MAX_XML_ATTRIBUTES + 1)), beyond);
}

#[test]
fn a_text_of_the_greatest_length_is_read() {
    let most = MAX_XML_TOKEN_OCTETS as usize;
    // The `<` behind a text is looked at with it.
    let text = |octets: usize| format!("<a>{}</a>", "x".repeat(octets));
    assert_eq!(too_large(&text(most - 1)), None);
    let beyond = Some(("octets in a tag or text", MAX_XML_TOKEN_OCTETS));
    assert_eq!(too_large(&text(most + 1)), beyond);
}

#[test]
fn the_most_messages_of_a_document_are_read() {
    let read = |count: usize| {
        let payloads = "<GBCSPayload>DF0901</GBCSPayload>".repeat(count);
        let text = format!("<Response><Header/>{payloads}</Response>");
        let (lengths, problems) = found(Form::Xml, text.as_bytes());
        let beyond =
            |kind: &ProblemKind| matches!(kind, ProblemKind::XmlTooLarge { of: "messages", .. });
        (lengths.len(), problems.iter().any(beyond))
    };
    assert_eq!(read(MAX_XML_PAYLOADS), (MAX_XML_PAYLOADS, false));
    assert_eq!(read(MAX_XML_PAYLOADS + 1), (MAX_XML_PAYLOADS, true));
}

#[test]
fn names_of_unknown_fields_are_kept_up_to_a_number() {
    for (count, kept) in
        [(MAX_UNKNOWN_FIELDS, MAX_UNKNOWN_FIELDS), (MAX_UNKNOWN_FIELDS + 1, MAX_UNKNOWN_FIELDS)]
    {
        let fields: String = (0..count).map(|n| format!(",\"f{n}\":0")).collect();
        let text = format!("{{\"record\":\"message\",\"payload\":\"DF0901\"{fields}}}");
        let record = read(Form::JsonLines, text.as_bytes(), "limits").next().unwrap().unwrap();
        assert_eq!(record.unknown_fields.len(), kept);
    }
}

/// Blocks of a capture of the newer form: its kind and its content, whose length is a multiple of
/// four.
fn blocks(blocks: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut file = Vec::new();
    for (kind, content) in blocks {
        let length = (12 + content.len() as u32).to_le_bytes();
        file.extend(kind.to_le_bytes());
        file.extend(length);
        file.extend(content);
        file.extend(length);
    }
    file
}

const SECTION: u32 = 0x0A0D_0D0A;
const INTERFACE: u32 = 1;
const PACKET: u32 = 6;

fn section() -> (u32, Vec<u8>) {
    let mut content = 0x1A2B_3C4D_u32.to_le_bytes().to_vec();
    content.extend([1, 0, 0, 0]);
    content.extend([0xFF; 8]);
    (SECTION, content)
}

/// An interface of raw IP packets.
fn interface() -> (u32, Vec<u8>) {
    (INTERFACE, vec![101, 0, 0, 0, 0, 0, 0, 0])
}

fn packet(interface: u32, octets: &[u8]) -> (u32, Vec<u8>) {
    let mut content = interface.to_le_bytes().to_vec();
    content.extend([0; 8]);
    for _ in 0..2 {
        content.extend((octets.len() as u32).to_le_bytes());
    }
    content.extend(octets);
    content.resize(content.len().next_multiple_of(4), 0);
    (PACKET, content)
}

/// A message whose length is announced.
fn announced() -> Vec<u8> {
    let mut octets = vec![0xDD, 0, 0, 0, 0, 0, 0, 37, 0x11, 0, 0, 0, 0, 0xDF, 0x09, 2];
    octets.extend(16..45);
    octets
}

fn ipv4(protocol: u8, payload: &[u8]) -> Vec<u8> {
    let mut packet = vec![0x45, 0];
    packet.extend((20 + payload.len() as u16).to_be_bytes());
    packet.extend([0, 1, 0, 0, 64, protocol, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2]);
    packet.extend(payload);
    packet
}

fn udp(payload: &[u8]) -> Vec<u8> {
    let mut packet = vec![0x0F, 0xDB, 0x30, 0x39];
    packet.extend((8 + payload.len() as u16).to_be_bytes());
    packet.extend([0, 0]);
    packet.extend(payload);
    ipv4(17, &packet)
}

fn tcp(number: u32, payload: &[u8]) -> Vec<u8> {
    tcp_to(12345, number, payload)
}

/// A segment to this port.
fn tcp_to(port: u16, number: u32, payload: &[u8]) -> Vec<u8> {
    let mut packet = vec![0x0F, 0xDB];
    packet.extend(port.to_be_bytes());
    packet.extend(number.to_be_bytes());
    packet.extend([0, 0, 0, 0, 0x50, 0x18, 0, 0, 0, 0, 0, 0]);
    packet.extend(payload);
    ipv4(6, &packet)
}

#[test]
fn frames_of_the_last_interface_are_read() {
    let read = |number: usize| {
        let mut all = vec![section()];
        all.extend((0..=number).map(|_| interface()));
        all.push(packet(number as u32, &udp(&announced())));
        found(Form::Pcap, &blocks(&all))
    };
    assert_eq!(read(MAX_CAPTURE_INTERFACES - 1), (vec![45], vec![]));
    assert!(read(MAX_CAPTURE_INTERFACES).0.is_empty(), "it is not known how to read it");
}

#[test]
fn headers_in_front_of_a_datagram_are_followed_up_to_a_number() {
    let read = |headers: usize| {
        let datagram = &udp(&announced())[20..];
        let mut packet = vec![0x60, 0, 0, 0];
        packet.extend((8 * headers as u16 + datagram.len() as u16).to_be_bytes());
        // Options for the destination, each of which names the next header.
        packet.extend([if headers == 0 { 17 } else { 60 }, 64]);
        packet.extend([0x20; 32]);
        for left in (0..headers).rev() {
            packet.extend([if left == 0 { 17 } else { 60 }, 0, 1, 4, 0, 0, 0, 0]);
        }
        packet.extend(datagram);
        let all = [section(), interface(), self::packet(0, &packet)];
        found(Form::Pcap, &blocks(&all)).0
    };
    assert_eq!(read(0), [45]);
    assert_eq!(read(8), [45]);
    assert!(read(9).is_empty());
}

#[test]
fn a_block_of_the_greatest_length_is_passed() {
    // A block of another kind, and a message behind it.
    let read = |octets: usize| {
        let other = (0x0BAD, vec![0; octets - 12]);
        found(Form::Pcap, &blocks(&[section(), interface(), other, packet(0, &udp(&announced()))]))
    };
    assert_eq!(read(MAX_CAPTURE_BLOCK_OCTETS / 2), (vec![45], vec![]));
    assert_eq!(read(2 * MAX_CAPTURE_BLOCK_OCTETS), (vec![], vec![ProblemKind::BadCapture]));
}

#[test]
fn segments_wait_for_the_one_before_them_up_to_a_number() {
    let whole = announced();
    let read = |waiting: usize| {
        let mut all = vec![section(), interface(), packet(0, &tcp(100, &whole[..10]))];
        // The octets from 110 on are missing; behind them come messages, each in a segment.
        let segment = |n: usize| packet(0, &tcp(145 + 45 * n as u32, &whole));
        all.extend((0..waiting).map(segment));
        all.push(packet(0, &tcp(110, &whole[10..])));
        found(Form::Pcap, &blocks(&all)).0
    };
    assert_eq!(read(MAX_WAITING_SEGMENTS), vec![45; MAX_WAITING_SEGMENTS + 1], "it came in time");
    let beyond = read(MAX_WAITING_SEGMENTS + 1);
    assert_eq!(beyond.first(), Some(&10), "what there is of the first is given");
}

/// The length of the first message that is read of a capture in which a stream begins with 10
/// octets, others follow, and the rest of its first message comes last: 45 where it was still open.
fn first_of_an_interrupted_stream(others: Vec<(u32, Vec<u8>)>) -> usize {
    let whole = announced();
    let mut all = vec![section(), interface(), packet(0, &tcp_to(0, 100, &whole[..10]))];
    all.extend(others);
    all.push(packet(0, &tcp_to(0, 110, &whole[10..])));
    let (lengths, problems) = found(Form::Pcap, &blocks(&all));
    assert_eq!(problems, []);
    lengths[0]
}

#[test]
fn the_oldest_stream_makes_room() {
    let others = |count: usize| {
        let begun = &announced()[..10];
        (1..=count).map(|port| packet(0, &tcp_to(port as u16, 100, begun))).collect()
    };
    assert_eq!(first_of_an_interrupted_stream(others(MAX_CAPTURE_STREAMS - 1)), 45);
    assert_eq!(first_of_an_interrupted_stream(others(MAX_CAPTURE_STREAMS)), 10);
}

#[test]
fn what_is_held_of_streams_is_bounded() {
    // Segments that wait, of 2^16 - 2^10 octets each, and the last of what is left.
    const SEGMENT: usize = 63 * 1024;
    let others = |octets: usize| {
        let waits = |(n, octets): (usize, usize)| {
            let (port, number) = (1 + n / 60, 1000 + (n % 60 * SEGMENT) as u32);
            let begins =
                (n % 60 == 0).then(|| packet(0, &tcp_to(port as u16, 100, &announced()[..10])));
            let payload = vec![0xAA; octets];
            begins.into_iter().chain([packet(0, &tcp_to(port as u16, number, &payload))])
        };
        let sizes = std::iter::repeat_n(SEGMENT, octets / SEGMENT).chain([octets % SEGMENT]);
        let sizes: Vec<usize> = sizes.collect();
        sizes.into_iter().enumerate().flat_map(waits).collect()
    };
    let streams = |octets: usize| (octets / SEGMENT + 1).div_ceil(60) + 1;
    let room = MAX_HELD_CAPTURE_OCTETS - 10 * streams(MAX_HELD_CAPTURE_OCTETS);
    assert_eq!(first_of_an_interrupted_stream(others(room)), 45);
    assert_eq!(first_of_an_interrupted_stream(others(room + 1)), 10);
}

//! Packet captures: each layer, joined transfers, and what is cut or encrypted.
#![cfg(feature = "pcap")]
#![allow(clippy::unwrap_used, clippy::panic)]

use gbcs_parser::log::{Form, Problem, ProblemKind, detect, read};
use gbcs_parser::record::{Body, Direction, MessageRecord, Record};

/// A message of 45 octets that announces its length.
fn message(flag: u8) -> Vec<u8> {
    let mut octets = vec![0xDD, 0, 0, 0, 0, 0, 0, 37, 0x11, 0, 0, 0, 0, 0xDF, 0x09, flag];
    octets.extend(16..45);
    octets
}

/// A capture in the classic form, little endian, microseconds.
fn pcap(link: u32, frames: &[Vec<u8>]) -> Vec<u8> {
    let mut file =
        vec![0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0];
    file.extend(link.to_le_bytes());
    for (n, frame) in frames.iter().enumerate() {
        file.extend((1_700_000_000 + n as u32).to_le_bytes());
        file.extend(250_000_u32.to_le_bytes());
        for _ in 0..2 {
            file.extend((frame.len() as u32).to_le_bytes());
        }
        file.extend(frame);
    }
    file
}

/// A capture in the newer form, with nanoseconds.
fn pcapng(link: u16, frames: &[Vec<u8>]) -> Vec<u8> {
    let mut file = vec![0x0A, 0x0D, 0x0D, 0x0A, 28, 0, 0, 0, 0x4D, 0x3C, 0x2B, 0x1A, 1, 0, 0, 0];
    file.extend([0xFF; 8]);
    file.extend([28, 0, 0, 0]);
    let [low, high] = link.to_le_bytes();
    file.extend([1, 0, 0, 0, 32, 0, 0, 0, low, high, 0, 0, 0, 0, 0, 0]);
    file.extend([9, 0, 1, 0, 9, 0, 0, 0, 0, 0, 0, 0, 32, 0, 0, 0]);
    for frame in frames {
        let padded = frame.len().next_multiple_of(4);
        let length = (32 + padded) as u32;
        file.extend([6, 0, 0, 0]);
        file.extend(length.to_le_bytes());
        file.extend([0; 4]);
        let time = 1_700_000_000_250_000_000_u64;
        file.extend(((time >> 32) as u32).to_le_bytes());
        file.extend((time as u32).to_le_bytes());
        file.extend((frame.len() as u32).to_le_bytes());
        file.extend((frame.len() as u32).to_le_bytes());
        file.extend(frame);
        file.resize(file.len() + padded - frame.len(), 0);
        file.extend(length.to_le_bytes());
    }
    file
}

fn udp(port: u16, payload: &[u8]) -> Vec<u8> {
    let mut packet = port.to_be_bytes().to_vec();
    packet.extend([0x30, 0x39]);
    packet.extend((8 + payload.len() as u16).to_be_bytes());
    packet.extend([0, 0]);
    packet.extend(payload);
    packet
}

fn tcp(number: u32, flags: u8, payload: &[u8]) -> Vec<u8> {
    let mut packet = vec![0x0F, 0xDB, 0x30, 0x39];
    packet.extend(number.to_be_bytes());
    packet.extend([0, 0, 0, 0, 0x50, flags, 0, 0, 0, 0, 0, 0]);
    packet.extend(payload);
    packet
}

fn ipv4(protocol: u8, payload: &[u8]) -> Vec<u8> {
    let mut packet = vec![0x45, 0];
    packet.extend((20 + payload.len() as u16).to_be_bytes());
    packet.extend([0, 1, 0, 0, 64, protocol, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2]);
    packet.extend(payload);
    packet
}

fn ethernet(kind: u16, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![2; 12];
    frame.extend(kind.to_be_bytes());
    frame.extend(payload);
    frame
}

/// A ZigBee frame without checksum.
fn zigbee(cluster: u16, aps: &[u8], zcl: &[u8]) -> Vec<u8> {
    let mut frame = vec![0x41, 0x88, 1, 0x62, 0x1A, 0, 0, 0x34, 0x12];
    frame.extend([0x08, 0x00, 0, 0, 0x34, 0x12, 0x1E, 1]);
    frame.push(if aps.is_empty() { 0x00 } else { 0x80 });
    frame.push(1);
    frame.extend(cluster.to_le_bytes());
    frame.extend([0x09, 0x01, 1, 7]);
    frame.extend(aps);
    frame.extend(zcl);
    frame
}

fn transfer(payload: &[u8]) -> Vec<u8> {
    let mut zcl = vec![0x01, 1, 0x02, 1, 0];
    zcl.extend(payload);
    zcl
}

/// A block of a general block transfer.
fn block(number: u16, last: bool, data: &[u8]) -> Vec<u8> {
    let mut octets = vec![0xDD, 0x09, 0x01, 0, 0, 0, 0, 0, 0, 0, 7];
    octets.extend([0x08, 0x0A, 0x1B, 0x2C, 0, 0, 0, 2, 1]);
    octets.extend([0x08, 0x0A, 0x1B, 0x2C, 0, 0, 0, 0x0E, 1]);
    octets.extend([0x00, 0x02, 0x00, 0x19, 0x00, 12 + data.len() as u8, 0, 0, 0, 0, 0]);
    octets.extend([0xE0, if last { 0x80 } else { 0 }]);
    octets.extend(number.to_be_bytes());
    octets.extend([0, 0, data.len() as u8]);
    octets.extend(data);
    octets
}

fn items(file: &[u8]) -> Vec<Result<Record, Problem>> {
    assert_eq!(detect(file).unwrap().form, Form::Pcap);
    read(Form::Pcap, file, "t.pcap").collect()
}

fn records(file: &[u8]) -> Vec<Record> {
    items(file).into_iter().map(Result::unwrap).collect()
}

fn body(record: &Record) -> &MessageRecord {
    match &record.body {
        Body::Message(message) => message,
        other => panic!("{other:?}"),
    }
}

fn payloads(file: &[u8]) -> Vec<Vec<u8>> {
    records(file).iter().map(|record| body(record).payload.clone()).collect()
}

#[test]
fn datagrams_in_every_wrapping() {
    let m = message(2);
    let mut wrapped = vec![0, 1, 0, 1, 0, 16, 0, m.len() as u8];
    wrapped.extend(&m);
    let plain = ipv4(17, &udp(4059, &m));
    let mut tagged = vec![0, 7, 0x08, 0x00];
    tagged.extend(&plain);
    let datagram = udp(4059, &m);
    let mut ipv6 = vec![0x60, 0, 0, 0];
    ipv6.extend((datagram.len() as u16 + 8).to_be_bytes());
    ipv6.extend([0, 64]);
    ipv6.extend([1; 32]);
    ipv6.extend([17, 0, 1, 4, 0, 0, 0, 0]);
    ipv6.extend(&datagram);
    let frames = [
        ethernet(0x0800, &plain),
        ethernet(0x0800, &ipv4(17, &udp(4059, &wrapped))),
        ethernet(0x8100, &tagged),
        ethernet(0x86DD, &ipv6),
        ethernet(0x0800, &ipv4(17, &udp(53, &m))),
        ethernet(0x0806, &m),
    ];
    assert_eq!(payloads(&pcap(1, &frames)), vec![m; 4]);
}

#[test]
fn a_frame_gives_time_and_direction() {
    let frames = [ethernet(0x0800, &[]), ethernet(0x0800, &ipv4(17, &udp(4059, &message(1))))];
    let classic = records(&pcap(1, &frames)).remove(0);
    assert_eq!(classic.position.record, 2);
    assert_eq!(classic.time.unwrap().to_string(), "2023-11-14T22:13:21.250Z");
    assert_eq!(body(&classic).direction, Some(Direction::ToDevice));
    let newer = records(&pcapng(1, &frames)).remove(0);
    assert_eq!(newer.time.unwrap().to_string(), "2023-11-14T22:13:20.250Z");
    assert_eq!(body(&newer).payload, message(1));
}

#[test]
fn streams_are_cut_into_messages() {
    let m = message(2);
    let mut two = m.clone();
    two.extend(message(3));
    let segments = [
        tcp(100, 0x02, &[]),
        tcp(101, 0x18, &two[..30]),
        // Out of order, and one of them again.
        tcp(161, 0x18, &two[60..]),
        tcp(131, 0x18, &two[30..60]),
        tcp(131, 0x18, &two[30..60]),
        tcp(191, 0x18, &m[..20]),
        tcp(211, 0x11, &[]),
    ];
    let frames: Vec<Vec<u8>> =
        segments.iter().map(|segment| ethernet(0x0800, &ipv4(6, segment))).collect();
    let found = records(&pcap(1, &frames));
    let octets: Vec<&[u8]> = found.iter().map(|record| body(record).payload.as_slice()).collect();
    assert_eq!(octets, [&two[..45], &two[45..], &m[..20]]);
    let numbers: Vec<u64> = found.iter().map(|record| record.position.record).collect();
    assert_eq!(numbers, [4, 4, 6]);
}

#[test]
fn messages_in_the_tunnel() {
    let m = message(3);
    let prefixed = |prefix: &[u8]| [prefix, &m].concat();
    let mut frames = vec![
        zigbee(0x0704, &[], &transfer(&m)),
        zigbee(0x0704, &[], &transfer(&[1])),
        zigbee(0x0704, &[], &transfer(&prefixed(&[2, 0]))),
        zigbee(0x0704, &[], &transfer(&prefixed(&[3]))),
        zigbee(0x0704, &[], &[0x01, 1, 0x00, 6]),
        zigbee(0x0702, &[], &transfer(&m)),
    ];
    assert_eq!(payloads(&pcap(230, &frames)), vec![m.clone(); 3]);
    assert_eq!(body(&records(&pcap(230, &frames))[0]).interface.as_deref(), Some("SMHAN"));
    for frame in &mut frames {
        frame.extend([0xAA, 0xBB]);
    }
    assert_eq!(payloads(&pcap(195, &frames)).len(), 3);
    let tap: Vec<Vec<u8>> = frames
        .iter()
        .map(|frame| [&[0, 0, 12, 0, 0, 0, 1, 0, 1, 0, 0, 0][..], frame].concat())
        .collect();
    assert_eq!(payloads(&pcap(283, &tap)).len(), 3);
    let zep: Vec<Vec<u8>> = frames
        .iter()
        .map(|frame| {
            let mut head = vec![b'E', b'X', 2, 1];
            head.resize(31, 0);
            head.push(frame.len() as u8);
            ethernet(0x0800, &ipv4(17, &udp(17754, &[&head, frame.as_slice()].concat())))
        })
        .collect();
    assert_eq!(payloads(&pcap(1, &zep)).len(), 3);
}

#[test]
fn blocks_are_joined_and_cited_by_the_last_frame() {
    let m = message(1);
    let frames = [
        zigbee(0x0704, &[], &transfer(&block(1, false, &m[..20]))),
        zigbee(0x0704, &[], &transfer(&block(1, false, &[]))),
        zigbee(0x0704, &[], &transfer(&block(3, true, &m[40..]))),
        zigbee(0x0704, &[], &transfer(&block(2, false, &m[20..40]))),
    ];
    // The second frame is an acknowledgement.
    let [acknowledgement, found] = &records(&pcap(230, &frames))[..] else { panic!() };
    assert_eq!(acknowledgement.position.record, 2);
    assert_eq!(body(found).payload, m);
    assert_eq!(found.position.record, 4);
    assert_eq!(body(found).parts, [1, 3]);
}

#[test]
fn blocks_that_are_never_whole_are_given_alone() {
    let one = block(1, false, &[1, 2, 3]);
    let frames = [zigbee(0x0704, &[], &transfer(&one))];
    let [Ok(record), Err(problem)] = &items(&pcap(230, &frames))[..] else { panic!() };
    assert_eq!(body(record).payload, one);
    let kind = ProblemKind::BlocksMissing { counter: 7, missing: Vec::new(), last: None };
    assert_eq!(problem.kind, kind);
}

#[test]
fn fragments_of_the_application_layer_are_joined() {
    let zcl = transfer(&message(2));
    let frames = [zigbee(0x0704, &[1, 2], &zcl[..20]), zigbee(0x0704, &[2, 1], &zcl[20..])];
    assert_eq!(payloads(&pcap(230, &frames)), [message(2)]);
}

#[test]
fn events_are_kept_as_frames() {
    let frames = [zigbee(0x0709, &[], &[0x01, 5, 0x00, 1])];
    let Body::ZclFrame(frame) = records(&pcap(230, &frames)).remove(0).body else { panic!() };
    assert_eq!((frame.source_address, frame.destination_address), (0x1234, 0));
    assert_eq!((frame.cluster, frame.octets), (0x0709, vec![1, 5, 0, 1]));
}

#[test]
fn encrypted_frames_are_told_once_and_are_no_fault() {
    let mut secured = zigbee(0x0704, &[], &transfer(&message(2)));
    secured[10] |= 0x02;
    let items = items(&pcap(230, &[secured.clone(), secured]));
    assert_eq!(items.len(), 1);
    let note = items[0].as_ref().unwrap_err();
    assert_eq!(note.kind, ProblemKind::Encrypted { frames: 2 });
    assert!(note.is_note());
}

#[test]
fn captures_and_frames_that_are_cut() {
    let frame = ethernet(0x0800, &ipv4(17, &udp(4059, &message(2))));
    let whole = pcap(1, &[frame.clone(), frame.clone()]);
    let found = items(&whole[..whole.len() - 10]);
    assert!(found[0].is_ok());
    assert_eq!(found[1].as_ref().unwrap_err().kind, ProblemKind::BadCapture);
    let mut cut = pcap(1, &[frame[..60].to_vec()]);
    cut[24 + 12] = frame.len() as u8;
    let found = items(&cut);
    assert!(matches!(found[1].as_ref().unwrap_err().kind, ProblemKind::FrameCut { frame: 1, .. }));
}

#[test]
fn fragments_of_ip_are_told() {
    let mut packet = ipv4(17, &udp(4059, &message(2)));
    packet[6] = 0x20;
    let items = items(&pcap(1, &[ethernet(0x0800, &packet)]));
    assert_eq!(items[0].as_ref().unwrap_err().kind, ProblemKind::IpFragments { frames: 1 });
}

#[test]
fn damaged_captures_never_panic() {
    let zcl = transfer(&block(1, true, &message(2)));
    let frames = [
        zigbee(0x0704, &[1, 2], &zcl[..20]),
        zigbee(0x0704, &[2, 1], &zcl[20..]),
        zigbee(0x0709, &[], &[0x01, 5, 0x00, 1]),
    ];
    let ip = [
        ethernet(0x0800, &ipv4(17, &udp(4059, &message(2)))),
        ethernet(0x0800, &ipv4(6, &tcp(1, 0x18, &message(2)))),
    ];
    let mut state = 0x1234_5678_9ABC_DEF1_u64;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    };
    for file in [pcap(230, &frames), pcapng(195, &frames), pcap(1, &ip), pcapng(1, &ip)] {
        for _ in 0..3000 {
            let mut damaged = file.clone();
            for _ in 0..1 + random() % 6 {
                let at = random() % damaged.len();
                damaged[at] = random() as u8;
            }
            damaged.truncate(file.len() - random() % 40);
            assert!(read(Form::Pcap, damaged.as_slice(), "t").count() < 20);
        }
    }
}

use super::*;
use crate::error::ErrorKind;
use crate::span::BufferId;
use crate::{Kind, Value};

/// Decodes octets as a DER payload outside any message.
fn read(octets: &[u8]) -> (Tree, Payload) {
    let mut tree = Tree::default();
    let root = tree.open(crate::message::elements::CONTENT, Kind::Group);
    let content = Input::new(octets, BufferId::WIRE);
    let payload = decode(&mut tree, content, &Envelope::default());
    tree.opaque(crate::message::elements::UNDECODED, content.end());
    tree.close_all(root);
    (tree, payload)
}

fn assert_tiles(tree: &Tree, octets: &[u8]) {
    let mut at = 0;
    for node in tree.nodes().iter().filter(|node| !node.kind.is_container()) {
        assert_eq!(node.span().start, at, "{octets:02X?}");
        at = node.span().end;
    }
    assert_eq!(at as usize, octets.len(), "{octets:02X?}");
}

fn kinds(octets: &[u8]) -> Vec<Kind> {
    let (tree, _) = read(octets);
    assert_tiles(&tree, octets);
    assert!(tree.issues().is_empty(), "{:?}", tree.issues());
    tree.nodes().iter().skip(1).map(|node| node.kind).collect()
}

fn issues(octets: &[u8]) -> Vec<(ErrorKind, u32)> {
    let (tree, _) = read(octets);
    assert_tiles(&tree, octets);
    tree.issues().iter().map(|issue| (issue.kind, issue.span.start)).collect()
}

#[test]
fn every_universal_primitive() {
    use Kind as K;
    for (tag, content, kind) in [
        (0x01, &[0xFF][..], K::DerBoolean),
        (0x02, &[5], K::DerInteger),
        (0x03, &[7, 0x80], K::DerBitString),
        (0x04, &[1, 2], K::DerOctetString),
        (0x05, &[], K::DerNull),
        (0x06, &[0x55, 4, 3], K::DerObjectIdentifier),
        (0x09, &[0x40], K::DerPrimitive),
        (0x0A, &[1], K::DerEnumerated),
        (0x0C, b"a", K::DerString),
        (0x0D, &[1], K::DerPrimitive),
        (0x12, b"1", K::DerString),
        (0x13, b"a", K::DerString),
        (0x14, b"a", K::DerString),
        (0x16, b"a", K::DerString),
        (0x17, b"150101000000Z", K::DerUtcTime),
        (0x18, b"20150101000000Z", K::DerGeneralizedTime),
        (0x1A, b"a", K::DerString),
        (0x1B, b"a", K::DerString),
        (0x1C, &[0, 0, 0, 0x61], K::DerPrimitive),
        (0x1E, &[0, 0x61], K::DerPrimitive),
        (0x81, &[1], K::DerPrimitive),
        (0x41, &[1], K::DerPrimitive),
        (0xC1, &[1], K::DerPrimitive),
    ] {
        let octets = [&[tag, content.len() as u8], content].concat();
        assert_eq!(kinds(&octets), [kind], "tag {tag:02X}");
    }
}

#[test]
fn a_container_has_a_header_and_members() {
    let octets = [0x30, 0x05, 0xA1, 0x03, 0x02, 0x01, 0x07];
    assert_eq!(
        kinds(&octets),
        [Kind::DerSequence, Kind::Header, Kind::DerConstructed, Kind::Header, Kind::DerInteger]
    );
    let (tree, payload) = read(&octets);
    let root = payload.root.unwrap();
    let member = tree.members(root).next().unwrap();
    let number = tree.members(member).next().unwrap();
    assert_eq!(tree.value(number, &octets), Value::Signed(7));
}

#[test]
fn a_tag_of_several_octets() {
    let octets = [0x3F, 0x81, 0x01, 0x03, 0x5F, 0x1F, 0x00];
    assert_eq!(kinds(&octets), [Kind::DerConstructed, Kind::Header, Kind::DerPrimitive]);
    assert_eq!(read(&octets).0.nodes()[3].head(), 3);
}

#[test]
fn a_length_longer_than_need_be_is_read() {
    assert_eq!(
        kinds(&[0x30, 0x82, 0x00, 0x03, 0x02, 0x01, 0x07]),
        [Kind::DerSequence, Kind::Header, Kind::DerInteger]
    );
}

#[test]
fn the_indefinite_length_is_refused() {
    assert_eq!(issues(&[0x30, 0x80, 0x00, 0x00]), [(ErrorKind::LengthForm, 1)]);
}

#[test]
fn octets_behind_the_value_are_an_issue() {
    assert_eq!(issues(&[0x05, 0x00, 0x05, 0x00]), [(ErrorKind::LeftOver, 2)]);
    let (tree, _) = read(&[0x05, 0x00, 0x05]);
    assert_eq!(tree.nodes().last().unwrap().element, elements::LEFT_OVER_OCTETS);
}

#[test]
fn a_length_past_its_container_is_told_once_and_the_rest_read_on() {
    // The inner sequence says 9 octets, its container has 3 for it; what follows is read.
    let octets = [0x30, 0x08, 0x30, 0x09, 0x02, 0x01, 0x07, 0x02, 0x05, 0x01];
    assert_eq!(issues(&octets), [(ErrorKind::LengthReachesPastEnd, 2)]);
    let error = read(&octets).0.issues()[0];
    assert_eq!((error.needed, error.found), (Some(9), Some(6)));
    assert_eq!(error.limit_set_by.unwrap().span, crate::Span::wire(0, 2));
}

#[test]
fn a_broken_member_stops_its_container_only() {
    // Inside the inner sequence a tag without length; the integer behind it is read.
    let octets = [0x30, 0x06, 0x30, 0x01, 0x02, 0x02, 0x01, 0x07];
    assert_eq!(issues(&octets), [(ErrorKind::TooShort, 5)]);
    let (tree, _) = read(&octets);
    assert_eq!(tree.nodes().last().unwrap().kind, Kind::DerInteger);
}

#[test]
fn nesting_ends_at_the_cap() {
    let mut octets = vec![0x05, 0x00];
    for _ in 0..60 {
        octets.splice(0..0, [0x30, octets.len() as u8]);
    }
    let depth = u32::from(crate::limits::MAX_DEPTH);
    assert_eq!(issues(&octets), [(ErrorKind::Limit, 2 * depth)]);
    // As deep as is allowed.
    let allowed = &octets[2 * (60 - depth as usize)..];
    assert_eq!(issues(allowed), []);
}

#[test]
fn nothing_at_all_is_too_short() {
    assert_eq!(issues(&[]), [(ErrorKind::TooShort, 0)]);
}

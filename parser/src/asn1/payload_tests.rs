//! Payloads made by hand: what is shown of them, and what is told where they are wrong.
//!
//! `testdata` holds certificates and a certification request that were made for these tests, with
//! keys that were thrown away and names of no one: an issuing authority, an organisation and a
//! device under it.

use std::fmt::Write as _;

use super::{Certificate, defaults, mismatch};
use crate::message::EntityId;
use crate::{CraFlag, Kind, Message, NodeId};

const ISSUING_AUTHORITY: &str = include_str!("testdata/issuing_authority.hex");
const ORGANISATION: &str = include_str!("testdata/organisation.hex");
const DEVICE: &str = include_str!("testdata/device.hex");
const CERTIFICATION_REQUEST: &str = include_str!("testdata/certification_request.hex");

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.chars().filter_map(|c| c.to_digit(16)).map(|d| d as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

/// A value: tag, length in its shortest form, content.
fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let mut octets = vec![tag];
    match content.len() {
        length @ 0..=0x7F => octets.push(length as u8),
        length @ 0x80..=0xFF => octets.extend([0x81, length as u8]),
        length => octets.extend([0x82, (length >> 8) as u8, length as u8]),
    }
    octets.extend(content);
    octets
}

fn seq(parts: &[&[u8]]) -> Vec<u8> {
    tlv(0x30, parts)
}

/// A message without MAC that carries `content`.
fn message(flag: CraFlag, code: u16, content: &[u8]) -> Vec<u8> {
    let mut octets = vec![0xDF, 0x09, flag.octet(), 0, 0, 0, 0, 0, 0, 0x30, 0x39];
    octets
        .extend([0x08, 0x0A, 0x1B, 0x2C, 0, 0, 0, 2, 1, 0x08, 0x0A, 0x1B, 0x2C, 0, 0, 0, 0x0E, 1]);
    octets.extend([0x00, 0x02]);
    octets.extend(code.to_be_bytes());
    octets.extend([0x82, (content.len() >> 8) as u8, content.len() as u8]);
    octets.extend(content);
    octets.push(0x00);
    octets
}

/// The content of a message as lines: name, type, and text or octets.
fn show(octets: &[u8]) -> String {
    let message = Message::decode(octets);
    let tree = &message.tree;
    let content = message.content().unwrap();
    let depth = tree.ancestry(content).len();
    let mut out = String::new();
    for id in tree.descendants(content) {
        let node = tree.get(id).unwrap();
        let indent = 2 * (tree.ancestry(id).len() - depth - 1);
        let name = node.name();
        let type_name = node.kind.type_name(node.content_span().len());
        let _ = write!(out, "{:indent$}{name} {type_name}", "");
        if !node.kind.is_container() {
            let octets = tree.content(id, octets);
            let text = crate::text::of(tree, id, message.octets());
            match text.or_else(|| {
                (node.kind == Kind::DerString).then(|| String::from_utf8_lossy(octets).into_owned())
            }) {
                Some(text) => out.push_str(&format!(" = {text}")),
                None => octets.iter().for_each(|octet| {
                    let _ = write!(out, " {octet:02X}");
                }),
            }
        }
        out.push('\n');
    }
    for (node, field, value) in defaults(&message) {
        let _ = writeln!(out, "left out in {}: {field} = {value}", tree.path(node));
    }
    for issue in tree.issues() {
        let _ = writeln!(out, "issue: {issue}");
    }
    if let Some(mismatch) = mismatch(&message) {
        let path = tree.path(mismatch.node);
        let _ = writeln!(out, "mismatch at {path}: {} <> {}", mismatch.expected, mismatch.found);
    }
    out
}

const TIME: &[u8] = b"20260301120000Z";

fn cell(role: u8, usage: [u8; 2]) -> Vec<u8> {
    seq(&[&tlv(0x02, &[&[role]]), &tlv(0x03, &[&usage])])
}

fn cs02a_command() -> Vec<u8> {
    let cell = seq(&[&[0x02, 1, 2], &[0x03, 2, 3, 8], &[0x02, 1, 1]]);
    let roles = seq(&[&[0x02, 1, 2], &[0x02, 1, 3]]);
    message(CraFlag::Command, 0x0008, &seq(&[&cell, &roles]))
}

fn cs02a_response() -> Vec<u8> {
    let id = tlv(0x04, &[&[0x0A, 0x1B, 0x2C, 0, 0, 0, 2, 1]]);
    let key = tlv(0x04, &[&[0x41, 2, 3, 4, 5, 6, 7, 8]]);
    let contents = seq(&[&[0x03, 2, 7, 0x80], &id, &key]);
    let held = seq(&[&[0x02, 1, 2], &[0x0A, 1, 0], &[0x02, 2, 0x12, 0x34], &seq(&[&contents])]);
    let none = seq(&[&[0x02, 1, 5], &[0x0A, 1, 25]]);
    message(CraFlag::Response, 0x0008, &seq(&[&held, &none]))
}

fn cs02b_command() -> Vec<u8> {
    let floors = tlv(0xA5, &[&seq(&[&[0x02, 1, 0], &[0x02, 1, 9]])]);
    let control = seq(&[
        &[0x02, 1, 7],
        &tlv(0x80, &[&[0xAB; 16]]),
        &[0x81, 1, 1],
        &tlv(0xA2, &[&[0x02, 1, 5], &[0x03, 2, 7, 0x80]]),
        &[0x83, 2, 0x12, 0x34],
        &[0x84, 1, 0],
        &floors,
    ]);
    let replacement = seq(&[&hex(ORGANISATION), &cell(2, [3, 8])]);
    let path = seq(&[&hex(ISSUING_AUTHORITY)]);
    let content = seq(&[&control, &seq(&[&replacement]), &path, &tlv(0x18, &[TIME])]);
    message(CraFlag::Command, 0x0107, &content)
}

fn execution_outcome() -> Vec<u8> {
    let floors = seq(&[&seq(&[&[0x02, 1, 0], &[0x02, 1, 9]])]);
    let changes = seq(&[&seq(&[&[0x02, 1, 2], &[0x02, 1, 0], &floors])]);
    let id = tlv(0x04, &[&[0x0A, 0x1B, 0x2C, 0, 0, 0, 2, 1]]);
    let key = tlv(0x04, &[&[0x41, 2, 3, 4, 5, 6, 7, 8]]);
    let outcome = seq(&[&cell(2, [7, 0x80]), &[0x0A, 1, 5], &id, &key, &id, &key]);
    seq(&[&[0x02, 2, 0x12, 0x34], &[0x02, 1, 7], &changes, &seq(&[&outcome])])
}

fn cs02b_response() -> Vec<u8> {
    message(CraFlag::Response, 0x0107, &seq(&[&[0x05, 0], &execution_outcome()]))
}

fn cs02b_alert() -> Vec<u8> {
    let content = seq(&[&[0x02, 3, 0, 0x8F, 0x67], &tlv(0x18, &[TIME]), &execution_outcome()]);
    message(CraFlag::Alert, 0x00CB, &content)
}

fn cs02c_response() -> Vec<u8> {
    message(CraFlag::Response, 0x000A, &hex(CERTIFICATION_REQUEST))
}

fn cs02d_command() -> Vec<u8> {
    message(CraFlag::Command, 0x000B, &hex(DEVICE))
}

fn cs03_command() -> Vec<u8> {
    let id = tlv(0x04, &[&[0x0A, 0x1B, 0x2C, 0, 0, 0, 0x0E, 2]]);
    message(CraFlag::Command, 0x000D, &seq(&[&[0x02, 1, 0], &id, &[0x02, 1, 5]]))
}

fn cs03_response() -> Vec<u8> {
    message(CraFlag::Response, 0x000D, &[0x02, 1, 4])
}

fn cs06_command() -> Vec<u8> {
    let content = seq(&[
        &tlv(0x04, &[&[0x5A; 32]]),
        &[0x02, 2, 0x12, 0x34],
        &tlv(0x18, &[b"99991231235959Z"]),
    ]);
    message(CraFlag::Command, 0x0012, &content)
}

fn cs06_response() -> Vec<u8> {
    let content = seq(&[&[0x02, 1, 2], &[0x04, 4, 1, 2, 3, 4]]);
    message(CraFlag::Response, 0x0012, &content)
}

fn cs06_alert() -> Vec<u8> {
    let outcome = seq(&[&[0x02, 1, 0], &[0x04, 4, 1, 2, 3, 4]]);
    let content =
        seq(&[&[0x02, 3, 0, 0x8F, 0x66], &tlv(0x18, &[TIME]), &[0x02, 2, 0x12, 0x34], &outcome]);
    message(CraFlag::Alert, 0x00CA, &content)
}

fn gcs28_command() -> Vec<u8> {
    let content = seq(&[&tlv(0x18, &[TIME]), &tlv(0x18, &[b"20260301120500Z"])]);
    message(CraFlag::Command, 0x007F, &content)
}

fn gcs28_response() -> Vec<u8> {
    message(CraFlag::Response, 0x007F, &seq(&[&tlv(0x18, &[TIME]), &[0x02, 1, 2]]))
}

fn gcs62_alert() -> Vec<u8> {
    let entry = seq(&[&tlv(0x04, &[&[0x0A, 0x1B, 0x2C, 0, 0, 0, 0x0E, 2]]), &[0x02, 1, 5]]);
    let content = seq(&[&[0x02, 3, 0, 0x80, 0x71], &tlv(0x18, &[TIME]), &seq(&[&entry, &entry])]);
    message(CraFlag::Alert, 0x00B2, &content)
}

/// All of the above, with the names of their snapshots.
fn all() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("cs02a_command", cs02a_command()),
        ("cs02a_response", cs02a_response()),
        ("cs02b_command", cs02b_command()),
        ("cs02b_response", cs02b_response()),
        ("cs02b_alert", cs02b_alert()),
        ("cs02c_response", cs02c_response()),
        ("cs02d_command", cs02d_command()),
        ("cs03_command", cs03_command()),
        ("cs03_response", cs03_response()),
        ("cs06_command", cs06_command()),
        ("cs06_response", cs06_response()),
        ("cs06_alert", cs06_alert()),
        ("gcs28_command", gcs28_command()),
        ("gcs28_response", gcs28_response()),
        ("gcs62_alert", gcs62_alert()),
    ]
}

#[test]
#[cfg_attr(miri, ignore = "reads files")]
fn payloads_are_shown_with_their_names() {
    for (name, octets) in all() {
        insta::assert_snapshot!(name, show(&octets));
    }
}

#[test]
fn the_payloads_have_their_structure() {
    for (name, octets) in all() {
        let message = Message::decode(&octets);
        assert!(message.is_complete(), "{name}: {:?}", message.tree.issues());
        assert_eq!(mismatch(&message), None, "{name}");
    }
}

/// Reads everything that can be asked of a message, and checks that the leaves tile it.
fn ask(octets: &[u8]) {
    let message = Message::decode(octets);
    let mut at = 0;
    for (n, node) in message.tree.nodes().iter().enumerate() {
        if !node.kind.is_container() {
            assert_eq!(node.span().start, at);
            at = node.span().end;
        } else if node.element == super::elements::CERTIFICATE {
            let _ = Certificate::of(&message.tree, NodeId(n as u32), octets);
        }
    }
    assert_eq!(at as usize, octets.len());
    let _ = mismatch(&message);
    assert!(defaults(&message).count() <= octets.len());
}

#[test]
#[cfg_attr(miri, ignore = "takes minutes")]
fn every_prefix_can_be_asked() {
    for (_, octets) in all() {
        for end in 0..octets.len() {
            ask(&octets[..end]);
        }
    }
}

#[test]
#[cfg_attr(miri, ignore = "takes minutes")]
fn every_change_of_one_octet_can_be_asked() {
    for (_, mut octets) in all() {
        for at in 0..octets.len() {
            let was = octets[at];
            for other in [0, 1, 0x7F, 0x80, 0x84, 0xFF, was ^ 0x01, was ^ 0x20, was ^ 0x80] {
                octets[at] = other;
                ask(&octets);
            }
            octets[at] = was;
        }
    }
}

fn id(text: &str) -> Option<EntityId> {
    Some(text.parse().unwrap())
}

#[test]
fn the_certificate_of_an_organisation() {
    let octets = hex(ORGANISATION);
    let certificate = Certificate::parse(&octets).unwrap();
    assert_eq!(certificate.entity_id, id("0A-1B-2C-00-00-00-02-01"));
    assert_eq!(certificate.role.map(|role| role.name()), Some("Supplier"));
    assert_eq!(certificate.common_name, None);
    assert_eq!(certificate.issuer_common_name, Some(&b"Q2"[..]));
    assert_eq!(certificate.serial[..2], [0x13, 0x65]);
    let usage = certificate.key_usage.unwrap();
    assert!(usage.key_agreement() && !usage.digital_signature() && !usage.key_cert_sign());
    assert_eq!(certificate.not_before.unwrap().to_string(), "2021-03-01T00:00:00.000Z");
    assert_eq!(certificate.not_after.unwrap().to_string(), "2031-03-01T00:00:00.000Z");
    assert_eq!(certificate.public_key.unwrap()[0], 0x04);
    assert_eq!(certificate.curve, Some(&[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07][..]));
    assert_eq!(certificate.signature.unwrap()[0], 0x30);
    assert_eq!(certificate.tbs.of(&octets)[..2], [0x30, 0x82]);
    assert_eq!(certificate.tbs.start, 4);
}

#[test]
fn the_certificate_of_a_device() {
    let octets = hex(DEVICE);
    let certificate = Certificate::parse(&octets).unwrap();
    assert_eq!(certificate.entity_id, id("0A-1B-2C-00-00-00-0E-01"));
    assert_eq!(certificate.role, None);
    assert_eq!(certificate.issuer_common_name, Some(&b"D2"[..]));
    assert!(certificate.key_usage.unwrap().digital_signature());
    assert_eq!(certificate.not_after, Some(crate::record::Time(253_402_300_799_000)));
}

#[test]
fn the_certificate_of_an_issuing_authority() {
    let octets = hex(ISSUING_AUTHORITY);
    let certificate = Certificate::parse(&octets).unwrap();
    assert_eq!(certificate.entity_id, None);
    assert_eq!(certificate.role.map(|role| role.name()), Some("Issuing Authority"));
    assert_eq!(certificate.common_name, Some(&b"Q2"[..]));
    let usage = certificate.key_usage.unwrap();
    assert!(usage.key_cert_sign() && usage.crl_sign());
    assert_eq!(usage.bits(), 0b110_0000);
    let organisation = hex(ORGANISATION);
    let below = Certificate::parse(&organisation).unwrap();
    assert_eq!(below.authority_key_id, certificate.subject_key_id);
}

#[test]
fn a_certificate_inside_a_message_is_the_same() {
    let octets = cs02d_command();
    let message = Message::decode(&octets);
    let crate::Payload::Asn1(payload) = message.payload else { panic!("not DER") };
    let inside = Certificate::of(&message.tree, payload.root.unwrap(), &octets);
    assert_eq!(inside, Certificate::parse(&hex(DEVICE)));
}

#[test]
fn what_is_no_certificate_is_an_error() {
    use crate::error::ErrorKind as K;
    let kind = |octets: &[u8]| Certificate::parse(octets).unwrap_err().kind;
    assert_eq!(kind(&[]), K::TooShort);
    assert_eq!(kind(&[0x05, 0x00]), K::BadValue);
    assert_eq!(kind(&[0x30, 0x02, 0x30, 0x00]), K::BadValue);
    assert_eq!(kind(&hex(DEVICE)[..100]), K::LengthReachesPastEnd);
    assert_eq!(kind(&[hex(DEVICE), vec![0]].concat()), K::LeftOver);
}

/// The mismatch of a payload: path, expected, found.
fn told(flag: CraFlag, code: u16, content: &[u8]) -> String {
    let octets = message(flag, code, content);
    let message = Message::decode(&octets);
    match mismatch(&message) {
        None => "none".to_owned(),
        Some(told) => {
            let path = message.tree.path(told.node);
            let path = path.strip_prefix("content/").unwrap_or(&path).to_owned();
            format!("{path} | {} | {}", told.expected, told.found)
        }
    }
}

#[test]
fn a_field_that_is_missing_at_the_end() {
    assert_eq!(
        told(CraFlag::Command, 0x007F, &seq(&[&tlv(0x18, &[TIME])])),
        "set-time-command | validity-interval-end: GeneralizedTime (0x18) | the end of \
         set-time-command"
    );
}

#[test]
fn a_field_that_is_missing_in_between() {
    let entry = seq(&[&[0x02, 1, 2], &[0x02, 1, 7]]);
    assert_eq!(
        told(CraFlag::Response, 0x0008, &seq(&[&entry])),
        "provide-security-credential-details-response/remote-party-details[0]/current-seq-number \
         | status-code: ENUMERATED (0x0A) | INTEGER (0x02)"
    );
}

#[test]
fn a_field_of_another_tag() {
    let content = seq(&[&tlv(0x18, &[TIME]), &tlv(0x17, &[b"260301120500Z"])]);
    assert_eq!(
        told(CraFlag::Command, 0x007F, &content),
        "set-time-command/validity-interval-end | validity-interval-end: GeneralizedTime (0x18) | \
         UTCTime (0x17)"
    );
}

#[test]
fn a_field_too_many() {
    let content = seq(&[&tlv(0x18, &[TIME]), &[0x02, 1, 0], &[0x02, 1, 0]]);
    assert_eq!(
        told(CraFlag::Response, 0x007F, &content),
        "set-time-response/value | the end of set-time-response | INTEGER (0x02)"
    );
}

#[test]
fn none_of_a_choice() {
    assert_eq!(
        told(CraFlag::Response, 0x0012, &[0x02, 1, 0]),
        "value | command-accepted: NULL (0x05) or execution-outcome: SEQUENCE (0x30) | INTEGER \
         (0x02)"
    );
}

#[test]
fn each_of_a_choice() {
    assert_eq!(told(CraFlag::Response, 0x0012, &[0x05, 0]), "none");
    assert_eq!(told(CraFlag::Response, 0x000C, &[0x02, 1, 1]), "none");
    assert_eq!(told(CraFlag::Response, 0x000C, &hex(DEVICE)), "none");
    assert_eq!(told(CraFlag::Response, 0x000A, &[0x02, 1, 1]), "none");
}

#[test]
fn an_enumeration_of_two_octets() {
    assert_eq!(
        told(CraFlag::Response, 0x000D, &[0x02, 2, 0, 0]),
        "join-response-code | join-response-code: INTEGER of one octet | 2 octets"
    );
}

#[test]
fn a_bit_string_with_too_many_unused_bits() {
    assert_eq!(
        told(CraFlag::Command, 0x000A, &seq(&[&[0x03, 2, 8, 0x80]])),
        "issue-security-credentials-command/key-usage | key-usage: BIT STRING of a number of \
         unused bits, 0 to 7, and octets | 2 octets"
    );
}

#[test]
fn a_list_with_another_element() {
    let cell = cell(2, [7, 0x80]);
    let content = seq(&[&cell, &seq(&[&[0x02, 1, 2], &[0x0A, 1, 3]])]);
    assert_eq!(
        told(CraFlag::Command, 0x0008, &content),
        "provide-security-credential-details-command/remote-party-roles-credentials-required/\
         remote-party-role[1] | remote-party-role: INTEGER (0x02) | ENUMERATED (0x0A)"
    );
}

#[test]
fn octets_that_cannot_be_read() {
    let content = [0x30, 4, 0x18, 0x82, 0x01, 0x00];
    assert_eq!(
        told(CraFlag::Command, 0x007F, &content),
        "set-time-command/validity-interval-start | validity-interval-start: GeneralizedTime \
         (0x18) | octets that cannot be read"
    );
}

#[test]
fn a_length_that_reaches_past_the_end() {
    let mut content = seq(&[&tlv(0x18, &[TIME]), &[0x02, 1, 0]]);
    content[1] += 3;
    let told = told(CraFlag::Response, 0x007F, &content);
    assert_eq!(
        told,
        "set-time-response | values that can be read | set-time-response at octet 36 reaches past \
         the end of its container: needed 23, found 20 (limit set by content-length at octet 33)"
    );
}

#[test]
fn a_fault_of_the_signature_is_no_mismatch() {
    let mut octets = gcs28_response();
    octets.pop();
    let message = Message::decode(&octets);
    assert!(!message.is_complete());
    assert_eq!(mismatch(&message), None);
}

#[test]
fn octets_behind_the_value() {
    let content = [tlv(0x05, &[]), vec![0x05, 0]].concat();
    assert_eq!(
        told(CraFlag::Command, 0x0013, &content),
        "left-over-octets | the end of the content | octets that cannot be read"
    );
}

#[test]
fn a_length_longer_than_need_be_is_no_mismatch() {
    assert_eq!(told(CraFlag::Response, 0x000D, &[0x02, 0x82, 0, 1, 4]), "none");
}

#[test]
fn a_message_code_without_structure_is_no_mismatch() {
    assert_eq!(told(CraFlag::Alert, 0x000D, &[0x02, 1, 4]), "none");
}

#[test]
fn a_default_that_is_sent_is_no_default_left_out() {
    let octets = cs02a_command();
    assert_eq!(defaults(&Message::decode(&octets)).count(), 0);
}

#[test]
#[cfg_attr(miri, ignore = "takes minutes")]
fn no_tag_of_a_field_can_be_changed_unnoticed() {
    use super::elements as e;
    // What these hold depends on an object identifier, so that anything may stand there.
    let open = [e::EXTENSION_VALUE, e::ATTRIBUTE, e::PARAMETERS, e::NAMED_CURVE];
    let mut changed = 0;
    for (name, octets) in all() {
        let message = Message::decode(&octets);
        let content = message.content().unwrap();
        for id in message.tree.descendants(content) {
            let node = message.tree.get(id).unwrap();
            let is_open = |id: &NodeId| open.contains(&message.tree.get(*id).unwrap().element);
            if node.kind == Kind::Header || message.tree.ancestry(id).iter().any(is_open) {
                continue;
            }
            let mut other = octets.clone();
            let at = node.span().start as usize;
            other[at] ^= 0x40;
            let told = mismatch(&Message::decode(&other));
            assert!(told.is_some(), "{name}: {}", message.tree.path(id));
            changed += 1;
        }
    }
    assert!(changed > 100, "{changed}");
}

#[test]
#[cfg_attr(miri, ignore = "takes minutes")]
fn any_content_can_be_asked() {
    // A linear congruential generator, so that every run reads the same.
    let mut state = 1u64;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as u8
    };
    // Octets of which values are often made.
    let usual = [0x30, 0x31, 0x02, 0x03, 0x04, 0x06, 0xA0, 0xA3, 0x80, 0x82, 0x00, 0x01, 0x0A];
    for (_, octets) in all() {
        let message = Message::decode(&octets);
        let flag = message.envelope.cra().unwrap();
        let code = message.envelope.message_code().unwrap();
        for _ in 0..300 {
            let content: Vec<u8> = (0..next() % 64)
                .map(|_| match next() {
                    octet @ 0..=0x3F => octet,
                    octet => usual[usize::from(octet) % usual.len()],
                })
                .collect();
            ask(&self::message(flag, code, &content));
        }
    }
}

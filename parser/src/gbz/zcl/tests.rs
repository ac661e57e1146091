//! Tests of the tables and of reading by them.

use super::table::{Cluster, Count, Step};
use super::*;
use crate::error::ErrorKind;
use crate::gbz::tests::{assert_tiles, message, one_component, payload as payload_of};
use crate::message::Message;

fn check_steps(steps: &[Step]) {
    for (at, step) in steps.iter().enumerate() {
        let last = at + 1 == steps.len();
        match step {
            Step::Value { octets, keep, .. } => {
                assert!(*octets > 0 && keep.is_none_or(|register| register < 4));
            }
            // What repeats to the end must be last, or the rest is never reached.
            Step::Each { octets, count, .. } => {
                assert!(*octets > 0 && (last || !matches!(count, Count::All)));
            }
            Step::Repeat { count, steps, .. } => {
                assert!(last || !matches!(count, Count::All));
                check_steps(steps);
            }
            Step::When { steps, values, .. } => {
                assert!(!values.is_empty() && !steps.is_empty());
                check_steps(steps);
            }
            Step::Rest { .. } => assert!(last),
            _ => {}
        }
    }
}

#[test]
fn rows_are_sorted_and_sound() {
    let clusters = generated::clusters::CLUSTERS;
    assert!(clusters.len() > 8);
    for Cluster { commands, sides, .. } in clusters {
        assert!(commands.is_sorted_by_key(|row| (row.to_client, row.id)));
        for row in *commands {
            check_steps(row.steps);
        }
        for side in sides {
            assert!(side.attributes.is_sorted_by(|a, b| a.id < b.id));
            assert!(side.attributes.iter().all(|a| types::layout(a.data_type).is_some()));
        }
    }
}

#[test]
fn attributes_are_found_by_cluster_and_side() {
    let name = |cluster, client, id| attribute(cluster, client, id).map(|a| a.element.name());
    assert_eq!(name(0x0702, false, 0), Some("CurrentSummationDelivered"));
    assert_eq!(name(0x0702, true, 0), Some("FunctionalNotificationFlags"));
    assert_eq!(name(0x0700, false, 0x0431), Some("Tier3Block2Price"));
    assert_eq!(name(0x0700, false, 0xFFFD), Some("ClusterRevision"));
    assert_eq!(name(0x0702, false, 0x7777), None);
}

#[test]
fn commands_are_found_by_direction() {
    assert_eq!(command_name(0x0700, 0x01, 0x00), Some("get-current-price"));
    assert_eq!(command_name(0x0700, 0x19, 0x00), Some("publish-price"));
    assert_eq!(command_name(0x0700, 0x18, 0x01), Some("read-attributes-response"));
    assert_eq!(command_name(0x0700, 0x1D, 0x00), None);
}

/// The leaves of the only component's ZCL payload, `name = octets`, and the issues.
fn read(cluster: u16, frame_control: u8, command: u8, zcl: &[u8]) -> (Vec<String>, Vec<ErrorKind>) {
    let octets = one_component(cluster, frame_control, command, zcl);
    let message = Message::decode(&octets);
    assert_tiles(&message);
    let component = payload_of(&message).components(&message).first().unwrap();
    let leaves = message.tree.descendants(component.payload.unwrap());
    let leaves = leaves
        .filter(|id| message.tree.get(*id).is_some_and(|node| !node.kind.is_container()))
        .map(|id| {
            let name = message.tree.get(id).map(|node| node.name()).unwrap();
            let hex: String =
                message.tree.octets(id, &octets).iter().map(|o| format!("{o:02X}")).collect();
            format!("{name}={hex}")
        })
        .collect();
    (leaves, message.tree.issues().iter().map(|issue| issue.kind).collect())
}

/// The value of the only attribute of a Read Attributes Response, and the kind of its leaf.
fn value_of(typed: &[u8]) -> (String, Kind) {
    let mut zcl = vec![0x77, 0x77, 0x00];
    zcl.extend(typed);
    let octets = one_component(0x0702, 0x18, 0x01, &zcl);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues(), [], "{typed:02X?}");
    let component = payload_of(&message).components(&message).first().unwrap();
    let value = component.attributes(&message).next().unwrap().value.unwrap();
    let kind = message.tree.get(value).unwrap().kind;
    (format!("{:?}", message.tree.value(value, &octets)), kind)
}

#[test]
fn values_of_every_fixed_type() {
    assert_eq!(value_of(&[0x00]), ("Null".into(), Kind::ZclNoData));
    assert_eq!(value_of(&[0xFF]), ("Null".into(), Kind::ZclNoData));
    assert_eq!(value_of(&[0x09, 1, 2]), ("Octets([1, 2])".into(), Kind::ZclData));
    assert_eq!(value_of(&[0x10, 1]), ("Bool(true)".into(), Kind::ZclBoolean));
    assert_eq!(value_of(&[0x19, 1, 2]), ("Unsigned(513)".into(), Kind::ZclBitmap));
    assert_eq!(value_of(&[0x20, 7]), ("Unsigned(7)".into(), Kind::ZclUnsigned));
    assert_eq!(
        value_of(&[0x27, 1, 0, 0, 0, 0, 0, 0, 1]),
        ("Unsigned(72057594037927937)".into(), Kind::ZclUnsigned)
    );
    assert_eq!(value_of(&[0x2A, 0xFE, 0xFF, 0xFF]), ("Signed(-2)".into(), Kind::ZclSigned));
    assert_eq!(value_of(&[0x31, 2, 1]), ("Unsigned(258)".into(), Kind::ZclEnum));
    assert_eq!(value_of(&[0x38, 0x00, 0x3C]), ("Float(1.0)".into(), Kind::ZclFloat));
    assert_eq!(value_of(&[0x39, 0, 0, 0x80, 0x3F]), ("Float(1.0)".into(), Kind::ZclFloat));
    assert_eq!(value_of(&[0x3A, 0, 0, 0, 0, 0, 0, 0, 0x40]), ("Float(2.0)".into(), Kind::ZclFloat));
    assert_eq!(value_of(&[0xE0, 1, 2, 3, 4]).1, Kind::ZclTimeOfDay);
    assert_eq!(value_of(&[0xE1, 1, 2, 3, 4]).1, Kind::ZclDate);
    assert_eq!(value_of(&[0xE2, 1, 0, 0, 0]), ("Unsigned(1)".into(), Kind::ZclUtcTime));
    assert_eq!(value_of(&[0xE8, 2, 7]), ("Unsigned(1794)".into(), Kind::ZclClusterId));
    assert_eq!(value_of(&[0xF0, 1, 2, 3, 4, 5, 6, 7, 8]).1, Kind::ZclIeeeAddress);
    assert_eq!(value_of(&[&[0xF1][..], &[9; 16]].concat()).1, Kind::ZclKey);
}

#[test]
fn strings_short_long_and_without_value() {
    assert_eq!(value_of(&[0x41, 2, 8, 9]), ("Octets([8, 9])".into(), Kind::ZclOctetString));
    assert_eq!(value_of(&[0x42, 2, b'o', b'k']).0, "Text(\"ok\")");
    assert_eq!(value_of(&[0x44, 2, 0, b'o', b'k']).0, "Text(\"ok\")");
    assert_eq!(value_of(&[0x43, 1, 0, 7]).0, "Octets([7])");
    assert_eq!(value_of(&[0x41, 0xFF]).0, "Octets([])");
    assert_eq!(value_of(&[0x44, 0xFF, 0xFF]).0, "Text(\"\")");
}

#[test]
fn collections_hold_numbered_elements() {
    let response = |typed: &[u8]| read(0x0702, 0x18, 0x01, &[&[0x77, 0x77, 0], typed].concat());
    let (leaves, issues) = response(&[0x48, 0x21, 2, 0, 1, 0, 2, 0]);
    assert_eq!(leaves[2..], ["header=48210200", "element[0]=0100", "element[1]=0200"]);
    assert_eq!(issues, []);
    let (leaves, issues) = response(&[0x4C, 2, 0, 0x20, 5, 0x42, 1, b'a']);
    assert_eq!(leaves[2..], ["header=4C0200", "element[0]=2005", "element[1]=420161"]);
    assert_eq!(issues, []);
    // An array of arrays, and a set without value.
    let (leaves, issues) = response(&[0x48, 0x48, 1, 0, 0x20, 1, 0, 9]);
    assert_eq!(leaves[2..], ["header=48480100", "header=200100", "element[0]=09"]);
    assert_eq!(issues, []);
    let (leaves, issues) = response(&[0x50, 0x20, 0xFF, 0xFF]);
    assert_eq!((&leaves[2..], issues), (&["header=5020FFFF".to_owned()][..], vec![]));
    // Elements that have no octets are not listed.
    let (leaves, issues) = response(&[0x51, 0x00, 0xFE, 0xFF]);
    assert_eq!((leaves.len(), issues), (3, vec![]));
}

#[test]
fn collections_are_not_followed_without_end() {
    let nested = [0x4C, 1, 0].repeat(200);
    let (_, issues) = read(0x0702, 0x18, 0x01, &[&[0x77, 0x77, 0], &nested[..]].concat());
    assert_eq!(issues, [ErrorKind::Limit]);
}

#[test]
fn a_type_that_does_not_exist_stops_the_payload() {
    let (leaves, issues) = read(0x0702, 0x18, 0x01, &[0x00, 0x03, 0, 0x47, 1, 2, 3]);
    assert_eq!(leaves.last().map(String::as_str), Some("undecoded=47010203"));
    assert_eq!(issues, [ErrorKind::UnexpectedOctet]);
}

#[test]
fn a_string_longer_than_the_component_is_said() {
    let (leaves, issues) = read(0x0702, 0x18, 0x01, &[0x07, 0x03, 0, 0x41, 9, 1]);
    assert_eq!(leaves.last().map(String::as_str), Some("undecoded=410901"));
    assert_eq!(issues, [ErrorKind::LengthReachesPastEnd]);
}

#[test]
fn attribute_records_have_names_and_status() {
    let zcl = [0x01, 0x03, 0x00, 0x22, 1, 0, 0, 0x02, 0x03, 0xC0];
    let octets = one_component(0x0702, 0x18, 0x01, &zcl);
    let message = Message::decode(&octets);
    let component = payload_of(&message).components(&message).first().unwrap();
    let records: Vec<_> = component.attributes(&message).collect();
    assert_eq!(records.len(), 2);
    assert_eq!((records[0].id.value, records[0].status.map(|s| s.value)), (0x0301, Some(0)));
    let value = records[0].value.unwrap();
    assert_eq!(message.tree.get(value).unwrap().element.name(), "Multiplier");
    assert_eq!(message.tree.unsigned(value, &octets), Some(1));
    assert_eq!(crate::text::of(&message.tree, records[0].id.node, &octets).unwrap(), "Multiplier");
    assert_eq!((records[1].status.map(|s| s.value), records[1].value), (Some(0xC0), None));
}

#[test]
fn requests_name_attributes_of_the_side_that_has_them() {
    let (leaves, issues) = read(0x0702, 0x00, 0x00, &[0x00, 0x00, 0x01, 0x03]);
    assert_eq!(leaves, ["attribute-identifier[0]=0000", "attribute-identifier[1]=0103"]);
    assert_eq!(issues, []);
    let name = |frame_control, command| {
        let octets = one_component(0x0702, frame_control, command, &[0, 0]);
        let message = Message::decode(&octets);
        let component = payload_of(&message).components(&message).first().unwrap();
        let id = component.attributes(&message).next().unwrap().id.node;
        crate::text::of(&message.tree, id, &octets)
    };
    assert_eq!(name(0x00, 0x00).as_deref(), Some("CurrentSummationDelivered"));
    assert_eq!(name(0x08, 0x00).as_deref(), Some("FunctionalNotificationFlags"));
}

/// The eleven fields that a Publish Price must have, with a rate label of two octets.
const PRICE: &[u8] = &[
    1, 0, 0, 0, 2, b'A', b'B', 2, 0, 0, 0, 3, 0, 0, 0, 0x01, 0x3A, 0x03, 0x51, 0x41, 0, 0, 0, 0,
    0xFF, 0xFF, 4, 0, 0, 0,
];

#[test]
fn a_price_may_have_more_fields() {
    let (leaves, issues) = read(0x0700, 0x19, 0x00, PRICE);
    assert_eq!((leaves.len(), issues), (11, vec![]));
    assert_eq!(leaves[1], "rate-label=024142");
    let longer = [PRICE, &[0; 19]].concat();
    let (leaves, issues) = read(0x0700, 0x19, 0x00, &longer);
    assert_eq!((leaves.len(), issues), (24, vec![]));
    let (_, issues) = read(0x0700, 0x19, 0x00, &[PRICE, &[0; 20]].concat());
    assert_eq!(issues, [ErrorKind::LeftOver]);
    let (_, issues) = read(0x0700, 0x19, 0x00, &[PRICE, &[0; 3]].concat());
    assert_eq!(issues, [ErrorKind::TooShort]);
    let (_, issues) = read(0x0700, 0x19, 0x00, &PRICE[..20]);
    assert_eq!(issues, [ErrorKind::TooShort]);
}

#[test]
fn block_thresholds_count_by_the_low_half_of_an_octet() {
    let head = [0; 16];
    let entries = [0, 1, 0x01, 0x12, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0x20];
    let (leaves, issues) = read(0x0700, 0x09, 0x06, &[&head[..], &entries[..]].concat());
    assert_eq!(issues, []);
    assert_eq!(
        leaves[7..],
        [
            "tier-and-number-of-block-thresholds=12",
            "block-threshold[0]=010000000000",
            "block-threshold[1]=020000000000",
            "tier-and-number-of-block-thresholds=20",
        ]
    );
}

#[test]
fn fewer_samples_than_stated_are_kept() {
    let head = [2, 0, 9, 0, 0, 0, 0, 0x08, 0x07, 3, 0];
    let (leaves, issues) = read(0x0702, 0x09, 0x07, &[&head[..], &[1, 0, 0, 2, 0, 0]].concat());
    assert_eq!(leaves[5..], ["sample[0]=010000", "sample[1]=020000"]);
    assert_eq!(issues, [ErrorKind::TooShort]);
    let (_, issues) = read(0x0702, 0x09, 0x07, &[&head[..], &[0; 12]].concat());
    assert_eq!(issues, [ErrorKind::LeftOver]);
}

#[test]
fn a_snapshot_is_read_by_its_payload_type() {
    let head = |payload_type| [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 2, 0, 0, 0, payload_type].to_vec();
    let mut zcl = head(6);
    zcl.extend([5, 0, 0, 0, 0, 0, 1, 6, 0, 0, 0, 0, 0, 0x11, 7, 0, 0, 0, 0, 0]);
    let (leaves, issues) = read(0x0702, 0x09, 0x06, &zcl);
    assert_eq!(issues, []);
    assert_eq!(
        leaves[7..],
        [
            "current-summation-delivered=050000000000",
            "number-of-tiers-in-use=01",
            "tier-summation[0]=060000000000",
            "number-of-tiers-and-block-thresholds-in-use=11",
            "tier-block-summation[0]=070000000000",
        ]
    );
    let (leaves, issues) = read(0x0702, 0x09, 0x06, &[head(0x80), vec![1, 2]].concat());
    assert_eq!((leaves.last().unwrap().as_str(), issues), ("snapshot-sub-payload=0102", vec![]));
    let (leaves, issues) = read(0x0702, 0x09, 0x06, &head(0x80));
    assert_eq!((leaves.len(), issues), (7, vec![]));
}

#[test]
fn what_is_not_known_is_kept_as_octets() {
    for (cluster, frame_control, command) in
        [(0x0702, 0x09, 0x7F), (0xFC00, 0x09, 0x00), (0x0702, 0x03, 0x00), (0x0702, 0x18, 0x77)]
    {
        let (leaves, issues) = read(cluster, frame_control, command, &[1, 2, 3]);
        assert_eq!((leaves, issues), (vec!["payload=010203".to_owned()], vec![]));
    }
    // A manufacturer's command and attributes are not the cluster's own.
    let (leaves, _) = read(0x0702, 0x0D, 0x06, &[0x34, 0x12, 0x00, 0x01]);
    assert_eq!(leaves, ["payload=0001"]);
}

#[test]
fn a_single_success_may_answer_a_write() {
    let (leaves, issues) = read(0x0702, 0x18, 0x04, &[0x00]);
    assert_eq!((leaves, issues), (vec!["status=00".to_owned()], vec![]));
}

#[test]
fn reporting_carries_a_change_only_for_numbers() {
    let number = [0, 0, 0, 0x25, 1, 0, 2, 0, 1, 0, 0, 0, 0, 0];
    let (leaves, issues) = read(0x0702, 0x00, 0x06, &number);
    assert_eq!((leaves.len(), issues), (6, vec![]));
    let bits = [0, 0, 2, 0x18, 1, 0, 2, 0, 1, 0, 2, 10, 0];
    let (leaves, issues) = read(0x0702, 0x00, 0x06, &bits);
    assert_eq!((leaves.len(), issues), (8, vec![]));
}

#[test]
fn a_plaintext_is_the_payload_of_its_component() {
    let mut content = vec![1, 9, 1, 3, 7, 2, 0, 0x1C, 0, 0, 0x18, 0, 1, 0, 0x15, 0x31, 0, 0, 0, 0];
    content.extend([0xAA; 4]);
    content.extend([0xBB; 12]);
    content[7] = content.len() as u8 - 8;
    let octets = message(2, 0x0074, &content);
    let mut message = Message::decode(&octets);
    let component = payload_of(&message).components(&message)[0];
    let plaintext = vec![0x00, 0x03, 0x00, 0x30, 0x01];
    let buffer = message.tree.begin_plaintext().unwrap();
    let root = crate::gbz::decode_plaintext(
        &mut message.tree,
        Input::new(&plaintext, buffer),
        component.cluster.unwrap().value,
        component.frame_control.unwrap().value,
        component.command.unwrap().value,
    );
    message.tree.end_plaintext(component.ciphertext.unwrap(), root, plaintext);
    assert_eq!(message.tree.issues(), []);
    let component = payload_of(&message).components(&message).first().unwrap();
    assert_eq!(component.payload, Some(root));
    let record = component.attributes(&message).next().unwrap();
    let value = record.value.unwrap();
    assert_eq!(message.tree.path(value), "attribute[0]/UnitOfMeasure");
    assert_eq!(crate::text::of(&message.tree, value, &octets).as_deref(), Some("m³"));
}

#[test]
#[cfg_attr(miri, ignore = "takes minutes")]
fn every_row_reads_anything() {
    for cluster in generated::clusters::CLUSTERS {
        for row in cluster.commands {
            let id = if cluster.id == 0xFFFF { 0x0702 } else { cluster.id };
            let general = u8::from(cluster.id != 0xFFFF);
            let frame_control = general | if row.to_client { 0x18 } else { 0x00 };
            for fill in [0x00, 0x01, 0x03, 0x04, 0x20, 0x41, 0x48, 0x4C, 0xFF] {
                for length in (0..70).step_by(3) {
                    let mut zcl: Vec<u8> = (0..length).collect();
                    zcl[usize::from(length / 2)..].fill(fill);
                    read(id, frame_control, row.id, &zcl);
                }
            }
        }
    }
}

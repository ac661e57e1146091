//! Hand-made octets for every type and every form of application data unit.

use super::*;
use crate::error::ErrorKind;
use crate::kind::{Kind, Value};
use crate::limits::MAX_DEPTH;
use crate::message::Payload;
use crate::tree::Node;

/// A message without MAC header from a device of this test's own, with `content`.
pub(crate) fn message(flag: u8, code: u16, content: &[u8]) -> Vec<u8> {
    let mut octets = vec![0xDF, 0x09, flag, 0, 0, 0, 0, 0, 0, 0, 7];
    octets.extend([8, 0x10, 0, 0, 0, 0, 0, 0, 1, 8, 0x20, 0, 0, 0, 0, 0, 0, 2, 0, 2]);
    octets.extend(code.to_be_bytes());
    octets.push(0x83);
    octets.extend(&(content.len() as u32).to_be_bytes()[1..]);
    octets.extend(content);
    octets.push(0);
    octets
}

/// A data-notification with `body`.
fn notification(body: &[u8]) -> Vec<u8> {
    let mut content = vec![0x0F, 0x20, 0, 0, 7, 0];
    content.extend(body);
    message(3, 0xFFFF, &content)
}

fn dlms(message: &Message<'_>) -> Apdu {
    let Payload::Dlms(apdu) = message.payload else { panic!("no DLMS: {:?}", message.payload) };
    apdu
}

/// The nodes of a notification's body: name, kind, octets.
fn body(octets: &[u8]) -> Vec<(String, Kind, Vec<u8>)> {
    let octets = notification(octets);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues(), []);
    tiles(&message);
    let body = dlms(&message).body.unwrap();
    std::iter::once(body)
        .chain(message.tree.descendants(body))
        .map(|id| {
            let node = message.tree.get(id).unwrap();
            (node.name().into_owned(), node.kind, message.tree.content(id, &octets).to_vec())
        })
        .collect()
}

/// Leaves follow each other without gap and cover the message, and all that stands in a container's
/// octets is inside it.
fn tiles(message: &Message<'_>) {
    let nodes = message.tree.nodes();
    for (number, node) in nodes.iter().enumerate() {
        let (inside, behind) = nodes.split_at(node.next_index() as usize);
        let (span, inside) = (node.span(), inside.get(number + 1..).unwrap());
        let holds = |one: &Node| span.start <= one.span().start && one.span().end <= span.end;
        assert!(inside.iter().all(holds), "{}", node.name());
        assert!(behind.first().is_none_or(|next| next.span().start >= span.end), "{}", node.name());
    }
    let mut at = 0;
    for node in message.tree.nodes().iter().filter(|node| !node.kind.is_container()) {
        assert_eq!(node.span().start, at, "{}", node.name());
        at = node.span().end;
    }
    assert_eq!(at as usize, message.octets().len());
}

fn value(octets: &[u8]) -> (Kind, Value<'_>, usize) {
    let whole = notification(octets);
    let message = Message::decode(&whole);
    assert_eq!(message.tree.issues(), []);
    let node = message.tree.get(dlms(&message).body.unwrap()).unwrap();
    let content = &octets[node.head()..];
    let bits = (node.kind == Kind::DlmsBitString).then(|| usize::from(octets[1]));
    (node.kind, node.kind.value(content, bits), node.head())
}

#[test]
fn numbers_of_every_type() {
    let cases: &[(&[u8], Kind, Value<'_>)] = &[
        (&[3, 0xFF], Kind::DlmsBoolean, Value::Bool(true)),
        (&[5, 0xFF, 0xFF, 0xFF, 0xFE], Kind::DlmsDoubleLong, Value::Signed(-2)),
        (&[6, 0xFF, 0xFF, 0xFF, 0xFE], Kind::DlmsDoubleLongUnsigned, Value::Unsigned(0xFFFF_FFFE)),
        (&[13, 0x42], Kind::DlmsBcd, Value::Unsigned(0x42)),
        (&[15, 0xFE], Kind::DlmsInteger, Value::Signed(-2)),
        (&[16, 0xFF, 0xFE], Kind::DlmsLong, Value::Signed(-2)),
        (&[17, 0xFE], Kind::DlmsUnsigned, Value::Unsigned(254)),
        (&[18, 0xFF, 0xFE], Kind::DlmsLongUnsigned, Value::Unsigned(0xFFFE)),
        (&[20, 255, 255, 255, 255, 255, 255, 255, 254], Kind::DlmsLong64, Value::Signed(-2)),
        (&[21, 0, 0, 0, 1, 0, 0, 0, 0], Kind::DlmsLong64Unsigned, Value::Unsigned(1 << 32)),
        (&[22, 4], Kind::DlmsEnum, Value::Unsigned(4)),
        (&[23, 0x3F, 0x80, 0, 0], Kind::DlmsFloat32, Value::Float(1.0)),
        (&[24, 0xBF, 0xF0, 0, 0, 0, 0, 0, 0], Kind::DlmsFloat64, Value::Float(-1.0)),
        (&[28, 0xFF], Kind::DlmsDeltaInteger, Value::Signed(-1)),
        (&[29, 0xFF, 0xFF], Kind::DlmsDeltaLong, Value::Signed(-1)),
        (&[30, 0xFF, 0xFF, 0xFF, 0xFF], Kind::DlmsDeltaDoubleLong, Value::Signed(-1)),
        (&[31, 0xFF], Kind::DlmsDeltaUnsigned, Value::Unsigned(255)),
        (&[32, 0xFF, 0xFF], Kind::DlmsDeltaLongUnsigned, Value::Unsigned(0xFFFF)),
        (&[33, 0, 0, 1, 0], Kind::DlmsDeltaDoubleLongUnsigned, Value::Unsigned(256)),
    ];
    for (octets, kind, expected) in cases {
        assert_eq!(value(octets), (*kind, *expected, 1));
    }
}

#[test]
fn values_of_no_octets() {
    assert_eq!(value(&[0]), (Kind::DlmsNull, Value::Null, 1));
    assert_eq!(value(&[0xFF]), (Kind::DlmsDontCare, Value::Null, 1));
}

#[test]
fn strings_of_every_type() {
    assert_eq!(value(&[9, 2, 1, 2]), (Kind::DlmsOctetString, Value::Octets(&[1, 2]), 2));
    assert_eq!(value(&[10, 2, b'a', b'b']), (Kind::DlmsVisibleString, Value::Text("ab"), 2));
    assert_eq!(value(&[12, 2, 0xC2, 0xA3]), (Kind::DlmsUtf8String, Value::Text("\u{A3}"), 2));
    assert_eq!(value(&[9, 0x81, 1, 5]), (Kind::DlmsOctetString, Value::Octets(&[5]), 3));
}

#[test]
fn a_bit_string_counts_bits() {
    let (kind, value, head) = value(&[4, 7, 0xFE]);
    assert_eq!((kind, head), (Kind::DlmsBitString, 2));
    let Value::Bits(bits) = value else { panic!("{value:?}") };
    assert_eq!((bits.len(), bits.as_bitslice().count_ones()), (7, 7));
    assert_eq!(body(&[4, 9, 0xFF, 0x80])[0].2, [0xFF, 0x80]);
    assert_eq!(body(&[4, 0])[0].2, [0; 0]);
}

#[test]
fn dates_and_times() {
    let date_time = [0x07, 0xE1, 1, 2, 1, 3, 4, 5, 0, 0x80, 0, 0xFF];
    assert_eq!(body(&[&[25], &date_time[..]].concat())[0].1, Kind::DlmsDateTime);
    assert_eq!(body(&[&[26], &date_time[..5]].concat())[0].1, Kind::DlmsDate);
    assert_eq!(body(&[&[27], &date_time[5..9]].concat())[0].1, Kind::DlmsTime);
}

#[test]
fn lists_hold_their_header_and_their_parts() {
    let nodes = body(&[1, 2, 2, 1, 17, 5, 2, 0]);
    let names: Vec<_> = nodes.iter().map(|node| node.0.as_str()).collect();
    assert_eq!(
        names,
        [
            "notification-body",
            "header",
            "element[0]",
            "header",
            "member[0]",
            "element[1]",
            "header"
        ]
    );
    assert_eq!(nodes[2].1, Kind::DlmsStructure);
    assert_eq!(nodes[4].2, [5]);
}

#[test]
#[cfg_attr(miri, ignore = "takes minutes")]
fn arrays_with_counts_in_every_form() {
    for (count, head) in [
        (200usize, vec![0x81, 200]),
        (300, vec![0x82, 1, 44]),
        (70_000, vec![0x83, 1, 0x11, 0x70]),
        (3, vec![0x84, 0, 0, 0, 3]),
    ] {
        let mut octets = vec![1];
        octets.extend(head);
        octets.extend([17, 9].repeat(count));
        let nodes = body(&octets);
        assert_eq!(nodes.len(), count + 2);
        assert_eq!(nodes[count + 1].0, format!("element[{}]", count - 1));
    }
}

fn nested(levels: usize) -> Vec<u8> {
    let mut octets = [2, 1].repeat(levels);
    octets.push(0);
    octets
}

#[test]
fn forty_levels_of_nesting() {
    assert_eq!(body(&nested(40)).len(), 81);
}

#[test]
fn the_deepest_nesting_is_read_and_one_more_is_refused() {
    let levels = usize::from(MAX_DEPTH);
    assert_eq!(body(&nested(levels)).len(), 2 * levels + 1);
    let octets = notification(&nested(levels + 1));
    let message = Message::decode(&octets);
    let [issue] = message.tree.issues() else { panic!("{:?}", message.tree.issues()) };
    assert_eq!((issue.kind, issue.needed), (ErrorKind::Limit, Some(levels as u64)));
    assert!(issue.to_string().ends_with("is beyond the limit of 48 levels of nesting"), "{issue}");
    tiles(&message);
}

#[test]
fn a_compact_array_of_numbers() {
    let nodes = body(&[19, 18, 4, 0, 1, 0, 2]);
    let names: Vec<_> = nodes.iter().map(|node| node.0.as_str()).collect();
    assert_eq!(
        names,
        ["notification-body", "header", "contents-length", "element[0]", "element[1]"]
    );
    assert_eq!(nodes[0].1, Kind::DlmsCompactArray);
    assert_eq!((nodes[4].1, nodes[4].2.as_slice()), (Kind::DlmsLongUnsigned, &[0, 2][..]));
}

#[test]
fn a_compact_array_of_structures_with_inner_arrays() {
    // structure(unsigned, array[2] of structure(boolean, octet-string), bit-string)
    let description = [2, 3, 17, 1, 0, 2, 2, 2, 3, 9, 4];
    let element = [7, 0xFF, 2, 0xAA, 0xBB, 0, 0, 9, 0x80, 0x80];
    let mut octets = vec![19];
    octets.extend(description);
    octets.push(2 * element.len() as u8);
    octets.extend(element.repeat(2));
    let nodes = body(&octets);
    let kinds: Vec<_> = nodes[3..14].iter().map(|node| node.1).collect();
    assert_eq!(
        kinds,
        [
            Kind::DlmsStructure,
            Kind::DlmsUnsigned,
            Kind::DlmsArray,
            Kind::DlmsStructure,
            Kind::DlmsBoolean,
            Kind::DlmsOctetString,
            Kind::DlmsStructure,
            Kind::DlmsBoolean,
            Kind::DlmsOctetString,
            Kind::DlmsBitString,
            Kind::DlmsStructure,
        ]
    );
    assert_eq!(nodes[8].2, [0xAA, 0xBB]);
    assert_eq!(nodes[9].0, "element[1]");
    assert_eq!(nodes.len(), 3 + 2 * 10);
}

/// Names, kinds and octets of the nodes of a compact array behind its heads.
fn elements_of(description: &[u8], contents: &[u8]) -> Vec<(String, Kind, Vec<u8>)> {
    let octets = [&[19], description, &[contents.len() as u8], contents].concat();
    body(&octets).split_off(3)
}

#[test]
fn each_element_of_a_compact_array_is_read_as_it_is_alone() {
    // Numbers; a structure of a date-time and a number; a structure of an array and of none; an array;
    // what has strings in it.
    let descriptions: [&[u8]; 8] = [
        &[17],
        &[2, 2, 25, 18],
        &[2, 3, 1, 0, 2, 17, 1, 0, 0, 25, 0],
        &[1, 0, 3, 16],
        &[9],
        &[2, 2, 17, 4],
        &[2, 2, 17, 9],
        &[2, 1, 1, 0, 2, 10],
    ];
    for description in descriptions {
        let alone = |octet: u8| {
            // Ones are the length of a string, too.
            let element: Vec<_> =
                (0..).map(|at| if at % 2 == 0 { 1 } else { octet }).take(40).collect();
            let mut sizes = 1..=element.len();
            let fits = |size: &usize| {
                let octets = [&[19], description, &[*size as u8], &element[..*size]].concat();
                let octets = notification(&octets);
                let message = Message::decode(&octets);
                let body = dlms(&message).body.unwrap();
                message.is_complete() && message.tree.members(body).count() == 1
            };
            let size = sizes.find(fits).unwrap();
            element[..size].to_vec()
        };
        let elements: Vec<_> = (2..=9).map(alone).collect();
        let nodes = elements_of(description, &elements.concat());
        let each = elements.iter().enumerate().flat_map(|(number, element)| {
            let mut nodes = elements_of(description, element);
            nodes[0].0 = nodes[0].0.replace("[0]", &format!("[{number}]"));
            nodes
        });
        assert_eq!(nodes, each.collect::<Vec<_>>(), "{description:?}");
    }
}

#[test]
fn the_elements_of_a_compact_array_end_where_its_contents_do() {
    for (contents, cut) in [(6, None), (7, Some(0)), (8, Some(1)), (9, None)] {
        let octets = [&[19, 2, 2, 17, 18, contents as u8][..], &[7; 9][..contents]].concat();
        let octets = notification(&octets);
        let message = Message::decode(&octets);
        tiles(&message);
        let body = dlms(&message).body.unwrap();
        let structures = message.tree.members(body);
        let kind = |id| message.tree.get(id).unwrap().kind;
        let structures = structures.filter(|id| kind(*id) == Kind::DlmsStructure).count();
        assert_eq!(structures, contents.div_ceil(3), "{contents} octets");
        let found = message.tree.issues().first().map(|issue| issue.found.unwrap());
        assert_eq!(found, cut, "{contents} octets");
    }
}

#[test]
fn an_empty_compact_array() {
    assert_eq!(body(&[19, 2, 2, 6, 6, 0]).len(), 3);
}

fn issue(octets: &[u8]) -> crate::DecodeError {
    let octets = notification(octets);
    let message = Message::decode(&octets);
    tiles(&message);
    let [issue] = message.tree.issues() else { panic!("{:?}", message.tree.issues()) };
    *issue
}

#[test]
fn elements_of_no_octets_do_not_use_up_contents() {
    assert_eq!(issue(&[19, 0, 1, 0]).kind, ErrorKind::LeftOver);
}

#[test]
fn an_array_of_null_elements_is_bounded() {
    // structure(array[65535] of array[65535] of null-data, unsigned), one octet of contents
    let issue = issue(&[19, 2, 2, 1, 0xFF, 0xFF, 1, 0xFF, 0xFF, 0, 17, 1, 5]);
    assert_eq!(issue.kind, ErrorKind::Limit);
}

#[test]
fn the_most_nodes_for_the_octets_of_a_compact_array_are_read() {
    use crate::limits::COMPACT_NODES_PER_OCTET;
    // structure(array of null-data, unsigned), one octet of contents: a node for the structure, the
    // array, each null and the number.
    let array = |nulls: usize| [19, 2, 2, 1, 0, nulls as u8, 0, 17, 1, 5];
    let most = 2 * COMPACT_NODES_PER_OCTET - 3;
    let nodes = body(&array(most));
    assert_eq!(nodes.iter().filter(|node| node.1 == Kind::DlmsNull).count(), most);
    let beyond = issue(&array(most + 1));
    let limit = Some(COMPACT_NODES_PER_OCTET as u64);
    assert_eq!((beyond.kind, beyond.needed), (ErrorKind::Limit, limit));
}

#[test]
fn the_nodes_of_elements_that_are_alike_are_counted() {
    use crate::limits::COMPACT_NODES_PER_OCTET;
    // Three elements of one octet: in each a node for the structure, the array, each null and the number.
    let array = |nulls: usize| [19, 2, 2, 1, 0, nulls as u8, 0, 17, 3, 5, 5, 5];
    let most = 4 * COMPACT_NODES_PER_OCTET / 3 - 3;
    let nodes = body(&array(most));
    assert_eq!(nodes.iter().filter(|node| node.1 == Kind::DlmsNull).count(), 3 * most);
    let octets = notification(&array(most + 1));
    let message = Message::decode(&octets);
    tiles(&message);
    let [issue] = message.tree.issues() else { panic!("{:?}", message.tree.issues()) };
    assert_eq!(issue.kind, ErrorKind::Limit);
    let nodes = message.tree.nodes();
    assert_eq!(nodes.iter().filter(|node| node.kind == Kind::DlmsUnsigned).count(), 2);
}

#[test]
fn a_type_description_without_end_is_refused() {
    // structure(array[0] of structure(300 numbers), unsigned): each element would walk all of it.
    let mut octets = vec![19, 2, 2, 1, 0, 0, 2, 0x82, 1, 44];
    octets.extend([17; 300]);
    octets.extend([17, 3, 1, 2, 3]);
    let issue = issue(&octets);
    assert_eq!((issue.kind, issue.found), (ErrorKind::Limit, Some(310)));
}

#[test]
fn the_longest_type_description_is_read() {
    use crate::limits::MAX_TYPE_DESCRIPTION_OCTETS;
    // A structure of numbers: its tag, its count in two octets, a tag for each number.
    let array = |numbers: u8| {
        let mut octets = vec![19, 2, 0x81, numbers];
        octets.extend(vec![17; usize::from(numbers)]);
        octets.push(0x81);
        octets.push(numbers);
        octets.extend(vec![5; usize::from(numbers)]);
        octets
    };
    let most = (MAX_TYPE_DESCRIPTION_OCTETS - 3) as u8;
    assert_eq!(body(&array(most)).iter().filter(|node| node.2 == [5]).count(), usize::from(most));
    let beyond = issue(&array(most + 1));
    assert_eq!((beyond.kind, beyond.found), (ErrorKind::Limit, Some(257)));
}

#[test]
fn arrays_of_no_elements_in_a_compact_array() {
    // structure(array[0] of long-unsigned, unsigned)
    let nodes = body(&[19, 2, 2, 1, 0, 0, 18, 17, 2, 8, 9]);
    let numbers: Vec<_> = nodes.iter().filter(|node| node.1 == Kind::DlmsUnsigned).collect();
    assert_eq!(numbers.len(), 2);
    assert_eq!(numbers[1].2, [9]);
}

#[test]
fn an_error_in_a_compact_array_stays_in_it() {
    // A structure of a compact array whose last element is cut, and a number.
    let octets = notification(&[2, 2, 19, 18, 3, 0, 1, 9, 17, 5]);
    let message = Message::decode(&octets);
    tiles(&message);
    let [issue] = message.tree.issues() else { panic!("{:?}", message.tree.issues()) };
    assert_eq!((issue.kind, issue.needed, issue.found), (ErrorKind::TooShort, Some(2), Some(1)));
    assert_eq!(issue.limit_set_by.unwrap().element, elements::CONTENTS_LENGTH);
    let last = message.tree.members(dlms(&message).body.unwrap()).last().unwrap();
    assert_eq!(message.tree.unsigned(last, &octets), Some(5));
}

#[test]
fn a_type_that_is_none_is_named() {
    let issue = issue(&[1, 1, 0x50]);
    assert_eq!((issue.kind, issue.found), (ErrorKind::UnexpectedOctet, Some(0x50)));
    assert_eq!(issue.element, elements::ELEMENT);
}

#[test]
fn a_string_longer_than_the_content() {
    let issue = issue(&[9, 5, 1, 2]);
    assert_eq!(
        (issue.kind, issue.needed, issue.found),
        (ErrorKind::LengthReachesPastEnd, Some(5), Some(2))
    );
    assert_eq!(issue.span.len(), 1);
    assert_eq!(issue.limit_set_by.unwrap().element.name(), "content-length");
}

#[test]
fn octets_after_the_value_are_left_over() {
    let issue = issue(&[17, 5, 0xAA, 0xBB]);
    assert_eq!((issue.kind, issue.found), (ErrorKind::LeftOver, Some(2)));
}

/// Two gets, one with selection, and a set.
const REQUEST: &[u8] = &[
    0xD9, 0x20, 0, 0, 7, 0, 3, // three specifications
    1, 0, 3, 1, 0, 1, 8, 0, 255, 2, // get a register
    4, 0, 7, 1, 0, 32, 24, 0, 255, 2, 1, 2, 2, 6, 0, 0, 0, 1, 6, 0, 0, 0, 2, // by range
    2, 0, 1, 0, 0, 96, 1, 0, 255, 2, // set
    3, 0, 0, 9, 1, 5,
];

#[test]
fn an_access_request_has_its_entries() {
    let octets = message(1, 0xFFFF, REQUEST);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues(), []);
    tiles(&message);
    let apdu = dlms(&message);
    assert_eq!(apdu.kind, Some(ApduKind::AccessRequest));
    assert_eq!(apdu.invoke_id.unwrap().value, 0x2000_0007);
    let requests = apdu.requests(&message);
    let kinds: Vec<_> = requests.iter().map(|entry| (entry.kind, entry.class_id)).collect();
    assert_eq!(
        kinds,
        [(AccessKind::Get, 3), (AccessKind::GetWithSelection, 7), (AccessKind::Set, 1)]
    );
    assert_eq!((requests[0].obis, requests[0].index), ([1, 0, 1, 8, 0, 255], 2));
    let (selector, parameters) = requests[1].selection.unwrap();
    assert_eq!(selector, 1);
    assert_eq!(message.tree.members(parameters).count(), 2);
    assert_eq!(message.tree.content(requests[2].data.unwrap(), &octets), [5]);
    assert_eq!(apdu.results(&message).len(), 0);
}

#[test]
fn an_access_response_has_its_results() {
    let content = [0xDA, 0x20, 0, 0, 7, 0, 0, 2, 6, 0, 0, 0, 9, 0, 2, 1, 0, 3, 250];
    let octets = message(2, 0xFFFF, &content);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues(), []);
    let apdu = dlms(&message);
    let results: Vec<_> = apdu
        .results(&message)
        .iter()
        .map(|entry| (entry.number, entry.choice, entry.code))
        .collect();
    assert_eq!(results, [(0, 1, 0), (1, 3, 250)]);
    let data = apdu.results(&message).first().unwrap().data.unwrap();
    assert_eq!(message.tree.unsigned(data, &octets), Some(9));
    assert_eq!(apdu.requests(&message).len(), 0);
}

#[test]
fn an_access_response_may_repeat_the_specifications() {
    let specification = [1, 0, 3, 1, 0, 1, 8, 0, 255, 2];
    // With the octet that says so, and with the count alone.
    for head in [&[1, 1][..], &[1]] {
        let mut content = vec![0xDA, 0x20, 0, 0, 7, 0];
        content.extend(head);
        content.extend(specification);
        content.extend([1, 17, 5, 1, 1, 0]);
        let octets = message(2, 0xFFFF, &content);
        let message = Message::decode(&octets);
        assert_eq!(message.tree.issues(), []);
        let apdu = dlms(&message);
        assert_eq!(message.tree.members(apdu.specifications.unwrap()).count(), 1);
        assert_eq!(apdu.results(&message).len(), 1);
        assert_eq!(apdu.requests(&message).len(), 0);
    }
}

#[test]
fn a_date_time_in_the_unit() {
    let mut content = vec![0x0F, 0x20, 0, 0, 7, 12];
    content.extend([0x07, 0xE1, 1, 2, 1, 3, 4, 5, 0, 0x80, 0, 0xFF]);
    content.extend([17, 1]);
    let octets = message(3, 0xFFFF, &content);
    let message = Message::decode(&octets);
    assert_eq!(message.tree.issues(), []);
    tiles(&message);
}

#[test]
fn no_prefix_panics_and_all_tile() {
    let compact = notification(&[19, 2, 3, 17, 1, 0, 2, 3, 9, 10, 7, 0xFF, 0, 2, 1, 2, 8, 0, 0, 0]);
    for whole in [message(1, 0xFFFF, REQUEST), compact, notification(&nested(5))] {
        for end in 0..whole.len() {
            let octets = &whole[..end];
            tiles(&Message::decode(octets));
        }
        // The same content cut inside intact lengths.
        let content = &whole[38..whole.len() - 1];
        for end in 0..content.len() {
            let octets = message(1, 0xFFFF, &content[..end]);
            let message = Message::decode(&octets);
            assert!(!message.is_complete());
            tiles(&message);
        }
    }
}

#[test]
fn no_changed_octet_panics_and_all_tile() {
    let whole = message(1, 0xFFFF, REQUEST);
    for at in 38..whole.len() - 1 {
        for octet in [0, 1, 2, 19, 0x7F, 0x80, 0x84, 0xFF] {
            let mut octets = whole.clone();
            octets[at] = octet;
            tiles(&Message::decode(&octets));
        }
    }
}

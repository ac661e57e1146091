//! What is copied of a header is what is read field by field.

use super::*;
use crate::tree::Mark;

/// What a reader gives of the octets: its nodes, what it notes, and what it leaves.
type Read<'a> = (Tree, Envelope, Input<'a>);

/// Octets in front of what is read.
const IN_FRONT: usize = 3;

/// A tree and an input somewhere in the middle of a buffer that is not the first.
fn started(octets: &[u8]) -> (Tree, Mark, Input<'_>) {
    let mut tree = Tree::default();
    let buffer = tree.begin_plaintext().unwrap();
    let mark = tree.open(e::MESSAGE, Kind::Group);
    tree.leaf(e::TUNNEL_PREFIX, Kind::Octets, IN_FRONT as u32, 0);
    let mut input = Input::new(octets, buffer);
    assert!(input.skip(IN_FRONT));
    (tree, mark, input)
}

/// What is read field by field.
fn one_by_one<'a>(
    octets: &'a [u8],
    read: impl Fn(&mut Reader<'_>, &mut Input<'_>) -> Result<(), Stop>,
) -> Read<'a> {
    let (mut tree, mark, mut input) = started(octets);
    let (envelope, payload) = (Envelope::default(), Payload::None);
    let mut reader = Reader { tree: &mut tree, envelope, payload };
    read(&mut reader, &mut input).unwrap();
    let envelope = reader.envelope;
    tree.close(mark);
    (tree, envelope, input)
}

/// What is copied where it is as usual, else `None`.
fn at_once<'a>(
    octets: &'a [u8],
    read: impl Fn(&mut Tree, &mut Input<'_>, &mut Envelope) -> Option<()>,
) -> Option<Read<'a>> {
    let (mut tree, mark, mut input) = started(octets);
    let (nodes, left) = (tree.nodes().len(), input.len());
    let mut envelope = Envelope::default();
    if read(&mut tree, &mut input, &mut envelope).is_none() {
        assert_eq!((tree.nodes().len(), input.len()), (nodes, left), "{octets:02X?}");
        assert_eq!(envelope, Envelope::default(), "{octets:02X?}");
        return None;
    }
    tree.close(mark);
    Some((tree, envelope, input))
}

/// Any octet in any place, and any end: what is copied is what is read one by one. Gives how many
/// were copied.
fn compare(
    usual: &[u8],
    one: impl Fn(&mut Reader<'_>, &mut Input<'_>) -> Result<(), Stop>,
    copied: impl Fn(&mut Tree, &mut Input<'_>, &mut Envelope) -> Option<()>,
) -> usize {
    let usual = [&[0xA5; IN_FRONT], usual].concat();
    let ends = IN_FRONT..=usual.len();
    let mut all: Vec<Vec<u8>> = ends.map(|end| usual[..end].to_vec()).collect();
    for at in IN_FRONT..usual.len() {
        all.extend((0..=u8::MAX).map(|octet| {
            let mut octets = usual.clone();
            octets[at] = octet;
            octets
        }));
    }
    let same = |octets: &Vec<u8>| {
        let Some((tree, envelope, left)) = at_once(octets, &copied) else { return false };
        let (expected, noted, rest) = one_by_one(octets, &one);
        assert_eq!(tree.nodes(), expected.nodes(), "{octets:02X?}");
        assert_eq!(tree.issues(), expected.issues(), "{octets:02X?}");
        assert_eq!(tree.has_overlong_length(), expected.has_overlong_length());
        assert_eq!(envelope, noted, "{octets:02X?}");
        assert_eq!((left.offset(), left.octets()), (rest.offset(), rest.octets()));
        true
    };
    all.iter().filter(|octets| same(octets)).count()
}

#[test]
#[cfg_attr(miri, ignore = "takes minutes")]
fn parties_are_copied_as_they_are_read() {
    let usual = [&[9, 2], [1; 8].as_slice(), &[8], &[2; 8], &[8], &[3; 8], &[0, 2, 0, 0x62]];
    let usual = usual.concat();
    let copied = compare(&usual, |reader, input| reader.parties(input), usual::parties);
    // The ends behind its 28 octets; in the places of three lengths what they are; in the 25 others
    // and the four behind any octet.
    assert_eq!(copied, 5 + 3 + (25 + 4) * 256);
}

#[test]
fn the_start_of_a_mac_header_is_copied_as_it_is_read() {
    let usual = [0xDD, 0, 0, 0, 0, 0, 0, 0x50, 0x11];
    let copied = compare(
        &usual,
        |reader, input| reader.fields_of_mac_header(input),
        |tree, input, _| usual::empty_fields(tree, input),
    );
    // The ends behind its 7 octets; in their places what they are; in the two behind any octet.
    assert_eq!(copied, 3 + 7 + 2 * 256);
}

#[test]
fn nothing_is_copied_where_a_number_waits_for_a_node() {
    let octets = [0xA5, 0xA5, 0xA5, 0xDD, 0, 0, 0, 0, 0, 0];
    let (mut tree, _, mut input) = started(&octets);
    tree.number_next(4);
    assert!(usual::empty_fields(&mut tree, &mut input).is_none());
    assert_eq!((tree.nodes().len(), input.len()), (2, 7));
}

#[test]
#[cfg_attr(miri, ignore = "takes minutes")]
fn what_has_no_room_in_the_tree_is_not_copied() {
    let octets = [[0xA5; IN_FRONT].as_slice(), &[0xDD, 0, 0, 0, 0, 0, 0]].concat();
    for (missing, is_copied) in [(0, true), (1, false)] {
        let (mut tree, _, mut input) = started(&octets);
        let nodes = crate::limits::MAX_NODES - 7 + missing;
        while tree.nodes().len() < nodes {
            tree.leaf(e::UNDECODED, Kind::Opaque, IN_FRONT as u32, 0);
        }
        let copied = usual::empty_fields(&mut tree, &mut input).is_some();
        assert_eq!(copied, is_copied);
        let (added, left) = if is_copied { (7, 0) } else { (0, 7) };
        assert_eq!((tree.nodes().len(), input.len()), (nodes + added, left));
    }
}

//! Parts of headers that are alike in nearly all messages but for identifiers and numbers (GBCS 6 and 7;
//! checked on reference data).
//!
//! Their nodes are copied, since code for each field is much code that a processor must have at hand for
//! every message. What is not as usual is read field by field, as `reader` does, and so is what the tree
//! has no room for.

use super::elements as e;
use super::envelope::{Envelope, Field};
use super::plain_header::Parties;
use crate::input::Input;
use crate::kind::Kind;
use crate::tree::{Node, NodeId, Tree};

/// The tag of a MAC header and the lengths of its first six fields, which are empty.
const EMPTY_FIELDS: [Node; 7] = [
    Node::laid(e::GENERAL_CIPHERING, Kind::Tag, (0, 1), 1),
    Node::laid(e::TRANSACTION_ID, Kind::Length, (1, 2), 2),
    Node::laid(e::ORIGINATOR, Kind::Length, (2, 3), 3),
    Node::laid(e::RECIPIENT, Kind::Length, (3, 4), 4),
    Node::laid(e::DATE_TIME, Kind::Length, (4, 5), 5),
    Node::laid(e::OTHER_INFORMATION, Kind::Length, (5, 6), 6),
    Node::laid(e::KEY_INFORMATION, Kind::Length, (6, 7), 7),
];

/// A transaction id of nine octets and system titles of eight.
const PARTIES: [Node; 10] = [
    Node::laid(e::TRANSACTION_ID, Kind::Group, (0, 10), 4),
    Node::laid(e::LENGTH_FIELD, Kind::Length, (0, 1), 2),
    Node::laid(e::CRA_FLAG, Kind::Unsigned, (1, 2), 3),
    Node::laid(e::ORIGINATOR_COUNTER, Kind::Unsigned, (2, 10), 4),
    Node::laid(e::ORIGINATOR, Kind::Group, (10, 19), 7),
    Node::laid(e::LENGTH_FIELD, Kind::Length, (10, 11), 6),
    Node::laid(e::BUSINESS_ORIGINATOR, Kind::EntityId, (11, 19), 7),
    Node::laid(e::RECIPIENT, Kind::Group, (19, 28), 10),
    Node::laid(e::LENGTH_FIELD, Kind::Length, (19, 20), 9),
    Node::laid(e::BUSINESS_TARGET, Kind::EntityId, (20, 28), 10),
];

/// The tag of a MAC header and its first six fields, where these are empty. `None`, and nothing is read,
/// where they are not, or the nodes cannot be copied.
#[inline]
pub(super) fn empty_fields(tree: &mut Tree, input: &mut Input<'_>) -> Option<()> {
    let [0xDD, 0, 0, 0, 0, 0, 0] = input.octets().first_chunk()? else { return None };
    tree.lay(input, &EMPTY_FIELDS).map(|_| ())
}

/// Transaction id and system titles of a grouping or routing header, where they have their
/// usual lengths. `None`, and nothing is read, where they have others, or the nodes cannot be copied.
#[inline]
pub(super) fn parties(
    tree: &mut Tree,
    input: &mut Input<'_>,
    envelope: &mut Envelope,
) -> Option<()> {
    let Parties { flag, originator_counter, originator, target } = Parties::of(input.octets())?;
    let first = tree.lay(input, &PARTIES)?;
    let node = |number: u32| NodeId(first.0 + number);
    envelope.transaction_id = Some(node(0));
    envelope.cra_flag = Some(Field { value: flag, node: node(2) });
    envelope.originator_counter = Some(Field { value: originator_counter, node: node(3) });
    envelope.originator_title = Some(node(4));
    envelope.business_originator = Some(Field { value: originator, node: node(6) });
    envelope.recipient_title = Some(node(7));
    envelope.business_target = Some(Field { value: target, node: node(9) });
    Some(())
}

//! Encrypted items: protection parameters, and the octet-string that they protect.
//!
//! An item is told by its shape alone: the same message code answers with null where the read
//! fails. Source: GBCS 8.4 (data protection); checked on reference messages.

use super::elements as e;
use crate::element::ElementId;
use crate::input::{Input, Length};
use crate::kind::Kind;
use crate::tree::Tree;

/// How protection parameters begin: an array of one structure of enum 2 (authenticated and
/// encrypted) and a structure of five, which begins with an octet-string.
const PARAMETERS: [u8; 9] = [0x01, 0x01, 0x02, 0x02, 0x16, 0x02, 0x02, 0x05, 0x09];

/// Octets of the fields around a ciphertext: security control, invocation counter, tag.
const SECURITY_CONTROL: u32 = 1;
const INVOCATION_COUNTER: u32 = 4;
const TAG: u32 = 12;

/// True where the value at the start of `octets` is protection parameters.
pub(super) fn are_parameters(octets: &[u8]) -> bool {
    octets.starts_with(&PARAMETERS)
}

/// Reads the octet-string after protection parameters in its parts and moves on behind it. False,
/// and nothing is read, where what stands here is no octet-string with room for them.
pub(super) fn item(tree: &mut Tree, input: &mut Input<'_>, element: ElementId) -> bool {
    let mut content = *input;
    let length = match content.peek() {
        Some(0x09) if content.skip(1) => content.read_length().ok(),
        _ => None,
    };
    let Some(length @ Length { value, .. }) = length else { return false };
    let Some(ciphertext) = value.checked_sub(SECURITY_CONTROL + INVOCATION_COUNTER + TAG) else {
        return false;
    };
    if (value as usize) > content.len() {
        return false;
    }
    tree.note_length(length);
    let mark = tree.open(element, Kind::Group);
    let mut end = content.offset();
    tree.leaf(e::HEADER, Kind::Header, end, 0);
    end += SECURITY_CONTROL;
    tree.leaf(e::SECURITY_CONTROL, Kind::Unsigned, end, 0);
    end += INVOCATION_COUNTER;
    tree.leaf(e::INVOCATION_COUNTER, Kind::Unsigned, end, 0);
    end += ciphertext;
    tree.leaf(e::CIPHERTEXT, Kind::Ciphertext, end, 0);
    end += TAG;
    tree.leaf(e::AUTHENTICATION_TAG, Kind::Mac, end, 0);
    tree.close(mark);
    content.skip(value as usize);
    *input = content;
    true
}

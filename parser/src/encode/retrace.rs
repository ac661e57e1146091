//! The octets of a decoded message, made again from the values in its tree.

use super::length;
use crate::kind::{Kind, Value};
use crate::message::Message;
use crate::span::BufferId;
use crate::tree::{Node, NodeId, Tree};

/// Makes the octets of a decoded message again, leaf by leaf: tags of DLMS types from the kind of
/// the node, lengths from what they count, numbers, texts and bits from their values in the width
/// that the leaf has. Only what has more than one form keeps its own: how many octets a length
/// takes, which octet stands for TRUE, the padding of a bit string, and what is no value of its
/// type.
///
/// The octets are those of the message if the leaves tile it and every value was read right.
///
/// ```
/// let octets = [0xDF, 0x09, 0x01, 0, 0, 0, 0, 0, 0, 0, 1, 0x08];
/// let message = gbcs_parser::Message::decode(&octets);
/// assert_eq!(gbcs_parser::encode::tree(&message), octets);
/// ```
#[must_use]
pub fn tree(message: &Message<'_>) -> Vec<u8> {
    let mut out = Vec::with_capacity(message.octets().len());
    for (id, node) in message.tree.nodes().iter().enumerate() {
        let wire = node.span().buffer == BufferId::WIRE;
        if wire && !node.kind.is_container() {
            leaf(&mut out, &message.tree, NodeId(id as u32), node, message.octets());
        }
    }
    out
}

fn leaf(out: &mut Vec<u8>, tree: &Tree, id: NodeId, node: &Node, wire: &[u8]) {
    let octets = tree.octets(id, wire);
    let content = tree.content(id, wire);
    let value = tree.value(id, wire);
    let head_octets = octets.get(..octets.len() - content.len()).unwrap_or_default();
    head(out, node.kind, head_octets, content, value);
    body(out, node.kind, content, value);
}

/// Tag and length of a leaf.
fn head(out: &mut Vec<u8>, kind: Kind, head: &[u8], content: &[u8], value: Value<'_>) {
    let counted = match value {
        Value::Bits(bits) if kind == Kind::DlmsBitString => bits.len(),
        _ => content.len(),
    };
    let mut rest = head;
    if let (Some(tag), Some((first, after))) = (dlms_tag(kind), head.split_first())
        && (!has_length(kind) || !after.is_empty() && *first < 0x80)
    {
        // In a compact array an element has no tag: a head of one octet is then a length.
        out.push(tag);
        rest = after;
    }
    // A tag in DER may look like the first octet of a length, as 0x82 does.
    if is_der(kind)
        && let Some((tag, after)) = rest.split_first()
    {
        out.push(*tag);
        rest = after;
    }
    match rest {
        [] => {}
        [.., last] if has_length(kind) && *last < 0x80 && usize::from(*last) == counted => {
            out.extend(rest.iter().take(rest.len() - 1));
            out.push(counted as u8);
        }
        [first, low @ ..] if has_length(kind) && *first == 0x80 | low.len() as u8 => {
            length::long(out, counted as u64, low.len());
        }
        _ => out.extend(rest),
    }
}

/// The octets of a leaf after tag and length.
fn body(out: &mut Vec<u8>, kind: Kind, content: &[u8], value: Value<'_>) {
    let width = content.len();
    match value {
        Value::Unsigned(number) if kind == Kind::Length => match content {
            [first, low @ ..] if !low.is_empty() && *first == 0x80 | low.len() as u8 => {
                length::long(out, number, low.len());
            }
            _ => big_endian(out, number, width),
        },
        Value::Unsigned(number) if little_endian(kind) => {
            out.extend(number.to_le_bytes().iter().take(width));
        }
        Value::Signed(number) if little_endian(kind) => {
            out.extend(number.to_le_bytes().iter().take(width));
        }
        Value::Unsigned(number) => big_endian(out, number, width),
        Value::Signed(number) => big_endian(out, number.cast_unsigned(), width),
        Value::Bool(false) => out.extend(std::iter::repeat_n(0, width)),
        Value::Float(number) if !number.is_nan() => match (kind, width) {
            (Kind::DlmsFloat32, 4) => out.extend((number as f32).to_be_bytes()),
            (Kind::DlmsFloat64, 8) => out.extend(number.to_be_bytes()),
            (Kind::ZclFloat, 4) => out.extend((number as f32).to_le_bytes()),
            (Kind::ZclFloat, 8) => out.extend(number.to_le_bytes()),
            _ => out.extend(content),
        },
        Value::Text(text) => out.extend(text.as_bytes()),
        Value::Bits(bits) if kind == Kind::DerBitString => {
            out.extend(content.first());
            out.extend(bits.octets());
        }
        Value::Bits(bits) => out.extend(bits.octets()),
        Value::Octets(octets) => out.extend(octets),
        // TRUE is any octet but zero; a NaN has many forms; null has no octets unless it is wrong.
        Value::Bool(true) | Value::Float(_) | Value::Null => out.extend(content),
    }
}

fn big_endian(out: &mut Vec<u8>, number: u64, width: usize) {
    out.extend(number.to_be_bytes().iter().skip(8 - width.min(8)));
}

fn little_endian(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::ZclUnsigned
            | Kind::ZclSigned
            | Kind::ZclEnum
            | Kind::ZclBitmap
            | Kind::ZclUtcTime
            | Kind::ZclClusterId
            | Kind::ZclAttributeId
    )
}

/// True for the leaves whose head holds a length.
fn has_length(kind: Kind) -> bool {
    kind.is_dlms_string()
        || matches!(kind, Kind::ZclOctetString | Kind::ZclCharacterString)
        || is_der(kind)
}

/// True for the leaves that DER writes as tag, length and value.
fn is_der(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::DerBoolean
            | Kind::DerInteger
            | Kind::DerEnumerated
            | Kind::DerBitString
            | Kind::DerOctetString
            | Kind::DerNull
            | Kind::DerObjectIdentifier
            | Kind::DerString
            | Kind::DerUtcTime
            | Kind::DerGeneralizedTime
            | Kind::DerPrimitive
    )
}

/// The tag of a DLMS type.
fn dlms_tag(kind: Kind) -> Option<u8> {
    Some(match kind {
        Kind::DlmsNull => 0x00,
        Kind::DlmsBoolean => 0x03,
        Kind::DlmsBitString => 0x04,
        Kind::DlmsDoubleLong => 0x05,
        Kind::DlmsDoubleLongUnsigned => 0x06,
        Kind::DlmsOctetString => 0x09,
        Kind::DlmsVisibleString => 0x0A,
        Kind::DlmsUtf8String => 0x0C,
        Kind::DlmsBcd => 0x0D,
        Kind::DlmsInteger => 0x0F,
        Kind::DlmsLong => 0x10,
        Kind::DlmsUnsigned => 0x11,
        Kind::DlmsLongUnsigned => 0x12,
        Kind::DlmsLong64 => 0x14,
        Kind::DlmsLong64Unsigned => 0x15,
        Kind::DlmsEnum => 0x16,
        Kind::DlmsFloat32 => 0x17,
        Kind::DlmsFloat64 => 0x18,
        Kind::DlmsDateTime => 0x19,
        Kind::DlmsDate => 0x1A,
        Kind::DlmsTime => 0x1B,
        Kind::DlmsDeltaInteger => 0x1C,
        Kind::DlmsDeltaLong => 0x1D,
        Kind::DlmsDeltaDoubleLong => 0x1E,
        Kind::DlmsDeltaUnsigned => 0x1F,
        Kind::DlmsDeltaLongUnsigned => 0x20,
        Kind::DlmsDeltaDoubleLongUnsigned => 0x21,
        Kind::DlmsDontCare => 0xFF,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A leaf of `kind` whose first `head` octets are tag and length.
    fn again(kind: Kind, octets: &[u8], head: u8) -> Vec<u8> {
        let mut tree = Tree::default();
        let id = tree.leaf(crate::message::elements::CONTENT, kind, octets.len() as u32, head);
        let node = *tree.get(id).unwrap();
        let mut out = Vec::new();
        leaf(&mut out, &tree, id, &node, octets);
        out
    }

    #[test]
    fn numbers_are_made_from_their_values() {
        for (kind, octets, head) in [
            (Kind::DlmsLong, &[0x10, 0xFF, 0xFE][..], 1),
            (Kind::DlmsLongUnsigned, &[0x12, 0xFF, 0xFE], 1),
            (Kind::DlmsDoubleLongUnsigned, &[0, 0, 7, 8], 0),
            (Kind::ZclUnsigned, &[0x01, 0x02, 0x03], 0),
            (Kind::ZclSigned, &[0xFE, 0xFF], 0),
            (Kind::DerInteger, &[0x02, 0x03, 0x00, 0x8F, 0x66], 2),
            (Kind::DerInteger, &[0x02, 0x82, 0x00, 0x01, 0x05], 4),
            (Kind::DlmsFloat32, &[0x17, 0x3F, 0x80, 0, 0], 1),
            (Kind::DlmsFloat32, &[0x17, 0x7F, 0xC0, 0, 1], 1),
        ] {
            assert_eq!(again(kind, octets, head), octets, "{kind:?}");
        }
    }

    #[test]
    fn a_wrong_tag_would_be_seen() {
        assert_eq!(again(Kind::DlmsLong, &[0x12, 0xFF, 0xFE], 1), [0x10, 0xFF, 0xFE]);
    }

    #[test]
    fn lengths_keep_their_form() {
        for octets in [&[0x05][..], &[0x81, 0x05], &[0x82, 0x00, 0x05], &[0x00, 0x35]] {
            assert_eq!(again(Kind::Length, octets, 0), octets);
        }
    }

    #[test]
    fn strings_with_and_without_tag() {
        for (kind, octets, head) in [
            (Kind::DlmsOctetString, &[0x09, 0x02, 1, 2][..], 2),
            (Kind::DlmsOctetString, &[0x02, 1, 2], 1),
            (Kind::DlmsOctetString, &[0x81, 0x02, 1, 2], 2),
            (Kind::DlmsOctetString, &[0x09, 0x81, 0x02, 1, 2], 3),
            (Kind::DlmsBitString, &[0x04, 0x07, 0xFE], 2),
            (Kind::ZclCharacterString, &[0x02, 0x41, 0x42], 1),
            (Kind::ZclCharacterString, &[0x42, 0x02, 0x41, 0x42], 2),
            (Kind::ZclOctetString, &[0xFF], 1),
            (Kind::DerBitString, &[0x03, 0x02, 0x07, 0x80], 2),
            (Kind::DerBitString, &[0x82, 0x81, 0x02, 0x07, 0x80], 3),
        ] {
            assert_eq!(again(kind, octets, head), octets, "{kind:?} {octets:02x?}");
        }
    }

    #[test]
    fn a_length_is_made_from_what_it_counts() {
        // The tree gives three octets of content to a string that says two.
        assert_eq!(again(Kind::DlmsOctetString, &[0x09, 0x81, 0x02, 1, 2, 3], 3)[2], 3);
    }
}

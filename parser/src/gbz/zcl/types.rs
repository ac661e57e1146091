//! The ZCL data types, by their type octet.

use crate::kind::Kind;

/// How the value of a type is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// A fixed number of octets, which may be none.
    Fixed(Kind, u8),
    /// Octets behind a length of one or two octets.
    Counted(Kind, u8),
    /// An array, set or bag: type of the elements, number of the elements, elements.
    Array,
    /// A structure: number of the elements, each with its type.
    Structure,
}

/// The layout of a type; `None` where the type octet is none of the standard's.
pub(super) fn layout(data_type: u8) -> Option<Layout> {
    use Layout::{Array, Counted, Fixed, Structure};
    Some(match data_type {
        0x00 | 0xFF => Fixed(Kind::ZclNoData, 0),
        0x08..=0x0F => Fixed(Kind::ZclData, data_type - 0x07),
        0x10 => Fixed(Kind::ZclBoolean, 1),
        0x18..=0x1F => Fixed(Kind::ZclBitmap, data_type - 0x17),
        0x20..=0x27 => Fixed(Kind::ZclUnsigned, data_type - 0x1F),
        0x28..=0x2F => Fixed(Kind::ZclSigned, data_type - 0x27),
        0x30 => Fixed(Kind::ZclEnum, 1),
        0x31 => Fixed(Kind::ZclEnum, 2),
        0x38 => Fixed(Kind::ZclFloat, 2),
        0x39 => Fixed(Kind::ZclFloat, 4),
        0x3A => Fixed(Kind::ZclFloat, 8),
        0x41 => Counted(Kind::ZclOctetString, 1),
        0x42 => Counted(Kind::ZclCharacterString, 1),
        0x43 => Counted(Kind::ZclOctetString, 2),
        0x44 => Counted(Kind::ZclCharacterString, 2),
        0x48 | 0x50 | 0x51 => Array,
        0x4C => Structure,
        0xE0 => Fixed(Kind::ZclTimeOfDay, 4),
        0xE1 => Fixed(Kind::ZclDate, 4),
        0xE2 => Fixed(Kind::ZclUtcTime, 4),
        0xE8 => Fixed(Kind::ZclClusterId, 2),
        0xE9 => Fixed(Kind::ZclAttributeId, 2),
        0xEA => Fixed(Kind::ZclUnsigned, 4),
        0xF0 => Fixed(Kind::ZclIeeeAddress, 8),
        0xF1 => Fixed(Kind::ZclKey, 16),
        _ => return None,
    })
}

/// True for types whose values can be measured against each other: numbers and times.
pub(super) fn is_analogue(data_type: u8) -> bool {
    matches!(data_type, 0x20..=0x2F | 0x38..=0x3A | 0xE0..=0xE2)
}

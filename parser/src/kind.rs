//! Kinds of node: how the octets of a leaf are to be read, or what a container is.

use std::borrow::Cow;

/// The kind of a node. It carries the type on the wire, so that two leaves with the same number in
/// different types can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum Kind {
    // Containers.
    /// A group of fields that has no tag of its own.
    Group,
    /// A DLMS array.
    DlmsArray,
    /// A DLMS structure.
    DlmsStructure,
    /// A DLMS compact array.
    DlmsCompactArray,
    /// A GBZ component.
    Component,
    /// A ZCL array, structure, set or bag.
    ZclCollection,
    /// A DER SEQUENCE.
    DerSequence,
    /// A DER SET.
    DerSet,
    /// A constructed DER value with a context, application or private tag.
    DerConstructed,

    // Leaves of the envelope and of fixed layouts: big endian, no tag.
    /// A tag, choice or other octet that only steers reading.
    Tag,
    /// A length or count field (BER form or plain).
    Length,
    /// The head of a container: tag, count, type description.
    Header,
    /// An unsigned number, big endian.
    Unsigned,
    /// Octets without further structure.
    Octets,
    /// An entity identifier (EUI-64), first octet first.
    EntityId,
    /// An OBIS code, six octets.
    Obis,
    /// Seconds since 2000-01-01 00:00:00 UTC, 32 bits big endian.
    Seconds2000,
    /// A message authentication code or tag.
    Mac,
    /// A signature, r then s.
    Signature,
    /// Ciphertext.
    Ciphertext,
    /// Octets that could not be decoded.
    Opaque,

    // DLMS data, with their tag unless they are elements of a compact array.
    /// null-data.
    DlmsNull,
    /// boolean.
    DlmsBoolean,
    /// bit-string; the count in its head counts bits.
    DlmsBitString,
    /// double-long, 32 bits signed.
    DlmsDoubleLong,
    /// double-long-unsigned, 32 bits.
    DlmsDoubleLongUnsigned,
    /// octet-string.
    DlmsOctetString,
    /// visible-string.
    DlmsVisibleString,
    /// utf8-string.
    DlmsUtf8String,
    /// bcd.
    DlmsBcd,
    /// integer, 8 bits signed.
    DlmsInteger,
    /// long, 16 bits signed.
    DlmsLong,
    /// unsigned, 8 bits.
    DlmsUnsigned,
    /// long-unsigned, 16 bits.
    DlmsLongUnsigned,
    /// long64, signed.
    DlmsLong64,
    /// long64-unsigned.
    DlmsLong64Unsigned,
    /// enum.
    DlmsEnum,
    /// float32.
    DlmsFloat32,
    /// float64.
    DlmsFloat64,
    /// date-time, 12 octets.
    DlmsDateTime,
    /// date, 5 octets.
    DlmsDate,
    /// time, 4 octets.
    DlmsTime,
    /// delta-integer, 8 bits signed.
    DlmsDeltaInteger,
    /// delta-long, 16 bits signed.
    DlmsDeltaLong,
    /// delta-double-long, 32 bits signed.
    DlmsDeltaDoubleLong,
    /// delta-unsigned, 8 bits.
    DlmsDeltaUnsigned,
    /// delta-long-unsigned, 16 bits.
    DlmsDeltaLongUnsigned,
    /// delta-double-long-unsigned, 32 bits.
    DlmsDeltaDoubleLongUnsigned,
    /// dont-care.
    DlmsDontCare,

    // ZCL data: little endian; the width is that of the leaf.
    /// No data.
    ZclNoData,
    /// data8 to data64.
    ZclData,
    /// Boolean.
    ZclBoolean,
    /// bitmap8 to bitmap64.
    ZclBitmap,
    /// uint8 to uint64.
    ZclUnsigned,
    /// int8 to int64.
    ZclSigned,
    /// enum8, enum16.
    ZclEnum,
    /// semi, single or double precision.
    ZclFloat,
    /// An octet string; the head is its length.
    ZclOctetString,
    /// A character string; the head is its length.
    ZclCharacterString,
    /// UTCTime, seconds since 2000-01-01 00:00:00 UTC.
    ZclUtcTime,
    /// Date: year - 1900, month, day, weekday.
    ZclDate,
    /// Time of day: hour, minute, second, hundredth.
    ZclTimeOfDay,
    /// A cluster id.
    ZclClusterId,
    /// An attribute id.
    ZclAttributeId,
    /// An IEEE address, last octet first.
    ZclIeeeAddress,
    /// A 128-bit security key.
    ZclKey,

    // DER primitives, with tag and length.
    /// BOOLEAN.
    DerBoolean,
    /// INTEGER, or one under a context tag.
    DerInteger,
    /// ENUMERATED.
    DerEnumerated,
    /// BIT STRING; the first content octet counts unused bits.
    DerBitString,
    /// OCTET STRING, or one under a context tag.
    DerOctetString,
    /// NULL.
    DerNull,
    /// OBJECT IDENTIFIER.
    DerObjectIdentifier,
    /// UTF8String, PrintableString, IA5String and the like.
    DerString,
    /// UTCTime.
    DerUtcTime,
    /// GeneralizedTime.
    DerGeneralizedTime,
    /// A primitive value under a tag that is known only by its octets.
    DerPrimitive,
}

impl Kind {
    /// True for the kinds that have children.
    #[must_use]
    pub const fn is_container(self) -> bool {
        (self as u8) <= Self::DerConstructed as u8
    }

    /// True where the content is an unsigned number, most significant octet first.
    pub(crate) const fn is_unsigned(self) -> bool {
        matches!(
            self,
            Self::Unsigned
                | Self::Tag
                | Self::Seconds2000
                | Self::DlmsDoubleLongUnsigned
                | Self::DlmsUnsigned
                | Self::DlmsLongUnsigned
                | Self::DlmsLong64Unsigned
                | Self::DlmsEnum
                | Self::DlmsBcd
                | Self::DlmsDeltaUnsigned
                | Self::DlmsDeltaLongUnsigned
                | Self::DlmsDeltaDoubleLongUnsigned
        )
    }

    /// True for the types of DLMS whose values say how long they are.
    pub(crate) const fn is_dlms_string(self) -> bool {
        matches!(
            self,
            Self::DlmsOctetString
                | Self::DlmsVisibleString
                | Self::DlmsUtf8String
                | Self::DlmsBitString
        )
    }

    /// True where the content is an unsigned number, least significant octet first.
    pub(crate) const fn is_zcl_unsigned(self) -> bool {
        matches!(
            self,
            Self::ZclUnsigned
                | Self::ZclEnum
                | Self::ZclBitmap
                | Self::ZclUtcTime
                | Self::ZclClusterId
                | Self::ZclAttributeId
        )
    }

    /// True for the DLMS data types.
    #[must_use]
    pub const fn is_dlms(self) -> bool {
        matches!(self, Self::DlmsArray | Self::DlmsStructure | Self::DlmsCompactArray)
            || (self as u8 >= Self::DlmsNull as u8 && self as u8 <= Self::DlmsDontCare as u8)
    }

    /// Name of the type, as the standard that defines it writes it. `width` is the number of
    /// content octets: ZCL integers are named by it.
    #[must_use]
    pub fn type_name(self, width: usize) -> Cow<'static, str> {
        let name = match self {
            Self::Group => "group",
            Self::DlmsArray => "array",
            Self::DlmsStructure => "structure",
            Self::DlmsCompactArray => "compact-array",
            Self::Component => "component",
            Self::ZclCollection => "collection",
            Self::DerSequence => "SEQUENCE",
            Self::DerSet => "SET",
            Self::DerConstructed => "constructed",
            Self::Tag => "tag",
            Self::Length => "length",
            Self::Header => "header",
            Self::Unsigned => "number",
            Self::Octets => "octets",
            Self::EntityId => "entity-id",
            Self::Obis => "obis",
            Self::Seconds2000 => "seconds-2000",
            Self::Mac => "mac",
            Self::Signature => "signature",
            Self::Ciphertext => "ciphertext",
            Self::Opaque => "opaque",
            Self::DlmsNull => "null-data",
            Self::DlmsBoolean => "boolean",
            Self::DlmsBitString => "bit-string",
            Self::DlmsDoubleLong => "double-long",
            Self::DlmsDoubleLongUnsigned => "double-long-unsigned",
            Self::DlmsOctetString => "octet-string",
            Self::DlmsVisibleString => "visible-string",
            Self::DlmsUtf8String => "utf8-string",
            Self::DlmsBcd => "bcd",
            Self::DlmsInteger => "integer",
            Self::DlmsLong => "long",
            Self::DlmsUnsigned => "unsigned",
            Self::DlmsLongUnsigned => "long-unsigned",
            Self::DlmsLong64 => "long64",
            Self::DlmsLong64Unsigned => "long64-unsigned",
            Self::DlmsEnum => "enum",
            Self::DlmsFloat32 => "float32",
            Self::DlmsFloat64 => "float64",
            Self::DlmsDateTime => "date-time",
            Self::DlmsDate => "date",
            Self::DlmsTime => "time",
            Self::DlmsDeltaInteger => "delta-integer",
            Self::DlmsDeltaLong => "delta-long",
            Self::DlmsDeltaDoubleLong => "delta-double-long",
            Self::DlmsDeltaUnsigned => "delta-unsigned",
            Self::DlmsDeltaLongUnsigned => "delta-long-unsigned",
            Self::DlmsDeltaDoubleLongUnsigned => "delta-double-long-unsigned",
            Self::DlmsDontCare => "dont-care",
            Self::ZclNoData => "nodata",
            Self::ZclData => return Cow::Owned(format!("data{}", width * 8)),
            Self::ZclBoolean => "bool",
            Self::ZclBitmap => return Cow::Owned(format!("bitmap{}", width * 8)),
            Self::ZclUnsigned => return Cow::Owned(format!("uint{}", width * 8)),
            Self::ZclSigned => return Cow::Owned(format!("int{}", width * 8)),
            Self::ZclEnum => return Cow::Owned(format!("enum{}", width * 8)),
            Self::ZclFloat => match width {
                2 => "semi",
                4 => "single",
                _ => "double",
            },
            Self::ZclOctetString => "octstr",
            Self::ZclCharacterString => "string",
            Self::ZclUtcTime => "UTC",
            Self::ZclDate => "zcl-date",
            Self::ZclTimeOfDay => "ToD",
            Self::ZclClusterId => "clusterId",
            Self::ZclAttributeId => "attribId",
            Self::ZclIeeeAddress => "EUI64",
            Self::ZclKey => "key128",
            Self::DerBoolean => "BOOLEAN",
            Self::DerInteger => "INTEGER",
            Self::DerEnumerated => "ENUMERATED",
            Self::DerBitString => "BIT STRING",
            Self::DerOctetString => "OCTET STRING",
            Self::DerNull => "NULL",
            Self::DerObjectIdentifier => "OBJECT IDENTIFIER",
            Self::DerString => "STRING",
            Self::DerUtcTime => "UTCTime",
            Self::DerGeneralizedTime => "GeneralizedTime",
            Self::DerPrimitive => "primitive",
        };
        Cow::Borrowed(name)
    }
}

/// The value of a leaf.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// There is none: null-data, NULL, dont-care.
    Null,
    /// A truth value: any octet but zero is true.
    Bool(bool),
    /// An unsigned number.
    Unsigned(u64),
    /// A signed number.
    Signed(i64),
    /// A floating point number.
    Float(f64),
    /// Text that is valid UTF-8.
    Text(&'a str),
    /// Bits, the first the most significant of the first octet.
    Bits(Bits<'a>),
    /// Octets.
    Octets(&'a [u8]),
}

/// A bit string: octets and the number of bits in them that count. Padding bits are not looked at.
#[derive(Clone, Copy, Debug)]
pub struct Bits<'a> {
    octets: &'a [u8],
    len: usize,
}

impl<'a> Bits<'a> {
    /// The first `len` bits of `octets`; `len` is cut to what the octets hold.
    #[must_use]
    pub fn new(octets: &'a [u8], len: usize) -> Self {
        Self { octets, len: len.min(octets.len() * 8) }
    }

    /// The bits, first bit first.
    #[must_use]
    pub fn as_bitslice(&self) -> &'a bitvec::slice::BitSlice<u8, bitvec::order::Msb0> {
        let bits = bitvec::slice::BitSlice::from_slice(self.octets);
        bits.get(..self.len).unwrap_or(bits)
    }

    /// Number of bits.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// True where there is no bit.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The octets that hold the bits, padding included.
    #[must_use]
    pub fn octets(&self) -> &'a [u8] {
        self.octets
    }
}

impl PartialEq for Bits<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_bitslice() == other.as_bitslice()
    }
}

impl Kind {
    /// The value in `content`: the octets of a leaf without tag and length (see
    /// [`crate::tree::Node::head`]). Where they are no value of the type (a float of five octets,
    /// text that is no UTF-8), the octets themselves. `bits` is the number of bits of a DLMS
    /// bit-string.
    #[must_use]
    pub fn value(self, content: &[u8], bits: Option<usize>) -> Value<'_> {
        match self {
            Self::DlmsNull | Self::DlmsDontCare | Self::DerNull | Self::ZclNoData => Value::Null,
            Self::DlmsBoolean | Self::ZclBoolean | Self::DerBoolean if !content.is_empty() => {
                Value::Bool(content.iter().any(|octet| *octet != 0))
            }
            _ if self.is_unsigned() => {
                unsigned(content.iter()).map_or(Value::Octets(content), Value::Unsigned)
            }
            Self::Length => length_value(content).map_or(Value::Octets(content), Value::Unsigned),
            Self::DlmsDoubleLong
            | Self::DlmsInteger
            | Self::DlmsLong
            | Self::DlmsLong64
            | Self::DlmsDeltaInteger
            | Self::DlmsDeltaLong
            | Self::DlmsDeltaDoubleLong
            | Self::DerInteger
            | Self::DerEnumerated => {
                signed(content.iter()).map_or(Value::Octets(content), Value::Signed)
            }
            _ if self.is_zcl_unsigned() => {
                unsigned(content.iter().rev()).map_or(Value::Octets(content), Value::Unsigned)
            }
            Self::ZclSigned => {
                signed(content.iter().rev()).map_or(Value::Octets(content), Value::Signed)
            }
            Self::DlmsFloat32 => content.try_into().map_or(Value::Octets(content), |octets| {
                Value::Float(f64::from(f32::from_be_bytes(octets)))
            }),
            Self::DlmsFloat64 => content
                .try_into()
                .map_or(Value::Octets(content), |octets| Value::Float(f64::from_be_bytes(octets))),
            Self::ZclFloat => zcl_float(content),
            Self::DlmsVisibleString
            | Self::DlmsUtf8String
            | Self::ZclCharacterString
            | Self::DerString
            | Self::DerUtcTime
            | Self::DerGeneralizedTime => {
                std::str::from_utf8(content).map_or(Value::Octets(content), Value::Text)
            }
            Self::DlmsBitString => {
                Value::Bits(Bits::new(content, bits.unwrap_or(content.len() * 8)))
            }
            Self::DerBitString => match content.split_first() {
                Some((unused, octets)) => Value::Bits(Bits::new(
                    octets,
                    (octets.len() * 8).saturating_sub(usize::from(*unused)),
                )),
                None => Value::Octets(content),
            },
            _ => Value::Octets(content),
        }
    }
}

/// An unsigned number of up to eight octets, most significant first.
#[inline]
pub(crate) fn unsigned<'a>(octets: impl ExactSizeIterator<Item = &'a u8>) -> Option<u64> {
    if octets.len() == 0 || octets.len() > 8 {
        return None;
    }
    Some(octets.fold(0, |value, octet| value << 8 | u64::from(*octet)))
}

fn signed<'a>(mut octets: impl ExactSizeIterator<Item = &'a u8>) -> Option<i64> {
    if octets.len() > 8 {
        return None;
    }
    let first = i64::from(octets.next()?.cast_signed());
    Some(octets.fold(first, |value, octet| value << 8 | i64::from(*octet)))
}

/// The number in a length field: plain in one octet, or 0x80 + n and n octets.
pub(crate) fn length_value(octets: &[u8]) -> Option<u64> {
    match octets {
        [] => None,
        [one] => Some(u64::from(*one)),
        [first, rest @ ..] if *first == 0x80 | rest.len() as u8 => unsigned(rest.iter()),
        plain => unsigned(plain.iter()),
    }
}

fn zcl_float(content: &[u8]) -> Value<'_> {
    if let Ok(octets) = content.try_into() {
        return Value::Float(f64::from(f32::from_le_bytes(octets)));
    }
    if let Ok(octets) = content.try_into() {
        return Value::Float(f64::from_le_bytes(octets));
    }
    match content {
        [low, high] => Value::Float(semi_precision(u16::from_le_bytes([*low, *high]))),
        _ => Value::Octets(content),
    }
}

/// IEEE 754 binary16: one sign bit, five of exponent, ten of fraction.
fn semi_precision(bits: u16) -> f64 {
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let exponent = i32::from(bits >> 10 & 0x1F);
    let fraction = f64::from(bits & 0x3FF);
    match exponent {
        // What `powi` gives is not the same everywhere.
        0 => sign * fraction / f64::from(1 << 24),
        0x1F if fraction == 0.0 => sign * f64::INFINITY,
        0x1F => f64::NAN,
        16.. => sign * (1.0 + fraction / 1024.0) * f64::from(1 << (exponent - 15)),
        _ => sign * (1.0 + fraction / 1024.0) / f64::from(1 << (15 - exponent)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_sign_and_byte_order() {
        assert_eq!(Kind::DlmsLong.value(&[0xFF, 0xFE], None), Value::Signed(-2));
        assert_eq!(Kind::DlmsLongUnsigned.value(&[0xFF, 0xFE], None), Value::Unsigned(0xFFFE));
        assert_eq!(
            Kind::ZclUnsigned.value(&[0x01, 0x02, 0x03], None),
            Value::Unsigned(0x0003_0201)
        );
        assert_eq!(Kind::ZclSigned.value(&[0xFE, 0xFF], None), Value::Signed(-2));
        assert_eq!(Kind::DerInteger.value(&[0x00, 0x8F, 0x66], None), Value::Signed(0x8F66));
    }

    #[test]
    fn what_is_no_value_stays_octets() {
        assert_eq!(Kind::DlmsFloat32.value(&[1, 2, 3], None), Value::Octets(&[1, 2, 3]));
        assert_eq!(Kind::DlmsUtf8String.value(&[0xFF], None), Value::Octets(&[0xFF]));
        assert_eq!(Kind::Unsigned.value(&[0; 9], None), Value::Octets(&[0; 9]));
    }

    #[test]
    fn bits_do_not_look_at_padding() {
        let seven = Kind::DlmsBitString.value(&[0xFE], Some(7));
        assert_eq!(seven, Kind::DlmsBitString.value(&[0xFF], Some(7)));
        assert_ne!(seven, Kind::DlmsBitString.value(&[0xFE], Some(8)));
    }

    #[test]
    fn semi_precision_numbers() {
        assert_eq!(semi_precision(0x3C00), 1.0);
        assert_eq!(semi_precision(0xC000), -2.0);
        assert_eq!(semi_precision(0x0001), 1.0 / 16_777_216.0);
        assert_eq!(semi_precision(0x0400), 1.0 / 16_384.0);
        assert_eq!(semi_precision(0x7BFF), 65_504.0);
        assert!(semi_precision(0x7C01).is_nan());
    }
}

//! DER values.

use super::Length;

/// BOOLEAN.
pub const BOOLEAN: u8 = 0x01;
/// INTEGER.
pub const INTEGER: u8 = 0x02;
/// BIT STRING.
pub const BIT_STRING: u8 = 0x03;
/// OCTET STRING.
pub const OCTET_STRING: u8 = 0x04;
/// OBJECT IDENTIFIER.
pub const OBJECT_IDENTIFIER: u8 = 0x06;
/// UTF8String.
pub const UTF8_STRING: u8 = 0x0C;
/// GeneralizedTime.
pub const GENERALIZED_TIME: u8 = 0x18;
/// SEQUENCE.
pub const SEQUENCE: u8 = 0x30;
/// SET.
pub const SET: u8 = 0x31;

/// A value with any tag.
#[must_use]
pub fn value(tag: u8, content: impl AsRef<[u8]>) -> Vec<u8> {
    value_with(tag, content, Length::Minimal)
}

/// A value with any tag and its length in any form.
#[must_use]
pub fn value_with(tag: u8, content: impl AsRef<[u8]>, length: Length) -> Vec<u8> {
    let content = content.as_ref();
    let mut out = vec![tag];
    length.write(&mut out, content.len());
    out.extend(content);
    out
}

/// A constructed value of parts.
#[must_use]
pub fn constructed<P: AsRef<[u8]>>(tag: u8, parts: impl IntoIterator<Item = P>) -> Vec<u8> {
    let mut content = Vec::new();
    for part in parts {
        content.extend(part.as_ref());
    }
    value(tag, content)
}

/// A SEQUENCE of parts.
#[must_use]
pub fn sequence<P: AsRef<[u8]>>(parts: impl IntoIterator<Item = P>) -> Vec<u8> {
    constructed(SEQUENCE, parts)
}

/// NULL.
#[must_use]
pub fn null() -> Vec<u8> {
    vec![0x05, 0x00]
}

/// An INTEGER that is not negative.
#[must_use]
pub fn integer(number: u64) -> Vec<u8> {
    unsigned(&number.to_be_bytes())
}

/// An INTEGER that is not negative, of any size, from its octets.
#[must_use]
pub fn unsigned(octets: &[u8]) -> Vec<u8> {
    let mut content: Vec<u8> = octets.iter().copied().skip_while(|octet| *octet == 0).collect();
    if content.first().is_none_or(|first| first & 0x80 != 0) {
        content.insert(0, 0);
    }
    value(INTEGER, content)
}

/// A BIT STRING whose last octet has `unused` bits that do not count.
#[must_use]
pub fn bit_string(unused: u8, octets: &[u8]) -> Vec<u8> {
    let mut content = vec![unused];
    content.extend(octets);
    value(BIT_STRING, content)
}

/// A GeneralizedTime, such as `20260102030405Z`.
#[must_use]
pub fn generalized_time(text: &str) -> Vec<u8> {
    value(GENERALIZED_TIME, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_not_negative() {
        assert_eq!(integer(0), [0x02, 0x01, 0x00]);
        assert_eq!(integer(0x7F), [0x02, 0x01, 0x7F]);
        assert_eq!(integer(0x8F66), [0x02, 0x03, 0x00, 0x8F, 0x66]);
    }

    #[test]
    fn the_length_of_a_sequence_is_that_of_its_parts() {
        let inner = bit_string(7, &[0x80]);
        assert_eq!(sequence([inner]), [0x30, 0x04, 0x03, 0x02, 0x07, 0x80]);
        assert_eq!(sequence([vec![0; 200]])[..3], [0x30, 0x81, 0xC8]);
    }

    #[test]
    fn a_length_in_a_longer_form_than_needed() {
        let octets = value_with(OCTET_STRING, [1, 2], Length::Long(2));
        assert_eq!(octets, [0x04, 0x82, 0x00, 0x02, 0x01, 0x02]);
    }
}

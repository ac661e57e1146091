//! Tag and length of a DER value.

use nom::number::be_u8;

use crate::error::ErrorKind;
use crate::input::{Fault, Input, Length};
use crate::kind::Kind;
use crate::limits::MAX_TAG_OCTETS;
use crate::span::BufferId;

/// Bit of the identifier octet that says that the content is made of values.
const CONSTRUCTED: u8 = 0x20;
/// The five bits of the identifier octet that hold the tag number, or say that it follows.
const NUMBER: u8 = 0x1F;
/// The two bits of the identifier octet that hold the class.
const CLASS: u8 = 0xC0;
/// Those two bits of the context class.
const CONTEXT: u8 = 0x80;

/// Identifier octets of the universal types.
mod tag {
    pub(super) const BOOLEAN: u8 = 0x01;
    pub(super) const INTEGER: u8 = 0x02;
    pub(super) const BIT_STRING: u8 = 0x03;
    pub(super) const OCTET_STRING: u8 = 0x04;
    pub(super) const NULL: u8 = 0x05;
    pub(super) const OBJECT_IDENTIFIER: u8 = 0x06;
    pub(super) const ENUMERATED: u8 = 0x0A;
    pub(super) const UTF8_STRING: u8 = 0x0C;
    pub(super) const NUMERIC_STRING: u8 = 0x12;
    pub(super) const IA5_STRING: u8 = 0x16;
    pub(super) const UTC_TIME: u8 = 0x17;
    pub(super) const GENERALIZED_TIME: u8 = 0x18;
    pub(super) const GRAPHIC_STRING: u8 = 0x19;
    pub(super) const GENERAL_STRING: u8 = 0x1B;
    pub(super) const SEQUENCE: u8 = 0x30;
    pub(super) const SET: u8 = 0x31;
}

/// Tag and length of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The first octet: class, constructed, and the tag number where it is below 31.
    pub(super) identifier: u8,
    /// Octets of content that the length announces.
    pub(super) length: Length,
    /// Octets of tag and length.
    pub(super) octets: u8,
}

impl Head {
    pub(super) fn is_constructed(self) -> bool {
        self.identifier & CONSTRUCTED != 0
    }

    /// True for a tag of the context class, whose meaning the structure gives.
    pub(super) fn is_context(self) -> bool {
        self.identifier & CLASS == CONTEXT
    }

    pub(super) fn is_octet_string(self) -> bool {
        self.identifier == tag::OCTET_STRING
    }

    /// How a value of this tag is read where no schema says more.
    pub(super) fn kind(self) -> Kind {
        match self.identifier {
            tag::BOOLEAN => Kind::DerBoolean,
            tag::INTEGER => Kind::DerInteger,
            tag::BIT_STRING => Kind::DerBitString,
            tag::OCTET_STRING => Kind::DerOctetString,
            tag::NULL => Kind::DerNull,
            tag::OBJECT_IDENTIFIER => Kind::DerObjectIdentifier,
            tag::ENUMERATED => Kind::DerEnumerated,
            tag::UTC_TIME => Kind::DerUtcTime,
            tag::GENERALIZED_TIME => Kind::DerGeneralizedTime,
            tag::UTF8_STRING
            | tag::NUMERIC_STRING..=tag::IA5_STRING
            | tag::GRAPHIC_STRING..=tag::GENERAL_STRING => Kind::DerString,
            tag::SEQUENCE => Kind::DerSequence,
            tag::SET => Kind::DerSet,
            _ if self.is_constructed() => Kind::DerConstructed,
            _ => Kind::DerPrimitive,
        }
    }
}

/// Reads tag and length and moves on behind them. That the content fits is not looked at.
#[inline]
pub(super) fn head(input: &mut Input<'_>) -> Result<Head, Fault> {
    let start = input.offset();
    let identifier = input.read(be_u8())?;
    if identifier & NUMBER == NUMBER {
        long_number(input, start)?;
    }
    let length = input.read_length()?;
    let octets = (input.offset() - start) as u8;
    Ok(Head { identifier, length, octets })
}

/// Steps over a tag number in base 128: every octet but the last has its high bit set.
fn long_number(input: &mut Input<'_>, start: u32) -> Result<(), Fault> {
    for _ in 0..MAX_TAG_OCTETS {
        if input.read(be_u8())? & 0x80 == 0 {
            return Ok(());
        }
    }
    let needed = Some(MAX_TAG_OCTETS as u64);
    Err(Fault { offset: start, needed, ..input.fault(ErrorKind::Limit) })
}

/// True where `octets` are exactly one value that looks like DER: a universal or context tag, a
/// length that ends where the octets end, and values inside it if it is constructed.
pub(super) fn fills(octets: &[u8]) -> bool {
    let Some((head, content)) = single(octets) else { return false };
    let content = content.octets();
    match head.identifier {
        tag::BOOLEAN => content.len() == 1,
        tag::INTEGER | tag::ENUMERATED | tag::BIT_STRING | tag::OBJECT_IDENTIFIER => {
            !content.is_empty()
        }
        tag::NULL => content.is_empty(),
        tag::SEQUENCE | tag::SET | 0xA0..=0xBE => values(content),
        0x00 | 0x10 | 0x11 | 0x1F => false,
        identifier => identifier < 0x1F || matches!(identifier, 0x80..=0x9E),
    }
}

fn single(octets: &[u8]) -> Option<(Head, Input<'_>)> {
    let mut content = Input::new(octets, BufferId::WIRE);
    let head = head(&mut content).ok()?;
    (content.len() == head.length.value as usize).then_some((head, content))
}

/// True where `octets` are values one after the other, by their tags and lengths.
fn values(octets: &[u8]) -> bool {
    let mut rest = Input::new(octets, BufferId::WIRE);
    while !rest.is_empty() {
        match head(&mut rest) {
            Ok(head) if head.identifier != 0 && rest.skip(head.length.value as usize) => {}
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(octets: &[u8]) -> Result<(u8, u32, u8), ErrorKind> {
        let head = head(&mut Input::new(octets, BufferId::WIRE)).map_err(|fault| fault.kind)?;
        Ok((head.identifier, head.length.value, head.octets))
    }

    #[test]
    fn tags_and_lengths() {
        assert_eq!(read(&[0x02, 0x01, 0x05]), Ok((0x02, 1, 2)));
        assert_eq!(read(&[0x30, 0x82, 0x00, 0x0E]), Ok((0x30, 14, 4)));
        assert_eq!(read(&[0x7F, 0x81, 0x01, 0x03]), Ok((0x7F, 3, 4)));
    }

    #[test]
    fn heads_that_cannot_be_read() {
        assert_eq!(read(&[]), Err(ErrorKind::TooShort));
        assert_eq!(read(&[0x30]), Err(ErrorKind::TooShort));
        assert_eq!(read(&[0x30, 0x80, 0, 0]), Err(ErrorKind::LengthForm));
        assert_eq!(read(&[0x3F, 0xFF]), Err(ErrorKind::TooShort));
        // Four octets of a tag number are read, and five are not.
        assert_eq!(read(&[0x3F, 0xFF, 0xFF, 0xFF, 0x01, 0x00]), Ok((0x3F, 0, 6)));
        assert_eq!(read(&[0x3F, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0x00]), Err(ErrorKind::Limit));
    }

    #[test]
    fn one_value_that_fills_its_octets() {
        for octets in [
            &[0x05, 0x00][..],
            &[0x02, 0x01, 0x00],
            &[0x04, 0x02, 0xAA, 0xBB],
            &[0x30, 0x00],
            &[0x30, 0x82, 0x00, 0x03, 0x02, 0x01, 0x07],
            &[0xA2, 0x03, 0x02, 0x01, 0x07],
            &[0x81, 0x01, 0x01],
        ] {
            assert!(fills(octets), "{octets:02X?}");
        }
    }

    #[test]
    fn octets_that_are_not_one_value() {
        for octets in [
            &[][..],
            &[0x30],
            &[0x05, 0x01, 0x00],
            &[0x02, 0x00],
            &[0x02, 0x01, 0x00, 0x00],
            &[0x02, 0x02, 0x00],
            &[0x30, 0x02, 0x02, 0x01],
            &[0x30, 0x02, 0x00, 0x00],
            &[0x00, 0x00],
            &[0xD9, 0x01, 0x00],
            &[0x30, 0x80, 0x00, 0x00],
        ] {
            assert!(!fills(octets), "{octets:02X?}");
        }
    }
}

//! The input of all parsers: octets that know where they stand.

use nom::error::{ErrorKind as NomKind, ParseError};
use nom::{Compare, CompareResult, IResult, Needed};

use crate::element::ElementId;
use crate::error::{DecodeError, ErrorKind, LimitSource};
use crate::limits::MAX_LENGTH_OCTETS;
use crate::span::{BufferId, Span};

/// A window on one buffer of a message. It knows its absolute offset and which length field set
/// its end, so that every error can say both.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Input<'a> {
    octets: &'a [u8],
    offset: u32,
    buffer: BufferId,
    limit: Option<LimitSource>,
}

/// What a parser returns.
pub(crate) type Parsed<'a, T> = IResult<Input<'a>, T, Fault>;

/// The error of the small parsers: position and kind. [`Input::error`] makes the public error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) offset: u32,
    pub(crate) kind: ErrorKind,
    pub(crate) needed: Option<u64>,
    pub(crate) found: Option<u64>,
}

impl<'a> Input<'a> {
    /// All octets of a buffer. The caller has checked that they are fewer than 2^32.
    pub(crate) fn new(octets: &'a [u8], buffer: BufferId) -> Self {
        Self { octets, offset: 0, buffer, limit: None }
    }

    #[inline]
    pub(crate) fn octets(&self) -> &'a [u8] {
        self.octets
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.octets.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.octets.is_empty()
    }

    /// Offset of the next octet in its buffer.
    #[inline]
    pub(crate) fn offset(&self) -> u32 {
        self.offset
    }

    /// Offset behind the last octet of the window.
    pub(crate) fn end(&self) -> u32 {
        self.offset + self.octets.len() as u32
    }

    pub(crate) fn buffer(&self) -> BufferId {
        self.buffer
    }

    /// The next octet, if any.
    #[inline]
    pub(crate) fn peek(&self) -> Option<u8> {
        self.octets.first().copied()
    }

    /// What stands `n` octets further on.
    pub(crate) fn peek_at(&self, n: usize) -> Option<u8> {
        self.octets.get(n).copied()
    }

    /// Moves on by `n` octets. False, and nothing moves, where fewer are left.
    #[inline]
    pub(crate) fn skip(&mut self, n: usize) -> bool {
        match self.octets.get(n..) {
            Some(rest) => {
                self.octets = rest;
                self.offset += n as u32;
                true
            }
            None => false,
        }
    }

    /// Takes the first `n` octets off, as a window whose end was set by `limit`. Where fewer are
    /// left, `None`, and nothing moves.
    #[inline]
    pub(crate) fn split_off(&mut self, n: usize, limit: LimitSource) -> Option<Self> {
        let (inner, rest) = self.octets.split_at_checked(n)?;
        let window = Self { octets: inner, limit: Some(limit), ..*self };
        self.octets = rest;
        self.offset += n as u32;
        Some(window)
    }

    /// Runs a parser here and moves on behind what it read. After a fault nothing moves.
    #[inline]
    pub(crate) fn read<T>(
        &mut self,
        parser: impl nom::Parser<Self, Output = T, Error = Fault>,
    ) -> Result<T, Fault> {
        match parser.parse_one(*self) {
            Ok((rest, value)) => {
                // The window is the same: buffer and limit stay.
                self.octets = rest.octets;
                self.offset = rest.offset;
                Ok(value)
            }
            Err(error) => Err(fault_of(*self, error)),
        }
    }

    /// Reads a BER style length and moves on behind it.
    #[inline]
    pub(crate) fn read_length(&mut self) -> Result<Length, Fault> {
        match self.read_short_length() {
            Some(length) => Ok(length),
            None => self.read_long_length(),
        }
    }

    /// Reads a length of one octet, as all but a few are, and moves on behind it. `None`, and
    /// nothing moves, where there is none.
    #[inline]
    pub(crate) fn read_short_length(&mut self) -> Option<Length> {
        let (&value @ 0..0x80, rest) = self.octets.split_first()? else { return None };
        self.octets = rest;
        self.offset += 1;
        Some(Length { value: u32::from(value), octets: 1 })
    }

    #[cold]
    #[inline(never)]
    fn read_long_length(&mut self) -> Result<Length, Fault> {
        self.read(long_length)
    }

    /// A fault at this place.
    pub(crate) fn fault(&self, kind: ErrorKind) -> Fault {
        Fault { offset: self.offset, kind, needed: None, found: None }
    }

    /// The fault "needs `needed` octets, has what is left".
    pub(crate) fn too_short(&self, needed: usize) -> Fault {
        Fault {
            offset: self.offset,
            kind: ErrorKind::TooShort,
            needed: Some(needed as u64),
            found: Some(self.len() as u64),
        }
    }

    /// The fault "nothing should be left here".
    pub(crate) fn left_over(&self) -> Fault {
        Fault {
            offset: self.offset,
            kind: ErrorKind::LeftOver,
            needed: Some(0),
            found: Some(self.len() as u64),
        }
    }

    /// The fault "expected another octet here".
    pub(crate) fn unexpected(&self, expected: Option<u8>) -> Fault {
        match self.peek() {
            None => self.too_short(1),
            Some(found) => Fault {
                offset: self.offset,
                kind: ErrorKind::UnexpectedOctet,
                needed: expected.map(u64::from),
                found: Some(u64::from(found)),
            },
        }
    }

    /// The public error for a fault that happened while `element` was read from this window (or
    /// from a later part of it): adds element, span and the length field that set the end.
    pub(crate) fn error(&self, fault: Fault, element: ElementId) -> DecodeError {
        let end = match fault.kind {
            ErrorKind::UnexpectedOctet => (fault.offset + 1).min(self.end()),
            _ => self.end().max(fault.offset),
        };
        DecodeError {
            kind: fault.kind,
            span: Span { buffer: self.buffer, start: fault.offset, end },
            element,
            needed: fault.needed,
            found: fault.found,
            limit_set_by: match fault.kind {
                ErrorKind::TooShort | ErrorKind::LengthReachesPastEnd | ErrorKind::LeftOver => {
                    self.limit
                }
                _ => None,
            },
        }
    }
}

impl<'a> nom::Input for Input<'a> {
    type Item = u8;
    type Iter = std::iter::Copied<std::slice::Iter<'a, u8>>;
    type IterIndices = std::iter::Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.octets.len()
    }

    #[inline]
    fn take(&self, index: usize) -> Self {
        Self { octets: self.octets.get(..index).unwrap_or(self.octets), ..*self }
    }

    #[inline]
    fn take_from(&self, index: usize) -> Self {
        let rest = self.octets.get(index..).unwrap_or_default();
        let moved = self.octets.len() - rest.len();
        Self { octets: rest, offset: self.offset + moved as u32, ..*self }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.octets.iter().position(|octet| predicate(*octet))
    }

    fn iter_elements(&self) -> Self::Iter {
        self.octets.iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.octets.len() {
            Ok(count)
        } else {
            Err(Needed::new(count - self.octets.len()))
        }
    }
}

impl Compare<&[u8]> for Input<'_> {
    fn compare(&self, other: &[u8]) -> CompareResult {
        self.octets.compare(other)
    }

    fn compare_no_case(&self, other: &[u8]) -> CompareResult {
        self.octets.compare_no_case(other)
    }
}

impl ParseError<Input<'_>> for Fault {
    fn from_error_kind(input: Input<'_>, kind: NomKind) -> Self {
        match kind {
            NomKind::Eof | NomKind::Complete => input.too_short(input.len() + 1),
            NomKind::Tag => input.unexpected(None),
            _ => input.fault(ErrorKind::BadValue),
        }
    }

    fn append(_: Input<'_>, _: NomKind, other: Self) -> Self {
        other
    }
}

/// The fault inside a nom error.
pub(crate) fn fault_of(input: Input<'_>, error: nom::Err<Fault>) -> Fault {
    match error {
        nom::Err::Error(fault) | nom::Err::Failure(fault) => fault,
        nom::Err::Incomplete(_) => input.too_short(input.len() + 1),
    }
}

/// `n` octets.
#[inline]
pub(crate) fn take(n: usize) -> impl for<'a> Fn(Input<'a>) -> Parsed<'a, &'a [u8]> {
    move |input| match input.octets.split_at_checked(n) {
        Some((taken, _)) => Ok((nom::Input::take_from(&input, n), taken)),
        None => Err(nom::Err::Error(input.too_short(n))),
    }
}

/// `N` octets, as they are.
#[inline]
pub(crate) fn array<'a, const N: usize>()
-> impl nom::Parser<Input<'a>, Output = [u8; N], Error = Fault> {
    |input: Input<'a>| match input.octets.first_chunk::<N>() {
        Some(octets) => Ok((nom::Input::take_from(&input, N), *octets)),
        None => Err(nom::Err::Error(input.too_short(N))),
    }
}

/// A BER style length or count, as the envelope, DLMS and DER have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Length {
    /// The number.
    pub(crate) value: u32,
    /// Octets that the field itself has.
    pub(crate) octets: u8,
}

impl Length {
    /// True where fewer octets would do.
    pub(crate) fn is_overlong(self) -> bool {
        let needed = match self.value {
            0..0x80 => 1,
            0x80..0x100 => 2,
            0x100..0x1_0000 => 3,
            0x1_0000..0x100_0000 => 4,
            _ => 5,
        };
        self.octets > needed
    }
}

/// A BER style length: one octet below 0x80, or 0x80 + n and n octets, big endian.
fn long_length(input: Input<'_>) -> Parsed<'_, Length> {
    let (rest, first) = nom::number::be_u8().parse_one(input)?;
    let n = usize::from(first & 0x7F);
    if n == 0 || n > MAX_LENGTH_OCTETS {
        return Err(nom::Err::Error(Fault {
            offset: input.offset,
            kind: ErrorKind::LengthForm,
            needed: None,
            found: Some(u64::from(first)),
        }));
    }
    let (rest, octets) = take(n)(rest)?;
    let value = octets.iter().fold(0u32, |value, octet| value << 8 | u32::from(*octet));
    Ok((rest, Length { value, octets: 1 + n as u8 }))
}

/// Runs a nom parser on an [`Input`].
pub(crate) trait ParseOne<'a>: nom::Parser<Input<'a>, Error = Fault> + Sized {
    /// Like [`nom::Parser::parse`], and never asks for more input: a message is whole.
    fn parse_one(mut self, input: Input<'a>) -> Parsed<'a, Self::Output> {
        self.parse_complete(input)
    }
}

impl<'a, P: nom::Parser<Input<'a>, Error = Fault>> ParseOne<'a> for P {}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(octets: &[u8]) -> Result<(u32, u8, usize), ErrorKind> {
        let mut input = Input::new(octets, BufferId::WIRE);
        let length = input.read_length().map_err(|fault| fault.kind)?;
        Ok((length.value, length.octets, input.len()))
    }

    #[test]
    fn lengths_in_every_form() {
        assert_eq!(read(&[0x7F]), Ok((127, 1, 0)));
        assert_eq!(read(&[0x81, 0x80, 9]), Ok((128, 2, 1)));
        assert_eq!(read(&[0x82, 0x01, 0x00]), Ok((256, 3, 0)));
        assert_eq!(read(&[0x84, 0xFF, 0xFF, 0xFF, 0xFF]), Ok((u32::MAX, 5, 0)));
    }

    #[test]
    fn lengths_in_more_octets_than_they_need() {
        let is_overlong = |value, octets| Length { value, octets }.is_overlong();
        for (value, needed) in [(0x7F, 1), (0x80, 2), (0xFF, 2), (0x100, 3), (0x1_0000, 4)] {
            assert!(!is_overlong(value, needed), "{value:X}");
            assert!(is_overlong(value, needed + 1), "{value:X}");
        }
        assert!(!is_overlong(u32::MAX, 5));
    }

    #[test]
    fn lengths_that_cannot_be_read() {
        assert_eq!(read(&[]), Err(ErrorKind::TooShort));
        assert_eq!(read(&[0x82, 0x01]), Err(ErrorKind::TooShort));
        assert_eq!(read(&[0x80]), Err(ErrorKind::LengthForm));
        assert_eq!(read(&[0x85, 0, 0, 0, 0, 1]), Err(ErrorKind::LengthForm));
    }
}

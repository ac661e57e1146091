//! Why something could not be read.

use std::fmt;

use crate::element::ElementId;
use crate::limits;
use crate::span::Span;

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The element needs more octets than its container holds.
    TooShort,
    /// A length or count reaches past its container.
    LengthReachesPastEnd,
    /// Octets are left over inside a container that should be used up.
    LeftOver,
    /// A tag, choice or fixed octet is none that may stand here.
    UnexpectedOctet,
    /// A length field has a form that no reader can follow (the indefinite form, or more than
    /// [`crate::limits::MAX_LENGTH_OCTETS`] octets).
    LengthForm,
    /// One of the caps of [`crate::limits`] was reached.
    Limit,
    /// The value's octets are not a value of its type.
    BadValue,
}

/// Why a layer could not be read on, or what in it is odd enough to say. All parts are values;
/// the sentence is made by [`fmt::Display`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// What kind of thing went wrong.
    pub kind: ErrorKind,
    /// The octets concerned; empty at the end of input.
    pub span: Span,
    /// The element that was being read.
    pub element: ElementId,
    /// What was needed: octets, or for [`ErrorKind::UnexpectedOctet`] the octet that was expected,
    /// or for [`ErrorKind::Limit`] the cap.
    pub needed: Option<u64>,
    /// What was found instead, in the same unit.
    pub found: Option<u64>,
    /// The length field that set the limit, where it was not the end of the message.
    pub limit_set_by: Option<LimitSource>,
}

/// The length field that set the limit of a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitSource {
    /// The length field's element.
    pub element: ElementId,
    /// The length field's octets.
    pub span: Span,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.element.name();
        let at = self.span.start;
        match self.kind {
            ErrorKind::TooShort => write!(f, "{name} at octet {at} does not fit")?,
            ErrorKind::LengthReachesPastEnd => {
                write!(f, "{name} at octet {at} reaches past the end of its container")?;
            }
            ErrorKind::LeftOver => write!(f, "octets are left over after {name}, from octet {at}")?,
            ErrorKind::UnexpectedOctet => {
                write!(f, "{name} at octet {at} has an unexpected octet")?
            }
            ErrorKind::LengthForm => {
                write!(f, "{name} at octet {at} has a length of a form that cannot be read")?;
            }
            ErrorKind::Limit => return self.beyond_limit(f),
            ErrorKind::BadValue => write!(f, "{name} at octet {at} is no value of its type")?,
        }
        let octet = self.kind == ErrorKind::UnexpectedOctet;
        let number = |n: u64| if octet { format!("0x{n:02X}") } else { n.to_string() };
        match (self.needed, self.found) {
            (Some(needed), Some(found)) => {
                write!(f, ": needed {}, found {}", number(needed), number(found))?;
            }
            (Some(needed), None) => write!(f, ": needed {}", number(needed))?,
            (None, Some(found)) => write!(f, ": found {}", number(found))?,
            (None, None) => {}
        }
        if let Some(limit) = self.limit_set_by {
            write!(f, " (limit set by {} at octet {})", limit.element.name(), limit.span.start)?;
        }
        Ok(())
    }
}

impl DecodeError {
    /// Which limit was met; the caps are different numbers.
    fn beyond_limit(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at octet {} is beyond", self.element.name(), self.span.start)?;
        let Some(cap) = self.needed else { return f.write_str(" what is read") };
        let is = |limit: usize| cap == limit as u64;
        let what = match () {
            () if cap == u64::from(limits::MAX_DEPTH) => "levels of nesting",
            () if is(limits::MAX_NODES) => "elements of a message",
            () if is(limits::MAX_MESSAGE_OCTETS) => "octets of a message",
            () if is(limits::MAX_TYPE_DESCRIPTION_OCTETS) => "octets of a type description",
            () if is(limits::COMPACT_NODES_PER_OCTET) => {
                "elements for each octet of a compact array"
            }
            () if is(limits::MAX_TAG_OCTETS) => "octets of a tag",
            () => return write!(f, " the limit of {cap}"),
        };
        write!(f, " the limit of {cap} {what}")?;
        match self.found {
            Some(found) => write!(f, ": found {found}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for DecodeError {}

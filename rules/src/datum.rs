//! Expected and actual values of findings. They are values; the sentence is made where it is shown.

use std::fmt;

use gbcs_parser::EntityId;
use gbcs_parser::record::Time;

/// A value that a finding expected or found.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    /// There is nothing.
    Nothing,
    /// A number without a unit.
    Number(i128),
    /// A number with a unit, such as `s` or `octets`.
    Quantity(i128, &'static str),
    /// A truth value.
    Truth(bool),
    /// A code of two octets: a message code, an alert code, a cluster.
    Code(u16),
    /// Octets.
    Octets(Vec<u8>),
    /// A moment.
    Time(Time),
    /// An entity identifier.
    Entity(EntityId),
    /// A fixed word or phrase.
    Word(&'static str),
    /// Text that is not fixed.
    Text(String),
    /// Any of these, or all of these, in order.
    List(Vec<Datum>),
    /// From one to another, both included.
    Range(Box<Datum>, Box<Datum>),
}

impl fmt::Display for Datum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Quantity(1, unit) => write!(f, "1 {}", singular(unit)),
            Self::Quantity(number, unit) => write!(f, "{number} {unit}"),
            Self::Truth(truth) => write!(f, "{truth}"),
            Self::Code(code) => write!(f, "0x{code:04X}"),
            Self::Octets(octets) if octets.is_empty() => f.write_str("no octets"),
            Self::Octets(octets) => octets.iter().try_for_each(|octet| write!(f, "{octet:02X}")),
            Self::Time(time) => write!(f, "{time}"),
            Self::Entity(id) => write!(f, "{id}"),
            Self::Word(word) => f.write_str(word),
            Self::Text(text) => f.write_str(text),
            Self::List(list) => {
                for (n, datum) in list.iter().enumerate() {
                    let comma = if n == 0 { "" } else { ", " };
                    write!(f, "{comma}{datum}")?;
                }
                Ok(())
            }
            Self::Range(from, to) => write!(f, "{from} to {to}"),
        }
    }
}

/// What one of a unit is called.
fn singular(unit: &'static str) -> &'static str {
    match unit {
        "bits" => "bit",
        "devices" => "device",
        "digits" => "digit",
        "entries" => "entry",
        "members" => "member",
        "minutes" => "minute",
        "octets" => "octet",
        "samples" => "sample",
        _ => unit,
    }
}

impl From<&'static str> for Datum {
    fn from(word: &'static str) -> Self {
        Self::Word(word)
    }
}

impl From<String> for Datum {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<EntityId> for Datum {
    fn from(id: EntityId) -> Self {
        Self::Entity(id)
    }
}

impl From<Time> for Datum {
    fn from(time: Time) -> Self {
        Self::Time(time)
    }
}

impl From<&[u8]> for Datum {
    fn from(octets: &[u8]) -> Self {
        Self::Octets(octets.to_vec())
    }
}

impl From<Vec<Datum>> for Datum {
    fn from(list: Vec<Datum>) -> Self {
        Self::List(list)
    }
}

macro_rules! from_number {
    ($($number:ty)*) => {$(
        impl From<$number> for Datum {
            fn from(number: $number) -> Self {
                // Every number here fits: lengths and counts are at most 64 bits.
                Self::Number(number as i128)
            }
        }
    )*};
}
from_number!(u8 u32 u64 usize i32 i64);

impl Datum {
    /// A number of octets.
    #[must_use]
    pub fn octet_count(count: usize) -> Self {
        Self::Quantity(count as i128, "octets")
    }

    /// A number of seconds.
    #[must_use]
    pub fn seconds(count: i64) -> Self {
        Self::Quantity(i128::from(count), "s")
    }
}

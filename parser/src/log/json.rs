//! Objects of JSON whose fields know where they stand.

use std::borrow::Cow;
use std::fmt;
use std::mem::take;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Problem, ProblemKind, split};
use crate::limits::MAX_UNKNOWN_FIELDS;
use crate::message::EntityId;
use crate::record::Time;

/// The line that an object stands in, and what was found wrong in it.
pub(super) struct Place {
    /// Address of the line's first octet, to tell columns of values that borrow from it.
    base: usize,
    line: u64,
    start: u64,
    pub(super) problems: Vec<Problem>,
    pub(super) unknown: Vec<String>,
    pub(super) extras: Vec<(String, String)>,
    /// The memory of an object's fields, for the next; empty.
    pub(super) spare: Vec<Entry<'static>>,
}

impl Place {
    pub(super) fn new(text: &[u8], line: u64, start: u64) -> Self {
        Self {
            base: text.as_ptr() as usize,
            line,
            start,
            problems: Vec::new(),
            unknown: Vec::new(),
            extras: Vec::new(),
            spare: Vec::new(),
        }
    }

    /// A problem at a part of the line.
    pub(super) fn problem(&mut self, at: &str, kind: ProblemKind) {
        let at = (at.as_ptr() as usize).saturating_sub(self.base);
        self.problem_at(at, kind);
    }

    /// A problem at an octet of the line.
    pub(super) fn problem_at(&mut self, at: usize, kind: ProblemKind) {
        self.problems.push(Problem {
            line: Some(self.line),
            column: Some(at as u64 + 1),
            offset: Some(self.start + at as u64),
            member: None,
            kind,
        });
    }

    fn wrong(&mut self, at: &str, field: String, needed: &'static str) {
        self.problem(at, ProblemKind::WrongValue { field, needed });
    }
}

/// Fields of which the memory is kept for the next object: records of the format have fewer. The memory
/// of an object with millions of them should not stay.
const MAX_SPARE_FIELDS: usize = 64;

/// One field.
pub(super) struct Entry<'a> {
    /// By which names are told apart: a record is asked for more names than it has fields.
    tag: Tag,
    pub(super) name: Cow<'a, str>,
    /// Its JSON text.
    pub(super) value: &'a str,
    used: bool,
}

impl<'a> Entry<'a> {
    pub(super) fn new(name: Cow<'a, str>, value: &'a str) -> Self {
        Self { tag: tag(&name), name, value, used: false }
    }
}

/// The first octets of a name with its length, and its last octets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tag {
    first: u64,
    last: u64,
}

impl Tag {
    /// Octets of the longest name of which all octets are in its tag: the names of nearly all fields
    /// are not longer.
    const OCTETS: usize = 12;

    /// One bit of 64: what is in none of a record's fields has a bit of its own, mostly.
    #[inline]
    fn bit(self) -> u64 {
        1 << (self.first.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58)
    }
}

#[inline]
fn tag(name: &str) -> Tag {
    let octets = name.as_bytes();
    let (first, last) = match (octets.first_chunk(), octets.last_chunk(), octets.last_chunk()) {
        (Some(first), _, Some(last)) => (u32::from_le_bytes(*first), u64::from_le_bytes(*last)),
        (Some(first), Some(last), None) => {
            (u32::from_le_bytes(*first), u32::from_le_bytes(*last).into())
        }
        _ => (octets.iter().fold(0, |first, octet| first << 8 | u32::from(*octet)), 0),
    };
    Tag { first: u64::from(first) << 32 | name.len() as u64 & u64::from(u32::MAX), last }
}

/// The fields of an object.
pub(super) struct Fields<'a> {
    prefix: String,
    /// The bits of all names.
    bits: u64,
    /// Some name may be there twice.
    repeats: bool,
    /// No escape and no control character is in the text of the object.
    plain: bool,
    entries: Vec<Entry<'a>>,
}

/// The fields of an object, as `serde_json` splits them.
pub(super) struct Entries<'a>(pub(super) Vec<Entry<'a>>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map;
        impl<'de> Visitor<'de> for Map {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::with_capacity(8);
                while let Some(name) = map.next_key::<Name<'de>>()? {
                    let value: &'de RawValue = map.next_value()?;
                    entries.push(Entry::new(name.0, value.get()));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Map)
    }
}

/// Text that borrows from the line unless it has escapes.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Name(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Name(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// The text of a JSON string; `plain` says that it is known to have no escapes.
fn text_of(value: &str, plain: bool) -> Option<Cow<'_, str>> {
    // The value is known to be JSON: without escapes the text is what stands between the quotes.
    if let Some(text) = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'))
        && (plain || !text.contains('\\'))
    {
        return Some(Cow::Borrowed(text));
    }
    serde_json::from_str::<Name<'_>>(value).ok().map(|name| name.0)
}

/// A number of 64 bits, as a number or as text.
fn number_of(value: &str) -> Option<u64> {
    match value.parse() {
        Ok(number) => Some(number),
        Err(_) => {
            let text = text_of(value, false)?;
            match text.strip_prefix("0x") {
                Some(digits) => u64::from_str_radix(digits, 16).ok(),
                None => text.parse().ok(),
            }
        }
    }
}

/// A code of 16 bits, in hexadecimal text with or without `0x`, or as a number.
pub(super) fn code_of(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
    u16::from_str_radix(digits, 16).ok()
}

impl<'a> Fields<'a> {
    /// Reads a line.
    ///
    /// # Errors
    ///
    /// The text is no JSON object.
    pub(super) fn parse(text: &'a str, place: &mut Place) -> Result<Self, serde_json::Error> {
        // One look at the whole line takes less than one at each of its strings.
        let plain = split::is_plain(text.as_bytes());
        Self::inside(text, String::new(), plain, take(&mut place.spare))
    }

    /// Reads an object that is in others, by whose names `prefix` calls it.
    /// Its fields are kept in `memory`.
    fn inside(
        text: &'a str,
        prefix: String,
        plain: bool,
        memory: Vec<Entry<'a>>,
    ) -> Result<Self, serde_json::Error> {
        let entries = match split::object(text, plain, memory) {
            Some(entries) => entries,
            None => serde_json::from_str::<Entries<'a>>(text)?.0,
        };
        let mut bits = 0;
        let mut repeats = false;
        for entry in &entries {
            let bit = entry.tag.bit();
            repeats |= bits & bit != 0;
            bits |= bit;
        }
        Ok(Self { prefix, bits, repeats, plain, entries })
    }

    /// A field's name with the names of the objects around it.
    fn path(&self, name: &str) -> String {
        if self.prefix.is_empty() { name.to_owned() } else { format!("{}.{name}", self.prefix) }
    }

    /// The JSON text of a field; `None` where it is absent or null.
    #[inline]
    pub(super) fn raw(&mut self, place: &mut Place, name: &str) -> Option<&'a str> {
        let tag = tag(name);
        // Most names that a record is asked for it has not.
        if self.bits & tag.bit() == 0 { None } else { self.find(place, name, tag) }
    }

    fn find(&mut self, place: &mut Place, name: &str, tag: Tag) -> Option<&'a str> {
        let is_told = name.len() <= Tag::OCTETS;
        let is_it = |entry: &Entry<'_>| entry.tag == tag && (is_told || entry.name == name);
        let mut entries = self.entries.iter_mut();
        let first = entries.by_ref().find(|entry| is_it(entry))?;
        first.used = true;
        let found = first.value;
        if self.repeats {
            let mut last = None;
            for entry in entries.filter(|entry| is_it(entry)) {
                entry.used = true;
                last = Some(entry.value);
            }
            if let Some(value) = last {
                let field = self.path(name);
                place.wrong(value, field, "there only once");
            }
        }
        (found != "null").then_some(found)
    }

    /// A field, read by a function that gives `None` for what it cannot be.
    pub(super) fn get<T>(
        &mut self,
        place: &mut Place,
        name: &str,
        needed: &'static str,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Option<T> {
        let value = self.raw(place, name)?;
        let read = read(value);
        if read.is_none() {
            self.wrong(place, name, value, needed);
        }
        read
    }

    #[cold]
    fn wrong(&self, place: &mut Place, name: &str, value: &str, needed: &'static str) {
        place.wrong(value, self.path(name), needed);
    }

    /// A field of text, read by a function that gives `None` for what it cannot be.
    pub(super) fn parsed<T>(
        &mut self,
        place: &mut Place,
        name: &str,
        needed: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let plain = self.plain;
        self.get(place, name, needed, |value| read(&text_of(value, plain)?))
    }

    /// Text, as it stands in the line where it has no escapes.
    pub(super) fn text_here(&mut self, place: &mut Place, name: &str) -> Option<Cow<'a, str>> {
        let plain = self.plain;
        self.get(place, name, "text", |value| text_of(value, plain))
    }

    /// Text.
    #[inline]
    pub(super) fn text(&mut self, place: &mut Place, name: &str) -> Option<String> {
        self.text_here(place, name).map(Cow::into_owned)
    }

    /// Text, or a number as it stands.
    pub(super) fn text_or_number(&mut self, place: &mut Place, name: &str) -> Option<String> {
        let plain = self.plain;
        self.get(place, name, "text", |value| match text_of(value, plain) {
            Some(text) => Some(text.into_owned()),
            None => value.starts_with(|c: char| c.is_ascii_digit()).then(|| value.to_owned()),
        })
    }

    /// A number of 64 bits.
    pub(super) fn number(&mut self, place: &mut Place, name: &str) -> Option<u64> {
        self.get(place, name, "a number of 64 bits", number_of)
    }

    /// A number of 8 bits.
    pub(super) fn small(&mut self, place: &mut Place, name: &str) -> Option<u8> {
        self.get(place, name, "a number below 256", |value| number_of(value)?.try_into().ok())
    }

    /// A code of 16 bits.
    pub(super) fn code(&mut self, place: &mut Place, name: &str) -> Option<u16> {
        let plain = self.plain;
        self.get(place, name, "a code of 16 bits", |value| match text_of(value, plain) {
            Some(text) => code_of(&text),
            None => value.parse().ok(),
        })
    }

    /// True or false.
    pub(super) fn boolean(&mut self, place: &mut Place, name: &str) -> Option<bool> {
        self.get(place, name, "true or false", |value| value.parse().ok())
    }

    /// A moment.
    pub(super) fn time(&mut self, place: &mut Place, name: &str) -> Option<Time> {
        self.parsed(place, name, "a time with zone, as in RFC 3339", time_of)
    }

    /// An entity identifier.
    pub(super) fn entity(&mut self, place: &mut Place, name: &str) -> Option<EntityId> {
        self.parsed(place, name, "an identifier of eight octets", |text| text.parse().ok())
    }

    /// Octets in hexadecimal.
    pub(super) fn hex(&mut self, place: &mut Place, name: &str) -> Option<Vec<u8>> {
        self.parsed(place, name, "octets in hexadecimal", |text| {
            let mut octets = Vec::new();
            super::hex::plain(text.as_bytes(), &mut octets).ok().map(|()| octets)
        })
    }

    /// A list of text.
    pub(super) fn texts(&mut self, place: &mut Place, name: &str) -> Vec<String> {
        self.get(place, name, "a list of text", |value| serde_json::from_str(value).ok())
            .unwrap_or_default()
    }

    /// A list of objects.
    pub(super) fn objects(&mut self, place: &mut Place, name: &str) -> Vec<Fields<'a>> {
        let path = self.path(name);
        let plain = self.plain;
        self.get(place, name, "a list of objects", |value| {
            let list: Vec<&RawValue> = serde_json::from_str(value).ok()?;
            list.into_iter()
                .enumerate()
                .map(|(n, value)| {
                    Self::inside(value.get(), format!("{path}.{n}"), plain, Vec::new()).ok()
                })
                .collect()
        })
        .unwrap_or_default()
    }

    /// An object.
    pub(super) fn object(&mut self, place: &mut Place, name: &str) -> Option<Fields<'a>> {
        let value = self.raw(place, name)?;
        let memory = take(&mut place.spare);
        let object = Self::inside(value, self.path(name), self.plain, memory).ok();
        if object.is_none() {
            place.wrong(value, self.path(name), "an object");
        }
        object
    }

    /// Keeps all fields that nobody asked for, without telling them.
    pub(super) fn keep(self, place: &mut Place) {
        let told = place.unknown.len();
        self.finish(place);
        place.unknown.truncate(told);
    }

    /// The names of all fields, which then count as known.
    pub(super) fn names(&mut self) -> Vec<String> {
        self.entries
            .iter_mut()
            .map(|entry| {
                entry.used = true;
                entry.name.to_string()
            })
            .collect()
    }

    /// Tells fields that nobody asked for and that do not start with `x_`.
    pub(super) fn finish(self, place: &mut Place) {
        for entry in &self.entries {
            if entry.used {
                continue;
            }
            if place.extras.len() < MAX_UNKNOWN_FIELDS {
                place.extras.push((self.path(&entry.name), entry.value.to_owned()));
            }
            if !entry.name.starts_with("x_") && place.unknown.len() < MAX_UNKNOWN_FIELDS {
                place.unknown.push(self.path(&entry.name));
            }
        }
        let mut entries = self.entries;
        if entries.capacity() > MAX_SPARE_FIELDS {
            return;
        }
        entries.clear();
        // Of nothing nothing is made; what is collected stays where it was.
        place.spare = entries.into_iter().map_while(|_| None).collect();
    }
}

/// A moment in RFC 3339, with any zone.
pub(super) fn time_of(text: &str) -> Option<Time> {
    Time::parse(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_tells_names_apart_up_to_the_longest_that_it_holds() {
        let long = "abcdefghijkl";
        assert_eq!(long.len(), Tag::OCTETS);
        for length in 0..=long.len() {
            let name = &long[..length];
            for at in 0..length {
                let mut other = name.to_owned();
                other.replace_range(at..=at, "x");
                assert_ne!(tag(name), tag(&other), "{other}");
            }
            assert_ne!(tag(name), tag(&format!("{name}\0")), "{name}");
            assert_ne!(tag(name), tag(&format!("\0{name}")), "{name}");
        }
        // In one that is longer there is an octet that no tag has.
        assert_eq!(tag("abcdefghijklm"), tag("abcdxfghijklm"));
    }

    #[test]
    fn the_memory_of_a_usual_objects_fields_is_used_again() {
        let kept = |fields: usize| {
            let mut place = Place::new(b"", 1, 0);
            let text: Vec<_> = (0..fields).map(|n| format!("\"x_{n}\":1")).collect();
            let text = format!("{{{}}}", text.join(","));
            Fields::parse(&text, &mut place).unwrap().finish(&mut place);
            assert!(place.spare.is_empty());
            place.spare.capacity()
        };
        assert!((8..=MAX_SPARE_FIELDS).contains(&kept(8)));
        assert_eq!(kept(MAX_SPARE_FIELDS), MAX_SPARE_FIELDS);
        assert_eq!(kept(MAX_SPARE_FIELDS + 1), 0);
    }

    #[test]
    fn names_that_have_the_same_tag_are_told_apart_by_their_text() {
        let mut place = Place::new(b"", 1, 0);
        let text = r#"{"abcdefghijklm":1,"abcdxfghijklm":2}"#;
        let mut fields = Fields::parse(text, &mut place).unwrap();
        assert_eq!(fields.raw(&mut place, "abcdxfghijklm"), Some("2"));
        assert_eq!(fields.raw(&mut place, "abcdefghijklm"), Some("1"));
        assert!(place.problems.is_empty());
    }
}

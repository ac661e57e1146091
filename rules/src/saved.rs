//! What is kept between runs: the form in which states and results stand in a file.
//!
//! A file is a row of chunks, each with its length and checksum, so that what is cut short or
//! damaged is told with the octet at which it shows, and nothing is allocated on the word of a
//! length alone. What is in a chunk is written by serde in the form of postcard. A rule stands in it
//! by its code, a use case by its name: numbers and addresses are of one build.

use std::fmt;
use std::io::{self, Read, Write};

use gbcs_parser::catalogue;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::datum::Datum;
use crate::registry::{self, RuleId};

/// Octets in front of a chunk: its length and its checksum, four each, low octet first.
const FRAME_OCTETS: usize = 8;

/// Lists in lists that a value may have: no rule says more than a list of lists.
const MAX_LISTS: usize = 8;

/// A state that can be kept between runs.
///
/// It is there for all that serde writes and reads; a rule has to derive that and nothing else.
pub trait Saved {
    /// The state in octets.
    ///
    /// # Errors
    /// Where it holds what postcard does not write, which no state does.
    fn save(&self) -> Result<Vec<u8>, Unreadable>;

    /// Takes over what another state of the same rule has saved.
    ///
    /// # Errors
    /// Where the octets are none of such a state.
    fn load(&mut self, octets: &[u8]) -> Result<(), Unreadable>;
}

impl<T: Serialize + DeserializeOwned> Saved for T {
    fn save(&self) -> Result<Vec<u8>, Unreadable> {
        octets(self)
    }

    fn load(&mut self, octets: &[u8]) -> Result<(), Unreadable> {
        *self = read_all(octets)?;
        Ok(())
    }
}

/// Why octets are no state.
#[derive(Clone, Debug)]
pub struct Unreadable(postcard::Error);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Unreadable {}

impl From<Unreadable> for io::Error {
    fn from(error: Unreadable) -> Self {
        Self::new(io::ErrorKind::InvalidData, error)
    }
}

/// A value in octets.
///
/// # Errors
/// As [`Saved::save`].
pub fn octets<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Unreadable> {
    postcard::to_stdvec(value).map_err(Unreadable)
}

fn read_all<T: DeserializeOwned>(octets: &[u8]) -> Result<T, Unreadable> {
    match postcard::take_from_bytes(octets) {
        Ok((value, [])) => Ok(value),
        Ok(_) => Err(Unreadable(postcard::Error::DeserializeBadEncoding)),
        Err(error) => Err(Unreadable(error)),
    }
}

/// What is wrong with a file, and where it shows.
#[derive(Clone, Debug)]
pub struct Damage {
    /// Offset in octets of the chunk that cannot be read, from the first chunk.
    pub offset: u64,
    /// What is wrong.
    pub kind: DamageKind,
}

/// What is wrong with a file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DamageKind {
    /// It ends before the chunk does.
    CutShort,
    /// The octets of the chunk are not those that were written.
    Checksum,
    /// The chunk is whole, and holds something else than what should stand here.
    Content(Unreadable),
    /// Something of the chunk is none that this program has: a rule that is not selected.
    Unknown(String),
    /// More follows where it should end.
    Trailing,
    /// Reading failed.
    Io(io::ErrorKind),
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at octet {}: ", self.offset)?;
        match &self.kind {
            DamageKind::CutShort => f.write_str("it is cut short"),
            DamageKind::Checksum => f.write_str("it is damaged: a checksum is wrong"),
            DamageKind::Content(error) => write!(f, "it holds something else: {error}"),
            DamageKind::Unknown(what) => write!(f, "it holds something else: {what}"),
            DamageKind::Trailing => f.write_str("more follows where it should end"),
            DamageKind::Io(kind) => write!(f, "reading failed: {kind}"),
        }
    }
}

impl std::error::Error for Damage {}

/// Writes chunks.
pub struct Writer<W> {
    to: W,
    chunk: Vec<u8>,
    number: u32,
}

impl<W: Write> Writer<W> {
    /// Begins before the first chunk.
    pub fn new(to: W) -> Self {
        Self { to, chunk: Vec::new(), number: 0 }
    }

    /// Writes a value as the next chunk.
    ///
    /// # Errors
    /// Where writing fails, or the chunk has more octets than its length can say.
    pub fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> io::Result<()> {
        let mut chunk = std::mem::take(&mut self.chunk);
        chunk.clear();
        let chunk = postcard::to_extend(value, chunk).map_err(Unreadable)?;
        self.octets(&chunk)?;
        self.chunk = chunk;
        Ok(())
    }

    /// Writes what [`octets`] has made of a value as the next chunk.
    ///
    /// # Errors
    /// As [`Writer::value`].
    pub fn octets(&mut self, chunk: &[u8]) -> io::Result<()> {
        let length = u32::try_from(chunk.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
        self.to.write_all(&length.to_le_bytes())?;
        self.to.write_all(&checksum(self.number, chunk).to_le_bytes())?;
        self.to.write_all(chunk)?;
        self.number = self.number.wrapping_add(1);
        Ok(())
    }

    /// What was written to.
    pub fn into_inner(self) -> W {
        self.to
    }
}

/// The number is summed with the octets, so that no chunk can stand in the place of another.
fn checksum(number: u32, chunk: &[u8]) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    sum.update(&number.to_le_bytes());
    sum.update(chunk);
    sum.finalize()
}

/// Reads chunks.
pub struct Reader<R> {
    from: R,
    chunk: Vec<u8>,
    number: u32,
    /// Octets read, and those before the chunk that was read last.
    octets: u64,
    begin: u64,
}

impl<R: Read> Reader<R> {
    /// Begins before the first chunk.
    pub fn new(from: R) -> Self {
        Self { from, chunk: Vec::new(), number: 0, octets: 0, begin: 0 }
    }

    /// Damage of the chunk that was read last.
    #[must_use]
    pub fn damage(&self, kind: DamageKind) -> Damage {
        Damage { offset: self.begin, kind }
    }

    /// Reads the next chunk as a value.
    ///
    /// # Errors
    /// Where the file is cut short, damaged, or holds something else.
    pub fn value<T: DeserializeOwned>(&mut self) -> Result<T, Damage> {
        self.begin = self.octets;
        let mut frame = [0; FRAME_OCTETS];
        let read = self.read(FRAME_OCTETS as u64)?;
        if read < FRAME_OCTETS {
            return Err(self.damage(DamageKind::CutShort));
        }
        frame.copy_from_slice(&self.chunk);
        let [a, b, c, d, sum @ ..] = frame;
        let length = u32::from_le_bytes([a, b, c, d]);
        if (self.read(length.into())? as u64) < u64::from(length) {
            return Err(self.damage(DamageKind::CutShort));
        }
        if checksum(self.number, &self.chunk) != u32::from_le_bytes(sum) {
            return Err(self.damage(DamageKind::Checksum));
        }
        self.number = self.number.wrapping_add(1);
        read_all(&self.chunk).map_err(|error| self.damage(DamageKind::Content(error)))
    }

    /// Reads so many octets, or fewer where there are no more. Memory grows with what is there.
    fn read(&mut self, octets: u64) -> Result<usize, Damage> {
        self.chunk.clear();
        let read = self.from.by_ref().take(octets).read_to_end(&mut self.chunk);
        let read = read.map_err(|error| self.damage(DamageKind::Io(error.kind())))?;
        self.octets += read as u64;
        Ok(read)
    }

    /// The last chunk was read.
    ///
    /// # Errors
    /// Where more follows.
    pub fn end(&mut self) -> Result<(), Damage> {
        self.begin = self.octets;
        match self.read(1)? {
            0 => Ok(()),
            _ => Err(self.damage(DamageKind::Trailing)),
        }
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.rule().code)
    }
}

impl<'de> Deserialize<'de> for RuleId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Code;
        impl serde::de::Visitor<'_> for Code {
            type Value = RuleId;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the code of a rule")
            }

            fn visit_str<E: serde::de::Error>(self, code: &str) -> Result<RuleId, E> {
                registry::of_code(code).ok_or_else(|| E::custom("there is no such rule"))
            }
        }
        deserializer.deserialize_str(Code)
    }
}

/// A use case of the catalogue, by its name.
pub(crate) mod use_case {
    use super::*;

    /// The catalogue's own name of a use case.
    pub(crate) fn known(name: &str) -> Option<&'static str> {
        let code = || catalogue::codes_of_use_case(name).next().map(|code| code.use_case);
        catalogue::use_case(name).map(|entry| entry.id).or_else(code)
    }

    pub(crate) fn serialize<S: Serializer>(
        name: &Option<&'static str>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        name.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<&'static str>, D::Error> {
        let Some(name) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
        known(&name).map(Some).ok_or_else(|| D::Error::custom("there is no such use case"))
    }
}

/// What was seen of the use cases of the catalogue, by their names.
pub(crate) mod by_use_case {
    use std::collections::BTreeMap;

    use super::*;

    pub(crate) fn serialize<T: Serialize, S: Serializer>(
        map: &BTreeMap<&'static str, T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        map.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<&'static str, T>, D::Error> {
        let named = BTreeMap::<String, T>::deserialize(deserializer)?;
        let known = named.into_iter().map(|(name, value)| {
            let known = use_case::known(&name);
            Ok((known.ok_or_else(|| D::Error::custom("there is no such use case"))?, value))
        });
        known.collect()
    }
}

/// A part of a [`Datum`]: lists stand as their length with their parts behind it. What reports do not
/// tell apart is kept as the text that they show: the words of this build are no words of a file.
#[derive(Serialize, Deserialize)]
enum Part {
    Nothing,
    Number(i128),
    Truth(bool),
    Octets(Vec<u8>),
    Text(String),
    List(usize),
}

fn parts(datum: &Datum, into: &mut Vec<Part>) {
    into.push(match datum {
        Datum::Nothing => Part::Nothing,
        Datum::Number(number) => Part::Number(*number),
        Datum::Truth(truth) => Part::Truth(*truth),
        Datum::Octets(octets) => Part::Octets(octets.clone()),
        Datum::List(list) => {
            into.push(Part::List(list.len()));
            return list.iter().for_each(|datum| parts(datum, into));
        }
        other => Part::Text(other.to_string()),
    });
}

fn joined(parts: &mut impl Iterator<Item = Part>, lists: usize) -> Option<Datum> {
    Some(match parts.next()? {
        Part::Nothing => Datum::Nothing,
        Part::Number(number) => Datum::Number(number),
        Part::Truth(truth) => Datum::Truth(truth),
        Part::Octets(octets) => Datum::Octets(octets),
        Part::Text(text) => Datum::Text(text),
        Part::List(length) => {
            let lists = lists.checked_sub(1)?;
            Datum::List((0..length).map(|_| joined(parts, lists)).collect::<Option<_>>()?)
        }
    })
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = Vec::new();
        parts(self, &mut all);
        all.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Datum {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut parts = Vec::<Part>::deserialize(deserializer)?.into_iter();
        let datum = joined(&mut parts, MAX_LISTS).filter(|_| parts.next().is_none());
        datum.ok_or_else(|| D::Error::custom("a value is not whole"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> Vec<u8> {
        let mut writer = Writer::new(Vec::new());
        writer.value("one").unwrap();
        writer.value(&[7_u64, 300]).unwrap();
        writer.into_inner()
    }

    fn read(octets: &[u8]) -> Result<(String, [u64; 2]), Damage> {
        let mut reader = Reader::new(octets);
        let both = (reader.value()?, reader.value()?);
        reader.end()?;
        Ok(both)
    }

    #[test]
    fn chunks_come_back_as_they_were() {
        assert_eq!(read(&written()).unwrap(), ("one".to_owned(), [7, 300]));
    }

    #[test]
    fn whatever_octet_is_changed_or_missing_is_told() {
        let whole = written();
        for at in 0..whole.len() {
            assert!(read(&whole[..at]).is_err(), "cut at {at}");
            for bit in 0..8 {
                let mut changed = whole.clone();
                changed[at] ^= 1 << bit;
                assert!(read(&changed).is_err(), "bit {bit} of octet {at}");
            }
        }
        let damage = read(&whole[..whole.len() - 1]).unwrap_err();
        assert_eq!(damage.to_string(), "at octet 12: it is cut short");
        let damage = read(&[whole, vec![0]].concat()).unwrap_err();
        assert_eq!(damage.to_string(), "at octet 23: more follows where it should end");
    }

    #[test]
    fn a_value_shows_the_same_after_it_was_saved() {
        let all = Datum::List(vec![
            Datum::Nothing,
            Datum::Quantity(1, "octets"),
            Datum::Word("neither"),
            Datum::List(vec![Datum::Number(-3), Datum::Octets(vec![1, 2])]),
            Datum::Range(Box::new(Datum::Number(1)), Box::new(Datum::Code(2))),
        ]);
        let mut back = Datum::Nothing;
        back.load(&all.save().unwrap()).unwrap();
        assert_eq!(back.to_string(), all.to_string());
        let Datum::List(list) = back else { panic!() };
        assert_eq!(list[3], Datum::List(vec![Datum::Number(-3), Datum::Octets(vec![1, 2])]));
    }

    #[test]
    fn lists_in_lists_are_read_as_deep_as_a_rule_may_say() {
        let nested = |lists| (0..lists).fold(Datum::Nothing, |inner, _| Datum::List(vec![inner]));
        let mut back = Datum::Nothing;
        back.load(&nested(MAX_LISTS).save().unwrap()).unwrap();
        assert_eq!(back, nested(MAX_LISTS));
        assert!(back.load(&nested(MAX_LISTS + 1).save().unwrap()).is_err());
    }

    #[test]
    fn lists_without_end_are_refused() {
        let deep: Vec<Part> = (0..100_000).map(|_| Part::List(1)).collect();
        let octets = postcard::to_stdvec(&deep).unwrap();
        assert!(Datum::Nothing.load(&octets).is_err());
        let long = postcard::to_stdvec(&[Part::List(usize::MAX)]).unwrap();
        assert!(Datum::Nothing.load(&long).is_err());
    }

    #[test]
    fn every_rule_and_use_case_is_found_by_its_name() {
        for rule in registry::ids() {
            assert_eq!(registry::of_code(rule.rule().code), Some(rule));
        }
        for entry in catalogue::MESSAGE_CODES {
            assert_eq!(use_case::known(entry.use_case), Some(entry.use_case));
        }
    }
}

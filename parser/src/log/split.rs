//! The usual line of a native log, split into its fields in one pass.
//!
//! `serde_json` reads a line twice: to find where values end, and to read them. The lines of most
//! records have nothing that asks for that: names and texts without escapes, and numbers. What is
//! anything else is left to `serde_json`, which also says what is wrong with it.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::json::Entry;

/// Fields of a usual record: there is room for so many at once.
const USUAL_FIELDS: usize = 8;

/// The fields of an object; `None` where it is none, or is to be read by `serde_json`. `plain` says
/// that [`is_plain`] has found the whole text to be so: its strings are then not looked at again. They
/// are kept in `memory`, which is empty.
pub(super) fn object<'a>(
    text: &'a str,
    plain: bool,
    memory: Vec<Entry<'a>>,
) -> Option<Vec<Entry<'a>>> {
    let mut cursor = Cursor { text, at: 0, plain };
    cursor.octet(b'{')?;
    let mut fields = memory;
    fields.reserve(USUAL_FIELDS);
    loop {
        cursor.pass_spaces();
        let name = cursor.name()?;
        cursor.pass_spaces();
        cursor.octet(b':')?;
        cursor.pass_spaces();
        fields.push(Entry::new(Cow::Borrowed(name), cursor.value()?));
        cursor.pass_spaces();
        match cursor.rest() {
            [b',', ..] => cursor.at += 1,
            [b'}'] => return Some(fields),
            _ => return None,
        }
    }
}

/// A place in a line.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
    plain: bool,
}

impl<'a> Cursor<'a> {
    #[inline]
    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Passes over one octet, which must be this one.
    #[inline]
    fn octet(&mut self, octet: u8) -> Option<()> {
        (*self.rest().first()? == octet).then(|| self.at += 1)
    }

    #[inline]
    fn pass_spaces(&mut self) {
        while let [b' ' | b'\t' | b'\n' | b'\r', ..] = self.rest() {
            self.at += 1;
        }
    }

    /// The text between two quotes.
    #[inline]
    fn name(&mut self) -> Option<&'a str> {
        self.octet(b'"')?;
        let length = self.to_quote(self.rest())?;
        let name = self.text.get(self.at..self.at + length)?;
        self.at += length + 1;
        Some(name)
    }

    /// How many octets a string has whose first is the first of `octets`. Most strings are short:
    /// a call for each would take as long as to look at it.
    #[inline(always)]
    fn to_quote(&self, octets: &[u8]) -> Option<usize> {
        let length = quote(octets)?;
        (self.plain || is_plain(octets.get(..length)?)).then_some(length)
    }

    /// The JSON text of a value.
    #[inline]
    fn value(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let length = match rest {
            [b'"', inner @ ..] => self.to_quote(inner)? + 2,
            [b'1'..=b'9', ..] => rest.iter().take_while(|octet| octet.is_ascii_digit()).count(),
            [b't', b'r', b'u', b'e', ..] | [b'n', b'u', b'l', b'l', ..] => 4,
            [b'f', b'a', b'l', b's', b'e', ..] => 5,
            [b'{' | b'[', ..] => {
                let from = serde_json::Deserializer::from_str(self.text.get(self.at..)?);
                from.into_iter::<&RawValue>().next()?.ok()?.get().len()
            }
            // Zeros, signs, and what is no value.
            _ => return None,
        };
        let value = self.text.get(self.at..self.at + length)?;
        self.at += length;
        Some(value)
    }
}

/// Words that are looked at for the end of a string before `memchr` is asked: to call it takes
/// longer than most strings.
const SHORT_WORDS: usize = 4;

/// Where the first quote is.
#[inline]
fn quote(octets: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const QUOTES: u64 = u64::from_le_bytes([b'"'; 8]);
    let (words, _) = octets.as_chunks();
    let mut passed = 0;
    for word in words.iter().take(SHORT_WORDS) {
        // A quote becomes an octet of zeros, and the first octet whose highest bit is set by taking
        // one from each without having been set is the first of zeros.
        let other = u64::from_le_bytes(*word) ^ QUOTES;
        let zeros = other.wrapping_sub(ONES) & !other & (ONES << 7);
        if zeros != 0 {
            return Some(passed + zeros.trailing_zeros() as usize / 8);
        }
        passed += word.len();
    }
    memchr::memchr(b'"', octets.get(passed..)?).map(|length| passed + length)
}

/// True where no octet is a backslash or a control character. All octets are looked at, and
/// together: what stops at the first that is neither takes one at a time.
#[inline]
pub(super) fn is_plain(octets: &[u8]) -> bool {
    !octets.iter().fold(false, |other, octet| other | (*octet < b' ') | (*octet == b'\\'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::json::Entries;

    /// Names and values.
    fn pairs(fields: Vec<Entry<'_>>) -> Vec<(String, String)> {
        fields.iter().map(|field| (field.name.to_string(), field.value.to_owned())).collect()
    }

    /// What is plain as a whole is split in the same way when that is known.
    fn split(text: &str) -> Option<Vec<(String, String)>> {
        let fields = object(text, false, Vec::new()).map(pairs);
        if is_plain(text.as_bytes()) {
            assert_eq!(object(text, true, Vec::new()).map(pairs), fields, "{text}");
        }
        fields
    }

    fn by_serde(text: &str) -> Option<Vec<(String, String)>> {
        serde_json::from_str::<Entries<'_>>(text).ok().map(|entries| pairs(entries.0))
    }

    #[test]
    fn the_usual_line_is_split_as_serde_splits_it() {
        for text in [
            r#"{"record":"message","time":"2026-01-01T00:00:00Z","payload":"DF09"}"#,
            r#"{ "a" : "b" , "seq" : 12 , "yes" : true , "no" : false , "nothing" : null }"#,
            r#"{"a":{"b":["}",{"c":"\"}"}]},"d":[1,2, 3],"e":""}"#,
            "{\"a\":\"\u{e9}\u{20ac}\u{10348}\",\t\"b\":10\r}",
            r#"{"a":"1","a":"2"}"#,
        ] {
            assert_eq!(split(text), by_serde(text), "{text}");
            assert!(split(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_not_usual_is_left_to_serde() {
        for text in [
            r#"{"a":"\u0041"}"#,
            r#"{"\u0061":1}"#,
            r#"{"a":0}"#,
            r#"{"a":-1}"#,
            r#"{"a":1.5}"#,
            r#"{"a":1e3}"#,
            r#"{}"#,
            r#" {"a":1}"#,
            r#"{"a":1} "#,
        ] {
            assert_eq!(split(text), None, "{text}");
            assert!(by_serde(text).is_some(), "{text} is JSON");
        }
    }

    #[test]
    fn what_is_no_json_is_not_split() {
        for text in [
            "",
            "{",
            "[]",
            r#"{"a"}"#,
            r#"{"a":}"#,
            r#"{"a":1,}"#,
            r#"{"a":1 2}"#,
            r#"{"a":truest}"#,
            r#"{"a":01}"#,
            r#"{"a":[1}"#,
            r#"{"a":"b}"#,
            r#"{"a":1}}"#,
            "{\"a\":\"\u{1}\"}",
            "{\"a\u{1}\":1}",
            "{\u{a0}\"a\":1}",
            r#"{"a":1"b":2}"#,
        ] {
            assert_eq!(split(text), None, "{text}");
            assert_eq!(by_serde(text), None, "{text}");
        }
    }

    /// What lines are made of, three pieces in any order, alone and as a value and behind one.
    #[test]
    fn no_line_is_split_otherwise_than_serde_splits_it() {
        let pieces = [
            "", "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"a\":", ",\"b\":1", "\\", "\\\"",
            "0", "17", "-", ".", "e", "true", "false", "null", " ", "\t", "\n", "\u{e9}", "\u{7f}",
            "\u{1}", "\u{2028}",
        ];
        let mut both = 0;
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let made = [first, second, third].concat();
                    for text in [
                        format!("{{\"a\":{made}}}"),
                        format!("{{\"a\":\"{made}\"}}"),
                        format!("{{\"a\":12{made}}}"),
                        format!("{{{made}}}"),
                        made,
                    ] {
                        if let Some(fields) = split(&text) {
                            assert_eq!(Some(fields), by_serde(&text), "{text}");
                            both += 1;
                        }
                    }
                }
            }
        }
        assert!(both > 5_000, "{both} lines were split");
    }
}

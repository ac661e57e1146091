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

/// The fields of an object; `None` where it is none, or is to be read by `serde_json`.
pub(super) fn object(text: &str) -> Option<Vec<Entry<'_>>> {
    let mut cursor = Cursor { text, at: 0 };
    cursor.octet(b'{')?;
    let mut fields = Vec::with_capacity(USUAL_FIELDS);
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

    /// The text between two quotes. Names are short.
    #[inline]
    fn name(&mut self) -> Option<&'a str> {
        self.octet(b'"')?;
        let length = self.rest().iter().position(|octet| *octet == b'"')?;
        let name = self.text.get(self.at..self.at + length)?;
        self.at += length + 1;
        is_plain(name.as_bytes()).then_some(name)
    }

    /// The JSON text of a value.
    #[inline]
    fn value(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let length = match rest {
            [b'"', inner @ ..] => {
                let length = memchr::memchr(b'"', inner)?;
                is_plain(inner.get(..length)?).then_some(length + 2)?
            }
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

/// True where no octet is a backslash or a control character. All octets are looked at, and
/// together: what stops at the first that is neither takes one at a time.
#[inline]
fn is_plain(octets: &[u8]) -> bool {
    !octets.iter().fold(false, |other, octet| other | (*octet < b' ') | (*octet == b'\\'))
}

/// True where some octet is a backslash.
#[inline]
pub(super) fn has_backslash(octets: &[u8]) -> bool {
    octets.iter().fold(false, |found, octet| found | (*octet == b'\\'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::json::Entries;

    /// Names and values.
    fn pairs(fields: Vec<Entry<'_>>) -> Vec<(String, String)> {
        fields.iter().map(|field| (field.name.to_string(), field.value.to_owned())).collect()
    }

    fn split(text: &str) -> Option<Vec<(String, String)>> {
        object(text).map(pairs)
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

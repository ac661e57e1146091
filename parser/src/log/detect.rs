//! Which form an input has, told from its beginning.

use std::fmt;

use crate::message::begins_message;

/// The forms of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// Hexadecimal text; records of base64 may stand among it.
    Hex,
    /// Base64 text; records of hexadecimal text may stand among it.
    Base64,
    /// The native log.
    JsonLines,
    /// DUIS, MMC, or an adapter's wrapping of them.
    Xml,
    /// DUIS XML under lines that say when, as Node-RED writes it.
    NodeRed,
    /// Lines of the GFI link.
    Gfi,
    /// A table with a column of messages, of MMC XML, or of devices.
    Csv,
    /// A packet capture, pcap or pcapng.
    Pcap,
    /// One message, binary.
    Binary,
    /// A zip archive.
    Zip,
    /// A file packed with gzip.
    Gzip,
    /// A file packed with zstd.
    Zstd,
}

impl Form {
    /// All forms, in the order of their detection.
    pub const ALL: [Self; 12] = [
        Self::JsonLines,
        Self::Xml,
        Self::NodeRed,
        Self::Pcap,
        Self::Gfi,
        Self::Csv,
        Self::Hex,
        Self::Base64,
        Self::Binary,
        Self::Gzip,
        Self::Zstd,
        Self::Zip,
    ];

    /// The word for it on the command line and in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hex => "hex",
            Self::Base64 => "base64",
            Self::JsonLines => "jsonl",
            Self::Xml => "xml",
            Self::NodeRed => "node-red",
            Self::Gfi => "gfi",
            Self::Csv => "csv",
            Self::Pcap => "pcap",
            Self::Binary => "binary",
            Self::Zip => "zip",
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        }
    }

    /// The form of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A form, and what it was told by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detection {
    /// The form.
    pub form: Form,
    /// What in the beginning of the input shows it.
    pub evidence: &'static str,
}

/// Tells the form of an input from its first octets, of which
/// [`crate::limits::DETECTION_OCTETS`] are enough. `None` where it is none that is known.
#[must_use]
pub fn detect(beginning: &[u8]) -> Option<Detection> {
    let found = |form, evidence| Some(Detection { form, evidence });
    match beginning {
        [0x1F, 0x8B, ..] => return found(Form::Gzip, "the signature of gzip"),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => return found(Form::Zstd, "the signature of zstd"),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => {
            return found(Form::Zip, "the signature of zip");
        }
        [0xD4, 0xC3, 0xB2, 0xA1, ..]
        | [0xA1, 0xB2, 0xC3, 0xD4, ..]
        | [0x4D, 0x3C, 0xB2, 0xA1, ..]
        | [0xA1, 0xB2, 0x3C, 0x4D, ..] => return found(Form::Pcap, "the signature of pcap"),
        [0x0A, 0x0D, 0x0D, 0x0A, ..] => return found(Form::Pcap, "the signature of pcapng"),
        [0xDD, 0x00 | 0x09, ..] | [0xDF, 0x09, ..] => {
            return found(Form::Binary, "the first octets of a message");
        }
        [1..=3, ..] if begins_message(beginning) => {
            return found(Form::Binary, "the first octets of a tunnelled message");
        }
        _ => {}
    }
    let text = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning);
    let text = text.trim_ascii_start();
    match text {
        [b'{', rest @ ..] if rest.trim_ascii_start().starts_with(b"\"") => {
            return found(Form::JsonLines, "a line that begins a JSON object");
        }
        [b'<', ..] => return found(Form::Xml, "a line that begins an XML element"),
        [b'-', b'-', b'-', b' ', ..] => {
            return found(Form::NodeRed, "a line that begins with ---");
        }
        _ => {}
    }
    if text.contains(&0) {
        return None;
    }
    let lines = || {
        text.split(|octet| *octet == b'\n')
            .map(|line| line.trim_ascii())
            .filter(|line| !line.is_empty() && !line.starts_with(b"#"))
    };
    let first = lines().next()?;
    if lines().any(|line| line.starts_with(b"GBCS:DATA#")) {
        return found(Form::Gfi, "a line that begins with GBCS:DATA#");
    }
    if is_table_head(first) {
        return found(Form::Csv, "a first line that names columns");
    }
    text_form(lines())
}

/// True for the head of a table: two columns or more, of which one is known.
fn is_table_head(line: &[u8]) -> bool {
    let Ok(line) = std::str::from_utf8(line) else { return false };
    let columns = || line.split([',', ';', '\t']).map(|column| column.trim().trim_matches('"'));
    columns().count() > 1
        && columns().any(|column| {
            let column: String = column.chars().filter(char::is_ascii_alphanumeric).collect();
            let column = column.to_ascii_lowercase();
            KNOWN_COLUMNS.contains(&column.as_str())
        })
}

/// Columns of tables that are known, in lower case without separators.
pub(super) const KNOWN_COLUMNS: [&str; 14] = [
    "deviceid",
    "payload",
    "gbcspayload",
    "gbcs",
    "message",
    "hex",
    "response",
    "mmc",
    "xml",
    "type",
    "devicetype",
    "alertcode",
    "gbcsversion",
    "smetschtsversion",
];

#[cfg(feature = "text-log")]
fn text_form<'a>(lines: impl Iterator<Item = &'a [u8]>) -> Option<Detection> {
    use super::{hex, text};
    /// Octets of a line that can be no word among other text.
    const SURE_OCTETS: usize = 8;
    // Text before the first message is passed over here, and told by the reader.
    let mut octets = Vec::new();
    lines.enumerate().find_map(|(n, line)| {
        octets.clear();
        match hex::line(line, &mut octets) {
            Ok(_) if octets.is_empty() || (n > 0 && octets.len() < SURE_OCTETS) => None,
            Ok(_) => Some(Detection { form: Form::Hex, evidence: "a line of hexadecimal digits" }),
            Err(_) if text::looks_like_base64(line) => {
                Some(Detection { form: Form::Base64, evidence: "a line of base64" })
            }
            Err(_) if is_mostly_digits(line) => {
                Some(Detection { form: Form::Hex, evidence: "a line of mostly hexadecimal digits" })
            }
            Err(_) => None,
        }
    })
}

/// True for hexadecimal text with a fault in it: its reader says where.
#[cfg(feature = "text-log")]
fn is_mostly_digits(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let digits = line.iter().filter(|octet| octet.is_ascii_hexdigit()).count();
    let words = line.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let others = words.filter(|word| !word.iter().any(u8::is_ascii_hexdigit)).count();
    // The first octets of a message, of which one digit may be wrong, or a longer run of digits.
    let begins = matches!(line.to_ascii_uppercase().as_slice(), [b'D', b'D' | b'F', ..]);
    others == 0 && (digits >= 16 || (begins && digits >= 3)) && digits * 8 >= line.len() * 5
}

#[cfg(not(feature = "text-log"))]
fn text_form<'a>(_: impl Iterator<Item = &'a [u8]>) -> Option<Detection> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(beginning: &[u8]) -> Option<Form> {
        detect(beginning).map(|detection| detection.form)
    }

    #[test]
    fn forms_with_a_signature() {
        assert_eq!(form(&[0x1F, 0x8B, 8]), Some(Form::Gzip));
        assert_eq!(form(b"PK\x03\x04"), Some(Form::Zip));
        assert_eq!(form(&[0x28, 0xB5, 0x2F, 0xFD]), Some(Form::Zstd));
        assert_eq!(form(&[0xD4, 0xC3, 0xB2, 0xA1]), Some(Form::Pcap));
        assert_eq!(form(&[0x0A, 0x0D, 0x0D, 0x0A]), Some(Form::Pcap));
        assert_eq!(form(&[0xDD, 0, 0, 0]), Some(Form::Binary));
        assert_eq!(form(&[0x02, 0x00, 0xDF, 0x09]), Some(Form::Binary));
    }

    #[test]
    fn forms_of_text() {
        assert_eq!(form(b"\xEF\xBB\xBF\n {\"record\":\"log\"}"), Some(Form::JsonLines));
        assert_eq!(form(b"<?xml version='1.0'?>"), Some(Form::Xml));
        assert_eq!(form(b"--- Fri Aug 19 2022 08:03:25 GMT+0100 ---\n"), Some(Form::NodeRed));
        assert_eq!(form(b"# link\r\nGBCS:DATA#0:2:DF09\r\n"), Some(Form::Gfi));
        assert_eq!(form(b"DeviceID,MPXN_Number,Response\n"), Some(Form::Csv));
    }

    #[cfg(feature = "text-log")]
    #[test]
    fn hexadecimal_comes_before_base64() {
        assert_eq!(form(b"# note\n\nDD000000"), Some(Form::Hex));
        assert_eq!(form(b"{ 0xDD, 0x00 };"), Some(Form::Hex));
        assert_eq!(form(b"3wkBAAAAAAAA"), Some(Form::Base64));
        assert_eq!(form(b"DF0"), Some(Form::Hex));
        assert_eq!(form(b"DD 00 00 G0 00 00 00 00 01"), Some(Form::Hex));
        assert_eq!(form(b"3QAAAAAAACURAAAAAN8JARAR"), Some(Form::Base64));
    }

    #[test]
    fn other_inputs_have_no_form() {
        assert_eq!(form(b""), None);
        assert_eq!(form(b"This is a letter.\nA bad\nfeed\n"), None);
        assert_eq!(form(&[0x7F, b'E', b'L', b'F', 0, 0]), None);
    }
}

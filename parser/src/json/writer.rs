//! The pieces of JSON that are written without serde, because there are very many of them.

use crate::span::BufferId;

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

/// Appends octets as upper-case hexadecimal digits.
pub(super) fn push_hex(out: &mut Vec<u8>, octets: &[u8]) {
    out.reserve(octets.len() * 2);
    for octet in octets {
        out.extend_from_slice(&digits(*octet));
    }
}

/// Octets as upper-case hexadecimal digits.
pub(super) fn hex(octets: &[u8]) -> String {
    octets.iter().flat_map(|octet| digits(*octet)).map(char::from).collect()
}

fn digits(octet: u8) -> [u8; 2] {
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble & 0xF)).copied().unwrap_or(b'0');
    [digit(octet >> 4), digit(octet)]
}

/// Appends octets as a string of hexadecimal digits.
pub(super) fn push_hex_string(out: &mut Vec<u8>, octets: &[u8]) {
    out.push(b'"');
    push_hex(out, octets);
    out.push(b'"');
}

/// Appends a number.
pub(super) fn push_number(out: &mut Vec<u8>, number: impl itoa::Integer) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// Appends a JSON string with what must be escaped escaped.
pub(super) fn push_string(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    push_escaped(out, text);
    out.push(b'"');
}

/// Appends text with what must be escaped escaped, without quotation marks.
pub(super) fn push_escaped(out: &mut Vec<u8>, text: &str) {
    let plain = |octet: &u8| *octet >= 0x20 && *octet != b'"' && *octet != b'\\';
    if text.bytes().all(|octet| plain(&octet)) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    for octet in text.bytes() {
        match octet {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0..0x20 => {
                out.extend_from_slice(b"\\u00");
                push_hex(out, &[octet]);
            }
            octet => out.push(octet),
        }
    }
}

/// `wire` or `plaintext:N`.
pub(super) fn buffer_name(buffer: BufferId) -> String {
    match buffer {
        BufferId::WIRE => "wire".to_owned(),
        BufferId(n) => format!("plaintext:{n}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_be_escaped_is() {
        let text = "a\"b\\c\n\r\t\u{1}\u{1F}é";
        let mut out = Vec::new();
        push_string(&mut out, text);
        assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
    }

    #[test]
    fn octets_are_upper_case_digits() {
        let mut out = Vec::new();
        push_hex_string(&mut out, &[0x00, 0xAB, 0x7F]);
        assert_eq!(out, b"\"00AB7F\"");
        assert_eq!(hex(&[0xDF]), "DF");
    }
}

//! Base64: the standard alphabet, with or without padding, wrapped or not.

use data_encoding::{BASE64, BASE64_NOPAD, DecodeKind};

/// What is wrong with a base64 text, and where: an index into the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// No character of the alphabet.
    Character(usize),
    /// The length or the last character cannot be.
    Incomplete(usize),
}

/// True for the characters of the alphabet and the padding.
pub(super) fn is_base64(octet: u8) -> bool {
    octet.is_ascii_alphanumeric() || matches!(octet, b'+' | b'/' | b'=')
}

/// Decodes base64 in which white space does not count.
///
/// # Errors
///
/// A character outside the alphabet, or an end that cannot be.
pub(super) fn decode(text: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut places = None;
    let compact: Vec<u8>;
    let plain = if text.iter().any(u8::is_ascii_whitespace) {
        let kept: Vec<usize> = (0..text.len())
            .filter(|i| text.get(*i).is_some_and(|octet| !octet.is_ascii_whitespace()))
            .collect();
        compact = text.iter().copied().filter(|octet| !octet.is_ascii_whitespace()).collect();
        places = Some(kept);
        &compact
    } else {
        text
    };
    let encoding = if plain.ends_with(b"=") { &BASE64 } else { &BASE64_NOPAD };
    encoding.decode(plain).map_err(|error| {
        let place = |at: usize| match &places {
            Some(kept) => kept.get(at).copied().unwrap_or(text.len()),
            None => at,
        };
        match error.kind {
            DecodeKind::Symbol => Fault::Character(place(error.position)),
            _ => Fault::Incomplete(place(error.position)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_and_unpadded() {
        assert_eq!(decode(b"3wkB"), Ok(vec![0xDF, 0x09, 0x01]));
        assert_eq!(decode(b"3w\r\n kBAA=="), Ok(vec![0xDF, 0x09, 0x01, 0x00]));
        assert_eq!(decode(b"3wkBAA"), Ok(vec![0xDF, 0x09, 0x01, 0x00]));
    }

    #[test]
    fn faults_have_their_place_in_the_text() {
        assert_eq!(decode(b"3w\n*BAA=="), Err(Fault::Character(3)));
        assert!(matches!(decode(b"3wkBA"), Err(Fault::Incomplete(_))));
        assert!(matches!(decode(b"3wkBAB=="), Err(Fault::Incomplete(_))));
    }
}

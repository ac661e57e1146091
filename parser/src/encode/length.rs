//! Length fields in BER form: one octet below 0x80, or 0x80 + n and n octets.

/// How a length or count is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Length {
    /// The true length, in as few octets as it needs.
    #[default]
    Minimal,
    /// The true length in the long form with this many octets (1 to 8), needed or not.
    Long(u8),
    /// Another number than the true one, in as few octets as it needs.
    Stated(u64),
}

impl Length {
    /// Appends the length of something that has `true_length` octets (or elements, or bits).
    pub fn write(self, out: &mut Vec<u8>, true_length: usize) {
        let true_length = true_length as u64;
        match self {
            Self::Minimal => minimal(out, true_length),
            Self::Stated(number) => minimal(out, number),
            Self::Long(octets) => long(out, true_length, usize::from(octets.clamp(1, 8))),
        }
    }
}

fn minimal(out: &mut Vec<u8>, number: u64) {
    if number < 0x80 {
        out.push(number as u8);
    } else {
        long(out, number, number.to_be_bytes().iter().skip_while(|octet| **octet == 0).count());
    }
}

/// The long form; the number is cut to `octets` octets, the low ones.
pub(super) fn long(out: &mut Vec<u8>, number: u64, octets: usize) {
    out.push(0x80 | octets as u8);
    out.extend(number.to_be_bytes().iter().skip(8 - octets.min(8)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(length: Length, true_length: usize) -> Vec<u8> {
        let mut out = Vec::new();
        length.write(&mut out, true_length);
        out
    }

    #[test]
    fn the_short_form_ends_at_127() {
        assert_eq!(written(Length::Minimal, 0), [0x00]);
        assert_eq!(written(Length::Minimal, 127), [0x7F]);
        assert_eq!(written(Length::Minimal, 128), [0x81, 0x80]);
        assert_eq!(written(Length::Minimal, 256), [0x82, 0x01, 0x00]);
    }

    #[test]
    fn a_longer_form_than_needed() {
        assert_eq!(written(Length::Long(1), 5), [0x81, 0x05]);
        assert_eq!(written(Length::Long(2), 0xDE), [0x82, 0x00, 0xDE]);
    }

    #[test]
    fn a_length_that_is_not_true() {
        assert_eq!(written(Length::Stated(200), 3), [0x81, 0xC8]);
    }
}

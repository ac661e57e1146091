//! One line of hexadecimal text in any of the forms that people paste.
//!
//! Unbroken, with spaces, colons, dashes or commas, `0x` or `\x` before each octet, in C braces or
//! quotes; with the offset column and the gutter of a dump.

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Octets, all in the buffer that was given.
    Octets,
    /// A row of a dump: its offset column, as it may be read.
    Row(Offset),
    /// The offset column of a dump alone: its end.
    RowEnd(Offset),
    /// `*`: the row before is repeated up to the next offset.
    RowRepeated,
}

/// The number of an offset column, in the bases that dumps use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Offset {
    /// Read as hexadecimal.
    pub(super) hex: u64,
    /// Read as octal, where it can be.
    pub(super) octal: Option<u64>,
    /// True where a colon says that this is an offset.
    pub(super) certain: bool,
}

impl Offset {
    fn of(text: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(text).ok()?;
        Some(Self {
            hex: u64::from_str_radix(text, 16).ok()?,
            octal: u64::from_str_radix(text, 8).ok(),
            certain: false,
        })
    }

    /// True where one of the readings is `n`.
    pub(super) fn is(self, n: u64) -> bool {
        self.hex == n || self.octal == Some(n)
    }
}

/// What is wrong with a line, and where: an index into the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Neither digit nor separator.
    Character(usize),
    /// A run of digits without a partner for its last.
    Odd(usize),
}

/// Widest offset column: 64 bits.
const MAX_OFFSET_DIGITS: usize = 16;

/// Octets of the widest usual row of a dump.
const MAX_ROW_OCTETS: usize = 32;

/// Reads a line, and appends its octets to `octets`. Where the line is at fault, `octets` is as it
/// was.
///
/// # Errors
///
/// The first fault of the line.
pub(super) fn line(text: &[u8], octets: &mut Vec<u8>) -> Result<Line, Fault> {
    let before = octets.len();
    let read = if text.trim_ascii() == b"*" {
        Ok(Line::RowRepeated)
    } else if let Some((offset, rest)) = offset_column(text) {
        let at = text.len() - rest.len();
        match row(rest, octets) {
            Ok(()) if octets.len() == before => Ok(Line::RowEnd(offset)),
            Ok(()) => Ok(Line::Row(offset)),
            Err(fault) => Err(fault.moved(at)),
        }
    } else {
        plain(text, octets).map(|()| Line::Octets)
    };
    if read.is_err() {
        octets.truncate(before);
    }
    read
}

impl Fault {
    fn moved(self, by: usize) -> Self {
        match self {
            Self::Character(at) => Self::Character(at + by),
            Self::Odd(at) => Self::Odd(at + by),
        }
    }
}

/// The offset column of a row of a dump and what follows it; `None` where the line is no such row.
///
/// A column ends with a colon and white space (`0000: `, `0x0010:  `), or it is wider than the
/// octets that follow, which all have two digits (`00000010  00 1f`), or it stands alone and is
/// wider than a group of octets can be taken for (`0000055`).
fn offset_column(text: &[u8]) -> Option<(Offset, &[u8])> {
    let start = text.iter().position(|octet| !octet.is_ascii_whitespace())?;
    let line = text.get(start..)?;
    let line = line.strip_prefix(b"0x").unwrap_or(line);
    // Of a message without separators, the digits are not counted to its end.
    let first = line.iter().take(MAX_OFFSET_DIGITS + 1);
    let digits = first.take_while(|octet| octet.is_ascii_hexdigit()).count();
    if !(4..=MAX_OFFSET_DIGITS).contains(&digits) {
        return None;
    }
    let (column, rest) = line.split_at_checked(digits)?;
    let offset = Offset::of(column)?;
    if let [b':', after @ ..] = rest {
        let spaced = after.first().is_some_and(u8::is_ascii_whitespace);
        return spaced.then_some((Offset { certain: true, ..offset }, after));
    }
    match rest.first() {
        // `od` and `hexdump` end with a column of seven or eight digits alone.
        None => (matches!(digits, 6..=8) && column.starts_with(b"0")).then_some((offset, rest)),
        Some(space) if space.is_ascii_whitespace() && column.starts_with(b"0") => {
            let mut tokens = rest.split(u8::is_ascii_whitespace).filter(|token| !token.is_empty());
            let first = tokens.next();
            match first {
                None => matches!(digits, 6..=8).then_some((offset, rest)),
                Some(token) if token.len() == 2 => Some((offset, rest)),
                Some(_) => None,
            }
        }
        Some(_) => None,
    }
}

/// The octets of a row behind its offset column, up to its gutter.
fn row(text: &[u8], octets: &mut Vec<u8>) -> Result<(), Fault> {
    let before = octets.len();
    let mut at = 0;
    let mut width = None;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let gap = rest.iter().take_while(|octet| octet.is_ascii_whitespace()).count();
        let rest = rest.get(gap..).unwrap_or_default();
        let read = octets.len() - before;
        at += gap;
        if rest.is_empty() || matches!(rest, [b'|' | b'#', ..]) {
            return Ok(());
        }
        // A wide gap stands before the gutter; the one in the middle of a row has two spaces.
        let middle = gap == 2 && read == 8;
        if read >= MAX_ROW_OCTETS || (read > 0 && gap >= 2 && !middle) {
            return Ok(());
        }
        let token = rest.iter().take_while(|octet| !octet.is_ascii_whitespace()).count();
        let token = rest.get(..token).unwrap_or_default();
        let hex = token.iter().all(u8::is_ascii_hexdigit);
        if middle && (!hex || width.is_some_and(|width| token.len() > width)) {
            return Ok(());
        }
        width.get_or_insert(token.len());
        plain(token, octets).map_err(|fault| fault.moved(at))?;
        at += token.len();
    }
}

/// Octets with separators between them, or none.
///
/// # Errors
///
/// The first fault; what stands before it has been appended.
pub(super) fn plain(text: &[u8], octets: &mut Vec<u8>) -> Result<(), Fault> {
    let trimmed = text.trim_ascii();
    if trimmed.len().is_multiple_of(2) {
        let before = octets.len();
        if octets.capacity() == 0 {
            octets.reserve_exact(trimmed.len() / 2);
        }
        octets.resize(before + trimmed.len() / 2, 0);
        let target = octets.get_mut(before..).unwrap_or_default();
        // Digits and nothing else; a prefix leaves an octet too much room.
        if const_hex::decode_to_slice(trimmed, target).is_ok() {
            return Ok(());
        }
        octets.truncate(before);
    }
    let mut at = 0;
    // First digit of an octet: its place and value.
    let mut open: Option<(usize, u8)> = None;
    while let Some(&octet) = text.get(at) {
        let digit = match octet {
            b'0'..=b'9' => Some(octet - b'0'),
            b'a'..=b'f' => Some(octet - b'a' + 10),
            b'A'..=b'F' => Some(octet - b'A' + 10),
            _ => None,
        };
        match (digit, open) {
            // The 0 of 0x is no digit.
            (Some(0), None) if matches!(text.get(at + 1), Some(b'x' | b'X')) => at += 1,
            (Some(digit), None) => open = Some((at, digit)),
            (Some(digit), Some((_, first))) => {
                octets.push(first << 4 | digit);
                open = None;
            }
            (None, Some((start, _))) => {
                return Err(match is_separator(octet) {
                    true => Fault::Odd(start),
                    false => Fault::Character(at),
                });
            }
            (None, None) => match octet {
                b'\\' if matches!(text.get(at + 1), Some(b'x' | b'X')) => at += 1,
                b'#' => return Ok(()),
                b'|' if at > 0 && text.get(at - 1).is_some_and(u8::is_ascii_whitespace) => {
                    return Ok(());
                }
                _ if is_separator(octet) => {}
                _ => return Err(Fault::Character(at)),
            },
        }
        at += 1;
    }
    match open {
        Some((start, _)) => Err(Fault::Odd(start)),
        None => Ok(()),
    }
}

fn is_separator(octet: u8) -> bool {
    octet.is_ascii_whitespace()
        || matches!(
            octet,
            b',' | b':' | b'-' | b';' | b'{' | b'}' | b'[' | b']' | b'(' | b')' | b'"' | b'\''
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(Line, Vec<u8>), Fault> {
        let mut octets = Vec::new();
        line(text.as_bytes(), &mut octets).map(|line| (line, octets))
    }

    fn octets(text: &str) -> Vec<u8> {
        read(text).unwrap().1
    }

    #[test]
    fn separators_and_prefixes() {
        for text in [
            "DD00ff1a",
            " dd 00 FF 1a ",
            "dd:00:ff:1a:",
            "DD-00-FF-1A",
            "0xDD00FF1A",
            "0xDD, 0x00, 0xFF, 0x1A,",
            "{ 0xdd,0x00,0xff,0x1a };",
            "\"\\xdd\\x00\\xff\\x1a\"",
            "DD00 FF1A",
            "DD 00 FF 1A   |....|",
            "DD 00 FF 1A # the first",
        ] {
            assert_eq!(octets(text), [0xDD, 0x00, 0xFF, 0x1A], "{text}");
        }
    }

    #[test]
    fn rows_of_dumps() {
        let row = [0xDD, 0, 0, 0, 0, 0, 0, 0x4D, 0x11, 0, 0, 0, 0, 0xDF, 0x09, 0x03];
        for text in [
            "00000000  dd 00 00 00 00 00 00 4d  11 00 00 00 00 df 09 03  |.......M........|",
            "00000000: dd00 0000 0000 004d 1100 0000 00df 0903  .......M........",
            "0000   dd 00 00 00 00 00 00 4d 11 00 00 00 00 df 09 03   .......M........",
            "\t0x0000:  dd00 0000 0000 004d 1100 0000 00df 0903  ...M.....",
            "0000000 dd 00 00 00 00 00 00 4d 11 00 00 00 00 df 09 03",
        ] {
            let (line, octets) = read(text).unwrap();
            assert!(matches!(line, Line::Row(offset) if offset.is(0)), "{text}");
            assert_eq!(octets, row, "{text}");
        }
    }

    #[test]
    fn short_rows_end_before_the_gutter() {
        assert_eq!(
            octets("00000050  ce 85 6e 3e b1                 |..n>.|"),
            [0xCE, 0x85, 0x6E, 0x3E, 0xB1]
        );
        assert_eq!(octets("00000050: ce85 6e3e b1          ab cd"), [0xCE, 0x85, 0x6E, 0x3E, 0xB1]);
        assert_eq!(octets("00000000: dd00 0000 0000 004d  ...M"), [0xDD, 0, 0, 0, 0, 0, 0, 0x4D]);
    }

    #[test]
    fn ends_and_repetitions_of_dumps() {
        assert!(matches!(read("00000055").unwrap().0, Line::RowEnd(offset) if offset.is(0x55)));
        assert!(matches!(read("0000125").unwrap().0, Line::RowEnd(offset) if offset.is(0o125)));
        assert_eq!(read("*").unwrap().0, Line::RowRepeated);
    }

    #[test]
    fn groups_of_four_digits_are_octets() {
        assert_eq!(octets("0000 0000 df09"), [0, 0, 0, 0, 0xDF, 0x09]);
        assert_eq!(octets("dd00 01 02"), [0xDD, 0, 1, 2]);
    }

    #[test]
    fn faults_have_their_place() {
        assert_eq!(read("DD 0G"), Err(Fault::Character(4)));
        assert_eq!(read("DD 0 01"), Err(Fault::Odd(3)));
        assert_eq!(read("DD0"), Err(Fault::Odd(2)));
        assert_eq!(read("0xDD, 0x0, 0x01"), Err(Fault::Odd(8)));
        assert_eq!(read("00000000  dd 0g"), Err(Fault::Character(14)));
        assert_eq!(read("hello"), Err(Fault::Character(0)));
    }
}

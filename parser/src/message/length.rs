//! How long a message says that it is, before it is decoded.

use super::envelope::CraFlag;
use super::reader::is_routing_header;
use crate::input::Input;
use crate::span::BufferId;

/// Octets that a message announces, counted from its first octet: by the length in its MAC header
/// or routing header, else by its content's length and the signature field behind it. A GSME
/// tunnelling prefix counts.
///
/// `None` where the octets are too few to tell, or where they are no message. The announced length
/// may be more than what is there. Without a MAC header the signature field is not announced by any
/// length: for a command it counts where it stands (`00`, or `40`), for a response or alert at
/// least one octet is due.
#[must_use]
pub fn announced_length(octets: &[u8]) -> Option<usize> {
    let prefix = prefix_length(octets);
    let message = octets.get(prefix..)?;
    let announced = match message.first()? {
        0xDD => ciphering_length(message)?,
        0xDF => signing_length(message)?,
        _ => return None,
    };
    announced.checked_add(prefix)
}

/// True where octets look like the beginning of a message, with or without a tunnelling prefix.
#[must_use]
pub fn begins_message(octets: &[u8]) -> bool {
    matches!(octets.get(prefix_length(octets)), Some(0xDD | 0xDF))
}

/// True where octets begin a block of a general block transfer: they have its routing header, with
/// or without a tunnelling prefix.
#[must_use]
pub fn begins_block(octets: &[u8]) -> bool {
    octets.get(prefix_length(octets)..).is_some_and(is_routing_header)
}

/// Octets of the tunnelling prefix that stands before a message.
pub(crate) fn prefix_length(octets: &[u8]) -> usize {
    match octets {
        [0x01 | 0x03, 0xDD | 0xDF, ..] => 1,
        [0x02, _, 0xDD | 0xDF, ..] => 2,
        _ => 0,
    }
}

/// A cursor over octets that reads fields by their own lengths.
struct Cursor<'a> {
    input: Input<'a>,
}

impl<'a> Cursor<'a> {
    fn new(octets: &'a [u8]) -> Self {
        Self { input: Input::new(octets, BufferId::WIRE) }
    }

    fn position(&self) -> usize {
        self.input.offset() as usize
    }

    fn skip(&mut self, n: usize) -> Option<()> {
        self.input.skip(n).then_some(())
    }

    fn length(&mut self) -> Option<usize> {
        Some(self.input.read_length().ok()?.value as usize)
    }

    fn field(&mut self) -> Option<()> {
        let length = self.length()?;
        self.skip(length)
    }
}

/// Tag, six fields, and the length of all that follows; a block's routing header has the same form.
fn ciphering_length(octets: &[u8]) -> Option<usize> {
    let mut cursor = Cursor::new(octets);
    cursor.skip(1)?;
    for _ in 0..6 {
        cursor.field()?;
    }
    let length = cursor.length()?;
    cursor.position().checked_add(length)
}

/// Tag, five fields, content, signature field.
fn signing_length(octets: &[u8]) -> Option<usize> {
    let mut cursor = Cursor::new(octets);
    cursor.skip(1)?;
    for _ in 0..5 {
        cursor.field()?;
    }
    let length = cursor.length()?;
    let end = cursor.position().checked_add(length)?;
    let command = octets.get(2).copied().and_then(CraFlag::from_octet) == Some(CraFlag::Command);
    match octets.get(end) {
        Some(0x40) => end.checked_add(65),
        Some(0x00) => end.checked_add(1),
        _ if command => Some(end),
        _ => end.checked_add(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grouping header with a content of `content` octets.
    fn signing(cra: u8, content: usize) -> Vec<u8> {
        let mut octets = vec![0xDF, 0x09, cra, 0, 0, 0, 0, 0, 0, 0, 1, 0x08];
        octets.extend([1; 8]);
        octets.push(0x08);
        octets.extend([2; 8]);
        octets.extend([0x00, 0x02, 0x00, 0x62, content as u8]);
        octets.extend(vec![0x0F; content]);
        octets
    }

    #[test]
    fn a_mac_header_announces_all_that_follows() {
        let mut octets = vec![0xDD, 0, 0, 0, 0, 0, 0, 0x81, 0x80];
        assert_eq!(announced_length(&octets), Some(9 + 0x80));
        octets.truncate(8);
        assert_eq!(announced_length(&octets), None);
    }

    #[test]
    fn without_mac_header_the_signature_counts_where_it_stands() {
        let mut octets = signing(1, 3);
        assert_eq!(announced_length(&octets), Some(octets.len()));
        octets.push(0);
        assert_eq!(announced_length(&octets), Some(octets.len()));
        octets.pop();
        octets.push(0x40);
        assert_eq!(announced_length(&octets), Some(octets.len() + 64));
        octets.pop();
        octets.push(0x55);
        assert_eq!(announced_length(&octets), Some(octets.len() - 1));
        let response = signing(2, 3);
        assert_eq!(announced_length(&response), Some(response.len() + 1));
    }

    #[test]
    fn a_tunnelling_prefix_counts() {
        let octets = [2, 0, 0xDD, 0, 0, 0, 0, 0, 0, 5];
        assert_eq!(announced_length(&octets), Some(15));
        assert!(begins_message(&octets));
        assert!(!begins_message(&[2, 0, 0]));
    }

    #[test]
    fn what_is_no_message_announces_nothing() {
        assert_eq!(announced_length(&[]), None);
        assert_eq!(announced_length(&[0x30, 0x03, 1, 2, 3]), None);
        assert_eq!(announced_length(&[0xDD, 0x80]), None);
    }
}

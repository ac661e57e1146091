//! What a header of the usual form tells before the message is decoded.

use super::envelope::{CraFlag, EntityId};
use crate::limits::MAX_MESSAGE_OCTETS;

/// Octets of a MAC header behind its length: security control and invocation counter.
const BEHIND_LENGTH: usize = 5;

/// The device that a message is about, as [`Message::device`](super::Message::device) gives it, from
/// the places in the octets where nearly all messages have it (GBCS 7.2; checked on reference data):
/// a grouping header with a transaction id of nine octets and identifiers of eight, at the start or
/// behind a MAC header whose first six fields are empty. `None` for any other, which has to be decoded.
///
/// ```
/// let mut octets = [0; 29];
/// octets[..3].copy_from_slice(&[0xDF, 9, 2]);
/// [octets[11], octets[20]] = [8, 8];
/// octets[12..20].copy_from_slice(&[7; 8]);
/// let device = gbcs_parser::message::device_in_plain_header(&octets);
/// assert_eq!(device, Some(gbcs_parser::EntityId([7; 8])));
/// ```
#[must_use]
pub fn device_in_plain_header(octets: &[u8]) -> Option<EntityId> {
    if octets.len() > MAX_MESSAGE_OCTETS {
        return None;
    }
    let header = match octets {
        [0xDD, 0, 0, 0, 0, 0, 0, rest @ ..] => {
            let (length, covered) = match rest {
                [length @ ..=0x7F, rest @ ..] => (usize::from(*length), rest),
                [0x81, length @ 0x80..=0xFF, rest @ ..] => (usize::from(*length), rest),
                [0x82, high @ 1..=0xFF, low, rest @ ..] => {
                    (usize::from(u16::from_be_bytes([*high, *low])), rest)
                }
                _ => return None,
            };
            covered.get(..length).unwrap_or(covered).get(BEHIND_LENGTH..)?
        }
        _ => octets,
    };
    let (0xDF, header) = header.split_first()? else { return None };
    let Parties { flag, originator, target, .. } = Parties::of(header)?;
    Some(match CraFlag::from_octet(flag)? {
        CraFlag::Command => target,
        CraFlag::Response | CraFlag::Alert => originator,
    })
}

/// Transaction id and system titles with their usual lengths.
pub(super) struct Parties {
    /// The CRA flag.
    pub(super) flag: u8,
    pub(super) originator_counter: u64,
    pub(super) originator: EntityId,
    pub(super) target: EntityId,
}

impl Parties {
    /// Those that the octets behind the tag of a grouping or routing header begin with. `None` where a
    /// length is another, or there are fewer octets.
    #[inline]
    pub(super) fn of(octets: &[u8]) -> Option<Self> {
        let (&[9, flag, ref counter @ ..], rest) = octets.split_first_chunk::<10>()? else {
            return None;
        };
        let (&[8, originator @ ..], rest) = rest.split_first_chunk::<9>()? else { return None };
        let &[8, target @ ..] = rest.first_chunk::<9>()? else { return None };
        Some(Self {
            flag,
            originator_counter: u64::from_be_bytes(*counter),
            originator: EntityId(originator),
            target: EntityId(target),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Message;

    /// A message of each CRA flag, under a MAC header with so many octets of content and without one.
    fn messages() -> Vec<Vec<u8>> {
        let mut messages = Vec::new();
        for flag in 0..=4 {
            for content in [1, 60, 100, 200, 300] {
                let head =
                    [[0xDF, 9, flag].as_slice(), &[1; 8], &[8], &[2; 8], &[8], &[3; 8]].concat();
                let [high, low] = (content as u16).to_be_bytes();
                let tail =
                    [&[0, 2, 0, 0x62, 0x82, high, low], &vec![0xD9; content][..], &[0]].concat();
                let grouping = [head, tail].concat();
                let covered = [&[0x11, 0, 0, 0, 0], &grouping[..], &[0xA5; 12]].concat();
                let [high, low] = (covered.len() as u16).to_be_bytes();
                let length = match covered.len() {
                    ..=0x7F => vec![low],
                    0x80..=0xFF => vec![0x81, low],
                    _ => vec![0x82, high, low],
                };
                messages.push([&[0xDD, 0, 0, 0, 0, 0, 0], &length[..], &covered].concat());
                messages.push(grouping);
            }
        }
        messages
    }

    /// Whether it is told without decoding; what is told is what decoding gives.
    fn is_told(octets: &[u8]) -> bool {
        let told = device_in_plain_header(octets);
        assert!(told.is_none() || told == Message::decode(octets).device(), "{octets:02X?}");
        told.is_some()
    }

    #[test]
    fn the_usual_forms_are_told() {
        let told = messages().iter().filter(|message| is_told(message)).count();
        assert_eq!(told, messages().len() * 3 / 5);
    }

    #[test]
    fn what_is_cut_is_told_right_or_not_at_all() {
        for message in messages() {
            for end in 0..message.len().min(60) {
                is_told(&message[..end]);
            }
        }
    }

    #[test]
    fn what_has_another_octet_is_told_right_or_not_at_all() {
        let mut told = 0;
        for message in messages() {
            for at in 0..message.len().min(60) {
                for octet in
                    [0, 1, 2, 5, 8, 9, 0x22, 0x23, 0x7F, 0x80, 0x81, 0x82, 0xDD, 0xDF, 0xFF]
                {
                    let mut message = message.clone();
                    message[at] = octet;
                    told += u32::from(is_told(&message));
                }
            }
        }
        assert!(told > 0);
    }
}

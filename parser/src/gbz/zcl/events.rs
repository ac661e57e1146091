//! Frames of the Events cluster as devices of a home area network exchange them, outside any GBZ
//! message.

use super::{FRAME_TYPE, TO_CLIENT};
use crate::gbz::FRAME_MANUFACTURER_SPECIFIC;

/// Command that publishes entries of a log.
const PUBLISH_EVENT_LOG: u8 = 0x01;

/// An entry of a published log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishedEvent {
    /// Number of the log, without the bits that stand beside it: 4 is the security log.
    pub log: u8,
    /// Event code.
    pub event: u16,
    /// Seconds since 2000-01-01 00:00:00 UTC, by the device's clock.
    pub time: u32,
}

/// The entries that a frame of the Events cluster publishes, from its frame control on; none where
/// it is another frame, and those before its end where it was cut.
pub fn published_events(frame: &[u8]) -> impl Iterator<Item = PublishedEvent> + '_ {
    let mut rest = published(frame).unwrap_or_default();
    std::iter::from_fn(move || {
        let (entry, after) = rest.split_first_chunk::<8>()?;
        let [log, e0, e1, t0, t1, t2, t3, octets] = *entry;
        rest = after.get(usize::from(octets)..).unwrap_or_default();
        Some(PublishedEvent {
            log: log & 0x0F,
            event: u16::from_le_bytes([e0, e1]),
            time: u32::from_le_bytes([t0, t1, t2, t3]),
        })
    })
}

/// The entries of a frame that publishes some: what follows total, index, number of commands and
/// control.
fn published(frame: &[u8]) -> Option<&[u8]> {
    let (control, rest) = frame.split_first()?;
    let of_cluster = control & FRAME_TYPE == 1 && control & FRAME_MANUFACTURER_SPECIFIC == 0;
    let (_sequence, rest) = rest.split_first()?;
    let (command, rest) = rest.split_first()?;
    let publishes = of_cluster && control & TO_CLIENT != 0 && *command == PUBLISH_EVENT_LOG;
    rest.get(5..).filter(|_| publishes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two entries, the first with two octets of data.
    const FRAME: [u8; 26] = [
        0x19, 0x07, 0x01, 0x02, 0x00, 0x00, 0x01, 0x00, // header and counts
        0x04, 0x45, 0x81, 0x10, 0x20, 0x30, 0x40, 0x02, 0xAA, 0xBB, // first entry
        0x13, 0x0D, 0x81, 0x01, 0x00, 0x00, 0x00, 0x00, // second entry
    ];

    #[test]
    fn entries_of_a_published_log() {
        let entries: Vec<_> = published_events(&FRAME).collect();
        let first = PublishedEvent { log: 4, event: 0x8145, time: 0x4030_2010 };
        assert_eq!(entries, [first, PublishedEvent { log: 3, event: 0x810D, time: 1 }]);
    }

    #[test]
    fn other_frames_and_cut_ones() {
        for (at, octet) in [(0, 0x11), (0, 0x18), (0, 0x1D), (2, 0x00)] {
            let mut frame = FRAME;
            frame[at] = octet;
            assert_eq!(published_events(&frame).count(), 0, "octet {at} is 0x{octet:02X}");
        }
        let counts: Vec<_> =
            (0..FRAME.len()).map(|end| published_events(&FRAME[..end]).count()).collect();
        assert_eq!((counts[15], counts[16], counts[25]), (0, 1, 1));
    }
}

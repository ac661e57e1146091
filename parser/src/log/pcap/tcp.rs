//! Streams of TCP, as far as it takes to find the messages in them.

use std::collections::{BTreeMap, HashMap, VecDeque};

use super::Frame;
use super::ip::Ends;
use crate::limits::{
    MAX_CAPTURE_STREAMS, MAX_HELD_CAPTURE_OCTETS, MAX_MESSAGE_OCTETS, MAX_WAITING_SEGMENTS,
};
use crate::message::{announced_length, begins_message};

const FIN: u8 = 0x01;
const SYN: u8 = 0x02;
const RST: u8 = 0x04;

/// A segment.
pub(super) struct Segment<'a> {
    pub(super) number: u32,
    pub(super) flags: u8,
    pub(super) payload: &'a [u8],
    pub(super) frame: Frame,
}

/// A message, or what was left of one, and the frame that made it whole.
pub(super) type Found = (Frame, Vec<u8>);

/// One direction of a connection.
struct Stream {
    /// Number of the next octet.
    next: u32,
    /// Octets that are no whole message yet.
    octets: Vec<u8>,
    /// The frame of the last of them.
    frame: Frame,
    /// Segments that came before their turn, by their distance when they came.
    waiting: BTreeMap<u32, (Vec<u8>, Frame)>,
}

/// The streams that are open.
#[derive(Default)]
pub(super) struct Streams {
    open: HashMap<Ends, Stream>,
    /// In the order in which they began.
    order: VecDeque<Ends>,
    /// Octets that all of them hold.
    held: usize,
}

impl Streams {
    /// Takes a segment, and gives the messages that it completes.
    pub(super) fn take(&mut self, ends: Ends, segment: Segment<'_>) -> Vec<Found> {
        let mut found = Vec::new();
        if segment.flags & SYN != 0 {
            self.close(&ends, &mut found);
        }
        if !self.open.contains_key(&ends) {
            while self.open.len() >= MAX_CAPTURE_STREAMS && self.close_oldest(&mut found) {}
            let next = segment.number.wrapping_add(u32::from(segment.flags & SYN != 0));
            let stream =
                Stream { next, octets: Vec::new(), frame: segment.frame, waiting: BTreeMap::new() };
            self.open.insert(ends.clone(), stream);
            self.order.push_back(ends.clone());
        }
        if let Some(stream) = self.open.get_mut(&ends) {
            let before = stream.held();
            stream.take(&segment, &mut found);
            self.held = (self.held + stream.held()).saturating_sub(before);
        }
        while self.held > MAX_HELD_CAPTURE_OCTETS && self.close_oldest(&mut found) {}
        if segment.flags & (FIN | RST) != 0 {
            self.close(&ends, &mut found);
        }
        found
    }

    fn close(&mut self, ends: &Ends, found: &mut Vec<Found>) {
        if let Some(stream) = self.open.remove(ends) {
            self.order.retain(|other| other != ends);
            self.held = self.held.saturating_sub(stream.held());
            stream.finish(found);
        }
    }

    /// False where none is open.
    fn close_oldest(&mut self, found: &mut Vec<Found>) -> bool {
        let Some(oldest) = self.order.pop_front() else { return false };
        self.close(&oldest, found);
        true
    }

    /// What is left of all streams, in the order in which they began.
    pub(super) fn finish(&mut self) -> Vec<Found> {
        let mut found = Vec::new();
        while let Some(ends) = self.order.pop_front() {
            if let Some(stream) = self.open.remove(&ends) {
                stream.finish(&mut found);
            }
        }
        found
    }
}

impl Stream {
    fn held(&self) -> usize {
        let waiting = self.waiting.values().map(|(payload, _)| payload.len());
        self.octets.len() + waiting.sum::<usize>()
    }

    fn take(&mut self, segment: &Segment<'_>, found: &mut Vec<Found>) {
        if segment.payload.is_empty() {
            return;
        }
        let ahead = segment.number.wrapping_sub(self.next);
        if ahead == 0 {
            self.push(segment.payload, segment.frame, found);
        } else if ahead < u32::MAX / 2 {
            self.waiting.insert(segment.number, (segment.payload.to_vec(), segment.frame));
            if self.waiting.len() > MAX_WAITING_SEGMENTS {
                // What is missing will not come: go on after it.
                self.skip(found);
            }
        } else {
            // Sent again; a part of it may be new.
            let old = self.next.wrapping_sub(segment.number) as usize;
            if let Some(new) = segment.payload.get(old..).filter(|new| !new.is_empty()) {
                self.push(new, segment.frame, found);
            }
        }
        while let Some((payload, _)) = self.waiting.remove(&self.next) {
            self.push(&payload, segment.frame, found);
        }
    }

    /// Goes on at the nearest segment that waits.
    fn skip(&mut self, found: &mut Vec<Found>) {
        let next = self.next;
        let nearest = self.waiting.keys().min_by_key(|number| number.wrapping_sub(next)).copied();
        let Some((number, (payload, frame))) =
            nearest.and_then(|number| self.waiting.remove_entry(&number))
        else {
            return;
        };
        self.flush(found);
        self.next = number;
        self.push(&payload, frame, found);
    }

    fn push(&mut self, payload: &[u8], frame: Frame, found: &mut Vec<Found>) {
        self.next = self.next.wrapping_add(payload.len() as u32);
        self.octets.extend_from_slice(payload);
        self.frame = frame;
        let mut rest = self.octets.as_slice();
        while let Some((message, behind)) = whole(rest).and_then(|n| rest.split_at_checked(n)) {
            found.push((frame, message.to_vec()));
            rest = behind;
        }
        self.octets.drain(..self.octets.len() - rest.len());
        if self.octets.len() > MAX_MESSAGE_OCTETS {
            self.flush(found);
        }
    }

    fn flush(&mut self, found: &mut Vec<Found>) {
        if !self.octets.is_empty() {
            found.push((self.frame, std::mem::take(&mut self.octets)));
        }
    }

    fn finish(mut self, found: &mut Vec<Found>) {
        while !self.waiting.is_empty() {
            self.skip(found);
            while let Some((payload, frame)) = self.waiting.remove(&self.next) {
                self.push(&payload, frame, found);
            }
        }
        self.flush(found);
    }
}

/// Octets of the first message, where it is whole.
fn whole(octets: &[u8]) -> Option<usize> {
    let length = match octets {
        [] => return None,
        [0, 1, _, _, _, _, high, low, ..] => 8 + usize::from(u16::from_be_bytes([*high, *low])),
        [0] | [0, 1, ..] => return None,
        _ if begins_message(octets) => announced_length(octets)?,
        // Nothing tells where it ends.
        _ => octets.len(),
    };
    (octets.len() >= length).then_some(length.max(1))
}

//! From a frame of IEEE 802.15.4 to the frames of ZigBee clusters.
//!
//! Frames that are secured on the network or the application layer cannot be read without keys:
//! they are counted. All numbers are little endian.

use std::collections::{BTreeMap, HashMap, VecDeque};

use super::{Frame, Frames, Seen};
use crate::limits::{MAX_CAPTURE_STREAMS, MAX_HELD_CAPTURE_OCTETS, MAX_MESSAGE_OCTETS};
use crate::message::EntityId;
use crate::record::{Body, Record, ZclFrame};

/// The tunnelling cluster of Smart Energy.
const TUNNELLING: u16 = 0x0704;

/// The events cluster, of which logs are read in the HAN.
const EVENTS: u16 = 0x0709;

/// Identifiers of short addresses that are kept: a HAN has 16 devices, a capture a few HANs.
const MAX_ADDRESSES: usize = 4096;

/// What is known of a network.
#[derive(Default)]
pub(super) struct Network {
    identifiers: HashMap<u16, EntityId>,
    fragments: HashMap<FragmentId, Fragments>,
    /// In the order in which they began.
    order: VecDeque<FragmentId>,
    /// Octets of all fragments.
    held: usize,
}

/// Source, destination and APS counter.
type FragmentId = (u16, u16, u8);

/// A transfer in several APS frames.
struct Fragments {
    count: Option<u8>,
    parts: BTreeMap<u8, Vec<u8>>,
    octets: usize,
}

/// Reads fields in order.
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    fn octet(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn short(&mut self) -> Option<u16> {
        match self.take(2)? {
            [low, high] => Some(u16::from_le_bytes([*low, *high])),
            _ => None,
        }
    }

    /// An EUI-64, which is sent with its last octet first.
    fn identifier(&mut self) -> Option<EntityId> {
        let mut octets = [0; 8];
        octets.copy_from_slice(self.take(8)?);
        octets.reverse();
        Some(EntityId(octets))
    }
}

/// Takes a frame of the MAC layer, without its checksum.
pub(super) fn mac(frames: &mut Frames, frame: Frame, octets: &[u8]) -> Option<()> {
    let mut cursor = Cursor(octets);
    let control = cursor.short()?;
    let version = control >> 12 & 3;
    if control & 7 != 1 {
        return None;
    }
    if control & 0x0008 != 0 {
        frames.encrypted += 1;
        return None;
    }
    if !(version == 2 && control & 0x0100 != 0) {
        cursor.octet()?;
    }
    let address = |cursor: &mut Cursor<'_>, mode: u16, pan: bool| {
        if mode != 0 && pan {
            cursor.short()?;
        }
        match mode {
            2 => cursor.short().map(|_| ()),
            3 => cursor.take(8).map(|_| ()),
            _ => Some(()),
        }
    };
    let (to, from) = (control >> 10 & 3, control >> 14 & 3);
    address(&mut cursor, to, true)?;
    address(&mut cursor, from, control & 0x0040 == 0)?;
    network(frames, frame, cursor)
}

fn network(frames: &mut Frames, frame: Frame, mut cursor: Cursor<'_>) -> Option<()> {
    let control = cursor.short()?;
    // Data of ZigBee PRO, which is protocol version 2.
    if control & 3 != 0 || control >> 2 & 0x0F != 2 {
        return None;
    }
    let destination = cursor.short()?;
    let source = cursor.short()?;
    cursor.take(2)?;
    for (bit, address) in [(0x0800, destination), (0x1000, source)] {
        if control & bit != 0 {
            let identifier = cursor.identifier()?;
            note(&mut frames.zigbee.identifiers, address, identifier);
        }
    }
    if control & 0x0100 != 0 {
        cursor.octet()?;
    }
    if control & 0x0400 != 0 {
        let relays = usize::from(cursor.octet()?);
        cursor.take(1 + 2 * relays)?;
    }
    if control & 0x0200 != 0 {
        frames.encrypted += 1;
        return None;
    }
    application(frames, frame, (source, destination), cursor)
}

/// Keeps the identifier of a short address, where there is room or one is kept already.
fn note(known: &mut HashMap<u16, EntityId>, address: u16, identifier: EntityId) {
    if known.len() < MAX_ADDRESSES || known.contains_key(&address) {
        known.insert(address, identifier);
    }
}

fn application(
    frames: &mut Frames,
    frame: Frame,
    ends: (u16, u16),
    mut cursor: Cursor<'_>,
) -> Option<()> {
    let control = cursor.octet()?;
    if control & 0x03 != 0 {
        return None;
    }
    let group = control >> 2 & 3 == 3;
    cursor.take(if group { 2 } else { 1 })?;
    let cluster = cursor.short()?;
    cursor.take(3)?;
    let counter = cursor.octet()?;
    let mut fragment = None;
    if control & 0x80 != 0 {
        let extended = cursor.octet()?;
        if extended & 3 != 0 {
            fragment = Some((extended & 3 == 1, cursor.octet()?));
        }
    }
    if control & 0x20 != 0 {
        frames.encrypted += 1;
        return None;
    }
    match fragment {
        None => cluster_frame(frames, frame, ends, cluster, cursor.0),
        Some((first, number)) => {
            let id = (ends.0, ends.1, counter);
            let joined = frames.zigbee.fragment(id, first, number, cursor.0)?;
            cluster_frame(frames, frame, ends, cluster, &joined)
        }
    }
}

impl Network {
    /// Takes a fragment; gives the whole where it was the last that was missing. The first one has
    /// the number of fragments in place of its own.
    fn fragment(&mut self, id: FragmentId, first: bool, n: u8, part: &[u8]) -> Option<Vec<u8>> {
        if !self.fragments.contains_key(&id) {
            if self.order.len() >= MAX_CAPTURE_STREAMS {
                self.forget_oldest();
            }
            self.order.push_back(id);
        }
        let fragments = self.fragments.entry(id).or_insert_with(|| Fragments {
            count: None,
            parts: BTreeMap::new(),
            octets: 0,
        });
        let number = if first {
            fragments.count = Some(n);
            0
        } else {
            n
        };
        if fragments.octets + part.len() > MAX_MESSAGE_OCTETS {
            return None;
        }
        let before = fragments.parts.insert(number, part.to_vec()).map_or(0, |part| part.len());
        fragments.octets = (fragments.octets + part.len()).saturating_sub(before);
        self.held = (self.held + part.len()).saturating_sub(before);
        if fragments.count.is_none_or(|count| fragments.parts.len() < usize::from(count)) {
            while self.held > MAX_HELD_CAPTURE_OCTETS && self.forget_oldest() {}
            return None;
        }
        self.order.retain(|other| *other != id);
        let fragments = self.fragments.remove(&id)?;
        self.held = self.held.saturating_sub(fragments.octets);
        Some(fragments.parts.into_values().flatten().collect())
    }

    /// False where none is held.
    fn forget_oldest(&mut self) -> bool {
        let Some(oldest) = self.order.pop_front() else { return false };
        let octets = self.fragments.remove(&oldest).map_or(0, |fragments| fragments.octets);
        self.held = self.held.saturating_sub(octets);
        true
    }
}

/// A frame of a cluster: the data of a tunnel is a message, events are kept as they are.
fn cluster_frame(
    frames: &mut Frames,
    frame: Frame,
    ends: (u16, u16),
    cluster: u16,
    octets: &[u8],
) -> Option<()> {
    let mut cursor = Cursor(octets);
    let control = cursor.octet()?;
    let of_cluster = control & 3 == 1;
    if control & 4 != 0 {
        cursor.take(2)?;
    }
    cursor.octet()?;
    let command = cursor.octet()?;
    let from_server = control & 8 != 0;
    match cluster {
        // TransferData has another number in each direction.
        TUNNELLING if of_cluster && command == if from_server { 1 } else { 2 } => {
            cursor.take(2)?;
            frames.message(frame, cursor.0, Seen::Tunnel);
        }
        EVENTS => {
            let known = &frames.zigbee.identifiers;
            let body = Body::ZclFrame(ZclFrame {
                source_address: ends.0,
                destination_address: ends.1,
                source: known.get(&ends.0).copied(),
                destination: known.get(&ends.1).copied(),
                cluster,
                octets: octets.to_vec(),
            });
            let mut record =
                super::message_record(frames.path.clone(), frame.number, None, Vec::new());
            record.time = frame.time;
            let record = Record { body, ..record };
            frames.ready.push_back(Ok(record));
        }
        _ => {}
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_kept_up_to_a_number_of_addresses() {
        let (mut known, identifier) = (HashMap::new(), EntityId([1; 8]));
        (0..MAX_ADDRESSES as u16).for_each(|address| note(&mut known, address, identifier));
        assert_eq!(known.len(), MAX_ADDRESSES);
        note(&mut known, MAX_ADDRESSES as u16, identifier);
        assert!(!known.contains_key(&(MAX_ADDRESSES as u16)));
        note(&mut known, 7, EntityId([2; 8]));
        assert_eq!(known[&7], EntityId([2; 8]), "one that is known may change");
    }
}

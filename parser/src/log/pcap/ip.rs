//! From the link layer to datagrams and segments of the ports that matter.

use super::tcp::Segment;
use super::{Frame, Frames, Seen};

/// Port of DLMS/COSEM, on which GBCS messages are sent in tests.
const DLMS: u16 = 4059;

/// Port of the ZigBee encapsulation protocol.
const ZEP: u16 = 17754;

const UDP: u8 = 17;
const TCP: u8 = 6;

/// IPv6 headers that may stand before the transport: at most this many are followed.
const MAX_IPV6_HEADERS: usize = 8;

/// Where a packet comes from and goes to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Ends {
    pub(super) source: Vec<u8>,
    pub(super) destination: Vec<u8>,
    pub(super) ports: (u16, u16),
}

/// Takes a frame of a link type.
pub(super) fn link(frames: &mut Frames, frame: Frame, link: i32, octets: &[u8]) {
    // Nothing else is to be found in a frame that is too short for its layers.
    let _ = match link {
        // BSD loopback: the family in the byte order of the machine.
        0 | 108 => octets.get(4..).and_then(|packet| ip(frames, frame, packet)),
        1 => ethernet(frames, frame, octets),
        12 | 14 | 101 | 228 | 229 => ip(frames, frame, octets),
        113 => octets.get(16..).and_then(|packet| ip(frames, frame, packet)),
        276 => octets.get(20..).and_then(|packet| ip(frames, frame, packet)),
        195 => without_fcs(octets, 2).and_then(|mac| super::zigbee::mac(frames, frame, mac)),
        230 => super::zigbee::mac(frames, frame, octets),
        283 => tap(frames, frame, octets),
        _ => None,
    };
}

fn be(octets: &[u8], at: usize) -> Option<u16> {
    match octets.get(at..at + 2)? {
        [high, low] => Some(u16::from_be_bytes([*high, *low])),
        _ => None,
    }
}

fn le(octets: &[u8], at: usize) -> Option<u16> {
    be(octets, at).map(u16::swap_bytes)
}

fn without_fcs(octets: &[u8], fcs: usize) -> Option<&[u8]> {
    octets.get(..octets.len().checked_sub(fcs)?)
}

/// Tags of virtual networks may stand before the type.
fn ethernet(frames: &mut Frames, frame: Frame, octets: &[u8]) -> Option<()> {
    let mut at = 12;
    for _ in 0..4 {
        match be(octets, at)? {
            0x8100 | 0x88A8 | 0x9100 => at += 4,
            0x0800 | 0x86DD => return ip(frames, frame, octets.get(at + 2..)?),
            // IEEE 802.15.4 in Ethernet, as some sniffers wrap it.
            0x809A => return super::zigbee::mac(frames, frame, octets.get(at + 2..)?),
            _ => return None,
        }
    }
    None
}

/// IEEE 802.15.4 TAP: a list of type, length and value before the frame.
fn tap(frames: &mut Frames, frame: Frame, octets: &[u8]) -> Option<()> {
    let length = usize::from(le(octets, 2)?);
    let mut at = 4;
    let mut fcs = 0;
    while at + 4 <= length {
        let kind = le(octets, at)?;
        let size = usize::from(le(octets, at + 2)?);
        if kind == 0 {
            fcs = match octets.get(at + 4)? {
                1 => 2,
                2 => 4,
                _ => 0,
            };
        }
        at += 4 + size.next_multiple_of(4);
    }
    super::zigbee::mac(frames, frame, without_fcs(octets.get(length..)?, fcs)?)
}

fn ip(frames: &mut Frames, frame: Frame, packet: &[u8]) -> Option<()> {
    match packet.first()? >> 4 {
        4 => {
            let header = usize::from(packet.first()? & 0x0F) * 4;
            let total = usize::from(be(packet, 2)?);
            // A length of zero stands for segments that the network card will cut.
            let end = if total == 0 { packet.len() } else { total.min(packet.len()) };
            let fragment = be(packet, 6)? & 0x3FFF;
            let protocol = *packet.get(9)?;
            let ends = (packet.get(12..16)?, packet.get(16..20)?);
            let payload = packet.get(header.max(20)..end)?;
            if fragment != 0 {
                let first = fragment & 0x1FFF == 0;
                let ours = first && is_ours(be(payload, 0)?, be(payload, 2)?);
                frames.fragments += u64::from(ours && matches!(protocol, UDP | TCP));
                return None;
            }
            transport(frames, frame, protocol, ends, payload)
        }
        6 => {
            let length = usize::from(be(packet, 4)?);
            let end = if length == 0 { packet.len() } else { (40 + length).min(packet.len()) };
            let ends = (packet.get(8..24)?, packet.get(24..40)?);
            let mut next = *packet.get(6)?;
            let mut at = 40;
            for _ in 0..MAX_IPV6_HEADERS {
                match next {
                    // Hop-by-hop, routing and destination options.
                    0 | 43 | 60 => {
                        next = *packet.get(at)?;
                        at += 8 + usize::from(*packet.get(at + 1)?) * 8;
                    }
                    44 => {
                        frames.fragments += 1;
                        return None;
                    }
                    _ => break,
                }
            }
            transport(frames, frame, next, ends, packet.get(at..end)?)
        }
        _ => None,
    }
}

fn is_ours(source: u16, destination: u16) -> bool {
    [source, destination].iter().any(|port| matches!(*port, DLMS | ZEP))
}

fn transport(
    frames: &mut Frames,
    frame: Frame,
    protocol: u8,
    ends: (&[u8], &[u8]),
    packet: &[u8],
) -> Option<()> {
    let ports = (be(packet, 0)?, be(packet, 2)?);
    let dlms = ports.0 == DLMS || ports.1 == DLMS;
    match protocol {
        UDP => {
            let length = usize::from(be(packet, 4)?);
            let end = if length < 8 { packet.len() } else { length.min(packet.len()) };
            let payload = packet.get(8..end)?;
            if dlms {
                frames.message(frame, unwrapped(payload), Seen::Ip);
            } else if ports.0 == ZEP || ports.1 == ZEP {
                zep(frames, frame, payload)?;
            }
        }
        TCP if dlms => {
            let header = usize::from(*packet.get(12)? >> 4) * 4;
            let number = u32::from(be(packet, 4)?) << 16 | u32::from(be(packet, 6)?);
            let flags = *packet.get(13)?;
            let payload = packet.get(header.max(20)..)?;
            let ends = Ends { source: ends.0.to_vec(), destination: ends.1.to_vec(), ports };
            let segment = Segment { number, flags, payload, frame };
            for (frame, octets) in frames.tcp.take(ends, segment) {
                frames.message(frame, unwrapped(&octets), Seen::Ip);
            }
        }
        _ => {}
    }
    Some(())
}

/// What the wrapper of DLMS holds (version 1, two ports, length), or all where there is none.
pub(super) fn unwrapped(octets: &[u8]) -> &[u8] {
    match octets.split_at_checked(8) {
        Some(([0, 1, _, _, _, _, high, low], rest))
            if usize::from(u16::from_be_bytes([*high, *low])) == rest.len() =>
        {
            rest
        }
        _ => octets,
    }
}

/// The ZigBee encapsulation protocol, versions 1 and 2. The last two octets are a checksum, or what
/// the radio put in its place.
fn zep(frames: &mut Frames, frame: Frame, octets: &[u8]) -> Option<()> {
    let header = match octets.get(..4)? {
        [b'E', b'X', 1, _] => 16,
        [b'E', b'X', 2, 1] => 32,
        _ => return None,
    };
    let length = usize::from(*octets.get(header - 1)?);
    let inner = octets.get(header..)?;
    let inner = inner.get(..length.min(inner.len()))?;
    super::zigbee::mac(frames, frame, without_fcs(inner, 2)?)
}

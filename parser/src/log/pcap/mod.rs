//! Packet captures, pcap and pcapng.
//!
//! Messages are found in datagrams and streams of port 4059, with and without the wrapper of DLMS,
//! and in the tunnelling cluster of decrypted IEEE 802.15.4 frames. A record is a frame.

mod ip;
mod tcp;
mod zigbee;

use std::collections::VecDeque;
use std::io::BufRead;
use std::sync::Arc;

use pcap_parser::traits::PcapReaderIterator;
use pcap_parser::{Block, PcapBlockOwned, PcapError, create_reader};

use super::{Problem, ProblemKind, message_record};
use crate::limits::{MAX_CAPTURE_BLOCK_OCTETS, MAX_CAPTURE_INTERFACES, MAX_MESSAGE_OCTETS};
use crate::message::{CraFlag, prefix_length};
use crate::record::{Body, Direction, Record, Time};

/// Octets of the buffer to begin with.
const BUFFER_OCTETS: usize = 256 * 1024;

/// Reads a capture.
pub(super) struct Pcap<'a> {
    reader: Option<Box<dyn PcapReaderIterator + Send + 'a>>,
    frames: Frames,
    interfaces: Vec<Interface>,
}

/// Link type and clock of an interface.
#[derive(Clone, Copy)]
struct Interface {
    link: i32,
    /// Units of a second.
    resolution: u64,
    /// Seconds to add.
    offset: i64,
}

/// A frame's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Frame {
    number: u64,
    time: Option<Time>,
}

/// What is known of the frames so far.
struct Frames {
    path: Arc<str>,
    number: u64,
    zigbee: zigbee::Network,
    tcp: tcp::Streams,
    encrypted: u64,
    fragments: u64,
    ready: VecDeque<Result<Record, Problem>>,
    /// Messages of the frame at hand.
    in_frame: u32,
}

impl<'a> Pcap<'a> {
    pub(super) fn new(source: impl BufRead + Send + 'a, path: Arc<str>) -> Self {
        let mut frames = Frames {
            path,
            number: 0,
            zigbee: zigbee::Network::default(),
            tcp: tcp::Streams::default(),
            encrypted: 0,
            fragments: 0,
            ready: VecDeque::new(),
            in_frame: 0,
        };
        let reader = create_reader(BUFFER_OCTETS, source).ok();
        if reader.is_none() {
            frames.problem(ProblemKind::BadCapture);
        }
        Self { reader, frames, interfaces: Vec::new() }
    }

    /// Reads the next block. `None` at the end.
    fn block(&mut self) -> Option<()> {
        let reader = self.reader.as_mut()?;
        let kind = match reader.next() {
            Ok((used, block)) => {
                take(block, &mut self.interfaces, &mut self.frames);
                reader.consume(used);
                return Some(());
            }
            Err(PcapError::Eof) => None,
            Err(PcapError::Incomplete(_) | PcapError::BufferTooSmall) => {
                if reader.data().len() >= MAX_CAPTURE_BLOCK_OCTETS {
                    Some(ProblemKind::BadCapture)
                } else if reader.reader_exhausted() {
                    // A capture that was cut off: what came before it has been read.
                    Some(ProblemKind::BadCapture)
                } else {
                    let full = reader.data().len();
                    if full + BUFFER_OCTETS / 4 >= BUFFER_OCTETS {
                        reader.grow((full * 2).max(2 * BUFFER_OCTETS));
                    }
                    match reader.refill() {
                        Ok(()) => return Some(()),
                        Err(_) => Some(ProblemKind::BadCapture),
                    }
                }
            }
            Err(_) => Some(ProblemKind::BadCapture),
        };
        self.reader = None;
        if let Some(kind) = kind {
            self.frames.problem(kind);
        }
        None
    }
}

impl Iterator for Pcap<'_> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.frames.ready.pop_front() {
                return Some(item);
            }
            self.reader.as_ref()?;
            if self.block().is_none() {
                self.frames.finish();
            }
        }
    }
}

/// Takes one block of the file.
fn take(block: PcapBlockOwned<'_>, interfaces: &mut Vec<Interface>, frames: &mut Frames) {
    match block {
        PcapBlockOwned::LegacyHeader(header) => {
            let resolution =
                if header.is_nanosecond_precision() { 1_000_000_000 } else { 1_000_000 };
            interfaces.push(Interface { link: header.network.0, resolution, offset: 0 });
        }
        PcapBlockOwned::Legacy(frame) => {
            let Some(interface) = interfaces.first().copied() else { return };
            let ticks = u64::from(frame.ts_sec) * interface.resolution + u64::from(frame.ts_usec);
            let octets = frame.data.get(..frame.caplen as usize).unwrap_or(frame.data);
            frames.frame(interface, Some(ticks), octets, frame.origlen);
        }
        PcapBlockOwned::NG(Block::SectionHeader(_)) => interfaces.clear(),
        PcapBlockOwned::NG(Block::InterfaceDescription(description)) => {
            if interfaces.len() < MAX_CAPTURE_INTERFACES {
                interfaces.push(Interface {
                    link: description.linktype.0,
                    resolution: description.ts_resolution().unwrap_or(1_000_000).max(1),
                    offset: description.ts_offset(),
                });
            }
        }
        PcapBlockOwned::NG(Block::EnhancedPacket(frame)) => {
            let Some(interface) = interfaces.get(frame.if_id as usize).copied() else {
                frames.number += 1;
                return;
            };
            let ticks = u64::from(frame.ts_high) << 32 | u64::from(frame.ts_low);
            let octets = frame.data.get(..frame.caplen as usize).unwrap_or(frame.data);
            frames.frame(interface, Some(ticks), octets, frame.origlen);
        }
        PcapBlockOwned::NG(Block::SimplePacket(frame)) => {
            let Some(interface) = interfaces.first().copied() else { return };
            let octets = frame.data.get(..frame.origlen as usize).unwrap_or(frame.data);
            frames.frame(interface, None, octets, frame.origlen);
        }
        PcapBlockOwned::NG(_) => {}
    }
}

/// Where a message was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// On port 4059.
    Ip,
    /// In the tunnelling cluster.
    Tunnel,
}

impl Frames {
    fn problem(&mut self, kind: ProblemKind) {
        self.ready.push_back(Err(Problem::new(kind)));
    }

    /// Takes one frame.
    fn frame(&mut self, interface: Interface, ticks: Option<u64>, octets: &[u8], length: u32) {
        self.number += 1;
        self.in_frame = 0;
        let time = ticks.map(|ticks| {
            let seconds = (ticks / interface.resolution) as i64;
            let rest = u128::from(ticks % interface.resolution) * 1000;
            let millis = (rest / u128::from(interface.resolution)) as i64;
            let seconds = seconds.saturating_add(interface.offset);
            Time(seconds.saturating_mul(1000).saturating_add(millis))
        });
        let frame = Frame { number: self.number, time };
        let before = self.ready.len();
        ip::link(self, frame, interface.link, octets);
        let found = octets.len() as u64;
        let needed = u64::from(length);
        if found < needed && self.ready.len() > before {
            self.problem(ProblemKind::FrameCut { frame: frame.number, needed, found });
        }
    }

    /// Takes the octets of a message, or of a block of one.
    fn message(&mut self, frame: Frame, octets: &[u8], seen: Seen) {
        // A GET alone carries no message.
        if matches!(octets, [] | [0x01]) {
            return;
        }
        let octets = octets.get(prefix_length(octets)..).unwrap_or_default();
        if octets.len() > MAX_MESSAGE_OCTETS {
            return self.problem(ProblemKind::MessageTooLong);
        }
        self.emit(frame, octets.to_vec(), seen);
    }

    fn emit(&mut self, frame: Frame, octets: Vec<u8>, seen: Seen) {
        self.in_frame += 1;
        let flag = octets
            .iter()
            .position(|octet| *octet == 0x09)
            .filter(|at| *at < 20)
            .and_then(|at| octets.get(at + 1))
            .and_then(|flag| CraFlag::from_octet(*flag));
        let mut record = message_record(self.path.clone(), frame.number, None, octets);
        record.time = frame.time;
        record.position.payload = (self.in_frame > 1).then_some(self.in_frame);
        if let Body::Message(message) = &mut record.body {
            message.direction = flag.map(|flag| match flag {
                CraFlag::Command => Direction::ToDevice,
                CraFlag::Response | CraFlag::Alert => Direction::FromDevice,
            });
            message.interface = (seen == Seen::Tunnel).then(|| "SMHAN".into());
        }
        self.ready.push_back(Ok(record));
    }

    /// Tells what is left at the end of the file.
    fn finish(&mut self) {
        for (frame, octets) in self.tcp.finish() {
            self.in_frame = 0;
            self.message(frame, &octets, Seen::Ip);
        }
        if self.encrypted > 0 {
            self.problem(ProblemKind::Encrypted { frames: self.encrypted });
        }
        if self.fragments > 0 {
            self.problem(ProblemKind::IpFragments { frames: self.fragments });
        }
    }
}

//! Joins the blocks of general block transfers to whole messages.
//!
//! A transfer is known by its parties, CRA flag and originator counter, which every block repeats
//! in its routing header. Blocks count from 1; the last one says so. A block without data is an
//! acknowledgement. Blocks of several transfers may come mixed, in any order, and more than once.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::fmt;
use std::ops::RangeInclusive;

use super::{CraFlag, EntityId, Message};
use crate::error::{DecodeError, ErrorKind};
use crate::limits::{
    BLOCK_OVERHEAD, MAX_FINISHED_TRANSFERS, MAX_HELD_BLOCK_OCTETS, MAX_MESSAGE_OCTETS,
    MAX_OPEN_TRANSFERS,
};

/// Bit of the block control that marks the last block.
const LAST: u8 = 0x80;

/// Which transfer a block is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TransferId {
    /// Business originator.
    pub originator: EntityId,
    /// Business target.
    pub recipient: EntityId,
    /// CRA flag.
    pub cra_flag: CraFlag,
    /// Originator counter.
    pub counter: u64,
}

impl TransferId {
    /// The transfer of a block; `None` for other messages, and where its routing header does not
    /// say all four.
    #[must_use]
    pub fn of(message: &Message<'_>) -> Option<Self> {
        message.envelope.block?;
        Some(Self {
            originator: message.envelope.originator()?,
            recipient: message.envelope.recipient()?,
            cra_flag: message.envelope.cra()?,
            counter: message.envelope.counter()?,
        })
    }
}

/// What is odd about a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockFault {
    /// Its number is 0, where blocks count from 1. It was dropped.
    NumberZero,
    /// It came before; the first one stays.
    Repeated {
        /// Its number.
        number: u16,
        /// Whether it has the same data. Not known of a transfer that is finished.
        same: Option<bool>,
    },
    /// It did not come next. It was kept.
    OutOfOrder {
        /// Its number.
        number: u16,
        /// The number that was to come.
        expected: u16,
    },
    /// Its number lies behind that of the last block, or it says that it is the last and lies
    /// before one that came. It was dropped.
    AfterLast {
        /// Its number.
        number: u16,
        /// The last or highest number before.
        last: u16,
    },
    /// It is cut short. It was dropped.
    Damaged {
        /// Its number.
        number: u16,
    },
    /// With it the message would have more than [`MAX_MESSAGE_OCTETS`]. It was dropped.
    TooLong {
        /// Its number.
        number: u16,
    },
}

impl fmt::Display for BlockFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NumberZero => f.write_str("a block has the number 0; they count from 1"),
            Self::Repeated { number, same: Some(false) } => {
                write!(f, "block {number} came again with other data")
            }
            Self::Repeated { number, .. } => write!(f, "block {number} came again"),
            Self::OutOfOrder { number, expected } => {
                write!(f, "block {number} came where {expected} was to come")
            }
            Self::AfterLast { number, last } => {
                write!(f, "block {number} disagrees with {last} as the last or highest")
            }
            Self::Damaged { number } => write!(f, "block {number} is damaged"),
            Self::TooLong { number } => {
                write!(f, "block {number} makes more than {MAX_MESSAGE_OCTETS} octets")
            }
        }
    }
}

/// A message that was joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined<R> {
    /// Its transfer.
    pub id: TransferId,
    /// The whole message.
    pub octets: Vec<u8>,
    /// The record of the block that made it whole.
    pub finished_by: R,
    /// The records of its blocks, in the order of the block numbers.
    pub records: Vec<R>,
}

/// A transfer that is given up before it is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incomplete<R> {
    /// Its transfer.
    pub id: TransferId,
    /// Number of its last block, where that came.
    pub last: Option<u16>,
    /// The numbers that did not come, below the highest that did. Without a last block, more may
    /// be missing behind it.
    pub missing: Vec<RangeInclusive<u16>>,
    /// The records of its blocks, in the order of the block numbers.
    pub records: Vec<R>,
}

/// What became of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken<R> {
    /// Its transfer.
    pub id: TransferId,
    /// True for an acknowledgement, which carries no data.
    pub acknowledgement: bool,
    /// What is odd about it.
    pub fault: Option<BlockFault>,
    /// The message, where this block makes it whole.
    pub joined: Option<Joined<R>>,
    /// Transfers that were given up to make room for it.
    pub given_up: Vec<Incomplete<R>>,
}

/// The blocks of a transfer that is not whole yet.
#[derive(Debug)]
struct Transfer<R> {
    /// Count of transfers that began before it.
    began: u64,
    blocks: BTreeMap<u16, (Vec<u8>, R)>,
    last: Option<u16>,
    octets: usize,
}

impl<R> Transfer<R> {
    fn highest(&self) -> u16 {
        self.blocks.last_key_value().map_or(0, |(number, _)| *number)
    }

    fn is_whole(&self) -> bool {
        self.last.is_some_and(|last| self.blocks.len() == usize::from(last))
    }

    /// Octets that it is counted with.
    fn held(&self) -> usize {
        self.octets + self.blocks.len() * BLOCK_OVERHEAD
    }

    fn incomplete(self, id: TransferId) -> Incomplete<R> {
        let mut missing = Vec::new();
        let mut next = 1;
        for number in self.blocks.keys() {
            if *number > next {
                missing.push(next..=number - 1);
            }
            next = number.saturating_add(1);
        }
        let records = self.blocks.into_values().map(|(_, record)| record).collect();
        Incomplete { id, last: self.last, missing, records }
    }
}

/// Joins blocks as they come. `R` is what the caller knows a record by.
#[derive(Debug)]
pub struct Reassembly<R> {
    open: HashMap<TransferId, Transfer<R>>,
    /// The transfers that were finished last, with the number of their last block: a block of them
    /// that comes late begins none.
    finished: VecDeque<(TransferId, u16)>,
    began: u64,
    held: usize,
}

impl<R> Default for Reassembly<R> {
    fn default() -> Self {
        Self { open: HashMap::new(), finished: VecDeque::new(), began: 0, held: 0 }
    }
}

impl<R: Clone> Reassembly<R> {
    /// No transfer yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a block; `record` is the record that holds it. `None` where the message is no block of
    /// a known transfer.
    ///
    /// At most [`MAX_OPEN_TRANSFERS`] transfers and [`MAX_HELD_BLOCK_OCTETS`] octets are held; the
    /// transfer that began first is given up for a new one.
    pub fn take(&mut self, message: &Message<'_>, record: R) -> Option<Taken<R>> {
        let id = TransferId::of(message)?;
        let block = message.envelope.block?;
        let data = block.data.map_or(&[][..], |data| message.tree.content(data, message.octets()));
        let mut taken = Taken {
            id,
            acknowledgement: data.is_empty(),
            fault: None,
            joined: None,
            given_up: Vec::new(),
        };
        if data.is_empty() {
            return Some(taken);
        }
        let is_last = block.control & LAST != 0;
        let is_whole = |issue: &DecodeError| issue.kind == ErrorKind::LeftOver;
        taken.fault = if message.tree.issues().iter().all(is_whole) {
            self.fault(id, block.number, is_last, data)
        } else {
            Some(BlockFault::Damaged { number: block.number })
        };
        if matches!(taken.fault, None | Some(BlockFault::OutOfOrder { .. })) {
            self.make_room(id, data.len(), &mut taken.given_up);
            taken.joined = self.keep(id, block.number, is_last, data, record);
        }
        Some(taken)
    }

    /// What is odd about a block that comes now.
    fn fault(&self, id: TransferId, number: u16, is_last: bool, data: &[u8]) -> Option<BlockFault> {
        if number == 0 {
            return Some(BlockFault::NumberZero);
        }
        let Some(transfer) = self.open.get(&id) else {
            // The first block of a finished transfer begins it anew; another one is late.
            let finished = self.finished.iter().any(|(of, last)| *of == id && number <= *last);
            return match number {
                1 => None,
                _ if finished => Some(BlockFault::Repeated { number, same: None }),
                _ => Some(BlockFault::OutOfOrder { number, expected: 1 }),
            };
        };
        if let Some((before, _)) = transfer.blocks.get(&number) {
            return Some(BlockFault::Repeated { number, same: Some(before == data) });
        }
        let highest = transfer.highest();
        let end = transfer.last.or((is_last && number < highest).then_some(highest));
        if let Some(last) = end.filter(|last| number > *last || is_last) {
            return Some(BlockFault::AfterLast { number, last });
        }
        if transfer.octets + data.len() > MAX_MESSAGE_OCTETS {
            return Some(BlockFault::TooLong { number });
        }
        let expected = highest.saturating_add(1);
        (number != expected).then_some(BlockFault::OutOfOrder { number, expected })
    }

    /// Gives up the oldest transfers but `id` until another block fits.
    fn make_room(&mut self, id: TransferId, octets: usize, given_up: &mut Vec<Incomplete<R>>) {
        let is_new = usize::from(!self.open.contains_key(&id));
        while self.open.len() + is_new > MAX_OPEN_TRANSFERS
            || self.held + octets + BLOCK_OVERHEAD > MAX_HELD_BLOCK_OCTETS
        {
            let others = self.open.iter().filter(|(of, _)| **of != id);
            let Some(oldest) = others.min_by_key(|(_, of)| of.began).map(|(of, _)| *of) else {
                return;
            };
            if let Some(transfer) = self.open.remove(&oldest) {
                self.held -= transfer.held();
                given_up.push(transfer.incomplete(oldest));
            }
        }
    }

    fn keep(
        &mut self,
        id: TransferId,
        number: u16,
        is_last: bool,
        data: &[u8],
        record: R,
    ) -> Option<Joined<R>> {
        let began = self.began;
        let transfer = self.open.entry(id).or_insert_with(|| {
            self.began += 1;
            Transfer { began, blocks: BTreeMap::new(), last: None, octets: 0 }
        });
        transfer.blocks.insert(number, (data.to_vec(), record.clone()));
        transfer.octets += data.len();
        self.held += data.len() + BLOCK_OVERHEAD;
        if is_last {
            transfer.last = Some(number);
        }
        if !transfer.is_whole() {
            return None;
        }
        let transfer = self.open.remove(&id)?;
        self.held -= transfer.held();
        self.finished.retain(|(of, _)| *of != id);
        if self.finished.len() >= MAX_FINISHED_TRANSFERS {
            self.finished.pop_front();
        }
        self.finished.push_back((id, transfer.highest()));
        let mut octets = Vec::with_capacity(transfer.octets);
        let mut records = Vec::with_capacity(transfer.blocks.len());
        for (data, record) in transfer.blocks.into_values() {
            octets.extend(data);
            records.push(record);
        }
        Some(Joined { id, octets, finished_by: record, records })
    }

    /// The transfers that are not whole at the end, in the order in which they began.
    #[must_use]
    pub fn finish(self) -> Vec<Incomplete<R>> {
        let mut open: Vec<_> = self.open.into_iter().collect();
        open.sort_by_key(|(_, transfer)| transfer.began);
        open.into_iter().map(|(id, transfer)| transfer.incomplete(id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A block with this data, of transfer `counter`.
    fn block(counter: u8, control: u8, number: u16, data: &[u8]) -> Vec<u8> {
        let mut octets = vec![0xDD, 0x09, 0x01, 0, 0, 0, 0, 0, 0, 0, counter];
        octets.extend([0x08, 0x0A, 0x1B, 0x2C, 0, 0, 0, 2, 1]);
        octets.extend([0x08, 0x0A, 0x1B, 0x2C, 0, 0, 0, 0x0E, 1]);
        octets.extend([0x00, 0x02, 0x00, 0x19, 0x00, 12 + data.len() as u8, 0, 0, 0, 0, 0]);
        octets.extend([0xE0, control]);
        octets.extend(number.to_be_bytes());
        octets.extend([0, 0, data.len() as u8]);
        octets.extend(data);
        octets
    }

    fn take(all: &mut Reassembly<u32>, octets: &[u8], record: u32) -> Taken<u32> {
        all.take(&Message::decode(octets), record).unwrap()
    }

    fn fault(all: &mut Reassembly<u32>, octets: &[u8]) -> Option<BlockFault> {
        take(all, octets, 0).fault
    }

    #[test]
    fn blocks_in_order_make_a_message() {
        let mut all = Reassembly::new();
        assert_eq!(take(&mut all, &block(7, 0x46, 1, b"ab"), 10).joined, None);
        assert_eq!(take(&mut all, &block(7, 0x46, 2, b"cd"), 12).joined, None);
        let taken = take(&mut all, &block(7, 0xC6, 3, b"e"), 13);
        assert_eq!(taken.fault, None);
        let joined = taken.joined.unwrap();
        assert_eq!(joined.octets, b"abcde");
        assert_eq!((joined.finished_by, joined.records), (13, vec![10, 12, 13]));
        assert_eq!((joined.id.counter, joined.id.cra_flag), (7, CraFlag::Command));
        assert_eq!(all.held, 0);
        assert_eq!(all.finish(), []);
    }

    #[test]
    fn one_block_can_be_all() {
        let taken = take(&mut Reassembly::new(), &block(7, 0x80, 1, b"ab"), 1);
        assert_eq!(taken.joined.unwrap().octets, b"ab");
    }

    #[test]
    fn transfers_may_be_mixed() {
        let mut all = Reassembly::new();
        take(&mut all, &block(7, 0, 1, b"a"), 1);
        take(&mut all, &block(8, 0, 1, b"x"), 2);
        let seven = take(&mut all, &block(7, 0x80, 2, b"b"), 3).joined.unwrap();
        let eight = take(&mut all, &block(8, 0x80, 2, b"y"), 4).joined.unwrap();
        assert_eq!((seven.octets, eight.octets), (b"ab".to_vec(), b"xy".to_vec()));
    }

    #[test]
    fn a_block_that_comes_late_finishes_its_message() {
        let mut all = Reassembly::new();
        take(&mut all, &block(7, 0, 1, b"a"), 1);
        let early = take(&mut all, &block(7, 0x80, 3, b"c"), 2);
        assert_eq!(early.fault, Some(BlockFault::OutOfOrder { number: 3, expected: 2 }));
        let late = take(&mut all, &block(7, 0, 2, b"b"), 3);
        assert_eq!(late.fault, Some(BlockFault::OutOfOrder { number: 2, expected: 4 }));
        let joined = late.joined.unwrap();
        assert_eq!((joined.octets, joined.finished_by), (b"abc".to_vec(), 3));
        assert_eq!(joined.records, [1, 3, 2]);
    }

    #[test]
    fn repeated_blocks_are_told() {
        let mut all = Reassembly::new();
        take(&mut all, &block(7, 0, 1, b"a"), 1);
        let again = |same| Some(BlockFault::Repeated { number: 1, same: Some(same) });
        assert_eq!(fault(&mut all, &block(7, 0, 1, b"a")), again(true));
        assert_eq!(fault(&mut all, &block(7, 0, 1, b"b")), again(false));
        let joined = take(&mut all, &block(7, 0x80, 2, b"z"), 2).joined.unwrap();
        assert_eq!(joined.octets, b"az");
        let late = Some(BlockFault::Repeated { number: 2, same: None });
        assert_eq!(fault(&mut all, &block(7, 0x80, 2, b"z")), late);
        assert_eq!(all.finish(), []);
    }

    #[test]
    fn a_transfer_may_come_again_as_a_whole() {
        let mut all = Reassembly::new();
        for _ in 0..2 {
            assert_eq!(take(&mut all, &block(7, 0, 1, b"a"), 1).fault, None);
            assert!(take(&mut all, &block(7, 0x80, 2, b"b"), 2).joined.is_some());
        }
    }

    #[test]
    fn what_does_not_come_is_missing_at_the_end() {
        let mut all = Reassembly::new();
        take(&mut all, &block(7, 0, 2, b"b"), 1);
        take(&mut all, &block(7, 0x80, 6, b"f"), 2);
        take(&mut all, &block(8, 0, 1, b"a"), 3);
        let left = all.finish();
        assert_eq!(left[0].missing, [1..=1, 3..=5]);
        assert_eq!((left[0].last, &left[0].records[..]), (Some(6), &[1, 2][..]));
        assert_eq!((left[1].last, left[1].missing.len()), (None, 0));
    }

    #[test]
    fn blocks_behind_the_last_are_told() {
        let mut all = Reassembly::new();
        take(&mut all, &block(7, 0x80, 3, b"c"), 1);
        let behind = |number| Some(BlockFault::AfterLast { number, last: 3 });
        assert_eq!(fault(&mut all, &block(7, 0, 4, b"d")), behind(4));
        assert_eq!(fault(&mut all, &block(7, 0x80, 2, b"b")), behind(2));
        let early = Some(BlockFault::OutOfOrder { number: 3, expected: 1 });
        assert_eq!(fault(&mut all, &block(8, 0, 3, b"c")), early);
        assert_eq!(fault(&mut all, &block(8, 0x80, 2, b"b")), behind(2));
    }

    #[test]
    fn numbers_begin_at_one() {
        let mut all = Reassembly::new();
        assert_eq!(fault(&mut all, &block(7, 0, 0, b"a")), Some(BlockFault::NumberZero));
        assert_eq!(all.finish(), []);
    }

    #[test]
    fn a_damaged_block_is_not_used() {
        let mut all = Reassembly::new();
        let mut octets = block(7, 0x80, 1, b"abc");
        octets.pop();
        assert_eq!(fault(&mut all, &octets), Some(BlockFault::Damaged { number: 1 }));
        assert_eq!(take(&mut all, &block(7, 0x80, 1, b"abc"), 2).fault, None);
    }

    #[test]
    fn an_acknowledgement_has_no_data() {
        let mut all = Reassembly::new();
        for control in [0, 0x80] {
            let taken = take(&mut all, &block(7, control, 1, b""), 1);
            assert!(taken.acknowledgement);
            assert_eq!((taken.fault, taken.joined), (None, None));
        }
        assert_eq!(all.finish(), []);
    }

    #[test]
    fn another_message_is_no_block() {
        let octets = [0xDF, 0x09, 0x01];
        assert_eq!(Reassembly::new().take(&Message::decode(&octets), 1), None);
    }

    #[test]
    #[cfg_attr(miri, ignore = "takes minutes")]
    fn a_message_is_not_joined_beyond_its_cap() {
        let mut all = Reassembly::<u32>::new();
        let data = [0; 100];
        let mut number = 1;
        let fault = loop {
            if let Some(fault) = fault(&mut all, &block(7, 0, number, &data)) {
                break fault;
            }
            number += 1;
        };
        assert_eq!(fault, BlockFault::TooLong { number });
        assert_eq!(usize::from(number), MAX_MESSAGE_OCTETS / 100 + 1);
    }

    #[test]
    fn the_oldest_transfer_makes_room() {
        let mut all = Reassembly::new();
        let mut given_up = Vec::new();
        for n in 0..=MAX_OPEN_TRANSFERS {
            let mut octets = block(0, 0, 1, b"a");
            octets[3..7].copy_from_slice(&(n as u32).to_be_bytes());
            given_up.extend(take(&mut all, &octets, n as u32).given_up);
        }
        let records: Vec<_> = given_up.into_iter().map(|of| of.records).collect();
        assert_eq!(records, [[0]]);
        assert_eq!(all.open.len(), MAX_OPEN_TRANSFERS);
        assert_eq!(all.held, MAX_OPEN_TRANSFERS * (1 + BLOCK_OVERHEAD));
    }

    #[test]
    fn what_is_held_of_open_transfers_is_bounded() {
        let mut all = Reassembly::new();
        take(&mut all, &block(1, 0, 1, b"a"), 0);
        // As much as leaves room for one octet.
        all.held = MAX_HELD_BLOCK_OCTETS - (1 + BLOCK_OVERHEAD);
        assert_eq!(take(&mut all, &block(2, 0, 1, b"b"), 1).given_up, []);
        assert_eq!(all.held, MAX_HELD_BLOCK_OCTETS);
        let given_up = take(&mut all, &block(3, 0, 1, b"c"), 2).given_up;
        assert_eq!(given_up.into_iter().map(|of| of.records).collect::<Vec<_>>(), [[0]]);
        assert_eq!(all.held, MAX_HELD_BLOCK_OCTETS);
    }

    #[test]
    fn the_last_finished_transfers_are_remembered() {
        // A late block of a transfer that is finished begins no new one.
        let late = |finished: u8| {
            let mut all = Reassembly::new();
            for counter in 0..finished {
                take(&mut all, &block(counter, 0, 1, b"the first"), 0);
                assert!(take(&mut all, &block(counter, 0x80, 2, b"last"), 0).joined.is_some());
            }
            take(&mut all, &block(0, 0, 2, b"late"), 0);
            all.finish().len()
        };
        let most = MAX_FINISHED_TRANSFERS as u8;
        assert_eq!((late(most), late(most + 1)), (0, 1));
    }

    /// Blocks of a capture at hand: frames of IEEE 802.15.4 whose last two octets are a checksum.
    #[test]
    #[cfg_attr(miri, ignore = "reads files")]
    fn blocks_of_a_capture_make_a_message() {
        let set = std::env::var_os("GBCHECK_RTDS").map_or_else(
            || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/rtds"),
            std::path::PathBuf::from,
        );
        let path = set.join("../samples/pcap/zigbee-tunnel-decrypted.pcap");
        let Ok(capture) = std::fs::read(&path) else {
            println!("skipped: no {}", path.display());
            return;
        };
        let mut all = Reassembly::new();
        let mut joined = Vec::new();
        let (mut rest, mut frame) = (&capture[24..], 0);
        while rest.len() > 16 {
            let length = u32::from_le_bytes(rest[8..12].try_into().unwrap()) as usize;
            let octets = &rest[16..16 + length - 2];
            frame += 1;
            if let Some(at) = octets.windows(2).position(|pair| pair == [0xDD, 0x09]) {
                let taken = take(&mut all, &octets[at..], frame);
                assert_eq!(taken.fault, None, "frame {frame}");
                joined.extend(taken.joined);
            }
            rest = &rest[16 + length..];
        }
        assert_eq!(joined.len(), 1);
        assert_eq!((joined[0].finished_by, joined[0].records.len()), (34, 30));
        let message = Message::decode(&joined[0].octets);
        assert!(message.is_complete(), "{:?}", message.tree.issues());
        assert_eq!(message.envelope.message_code(), Some(0x0019));
        assert_eq!(all.finish(), []);
    }
}

//! Rows of numbers, each in as few octets as it needs.

use std::collections::VecDeque;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::room;

/// Octets of a piece, the first of which says how many of the others are in use.
const PIECE: usize = 256;

/// Octets of the longest number: seven bits in each.
const NUMBER_OCTETS: usize = 10;

/// Octets for a row, whatever its numbers are.
const ROW_OCTETS: usize = 4 * NUMBER_OCTETS;

/// A list of rows of `K` numbers to whose end is added and from whose beginning is taken. Of a number
/// each octet has seven bits, the lowest first; the highest bit says that another octet follows.
///
/// Lists of this kind are most of what is remembered of a device, and all devices' lists grow at the
/// same pace. One that moves to a larger place whenever it is full leaves behind places that nobody
/// needs any more; pieces of one size leave none, and at most one of them is not full.
#[derive(Clone, Debug, Default)]
pub(crate) struct Journal<const K: usize> {
    pieces: VecDeque<Box<[u8; PIECE]>>,
    rows: u32,
    /// Octets of the first piece that were taken.
    taken: u8,
}

/// The octets of a piece that are in use.
fn used(piece: &[u8; PIECE]) -> &[u8] {
    let [used, octets @ ..] = piece;
    octets.get(..usize::from(*used)).unwrap_or_default()
}

/// Takes a row from the beginning of octets; `None` where there is no whole one.
#[inline]
fn take<const K: usize>(octets: &mut &[u8]) -> Option<[u64; K]> {
    let mut row = [0; K];
    for number in &mut row {
        let (octet, rest) = octets.split_first()?;
        *octets = rest;
        *number = u64::from(*octet);
        // Most numbers have one octet.
        if *octet & 0x80 != 0 {
            *number = take_rest(u64::from(octet & 0x7F), octets)?;
        }
    }
    Some(row)
}

/// Takes the octets of a number behind its first.
fn take_rest(mut number: u64, octets: &mut &[u8]) -> Option<u64> {
    for (place, octet) in octets.iter().enumerate() {
        number |= u64::from(octet & 0x7F).checked_shl(7 * (place as u32 + 1))?;
        if octet & 0x80 == 0 {
            *octets = octets.get(place + 1..)?;
            return Some(number);
        }
    }
    None
}

impl<const K: usize> Journal<K> {
    /// A row has room, and a piece for it.
    const FITS: () = assert!(K * NUMBER_OCTETS <= ROW_OCTETS && ROW_OCTETS < PIECE);

    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.rows as usize
    }

    /// Adds a row at the end.
    pub(crate) fn push_back(&mut self, row: [u64; K]) {
        let () = Self::FITS;
        let mut octets = [0; ROW_OCTETS];
        let mut length = 0;
        for mut number in row {
            while number >= 0x80 {
                octets[length] = number as u8 | 0x80;
                length += 1;
                number >>= 7;
            }
            octets[length] = number as u8;
            length += 1;
        }
        let room = |piece: &[u8; PIECE]| PIECE - 1 - usize::from(piece[0]);
        if self.pieces.back().is_none_or(|piece| room(piece) < length) {
            room::for_one(&mut self.pieces);
            self.pieces.push_back(Box::new([0; PIECE]));
        }
        if let Some(piece) = self.pieces.back_mut() {
            let begin = 1 + usize::from(piece[0]);
            piece[begin..begin + length].copy_from_slice(&octets[..length]);
            piece[0] += length as u8;
            self.rows = self.rows.saturating_add(1);
        }
    }

    /// Takes the first row.
    pub(crate) fn pop_front(&mut self) -> Option<[u64; K]> {
        let octets = used(self.pieces.front()?);
        let mut rest = octets.get(usize::from(self.taken)..)?;
        let row = take(&mut rest)?;
        self.taken = (octets.len() - rest.len()) as u8;
        if rest.is_empty() {
            self.pieces.pop_front();
            self.taken = 0;
        }
        self.rows = self.rows.saturating_sub(1);
        Some(row)
    }

    /// The rows of all pieces, piece by piece, each from its first row on.
    fn pieces(&self) -> impl DoubleEndedIterator<Item = Rows<'_, K>> {
        self.pieces.iter().enumerate().map(|(number, piece)| {
            let taken = if number == 0 { self.taken } else { 0 };
            Rows(used(piece).get(usize::from(taken)..).unwrap_or_default())
        })
    }

    /// All rows, in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = [u64; K]> {
        self.pieces().flatten()
    }

    /// The first thing that is found in a row, looked for from the newest on.
    pub(crate) fn find_newest<T>(&self, mut find: impl FnMut([u64; K]) -> Option<T>) -> Option<T> {
        let mut rows = Vec::new();
        self.pieces().rev().find_map(|piece| {
            rows.clear();
            rows.extend(piece);
            rows.iter().rev().find_map(|row| find(*row))
        })
    }
}

/// The rows that octets hold.
struct Rows<'a, const K: usize>(&'a [u8]);

impl<const K: usize> Iterator for Rows<'_, K> {
    type Item = [u64; K];

    fn next(&mut self) -> Option<[u64; K]> {
        take(&mut self.0)
    }
}

/// A difference, which may be negative, as a number that is small where the difference is.
pub(crate) fn folded(difference: u64) -> u64 {
    difference << 1 ^ ((difference as i64) >> 63) as u64
}

/// The difference of [`folded`].
pub(crate) fn unfolded(number: u64) -> u64 {
    number >> 1 ^ (number & 1).wrapping_neg()
}

impl<const K: usize> Serialize for Journal<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeSeq;
        let mut list = serializer.serialize_seq(Some(self.len().saturating_mul(K)))?;
        for number in self.iter().flatten() {
            list.serialize_element(&number)?;
        }
        list.end()
    }
}

impl<'de, const K: usize> Deserialize<'de> for Journal<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let numbers = Vec::<u64>::deserialize(deserializer)?;
        let (rows, rest) = numbers.as_chunks();
        if !rest.is_empty() {
            return Err(D::Error::custom("a row is not whole"));
        }
        let mut journal = Self::default();
        rows.iter().for_each(|row| journal.push_back(*row));
        Ok(journal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::saved::Saved as _;

    #[test]
    fn it_is_a_queue_of_numbers_of_any_size() {
        let (mut journal, mut due) = (Journal::<2>::default(), VecDeque::new());
        let mut number = 1_u64;
        for n in 0..2000_u64 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(n);
            let row = [number >> (n % 64), if n % 5 == 0 { u64::MAX } else { n % 3 }];
            journal.push_back(row);
            due.push_back(row);
            if n % 3 == 1 {
                assert_eq!(journal.pop_front(), due.pop_front());
            }
            assert_eq!(journal.len(), due.len());
        }
        assert!(journal.iter().eq(due.iter().copied()));
        let mut newest_first = Vec::new();
        journal.find_newest(|row| {
            newest_first.push(row);
            None::<()>
        });
        assert!(newest_first.iter().rev().eq(due.iter()));
        let mut read = Journal::default();
        read.load(&journal.save().unwrap()).unwrap();
        assert!(read.iter().eq(due.iter().copied()));
        while let Some(first) = due.pop_front() {
            assert_eq!(journal.pop_front(), Some(first));
        }
        assert_eq!((journal.pop_front(), journal.len(), journal.pieces.len()), (None, 0, 0));
        journal.push_back([7, 8]);
        assert!(journal.iter().eq([[7, 8]]));
    }

    #[test]
    fn numbers_that_make_no_whole_row_are_refused() {
        let octets = crate::saved::octets(&vec![1_u64, 2, 3]).unwrap();
        assert!(Journal::<2>::default().load(&octets).is_err());
        assert!(Journal::<3>::default().load(&octets).is_ok());
    }

    #[test]
    fn differences_come_back_and_small_ones_are_small_numbers() {
        for difference in [0, 1, u64::MAX, 63, 64_u64.wrapping_neg(), 1 << 63, u64::MAX >> 1] {
            assert_eq!(unfolded(folded(difference)), difference);
        }
        assert_eq!([0, u64::MAX, 1].map(folded), [0, 1, 2]);
    }
}

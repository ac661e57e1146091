//! A list that grows by pieces of one size.

use std::collections::VecDeque;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A list to whose end is added and from whose beginning is taken, in pieces of `N` elements.
///
/// Lists of this kind are most of what is remembered of a device, and all devices' lists grow at the
/// same pace. One that moves to a larger place whenever it is full leaves behind places that nobody
/// needs any more; pieces of one size leave none, and at most one of them is not full.
#[derive(Clone, Debug)]
pub(crate) struct Chunks<T, const N: usize> {
    chunks: VecDeque<Vec<T>>,
    /// Elements of the first piece that were taken.
    taken: usize,
}

impl<T, const N: usize> Default for Chunks<T, N> {
    fn default() -> Self {
        Self { chunks: VecDeque::new(), taken: 0 }
    }
}

impl<T: Copy, const N: usize> Chunks<T, N> {
    /// Number of elements.
    pub(crate) fn len(&self) -> usize {
        let last = self.chunks.back().map_or(0, Vec::len);
        (self.chunks.len().saturating_sub(1)) * N + last - self.taken
    }

    /// Adds one at the end.
    pub(crate) fn push_back(&mut self, element: T) {
        match self.chunks.back_mut() {
            Some(chunk) if chunk.len() < N => chunk.push(element),
            _ => {
                let mut chunk = Vec::with_capacity(N);
                chunk.push(element);
                self.chunks.reserve_exact(1);
                self.chunks.push_back(chunk);
            }
        }
    }

    /// Takes the first.
    pub(crate) fn pop_front(&mut self) -> Option<T> {
        let chunk = self.chunks.front()?;
        let first = chunk.get(self.taken).copied()?;
        self.taken += 1;
        if self.taken == chunk.len() {
            self.chunks.pop_front();
            self.taken = 0;
        }
        Some(first)
    }

    /// The element at a place, counted from the first.
    pub(crate) fn get(&self, at: usize) -> Option<T> {
        let at = at + self.taken;
        self.chunks.get(at / N)?.get(at % N).copied()
    }

    /// All elements, in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.chunks.iter().flatten().skip(self.taken)
    }

    /// All elements, in their order, to be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.chunks.iter_mut().flatten().skip(self.taken)
    }
}

impl<T: Copy + Serialize, const N: usize> Serialize for Chunks<T, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeSeq;
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        for element in self.iter() {
            list.serialize_element(element)?;
        }
        list.end()
    }
}

impl<'de, T: Copy + Deserialize<'de>, const N: usize> Deserialize<'de> for Chunks<T, N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut chunks = Self::default();
        Vec::<T>::deserialize(deserializer)?.into_iter().for_each(|one| chunks.push_back(one));
        Ok(chunks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_queue() {
        let mut chunks = Chunks::<u32, 4>::default();
        let mut due = VecDeque::new();
        for n in 0..100 {
            chunks.push_back(n);
            due.push_back(n);
            if n % 3 == 1 {
                assert_eq!(chunks.pop_front(), due.pop_front());
            }
            assert_eq!(chunks.len(), due.len());
            assert!(chunks.iter().eq(due.iter()));
            assert!((0..due.len() + 2).all(|at| chunks.get(at) == due.get(at).copied()));
        }
        while let Some(first) = due.pop_front() {
            assert_eq!(chunks.pop_front(), Some(first));
        }
        assert_eq!((chunks.pop_front(), chunks.len()), (None, 0));
        chunks.push_back(7);
        assert_eq!((chunks.get(0), chunks.len()), (Some(7), 1));
    }
}

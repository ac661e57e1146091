//! Room in lists that every device has.

use std::collections::VecDeque;

/// A list that can be asked how full it is.
pub(crate) trait List {
    /// Elements that it has, and those that it has room for.
    fn len_and_capacity(&self) -> (usize, usize);
    /// Makes room for so many more and for no others.
    fn reserve_exact(&mut self, more: usize);
}

impl<T> List for Vec<T> {
    fn len_and_capacity(&self) -> (usize, usize) {
        (self.len(), self.capacity())
    }

    fn reserve_exact(&mut self, more: usize) {
        Self::reserve_exact(self, more);
    }
}

impl<T> List for VecDeque<T> {
    fn len_and_capacity(&self) -> (usize, usize) {
        (self.len(), self.capacity())
    }

    fn reserve_exact(&mut self, more: usize) {
        Self::reserve_exact(self, more);
    }
}

/// Makes room for one more element. A list grows by a quarter: doubling would leave up to half of it
/// unused, and with many devices these lists are most of the memory.
pub(crate) fn for_one(list: &mut impl List) {
    for_some(list, 1);
}

/// Makes room for some more elements.
pub(crate) fn for_some(list: &mut impl List, more: usize) {
    let (len, capacity) = list.len_and_capacity();
    if capacity - len < more {
        list.reserve_exact((len / 4).max(more));
    }
}

//! How the shards that have records of a block are divided among threads.

use std::cmp::Reverse;
use std::sync::{Mutex, PoisonError};

use super::due::Due;
use super::shard::Shard;

/// A shard with its records of a block.
type Piece<'w, 'r> = (&'w mut Shard, Vec<&'w mut Due<'r>>);

/// The shards that have records of a block.
///
/// A thread does those first that it did in the block before, since what is remembered of their devices
/// is in the memory of its core: to have a shard on one thread, then on another, makes a record a
/// seventh slower. When these are done it takes those of others, so that no thread waits.
pub(super) struct Work<'w, 'r> {
    /// The longest first.
    pieces: Vec<Waiting<'w, 'r>>,
}

struct Waiting<'w, 'r> {
    thread: Option<usize>,
    /// `None` once a thread has it.
    piece: Mutex<Option<Piece<'w, 'r>>>,
}

impl<'w, 'r> Work<'w, 'r> {
    pub(super) fn new(pieces: impl Iterator<Item = Piece<'w, 'r>>) -> Self {
        let mut pieces: Vec<_> = pieces.collect();
        pieces.sort_by_key(|(_, part)| Reverse(part.len()));
        let waiting = |piece: Piece<'w, 'r>| Waiting {
            thread: piece.0.thread,
            piece: Mutex::new(Some(piece)),
        };
        Self { pieces: pieces.into_iter().map(waiting).collect() }
    }

    /// Does all of it, on all threads.
    pub(super) fn done_by_all(&self, work: impl Fn(&mut Shard, Vec<&mut Due<'r>>) + Sync) {
        let work = &work;
        rayon::scope(|scope| {
            for _ in 0..self.pieces.len().min(rayon::current_num_threads()) {
                scope.spawn(move |_| {
                    let thread = rayon::current_thread_index();
                    while let Some((shard, part)) = self.next(thread) {
                        shard.thread = thread;
                        work(shard, part);
                    }
                });
            }
        });
    }

    /// What a thread does next: of its own the longest, then of the others the shortest, which their
    /// threads would come to last.
    fn next(&self, thread: Option<usize>) -> Option<Piece<'w, 'r>> {
        let own = self.pieces.iter().filter(|waiting| waiting.thread == thread);
        let others = self.pieces.iter().rev().filter(|waiting| waiting.thread != thread);
        own.chain(others)
            .find_map(|waiting| waiting.piece.lock().unwrap_or_else(PoisonError::into_inner).take())
    }
}

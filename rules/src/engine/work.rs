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
/// is in the memory of its core. When these are done it takes those of others, so that no thread waits.
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

    /// What a thread does next: of its own, and of those that no thread had, the longest; then of the
    /// others the shortest, which their threads would come to last.
    fn next(&self, thread: Option<usize>) -> Option<Piece<'w, 'r>> {
        let is_own =
            |waiting: &&Waiting<'_, '_>| waiting.thread.is_none() || waiting.thread == thread;
        let own = self.pieces.iter().filter(is_own);
        let others = self.pieces.iter().rev().filter(|waiting| !is_own(waiting));
        own.chain(others)
            .find_map(|waiting| waiting.piece.lock().unwrap_or_else(PoisonError::into_inner).take())
    }
}

#[cfg(test)]
mod tests {
    use gbcs_parser::record::{Body, Position, Record};

    use super::*;
    use crate::engine::rules::Rules;
    use crate::registry;

    #[test]
    fn a_thread_takes_its_own_and_then_what_others_come_to_last() {
        let rules = Rules::new(registry::ids());
        let record = Record {
            position: Position { path: "log".into(), record: 1, payload: None, line: None },
            time: None,
            device_id: None,
            seq: None,
            unknown_fields: Vec::new(),
            extras: Vec::new(),
            body: Body::Unknown(String::new()),
        };
        // Of each shard its thread, and how many records of it there are.
        let shards = [(Some(0), 2), (Some(1), 5), (None, 3), (Some(0), 4), (Some(1), 1)];
        let mut shards: Vec<(Shard, Vec<Due<'_>>)> = shards
            .map(|(thread, count)| {
                let due = (0..count).map(|_| Due::new(&record)).collect();
                let mut shard = Shard::new(&rules);
                shard.thread = thread;
                (shard, due)
            })
            .into();
        let pieces = shards.iter_mut().map(|(shard, due)| (shard, due.iter_mut().collect()));
        let work = Work::new(pieces);
        let taken: Vec<usize> =
            std::iter::from_fn(|| work.next(Some(0))).map(|(_, part)| part.len()).collect();
        assert_eq!(taken, [4, 3, 2, 1, 5]);
    }

    #[test]
    fn all_is_done_once_and_who_did_it_is_noted() {
        let rules = Rules::new(registry::ids());
        let mut shards: Vec<Shard> = (0..40).map(|_| Shard::new(&rules)).collect();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(3).build().unwrap();
        pool.install(|| {
            let work = Work::new(shards.iter_mut().map(|shard| (shard, Vec::new())));
            work.done_by_all(|shard, _| shard.common.output.results.records += 1);
            assert!(work.next(None).is_none());
        });
        let is_done = |shard: &Shard| shard.common.output.results.records == 1;
        assert!(shards.iter().all(is_done));
        assert!(shards.iter().all(|shard| shard.thread.is_some_and(|thread| thread < 3)));
    }
}

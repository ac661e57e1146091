//! The path of an input, for its records.

use std::sync::Arc;

/// Records that share one copy of the path: few enough that those that are judged and those that are
/// read meanwhile seldom do.
const RECORDS_OF_A_COPY: u32 = 256;

/// The path of an input, as its records cite it.
///
/// A copy knows how many records hold it. While some records are judged on other threads, which keep
/// and drop them, further ones are read: did all hold the same copy, threads would wait for its count.
pub(super) struct CitedPath {
    copy: Arc<str>,
    left: u32,
}

impl CitedPath {
    pub(super) fn new(path: Arc<str>) -> Self {
        Self { copy: path, left: RECORDS_OF_A_COPY }
    }

    /// The path for the next record.
    pub(super) fn next(&mut self) -> Arc<str> {
        self.left = self.left.checked_sub(1).unwrap_or_else(|| {
            self.copy = Arc::from(&*self.copy);
            RECORDS_OF_A_COPY - 1
        });
        Arc::clone(&self.copy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_record_more_than_share_a_copy_has_another() {
        let path: Arc<str> = "a.jsonl".into();
        let mut cited = CitedPath::new(Arc::clone(&path));
        for copy in 0..3 {
            let all: Vec<_> = (0..RECORDS_OF_A_COPY).map(|_| cited.next()).collect();
            assert!(all.iter().all(|one| Arc::ptr_eq(one, &all[0]) && **one == *path));
            assert_eq!(Arc::ptr_eq(&all[0], &path), copy == 0);
        }
    }
}

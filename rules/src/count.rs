//! Counts that a state which is read back may bring.

/// Adds to a count, which stays at the greatest number there is: a file may hold any, and none may
/// end the run.
#[inline]
pub(crate) fn add(count: &mut u64, more: u64) {
    *count = count.saturating_add(more);
}

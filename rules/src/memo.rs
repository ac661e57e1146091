//! What several rules work out of one record.

use std::cell::OnceCell;

use crate::dft::schedule::Schedule;
use crate::use_cases::Spots;
use crate::{fut, lg, vlt};

/// What rules have worked out of a record, kept for the next rule that asks.
#[derive(Default)]
pub(crate) struct Memo {
    /// Whether the payload was read to its end in the language of its use case.
    pub(crate) payload_is_read: OnceCell<bool>,
    /// Whether the components are those of the template, one by one.
    pub(crate) straight: OnceCell<bool>,
    pub(crate) spots: OnceCell<Spots>,
    pub(crate) voltage: OnceCell<Vec<vlt::reading::Reading>>,
    pub(crate) periods: OnceCell<Vec<vlt::reading::Period>>,
    pub(crate) dates: OnceCell<Vec<fut::dates::Dated>>,
    pub(crate) ranges: OnceCell<Vec<lg::ranges::Range>>,
    pub(crate) logs: OnceCell<Vec<lg::reading::Reading>>,
    pub(crate) schedule: OnceCell<Option<Schedule>>,
}

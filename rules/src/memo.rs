//! What several rules work out of one record.

use std::cell::OnceCell;

use gbcs_parser::catalogue::UseCase;
use gbcs_parser::message::EncryptedItem;

use crate::clk::OwnTime;
use crate::dft::schedule::Schedule;
use crate::use_cases::{Aligned, Spots};
use crate::{fut, lg, vlt};

/// What rules have worked out of a record, kept for the next rule that asks.
#[derive(Default)]
pub(crate) struct Memo {
    /// Whether the payload was read to its end in the language of its use case.
    pub(crate) payload_is_read: OnceCell<bool>,
    /// Which entry of its template each component is.
    pub(crate) aligned: OnceCell<Aligned>,
    /// The use case, where it has a template for the message.
    pub(crate) use_case: OnceCell<Option<&'static UseCase>>,
    pub(crate) spots: OnceCell<Spots>,
    pub(crate) own_time: OnceCell<Option<OwnTime>>,
    pub(crate) encrypted_items: OnceCell<Vec<EncryptedItem>>,
    pub(crate) voltage: OnceCell<Vec<vlt::reading::Reading>>,
    pub(crate) periods: OnceCell<Vec<vlt::reading::Period>>,
    pub(crate) dates: OnceCell<Vec<fut::dates::Dated>>,
    pub(crate) ranges: OnceCell<Vec<lg::ranges::Range>>,
    pub(crate) logs: OnceCell<Vec<lg::reading::Reading>>,
    pub(crate) schedule: OnceCell<Option<Schedule>>,
}

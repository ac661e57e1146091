//! Logs that devices keep: events, profiles, snapshots.

mod empty_log_answered_wrong;
mod half_hour_spacing_wrong;
mod log_entry_outside_range;
mod log_out_of_order;
mod log_over_capacity;
mod log_ranges_differ;
pub(crate) mod ranges;
pub(crate) mod reading;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "LOG",
    title: "Logs of devices",
    rules: &[
        &log_over_capacity::RULE,
        &log_out_of_order::RULE,
        &log_entry_outside_range::RULE,
        &log_ranges_differ::RULE,
        &empty_log_answered_wrong::RULE,
        &half_hour_spacing_wrong::RULE,
    ],
};

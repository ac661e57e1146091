//! Joining of devices to a hub's network, and the hub's device log.

pub(crate) mod ccs01;
mod device_log_outcome_contradicts;
mod hub_device_log_update_doubtful;
mod story;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "HAN",
    title: "Joining and device logs",
    rules: &[&hub_device_log_update_doubtful::RULE, &device_log_outcome_contradicts::RULE],
};

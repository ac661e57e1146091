//! Joining of devices to a hub's network, and the hub's device log.

pub(crate) mod ccs01;
mod device_log_alert_missing;
mod device_log_outcome_contradicts;
mod device_log_too_long;
mod device_type_not_allowed;
mod hub_device_log_update_doubtful;
mod joined_outside_window;
mod link_key_hash_wrong;
mod re_add_refused;
pub(crate) mod story;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "HAN",
    title: "Joining and device logs",
    rules: &[
        &device_log_alert_missing::RULE,
        &link_key_hash_wrong::RULE,
        &device_log_too_long::RULE,
        &joined_outside_window::RULE,
        &hub_device_log_update_doubtful::RULE,
        &device_log_outcome_contradicts::RULE,
        &re_add_refused::RULE,
        &device_type_not_allowed::RULE,
    ],
};

//! Gas meters and their proxy.

mod gas_time_stamp_wrong;
mod network_log_wrong;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "GAS",
    title: "Gas",
    rules: &[&network_log_wrong::RULE, &gas_time_stamp_wrong::RULE],
};

//! Privacy.

mod security_log_given_to_consumer_device;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "PRI",
    title: "Privacy",
    rules: &[&security_log_given_to_consumer_device::RULE],
};

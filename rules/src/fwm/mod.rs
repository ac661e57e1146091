//! Firmware.

mod firmware_hash_mismatch;
mod firmware_mix_in_fleet;
mod firmware_version_unexpected;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "FWM",
    title: "Firmware",
    rules: &[
        &firmware_hash_mismatch::RULE,
        &firmware_version_unexpected::RULE,
        &firmware_mix_in_fleet::RULE,
    ],
};

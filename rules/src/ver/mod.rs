//! Versions and validity.

mod use_case_not_in_version;
mod version_mixed_behaviour;
mod version_newer_than_known;
mod version_past_its_applicability;
mod versions;

use crate::registry::Family;

pub(crate) use versions::number as version_number;

/// The family.
pub const FAMILY: Family = Family {
    code: "VER",
    title: "Versions and validity",
    rules: &[
        &version_past_its_applicability::RULE,
        &use_case_not_in_version::RULE,
        &version_mixed_behaviour::RULE,
        &version_newer_than_known::RULE,
    ],
};

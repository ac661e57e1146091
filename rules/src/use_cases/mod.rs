//! Use-case templates: what a command and its response hold.

mod gbz_length_wrong;
mod invoke_id_wrong;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "USE",
    title: "Use-case templates",
    rules: &[&gbz_length_wrong::RULE, &invoke_id_wrong::RULE],
};

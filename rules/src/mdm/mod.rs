//! Maximum demand and load control.

mod controller;
mod controller_number_wrong;
mod load_control_period_wrong;
mod maximum_demand_not_reset;
mod randomised_offset_limit_wrong;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "MDM",
    title: "Maximum demand and load control",
    rules: &[
        &randomised_offset_limit_wrong::RULE,
        &maximum_demand_not_reset::RULE,
        &load_control_period_wrong::RULE,
        &controller_number_wrong::RULE,
    ],
};

//! Default configuration: Tables 28a and 28d.

mod default_value_wrong;
mod maximum_demand_dates_wrong;
mod maximum_demand_entries_wrong;
mod maximum_demand_weekdays_wrong;
mod maximum_demand_window_wrong;
pub(crate) mod schedule;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "DFT",
    title: "Default configuration",
    rules: &[
        &maximum_demand_weekdays_wrong::RULE,
        &maximum_demand_dates_wrong::RULE,
        &maximum_demand_window_wrong::RULE,
        &maximum_demand_entries_wrong::RULE,
        &default_value_wrong::RULE,
    ],
};

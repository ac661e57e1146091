//! Voltage: the averaging period and the profile log.

pub(crate) mod reading;
mod voltage_counter_fell;
mod voltage_edge_repeated;
mod voltage_log_off_grid;
mod voltage_log_over_capacity;
mod voltage_log_spacing_wrong;
mod voltage_not_realigned;
mod voltage_period_default_wrong;
mod voltage_period_differs_in_fleet;
mod voltage_period_not_a_factor_of_1800;
mod voltage_phases_differ;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "VLT",
    title: "Voltage",
    rules: &[
        &voltage_log_off_grid::RULE,
        &voltage_period_not_a_factor_of_1800::RULE,
        &voltage_log_spacing_wrong::RULE,
        &voltage_log_over_capacity::RULE,
        &voltage_not_realigned::RULE,
        &voltage_period_default_wrong::RULE,
        &voltage_period_differs_in_fleet::RULE,
        &voltage_edge_repeated::RULE,
        &voltage_counter_fell::RULE,
        &voltage_phases_differ::RULE,
    ],
};

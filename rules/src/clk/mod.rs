//! Clocks and times of devices.

mod clock_out_of_tolerance;
mod device_time_not_utc;
mod device_time_ran_backwards;
mod own_time;
mod set_clock_malformed;
mod set_clock_too_often;

pub(crate) use own_time::OwnTime;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "CLK",
    title: "Clock and time",
    rules: &[
        &device_time_not_utc::RULE,
        &clock_out_of_tolerance::RULE,
        &set_clock_malformed::RULE,
        &device_time_ran_backwards::RULE,
        &set_clock_too_often::RULE,
    ],
};

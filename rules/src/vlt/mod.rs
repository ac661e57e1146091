//! Voltage: the averaging period and the profile log.

pub(crate) mod reading;

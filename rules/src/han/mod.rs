//! Joining of devices to a hub's network, and the hub's device log.

pub mod ccs01;

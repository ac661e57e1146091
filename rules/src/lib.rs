//! Judges decoded GBCS messages and device logs, rule by rule.
//!
//! A [`rule::Rule`] is static data with a function in it; [`registry::FAMILIES`] lists them all. The
//! [`engine::Engine`] asks them about the records of a log and collects [`results::Results`]. Nothing
//! here knows a file or a terminal.

mod alt;
mod answers;
mod clk;
mod count;
pub mod datum;
pub mod device;
mod dft;
pub mod diagnosis;
mod dui;
pub mod engine;
mod env;
pub mod finding;
pub mod fleet;
mod fut;
mod fwm;
mod gas;
mod han;
mod lg;
pub mod log;
mod mdm;
mod memo;
pub mod outcome;
mod ppm;
pub mod prepare;
mod pri;
pub mod profile;
pub mod registry;
pub mod results;
pub mod roles;
mod room;
mod rpl;
pub mod rule;
pub mod saved;
mod sec;
pub mod spec;
pub mod subject;
mod time;
pub mod topic;
mod use_cases;
mod ver;
pub mod verdict;
mod vlt;
pub mod voltage;

//! Simulated devices that write conforming logs, faults that can be planted in them, and the
//! oracles that fuzzing shares with the tests.

pub mod bundled;
pub mod certificate;
pub mod devices;
pub mod duis;
pub mod faults;
pub mod home;
pub mod log;
pub mod mutant;
pub mod mutate;
pub mod oracle;
pub mod party;
pub mod protect;
pub mod random;
pub mod scene;
pub mod simulate;
pub mod world;

pub use gbcs_parser::log::native;

//! The devices: what they are asked and what they answer.

pub mod control;
pub mod esme;
pub mod firmware;
pub mod future;
pub mod gsme;
pub mod hub;
pub mod joins;
pub mod logs;
pub mod ppmid;
pub mod prepayment;
pub mod voltage;

pub use esme::Esme;
pub use gsme::Gsme;
pub use hub::Hub;
pub use ppmid::Ppmid;

//! Building messages: the inverse of decoding.
//!
//! [`tree`] gives back the octets of a decoded message from the values in its tree. The other
//! parts build new messages, well formed by default and wrong where asked: every length, tag and
//! constant of a message can be set to what it should not be, since checks need such messages.
//!
//! Nothing here knows a key. [`MacHeader::wrap`] hands the octets that a MAC covers to its caller,
//! and [`Message::signed_octets`] gives those that a signature covers.

pub mod der;
pub mod dlms;
pub mod gbz;
mod length;
mod message;
mod retrace;

pub use length::Length;
pub use message::{MacHeader, Message, OtherInformation, Signature, block, date_time};
pub use retrace::tree;

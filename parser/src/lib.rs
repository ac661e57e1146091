//! Decodes the messages of GB smart metering: GBCS envelopes with DLMS COSEM, ZigBee ("GBZ") and
//! ASN.1 payloads, and the logs that they stand in.
//!
//! Nothing here judges. [`Message::decode`] gives a tree in which every octet belongs to exactly one
//! leaf; what is readable but not allowed stays in it, and what is unreadable is opaque, with a
//! [`DecodeError`] that says where, what was needed, what was found and which length field set the
//! limit.

pub mod asn1;
pub mod catalogue;
#[cfg(feature = "crypto")]
pub mod crypto;
pub mod dlms;
#[cfg(feature = "xml")]
mod duis;
pub mod element;
#[cfg(feature = "encode")]
pub mod encode;
pub mod error;
pub mod gbz;
mod input;
#[cfg(feature = "serde")]
pub mod json;
pub mod kind;
pub mod limits;
pub mod log;
pub mod message;
pub mod protection;
pub mod record;
pub mod span;
pub mod text;
pub mod tree;
pub mod utrn;

pub use error::DecodeError;
pub use kind::{Kind, Value};
pub use message::{CraFlag, EntityId, Message, Payload};
pub use span::Span;
pub use tree::{Node, NodeId, Tree};

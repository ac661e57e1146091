//! Decodes the messages of GB smart metering: GBCS envelopes with DLMS COSEM, ZigBee ("GBZ") and
//! ASN.1 payloads, and the logs that they stand in.
//!
//! Nothing here judges. [`Message::decode`] gives a tree in which every octet belongs to exactly one
//! leaf; what is readable but not allowed stays in it, and what is unreadable is opaque, with a
//! [`DecodeError`] that says where, what was needed, what was found and which length field set the
//! limit.
//!
//! ```
//! use gbcs_parser::{CraFlag, Message, NodeId, text};
//!
//! // A pre-command: a supplier asks a meter for a certificate request for its signing key.
//! let wire = [
//!     0xDF, 0x09, 0x01, 0, 0, 0, 0, 0, 0, 0x03, 0xE8, // command, originator counter 1000
//!     0x08, 0x70, 0xB3, 0xD5, 0, 0, 0, 0, 0x01, // from the supplier
//!     0x08, 0x70, 0xB3, 0xD5, 0, 0, 0, 0, 0x99, // to the meter
//!     0x00, 0x02, 0x00, 0x0A, // no date-time; message code
//!     0x06, 0x30, 0x04, 0x03, 0x02, 0x07, 0x80, // content
//! ];
//! let message = Message::decode(&wire); // borrows
//! assert!(message.is_complete());
//! assert_eq!(message.use_case(), Some("CS02c"));
//! assert_eq!(message.envelope.cra(), Some(CraFlag::Command));
//! assert_eq!(message.envelope.counter(), Some(1000));
//!
//! let leaves = (0..message.tree.nodes().len())
//!     .map(|at| NodeId(at as u32))
//!     .filter(|id| message.tree.get(*id).is_some_and(|node| !node.kind.is_container()));
//! let last = leaves.last().unwrap();
//! assert_eq!(text::of(&message.tree, last, &wire).as_deref(), Some("digital signature"));
//! ```
//!
//! The examples `leaves` and `log` show a message leaf by leaf, and the messages of a log with each
//! response named by its command. Features: `serde` writes the tree as JSON, `text-log`, `xml`,
//! `pcap` and `archive` read more forms of logs, `crypto` checks MACs and signatures and opens
//! encrypted items, `encode` makes messages. The core needs none of them; it opens no file and logs
//! nothing.

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

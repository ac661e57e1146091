//! ASN.1: DER payloads, and certificates.
//!
//! Source: ITU-T X.690 for the octets. Lengths that are longer than need be are read (real messages
//! have them); the indefinite form is not.

mod certificate;
mod compare;
pub mod elements;
pub(crate) mod schema;
pub(crate) mod text;
mod tlv;
mod walk;

pub use certificate::{Certificate, KeyUsage};
pub use compare::{Mismatch, defaults, has_structure, mismatch};

use crate::catalogue::generated::asn1_types::CERTIFICATE;
use crate::element::ElementId;
use crate::input::Input;
use crate::kind::Kind;
use crate::message::Envelope;
use crate::tree::{NodeId, Tree};
use schema::Type;
use walk::{Expected, only_value};

/// A DER payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payload {
    /// Node of the outermost value; `None` where it could not be read.
    pub root: Option<NodeId>,
}

/// Decodes the content of a message whose language is DER. What cannot be read is opaque, and an
/// issue says why.
pub(crate) fn decode(tree: &mut Tree, content: Input<'_>, envelope: &Envelope) -> Payload {
    let of = structure_of(envelope).map_or(Type::Any, Type::Of);
    Payload { root: only_value(tree, content, Expected { element: elements::VALUE, of }) }
}

/// The structure of a message's content.
fn structure_of(envelope: &Envelope) -> Option<&'static schema::Structure> {
    schema::content(envelope.message_code()?, envelope.cra()?)
}

/// Decodes a certificate that fills `input`; where it is none, it becomes one opaque leaf and an
/// issue says why.
pub(crate) fn certificate(tree: &mut Tree, input: Input<'_>, element: ElementId) -> NodeId {
    let node = only_value(tree, input, Expected { element, of: Type::Of(&CERTIFICATE) });
    node.unwrap_or_else(|| tree.leaf(element, Kind::Opaque, input.end(), 0))
}

/// True where `octets` are exactly one DER value by its own tag and length.
pub(crate) fn fills(octets: &[u8]) -> bool {
    tlv::fills(octets)
}

#[cfg(test)]
mod payload_tests;
// Miri reads no files.
#[cfg(test)]
#[cfg(not(miri))]
mod reference_tests;
#[cfg(test)]
mod tests;

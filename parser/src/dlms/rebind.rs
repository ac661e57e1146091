//! Naming a response by the command that it answers.
//!
//! The use case of the message code names a response as it is decoded. Where entries were left out,
//! or the use case is not known, the command alone says what an entry is.

use super::binding::{self, Descriptor};
use super::shape::{PartNames, Shape};
use super::{AccessRequest, ApduKind, elements as e};
use crate::kind::Kind;
use crate::message::{Message, Payload};
use crate::tree::{NodeId, Tree};

/// Names the entries of an access response after the requests of its command. Nothing changes
/// where either is of another kind or they have different numbers of entries.
pub fn bind_response(response: &mut Message<'_>, command: &Message<'_>) {
    let (Payload::Dlms(answer), Payload::Dlms(asked)) = (response.payload, command.payload) else {
        return;
    };
    let Some(list) = answer.data.filter(|_| answer.kind == Some(ApduKind::AccessResponse)) else {
        return;
    };
    let requests = asked.requests(command);
    let data: Vec<NodeId> = response.tree.members(list).collect();
    if requests.len() != data.len() {
        return;
    }
    let entries = binding::entries(command.envelope.message_code());
    let mut next = 0;
    for (request, node) in requests.iter().zip(data) {
        let AccessRequest { kind: access, class_id, obis, index, .. } = *request;
        let descriptor = Descriptor { access, class_id, obis, index };
        let shapes = binding::shapes(entries, &mut next, &descriptor);
        let number = Some(request.number);
        name(&mut response.tree, node, shapes.output, number);
        if let Some(protected) = shapes.protected {
            name_plaintexts(&mut response.tree, node, protected);
        }
    }
}

/// Names the plaintexts of the ciphertexts below `node`.
fn name_plaintexts(tree: &mut Tree, node: NodeId, shape: &'static Shape) {
    let below: Vec<NodeId> = tree.descendants(node).collect();
    let values: Vec<NodeId> = tree
        .plaintexts()
        .iter()
        .filter(|plaintext| below.contains(&plaintext.ciphertext))
        .filter_map(|plaintext| tree.members(plaintext.root).next())
        .collect();
    for value in values {
        name(tree, value, shape, None);
    }
}

/// Gives a value and all that is inside it the names of `shape`. The decoder bounds the depth.
fn name(tree: &mut Tree, id: NodeId, shape: &'static Shape, number: Option<usize>) {
    let Some(node) = tree.get(id) else { return };
    let kind = node.kind;
    tree.rename(id, shape.element, number);
    if !matches!(kind, Kind::DlmsArray | Kind::DlmsStructure | Kind::DlmsCompactArray) {
        return;
    }
    let parts: Vec<NodeId> = tree.members(id).collect();
    let names: PartNames = shape.parts(kind, parts.len());
    for (index, part) in parts.into_iter().enumerate() {
        if tree.get(part).is_some_and(|node| node.element == e::UNDECODED) {
            continue;
        }
        let (shape, numbered) = names.get(index);
        name(tree, part, shape, numbered.then_some(index));
    }
}

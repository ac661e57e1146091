//! Encrypted items, of either language.

use super::{Field, Message};
use crate::kind::Kind;
use crate::span::BufferId;
use crate::tree::NodeId;

/// An encrypted item: the ciphertext and the fields that stand around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EncryptedItem {
    /// Leaf of the ciphertext.
    pub ciphertext: NodeId,
    /// Security control octet, right before the invocation counter.
    pub security_control: Field<u8>,
    /// Invocation counter, right before the ciphertext.
    pub invocation_counter: Field<u32>,
    /// Leaf of the tag, right after the ciphertext.
    pub tag: NodeId,
}

impl Message<'_> {
    /// The encrypted items, in the order of the message.
    pub fn encrypted_items(&self) -> impl Iterator<Item = EncryptedItem> {
        // Most messages have none, and need not be walked through.
        let nodes = if self.tree.has_ciphertext() { self.tree.nodes() } else { &[] };
        nodes
            .iter()
            .zip(0..)
            .filter(|(node, _)| node.kind == Kind::Ciphertext)
            .take_while(|(node, _)| node.span().buffer == BufferId::WIRE)
            .filter_map(|(_, id)| self.encrypted_item(id))
    }

    /// In both languages the fields and the ciphertext stand next to each other, as leaves.
    fn encrypted_item(&self, id: u32) -> Option<EncryptedItem> {
        let control = NodeId(id.checked_sub(2)?);
        let counter = NodeId(id.checked_sub(1)?);
        let number = |node| self.tree.unsigned(node, self.octets());
        Some(EncryptedItem {
            ciphertext: NodeId(id),
            security_control: Field { value: u8::try_from(number(control)?).ok()?, node: control },
            invocation_counter: Field {
                value: u32::try_from(number(counter)?).ok()?,
                node: counter,
            },
            tag: NodeId(id.checked_add(1)?),
        })
    }
}

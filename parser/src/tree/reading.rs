//! What the readers of all layers do alike: a value that was read becomes a leaf, and what cannot be
//! read an issue.

use super::{NO_INDEX, Node, NodeId, Tree};
use crate::element::ElementId;
use crate::input::{Fault, Input};
use crate::kind::Kind;
use crate::limits::MAX_NODES;
use crate::message::Field;

/// Reading stopped, and the tree has the issue: what was not read of the layer becomes opaque.
#[derive(Debug)]
pub(crate) struct Stop;

impl Tree {
    /// Keeps the issue of a fault that happened while `element` was read.
    #[cold]
    #[inline(never)]
    pub(crate) fn stop(&mut self, input: &Input<'_>, fault: Fault, element: ElementId) -> Stop {
        self.issue(input.error(fault, element));
        Stop
    }

    /// Stops where `element` needs `needed` octets and there are fewer.
    #[cold]
    pub(crate) fn stop_short(
        &mut self,
        input: &Input<'_>,
        needed: usize,
        element: ElementId,
    ) -> Stop {
        self.stop(input, input.too_short(needed), element)
    }

    /// Reads a value of fixed length as a leaf, and moves on behind it.
    #[inline]
    pub(crate) fn field<'a, T>(
        &mut self,
        input: &mut Input<'a>,
        parser: impl nom::Parser<Input<'a>, Output = T, Error = Fault>,
        element: ElementId,
        kind: Kind,
    ) -> Result<Field<T>, Stop> {
        match input.read(parser) {
            Ok(value) => {
                let node = self.leaf(element, kind, input.offset(), 0);
                Ok(Field { value, node })
            }
            Err(fault) => Err(self.stop(input, fault, element)),
        }
    }

    /// Adds the nodes of a layout, which were made by [`Node::laid`]: closed, the last of them up to the
    /// layout's end, none a ciphertext and none a length of more octets than one. Moves on behind its
    /// octets, and gives the first node. `None`, and nothing is added or moves, where there is no room
    /// for all nodes, there are fewer octets, a number in a list is waiting for a node, or the layout is
    /// empty.
    #[inline]
    pub(crate) fn lay(&mut self, input: &mut Input<'_>, layout: &[Node]) -> Option<NodeId> {
        debug_assert_eq!(self.cursor, input.offset());
        let octets = layout.last()?.end;
        let count = self.nodes.len();
        let is_room = count + layout.len() <= MAX_NODES && self.index == NO_INDEX;
        if !is_room || !input.skip(octets as usize) {
            return None;
        }
        let (first, cursor, buffer) = (count as u32, self.cursor, self.buffer);
        self.nodes.extend(layout.iter().map(|node| Node {
            start: cursor + node.start,
            end: cursor + node.end,
            next: first + node.next,
            buffer,
            ..*node
        }));
        self.cursor += octets;
        Some(NodeId(first))
    }
}

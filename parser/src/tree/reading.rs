//! What the readers of all layers do alike: a value that was read becomes a leaf, and what cannot be
//! read an issue.

use super::Tree;
use crate::element::ElementId;
use crate::input::{Fault, Input};
use crate::kind::Kind;
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
}

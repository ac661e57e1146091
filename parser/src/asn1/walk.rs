//! Walks DER values into the tree.

use super::elements as e;
use super::tlv::{Head, head};
use crate::element::ElementId;
use crate::error::{ErrorKind, LimitSource};
use crate::input::{Fault, Input, fault_of};
use crate::kind::Kind;
use crate::limits::MAX_DEPTH;
use crate::span::Span;
use crate::tree::{NodeId, Tree};

/// Reads the one value that should fill `input`; octets behind it are an issue.
pub(super) fn only_value(tree: &mut Tree, input: Input<'_>, element: ElementId) -> Option<NodeId> {
    let mut walk = Walk { tree, depth: 0, cut: false };
    let (rest, node) = walk.value(input, element)?;
    if !rest.is_empty() {
        walk.tree.issue(rest.error(
            Fault {
                offset: rest.offset(),
                kind: ErrorKind::LeftOver,
                needed: Some(0),
                found: Some(rest.len() as u64),
            },
            element,
        ));
        walk.tree.opaque(e::LEFT_OVER, rest.end());
    }
    Some(node)
}

struct Walk<'t> {
    tree: &'t mut Tree,
    depth: u8,
    /// True inside a value whose length reaches past its container: that its last parts do so as
    /// well is the same fault and is not told again.
    cut: bool,
}

impl Walk<'_> {
    /// Reads a value; gives what follows it. `None` where its tag and length cannot be read: an
    /// issue is kept, and its octets are left to the caller.
    fn value<'a>(&mut self, input: Input<'a>, element: ElementId) -> Option<(Input<'a>, NodeId)> {
        let (content, head) = match head(input) {
            Ok(read) => read,
            Err(error) => {
                if !(self.cut && input.is_empty()) {
                    self.tree.issue(input.error(fault_of(input, error), element));
                }
                return None;
            }
        };
        let (content, rest, cut) = self.window(input, content, head, element);
        let outside = self.cut;
        self.cut |= cut;
        let node = if !head.is_constructed() {
            self.tree.leaf(element, head.kind(), content.end(), head.octets)
        } else if self.depth >= MAX_DEPTH {
            self.tree.issue(input.error(
                Fault { needed: Some(u64::from(MAX_DEPTH)), ..input.fault(ErrorKind::Limit) },
                element,
            ));
            self.tree.leaf(element, Kind::Opaque, content.end(), 0)
        } else {
            self.container(content, head, element)
        };
        self.cut = outside;
        Some((rest, node))
    }

    /// A constructed value: its head as a leaf, then the values inside.
    fn container(&mut self, content: Input<'_>, head: Head, element: ElementId) -> NodeId {
        let mark = self.tree.open(element, head.kind());
        self.tree.leaf(e::HEADER, Kind::Header, content.offset(), 0);
        self.depth += 1;
        let mut rest = content;
        let mut number = 0;
        while !rest.is_empty() {
            self.tree.number_next(number);
            match self.value(rest, e::VALUE) {
                Some((after, _)) => rest = after,
                None => break,
            }
            number += 1;
        }
        self.depth -= 1;
        self.tree.opaque(crate::message::elements::UNDECODED, content.end());
        self.tree.close_all(mark);
        mark.id()
    }

    /// The window of a value's content, what follows it, and whether the length reached past the
    /// container. Then the content is all that is left, and an issue says so.
    fn window<'a>(
        &mut self,
        input: Input<'a>,
        content: Input<'a>,
        head: Head,
        element: ElementId,
    ) -> (Input<'a>, Input<'a>, bool) {
        let span = Span { buffer: input.buffer(), start: input.offset(), end: content.offset() };
        let limit = LimitSource { element, span };
        if let Some((inner, rest)) = content.split(head.length as usize, limit) {
            return (inner, rest, false);
        }
        if !self.cut {
            self.tree.issue(content.error(
                Fault {
                    offset: input.offset(),
                    kind: ErrorKind::LengthReachesPastEnd,
                    needed: Some(u64::from(head.length)),
                    found: Some(content.len() as u64),
                },
                element,
            ));
        }
        let all = content.split(content.len(), limit);
        let (inner, rest) = all.unwrap_or((content, content));
        (inner, rest, true)
    }
}

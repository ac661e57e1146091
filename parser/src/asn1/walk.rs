//! Walks DER values into the tree, along the structure that they should have: it gives them their
//! names. A value that does not fit is read all the same, as its own tag says.

use super::elements as e;
use super::schema::{Fields, Form, Next, Structure, Type};
use super::tlv::{Head, fills, head};
use crate::element::ElementId;
use crate::error::{ErrorKind, LimitSource};
use crate::input::{Fault, Input};
use crate::kind::Kind;
use crate::limits::MAX_DEPTH;
use crate::message::elements::UNDECODED;
use crate::span::Span;
use crate::tree::{NodeId, Tree};

/// What is known of a value before it is read.
#[derive(Clone, Copy)]
pub(super) struct Expected {
    /// Its name, unless its type gives it another.
    pub(super) element: ElementId,
    /// Its type.
    pub(super) of: Type,
}

/// Reads the one value that should fill `input`; octets behind it are an issue.
pub(super) fn only_value(
    tree: &mut Tree,
    mut input: Input<'_>,
    expected: Expected,
) -> Option<NodeId> {
    let mut walk = Walk { tree, depth: 0, cut: false };
    let node = walk.value(&mut input, expected, &[])?;
    if !input.is_empty() {
        walk.tree.issue(input.error(input.left_over(), expected.element));
        walk.tree.opaque(e::LEFT_OVER_OCTETS, input.end());
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
    /// Reads a value and moves on behind it. `oid` is the object identifier that was read last.
    /// `None` where its tag and length cannot be read: an issue is kept, and its octets are left to
    /// the caller.
    fn value<'a>(
        &mut self,
        input: &mut Input<'a>,
        expected: Expected,
        oid: &'a [u8],
    ) -> Option<NodeId> {
        let start = input.offset();
        let head = match head(input) {
            Ok(head) => head,
            Err(fault) => {
                if !self.cut {
                    self.tree.issue(input.error(fault, expected.element));
                }
                return None;
            }
        };
        self.tree.note_length(head.length);
        let (of, element) = expected.of.resolve(expected.element, head.identifier, oid);
        let cut = head.length.value as usize > input.len();
        if cut && !self.cut {
            self.too_far(input, start, head, element);
        }
        // Where the length reaches past the container, the content is all that is left.
        let length = input.len().min(head.length.value as usize);
        let content = input.octets().get(..length).unwrap_or_default();
        let has_parts = head.is_constructed()
            || matches!(of, Type::Of(structure) if opens(structure, head, content, oid));
        if has_parts && self.depth < MAX_DEPTH {
            let span = Span { buffer: input.buffer(), start, end: input.offset() };
            let mut content = input.split_off(length, LimitSource { element, span })?;
            let outside = self.cut;
            self.cut |= cut;
            let node = self.container(&mut content, head, Expected { element, of }, oid);
            self.cut = outside;
            return Some(node);
        }
        input.skip(length);
        let end = input.offset();
        if has_parts {
            let needed = Some(u64::from(MAX_DEPTH));
            let fault = Fault { offset: start, needed, ..input.fault(ErrorKind::Limit) };
            self.tree.issue(input.error(fault, element));
        }
        Some(match of {
            // Half a value is none.
            _ if has_parts || cut => self.tree.leaf(element, Kind::Opaque, end, 0),
            // A context tag tells nothing of the type; the structure does.
            Type::Value(kind) if head.is_context() => {
                self.tree.leaf(element, kind, end, head.octets)
            }
            _ => self.tree.leaf(element, head.kind(), end, head.octets),
        })
    }

    /// A value that has values inside: its head as a leaf, then they.
    fn container<'a>(
        &mut self,
        content: &mut Input<'a>,
        head: Head,
        expected: Expected,
        oid: &'a [u8],
    ) -> NodeId {
        let kind = if head.is_constructed() { head.kind() } else { Kind::DerConstructed };
        let mark = self.tree.open(expected.element, kind);
        self.tree.leaf(e::HEADER, Kind::Header, content.offset(), 0);
        self.depth += 1;
        let end = content.end();
        match expected.of {
            Type::Of(structure) => self.fields(content, structure, oid),
            _ => self.values(content, Expected { element: e::VALUE, of: Type::Any }, &[]),
        }
        self.depth -= 1;
        self.tree.opaque(UNDECODED, end);
        self.tree.close_all(mark);
        mark.id()
    }

    /// Values that are all of one type.
    fn values<'a>(&mut self, input: &mut Input<'a>, each: Expected, oid: &'a [u8]) {
        let mut number = 0;
        while !input.is_empty() {
            self.tree.number_next(number);
            if self.value(input, each, oid).is_none() {
                return;
            }
            number += 1;
        }
    }

    /// The values of a structure.
    fn fields<'a>(
        &mut self,
        input: &mut Input<'a>,
        structure: &'static Structure,
        mut oid: &'a [u8],
    ) {
        if structure.form == Form::ListOf
            && let Some(field) = structure.fields.first()
        {
            let each = Expected { element: field.element, of: field.of };
            return self.values(input, each, oid);
        }
        let mut fields = Fields::new(structure.fields);
        while let Some(identifier) = input.peek() {
            let (element, of) = match fields.next(identifier) {
                Next::Field(field, _) => (field.element, field.of),
                Next::Instead(field) => (field.element, Type::Any),
                Next::Surplus => (e::VALUE, Type::Any),
            };
            let octets = input.octets();
            let Some(node) = self.value(input, Expected { element, of }, oid) else { return };
            if let Some(node) = self.tree.get(node)
                && node.kind == Kind::DerObjectIdentifier
            {
                let read = octets.len() - input.len();
                oid = octets.get(node.head()..read).unwrap_or_default();
            }
        }
    }

    /// Tells of a length, behind `start`, that reaches past its container.
    #[cold]
    fn too_far(&mut self, input: &Input<'_>, start: u32, head: Head, element: ElementId) {
        let fault = Fault {
            offset: start,
            kind: ErrorKind::LengthReachesPastEnd,
            needed: Some(u64::from(head.length.value)),
            found: Some(input.len() as u64),
        };
        self.tree.issue(input.error(fault, element));
    }
}

/// True where an OCTET STRING should hold a value of a known type, and does hold one value.
fn opens(structure: &Structure, head: Head, content: &[u8], oid: &[u8]) -> bool {
    structure.form == Form::Containing
        && head.is_octet_string()
        && fills(content)
        && structure.fields.iter().any(|field| match field.of {
            Type::Of(inner) if inner.form == Form::ByOid => {
                inner.fields.iter().any(|field| field.oid == oid)
            }
            _ => true,
        })
}

//! Walks DER values into the tree, along the structure that they should have: it gives them their
//! names. A value that does not fit is read all the same, as its own tag says.

use super::elements as e;
use super::schema::{Fields, Form, Next, Structure, Type};
use super::tlv::{Head, fills, head};
use crate::element::ElementId;
use crate::error::{ErrorKind, LimitSource};
use crate::input::{Fault, Input, fault_of};
use crate::kind::Kind;
use crate::limits::MAX_DEPTH;
use crate::message::elements::UNDECODED;
use crate::span::Span;
use crate::tree::{NodeId, Tree};

/// What the caller knows of a value before it is read.
#[derive(Clone, Copy)]
pub(super) struct Expected<'a> {
    /// Its name, unless its type gives it another.
    pub(super) element: ElementId,
    /// Its type.
    pub(super) of: Type,
    /// The object identifier that was read last.
    pub(super) oid: &'a [u8],
    /// Its number in a list.
    pub(super) number: Option<usize>,
}

impl Expected<'_> {
    pub(super) fn new(element: ElementId, of: Type) -> Self {
        Self { element, of, oid: &[], number: None }
    }
}

/// Reads the one value that should fill `input`; octets behind it are an issue.
pub(super) fn only_value<'a>(
    tree: &mut Tree,
    input: Input<'a>,
    expected: Expected<'a>,
) -> Option<NodeId> {
    let mut walk = Walk { tree, depth: 0, cut: false };
    let (rest, node) = walk.value(input, expected)?;
    if !rest.is_empty() {
        walk.tree.issue(rest.error(
            Fault {
                offset: rest.offset(),
                kind: ErrorKind::LeftOver,
                needed: Some(0),
                found: Some(rest.len() as u64),
            },
            expected.element,
        ));
        walk.tree.opaque(e::LEFT_OVER_OCTETS, rest.end());
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
    fn value<'a>(
        &mut self,
        input: Input<'a>,
        expected: Expected<'a>,
    ) -> Option<(Input<'a>, NodeId)> {
        let (content, head) = match head(input) {
            Ok(read) => read,
            Err(error) => {
                if !self.cut {
                    self.tree.issue(input.error(fault_of(input, error), expected.element));
                }
                return None;
            }
        };
        let (of, element) = expected.of.resolve(expected.element, head.identifier, expected.oid);
        let (content, rest, cut) = self.window(input, content, head, element);
        let outside = self.cut;
        self.cut |= cut;
        if let Some(number) = expected.number {
            self.tree.number_next(number);
        }
        let node = match of {
            _ if head.is_constructed() => {
                self.container(input, content, head, Expected { element, of, ..expected })
            }
            Type::Of(structure) if opens(structure, head, content, expected.oid) => {
                self.container(input, content, head, Expected { element, of, ..expected })
            }
            // Half a value is none.
            _ if cut => self.tree.leaf(element, Kind::Opaque, content.end(), 0),
            // A context tag tells nothing of the type; the structure does.
            Type::Value(kind) if head.is_context() => {
                self.tree.leaf(element, kind, content.end(), head.octets)
            }
            _ => self.tree.leaf(element, head.kind(), content.end(), head.octets),
        };
        self.cut = outside;
        Some((rest, node))
    }

    /// A value that has values inside: its head as a leaf, then they.
    fn container<'a>(
        &mut self,
        input: Input<'a>,
        content: Input<'a>,
        head: Head,
        expected: Expected<'a>,
    ) -> NodeId {
        if self.depth >= MAX_DEPTH {
            self.tree.issue(input.error(
                Fault { needed: Some(u64::from(MAX_DEPTH)), ..input.fault(ErrorKind::Limit) },
                expected.element,
            ));
            return self.tree.leaf(expected.element, Kind::Opaque, content.end(), 0);
        }
        let kind = if head.is_constructed() { head.kind() } else { Kind::DerConstructed };
        let mark = self.tree.open(expected.element, kind);
        self.tree.leaf(e::HEADER, Kind::Header, content.offset(), 0);
        self.depth += 1;
        match expected.of {
            Type::Of(structure) => self.fields(content, structure, expected.oid),
            _ => self.values(content, Expected::new(e::VALUE, Type::Any)),
        }
        self.depth -= 1;
        self.tree.opaque(UNDECODED, content.end());
        self.tree.close_all(mark);
        mark.id()
    }

    /// Values that are all of one type.
    fn values<'a>(&mut self, mut input: Input<'a>, each: Expected<'a>) {
        let mut number = 0;
        while !input.is_empty() {
            let Some((rest, _)) = self.value(input, Expected { number: Some(number), ..each })
            else {
                return;
            };
            input = rest;
            number += 1;
        }
    }

    /// The values of a structure.
    fn fields<'a>(&mut self, mut input: Input<'a>, structure: &'static Structure, oid: &'a [u8]) {
        if structure.form == Form::ListOf
            && let Some(field) = structure.fields.first()
        {
            let each = Expected { oid, ..Expected::new(field.element, field.of) };
            return self.values(input, each);
        }
        let mut fields = Fields::new(structure.fields);
        let mut oid = oid;
        while let Some(identifier) = input.peek() {
            let (element, of) = match fields.next(identifier) {
                Next::Field(field, _) => (field.element, field.of),
                Next::Instead(field) => (field.element, Type::Any),
                Next::Surplus => (e::VALUE, Type::Any),
            };
            let expected = Expected { oid, ..Expected::new(element, of) };
            let Some((rest, node)) = self.value(input, expected) else { return };
            if let Some(node) = self.tree.get(node)
                && node.kind == Kind::DerObjectIdentifier
            {
                let head = node.head();
                let octets = (rest.offset() - input.offset()) as usize;
                oid = input.octets().get(head..octets).unwrap_or_default();
            }
            input = rest;
        }
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

/// True where an OCTET STRING should hold a value of a known type, and does hold one value.
fn opens(structure: &Structure, head: Head, content: Input<'_>, oid: &[u8]) -> bool {
    structure.form == Form::Containing
        && head.is_octet_string()
        && fills(content.octets())
        && structure.fields.iter().any(|field| match field.of {
            Type::Of(inner) if inner.form == Form::ByOid => {
                inner.fields.iter().any(|field| field.oid == oid)
            }
            _ => true,
        })
}

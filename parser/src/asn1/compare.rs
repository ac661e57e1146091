//! Compares a DER payload with the structure of its message code.

use super::elements as e;
use super::schema::{Field, Fields, Form, Next, Presence, Structure, Type};
use super::structure_of;
use crate::element::Meaning;
use crate::error::DecodeError;
use crate::kind::Kind;
use crate::message::{Message, Payload};
use crate::tree::{Node, NodeId, Tree};

/// The first place where a payload is not made as its message code says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The value that should be another, or the container that should hold more.
    pub node: NodeId,
    /// What should stand there: name, tag and type.
    pub expected: String,
    /// What stands there instead.
    pub found: String,
}

/// The first place where a DER payload differs from the structure of its message code for a
/// command, response or alert: a field that must be there and is not, another tag, a field too
/// many, a value whose octets cannot be of its type, octets that cannot be read. `None` where there
/// is none, where the message has no DER payload, and where no structure is known for it. Lengths
/// that could be shorter and numbers without a name are not looked at.
#[must_use]
pub fn mismatch(message: &Message<'_>) -> Option<Mismatch> {
    compare(message).mismatch
}

/// True where the structure of a message's DER payload is known.
#[must_use]
pub fn has_structure(message: &Message<'_>) -> bool {
    matches!(message.payload, Payload::Asn1(_)) && structure_of(&message.envelope).is_some()
}

/// The fields of a DER payload that are left out because they have their default value: the
/// container that would hold the field, the field's name, and the value in words.
pub fn defaults(
    message: &Message<'_>,
) -> impl Iterator<Item = (NodeId, &'static str, &'static str)> + use<> {
    compare(message).defaults.into_iter()
}

fn compare(message: &Message<'_>) -> Comparison {
    let mut comparison = Comparison { mismatch: None, defaults: Vec::new() };
    let Payload::Asn1(payload) = message.payload else { return comparison };
    let (Some(structure), Some(content)) = (structure_of(&message.envelope), message.content())
    else {
        return comparison;
    };
    let view = View { tree: &message.tree, wire: message.octets() };
    match payload.root {
        Some(root) => {
            let of = Type::Of(structure);
            if accepts(of, view.identifier(root)) {
                comparison.value(view, root, of, &[]);
            } else {
                let names: Vec<String> = structure.fields.iter().map(describe).collect();
                comparison.differ(root, || (names.join(" or "), view.describe(root)));
            }
            let behind = message.tree.children(content).find(|child| *child > root);
            if let Some(behind) = behind {
                comparison.differ(behind, || {
                    ("the end of the content".to_owned(), view.describe(behind))
                });
            }
        }
        None => comparison.differ(content, || {
            let names: Vec<String> = structure.fields.iter().map(describe).collect();
            (names.join(" or "), UNREADABLE.to_owned())
        }),
    }
    // All fields may be there, and still a length be wrong.
    if let Some(span) = message.tree.get(content).map(Node::span) {
        let inside = |issue: &&DecodeError| (span.start..span.end).contains(&issue.span.start);
        if let Some(issue) = message.tree.issues().iter().find(inside) {
            comparison.differ(payload.root.unwrap_or(content), || {
                ("values that can be read".to_owned(), issue.to_string())
            });
        }
    }
    comparison
}

/// Found in place of a value that could not be read.
const UNREADABLE: &str = "octets that cannot be read";

fn accepts(of: Type, identifier: Option<u8>) -> bool {
    match (of, identifier) {
        (Type::Of(structure), Some(identifier)) if structure.form == Form::Choice => {
            structure.fields.iter().any(|field| field.accepts(identifier))
        }
        (_, identifier) => identifier.is_some(),
    }
}

/// A tree with its octets.
#[derive(Clone, Copy)]
struct View<'a> {
    tree: &'a Tree,
    wire: &'a [u8],
}

impl<'a> View<'a> {
    /// The identifier octet of a value; `None` for octets that could not be read.
    fn identifier(self, node: NodeId) -> Option<u8> {
        if self.tree.get(node)?.kind == Kind::Opaque {
            return None;
        }
        self.tree.octets(node, self.wire).first().copied()
    }

    fn content(self, node: NodeId) -> &'a [u8] {
        self.tree.content(node, self.wire)
    }

    /// Tag and type of what was found.
    fn describe(self, node: NodeId) -> String {
        let (Some(identifier), Some(found)) = (self.identifier(node), self.tree.get(node)) else {
            return UNREADABLE.to_owned();
        };
        tag_and_type(identifier, Some(found.kind))
    }
}

/// `a SEQUENCE`-like words: type name and tag octet, `[n]` in front of a context tag.
fn tag_and_type(identifier: u8, kind: Option<Kind>) -> String {
    let name = kind.map_or("any type".into(), |kind| kind.type_name(0));
    match identifier {
        0 => name.into_owned(),
        0x80..=0xBF => format!("[{}] {name} (0x{identifier:02X})", identifier & 0x1F),
        _ => format!("{name} (0x{identifier:02X})"),
    }
}

/// Name, tag and type of a field.
fn describe(field: &Field) -> String {
    let kind = match field.of {
        Type::Value(kind) => Some(kind),
        Type::Any => None,
        Type::Of(structure) => match (structure.form, field.tag) {
            (Form::Sequence | Form::ListOf, 0x31) => Some(Kind::DerSet),
            (Form::Sequence | Form::ListOf, _) => Some(Kind::DerSequence),
            (Form::Containing, _) => Some(Kind::DerOctetString),
            (Form::Choice | Form::ByOid, _) => None,
        },
    };
    format!("{}: {}", field.element.name(), tag_and_type(field.tag, kind))
}

struct Comparison {
    mismatch: Option<Mismatch>,
    defaults: Vec<(NodeId, &'static str, &'static str)>,
}

impl Comparison {
    /// Keeps the first difference.
    fn differ(&mut self, node: NodeId, texts: impl FnOnce() -> (String, String)) {
        if self.mismatch.is_none() {
            let (expected, found) = texts();
            self.mismatch = Some(Mismatch { node, expected, found });
        }
    }

    /// A value whose tag is right. `oid` is the object identifier read last.
    fn value(&mut self, view: View<'_>, node: NodeId, of: Type, oid: &[u8]) {
        let Some(identifier) = view.identifier(node) else { return };
        let (of, _) = of.resolve(e::VALUE, identifier, oid);
        match of {
            Type::Any => {}
            Type::Value(kind) => self.octets(view, node, kind),
            // What an OCTET STRING holds is another's affair.
            Type::Of(structure) if structure.form == Form::Containing => {}
            Type::Of(structure) if structure.form == Form::ListOf => {
                for member in view.tree.members(node) {
                    let Some(field) = structure.fields.first() else { return };
                    if view.identifier(member).is_some_and(|identifier| field.accepts(identifier)) {
                        self.value(view, member, field.of, oid);
                    } else {
                        self.differ(member, || (describe(field), view.describe(member)));
                    }
                }
            }
            Type::Of(structure) => self.sequence(view, node, structure, oid),
        }
    }

    fn sequence(
        &mut self,
        view: View<'_>,
        node: NodeId,
        structure: &'static Structure,
        oid: &[u8],
    ) {
        let mut fields = Fields::new(structure.fields);
        let mut oid = oid;
        for member in view.tree.members(node) {
            let Some(identifier) = view.identifier(member) else {
                let next = fields.left().first();
                let expected = next.map_or_else(|| end_of(view, node), describe);
                return self.differ(member, || (expected, UNREADABLE.to_owned()));
            };
            match fields.next(identifier) {
                Next::Field(field, skipped) => {
                    self.left_out(view, node, member, skipped);
                    self.value(view, member, field.of, oid);
                    if view.tree.get(member).is_some_and(|n| n.kind == Kind::DerObjectIdentifier) {
                        oid = view.content(member);
                    }
                }
                Next::Instead(field) => {
                    self.differ(member, || (describe(field), view.describe(member)));
                }
                Next::Surplus => {
                    self.differ(member, || (end_of(view, node), view.describe(member)));
                }
            }
        }
        self.left_out(view, node, node, fields.left());
    }

    /// Fields of `container` that did not come before `at`; `at` is the container itself where they
    /// did not come at all.
    fn left_out(
        &mut self,
        view: View<'_>,
        container: NodeId,
        at: NodeId,
        fields: &'static [Field],
    ) {
        for field in fields {
            match field.presence {
                Presence::Optional => {}
                Presence::Default(text) => {
                    self.defaults.push((container, field.element.name(), text));
                }
                Presence::Mandatory => self.differ(at, || {
                    let found =
                        if at == container { end_of(view, container) } else { view.describe(at) };
                    (describe(field), found)
                }),
            }
        }
    }

    /// Whether a leaf's octets can be a value of its type at all.
    fn octets(&mut self, view: View<'_>, node: NodeId, kind: Kind) {
        let Some(leaf) = view.tree.get(node) else { return };
        let content = view.content(node);
        let named = matches!(leaf.element.get().meaning, Meaning::Names(_));
        let expected = match kind {
            Kind::DerNull if !content.is_empty() => "no octets",
            Kind::DerBoolean if content.len() != 1 => "one octet",
            Kind::DerInteger | Kind::DerEnumerated if content.is_empty() => "at least one octet",
            // No enumeration of the standard goes beyond 127.
            Kind::DerInteger | Kind::DerEnumerated if named && content.len() != 1 => "one octet",
            Kind::DerBitString if !matches!(content, [0] | [0..=7, _, ..]) => {
                "a number of unused bits, 0 to 7, and octets"
            }
            _ => return,
        };
        self.differ(node, || {
            let name = leaf.element.name();
            let type_name = kind.type_name(content.len());
            (format!("{name}: {type_name} of {expected}"), format!("{} octets", content.len()))
        });
    }
}

fn end_of(view: View<'_>, container: NodeId) -> String {
    let name = view.tree.get(container).map_or("value".into(), |node| node.name());
    format!("the end of {name}")
}

//! The nodes of a tree, written in one pass over the flat vector.

use super::writer::{buffer_name, push_escaped, push_hex_string, push_number, push_string};
use crate::element::Meaning;
use crate::kind::{Kind, Value};
use crate::message::EntityId;
use crate::span::BufferId;
use crate::text;
use crate::tree::{Node, NodeId, Tree};

/// The largest number that every reader of JSON keeps exactly.
const MAX_EXACT: u64 = 1 << 53;

/// Name of the node that holds an opened ciphertext.
const PLAINTEXT: &str = "plaintext";

/// Appends the tree of the wire, opened ciphertexts beside their leaves; `null` where there is no
/// node at all.
pub(super) fn write(out: &mut Vec<u8>, tree: &Tree, wire: &[u8]) {
    let mut nodes = Nodes { out, tree, wire };
    if tree.get(tree.root()).is_some() {
        nodes.subtree(tree.root(), None);
    } else {
        nodes.out.extend_from_slice(b"null");
    }
}

struct Nodes<'a> {
    out: &'a mut Vec<u8>,
    tree: &'a Tree,
    wire: &'a [u8],
}

impl Nodes<'_> {
    /// A node and all below it. `name` takes the place of the root's own.
    fn subtree(&mut self, root: NodeId, name: Option<&str>) {
        let tree = self.tree;
        let end = tree.get(root).map_or(root.0, Node::next_index).max(root.0 + 1);
        // Ends of the containers that are open: what is deeper ends first.
        let mut open: Vec<u32> = Vec::new();
        let mut first = true;
        for at in root.0..end {
            let Some(node) = tree.get(NodeId(at)) else { break };
            while open.last().is_some_and(|end| *end <= at) {
                open.pop();
                self.out.extend_from_slice(b"]}");
                first = false;
            }
            if !first {
                self.out.push(b',');
            }
            first = false;
            self.start(node, if at == root.0 { name } else { None });
            if node.kind.is_container() {
                self.out.extend_from_slice(b",\"children\":[");
                open.push(node.next_index().max(at + 1));
                first = true;
            } else {
                self.leaf(NodeId(at), node);
            }
        }
        for _ in open {
            self.out.extend_from_slice(b"]}");
        }
    }

    /// Name, type, place and buffer, without the closing brace.
    fn start(&mut self, node: &Node, name: Option<&str>) {
        let out = &mut *self.out;
        out.extend_from_slice(b"{\"name\":\"");
        push_escaped(out, name.unwrap_or(node.element.name()));
        if let (None, Some(index)) = (name, node.index()) {
            out.push(b'[');
            push_number(out, index);
            out.push(b']');
        }
        out.extend_from_slice(b"\",\"type\":\"");
        push_escaped(out, &node.kind.type_name(node.content_span().len()));
        out.extend_from_slice(b"\",\"at\":[");
        push_number(out, node.span().start);
        out.push(b',');
        push_number(out, node.span().len());
        match node.span().buffer {
            BufferId::WIRE => out.extend_from_slice(b"],\"buffer\":\"wire\""),
            buffer => {
                out.extend_from_slice(b"],\"buffer\":\"");
                out.extend_from_slice(buffer_name(buffer).as_bytes());
                out.push(b'"');
            }
        }
    }

    /// Value, text and bits of a leaf, the closing brace, and the plaintext beside a ciphertext.
    fn leaf(&mut self, id: NodeId, node: &Node) {
        let tree = self.tree;
        let content = tree.content(id, self.wire);
        let value = tree.value(id, self.wire);
        self.out.extend_from_slice(b",\"value\":");
        self.value(node.kind, value, content);
        if let Some(text) = text::of(tree, id, self.wire) {
            self.out.extend_from_slice(b",\"text\":");
            push_string(self.out, &text);
        }
        self.bits(node, value, content.len());
        self.out.push(b'}');
        if node.kind == Kind::Ciphertext
            && let Some(plaintext) = tree.plaintext_of(id)
        {
            self.out.push(b',');
            self.subtree(plaintext.root, Some(PLAINTEXT));
        }
    }

    fn value(&mut self, kind: Kind, value: Value<'_>, content: &[u8]) {
        let out = &mut *self.out;
        let identifier = match kind {
            Kind::EntityId => content.try_into().ok(),
            Kind::ZclIeeeAddress => content.try_into().ok().map(|mut octets: [u8; 8]| {
                octets.reverse();
                octets
            }),
            _ => None,
        };
        if let Some(octets) = identifier {
            push_string(out, &EntityId(octets).to_string());
            return;
        }
        match value {
            Value::Null => out.extend_from_slice(b"null"),
            Value::Bool(true) => out.extend_from_slice(b"true"),
            Value::Bool(false) => out.extend_from_slice(b"false"),
            Value::Unsigned(number) if number <= MAX_EXACT => push_number(out, number),
            Value::Unsigned(number) => {
                out.push(b'"');
                push_number(out, number);
                out.push(b'"');
            }
            Value::Signed(number) if number.unsigned_abs() <= MAX_EXACT => push_number(out, number),
            Value::Signed(number) => {
                out.push(b'"');
                push_number(out, number);
                out.push(b'"');
            }
            Value::Float(number) if number.is_finite() => {
                out.extend_from_slice(number.to_string().as_bytes());
            }
            // JSON has no word for these.
            Value::Float(number) => push_string(out, &number.to_string()),
            Value::Text(text) => push_string(out, text),
            Value::Bits(bits) => push_hex_string(out, bits.octets()),
            Value::Octets(octets) => push_hex_string(out, octets),
        }
    }

    /// The bits of a bit string, and of a bitmap or number whose bits have names.
    fn bits(&mut self, node: &Node, value: Value<'_>, octets: usize) {
        let element = node.element.get();
        let mut first = true;
        let mut bit = |out: &mut Vec<u8>, number: usize, is_set: bool| {
            out.extend_from_slice(if first { b",\"bits\":[" } else { b"," });
            first = false;
            out.extend_from_slice(b"{\"bit\":");
            push_number(out, number);
            out.extend_from_slice(if is_set { b",\"value\":1" } else { b",\"value\":0" });
            if let Some(name) = text::bit_name(element, number) {
                out.extend_from_slice(b",\"text\":");
                push_string(out, name);
            }
            out.push(b'}');
        };
        match value {
            Value::Bits(bits) => {
                for (number, is_set) in bits.as_bitslice().iter().by_vals().enumerate() {
                    bit(self.out, number, is_set);
                }
                if bits.is_empty() {
                    self.out.extend_from_slice(b",\"bits\":[");
                }
            }
            Value::Unsigned(value)
                if node.kind == Kind::ZclBitmap || matches!(element.meaning, Meaning::Bits(_)) =>
            {
                for number in 0..(octets * 8).min(64) {
                    bit(self.out, number, value >> number & 1 == 1);
                }
            }
            _ => return,
        }
        self.out.push(b']');
    }
}

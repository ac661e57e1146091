//! The decoded tree: one flat vector of nodes over borrowed octets.
//!
//! Nodes stand in the order of the octets, a container before its children. `Node::next` is the
//! index behind a node's subtree, so that children are walked without any pointer. The leaves of
//! the wire, in order, tile the message: `Tree::leaf` takes only where a leaf ends, it starts
//! where the one before it ended.

mod lists;
mod reading;

use crate::element::{ElementId, Table};
use crate::error::DecodeError;
use crate::input::Length;
use crate::kind::{self, Kind, Value};
#[cfg(any(test, feature = "crypto"))]
use crate::limits::MAX_PLAINTEXTS;
use crate::limits::{MAX_ISSUES, MAX_NODES};
use crate::span::{BufferId, Span};

pub(crate) use reading::Stop;

/// Index of a node in its [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct NodeId(pub u32);

impl NodeId {
    /// What stands for a node that was dropped because the tree is full.
    const DROPPED: Self = Self(u32::MAX);

    /// The node, unless it was dropped because the tree is full.
    #[inline]
    pub(crate) fn kept(self) -> Option<Self> {
        (self != Self::DROPPED).then_some(self)
    }
}

/// Not an element of a list. What is one keeps its number plus one.
const NO_INDEX: u32 = 0;

/// How a node keeps its number in a list.
#[inline]
fn kept_index(index: usize) -> u32 {
    u32::try_from(index).map_or(NO_INDEX, |index| index.wrapping_add(1))
}

/// One node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    start: u32,
    end: u32,
    next: u32,
    /// What it is called. A use case may give a more telling name than the layer's own.
    pub element: ElementId,
    index: u32,
    /// How its octets are to be read.
    pub kind: Kind,
    head: u8,
    buffer: BufferId,
}

impl Node {
    /// A closed node of a layout for [`Tree::lay`]: where its octets stand in it, and the number of the
    /// node behind its subtree.
    pub(crate) const fn laid(
        element: ElementId,
        kind: Kind,
        (start, end): (u32, u32),
        next: u32,
    ) -> Self {
        let buffer = BufferId::WIRE;
        Self { start, end, next, element, index: NO_INDEX, kind, head: 0, buffer }
    }

    /// Where its octets stand.
    #[must_use]
    pub fn span(&self) -> Span {
        Span { buffer: self.buffer, start: self.start, end: self.end }
    }

    /// Octets of tag and length in front of a leaf's content.
    #[must_use]
    pub fn head(&self) -> usize {
        usize::from(self.head)
    }

    /// Span of a leaf's content, without tag and length.
    #[must_use]
    pub fn content_span(&self) -> Span {
        let start = (self.start + u32::from(self.head)).min(self.end);
        Span { start, ..self.span() }
    }

    /// Index of the node behind this one's subtree.
    #[must_use]
    pub fn next_index(&self) -> u32 {
        self.next
    }

    /// Its number in the list that holds it, from 0.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        Some(self.index.checked_sub(1)? as usize)
    }

    /// Its name, with its number in square brackets where it is an element of a list.
    #[must_use]
    pub fn name(&self) -> std::borrow::Cow<'static, str> {
        let name = self.element.name();
        match self.index() {
            None => name.into(),
            Some(index) => format!("{name}[{index}]").into(),
        }
    }
}

/// A ciphertext that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plaintext {
    /// The ciphertext leaf.
    pub ciphertext: NodeId,
    /// Root of the decoded plaintext.
    pub root: NodeId,
    /// The plaintext's octets.
    pub octets: Vec<u8>,
}

/// The decoded tree of one message.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    nodes: Vec<Node>,
    cursor: u32,
    buffer: BufferId,
    /// The next node's number in its list, as the node keeps it.
    index: u32,
    plaintexts: Vec<Plaintext>,
    issues: Vec<DecodeError>,
    full: bool,
    has_ciphertext: bool,
    has_overlong_length: bool,
    /// Containers that are open.
    open: u32,
    pub(crate) lists: lists::Lists,
}

/// Octets of a message that make a node, in messages of the field.
const OCTETS_PER_NODE: usize = 3;

/// Nodes for which room is made at once: what a long octet string holds makes none.
const MAX_NODES_RESERVED: usize = 256;

/// A container that is being filled.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub(crate) struct Mark {
    id: NodeId,
    /// How many containers are open around it.
    around: u32,
}

impl Mark {
    pub(crate) fn id(self) -> NodeId {
        self.id
    }
}

impl Tree {
    /// Empties the tree and keeps its memory for the next message.
    pub(crate) fn clear(&mut self) {
        self.nodes.clear();
        self.plaintexts.clear();
        self.issues.clear();
        self.cursor = 0;
        self.buffer = BufferId::WIRE;
        self.index = NO_INDEX;
        self.full = false;
        self.has_ciphertext = false;
        self.has_overlong_length = false;
        self.open = 0;
        self.lists.clear();
    }

    /// Makes room for the tree of a message of so many octets, in one go.
    pub(crate) fn reserve(&mut self, octets: usize) {
        self.nodes.reserve((octets / OCTETS_PER_NODE).min(MAX_NODES_RESERVED));
    }

    /// True once [`MAX_NODES`] was reached: further nodes are dropped, and the layer that asks must
    /// stop with [`crate::error::ErrorKind::Limit`].
    pub(crate) fn is_full(&self) -> bool {
        self.full
    }

    /// Gives the next node that is opened or added this number in its list.
    #[inline]
    pub(crate) fn number_next(&mut self, index: usize) {
        self.index = kept_index(index);
    }

    /// Opens a container at the cursor.
    #[inline]
    pub(crate) fn open(&mut self, element: ElementId, kind: Kind) -> Mark {
        debug_assert!(kind.is_container());
        let around = self.open;
        self.open += 1;
        Mark { id: self.push(element, kind, self.cursor, 0, 0), around }
    }

    /// Closes a container at the cursor.
    #[inline]
    pub(crate) fn close(&mut self, mark: Mark) {
        debug_assert_eq!(self.open, mark.around + 1, "a container inside was left open");
        self.open = mark.around;
        let next = self.nodes.len() as u32;
        let cursor = self.cursor;
        if let Some(node) = self.nodes.get_mut(mark.id.0 as usize) {
            node.end = cursor;
            node.next = next;
        }
    }

    /// Closes a container and all that was left open inside it, after an error.
    pub(crate) fn close_all(&mut self, mark: Mark) {
        self.index = NO_INDEX;
        if self.open == mark.around + 1 {
            return self.close(mark);
        }
        self.open = mark.around;
        let next = self.nodes.len() as u32;
        let cursor = self.cursor;
        for node in self.nodes.iter_mut().skip(mark.id.0 as usize) {
            if node.next == 0 {
                node.end = cursor;
                node.next = next;
            }
        }
    }

    /// Adds a leaf from the cursor to `end`; `head` octets of it are tag and length.
    #[inline]
    pub(crate) fn leaf(&mut self, element: ElementId, kind: Kind, end: u32, head: u8) -> NodeId {
        debug_assert!(!kind.is_container() && end >= self.cursor);
        let next = self.nodes.len() as u32 + 1;
        let id = self.push(element, kind, end, head, next);
        self.cursor = end;
        id
    }

    /// Adds what stands between the cursor and `end` as an opaque leaf, if anything does.
    pub(crate) fn opaque(&mut self, element: ElementId, end: u32) {
        self.index = NO_INDEX;
        if end > self.cursor {
            self.leaf(element, Kind::Opaque, end, 0);
        }
    }

    /// Adds the closed subtree whose nodes are those from number `first` on so many times more, each
    /// `octets` behind the one before and with the next number in its list.
    pub(crate) fn repeat(&mut self, first: usize, times: usize, octets: u32) {
        let behind = self.nodes.len();
        let count = behind.saturating_sub(first);
        debug_assert!(behind + count * times <= MAX_NODES);
        self.nodes.reserve(count * times);
        for time in 1..=times as u32 {
            let start = self.nodes.len();
            // Always the first: what was just written is not read back at once.
            self.nodes.extend_from_within(first..behind);
            let added = self.nodes.get_mut(start..).unwrap_or_default();
            for node in &mut *added {
                node.start += time * octets;
                node.end += time * octets;
                node.next += time * count as u32;
            }
            if let Some(root) = added.first_mut().filter(|root| root.index != NO_INDEX) {
                root.index += time;
            }
        }
        self.cursor += octets * times as u32;
    }

    /// Changes what a node is called, and its number in a list, once its use case is known.
    pub(crate) fn rename(&mut self, id: NodeId, element: ElementId, index: Option<usize>) {
        if let Some(node) = self.nodes.get_mut(id.0 as usize) {
            node.element = element;
            node.index = index.map_or(NO_INDEX, kept_index);
        }
    }

    /// Keeps a decoding error.
    pub(crate) fn issue(&mut self, issue: DecodeError) {
        if self.issues.len() < MAX_ISSUES {
            self.issues.push(issue);
        }
    }

    /// Starts the buffer of a plaintext: the nodes that follow, until [`Tree::end_plaintext`], are
    /// its tree. `None` where there are too many plaintexts.
    #[cfg(any(test, feature = "crypto"))]
    pub(crate) fn begin_plaintext(&mut self) -> Option<BufferId> {
        let number = self.plaintexts.len() + 1;
        let buffer = BufferId(u8::try_from(number).ok().filter(|_| number <= MAX_PLAINTEXTS)?);
        self.buffer = buffer;
        self.cursor = 0;
        Some(buffer)
    }

    /// Ends the buffer of a plaintext whose root is `root`.
    #[cfg(any(test, feature = "crypto"))]
    pub(crate) fn end_plaintext(&mut self, ciphertext: NodeId, root: NodeId, octets: Vec<u8>) {
        self.plaintexts.push(Plaintext { ciphertext, root, octets });
        self.lists.opened(ciphertext, root);
        self.buffer = BufferId::WIRE;
        self.cursor = 0;
    }

    #[inline]
    fn push(&mut self, element: ElementId, kind: Kind, end: u32, head: u8, next: u32) -> NodeId {
        // What is seldom done is kept out of the readers, so that what they do holds in registers.
        let count = self.nodes.len();
        if count == self.nodes.capacity() || count >= MAX_NODES {
            return self.push_at_bound(element, kind, end, head, next);
        }
        self.push_within(element, kind, end, head, next)
    }

    /// Adds a node for which there is no room yet, or no more.
    #[cold]
    #[inline(never)]
    fn push_at_bound(
        &mut self,
        element: ElementId,
        kind: Kind,
        end: u32,
        head: u8,
        next: u32,
    ) -> NodeId {
        if self.nodes.len() >= MAX_NODES {
            self.index = NO_INDEX;
            self.full = true;
            return NodeId::DROPPED;
        }
        self.nodes.reserve(1);
        self.push_within(element, kind, end, head, next)
    }

    #[inline]
    fn push_within(
        &mut self,
        element: ElementId,
        kind: Kind,
        end: u32,
        head: u8,
        next: u32,
    ) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        let index = std::mem::replace(&mut self.index, NO_INDEX);
        self.has_ciphertext |= kind == Kind::Ciphertext;
        self.nodes.push(Node {
            start: self.cursor,
            end,
            next,
            element,
            index,
            kind,
            head,
            buffer: self.buffer,
        });
        id
    }

    /// All nodes, a container before its children; plaintexts after the wire.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The root of the wire.
    #[must_use]
    pub fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// A node.
    #[must_use]
    pub fn get(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0 as usize)
    }

    /// True where there is a ciphertext, opened or not.
    #[must_use]
    pub fn has_ciphertext(&self) -> bool {
        self.has_ciphertext
    }

    /// Notes a length or count that was read.
    #[inline]
    pub(crate) fn note_length(&mut self, length: Length) {
        self.has_overlong_length |= length.octets > 1 && length.is_overlong();
    }

    /// True where a length or count in BER form has more octets than it needs.
    #[must_use]
    pub fn has_overlong_length(&self) -> bool {
        self.has_overlong_length
    }

    /// The decoding errors, in the order of reading.
    #[must_use]
    pub fn issues(&self) -> &[DecodeError] {
        &self.issues
    }

    /// The opened ciphertexts; number `n` is buffer `n + 1`.
    #[must_use]
    pub fn plaintexts(&self) -> &[Plaintext] {
        &self.plaintexts
    }

    /// The opened content of a ciphertext leaf.
    #[must_use]
    pub fn plaintext_of(&self, ciphertext: NodeId) -> Option<&Plaintext> {
        self.plaintexts.iter().find(|plaintext| plaintext.ciphertext == ciphertext)
    }

    /// The children of a container, in order. A plaintext is no child of its ciphertext's container;
    /// see [`Tree::plaintext_of`].
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + use<'_> {
        self.child_nodes(id).map(|(id, _)| id)
    }

    /// The children of a container, in order, each with its node.
    #[inline]
    pub fn child_nodes(&self, id: NodeId) -> impl Iterator<Item = (NodeId, &Node)> + use<'_> {
        let (mut at, end) = match self.get(id) {
            Some(node) if node.kind.is_container() => (id.0 + 1, node.next),
            _ => (0, 0),
        };
        std::iter::from_fn(move || {
            let here = (at < end).then_some(NodeId(at))?;
            let node = self.get(here)?;
            // A node's `next` lies behind it; `max` only guards against an endless walk.
            at = node.next.max(at + 1);
            Some((here, node))
        })
    }

    /// The first child called `element`.
    #[must_use]
    pub fn child(&self, id: NodeId, element: ElementId) -> Option<NodeId> {
        self.child_nodes(id).find(|(_, node)| node.element == element).map(|(id, _)| id)
    }

    /// Children of a DLMS, ZCL or DER container without its head.
    pub fn members(&self, id: NodeId) -> impl Iterator<Item = NodeId> + use<'_> {
        self.child_nodes(id).filter(|(_, node)| node.kind != Kind::Header).map(|(id, _)| id)
    }

    /// Everything below a node, without the node itself.
    pub fn descendants(&self, id: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        let end = self.get(id).map_or(0, |node| node.next);
        (id.0 + 1..end.max(id.0 + 1)).map(NodeId)
    }

    /// The way from the root of a node's buffer to the node, both included.
    #[must_use]
    pub fn ancestry(&self, id: NodeId) -> Vec<NodeId> {
        let mut way = Vec::new();
        let root = self
            .plaintexts
            .iter()
            .map(|plaintext| plaintext.root)
            .rfind(|root| *root <= id)
            .unwrap_or(NodeId(0));
        let mut at = root;
        while let Some(node) = self.get(at) {
            if at > id {
                break;
            }
            if id.0 < node.next.max(at.0 + 1) {
                way.push(at);
                at = NodeId(at.0 + 1);
            } else {
                at = NodeId(node.next.max(at.0 + 1));
            }
        }
        way
    }

    /// The names on the way from the root to a node, the root left out, joined by slashes.
    #[must_use]
    pub fn path(&self, id: NodeId) -> String {
        let mut path = String::new();
        for node in self.ancestry(id).iter().skip(1).filter_map(|at| self.get(*at)) {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(&node.name());
        }
        path
    }

    /// The path of the element that was being read where reading went wrong.
    ///
    /// It may never have become a node. Then it was being read in the innermost container of its
    /// layer that reaches the place; the layers of a payload end where they stop, the envelope goes
    /// on behind them.
    #[must_use]
    pub fn path_of_issue(&self, issue: &DecodeError) -> String {
        let at = issue.span.start;
        let last = |is: &dyn Fn(&Node) -> bool| {
            let found = self.nodes().iter().rposition(|node| {
                let span = node.span();
                span.buffer == issue.span.buffer && span.start <= at && at <= span.end && is(node)
            })?;
            Some(self.path(NodeId(found as u32)))
        };
        if let Some(path) = last(&|node| node.element == issue.element) {
            return path;
        }
        let table = issue.element.table();
        let reaches = |node: &Node| node.kind.is_container() && at < node.span().end;
        let layer = |node: &Node| node.kind.is_container() && node.element.table() == table;
        let holder = if table == Some(Table::Envelope) {
            last(&reaches).or_else(|| last(&layer))
        } else {
            last(&layer).or_else(|| last(&reaches))
        };
        let name = issue.element.name();
        match holder {
            Some(path) if !path.is_empty() => format!("{path}/{name}"),
            _ => name.to_owned(),
        }
    }

    /// The octets of a buffer; `wire` are the message's.
    #[must_use]
    pub fn buffer<'a>(&'a self, buffer: BufferId, wire: &'a [u8]) -> &'a [u8] {
        match buffer.0.checked_sub(1) {
            None => wire,
            Some(n) => self.plaintexts.get(usize::from(n)).map_or(&[], |p| p.octets.as_slice()),
        }
    }

    /// A node's octets, tag and length included.
    #[must_use]
    pub fn octets<'a>(&'a self, id: NodeId, wire: &'a [u8]) -> &'a [u8] {
        self.get(id).map_or(&[], |node| node.span().of(self.buffer(node.buffer, wire)))
    }

    /// A leaf's octets without tag and length.
    #[must_use]
    pub fn content<'a>(&'a self, id: NodeId, wire: &'a [u8]) -> &'a [u8] {
        self.get(id).map_or(&[], |node| node.content_span().of(self.buffer(node.buffer, wire)))
    }

    /// A leaf's value; a container has [`Value::Null`].
    #[must_use]
    pub fn value<'a>(&'a self, id: NodeId, wire: &'a [u8]) -> Value<'a> {
        let Some(node) = self.get(id) else { return Value::Null };
        if node.kind.is_container() {
            return Value::Null;
        }
        let bits = (node.kind == Kind::DlmsBitString)
            .then(|| bit_count(self.octets(id, wire), node.head()))
            .flatten();
        node.kind.value(self.content(id, wire), bits)
    }

    /// A leaf's value where it is an unsigned number.
    #[must_use]
    #[inline]
    pub fn unsigned(&self, id: NodeId, wire: &[u8]) -> Option<u64> {
        let node = self.get(id)?;
        let content = || node.content_span().of(self.buffer(node.buffer, wire));
        match node.kind {
            kind if kind.is_unsigned() => return kind::unsigned(content().iter()),
            kind if kind.is_zcl_unsigned() => return kind::unsigned(content().iter().rev()),
            Kind::Length => return kind::length_value(content()),
            _ => {}
        }
        match self.value(id, wire) {
            Value::Unsigned(number) => Some(number),
            Value::Signed(number) => u64::try_from(number).ok(),
            _ => None,
        }
    }
}

/// The number of bits in a DLMS bit-string's head (tag, then the count in BER form; only the count
/// in a compact array).
fn bit_count(octets: &[u8], head: usize) -> Option<usize> {
    let head = octets.get(..head)?;
    let count = match head {
        [0x04, count @ ..] if !count.is_empty() => count,
        count => count,
    };
    match Kind::Length.value(count, None) {
        Value::Unsigned(bits) => usize::try_from(bits).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::elements as e;

    fn sample() -> Tree {
        let mut tree = Tree::default();
        let root = tree.open(e::MESSAGE, Kind::Group);
        tree.leaf(e::GENERAL_SIGNING, Kind::Tag, 1, 0);
        let inner = tree.open(e::TRANSACTION_ID, Kind::Group);
        tree.number_next(3);
        tree.leaf(e::CRA_FLAG, Kind::Unsigned, 2, 0);
        tree.leaf(e::ORIGINATOR_COUNTER, Kind::Unsigned, 4, 1);
        tree.close(inner);
        tree.leaf(e::CONTENT, Kind::Octets, 6, 0);
        tree.close(root);
        tree
    }

    #[test]
    fn children_skip_subtrees() {
        let tree = sample();
        let children: Vec<_> = tree.children(tree.root()).map(|id| id.0).collect();
        assert_eq!(children, [1, 2, 5]);
        assert_eq!(tree.children(NodeId(2)).map(|id| id.0).collect::<Vec<_>>(), [3, 4]);
        assert_eq!(tree.children(NodeId(3)).count(), 0);
    }

    #[test]
    fn a_path_names_the_way() {
        let tree = sample();
        assert_eq!(tree.path(NodeId(3)), "transaction-id/cra-flag[3]");
        assert_eq!(tree.path(NodeId(5)), "content");
        assert_eq!(tree.ancestry(NodeId(4)), [NodeId(0), NodeId(2), NodeId(4)]);
    }

    #[test]
    fn values_leave_out_the_head() {
        let tree = sample();
        assert_eq!(tree.unsigned(NodeId(4), &[1, 2, 3, 4, 5, 6]), Some(4));
    }

    #[test]
    fn the_first_issues_are_kept() {
        let mut tree = Tree::default();
        for at in 0..=MAX_ISSUES as u32 {
            tree.issue(DecodeError {
                kind: crate::error::ErrorKind::TooShort,
                span: Span::wire(at, at),
                element: e::MESSAGE,
                needed: None,
                found: None,
                limit_set_by: None,
            });
        }
        assert_eq!(tree.issues().len(), MAX_ISSUES);
        assert_eq!(tree.issues()[MAX_ISSUES - 1].span.start, MAX_ISSUES as u32 - 1);
    }

    #[test]
    fn plaintexts_have_numbers_up_to_the_last_of_a_buffer() {
        let mut tree = Tree::default();
        let root = tree.open(e::MESSAGE, Kind::Group).id();
        for number in 1..=MAX_PLAINTEXTS {
            assert_eq!(tree.begin_plaintext(), Some(BufferId(number as u8)));
            tree.end_plaintext(root, root, Vec::new());
        }
        assert_eq!(tree.begin_plaintext(), None);
    }

    #[test]
    #[cfg_attr(miri, ignore = "takes minutes")]
    fn a_tree_is_full_with_one_node_too_many() {
        let mut tree = Tree::default();
        for _ in 0..MAX_NODES {
            tree.leaf(e::CONTENT, Kind::Octets, 0, 0);
        }
        assert!(!tree.is_full());
        tree.leaf(e::CONTENT, Kind::Octets, 0, 0);
        assert!(tree.is_full());
        assert_eq!(tree.nodes().len(), MAX_NODES);
    }

    #[test]
    fn closing_after_an_error_closes_what_is_inside() {
        let mut tree = Tree::default();
        let root = tree.open(e::MESSAGE, Kind::Group);
        let _left_open = tree.open(e::TRANSACTION_ID, Kind::Group);
        tree.leaf(e::CRA_FLAG, Kind::Unsigned, 1, 0);
        tree.close_all(root);
        assert!(tree.nodes().iter().all(|node| node.end == 1 && node.next != 0));
    }
}

//! DLMS: access requests, access responses and data-notifications.

mod apdu;
mod binding;
mod ciphered;
mod data;
pub mod elements;
pub(crate) mod generated;
pub(crate) mod meanings;
#[cfg(any(test, feature = "crypto"))]
pub(crate) mod plaintext;
mod rebind;
pub mod shape;

use crate::input::Input;
use crate::message::{Envelope, Field, Message};
use crate::tree::{Node, NodeId, Tree};

pub(crate) use generated::ELEMENTS as COSEM_ELEMENTS;
pub use rebind::bind_response;

/// Which application data unit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ApduKind {
    /// Tag 0xD9.
    AccessRequest,
    /// Tag 0xDA.
    AccessResponse,
    /// Tag 0x0F: an alert.
    DataNotification,
}

/// A DLMS application data unit. Lists are nodes of the tree; `None` where reading stopped before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Apdu {
    /// Which one; `None` where the tag is none of the three.
    pub kind: Option<ApduKind>,
    /// Long invoke id and priority, 32 bits.
    pub invoke_id: Option<Field<u32>>,
    /// The list of access request specifications.
    pub specifications: Option<NodeId>,
    /// The list of data (of a request: the parameters, of a response: the answers).
    pub data: Option<NodeId>,
    /// The list of access response results.
    pub results: Option<NodeId>,
    /// The body of a data-notification.
    pub body: Option<NodeId>,
}

/// What an access request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccessKind {
    /// Choice 1.
    Get,
    /// Choice 2.
    Set,
    /// Choice 3.
    Action,
    /// Choice 4.
    GetWithSelection,
}

impl AccessKind {
    /// The choice octet of the answer: 1 get, with a selection or not; 2 set; 3 action
    /// (IEC 62056-5-3).
    #[must_use]
    pub fn answer_choice(self) -> u8 {
        match self {
            Self::Get | Self::GetWithSelection => 1,
            Self::Set => 2,
            Self::Action => 3,
        }
    }
}

/// One entry of an access request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessRequest {
    /// Number of the entry, from 0.
    pub number: usize,
    /// Node of the specification.
    pub node: NodeId,
    /// Get, set, action, or get with selection.
    pub kind: AccessKind,
    /// COSEM class.
    pub class_id: u16,
    /// OBIS code.
    pub obis: [u8; 6],
    /// Attribute or method.
    pub index: u8,
    /// Selector and node of the selection's parameters.
    pub selection: Option<(u8, NodeId)>,
    /// The entry's data in the second list.
    pub data: Option<NodeId>,
}

/// One entry of an access response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessResult {
    /// Number of the entry, from 0.
    pub number: usize,
    /// Node of the result.
    pub node: NodeId,
    /// Choice octet: 1 get, 2 set, 3 action.
    pub choice: u8,
    /// Result: 0 is success.
    pub code: u8,
    /// The entry's data in the list of data.
    pub data: Option<NodeId>,
}

impl AccessKind {
    /// The kind of a choice octet.
    #[must_use]
    pub const fn from_octet(octet: u8) -> Option<Self> {
        Some(match octet {
            1 => Self::Get,
            2 => Self::Set,
            3 => Self::Action,
            4 => Self::GetWithSelection,
            _ => return None,
        })
    }
}

impl Apdu {
    /// The entries of an access request, in order; none for other units. An entry that could not be
    /// read to its end, and those after it, are left out.
    #[must_use]
    pub fn requests<'m>(&self, message: &'m Message<'_>) -> &'m [AccessRequest] {
        message.tree.lists().requests.get_or_init(|| self.read_requests(message))
    }

    fn read_requests(&self, message: &Message<'_>) -> Box<[AccessRequest]> {
        let (tree, octets): (&Tree, &[u8]) = (&message.tree, message.octets());
        let Some(list) = self.specifications.filter(|_| self.kind == Some(ApduKind::AccessRequest))
        else {
            return Box::default();
        };
        let mut data = self.data.map(|list| tree.members(list));
        let mut requests = Vec::with_capacity(tree.members(list).count());
        requests.extend(tree.member_nodes(list).enumerate().map_while(|(number, entry)| {
            request(tree, octets, number, entry, data.as_mut().and_then(Iterator::next))
        }));
        requests.into()
    }

    /// The entries of an access response, in order; none for other units.
    #[must_use]
    pub fn results<'m>(&self, message: &'m Message<'_>) -> &'m [AccessResult] {
        message.tree.lists().results.get_or_init(|| self.read_results(message))
    }

    fn read_results(&self, message: &Message<'_>) -> Box<[AccessResult]> {
        let (tree, octets): (&Tree, &[u8]) = (&message.tree, message.octets());
        let Some(list) = self.results else { return Box::default() };
        let mut data = self.data.map(|list| tree.members(list));
        let mut results = Vec::with_capacity(tree.members(list).count());
        results.extend(tree.member_nodes(list).enumerate().map_while(|(number, entry)| {
            result(tree, octets, number, entry, data.as_mut().and_then(Iterator::next))
        }));
        results.into()
    }
}

/// The octets of an entry that opens with leaves of these lengths; `None` where one of them is
/// missing, because reading stopped or the tree was full. All are read in one go: to look each leaf
/// up is dearer than what is read of it.
#[inline]
fn opening<const LEAVES: usize, const OCTETS: usize>(
    tree: &Tree,
    octets: &[u8],
    (id, node): (NodeId, &Node),
    lengths: [usize; LEAVES],
) -> Option<[u8; OCTETS]> {
    let behind = id.0 + 1 + LEAVES as u32;
    if node.next_index() < behind {
        return None;
    }
    let leaves = || tree.children(id).take(LEAVES);
    debug_assert!(leaves().map(|leaf| tree.octets(leaf, octets).len()).eq(lengths));
    debug_assert!(leaves().map(|leaf| leaf.0).eq(id.0 + 1..behind));
    tree.octets(id, octets).first_chunk().copied()
}

/// The entry of an access request whose specification is `entry`.
fn request(
    tree: &Tree,
    octets: &[u8],
    number: usize,
    entry: (NodeId, &Node),
    data: Option<NodeId>,
) -> Option<AccessRequest> {
    let lengths = [1, 2, 6, 1];
    let [choice, high, low, obis @ .., index]: [u8; 10] = opening(tree, octets, entry, lengths)?;
    let (node, next) = (entry.0, entry.1.next_index());
    let (selector, parameters) = (NodeId(node.0 + 5), NodeId(node.0 + 6));
    let selection = if parameters.0 < next {
        Some((*tree.octets(selector, octets).first()?, parameters))
    } else {
        None
    };
    Some(AccessRequest {
        number,
        node,
        kind: AccessKind::from_octet(choice)?,
        class_id: u16::from_be_bytes([high, low]),
        obis,
        index,
        selection,
        data,
    })
}

/// The entry of an access response whose result is `entry`.
fn result(
    tree: &Tree,
    octets: &[u8],
    number: usize,
    entry: (NodeId, &Node),
    data: Option<NodeId>,
) -> Option<AccessResult> {
    let [choice, code] = opening(tree, octets, entry, [1, 1])?;
    Some(AccessResult { number, node: entry.0, choice, code, data })
}

/// Decodes the application data unit that fills `content`.
pub(crate) fn decode(tree: &mut Tree, content: Input<'_>, envelope: &Envelope) -> Apdu {
    apdu::decode(tree, content, envelope.message_code())
}

// Miri reads no files.
#[cfg(test)]
#[cfg(not(miri))]
mod snapshots;
#[cfg(test)]
mod tests;

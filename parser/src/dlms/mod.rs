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
use crate::tree::{NodeId, Tree};

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
        &message.tree.lists.requests
    }

    /// True where the reader kept the lists that the tree holds.
    pub(crate) fn kept_its_lists(&self, message: &Message<'_>) -> bool {
        *message.tree.lists.requests == *self.read_requests(message)
            && *message.tree.lists.results == *self.read_results(message)
    }

    /// The entries of an access request, read back from the tree.
    fn read_requests(&self, message: &Message<'_>) -> Vec<AccessRequest> {
        let (tree, octets): (&Tree, &[u8]) = (&message.tree, message.octets());
        let specifications = match self.kind {
            Some(ApduKind::AccessRequest) => self.specifications,
            _ => None,
        };
        let mut data = self.data.into_iter().flat_map(|list| tree.members(list));
        let nodes = specifications.into_iter().flat_map(|list| tree.members(list));
        nodes
            .enumerate()
            .map_while(|(number, node)| request(tree, octets, number, node, data.next()))
            .collect()
    }

    /// The entries of an access response, in order; none for other units.
    #[must_use]
    pub fn results<'m>(&self, message: &'m Message<'_>) -> &'m [AccessResult] {
        &message.tree.lists.results
    }

    /// The entries of an access response, read back from the tree.
    fn read_results(&self, message: &Message<'_>) -> Vec<AccessResult> {
        let (tree, octets): (&Tree, &[u8]) = (&message.tree, message.octets());
        let mut data = self.data.into_iter().flat_map(|list| tree.members(list));
        let nodes = self.results.into_iter().flat_map(|list| tree.members(list));
        nodes
            .enumerate()
            .map_while(|(number, node)| result(tree, octets, number, node, data.next()))
            .collect()
    }
}

/// The entry of an access request whose specification is `node`.
fn request(
    tree: &Tree,
    octets: &[u8],
    number: usize,
    node: NodeId,
    data: Option<NodeId>,
) -> Option<AccessRequest> {
    let mut parts = tree.children(node);
    let mut next = || tree.unsigned(parts.next()?, octets);
    let kind = AccessKind::from_octet(u8::try_from(next()?).ok()?)?;
    let class_id = u16::try_from(next()?).ok()?;
    let obis = tree.content(parts.next()?, octets).try_into().ok()?;
    let index = u8::try_from(tree.unsigned(parts.next()?, octets)?).ok()?;
    let selection = match (parts.next(), parts.next()) {
        (Some(selector), Some(parameters)) => {
            Some((u8::try_from(tree.unsigned(selector, octets)?).ok()?, parameters))
        }
        _ => None,
    };
    Some(AccessRequest { number, node, kind, class_id, obis, index, selection, data })
}

/// The entry of an access response whose result is `node`.
fn result(
    tree: &Tree,
    octets: &[u8],
    number: usize,
    node: NodeId,
    data: Option<NodeId>,
) -> Option<AccessResult> {
    let mut parts = tree.children(node);
    let mut next = || u8::try_from(tree.unsigned(parts.next()?, octets)?).ok();
    Some(AccessResult { number, node, choice: next()?, code: next()?, data })
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

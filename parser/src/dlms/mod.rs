//! DLMS: access requests, access responses and data-notifications.

pub mod elements;

use crate::input::Input;
use crate::kind::Kind;
use crate::message::{Envelope, Field, Message};
use crate::tree::{NodeId, Tree};

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

impl Apdu {
    /// The entries of an access request, in order; none for other units.
    pub fn requests<'m>(
        &self,
        _message: &'m Message<'_>,
    ) -> impl Iterator<Item = AccessRequest> + use<'m> {
        std::iter::empty()
    }

    /// The entries of an access response, in order; none for other units.
    pub fn results<'m>(
        &self,
        _message: &'m Message<'_>,
    ) -> impl Iterator<Item = AccessResult> + use<'m> {
        std::iter::empty()
    }
}

pub(crate) fn decode(tree: &mut Tree, content: Input<'_>, _envelope: &Envelope) -> Apdu {
    tree.leaf(elements::APDU, Kind::Octets, content.end(), 0);
    Apdu {
        kind: None,
        invoke_id: None,
        specifications: None,
        data: None,
        results: None,
        body: None,
    }
}

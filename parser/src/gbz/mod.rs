//! GBZ: ZigBee Smart Energy components in a GBCS payload.

pub mod elements;

use crate::input::Input;
use crate::kind::Kind;
use crate::message::{Envelope, Field, Message};
use crate::tree::{NodeId, Tree};

/// The head of a GBZ alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlertHead {
    /// Alert code.
    pub code: Field<u16>,
    /// Seconds since 2000-01-01 00:00:00 UTC, by the device's clock.
    pub time: Option<Field<u32>>,
}

/// A GBZ payload. `None` where reading stopped before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payload {
    /// Node of the whole payload.
    pub node: NodeId,
    /// Profile identifier, 0x0109.
    pub profile: Option<Field<u16>>,
    /// Number of components, as stated.
    pub component_count: Option<Field<u8>>,
    /// The head of an alert.
    pub alert: Option<AlertHead>,
}

/// One component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Component {
    /// Number of the component, from 0.
    pub number: usize,
    /// Its node.
    pub node: NodeId,
    /// Extended header control: 0x01 last, 0x02 encrypted, 0x10 from date-time present.
    pub control: Field<u8>,
    /// Cluster.
    pub cluster: Option<Field<u16>>,
    /// Length of what follows it.
    pub length: Option<Field<u16>>,
    /// Seconds since 2000-01-01 00:00:00 UTC, big endian.
    pub from_date_time: Option<Field<u32>>,
    /// ZCL frame control.
    pub frame_control: Option<Field<u8>>,
    /// ZCL transaction sequence number.
    pub sequence: Option<Field<u8>>,
    /// ZCL command.
    pub command: Option<Field<u8>>,
    /// Container of the ZCL payload; of an encrypted component once it was opened, the root of its
    /// plaintext.
    pub payload: Option<NodeId>,
    /// Leaf of the ciphertext (without security control, counter and tag), where it is encrypted.
    pub ciphertext: Option<NodeId>,
}

impl Payload {
    /// The components, in order.
    pub fn components<'m>(
        &self,
        _message: &'m Message<'_>,
    ) -> impl Iterator<Item = Component> + use<'m> {
        std::iter::empty()
    }
}

pub(crate) fn decode(tree: &mut Tree, content: Input<'_>, _envelope: &Envelope) -> Payload {
    let node = tree.leaf(elements::PAYLOAD, Kind::Octets, content.end(), 0);
    Payload { node, profile: None, component_count: None, alert: None }
}

//! GBZ: ZigBee Smart Energy components in a GBCS payload.
//!
//! Numbers are big endian in the payload's own head and in the extended header of a component, and
//! little endian in ZCL headers and payloads.

mod decode;
pub mod elements;
#[cfg(test)]
mod payload_tests;
#[cfg(test)]
mod tests;
pub mod zcl;

use crate::kind::Kind;
use crate::message::{Field, Message};
use crate::tree::{NodeId, Tree};

pub(crate) use decode::decode;

use elements as e;

/// Profile identifier of ZigBee Smart Energy, with which each payload opens (GBCS use cases).
pub const SMART_ENERGY_PROFILE: u16 = 0x0109;
/// Bit of [`Component::control`]: the last component.
pub const CONTROL_LAST: u8 = 0x01;
/// Bit of [`Component::control`]: the ZCL payload is encrypted.
pub const CONTROL_ENCRYPTED: u8 = 0x02;
/// Bit of [`Component::control`]: a from date-time is present.
pub const CONTROL_FROM_DATE_TIME: u8 = 0x10;
/// Bit of a ZCL frame control: a manufacturer code is present.
pub const FRAME_MANUFACTURER_SPECIFIC: u8 = 0x04;

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
    /// Profile identifier, due to be [`SMART_ENERGY_PROFILE`].
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
    /// Additional header control of an encrypted component.
    pub additional_control: Option<Field<u8>>,
    /// Additional header frame counter of an encrypted component.
    pub frame_counter: Option<Field<u8>>,
    /// ZCL frame control.
    pub frame_control: Option<Field<u8>>,
    /// ZCL manufacturer code, where the frame control announces one.
    pub manufacturer_code: Option<Field<u16>>,
    /// ZCL transaction sequence number.
    pub sequence: Option<Field<u8>>,
    /// ZCL command.
    pub command: Option<Field<u8>>,
    /// Container of the ZCL payload; of an encrypted component once it was opened, the root of its
    /// plaintext.
    pub payload: Option<NodeId>,
    /// Length of the ciphered information: from the security control to the tag.
    pub ciphered_length: Option<Field<u16>>,
    /// Security control octet of the ciphered information.
    pub security_control: Option<Field<u8>>,
    /// Invocation counter of the ciphered information.
    pub invocation_counter: Option<Field<u32>>,
    /// Leaf of the ciphertext (without security control, counter and tag), where it is encrypted.
    pub ciphertext: Option<NodeId>,
    /// Leaf of the tag that authenticates the ciphertext, 12 octets.
    pub tag: Option<NodeId>,
}

impl Component {
    /// A component of which no more than the control octet was read.
    fn new(number: usize, node: NodeId, control: Field<u8>) -> Self {
        Self {
            number,
            node,
            control,
            cluster: None,
            length: None,
            from_date_time: None,
            additional_control: None,
            frame_counter: None,
            frame_control: None,
            manufacturer_code: None,
            sequence: None,
            command: None,
            payload: None,
            ciphered_length: None,
            security_control: None,
            invocation_counter: None,
            ciphertext: None,
            tag: None,
        }
    }

    /// True where the control octet says that it is the last component.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.control.value & CONTROL_LAST != 0
    }

    /// True where the control octet says that the ZCL payload is encrypted.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.control.value & CONTROL_ENCRYPTED != 0
    }
}

/// One attribute in the payload of a general ZCL command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttributeRecord {
    /// Node of the record, or of the identifier where the record has no more.
    pub node: NodeId,
    /// Attribute identifier.
    pub id: Field<u16>,
    /// Status, in responses.
    pub status: Option<Field<u8>>,
    /// The value: a leaf whose head holds the type octet, or a collection.
    pub value: Option<NodeId>,
}

impl Component {
    /// The attributes that a general command names, in order: of requests, responses, writes and
    /// reports. None for other commands.
    pub fn attributes<'m>(
        &self,
        message: &'m Message<'_>,
    ) -> impl Iterator<Item = AttributeRecord> + use<'m> {
        let tree: &'m Tree = &message.tree;
        let octets: &'m [u8] = message.octets();
        let general = self.frame_control.is_some_and(|control| control.value & 0x03 == 0);
        let payload = self.payload.filter(|_| general);
        let has_value = matches!(
            self.command.map(|command| command.value),
            Some(0x01 | 0x02 | 0x03 | 0x05 | 0x0A)
        );
        payload
            .into_iter()
            .flat_map(|payload| tree.children(payload))
            .filter_map(move |node| attribute_record(tree, octets, node, has_value))
    }
}

/// Reads a record of an attribute back from its node.
fn attribute_record(
    tree: &Tree,
    octets: &[u8],
    node: NodeId,
    has_value: bool,
) -> Option<AttributeRecord> {
    let kind = |id| tree.get(id).map(|node| node.kind);
    if kind(node) == Some(Kind::ZclAttributeId) {
        let id = field(tree, octets, node)?;
        return Some(AttributeRecord { node, id, status: None, value: None });
    }
    let (mut id, mut status, mut value) = (None, None, None);
    for child in tree.children(node) {
        let name = tree.get(child).map_or("", |node| node.element.name());
        match kind(child) {
            Some(Kind::ZclAttributeId) if id.is_none() => id = field(tree, octets, child),
            Some(Kind::ZclEnum) if name == "status" && value.is_none() => {
                status = field(tree, octets, child);
            }
            Some(Kind::Opaque) => {}
            _ if has_value && id.is_some() => value = value.or(Some(child)),
            _ => {}
        }
    }
    Some(AttributeRecord { node, id: id?, status, value })
}

impl Payload {
    /// The components, in order.
    #[must_use]
    pub fn components<'m>(&self, message: &'m Message<'_>) -> &'m [Component] {
        &message.tree.lists.components
    }

    /// True where the reader kept the components that the tree holds.
    pub(crate) fn kept_its_lists(&self, message: &Message<'_>) -> bool {
        *message.tree.lists.components == *self.read_components(message)
    }

    /// The components, read back from the tree.
    fn read_components(&self, message: &Message<'_>) -> Vec<Component> {
        let tree = &message.tree;
        let nodes = tree.child_nodes(self.node).filter(|(_, node)| node.kind == Kind::Component);
        nodes
            .enumerate()
            .filter_map(|(number, (id, _))| component(tree, message.octets(), number, id))
            .collect()
    }
}

/// Decodes the plaintext of an encrypted component, a ZCL payload, and gives its root. `tree` must
/// be inside the plaintext's buffer; cluster, frame control and command are those of the component.
#[cfg(any(test, feature = "crypto"))]
pub(crate) fn decode_plaintext(
    tree: &mut Tree,
    plaintext: crate::input::Input<'_>,
    cluster: u16,
    frame_control: u8,
    command: u8,
) -> NodeId {
    zcl::decode(tree, plaintext, cluster, frame_control, command)
}

/// Reads a component back from its node.
fn component(tree: &Tree, octets: &[u8], number: usize, node: NodeId) -> Option<Component> {
    let mut children = tree.child_nodes(node);
    let (first, _) = children.next()?;
    let control = fixed(tree, octets, first, u8::from_be_bytes)?;
    let mut found = Component::new(number, node, control);
    let byte = |id| fixed(tree, octets, id, u8::from_be_bytes);
    let long = |id| fixed(tree, octets, id, u32::from_be_bytes);
    for (id, child) in children {
        if child.kind == Kind::Group {
            found.payload = Some(id);
            continue;
        }
        match child.element {
            e::CLUSTER => found.cluster = fixed(tree, octets, id, u16::from_be_bytes),
            e::LENGTH => found.length = fixed(tree, octets, id, u16::from_be_bytes),
            e::FROM_DATE_TIME => found.from_date_time = long(id),
            e::ADDITIONAL_CONTROL => found.additional_control = byte(id),
            e::FRAME_COUNTER => found.frame_counter = byte(id),
            e::FRAME_CONTROL => found.frame_control = byte(id),
            e::MANUFACTURER_CODE => {
                found.manufacturer_code = fixed(tree, octets, id, u16::from_le_bytes);
            }
            e::SEQUENCE => found.sequence = byte(id),
            e::CIPHERED_LENGTH => {
                found.ciphered_length = fixed(tree, octets, id, u16::from_be_bytes);
            }
            e::SECURITY_CONTROL => found.security_control = byte(id),
            e::INVOCATION_COUNTER => found.invocation_counter = long(id),
            e::CIPHERTEXT => {
                found.ciphertext = Some(id);
                found.payload = tree.plaintext_of(id).map(|plaintext| plaintext.root);
            }
            e::AUTHENTICATION_TAG => found.tag = Some(id),
            e::COMMAND => found.command = byte(id),
            element if zcl::is_command_id(element) => found.command = byte(id),
            _ => {}
        }
    }
    Some(found)
}

/// A number of fixed length as a field.
fn fixed<T, const OCTETS: usize>(
    tree: &Tree,
    octets: &[u8],
    node: NodeId,
    number: impl Fn([u8; OCTETS]) -> T,
) -> Option<Field<T>> {
    let value = number(tree.octets(node, octets).try_into().ok()?);
    Some(Field { value, node })
}

/// A numeric leaf as a field.
fn field<T: TryFrom<u64>>(tree: &Tree, octets: &[u8], node: NodeId) -> Option<Field<T>> {
    let value = T::try_from(tree.unsigned(node, octets)?).ok()?;
    Some(Field { value, node })
}

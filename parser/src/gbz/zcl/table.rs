//! The form of the tables: clusters, their attributes, their commands and the steps of a payload.

use crate::element::{ElementId, Table};
use crate::kind::Kind;

use super::generated::clusters::CLUSTERS;

/// Number that stands for what every cluster has.
const GENERAL: u16 = 0xFFFF;

/// A cluster.
pub(super) struct Cluster {
    pub(super) id: u16,
    /// Elements of the command identifier, to the server and to the client.
    pub(super) command_ids: [ElementId; 2],
    /// Server and client.
    pub(super) sides: [Side; 2],
    /// Sorted by direction and number.
    pub(super) commands: &'static [Command],
}

/// The attributes of a cluster's server or client.
pub(super) struct Side {
    /// Element of an attribute identifier.
    pub(super) ids: ElementId,
    /// Sorted by number.
    pub(super) attributes: &'static [Attribute],
}

/// An attribute.
#[derive(Debug)]
pub struct Attribute {
    /// Attribute identifier.
    pub id: u16,
    /// Type octet that its values should have.
    pub data_type: u8,
    /// Name, unit and meaning.
    pub element: ElementId,
}

/// A command: the row by which its payload is read.
pub(super) struct Command {
    pub(super) to_client: bool,
    pub(super) id: u8,
    pub(super) element: ElementId,
    pub(super) steps: &'static [Step],
}

/// One step of reading a payload.
pub(super) enum Step {
    /// A value of fixed width, kept in a register where a later step asks for it.
    Value { element: ElementId, kind: Kind, octets: u8, keep: Option<u8> },
    /// A string behind a length of one octet.
    Text { element: ElementId, kind: Kind },
    /// Values of fixed width, numbered from 0.
    Each { element: ElementId, kind: Kind, octets: u8, count: Count },
    /// Groups, numbered from 0.
    Repeat { element: ElementId, count: Count, steps: &'static [Step] },
    /// Steps for some values of a register, or for all others.
    When { register: u8, values: &'static [u64], negate: bool, steps: &'static [Step] },
    /// From here on the payload may end.
    Optional,
    /// A type octet and a value, called like the attribute before it.
    Typed,
    /// A type octet alone.
    DataType { element: ElementId },
    /// A value of the type before it, where that is analogue.
    TypedLike,
    /// Octets to the end, if any are left.
    Rest { element: ElementId },
}

/// How often something repeats.
#[derive(Clone, Copy)]
pub(super) enum Count {
    /// To the end of the payload.
    All,
    /// As a register says.
    Kept(u8),
    /// As the low four bits of a register say.
    LowBits(u8),
}

/// An element of the generated table.
pub(super) const fn element(number: u32) -> ElementId {
    ElementId::new(Table::Zcl, number)
}

/// A row of the generated table of attributes.
pub(super) const fn attribute(id: u16, data_type: u8, number: u32) -> Attribute {
    Attribute { id, data_type, element: element(number) }
}

impl Cluster {
    pub(super) fn side(&self, client: bool) -> &Side {
        let [server, of_client] = &self.sides;
        if client { of_client } else { server }
    }

    pub(super) fn command(&self, to_client: bool, id: u8) -> Option<&'static Command> {
        self.commands.iter().find(|row| row.id == id && row.to_client == to_client)
    }
}

impl Side {
    pub(super) fn attribute(&self, id: u16) -> Option<&'static Attribute> {
        let at = self.attributes.binary_search_by_key(&id, |attribute| attribute.id).ok()?;
        self.attributes.get(at)
    }
}

/// A cluster by its id.
pub(super) fn cluster(id: u16) -> Option<&'static Cluster> {
    CLUSTERS.iter().find(|cluster| cluster.id == id && id != GENERAL)
}

/// What every cluster has.
pub(super) fn general() -> Option<&'static Cluster> {
    CLUSTERS.iter().find(|cluster| cluster.id == GENERAL)
}

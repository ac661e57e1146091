//! ZCL payloads: commands, attributes and values of the clusters that GBZ messages use.
//!
//! The tables are made from `parser/catalogue/zcl-*.txt`; `payload` reads a payload by its row.

pub(super) mod elements;
mod events;
mod generated;
mod payload;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod types;

use crate::element::{ElementId, Table};
use crate::input::Input;
use crate::kind::Kind;
use crate::tree::{NodeId, Tree};

pub use events::{PublishedEvent, published_events};
pub(crate) use generated::elements::ELEMENTS;
pub use table::Attribute;

use table::{Command, cluster, general};

/// Bits of a frame control that tell the frame type: 0 general, 1 cluster specific.
const FRAME_TYPE: u8 = 0x03;
/// Bit of a frame control: the sender is the server of the cluster.
const TO_CLIENT: u8 = 0x08;

/// The attribute of a cluster's server or client, by its identifier.
#[must_use]
pub fn attribute(cluster_id: u16, of_client: bool, id: u16) -> Option<&'static Attribute> {
    let found = cluster(cluster_id).and_then(|cluster| cluster.side(of_client).attribute(id));
    found.or_else(|| general()?.side(false).attribute(id))
}

/// The name of a cluster's command.
#[must_use]
pub fn command_name(cluster_id: u16, frame_control: u8, command: u8) -> Option<&'static str> {
    find_command(cluster_id, frame_control, command).map(|row| row.element.name())
}

/// The row of a command; `None` for those of manufacturers and those that are not known.
fn find_command(cluster_id: u16, frame_control: u8, command: u8) -> Option<&'static Command> {
    let to_client = frame_control & TO_CLIENT != 0;
    match frame_control & FRAME_TYPE {
        0 => general()?.command(false, command),
        1 if frame_control & super::FRAME_MANUFACTURER_SPECIFIC == 0 => {
            cluster(cluster_id)?.command(to_client, command)
        }
        _ => None,
    }
}

/// The element of a command identifier: its values are the commands of cluster and direction.
pub(super) fn command_id_element(cluster_id: u16, frame_control: u8) -> Option<ElementId> {
    let found = match frame_control & FRAME_TYPE {
        0 => general(),
        1 if frame_control & super::FRAME_MANUFACTURER_SPECIFIC == 0 => cluster(cluster_id),
        _ => None,
    };
    let [to_server, to_client] = found?.command_ids;
    Some(if frame_control & TO_CLIENT != 0 { to_client } else { to_server })
}

/// True for the elements that [`command_id_element`] gives.
pub(super) fn is_command_id(element: ElementId) -> bool {
    element.index() < generated::elements::COMMAND_IDS
        && element == ElementId::new(Table::Zcl, element.index() as u32)
}

/// Decodes a ZCL payload, all of `input`, into a group that is called like its command.
pub(super) fn decode(
    tree: &mut Tree,
    input: Input<'_>,
    cluster_id: u16,
    frame_control: u8,
    command: u8,
) -> NodeId {
    let row = find_command(cluster_id, frame_control, command);
    let element = row.map_or(super::elements::ZCL_PAYLOAD, |row| row.element);
    let mark = tree.open(element, Kind::Group);
    match row {
        Some(row) => {
            let of_client = is_about_client(frame_control, command);
            let side = cluster(cluster_id).map(|cluster| cluster.side(of_client));
            // Attributes of manufacturers have numbers of their own.
            let side = side.filter(|_| frame_control & super::FRAME_MANUFACTURER_SPECIFIC == 0);
            payload::read(tree, input, row, side);
        }
        None if !input.is_empty() => {
            tree.leaf(super::elements::ZCL_OCTETS, Kind::Octets, input.end(), 0);
        }
        None => {}
    }
    tree.close_all(mark);
    mark.id()
}

/// True where the attributes of a general command are those of the cluster's client: a request
/// to the client, or an answer or report of the client.
fn is_about_client(frame_control: u8, command: u8) -> bool {
    let from_owner = matches!(command, 0x01 | 0x04 | 0x07 | 0x09 | 0x0A | 0x0D | 0x10 | 0x16);
    let to_client = frame_control & TO_CLIENT != 0;
    to_client != from_owner
}

//! What the commands to a hub's device log, its answers and its 0x8F12 alerts say.
//!
//! COSEM class 104 (ZigBee network control), 0-0:30.3.0.255: method 1 adds a device, method 2 removes
//! one, attribute 3 is the join timeout in seconds, attribute 2 opens the network.

use gbcs_parser::dlms::{AccessKind, ApduKind};
use gbcs_parser::record::RequestId;
use gbcs_parser::{CraFlag, EntityId, Kind, Message, NodeId, Payload};

/// The class of the device log.
const ZIGBEE_NETWORK_CONTROL: u16 = 104;
/// The object of the device log.
const DEVICE_LOG: [u8; 6] = [0, 0, 30, 3, 0, 255];
/// Message code of CCS01, Add Device to CHF device log.
const CCS01: u16 = 0x0001;
/// Message code of CCS02, Remove device from CHF device log.
const CCS02: u16 = 0x0002;
/// Message code of CCS07, Read CHF device log.
const CCS07: u16 = 0x00FE;
/// Message code of CS14, Device Log Backup Alert.
const CS14: u16 = 0x0018;
/// Alert code of a change of the hub's device log.
const DEVICE_LOG_CHANGED: u16 = 0x8F12;

/// A command that adds a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// The device.
    pub device: EntityId,
    /// Seconds for which joining is allowed.
    pub join_timeout_s: Option<u64>,
    /// The node of the parameter: the structure of the entry.
    pub entry: NodeId,
    /// Nodes of device id, key type, key, device type, in this order.
    pub fields: Vec<NodeId>,
}

/// The addition in a CCS01 command.
#[must_use]
pub fn addition(message: &Message<'_>) -> Option<Addition> {
    if !is(message, CCS01, CraFlag::Command) {
        return None;
    }
    let Payload::Dlms(apdu) = message.payload else { return None };
    let mut found = None;
    let mut timeout = None;
    for request in apdu.requests(message) {
        if request.class_id != ZIGBEE_NETWORK_CONTROL || request.obis != DEVICE_LOG {
            continue;
        }
        let data = request.data?;
        match (request.kind, request.index) {
            (AccessKind::Action, 1) => {
                let fields: Vec<_> = message.tree.members(data).collect();
                found = Some((entity(message, *fields.first()?)?, data, fields));
            }
            (AccessKind::Set, 3) => timeout = message.tree.unsigned(data, message.octets()),
            _ => {}
        }
    }
    let (device, entry, fields) = found?;
    Some(Addition { device, join_timeout_s: timeout, entry, fields })
}

/// The device that a CCS01 command adds.
#[must_use]
pub fn device_to_add(message: &Message<'_>) -> Option<EntityId> {
    addition(message).map(|addition| addition.device)
}

/// The device that a CCS02 command removes.
#[must_use]
pub fn device_to_remove(message: &Message<'_>) -> Option<EntityId> {
    if !is(message, CCS02, CraFlag::Command) {
        return None;
    }
    let Payload::Dlms(apdu) = message.payload else { return None };
    let request = apdu.requests(message).iter().find(|request| {
        request.class_id == ZIGBEE_NETWORK_CONTROL
            && request.kind == AccessKind::Action
            && request.index == 2
    })?;
    entity(message, request.data?)
}

/// An entry of a device log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The device.
    pub device: EntityId,
    /// Octets of the hashed trust centre link key: 0 or 16.
    pub hash_len: usize,
    /// Node of the hash.
    pub hash: NodeId,
}

/// A device log, as an alert or an answer gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceLog {
    /// Node of the list.
    pub list: NodeId,
    /// Its entries.
    pub entries: Vec<Listed>,
    /// The hub's own time, seconds since 2000-01-01 00:00:00 UTC; `None` where it is not given in
    /// full.
    pub time: Option<u32>,
}

/// The device log in a 0x8F12 alert.
#[must_use]
pub fn device_log_alert(message: &Message<'_>) -> Option<DeviceLog> {
    if !is(message, CS14, CraFlag::Alert)
        || crate::outcome::alert_code(message) != Some(DEVICE_LOG_CHANGED)
    {
        return None;
    }
    let Payload::Dlms(apdu) = message.payload else { return None };
    if apdu.kind != Some(ApduKind::DataNotification) {
        return None;
    }
    backup(message, message.tree.members(apdu.body?).nth(1)?).or_else(|| {
        // The time stamp may stand between the alert code and the backup.
        backup(message, message.tree.members(apdu.body?).nth(2)?)
    })
}

/// The device log and the historic device log in an answer to CCS07.
#[must_use]
pub fn device_logs_read(message: &Message<'_>) -> Option<(DeviceLog, Option<DeviceLog>)> {
    if !is(message, CCS07, CraFlag::Response) {
        return None;
    }
    let Payload::Dlms(apdu) = message.payload else { return None };
    let mut results = apdu.results(message).iter().map(|result| {
        (result.code == 0).then_some(result.data).flatten().and_then(|data| backup(message, data))
    });
    let current = results.next()??;
    Some((current, results.next().flatten()))
}

/// A structure of time, network id and list of devices.
fn backup(message: &Message<'_>, node: NodeId) -> Option<DeviceLog> {
    let parts: Vec<_> = message.tree.members(node).collect();
    let [time, _network, list] = parts.as_slice() else { return None };
    if message.tree.get(*list)?.kind != Kind::DlmsArray {
        return None;
    }
    let time = crate::time::seconds_2000(message.tree.content(*time, message.octets()));
    let entries = message.tree.members(*list).map(|entry| {
        let mut parts = message.tree.members(entry);
        let device = entity(message, parts.next()?)?;
        let hash = parts.next()?;
        Some(Listed { device, hash_len: message.tree.content(hash, message.octets()).len(), hash })
    });
    Some(DeviceLog { list: *list, entries: entries.collect::<Option<_>>()?, time })
}

fn is(message: &Message<'_>, code: u16, cra: CraFlag) -> bool {
    message.envelope.message_code() == Some(code) && message.envelope.cra() == Some(cra)
}

fn entity(message: &Message<'_>, node: NodeId) -> Option<EntityId> {
    message.tree.content(node, message.octets()).try_into().ok().map(EntityId)
}

/// The request of the user for whom the broker sends a command: DCC Alerts N24 and N25 name it.
#[must_use]
pub fn request_of(message: &Message<'_>) -> Option<RequestId> {
    let envelope = &message.envelope;
    let (originator, counter) = match envelope.supplementary_party() {
        Some(party) => (party, envelope.supplementary_counter()?),
        None => (envelope.originator()?, envelope.counter()?),
    };
    Some(RequestId { originator, target: envelope.recipient()?, counter })
}

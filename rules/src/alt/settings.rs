//! The settings of an electricity meter's alerts and events: bit strings in which bit n, counted from
//! the least significant, stands for the code with n in its low octet.
//!
//! A command carries a mask and actions of 256 bits each; a read gives 256 bits.

use gbcs_parser::catalogue::AlertRange;
use gbcs_parser::catalogue::DlmsRequest;
use gbcs_parser::dlms::AccessKind;
use gbcs_parser::{CraFlag, Message, NodeId, Payload, Value};

use crate::answers;
use crate::topic::Topic;

/// Bits of a range.
pub(super) const BITS: usize = 256;

/// What a setting steers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Steers {
    /// Whether an alert goes to the WAN.
    Wan,
    /// Something else: sharing on the HAN, the alarm, the log.
    Other,
}

/// A bit string of settings in a message.
pub(super) struct Settings {
    pub(super) node: NodeId,
    pub(super) range: AlertRange,
    pub(super) steers: Steers,
    /// True in a command: mask, then actions.
    pub(super) written: bool,
}

/// The range and purpose of an object: `0-30:97.98.x.255` is the supplier's, `0-33` the network
/// operator's; x is 11 to 14 for what is written and 15 to 18 for what is read.
fn object(obis: [u8; 6]) -> Option<(AlertRange, u8)> {
    match obis {
        [0, 30, 97, 98, purpose, 255] => Some((AlertRange::Supplier, purpose)),
        [0, 33, 97, 98, purpose, 255] => Some((AlertRange::NetworkOperator, purpose)),
        _ => None,
    }
}

/// True for the topics of commands and answers that may have settings.
pub(super) fn concerns(topic: &Topic) -> bool {
    (topic.is_dlms() && topic.is_command()) || topic.answers(asks)
}

fn asks(request: &DlmsRequest) -> bool {
    request.access == AccessKind::Get && object(request.obis).is_some()
}

/// The settings in a command or answer.
pub(super) fn of(message: &Message<'_>) -> Vec<Settings> {
    let Payload::Dlms(apdu) = message.payload else { return Vec::new() };
    match message.envelope.cra() {
        Some(CraFlag::Command) => apdu
            .requests(message)
            .iter()
            .filter(|request| request.kind == AccessKind::Set && request.class_id == 1)
            .filter_map(|request| {
                let (range, purpose) = object(request.obis)?;
                let steers = match purpose {
                    11 => Steers::Wan,
                    12..=14 => Steers::Other,
                    _ => return None,
                };
                Some(Settings { node: request.data?, range, steers, written: true })
            })
            .collect(),
        Some(CraFlag::Response) => answers::to(message, asks)
            .into_iter()
            .filter(|answer| answer.result.code == 0)
            .filter_map(|answer| {
                let (range, purpose) = object(answer.request.obis)?;
                let steers = match purpose {
                    15 => Steers::Wan,
                    16..=18 => Steers::Other,
                    _ => return None,
                };
                Some(Settings { node: answer.result.data?, range, steers, written: false })
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The bit of a code in a range of bits that begins at `from`; bit 0 is the last of them.
fn bit(message: &Message<'_>, node: NodeId, from: usize, code: u16) -> Option<bool> {
    let Value::Bits(bits) = message.tree.value(node, message.octets()) else { return None };
    let at = from + BITS - 1 - usize::from(code & 0xFF);
    bits.as_bitslice().get(at).map(|bit| *bit)
}

/// Whether settings turn the WAN alert of `code` on or off; `None` where they do not speak of it.
pub(super) fn wan_alert(message: &Message<'_>, settings: &Settings, code: u16) -> Option<bool> {
    if settings.steers != Steers::Wan || AlertRange::of(code) != Some(settings.range) {
        return None;
    }
    if !settings.written {
        return bit(message, settings.node, 0, code);
    }
    bit(message, settings.node, 0, code)?.then(|| bit(message, settings.node, BITS, code)).flatten()
}

//! What commands and answers say of the voltage profile.

use gbcs_parser::dlms::AccessKind;
use gbcs_parser::{Message, Payload};

/// Class of a profile.
const PROFILE: u16 = 7;
/// Attribute of the capture period.
const CAPTURE_PERIOD: u8 = 4;

/// True for the objects of the average voltage profile, of one phase or another:
/// 1-0:32.24.0.255, 1-0:52.24.0.255, 1-0:72.24.0.255.
pub(crate) fn is_voltage_profile(obis: [u8; 6]) -> bool {
    matches!(obis, [1, 0, 32 | 52 | 72, 24, 0, 255])
}

/// The averaging period in seconds that a command sets.
pub(crate) fn period_set(command: &Message<'_>) -> Option<u64> {
    let Payload::Dlms(apdu) = command.payload else { return None };
    let request = apdu.requests(command).find(|request| {
        request.kind == AccessKind::Set
            && request.class_id == PROFILE
            && request.index == CAPTURE_PERIOD
            && is_voltage_profile(request.obis)
    })?;
    command.tree.unsigned(request.data?, command.octets())
}

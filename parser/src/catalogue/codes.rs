//! Message codes.

use std::sync::LazyLock;

use super::{DeviceType, Protocol, Role};

/// An entry of the table of message codes.
#[derive(Debug)]
pub struct MessageCode {
    /// The code.
    pub code: u16,
    /// Use case, such as `ECS23`. Several codes may belong to one use case.
    pub use_case: &'static str,
    /// Its title.
    pub name: &'static str,
    /// Types of the device that a command goes to, or that sends the alert. A use case for an ESME
    /// is one for an SAPC; `all` of the standard is every type.
    pub targets: &'static [DeviceType],
    /// When only some of these devices are meant, in the standard's short words; else empty.
    pub target_condition: &'static str,
    /// What messages there are with this code.
    pub kind: CodeKind,
    /// Language of the payload; `None` where it depends on the device or is not known.
    pub protocol: Option<Protocol>,
    /// Category of the message; `None` where the standard does not state it.
    pub message_type: Option<MessageType>,
    /// Whether messages are critical; `None` where that varies from message to message or is not
    /// known.
    pub critical: Option<bool>,
    /// Whether a command may carry a date at which it takes effect; `None` for alerts and where it
    /// is not known.
    pub future_dated: Option<bool>,
    /// Whether responses carry a date-time.
    pub response_date_time: ResponseDateTime,
    /// Whether there are items that travel encrypted; `None` where it is not known.
    pub encrypted_items: Option<bool>,
    /// Service reference variants that lead to the use case.
    pub service_references: &'static [&'static str],
    /// Remote parties that may send the command; empty where the standard names none.
    pub roles: &'static [Role],
    /// The code that took this one's place.
    pub replaced_by: Option<u16>,
}

/// What messages there are with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodeKind {
    /// Commands and their responses.
    CommandAndResponse,
    /// Alerts.
    Alert,
    /// Messages between devices of one home area network.
    HanOnly,
}

/// The category of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MessageType {
    /// SME.C.C: critical command and response.
    CriticalCommand,
    /// SME.C.NC: command and response that are not critical.
    NonCriticalCommand,
    /// SME.C.NC with a unique transaction reference number: a top up.
    TopUpCommand,
    /// SME.A.C: critical alert.
    CriticalAlert,
    /// SME.A.NC: alert that is not critical.
    NonCriticalAlert,
    /// SME.C.PPMID-GSME: command of a PPMID to a gas meter.
    PpmidToGsme,
    /// As ZigBee Smart Energy has it.
    ZseSpecified,
}

/// Whether responses carry a date-time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResponseDateTime {
    /// Each does.
    Always,
    /// None does.
    Never,
    /// It is not known.
    Unknown,
}

impl MessageCode {
    /// True where `device` is one of the targets; an SAPC counts as an ESME.
    #[must_use]
    pub fn is_target(&self, device: DeviceType) -> bool {
        self.targets.contains(&device) || self.targets.contains(&device.counts_as())
    }
}

/// The entry of a message code.
#[must_use]
pub fn message_code(code: u16) -> Option<&'static MessageCode> {
    /// A place for every code up to the greatest: this is asked of every message, many times.
    static BY_CODE: LazyLock<Vec<Option<&'static MessageCode>>> = LazyLock::new(|| by_code(Some));
    *BY_CODE.get(usize::from(code))?
}

/// A table with a place for every code up to the greatest, so that what belongs to a code is found
/// without a search; `make` gives it, and the places of codes that are none are `T::default()`.
#[must_use]
pub fn by_code<T: Default>(make: impl Fn(&'static MessageCode) -> T) -> Vec<T> {
    let greatest = MESSAGE_CODES.last().map_or(0, |entry| entry.code);
    let mut places: Vec<T> = (0..=greatest).map(|_| T::default()).collect();
    for entry in MESSAGE_CODES {
        if let Some(place) = places.get_mut(usize::from(entry.code)) {
            *place = make(entry);
        }
    }
    places
}

/// The message codes of a use case, in their order; none for an unknown one.
pub fn codes_of_use_case(use_case: &str) -> impl Iterator<Item = &'static MessageCode> {
    MESSAGE_CODES.iter().filter(move |entry| entry.use_case == use_case)
}

/// Types of device that messages with `code` go to, or come from if they are alerts; empty for an
/// unknown code.
#[must_use]
pub fn targets_of(code: u16) -> &'static [DeviceType] {
    message_code(code).map_or(&[], |entry| entry.targets)
}

/// Whether `device` is a target of messages with `code`; `None` for an unknown code.
#[must_use]
pub fn is_target(code: u16, device: DeviceType) -> Option<bool> {
    Some(message_code(code)?.is_target(device))
}

/// The use case of a message code in two octets, for the decoded tree.
pub(crate) fn message_code_text(octets: &[u8]) -> Option<String> {
    let code = u16::from_be_bytes(octets.try_into().ok()?);
    message_code(code).map(|code| code.use_case.to_owned())
}

pub use super::generated::message_codes::MESSAGE_CODES;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_found() {
        assert!(MESSAGE_CODES.is_sorted_by(|a, b| a.code < b.code));
        for entry in MESSAGE_CODES {
            assert_eq!(message_code(entry.code).unwrap().code, entry.code);
        }
        assert!(message_code(0x0000).is_none());
        assert!(message_code(0xFFFF).is_none());
    }

    #[test]
    fn every_code_has_a_target() {
        for entry in MESSAGE_CODES {
            assert!(!entry.targets.is_empty(), "{:04X}", entry.code);
            assert_eq!(
                entry.targets.contains(&DeviceType::Esme),
                entry.targets.contains(&DeviceType::Sapc),
                "{:04X}",
                entry.code
            );
        }
    }

    #[test]
    fn targets_follow_the_standard() {
        assert_eq!(message_code(0x0039).unwrap().use_case, "ECS23");
        assert_eq!(is_target(0x0039, DeviceType::Sapc), Some(true));
        assert_eq!(is_target(0x0039, DeviceType::Gsme), Some(false));
        assert_eq!(is_target(0x0014, DeviceType::Type2), Some(true), "a ZigBee Device");
        assert_eq!(is_target(0x00AF, DeviceType::Ppmid), Some(true), "CS03C");
        assert_eq!(is_target(0x0092, DeviceType::Chf), Some(true), "ECS26i");
        assert_eq!(targets_of(0x1000), DeviceType::ALL);
        assert_eq!(is_target(0xFFFF, DeviceType::Esme), None);
    }

    #[test]
    fn a_generic_alert_has_no_language_of_its_own() {
        assert_eq!(message_code(0x1000).unwrap().protocol, None);
        assert_eq!(message_code(0x1001).unwrap().protocol, None);
    }

    #[test]
    fn a_use_case_may_have_several_codes() {
        let codes: Vec<u16> = codes_of_use_case("CS02b").map(|entry| entry.code).collect();
        assert_eq!(codes, (0x0100..=0x0109).collect::<Vec<u16>>());
    }
}

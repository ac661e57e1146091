//! Alert and event codes, and which of them may be configured.

use super::{DeviceType, Role, search};

/// An entry of the table of alert and event codes.
#[derive(Debug)]
pub struct AlertCode {
    /// The code.
    pub code: u16,
    /// Its name.
    pub name: &'static str,
    /// Whether it is sent, logged or both; `None` where it is not known.
    pub kind: Option<AlertKind>,
    /// Whether its alert is critical; `None` where it is not known.
    pub critical: Option<bool>,
    /// Types of device that know it; empty where it is not known. An SAPC stands wherever an ESME
    /// does.
    pub devices: &'static [DeviceType],
    /// Meters to which it is limited.
    pub phases: Phases,
    /// The party that configures its behaviour; `None` where nobody does.
    pub configurable_by: Option<Role>,
    /// Message codes of its own in which it was seen; 0x1000 and 0x1001 are the generic ones.
    pub message_codes: &'static [u16],
    /// What the alert carries beside code and time, in short; empty for nothing known.
    pub content: &'static str,
}

/// Where a code occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlertKind {
    /// In alerts only.
    Alert,
    /// In logs only.
    Event,
    /// In both.
    AlertAndEvent,
}

/// Electricity meters to which a code is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phases {
    /// Not limited.
    Any,
    /// Single phase meters.
    Single,
    /// Polyphase meters.
    Poly,
}

impl AlertCode {
    /// True where the code is known of `device`; an SAPC counts as an ESME. `None` where no type is
    /// known.
    #[must_use]
    pub fn is_of(&self, device: DeviceType) -> Option<bool> {
        if self.devices.is_empty() {
            return None;
        }
        Some(self.devices.contains(&device) || self.devices.contains(&device.counts_as()))
    }

    /// Message codes made for this alert alone or for a few, without the generic ones.
    pub fn own_message_codes(&self) -> impl Iterator<Item = u16> {
        self.message_codes.iter().copied().filter(|code| !matches!(code, 0x1000 | 0x1001))
    }
}

/// The entry of an alert or event code.
#[must_use]
pub fn alert_code(code: u16) -> Option<&'static AlertCode> {
    search(ALERT_CODES, |entry| entry.code.cmp(&code))
}

/// The name of an alert code in two octets, for the decoded tree.
#[must_use]
pub fn alert_code_text(octets: &[u8]) -> Option<String> {
    let code = u16::from_be_bytes(octets.try_into().ok()?);
    alert_code(code).map(|code| code.name.to_owned())
}

/// What may be set of a code whose behaviour is configurable.
#[derive(Debug)]
pub struct EventBehaviour {
    /// The code.
    pub code: u16,
    /// Meters on which the supplier sets WAN alert, HAN alert, alarm and log.
    pub esme_supplier: Option<Phases>,
    /// Meters on which the network operator sets WAN alert and log.
    pub esme_network_operator: Option<Phases>,
    /// Form in which the supplier sets it on a gas meter.
    pub gsme_supplier: Option<GasForm>,
}

/// Forms of the gas settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GasForm {
    /// In the short form (WAN alert alone) and in the full one (WAN, HAN, event log and alarm).
    Both,
    /// In the full form only.
    Full,
}

/// The configurable behaviour of a code; `None` where it cannot be set.
#[must_use]
pub fn event_behaviour(code: u16) -> Option<&'static EventBehaviour> {
    search(EVENT_BEHAVIOURS, |entry| entry.code.cmp(&code))
}

/// A range of codes whose settings stand in one bit string: bit n is the code with n in its low
/// octet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlertRange {
    /// 0x8000 to 0x80FF, the network operator's.
    NetworkOperator = 0x80,
    /// 0x8100 to 0x81FF, the supplier's.
    Supplier = 0x81,
}

impl AlertRange {
    /// The range of a code; `None` for 0x8F00 and others that no bit stands for.
    #[must_use]
    pub const fn of(code: u16) -> Option<Self> {
        match code >> 8 {
            0x80 => Some(Self::NetworkOperator),
            0x81 => Some(Self::Supplier),
            _ => None,
        }
    }

    /// The code that bit `bit` stands for, known or not.
    #[must_use]
    pub const fn code(self, bit: u8) -> u16 {
        (self as u16) << 8 | bit as u16
    }

    /// The entry of the code that bit `bit` stands for; `None` where no code is known for it.
    #[must_use]
    pub fn alert(self, bit: u8) -> Option<&'static AlertCode> {
        alert_code(self.code(bit))
    }

    /// The known codes of the range with their bits, in the order of the bits.
    pub fn alerts(self) -> impl Iterator<Item = (u8, &'static AlertCode)> {
        ALERT_CODES
            .iter()
            .filter(move |entry| Self::of(entry.code) == Some(self))
            .map(|entry| ((entry.code & 0xFF) as u8, entry))
    }
}

pub use super::generated::alert_codes::ALERT_CODES;
pub use super::generated::event_behaviours::EVENT_BEHAVIOURS;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_found() {
        assert!(ALERT_CODES.is_sorted_by(|a, b| a.code < b.code));
        assert!(EVENT_BEHAVIOURS.is_sorted_by(|a, b| a.code < b.code));
        for entry in ALERT_CODES {
            assert_eq!(alert_code(entry.code).unwrap().code, entry.code);
        }
        assert!(alert_code(0x0000).is_none());
    }

    #[test]
    fn what_is_configurable_agrees_in_both_tables() {
        for entry in ALERT_CODES {
            let settings = event_behaviour(entry.code);
            let by = match settings {
                Some(EventBehaviour { esme_network_operator: Some(_), .. }) => {
                    Some(Role::NetworkOperator)
                }
                Some(_) => Some(Role::Supplier),
                None => None,
            };
            assert_eq!(entry.configurable_by, by, "{:04X}", entry.code);
        }
        assert!(EVENT_BEHAVIOURS.iter().all(|entry| alert_code(entry.code).is_some()));
    }

    #[test]
    fn a_bit_stands_for_the_code_with_its_number() {
        assert_eq!(AlertRange::NetworkOperator.code(2), 0x8002);
        assert_eq!(AlertRange::Supplier.code(0x83), 0x8183);
        assert_eq!(AlertRange::of(0x8F12), None);
        for (bit, entry) in AlertRange::Supplier.alerts() {
            assert_eq!(entry.code, 0x8100 + u16::from(bit));
            assert_eq!(AlertRange::Supplier.alert(bit).unwrap().code, entry.code);
        }
        let bits =
            AlertRange::NetworkOperator.alerts().count() + AlertRange::Supplier.alerts().count();
        let listed = ALERT_CODES.iter().filter(|entry| entry.code < 0x8200).count();
        assert_eq!(bits, listed);
    }

    #[test]
    fn an_sapc_knows_what_an_esme_knows() {
        let entry = alert_code(0x8002).unwrap();
        assert_eq!(entry.is_of(DeviceType::Sapc), Some(true));
        assert_eq!(entry.is_of(DeviceType::Gsme), Some(false));
    }
}

//! Types of device.

/// A type of device on the home area network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum DeviceType {
    /// Gas meter.
    Gsme,
    /// Electricity meter.
    Esme,
    /// Communications Hub Function.
    Chf,
    /// Gas Proxy Function.
    Gpf,
    /// HAN Connected Auxiliary Load Control Switch.
    Hcalcs,
    /// Prepayment Meter Interface Device.
    Ppmid,
    /// Any other device that reads from the network: in-home displays, consumer access devices.
    Type2,
    /// Standalone Auxiliary Proportional Controller. It counts as an ESME.
    Sapc,
}

/// An entry of the table of device types.
#[derive(Debug)]
pub struct DeviceTypeEntry {
    /// The type.
    pub device_type: DeviceType,
    /// Its short name, as messages and logs write it.
    pub name: &'static str,
    /// Its name in words.
    pub title: &'static str,
    /// Its number in the enumeration of DER payloads; `None` where it is not established.
    pub asn1_number: Option<u8>,
    /// Its numbers in the device log of a Communications Hub Function, with the name of the number
    /// where it is another than the type's.
    pub device_log_numbers: &'static [(u8, &'static str)],
}

impl DeviceType {
    /// Every type, in the order of the table.
    pub const ALL: &'static [Self] = &[
        Self::Gsme,
        Self::Esme,
        Self::Chf,
        Self::Gpf,
        Self::Hcalcs,
        Self::Ppmid,
        Self::Type2,
        Self::Sapc,
    ];

    /// The type's entry.
    #[must_use]
    pub fn entry(self) -> Option<&'static DeviceTypeEntry> {
        DEVICE_TYPES.iter().find(|entry| entry.device_type == self)
    }

    /// `GSME`, `ESME`, `CHF`, `GPF`, `HCALCS`, `PPMID`, `Type 2` or `SAPC`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gsme => "GSME",
            Self::Esme => "ESME",
            Self::Chf => "CHF",
            Self::Gpf => "GPF",
            Self::Hcalcs => "HCALCS",
            Self::Ppmid => "PPMID",
            Self::Type2 => "Type 2",
            Self::Sapc => "SAPC",
        }
    }

    /// The type as whose kin it is judged: an SAPC counts as an ESME.
    #[must_use]
    pub const fn counts_as(self) -> Self {
        match self {
            Self::Sapc => Self::Esme,
            other => other,
        }
    }

    /// The type of this name; upper and lower case, spaces, hyphens and underscores are not looked
    /// at. `IHD` and `CAD` are Type 2.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let is = |other: &str| {
            let plain = |text: &str| {
                text.chars()
                    .filter(|c| !matches!(c, ' ' | '-' | '_'))
                    .map(|c| c.to_ascii_lowercase())
                    .collect::<String>()
            };
            plain(name) == plain(other)
        };
        DEVICE_TYPES
            .iter()
            .find(|entry| {
                is(entry.name) || entry.device_log_numbers.iter().any(|(_, other)| is(other))
            })
            .map(|entry| entry.device_type)
    }

    /// The type with this number in DER payloads.
    #[must_use]
    pub fn from_asn1(number: u8) -> Option<Self> {
        DEVICE_TYPES
            .iter()
            .find(|entry| entry.asn1_number == Some(number))
            .map(|entry| entry.device_type)
    }

    /// The type with this number in the device log of a Communications Hub Function, and the name
    /// of the number: 128 is an IHD and 130 a CAD, both of Type 2.
    #[must_use]
    pub fn from_device_log(number: u8) -> Option<(Self, &'static str)> {
        DEVICE_TYPES.iter().find_map(|entry| {
            let (_, name) = entry.device_log_numbers.iter().find(|(other, _)| *other == number)?;
            Some((entry.device_type, *name))
        })
    }
}

pub use super::generated::device_types::DEVICE_TYPES;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_an_entry_of_its_name() {
        for device_type in DeviceType::ALL {
            assert_eq!(device_type.entry().unwrap().name, device_type.name());
            assert_eq!(DeviceType::from_name(device_type.name()), Some(*device_type));
        }
    }

    #[test]
    fn the_two_numberings_differ() {
        assert_eq!(DeviceType::from_asn1(0), Some(DeviceType::Gsme));
        assert_eq!(DeviceType::from_device_log(0), Some((DeviceType::Esme, "ESME")));
        assert_eq!(DeviceType::from_device_log(128), Some((DeviceType::Type2, "IHD")));
        assert_eq!(DeviceType::from_device_log(2), None);
    }

    #[test]
    fn names_are_read_as_logs_write_them() {
        assert_eq!(DeviceType::from_name("type2"), Some(DeviceType::Type2));
        assert_eq!(DeviceType::from_name("cad"), Some(DeviceType::Type2));
        assert_eq!(DeviceType::from_name("meter"), None);
    }
}

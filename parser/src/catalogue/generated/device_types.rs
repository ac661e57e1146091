//! Device types, made from `parser/catalogue/device-types.csv`.
// Do not edit: change the text file and refresh.

use crate::catalogue::{DeviceType, DeviceTypeEntry};

/// Device types.
#[rustfmt::skip]
pub static DEVICE_TYPES: &[DeviceTypeEntry] = &[
    DeviceTypeEntry { device_type: DeviceType::Gsme, name: "GSME", title: "gas meter", asn1_number: Some(0), device_log_numbers: &[(1, "GSME")] },
    DeviceTypeEntry { device_type: DeviceType::Esme, name: "ESME", title: "electricity meter", asn1_number: Some(1), device_log_numbers: &[(0, "ESME")] },
    DeviceTypeEntry { device_type: DeviceType::Chf, name: "CHF", title: "communications hub function", asn1_number: Some(2), device_log_numbers: &[] },
    DeviceTypeEntry { device_type: DeviceType::Gpf, name: "GPF", title: "gas proxy function", asn1_number: Some(3), device_log_numbers: &[(254, "GPF")] },
    DeviceTypeEntry { device_type: DeviceType::Hcalcs, name: "HCALCS", title: "HAN connected auxiliary load control switch", asn1_number: Some(4), device_log_numbers: &[(13, "HCALCS")] },
    DeviceTypeEntry { device_type: DeviceType::Ppmid, name: "PPMID", title: "prepayment meter interface device", asn1_number: Some(5), device_log_numbers: &[(132, "PPMID")] },
    DeviceTypeEntry { device_type: DeviceType::Type2, name: "Type 2", title: "other consumer device", asn1_number: Some(6), device_log_numbers: &[(128, "IHD"), (130, "CAD")] },
    DeviceTypeEntry { device_type: DeviceType::Sapc, name: "SAPC", title: "standalone auxiliary proportional controller", asn1_number: None, device_log_numbers: &[] },
];

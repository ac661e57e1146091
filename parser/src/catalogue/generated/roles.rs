//! Remote party roles, made from `parser/catalogue/roles.csv`.
// Do not edit: change the text file and refresh.

use crate::catalogue::{Role, RoleEntry};

/// Remote party roles.
#[rustfmt::skip]
pub static ROLES: &[RoleEntry] = &[
    RoleEntry { number: 0, role: Role::Root, asn1_name: "root", name: "Root" },
    RoleEntry { number: 1, role: Role::Recovery, asn1_name: "recovery", name: "Recovery" },
    RoleEntry { number: 2, role: Role::Supplier, asn1_name: "supplier", name: "Supplier" },
    RoleEntry { number: 3, role: Role::NetworkOperator, asn1_name: "networkOperator", name: "Network Operator" },
    RoleEntry { number: 4, role: Role::AccessControlBroker, asn1_name: "accessControlBroker", name: "Access Control Broker" },
    RoleEntry { number: 5, role: Role::TransitionalCos, asn1_name: "transitionalCoS", name: "Transitional Change of Supplier" },
    RoleEntry { number: 6, role: Role::WanProvider, asn1_name: "wanProvider", name: "WAN Provider" },
    RoleEntry { number: 7, role: Role::IssuingAuthority, asn1_name: "issuingAuthority", name: "Issuing Authority" },
    RoleEntry { number: 8, role: Role::LoadController, asn1_name: "loadController", name: "Load Controller" },
    RoleEntry { number: 127, role: Role::Other, asn1_name: "other", name: "Other" },
];

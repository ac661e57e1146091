//! Tables made from `parser/catalogue/`; the test `catalogue` writes and compares them.

pub mod alert_codes;
pub mod asn1_elements;
pub mod asn1_object_identifiers;
pub(crate) mod asn1_types;
pub mod cra_flags;
pub mod credential_replacement_modes;
pub mod dcc_alert_codes;
pub mod device_types;
pub mod digest;
pub mod dlms_items;
pub mod dlms_requests;
pub mod dlms_results;
pub mod duis_content;
pub mod duis_response_codes;
pub mod elements;
pub mod event_behaviours;
pub mod gbcs_versions;
pub mod gbz_items;
pub mod gbz_templates;
pub mod message_codes;
pub mod roles;
pub mod service_requests;
pub mod use_cases;
pub mod zcl_status;

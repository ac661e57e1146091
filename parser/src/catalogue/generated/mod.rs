//! Tables made from `parser/catalogue/`; the test `catalogue` writes and compares them.

pub mod alert_codes;
pub mod cra_flags;
pub mod credential_replacement_modes;
pub mod dcc_alert_codes;
pub mod device_types;
pub mod dlms_results;
pub mod duis_response_codes;
pub mod event_behaviours;
pub mod gbcs_versions;
pub mod message_codes;
pub mod roles;
pub mod service_requests;
pub mod zcl_status;

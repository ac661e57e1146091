//! The standard's own tables: message codes, alert codes, status codes, roles, use cases.
//!
//! The data are reviewable text files in `parser/catalogue/`; the Rust tables in `generated` are
//! made from them and compared with them by the test `catalogue`. Everything is static: nothing is
//! read or built when a program starts, and lookups are binary searches.

mod alerts;
mod codes;
mod content;
mod device;
pub(crate) mod generated;
pub mod items;
pub mod matching;
mod requests;
mod status;
mod use_case;
pub mod values;
mod version;

pub use alerts::{
    ALERT_CODES, AlertCode, AlertKind, AlertRange, EVENT_BEHAVIOURS, EventBehaviour, GasForm,
    Phases, alert_code, alert_code_text, event_behaviour,
};
pub(crate) use codes::message_code_text;
pub use codes::{
    CodeKind, MESSAGE_CODES, MessageCode, MessageType, ResponseDateTime, by_code,
    codes_of_use_case, is_target, message_code, targets_of,
};
pub use content::{ContentType, DUIS_CONTENT, Particle, Term, duis_content, duis_root};
pub use device::{DEVICE_TYPES, DeviceType, DeviceTypeEntry};
pub use generated::digest::CATALOGUE_SHA256;
pub use requests::{
    DCC_ALERT_CODES, DUIS_RESPONSE_CODES, DccAlertCode, DuisResponseCode, FutureDatedBy,
    RequestTarget, ResponseKind, SERVICE_REQUESTS, ServiceRequest, dcc_alert_code,
    duis_response_code, service_request,
};
pub use status::{
    ACTION_RESULTS, CRA_FLAGS, CREDENTIAL_REPLACEMENT_MODES, CredentialReplacementMode,
    DATA_ACCESS_RESULTS, DlmsResultKind, Named, ROLES, Role, RoleEntry, ZCL_STATUS, cra_flag,
    credential_replacement_mode, dlms_result, role, zcl_status,
};
pub use use_case::{
    Constant, DlmsItem, DlmsRequest, Format, GbzAttribute, GbzComponent, GbzField, GbzItem,
    GbzMessage, GbzTemplate, Instances, ItemAccess, ItemPart, Member, ProtectedAttribute,
    ReadOrUpdate, Step, USE_CASES, UseCase, ValueLimit, ValueRules, use_case, use_case_of_code,
};
pub use version::{GBCS_VERSIONS, Version};

use std::cmp::Ordering;

/// The language of a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Protocol {
    /// DLMS COSEM.
    Dlms,
    /// ZigBee Smart Energy components.
    Gbz,
    /// ASN.1 in DER.
    Asn1,
}

impl Protocol {
    /// `dlms`, `gbz` or `asn1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Dlms => "dlms",
            Self::Gbz => "gbz",
            Self::Asn1 => "asn1",
        }
    }
}

/// Binary search in a table that is sorted by what `order` compares.
fn search<T>(table: &'static [T], order: impl FnMut(&T) -> Ordering) -> Option<&'static T> {
    table.binary_search_by(order).ok().and_then(|index| table.get(index))
}

//! The envelope: rules on one message, and on records.

mod date_time_misplaced;
mod length_disagrees;
mod length_not_minimal;
mod mac_header_not_canonical;
mod message_code_unknown;
mod message_kind_wrong;
mod message_too_large;
mod other_information_wrong;
mod payload_language_wrong;
mod pre_command_has_signature_length;
mod record_contradicts_payload;
mod record_field_unknown;
mod response_date_time_unexpected;
mod system_title_wrong;
mod trailing_octets;
mod transaction_id_wrong;
mod undecodable;
pub(crate) mod undecoded;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "ENV",
    title: "Envelope",
    rules: &[
        &mac_header_not_canonical::RULE,
        &length_disagrees::RULE,
        &trailing_octets::RULE,
        &transaction_id_wrong::RULE,
        &system_title_wrong::RULE,
        &date_time_misplaced::RULE,
        &response_date_time_unexpected::RULE,
        &other_information_wrong::RULE,
        &message_code_unknown::RULE,
        &message_kind_wrong::RULE,
        &payload_language_wrong::RULE,
        &length_not_minimal::RULE,
        &undecodable::RULE,
        &pre_command_has_signature_length::RULE,
        &message_too_large::RULE,
        &record_contradicts_payload::RULE,
        &record_field_unknown::RULE,
    ],
};

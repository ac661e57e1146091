//! Use-case templates: what a command and its response hold.

mod asn1_structure_wrong;
mod dlms;
mod dlms_form;
mod dlms_request_list_differs;
mod dlms_response_list_differs;
mod failure_pattern_wrong;
mod fixed_value_differs;
mod gbz;
mod gbz_components_differ;
mod gbz_control_wrong;
mod gbz_form;
mod gbz_length_wrong;
mod invoke_id_wrong;
mod item_out_of_range;
mod item_too_long;
mod item_type_differs;
mod outcome_differs_from_expected;
mod outcome_shown;
mod role_not_entitled;
mod spot;
mod taken;
mod use_case_differs_from_expected;
mod wrong_target_device;
mod zcl_default_response_wrong;
mod zcl_sequence_wrong;

use crate::registry::Family;

pub(crate) use gbz::{Aligned, aligned};
pub(crate) use spot::Spots;

/// The family.
pub const FAMILY: Family = Family {
    code: "USE",
    title: "Use-case templates",
    rules: &[
        &dlms_request_list_differs::RULE,
        &dlms_response_list_differs::RULE,
        &fixed_value_differs::RULE,
        &item_type_differs::RULE,
        &item_too_long::RULE,
        &item_out_of_range::RULE,
        &gbz_components_differ::RULE,
        &gbz_control_wrong::RULE,
        &zcl_sequence_wrong::RULE,
        &gbz_length_wrong::RULE,
        &zcl_default_response_wrong::RULE,
        &role_not_entitled::RULE,
        &wrong_target_device::RULE,
        &invoke_id_wrong::RULE,
        &failure_pattern_wrong::RULE,
        &asn1_structure_wrong::RULE,
        &outcome_differs_from_expected::RULE,
        &use_case_differs_from_expected::RULE,
    ],
};

//! Alerts and events.

mod alert_code_unknown;
mod alert_missing_after_stimulus;
mod alert_of_another_device_type;
mod alert_range_not_the_partys;
mod alert_settings_malformed;
mod alert_structure_wrong;
mod disabled_alert_sent;
mod gcs20r;
mod gcs20r_answer_malformed;
mod gcs20r_unanswerable_answered_wrong;
mod gcs20r_wrong_event_group;
mod generic_message_code_misused;
mod mandated_event_missing;
pub(crate) mod not_supported_alert_wrong;
mod outage_alert_too_short;
mod outage_times_reversed;
mod settings;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "ALT",
    title: "Alerts and events",
    rules: &[
        &alert_structure_wrong::RULE,
        &generic_message_code_misused::RULE,
        &alert_code_unknown::RULE,
        &alert_of_another_device_type::RULE,
        &disabled_alert_sent::RULE,
        &alert_settings_malformed::RULE,
        &alert_range_not_the_partys::RULE,
        &mandated_event_missing::RULE,
        &gcs20r_answer_malformed::RULE,
        &gcs20r_unanswerable_answered_wrong::RULE,
        &gcs20r_wrong_event_group::RULE,
        &outage_times_reversed::RULE,
        &not_supported_alert_wrong::RULE,
        &alert_missing_after_stimulus::RULE,
        &outage_alert_too_short::RULE,
    ],
};

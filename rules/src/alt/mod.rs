//! Alerts and events.

mod alert_code_unknown;
mod alert_structure_wrong;
mod gcs20r;
mod gcs20r_answer_malformed;
mod gcs20r_unanswerable_answered_wrong;
mod gcs20r_wrong_event_group;
mod mandated_event_missing;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "ALT",
    title: "Alerts and events",
    rules: &[
        &alert_structure_wrong::RULE,
        &alert_code_unknown::RULE,
        &mandated_event_missing::RULE,
        &gcs20r_answer_malformed::RULE,
        &gcs20r_unanswerable_answered_wrong::RULE,
        &gcs20r_wrong_event_group::RULE,
    ],
};

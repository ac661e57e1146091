//! Pairing of commands and responses, counters and replay.

mod alert_counter_not_rising;
mod command_differs_from_pre_command;
mod command_unanswered;
mod conflicting_duplicate;
mod replay_executed;
mod response_code_differs;
mod response_counter_differs;
mod response_parties_wrong;
mod response_without_command;
mod supplementary_not_echoed;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "RPL",
    title: "Pairing, counters, replay",
    rules: &[
        &response_counter_differs::RULE,
        &response_parties_wrong::RULE,
        &response_code_differs::RULE,
        &supplementary_not_echoed::RULE,
        &replay_executed::RULE,
        &conflicting_duplicate::RULE,
        &alert_counter_not_rising::RULE,
        &response_without_command::RULE,
        &command_unanswered::RULE,
        &command_differs_from_pre_command::RULE,
    ],
};

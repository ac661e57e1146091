//! Future dated commands: who may have them, and what comes of them.

pub(crate) mod dates;
mod future_dated_alert_missing;
mod future_dated_alert_wrong;
mod future_dates_differ;
mod future_dating_not_allowed;

pub(crate) use dates::is_future;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family = Family {
    code: "FUT",
    title: "Future dated commands",
    rules: &[
        &future_dating_not_allowed::RULE,
        &future_dated_alert_missing::RULE,
        &future_dated_alert_wrong::RULE,
        &future_dates_differ::RULE,
    ],
};

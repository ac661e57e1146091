//! Prepayment.

mod utrn_malformed;

use crate::registry::Family;

/// The family.
pub const FAMILY: Family =
    Family { code: "PPM", title: "Prepayment", rules: &[&utrn_malformed::RULE] };

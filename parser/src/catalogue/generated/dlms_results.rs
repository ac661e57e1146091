//! DLMS results, made from `parser/catalogue/dlms-results.csv`.
// Do not edit: change the text file and refresh.

use crate::catalogue::Named;

/// Results of get and set.
#[rustfmt::skip]
pub static DATA_ACCESS_RESULTS: &[Named] = &[
    Named { code: 0x00, name: "success" },
    Named { code: 0x01, name: "hardware-fault" },
    Named { code: 0x02, name: "temporary-failure" },
    Named { code: 0x03, name: "read-write-denied" },
    Named { code: 0x04, name: "object-undefined" },
    Named { code: 0x09, name: "object-class-inconsistent" },
    Named { code: 0x0B, name: "object-unavailable" },
    Named { code: 0x0C, name: "type-unmatched" },
    Named { code: 0x0D, name: "scope-of-access-violated" },
    Named { code: 0x0E, name: "data-block-unavailable" },
    Named { code: 0x0F, name: "long-get-aborted" },
    Named { code: 0x10, name: "no-long-get-in-progress" },
    Named { code: 0x11, name: "long-set-aborted" },
    Named { code: 0x12, name: "no-long-set-in-progress" },
    Named { code: 0x13, name: "data-block-number-invalid" },
    Named { code: 0xFA, name: "other-reason" },
];

/// Results of actions.
#[rustfmt::skip]
pub static ACTION_RESULTS: &[Named] = &[
    Named { code: 0x00, name: "success" },
    Named { code: 0x01, name: "hardware-fault" },
    Named { code: 0x02, name: "temporary-failure" },
    Named { code: 0x03, name: "read-write-denied" },
    Named { code: 0x04, name: "object-undefined" },
    Named { code: 0x09, name: "object-class-inconsistent" },
    Named { code: 0x0B, name: "object-unavailable" },
    Named { code: 0x0C, name: "type-unmatched" },
    Named { code: 0x0D, name: "scope-of-access-violated" },
    Named { code: 0x0E, name: "data-block-unavailable" },
    Named { code: 0x0F, name: "long-action-aborted" },
    Named { code: 0x10, name: "no-long-action-in-progress" },
    Named { code: 0xFA, name: "other-reason" },
];

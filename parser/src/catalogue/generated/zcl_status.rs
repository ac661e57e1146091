//! ZCL status codes, made from `parser/catalogue/zcl-status.csv`.
// Do not edit: change the text file and refresh.

use crate::catalogue::Named;

/// ZCL status codes.
#[rustfmt::skip]
pub static ZCL_STATUS: &[Named] = &[
    Named { code: 0x00, name: "SUCCESS" },
    Named { code: 0x01, name: "FAILURE" },
    Named { code: 0x7E, name: "NOT_AUTHORIZED" },
    Named { code: 0x7F, name: "RESERVED_FIELD_NOT_ZERO" },
    Named { code: 0x80, name: "MALFORMED_COMMAND" },
    Named { code: 0x81, name: "UNSUP_CLUSTER_COMMAND" },
    Named { code: 0x82, name: "UNSUP_GENERAL_COMMAND" },
    Named { code: 0x83, name: "UNSUP_MANUF_CLUSTER_COMMAND" },
    Named { code: 0x84, name: "UNSUP_MANUF_GENERAL_COMMAND" },
    Named { code: 0x85, name: "INVALID_FIELD" },
    Named { code: 0x86, name: "UNSUPPORTED_ATTRIBUTE" },
    Named { code: 0x87, name: "INVALID_VALUE" },
    Named { code: 0x88, name: "READ_ONLY" },
    Named { code: 0x89, name: "INSUFFICIENT_SPACE" },
    Named { code: 0x8A, name: "DUPLICATE_EXISTS" },
    Named { code: 0x8B, name: "NOT_FOUND" },
    Named { code: 0x8C, name: "UNREPORTABLE_ATTRIBUTE" },
    Named { code: 0x8D, name: "INVALID_DATA_TYPE" },
    Named { code: 0x8E, name: "INVALID_SELECTOR" },
    Named { code: 0x8F, name: "WRITE_ONLY" },
    Named { code: 0x90, name: "INCONSISTENT_STARTUP_STATE" },
    Named { code: 0x91, name: "DEFINED_OUT_OF_BAND" },
    Named { code: 0x92, name: "INCONSISTENT" },
    Named { code: 0x93, name: "ACTION_DENIED" },
    Named { code: 0x94, name: "TIMEOUT" },
    Named { code: 0x95, name: "ABORT" },
    Named { code: 0x96, name: "INVALID_IMAGE" },
    Named { code: 0x97, name: "WAIT_FOR_DATA" },
    Named { code: 0x98, name: "NO_IMAGE_AVAILABLE" },
    Named { code: 0x99, name: "REQUIRE_MORE_IMAGE" },
    Named { code: 0xC0, name: "HARDWARE_FAILURE" },
    Named { code: 0xC1, name: "SOFTWARE_FAILURE" },
    Named { code: 0xC2, name: "CALIBRATION_ERROR" },
];

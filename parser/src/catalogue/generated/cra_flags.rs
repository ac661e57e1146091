//! CRA flags, made from `parser/catalogue/cra-flags.csv`.
// Do not edit: change the text file and refresh.

use crate::catalogue::Named;

/// CRA flags.
#[rustfmt::skip]
pub static CRA_FLAGS: &[Named] = &[
    Named { code: 0x01, name: "Command" },
    Named { code: 0x02, name: "Response" },
    Named { code: 0x03, name: "Alert" },
    Named { code: 0x04, name: "Encryption" },
];

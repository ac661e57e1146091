//! Access requests of DLMS use cases, made from `parser/catalogue/dlms-requests.csv`.
// Do not edit: change the text file and refresh.

use crate::catalogue::{DlmsRequest, ProtectedAttribute};
use crate::dlms::AccessKind;

/// Entries of CCS01.
#[rustfmt::skip]
pub static CCS01: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 1, optional: false, items: &[0, 1, 2, 3, 4], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 3, optional: false, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 2, optional: false, items: &[6], protected: &[] },
];

/// Entries of CCS02.
#[rustfmt::skip]
pub static CCS02: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of CCS03.
#[rustfmt::skip]
pub static CCS03: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 5, optional: false, items: &[0, 1, 2, 3], protected: &[] },
];

/// Entries of CCS06.
#[rustfmt::skip]
pub static CCS06: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 4, optional: false, items: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], protected: &[] },
];

/// Entries of CCS07.
#[rustfmt::skip]
pub static CCS07: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 104, obis: [0, 0, 30, 3, 0, 255], index: 4, optional: false, items: &[0, 1, 2, 3, 4], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 104, obis: [0, 0, 30, 3, 1, 255], index: 4, optional: false, items: &[5, 6, 7, 8, 9], protected: &[] },
];

/// Entries of CS01a.
#[rustfmt::skip]
pub static CS01A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 115, obis: [0, 0, 19, 40, 0, 255], index: 1, optional: false, items: &[0, 1], protected: &[] },
];

/// Entries of DBCH01.
#[rustfmt::skip]
pub static DBCH01: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 10, 2], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of DBCH02.
#[rustfmt::skip]
pub static DBCH02: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 0, 94, 44, 10, 3], index: 2, optional: false, items: &[0, 1, 2, 3, 4, 5], protected: &[] },
];

/// Entries of DBCH03.
#[rustfmt::skip]
pub static DBCH03: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 10, 0], index: 2, optional: false, items: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], protected: &[] },
];

/// Entries of DBCH04.
#[rustfmt::skip]
pub static DBCH04: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 10, 0], index: 2, optional: false, items: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], protected: &[] },
];

/// Entries of DBCH05.
#[rustfmt::skip]
pub static DBCH05: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 10, 1], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS01a.
#[rustfmt::skip]
pub static ECS01A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 7, optional: false, items: &[0, 1, 2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 8, optional: false, items: &[3, 4, 5, 6, 7, 8, 9, 10], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 9, optional: false, items: &[11, 12, 13, 14], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 11, obis: [0, 1, 11, 0, 0, 255], index: 2, optional: false, items: &[15, 16, 17], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 21, obis: [0, 0, 16, 1, 11, 255], index: 2, optional: false, items: &[18], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 21, obis: [0, 0, 16, 1, 12, 255], index: 2, optional: false, items: &[19], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 21, obis: [0, 0, 16, 1, 13, 255], index: 2, optional: false, items: &[20], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 21, obis: [0, 0, 16, 1, 14, 255], index: 2, optional: false, items: &[21], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 21, obis: [0, 0, 16, 1, 15, 255], index: 2, optional: false, items: &[22], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 21, obis: [0, 0, 16, 1, 16, 255], index: 2, optional: false, items: &[23], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 21, obis: [0, 0, 16, 1, 17, 255], index: 2, optional: false, items: &[24], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 21, obis: [0, 0, 16, 1, 18, 255], index: 2, optional: false, items: &[25], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 2, 0], index: 4, optional: false, items: &[26], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 4, 255], index: 6, optional: false, items: &[27, 28, 29, 30, 31, 32, 33], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 0, 255], index: 6, optional: false, items: &[34, 35, 36, 37, 38, 39, 40], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 10, optional: false, items: &[41], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 29], index: 6, optional: false, items: &[42], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 2, 0], index: 6, optional: false, items: &[43], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 4, 255], index: 7, optional: false, items: &[44], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 0, 255], index: 7, optional: false, items: &[45], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 63, 1, 1, 255], index: 6, optional: false, items: &[46], protected: &[] },
];

/// Entries of ECS01b.
#[rustfmt::skip]
pub static ECS01B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 4, 255], index: 6, optional: false, items: &[0, 1, 2, 3, 4, 5, 6], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 0, 255], index: 6, optional: false, items: &[7, 8, 9, 10, 11, 12, 13], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 4, 255], index: 7, optional: false, items: &[14], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 0, 255], index: 7, optional: false, items: &[15], protected: &[] },
];

/// Entries of ECS01c.
#[rustfmt::skip]
pub static ECS01C: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 5, 255], index: 6, optional: false, items: &[0, 1, 2, 3, 4, 5, 6], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 7, optional: false, items: &[7, 8, 9], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 8, optional: false, items: &[10, 11, 12, 13, 14, 15, 16, 17], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 9, optional: false, items: &[18, 19, 20, 21], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 11, obis: [0, 1, 11, 0, 1, 255], index: 2, optional: false, items: &[22, 23, 24], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 10, optional: false, items: &[25], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 5, 255], index: 7, optional: false, items: &[26], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 30], index: 6, optional: false, items: &[27], protected: &[] },
];

/// Entries of ECS01d.
#[rustfmt::skip]
pub static ECS01D: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 5, 255], index: 6, optional: false, items: &[0, 1, 2, 3, 4, 5, 6], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 5, 255], index: 7, optional: false, items: &[7], protected: &[] },
];

/// Entries of ECS02.
#[rustfmt::skip]
pub static ECS02: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 111, obis: [0, 1, 19, 0, 0, 255], index: 2, optional: false, items: &[0, 1], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 111, obis: [0, 1, 19, 0, 0, 255], index: 11, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 111, obis: [0, 1, 19, 0, 0, 255], index: 13, optional: false, items: &[3], protected: &[] },
];

/// Entries of ECS03.
#[rustfmt::skip]
pub static ECS03: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 111, obis: [0, 1, 19, 0, 0, 255], index: 2, optional: false, items: &[0, 1], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 22], index: 4, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 111, obis: [0, 1, 19, 0, 0, 255], index: 11, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 22], index: 6, optional: false, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 111, obis: [0, 1, 19, 0, 0, 255], index: 13, optional: false, items: &[5], protected: &[] },
];

/// Entries of ECS04a.
#[rustfmt::skip]
pub static ECS04A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 112, obis: [0, 0, 19, 10, 0, 255], index: 1, optional: false, items: &[0, 1], protected: &[] },
];

/// Entries of ECS04b.
#[rustfmt::skip]
pub static ECS04B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 112, obis: [0, 0, 19, 10, 0, 255], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 112, obis: [0, 0, 19, 10, 1, 255], index: 2, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 112, obis: [0, 0, 19, 10, 2, 255], index: 2, optional: false, items: &[2], protected: &[] },
];

/// Entries of ECS05.
#[rustfmt::skip]
pub static ECS05: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 9, obis: [0, 0, 10, 0, 100, 255], index: 1, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS07.
#[rustfmt::skip]
pub static ECS07: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 6, optional: false, items: &[0, 1, 2, 3, 4, 5, 6], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 6, optional: false, items: &[7, 8, 9, 10, 11, 12, 13], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 3, 255], index: 13, optional: false, items: &[14], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 8, optional: false, items: &[15], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 8, optional: false, items: &[16], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 2, optional: false, items: &[17], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 2, optional: false, items: &[18], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 113, obis: [0, 0, 19, 20, 3, 255], index: 4, optional: false, items: &[19, 20], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 4, optional: false, items: &[21, 22], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 4, optional: false, items: &[23, 24], protected: &[] },
];

/// Entries of ECS08a.
#[rustfmt::skip]
pub static ECS08A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 11, obis: [0, 1, 11, 0, 2, 255], index: 2, optional: false, items: &[0, 1, 2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 2, 20], index: 4, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 2, 10], index: 4, optional: false, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 10, obis: [0, 1, 12, 0, 1, 255], index: 2, optional: false, items: &[5, 6, 7, 8, 9, 10, 11, 12, 13, 14], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 12], index: 4, optional: false, items: &[15], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 13], index: 4, optional: false, items: &[16], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 9], index: 4, optional: false, items: &[17], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 2], index: 4, optional: false, items: &[18], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 31], index: 6, optional: false, items: &[19], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 3], index: 4, optional: false, items: &[20], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 2, 20], index: 6, optional: false, items: &[21], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 2, 10], index: 6, optional: false, items: &[22], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 12], index: 6, optional: false, items: &[23], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 13], index: 6, optional: false, items: &[24], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 9], index: 6, optional: false, items: &[25], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 2], index: 6, optional: false, items: &[26], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 3], index: 6, optional: false, items: &[27], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 28], index: 6, optional: false, items: &[28], protected: &[] },
];

/// Entries of ECS09.
#[rustfmt::skip]
pub static ECS09: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 112, obis: [0, 0, 19, 10, 1, 255], index: 3, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS10.
#[rustfmt::skip]
pub static ECS10: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 2, 96, 13, 1, 255], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS12.
#[rustfmt::skip]
pub static ECS12: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 3, 2], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS14.
#[rustfmt::skip]
pub static ECS14: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 3, 1], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS15a.
#[rustfmt::skip]
pub static ECS15A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 7, obis: [0, 0, 99, 98, 0, 255], index: 1, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS15c.
#[rustfmt::skip]
pub static ECS15C: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 7, obis: [0, 17, 99, 98, 2, 255], index: 1, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS16.
#[rustfmt::skip]
pub static ECS16: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 96, 13, 0, 255], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 96, 13, 1, 255], index: 2, optional: false, items: &[1], protected: &[] },
];

/// Entries of ECS17a.
#[rustfmt::skip]
pub static ECS17A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 2, 8, 0, 255], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 2, 8, 0, 255], index: 3, optional: false, items: &[1, 2], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 4, 8, 0, 255], index: 2, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 4, 8, 0, 255], index: 3, optional: false, items: &[4, 5], protected: &[] },
];

/// Entries of ECS17b.
#[rustfmt::skip]
pub static ECS17B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 30, obis: [0, 0, 43, 2, 8, 255], index: 1, optional: false, items: &[0], protected: &[ProtectedAttribute { class_id: 1, obis: [0, 0, 94, 44, 34, 10], index: 2, items: &[1, 2, 3, 4, 5, 6, 7] }] },
];

/// Entries of ECS17c.
#[rustfmt::skip]
pub static ECS17C: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 34, 20], index: 2, optional: false, items: &[0, 1, 2, 3], protected: &[] },
];

/// Entries of ECS17d.
#[rustfmt::skip]
pub static ECS17D: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 30, obis: [0, 0, 43, 2, 9, 255], index: 1, optional: false, items: &[2], protected: &[ProtectedAttribute { class_id: 1, obis: [0, 0, 94, 44, 34, 1], index: 2, items: &[0, 1] }] },
];

/// Entries of ECS17e.
#[rustfmt::skip]
pub static ECS17E: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 30, obis: [0, 0, 43, 2, 10, 255], index: 1, optional: false, items: &[1], protected: &[ProtectedAttribute { class_id: 1, obis: [0, 0, 94, 44, 34, 2], index: 2, items: &[0] }] },
];

/// Entries of ECS18a.
#[rustfmt::skip]
pub static ECS18A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 5, 2], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 4, obis: [1, 0, 2, 6, 0, 255], index: 2, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 4, obis: [1, 0, 2, 6, 0, 255], index: 3, optional: false, items: &[2, 3], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 4, obis: [1, 0, 2, 6, 0, 255], index: 5, optional: false, items: &[4], protected: &[] },
];

/// Entries of ECS18b.
#[rustfmt::skip]
pub static ECS18B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 5, 0], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 5, 1], index: 2, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 4, obis: [1, 0, 1, 6, 0, 255], index: 2, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 4, obis: [1, 0, 1, 6, 0, 255], index: 3, optional: false, items: &[3, 4], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 4, obis: [1, 0, 1, 6, 0, 255], index: 5, optional: false, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 4, obis: [1, 0, 1, 6, 1, 255], index: 2, optional: false, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 4, obis: [1, 0, 1, 6, 1, 255], index: 3, optional: false, items: &[7, 8], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 4, obis: [1, 0, 1, 6, 1, 255], index: 5, optional: false, items: &[9], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 10, obis: [0, 0, 12, 0, 0, 255], index: 2, optional: false, items: &[10, 11, 12, 13, 14, 15, 16, 17, 18, 19], protected: &[] },
];

/// Entries of ECS19.
#[rustfmt::skip]
pub static ECS19: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 30, obis: [0, 0, 43, 2, 1, 255], index: 1, optional: false, items: &[6], protected: &[ProtectedAttribute { class_id: 1, obis: [0, 0, 94, 44, 34, 30], index: 2, items: &[0, 1, 2, 3, 4, 5] }] },
];

/// Entries of ECS20a.
#[rustfmt::skip]
pub static ECS20A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 0, 98, 1, 4, 255], index: 2, optional: false, items: &[0, 1, 2, 3, 4], protected: &[] },
];

/// Entries of ECS20b.
#[rustfmt::skip]
pub static ECS20B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 30, obis: [0, 0, 43, 2, 3, 255], index: 1, optional: false, items: &[15, 16, 17], protected: &[ProtectedAttribute { class_id: 7, obis: [0, 0, 98, 1, 2, 255], index: 2, items: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] }] },
];

/// Entries of ECS20c.
#[rustfmt::skip]
pub static ECS20C: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 30, obis: [0, 0, 43, 2, 2, 255], index: 1, optional: false, items: &[16, 17, 18], protected: &[ProtectedAttribute { class_id: 7, obis: [0, 0, 98, 1, 0, 255], index: 2, items: &[0, 1, 2, 3, 4, 5, 6, 7, 8] }, ProtectedAttribute { class_id: 7, obis: [0, 0, 98, 1, 1, 255], index: 2, items: &[9, 10, 11, 12, 13, 14, 15] }] },
];

/// Entries of ECS20d.
#[rustfmt::skip]
pub static ECS20D: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 0, 98, 1, 5, 255], index: 2, optional: false, items: &[0, 1, 2, 3, 4], protected: &[] },
];

/// Entries of ECS21a.
#[rustfmt::skip]
pub static ECS21A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 30, obis: [0, 0, 43, 2, 5, 255], index: 1, optional: false, items: &[9, 10, 11], protected: &[ProtectedAttribute { class_id: 7, obis: [0, 0, 98, 1, 9, 255], index: 2, items: &[0, 1, 2, 3, 4, 5, 6, 7, 8] }] },
];

/// Entries of ECS21b.
#[rustfmt::skip]
pub static ECS21B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 30, obis: [0, 0, 43, 2, 6, 255], index: 1, optional: false, items: &[7, 8, 9], protected: &[ProtectedAttribute { class_id: 7, obis: [0, 0, 98, 1, 8, 255], index: 2, items: &[0, 1, 2, 3, 4, 5, 6] }] },
];

/// Entries of ECS21c.
#[rustfmt::skip]
pub static ECS21C: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 0, 98, 1, 10, 255], index: 2, optional: false, items: &[0, 1, 2, 3, 4], protected: &[] },
];

/// Entries of ECS22a.
#[rustfmt::skip]
pub static ECS22A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 0, 99, 1, 1, 255], index: 2, optional: false, items: &[0, 1, 2, 3, 4, 5], protected: &[] },
];

/// Entries of ECS22b.
#[rustfmt::skip]
pub static ECS22B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 30, obis: [0, 0, 43, 2, 7, 255], index: 1, optional: false, items: &[3, 4, 5], protected: &[ProtectedAttribute { class_id: 7, obis: [0, 0, 99, 1, 0, 255], index: 2, items: &[0, 1, 2] }] },
];

/// Entries of ECS22c.
#[rustfmt::skip]
pub static ECS22C: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 0, 99, 1, 2, 255], index: 2, optional: false, items: &[0, 1, 2, 3, 4], protected: &[] },
];

/// Entries of ECS23.
#[rustfmt::skip]
pub static ECS23: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 3, optional: false, items: &[1, 2], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 2, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 3, optional: false, items: &[4, 5], protected: &[] },
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 2, optional: false, items: &[6, 7, 8, 9, 10], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 4, optional: false, items: &[11], protected: &[] },
];

/// Entries of ECS23b.
#[rustfmt::skip]
pub static ECS23B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 3, optional: false, items: &[1, 2], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 2, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 3, optional: false, items: &[4, 5], protected: &[] },
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 2, optional: false, items: &[6, 7, 8, 9, 10], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 4, optional: false, items: &[11], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 52, 32, 0, 4], index: 2, optional: false, items: &[12], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 52, 32, 0, 4], index: 3, optional: false, items: &[13, 14], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 52, 36, 0, 4], index: 2, optional: false, items: &[15], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 52, 36, 0, 4], index: 3, optional: false, items: &[16, 17], protected: &[] },
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [1, 0, 52, 24, 0, 255], index: 2, optional: false, items: &[18, 19, 20, 21, 22], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 7, obis: [1, 0, 52, 24, 0, 255], index: 4, optional: false, items: &[23], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 72, 32, 0, 4], index: 2, optional: false, items: &[24], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 72, 32, 0, 4], index: 3, optional: false, items: &[25, 26], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 72, 36, 0, 4], index: 2, optional: false, items: &[27], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [1, 0, 72, 36, 0, 4], index: 3, optional: false, items: &[28, 29], protected: &[] },
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [1, 0, 72, 24, 0, 255], index: 2, optional: false, items: &[30, 31, 32, 33, 34], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 7, obis: [1, 0, 72, 24, 0, 255], index: 4, optional: false, items: &[35], protected: &[] },
];

/// Entries of ECS24.
#[rustfmt::skip]
pub static ECS24: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [0, 0, 94, 44, 1, 7], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [0, 0, 94, 44, 1, 7], index: 3, optional: false, items: &[1, 2], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 3, optional: false, items: &[3, 4, 5], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 4, optional: false, items: &[6, 7, 8, 9, 10, 11, 12, 13], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 20, obis: [0, 0, 13, 0, 0, 255], index: 5, optional: false, items: &[14, 15, 16, 17], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 11, obis: [0, 0, 11, 0, 0, 255], index: 2, optional: false, items: &[18, 19, 20], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 21, obis: [0, 0, 16, 0, 11, 255], index: 2, optional: false, items: &[21], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 21, obis: [0, 0, 16, 0, 12, 255], index: 2, optional: false, items: &[22], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 21, obis: [0, 0, 16, 0, 13, 255], index: 2, optional: false, items: &[23], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 21, obis: [0, 0, 16, 0, 14, 255], index: 2, optional: false, items: &[24], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 21, obis: [0, 0, 16, 0, 15, 255], index: 2, optional: false, items: &[25], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 21, obis: [0, 0, 16, 0, 16, 255], index: 2, optional: false, items: &[26], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 21, obis: [0, 0, 16, 0, 17, 255], index: 2, optional: false, items: &[27], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 21, obis: [0, 0, 16, 0, 18, 255], index: 2, optional: false, items: &[28], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 9000, obis: [0, 0, 94, 44, 2, 0], index: 2, optional: false, items: &[29], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 113, obis: [0, 0, 19, 20, 4, 255], index: 5, optional: false, items: &[30, 31, 32, 33, 34, 35, 36], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 113, obis: [0, 0, 19, 20, 0, 255], index: 5, optional: false, items: &[37, 38, 39, 40, 41, 42, 43], protected: &[] },
];

/// Entries of ECS24b.
#[rustfmt::skip]
pub static ECS24B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 113, obis: [0, 0, 19, 20, 5, 255], index: 5, optional: false, items: &[0, 1, 2, 3, 4, 5, 6], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [0, 0, 94, 44, 1, 8], index: 2, optional: false, items: &[7], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [0, 0, 94, 44, 1, 8], index: 3, optional: false, items: &[8, 9], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 11, obis: [0, 0, 11, 0, 1, 255], index: 2, optional: false, items: &[10, 11, 12], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 3, optional: false, items: &[13, 14, 15], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 4, optional: false, items: &[16, 17, 18, 19, 20, 21, 22, 23], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 20, obis: [0, 0, 13, 0, 1, 255], index: 5, optional: false, items: &[24, 25, 26, 27], protected: &[] },
];

/// Entries of ECS25a.
#[rustfmt::skip]
pub static ECS25A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 30, 97, 98, 11, 255], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS25a1.
#[rustfmt::skip]
pub static ECS25A1: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 30, 97, 98, 12, 255], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS25a2.
#[rustfmt::skip]
pub static ECS25A2: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 30, 97, 98, 13, 255], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS25a3.
#[rustfmt::skip]
pub static ECS25A3: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 30, 97, 98, 14, 255], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS25b.
#[rustfmt::skip]
pub static ECS25B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 33, 97, 98, 11, 255], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS25b3.
#[rustfmt::skip]
pub static ECS25B3: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 33, 97, 98, 14, 255], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS25r1.
#[rustfmt::skip]
pub static ECS25R1: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 30, 97, 98, 15, 255], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 30, 97, 98, 16, 255], index: 2, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 30, 97, 98, 17, 255], index: 2, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 30, 97, 98, 18, 255], index: 2, optional: false, items: &[3], protected: &[] },
];

/// Entries of ECS25r2.
#[rustfmt::skip]
pub static ECS25R2: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 33, 97, 98, 15, 255], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 33, 97, 98, 18, 255], index: 2, optional: false, items: &[1], protected: &[] },
];

/// Entries of ECS26a.
#[rustfmt::skip]
pub static ECS26A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 5, optional: false, items: &[0, 1, 2, 3, 4, 5, 6], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 11, obis: [0, 0, 11, 0, 2, 255], index: 2, optional: false, items: &[7, 8, 9], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 8, optional: false, items: &[10], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 113, obis: [0, 0, 19, 20, 1, 255], index: 5, optional: false, items: &[11, 12, 13, 14, 15, 16, 17], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 5, optional: false, items: &[18, 19, 20, 21, 22, 23, 24], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 8, optional: false, items: &[25], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 113, obis: [0, 0, 19, 20, 2, 255], index: 5, optional: false, items: &[26, 27, 28, 29, 30, 31, 32], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 113, obis: [0, 0, 19, 20, 3, 255], index: 13, optional: false, items: &[33], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 9000, obis: [0, 0, 94, 44, 2, 10], index: 2, optional: false, items: &[34], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 21, obis: [0, 0, 16, 0, 1, 255], index: 2, optional: false, items: &[35], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 9000, obis: [0, 0, 94, 44, 2, 20], index: 2, optional: false, items: &[36], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 111, obis: [0, 0, 19, 0, 0, 255], index: 16, optional: false, items: &[37], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 111, obis: [0, 0, 19, 0, 0, 255], index: 18, optional: false, items: &[38], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 111, obis: [0, 0, 19, 0, 0, 255], index: 19, optional: false, items: &[39], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 112, obis: [0, 0, 19, 10, 1, 255], index: 9, optional: false, items: &[40], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 112, obis: [0, 0, 19, 10, 1, 255], index: 10, optional: false, items: &[41], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 10, obis: [0, 0, 12, 0, 1, 255], index: 2, optional: false, items: &[42, 43, 44, 45, 46, 47, 48, 49, 50, 51], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 111, obis: [0, 0, 19, 0, 0, 255], index: 11, optional: false, items: &[52], protected: &[] },
];

/// Entries of ECS26b.
#[rustfmt::skip]
pub static ECS26B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 4, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 6, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 4, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 6, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 4, optional: false, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 6, optional: false, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 4, optional: false, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 6, optional: false, items: &[7], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [1, 0, 32, 35, 0, 4], index: 2, optional: false, items: &[8], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [1, 0, 32, 31, 0, 4], index: 2, optional: false, items: &[9], protected: &[] },
];

/// Entries of ECS26c.
#[rustfmt::skip]
pub static ECS26C: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 0], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 2], index: 2, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 1], index: 2, optional: false, items: &[2], protected: &[] },
];

/// Entries of ECS26f.
#[rustfmt::skip]
pub static ECS26F: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 21, obis: [0, 0, 16, 0, 0, 255], index: 2, optional: false, items: &[0, 1], protected: &[] },
];

/// Entries of ECS26j.
#[rustfmt::skip]
pub static ECS26J: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 111, obis: [0, 0, 19, 0, 0, 255], index: 2, optional: false, items: &[0, 1], protected: &[] },
];

/// Entries of ECS26k.
#[rustfmt::skip]
pub static ECS26K: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 4, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 6, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 4, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 6, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 4, optional: false, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 6, optional: false, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 4, optional: false, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 6, optional: false, items: &[7], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [1, 0, 32, 35, 0, 4], index: 2, optional: false, items: &[8], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [1, 0, 32, 31, 0, 4], index: 2, optional: false, items: &[9], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [1, 0, 52, 31, 0, 4], index: 2, optional: false, items: &[10], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [1, 0, 52, 35, 0, 4], index: 2, optional: false, items: &[11], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [1, 0, 72, 31, 0, 4], index: 2, optional: false, items: &[12], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [1, 0, 72, 35, 0, 4], index: 2, optional: false, items: &[13], protected: &[] },
];

/// Entries of ECS26l.
#[rustfmt::skip]
pub static ECS26L: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 22, obis: [0, 0, 15, 0, 0, 255], index: 4, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS26m.
#[rustfmt::skip]
pub static ECS26M: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 96, 1, 2, 255], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 96, 1, 4, 255], index: 2, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 96, 1, 6, 255], index: 2, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 4], index: 2, optional: false, items: &[3], protected: &[] },
];

/// Entries of ECS26n.
#[rustfmt::skip]
pub static ECS26N: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 96, 1, 4, 255], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 96, 1, 6, 255], index: 2, optional: false, items: &[1], protected: &[] },
];

/// Entries of ECS27.
#[rustfmt::skip]
pub static ECS27: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 9000, obis: [0, 0, 94, 44, 0, 3], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [0, 0, 94, 44, 42, 255], index: 2, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 3, obis: [0, 0, 94, 44, 42, 255], index: 3, optional: false, items: &[2, 3], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 0, 255], index: 4, optional: false, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 0, 255], index: 6, optional: false, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 71, obis: [0, 0, 17, 0, 0, 255], index: 7, optional: false, items: &[6], protected: &[] },
];

/// Entries of ECS28a.
#[rustfmt::skip]
pub static ECS28A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 0, 3], index: 4, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 7], index: 4, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 6], index: 4, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 8], index: 4, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 0, 3], index: 6, optional: false, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 7], index: 6, optional: false, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 6], index: 6, optional: false, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 8], index: 6, optional: false, items: &[7], protected: &[] },
];

/// Entries of ECS28b.
#[rustfmt::skip]
pub static ECS28B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [0, 0, 94, 44, 42, 255], index: 1, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS29a.
#[rustfmt::skip]
pub static ECS29A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 4, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 4, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 6, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 4, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 6, optional: false, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 4, optional: false, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 6, optional: false, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 4, optional: false, items: &[7], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 6, optional: false, items: &[8], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 32, 35, 0, 4], index: 2, optional: false, items: &[9], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 32, 31, 0, 4], index: 2, optional: false, items: &[10], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 1, optional: false, items: &[11], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 1, optional: false, items: &[12], protected: &[] },
];

/// Entries of ECS29b.
#[rustfmt::skip]
pub static ECS29B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 4, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 7, obis: [1, 0, 52, 24, 0, 255], index: 4, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 7, obis: [1, 0, 72, 24, 0, 255], index: 4, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 4, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 6, optional: false, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 4, optional: false, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 6, optional: false, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 4, optional: false, items: &[7], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 6, optional: false, items: &[8], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 4, optional: false, items: &[9], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 6, optional: false, items: &[10], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 32, 35, 0, 4], index: 2, optional: false, items: &[11], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 32, 31, 0, 4], index: 2, optional: false, items: &[12], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 52, 31, 0, 4], index: 2, optional: false, items: &[13], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 52, 35, 0, 4], index: 2, optional: false, items: &[14], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 72, 31, 0, 4], index: 2, optional: false, items: &[15], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 72, 35, 0, 4], index: 2, optional: false, items: &[16], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 1, optional: false, items: &[17], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 1, optional: false, items: &[18], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 52, 32, 0, 4], index: 1, optional: false, items: &[19], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 52, 36, 0, 4], index: 1, optional: false, items: &[20], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 72, 32, 0, 4], index: 1, optional: false, items: &[21], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 72, 36, 0, 4], index: 1, optional: false, items: &[22], protected: &[] },
];

/// Entries of ECS29c.
#[rustfmt::skip]
pub static ECS29C: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 32, 31, 0, 4], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 32, 35, 0, 4], index: 2, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 4, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 4, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 6, optional: false, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 4, optional: false, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 6, optional: false, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 4, optional: false, items: &[7], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 6, optional: false, items: &[8], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 4, optional: false, items: &[9], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 6, optional: false, items: &[10], protected: &[] },
];

/// Entries of ECS29d.
#[rustfmt::skip]
pub static ECS29D: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 32, 31, 0, 4], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 32, 35, 0, 4], index: 2, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 52, 31, 0, 4], index: 2, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 52, 35, 0, 4], index: 2, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 72, 31, 0, 4], index: 2, optional: false, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 72, 35, 0, 4], index: 2, optional: false, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 7, obis: [1, 0, 32, 24, 0, 255], index: 4, optional: false, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 7, obis: [1, 0, 52, 24, 0, 255], index: 4, optional: false, items: &[7], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 7, obis: [1, 0, 72, 24, 0, 255], index: 4, optional: false, items: &[8], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 4, optional: false, items: &[9], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 1, 255], index: 6, optional: false, items: &[10], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 4, optional: false, items: &[11], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 2, 255], index: 6, optional: false, items: &[12], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 4, optional: false, items: &[13], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 3, 255], index: 6, optional: false, items: &[14], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 4, optional: false, items: &[15], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 71, obis: [0, 0, 17, 0, 4, 255], index: 6, optional: false, items: &[16], protected: &[] },
];

/// Entries of ECS29e.
#[rustfmt::skip]
pub static ECS29E: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 1, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 1, optional: false, items: &[1], protected: &[] },
];

/// Entries of ECS29f.
#[rustfmt::skip]
pub static ECS29F: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 32, 32, 0, 4], index: 1, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 32, 36, 0, 4], index: 1, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 52, 32, 0, 4], index: 1, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 52, 36, 0, 4], index: 1, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 72, 32, 0, 4], index: 1, optional: false, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 3, obis: [1, 0, 72, 36, 0, 4], index: 1, optional: false, items: &[5], protected: &[] },
];

/// Entries of ECS30a.
#[rustfmt::skip]
pub static ECS30A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 22, obis: [0, 0, 15, 0, 0, 255], index: 4, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS34.
#[rustfmt::skip]
pub static ECS34: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 21, obis: [0, 0, 16, 0, 0, 255], index: 2, optional: false, items: &[0, 1], protected: &[] },
];

/// Entries of ECS35a.
#[rustfmt::skip]
pub static ECS35A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 0, 99, 98, 0, 255], index: 2, optional: false, items: &[0, 1, 2, 3, 4, 5], protected: &[] },
];

/// Entries of ECS35b.
#[rustfmt::skip]
pub static ECS35B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 0, 99, 98, 1, 255], index: 2, optional: false, items: &[0, 1, 2, 3, 4], protected: &[] },
];

/// Entries of ECS35c.
#[rustfmt::skip]
pub static ECS35C: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 0, 99, 98, 0, 255], index: 2, optional: false, items: &[0, 1, 2, 3, 4, 5], protected: &[] },
];

/// Entries of ECS35d.
#[rustfmt::skip]
pub static ECS35D: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 0, 99, 98, 1, 255], index: 2, optional: false, items: &[0, 1, 2, 3, 4], protected: &[] },
];

/// Entries of ECS35e.
#[rustfmt::skip]
pub static ECS35E: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 0, 99, 98, 4, 255], index: 2, optional: false, items: &[0, 1, 2, 3, 4, 5], protected: &[] },
];

/// Entries of ECS35g.
#[rustfmt::skip]
pub static ECS35G: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 17, 99, 98, 2, 255], index: 2, optional: false, items: &[0, 1, 2, 3, 4, 5, 6], protected: &[] },
];

/// Entries of ECS37.
#[rustfmt::skip]
pub static ECS37: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 10, obis: [0, 0, 12, 0, 0, 255], index: 2, optional: false, items: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], protected: &[] },
];

/// Entries of ECS38.
#[rustfmt::skip]
pub static ECS38: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 1], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS39a.
#[rustfmt::skip]
pub static ECS39A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 34, 11], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS39b.
#[rustfmt::skip]
pub static ECS39B: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [1, 0, 0, 0, 2, 255], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS40.
#[rustfmt::skip]
pub static ECS40: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 34, 11], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [1, 0, 0, 0, 2, 255], index: 2, optional: false, items: &[1], protected: &[] },
];

/// Entries of ECS42.
#[rustfmt::skip]
pub static ECS42: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 9, obis: [0, 0, 10, 0, 106, 255], index: 1, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS43.
#[rustfmt::skip]
pub static ECS43: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 9, obis: [0, 0, 10, 0, 106, 255], index: 1, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS44.
#[rustfmt::skip]
pub static ECS44: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 9, obis: [0, 0, 10, 0, 106, 255], index: 1, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS45.
#[rustfmt::skip]
pub static ECS45: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 70, obis: [0, 0, 96, 3, 10, 255], index: 3, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS46a.
#[rustfmt::skip]
pub static ECS46A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 11], index: 2, optional: true, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 12], index: 2, optional: true, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 13], index: 2, optional: true, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 14], index: 2, optional: true, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 15], index: 2, optional: true, items: &[4], protected: &[] },
];

/// Entries of ECS46d.
#[rustfmt::skip]
pub static ECS46D: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 11, obis: [0, 1, 11, 0, 3, 255], index: 2, optional: false, items: &[0, 1, 2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 10, obis: [0, 1, 12, 0, 2, 255], index: 2, optional: false, items: &[3, 4, 5, 6, 7, 8, 9, 10, 11, 12], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 26], index: 6, optional: false, items: &[13], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 9000, obis: [0, 0, 94, 44, 128, 35], index: 6, optional: false, items: &[14], protected: &[] },
];

/// Entries of ECS47a.
#[rustfmt::skip]
pub static ECS47A: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 117, 1], index: 2, optional: true, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 117, 2], index: 2, optional: true, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 118, 1], index: 2, optional: true, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 118, 2], index: 2, optional: true, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 119, 1], index: 2, optional: true, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 119, 2], index: 2, optional: true, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 120, 1], index: 2, optional: true, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 120, 2], index: 2, optional: true, items: &[7], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 121, 1], index: 2, optional: true, items: &[8], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 121, 2], index: 2, optional: true, items: &[9], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 9, obis: [0, 0, 10, 0, 103, 255], index: 1, optional: false, items: &[10], protected: &[] },
];

/// Entries of ECS47e.
#[rustfmt::skip]
pub static ECS47E: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 117, 3], index: 2, optional: true, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 117, 4], index: 2, optional: true, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 118, 3], index: 2, optional: true, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 118, 4], index: 2, optional: true, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 119, 3], index: 2, optional: true, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 119, 4], index: 2, optional: true, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 120, 3], index: 2, optional: true, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 120, 4], index: 2, optional: true, items: &[7], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 121, 3], index: 2, optional: true, items: &[8], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 121, 4], index: 2, optional: true, items: &[9], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 9, obis: [0, 0, 10, 0, 107, 255], index: 1, optional: false, items: &[10], protected: &[] },
];

/// Entries of ECS48.
#[rustfmt::skip]
pub static ECS48: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 22, obis: [0, 0, 15, 1, 0, 255], index: 4, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS50.
#[rustfmt::skip]
pub static ECS50: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 3, 96, 13, 1, 255], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS52.
#[rustfmt::skip]
pub static ECS52: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 0, 2, 1, 255], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS57.
#[rustfmt::skip]
pub static ECS57: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 4, obis: [1, 0, 1, 6, 0, 255], index: 1, optional: true, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 4, obis: [1, 0, 1, 6, 1, 255], index: 1, optional: true, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 4, obis: [1, 0, 2, 6, 0, 255], index: 1, optional: true, items: &[2], protected: &[] },
];

/// Entries of ECS61c.
#[rustfmt::skip]
pub static ECS61C: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 7, 255], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::GetWithSelection, class_id: 7, obis: [0, 0, 99, 98, 20, 255], index: 2, optional: false, items: &[1, 2, 3, 4, 5], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 6, 1], index: 2, optional: false, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 6, 2], index: 2, optional: false, items: &[7], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 6, 3], index: 2, optional: false, items: &[8], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 6, 4], index: 2, optional: false, items: &[9], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 6, 5], index: 2, optional: false, items: &[10], protected: &[] },
];

/// Entries of ECS61d.
#[rustfmt::skip]
pub static ECS61D: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 11], index: 2, optional: true, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 12], index: 2, optional: true, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 13], index: 2, optional: true, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 14], index: 2, optional: true, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 15], index: 2, optional: true, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 11, obis: [0, 0, 11, 0, 3, 255], index: 2, optional: false, items: &[5, 6, 7], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 10, obis: [0, 0, 12, 0, 2, 255], index: 2, optional: false, items: &[8, 9, 10, 11, 12, 13, 14, 15, 16, 17], protected: &[] },
];

/// Entries of ECS61e.
#[rustfmt::skip]
pub static ECS61E: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 21], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 22], index: 2, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 23], index: 2, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 24], index: 2, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 25], index: 2, optional: false, items: &[4], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 31], index: 2, optional: false, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 32], index: 2, optional: false, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 33], index: 2, optional: false, items: &[7], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 34], index: 2, optional: false, items: &[8], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 1, obis: [0, 0, 94, 44, 0, 35], index: 2, optional: false, items: &[9], protected: &[] },
];

/// Entries of ECS62.
#[rustfmt::skip]
pub static ECS62: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 6, 1], index: 2, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 6, 2], index: 2, optional: false, items: &[1], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 6, 3], index: 2, optional: false, items: &[2], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 6, 4], index: 2, optional: false, items: &[3], protected: &[] },
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 6, 5], index: 2, optional: false, items: &[4], protected: &[] },
];

/// Entries of ECS66.
#[rustfmt::skip]
pub static ECS66: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Action, class_id: 30, obis: [0, 0, 43, 2, 4, 255], index: 1, optional: false, items: &[2, 3, 4], protected: &[ProtectedAttribute { class_id: 7, obis: [0, 0, 99, 1, 3, 255], index: 2, items: &[0, 1] }] },
];

/// Entries of ECS70.
#[rustfmt::skip]
pub static ECS70: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 8, obis: [0, 0, 1, 0, 0, 255], index: 9, optional: false, items: &[0], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 8, obis: [0, 0, 1, 0, 0, 255], index: 5, optional: false, items: &[1, 2, 3, 4], protected: &[] },
    DlmsRequest { access: AccessKind::Action, class_id: 8, obis: [0, 0, 1, 0, 0, 255], index: 4, optional: false, items: &[5], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 8, obis: [0, 0, 1, 0, 0, 255], index: 2, optional: false, items: &[6], protected: &[] },
    DlmsRequest { access: AccessKind::Get, class_id: 8, obis: [0, 0, 1, 0, 0, 255], index: 4, optional: false, items: &[7], protected: &[] },
];

/// Entries of ECS81.
#[rustfmt::skip]
pub static ECS81: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Set, class_id: 1, obis: [0, 0, 94, 44, 0, 4], index: 2, optional: false, items: &[0], protected: &[] },
];

/// Entries of ECS82.
#[rustfmt::skip]
pub static ECS82: &[DlmsRequest] = &[
    DlmsRequest { access: AccessKind::Get, class_id: 112, obis: [0, 0, 19, 10, 0, 255], index: 2, optional: false, items: &[0], protected: &[] },
];

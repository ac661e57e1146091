//! Known versions of GBCS, made from `parser/catalogue/gbcs-versions.csv`.
// Do not edit: change the text file and refresh.

use crate::catalogue::Version;

/// Known versions, oldest first.
#[rustfmt::skip]
pub static GBCS_VERSIONS: &[Version] = &[
    Version::of(&[0, 8, 1]),
    Version::of(&[1, 0]),
    Version::of(&[1, 1]),
    Version::of(&[2, 0]),
    Version::of(&[2, 1]),
    Version::of(&[3, 2]),
    Version::of(&[4, 0]),
    Version::of(&[4, 1]),
    Version::of(&[4, 2]),
    Version::of(&[4, 4]),
];

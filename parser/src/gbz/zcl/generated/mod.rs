//! Tables made from `parser/catalogue/zcl-*.txt`; the test `zcl` writes and compares them.

pub(super) mod clusters;
pub(crate) mod elements;

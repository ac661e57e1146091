//! DUIS and MMC XML: documents, and the records that they hold.

mod document;
mod records;

pub(crate) use document::{Documents, Found};
pub(crate) use records::{Stamp, records};

//! Names of the fields of DER payloads and certificates.

pub use crate::catalogue::generated::asn1_elements::*;

//! The standard's own tables: message codes, alert codes, status codes, roles, use cases.
//!
//! The data are reviewable text files in `parser/catalogue/`; the Rust tables here are made from
//! them and compared with them by a test.

pub mod items;

/// The language of a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Protocol {
    /// DLMS COSEM.
    Dlms,
    /// ZigBee Smart Energy components.
    Gbz,
    /// ASN.1 in DER.
    Asn1,
}

impl Protocol {
    /// `dlms`, `gbz` or `asn1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Dlms => "dlms",
            Self::Gbz => "gbz",
            Self::Asn1 => "asn1",
        }
    }
}

/// An entry of the table of message codes.
#[derive(Debug)]
pub struct MessageCode {
    /// The code.
    pub code: u16,
    /// Use case, such as `ECS23`.
    pub use_case: &'static str,
    /// Its title.
    pub name: &'static str,
    /// Language of the payload; `None` where it depends on the device or is not known.
    pub protocol: Option<Protocol>,
}

/// The entry of a message code.
#[must_use]
pub fn message_code(_code: u16) -> Option<&'static MessageCode> {
    None
}

/// The use case of a message code in two octets, for the decoded tree.
pub(crate) fn message_code_text(octets: &[u8]) -> Option<String> {
    let code = u16::from_be_bytes(octets.try_into().ok()?);
    message_code(code).map(|code| code.use_case.to_owned())
}

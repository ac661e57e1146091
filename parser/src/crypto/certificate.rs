//! What the key store needs of a certificate.

use super::key::PublicKey;
use crate::asn1;
use crate::catalogue::Role;
use crate::message::EntityId;
use crate::protection::Serial;
use crate::record::Time;

/// A certificate, as far as keys go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Serial number.
    pub serial: Serial,
    /// The party that it is for; a certification authority's names none.
    pub subject: Option<EntityId>,
    /// Remote party role.
    pub role: Option<Role>,
    /// Valid from; the beginning of time where the date cannot be read.
    pub not_before: Time,
    /// Valid to, the moment included; the end of time where the date cannot be read.
    pub not_after: Time,
    /// May it sign; `None` where no key usage is stated.
    pub digital_signature: Option<bool>,
    /// May it agree keys; `None` where no key usage is stated.
    pub key_agreement: Option<bool>,
    /// The key.
    pub public_key: PublicKey,
}

impl Certificate {
    /// Reads a certificate in DER.
    ///
    /// `None` where the octets are no certificate, or its key is none on P-256.
    #[must_use]
    pub fn parse(der: &[u8]) -> Option<Self> {
        let read = asn1::Certificate::parse(der).ok()?;
        Self::of(&read)
    }

    /// The same from a certificate that was read before, as one in a message is.
    #[must_use]
    pub fn of(read: &asn1::Certificate<'_>) -> Option<Self> {
        Some(Self {
            serial: Serial::new(read.serial)?,
            subject: read.entity_id,
            role: read.role,
            not_before: read.not_before.unwrap_or(Time(i64::MIN)),
            not_after: read.not_after.unwrap_or(Time(i64::MAX)),
            digital_signature: read.key_usage.map(|usage| usage.digital_signature()),
            key_agreement: read.key_usage.map(|usage| usage.key_agreement()),
            public_key: PublicKey::from_point(&read.public_key?).ok()?,
        })
    }

    /// True where the moment lies in the validity.
    #[must_use]
    pub fn is_valid_at(&self, time: Time) -> bool {
        self.not_before <= time && time <= self.not_after
    }
}

//! What became of a message's protection: MAC, signature, encrypted items.
//!
//! These are plain values without keys, so that a rule can read them whether or not the `crypto`
//! feature is there to fill them. Where nothing was checked, [`Protection::default`] says so: its
//! outcomes are [`Outcome::Absent`], and [`Protection::unchecked`] names what is there and was not
//! looked at.

use std::fmt;

use crate::message::{EntityId, Message, SignatureField};
use crate::span::Span;
use crate::tree::NodeId;

/// Serial number of a certificate: big endian, without leading zero octets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Serial {
    len: u8,
    octets: [u8; Self::MAX_OCTETS],
}

impl Serial {
    /// Octets that a serial number may have (RFC 5280, 4.1.2.2).
    pub const MAX_OCTETS: usize = 20;

    /// The serial in the octets of an INTEGER; `None` where it is longer than
    /// [`Serial::MAX_OCTETS`].
    #[must_use]
    pub fn new(octets: &[u8]) -> Option<Self> {
        let zeros = octets.iter().take_while(|octet| **octet == 0).count();
        let digits = octets.get(zeros..)?;
        let mut serial = Self { len: u8::try_from(digits.len()).ok()?, octets: [0; 20] };
        serial.octets.get_mut(..digits.len())?.copy_from_slice(digits);
        Some(serial)
    }

    /// Its octets, without leading zeros.
    #[must_use]
    pub fn octets(&self) -> &[u8] {
        self.octets.get(..usize::from(self.len)).unwrap_or_default()
    }
}

impl fmt::Display for Serial {
    /// Upper-case hexadecimal, two digits an octet; `00` for zero.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.len == 0 {
            return f.write_str("00");
        }
        self.octets().iter().try_for_each(|octet| write!(f, "{octet:02X}"))
    }
}

impl fmt::Debug for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyUsage {
    /// Agreeing the keys of MACs and encrypted items.
    KeyAgreement,
    /// Signing.
    DigitalSignature,
    /// Agreeing the keys of top up numbers.
    PrepaymentKeyAgreement,
}

impl KeyUsage {
    /// `ka`, `ds` or `pp-ka`: the word for it in the names of key files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::KeyAgreement => "ka",
            Self::DigitalSignature => "ds",
            Self::PrepaymentKeyAgreement => "pp-ka",
        }
    }
}

impl fmt::Display for KeyUsage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::KeyAgreement => "key agreement",
            Self::DigitalSignature => "digital signature",
            Self::PrepaymentKeyAgreement => "prepayment key agreement",
        })
    }
}

/// A party's key, named by its certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyRef {
    /// Whose key it is.
    pub party: EntityId,
    /// What it is for.
    pub usage: KeyUsage,
    /// Serial number of its certificate; `None` for a key that came without one.
    pub serial: Option<Serial>,
    /// True where the record's time is known and lies outside the certificate's validity.
    pub outside_validity: bool,
}

impl fmt::Display for KeyRef {
    /// `key agreement key of 90-B3-.. (certificate 0A1B, outside its validity)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} key of {}", self.usage, self.party)?;
        match self.serial {
            Some(serial) => write!(f, " (certificate {serial}")?,
            None => write!(f, " (no certificate")?,
        }
        if self.outside_validity {
            f.write_str(", outside its validity")?;
        }
        f.write_str(")")
    }
}

/// The two keys of a key agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Agreement {
    /// The key of the sending side: for a command's MAC the access control broker's.
    pub from: KeyRef,
    /// The key of the receiving side.
    pub to: KeyRef,
}

impl Agreement {
    /// True where either certificate was outside its validity.
    #[must_use]
    pub fn outside_validity(&self) -> bool {
        self.from.outside_validity || self.to.outside_validity
    }
}

impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} with {}", self.from, self.to)
    }
}

/// Why something was not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// There is neither certificate nor key of this party for this use.
    Certificate {
        /// Whose.
        party: EntityId,
        /// For what.
        usage: KeyUsage,
    },
    /// Both parties' certificates are there, but neither's private key.
    PrivateKey {
        /// One party.
        party: EntityId,
        /// The other.
        other: EntityId,
        /// For what.
        usage: KeyUsage,
    },
    /// This party has more keys for this use than are tried, and none of those that were does: one
    /// of the others may.
    Untried {
        /// Whose.
        party: EntityId,
        /// For what.
        usage: KeyUsage,
    },
    /// No access control broker was named and no certificate has that role.
    Broker,
    /// The fields that the keys depend on could not be read, or are of a kind for which no key is
    /// defined.
    Fields,
    /// No keys were given at all, or the program was built without cryptography.
    Cryptography,
}

impl Missing {
    /// The party whose key is missing, where it is one party's.
    #[must_use]
    pub fn party(&self) -> Option<EntityId> {
        match self {
            Self::Certificate { party, .. }
            | Self::PrivateKey { party, .. }
            | Self::Untried { party, .. } => Some(*party),
            Self::Broker | Self::Fields | Self::Cryptography => None,
        }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Certificate { party, usage } => write!(f, "no {usage} certificate of {party}"),
            Self::PrivateKey { party, other, usage } => {
                write!(f, "no private {usage} key of {party} or {other}")
            }
            Self::Untried { party, usage } => {
                write!(f, "more {usage} keys of {party} than are tried")
            }
            Self::Broker => f.write_str("no access control broker is known"),
            Self::Fields => f.write_str("the fields that the key depends on could not be read"),
            Self::Cryptography => f.write_str("no keys were given"),
        }
    }
}

/// Outcome of one check; `K` names the key or keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Outcome<K> {
    /// There is nothing to check.
    #[default]
    Absent,
    /// It verifies.
    Valid(K),
    /// It verifies under none of the keys.
    Invalid {
        /// The keys that were tried, in the order of trying.
        tried: Vec<K>,
        /// The octets of the message that were covered.
        covered: Span,
    },
    /// It could not be checked.
    NotChecked {
        /// What was missing.
        missing: Vec<Missing>,
    },
}

impl<K> Outcome<K> {
    /// `absent`, `valid`, `invalid` or `not-checked`: the word for it in JSON output.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Valid(_) => "valid",
            Self::Invalid { .. } => "invalid",
            Self::NotChecked { .. } => "not-checked",
        }
    }

    pub(crate) fn not_checked(missing: Missing) -> Self {
        Self::NotChecked { missing: vec![missing] }
    }
}

/// Outcome of a MAC.
pub type MacOutcome = Outcome<Agreement>;

/// Outcome of a signature.
pub type SignatureOutcome = Outcome<KeyRef>;

/// Outcome of one encrypted item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemOutcome {
    /// The ciphertext's node.
    pub ciphertext: NodeId,
    /// Valid: it was decrypted, and its plaintext stands in the tree; invalid: its tag verifies
    /// under none of the keys.
    pub outcome: Outcome<Agreement>,
}

impl ItemOutcome {
    /// `decrypted`, `failed` or `not-checked`: the word for it in JSON output.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self.outcome {
            Outcome::Valid(_) => "decrypted",
            Outcome::Invalid { .. } => "failed",
            Outcome::Absent | Outcome::NotChecked { .. } => "not-checked",
        }
    }
}

/// What became of a message's protection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Protection {
    /// The MAC.
    pub mac: MacOutcome,
    /// The signature.
    pub signature: SignatureOutcome,
    /// The encrypted items, in the order of the message.
    pub items: Vec<ItemOutcome>,
}

impl Protection {
    /// The protection of a message for which no keys were given: what is present is not checked.
    #[must_use]
    pub fn unchecked(message: &Message<'_>) -> Self {
        let missing = Missing::Cryptography;
        let mac = match message.envelope.mac {
            Some(_) => Outcome::not_checked(missing),
            None => Outcome::Absent,
        };
        let signature = match message.envelope.signature {
            Some(SignatureField::Present(_) | SignatureField::Wrong(_)) => {
                Outcome::not_checked(missing)
            }
            Some(SignatureField::Absent | SignatureField::Empty(_)) | None => Outcome::Absent,
        };
        let items = message
            .encrypted_items()
            .map(|item| ItemOutcome {
                ciphertext: item.ciphertext,
                outcome: Outcome::not_checked(missing),
            })
            .collect();
        Self { mac, signature, items }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_leave_out_the_sign_octet() {
        let serial = Serial::new(&[0x00, 0x8A, 0x01]).unwrap();
        assert_eq!(serial.to_string(), "8A01");
        assert_eq!(serial.octets(), [0x8A, 0x01]);
        assert_eq!(Serial::new(&[0]).unwrap().to_string(), "00");
        assert!(Serial::new(&[1; 21]).is_none());
        assert!(Serial::new(&[1; 20]).is_some());
    }

    #[test]
    fn a_key_is_named_by_its_certificate() {
        let key = KeyRef {
            party: EntityId([0x90, 0xB3, 0xD5, 0x1F, 0x30, 0, 0, 2]),
            usage: KeyUsage::KeyAgreement,
            serial: Serial::new(&[0x1B]),
            outside_validity: true,
        };
        assert_eq!(
            key.to_string(),
            "key agreement key of 90-B3-D5-1F-30-00-00-02 (certificate 1B, outside its validity)"
        );
    }
}

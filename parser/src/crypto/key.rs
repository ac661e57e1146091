//! Private and public keys on P-256.

use std::fmt;

use aws_lc_rs::agreement::{self, ECDH_P256, UnparsedPublicKey};
use aws_lc_rs::signature::{self, ECDSA_P256_SHA256_FIXED};
use p256::SecretKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::elliptic_curve::sec1::ToSec1Point;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::derive::SharedSecret;

/// Octets of a signature: r then s, 32 octets each.
pub const SIGNATURE_OCTETS: usize = 64;

/// Octets of a public key: 04, x, y.
const POINT_OCTETS: usize = 65;

/// The octets are no key on P-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKey;

impl fmt::Display for NotAKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the octets are no key on P-256")
    }
}

impl std::error::Error for NotAKey {}

/// A public key: a point on P-256, in uncompressed form.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PublicKey([u8; POINT_OCTETS]);

impl PublicKey {
    /// The key of a point in SEC 1 form, compressed or not.
    ///
    /// # Errors
    /// [`NotAKey`] where the octets are no point on the curve.
    pub fn from_point(octets: &[u8]) -> Result<Self, NotAKey> {
        let key = p256::PublicKey::from_sec1_bytes(octets).map_err(|_| NotAKey)?;
        Self::from_p256(&key)
    }

    /// The point: 04, x, y.
    #[must_use]
    pub fn point(&self) -> &[u8] {
        &self.0
    }

    /// True where `signature` is the key's signature of `covered`.
    #[must_use]
    pub fn verifies(&self, covered: &[u8], signature: &[u8]) -> bool {
        signature::UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, &self.0)
            .verify(covered, signature)
            .is_ok()
    }

    pub(super) fn from_p256(key: &p256::PublicKey) -> Result<Self, NotAKey> {
        let point = key.to_sec1_point(false);
        point.as_bytes().try_into().map(Self).map_err(|_| NotAKey)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PublicKey(")?;
        self.0.iter().take(9).try_for_each(|octet| write!(f, "{octet:02X}"))?;
        f.write_str("..)")
    }
}

/// A private key. It is zeroed when dropped and never shown.
pub struct PrivateKey {
    secret: SecretKey,
    agreement: agreement::PrivateKey,
    public: PublicKey,
}

impl PrivateKey {
    /// The key with this scalar, 32 octets big endian.
    ///
    /// # Errors
    /// [`NotAKey`] where the octets are not 32, zero, or not below the order of the curve.
    pub fn from_scalar(octets: &[u8]) -> Result<Self, NotAKey> {
        // The library takes shorter scalars too; a key file never has one.
        let octets: &[u8; 32] = octets.try_into().map_err(|_| NotAKey)?;
        Self::from_p256(SecretKey::from_slice(octets).map_err(|_| NotAKey)?)
    }

    /// A key made from a seed of any length: always the same from the same seed, for simulated
    /// devices and tests. It is no secret where the seed is none.
    #[must_use]
    pub fn from_seed(seed: &[u8]) -> Self {
        // Nearly every digest is a scalar; the counter is there for the one in 2^32 that is not.
        let mut counter = 0u32;
        loop {
            let mut hash = Sha256::new();
            hash.update(counter.to_be_bytes());
            hash.update(seed);
            if let Ok(key) = Self::from_scalar(&hash.finalize()) {
                return key;
            }
            counter = counter.wrapping_add(1);
        }
    }

    /// The scalar, 32 octets big endian: for writing key files.
    #[must_use]
    pub fn scalar(&self) -> Zeroizing<[u8; 32]> {
        let octets = Zeroizing::new(self.secret.to_bytes());
        Zeroizing::new(std::array::from_fn(|n| octets.get(n).copied().unwrap_or(0)))
    }

    /// The public key.
    #[must_use]
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The secret that this key and the other party's public key give (ECDH).
    ///
    /// # Errors
    /// [`NotAKey`] where the point is not on the curve.
    pub fn agree(&self, other: &PublicKey) -> Result<SharedSecret, NotAKey> {
        let other = UnparsedPublicKey::new(&ECDH_P256, other.point());
        agreement::agree(&self.agreement, other, NotAKey, SharedSecret::from_octets)
    }

    /// The signature of `covered`: ECDSA with SHA-256, r then s. The same octets always give the
    /// same signature (RFC 6979).
    #[must_use]
    pub fn sign(&self, covered: &[u8]) -> [u8; SIGNATURE_OCTETS] {
        let key = SigningKey::from(&self.secret);
        let signature: Signature = key.sign(covered);
        let octets = signature.to_bytes();
        std::array::from_fn(|n| octets.get(n).copied().unwrap_or(0))
    }

    pub(super) fn from_p256(secret: SecretKey) -> Result<Self, NotAKey> {
        let public = PublicKey::from_p256(&secret.public_key())?;
        let octets = Zeroizing::new(secret.to_bytes());
        let agreement = agreement::PrivateKey::from_private_key(&ECDH_P256, &octets[..])
            .map_err(|_| NotAKey)?;
        Ok(Self { secret, agreement, public })
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrivateKey(redacted, {:?})", self.public)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_agree_on_one_secret() {
        let (a, b) = (PrivateKey::from_seed(b"a"), PrivateKey::from_seed(b"b"));
        let (one, other) = (a.agree(b.public()).unwrap(), b.agree(a.public()).unwrap());
        assert_eq!(one.octets(), other.octets());
    }

    #[test]
    fn a_signature_verifies_and_is_the_same_every_time() {
        let key = PrivateKey::from_seed(b"signer");
        let signature = key.sign(b"covered");
        assert_eq!(signature, key.sign(b"covered"));
        assert!(key.public().verifies(b"covered", &signature));
        assert!(!key.public().verifies(b"Covered", &signature));
        assert!(!key.public().verifies(b"covered", &signature[..63]));
    }

    #[test]
    fn nothing_shows_a_private_key() {
        let key = PrivateKey::from_scalar(&[7; 32]).unwrap();
        let shown = format!("{key:?} {:#?}", key);
        assert!(!shown.contains("0707") && !shown.contains("7, 7"), "{shown}");
        assert!(shown.contains("redacted"));
    }

    #[test]
    fn what_is_no_scalar_is_no_key() {
        assert!(PrivateKey::from_scalar(&[0; 32]).is_err());
        assert!(PrivateKey::from_scalar(&[0xFF; 32]).is_err());
        assert!(PrivateKey::from_scalar(&[1; 31]).is_err());
        assert!(PublicKey::from_point(&[4; 65]).is_err());
    }
}

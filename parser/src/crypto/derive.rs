//! From a shared secret to the key of one message, and what the key does.
//!
//! Derivation: one round of the single step derivation of SP 800-56A with SHA-256. MAC: AES-128-GCM
//! without plaintext, its tag cut to 12 octets. Source: GBCS 4.3 and 6; checked on reference data
//! and on the published test vectors (GBCS 18.4).

use std::fmt;

use aes_gcm::aead::AeadInOut;
use aes_gcm::aead::consts::{U12, U16};
use aes_gcm::aes::Aes128;
use aes_gcm::{AesGcm, KeyInit};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::key::NotAKey;
use crate::message::EntityId;

/// Octets of a MAC, or of an item's tag.
pub const TAG_OCTETS: usize = 12;

/// GCM with tags of 12 octets: MACs and items.
type Gcm = AesGcm<Aes128, U12, U12>;

/// GCM with whole tags, of which a top up number takes the last four octets.
type GcmWholeTag = AesGcm<Aes128, U12, U16>;

/// The identifier of AES-128-GCM, as it stands at the start of the derivation's other information.
const ALGORITHM: [u8; 7] = [0x60, 0x85, 0x74, 0x06, 0x08, 0x03, 0x00];

/// Flag octet of encrypted items; for MACs it is the message's CRA flag.
pub const ITEM_FLAG: u8 = 0x04;

/// What two parties' keys agree on: the x coordinate of the point. Zeroed when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SharedSecret([u8; 32]);

impl SharedSecret {
    /// A secret of 32 octets.
    ///
    /// # Errors
    /// [`NotAKey`] where they are not 32.
    pub fn from_octets(octets: &[u8]) -> Result<Self, NotAKey> {
        octets.try_into().map(Self).map_err(|_| NotAKey)
    }

    /// The key of one message or of its items.
    #[must_use]
    pub fn derive(&self, input: &KeyInput) -> MessageKey {
        let mut hash = Sha256::new();
        hash.update([0, 0, 0, 1]);
        hash.update(self.0);
        input.update(&mut hash);
        let mut digest = hash.finalize();
        let key = MessageKey(std::array::from_fn(|n| digest.get(n).copied().unwrap_or(0)));
        digest.zeroize();
        key
    }

    #[cfg(test)]
    pub(super) fn octets(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for SharedSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SharedSecret(redacted)")
    }
}

/// What a message's key is derived from, besides the secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyInput {
    /// For a MAC the business originator; for an item the device.
    pub originator: EntityId,
    /// For a MAC the CRA flag; for an item [`ITEM_FLAG`].
    pub flag: u8,
    /// Originator counter; for an item the supplementary originator counter where there is one.
    pub counter: u64,
    /// For a MAC the business target; for an item the party that may read it.
    pub recipient: EntityId,
}

impl KeyInput {
    /// Gives the other information of the derivation, 33 octets.
    fn update(&self, hash: &mut Sha256) {
        hash.update(ALGORITHM);
        hash.update(self.originator.0);
        hash.update([0x09, self.flag]);
        hash.update(self.counter.to_be_bytes());
        hash.update(self.recipient.0);
    }
}

/// The initialisation vector: a system title and an invocation counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nonce {
    /// For a MAC the business originator; for an item the device.
    pub originator: EntityId,
    /// Invocation counter, as it stands in the header; 0 in every message that keeps to the rules.
    pub invocation_counter: u32,
}

impl Nonce {
    fn octets(self) -> [u8; 12] {
        let counter = self.invocation_counter.to_be_bytes();
        let mut parts = self.originator.0.into_iter().chain(counter);
        std::array::from_fn(|_| parts.next().unwrap_or(0))
    }
}

/// The tag does not verify under this key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TagMismatch;

impl fmt::Display for TagMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the tag does not verify under this key")
    }
}

impl std::error::Error for TagMismatch {}

/// The key of one message, 16 octets. Zeroed when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct MessageKey([u8; 16]);

impl MessageKey {
    /// The MAC of `covered`. What is covered in front of the message itself (security control and
    /// the fields of the MAC header) is the caller's: see `mac_prefix`.
    ///
    /// # Errors
    /// [`TagMismatch`] where the octets are more than GCM can cover, 2^36.
    pub fn mac(&self, nonce: Nonce, covered: &[u8]) -> Result<[u8; TAG_OCTETS], TagMismatch> {
        let (_, tag) = self.seal(nonce, covered, &[])?;
        Ok(tag)
    }

    /// Checks the MAC of `covered`, in constant time.
    ///
    /// # Errors
    /// [`TagMismatch`] where it is another.
    pub fn check_mac(&self, nonce: Nonce, covered: &[u8], mac: &[u8]) -> Result<(), TagMismatch> {
        self.open(nonce, covered, &[], mac).map(drop)
    }

    /// Encrypts; returns ciphertext and tag.
    ///
    /// # Errors
    /// [`TagMismatch`] where the octets are more than GCM can cover, 2^36.
    pub fn seal(
        &self,
        nonce: Nonce,
        additional: &[u8],
        plaintext: &[u8],
    ) -> Result<(Vec<u8>, [u8; TAG_OCTETS]), TagMismatch> {
        let mut octets = plaintext.to_vec();
        let tag = Gcm::new((&self.0).into())
            .encrypt_inout_detached(
                (&nonce.octets()).into(),
                additional,
                octets.as_mut_slice().into(),
            )
            .map_err(|_| TagMismatch)?;
        Ok((octets, tag.into()))
    }

    /// Decrypts, after the tag was checked in constant time.
    ///
    /// # Errors
    /// [`TagMismatch`] where it does not verify.
    pub fn open(
        &self,
        nonce: Nonce,
        additional: &[u8],
        ciphertext: &[u8],
        tag: &[u8],
    ) -> Result<Vec<u8>, TagMismatch> {
        let tag: &[u8; TAG_OCTETS] = tag.try_into().map_err(|_| TagMismatch)?;
        let mut octets = ciphertext.to_vec();
        Gcm::new((&self.0).into())
            .decrypt_inout_detached(
                (&nonce.octets()).into(),
                additional,
                octets.as_mut_slice().into(),
                tag.into(),
            )
            .map_err(|_| TagMismatch)?;
        Ok(octets)
    }

    /// The last four octets of the whole tag over `covered`: the MAC of a top up number.
    pub(super) fn last_four(&self, nonce: Nonce, covered: &[u8]) -> Result<u32, TagMismatch> {
        let mut nothing = [0u8; 0];
        let tag = GcmWholeTag::new((&self.0).into())
            .encrypt_inout_detached(
                (&nonce.octets()).into(),
                covered,
                nothing.as_mut_slice().into(),
            )
            .map_err(|_| TagMismatch)?;
        let tag = Zeroizing::new(<[u8; 16]>::from(tag));
        let [.., a, b, c, d] = *tag;
        Ok(u32::from_be_bytes([a, b, c, d]))
    }
}

impl fmt::Debug for MessageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MessageKey(redacted)")
    }
}

/// What a MAC covers in front of the octets from `DF` on: the security control octet, and the first
/// five fields of the MAC header with their lengths (in every message that keeps to the rules, five
/// empty fields: five zero octets).
#[must_use]
pub fn mac_prefix(security_control: u8, five_fields: &[u8], capacity: usize) -> Vec<u8> {
    let mut covered = Vec::with_capacity(1 + five_fields.len() + capacity);
    covered.push(security_control);
    covered.extend_from_slice(five_fields);
    covered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> Vec<u8> {
        (0..text.len())
            .step_by(2)
            .map(|n| u8::from_str_radix(&text[n..n + 2], 16).unwrap())
            .collect()
    }

    fn id(text: &str) -> EntityId {
        text.parse().unwrap()
    }

    fn secret(text: &str) -> SharedSecret {
        SharedSecret::from_octets(&hex(text)).unwrap()
    }

    #[test]
    fn the_key_of_a_commands_mac() {
        let z = secret("ed342441df01551a6beaff3b54adc981f4c6a7e71dff4c3e1cc80b3c9f4e5ac0");
        let input = KeyInput {
            originator: id("90b3d51f30010000"),
            flag: 1,
            counter: 1000,
            recipient: id("00db1234567890a0"),
        };
        assert_eq!(z.derive(&input).0[..], hex("ec1d51bd8f8bf0cdd2314cf396cc12c0"));
    }

    #[test]
    fn the_key_of_an_item() {
        let z = secret("afa16a4d1a999876856e9f073127d4ad518c095cb8df47404b9351c0baba3e06");
        let input = KeyInput {
            originator: id("00db1234567890a3"),
            flag: ITEM_FLAG,
            counter: 1000,
            recipient: id("90b3d51f30010000"),
        };
        assert_eq!(z.derive(&input).0[..], hex("2b11caa7c88c7b480a8485a750d89420"));
    }

    #[test]
    fn nothing_shows_a_secret() {
        let z = secret("ed342441df01551a6beaff3b54adc981f4c6a7e71dff4c3e1cc80b3c9f4e5ac0");
        assert_eq!(format!("{z:?}"), "SharedSecret(redacted)");
        assert_eq!(format!("{:?}", MessageKey([7; 16])), "MessageKey(redacted)");
    }

    #[test]
    fn what_was_sealed_opens_under_the_same_header_only() {
        let key = MessageKey([7; 16]);
        let nonce = Nonce { originator: id("00db1234567890a3"), invocation_counter: 0 };
        let (ciphertext, tag) = key.seal(nonce, &[0x31], b"plain").unwrap();
        assert_eq!(key.open(nonce, &[0x31], &ciphertext, &tag).unwrap(), b"plain");
        assert_eq!(key.open(nonce, &[0x30], &ciphertext, &tag), Err(TagMismatch));
        let other = Nonce { invocation_counter: 1, ..nonce };
        assert_eq!(key.open(other, &[0x31], &ciphertext, &tag), Err(TagMismatch));
        assert_eq!(key.open(nonce, &[0x31], &ciphertext, &tag[..11]), Err(TagMismatch));
    }
}

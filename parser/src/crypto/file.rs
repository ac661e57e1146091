//! Reading key files: certificates, private keys and public keys, in PEM or DER, under any name.
//!
//! Reading one file needs nothing but its name and octets, so files can be read in parallel.

use std::fmt;

use p256::SecretKey;
use p256::pkcs8::{DecodePrivateKey, DecodePublicKey};
use zeroize::Zeroizing;

use super::certificate::Certificate;
use super::key::{PrivateKey, PublicKey};
use crate::limits::MAX_KEY_FILE_OCTETS;
use crate::message::EntityId;
use crate::protection::KeyUsage;

/// What a file name such as `00db1234567890a0-ka.pem` says about its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameHint {
    /// The party.
    pub party: EntityId,
    /// What the key is for.
    pub usage: KeyUsage,
}

impl NameHint {
    /// The hint in a file name (its last part), if it has the form `<eui64>-{ka,ds,pp-ka}` with any
    /// extension. The identifier may have dashes of its own.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let name = name.rsplit(['/', '\\']).next()?;
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_ascii_lowercase();
        let usages =
            [KeyUsage::PrepaymentKeyAgreement, KeyUsage::KeyAgreement, KeyUsage::DigitalSignature];
        let (usage, id) = usages.into_iter().find_map(|usage| {
            let id = stem.strip_suffix(usage.name())?.strip_suffix('-')?;
            Some((usage, id))
        })?;
        Some(Self { party: id.parse().ok()?, usage })
    }
}

/// One thing that a key file holds.
#[derive(Debug)]
pub enum Content {
    /// A certificate.
    Certificate(Box<Certificate>),
    /// A private key.
    Private(Box<PrivateKey>),
    /// A public key without certificate.
    Public(PublicKey),
}

/// A key file that could be read.
#[derive(Debug)]
pub struct KeyFile {
    /// Its name, as it was given.
    pub name: String,
    /// What its name says.
    pub hint: Option<NameHint>,
    /// What it holds, in its order; never empty.
    pub contents: Vec<Content>,
}

/// Why a key file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyFileError {
    /// It is larger than any key file.
    TooLarge {
        /// Octets.
        octets: usize,
    },
    /// It has no octets.
    Empty,
    /// The PEM text is broken: a boundary without its other half, or no base64 between them.
    BadPem {
        /// Number of the PEM block, from 1.
        block: usize,
    },
    /// A PEM block is of a kind that holds no key, and the file holds nothing else.
    OtherLabel {
        /// The block's label.
        label: String,
    },
    /// The private key is encrypted; there is no way to give its password.
    Encrypted,
    /// Private key octets that are no key on P-256.
    BadPrivateKey,
    /// Public key octets that are no key on P-256.
    BadPublicKey,
    /// Octets that say they are a certificate and are none with a key on P-256.
    BadCertificate,
    /// Neither PEM nor a certificate or key in DER.
    Unknown,
}

impl fmt::Display for KeyFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { octets } => {
                write!(f, "{octets} octets are more than the {MAX_KEY_FILE_OCTETS} of a key file")
            }
            Self::Empty => f.write_str("the file is empty"),
            Self::BadPem { block } => write!(f, "PEM block {block} is broken"),
            Self::OtherLabel { label } => write!(f, "a PEM block of {label} holds no key"),
            Self::Encrypted => f.write_str("the private key is encrypted"),
            Self::BadPrivateKey => f.write_str("the private key is none on P-256"),
            Self::BadPublicKey => f.write_str("the public key is none on P-256"),
            Self::BadCertificate => {
                f.write_str("the certificate cannot be read or has no key on P-256")
            }
            Self::Unknown => f.write_str("neither a certificate nor a key, in PEM or DER"),
        }
    }
}

impl std::error::Error for KeyFileError {}

impl KeyFile {
    /// Reads a file. `name` may be a path; only its last part gives a hint.
    ///
    /// # Errors
    /// [`KeyFileError`] where any part of it cannot be used.
    pub fn read(name: &str, octets: &[u8]) -> Result<Self, KeyFileError> {
        if octets.len() > MAX_KEY_FILE_OCTETS {
            return Err(KeyFileError::TooLarge { octets: octets.len() });
        }
        if octets.is_empty() {
            return Err(KeyFileError::Empty);
        }
        let contents = match std::str::from_utf8(octets) {
            Ok(text) if text.contains(BEGIN) => pem(text)?,
            _ => vec![der(octets)?],
        };
        Ok(Self { name: name.to_owned(), hint: NameHint::of(name), contents })
    }
}

/// How a PEM block begins.
const BEGIN: &str = "-----BEGIN ";

/// All blocks of a PEM text; what stands between them is passed over.
fn pem(text: &str) -> Result<Vec<Content>, KeyFileError> {
    let mut contents = Vec::new();
    let mut passed_over = None;
    for (n, (at, _)) in text.match_indices(BEGIN).enumerate() {
        let bad = KeyFileError::BadPem { block: n + 1 };
        let block = text.get(at..).and_then(block_at).ok_or(bad.clone())?;
        let (label, octets) = pem_rfc7468::decode_vec(block.as_bytes()).map_err(|_| bad)?;
        let octets = Zeroizing::new(octets);
        match label {
            "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE" => {
                contents.push(certificate(&octets)?);
            }
            "PRIVATE KEY" | "EC PRIVATE KEY" => {
                contents.push(private(&octets).ok_or(KeyFileError::BadPrivateKey)??);
            }
            "PUBLIC KEY" => contents.push(public(&octets).ok_or(KeyFileError::BadPublicKey)?),
            "ENCRYPTED PRIVATE KEY" => return Err(KeyFileError::Encrypted),
            other => passed_over = Some(other.to_owned()),
        }
    }
    match (contents.is_empty(), passed_over) {
        (true, Some(label)) => Err(KeyFileError::OtherLabel { label }),
        _ => Ok(contents),
    }
}

/// The PEM block at the start of a text, up to the end of its last line.
fn block_at(text: &str) -> Option<&str> {
    const END: &str = "-----END ";
    let end = text.find(END)?;
    // A block that begins inside another belongs to a broken one.
    if text.get(BEGIN.len()..end)?.contains(BEGIN) {
        return None;
    }
    let label = end + END.len();
    let close = text.get(label..)?.find("-----")?;
    text.get(..label + close + 5)
}

/// A file in DER: whichever of the forms it is.
fn der(octets: &[u8]) -> Result<Content, KeyFileError> {
    if let Some(private) = private(octets) {
        return private;
    }
    if let Some(public) = public(octets) {
        return Ok(public);
    }
    certificate(octets).map_err(|error| match octets.first() {
        Some(0x30) => error,
        _ => KeyFileError::Unknown,
    })
}

fn certificate(octets: &[u8]) -> Result<Content, KeyFileError> {
    let read = Certificate::parse(octets).ok_or(KeyFileError::BadCertificate)?;
    Ok(Content::Certificate(Box::new(read)))
}

/// A private key in PKCS#8 or SEC 1; `None` where the octets are neither.
fn private(octets: &[u8]) -> Option<Result<Content, KeyFileError>> {
    let secret = SecretKey::from_pkcs8_der(octets).or_else(|_| SecretKey::from_sec1_der(octets));
    let key = PrivateKey::from_p256(secret.ok()?);
    Some(match key {
        Ok(key) => Ok(Content::Private(Box::new(key))),
        Err(_) => Err(KeyFileError::BadPrivateKey),
    })
}

fn public(octets: &[u8]) -> Option<Content> {
    let key = p256::PublicKey::from_public_key_der(octets).ok()?;
    PublicKey::from_p256(&key).ok().map(Content::Public)
}

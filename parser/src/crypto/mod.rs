//! Key store, key agreement, MAC, signature, decryption.
//!
//! [`KeyFile::read`] reads one file of keys, [`KeyStore`] holds what all of them say, and
//! [`Verifier::check`] checks a message and opens its encrypted items. Nothing here opens a path.
//! What was found out is a [`crate::protection::Protection`]. Which key is which, and what is
//! covered: `docs/cryptography.md`.

mod certificate;
mod derive;
mod file;
mod items;
mod key;
pub mod protect;
#[cfg(feature = "encode")]
mod renew;
mod store;
pub mod utrn;
mod verify;

pub use certificate::Certificate;
pub use derive::{ITEM_FLAG, KeyInput, MessageKey, Nonce, SharedSecret, TAG_OCTETS, TagMismatch};
pub use file::{Content, KeyFile, KeyFileError, NameHint};
pub use key::{NotAKey, PrivateKey, PublicKey, SIGNATURE_OCTETS};
pub use store::{KeyStore, Notice};
pub use verify::{Context, Keys, Verifier};

#[cfg(test)]
mod tests;

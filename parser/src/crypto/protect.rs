//! The other direction: signing, MACs and encrypted items, for fixtures and simulated devices.
//!
//! The order for a signed command: build header and content, sign what follows the tag `DF` up to
//! the end of the content, append `40` and the signature, then MAC.

use super::derive::{
    ITEM_FLAG, KeyInput, Nonce, SharedSecret, TAG_OCTETS, TagMismatch, mac_prefix,
};
use crate::message::EntityId;

/// Security control octet of a MAC.
pub const MAC_SECURITY_CONTROL: u8 = 0x11;

/// Security control octet of an encrypted item.
pub const ITEM_SECURITY_CONTROL: u8 = 0x31;

/// The first five fields of a MAC header, all empty.
const EMPTY_FIELDS: [u8; 5] = [0; 5];

/// The security header that a MAC or an item is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecurityHeader {
    /// Security control octet.
    pub control: u8,
    /// Invocation counter.
    pub invocation_counter: u32,
}

impl SecurityHeader {
    /// The header of every right MAC.
    pub const MAC: Self = Self { control: MAC_SECURITY_CONTROL, invocation_counter: 0 };

    /// The header of every right encrypted item.
    pub const ITEM: Self = Self { control: ITEM_SECURITY_CONTROL, invocation_counter: 0 };
}

/// The MAC of a message: `general_signing` are its octets from `DF` to the end of the signature
/// field, that field's length octet included. `secret` is that of the access control broker and
/// the device for a command, of the device and the recipient for a response or alert; `input` is
/// the message's own originator, CRA flag, counter and recipient.
///
/// # Errors
/// [`TagMismatch`] where the octets are more than GCM can cover, 2^36.
pub fn mac(
    secret: &SharedSecret,
    input: &KeyInput,
    header: SecurityHeader,
    general_signing: &[u8],
) -> Result<[u8; TAG_OCTETS], TagMismatch> {
    let mut covered = mac_prefix(header.control, &EMPTY_FIELDS, general_signing.len());
    covered.extend_from_slice(general_signing);
    let nonce =
        Nonce { originator: input.originator, invocation_counter: header.invocation_counter };
    secret.derive(input).mac(nonce, &covered)
}

/// Encrypts an item; returns the ciphertext followed by its tag. `secret` is that of the device and
/// the party that may read it, `counter` the supplementary originator counter where the response
/// has one, else the originator counter.
///
/// # Errors
/// [`TagMismatch`] where the octets are more than GCM can cover, 2^36.
pub fn seal_item(
    secret: &SharedSecret,
    device: EntityId,
    party: EntityId,
    counter: u64,
    header: SecurityHeader,
    plaintext: &[u8],
) -> Result<Vec<u8>, TagMismatch> {
    let input = KeyInput { originator: device, flag: ITEM_FLAG, counter, recipient: party };
    let nonce = Nonce { originator: device, invocation_counter: header.invocation_counter };
    let (mut sealed, tag) = secret.derive(&input).seal(nonce, &[header.control], plaintext)?;
    sealed.extend_from_slice(&tag);
    Ok(sealed)
}

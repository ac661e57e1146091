//! Certificates and key files of the corpus's parties, in the forms that a key folder holds:
//! `<entity identifier>-ka.pem`, `-ds.pem` and the same with `.key`; `-ka2` and `-ds2` of further keys.

use data_encoding::BASE64;
use gbcs_parser::EntityId;
use gbcs_parser::crypto::PrivateKey;
use gbcs_parser::encode::der;

use crate::party::{Party, secret};
use crate::random::digest;

const ECDSA_WITH_SHA256: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02];
const EC_PUBLIC_KEY: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01];
const PRIME256V1: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];
const COMMON_NAME: &[u8] = &[0x55, 0x04, 0x03];
const ORGANISATIONAL_UNIT: &[u8] = &[0x55, 0x04, 0x0B];
const UNIQUE_IDENTIFIER: &[u8] = &[0x55, 0x04, 0x2D];
const KEY_USAGE: &[u8] = &[0x55, 0x1D, 0x0F];
const SUBJECT_ALTERNATIVE_NAME: &[u8] = &[0x55, 0x1D, 0x11];
const HARDWARE_MODULE_NAME: &[u8] = &[0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x08, 0x04];
/// A hardware type of nobody: 2.25.1.
const HARDWARE_TYPE: &[u8] = &[0x69, 0x01];

/// What a certified key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Key agreement.
    Agreement,
    /// Digital signature.
    Signature,
}

impl Use {
    /// `ka` or `ds`, as in the names of key files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agreement => "ka",
            Self::Signature => "ds",
        }
    }

    fn key(self, party: &Party) -> &PrivateKey {
        match self {
            Self::Agreement => &party.agreement,
            Self::Signature => &party.signing,
        }
    }
}

/// The serial number of the certificate of a party's key: 127 bits, so that it is positive.
#[must_use]
pub fn serial_number(seed: u64, party: &Party, key_use: Use) -> u128 {
    let purpose: &[u8] = if party.renewed { b"second serial" } else { b"serial" };
    let digest = digest(seed, &[&party.id.0, purpose, key_use.name().as_bytes()]);
    let upper = digest.first_chunk().copied().map_or(0, u128::from_be_bytes);
    upper & (u128::MAX >> 1)
}

/// The certificate of a party's key, in DER. An organisation is named by its role and a unique
/// identifier in the subject, a device by a hardware module name.
#[must_use]
pub fn certificate(seed: u64, party: &Party, key_use: Use) -> Vec<u8> {
    let serial = serial_number(seed, party, key_use).to_be_bytes();
    let algorithm = der::sequence([oid(ECDSA_WITH_SHA256)]);
    let validity = der::sequence([
        der::value(0x17, "200101000000Z"),
        der::generalized_time("99991231235959Z"),
    ]);
    let signed = der::sequence([
        der::value(0xA0, der::integer(2)),
        der::unsigned(&serial),
        algorithm.clone(),
        der::sequence([name(COMMON_NAME, der::value(0x13, "GBCS corpus issuer"))]),
        validity,
        subject(party),
        public_key(key_use.key(party)),
        der::value(0xA3, der::sequence(extensions(party, key_use))),
    ]);
    let issuer = secret(seed, EntityId([0; 8]), "issuer");
    let signature = issuer.sign(&signed);
    let (r, s) = signature.split_at(32);
    let signature = der::sequence([der::unsigned(r), der::unsigned(s)]);
    der::sequence([signed, algorithm, der::bit_string(0, &signature)])
}

fn oid(content: &[u8]) -> Vec<u8> {
    der::value(der::OBJECT_IDENTIFIER, content)
}

fn name(kind: &[u8], value: Vec<u8>) -> Vec<u8> {
    der::constructed(der::SET, [der::sequence([oid(kind), value])])
}

fn subject(party: &Party) -> Vec<u8> {
    let Some(role) = party.role else { return der::sequence([[]; 0]) };
    der::sequence([
        name(ORGANISATIONAL_UNIT, der::value(der::UTF8_STRING, format!("{:02X}", role as u8))),
        name(UNIQUE_IDENTIFIER, der::bit_string(0, &party.id.0)),
    ])
}

fn public_key(key: &PrivateKey) -> Vec<u8> {
    der::sequence([curve(), der::bit_string(0, key.public().point())])
}

fn curve() -> Vec<u8> {
    der::sequence([oid(EC_PUBLIC_KEY), oid(PRIME256V1)])
}

fn extensions(party: &Party, key_use: Use) -> Vec<Vec<u8>> {
    let usage = match key_use {
        Use::Agreement => der::bit_string(3, &[0x08]),
        Use::Signature => der::bit_string(7, &[0x80]),
    };
    let mut extensions = vec![critical(KEY_USAGE, usage)];
    if party.role.is_none() {
        let module = der::sequence([oid(HARDWARE_TYPE), der::value(der::OCTET_STRING, party.id.0)]);
        let other = der::constructed(0xA0, [oid(HARDWARE_MODULE_NAME), der::value(0xA0, module)]);
        extensions.push(critical(SUBJECT_ALTERNATIVE_NAME, der::sequence([other])));
    }
    extensions
}

fn critical(kind: &[u8], value: Vec<u8>) -> Vec<u8> {
    let yes = der::value(der::BOOLEAN, [0xFF]);
    der::sequence([oid(kind), yes, der::value(der::OCTET_STRING, value)])
}

/// A file of a key folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFile {
    /// Its name.
    pub name: String,
    /// Its text, in PEM.
    pub text: String,
}

/// Certificates of both keys of a party and, where `private`, the keys themselves.
#[must_use]
pub fn key_files(seed: u64, party: &Party, private: bool) -> Vec<KeyFile> {
    let id: String = party.id.0.iter().map(|octet| format!("{octet:02x}")).collect();
    let mut files = Vec::new();
    for key_use in [Use::Agreement, Use::Signature] {
        let number = if party.renewed { "2" } else { "" };
        let name = format!("{id}-{}{number}", key_use.name());
        files.push(KeyFile {
            name: format!("{name}.pem"),
            text: pem("CERTIFICATE", &certificate(seed, party, key_use)),
        });
        if private {
            files.push(KeyFile {
                name: format!("{name}.key"),
                text: pem("PRIVATE KEY", &private_key(key_use.key(party))),
            });
        }
    }
    files
}

/// A private key in PKCS#8.
fn private_key(key: &PrivateKey) -> Vec<u8> {
    let public = der::value(0xA1, der::bit_string(0, key.public().point()));
    let inner = der::sequence([
        der::integer(1),
        der::value(der::OCTET_STRING, key.scalar().as_slice()),
        public,
    ]);
    der::sequence([der::integer(0), curve(), der::value(der::OCTET_STRING, inner)])
}

fn pem(label: &str, octets: &[u8]) -> String {
    let mut text = format!("-----BEGIN {label}-----\n");
    for (n, digit) in BASE64.encode(octets).chars().enumerate() {
        if n > 0 && n % 64 == 0 {
            text.push('\n');
        }
        text.push(digit);
    }
    text.push_str(&format!("\n-----END {label}-----\n"));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::party::{DeviceKind, Role};

    #[test]
    fn a_private_key_file_can_be_read_back() {
        use gbcs_parser::crypto::KeyStore;
        use gbcs_parser::protection::KeyUsage;
        let party = Party::organisation(1, Role::Supplier, 1);
        let files = key_files(1, &party, true);
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "4e6f7e0002000001-ka.pem",
                "4e6f7e0002000001-ka.key",
                "4e6f7e0002000001-ds.pem",
                "4e6f7e0002000001-ds.key",
            ]
        );
        let files = files.iter().map(|file| {
            gbcs_parser::crypto::KeyFile::read(&file.name, file.text.as_bytes()).unwrap()
        });
        let (store, notices) = KeyStore::from_files(files);
        assert!(notices.is_empty(), "{notices:?}");
        let key = store.private_key(party.id, KeyUsage::KeyAgreement).unwrap();
        assert_eq!(*key.scalar(), *party.agreement.scalar());
    }

    #[test]
    fn organisations_are_named_in_the_subject_and_devices_by_their_hardware() {
        let role = certificate(1, &Party::organisation(1, Role::Supplier, 1), Use::Agreement);
        assert!(role.windows(4).any(|part| part == [0x0C, 0x02, b'0', b'2']));
        let device = Party::device(1, DeviceKind::Esme, 1);
        let octets = certificate(1, &device, Use::Signature);
        let id = [&[0x04, 0x08][..], &device.id.0].concat();
        assert!(octets.windows(10).any(|part| part == id));
    }
}

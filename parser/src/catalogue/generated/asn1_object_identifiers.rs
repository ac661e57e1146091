//! Object identifiers that certificates name, made from `parser/catalogue/asn1-object-identifiers.csv`.
// Do not edit: change the text file and refresh.

/// Octets and names of object identifiers, in the order of their octets.
#[rustfmt::skip]
pub static OBJECT_IDENTIFIERS: &[(&[u8], &str)] = &[
    (&[42, 134, 72, 134, 247, 13, 1, 9, 14], "extension request"),
    (&[42, 134, 72, 206, 61, 2, 1], "EC public key"),
    (&[42, 134, 72, 206, 61, 3, 1, 7], "P-256"),
    (&[42, 134, 72, 206, 61, 4, 3, 2], "ECDSA with SHA-256"),
    (&[42, 134, 72, 206, 61, 4, 3, 3], "ECDSA with SHA-384"),
    (&[43, 6, 1, 5, 5, 7, 8, 4], "hardware module name"),
    (&[85, 4, 3], "common name"),
    (&[85, 4, 5], "serial number"),
    (&[85, 4, 6], "country name"),
    (&[85, 4, 10], "organization name"),
    (&[85, 4, 11], "organizational unit name"),
    (&[85, 4, 45], "unique identifier"),
    (&[85, 29, 14], "subject key identifier"),
    (&[85, 29, 15], "key usage"),
    (&[85, 29, 17], "subject alternative name"),
    (&[85, 29, 19], "basic constraints"),
    (&[85, 29, 32], "certificate policies"),
    (&[85, 29, 35], "authority key identifier"),
    (&[85, 29, 37], "extended key usage"),
];

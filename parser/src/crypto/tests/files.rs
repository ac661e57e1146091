//! Key files in every form, and what a store makes of them.

use p256::pkcs8::EncodePrivateKey;

use super::*;

fn pem(label: &str, der: &[u8]) -> String {
    pem_rfc7468::encode_string(label, pem_rfc7468::LineEnding::LF, der).unwrap()
}

fn secret(party: EntityId) -> p256::SecretKey {
    p256::SecretKey::from_slice(&agreement_key(party).scalar()[..]).unwrap()
}

fn pkcs8(party: EntityId) -> Vec<u8> {
    secret(party).to_pkcs8_der().unwrap().as_bytes().to_vec()
}

fn sec1(party: EntityId) -> Vec<u8> {
    secret(party).to_sec1_der().unwrap().to_vec()
}

fn read_private(octets: &[u8]) -> PublicKey {
    match &KeyFile::read("any.name", octets).unwrap().contents[..] {
        [Content::Private(key)] => *key.public(),
        other => panic!("{other:?}"),
    }
}

/// A value in DER with a short content.
fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let mut octets = vec![tag];
    match content.len() {
        length @ 0..=0x7F => octets.push(length as u8),
        length => octets.extend([0x82, (length >> 8) as u8, length as u8]),
    }
    octets.extend(content);
    octets
}

/// A device's certificate in DER, with the key agreement usage and without a true signature.
fn device_certificate(party: EntityId, key: &PublicKey) -> Vec<u8> {
    let oid = |octets: &[u8]| der(0x06, &[octets]);
    let ecdsa = der(0x30, &[&oid(&[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02])]);
    let common_name = der(0x30, &[&oid(&[0x55, 4, 3]), &der(0x0C, &[b"T1"])]);
    let issuer = der(0x30, &[&der(0x31, &[&common_name])]);
    let validity = der(0x30, &[&der(0x17, &[b"200101000000Z"]), &der(0x18, &[b"99991231235959Z"])]);
    let algorithm = der(
        0x30,
        &[
            &oid(&[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]),
            &oid(&[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]),
        ],
    );
    let info = der(0x30, &[&algorithm, &der(0x03, &[&[0], key.point()])]);
    let usage =
        der(0x30, &[&oid(&[0x55, 0x1D, 0x0F]), &der(1, &[&[0xFF]]), &der(4, &[&[3, 2, 3, 8]])]);
    let module = der(0x30, &[&oid(&[0x2A, 3]), &der(4, &[&party.0])]);
    let other_name = der(0xA0, &[&oid(&[0x2B, 6, 1, 5, 5, 7, 8, 4]), &der(0xA0, &[&module])]);
    let name = der(
        0x30,
        &[&oid(&[0x55, 0x1D, 0x11]), &der(1, &[&[0xFF]]), &der(4, &[&der(0x30, &[&other_name])])],
    );
    let extensions = der(0xA3, &[&der(0x30, &[&usage, &name])]);
    let tbs = der(
        0x30,
        &[
            &[0xA0, 3, 2, 1, 2],
            &[2, 2, 0x4A, 0xBC],
            &ecdsa,
            &issuer,
            &validity,
            &[0x30, 0],
            &info,
            &extensions,
        ],
    );
    let signature = der(3, &[&[0], &der(0x30, &[&[2, 1, 1], &[2, 1, 1]])]);
    der(0x30, &[&tbs, &ecdsa, &signature])
}

#[test]
fn private_keys_in_four_forms() {
    let public = *agreement_key(METER).public();
    assert_eq!(read_private(&pkcs8(METER)), public);
    assert_eq!(read_private(&sec1(METER)), public);
    assert_eq!(read_private(pem("PRIVATE KEY", &pkcs8(METER)).as_bytes()), public);
    let parameters = pem("EC PARAMETERS", &[6, 8, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7]);
    let openssl = format!("{parameters}{}", pem("EC PRIVATE KEY", &sec1(METER)));
    assert_eq!(read_private(openssl.as_bytes()), public);
    assert_eq!(read_private(openssl.replace('\n', "\r\n").as_bytes()), public);
}

#[test]
fn certificates_in_pem_and_der() {
    let octets = device_certificate(METER, agreement_key(METER).public());
    let text = format!("Certificate:\n  Data:\n{}", pem("CERTIFICATE", &octets));
    for file in [&octets[..], text.as_bytes()] {
        let read = KeyFile::read("x.cer", file).unwrap();
        let [Content::Certificate(read)] = &read.contents[..] else { panic!("{read:?}") };
        assert_eq!(read.subject, Some(METER));
        assert_eq!(read.serial.to_string(), "4ABC");
        assert_eq!((read.key_agreement, read.digital_signature), (Some(true), Some(false)));
        assert_eq!(read.public_key, *agreement_key(METER).public());
        assert!(read.is_valid_at(day(20_000)) && !read.is_valid_at(day(10_000)));
    }
}

#[test]
fn a_file_with_certificate_and_key_needs_no_telling_name() {
    let certificate = device_certificate(METER, agreement_key(METER).public());
    let text = pem("CERTIFICATE", &certificate) + &pem("PRIVATE KEY", &pkcs8(METER));
    let read = KeyFile::read("bundle.pem", text.as_bytes()).unwrap();
    assert_eq!(read.contents.len(), 2);
    let (store, notices) = KeyStore::from_files([read]);
    assert_eq!(notices, []);
    assert!(store.private_key(METER, KeyUsage::KeyAgreement).is_some());
}

#[test]
fn what_is_no_key_file_says_why() {
    let read = |octets: &[u8]| KeyFile::read("x", octets).unwrap_err();
    assert_eq!(read(b""), KeyFileError::Empty);
    assert_eq!(read(b"hello"), KeyFileError::Unknown);
    assert_eq!(read(&[0x30, 0x03, 1, 2, 3]), KeyFileError::BadCertificate);
    let whole = pem("PRIVATE KEY", &pkcs8(METER));
    assert_eq!(read(&whole.as_bytes()[..80]), KeyFileError::BadPem { block: 1 });
    assert_eq!(read(pem("PRIVATE KEY", &[1, 2, 3]).as_bytes()), KeyFileError::BadPrivateKey);
    assert_eq!(read(pem("PUBLIC KEY", &[1, 2, 3]).as_bytes()), KeyFileError::BadPublicKey);
    assert_eq!(read(pem("ENCRYPTED PRIVATE KEY", &[1]).as_bytes()), KeyFileError::Encrypted);
    let request = pem("CERTIFICATE REQUEST", &[1]);
    let label = "CERTIFICATE REQUEST".to_owned();
    assert_eq!(read(request.as_bytes()), KeyFileError::OtherLabel { label });
    let mut large = vec![b' '; crate::limits::MAX_KEY_FILE_OCTETS];
    assert_eq!(read(&large), KeyFileError::Unknown, "it is looked at");
    large.push(b' ');
    assert_eq!(read(&large), KeyFileError::TooLarge { octets: large.len() });
}

#[test]
fn names_are_hints() {
    let hint = |name| NameHint::of(name).map(|hint| (hint.party, hint.usage));
    let usage = KeyUsage::PrepaymentKeyAgreement;
    assert_eq!(hint("keys/1000000000000002-pp-ka.pem"), Some((SUPPLIER, usage)));
    let usage = KeyUsage::KeyAgreement;
    assert_eq!(hint("10-00-00-00-00-00-00-02-KA.key"), Some((SUPPLIER, usage)));
    let usage = KeyUsage::DigitalSignature;
    assert_eq!(hint("1000000000000002-ds"), Some((SUPPLIER, usage)));
    assert_eq!(hint("1000000000000002.pem"), None);
    assert_eq!(hint("readme-ds.txt"), None);
}

#[test]
fn a_certificate_of_another_party_than_its_name_serves_its_subject_alone() {
    let certificate = certificate(METER, KeyUsage::KeyAgreement, 0);
    let name = "1000000000000002-ka.pem";
    let (store, notices) =
        KeyStore::from_files([file(name, vec![Content::Certificate(Box::new(certificate))])]);
    let notice = Notice::OtherSubject { file: name.into(), subject: METER, named: SUPPLIER };
    assert_eq!(notices, [notice]);
    let owners: Vec<_> = store.owners(agreement_key(METER).public()).map(|key| key.party).collect();
    assert_eq!(owners, [METER]);
}

#[test]
fn a_private_key_goes_by_its_file_name() {
    let usage = KeyUsage::KeyAgreement;
    let named =
        file("1000000000000002-ka.key", vec![Content::Private(Box::new(agreement_key(METER)))]);
    let (store, notices) = KeyStore::from_files([named]);
    assert_eq!(notices, []);
    assert!(store.private_key(SUPPLIER, usage).is_some());
    assert!(store.private_key(METER, usage).is_none());
}

#[test]
fn a_key_of_nobody_is_told_of() {
    let stray = file("stray.key", vec![Content::Private(Box::new(agreement_key(METER)))]);
    let (store, notices) = KeyStore::from_files([stray]);
    assert_eq!(notices, [Notice::NoOwner { file: "stray.key".into() }]);
    assert!(store.is_empty());
}

#[test]
fn certificates_that_are_no_partys_are_told_of() {
    let usage = KeyUsage::KeyAgreement;
    let authority = Certificate { subject: None, ..certificate(METER, usage, 0) };
    let other = Certificate {
        digital_signature: Some(false),
        key_agreement: Some(false),
        ..certificate(METER, usage, 1)
    };
    let (store, notices) =
        KeyStore::from_files([certificate_file(authority), certificate_file(other)]);
    assert!(matches!(notices[..], [Notice::NoSubject { .. }, Notice::OtherUsage { .. }]));
    assert!(store.is_empty());
}

#[test]
fn the_order_of_files_makes_no_difference() {
    let names = |mut files: Vec<KeyFile>, reverse: bool| {
        if reverse {
            files.reverse();
        }
        let store = store(files);
        store.keys_in_order()
    };
    assert_eq!(names(usual_files(), false), names(usual_files(), true));
}

#[test]
fn nothing_shows_a_secret_of_the_store() {
    let shown = format!("{:?} {:?}", store(usual_files()), usual_files());
    assert!(shown.contains("redacted"));
    for key in [agreement_key(BROKER), agreement_key(SUPPLIER)] {
        let scalar = key.scalar();
        let hex: String = scalar.iter().map(|octet| format!("{octet:02x}")).collect();
        let list: Vec<String> = scalar.iter().map(u8::to_string).collect();
        assert!(!shown.to_lowercase().contains(&hex[..16]));
        assert!(!shown.contains(&list[..8].join(", ")));
    }
}

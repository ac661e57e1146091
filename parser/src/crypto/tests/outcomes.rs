//! Every outcome of MAC, signature and encrypted item.

use super::*;
use crate::limits::MAX_KEY_PAIRS;
use crate::protection::{Agreement, Missing, Outcome};

#[test]
fn a_command_is_maced_with_the_brokers_key_and_the_originators_name() {
    let Outcome::Valid(Agreement { from, to }) =
        check(&store(usual_files()), &maced_command(), at(day(150))).mac
    else {
        panic!("not valid")
    };
    assert_eq!((from.party, to.party), (BROKER, METER));
    assert_eq!(from.serial.map(|serial| serial.to_string()).as_deref(), Some("50"));
    assert!(!from.outside_validity);
}

#[test]
fn either_sides_private_key_serves() {
    let mut files = usual_files();
    files.retain(|file| !file.name.ends_with(".key"));
    files.push(private_file(METER, KeyUsage::KeyAgreement, 0));
    assert_eq!(check(&store(files), &maced_command(), Context::default()).mac.word(), "valid");
}

#[test]
fn a_response_is_maced_with_the_keys_of_device_and_recipient() {
    let draft = Draft::response();
    let octets = maced(
        &draft,
        &draft.general_signing(None),
        &agreement_key(METER),
        &agreement_key(SUPPLIER),
    );
    let Outcome::Valid(by) = check(&store(usual_files()), &octets, Context::default()).mac else {
        panic!("not valid")
    };
    assert_eq!((by.from.party, by.to.party), (METER, SUPPLIER));
}

#[test]
fn a_command_between_two_devices_needs_no_broker() {
    let draft = Draft { from: DISPLAY, code: 0x0090, ..Draft::command() };
    let octets =
        maced(&draft, &draft.general_signing(None), &agreement_key(DISPLAY), &agreement_key(METER));
    let mut files = usual_files();
    files.push(private_file(DISPLAY, KeyUsage::KeyAgreement, 0));
    assert_eq!(check(&store(files), &octets, Context::default()).mac.word(), "valid");
    let missing = check(&store(usual_files()), &octets, Context::default()).mac;
    let usage = KeyUsage::KeyAgreement;
    let expected = vec![Missing::Certificate { party: DISPLAY, usage }];
    assert_eq!(missing, Outcome::NotChecked { missing: expected });
}

#[test]
fn a_mac_of_another_broker_is_invalid_and_names_the_keys_tried() {
    let other = EntityId([0x10, 0, 0, 0, 0, 0, 0, 0xAD]);
    let draft = Draft::command();
    let octets =
        maced(&draft, &draft.general_signing(None), &agreement_key(other), &agreement_key(METER));
    let mut store = store(usual_files());
    let Outcome::Invalid { tried, covered } = check(&store, &octets, Context::default()).mac else {
        panic!("not invalid")
    };
    assert_eq!(tried.len(), 1);
    assert_eq!(tried[0].from.party, BROKER);
    assert_eq!((covered.start, covered.end as usize), (13, octets.len() - 12));
    // Named as well, but without a key: the MAC may be its.
    store.set_brokers([BROKER, other]);
    let outcome = check(&store, &octets, Context::default()).mac;
    let usage = KeyUsage::KeyAgreement;
    let expected = vec![Missing::Certificate { party: other, usage }];
    assert_eq!(outcome, Outcome::NotChecked { missing: expected });
    // With its key.
    let mut files = usual_files();
    files.push(private_file(other, usage, 0));
    let mut store = KeyStore::from_files(files).0;
    store.set_brokers([BROKER, other]);
    let Outcome::Valid(by) = check(&store, &octets, Context::default()).mac else {
        panic!("not valid")
    };
    assert_eq!(by.from.party, other);
}

#[test]
fn without_any_broker_a_command_is_not_checked() {
    let mut files = usual_files();
    files.retain(|file| match &file.contents[..] {
        [Content::Certificate(certificate)] => certificate.subject != Some(BROKER),
        _ => true,
    });
    let outcome = check(&store(files), &maced_command(), Context::default()).mac;
    assert_eq!(outcome, Outcome::NotChecked { missing: vec![Missing::Broker] });
}

#[test]
fn what_is_missing_is_named() {
    let usage = KeyUsage::KeyAgreement;
    let mut files = usual_files();
    files.retain(|file| !file.name.ends_with(".key"));
    let outcome = check(&store(files), &maced_command(), Context::default()).mac;
    let missing = vec![Missing::PrivateKey { party: BROKER, other: METER, usage }];
    assert_eq!(outcome, Outcome::NotChecked { missing });

    let mut files = usual_files();
    files.retain(|file| match &file.contents[..] {
        [Content::Certificate(certificate)] => certificate.subject != Some(METER),
        _ => true,
    });
    let store = store(files);
    let outcome = check(&store, &maced_command(), Context::default()).mac;
    let missing = vec![Missing::Certificate { party: METER, usage }];
    assert_eq!(outcome, Outcome::NotChecked { missing });

    let signed = Draft::response().signed(&signing_key(METER));
    let outcome = check(&store, &signed, Context::default()).signature;
    let usage = KeyUsage::DigitalSignature;
    let missing = vec![Missing::Certificate { party: METER, usage }];
    assert_eq!(outcome, Outcome::NotChecked { missing });
}

#[test]
fn a_signature_is_the_originators() {
    let store = store(usual_files());
    let draft = Draft::response();
    let Outcome::Valid(by) =
        check(&store, &draft.signed(&signing_key(METER)), at(day(150))).signature
    else {
        panic!("not valid")
    };
    assert_eq!((by.party, by.usage), (METER, KeyUsage::DigitalSignature));
    let Outcome::Invalid { tried, covered } =
        check(&store, &draft.signed(&signing_key(SUPPLIER)), at(day(150))).signature
    else {
        panic!("not invalid")
    };
    assert_eq!(tried.len(), 1);
    assert_eq!((covered.start, covered.len()), (1, draft.covered().len()));
}

#[test]
fn a_certificate_out_of_date_still_verifies_and_says_so() {
    let store = store(usual_files());
    for (time, outside) in [(day(99), true), (day(100), false), (day(200), false), (day(201), true)]
    {
        let Outcome::Valid(by) = check(&store, &maced_command(), at(time)).mac else {
            panic!("not valid")
        };
        assert_eq!(by.outside_validity(), outside, "{time}");
    }
    let Outcome::Valid(by) = check(&store, &maced_command(), Context::default()).mac else {
        panic!("not valid")
    };
    assert!(!by.outside_validity(), "without a time nothing is out of date");
}

#[test]
fn of_two_certificates_the_one_in_date_is_tried_first() {
    let usage = KeyUsage::DigitalSignature;
    let mut files = usual_files();
    let renewed =
        Certificate { not_before: day(190), not_after: day(300), ..certificate(METER, usage, 1) };
    files.push(certificate_file(renewed));
    let store = store(files);
    let draft = Draft::response();
    let old = draft.signed(&signing_key(METER));
    let new = draft.signed(&key(METER, usage, 1));
    for (octets, time, serial, outside) in [
        (&old, day(150), "50", false),
        (&new, day(250), "51", false),
        (&old, day(250), "50", true),
        (&new, day(150), "51", true),
    ] {
        let Outcome::Valid(by) = check(&store, octets, at(time)).signature else {
            panic!("not valid")
        };
        let shown = by.serial.map(|serial| serial.to_string());
        assert_eq!((shown.as_deref(), by.outside_validity), (Some(serial), outside));
    }
    let other = draft.signed(&signing_key(SUPPLIER));
    let Outcome::Invalid { tried, .. } = check(&store, &other, at(day(250))).signature else {
        panic!("not invalid")
    };
    let serials: Vec<_> =
        tried.iter().filter_map(|key| key.serial).map(|s| s.to_string()).collect();
    assert_eq!(serials, ["51", "50"]);
}

#[test]
fn a_key_of_which_only_the_other_side_is_private_is_not_given_up() {
    // Two certificates of the broker, the private key of one: the MAC may be the other's.
    let usage = KeyUsage::KeyAgreement;
    let mut files = usual_files();
    files.push(certificate_file(certificate(BROKER, usage, 1)));
    let draft = Draft::command();
    let octets =
        maced(&draft, &draft.general_signing(None), &key(BROKER, usage, 1), &agreement_key(METER));
    let outcome = check(&store(files), &octets, at(day(150))).mac;
    let missing = vec![Missing::PrivateKey { party: BROKER, other: METER, usage }];
    assert_eq!(outcome, Outcome::NotChecked { missing });
}

#[test]
fn a_mac_holds_for_its_own_header_only() {
    let store = store(usual_files());
    let draft = Draft::command();
    let secret = agreement_key(BROKER).agree(agreement_key(METER).public()).unwrap();
    let header = SecurityHeader { control: 0x10, invocation_counter: 7 };
    let general_signing = draft.general_signing(None);
    let tag = mac(&secret, &draft.input(), header, &general_signing).unwrap();
    let mut octets = maced_command();
    octets.splice(8..13, [0x10, 0, 0, 0, 7]);
    assert_eq!(check(&store, &octets, Context::default()).mac.word(), "invalid");
    let mac_at = octets.len() - 12;
    octets.splice(mac_at.., tag);
    assert_eq!(check(&store, &octets, Context::default()).mac.word(), "valid");
}

#[test]
fn any_single_bit_is_noticed() {
    let store = store(usual_files());
    let draft = Draft::command();
    let signed = draft.signed(&signing_key(SUPPLIER));
    let both = maced(&draft, &signed, &agreement_key(BROKER), &agreement_key(METER));
    for octets in [maced_command(), Draft::response().signed(&signing_key(METER)), both] {
        let before = check(&store, &octets, Context::default());
        assert!([&before.mac.word(), &before.signature.word()].contains(&&"valid"));
        for bit in 0..octets.len() * 8 {
            let mut flipped = octets.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let mut message = Message::decode(&flipped);
            let after = Verifier::new(&store).check(&mut message, &Context::default());
            let changed = after.mac.word() != before.mac.word()
                || after.signature.word() != before.signature.word();
            assert!(changed || !message.is_complete(), "octet {} bit {}", bit / 8, bit % 8);
        }
    }
}

/// A response to the supplier, or to the broker in the name of a party, with one encrypted item.
fn encrypted(to: EntityId, party: EntityId, other: Vec<u8>, counter: u64) -> Vec<u8> {
    let secret = agreement_key(METER).agree(agreement_key(party).public()).unwrap();
    let plaintext = [0x12, 0, 42];
    let sealed =
        seal_item(&secret, METER, party, counter, SecurityHeader::ITEM, &plaintext).unwrap();
    let mut content = vec![0xDA, 0x20, 0x34, 0x56, 0x78, 0, 0, 1, 2, 2];
    content.extend([1, 1, 2, 2, 0x16, 2, 2, 5, 9, 9, 4]);
    content.extend(counter.to_be_bytes());
    for id in [METER, to] {
        content.extend([9, 8]);
        content.extend(id.0);
    }
    content.extend([9, 0, 2, 2, 0x16, 2, 2, 2, 9, 1, 2, 9, 0]);
    content.extend([9, sealed.len() as u8 + 5, 0x31, 0, 0, 0, 0]);
    content.extend(sealed);
    content.extend([1, 3, 0]);
    let draft = Draft { to, other, content, ..Draft::response() };
    maced(&draft, &draft.general_signing(None), &agreement_key(METER), &agreement_key(to))
}

#[test]
fn an_item_is_opened_and_decoded_into_a_buffer_of_its_own() {
    let store = store(usual_files());
    let octets = encrypted(SUPPLIER, SUPPLIER, Vec::new(), Draft::COUNTER);
    let mut message = Message::decode(&octets);
    let protection = Verifier::new(&store).check(&mut message, &Context::default());
    assert_eq!(protection.items.iter().map(|i| i.word()).collect::<Vec<_>>(), ["decrypted"]);
    let [plaintext] = message.tree.plaintexts() else { panic!("no plaintext") };
    assert_eq!(plaintext.octets, [0x12, 0, 42]);
    assert!(message.is_complete(), "{:?}", message.tree.issues());
    let number = message
        .tree
        .descendants(plaintext.root)
        .find_map(|node| message.tree.unsigned(node, message.octets()));
    assert_eq!(number, Some(42));
}

#[test]
fn an_item_that_does_not_open_is_told_apart_from_one_without_a_key() {
    let mut octets = encrypted(SUPPLIER, SUPPLIER, Vec::new(), Draft::COUNTER);
    let at_tag = octets.len() - 12 - 1 - 3 - 12;
    octets[at_tag] ^= 1;
    let items = check(&store(usual_files()), &octets, Context::default()).items;
    assert_eq!(items[0].word(), "failed");
    let items = check(&KeyStore::default(), &octets, Context::default()).items;
    assert_eq!(items[0].word(), "not-checked");
}

#[test]
fn an_item_for_an_unknown_party_opens_with_the_certificate_of_the_command() {
    let party = EntityId([0x10, 0, 0, 0, 0, 0, 0, 0x77]);
    let (party_counter, counter) = (5u64, 9u64);
    let mut other = party.0.to_vec();
    other.extend(party_counter.to_be_bytes());
    other.extend(counter.to_be_bytes());
    let octets = encrypted(BROKER, party, other, counter);
    let usage = KeyUsage::KeyAgreement;
    let mut files = usual_files();
    files.push(private_file(METER, usage, 0));
    let store = store(files);
    let without = check(&store, &octets, Context::default());
    let missing = vec![Missing::Certificate { party, usage }];
    assert_eq!(without.mac.word(), "valid");
    assert_eq!(without.items[0].outcome, Outcome::NotChecked { missing });
    let certificate = certificate(party, usage, 0);
    let context = Context { time: None, command_certificate: Some(&certificate) };
    let with = check(&store, &octets, context);
    assert_eq!(with.items[0].word(), "decrypted");
}

#[test]
fn what_cannot_be_read_is_not_checked() {
    let octets = maced_command();
    let outcome = check(&store(usual_files()), &octets[..octets.len() - 3], Context::default()).mac;
    assert_eq!(outcome, Outcome::NotChecked { missing: vec![Missing::Fields] });
}

#[test]
fn threads_share_a_verifier_and_agree() {
    let store = store(usual_files());
    let verifier = Verifier::new(&store);
    let octets = maced_command();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..20 {
                    let message = Message::decode(&octets);
                    let outcome = verifier.check_mac(&message, &Context::default());
                    assert_eq!(outcome.word(), "valid");
                }
            });
        }
    });
}

/// So many certificates of a party for a use, which are tried from the last generation to the first.
fn renewed(party: EntityId, usage: KeyUsage, count: u8) -> impl Iterator<Item = KeyFile> {
    (0..count).map(move |generation| {
        let not_before = day(100 + i64::from(generation));
        certificate_file(Certificate { not_before, ..certificate(party, usage, generation) })
    })
}

#[test]
fn the_last_of_the_keys_that_are_tried_verifies_a_signature_and_one_more_is_not_tried() {
    let outcome = |keys: usize, signer: &PrivateKey| {
        let store = store(renewed(METER, KeyUsage::DigitalSignature, keys as u8).collect());
        check(&store, &Draft::response().signed(signer), at(day(190))).signature
    };
    let first = signing_key(METER);
    assert!(matches!(outcome(MAX_KEY_PAIRS, &first), Outcome::Valid(_)));
    let (party, usage) = (METER, KeyUsage::DigitalSignature);
    let untried = Outcome::NotChecked { missing: vec![Missing::Untried { party, usage }] };
    assert_eq!(outcome(MAX_KEY_PAIRS + 1, &first), untried);
    // Where all were tried, none does.
    assert!(matches!(outcome(MAX_KEY_PAIRS, &signing_key(SUPPLIER)), Outcome::Invalid { .. }));
}

#[test]
fn the_last_of_the_pairs_that_are_tried_verifies_a_mac_and_one_more_is_not_tried() {
    let outcome = |keys: usize, octets: &[u8]| {
        let certificates = renewed(METER, KeyUsage::KeyAgreement, keys as u8);
        let broker = [
            certificate_file(certificate(BROKER, KeyUsage::KeyAgreement, 0)),
            private_file(BROKER, KeyUsage::KeyAgreement, 0),
        ];
        check(&store(certificates.chain(broker).collect()), octets, at(day(190))).mac
    };
    let octets = maced_command();
    assert!(matches!(outcome(MAX_KEY_PAIRS, &octets), Outcome::Valid(_)));
    let (party, usage) = (METER, KeyUsage::KeyAgreement);
    let untried = Outcome::NotChecked { missing: vec![Missing::Untried { party, usage }] };
    assert_eq!(outcome(MAX_KEY_PAIRS + 1, &octets), untried);
    let mut changed = octets;
    *changed.last_mut().unwrap() ^= 1;
    assert!(matches!(outcome(MAX_KEY_PAIRS, &changed), Outcome::Invalid { .. }));
}

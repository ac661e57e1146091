//! The published test vectors of GBCS 18.4, and a top up number of the tests' own.

use super::*;
use crate::crypto::utrn::Subject;
use crate::protection::{Missing, Outcome};
use crate::utrn::Utrn;

fn octets(text: &str) -> Vec<u8> {
    text.as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

fn public(text: &str) -> PublicKey {
    let mut point = vec![4];
    point.extend(octets(text));
    PublicKey::from_point(&point).unwrap()
}

const MESSAGE: &str = "dd00000000000081a91100000000df0901000000000000000108123456789abcdef008\
fffffffffffffffe000200b335d92000000100030300700000130a00ff020300700000130a01ff020300700000130a02ff\
02030500000000050000000005000000004059045ab0f554622b0360340b9d87b5a23ed5723b41de3f206e58cdd10f915b\
9fe2e12e2da3632478a8df678e418895869ac1e55318cce04d120d2d6b44dc167b5d832d15b57a56d620f198b3";

#[test]
fn the_published_critical_command() {
    let originator: EntityId = "123456789abcdef0".parse().unwrap();
    let device: EntityId = "fffffffffffffffe".parse().unwrap();
    let private = PrivateKey::from_scalar(&octets(
        "e4a6cfb431471cfcae491fd566d19c87082cf9fa7722d7fa24b2b3f5669dbefb",
    ));
    let device_key = public(
        "2db45a3f21889438b42c8f464c75292bacf5fddb5da0b492501b299cbfe92d8f\
db90fc8ff4026129838b1bcad1402cae47fe7d8084e409a41afce16d63579c5f",
    );
    let signer = public(
        "76628e1c84ef7935548ae5d62c7bb3ad28964cf794f0387a697eec19cdd98f46\
0a4d5e19087ef7216ed89c29831a6ee838c8de88ef34f11d3f41f36d80b2a5d5",
    );
    let files = vec![
        file("10-00-00-00-00-00-00-AC-ka.key", vec![Content::Private(Box::new(private.unwrap()))]),
        file("fffffffffffffffe-ka.pem", vec![Content::Public(device_key)]),
        file("123456789abcdef0-ds.pem", vec![Content::Public(signer)]),
    ];
    let mut store = store(files);
    store.set_brokers([BROKER]);
    let octets = octets(MESSAGE);
    let mut message = Message::decode(&octets);
    let protection = Verifier::new(&store).check(&mut message, &Context::default());
    assert_eq!(protection.mac.word(), "valid");
    assert_eq!(protection.signature.word(), "valid");
    assert_eq!(message.envelope.originator(), Some(originator));
    assert_eq!(message.envelope.recipient(), Some(device));
}

#[test]
fn the_mac_of_a_top_up_number() {
    let usage = KeyUsage::PrepaymentKeyAgreement;
    let prepayment = key(SUPPLIER, usage, 0);
    let secret = prepayment.agree(agreement_key(METER).public()).unwrap();
    let subject = Subject { supplier: SUPPLIER, device: METER, counter: 5 << 32 };
    let utrn = subject.issue(&secret, 1, 20).unwrap();
    assert!(utrn.check_digit_is_right());

    let check = |files: Vec<KeyFile>, utrn: &Utrn, subject: &Subject| {
        Verifier::new(store(files)).check_utrn(utrn, subject, &Context::default())
    };
    let with_prepayment = || {
        let mut files = usual_files();
        files.push(private_file(SUPPLIER, usage, 0));
        files
    };
    let Outcome::Valid(by) = check(with_prepayment(), &utrn, &subject) else { panic!("not valid") };
    assert_eq!((by.from.party, by.from.usage, by.to.party), (SUPPLIER, usage, METER));
    let other = Subject { counter: 6 << 32, ..subject };
    assert_eq!(check(with_prepayment(), &utrn, &other).word(), "invalid");
    // Only the supplier's other key is there.
    let missing = vec![Missing::Certificate { party: SUPPLIER, usage }];
    assert_eq!(check(usual_files(), &utrn, &subject), Outcome::NotChecked { missing });
}

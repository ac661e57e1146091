//! What cryptography costs on the reference mix of messages, in one run: decoding alone, everything,
//! the signatures alone, and one signature. `docs/cryptography.md` has the figures.
//!
//! All on one thread, with the secrets of pairs kept. Where the Reference Test Data Set is absent,
//! the messages of the bundled logs take its place.
#![allow(clippy::unwrap_used)]

#[path = "../tests/reference/mod.rs"]
mod reference;

use std::hint::black_box;
use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::ItemsCount;
use gbcs_corpus::bundled::bundled;
use gbcs_corpus::oracle::targets::conforming_messages;
use gbcs_parser::crypto::{Context, KeyFile, KeyStore, Verifier};
use gbcs_parser::protection::Outcome;
use gbcs_parser::{Message, Tree};

fn main() {
    divan::main();
}

struct Mix {
    messages: Vec<Vec<u8>>,
    verifier: Verifier<'static>,
}

static MIX: LazyLock<Mix> = LazyLock::new(|| {
    let (keys, messages) = reference::reference().unwrap_or_else(|| {
        let (_, files) = bundled().unwrap();
        let files = files.iter().map(|key| KeyFile::read(&key.name, key.text.as_bytes()).unwrap());
        (KeyStore::from_files(files).0, conforming_messages())
    });
    let mix = Mix { messages, verifier: Verifier::new(keys) };
    // The secrets of all pairs are agreed here.
    mix.messages.iter().for_each(|octets| check(octets, &mix.verifier));
    mix
});

fn check(octets: &[u8], verifier: &Verifier<'_>) {
    let mut message = Message::decode(octets);
    black_box(verifier.check(&mut message, &Context::default()));
}

/// Decoding alone: octets to the flat tree with its names and the binding to the use case. The memory
/// of one tree serves all messages, as it does in a check.
#[divan::bench]
fn decode(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(MIX.messages.len())).bench(|| {
        MIX.messages.iter().fold(Tree::default(), |tree, octets| {
            black_box(Message::decode_with(octets, tree)).into_tree()
        })
    });
}

/// Decoding, MACs, signatures and encrypted items.
#[divan::bench]
fn everything(bencher: Bencher<'_, '_>) {
    bencher
        .counter(ItemsCount::new(MIX.messages.len()))
        .bench(|| MIX.messages.iter().for_each(|octets| check(octets, &MIX.verifier)));
}

/// The messages that are signed, decoded.
fn signed() -> Vec<Message<'static>> {
    let all = MIX.messages.iter().map(|octets| Message::decode(octets));
    let verifies = |message: &Message<'_>| {
        let outcome = MIX.verifier.check_signature(message, &Context::default());
        matches!(outcome, Outcome::Valid(_))
    };
    all.filter(verifies).collect()
}

fn verify<'m>(messages: impl IntoIterator<Item = &'m Message<'static>>) {
    for message in messages {
        black_box(MIX.verifier.check_signature(message, &Context::default()));
    }
}

/// The signatures of the mix alone: what bounds everything. Counted by all messages of the mix.
#[divan::bench]
fn signatures_alone(bencher: Bencher<'_, '_>) {
    let signed = signed();
    bencher.counter(ItemsCount::new(MIX.messages.len())).bench(|| verify(&signed));
}

/// One signature.
#[divan::bench]
fn one_signature(bencher: Bencher<'_, '_>) {
    let signed = signed();
    bencher.bench(|| verify(signed.first()));
}

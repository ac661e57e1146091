//! Mutants of valid messages, judged with keys: none may pass in silence. The outcomes are the
//! tables of `docs/robustness.md`.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

mod reference;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use gbcs_corpus::mutate::{Made, mutants};
use gbcs_corpus::oracle::fault::unknown_parties;
use gbcs_corpus::oracle::judge::{Judged, messages, not_verified, rules_broken};
use gbcs_corpus::oracle::keyed::VERIFIER;
use gbcs_corpus::oracle::message;
use gbcs_corpus::oracle::targets::conforming_messages;
use gbcs_parser::crypto::Verifier;
use gbcs_parser::{CraFlag, Message};

use reference::reference;

const REFERENCE_MUTANTS: usize = 20_000;

const OWN_MUTANTS: usize = 5_000;

/// Mutants whose tree is held against its octets as well: one in so many.
const TILED: usize = 20;

/// Mutations that no message survives in silence, protected or not.
const ALWAYS_TOLD: [&str; 3] = ["length-huge", "length-long-form", "extended"];

/// Nodes that any tree may have, and further ones for each octet: a leaf has an octet, and few have
/// a container of their own.
const NODES: usize = 16;
const NODES_PER_OCTET: usize = 2;

/// How long judging one mutant may take.
const LONGEST: Duration = Duration::from_millis(50);

/// How often a mutant is judged again that seems to take longer than all before it: the machine may
/// have been busy with something else, and the least of its times is what it takes.
const REPEATS: usize = 20;

/// Use cases whose messages carry no protection at all.
const UNPROTECTED: [&str; 2] = ["PCS01", "PCS02"];

fn document() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/robustness.md")
}

/// True where a message has a MAC or a signature.
fn is_protected(octets: &[u8]) -> bool {
    let message = Message::decode(octets);
    message.envelope.mac.is_some() || message.envelope.is_signed()
}

fn is_excepted(octets: &[u8]) -> bool {
    Message::decode(octets).use_case().is_some_and(|code| UNPROTECTED.contains(&code))
}

/// The messages of `all` without findings: one with a finding of its own, or whose keys are
/// missing, would show nothing.
fn base(verifier: &Verifier<'_>, all: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let judged = messages(verifier, all).unwrap();
    let silent = all.iter().zip(judged).filter(|(_, judged)| *judged == Judged::Silent);
    let base: Vec<Vec<u8>> = silent.map(|(octets, _)| octets.clone()).collect();
    assert!(base.len() * 2 > all.len(), "{} of {} are without finding", base.len(), all.len());
    base
}

/// Holds what reading a mutant may take: its tree grows with its octets alone, whatever lengths and
/// counts it states.
fn no_more_than_its_octets(mutant: &[u8]) {
    let nodes = Message::decode(mutant).tree.nodes().len();
    let most = NODES + NODES_PER_OCTET * mutant.len();
    assert!(nodes <= most, "{nodes} nodes of {} octets: {mutant:02x?}", mutant.len());
}

/// True where a mutant is told to be unverified for want of a key, and of nothing else, of a party
/// that it names and its original does not. Such a one fails where evaluation is required.
fn lacks_a_key(verifier: &Verifier<'_>, original: &[u8], mutant: &[u8]) -> bool {
    let unknown = unknown_parties(verifier, original, mutant).unwrap();
    let required = not_verified(verifier, mutant).unwrap();
    !unknown.is_empty() && !required.is_empty()
}

/// Judges mutants of `all`, fails on one that passes in silence, and gives the table.
fn table(verifier: &Verifier<'_>, all: &[Vec<u8>], count: usize) -> String {
    let base = base(verifier, all);
    let mutants = mutants(&base, count);
    for (n, Made { mutation, octets, .. }) in mutants.iter().enumerate() {
        no_more_than_its_octets(octets);
        if n % TILED == 0 {
            assert_eq!(message(octets), Ok(()), "{mutation} {octets:02x?}");
        }
    }
    let octets: Vec<Vec<u8>> = mutants.iter().map(|mutant| mutant.octets.clone()).collect();
    let judged = messages(verifier, &octets).unwrap();
    let mut rows: BTreeMap<&str, [usize; 5]> = BTreeMap::new();
    let mut silent = Vec::new();
    for (Made { original, mutation: name, octets }, judged) in mutants.iter().zip(&judged) {
        let given = &base[*original];
        let row = rows.entry(name).or_default();
        let allowed = is_excepted(given) || !(is_protected(given) || ALWAYS_TOLD.contains(name));
        match judged {
            Judged::Unreadable => row[0] += 1,
            Judged::Finding => row[1] += 1,
            Judged::NotEvaluated if lacks_a_key(verifier, given, octets) => row[2] += 1,
            Judged::Silent if allowed => row[3] += 1,
            Judged::NotEvaluated | Judged::Silent => {
                row[4] += 1;
                silent.push((name, given, octets));
            }
        }
    }
    for (name, given, mutant) in silent.iter().take(12) {
        let at = given.iter().zip(mutant.iter()).position(|(a, b)| a != b);
        let code = Message::decode(given).use_case();
        eprintln!("{name} of {code:?} at {at:?} of {} octets passes", given.len());
    }
    assert!(silent.is_empty(), "{} mutants pass in silence", silent.len());
    let protected = base.iter().filter(|octets| is_protected(octets)).count();
    let mut text = format!(
        "{count} mutants of {} messages, {protected} of them with a MAC or a signature.\n\n\
         | Mutation | Unreadable | Finding | Key missing | Silent, unprotected | Silent, protected |\n\
         |---|---:|---:|---:|---:|---:|\n",
        base.len()
    );
    let mut sums = [0; 5];
    for (name, row) in &rows {
        sums.iter_mut().zip(row).for_each(|(sum, count)| *sum += count);
        writeln!(text, "| {name} | {} |", row.map(|count| count.to_string()).join(" | ")).unwrap();
    }
    writeln!(text, "| all | {} |", sums.map(|count| count.to_string()).join(" | ")).unwrap();
    text
}

/// Holds a section of the document against `made`, between its marks.
fn section(name: &str, made: &str) {
    let (begin, end) = (format!("<!-- begin {name} -->\n"), format!("<!-- end {name} -->"));
    let text = fs::read_to_string(document()).unwrap();
    let (before, rest) = text.split_once(&begin).unwrap();
    let (committed, after) = rest.split_once(&end).unwrap();
    if std::env::var_os("GBCHECK_REFRESH").is_some() {
        fs::write(document(), format!("{before}{begin}{made}{end}{after}")).unwrap();
        return;
    }
    assert_eq!(
        committed, made,
        "docs/robustness.md is out of date; refresh it: GBCHECK_REFRESH=1 cargo test -p \
         gbcs-corpus --test robustness -- --test-threads=1"
    );
}

/// Messages of which every prefix is judged.
const CUT: usize = 50;

/// Messages of which every octet is changed.
const CHANGED: usize = 5;

/// What is changed in an octet: its lowest bit, its highest, or all.
const MASKS: [u8; 3] = [0x01, 0x80, 0xFF];

/// `count` of the messages, evenly spread.
fn spread(all: &[Vec<u8>], count: usize) -> impl Iterator<Item = &Vec<u8>> {
    assert!(all.len() >= count, "{} messages", all.len());
    all.iter().step_by(all.len() / count).take(count)
}

/// Where the pre-command of a command ends: that prefix is a message of its own (MSG-15). Under a
/// MAC header there is none.
fn pre_command_end(octets: &[u8]) -> Option<usize> {
    let envelope = Message::decode(octets).envelope;
    let command = envelope.mac_header.is_none() && envelope.cra() == Some(CraFlag::Command);
    envelope.content_end.filter(|_| command).and_then(|end| usize::try_from(end).ok())
}

/// A shorter message always has a finding.
fn no_prefix_passes(verifier: &Verifier<'_>, all: &[Vec<u8>]) {
    let mut seen = BTreeSet::new();
    for octets in spread(all, CUT) {
        let pre_command = pre_command_end(octets);
        seen.extend(
            (1..octets.len())
                .filter(|end| Some(*end) != pre_command)
                .map(|end| octets[..end].to_vec()),
        );
    }
    let prefixes: Vec<Vec<u8>> = seen.into_iter().collect();
    let judged = messages(verifier, &prefixes).unwrap();
    let passed = prefixes
        .iter()
        .zip(judged)
        .filter(|(_, judged)| !matches!(judged, Judged::Unreadable | Judged::Finding));
    assert_eq!(passed.collect::<Vec<_>>(), []);
}

/// The protected messages of `all` without findings, but for those of use cases without protection.
fn protected(verifier: &Verifier<'_>, all: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let silent = all.iter().zip(messages(verifier, all).unwrap());
    silent
        .filter(|(octets, judged)| {
            *judged == Judged::Silent && is_protected(octets) && !is_excepted(octets)
        })
        .map(|(octets, _)| octets.clone())
        .collect()
}

/// Of changed messages, each with its original, none passes: there is a finding, or the key of
/// another party is missing.
fn none_passes(verifier: &Verifier<'_>, changed: &[(&Vec<u8>, Vec<u8>)]) {
    let octets: Vec<Vec<u8>> = changed.iter().map(|(_, octets)| octets.clone()).collect();
    let judged = messages(verifier, &octets).unwrap();
    let passed = changed.iter().zip(judged).filter(|((given, octets), judged)| match judged {
        Judged::Unreadable | Judged::Finding => false,
        Judged::NotEvaluated => !lacks_a_key(verifier, given, octets),
        Judged::Silent => true,
    });
    assert_eq!(passed.collect::<Vec<_>>(), []);
}

/// A protected message with another octet never passes.
fn no_change_passes(verifier: &Verifier<'_>, all: &[Vec<u8>]) {
    let protected = protected(verifier, all);
    let mut changed = Vec::new();
    for given in spread(&protected, CHANGED) {
        for (at, mask) in (0..given.len()).flat_map(|at| MASKS.map(|mask| (at, mask))) {
            let mut octets = given.clone();
            octets[at] ^= mask;
            changed.push((given, octets));
        }
    }
    none_passes(verifier, &changed);
}

/// One bit of every octet of a protected message turned over: it never passes.
fn no_bit_passes(verifier: &Verifier<'_>, all: &[Vec<u8>], count: usize) {
    let protected = protected(verifier, all);
    let mut flipped = Vec::new();
    for given in spread(&protected, count) {
        for at in 0..given.len() {
            let mut octets = given.clone();
            octets[at] ^= 1 << (at % 8);
            flipped.push((given, octets));
        }
    }
    none_passes(verifier, &flipped);
}

#[test]
fn flipped_bits_of_the_bundled_messages() {
    no_bit_passes(&VERIFIER, &conforming_messages(), 20);
}

#[test]
fn flipped_bits_of_two_hundred_reference_messages() {
    let Some((store, all)) = reference() else { return };
    no_bit_passes(&Verifier::new(&store), &all, 200);
}

#[test]
fn prefixes_of_the_bundled_messages() {
    no_prefix_passes(&VERIFIER, &conforming_messages());
}

#[test]
fn changed_octets_of_the_bundled_messages() {
    no_change_passes(&VERIFIER, &conforming_messages());
}

#[test]
fn prefixes_of_the_reference_messages() {
    let Some((store, all)) = reference() else { return };
    no_prefix_passes(&Verifier::new(&store), &all);
}

#[test]
fn changed_octets_of_the_reference_messages() {
    let Some((store, all)) = reference() else { return };
    no_change_passes(&Verifier::new(&store), &all);
}

#[test]
fn mutants_of_the_bundled_messages() {
    section("bundled", &table(&VERIFIER, &conforming_messages(), OWN_MUTANTS));
}

#[test]
fn mutants_of_the_reference_messages() {
    let Some((store, all)) = reference() else { return };
    section("reference", &table(&Verifier::new(&store), &all, REFERENCE_MUTANTS));
}

/// What judging a mutant takes by the clock.
fn time(verifier: &Verifier<'_>, mutant: &[u8]) -> Duration {
    let begin = Instant::now();
    rules_broken(verifier, mutant).unwrap();
    begin.elapsed()
}

/// Judges mutants one by one, and fails on one that takes too long however often it is tried.
fn none_takes_long(verifier: &Verifier<'_>, all: &[Vec<u8>], count: usize) {
    let mutants = mutants(&base(verifier, all), count);
    let mut longest = (Duration::ZERO, "none");
    for Made { mutation, octets, .. } in &mutants {
        let mut best = time(verifier, octets);
        for _ in 0..REPEATS {
            if best <= longest.0 {
                break;
            }
            best = best.min(time(verifier, octets));
        }
        assert!(best <= LONGEST, "{mutation} takes {best:?}: {octets:02x?}");
        longest = longest.max((best, mutation));
    }
    eprintln!("{count} mutants, the longest of them ({}) {:?}", longest.1, longest.0);
}

#[test]
fn no_mutant_of_the_bundled_messages_takes_50_ms() {
    none_takes_long(&VERIFIER, &conforming_messages(), OWN_MUTANTS);
}

#[test]
fn no_mutant_of_the_reference_messages_takes_50_ms() {
    let Some((store, all)) = reference() else { return };
    none_takes_long(&Verifier::new(&store), &all, REFERENCE_MUTANTS);
}

//! Faults in the octets of a message: named, and the same for the same seed.

use std::collections::BTreeSet;

use gbcs_parser::span::BufferId;
use gbcs_parser::{Kind, Message, NodeId, Span};

use crate::random::Random;

/// One way to spoil a message.
#[derive(Clone, Copy, Debug)]
pub struct Mutation {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub what: &'static str,
    /// Makes the mutant; `None` where the message has nothing of the kind. It may by chance be the
    /// message itself.
    pub apply: fn(&Message<'_>, &mut Random) -> Option<Vec<u8>>,
}

/// All mutations. New ones go to the end: fuzzing chooses by number.
pub const MUTATIONS: &[Mutation] = &[
    Mutation { name: "bit-flip", what: "turns one bit over", apply: bit_flip },
    Mutation { name: "octet-set", what: "sets one octet to another value", apply: octet_set },
    Mutation { name: "octets-zeroed", what: "sets up to eight octets to zero", apply: zeroed },
    Mutation { name: "octet-dropped", what: "leaves one octet out", apply: dropped },
    Mutation { name: "octet-inserted", what: "puts one octet in", apply: inserted },
    Mutation { name: "octets-repeated", what: "writes up to 16 octets twice", apply: repeated },
    Mutation { name: "cut", what: "ends the message early", apply: cut },
    Mutation { name: "extended", what: "adds up to 16 octets at the end", apply: extended },
    Mutation { name: "length-more", what: "makes a length one larger", apply: length_more },
    Mutation { name: "length-less", what: "makes a length one smaller", apply: length_less },
    Mutation { name: "length-zero", what: "makes a length zero", apply: length_zero },
    Mutation { name: "length-huge", what: "makes a length 4 GiB", apply: length_huge },
    Mutation { name: "length-long-form", what: "writes a length in long form", apply: length_long },
    Mutation { name: "tag", what: "changes a tag", apply: tag },
    Mutation { name: "leaf-dropped", what: "leaves a whole field out", apply: leaf_dropped },
    Mutation { name: "leaf-repeated", what: "writes a whole field twice", apply: leaf_repeated },
    Mutation { name: "counter-back", what: "lowers the originator counter", apply: counter_back },
    Mutation { name: "parties-swapped", what: "swaps originator and recipient", apply: swapped },
    Mutation { name: "message-code", what: "changes the message code", apply: message_code },
];

/// A message with a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The number of the message that it was made of.
    pub original: usize,
    /// The name of its mutation.
    pub mutation: &'static str,
    /// Its octets.
    pub octets: Vec<u8>,
}

/// Mutants of messages, each another one than all before it and than its original: the same octets
/// again are a repeated message, which is judged once. The first of many are those of few.
#[must_use]
pub fn mutants(originals: &[Vec<u8>], count: usize) -> Vec<Made> {
    let mut random = Random::new(1, "robustness");
    let mut mutants = Vec::new();
    let mut known = BTreeSet::new();
    while mutants.len() < count {
        let original = random.below(originals.len() as u64) as usize;
        let mutation = random.below(MUTATIONS.len() as u64) as usize;
        let (Some(given), Some(mutation)) = (originals.get(original), MUTATIONS.get(mutation))
        else {
            break;
        };
        match (mutation.apply)(&Message::decode(given), &mut random) {
            Some(octets) if octets != *given && known.insert(octets.clone()) => {
                mutants.push(Made { original, mutation: mutation.name, octets });
            }
            _ => {}
        }
    }
    mutants
}

/// The mutation of a name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Mutation> {
    MUTATIONS.iter().find(|mutation| mutation.name == name)
}

/// A place in octets; `None` where there are none.
fn place(octets: &[u8], random: &mut Random) -> Option<usize> {
    let at = random.below(octets.len() as u64) as usize;
    (!octets.is_empty()).then_some(at)
}

/// `octets` with those of `range` replaced.
fn replaced(octets: &[u8], start: usize, end: usize, by: &[u8]) -> Option<Vec<u8>> {
    let mut out = octets.get(..start)?.to_vec();
    out.extend(by);
    out.extend(octets.get(end..)?);
    Some(out)
}

fn bit_flip(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let mut octets = message.octets().to_vec();
    let at = place(&octets, random)?;
    *octets.get_mut(at)? ^= 1 << random.below(8);
    Some(octets)
}

fn octet_set(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let mut octets = message.octets().to_vec();
    let at = place(&octets, random)?;
    *octets.get_mut(at)? ^= 1 + random.below(255) as u8;
    Some(octets)
}

fn zeroed(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let mut octets = message.octets().to_vec();
    let at = place(&octets, random)?;
    octets.iter_mut().skip(at).take(1 + random.below(8) as usize).for_each(|octet| *octet = 0);
    Some(octets)
}

fn dropped(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let at = place(message.octets(), random)?;
    replaced(message.octets(), at, at + 1, &[])
}

fn inserted(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let at = place(message.octets(), random)?;
    replaced(message.octets(), at, at, &[random.below(256) as u8])
}

fn repeated(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let octets = message.octets();
    let at = place(octets, random)?;
    let end = octets.len().min(at + 1 + random.below(16) as usize);
    replaced(octets, end, end, octets.get(at..end)?)
}

fn cut(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    // Nothing at all is no message, and no record of one.
    let at = place(message.octets().get(1..)?, random)?;
    Some(message.octets().get(..=at)?.to_vec())
}

fn extended(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let mut octets = message.octets().to_vec();
    octets.extend((0..=random.below(16)).map(|_| random.below(256) as u8));
    Some(octets)
}

/// A leaf of the wire for which `choose` gives something.
fn leaf<T>(
    message: &Message<'_>,
    random: &mut Random,
    choose: impl Fn(Kind, Span, &[u8]) -> Option<T>,
) -> Option<T> {
    let of_wire = |id: usize| {
        let id = NodeId(id as u32);
        let node = message.tree.get(id)?;
        let wire = node.span().buffer == BufferId::WIRE && !node.kind.is_container();
        let octets = message.tree.octets(id, message.octets());
        wire.then(|| choose(node.kind, node.span(), octets.get(..node.head()).unwrap_or(octets)))?
    };
    let mut found: Vec<T> = (0..message.tree.nodes().len()).filter_map(of_wire).collect();
    let at = random.below(found.len() as u64) as usize;
    (at < found.len()).then(|| found.swap_remove(at))
}

/// A length of the message, whose octets `change` replaces.
fn length(
    message: &Message<'_>,
    random: &mut Random,
    change: impl Fn(u64) -> Option<Vec<u8>>,
) -> Option<Vec<u8>> {
    // A leaf of its own, or the last octet of the head of a value.
    let (start, end) = leaf(message, random, |kind, span, head| {
        let (start, end) = (span.start as usize, span.end as usize);
        match kind {
            Kind::Length => Some((start, end)),
            _ if head.len() > 1 => Some((start + 1, start + head.len())),
            _ => None,
        }
    })?;
    let octets = message.octets();
    let number = match octets.get(start..end)? {
        [short] => u64::from(*short),
        [_, low @ ..] => low.iter().fold(0, |number, octet| number << 8 | u64::from(*octet)),
        [] => return None,
    };
    replaced(octets, start, end, &change(number)?)
}

/// A length in as few octets as it needs.
fn minimal(number: u64) -> Vec<u8> {
    let mut out = Vec::new();
    gbcs_parser::encode::Length::Stated(number).write(&mut out, 0);
    out
}

fn length_more(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    length(message, random, |number| Some(minimal(number.wrapping_add(1))))
}

fn length_less(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    length(message, random, |number| Some(minimal(number.checked_sub(1)?)))
}

fn length_zero(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    length(message, random, |_| Some(vec![0]))
}

fn length_huge(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    length(message, random, |_| Some(vec![0x84, 0xFF, 0xFF, 0xFF, 0xFF]))
}

fn length_long(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let octets = 1 + random.below(4) as u8;
    length(message, random, |number| {
        let mut out = Vec::new();
        gbcs_parser::encode::Length::Long(octets).write(&mut out, usize::try_from(number).ok()?);
        Some(out)
    })
}

fn tag(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let at =
        leaf(message, random, |_, span, head| (!head.is_empty()).then_some(span.start as usize))
            .unwrap_or_default();
    let mut octets = message.octets().to_vec();
    *octets.get_mut(at)? ^= 1 + random.below(255) as u8;
    Some(octets)
}

fn any_leaf(message: &Message<'_>, random: &mut Random) -> Option<(usize, usize)> {
    leaf(message, random, |_, span, _| {
        (!span.is_empty()).then_some((span.start as usize, span.end as usize))
    })
}

fn leaf_dropped(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let (start, end) = any_leaf(message, random)?;
    replaced(message.octets(), start, end, &[])
}

fn leaf_repeated(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let (start, end) = any_leaf(message, random)?;
    replaced(message.octets(), end, end, message.octets().get(start..end)?)
}

fn at_node(message: &Message<'_>, node: NodeId) -> Option<(usize, usize)> {
    let span = message.tree.get(node)?.content_span();
    Some((span.start as usize, span.end as usize))
}

fn counter_back(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let counter = message.envelope.originator_counter?;
    let (start, end) = at_node(message, counter.node)?;
    let lower = counter.value.checked_sub(1 + random.below(1000))?;
    replaced(message.octets(), start, end, &lower.to_be_bytes())
}

fn swapped(message: &Message<'_>, _: &mut Random) -> Option<Vec<u8>> {
    let (from, to) = (message.envelope.business_originator?, message.envelope.business_target?);
    let (start, end) = at_node(message, from.node)?;
    let swapped = replaced(message.octets(), start, end, &to.value.0)?;
    let (start, end) = at_node(message, to.node)?;
    replaced(&swapped, start, end, &from.value.0)
}

fn message_code(message: &Message<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let code = message.envelope.other_information?.message_code?;
    let (start, end) = at_node(message, code.node)?;
    let other = code.value ^ (1 + random.below(0xFF) as u16);
    replaced(message.octets(), start, end, &other.to_be_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oracle::targets::conforming_messages;

    #[test]
    fn every_mutation_changes_some_message_and_repeats_itself() {
        let messages = conforming_messages();
        for mutation in MUTATIONS {
            let run = || -> Vec<Option<Vec<u8>>> {
                let mut random = Random::new(1, mutation.name);
                messages
                    .iter()
                    .map(|octets| (mutation.apply)(&Message::decode(octets), &mut random))
                    .collect()
            };
            let mutants = run();
            let changed =
                mutants.iter().zip(&messages).filter(|(made, given)| made.as_ref() != Some(given));
            assert!(changed.count() > 0, "{}", mutation.name);
            assert_eq!(mutants, run(), "{}", mutation.name);
        }
    }

    #[test]
    fn mutations_of_nothing_do_not_panic() {
        let mut random = Random::new(1, "nothing");
        for octets in [&[][..], &[0xDF], &[0xDD, 0, 0]] {
            for mutation in MUTATIONS {
                let _ = (mutation.apply)(&Message::decode(octets), &mut random);
            }
        }
    }

    #[test]
    fn names_are_found_and_are_one_each() {
        for mutation in MUTATIONS {
            assert_eq!(named(mutation.name).unwrap().what, mutation.what);
        }
        assert!(named("none").is_none());
    }
}

//! One fault in a valid message: it must not pass in silence.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use gbcs_parser::crypto::{Context, Verifier};
use gbcs_parser::protection::{Missing, Outcome};
use gbcs_parser::{EntityId, Message};
use gbcs_rules::verdict::Reason;

use super::judge::{Judged, messages, not_verified};
use super::keyed::VERIFIER;
use super::{Broken, targets};
use crate::mutate::MUTATIONS;
use crate::random::Random;

/// The messages of the bundled logs that judge themselves to be without fault.
static VALID: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let all = targets::conforming_messages();
    let judged = messages(&VERIFIER, &all).unwrap_or_default();
    let valid = all.into_iter().zip(judged).filter(|(_, judged)| *judged == Judged::Silent);
    valid.map(|(message, _)| message).collect()
});

/// The octets choose a valid message, a mutation and what it does: there must be a finding, or word
/// that a party is named whose key is missing.
///
/// # Errors
/// What does not hold.
pub fn break_one(octets: &[u8]) -> Result<(), Broken> {
    let [message, mutation, seed @ ..] = octets else { return Ok(()) };
    let choose = |octet: u8, count: usize| usize::from(octet) % count.max(1);
    let Some(valid) = VALID.get(choose(*message, VALID.len())) else { return Ok(()) };
    let Some(mutation) = MUTATIONS.get(choose(*mutation, MUTATIONS.len())) else { return Ok(()) };
    let seed = seed.iter().take(8).fold(0, |seed, octet| seed << 8 | u64::from(*octet));
    let mut random = Random::new(seed, mutation.name);
    let Some(mutant) = (mutation.apply)(&Message::decode(valid), &mut random) else {
        return Ok(());
    };
    if mutant == *valid {
        return Ok(());
    }
    super::message(&mutant)?;
    let is_told = match messages(&VERIFIER, std::slice::from_ref(&mutant))?.first() {
        Some(Judged::Unreadable | Judged::Finding) => true,
        Some(Judged::NotEvaluated) => !unknown_parties(&VERIFIER, valid, &mutant)?.is_empty(),
        Some(Judged::Silent) | None => false,
    };
    if is_told { Ok(()) } else { Err(Broken::Silent(valid.clone(), mutant)) }
}

/// The parties that a mutant names where its original names others, and for want of whose keys it
/// is not verified. None where anything else keeps it from being verified, or where the rules say
/// anything else than that of it: it then passes in silence.
///
/// # Errors
/// A rule that breaks.
pub fn unknown_parties(
    verifier: &Verifier<'_>,
    original: &[u8],
    mutant: &[u8],
) -> Result<BTreeSet<EntityId>, Broken> {
    let mut decoded = Message::decode(mutant);
    let protection = verifier.check(&mut decoded, &Context::default());
    let named =
        |message: &Message<'_>| [message.envelope.originator(), message.envelope.recipient()];
    let places = named(&Message::decode(original)).into_iter().zip(named(&decoded));
    let others: Vec<_> = places.filter(|(before, now)| before != now).map(|(_, now)| now).collect();
    let unknown = |missing: &Missing| match *missing {
        Missing::Certificate { party, usage } => {
            let is_other = others.contains(&Some(party));
            (is_other && !verifier.keys().holds(party, usage)).then_some(party)
        }
        _ => None,
    };
    let missing = missing(&protection.mac).iter().chain(missing(&protection.signature));
    let Some(parties) = missing.map(unknown).collect::<Option<BTreeSet<_>>>() else {
        return Ok(BTreeSet::new());
    };
    let told = not_verified(verifier, mutant)?;
    let is_named = |party: &EntityId| {
        let party = party.to_string();
        told.iter().any(|why| why.reason == Reason::NoKey && why.detail.contains(&party))
    };
    let no_other_reason = told.iter().all(|why| why.reason == Reason::NoKey);
    Ok(if no_other_reason && parties.iter().all(is_named) { parties } else { BTreeSet::new() })
}

fn missing<K>(outcome: &Outcome<K>) -> &[Missing] {
    match outcome {
        Outcome::NotChecked { missing } => missing,
        _ => &[],
    }
}

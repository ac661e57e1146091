//! One fault in a valid message: it must not pass in silence.

use std::sync::LazyLock;

use gbcs_parser::Message;

use super::judge::{Judged, VERIFIER, messages};
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
/// that a key was missing.
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
    match messages(&VERIFIER, std::slice::from_ref(&mutant))?.first() {
        Some(Judged::Silent) => Err(Broken::Silent(valid.clone(), mutant)),
        _ => Ok(()),
    }
}

//! Numbers that look random and are the same for the same seed, on every machine and for ever.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

/// A source of numbers; each simulated device has one of its own, so that adding a device changes
/// nothing for the others.
#[derive(Clone, Debug)]
pub struct Random(ChaCha8Rng);

impl Random {
    /// The source of a seed and a purpose.
    #[must_use]
    pub fn new(seed: u64, purpose: &str) -> Self {
        Self(ChaCha8Rng::from_seed(digest(seed, &[purpose.as_bytes()])))
    }

    /// A number from 0 to `limit - 1`; 0 where `limit` is 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        ((u128::from(self.0.next_u64()) * u128::from(limit)) >> 64) as u64
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below(high.abs_diff(low) + 1).cast_signed()
    }
}

/// 32 octets that depend on the seed and all the parts.
#[must_use]
pub fn digest(seed: u64, parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"gbcs-corpus/1");
    hash.update(seed.to_be_bytes());
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers_for_ever() {
        let mut random = Random::new(7, "test");
        let numbers: Vec<u64> = (0..5).map(|_| random.below(1000)).collect();
        assert_eq!(numbers, [255, 441, 133, 720, 737]);
    }

    #[test]
    fn ranges_hold_their_ends() {
        let mut random = Random::new(7, "ends");
        let numbers: Vec<i64> = (0..200).map(|_| random.between(-1, 1)).collect();
        assert!(numbers.contains(&-1) && numbers.contains(&1));
        assert!(numbers.iter().all(|number| (-1..=1).contains(number)));
        assert_eq!(random.below(0), 0);
    }
}

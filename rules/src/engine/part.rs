//! Parts of a run: each judges some of the devices, and together they give what one run gives.
//!
//! Every part reads the whole log, so that what is known across devices is known in each; of the
//! devices it judges those whose identifiers fall to it.

use std::fmt;
use std::io::Read;
use std::str::FromStr;

use gbcs_parser::EntityId;

use super::fleet_parts::merge_fleet;
use super::saved::{SavedEngine, load_fleet};
use super::{Engine, mixed};
use crate::count::add;
use crate::results::Results;
use crate::saved::{Damage, DamageKind, Reader};

/// Which part of the devices a run judges: number `n` of `of`, from 1.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct Part {
    /// Its number, from 1.
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

impl Part {
    /// True where a device falls to this part. Records of no device fall to the first.
    #[must_use]
    pub fn holds(self, device: Option<EntityId>) -> bool {
        // Other bits than those that choose the shard: else a part would have few of them.
        let part = device.map_or(0, |id| (mixed(id) >> 16) as u32 % self.of.max(1));
        part + 1 == self.number
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

/// The text is no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPart;

impl fmt::Display for NotAPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a part is a number and how many there are, such as 1/3")
    }
}

impl std::error::Error for NotAPart {}

impl FromStr for Part {
    type Err = NotAPart;

    fn from_str(text: &str) -> Result<Self, NotAPart> {
        let (number, of) = text.split_once('/').ok_or(NotAPart)?;
        let [number, of] = [number, of].map(|text| text.parse::<u32>().unwrap_or(0));
        if (1..=of).contains(&number) { Ok(Self { number, of }) } else { Err(NotAPart) }
    }
}

impl Engine<'_> {
    /// The same, judging the devices of one part alone.
    #[must_use]
    pub fn only(mut self, part: Option<Part>) -> Self {
        self.part = part;
        self
    }

    /// Takes over what a run over other devices has saved with [`Engine::save`]. Test cases that
    /// this one has as well are of the same log where `same_log` says so, and others elsewhere.
    ///
    /// # Errors
    /// Where it cannot be read, or a device is in both.
    pub fn merge<R: Read>(&mut self, from: &mut Reader<R>, same_log: bool) -> Result<(), Damage> {
        let SavedEngine { fleet, mut results } = from.value()?;
        let mine = &self.results.devices;
        if let Some(twice) = results.devices.keys().find(|id| mine.contains_key(id)) {
            return Err(from.damage(DamageKind::Unknown(format!("{twice} is in another part"))));
        }
        if same_log {
            self.merge_test_cases(&mut results);
        } else {
            results.stand_behind(self.results.test_cases.len());
        }
        self.results.merge(results);
        merge_fleet(&mut self.fleet, load_fleet(&self.rules, fleet, from)?);
        Ok(())
    }

    /// Adds what another part has counted in the test cases of the same log.
    fn merge_test_cases(&mut self, theirs: &mut Results) {
        if self.results.test_cases.is_empty() {
            return;
        }
        let theirs = std::mem::take(&mut theirs.test_cases);
        for (mine, theirs) in self.results.test_cases.iter_mut().zip(theirs) {
            add(&mut mine.checked, theirs.checked);
            for (severity, count) in theirs.findings {
                add(mine.findings.entry(severity).or_default(), count);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_device_falls_to_one_part() {
        for of in 1..=7 {
            let parts: Vec<Part> = (1..=of).map(|number| Part { number, of }).collect();
            let mut sizes = vec![0; of as usize];
            for n in 0..7000_u64 {
                let id = EntityId((0x88_73_84_57_00_2F_00_00 + n).to_be_bytes());
                let holding: Vec<_> =
                    (0..parts.len()).filter(|at| parts[*at].holds(Some(id))).collect();
                let [at] = holding.as_slice() else { panic!("{id} falls to {holding:?}") };
                sizes[*at] += 1;
            }
            assert!(parts[0].holds(None) && !parts[1..].iter().any(|part| part.holds(None)));
            let mean = 7000 / of as usize;
            assert!(sizes.iter().all(|size| *size > mean / 2 && *size < mean * 2), "{sizes:?}");
        }
    }

    #[test]
    fn parts_are_written_as_they_are_given() {
        assert_eq!("2/3".parse::<Part>().map(|part| part.to_string()), Ok("2/3".to_owned()));
        for wrong in ["", "3", "0/3", "4/3", "1/0", "-1/3", "a/b", "1/3/5"] {
            assert_eq!(wrong.parse::<Part>(), Err(NotAPart), "{wrong}");
        }
    }
}

//! What the engine has made of a log so far, written to be gone on with, and read again.
//!
//! Every shard is written as one chunk of what it has found and one for each of its devices, so that
//! neither writing nor reading holds more than one device's state twice.

use std::collections::{BTreeSet, HashMap};
use std::io::{self, Read, Write};

use gbcs_parser::record::{Record, TestCase};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::dispatch::Topics;
use super::fleet_parts::FleetParts;
use super::output::{Output, SavedCounts};
use super::rules::Rules;
use super::shard::{Common, Shard};
use super::tracked::SavedTracked;
use super::{Engine, LogRun, SHARDS};
use crate::device::Heard;
use crate::log::LogFacts;
use crate::prepare::teaches;
use crate::registry::RuleId;
use crate::results::Results;
use crate::roles::Roles;
use crate::saved::{Damage, DamageKind, Reader, Unreadable, Writer};

/// The fleet rules of a part, each in its own octets.
pub(super) type SavedFleet = Vec<(RuleId, Vec<u8>)>;

/// What is found in the logs before.
#[derive(Deserialize)]
pub(super) struct SavedEngine {
    pub(super) fleet: SavedFleet,
    pub(super) results: Results,
}

/// What is known across the devices of a log.
#[derive(Deserialize)]
struct SavedLog {
    facts: LogFacts,
    heard: Heard,
    roles: Roles,
    test_cases: Vec<TestCase>,
}

/// What a shard has found.
#[derive(Serialize, Deserialize)]
struct SavedShard {
    fleet: SavedFleet,
    counts: SavedCounts,
    devices: u64,
}

pub(super) fn save_fleet(fleet: &FleetParts) -> Result<SavedFleet, Unreadable> {
    fleet.iter().map(|(id, check)| Ok((*id, check.save()?))).collect()
}

/// Fleet rules as they were saved; those that are not selected are refused.
pub(super) fn load_fleet<R: Read>(
    rules: &Rules,
    saved: SavedFleet,
    from: &Reader<R>,
) -> Result<FleetParts, Damage> {
    let mut fleet = FleetParts::new();
    for (id, octets) in saved {
        let make = rules.on_fleets.iter().find(|(other, _)| *other == id).map(|(_, make)| make);
        let mut check = make.ok_or_else(|| not_selected(from, id))?();
        check.load(&octets).map_err(|error| from.damage(DamageKind::Content(error)))?;
        fleet.insert(id, check);
    }
    Ok(fleet)
}

fn not_selected<R: Read>(from: &Reader<R>, id: RuleId) -> Damage {
    let what = format!("{} is not selected, or follows nothing", id.rule().code);
    from.damage(DamageKind::Unknown(what))
}

impl<'p> Engine<'p> {
    /// Writes what was found in the logs that have ended.
    ///
    /// # Errors
    /// Where writing fails.
    pub fn save<W: Write>(&self, to: &mut Writer<W>) -> io::Result<()> {
        to.value(&(save_fleet(&self.fleet)?, &self.results))
    }

    /// Passes over records that were judged before a log was saved: keys that they teach are
    /// learned once more.
    pub fn pass_over(&self, records: &[Record]) {
        records.iter().filter(|record| teaches(record)).for_each(|record| {
            self.prepare.learn(record);
        });
    }

    /// Takes over what another engine with the same profile has saved.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn load<R: Read>(&mut self, from: &mut Reader<R>) -> Result<(), Damage> {
        let SavedEngine { fleet, results } = from.value()?;
        self.fleet = load_fleet(&self.rules, fleet, from)?;
        self.results = results;
        Ok(())
    }

    /// Goes on with a log that was saved with [`LogRun::save`], behind [`Engine::load`].
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn go_on<R: Read>(&mut self, from: &mut Reader<R>) -> Result<LogRun<'_, 'p>, Damage> {
        let SavedLog { facts, heard, roles, test_cases } = from.value()?;
        let mut shards = Vec::with_capacity(SHARDS);
        for _ in 0..SHARDS {
            shards.push(Shard::load(&self.rules, from)?);
        }
        let (topics, trees, block) = (Topics::default(), Vec::new(), Vec::new());
        Ok(LogRun { engine: self, facts, shards, heard, roles, test_cases, topics, trees, block })
    }
}

impl LogRun<'_, '_> {
    /// Writes what was made of the log so far, with what was found in the logs before it.
    ///
    /// # Errors
    /// Where writing fails.
    pub fn save<W: Write>(&self, to: &mut Writer<W>) -> io::Result<()> {
        self.engine.save(to)?;
        let Self { facts, heard, roles, test_cases, .. } = self;
        to.value(&(facts, heard, roles, test_cases))?;
        self.shards.iter().try_for_each(|shard| shard.save(&self.engine.rules, to))
    }

    /// The rules that remember something of a device at this moment: a test that saves here saves
    /// what they remember.
    ///
    /// # Errors
    /// Where a state cannot be saved.
    pub fn remembering(&self) -> Result<BTreeSet<RuleId>, Unreadable> {
        let mut rules = BTreeSet::new();
        for tracked in self.shards.iter().flat_map(|shard| shard.devices.values()) {
            tracked.remembering(&self.engine.rules, &mut rules)?;
        }
        Ok(rules)
    }
}

impl Shard {
    fn save<W: Write>(&self, rules: &Rules, to: &mut Writer<W>) -> io::Result<()> {
        let Common { fleet, output, dispatches } = &self.common;
        let saved = SavedShard {
            fleet: save_fleet(fleet)?,
            counts: output.saved(rules, dispatches),
            devices: self.devices.len() as u64,
        };
        to.value(&saved)?;
        to.value(&output.results)?;
        let mut devices: Vec<_> = self.devices.iter().collect();
        devices.sort_by_key(|(id, _)| **id);
        // In parallel some at a time: the octets of all would be as large as the states themselves.
        for some in devices.chunks(rayon::current_num_threads().max(1) * 16) {
            let octets: Vec<_> = some
                .par_iter()
                .map(|(id, tracked)| tracked.save(rules, **id))
                .collect::<Result<_, _>>()?;
            octets.iter().try_for_each(|device: &Vec<u8>| to.octets(device))?;
        }
        Ok(())
    }

    fn load<R: Read>(rules: &Rules, from: &mut Reader<R>) -> Result<Self, Damage> {
        let SavedShard { fleet, counts, devices: count } = from.value()?;
        let fleet = load_fleet(rules, fleet, from)?;
        let output = Output::of(from.value()?, counts);
        let mut devices = HashMap::default();
        for _ in 0..count {
            let saved: SavedTracked = from.value()?;
            let (id, tracked) = saved.load(rules).map_err(|kind| from.damage(kind))?;
            devices.insert(id, Box::new(tracked));
        }
        Ok(Self::with(devices, fleet, output))
    }
}

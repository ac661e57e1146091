//! A simulation: many homes for many days, and faults among them, written as one native log.
//!
//! The same arguments give the same octets. Memory holds a state for each home and the records of
//! the next minutes, however long the log is.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::{self, Write};

use gbcs_parser::EntityId;
use gbcs_parser::record::Time;

use crate::certificate::{KeyFile, key_files};
use crate::faults::{Fault, Stage};
use crate::home::{self, Home};
use crate::log::{Finding, Log};
use crate::party::{DeviceKind, Party, Role};
use crate::scene::Scene;
use crate::world::{DAY, World, after};

const DEVICES_OF_HOME: u32 = home::DEVICES.len() as u32;

/// What is simulated.
#[derive(Clone, Debug)]
pub struct Simulation {
    /// Number of devices: each home has those of [`home::DEVICES`], the last perhaps fewer.
    pub devices: u32,
    /// Number of days.
    pub days: u32,
    /// What keys, clocks and readings are made from.
    pub seed: u64,
    /// GBCS version that the devices claim.
    pub gbcs_version: String,
    /// Midnight before the first day.
    pub midnight: Time,
    /// Faults that are planted, each in devices of its own.
    pub faults: Vec<Planting>,
}

/// A fault that is planted.
#[derive(Clone, Copy, Debug)]
pub struct Planting {
    /// What is planted.
    pub fault: &'static Fault,
    /// The identifier of the device in which it is planted; `None` for one of its own.
    pub device: Option<EntityId>,
}

impl From<&'static Fault> for Planting {
    fn from(fault: &'static Fault) -> Self {
        Self { fault, device: None }
    }
}

impl Simulation {
    /// A simulation without faults from 2026-03-02 on, a Monday.
    #[must_use]
    pub fn new(devices: u32, days: u32, seed: u64, gbcs_version: &str) -> Self {
        Self {
            devices,
            days,
            seed,
            gbcs_version: gbcs_version.to_owned(),
            midnight: Time(1_772_409_600_000),
            faults: Vec::new(),
        }
    }

    /// Writes the log, and gives every key file to `keep`, if somebody wants them. Returns what a
    /// check must find.
    ///
    /// # Errors
    /// Those of the writer and of `keep`.
    pub fn run(
        &self,
        out: impl Write,
        mut keep: Option<&mut dyn FnMut(KeyFile) -> io::Result<()>>,
    ) -> io::Result<Vec<Finding>> {
        let world = World::new(self.seed, &self.gbcs_version);
        let mut keep_party = |party: &Party, is_private: bool| -> io::Result<()> {
            let Some(keep) = &mut keep else { return Ok(()) };
            key_files(self.seed, party, is_private).into_iter().try_for_each(keep)
        };
        // Either side's private key serves; the organisations' are the few.
        for organisation in world.organisations().into_iter().chain([&world.other_supplier]) {
            keep_party(organisation, true)?;
        }
        let mut scene = Scene::default();
        let mut play = Play::default();
        for number in 0..self.devices.div_ceil(DEVICES_OF_HOME) {
            let devices = (self.devices - number * DEVICES_OF_HOME).min(DEVICES_OF_HOME);
            let home = Home::new(&world, number + 1, devices, self.midnight, self.days);
            for (party, is_private) in home.parties() {
                keep_party(party, is_private)?;
            }
            play.add(home);
        }
        for (number, Planting { fault, device }) in self.faults.iter().enumerate() {
            let mut stage = Stage::new(&world, &mut scene, self.midnight, number as u16);
            stage.identity = *device;
            (fault.plant)(&mut stage);
            for party in stage.parties() {
                keep_party(&party, party.role.is_some())?;
            }
        }
        let mut log = Log::begin(out, self.midnight, &self.gbcs_version)?;
        while let Some(time) = play.next() {
            while let Some(planned) = scene.take_before(time) {
                log.write(&planned)?;
            }
            play.act(&world, &mut scene);
        }
        while let Some(planned) = scene.take_first() {
            log.write(&planned)?;
        }
        Ok(log.end(&scene.of_fleet)?.1)
    }

    /// True for the identifier of an organisation of the simulation, or of a device of its homes: these
    /// have counters and logs of their own, in which a planted device would be a second one.
    #[must_use]
    pub fn has(&self, id: EntityId) -> bool {
        let organisation = Party::organisation_id(Role::NetworkOperator, 1).0;
        id.0[..4] == organisation[..4]
            || (0..self.devices).any(|number| device(number).is_some_and(|(_, own)| own == id))
    }

    /// The moment when the last day ends.
    #[must_use]
    pub fn end(&self) -> Time {
        after(self.midnight, i64::from(self.days) * DAY)
    }
}

/// The homes, and when each has something to do next.
#[derive(Default)]
struct Play {
    homes: Vec<Home>,
    turns: BinaryHeap<Reverse<(Time, usize)>>,
}

impl Play {
    fn add(&mut self, home: Home) {
        self.turns.extend(home.next().map(|time| Reverse((time, self.homes.len()))));
        self.homes.push(home);
    }

    /// When the next home acts; `None` at the end.
    fn next(&self) -> Option<Time> {
        self.turns.peek().map(|Reverse((time, _))| *time)
    }

    /// Has the next home act.
    fn act(&mut self, world: &World, scene: &mut Scene) {
        let Some(Reverse((_, number))) = self.turns.pop() else { return };
        let Some(home) = self.homes.get_mut(number) else { return };
        home.act(world, scene);
        self.turns.extend(home.next().map(|time| Reverse((time, number))));
    }
}

/// Kind and identifier of device `number` of all, from 0.
fn device(number: u32) -> Option<(DeviceKind, EntityId)> {
    let (home, place) = (number / DEVICES_OF_HOME + 1, number % DEVICES_OF_HOME);
    let kind = *home::DEVICES.get(place as usize)?;
    Some((kind, Party::device_id(kind, home)))
}

/// Writes a devices file: types, versions and network operator of the homes' devices. Those of
/// planted faults differ in what the log says of them, and are left to the log.
///
/// # Errors
/// Those of the writer.
pub fn devices_toml(simulation: &Simulation, out: &mut impl Write) -> io::Result<()> {
    let operator = Party::organisation_id(Role::NetworkOperator, 1);
    for number in 0..simulation.devices {
        let Some((kind, id)) = device(number) else { continue };
        writeln!(out, "[[device]]")?;
        writeln!(out, "id = \"{id}\"")?;
        writeln!(out, "type = \"{}\"", kind.name())?;
        writeln!(out, "gbcs_version = \"{}\"", simulation.gbcs_version)?;
        writeln!(out, "operator = \"{operator}\"")?;
        writeln!(out)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The most records that are planned at a time, and the number of all, of some homes in so many
    /// days.
    fn planned(days: u32) -> (usize, usize) {
        let world = World::new(1, "4.2");
        let midnight = Simulation::new(0, days, 1, "4.2").midnight;
        let (mut scene, mut play) = (Scene::default(), Play::default());
        for number in 1..=4 {
            play.add(Home::new(&world, number, DEVICES_OF_HOME, midnight, days));
        }
        let (mut most, mut all) = (0, 0);
        while let Some(time) = play.next() {
            while scene.take_before(time).is_some() {
                all += 1;
            }
            play.act(&world, &mut scene);
            most = most.max(scene.len());
        }
        (most, all)
    }

    /// What is kept beside them is a state for each home.
    #[test]
    fn a_longer_run_holds_no_more_records_at_a_time() {
        let ((short, few), (long, many)) = (planned(20), planned(120));
        assert!(many > 4 * few, "{few} {many}");
        assert_eq!(short, long);
        assert!(long < 200, "{long}");
    }
}

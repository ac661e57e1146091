//! The logs that are committed in `corpus/logs`, and the keys to check them with.
//!
//! `corpus/tests/bundled.rs` compares the files with what is made here.

use std::io;

use gbcs_parser::record::Time;
use serde_json::Value;

use crate::certificate::{KeyFile, key_files};
use crate::devices::gsme::{CONFIGURABLE, Registers};
use crate::devices::hub::Joining;
use crate::devices::{Esme, Gsme, Hub};
use crate::faults::{self, Fault, Stage};
use crate::home::join;
use crate::log::{Log, expected_json, findings_json};
use crate::party::{DeviceKind, Party};
use crate::scene::Scene;
use crate::simulate::Simulation;
use crate::world::{DAY, HOUR, MINUTE, SECOND, World, after};

/// A log with what a check must find in it.
#[derive(Clone, Debug)]
pub struct Bundled {
    /// Its name without extension.
    pub name: String,
    /// The native log.
    pub log: Vec<u8>,
    /// The content of `<name>.expected.json`: the exit code and the findings of a check without
    /// keys, and those that a check with keys gives as well.
    pub expected: Value,
}

const SEED: u64 = 1;
const GBCS_VERSION: &str = "4.2";

/// The faults of `planted-faults.jsonl`.
const PLANTED: &[&str] = &[
    "VLT001", "VLT002", "VLT003", "DFT001", "DFT002", "DFT003", "DFT004", "ALT003", "ALT009",
    "ALT011", "ENV001", "ENV003", "ENV008", "USE014", "HAN005", "HAN006",
];

/// Faults and near misses that are not bundled, as a message of theirs takes some 70 kB or more.
const LARGE: &[&str] = &["ENV015", "VLT004"];

/// Rules that see their faults with keys alone.
const SEEN_WITH_KEYS: &[&str] = &["SEC001", "SEC002", "SEC007", "DUI009"];

/// How many stages a family has: one half for faults, one for near misses.
const STAGES_OF_FAMILY: usize = 128;

/// All bundled logs, and the key files for them.
///
/// # Errors
/// None in practice: those of writing to memory.
pub fn bundled() -> io::Result<(Vec<Bundled>, Vec<KeyFile>)> {
    let mut bundle = Bundle::new();
    bundle.write("conforming-esme-voltage", esme_voltage)?;
    bundle.write("conforming-gsme-gcs20r", gsme_gcs20r)?;
    bundle.write("conforming-hub-joins", hub_joins)?;
    bundle.write("planted-faults", |world, scene| {
        let planted = PLANTED
            .iter()
            .flat_map(|name| faults::faults().filter(move |fault| fault.name == *name));
        plant(world, scene, 0, planted)
    })?;
    // The first stages are those of the log of mixed faults.
    let stages = (1..).map(|number| number * STAGES_OF_FAMILY);
    for (family, first) in faults::codes().into_iter().zip(stages) {
        let code = family.to_ascii_lowercase();
        let bundled = |fault: &&Fault| fault.family() == family && !LARGE.contains(&fault.name);
        bundle.write(&format!("{code}-faulty"), |world, scene| {
            plant(world, scene, first, faults::faults().filter(bundled))
        })?;
        bundle.write(&format!("{code}-conforming"), |world, scene| {
            let first = first + STAGES_OF_FAMILY / 2;
            plant(world, scene, first, faults::near_misses().filter(bundled))
        })?;
    }
    Ok((bundle.logs, bundle.keys))
}

struct Bundle {
    world: World,
    logs: Vec<Bundled>,
    keys: Vec<KeyFile>,
}

impl Bundle {
    fn new() -> Self {
        let world = World::new(SEED, GBCS_VERSION);
        let keys = world.organisations().into_iter().flat_map(key_files_of).collect();
        Self { world, logs: Vec::new(), keys }
    }

    /// Writes a log of what `play` plans; it returns the parties that take part. The certificates
    /// of its devices go into one file of the log's name.
    fn write(
        &mut self,
        name: &str,
        play: impl FnOnce(&World, &mut Scene) -> Vec<Party>,
    ) -> io::Result<()> {
        let mut scene = Scene::default();
        let (organisations, devices): (Vec<_>, Vec<_>) =
            play(&self.world, &mut scene).into_iter().partition(|party| party.role.is_some());
        self.keys.extend(organisations.iter().flat_map(key_files_of));
        let certificates = devices.iter().flat_map(key_files_of).map(|file| file.text).collect();
        self.keys.push(KeyFile { name: format!("{name}.pem"), text: certificates });
        let mut log = Log::begin(Vec::new(), midnight(), GBCS_VERSION)?;
        while let Some(planned) = scene.take_first() {
            log.write(&planned)?;
        }
        let (log, findings) = log.end(&scene.of_fleet)?;
        let (with_keys, always): (Vec<_>, Vec<_>) = findings
            .into_iter()
            .partition(|finding| SEEN_WITH_KEYS.contains(&finding.expected.rule));
        let mut expected = expected_json(&always);
        if !with_keys.is_empty()
            && let Some(members) = expected.as_object_mut()
        {
            members.insert("findings_with_keys".to_owned(), findings_json(&with_keys));
        }
        self.logs.push(Bundled { name: name.to_owned(), log, expected });
        Ok(())
    }
}

fn key_files_of(party: &Party) -> Vec<KeyFile> {
    key_files(SEED, party, party.role.is_some())
}

/// The midnight before the bundled logs.
fn midnight() -> Time {
    Simulation::new(0, 0, SEED, GBCS_VERSION).midnight
}

/// Plants faults on stages whose numbers begin with `first`.
fn plant(
    world: &World,
    scene: &mut Scene,
    first: usize,
    faults: impl Iterator<Item = &'static Fault>,
) -> Vec<Party> {
    let mut parties = Vec::new();
    for (fault, number) in faults.zip(first..) {
        let mut stage = Stage::new(world, &mut *scene, midnight(), number as u16);
        (fault.plant)(&mut stage);
        parties.extend(stage.parties());
    }
    parties
}

/// A week of an electricity meter: its clock, voltage on the grid of 1800 s, an outage, registers,
/// maximum demand.
fn esme_voltage(world: &World, scene: &mut Scene) -> Vec<Party> {
    let mut esme = Esme::new(world, 1);
    let operator = &world.operator;
    let at = |day: i64, time: i64| after(midnight(), day * DAY + time);
    esme.device.introduce(world, midnight(), scene);
    scene.exchange(esme.set_clock(world, at(0, HOUR)));
    scene.exchange(esme.set_voltage(world, operator, at(0, 2 * HOUR), 1800));
    scene.exchange(esme.reset_voltage_counters(world, operator, at(0, 2 * HOUR + MINUTE)));
    let mut from = esme.device.clock(midnight());
    for day in 1..7 {
        let time = at(day, 10 * MINUTE);
        let to = esme.device.clock(time);
        scene.exchange(esme.read_voltage(world, operator, time, (from, to)));
        from = to + 1;
        scene.exchange(esme.read_registers(world, &world.supplier, at(day, 3 * HOUR)));
        match day {
            2 => {
                let schedule = crate::devices::esme::demand_schedule(17, 21);
                let time = at(day, 5 * HOUR);
                scene.exchange(esme.set_maximum_demand(world, operator, time, schedule));
                let time = after(time, 5 * MINUTE);
                scene.exchange(esme.reset_maximum_demand(world, operator, time));
            }
            3 => {
                scene.exchange(esme.read_maximum_demand(world, operator, at(day, 5 * HOUR)));
                for (minutes, code) in [(0, 0x8002), (30, 0x8085)] {
                    let time = at(day, 14 * HOUR + minutes * MINUTE);
                    let alert = esme.alert(operator, time, code);
                    scene.from_device(after(time, 5 * SECOND), esme.device.id(), &alert);
                }
            }
            4 => {
                let (off, on) = (at(day, 15 * HOUR + 7 * MINUTE), at(day, 15 * HOUR + 19 * MINUTE));
                scene.stimulus(off, esme.device.id(), "power-off");
                scene.stimulus(on, esme.device.id(), "power-on");
                let outage = (esme.device.clock(off), esme.device.clock(on));
                esme.outage = Some(outage);
                let sent = after(on, MINUTE);
                let alert = esme.outage_alert(operator, sent, outage);
                scene.from_device(after(sent, 5 * SECOND), esme.device.id(), &alert);
            }
            _ => {}
        }
    }
    vec![esme.device.party]
}

/// A gas meter reports its behaviours, and is read.
fn gsme_gcs20r(world: &World, scene: &mut Scene) -> Vec<Party> {
    let mut gsme = Gsme::new(world, 1);
    let at = |hours: i64| after(midnight(), hours * HOUR);
    gsme.device.introduce(world, midnight(), scene);
    scene.exchange(gsme.read_behaviours(world, at(1), 0x81FF, &CONFIGURABLE));
    scene.exchange(gsme.read_registers(world, at(2), Registers::Consumption));
    scene.exchange(gsme.read_registers(world, at(3), Registers::Blocks));
    scene.exchange(gsme.read_registers(world, at(4), Registers::TimeOfUse));
    let alert = gsme.alert(&world.supplier, at(5), 0x81A1);
    scene.from_device(after(at(5), 5 * SECOND), gsme.device.id(), &alert);
    vec![gsme.device.party]
}

/// A hub: two meters join, one is taken off and comes back, and both logs are read.
fn hub_joins(world: &World, scene: &mut Scene) -> Vec<Party> {
    let mut hub = Hub::new(world, 1);
    let meters = [(DeviceKind::Esme, 1), (DeviceKind::Gsme, 1)];
    let [esme, gsme] = meters
        .map(|(kind, number)| Joining::new(Party::device(world.seed, kind, number).id, kind, 3600));
    let at = |hours: i64| after(midnight(), hours * HOUR);
    let supplier = &world.supplier;
    hub.device.introduce(world, midnight(), scene);
    join(world, &mut hub, scene, at(1), &esme, 20 * MINUTE, Some("N24"));
    join(world, &mut hub, scene, at(3), &gsme, 50 * MINUTE, Some("N24"));
    scene.exchange(hub.read_logs(world, supplier, at(5)));
    let exchange = hub.remove(world, supplier, at(6), gsme.id);
    let removed = after(exchange.answered, SECOND);
    scene.exchange(exchange);
    let alert = hub.device_log_alert(world, removed);
    scene.from_device(after(removed, SECOND), hub.device.id(), &alert);
    hub.outcome(scene, after(removed, 3 * SECOND), "N24", supplier, at(6));
    scene.exchange(hub.read_logs(world, supplier, at(7)));
    // In the historic log: the old key is taken in the first half of the window.
    join(world, &mut hub, scene, at(8), &gsme, 10 * MINUTE, Some("N24"));
    scene.exchange(hub.read_logs(world, supplier, at(10)));
    vec![hub.device.party]
}

//! Faults of the voltage log.

use gbcs_parser::record::{Body, Configuration, ConfigurationValues};

use super::{Family, Fault, Stage};
use crate::devices::Esme;
use crate::devices::esme::Variant;
use crate::scene::{Exchange, Planned, Severity};
use crate::world::{MINUTE, SECOND, after};

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "VLT001",
            what: "all entries of the log are a minute after the grid",
            plant: |stage| {
                let mut esme = stage.esme();
                let exchange = shifted(stage, &mut esme);
                stage.scene.exchange(exchange.response_fault("VLT001", Severity::Warning));
            },
        },
        Fault {
            name: "VLT001-claimed",
            what: "the same of a meter that claims MP085A",
            plant: |stage| {
                let mut esme = stage.esme_as(|esme| {
                    esme.device.snapshot.claims.push("MP085A".to_owned());
                });
                let exchange = shifted(stage, &mut esme);
                stage.scene.exchange(exchange.response_fault("VLT001", Severity::Error));
            },
        },
        Fault {
            name: "VLT002",
            what: "a configuration record states a period of 3600 s",
            plant: |stage| {
                stage.own_operator();
                let esme = stage.esme();
                configuration(stage, &esme, 1, 3600, None).warning("VLT002");
            },
        },
        Fault {
            name: "VLT002-written",
            what: "the network operator sets a period of 700 s",
            plant: |stage| {
                stage.own_operator();
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = esme.set_voltage(world, &world.operator, time, 700);
                stage.scene.exchange(exchange.command_fault("VLT002", Severity::Warning));
            },
        },
        Fault {
            name: "VLT003",
            what: "two entries of the log have the same time",
            plant: |stage| {
                let mut esme = stage.esme();
                let range = range(stage, &esme, 24);
                let mut entries = esme.voltage_log(range.0, range.1);
                if let Some(entry) = entries.get(10).copied() {
                    entries.insert(10, entry);
                }
                let exchange = read(stage, &mut esme, 1, range, &entries);
                stage.scene.exchange(exchange.response_fault("VLT003", Severity::Error));
            },
        },
        Fault {
            name: "VLT004",
            what: "4,321 entries of a phase in one answer",
            plant: |stage| {
                let exchange = long_log(stage, 4321);
                stage.scene.exchange(exchange.response_fault("VLT004", Severity::Info));
            },
        },
        Fault {
            name: "VLT005",
            what: "after an outage the entries are ten minutes after the grid",
            plant: |stage| {
                let mut esme = stage.esme();
                let exchange = interrupted(stage, &mut esme, 600);
                stage.scene.exchange(exchange.response_fault("VLT005", Severity::Warning));
            },
        },
        Fault {
            name: "VLT006",
            what: "a meter as manufactured has a period of 600 s",
            plant: |stage| {
                stage.own_operator();
                let mut esme = stage.esme_as(|esme| {
                    esme.device.snapshot.as_manufactured = Some(true);
                    esme.period = 600;
                });
                let exchange = day(stage, &mut esme);
                stage.scene.exchange(exchange.response_fault("VLT006", Severity::Warning));
            },
        },
        Fault {
            name: "VLT007",
            what: "two meters of one operator have periods of 1800 s and 900 s",
            plant: |stage| {
                stage.own_operator();
                periods(stage, [1800, 900], |exchange| exchange);
                stage.scene.fleet_fault("VLT007", Severity::Warning);
            },
        },
        Fault {
            name: "VLT008",
            what: "the voltage returns within its limits without having left them",
            plant: |stage| {
                let mut esme = stage.esme();
                let time = stage.at(1);
                let draft = esme.alert(&stage.world.operator, time, 0x8085);
                stage
                    .scene
                    .from_device(after(time, 5 * SECOND), esme.device.id(), &draft)
                    .warning("VLT008");
            },
        },
        Fault {
            name: "VLT009",
            what: "a voltage counter falls without a reset",
            plant: |stage| {
                let mut esme = stage.esme();
                let range = range(stage, &esme, 24);
                let entries = esme.voltage_log(range.0, range.1);
                let first = read(stage, &mut esme, 1, range, &entries);
                stage.scene.exchange(first);
                esme.reset = esme.device.clock(stage.at(2));
                let second = read(stage, &mut esme, 5, range, &entries);
                stage.scene.exchange(second.response_fault("VLT009", Severity::Warning));
            },
        },
        Fault {
            name: "VLT010",
            what: "a log states different periods of two phases of a meter",
            plant: |stage| {
                stage.own_operator();
                let esme = stage.esme();
                configuration(stage, &esme, 1, 1800, Some(1));
                configuration(stage, &esme, 1, 900, Some(2)).warning("VLT010");
            },
        },
        Fault {
            name: "VLT010-read",
            what: "the log of the third phase of a polyphase meter lacks the newest entry",
            plant: |stage| {
                let exchange = phases(stage, 1);
                stage.scene.exchange(exchange.response_fault("VLT010", Severity::Warning));
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "VLT006",
            what: "a meter as manufactured has a period of 1800 s",
            plant: |stage| {
                stage.own_operator();
                let mut esme = stage.esme_as(|esme| {
                    esme.device.snapshot.as_manufactured = Some(true);
                });
                let exchange = day(stage, &mut esme);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "VLT001",
            what: "entries of a period of 900 s, on its grid",
            plant: |stage| {
                stage.own_operator();
                let mut esme = stage.esme_as(|esme| esme.period = 900);
                let exchange = day(stage, &mut esme);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "VLT002",
            what: "a period of 900 s",
            plant: |stage| {
                stage.own_operator();
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = esme.set_voltage(world, &world.operator, time, 900);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "VLT003",
            what: "entries are hours apart, as there was an outage between them",
            plant: |stage| {
                let mut esme = stage.esme();
                let exchange = interrupted(stage, &mut esme, 0);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "VLT004",
            what: "4,320 entries of a phase in one answer",
            plant: |stage| {
                let exchange = long_log(stage, 4320);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "VLT005",
            what: "after an outage the entries are on the grid again",
            plant: |stage| {
                let mut esme = stage.esme();
                let exchange = interrupted(stage, &mut esme, 0);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "VLT007",
            what: "two meters of one operator have a period of 900 s",
            plant: |stage| {
                stage.own_operator();
                periods(stage, [900, 900], Exchange::response_passes);
            },
        },
        Fault {
            name: "VLT008",
            what: "the voltage leaves its limits and returns",
            plant: |stage| {
                let mut esme = stage.esme();
                for (minutes, code) in [(1, 0x8006), (31, 0x8089)] {
                    let time = stage.at(minutes);
                    let draft = esme.alert(&stage.world.operator, time, code);
                    stage
                        .scene
                        .from_device(after(time, 5 * SECOND), esme.device.id(), &draft)
                        .passes();
                }
            },
        },
        Fault {
            name: "VLT009",
            what: "a voltage counter falls after a reset",
            plant: |stage| {
                let mut esme = stage.esme();
                let exchange = day(stage, &mut esme);
                stage.scene.exchange(exchange.response_passes());
                let (world, operator) = (&stage.world, &stage.world.operator);
                let reset = esme.reset_voltage_counters(world, operator, stage.at(5));
                stage.scene.exchange(reset);
                let now = esme.device.clock(stage.at(10));
                let again = esme.read_voltage(world, operator, stage.at(10), (now - 86_400, now));
                stage.scene.exchange(again.response_passes());
            },
        },
        Fault {
            name: "VLT010",
            what: "two phases of a meter change their period together, from 900 s to 1800 s",
            plant: |stage| {
                stage.own_operator();
                let esme = stage.esme();
                for (minutes, period) in [(1, 900), (5, 1800)] {
                    configuration(stage, &esme, minutes, period, Some(1)).passes();
                    configuration(stage, &esme, minutes, period, Some(2)).passes();
                }
            },
        },
        Fault {
            name: "VLT010-read",
            what: "the logs of three phases have the same times, and each its own voltages",
            plant: |stage| {
                let exchange = phases(stage, 0);
                stage.scene.exchange(exchange.response_passes());
            },
        },
    ],
};

/// A polyphase meter is read, whose third phase lacks so many of the newest entries.
fn phases(stage: &mut Stage<'_>, lacking: usize) -> Exchange {
    let mut esme = stage.esme_as(|esme| esme.become_variant(Variant::Polyphase));
    let range = range(stage, &esme, 24);
    let entries = esme.voltage_log(range.0, range.1);
    let mut phases = [entries.clone(), entries.clone(), entries];
    for (entries, more) in phases.iter_mut().zip(0..) {
        for (_, volts) in entries {
            *volts += more;
        }
    }
    let [.., third] = &mut phases;
    third.truncate(third.len().saturating_sub(lacking));
    let world = &stage.world;
    esme.read_phases_as(world, &world.operator, stage.at(1), range, &phases)
}

/// The device's seconds from so many hours before the beginning up to it.
fn range(stage: &Stage<'_>, esme: &Esme, hours: u32) -> (u32, u32) {
    let now = esme.device.clock(stage.begin);
    (now - hours * 3600, now)
}

fn read(
    stage: &Stage<'_>,
    esme: &mut Esme,
    minutes: i64,
    range: (u32, u32),
    entries: &[(u32, u32)],
) -> Exchange {
    let world = &stage.world;
    esme.read_voltage_as(world, &world.operator, stage.at(minutes), range, entries)
}

/// Meters whose network operator sets these periods.
fn periods(stage: &mut Stage<'_>, periods: [u32; 2], marked: fn(Exchange) -> Exchange) {
    for period in periods {
        let mut esme = stage.esme();
        let (world, time) = (&stage.world, stage.at(1));
        let exchange = esme.set_voltage(world, &world.operator, time, period);
        stage.scene.exchange(marked(exchange));
    }
}

/// The log of the last 24 hours.
fn day(stage: &Stage<'_>, esme: &mut Esme) -> Exchange {
    let range = range(stage, esme, 24);
    let entries = esme.voltage_log(range.0, range.1);
    read(stage, esme, 1, range, &entries)
}

/// The log of the last 24 hours, each entry a minute late.
fn shifted(stage: &Stage<'_>, esme: &mut Esme) -> Exchange {
    let range = range(stage, esme, 24);
    let mut entries = esme.voltage_log(range.0, range.1 - 60);
    entries.iter_mut().for_each(|(end, _)| *end += 60);
    read(stage, esme, 1, range, &entries)
}

/// The last so many entries of the log.
fn long_log(stage: &mut Stage<'_>, entries: u32) -> Exchange {
    let mut esme = stage.esme();
    let now = esme.device.clock(stage.begin);
    let last = now / 1800 * 1800;
    let range = (last - (entries - 1) * 1800, now);
    let entries = esme.voltage_log(range.0, range.1);
    read(stage, &mut esme, 1, range, &entries)
}

/// An outage of ten minutes, its alert, and the log six hours later, whose entries after the
/// outage are so many seconds late.
fn interrupted(stage: &mut Stage<'_>, esme: &mut Esme, late: u32) -> Exchange {
    let id = esme.device.id();
    let (off, on) = (stage.at(60), stage.at(70));
    stage.scene.stimulus(off, id, "power-off");
    stage.scene.stimulus(on, id, "power-on");
    let outage = (esme.device.clock(off), esme.device.clock(on));
    esme.outage = Some(outage);
    let sent = after(on, MINUTE);
    let alert = esme.outage_alert(&stage.world.operator, sent, outage);
    stage.scene.from_device(after(sent, 5 * SECOND), id, &alert);
    let now = esme.device.clock(stage.at(430));
    let range = (now - 10 * 3600, now);
    let mut entries = esme.voltage_log(range.0, range.1 - late);
    for (end, _) in entries.iter_mut().filter(|(end, _)| *end > outage.1) {
        *end += late;
    }
    read(stage, esme, 430, range, &entries)
}

/// What a log says of the period.
fn configuration<'s>(
    stage: &'s mut Stage<'_>,
    esme: &Esme,
    minutes: i64,
    period: u64,
    phase: Option<u8>,
) -> &'s mut Planned {
    let configuration = Configuration {
        item: "voltage".to_owned(),
        values: ConfigurationValues::Voltage { averaging_period_s: Some(period), phase },
        from_service_reference_variant: None,
        from_seq: None,
    };
    let time = stage.at(minutes);
    stage.scene.add(time, Some(esme.device.id()), Body::Configuration(configuration))
}

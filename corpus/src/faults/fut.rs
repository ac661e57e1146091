//! Faults of future dates.

use super::{Family, Fault, Stage};
use crate::devices::firmware::Activation;
use crate::devices::future::When;
use crate::scene::{Exchange, Severity};
use crate::world::{DAY, HOUR, SECOND, after, generalized, seconds_2000};

/// Days to a date that no simulated log comes to.
const YEARS: i64 = 3660;

/// The weekday of that date, 9 March 2036: a Sunday.
const WEEKDAY: u8 = 7;

const NEW: [u8; 4] = [0x00, 0x01, 0x03, 0x00];

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "FUT001",
            what: "the supply of a gas meter is to be cut an hour later, which cannot be future dated",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let when = seconds_2000(stage.at(60));
                let exchange = gsme.cut_supply(&stage.world, stage.at(1), when);
                stage.scene.exchange(exchange.command_fault("FUT001", Severity::Error));
            },
        },
        Fault {
            name: "FUT002",
            what: "the time of a firmware activation passes and no alert tells of it",
            plant: |stage| activation(stage, None, Some("FUT002")),
        },
        Fault {
            name: "FUT003",
            what: "the alert on a firmware activation has the counter of a command that set the clock",
            plant: |stage| {
                let mut esme = stage.esme();
                let exchange = esme.set_clock(&stage.world, stage.at(1));
                let commanded = exchange.command.message.counter;
                stage.scene.exchange(exchange);
                let time = stage.at(30);
                let alert = esme.firmware_activated(
                    &stage.world.supplier,
                    commanded,
                    &generalized(time),
                    NEW,
                );
                stage
                    .scene
                    .from_device(after(time, 5 * SECOND), esme.device.id(), &alert)
                    .error("FUT003");
            },
        },
        Fault {
            name: "FUT004",
            what: "one of four dates of a command is a day after the others",
            plant: |stage| {
                let exchange = limits(stage, [YEARS, YEARS, YEARS + 1, YEARS]);
                stage.scene.exchange(exchange.command_fault("FUT004", Severity::Warning));
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "FUT001",
            what: "the supply of a gas meter is to be cut now (no other time is right)",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let exchange = gsme.cut_supply(&stage.world, stage.at(1), 0);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "FUT002",
            what: "a firmware activation is told of an hour after its time",
            plant: |stage| activation(stage, Some(3600), None),
        },
        Fault {
            name: "FUT003",
            what: "the counter of a firmware alert is that of commands of two parties, and one fits",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let at = generalized(stage.at(60));
                let noted = Activation::Noted;
                let activation = esme.activate_firmware(world, time, [0x5A; 32], Some(&at), noted);
                let other = esme.read_maximum_demand(world, &world.operator, time);
                let commanded = activation.command.message.counter;
                stage.scene.exchange(other);
                stage.scene.exchange(activation);
                let supplier = &stage.world.supplier;
                let alert = esme.firmware_activated(supplier, commanded, &at, NEW);
                let told = after(stage.at(60), 5 * SECOND);
                stage.scene.from_device(told, esme.device.id(), &alert).passes();
            },
        },
        Fault {
            name: "FUT004",
            what: "all four dates of a command are the same, though one names its weekday",
            plant: |stage| {
                let mut exchange = limits(stage, [YEARS; 4]);
                // The last date stands at the end; its fifth octet is the day of the week.
                let content = &mut exchange.command.message.content;
                if let Some(weekday) = content.iter_mut().rev().nth(7) {
                    *weekday = WEEKDAY;
                }
                stage.scene.exchange(exchange.command_passes());
            },
        },
    ],
};

/// An activation an hour later, and the alert so many seconds after that.
fn activation(stage: &mut Stage<'_>, told: Option<i64>, rule: Option<&'static str>) {
    let mut esme = stage.esme();
    let due = stage.at(60);
    let at = generalized(due);
    let (world, time) = (&stage.world, stage.at(1));
    let mut exchange =
        esme.activate_firmware(world, time, [0x5A; 32], Some(&at), Activation::Noted);
    let commanded = exchange.command.message.counter;
    exchange = match rule {
        Some(rule) => exchange.command_fault(rule, Severity::Error),
        None => exchange.command_passes(),
    };
    stage.scene.exchange(exchange);
    if let Some(seconds) = told {
        let alert = esme.firmware_activated(&stage.world.supplier, commanded, &at, NEW);
        stage.scene.from_device(after(due, seconds * SECOND), esme.device.id(), &alert);
    }
    // The log goes on for longer than an alert may take.
    let later = after(stage.at(1), DAY + HOUR);
    stage.scene.exchange(esme.read_maximum_demand(&stage.world, &stage.world.operator, later));
}

/// ECS28a: load limits whose values take effect after so many days.
fn limits(stage: &mut Stage<'_>, days: [i64; 4]) -> Exchange {
    let mut esme = stage.esme();
    let begin = stage.begin;
    let dates = days.map(|days| When::At(seconds_2000(after(begin, days * DAY))));
    esme.set_load_limits(&stage.world, stage.at(1), dates)
}

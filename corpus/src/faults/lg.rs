//! Faults of the logs that devices keep.

use gbcs_parser::encode::gbz::Component;

use super::{Family, Fault, Stage};
use crate::devices::logs::{EventLog, NOT_FOUND};
use crate::scene::{Exchange, Severity};
use crate::world::HOUR;

/// Entries that an event log holds at least.
const CAPACITY: u32 = 100;
const HALF_HOUR: u32 = 1800;
/// The events of these logs: a user interface command that was done, and a clock that was adjusted.
const DONE: u16 = 0x8161;
const CLOCK_ADJUSTED: u16 = 0x8145;

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "LOG001",
            what: "101 events in one answer",
            plant: |stage| {
                let exchange = many(stage, CAPACITY + 1);
                stage.scene.exchange(exchange.response_fault("LOG001", Severity::Info));
            },
        },
        Fault {
            name: "LOG002",
            what: "the third of five events is half a minute before the second",
            plant: |stage| {
                let exchange = events(stage, |n| (if n == 2 { -90 } else { 0 }, DONE));
                stage.scene.exchange(exchange.response_fault("LOG002", Severity::Warning));
            },
        },
        Fault {
            name: "LOG003",
            what: "an event a second after the range that was asked for",
            plant: |stage| {
                let exchange = ends(stage, 1);
                stage.scene.exchange(exchange.response_fault("LOG003", Severity::Error));
            },
        },
        Fault {
            name: "LOG004",
            what: "one of 31 ranges of a command ends a second after the others",
            plant: |stage| {
                let exchange = daily_reads(stage, 1);
                stage.scene.exchange(exchange.command_fault("LOG004", Severity::Error));
            },
        },
        Fault {
            name: "LOG005",
            what: "the read of a log without entries is answered by a log of no entries",
            plant: |stage| {
                let exchange = gas_events(stage, EventLog::Event.published(&[]));
                stage.scene.exchange(exchange.response_fault("LOG005", Severity::Warning));
            },
        },
        Fault {
            name: "LOG005-success",
            what: "the read of a log without entries is answered by a Default Response of success",
            plant: |stage| {
                let exchange = gas_events(stage, EventLog::refused(0x00));
                stage.scene.exchange(exchange.response_fault("LOG005", Severity::Warning));
            },
        },
        Fault {
            name: "LOG006",
            what: "half-hourly values are a second after their half hours",
            plant: |stage| {
                let exchange = half_hours(stage, 1);
                stage.scene.exchange(exchange.response_fault("LOG006", Severity::Warning));
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "LOG001",
            what: "100 events in one answer",
            plant: |stage| {
                let exchange = many(stage, CAPACITY);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "LOG002-newest-first",
            what: "the newest of five events comes first",
            plant: |stage| {
                let exchange = events(stage, |n| (-120 * i64::from(n), DONE));
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "LOG002-clock",
            what: "the third of five events is half a minute before the second, as the clock was adjusted",
            plant: |stage| {
                let exchange =
                    events(stage, |n| if n == 2 { (-90, CLOCK_ADJUSTED) } else { (0, DONE) });
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "LOG003",
            what: "events at both ends of the range that was asked for",
            plant: |stage| {
                let exchange = ends(stage, 0);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "LOG003-wildcards",
            what: "events of a range from the oldest to the newest",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let now = gsme.device.clock(stage.begin);
                let answer = EventLog::Event.published(&[(now - 86_400, DONE), (now, DONE)]);
                let range = (0, u32::MAX);
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = gsme.read_event_log(world, time, EventLog::Event, range, answer);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "LOG003-electricity",
            what: "the same of an electricity meter",
            plant: |stage| {
                let mut esme = stage.esme();
                let now = esme.device.clock(stage.begin);
                let entries = [(now - 86_400, DONE), (now, DONE)];
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = esme.read_events(world, time, (0, u32::MAX), &entries);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "LOG004",
            what: "all 31 ranges of a command are the same, each for another day (no other is right)",
            plant: |stage| {
                let exchange = daily_reads(stage, 0);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "LOG005",
            what: "the read of a log without entries is answered by NOT_FOUND",
            plant: |stage| {
                let exchange = gas_events(stage, EventLog::refused(NOT_FOUND));
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "LOG006",
            what: "half-hourly values are of their half hours, though one is missing",
            plant: |stage| {
                let exchange = half_hours(stage, HALF_HOUR);
                stage.scene.exchange(exchange.response_passes());
            },
        },
    ],
};

/// An electricity meter is asked for the events of an hour, and gives so many.
fn many(stage: &mut Stage<'_>, entries: u32) -> Exchange {
    let mut esme = stage.esme();
    let now = esme.device.clock(stage.begin);
    let entries: Vec<_> = (0..entries).map(|n| (now - 3000 + n * 20, DONE)).collect();
    esme.read_events(&stage.world, stage.at(1), (now - 3600, now), &entries)
}

/// Five events, a minute apart but for what is added to the time of each.
fn events(stage: &mut Stage<'_>, event: impl Fn(u32) -> (i64, u16)) -> Exchange {
    let mut esme = stage.esme();
    let now = esme.device.clock(stage.begin);
    let entries: Vec<_> = (0..5)
        .map(|n| {
            let (added, code) = event(n);
            ((now - 1800 + n * 60).saturating_add_signed(added as i32), code)
        })
        .collect();
    esme.read_events(&stage.world, stage.at(1), (now - 3600, now), &entries)
}

/// An event at the beginning of a range, and one so many seconds after its end.
fn ends(stage: &mut Stage<'_>, after_end: u32) -> Exchange {
    let mut esme = stage.esme();
    let now = esme.device.clock(stage.begin);
    let (from, to) = (now - 3600, now - 60);
    let entries = [(from, DONE), (to + after_end, DONE)];
    esme.read_events(&stage.world, stage.at(1), (from, to), &entries)
}

/// The daily reads of a month; the second range ends so many seconds after the others.
fn daily_reads(stage: &mut Stage<'_>, later: u32) -> Exchange {
    let mut gsme = stage.gsme();
    let now = gsme.device.clock(stage.begin);
    let range = |n| (now - 31 * 86_400, if n == 1 { now + later } else { now });
    gsme.read_daily_reads(&stage.world, stage.at(1), range)
}

/// The events of an hour of a gas meter, and this answer.
fn gas_events(stage: &mut Stage<'_>, answer: Component) -> Exchange {
    let mut gsme = stage.gsme();
    let now = gsme.device.clock(stage.begin);
    let (world, time) = (&stage.world, stage.at(1));
    gsme.read_event_log(world, time, EventLog::Event, (now - 3600, now), answer)
}

/// The half-hourly values of two hours; the later two are so many seconds late.
fn half_hours(stage: &mut Stage<'_>, late: u32) -> Exchange {
    let mut esme = stage.esme();
    let hours = 4 * HOUR / 1000;
    let from = esme.device.clock(stage.begin) / HALF_HOUR * HALF_HOUR - hours as u32;
    let entries: Vec<_> = (0..4)
        .map(|n| (from + n * HALF_HOUR + if n > 1 { late } else { 0 }, 100 + n * 7))
        .collect();
    esme.read_reactive_import(&stage.world, stage.at(1), (from, from + 5 * HALF_HOUR), &entries)
}

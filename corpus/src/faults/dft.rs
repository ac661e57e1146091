//! Faults of the default configuration: the maximum demand schedule.

use super::{Family, Fault, Stage};
use crate::devices::esme::{DemandEntry, demand_schedule};
use crate::scene::{Exchange, Severity};

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "DFT001",
            what: "an entry that is not for Sundays",
            plant: |stage| read(stage, Some("DFT001"), |entries| entries[0].weekdays = (7, 0xFC)),
        },
        Fault {
            name: "DFT002",
            what: "an entry that begins on 1 January 2026",
            plant: |stage| {
                read(stage, Some("DFT002"), |entries| {
                    entries[0].begin_date = [0x07, 0xEA, 0x01, 0x01, 0xFF];
                });
            },
        },
        Fault {
            name: "DFT003",
            what: "a validity window of 60 minutes",
            plant: |stage| read(stage, Some("DFT003"), |entries| entries[1].window = 60),
        },
        Fault {
            name: "DFT004",
            what: "both entries begin the period",
            plant: |stage| read(stage, Some("DFT004"), |entries| entries[1].selector = 1),
        },
        Fault {
            name: "DFT004-written",
            what: "the network operator writes both entries to end the period",
            plant: |stage| {
                let mut esme = stage.esme();
                let mut schedule = demand_schedule(16, 20);
                schedule.iter_mut().for_each(|entry| entry.selector = 2);
                let (world, operator) = (&stage.world, &stage.world.operator);
                let set = esme.set_maximum_demand(world, operator, stage.at(1), schedule);
                let reset = esme.reset_maximum_demand(world, operator, stage.at(5));
                stage.scene.exchange(set.command_fault("DFT004", Severity::Error));
                stage.scene.exchange(reset);
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "DFT001",
            what: "a weekday mask whose padding bit is set",
            plant: |stage| read(stage, None, |entries| entries[0].weekdays = (7, 0xFF)),
        },
        Fault {
            name: "DFT002",
            what: "entries of every date, whose period begins at midnight and ends a second before it",
            plant: |stage| {
                read(stage, None, |entries| {
                    entries[0].switch_time = [0, 0, 0, 0];
                    entries[1].switch_time = [23, 59, 59, 0];
                });
            },
        },
        Fault {
            name: "DFT003",
            what: "entries that are enabled by 0x01, as TRUE is any octet but zero",
            plant: |stage| {
                let mut exchange = reading(stage, |_| {});
                for place in 0..exchange.response.message.content.len() {
                    // The enabling stands behind the index of two octets.
                    if let Some([0x12, _, _, 0x03, enabled]) =
                        exchange.response.message.content.get_mut(place..place + 5)
                    {
                        *enabled = 0x01;
                    }
                }
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "DFT004",
            what: "entries with index 7 and 3",
            plant: |stage| {
                read(stage, None, |entries| {
                    entries[0].index = 7;
                    entries[1].index = 3;
                });
            },
        },
    ],
};

/// The schedule is read as it has become.
fn reading(stage: &mut Stage<'_>, change: impl FnOnce(&mut [DemandEntry; 2])) -> Exchange {
    let mut esme = stage.esme();
    let mut entries = [DemandEntry::new(0, 1, 16), DemandEntry::new(1, 2, 20)];
    change(&mut entries);
    esme.schedule = entries.to_vec();
    esme.read_maximum_demand(&stage.world, &stage.world.operator, stage.at(1))
}

/// The same, and what its rule says of it.
fn read(
    stage: &mut Stage<'_>,
    rule: Option<&'static str>,
    change: impl FnOnce(&mut [DemandEntry; 2]),
) {
    let mut exchange = reading(stage, change);
    exchange = match rule {
        Some(rule) => exchange.response_fault(rule, Severity::Error),
        None => exchange.response_passes(),
    };
    stage.scene.exchange(exchange);
}

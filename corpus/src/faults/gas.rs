//! Faults of gas meters.

use super::{Family, Fault, Stage};
use crate::devices::gsme::Registers;
use crate::scene::{Exchange, Severity};

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "GAS001",
            what: "the network log is started with an interval of 1800 s",
            plant: |stage| {
                let exchange = network_log(stage, 1800, 41);
                stage.scene.exchange(exchange.command_fault("GAS001", Severity::Error));
            },
        },
        Fault {
            name: "GAS001-samples",
            what: "the network log is started for 40 samples",
            plant: |stage| {
                let exchange = network_log(stage, 360, 40);
                stage.scene.exchange(exchange.command_fault("GAS001", Severity::Error));
            },
        },
        Fault {
            name: "GAS002",
            what: "a reading of gas with clock status 0xFF",
            plant: |stage| {
                let exchange = reading(stage, 0xFF);
                stage.scene.exchange(exchange.response_fault("GAS002", Severity::Warning));
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "GAS001",
            what: "the network log is started with 360 s and 41 samples (no other is right)",
            plant: |stage| {
                let exchange = network_log(stage, 360, 41);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "GAS002",
            what: "a reading of gas whose clock is not reliable, and says so",
            plant: |stage| {
                let exchange = reading(stage, 0x02);
                stage.scene.exchange(exchange.response_passes());
            },
        },
    ],
};

fn network_log(stage: &mut Stage<'_>, interval: u16, samples: u16) -> Exchange {
    let mut gsme = stage.gsme();
    gsme.start_network_log(&stage.world, stage.at(1), interval, samples)
}

fn reading(stage: &mut Stage<'_>, status: u8) -> Exchange {
    let mut gsme = stage.gsme();
    let mut exchange = gsme.read_registers(&stage.world, stage.at(1), Registers::Consumption);
    if let Some(last) = exchange.response.message.date_time.last_mut() {
        *last = status;
    }
    exchange
}

//! Faults of maximum demand and load.

use gbcs_parser::record::{Body, Configuration, ConfigurationValues};

use super::{Family, Fault, Stage};
use crate::devices::Esme;
use crate::devices::esme::demand_schedule;
use crate::scene::{Exchange, Planned, Severity};
use crate::world::{DAY, HOUR, SECOND, after, seconds_2000};

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "MDM001",
            what: "a randomised offset limit of 1800 s",
            plant: |stage| {
                offset(stage, 1800).error("MDM001");
            },
        },
        Fault {
            name: "MDM002",
            what: "the maximum demand period is changed and the registers are not reset",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, operator) = (&stage.world, &stage.world.operator);
                let schedule = demand_schedule(17, 21);
                let set = esme.set_maximum_demand(world, operator, stage.at(1), schedule);
                // The log goes on for longer than a reset may take.
                let later = after(stage.at(1), DAY + HOUR);
                let read = esme.read_maximum_demand(world, operator, later);
                stage.scene.exchange(set.command_fault("MDM002", Severity::Warning));
                stage.scene.exchange(read);
            },
        },
        Fault {
            name: "MDM003",
            what: "a meter accepts a period of load control of a day and a second",
            plant: |stage| {
                let exchange = controlled(stage, [2, 2], 86_401);
                stage.scene.exchange(exchange.response_fault("MDM003", Severity::Error));
            },
        },
        Fault {
            name: "MDM003-reversed",
            what: "a meter accepts a period of load control that ends before it starts",
            plant: |stage| {
                let exchange = controlled(stage, [2, 2], -1);
                stage.scene.exchange(exchange.response_fault("MDM003", Severity::Error));
            },
        },
        Fault {
            name: "MDM004",
            what: "a command to controller 2 has the period of controller 3",
            plant: |stage| {
                let exchange = controlled(stage, [2, 3], 3600);
                stage.scene.exchange(exchange.command_fault("MDM004", Severity::Error));
            },
        },
        Fault {
            name: "MDM004-number",
            what: "a command to controller 6, of five",
            plant: |stage| {
                let exchange = controlled(stage, [6, 5], 3600);
                stage.scene.exchange(exchange.command_fault("MDM004", Severity::Error));
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "MDM002",
            what: "the maximum demand period is changed and the registers are reset 24 hours later",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, operator) = (&stage.world, &stage.world.operator);
                let schedule = demand_schedule(17, 21);
                let set = esme.set_maximum_demand(world, operator, stage.at(1), schedule);
                let reset = esme.reset_maximum_demand(world, operator, after(stage.at(1), DAY));
                let reset = Exchange { answered: after(set.answered, DAY), ..reset };
                let later = after(stage.at(1), DAY + HOUR);
                let read = esme.read_maximum_demand(world, operator, later);
                for exchange in [set.command_passes(), reset, read] {
                    stage.scene.exchange(exchange);
                }
            },
        },
        Fault {
            name: "MDM001",
            what: "a randomised offset limit of 1799 s",
            plant: |stage| {
                offset(stage, 1799).passes();
            },
        },
        Fault {
            name: "MDM003",
            what: "a period of load control of exactly a day",
            plant: |stage| {
                let exchange = controlled(stage, [2, 2], 86_400);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "MDM003-refused",
            what: "a meter refuses a period of load control of a day and a second",
            plant: |stage| {
                let mut exchange = controlled(stage, [2, 2], 86_401);
                Esme::refuse(&mut exchange, &[2, 2, 3], 1);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "MDM004",
            what: "a command to controller 5, the last",
            plant: |stage| {
                let exchange = controlled(stage, [5, 5], 3600);
                stage.scene.exchange(exchange.command_passes());
            },
        },
    ],
};

/// A controller is set for so many seconds, in the fields of a controller.
fn controlled(stage: &mut Stage<'_>, numbers: [u8; 2], seconds: i64) -> Exchange {
    let mut esme = stage.esme();
    let start = stage.at(60);
    let period = (seconds_2000(start), seconds_2000(after(start, seconds * SECOND)));
    esme.set_controller(&stage.world, stage.at(1), numbers, period)
}

fn offset<'s>(stage: &'s mut Stage<'_>, seconds: u64) -> &'s mut Planned {
    let id = stage.esme().device.id();
    let configuration = Configuration {
        item: "randomised-offset-limit".to_owned(),
        values: ConfigurationValues::RandomisedOffsetLimit { seconds: Some(seconds) },
        from_service_reference_variant: None,
        from_seq: None,
    };
    stage.scene.add(stage.at(1), Some(id), Body::Configuration(configuration))
}

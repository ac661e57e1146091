//! Faults of maximum demand and load.

use gbcs_parser::record::{Body, Configuration, ConfigurationValues};

use super::{Family, Fault, Stage};
use crate::devices::esme::demand_schedule;
use crate::scene::{Planned, Severity};
use crate::world::{DAY, HOUR, after};

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
    ],
    near_misses: &[Fault {
        name: "MDM001",
        what: "a randomised offset limit of 1799 s",
        plant: |stage| {
            offset(stage, 1799);
        },
    }],
};

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

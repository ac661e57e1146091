//! Faults of versions.

use gbcs_parser::encode::der;

use super::{Family, Fault, Stage};
use crate::scene::{Planned, Severity};
use crate::world::{SECOND, after, generalized};

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "VER001",
            what: "a meter of SMETS2 4.1 that was installed after 27 April 2023",
            plant: |stage| {
                introduced(stage, "4.2", "2023-04-28", Some(("VER001", Severity::Warning)))
            },
        },
        Fault {
            name: "VER002",
            what: "a hub that claims GBCS 4.0 sends a firmware transfer alert",
            plant: |stage| {
                transfer_alert(stage, "4.0").warning("VER002");
            },
        },
        Fault {
            name: "VER004",
            what: "a meter that claims GBCS 9.9",
            plant: |stage| introduced(stage, "9.9", "2023-04-27", Some(("VER004", Severity::Info))),
        },
    ],
    near_misses: &[
        Fault {
            name: "VER001",
            what: "a meter of SMETS2 4.1 that was installed on 27 April 2023",
            plant: |stage| introduced(stage, "4.2", "2023-04-27", None),
        },
        Fault {
            name: "VER002",
            what: "a hub that claims GBCS 4.1 sends a firmware transfer alert",
            plant: |stage| {
                transfer_alert(stage, "4.1");
            },
        },
    ],
};

/// CCS08: the alert of a hub that it has passed an image to a device.
fn transfer_alert<'s>(stage: &'s mut Stage<'_>, gbcs: &str) -> &'s mut Planned {
    let mut hub = stage.hub_as(|hub| hub.device.snapshot.gbcs_version = Some(gbcs.to_owned()));
    let device = stage.other_device();
    let time = stage.at(1);
    let content = der::sequence([
        der::integer(0x8F8A),
        der::generalized_time(&generalized(time)),
        der::value(der::OCTET_STRING, device.0),
        der::value(der::OCTET_STRING, [0x00, 0x01, 0x03, 0x00]),
        der::integer(0),
    ]);
    let draft = hub.device.alert(&stage.world.supplier, 0x0128, true, |_| content);
    stage.scene.from_device(after(time, 5 * SECOND), hub.device.id(), &draft)
}

/// A meter of SMETS2 4.1 that claims a version of GBCS and was installed on a day.
fn introduced(
    stage: &mut Stage<'_>,
    gbcs: &str,
    installed: &str,
    expected: Option<(&'static str, Severity)>,
) {
    stage.introduction = expected;
    stage.esme_as(|esme| {
        let snapshot = &mut esme.device.snapshot;
        snapshot.smets_chts_version = Some("SMETS V4.1".to_owned());
        snapshot.gbcs_version = Some(gbcs.to_owned());
        snapshot.date_installed = Some(installed.to_owned());
    });
}

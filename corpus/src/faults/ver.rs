//! Faults of versions.

use gbcs_parser::catalogue::GBCS_VERSIONS;
use gbcs_parser::encode::der;

use super::{Family, Fault, Stage};
use crate::scene::Planned;
use crate::world::{SECOND, after, generalized};

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "VER001",
            what: "a meter of SMETS2 4.1 that was installed after 27 April 2023",
            plant: |stage| {
                introduced(stage, "SMETS V4.1", "4.2", "2023-04-28", |planned| {
                    planned.warning("VER001");
                });
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
            plant: |stage| {
                introduced(stage, "SMETS V5.1", "9.9", "2026-01-01", |planned| {
                    planned.info("VER004");
                });
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "VER001",
            what: "a meter of SMETS2 4.1 that was installed on 27 April 2023",
            plant: |stage| {
                introduced(stage, "SMETS V4.1", "4.2", "2023-04-27", |planned| {
                    planned.passes();
                });
            },
        },
        Fault {
            name: "VER002",
            what: "a hub that claims GBCS 4.1 sends a firmware transfer alert",
            plant: |stage| {
                transfer_alert(stage, "4.1").passes();
            },
        },
        Fault {
            name: "VER004",
            what: "a meter that claims the newest version of GBCS that is known",
            plant: |stage| {
                let newest = GBCS_VERSIONS.last().map(ToString::to_string).unwrap_or_default();
                introduced(stage, "SMETS V5.1", &newest, "2026-01-01", |planned| {
                    planned.passes();
                });
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

/// A meter that claims versions of SMETS and GBCS and was installed on a day, and what is to be said
/// of the record that states so.
fn introduced(
    stage: &mut Stage<'_>,
    smets: &str,
    gbcs: &str,
    installed: &str,
    say: impl FnOnce(&mut Planned),
) {
    let esme = stage.esme_as(|esme| {
        let snapshot = &mut esme.device.snapshot;
        snapshot.smets_chts_version = Some(smets.to_owned());
        snapshot.gbcs_version = Some(gbcs.to_owned());
        snapshot.date_installed = Some(installed.to_owned());
    });
    stage.of_introduction(esme.device.id(), say);
}

//! Faults of versions.

use super::{Family, Fault, Stage};
use crate::scene::Severity;

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
            name: "VER004",
            what: "a meter that claims GBCS 9.9",
            plant: |stage| introduced(stage, "9.9", "2023-04-27", Some(("VER004", Severity::Info))),
        },
    ],
    near_misses: &[Fault {
        name: "VER001",
        what: "a meter of SMETS2 4.1 that was installed on 27 April 2023",
        plant: |stage| introduced(stage, "4.2", "2023-04-27", None),
    }],
};

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

//! Faults of firmware.

use super::{Family, Fault, Stage};
use crate::devices::Esme;
use crate::devices::firmware::Activation;
use crate::scene::{Planned, Severity};
use crate::world::{SECOND, after};

const OLD: [u8; 4] = [0x00, 0x01, 0x02, 0x00];
const NEW: [u8; 4] = [0x00, 0x01, 0x03, 0x00];
const HASH: [u8; 32] = [0x5A; 32];

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "FWM001",
            what: "the hash of a command to activate firmware is that of no image received",
            plant: |stage| {
                let mut esme = received(stage);
                let (world, time) = (&stage.world, stage.at(10));
                let refused = Activation::Refused(OLD);
                let exchange = esme.activate_firmware(world, time, [0xA5; 32], None, refused);
                stage.scene.exchange(exchange.command_fault("FWM001", Severity::Error));
            },
        },
        Fault {
            name: "FWM002",
            what: "the version that is read after an activation is the old one",
            plant: |stage| activated(stage, OLD, Some("FWM002")),
        },
        Fault {
            name: "FWM003",
            what: "two meters of one model have different firmware",
            plant: |stage| {
                model(stage, "02020002", ["00010200", "00010300"], |_| {});
                stage.scene.fleet_fault("FWM003", Severity::Info);
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "FWM001",
            what: "the hash of a command to activate firmware is that of the image received",
            plant: |stage| {
                let mut esme = received(stage);
                let (world, time) = (&stage.world, stage.at(10));
                let exchange =
                    esme.activate_firmware(world, time, HASH, None, Activation::Done(NEW));
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "FWM002",
            what: "the version that is read after an activation is the new one",
            plant: |stage| activated(stage, NEW, None),
        },
        Fault {
            name: "FWM003",
            what: "two meters of one model have the same firmware, which others do not have",
            plant: |stage| {
                model(stage, "03030003", ["00010300", "00010300"], |planned| {
                    planned.passes();
                });
            },
        },
    ],
};

/// A meter that has received an image.
fn received(stage: &mut Stage<'_>) -> Esme {
    let mut esme = stage.esme();
    let time = stage.at(1);
    let alert = esme.firmware_received(&stage.world.supplier, time, HASH);
    stage.scene.from_device(after(time, 5 * SECOND), esme.device.id(), &alert);
    esme
}

/// An image is activated, and a version read after that.
fn activated(stage: &mut Stage<'_>, read: [u8; 4], rule: Option<&'static str>) {
    let mut esme = received(stage);
    let (world, time) = (&stage.world, stage.at(10));
    let exchange = esme.activate_firmware(world, time, HASH, None, Activation::Done(NEW));
    let mut reading = esme.read_firmware(world, stage.at(30), read);
    reading = match rule {
        Some(rule) => reading.response_fault(rule, Severity::Warning),
        None => reading.response_passes(),
    };
    stage.scene.exchange(exchange);
    stage.scene.exchange(reading);
}

/// Meters of a model of their own with these versions.
fn model(stage: &mut Stage<'_>, model: &str, versions: [&str; 2], say: impl Fn(&mut Planned)) {
    for version in versions {
        let mut esme = stage.esme_as(|esme| {
            esme.device.snapshot.model = Some(model.to_owned());
            esme.device.snapshot.firmware_version = Some(version.to_owned());
        });
        stage.of_introduction(esme.device.id(), &say);
        let exchange = esme.set_clock(&stage.world, stage.at(1));
        stage.scene.exchange(exchange);
    }
}

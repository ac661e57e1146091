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
            plant: |stage| {
                let mut esme = received(stage);
                let (world, done) = (&stage.world, Activation::Done(NEW));
                let exchange = esme.activate_firmware(world, stage.at(10), HASH, None, done);
                let reading = esme.read_firmware(world, stage.at(30), OLD);
                stage.scene.exchange(exchange);
                stage.scene.exchange(reading.response_fault("FWM002", Severity::Warning));
            },
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
            what: "two images were received, and the hash of a command to activate is that of the later",
            plant: |stage| {
                let mut esme = received(stage);
                let (supplier, later) = (&stage.world.supplier, [0xA5; 32]);
                let alert = esme.firmware_received(supplier, stage.at(5), later);
                stage.scene.from_device(stage.at(6), esme.device.id(), &alert);
                let (world, time) = (&stage.world, stage.at(10));
                let done = Activation::Done(NEW);
                let exchange = esme.activate_firmware(world, time, later, None, done);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "FWM002",
            what: "an activation is refused after one that was done, whose version is read",
            plant: |stage| {
                let mut esme = received(stage);
                let (world, refused) = (&stage.world, Activation::Refused(OLD));
                let done = Activation::Done(NEW);
                let first = esme.activate_firmware(world, stage.at(10), HASH, None, done);
                let second = esme.activate_firmware(world, stage.at(20), HASH, None, refused);
                let reading = esme.read_firmware(world, stage.at(30), NEW);
                for exchange in [first, second, reading.response_passes()] {
                    stage.scene.exchange(exchange);
                }
            },
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

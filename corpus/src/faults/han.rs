//! Faults of joining and of the hub's device log.

use gbcs_parser::EntityId;
use gbcs_parser::catalogue::Version;
use gbcs_parser::encode::dlms::{self, Answer, Data};
use gbcs_parser::record::Time;

use super::{Family, Fault, Stage};
use crate::devices::Hub;
use crate::devices::hub::{Joining, Listed};
use crate::home::{JOINING_WINDOW, join};
use crate::party::DeviceKind;
use crate::scene::{Exchange, Severity};
use crate::world::{DAY, HOUR, MINUTE, SECOND, after, counter};

const WINDOW: i64 = JOINING_WINDOW as i64 * SECOND;

/// How many windows a device has: from GBCS 3.2 until 4.1 a second one follows the first (CRP535).
fn windows(gbcs_version: &str) -> i64 {
    let version = Version::parse(gbcs_version);
    let second = Version::new(3, 2)..Version::new(4, 1);
    1 + i64::from(version.is_some_and(|version| second.contains(&version)))
}

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "HAN001",
            what: "a device is listed and no alert tells of it",
            plant: |stage| {
                let (mut hub, joining) = homes(stage);
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = hub.list(world, &world.supplier, time, &joining);
                stage.scene.exchange(exchange.response_fault("HAN001", Severity::Error));
                // The log goes on for longer than the alert may take.
                let later = after(time, DAY + HOUR);
                let read = hub.read_logs(&stage.world, &stage.world.supplier, later);
                stage.scene.exchange(read);
            },
        },
        Fault {
            name: "HAN002",
            what: "the hash of a link key has five octets",
            plant: |stage| {
                let mut hub = stage.hub();
                let id = stage.other_device();
                hub.listed.push(Listed { id, hash: vec![0xA5; 5] });
                let draft = hub.device_log_alert(&stage.world, stage.at(1));
                let sent = after(stage.at(1), SECOND);
                stage.scene.from_device(sent, hub.device.id(), &draft).error("HAN002");
            },
        },
        Fault {
            name: "HAN003",
            what: "a device log of 17 devices",
            plant: |stage| device_log(stage, 17, true),
        },
        Fault {
            name: "HAN004",
            what: "a device joins a second after its window has closed",
            plant: |stage| {
                let (mut hub, joining) = homes(stage);
                let time = stage.at(1);
                let windows = windows(&stage.world.gbcs_version);
                joined(stage, &mut hub, time, &joining, windows * WINDOW + SECOND, Some("HAN004"));
            },
        },
        Fault {
            name: "HAN005",
            what: "N25 although the device has joined in its window",
            plant: |stage| {
                let (mut hub, joining) = homes(stage);
                let time = stage.at(1);
                let (world, scene) = (&stage.world, &mut *stage.scene);
                join(world, &mut hub, scene, time, &joining, 20 * MINUTE, None);
                let told = after(time, WINDOW + MINUTE);
                hub.outcome(scene, told, "N25", &world.supplier, time).warning("HAN005");
            },
        },
        Fault {
            name: "HAN006",
            what: "N24 although the hub has refused",
            plant: |stage| {
                let (mut hub, joining) = homes(stage);
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = refused(hub.list(world, &world.supplier, time, &joining));
                let told = after(exchange.answered, MINUTE);
                stage.scene.exchange(exchange);
                hub.outcome(stage.scene, told, "N24", &world.supplier, time).warning("HAN006");
            },
        },
        Fault {
            name: "HAN007",
            what: "the hub refuses to list a device again that is listed",
            plant: |stage| {
                let (mut hub, joining) = homes(stage);
                let time = stage.at(1);
                let (world, scene) = (&stage.world, &mut *stage.scene);
                join(world, &mut hub, scene, time, &joining, 20 * MINUTE, Some("N24"));
                let later = after(time, 3 * HOUR);
                let again = hub.list(world, &world.supplier, later, &joining);
                stage.scene.exchange(refused(again).response_fault("HAN007", Severity::Error));
            },
        },
        Fault {
            name: "HAN008",
            what: "a device of type 7",
            plant: |stage| {
                let (mut hub, mut joining) = homes(stage);
                joining.device_type = 7;
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = refused(hub.list(world, &world.supplier, time, &joining));
                stage.scene.exchange(exchange.command_fault("HAN008", Severity::Error));
            },
        },
        Fault {
            name: "HAN008-key",
            what: "an install code of 15 octets",
            plant: |stage| {
                let (mut hub, mut joining) = homes(stage);
                joining.key.pop();
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = refused(hub.list(world, &world.supplier, time, &joining));
                stage.scene.exchange(exchange.command_fault("HAN008", Severity::Error));
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "HAN002",
            what: "a device without a link key, and one with a hash of 16 octets",
            plant: |stage| {
                let mut hub = stage.hub();
                let ids = [stage.other_device(), stage.other_device()];
                hub.listed.extend(ids.map(|id| Listed { id, hash: Vec::new() }));
                hub.join(ids[0]);
                let draft = hub.device_log_alert(&stage.world, stage.at(1));
                let sent = after(stage.at(1), SECOND);
                stage.scene.from_device(sent, hub.device.id(), &draft).passes();
            },
        },
        Fault {
            name: "HAN006",
            what: "N24 for each of two requests of one user, a minute apart and told in reverse",
            plant: |stage| {
                let (mut hub, first) = homes(stage);
                let second = Joining::new(stage.other_device(), DeviceKind::Gsme, JOINING_WINDOW);
                let (world, scene) = (&stage.world, &mut *stage.scene);
                let time = |minutes| after(stage.begin, minutes * MINUTE);
                for (joining, at) in [(first, time(1)), (second, time(2))] {
                    join(world, &mut hub, scene, at, &joining, 20 * SECOND, None);
                }
                for (told, asked) in [(time(30), time(2)), (time(31), time(1))] {
                    hub.outcome(scene, told, "N24", &world.supplier, asked).passes();
                }
            },
        },
        Fault {
            name: "HAN005",
            what: "N24 for a device that has joined in the last second of its window",
            plant: |stage| {
                let (mut hub, joining) = homes(stage);
                let time = stage.at(1);
                let (world, scene) = (&stage.world, &mut *stage.scene);
                join(world, &mut hub, scene, time, &joining, WINDOW, None);
                let told = after(time, WINDOW + MINUTE);
                hub.outcome(scene, told, "N24", &world.supplier, time).passes();
            },
        },
        Fault {
            name: "HAN007",
            what: "the hub refuses to list a device again that was taken off",
            plant: |stage| {
                let (mut hub, joining) = homes(stage);
                let time = stage.at(1);
                let (world, scene) = (&stage.world, &mut *stage.scene);
                join(world, &mut hub, scene, time, &joining, 20 * MINUTE, Some("N24"));
                let removal = hub.remove(world, &world.supplier, after(time, 2 * HOUR), joining.id);
                let removed = after(removal.answered, SECOND);
                scene.exchange(removal);
                let alert = hub.device_log_alert(world, removed);
                scene.from_device(after(removed, SECOND), hub.device.id(), &alert);
                let again = hub.list(world, &world.supplier, after(time, 3 * HOUR), &joining);
                scene.exchange(refused(again).response_is_left_alone());
            },
        },
        Fault {
            name: "HAN008",
            what: "a PPMID is listed",
            plant: |stage| {
                let mut hub = stage.hub();
                let id = stage.other_device();
                let joining = Joining::new(id, DeviceKind::Ppmid, JOINING_WINDOW);
                let time = stage.at(1);
                listed(stage, &mut hub, time, &joining, Exchange::command_passes);
            },
        },
        Fault {
            name: "HAN001",
            what: "a device that is listed is listed again, without an alert",
            plant: |stage| {
                let (mut hub, joining) = homes(stage);
                let time = stage.at(1);
                let (world, scene) = (&stage.world, &mut *stage.scene);
                join(world, &mut hub, scene, time, &joining, 20 * MINUTE, Some("N24"));
                let later = after(time, 3 * HOUR);
                let again = hub.list(world, &world.supplier, later, &joining);
                stage.scene.exchange(again.response_is_left_alone());
                let later = after(time, DAY + 6 * HOUR);
                let read = hub.read_logs(&stage.world, &stage.world.supplier, later);
                stage.scene.exchange(read);
            },
        },
        Fault {
            name: "HAN003",
            what: "a device log of 16 devices",
            plant: |stage| device_log(stage, 16, false),
        },
        Fault {
            name: "HAN004",
            what: "a device joins in the last second of its window",
            plant: |stage| {
                let (mut hub, joining) = homes(stage);
                let time = stage.at(1);
                joined(stage, &mut hub, time, &joining, WINDOW, None);
            },
        },
    ],
};

/// A hub, and a device that may join it.
fn homes(stage: &mut Stage<'_>) -> (Hub, Joining) {
    let hub = stage.hub();
    let id: EntityId = stage.other_device();
    (hub, Joining::new(id, DeviceKind::Esme, JOINING_WINDOW))
}

/// A device is listed, and the hub tells of it: when it does.
fn listed(
    stage: &mut Stage<'_>,
    hub: &mut Hub,
    time: Time,
    joining: &Joining,
    marked: fn(Exchange) -> Exchange,
) -> Time {
    let id = hub.device.id();
    let exchange = hub.list(&stage.world, &stage.world.supplier, time, joining);
    let listed = after(exchange.answered, SECOND);
    stage.scene.exchange(marked(exchange));
    let alert = hub.device_log_alert(&stage.world, listed);
    stage.scene.from_device(after(listed, SECOND), id, &alert);
    listed
}

/// A device is listed and joins so many milliseconds after the alert that tells of it.
fn joined(
    stage: &mut Stage<'_>,
    hub: &mut Hub,
    time: Time,
    joining: &Joining,
    later: i64,
    rule: Option<&'static str>,
) {
    let listed = listed(stage, hub, time, joining, |exchange| exchange);
    let (world, scene, id) = (&stage.world, &mut *stage.scene, hub.device.id());
    hub.join(joining.id);
    let alert = hub.device_log_alert(world, after(listed, later));
    let planned = scene.from_device(after(listed, later + SECOND), id, &alert);
    match rule {
        Some(rule) => planned.error(rule),
        None => planned.passes(),
    };
}

/// An alert with a device log of so many devices.
fn device_log(stage: &mut Stage<'_>, devices: u32, fault: bool) {
    let mut hub = stage.hub();
    for _ in 0..devices {
        let id = stage.other_device();
        hub.listed.push(Listed { id, hash: Vec::new() });
        hub.join(id);
    }
    let draft = hub.device_log_alert(&stage.world, stage.at(1));
    let planned = stage.scene.from_device(after(stage.at(1), SECOND), hub.device.id(), &draft);
    if fault {
        planned.error("HAN003");
    } else {
        planned.passes();
    }
}

/// The hub does not do what it was asked; it says so at once.
fn refused(mut exchange: Exchange) -> Exchange {
    let invoke_id = dlms::invoke_id(counter(exchange.asked));
    let answer = |choice| Answer { choice, result: 250, data: Data::Null };
    exchange.response.message.content =
        dlms::access_response(invoke_id, &[answer(3), answer(2), answer(2)]);
    exchange
}

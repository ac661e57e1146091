//! What is done with the prepayment interface of a home, and with the hub's log of devices.

use gbcs_parser::record::{Direction, Time};

use super::{Home, JOINING_WINDOW, join, remove};
use crate::devices::hub::Joining;
use crate::devices::joins::JoinRole;
use crate::devices::prepayment::number;
use crate::party::DeviceKind;
use crate::scene::{Exchange, Scene};
use crate::world::{Device, HOUR, MINUTE, SECOND, World, after};

/// The firmware that interfaces run.
const FIRMWARE: [u8; 4] = [0x00, 0x01, 0x02, 0x00];

/// Pence of a top up.
const PENCE: u16 = 500;

impl Home {
    /// The meters of the home and its interface join each other: each is told of the other.
    pub(super) fn join_interface(&mut self, world: &World, time: Time, scene: &mut Scene) {
        self.with_meters(time, |interface, meter, time| {
            let (me, other) = ((interface.id(), interface.kind), (meter.id(), meter.kind));
            let responder = after(time, MINUTE);
            scene.exchange(meter.join(world, time, JoinRole::Initiator, me));
            scene.exchange(interface.join(world, responder, JoinRole::Responder, other));
        });
    }

    /// Does something with the interface and each meter, some minutes apart.
    fn with_meters(&mut self, time: Time, mut act: impl FnMut(&mut Device, &mut Device, Time)) {
        let Some(ppmid) = &mut self.ppmid else { return };
        let gsme = self.gsme.as_mut().map(|gsme| &mut gsme.device);
        let meters = [Some(&mut self.esme.device), gsme].into_iter().flatten();
        for (meter, number) in meters.zip(0..) {
            act(&mut ppmid.device, meter, after(time, number * 5 * MINUTE));
        }
    }

    /// The interface is asked what it has joined and, where its version has that, for its firmware.
    pub(super) fn read_interface(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let meters = [Some(&self.esme.device), self.gsme.as_ref().map(|gsme| &gsme.device)];
        let joined: Vec<_> =
            meters.into_iter().flatten().map(|meter| (meter.id(), meter.kind)).collect();
        let Some(ppmid) = &mut self.ppmid else { return };
        scene.exchange(ppmid.device.read_joined(world, time, &joined));
        if world.is_at_least(4, 1) {
            scene.exchange(ppmid.read_firmware(world, after(time, MINUTE), FIRMWARE));
        }
    }

    /// The interface runs a new image, where its version tells of that.
    pub(super) fn update_interface(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let Some(ppmid) = self.ppmid.as_mut().filter(|_| world.is_at_least(4, 1)) else { return };
        let alert = ppmid.firmware_activated(&world.broker, time, FIRMWARE);
        scene.from_device(after(time, 5 * SECOND), ppmid.device.id(), &alert);
    }

    /// A consumer has the gas meter take a top up, and the emergency credit, by the interface.
    pub(super) fn top_up_at_home(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let (Some(gsme), Some(ppmid)) = (&mut self.gsme, &mut self.ppmid) else { return };
        let digits = number(world, &gsme.device, time, PENCE);
        in_the_home(scene, &ppmid.top_up(gsme, time, &digits));
        in_the_home(scene, &ppmid.take_emergency_credit(gsme, after(time, MINUTE)));
    }

    /// A supplier has a device listed that is listed.
    pub(super) fn list_again(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let Some(hub) = &mut self.hub else { return };
        let meter = Joining::new(self.esme.device.id(), DeviceKind::Esme, JOINING_WINDOW);
        scene.exchange(hub.list(world, &world.supplier, time, &meter));
    }

    /// The interface leaves the meters and the hub, and comes back two hours later.
    pub(super) fn leave_and_return(&mut self, world: &World, time: Time, scene: &mut Scene) {
        self.with_meters(time, |interface, meter, time| {
            scene.exchange(interface.unjoin(world, time, meter.id()));
            scene.exchange(meter.unjoin(world, after(time, MINUTE), interface.id()));
        });
        let (Some(hub), Some(ppmid)) = (&mut self.hub, &self.ppmid) else { return };
        let id = ppmid.device.id();
        remove(world, hub, scene, after(time, 15 * MINUTE), id);
        let back = after(time, 2 * HOUR);
        let joining = Joining::new(id, DeviceKind::Ppmid, JOINING_WINDOW);
        join(world, hub, scene, back, &joining, 10 * MINUTE, Some("N24"));
        self.join_interface(world, after(back, 30 * MINUTE), scene);
    }
}

/// Plans a command and its response that are seen in the home network.
fn in_the_home(scene: &mut Scene, exchange: &Exchange) {
    let [command, response] = [&exchange.command, &exchange.response].map(|draft| draft.octets());
    for (time, direction, octets) in [
        (exchange.asked, Direction::ToDevice, command),
        (exchange.answered, Direction::FromDevice, response),
    ] {
        scene.message_over("SMHAN", time, exchange.device, direction, octets);
    }
}

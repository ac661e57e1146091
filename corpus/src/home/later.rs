//! What meters are told to do later, and do at its time.

use gbcs_parser::record::Time;

use super::Home;
use super::calendar::{FIRMWARE_DUE, LIMITS_DUE, PREPAYMENT_DUE};
use crate::devices::firmware::Activation;
use crate::devices::future::When;
use crate::random::digest;
use crate::scene::Scene;
use crate::world::{MINUTE, SECOND, World, after, generalized};

const OLD: [u8; 4] = [0x00, 0x01, 0x02, 0x00];
const NEW: [u8; 4] = [0x00, 0x01, 0x03, 0x00];

/// An instruction that a meter has noted: the counter of its command, and when it is due by the
/// meter's clock.
type Instruction = (u64, u32);

/// What the meters have noted for later.
#[derive(Clone, Debug)]
pub(super) struct Noted {
    limits: Option<Instruction>,
    prepayment: Option<Instruction>,
    firmware: Option<u64>,
    /// The firmware that the electricity meter runs.
    pub(super) firmware_version: [u8; 4],
}

impl Default for Noted {
    fn default() -> Self {
        Self { limits: None, prepayment: None, firmware: None, firmware_version: OLD }
    }
}

impl Home {
    /// When something is due on the day after this one; `None` where the log ends before it.
    fn tomorrow(&self, day: u32, half_hour: i64) -> Option<Time> {
        (day + 1 < self.days).then(|| self.at(day + 1, half_hour))
    }

    /// Load limits that take effect on the next day.
    pub(super) fn set_limits(&mut self, world: &World, time: Time, scene: &mut Scene, day: u32) {
        let Some(due) = self.tomorrow(day, LIMITS_DUE.1) else { return };
        let due = self.esme.device.clock(due);
        let exchange = self.esme.set_load_limits(world, time, [When::At(due); 4]);
        self.noted.limits = Some((exchange.command.message.counter, due));
        scene.exchange(exchange);
    }

    /// Load limits that would take effect on the next day, and are withdrawn.
    pub(super) fn withdraw_limits(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let due = self.esme.device.clock(after(time, 24 * 60 * MINUTE));
        scene.exchange(self.esme.set_load_limits(world, time, [When::At(due); 4]));
        let later = after(time, 20 * MINUTE);
        scene.exchange(self.esme.set_load_limits(world, later, [When::Never; 4]));
    }

    /// The load limits take effect: an alert for each value.
    pub(super) fn limits_due(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let Some((commanded, due)) = self.noted.limits.take() else { return };
        let alerts = self.esme.load_limits_set(&world.supplier, commanded, due);
        for (alert, seconds) in alerts.iter().zip(5..) {
            let sent = after(time, seconds * SECOND);
            scene.from_device(sent, self.esme.device.id(), alert);
        }
    }

    /// A gas meter is to go over to prepayment two days later, and then, instead, on the next day.
    pub(super) fn set_prepayment(
        &mut self,
        world: &World,
        time: Time,
        scene: &mut Scene,
        day: u32,
    ) {
        let due = self.tomorrow(day, PREPAYMENT_DUE.1);
        let (Some(gsme), Some(due)) = (&mut self.gsme, due) else { return };
        let due = gsme.device.clock(due);
        scene.exchange(gsme.set_prepayment(world, time, When::At(due + 86_400)));
        let exchange = gsme.set_prepayment(world, after(time, 10 * MINUTE), When::At(due));
        self.noted.prepayment = Some((exchange.command.message.counter, due));
        scene.exchange(exchange);
    }

    /// It goes over to prepayment.
    pub(super) fn prepayment_due(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let (Some(gsme), Some((commanded, due))) = (&mut self.gsme, self.noted.prepayment.take())
        else {
            return;
        };
        let alert = gsme.prepayment_set(&world.supplier, commanded, due);
        scene.from_device(after(time, 5 * SECOND), gsme.device.id(), &alert);
    }

    /// Firmware has arrived, and is to be activated on the next day.
    pub(super) fn receive_firmware(
        &mut self,
        world: &World,
        time: Time,
        scene: &mut Scene,
        day: u32,
    ) {
        let hash = digest(world.seed, &[b"firmware", &NEW]);
        let alert = self.esme.firmware_received(&world.supplier, time, hash);
        scene.from_device(after(time, 5 * SECOND), self.esme.device.id(), &alert);
        let Some(due) = self.tomorrow(day, FIRMWARE_DUE.1) else { return };
        let (time, when) = (after(time, 10 * MINUTE), generalized(due));
        let noted = Activation::Noted;
        let exchange = self.esme.activate_firmware(world, time, hash, Some(&when), noted);
        self.noted.firmware = Some(exchange.command.message.counter);
        scene.exchange(exchange);
    }

    /// The firmware is activated.
    pub(super) fn firmware_due(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let Some(commanded) = self.noted.firmware.take() else { return };
        self.noted.firmware_version = NEW;
        let due = generalized(time);
        let alert = self.esme.firmware_activated(&world.supplier, commanded, &due, NEW);
        scene.from_device(after(time, 5 * SECOND), self.esme.device.id(), &alert);
    }
}

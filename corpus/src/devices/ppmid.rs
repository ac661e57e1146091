//! The prepayment interface of a consumer: what it joins, and what it has meters do.

use gbcs_parser::encode::Message;
use gbcs_parser::encode::der;
use gbcs_parser::encode::gbz::{self, Component};
use gbcs_parser::record::Time;
use gbcs_parser::{CraFlag, EntityId};

use super::Gsme;
use super::prepayment::{CONSUMER_TOP_UP, PREPAYMENT, answer};
use crate::party::{DeviceKind, Party};
use crate::protect::Draft;
use crate::scene::Exchange;
use crate::world::{Device, World, counter, generalized};

/// Where an instruction to a meter comes from: a display in the home.
const HOME_DISPLAY: u8 = 2;
/// ZCL command that takes the emergency credit.
const EMERGENCY_CREDIT: u8 = 0x00;

/// A prepayment interface.
#[derive(Clone)]
pub struct Ppmid {
    /// What it has in common with other devices.
    pub device: Device,
}

/// What a device is to another that it joins by method A.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinRole {
    /// CS03A1: the meter begins.
    Initiator,
    /// CS03A2: the other responds.
    Responder,
}

impl Device {
    /// CS03A1 or CS03A2: joins another device by method A; signed by the supplier.
    pub fn join(
        &mut self,
        world: &World,
        time: Time,
        role: JoinRole,
        (other, kind): (EntityId, DeviceKind),
    ) -> Exchange {
        let (code, role) = match role {
            JoinRole::Initiator => (0x000D, 0),
            JoinRole::Responder => (0x00AB, 1),
        };
        let content = der::sequence([
            der::integer(role),
            der::value(der::OCTET_STRING, other.0),
            der::integer(type_number(kind)),
        ]);
        self.done(world, time, code, content)
    }

    /// CS04AC: leaves a device that it has joined; signed by the supplier.
    pub fn unjoin(&mut self, world: &World, time: Time, other: EntityId) -> Exchange {
        self.done(world, time, 0x000F, der::value(der::OCTET_STRING, other.0))
    }

    /// A critical command of DER, which it has done.
    fn done(&mut self, world: &World, time: Time, code: u16, content: Vec<u8>) -> Exchange {
        let supplier = &world.supplier;
        let command = self.command(world, supplier, time, code, content).signed(supplier);
        self.exchange(time, command, der::integer(0))
    }

    /// CS07: reads which devices it has joined.
    pub fn read_joined(
        &mut self,
        world: &World,
        time: Time,
        joined: &[(EntityId, DeviceKind)],
    ) -> Exchange {
        let entries = joined.iter().map(|(id, kind)| {
            let id = der::value(der::OCTET_STRING, id.0);
            der::sequence([id, der::integer(type_number(*kind))])
        });
        let answer = der::sequence([der::integer(0), der::sequence(entries)]);
        let command = self.command(world, &world.supplier, time, 0x0013, der::null());
        self.exchange(time, command, answer)
    }
}

/// The number of a type of device in messages of DER.
fn type_number(kind: DeviceKind) -> u64 {
    match kind {
        DeviceKind::Gsme => 0,
        DeviceKind::Esme => 1,
        DeviceKind::Hub => 2,
        DeviceKind::Ppmid => 5,
    }
}

impl Ppmid {
    /// Interface `number`.
    #[must_use]
    pub fn new(world: &World, number: u32) -> Self {
        Self { device: Device::new(world, DeviceKind::Ppmid, number) }
    }

    /// CS08: reads the firmware version for the supplier, by way of the broker.
    pub fn read_firmware(&mut self, world: &World, time: Time, version: [u8; 4]) -> Exchange {
        let mut command = self.device.command(world, &world.broker, time, 0x0129, der::null());
        command.message =
            command.message.on_behalf_of(world.supplier.id, counter(time).saturating_sub(500));
        let answer = der::sequence([der::value(der::OCTET_STRING, version), der::integer(0)]);
        self.device.exchange(time, command, answer)
    }

    /// CS09: the critical alert that it runs a firmware image from now on.
    pub fn firmware_activated(&mut self, to: &Party, time: Time, version: [u8; 4]) -> Draft {
        let content = der::sequence([
            der::integer(0x8F8B),
            der::generalized_time(&generalized(time)),
            der::value(der::OCTET_STRING, version),
            der::integer(0),
        ]);
        self.device.alert(to, 0x012B, true, |_| content)
    }

    /// PCS01: has a gas meter that it shares a secret with take a top up by these digits.
    pub fn top_up(&mut self, gsme: &mut Gsme, time: Time, digits: &[u8]) -> Exchange {
        let mut payload = vec![HOME_DISPLAY, digits.len() as u8];
        payload.extend(digits);
        let request = Component::new(PREPAYMENT, 0x01, CONSUMER_TOP_UP, payload);
        self.ask(gsme, time, 0x009B, request, answer(true, HOME_DISPLAY))
    }

    /// PCS02: has a gas meter use the emergency credit.
    pub fn take_emergency_credit(&mut self, gsme: &mut Gsme, time: Time) -> Exchange {
        // Issued now.
        let request =
            Component::new(PREPAYMENT, 0x01, EMERGENCY_CREDIT, vec![0, 0, 0, 0, HOME_DISPLAY]);
        let answer = gbz::default_response(PREPAYMENT, EMERGENCY_CREDIT, 0, false);
        self.ask(gsme, time, 0x0090, request, answer)
    }

    /// A command to a gas meter under the secret of the two, and its response.
    fn ask(
        &mut self,
        gsme: &mut Gsme,
        time: Time,
        code: u16,
        request: Component,
        answer: Component,
    ) -> Exchange {
        let [content, answer] =
            [request, answer].map(|component| gbz::components(&gbz::numbered(vec![component])));
        let (me, meter) = (self.device.id(), gsme.device.id());
        let message = Message::new(CraFlag::Command, me, meter, counter(time), code, content);
        let command = Draft::new(message).maced(gsme.device.secret(me));
        gsme.device.exchange(time, command, answer)
    }
}

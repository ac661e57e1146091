//! The prepayment interface of a consumer: its firmware, and what it has meters do.

use gbcs_parser::CraFlag;
use gbcs_parser::encode::Message;
use gbcs_parser::encode::der;
use gbcs_parser::encode::gbz::{self, Component};
use gbcs_parser::record::Time;

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

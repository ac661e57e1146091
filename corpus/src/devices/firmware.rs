//! Firmware of an electricity meter: receipt, activation, and the version that it reads.

use gbcs_parser::encode::der;
use gbcs_parser::encode::dlms::{self, Data, Object, Request};
use gbcs_parser::record::Time;

use super::Esme;
use crate::party::Party;
use crate::protect::Draft;
use crate::scene::Exchange;
use crate::world::{World, counter};

/// The object of the version.
const VERSION: [u8; 6] = [0, 0, 0, 2, 1, 255];

/// What a device does with the command to activate an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// It runs this version from now on.
    Done([u8; 4]),
    /// It holds another image, and goes on with this version.
    Refused([u8; 4]),
    /// It has noted the time.
    Noted,
}

/// The outcome in a response or alert: 0 is success, 2 that the hash is of no image held.
fn outcome(code: u64, version: [u8; 4]) -> Vec<u8> {
    der::sequence([der::integer(code), der::value(der::OCTET_STRING, version)])
}

impl Esme {
    /// The critical alert that an image with this hash was received.
    pub fn firmware_received(&mut self, to: &Party, time: Time, hash: [u8; 32]) -> Draft {
        let stamp = self.device.date_time(time);
        self.device.alert(to, 0x00CE, true, |counter| {
            dlms::alert(dlms::invoke_id(counter), 0x8F72, stamp, vec![Data::octets(hash)])
        })
    }

    /// CS06: activates the image with this hash, at once or at a time of the form
    /// `20260302000000Z`; signed by the supplier.
    pub fn activate_firmware(
        &mut self,
        world: &World,
        time: Time,
        hash: [u8; 32],
        when: Option<&str>,
        activation: Activation,
    ) -> Exchange {
        let mut fields = vec![der::value(der::OCTET_STRING, hash), der::integer(counter(time))];
        fields.extend(when.map(der::generalized_time));
        let answer = match activation {
            Activation::Done(version) => outcome(0, version),
            Activation::Refused(version) => outcome(2, version),
            Activation::Noted => der::null(),
        };
        let supplier = &world.supplier;
        let command = self
            .device
            .command(world, supplier, time, 0x0012, der::sequence(fields))
            .signed(supplier);
        let mut exchange = self.device.exchange(time, command, answer);
        let now = self.device.date_time(exchange.answered);
        exchange.response.message.date_time = now.to_vec();
        exchange
    }

    /// The critical alert that an activation was carried out at its time, by the counter of the
    /// command and a time of the form `20260302000000Z`.
    pub fn firmware_activated(
        &mut self,
        to: &Party,
        commanded: u64,
        at: &str,
        version: [u8; 4],
    ) -> Draft {
        let content = der::sequence([
            der::integer(0x8F66),
            der::generalized_time(at),
            der::integer(commanded),
            outcome(0, version),
        ]);
        self.device.alert(to, 0x00CA, true, |_| content)
    }

    /// ECS52: reads the firmware version.
    pub fn read_firmware(&mut self, world: &World, time: Time, version: [u8; 4]) -> Exchange {
        let request = Request::get(Object::new(1, VERSION, 2));
        let supplier = &world.supplier;
        self.answered(world, supplier, time, 0x0059, &[request], vec![Data::octets(version)])
    }
}

//! Prepayment: top ups of both kinds of meters.

use gbcs_parser::crypto::utrn::Subject;
use gbcs_parser::encode::dlms::{Data, Object, Request};
use gbcs_parser::encode::gbz::Component;
use gbcs_parser::record::Time;

use super::{Esme, Gsme};
use crate::scene::Exchange;
use crate::world::{Device, World};

const TOKEN_GATEWAY: [u8; 6] = [0, 0, 19, 40, 0, 255];
pub(super) const PREPAYMENT: u16 = 0x0705;
pub(super) const CONSUMER_TOP_UP: u8 = 0x04;
const CONSUMER_TOP_UP_RESPONSE: u8 = 0x03;

/// The originator counter of a top up: the seconds, and 32 zero bits.
fn counter(time: Time) -> u64 {
    time.seconds().unsigned_abs() << 32
}

/// The 20 digits of a top up of so many pence that a supplier sells for a meter.
#[must_use]
pub fn number(world: &World, device: &Device, time: Time, pence: u16) -> Vec<u8> {
    let supplier = world.supplier.id;
    let subject = Subject { supplier, device: device.id(), counter: counter(time) };
    let issued = device.secret(supplier).and_then(|secret| subject.issue(secret, 0, pence).ok());
    let digits = issued.map(|utrn| utrn.digits()).unwrap_or_default();
    digits.iter().map(|digit| b'0' + digit).collect()
}

/// What a gas meter answers to a top up that came from a source, taken or not: result, value of the
/// top up, source, and the credit in hand.
pub(super) fn answer(taken: bool, source: u8) -> Component {
    let values: (u8, i32, i32) = if taken { (0, 1_000_000, 1_234_000) } else { (1, -1, -1) };
    let mut payload = vec![values.0];
    payload.extend(values.1.to_le_bytes());
    payload.push(source);
    payload.extend(values.2.to_le_bytes());
    Component::new(PREPAYMENT, 0x09, CONSUMER_TOP_UP_RESPONSE, payload)
}

impl Esme {
    /// CS01a: a top up by these digits, taken or not.
    pub fn top_up(&mut self, world: &World, time: Time, digits: &[u8], taken: bool) -> Exchange {
        let request = Request::action(Object::new(115, TOKEN_GATEWAY, 1), Data::octets(digits));
        let mut exchange = self.accepted(world, &world.supplier, time, 0x0007, &[request]);
        if !taken {
            Self::refuse(&mut exchange, &[3], 0);
        }
        exchange.response.message.date_time = self.device.date_time(exchange.answered).to_vec();
        exchange.renumbered(counter(time))
    }
}

impl Gsme {
    /// CS01b: a top up by these digits, taken or not.
    pub fn top_up(&mut self, world: &World, time: Time, digits: &[u8], taken: bool) -> Exchange {
        let mut payload = vec![0, digits.len() as u8];
        payload.extend(digits);
        let request = Component::new(PREPAYMENT, 0x01, CONSUMER_TOP_UP, payload);
        let answer = answer(taken, 0);
        let mut exchange = self.exchange(world, time, 0x0097, request, answer);
        exchange.response.message.date_time = self.device.date_time(exchange.answered).to_vec();
        exchange.renumbered(counter(time))
    }
}

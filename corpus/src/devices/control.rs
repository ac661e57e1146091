//! What a supplier sets of an electricity meter: auxiliary controllers, which alerts it sends, and
//! what it shows.

use gbcs_parser::encode::date_time;
use gbcs_parser::encode::dlms::{self, Data, Object, Request};
use gbcs_parser::record::Time;

use super::Esme;
use crate::party::Party;
use crate::scene::Exchange;
use crate::world::{World, counter};

/// What becomes of the alerts of a supplier.
const ALERT_BEHAVIOURS: [u8; 6] = [0, 30, 97, 98, 11, 255];

/// The limit of the randomised offset.
const OFFSET_LIMIT: [u8; 6] = [0, 0, 94, 44, 0, 1];

const DISPLAY: [u8; 6] = [0, 2, 96, 13, 1, 255];

/// The octets that a text for the display has at most.
pub const DISPLAY_OCTETS: usize = 116;

impl Esme {
    /// ECS10: a text of so many octets for the display.
    pub fn display(&mut self, world: &World, time: Time, octets: usize) -> Exchange {
        let text = Data::OctetString(vec![b'a'; octets]);
        let request = Request::set(Object::new(1, DISPLAY, 2), text);
        self.accepted(world, &world.supplier, time, 0x0021, &[request])
    }

    /// ECS47a: sets auxiliary controller `number` for a period in the device's seconds, whose ends
    /// stand in the fields of controller `fields`; signed by the supplier.
    pub fn set_controller(
        &mut self,
        world: &World,
        time: Time,
        [number, fields]: [u8; 2],
        (start, end): (u32, u32),
    ) -> Exchange {
        let moment = |seconds| Data::octets(date_time(seconds, 0xFF, 0xFF));
        let field = |field| Object::new(1, [0, 0, 94, 44, 116 + fields, field], 2);
        let requests = [
            Request::set(field(1), moment(start)),
            Request::set(field(2), moment(end)),
            Request::action(
                Object::new(9, [0, 0, 10, 0, 103, 255], 1),
                Data::LongUnsigned(0x1064 | u16::from(number) << 8),
            ),
        ];
        let mut exchange = self.accepted(world, &world.supplier, time, 0x011E, &requests);
        exchange.command = exchange.command.signed(&world.supplier);
        exchange.response =
            self.device.response(&exchange.command, exchange.response.message.content);
        exchange
    }

    /// ECS38: sets the limit of the randomised offset, in seconds; signed by the supplier.
    pub fn set_offset_limit(&mut self, world: &World, time: Time, seconds: u16) -> Exchange {
        let request = Request::set(Object::new(1, OFFSET_LIMIT, 2), Data::LongUnsigned(seconds));
        let mut exchange = self.accepted(world, &world.supplier, time, 0x004B, &[request]);
        exchange.command = exchange.command.signed(&world.supplier);
        exchange.response =
            self.device.response(&exchange.command, exchange.response.message.content);
        exchange
    }

    /// ECS25a: sets which of the supplier's alerts are sent; mask and actions stand in these octets.
    /// It is for the supplier to ask.
    pub fn set_alert_behaviours(
        &mut self,
        world: &World,
        from: &Party,
        time: Time,
        octets: &[u8],
    ) -> Exchange {
        let settings = Data::BitString(octets.len() * 8, octets.to_vec());
        let request = Request::set(Object::new(1, ALERT_BEHAVIOURS, 2), settings);
        self.accepted(world, from, time, 0x00AC, &[request])
    }

    /// The answer to a command of `requests` of which those from `failed` on were not carried out.
    pub fn refuse(exchange: &mut Exchange, requests: &[u8], failed: usize) {
        let answers: Vec<dlms::Answer> = requests
            .iter()
            .enumerate()
            .map(|(n, choice)| dlms::Answer {
                choice: *choice,
                result: if n < failed { 0 } else { 250 },
                data: Data::Null,
            })
            .collect();
        let invoke_id = dlms::invoke_id(counter(exchange.asked));
        exchange.response.message.content = dlms::access_response(invoke_id, &answers);
    }
}

//! Instructions that meters note and carry out at their time, and the alerts that tell of it.

use gbcs_parser::encode::date_time;
use gbcs_parser::encode::dlms::{self, Data, Object, Request};
use gbcs_parser::encode::gbz::{self, Component};
use gbcs_parser::record::Time;

use super::prepayment::PREPAYMENT;
use super::{Esme, Gsme};
use crate::party::Party;
use crate::protect::Draft;
use crate::scene::Exchange;
use crate::world::World;

/// When an instruction is to be carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// At these seconds of the device's clock.
    At(u32),
    /// Never: one that was noted before is withdrawn.
    Never,
}

impl When {
    /// A date-time of DLMS.
    fn date_time(self) -> [u8; 12] {
        match self {
            Self::At(seconds) => date_time(seconds, 0xFF, 0xFF),
            Self::Never => [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0x00, 0xFF],
        }
    }

    /// Seconds of ZCL.
    fn seconds(self) -> u32 {
        match self {
            Self::At(seconds) => seconds,
            Self::Never => u32::MAX,
        }
    }
}

/// Class of the objects of the load limit, whose passive value is attribute 4 and whose date is
/// attribute 6.
const CLASS: u16 = 9000;
/// Whether supply is cut, threshold, for how long it is exceeded, for how long supply stays off.
const LIMITS: [[u8; 6]; 4] =
    [[0, 0, 94, 44, 0, 3], [0, 0, 94, 44, 128, 7], [0, 0, 94, 44, 128, 6], [0, 0, 94, 44, 128, 8]];
const SET_LIMITS: u16 = 0x0043;
const SET_PREPAYMENT: u16 = 0x006D;
/// ZCL commands of the prepayment cluster: the change of payment mode, and what answers it.
const CHANGE_MODE: u8 = 0x06;
const CHANGE_MODE_RESPONSE: u8 = 0x02;
/// Alert code of an instruction that was carried out.
const CARRIED_OUT: u16 = 0x8F66;

impl Esme {
    /// ECS28a: load limits whose four values take effect at these times; signed by the supplier.
    pub fn set_load_limits(&mut self, world: &World, time: Time, dates: [When; 4]) -> Exchange {
        let values = LIMITS.iter().enumerate().map(|(n, obis)| {
            let value = if n == 0 { Data::Boolean(true) } else { Data::DoubleLongUnsigned(600) };
            Request::set(Object::new(CLASS, *obis, 4), value)
        });
        let dates = LIMITS.iter().zip(dates).map(|(obis, when)| {
            Request::set(Object::new(CLASS, *obis, 6), Data::octets(when.date_time()))
        });
        let requests: Vec<Request> = values.chain(dates).collect();
        let supplier = &world.supplier;
        let mut exchange = self.accepted(world, supplier, time, SET_LIMITS, &requests);
        exchange.command = exchange.command.signed(supplier);
        let content = std::mem::take(&mut exchange.response.message.content);
        exchange.response = self.device.response(&exchange.command, content);
        exchange.response.message.date_time = self.device.date_time(exchange.answered).to_vec();
        exchange
    }

    /// 0x8F66 in 0x00CC: the four alerts that the limits of the command with this counter took
    /// effect at their time, by the device's clock.
    pub fn load_limits_set(&mut self, to: &Party, commanded: u64, due: u32) -> [Draft; 4] {
        LIMITS.map(|obis| {
            let mut instruction = SET_LIMITS.to_be_bytes().to_vec();
            instruction.extend(commanded.to_be_bytes());
            instruction.extend(CLASS.to_be_bytes());
            instruction.extend(obis);
            instruction.push(6);
            let stamp = date_time(due, 0xFF, 0xFF);
            self.device.alert(to, 0x00CC, true, |counter| {
                let told = vec![Data::OctetString(instruction)];
                dlms::alert(dlms::invoke_id(counter), CARRIED_OUT, stamp, told)
            })
        })
    }
}

impl Gsme {
    /// GCS03: goes over to prepayment at a time; signed by the supplier.
    pub fn set_prepayment(&mut self, world: &World, time: Time, when: When) -> Exchange {
        let mut payload = vec![0; 4];
        payload.extend(self.device.clock(time).to_le_bytes());
        payload.extend(when.seconds().to_le_bytes());
        payload.extend([0x97, 0x00]);
        payload.extend([0; 4]);
        let request = Component::new(PREPAYMENT, 0x01, CHANGE_MODE, payload);
        // Friendly credit and its calendar, limit and threshold of the emergency credit.
        let mut payload = vec![0x01];
        for number in [2, 1_000_000, 200_000_u32] {
            payload.extend(number.to_le_bytes());
        }
        let answer = Component::new(PREPAYMENT, 0x19, CHANGE_MODE_RESPONSE, payload);
        let mut exchange = self.exchange(world, time, SET_PREPAYMENT, request, answer);
        exchange.command = exchange.command.signed(&world.supplier);
        let content = std::mem::take(&mut exchange.response.message.content);
        exchange.response = self.device.response(&exchange.command, content);
        exchange.response.message.date_time = self.device.date_time(exchange.answered).to_vec();
        exchange
    }

    /// 0x8F66 in 0x00CD: the alert that the command with this counter was carried out at its time,
    /// by the device's clock.
    pub fn prepayment_set(&mut self, to: &Party, commanded: u64, due: u32) -> Draft {
        let mut told = vec![14];
        told.extend(SET_PREPAYMENT.to_be_bytes());
        told.extend(commanded.to_be_bytes());
        told.extend(PREPAYMENT.to_be_bytes());
        told.extend([0x01, CHANGE_MODE]);
        self.device.alert(to, 0x00CD, true, |_| gbz::alert(1, CARRIED_OUT, due, &told))
    }
}

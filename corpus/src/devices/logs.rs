//! Logs that meters keep: events, half-hourly values, snapshots.

use gbcs_parser::encode::dlms::{self, Data, Description, Object, Request};
use gbcs_parser::encode::gbz::{self, Component};
use gbcs_parser::record::Time;

use super::esme::{Protected, Variant};
use super::{Esme, Gsme};
use crate::party::Party;
use crate::scene::Exchange;
use crate::world::World;

const EVENT_LOG: [u8; 6] = [0, 0, 99, 98, 0, 255];
const ACTIVE_IMPORT: [u8; 6] = [0, 0, 99, 1, 0, 255];
const REACTIVE_IMPORT: [u8; 6] = [0, 0, 99, 1, 2, 255];
const HALF_HOUR_S: u32 = 1800;
const METERING: u16 = 0x0702;
const EVENTS: u16 = 0x0709;
/// ZCL commands: the read of events and what publishes them, the read of snapshots.
const GET_EVENT_LOG: u8 = 0x00;
const PUBLISH_EVENT_LOG: u8 = 0x01;
const GET_SNAPSHOT: u8 = 0x06;
/// Daily reads of gas are read by so many commands in one message.
const DAILY_READS: u8 = 31;
/// ZCL status of a log without entries.
pub const NOT_FOUND: u8 = 0x8B;

/// Which log of events a gas meter is asked for: its number, with bits that ask for all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventLog {
    /// CS10a: the event log.
    Event = 0x13,
    /// CS10b: the security log.
    Security = 0x04,
}

impl EventLog {
    fn code(self) -> u16 {
        match self {
            Self::Event => 0x0014,
            Self::Security => 0x00A1,
        }
    }

    /// What publishes these entries of it, each of a time in the meter's seconds and a code.
    #[must_use]
    pub fn published(self, entries: &[(u32, u16)]) -> Component {
        let mut payload = (entries.len() as u16).to_le_bytes().to_vec();
        payload.extend([0, 1, 0]);
        for (time, code) in entries {
            payload.push(self as u8 & 0x0F);
            payload.extend(code.to_le_bytes());
            payload.extend(time.to_le_bytes());
            payload.push(0);
        }
        Component::new(EVENTS, 0x19, PUBLISH_EVENT_LOG, payload)
    }

    /// The read of its entries in a range of the meter's seconds.
    #[must_use]
    pub fn read(self, (from, to): (u32, u32)) -> Component {
        let mut payload = vec![self as u8, 0, 0];
        payload.extend(from.to_le_bytes());
        payload.extend(to.to_le_bytes());
        payload.extend([0; 3]);
        Component::new(EVENTS, 0x01, GET_EVENT_LOG, payload)
    }

    /// The answer that says that there is no entry, or another status.
    #[must_use]
    pub fn refused(status: u8) -> Component {
        gbz::default_response(EVENTS, GET_EVENT_LOG, status, false)
    }
}

impl Esme {
    /// ECS35a: reads the event log in a range of the meter's seconds; it answers with these entries.
    pub fn read_events(
        &mut self,
        world: &World,
        time: Time,
        range: (u32, u32),
        entries: &[(u32, u16)],
    ) -> Exchange {
        let entry = [6, 0x12, 9].map(Description::Plain).to_vec();
        let mut buffer = Vec::with_capacity(entries.len() * 7);
        for (time, code) in entries {
            buffer.extend(time.to_be_bytes());
            buffer.extend(code.to_be_bytes());
            buffer.push(0);
        }
        self.read_profile(world, time, (0x0048, EVENT_LOG), range, (entry, buffer))
    }

    /// ECS22c: reads the half-hourly reactive import; it answers with these times and values.
    pub fn read_reactive_import(
        &mut self,
        world: &World,
        time: Time,
        range: (u32, u32),
        entries: &[(u32, u32)],
    ) -> Exchange {
        let entry = [6, 6].map(Description::Plain).to_vec();
        let numbers = entries.iter().flat_map(|(time, value)| [*time, *value]);
        let buffer = numbers.flat_map(u32::to_be_bytes).collect();
        self.read_profile(world, time, (0x0038, REACTIVE_IMPORT), range, (entry, buffer))
    }

    /// ECS22b: reads the half-hourly active import of a range, which comes encrypted: an entry for
    /// each half hour, with a value of each element.
    pub fn read_active_import(
        &mut self,
        world: &World,
        from: &Party,
        time: Time,
        range: (u32, u32),
    ) -> Exchange {
        let elements: u32 = if self.variant == Variant::TwinElement { 2 } else { 1 };
        let entry = vec![Description::Plain(6); 1 + elements as usize];
        let mut buffer = Vec::new();
        let first = range.0.div_ceil(HALF_HOUR_S) * HALF_HOUR_S;
        for end in (first..=range.1).step_by(HALF_HOUR_S as usize) {
            buffer.extend(end.to_be_bytes());
            for element in 0..elements {
                buffer.extend((200 + end / HALF_HOUR_S % 97 + 40 * element).to_be_bytes());
            }
        }
        let what = Protected {
            code: 0x0037,
            protects: 7,
            class: 7,
            object: ACTIVE_IMPORT,
            range: Some(range),
        };
        let log = Data::CompactArray(Description::Structure(entry), buffer);
        self.read_protected(world, from, time, &what, log)
    }

    fn read_profile(
        &mut self,
        world: &World,
        time: Time,
        (code, profile): (u16, [u8; 6]),
        (from, to): (u32, u32),
        (entry, buffer): (Vec<Description>, Vec<u8>),
    ) -> Exchange {
        let request =
            Request::get_with_selection(Object::new(7, profile, 2), 1, dlms::time_range(from, to));
        let answer = Data::CompactArray(Description::Structure(entry), buffer);
        self.answered(world, &world.supplier, time, code, &[request], vec![answer])
    }
}

impl Gsme {
    /// CS10a or CS10b: reads a log in a range of the meter's seconds; it answers with a component.
    pub fn read_event_log(
        &mut self,
        world: &World,
        time: Time,
        log: EventLog,
        range: (u32, u32),
        answer: Component,
    ) -> Exchange {
        self.exchange(world, time, log.code(), log.read(range), answer)
    }

    /// GCS16a: reads the daily reads in ranges of the meter's seconds, of which there is one for
    /// each; it has none.
    pub fn read_daily_reads(
        &mut self,
        world: &World,
        time: Time,
        ranges: impl Fn(u8) -> (u32, u32),
    ) -> Exchange {
        let requests = (0..DAILY_READS).map(|offset| {
            let (from, to) = ranges(offset);
            let mut payload = from.to_le_bytes().to_vec();
            payload.extend(to.to_le_bytes());
            payload.push(offset);
            payload.extend(1_u32.to_le_bytes());
            Component::new(METERING, 0x01, GET_SNAPSHOT, payload)
        });
        let none = gbz::default_response(METERING, GET_SNAPSHOT, NOT_FOUND, false);
        let answers = vec![none; usize::from(DAILY_READS)];
        let [content, answer] =
            [requests.collect(), answers].map(|parts| gbz::components(&gbz::numbered(parts)));
        let command = self.device.command(world, &world.supplier, time, 0x0077, content);
        self.device.exchange(time, command, answer)
    }
}

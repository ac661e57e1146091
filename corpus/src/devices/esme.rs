//! An electricity meter: voltage, maximum demand, registers, clock, and its alerts.

use gbcs_parser::CraFlag;
use gbcs_parser::encode::dlms::{self, Answer, Data, Object, Request};
use gbcs_parser::encode::{Message, date_time};
use gbcs_parser::record::Time;

use crate::certificate::{Use, certificate};
use crate::party::{DeviceKind, Party};
use crate::protect::Draft;
use crate::random::digest;
use crate::scene::Exchange;
use crate::world::{Device, HOUR, World, after, counter, seconds_2000};

const CLOCK: [u8; 6] = [0, 0, 1, 0, 0, 255];
const DEMAND_SCHEDULE: [u8; 6] = [0, 0, 12, 0, 0, 255];
const DEMAND: [u8; 6] = [1, 0, 1, 6, 0, 255];
const DEMAND_IN_PERIOD: [u8; 6] = [1, 0, 1, 6, 1, 255];
const EXPORT_DEMAND: [u8; 6] = [1, 0, 2, 6, 0, 255];

/// An attribute that is read encrypted: the second of its object.
pub(super) struct Protected {
    /// Message code.
    pub(super) code: u16,
    /// The last part but one of the name of the object that protects.
    pub(super) protects: u8,
    /// Class and name of the object.
    pub(super) class: u16,
    pub(super) object: [u8; 6],
    /// The range that is asked for, in the meter's seconds.
    pub(super) range: Option<(u32, u32)>,
}

/// ECS17b.
const IMPORT_REGISTERS: Protected =
    Protected { code: 0x0027, protects: 8, class: 1, object: [0, 0, 94, 44, 34, 10], range: None };
/// ECS17d.
const TIME_OF_USE: Protected =
    Protected { code: 0x0029, protects: 9, class: 1, object: [0, 0, 94, 44, 34, 1], range: None };

/// What an electricity meter measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// One phase by one element.
    SingleElement,
    /// One phase by two elements, the second with registers of its own.
    TwinElement,
    /// Three phases.
    Polyphase,
}

impl Variant {
    /// The letter for it in `esme_variant`.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::SingleElement => "A",
            Self::TwinElement => "B",
            Self::Polyphase => "C",
        }
    }

    /// The variant of a home's meter: of four homes that follow each other, counted from 1, two
    /// have a single element, one has two and one is polyphase; which, depends on the seed.
    #[must_use]
    pub fn of_home(seed: u64, number: u32) -> Self {
        let place = number.saturating_sub(1);
        let [turned, ..] = digest(seed, &[b"variants", &(place / 4).to_be_bytes()]);
        match (place + u32::from(turned)) % 4 {
            1 => Self::TwinElement,
            3 => Self::Polyphase,
            _ => Self::SingleElement,
        }
    }
}

/// An electricity meter.
#[derive(Clone)]
pub struct Esme {
    /// What it has in common with other devices.
    pub device: Device,
    /// What it measures.
    pub variant: Variant,
    /// Averaging period in seconds.
    pub period: u32,
    /// When its counters were reset, by its own clock.
    pub reset: u32,
    /// The last outage of its supply, by its own clock.
    pub outage: Option<(u32, u32)>,
    /// Maximum demand schedule.
    pub schedule: Vec<DemandEntry>,
}

/// An entry of the maximum demand schedule.
#[derive(Clone, Debug, PartialEq)]
pub struct DemandEntry {
    /// index.
    pub index: u16,
    /// enable.
    pub enable: bool,
    /// script_logical_name.
    pub script: [u8; 6],
    /// script_selector: 1 the period begins, 2 it ends.
    pub selector: u16,
    /// switch_time: hour, minute, second, hundredth.
    pub switch_time: [u8; 4],
    /// validity_window.
    pub window: u16,
    /// exec_weekdays: number of bits, and the octet that holds them.
    pub weekdays: (usize, u8),
    /// begin_date.
    pub begin_date: [u8; 5],
    /// end_date.
    pub end_date: [u8; 5],
}

impl DemandEntry {
    /// A right entry: every day, at an hour.
    #[must_use]
    pub fn new(index: u16, selector: u16, hour: u8) -> Self {
        Self {
            index,
            enable: true,
            script: [0x00, 0x00, 0x0A, 0x80, 0x64, 0xFF],
            selector,
            switch_time: [hour, 0, 0, 0],
            window: 0xFFFF,
            weekdays: (7, 0xFE),
            begin_date: [0x00, 0x00, 0x01, 0xFF, 0xFF],
            end_date: [0xFF; 5],
        }
    }

    fn data(&self) -> Data {
        Data::Structure(vec![
            Data::LongUnsigned(self.index),
            Data::Boolean(self.enable),
            Data::octets(self.script),
            Data::LongUnsigned(self.selector),
            Data::octets(self.switch_time),
            Data::LongUnsigned(self.window),
            Data::BitString(self.weekdays.0, vec![self.weekdays.1]),
            Data::BitString(0, Vec::new()),
            Data::octets(self.begin_date),
            Data::octets(self.end_date),
        ])
    }
}

/// The schedule that a period from one hour to another has.
#[must_use]
pub fn demand_schedule(begin: u8, end: u8) -> Vec<DemandEntry> {
    vec![DemandEntry::new(0, 1, begin), DemandEntry::new(1, 2, end)]
}

impl Esme {
    /// Meter `number`.
    #[must_use]
    pub fn new(world: &World, number: u32) -> Self {
        Self::of(Device::new(world, DeviceKind::Esme, number))
    }

    /// A meter of a variant with this number.
    #[must_use]
    pub fn of_variant(world: &World, number: u32, variant: Variant) -> Self {
        let mut esme = Self::new(world, number);
        esme.become_variant(variant);
        esme
    }

    /// Makes it a meter of a variant, and the bench know it.
    pub fn become_variant(&mut self, variant: Variant) {
        self.variant = variant;
        self.device.snapshot.esme_variant = Some(variant.letter().to_owned());
    }

    /// A meter that is this device, of a single element.
    #[must_use]
    pub fn of(device: Device) -> Self {
        Self {
            device,
            variant: Variant::SingleElement,
            period: 1800,
            reset: 0,
            outage: None,
            schedule: demand_schedule(16, 20),
        }
    }

    /// ECS18b: reads the maximum demand registers and the schedule.
    pub fn read_maximum_demand(&mut self, world: &World, from: &Party, time: Time) -> Exchange {
        let register = |obis, index| Request::get(Object::new(4, obis, index));
        let requests = [
            Request::get(Object::new(1, [0, 0, 94, 44, 5, 0], 2)),
            Request::get(Object::new(1, [0, 0, 94, 44, 5, 1], 2)),
            register(DEMAND, 2),
            register(DEMAND, 3),
            register(DEMAND, 5),
            register(DEMAND_IN_PERIOD, 2),
            register(DEMAND_IN_PERIOD, 3),
            register(DEMAND_IN_PERIOD, 5),
            Request::get(Object::new(10, DEMAND_SCHEDULE, 2)),
        ];
        let moment = |hours: i64| {
            Data::octets(date_time(
                seconds_2000(after(time, -hours * HOUR)) / 1800 * 1800,
                0xFF,
                0xFF,
            ))
        };
        let watt = Data::Structure(vec![Data::Integer(0), Data::Enum(27)]);
        let answers = vec![
            moment(96),
            moment(96),
            Data::DoubleLongUnsigned(4321),
            watt.clone(),
            moment(20),
            Data::DoubleLongUnsigned(3210),
            watt,
            moment(30),
            Data::Array(self.schedule.iter().map(DemandEntry::data).collect()),
        ];
        self.answered(world, from, time, 0x002C, &requests, answers)
    }

    /// ECS37: sets the maximum demand schedule.
    pub fn set_maximum_demand(
        &mut self,
        world: &World,
        from: &Party,
        time: Time,
        schedule: Vec<DemandEntry>,
    ) -> Exchange {
        let data = Data::Array(schedule.iter().map(DemandEntry::data).collect());
        self.schedule = schedule;
        let request = Request::set(Object::new(10, DEMAND_SCHEDULE, 2), data);
        self.accepted(world, from, time, 0x004A, &[request])
    }

    /// ECS57: resets the maximum demand registers.
    pub fn reset_maximum_demand(&mut self, world: &World, from: &Party, time: Time) -> Exchange {
        let requests = [DEMAND, DEMAND_IN_PERIOD, EXPORT_DEMAND]
            .map(|obis| Request::action(Object::new(4, obis, 1), Data::Integer(0)));
        self.accepted(world, from, time, 0x005A, &requests)
    }

    /// ECS17b: reads the import registers, which come encrypted for the party that asks.
    pub fn read_registers(&mut self, world: &World, from: &Party, time: Time) -> Exchange {
        let hours = self.device.clock(time) / 3600;
        let unit = |unit| Data::Structure(vec![Data::Integer(0), Data::Enum(unit)]);
        let registers = Data::Structure(vec![
            Data::DoubleLongUnsigned(hours),
            unit(30),
            Data::DoubleLongUnsigned(hours / 7),
            unit(32),
            // The second element, zero where there is none.
            Data::DoubleLongUnsigned(match self.variant {
                Variant::TwinElement => hours / 3,
                _ => 0,
            }),
        ]);
        self.read_protected(world, from, time, &IMPORT_REGISTERS, registers)
    }

    /// ECS17b by way of the broker, for a party that it does not know but was linked with: the
    /// command has a certificate with it, that of the party or of another.
    pub fn read_for_unknown(
        &mut self,
        world: &World,
        time: Time,
        unknown: &Party,
        certified: &Party,
    ) -> Exchange {
        let certificate = certificate(world.seed, certified, Use::Agreement);
        let mut exchange = self.read_registers(world, unknown, time);
        let originator = world.broker.id.0.to_vec();
        exchange.command.message.originator = originator.clone();
        exchange.response.message.recipient = originator;
        for draft in [&mut exchange.command, &mut exchange.response] {
            let message = std::mem::replace(
                &mut draft.message,
                Message::new(CraFlag::Command, unknown.id, unknown.id, 0, 0, Vec::new()),
            );
            draft.message = message.on_behalf_of(unknown.id, counter(time));
        }
        exchange.command.message.other_information.rest = certificate;
        exchange.response = exchange.response.maced(self.device.secret(world.broker.id));
        exchange
    }

    /// ECS17d: reads the time-of-use registers, which come encrypted for the party that asks: 48,
    /// and four of the second element where there is one.
    pub fn read_time_of_use(&mut self, world: &World, from: &Party, time: Time) -> Exchange {
        let hours = self.device.clock(time) / 3600;
        let registers = |count: u32| {
            Data::Array((0..count).map(|n| Data::DoubleLongUnsigned(hours / (n + 2))).collect())
        };
        let secondary = if self.variant == Variant::TwinElement { 4 } else { 0 };
        let collection = Data::Structure(vec![registers(48), registers(secondary)]);
        self.read_protected(world, from, time, &TIME_OF_USE, collection)
    }

    /// Reads an attribute that comes encrypted for the party that asks.
    pub(super) fn read_protected(
        &mut self,
        world: &World,
        from: &Party,
        time: Time,
        what: &Protected,
        value: Data,
    ) -> Exchange {
        let number = counter(time);
        let device = self.device.id();
        let moment = |seconds| Data::octets(date_time(seconds, 0xFF, 0xFF));
        let restriction = match what.range {
            None => vec![Data::Enum(0), Data::Null],
            Some((from, to)) => {
                vec![Data::Enum(1), Data::Structure(vec![moment(from), moment(to)])]
            }
        };
        let definition = Data::Array(vec![Data::Structure(vec![
            Data::LongUnsigned(what.class),
            Data::octets(what.object),
            Data::Integer(2),
            Data::LongUnsigned(0),
            Data::Structure(restriction),
        ])]);
        let how = dlms::protection_parameters(number, &from.id.0, &device.0);
        let request = Request::action(
            Object::new(30, [0, 0, 43, 2, what.protects, 255], 1),
            Data::Structure(vec![definition, how]),
        );
        let plaintext = Data::Structure(vec![value]);
        let sealed = self.device.seal(from.id, number, &plaintext.encode());
        let (parameters, octets) = dlms::protected(number, &device.0, &from.id.0, &sealed);
        let answer = Data::Structure(vec![parameters, octets]);
        self.answered(world, from, time, what.code, &[request], vec![answer])
    }

    /// ECS70: sets the clock; signed by the supplier.
    pub fn set_clock(&mut self, world: &World, time: Time) -> Exchange {
        let never = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0x00, 0xFF];
        let window = |seconds: i64| {
            Data::octets(date_time(seconds_2000(after(time, seconds * 1000)), 0xFF, 0xFF))
        };
        let requests = [
            Request::set(Object::new(8, CLOCK, 9), Data::Enum(5)),
            Request::action(
                Object::new(8, CLOCK, 5),
                Data::Structure(vec![Data::octets(never), window(-60), window(3600)]),
            ),
            Request::action(Object::new(8, CLOCK, 4), Data::Integer(0)),
            Request::get(Object::new(8, CLOCK, 2)),
            Request::get(Object::new(8, CLOCK, 4)),
        ];
        let invoke_id = dlms::invoke_id(counter(time));
        let content = dlms::access_request(invoke_id, &requests);
        let supplier = &world.supplier;
        let command = self.device.command(world, supplier, time, 0x0062, content).signed(supplier);
        let mut exchange = self.device.exchange(time, command, Vec::new());
        let now = self.device.date_time(exchange.answered);
        let answers = requests.iter().zip([
            Data::Null,
            Data::Null,
            Data::Null,
            Data::octets(now),
            Data::Unsigned(0),
        ]);
        let answers: Vec<Answer> =
            answers.map(|(request, data)| Answer::to(request, data)).collect();
        exchange.response.message.content = dlms::access_response(invoke_id, &answers);
        exchange
    }

    /// A generic alert that is not critical, such as that the voltage left or reached its limits.
    pub fn alert(&mut self, to: &Party, time: Time, alert_code: u16) -> Draft {
        let stamp = self.device.date_time(time);
        self.device.alert(to, 0x1001, false, |counter| {
            dlms::alert(dlms::invoke_id(counter), alert_code, stamp, Vec::new())
        })
    }

    /// A generic alert that is critical.
    pub fn critical_alert(&mut self, to: &Party, time: Time, alert_code: u16) -> Draft {
        let stamp = self.device.date_time(time);
        self.device.alert(to, 0x1000, true, |counter| {
            dlms::alert(dlms::invoke_id(counter), alert_code, stamp, Vec::new())
        })
    }

    /// ECS100: the critical alert that it does not know a command, by message code and counter.
    pub fn unsupported(&mut self, to: &Party, time: Time, code: u16, commanded: u64) -> Draft {
        let stamp = self.device.date_time(time);
        let mut refused = code.to_be_bytes().to_vec();
        refused.extend(commanded.to_be_bytes());
        self.device.alert(to, 0x0120, true, |counter| {
            dlms::alert(dlms::invoke_id(counter), 0x8F85, stamp, vec![Data::OctetString(refused)])
        })
    }

    /// ECS80: the alert after a supply outage of three minutes or more; by the device's clock.
    pub fn outage_alert(&mut self, to: &Party, time: Time, outage: (u32, u32)) -> Draft {
        let stamp = self.device.date_time(time);
        let moments = [outage.0, outage.1].map(|at| Data::octets(date_time(at, 0xFF, 0xFF)));
        self.device.alert(to, 0x0067, true, |counter| {
            dlms::alert(dlms::invoke_id(counter), 0x8F36, stamp, moments.to_vec())
        })
    }

    /// A command of sets and actions, all of them accepted.
    pub fn accepted(
        &mut self,
        world: &World,
        from: &Party,
        time: Time,
        code: u16,
        requests: &[Request],
    ) -> Exchange {
        let answers = vec![Data::Null; requests.len()];
        self.answered(world, from, time, code, requests, answers)
    }

    /// A command, and its response with these data.
    pub fn answered(
        &mut self,
        world: &World,
        from: &Party,
        time: Time,
        code: u16,
        requests: &[Request],
        data: Vec<Data>,
    ) -> Exchange {
        let invoke_id = dlms::invoke_id(counter(time));
        let content = dlms::access_request(invoke_id, requests);
        let command = self.device.command(world, from, time, code, content);
        let answers: Vec<Answer> =
            requests.iter().zip(data).map(|(request, data)| Answer::to(request, data)).collect();
        let content = dlms::access_response(invoke_id, &answers);
        let mut exchange = self.device.exchange(time, command, content);
        if matches!(code, 0x0027 | 0x0029 | 0x002C | 0x0039 | 0x00BC) {
            let now = self.device.date_time(exchange.answered);
            exchange.response.message.date_time = now.to_vec();
        }
        exchange
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_four_homes_two_have_a_single_element_one_has_two_and_one_is_polyphase() {
        for seed in 0..20 {
            let mut letters: Vec<_> =
                (5..9).map(|home| Variant::of_home(seed, home).letter()).collect();
            letters.sort_unstable();
            assert_eq!(letters, ["A", "A", "B", "C"], "seed {seed}");
        }
        let first = |seed| Variant::of_home(seed, 1);
        assert!((1..20).any(|seed| first(seed) != first(0)), "it depends on the seed");
    }
}

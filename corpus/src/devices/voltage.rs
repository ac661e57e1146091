//! The voltage that an electricity meter keeps for each of its phases: log, counters, thresholds.

use gbcs_parser::encode::dlms::{self, Data, Description, Object, Request};
use gbcs_parser::record::Time;

use super::Esme;
use super::esme::Variant;
use crate::party::Party;
use crate::protect::Draft;
use crate::random::digest;
use crate::scene::Exchange;
use crate::world::World;

/// Value group C of the objects of each phase.
const PHASES: [u8; 3] = [32, 52, 72];

/// The log of the average voltage of a phase: buffer is attribute 2, period attribute 4.
const fn log(phase: u8) -> [u8; 6] {
    [1, 0, phase, 24, 0, 255]
}

/// Counter of a phase's averages below (32) or above (36) the thresholds.
const fn counter(phase: u8, kind: u8) -> [u8; 6] {
    [1, 0, phase, kind, 0, 4]
}

/// Threshold of a phase for averages below (31) or above (35) it.
const fn threshold(phase: u8, kind: u8) -> [u8; 6] {
    [1, 0, phase, kind, 0, 4]
}

const UNDER_COUNTER: u8 = 32;
const OVER_COUNTER: u8 = 36;
const UNDER_THRESHOLD: u8 = 31;
const OVER_THRESHOLD: u8 = 35;

/// The codes of the use cases that a meter of one phase has, and of those of a polyphase meter.
struct UseCases {
    read: u16,
    read_settings: u16,
    set: u16,
    reset: u16,
}

/// ECS23, ECS26b, ECS29c, ECS29e.
const SINGLE_PHASE: UseCases =
    UseCases { read: 0x0039, read_settings: 0x003C, set: 0x00D1, reset: 0x00D3 };
/// ECS23b, ECS26k, ECS29d, ECS29f.
const POLYPHASE: UseCases =
    UseCases { read: 0x00BC, read_settings: 0x00C6, set: 0x00D2, reset: 0x00D4 };

/// Monitors of extreme over-voltage, extreme under-voltage, sag and swell, one for all phases: number
/// of the object, and threshold in volts.
const MONITORS: [(u8, u32); 4] = [(1, 270), (2, 180), (3, 200), (4, 260)];
/// Seconds for which a threshold of these is passed before the meter tells of it.
const DURATION_S: u32 = 30;
/// Thresholds of the average voltage, in volts.
const UNDER_V: u32 = 207;
const OVER_V: u32 = 253;

/// The attributes of the monitors with their values: threshold and duration of each.
fn monitors() -> impl Iterator<Item = (Object, u32)> {
    MONITORS.into_iter().flat_map(|(monitor, volts)| {
        let object = |index| Object::new(71, [0, 0, 17, 0, monitor, 255], index);
        [(object(4), volts), (object(6), DURATION_S)]
    })
}

/// A limit of the average voltage that was left or has been reached again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The average is above its upper threshold.
    Over,
    /// It is so no longer.
    NoLongerOver,
}

impl Esme {
    fn use_cases(&self) -> &'static UseCases {
        if self.variant == Variant::Polyphase { &POLYPHASE } else { &SINGLE_PHASE }
    }

    /// The phases that it measures.
    #[must_use]
    pub fn phases(&self) -> &'static [u8] {
        if self.variant == Variant::Polyphase { &PHASES } else { &PHASES[..1] }
    }

    /// The average voltage of the period that ends at `end`: 225 to 245 V. The other phases differ
    /// from the first by a volt or two.
    fn voltage(&self, end: u32) -> u32 {
        let [a, ..] = digest(0, &[&self.device.id().0, &end.to_be_bytes()]);
        225 + u32::from(a) % 21
    }

    /// The entries of the voltage log from `from` to `to`, both included, as the device's clock has
    /// it: on the grid of its period, counted from midnight UTC. A period that an outage touches has
    /// no entry, and averaging resumes on the next hour or half hour.
    #[must_use]
    pub fn voltage_log(&self, from: u32, to: u32) -> Vec<(u32, u32)> {
        let period = self.period.max(1);
        let first = from.div_ceil(period) * period;
        let interrupted = |end: u32| {
            self.outage.is_some_and(|(off, on)| {
                let resumed = on.div_ceil(1800) * 1800;
                end > off && end < resumed + period
            })
        };
        (first..=to)
            .step_by(period as usize)
            .filter(|end| !interrupted(*end))
            .map(|end| (end, self.voltage(end)))
            .collect()
    }

    /// ECS29c or ECS29d: sets period and thresholds of all phases without resetting the counters.
    pub fn set_voltage(
        &mut self,
        world: &World,
        from: &Party,
        time: Time,
        period: u32,
    ) -> Exchange {
        let number = Data::DoubleLongUnsigned;
        let mut requests = Vec::new();
        for phase in self.phases() {
            for (kind, volts) in [(UNDER_THRESHOLD, UNDER_V), (OVER_THRESHOLD, OVER_V)] {
                let object = Object::new(1, threshold(*phase, kind), 2);
                requests.push(Request::set(object, number(volts)));
            }
        }
        for phase in self.phases() {
            requests.push(Request::set(Object::new(7, log(*phase), 4), number(period)));
        }
        for (object, value) in monitors() {
            requests.push(Request::set(object, number(value)));
        }
        self.period = period;
        self.accepted(world, from, time, self.use_cases().set, &requests)
    }

    /// ECS26b or ECS26k: reads the thresholds that were set, of all phases.
    pub fn read_voltage_settings(&mut self, world: &World, from: &Party, time: Time) -> Exchange {
        let mut settings: Vec<_> = monitors().collect();
        for (phase, number) in self.phases().iter().zip(0..) {
            let mut thresholds = [(OVER_THRESHOLD, OVER_V), (UNDER_THRESHOLD, UNDER_V)];
            // Of the first phase the upper one comes first, of the others the lower one.
            if number > 0 {
                thresholds.reverse();
            }
            settings.extend(
                thresholds.map(|(kind, volts)| (Object::new(1, threshold(*phase, kind), 2), volts)),
            );
        }
        let requests: Vec<_> = settings.iter().map(|(object, _)| Request::get(*object)).collect();
        let answers =
            settings.into_iter().map(|(_, value)| Data::DoubleLongUnsigned(value)).collect();
        self.answered(world, from, time, self.use_cases().read_settings, &requests, answers)
    }

    /// ECS29e or ECS29f: resets the voltage counters of all phases.
    pub fn reset_voltage_counters(&mut self, world: &World, from: &Party, time: Time) -> Exchange {
        let counters = |phase: &u8| {
            [UNDER_COUNTER, OVER_COUNTER]
                .map(|kind| Object::new(3, counter(*phase, kind), 1))
                .map(|object| Request::action(object, Data::Integer(0)))
        };
        let requests: Vec<Request> = self.phases().iter().flat_map(counters).collect();
        let exchange = self.accepted(world, from, time, self.use_cases().reset, &requests);
        self.reset = self.device.clock(exchange.answered);
        exchange
    }

    /// ECS23 or ECS23b: reads counters, log and period of all phases. The range is in the device's
    /// seconds since 2000, both ends included.
    pub fn read_voltage(
        &mut self,
        world: &World,
        from: &Party,
        time: Time,
        range: (u32, u32),
    ) -> Exchange {
        let entries = self.voltage_log(range.0, range.1);
        self.read_voltage_as(world, from, time, range, &entries)
    }

    /// The same, answered with these entries for the first phase; those of the others have the same
    /// times.
    pub fn read_voltage_as(
        &mut self,
        world: &World,
        from: &Party,
        time: Time,
        range: (u32, u32),
        entries: &[(u32, u32)],
    ) -> Exchange {
        let of_phase = |more| move |&(end, volts): &(u32, u32)| (end, volts + more);
        let entries: [Vec<_>; PHASES.len()] =
            [0, 1, 2].map(|more| entries.iter().map(of_phase(more)).collect());
        self.read_phases_as(world, from, time, range, &entries)
    }

    /// The same, answered with these entries for each phase.
    pub fn read_phases_as(
        &mut self,
        world: &World,
        from: &Party,
        time: Time,
        range: (u32, u32),
        entries: &[Vec<(u32, u32)>; PHASES.len()],
    ) -> Exchange {
        let (mut requests, mut answers) = (Vec::new(), Vec::new());
        let count = (self.device.clock(time).saturating_sub(self.reset)) / 86_400 % 100_000;
        for ((phase, entries), more) in self.phases().iter().zip(entries).zip(0..) {
            for (kind, count) in [(UNDER_COUNTER, count), (OVER_COUNTER, count * 2)] {
                let object = |index| Object::new(3, counter(*phase, kind), index);
                requests.extend([Request::get(object(2)), Request::get(object(3))]);
                answers.push(Data::DoubleLongUnsigned(count + more));
                answers.push(Data::Structure(vec![Data::Integer(0), Data::Enum(255)]));
            }
            requests.push(Request::get_with_selection(
                Object::new(7, log(*phase), 2),
                1,
                dlms::time_range(range.0, range.1),
            ));
            requests.push(Request::get(Object::new(7, log(*phase), 4)));
            let mut buffer = Vec::with_capacity(entries.len() * 8);
            for (end, volts) in entries {
                buffer.extend(end.to_be_bytes());
                buffer.extend(volts.to_be_bytes());
            }
            let pair = Description::Structure(vec![Description::Plain(6), Description::Plain(6)]);
            answers.push(Data::CompactArray(pair, buffer));
            answers.push(Data::DoubleLongUnsigned(self.period));
        }
        self.answered(world, from, time, self.use_cases().read, &requests, answers)
    }

    /// The code of the alert that the average voltage left or reached a limit. A polyphase meter
    /// says that of its second phase.
    #[must_use]
    pub fn edge_code(&self, edge: Edge) -> u16 {
        let code = match edge {
            Edge::Over => 0x8002,
            Edge::NoLongerOver => 0x8085,
        };
        // The codes of the phases follow that of a meter of one.
        code + if self.variant == Variant::Polyphase { 2 } else { 0 }
    }

    /// The alert that the average voltage left or reached a limit.
    pub fn voltage_alert(&mut self, to: &Party, time: Time, edge: Edge) -> Draft {
        self.alert(to, time, self.edge_code(edge))
    }
}

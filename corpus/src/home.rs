//! A home: a hub, an electricity meter and a gas meter, and what happens to them day by day.

use gbcs_parser::record::Time;

use crate::devices::esme::Variant;
use crate::devices::gsme::{CONFIGURABLE, Registers};
use crate::devices::hub::Joining;
use crate::devices::voltage::Edge;
use crate::devices::{Esme, Gsme, Hub};
use crate::party::{DeviceKind, Party};
use crate::scene::Scene;
use crate::world::{DAY, HOUR, MINUTE, SECOND, World, after};

/// Joining window that suppliers ask for, in seconds.
pub const JOINING_WINDOW: u16 = 3600;

/// What is done in a home on a day, at an hour of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    ReadVoltage,
    Introduce,
    ReadDeviceLogs,
    ReadElectricity,
    ReadTimeOfUse,
    ReadGas,
    ReadMaximumDemand,
    SetMaximumDemand,
    ResetVoltageCounters,
    Configure,
    ReadGasBlocks,
    ReadGasTimeOfUse,
    VoltageAlerts,
    GasAlert,
    Outage,
}

/// The tasks of a day in their order, with the half hours of the day at which they begin.
fn tasks(day: u32) -> Vec<(i64, Task)> {
    let mut tasks = Vec::new();
    if day == 0 {
        return vec![(2, Task::Introduce), (12, Task::Configure), (46, Task::ReadVoltage)];
    }
    tasks.push((1, Task::ReadVoltage));
    match day % 7 {
        1 => tasks.push((4, Task::ReadDeviceLogs)),
        2 => tasks.extend([(4, Task::ReadMaximumDemand), (5, Task::ReadTimeOfUse)]),
        3 => tasks.push((4, Task::SetMaximumDemand)),
        _ => {}
    }
    if day % 30 == 5 {
        tasks.push((5, Task::ResetVoltageCounters));
    }
    tasks.push((6, Task::ReadElectricity));
    tasks.push((8, Task::ReadGas));
    match day % 7 {
        4 => tasks.push((20, Task::VoltageAlerts)),
        5 => tasks.push((20, Task::ReadGasBlocks)),
        6 => tasks.push((20, Task::ReadGasTimeOfUse)),
        0 => tasks.push((20, Task::GasAlert)),
        _ => {}
    }
    if day % 14 == 9 {
        tasks.push((30, Task::Outage));
    }
    tasks
}

/// A home. Devices that it does not have are `None`.
pub struct Home {
    esme: Esme,
    gsme: Option<Gsme>,
    hub: Option<Hub>,
    begin: Time,
    days: u32,
    day: u32,
    tasks: Vec<(i64, Task)>,
    done: usize,
    /// Up to which of the meter's seconds the voltage log was read.
    read_up_to: u32,
}

impl Home {
    /// Home `number` with one to three devices, from a midnight on, for so many days.
    #[must_use]
    pub fn new(world: &World, number: u32, devices: u32, midnight: Time, days: u32) -> Self {
        let mut esme = Esme::of_variant(world, number, Variant::of_home(world.seed, number));
        // So that not all homes are asked in the same millisecond.
        let begin = after(midnight, esme.device.random.between(0, 20 * MINUTE));
        Self {
            read_up_to: esme.device.clock(begin),
            esme,
            gsme: (devices > 1).then(|| Gsme::new(world, number)),
            hub: (devices > 2).then(|| Hub::new(world, number)),
            begin,
            days,
            day: 0,
            tasks: tasks(0),
            done: 0,
        }
    }

    /// Its devices.
    #[must_use]
    pub fn parties(&self) -> Vec<&Party> {
        let gsme = self.gsme.as_ref().map(|gsme| &gsme.device.party);
        let hub = self.hub.as_ref().map(|hub| &hub.device.party);
        [Some(&self.esme.device.party), gsme, hub].into_iter().flatten().collect()
    }

    /// When something is done next; `None` at the end.
    #[must_use]
    pub fn next(&self) -> Option<Time> {
        let (half_hour, _) = self.tasks.get(self.done)?;
        Some(after(self.begin, i64::from(self.day) * DAY + half_hour * 30 * MINUTE))
    }

    /// Does what is next. Nothing that it plans is earlier than that.
    pub fn act(&mut self, world: &World, scene: &mut Scene) {
        let (Some(time), Some((_, task))) = (self.next(), self.tasks.get(self.done).copied())
        else {
            return;
        };
        self.done += 1;
        if self.done == self.tasks.len() && self.day + 1 < self.days {
            self.day += 1;
            self.tasks = tasks(self.day);
            self.done = 0;
        }
        match task {
            Task::Introduce => self.introduce(world, time, scene),
            Task::Configure => self.configure(world, time, scene),
            Task::ReadVoltage => {
                let now = self.esme.device.clock(time);
                let range = (self.read_up_to + 1, now);
                self.read_up_to = now;
                scene.exchange(self.esme.read_voltage(world, &world.operator, time, range));
            }
            Task::ReadElectricity => {
                scene.exchange(self.esme.read_registers(world, &world.supplier, time));
            }
            Task::ReadTimeOfUse => {
                scene.exchange(self.esme.read_time_of_use(world, &world.supplier, time));
            }
            Task::ReadMaximumDemand => {
                scene.exchange(self.esme.read_maximum_demand(world, &world.operator, time));
            }
            Task::SetMaximumDemand => {
                let hour = 15 + (self.day % 4) as u8;
                let schedule = crate::devices::esme::demand_schedule(hour, hour + 4);
                let operator = &world.operator;
                scene.exchange(self.esme.set_maximum_demand(world, operator, time, schedule));
                let later = after(time, 5 * MINUTE);
                scene.exchange(self.esme.reset_maximum_demand(world, operator, later));
            }
            Task::ResetVoltageCounters => {
                scene.exchange(self.esme.reset_voltage_counters(world, &world.operator, time));
            }
            Task::VoltageAlerts => {
                for (minutes, edge) in [(0, Edge::Over), (30, Edge::NoLongerOver)] {
                    let time = after(time, minutes * MINUTE);
                    let alert = self.esme.voltage_alert(&world.operator, time, edge);
                    scene.from_device(after(time, 5 * SECOND), self.esme.device.id(), &alert);
                }
            }
            Task::Outage => self.outage(world, time, scene),
            Task::ReadGas => self.read_gas(world, time, scene, Registers::Consumption),
            Task::ReadGasBlocks => self.read_gas(world, time, scene, Registers::Blocks),
            Task::ReadGasTimeOfUse => self.read_gas(world, time, scene, Registers::TimeOfUse),
            Task::GasAlert => {
                if let Some(gsme) = &mut self.gsme {
                    let alert = gsme.alert(&world.supplier, time, 0x81A1);
                    scene.from_device(after(time, 5 * SECOND), gsme.device.id(), &alert);
                }
            }
            Task::ReadDeviceLogs => {
                if let Some(hub) = &mut self.hub {
                    scene.exchange(hub.read_logs(world, &world.supplier, time));
                }
            }
        }
    }

    fn read_gas(&mut self, world: &World, time: Time, scene: &mut Scene, registers: Registers) {
        if let Some(gsme) = &mut self.gsme {
            scene.exchange(gsme.read_registers(world, time, registers));
        }
    }

    /// What the devices are, and the joining of both meters.
    fn introduce(&mut self, world: &World, time: Time, scene: &mut Scene) {
        self.esme.device.introduce(world, time, scene);
        if let Some(gsme) = &self.gsme {
            gsme.device.introduce(world, time, scene);
        }
        let Some(hub) = &mut self.hub else { return };
        hub.device.introduce(world, time, scene);
        let meters = [
            (0, Some(self.esme.device.id()), DeviceKind::Esme),
            (2 * HOUR, self.gsme.as_ref().map(|gsme| gsme.device.id()), DeviceKind::Gsme),
        ];
        for (later, id, kind) in meters {
            let Some(id) = id else { continue };
            let joining = Joining::new(id, kind, JOINING_WINDOW);
            let time = after(time, MINUTE + later);
            join(world, hub, scene, time, &joining, 20 * MINUTE, Some("N24"));
        }
    }

    fn configure(&mut self, world: &World, time: Time, scene: &mut Scene) {
        scene.exchange(self.esme.set_clock(world, time));
        let minute = |n: i64| after(time, n * MINUTE);
        scene.exchange(self.esme.set_voltage(world, &world.operator, minute(2), 1800));
        if let Some(gsme) = &mut self.gsme {
            scene.exchange(gsme.read_behaviours(world, minute(4), 0x81FF, &CONFIGURABLE));
        }
    }

    /// Ten minutes without supply, and the alert after it.
    fn outage(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let id = self.esme.device.id();
        let restored = after(time, 10 * MINUTE);
        scene.stimulus(time, id, "power-off");
        scene.stimulus(restored, id, "power-on");
        let outage = (self.esme.device.clock(time), self.esme.device.clock(restored));
        self.esme.outage = Some(outage);
        let sent = after(restored, 40 * SECOND);
        let alert = self.esme.outage_alert(&world.operator, sent, outage);
        scene.from_device(after(sent, 5 * SECOND), id, &alert);
    }
}

/// Plans that a user has a device listed, that it joins so many milliseconds after the hub said
/// that it is listed, and what the user is told of it.
pub fn join(
    world: &World,
    hub: &mut Hub,
    scene: &mut Scene,
    time: Time,
    joining: &Joining,
    later: i64,
    outcome: Option<&str>,
) {
    let hub_id = hub.device.id();
    let exchange = hub.list(world, &world.supplier, time, joining);
    let listed = after(exchange.answered, SECOND);
    scene.exchange(exchange);
    let alert = hub.device_log_alert(world, listed);
    scene.from_device(after(listed, SECOND), hub_id, &alert);
    hub.join(joining.id);
    let joined = after(listed, later);
    let alert = hub.device_log_alert(world, joined);
    scene.from_device(after(joined, SECOND), hub_id, &alert);
    if let Some(code) = outcome {
        hub.outcome(scene, after(joined, 3 * SECOND), code, &world.supplier, time);
    }
}

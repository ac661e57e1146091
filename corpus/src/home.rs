//! A home: a hub, an electricity meter, a gas meter and a prepayment interface, and what happens to
//! them day by day.

mod calendar;
mod interface;
mod later;
mod meters;

use gbcs_parser::EntityId;
use gbcs_parser::record::Time;

use self::calendar::{Task, tasks};
use self::later::Noted;
use crate::devices::esme::Variant;
use crate::devices::hub::Joining;
use crate::devices::{Esme, Gsme, Hub, Ppmid};
use crate::duis;
use crate::party::{DeviceKind, Party};
use crate::scene::Scene;
use crate::world::{DAY, MINUTE, SECOND, World, after};

/// Joining window that suppliers ask for, in seconds.
pub const JOINING_WINDOW: u16 = 3600;

/// The devices of a home, in the order in which it gets them.
pub const DEVICES: [DeviceKind; 4] =
    [DeviceKind::Esme, DeviceKind::Gsme, DeviceKind::Hub, DeviceKind::Ppmid];

/// A home. Devices that it does not have are `None`.
pub struct Home {
    esme: Esme,
    gsme: Option<Gsme>,
    hub: Option<Hub>,
    ppmid: Option<Ppmid>,
    begin: Time,
    days: u32,
    day: u32,
    tasks: Vec<(i64, Task)>,
    done: usize,
    /// Up to which of the meter's seconds the voltage log was read.
    read_up_to: u32,
    /// What the meters have noted for later.
    noted: Noted,
    /// What both meters have in their event logs: the meter's seconds, and the event.
    events: Vec<(u32, u16)>,
}

impl Home {
    /// Home `number` with the first of [`DEVICES`], one to four, from a midnight on, for so many
    /// days.
    #[must_use]
    pub fn new(world: &World, number: u32, devices: u32, midnight: Time, days: u32) -> Self {
        let mut esme = Esme::of_variant(world, number, Variant::of_home(world.seed, number));
        esme.device.snapshot.as_manufactured = Some(true);
        let mut gsme = (devices > 1).then(|| Gsme::new(world, number));
        let ppmid = (devices > 3).then(|| Ppmid::new(world, number));
        if let (Some(gsme), Some(ppmid)) = (&mut gsme, &ppmid) {
            gsme.device.link(&ppmid.device.party);
        }
        // So that not all homes are asked in the same millisecond.
        let begin = after(midnight, esme.device.random.between(0, 20 * MINUTE));
        Self {
            read_up_to: esme.device.clock(begin),
            esme,
            gsme,
            hub: (devices > 2).then(|| Hub::new(world, number)),
            ppmid,
            begin,
            days,
            day: 0,
            tasks: tasks(0),
            done: 0,
            noted: Noted::default(),
            events: Vec::new(),
        }
    }

    /// Its devices, each with whether a check needs its private keys: those of a device that speaks
    /// to others of the home, as no organisation has a part in that.
    #[must_use]
    pub fn parties(&self) -> Vec<(&Party, bool)> {
        let gsme = self.gsme.as_ref().map(|gsme| (&gsme.device.party, false));
        let hub = self.hub.as_ref().map(|hub| (&hub.device.party, false));
        let ppmid = self.ppmid.as_ref().map(|ppmid| (&ppmid.device.party, true));
        [Some((&self.esme.device.party, false)), gsme, hub, ppmid].into_iter().flatten().collect()
    }

    /// When something is done next; `None` at the end.
    #[must_use]
    pub fn next(&self) -> Option<Time> {
        let (half_hour, _) = self.tasks.get(self.done)?;
        Some(self.at(self.day, *half_hour))
    }

    /// A half hour of a day.
    fn at(&self, day: u32, half_hour: i64) -> Time {
        after(self.begin, i64::from(day) * DAY + half_hour * 30 * MINUTE)
    }

    /// Does what is next. Nothing that it plans is earlier than that.
    pub fn act(&mut self, world: &World, scene: &mut Scene) {
        let (Some(time), Some((_, task))) = (self.next(), self.tasks.get(self.done).copied())
        else {
            return;
        };
        let day = self.day;
        self.done += 1;
        if self.done == self.tasks.len() && self.day + 1 < self.days {
            self.day += 1;
            self.tasks = tasks(self.day);
            self.done = 0;
        }
        self.act_at(task, world, time, scene, day);
    }

    /// What is done with the electricity meter, or with both.
    fn act_at(&mut self, task: Task, world: &World, time: Time, scene: &mut Scene, day: u32) {
        match task {
            Task::Introduce => self.introduce(world, time, scene),
            Task::Configure => self.configure(world, time, scene),
            Task::JoinInterface => self.join_interface(world, time, scene),
            Task::ReadVoltage => self.read_voltage(world, time, scene, day),
            Task::ReadElectricity => {
                scene.exchange(self.esme.read_registers(world, &world.supplier, time));
            }
            Task::ReadTimeOfUse => {
                scene.exchange(self.esme.read_time_of_use(world, &world.supplier, time));
            }
            Task::ReadVoltageSettings => {
                scene.exchange(self.esme.read_voltage_settings(world, &world.operator, time));
            }
            Task::ReadMaximumDemand => {
                scene.exchange(self.esme.read_maximum_demand(world, &world.operator, time));
            }
            Task::ReadProfiles => self.read_profiles(world, time, scene),
            Task::ReadEvents => self.read_events(world, time, scene),
            Task::ReadForUnknown => {
                let (unknown, device) = (&world.other_supplier, &mut self.esme.device);
                device.link(unknown);
                scene.exchange(self.esme.read_for_unknown(world, time, unknown, unknown));
            }
            Task::SetMaximumDemand => self.set_maximum_demand(world, time, scene, day),
            Task::SetController => self.set_controller(world, time, scene),
            Task::ResetVoltageCounters => {
                let operator = &world.operator;
                let exchange = self.esme.reset_voltage_counters(world, operator, time);
                let service = ("6.27", duis::DUIS_VERSION);
                duis::response(scene, operator.id, &exchange, service, |body| body);
            }
            Task::AskUnsupported => self.ask_unsupported(world, time, scene),
            Task::VoltageAlerts => self.voltage_alerts(world, time, scene),
            Task::Outage => self.outage(world, time, scene),
            Task::TopUp => self.top_up(world, time, scene),
            Task::SetLimits => self.set_limits(world, time, scene, day),
            Task::WithdrawLimits => self.withdraw_limits(world, time, scene),
            Task::LimitsDue => self.limits_due(world, time, scene),
            Task::SetPrepayment => self.set_prepayment(world, time, scene, day),
            Task::PrepaymentDue => self.prepayment_due(world, time, scene),
            Task::ReceiveFirmware => self.receive_firmware(world, time, scene, day),
            Task::FirmwareDue => self.firmware_due(world, time, scene),
            Task::ReadFirmware => {
                let version = self.noted.firmware_version;
                scene.exchange(self.esme.read_firmware(world, time, version));
            }
            task => self.act_with_others(task, world, time, scene),
        }
    }

    /// What is done with the devices that a home need not have.
    fn act_with_others(&mut self, task: Task, world: &World, time: Time, scene: &mut Scene) {
        use crate::devices::gsme::Registers;

        match task {
            Task::ReadGas => self.read_gas(world, time, scene, Registers::Consumption),
            Task::ReadGasBlocks => self.read_gas(world, time, scene, Registers::Blocks),
            Task::ReadGasTimeOfUse => self.read_gas(world, time, scene, Registers::TimeOfUse),
            Task::StartNetworkLog => {
                if let Some(gsme) = &mut self.gsme {
                    scene.exchange(gsme.start_network_log(world, time, 360, 41));
                }
            }
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
            Task::ListAgain => self.list_again(world, time, scene),
            Task::MirrorLogs => self.mirror_logs(time, scene),
            Task::TopUpAtHome => self.top_up_at_home(world, time, scene),
            Task::ReadInterface => self.read_interface(world, time, scene),
            Task::UpdateInterface => self.update_interface(world, time, scene),
            Task::LeaveAndReturn => self.leave_and_return(world, time, scene),
            _ => {}
        }
    }

    /// What the devices are, and the joining of all to the hub.
    fn introduce(&mut self, world: &World, time: Time, scene: &mut Scene) {
        duis::coverage(scene, world, time, "true");
        self.esme.device.introduce(world, time, scene);
        let gsme = self.gsme.as_ref().map(|gsme| &gsme.device);
        let ppmid = self.ppmid.as_ref().map(|ppmid| &ppmid.device);
        for device in [gsme, ppmid].into_iter().flatten() {
            device.introduce(world, time, scene);
        }
        let Some(hub) = &mut self.hub else { return };
        hub.device.introduce(world, time, scene);
        let others = [Some(&self.esme.device), gsme, ppmid].into_iter().flatten();
        for (device, number) in others.zip(0..) {
            let joining = Joining::new(device.id(), device.kind, JOINING_WINDOW);
            let time = after(time, MINUTE + number * 90 * MINUTE);
            join(world, hub, scene, time, &joining, 20 * MINUTE, Some("N24"));
        }
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

/// Plans that a user has a device taken off a hub's log, and is told that it was.
pub fn remove(world: &World, hub: &mut Hub, scene: &mut Scene, time: Time, device: EntityId) {
    let exchange = hub.remove(world, &world.supplier, time, device);
    let removed = after(exchange.answered, SECOND);
    scene.exchange(exchange);
    let alert = hub.device_log_alert(world, removed);
    scene.from_device(after(removed, SECOND), hub.device.id(), &alert);
    hub.outcome(scene, after(removed, 3 * SECOND), "N24", &world.supplier, time);
}

//! What is done with the meters of a home.

use gbcs_parser::record::{Direction, Duis, Time};

use super::Home;
use crate::devices::esme::{Variant, demand_schedule};
use crate::devices::gsme::{CONFIGURABLE, Registers};
use crate::devices::logs::{EventLog, NOT_FOUND};
use crate::devices::prepayment::number;
use crate::devices::voltage::Edge;
use crate::duis;
use crate::scene::Scene;
use crate::world::{MINUTE, SECOND, World, after};

/// Events of these logs: the clock was adjusted, a user interface command was done.
const CLOCK_ADJUSTED: u16 = 0x8145;
const DONE: u16 = 0x8161;

/// Entries that an event log holds.
const EVENT_LOG: usize = 100;

const WEEK_S: u32 = 7 * 86_400;
const HALF_HOUR_S: u32 = 1800;

/// The service of setting a clock, and its variant for commissioning.
const SET_CLOCK: (&str, &str) = ("8.1", "8.1.1");
/// The service of reading voltage, which the DCC may ask for by a schedule.
const READ_VOLTAGE: &str = "4.10";

/// Pence of a top up.
const PENCE: u16 = 1000;

impl Home {
    /// The clock, the voltage, which alerts are sent, and the randomised offset.
    pub(super) fn configure(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let minute = |n: i64| after(time, n * MINUTE);
        // The DCC makes a pre-command, and the supplier's request with it goes a second before the
        // command.
        let exchange = self.esme.set_clock(world, after(time, 3 * SECOND));
        let (id, pre_command) = (self.esme.device.id(), exchange.command.pre_command());
        scene.message_over("DUIS", time, id, Direction::FromDcc, pre_command);
        duis::signed_request(scene, world, &exchange, SET_CLOCK, &world.request_signer);
        self.note_event(exchange.answered, CLOCK_ADJUSTED);
        scene.exchange_expecting(exchange, "ECS70");
        scene.exchange(self.esme.set_voltage(world, &world.operator, minute(2), 1800));
        let (supplier, on) = (&world.supplier, [0xFF; 64]);
        scene.exchange(self.esme.set_alert_behaviours(world, supplier, minute(3), &on));
        scene.exchange(self.esme.set_offset_limit(world, minute(5), 900));
        for edge in [Edge::Over, Edge::NoLongerOver] {
            scene.alert_behaviour(minute(6), id, self.esme.edge_code(edge), true);
        }
        if let Some(gsme) = &mut self.gsme {
            scene.exchange(gsme.read_behaviours(world, minute(4), 0x81FF, &CONFIGURABLE));
            scene.alert_behaviour(minute(6), gsme.device.id(), 0x81A1, true);
        }
    }

    /// Notes an event in the logs of both meters, in the place of the oldest where they are full.
    fn note_event(&mut self, time: Time, event: u16) {
        if self.events.len() >= EVENT_LOG {
            self.events.remove(0);
        }
        self.events.push((self.esme.device.clock(time), event));
    }

    /// The voltage since the last reading; every fourth comes by a schedule of the DCC.
    pub(super) fn read_voltage(&mut self, world: &World, time: Time, scene: &mut Scene, day: u32) {
        let now = self.esme.device.clock(time);
        let range = (self.read_up_to + 1, now);
        self.read_up_to = now;
        let exchange = self.esme.read_voltage(world, &world.operator, time, range);
        if day % 4 == 2 {
            duis::scheduled(scene, world.operator.id, &exchange, READ_VOLTAGE);
        } else {
            scene.exchange(exchange);
        }
    }

    pub(super) fn set_maximum_demand(
        &mut self,
        world: &World,
        time: Time,
        scene: &mut Scene,
        day: u32,
    ) {
        let hour = 15 + (day % 4) as u8;
        let schedule = demand_schedule(hour, hour + 4);
        let operator = &world.operator;
        scene.exchange(self.esme.set_maximum_demand(world, operator, time, schedule));
        let later = after(time, 5 * MINUTE);
        scene.exchange(self.esme.reset_maximum_demand(world, operator, later));
    }

    /// An auxiliary controller for an hour, where the version has it.
    pub(super) fn set_controller(&mut self, world: &World, time: Time, scene: &mut Scene) {
        if world.is_at_least(4, 0) {
            let start = self.esme.device.clock(time) + 3600;
            let period = (start, start + 3600);
            scene.exchange(self.esme.set_controller(world, time, [2, 2], period));
        }
    }

    /// The half-hourly reactive and active import of a day, and the daily reads of gas.
    pub(super) fn read_profiles(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let now = self.esme.device.clock(time) / HALF_HOUR_S * HALF_HOUR_S;
        let entries: Vec<_> =
            (0..48).rev().map(|n| (now - n * HALF_HOUR_S, 100 + n * 7 % 50)).collect();
        let range = (now - 47 * HALF_HOUR_S, now);
        scene.exchange(self.esme.read_reactive_import(world, time, range, &entries));
        let (supplier, later) = (&world.supplier, after(time, 3 * MINUTE));
        scene.exchange(self.esme.read_active_import(world, supplier, later, range));
        if let Some(gsme) = &mut self.gsme {
            let now = gsme.device.clock(time);
            let range = (now - 31 * 86_400, now);
            scene.exchange(gsme.read_daily_reads(world, after(time, MINUTE), |_| range));
        }
    }

    /// The event logs of both meters, and the gas meter's security log, which is empty.
    pub(super) fn read_events(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let now = self.esme.device.clock(time);
        let since = now - WEEK_S;
        let entries: Vec<_> = self.events.iter().filter(|(at, _)| *at >= since).copied().collect();
        scene.exchange(self.esme.read_events(world, time, (since, now), &entries));
        let Some(gsme) = &mut self.gsme else { return };
        let now = gsme.device.clock(time);
        let published = match &entries[..] {
            [] => EventLog::refused(NOT_FOUND),
            entries => EventLog::Event.published(entries),
        };
        for (log, answer, minutes) in
            [(EventLog::Event, published, 2), (EventLog::Security, EventLog::refused(NOT_FOUND), 4)]
        {
            let time = after(time, minutes * MINUTE);
            scene.exchange(gsme.read_event_log(world, time, log, (since - 60, now), answer));
        }
    }

    pub(super) fn read_gas(
        &mut self,
        world: &World,
        time: Time,
        scene: &mut Scene,
        registers: Registers,
    ) {
        if let Some(gsme) = &mut self.gsme {
            scene.exchange(gsme.read_registers(world, time, registers));
        }
    }

    /// A meter of one phase is asked what is for those of three, and says that it does not know it.
    pub(super) fn ask_unsupported(&mut self, world: &World, time: Time, scene: &mut Scene) {
        if self.esme.variant == Variant::Polyphase {
            return;
        }
        let mut other = self.esme.clone();
        other.become_variant(Variant::Polyphase);
        let asked = other.reset_voltage_counters(world, &world.operator, time);
        let id = self.esme.device.id();
        scene.command(asked.asked, id, &asked.command);
        let message = &asked.command.message;
        let (code, counter) = (message.other_information.message_code, message.counter);
        let told = after(time, 4 * SECOND);
        let alert = self.esme.unsupported(&world.operator, told, code, counter);
        scene.from_device(after(told, SECOND), id, &alert);
    }

    /// The voltage goes over a limit and comes back; the user sees it in an envelope of DUIS.
    pub(super) fn voltage_alerts(&mut self, world: &World, time: Time, scene: &mut Scene) {
        for (minutes, edge) in [(0, Edge::Over), (25, Edge::NoLongerOver)] {
            let time = after(time, minutes * MINUTE);
            let alert = self.esme.voltage_alert(&world.operator, time, edge);
            let code = format!("{:04X}", self.esme.edge_code(edge));
            let envelope = Duis { alert_code: Some(code), ..Duis::default() };
            let (sent, id) = (after(time, 5 * SECOND), self.esme.device.id());
            duis::enveloped(scene, sent, id, &alert, envelope);
        }
    }

    /// Ten minutes without supply, and the alert after it.
    pub(super) fn outage(&mut self, world: &World, time: Time, scene: &mut Scene) {
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

    /// Both meters take a top up from the supplier.
    pub(super) fn top_up(&mut self, world: &World, time: Time, scene: &mut Scene) {
        let digits = number(world, &self.esme.device, time, PENCE);
        scene.exchange(self.esme.top_up(world, time, &digits, true));
        self.note_event(time, DONE);
        if let Some(gsme) = &mut self.gsme {
            let time = after(time, MINUTE);
            let digits = number(world, &gsme.device, time, PENCE);
            scene.exchange(gsme.top_up(world, time, &digits, true));
        }
    }

    /// The hub reads the gas meter's logs to mirror them, seen in the home network.
    pub(super) fn mirror_logs(&mut self, time: Time, scene: &mut Scene) {
        let (Some(gsme), Some(hub)) = (&self.gsme, &self.hub) else { return };
        let (hub, meter, now) = (hub.device.id(), gsme.device.id(), gsme.device.clock(time));
        let entries = [(now - 7200, CLOCK_ADJUSTED), (now - 3600, DONE)];
        for (log, seconds) in [(EventLog::Event, 0), (EventLog::Security, 2)] {
            let asked = after(time, seconds * SECOND);
            scene.frame(asked, hub, meter, &log.read((now - WEEK_S, now)));
            scene.frame(after(asked, SECOND), meter, hub, &log.published(&entries));
        }
    }
}

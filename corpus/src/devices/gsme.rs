//! A gas meter: its registers, and how it behaves when something happens.

use gbcs_parser::encode::gbz::{self, Component, Sealed};
use gbcs_parser::record::Time;

use crate::party::{DeviceKind, Party};
use crate::protect::Draft;
use crate::scene::Exchange;
use crate::world::{Device, World, counter, seconds_2000};

/// Metering and device management clusters.
const METERING: u16 = 0x0702;
const DEVICE_MANAGEMENT: u16 = 0x0708;
/// ZCL command of the metering cluster.
const CHANGE_SUPPLY: u8 = 0x0B;
/// ZCL status of what was not done.
const FAILURE: u8 = 0x01;

/// The events and alerts of a gas meter whose behaviour its supplier may set.
pub const CONFIGURABLE: [u16; 44] = [
    0x810D, 0x810E, 0x8119, 0x8145, 0x8154, 0x8155, 0x8161, 0x8162, 0x8168, 0x8183, 0x8184, 0x81A0,
    0x81A1, 0x81A4, 0x81A5, 0x81A6, 0x81A7, 0x81A8, 0x81A9, 0x81AA, 0x81AB, 0x81AC, 0x81AD, 0x81AE,
    0x81AF, 0x81B0, 0x81B1, 0x81B2, 0x81B3, 0x81B4, 0x81B5, 0x81B6, 0x81B9, 0x81BA, 0x81BC, 0x81BD,
    0x81BE, 0x81BF, 0x81C0, 0x81C2, 0x81C3, 0x81C4, 0x81C5, 0x81C6,
];

/// Which registers are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registers {
    /// GCS13a: consumption.
    Consumption,
    /// GCS13b: block counters.
    Blocks,
    /// GCS13c: time of use.
    TimeOfUse,
}

impl Registers {
    fn code(self) -> u16 {
        match self {
            Self::Consumption => 0x0074,
            Self::Blocks => 0x00B8,
            Self::TimeOfUse => 0x00B6,
        }
    }

    /// Attributes in the order of the use case.
    fn attributes(self) -> &'static [u16] {
        match self {
            Self::Consumption => &[0x0302, 0x0301, 0x0300, 0x0000],
            Self::Blocks => &[0x0700, 0x0701, 0x0702, 0x0703, 0x0302, 0x0301, 0x0300],
            Self::TimeOfUse => &[0x0302, 0x0301, 0x0300, 0x0100, 0x0102, 0x0104, 0x0106],
        }
    }
}

/// A gas meter.
#[derive(Clone)]
pub struct Gsme {
    /// What it has in common with other devices.
    pub device: Device,
}

impl Gsme {
    /// Meter `number`.
    #[must_use]
    pub fn new(world: &World, number: u32) -> Self {
        Self::of(Device::new(world, DeviceKind::Gsme, number))
    }

    /// A meter that is this device.
    #[must_use]
    pub fn of(device: Device) -> Self {
        Self { device }
    }

    /// GCS13a, b or c: reads registers, which come encrypted for the supplier.
    pub fn read_registers(&mut self, world: &World, time: Time, registers: Registers) -> Exchange {
        let mut payload = Vec::new();
        let mut plaintext = Vec::new();
        let hours = u64::from(self.device.clock(time) / 3600);
        for attribute in registers.attributes() {
            payload.extend(attribute.to_le_bytes());
            plaintext.extend(match attribute {
                0x0302 => gbz::attribute(0x0302, 0x22, 3, 1000),
                0x0301 => gbz::attribute(0x0301, 0x22, 3, 1),
                0x0300 => gbz::attribute(0x0300, 0x30, 1, 1),
                other => gbz::attribute(*other, 0x25, 6, hours * 3 + u64::from(other % 7)),
            });
        }
        let supplier = &world.supplier;
        let sealed = self.device.seal(supplier.id, counter(time), &plaintext);
        let answer =
            Component::new(METERING, 0x18, 0x01, Vec::new()).sealed(Sealed::new(0, sealed));
        let request = Component::new(METERING, 0x00, 0x00, payload);
        let mut exchange = self.exchange(world, time, registers.code(), request, answer);
        let now = self.device.date_time(exchange.answered);
        exchange.response.message.date_time = now.to_vec();
        exchange
    }

    /// GCS20r: reads how it behaves when an event of a group happens. It answers with these codes.
    pub fn read_behaviours(
        &mut self,
        world: &World,
        time: Time,
        group: u16,
        codes: &[u16],
    ) -> Exchange {
        let mut report = vec![0x00, 0x01];
        for code in codes {
            report.extend(code.to_le_bytes());
            report.push(if *code == 0x810D { 0x18 } else { 0x10 });
        }
        let request = Component::new(DEVICE_MANAGEMENT, 0x09, 0x05, group.to_le_bytes().to_vec());
        let answer = Component::new(DEVICE_MANAGEMENT, 0x01, 0x04, report);
        self.exchange(world, time, 0x00F1, request, answer)
    }

    /// GCS31 for the network operator: starts the log of the network's demand.
    pub fn start_network_log(
        &mut self,
        world: &World,
        time: Time,
        interval: u16,
        samples: u16,
    ) -> Exchange {
        let mut payload = self.device.clock(time).to_le_bytes().to_vec();
        // At once; consumption delivered.
        payload.extend([0; 5]);
        payload.extend(interval.to_le_bytes());
        payload.extend(samples.to_le_bytes());
        let request = Component::new(METERING, 0x01, 0x07, payload);
        let answer = Component::new(METERING, 0x09, 0x0D, vec![0x02, 0x00]);
        let content = gbz::components(&gbz::numbered(vec![request]));
        let mut command = self.device.command(world, &world.broker, time, 0x0080, content);
        command.message =
            command.message.on_behalf_of(world.operator.id, counter(time).saturating_sub(500));
        let answer = gbz::components(&gbz::numbered(vec![answer]));
        self.device.exchange(time, command, answer)
    }

    /// GCS32: cuts the supply at a time in the meter's seconds, 0 for now; signed by the supplier.
    /// The meter cuts it now, and refuses any other time.
    pub fn cut_supply(&mut self, world: &World, time: Time, when: u32) -> Exchange {
        let issued = [0, seconds_2000(time)].map(u32::to_le_bytes).concat();
        // Requested now; to be off, and acknowledged.
        let request = [&issued[..], &[0; 4], &when.to_le_bytes(), &[0x00, 0x01]].concat();
        let request = Component::new(METERING, 0x01, CHANGE_SUPPLY, request);
        let answer = match when {
            // The supply is off from now on.
            0 => Component::new(METERING, 0x09, 0x0C, [&issued[..], &[0; 4], &[0x00]].concat()),
            _ => gbz::default_response(METERING, CHANGE_SUPPLY, FAILURE, false),
        };
        let mut exchange = self.exchange(world, time, 0x0081, request, answer);
        exchange.command = exchange.command.signed(&world.supplier);
        exchange.response =
            self.device.response(&exchange.command, exchange.response.message.content);
        exchange
    }

    /// A generic alert that is not critical.
    pub fn alert(&mut self, to: &Party, time: Time, alert_code: u16) -> Draft {
        let seconds = self.device.clock(time);
        self.device.alert(to, 0x1001, false, |_| gbz::alert(0, alert_code, seconds, &[]))
    }

    /// A generic alert that is critical.
    pub fn critical_alert(&mut self, to: &Party, time: Time, alert_code: u16) -> Draft {
        let seconds = self.device.clock(time);
        self.device.alert(to, 0x1000, true, |_| gbz::alert(0, alert_code, seconds, &[]))
    }

    /// A command of one component from the supplier, and its response of another.
    pub fn exchange(
        &mut self,
        world: &World,
        time: Time,
        code: u16,
        request: Component,
        answer: Component,
    ) -> Exchange {
        let content = gbz::components(&gbz::numbered(vec![request]));
        let command = self.device.command(world, &world.supplier, time, code, content);
        let answer = gbz::components(&gbz::numbered(vec![answer]));
        self.device.exchange(time, command, answer)
    }
}

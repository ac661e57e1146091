//! A Communications Hub: the devices of its home network.

use gbcs_parser::EntityId;
use gbcs_parser::encode::date_time;
use gbcs_parser::encode::dlms::{self, Answer, Data, Object, Request};
use gbcs_parser::record::{Body, DccAlert, RequestId, Time};

use crate::party::{DeviceKind, Party};
use crate::protect::Draft;
use crate::random::digest;
use crate::scene::{Exchange, Planned, Scene};
use crate::world::{Device, World, counter};

/// The device log and the historic log of removed devices.
const DEVICE_LOG: [u8; 6] = [0, 0, 30, 3, 0, 255];
const HISTORIC_LOG: [u8; 6] = [0, 0, 30, 3, 1, 255];

/// A device of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The device.
    pub id: EntityId,
    /// Hash of its link key: empty until it has joined.
    pub hash: Vec<u8>,
}

/// A Communications Hub.
#[derive(Clone)]
pub struct Hub {
    /// What it has in common with other devices.
    pub device: Device,
    /// The device log.
    pub listed: Vec<Listed>,
    /// The historic log.
    pub removed: Vec<Listed>,
}

/// What CCS01 says of a device: the number that stands for its type.
#[must_use]
pub fn joining_type(kind: DeviceKind) -> u8 {
    match kind {
        DeviceKind::Esme => 0,
        DeviceKind::Gsme => 1,
        DeviceKind::Hub => 254,
        DeviceKind::Ppmid => 132,
    }
}

/// The parameters of CCS01.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joining {
    /// The device.
    pub id: EntityId,
    /// Type of key: 1 is an install code.
    pub key_type: u8,
    /// Install code, without its check sum.
    pub key: Vec<u8>,
    /// Type of device.
    pub device_type: u8,
    /// Joining window in seconds.
    pub timeout: u16,
}

impl Joining {
    /// A right one.
    #[must_use]
    pub fn new(id: EntityId, kind: DeviceKind, timeout: u16) -> Self {
        let key = digest(0, &[&id.0, b"install code"]).iter().copied().take(16).collect();
        Self { id, key_type: 1, key, device_type: joining_type(kind), timeout }
    }
}

impl Hub {
    /// Hub `number`.
    #[must_use]
    pub fn new(world: &World, number: u32) -> Self {
        Self::of(Device::new(world, DeviceKind::Hub, number))
    }

    /// A hub that is this device.
    #[must_use]
    pub fn of(device: Device) -> Self {
        Self { device, listed: Vec::new(), removed: Vec::new() }
    }

    /// CCS01 for a user: lists a device and opens the joining window.
    pub fn list(&mut self, world: &World, user: &Party, time: Time, joining: &Joining) -> Exchange {
        let requests = [
            Request::action(
                Object::new(104, DEVICE_LOG, 1),
                Data::Structure(vec![
                    Data::octets(joining.id.0),
                    Data::Enum(joining.key_type),
                    Data::octets(&joining.key),
                    Data::Enum(joining.device_type),
                ]),
            ),
            Request::set(Object::new(104, DEVICE_LOG, 3), Data::LongUnsigned(joining.timeout)),
            Request::set(Object::new(104, DEVICE_LOG, 2), Data::Boolean(true)),
        ];
        if self.listed.iter().all(|listed| listed.id != joining.id) {
            self.listed.push(Listed { id: joining.id, hash: Vec::new() });
        }
        let nothing = vec![Data::Null; requests.len()];
        self.asked(world, user, time, 0x0001, &requests, nothing)
    }

    /// CCS02 for a user: takes a device off the log.
    pub fn remove(&mut self, world: &World, user: &Party, time: Time, id: EntityId) -> Exchange {
        let request = Request::action(Object::new(104, DEVICE_LOG, 2), Data::octets(id.0));
        if let Some(place) = self.listed.iter().position(|listed| listed.id == id) {
            let listed = self.listed.remove(place);
            self.removed.retain(|removed| removed.id != id);
            self.removed.push(listed);
        }
        self.asked(world, user, time, 0x0002, &[request], vec![Data::Null])
    }

    /// CCS07 for a user: reads both logs.
    pub fn read_logs(&mut self, world: &World, user: &Party, time: Time) -> Exchange {
        let requests = [DEVICE_LOG, HISTORIC_LOG]
            .map(|obis| Request::action(Object::new(104, obis, 4), Data::Null));
        let answers = vec![self.log(time, &self.listed), self.log(time, &self.removed)];
        self.asked(world, user, time, 0x00FE, &requests, answers)
    }

    /// A device has joined: its link key has a hash from now on.
    pub fn join(&mut self, id: EntityId) {
        for listed in self.listed.iter_mut().filter(|listed| listed.id == id) {
            listed.hash = digest(0, &[&id.0, b"link key"]).iter().copied().take(16).collect();
        }
    }

    /// The alert 0x8F12 that follows every change of the device log.
    pub fn device_log_alert(&mut self, world: &World, time: Time) -> Draft {
        let stamp = self.device.date_time(time);
        let log = self.log(time, &self.listed);
        self.device.alert(&world.broker, 0x0018, false, |counter| {
            dlms::alert(dlms::invoke_id(counter), 0x8F12, stamp, vec![log])
        })
    }

    fn log(&self, time: Time, devices: &[Listed]) -> Data {
        let pan = digest(0, &[&self.device.id().0, b"extended PAN id"]);
        let devices = devices
            .iter()
            .map(|listed| {
                Data::Structure(vec![Data::octets(listed.id.0), Data::octets(&listed.hash)])
            })
            .collect();
        Data::Structure(vec![
            Data::octets(date_time(self.device.clock(time), 0xFF, 0xFF)),
            Data::octets(&pan[..8]),
            Data::Array(devices),
        ])
    }

    fn asked(
        &mut self,
        world: &World,
        user: &Party,
        time: Time,
        code: u16,
        requests: &[Request],
        data: Vec<Data>,
    ) -> Exchange {
        let invoke_id = dlms::invoke_id(counter(time));
        let content = dlms::access_request(invoke_id, requests);
        let mut command = self.device.command(world, &world.broker, time, code, content);
        command.message = command.message.on_behalf_of(user.id, user_counter(time));
        let answers: Vec<Answer> =
            requests.iter().zip(data).map(|(request, data)| Answer::to(request, data)).collect();
        self.device.exchange(time, command, dlms::access_response(invoke_id, &answers))
    }

    /// Plans the DCC Alert that tells a user what became of a joining or removal.
    pub fn outcome<'s>(
        &self,
        scene: &'s mut Scene,
        time: Time,
        code: &str,
        user: &Party,
        asked: Time,
    ) -> &'s mut Planned {
        let request = request_id(user, self.device.id(), asked);
        let alert = DccAlert {
            code: code.to_owned(),
            body_element: Some("UpdateHANDeviceLogResult".to_owned()),
            request_id: Some(request),
            ..DccAlert::default()
        };
        scene.add(time, Some(self.device.id()), Body::DccAlert(alert))
    }
}

/// The id of a user's request to a hub that led to what the broker asked at a time.
#[must_use]
pub fn request_id(user: &Party, hub: EntityId, asked: Time) -> RequestId {
    RequestId { originator: user.id, target: hub, counter: user_counter(asked) }
}

/// The counter of the user whose request led to a command of the broker: the time of the request,
/// half a second before.
fn user_counter(time: Time) -> u64 {
    counter(time) - 500
}

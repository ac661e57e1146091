//! How devices of a home join each other, and leave.

use gbcs_parser::EntityId;
use gbcs_parser::encode::der;
use gbcs_parser::record::Time;

use crate::party::DeviceKind;
use crate::scene::Exchange;
use crate::world::{Device, World};

/// What a device is to another that it joins by method A.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinRole {
    /// CS03A1: the meter begins.
    Initiator,
    /// CS03A2: the other responds.
    Responder,
}

impl Device {
    /// CS03A1 or CS03A2: joins another device by method A; signed by the supplier.
    pub fn join(
        &mut self,
        world: &World,
        time: Time,
        role: JoinRole,
        (other, kind): (EntityId, DeviceKind),
    ) -> Exchange {
        let (code, role) = match role {
            JoinRole::Initiator => (0x000D, 0),
            JoinRole::Responder => (0x00AB, 1),
        };
        let content = der::sequence([
            der::integer(role),
            der::value(der::OCTET_STRING, other.0),
            der::integer(type_number(kind)),
        ]);
        self.done(world, time, code, content)
    }

    /// CS04AC: leaves a device that it has joined; signed by the supplier.
    pub fn unjoin(&mut self, world: &World, time: Time, other: EntityId) -> Exchange {
        self.done(world, time, 0x000F, der::value(der::OCTET_STRING, other.0))
    }

    /// A critical command of DER, which it has done.
    fn done(&mut self, world: &World, time: Time, code: u16, content: Vec<u8>) -> Exchange {
        let supplier = &world.supplier;
        let command = self.command(world, supplier, time, code, content).signed(supplier);
        self.exchange(time, command, der::integer(0))
    }

    /// CS07: reads which devices it has joined.
    pub fn read_joined(
        &mut self,
        world: &World,
        time: Time,
        joined: &[(EntityId, DeviceKind)],
    ) -> Exchange {
        let entries = joined.iter().map(|(id, kind)| {
            let id = der::value(der::OCTET_STRING, id.0);
            der::sequence([id, der::integer(type_number(*kind))])
        });
        let answer = der::sequence([der::integer(0), der::sequence(entries)]);
        let command = self.command(world, &world.supplier, time, 0x0013, der::null());
        self.exchange(time, command, answer)
    }
}

/// The number of a type of device in messages of DER.
fn type_number(kind: DeviceKind) -> u64 {
    match kind {
        DeviceKind::Gsme => 0,
        DeviceKind::Esme => 1,
        DeviceKind::Hub => 2,
        DeviceKind::Ppmid => 5,
    }
}

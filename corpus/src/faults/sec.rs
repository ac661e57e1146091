//! Faults of the protection.

use gbcs_parser::crypto::protect::SecurityHeader;
use gbcs_parser::encode::gbz::{self, Component, Payload, Sealed};
use gbcs_parser::record::Direction;

use super::{Family, Fault, Stage};
use crate::devices::Esme;
use crate::devices::gsme::Registers;
use crate::party::{DeviceKind, Party, Role};
use crate::scene::{Exchange, Severity};
use crate::world::{DAY, Device, MINUTE, SECOND, after, counter};

/// ZCL status of what the asker may not have.
const NOT_AUTHORIZED: u8 = 0x7E;

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "SEC001",
            what: "a bit of the MAC of a response is turned over",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let mut exchange = esme.reset_voltage_counters(world, &world.operator, time);
                exchange.response.spoil_mac = true;
                stage.scene.exchange(exchange.response_fault("SEC001", Severity::Error));
            },
        },
        Fault {
            name: "SEC002",
            what: "a bit of the signature of a response is turned over",
            plant: |stage| {
                let mut exchange = stage.esme().set_clock(&stage.world, stage.at(1));
                exchange.response.spoil_signature = true;
                stage.scene.exchange(exchange.response_fault("SEC002", Severity::Error));
            },
        },
        Fault {
            name: "SEC003",
            what: "a command that sets the clock comes without signature",
            plant: |stage| {
                let mut esme = stage.esme();
                let mut exchange = esme.set_clock(&stage.world, stage.at(1));
                exchange.command.signer = None;
                let supplier = stage.world.supplier.id;
                exchange.response.signer = None;
                exchange.response = exchange.response.maced(esme.device.secret(supplier));
                stage.scene.exchange(exchange.command_fault("SEC003", Severity::Error));
            },
        },
        Fault {
            name: "SEC004",
            what: "a command that resets counters is signed",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let mut exchange = esme.reset_voltage_counters(world, &world.operator, time);
                exchange.command = exchange.command.signed(&world.operator);
                exchange.response.mac = None;
                exchange.response = exchange.response.signed(&esme.device.party);
                stage.scene.exchange(exchange.command_fault("SEC004", Severity::Error));
            },
        },
        Fault {
            name: "SEC005",
            what: "a command with a MAC has a signed response",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let mut exchange = esme.reset_voltage_counters(world, &world.operator, time);
                exchange.response.mac = None;
                exchange.response = exchange.response.signed(&esme.device.party);
                stage.scene.exchange(exchange.response_fault("SEC005", Severity::Error));
            },
        },
        Fault {
            name: "SEC006",
            what: "an outage alert has a MAC and no signature",
            plant: |stage| {
                let mut esme = stage.esme();
                let time = stage.at(20);
                let off = esme.device.clock(stage.at(1));
                let mut draft = esme.outage_alert(&stage.world.operator, time, (off, off + 600));
                draft.signer = None;
                let draft = draft.maced(esme.device.secret(stage.world.operator.id));
                stage
                    .scene
                    .from_device(after(time, 5 * SECOND), esme.device.id(), &draft)
                    .error("SEC006");
            },
        },
        Fault {
            name: "SEC007",
            what: "a bit of an encrypted reading is turned over",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let mut exchange = esme.read_registers(world, &world.supplier, time);
                // Three octets of results stand behind the tag.
                if let Some(octet) = exchange.response.message.content.iter_mut().rev().nth(5) {
                    *octet ^= 0x01;
                }
                stage.scene.exchange(exchange.response_fault("SEC007", Severity::Error));
            },
        },
        Fault { name: "SEC008", what: "gas consumption comes unencrypted", plant: in_clear },
        Fault {
            name: "SEC009",
            what: "the invocation counter of an encrypted reading is 1",
            plant: |stage| {
                let header = SecurityHeader { invocation_counter: 1, ..SecurityHeader::ITEM };
                let exchange = sealed_under(stage, header);
                stage.scene.exchange(exchange.response_fault("SEC009", Severity::Error));
            },
        },
        Fault {
            name: "SEC010",
            what: "a command of the broker has the certificate of another party than it names",
            plant: |stage| {
                let (unknown, other) =
                    (stage.stranger(Role::Supplier), stage.world.supplier.clone());
                let exchange = for_unknown(stage, &unknown, &other);
                stage.scene.exchange(exchange.command_fault("SEC010", Severity::Warning));
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "SEC001",
            what: "a meter that was given a second key sends a MAC under it",
            plant: |stage| {
                let [old, new] = rekeyed(stage);
                let (world, time) = (&stage.world, stage.at(1));
                let first = Esme::of(old).reset_voltage_counters(world, &world.operator, time);
                let time = stage.at(10);
                let second = Esme::of(new).reset_voltage_counters(world, &world.operator, time);
                stage.scene.exchange(first.response_passes());
                stage.scene.exchange(second.response_passes());
            },
        },
        Fault {
            name: "SEC002",
            what: "a signature whose first number begins with a zero octet",
            plant: |stage| {
                let exchange = signed_where(stage, |signature| signature.first() == Some(&0x00));
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "SEC002-key",
            what: "a meter that was given a second key signs with it",
            plant: |stage| {
                let [old, new] = rekeyed(stage);
                let first = Esme::of(old).set_clock(&stage.world, stage.at(1));
                let second = Esme::of(new).set_clock(&stage.world, after(stage.at(1), 2 * DAY));
                stage.scene.exchange(first.response_passes());
                stage.scene.exchange(second.response_passes());
            },
        },
        Fault {
            name: "SEC003",
            what: "a command that sets the clock is signed, and gets its MAC from the broker",
            plant: |stage| {
                let exchange = stage.esme().set_clock(&stage.world, stage.at(2));
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "SEC003-way",
            what: "a command that sets the clock goes to the DCC, signed and without a MAC",
            plant: |stage| {
                let exchange = stage.esme().set_clock(&stage.world, stage.at(2));
                let signed = exchange.command.signed_pre_command();
                let id = exchange.device;
                stage.scene.message(stage.at(1), id, Direction::ToDcc, signed).is_left_alone();
                stage.scene.exchange(exchange);
            },
        },
        Fault {
            name: "SEC004",
            what: "a command that sets which alerts are sent, and is not critical, is not signed",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = esme.set_alert_behaviours(world, &world.supplier, time, &[0xFF; 64]);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "SEC005",
            what: "the response that a signed command was refused is signed as well",
            plant: |stage| {
                let mut exchange = stage.esme().set_clock(&stage.world, stage.at(1));
                Esme::refuse(&mut exchange, &[2, 3, 3, 1, 1], 0);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "SEC006",
            what: "an alert under 0x1000 has a signature alone, one under 0x1001 a MAC alone",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let (supplier, id) = (&stage.world.supplier, gsme.device.id());
                let critical = gsme.critical_alert(supplier, stage.at(1), 0x8F73);
                let other = gsme.alert(supplier, stage.at(3), 0x81A1);
                stage.scene.from_device(stage.at(2), id, &critical).passes();
                stage.scene.from_device(stage.at(4), id, &other).passes();
            },
        },
        Fault {
            name: "SEC007",
            what: "a reading is encrypted for the party whose certificate the command brought",
            plant: |stage| {
                let unknown = stage.stranger(Role::Supplier);
                let exchange = for_unknown(stage, &unknown, &unknown);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "SEC008",
            what: "gas consumption is refused in clear",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let time = stage.at(1);
                let mut exchange = gsme.read_registers(&stage.world, time, Registers::Consumption);
                let refused = gbz::default_response(0x0702, 0x00, NOT_AUTHORIZED, false);
                exchange.response.message.content = gbz::components(&gbz::numbered(vec![refused]));
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "SEC009",
            what: "an encrypted reading under the header of items (no other is right)",
            plant: |stage| {
                let exchange = sealed_under(stage, SecurityHeader::ITEM);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "SEC010",
            what: "a command of the broker has the certificate of the second key of the party it names",
            plant: |stage| {
                let second = stage.stranger(Role::Supplier).renewed(stage.world.seed);
                stage.takes_part(second.clone());
                let exchange = for_unknown(stage, &second, &second);
                stage.scene.exchange(exchange.command_passes());
            },
        },
    ],
};

/// A meter before and after it was given other keys.
fn rekeyed(stage: &mut Stage<'_>) -> [Device; 2] {
    let old = stage.esme().device;
    let new = old.party.renewed(stage.world.seed);
    stage.takes_part(new.clone());
    [old, Device::of(&stage.world, DeviceKind::Esme, new)]
}

/// A meter's clock is set, at the first millisecond that makes such a signature of the response.
fn signed_where(stage: &mut Stage<'_>, is_wanted: impl Fn(&[u8]) -> bool) -> Exchange {
    let esme = stage.esme();
    let (world, time) = (&stage.world, stage.at(1));
    let at = |later| esme.clone().set_clock(world, after(time, later));
    let is_wanted = |exchange: &Exchange| {
        exchange.response.octets().last_chunk::<64>().is_some_and(|signature| is_wanted(signature))
    };
    // One of 256 is wanted.
    (0..MINUTE).map(at).find(is_wanted).unwrap_or_else(|| at(0))
}

/// A reading of gas under a security header.
fn sealed_under(stage: &mut Stage<'_>, header: SecurityHeader) -> Exchange {
    let mut gsme = stage.gsme();
    let time = stage.at(1);
    let mut exchange = gsme.read_registers(&stage.world, time, Registers::Consumption);
    let mut plaintext = gbz::attribute(0x0302, 0x22, 3, 1000);
    plaintext.extend(gbz::attribute(0x0301, 0x22, 3, 1));
    plaintext.extend(gbz::attribute(0x0300, 0x30, 1, 1));
    plaintext.extend(gbz::attribute(0x0000, 0x25, 6, 12_345));
    let supplier = stage.world.supplier.id;
    let octets = gsme.device.seal_under(header, supplier, counter(time), &plaintext);
    let mut sealed = Sealed::new(0, octets);
    sealed.security_control = header.control;
    sealed.invocation_counter = header.invocation_counter;
    let answer = Component::new(0x0702, 0x18, 0x01, Vec::new()).sealed(sealed);
    exchange.response.message.content = gbz::components(&gbz::numbered(vec![answer]));
    exchange
}

/// The broker reads registers for a supplier that the meter does not know, with the supplier's
/// certificate or one of somebody else.
fn for_unknown(stage: &mut Stage<'_>, unknown: &Party, certified: &Party) -> Exchange {
    let mut esme = stage.esme();
    esme.device.link(unknown);
    esme.read_for_unknown(&stage.world, stage.at(1), unknown, certified)
}

fn in_clear(stage: &mut Stage<'_>) {
    let mut gsme = stage.gsme();
    let time = stage.at(1);
    let mut exchange = gsme.read_registers(&stage.world, time, Registers::Consumption);
    let mut payload = gbz::attribute(0x0302, 0x22, 3, 1000);
    payload.extend(gbz::attribute(0x0301, 0x22, 3, 1));
    payload.extend(gbz::attribute(0x0300, 0x30, 1, 1));
    payload.extend(gbz::attribute(0x0000, 0x25, 6, 12_345));
    let mut answer = Component::new(0x0702, 0x18, 0x01, Vec::new());
    answer.payload = Payload::Plain(payload);
    exchange.response.message.content = gbz::components(&gbz::numbered(vec![answer]));
    stage.scene.exchange(exchange.response_fault("SEC008", Severity::Error));
}

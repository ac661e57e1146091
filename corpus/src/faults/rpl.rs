//! Faults of pairing, counters and replay.

use gbcs_parser::record::Direction;

use super::{Family, Fault, Stage};
use crate::devices::gsme::CONFIGURABLE;
use crate::devices::prepayment::number;
use crate::scene::{Exchange, Severity};
use crate::world::{DAY, Device, HOUR, MINUTE, SECOND, after};

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "RPL001",
            what: "a response has another counter than its command",
            plant: |stage| {
                let mut exchange = behaviours(stage);
                exchange.response.message.counter += 1;
                stage.scene.exchange(exchange.response_fault("RPL001", Severity::Error));
            },
        },
        Fault {
            name: "RPL002",
            what: "a response goes to another party than the one that asked",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let mut exchange =
                    gsme.read_behaviours(&stage.world, stage.at(1), 0x81FF, &CONFIGURABLE);
                let operator = stage.world.operator.id;
                exchange.response.message.recipient = operator.0.to_vec();
                exchange.response = exchange.response.maced(gsme.device.secret(operator));
                stage.scene.exchange(exchange.response_fault("RPL002", Severity::Error));
            },
        },
        Fault {
            name: "RPL003",
            what: "ECS29e is answered with the message code of ECS57",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let mut exchange = esme.reset_voltage_counters(world, &world.operator, time);
                exchange.response.message.other_information.message_code = 0x005A;
                stage.scene.exchange(exchange.response_fault("RPL003", Severity::Error));
            },
        },
        Fault {
            name: "RPL004",
            what: "a response repeats another supplementary counter than its command has",
            plant: |stage| {
                let mut hub = stage.hub();
                let (world, time) = (&stage.world, stage.at(1));
                let mut exchange = hub.read_logs(world, &world.supplier, time);
                if let Some(counter) =
                    &mut exchange.response.message.other_information.remote_party_counter
                {
                    *counter += 1;
                }
                stage.scene.exchange(exchange.response_fault("RPL004", Severity::Error));
            },
        },
        Fault {
            name: "RPL005",
            what: "a command with a lower counter than one accepted before it is executed",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, operator) = (&stage.world, &stage.world.operator);
                let first = esme.reset_voltage_counters(world, operator, stage.at(1));
                let counter = first.command.message.counter - 1;
                let second = esme.reset_voltage_counters(world, operator, stage.at(3));
                stage.scene.exchange(first);
                stage.scene.exchange(
                    second.renumbered(counter).response_fault("RPL005", Severity::Warning),
                );
            },
        },
        Fault {
            name: "RPL006",
            what: "two alerts have the same counter and other octets",
            plant: |stage| {
                let mut esme = stage.esme();
                let time = stage.at(1);
                let first = esme.alert(&stage.world.operator, time, 0x8002);
                let mut second = esme.alert(&stage.world.operator, time, 0x8006);
                second.message.counter = first.message.counter;
                // The invoke id stands behind the tag and follows the counter.
                for (place, octet) in
                    second.message.content.iter_mut().zip(&first.message.content).take(5)
                {
                    *place = *octet;
                }
                let id = esme.device.id();
                stage.scene.from_device(after(time, 5 * SECOND), id, &first);
                stage.scene.from_device(after(time, 9 * SECOND), id, &second).error("RPL006");
            },
        },
        Fault {
            name: "RPL007",
            what: "the counter of an alert is not above that of an earlier one",
            plant: |stage| {
                let mut esme = stage.esme();
                for _ in 0..3 {
                    esme.device.next_alert(stage.world.operator.id);
                }
                let mut later = esme.clone();
                let first = esme.alert(&stage.world.operator, stage.at(1), 0x8002);
                later.device.forget_alerts();
                let second = later.alert(&stage.world.operator, stage.at(31), 0x8085);
                let id = esme.device.id();
                stage.scene.from_device(after(stage.at(1), 5 * SECOND), id, &first);
                stage
                    .scene
                    .from_device(after(stage.at(31), 5 * SECOND), id, &second)
                    .warning("RPL007");
            },
        },
        Fault {
            name: "RPL008",
            what: "a response to a command that is not in the log",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, operator) = (&stage.world, &stage.world.operator);
                let told = esme.reset_voltage_counters(world, operator, stage.at(1));
                let untold = esme.read_maximum_demand(world, operator, stage.at(3));
                stage.scene.exchange(told);
                stage
                    .scene
                    .from_device(untold.answered, untold.device, &untold.response)
                    .info("RPL008");
            },
        },
        Fault {
            name: "RPL009",
            what: "a command has no response",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, operator) = (&stage.world, &stage.world.operator);
                let exchange = esme.read_maximum_demand(world, operator, stage.at(1));
                stage
                    .scene
                    .command(exchange.asked, exchange.device, &exchange.command)
                    .warning("RPL009");
                // The log goes on for longer than a response may take.
                let later = after(stage.at(1), DAY + 10 * MINUTE);
                stage.scene.exchange(esme.read_maximum_demand(world, operator, later));
            },
        },
        Fault {
            name: "RPL009-late",
            what: "a response comes a second after its time",
            plant: |stage| {
                let exchange = reset(stage);
                let answered = after(exchange.asked, DAY + SECOND);
                let exchange = Exchange { answered, ..exchange };
                stage.scene.exchange(exchange.response_fault("RPL009", Severity::Warning));
            },
        },
        Fault {
            name: "RPL010",
            what: "the payload of a command is not that of its pre-command",
            plant: |stage| {
                let mut esme = stage.esme();
                let exchange = esme.set_clock(&stage.world, stage.at(2));
                let mut changed = exchange.command.clone();
                // An hour of the window, in the time in front of the last parameters.
                if let Some(octet) = changed.message.content.iter_mut().rev().nth(11) {
                    *octet ^= 0x01;
                }
                let id = exchange.device;
                let pre_command = changed.pre_command();
                stage.scene.message(stage.at(1), id, Direction::ToDcc, pre_command);
                stage.scene.exchange(exchange.command_fault("RPL010", Severity::Error));
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "RPL001",
            what: "two commands whose counters differ by one are answered in the reverse order",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, operator) = (&stage.world, &stage.world.operator);
                let time = stage.at(1);
                let first = esme.reset_voltage_counters(world, operator, time);
                let second = esme.reset_voltage_counters(world, operator, after(time, 1));
                in_reverse(stage, &esme.device, first, second);
            },
        },
        Fault {
            name: "RPL002",
            what: "two parties ask the same with the same counter, and each gets its own response",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let first = esme.read_maximum_demand(world, &world.supplier, time);
                let second = esme.read_maximum_demand(world, &world.operator, time);
                in_reverse(stage, &esme.device, first, second);
            },
        },
        Fault {
            name: "RPL003",
            what: "ECS29e and ECS57 are sent a millisecond apart and answered in the reverse order",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, operator) = (&stage.world, &stage.world.operator);
                let time = stage.at(1);
                let first = esme.reset_voltage_counters(world, operator, time);
                let second = esme.reset_maximum_demand(world, operator, after(time, 1));
                in_reverse(stage, &esme.device, first, second);
            },
        },
        Fault {
            name: "RPL004",
            what: "a response repeats the highest supplementary counter that there is",
            plant: |stage| {
                let mut hub = stage.hub();
                let (world, time) = (&stage.world, stage.at(1));
                let mut exchange = hub.read_logs(world, &world.supplier, time);
                for draft in [&mut exchange.command, &mut exchange.response] {
                    draft.message.other_information.remote_party_counter = Some(u64::MAX);
                }
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "RPL005",
            what: "a command with a lower counter is refused",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, operator) = (&stage.world, &stage.world.operator);
                let first = esme.reset_voltage_counters(world, operator, stage.at(1));
                let counter = first.command.message.counter - 1;
                let mut second = esme.reset_voltage_counters(world, operator, stage.at(3));
                // The codes of both results stand at the end.
                if let [.., first, _, second] = second.response.message.content.as_mut_slice() {
                    (*first, *second) = (250, 250);
                }
                stage.scene.exchange(first.response_passes());
                stage.scene.exchange(second.renumbered(counter).response_passes());
            },
        },
        Fault {
            name: "RPL005-top-up",
            what: "a command after a top up has a lower counter, as those of top ups are kept apart",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let digits = number(world, &esme.device, time, 1000);
                let top_up = esme.top_up(world, time, &digits, true);
                let command = esme.set_clock(world, stage.at(3));
                stage.scene.exchange(top_up.response_passes());
                stage.scene.exchange(command.response_passes());
            },
        },
        Fault {
            name: "RPL006-signed",
            what: "the DCC makes a pre-command, and the user sends it back with a signature",
            plant: |stage| {
                let mut esme = stage.esme();
                let exchange = esme.set_clock(&stage.world, stage.at(3));
                let [made, signed] =
                    [exchange.command.pre_command(), exchange.command.signed_pre_command()];
                let (id, scene) = (exchange.device, &mut *stage.scene);
                let minutes = |minutes: i64| after(exchange.asked, (minutes - 3) * MINUTE);
                scene.message(minutes(1), id, Direction::FromDcc, made);
                scene.message(minutes(2), id, Direction::ToDcc, signed).passes();
                scene.exchange(exchange);
            },
        },
        Fault {
            name: "RPL006",
            what: "an alert is delivered twice, octet for octet",
            plant: |stage| {
                let mut esme = stage.esme();
                let (id, time) = (esme.device.id(), stage.at(1));
                let alert = esme.alert(&stage.world.operator, time, 0x8002);
                stage.scene.from_device(after(time, 5 * SECOND), id, &alert);
                stage.scene.from_device(after(time, 65 * SECOND), id, &alert).is_left_alone();
            },
        },
        Fault {
            name: "RPL006-parties",
            what: "two alerts have the same counter and go to two parties",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let first = esme.alert(&world.operator, time, 0x8002);
                let second = esme.alert(&world.supplier, time, 0x8161);
                let id = esme.device.id();
                stage.scene.from_device(after(time, 5 * SECOND), id, &first).passes();
                stage.scene.from_device(after(time, 9 * SECOND), id, &second).passes();
            },
        },
        Fault {
            name: "RPL007",
            what: "the counter of an alert is one above that of an earlier one, and is delivered first",
            plant: |stage| {
                let mut esme = stage.esme();
                let first = esme.alert(&stage.world.operator, stage.at(1), 0x8002);
                let second = esme.alert(&stage.world.operator, stage.at(31), 0x8085);
                let id = esme.device.id();
                stage.scene.from_device(after(stage.at(31), 5 * SECOND), id, &second).passes();
                stage.scene.from_device(after(stage.at(31), 9 * SECOND), id, &first).passes();
            },
        },
        Fault {
            name: "RPL007-parties",
            what: "the counter of an alert is that of an earlier one to another party",
            plant: |stage| {
                let mut esme = stage.esme();
                let world = &stage.world;
                let first = esme.alert(&world.operator, stage.at(1), 0x8002);
                let second = esme.alert(&world.supplier, stage.at(31), 0x8161);
                let id = esme.device.id();
                stage.scene.from_device(after(stage.at(1), 5 * SECOND), id, &first).passes();
                stage.scene.from_device(after(stage.at(31), 5 * SECOND), id, &second).passes();
            },
        },
        Fault {
            name: "RPL008",
            what: "a response stands in front of the command that it answers",
            plant: |stage| {
                let exchange = reset(stage);
                let answered = after(exchange.asked, -1);
                stage.scene.exchange(Exchange { answered, ..exchange }.response_passes());
            },
        },
        Fault {
            name: "RPL009",
            what: "a response comes in the last second of its time",
            plant: |stage| {
                let exchange = reset(stage);
                let answered = after(exchange.asked, DAY);
                stage.scene.exchange(Exchange { answered, ..exchange }.response_passes());
            },
        },
        Fault {
            name: "RPL009-not-supported",
            what: "a command is not answered, as the alert comes that it is not supported",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, operator) = (&stage.world, &stage.world.operator);
                let asked = esme.reset_voltage_counters(world, operator, stage.at(1));
                let message = &asked.command.message;
                let (code, counter) = (message.other_information.message_code, message.counter);
                let alert = esme.unsupported(operator, stage.at(2), code, counter);
                stage.scene.command(asked.asked, asked.device, &asked.command).passes();
                stage.scene.from_device(stage.at(3), asked.device, &alert);
                // The log goes on for longer than an answer may take.
                stage.scene.stimulus(after(asked.asked, DAY + HOUR), asked.device, "button");
            },
        },
        Fault {
            name: "RPL010",
            what: "a pre-command is signed, and its command has the signature and a MAC besides",
            plant: |stage| {
                let mut esme = stage.esme();
                let exchange = esme.set_clock(&stage.world, stage.at(2));
                let signed = exchange.command.signed_pre_command();
                let id = exchange.device;
                stage.scene.message(stage.at(1), id, Direction::ToDcc, signed);
                stage.scene.exchange(exchange.command_passes());
            },
        },
    ],
};

/// A meter's voltage counters are reset.
fn reset(stage: &mut Stage<'_>) -> Exchange {
    let mut esme = stage.esme();
    esme.reset_voltage_counters(&stage.world, &stage.world.operator, stage.at(1))
}

/// Plans two exchanges of a device of which the second is answered first.
fn in_reverse(stage: &mut Stage<'_>, device: &Device, first: Exchange, second: Exchange) {
    let answered = after(second.answered.max(first.answered), SECOND);
    let mut first = Exchange { answered, ..first };
    let date_time = &mut first.response.message.date_time;
    if !date_time.is_empty() {
        *date_time = device.date_time(answered).to_vec();
    }
    for exchange in [first, second] {
        stage.scene.exchange(exchange.response_passes());
    }
}

fn behaviours(stage: &mut Stage<'_>) -> Exchange {
    let mut gsme = stage.gsme();
    gsme.read_behaviours(&stage.world, stage.at(1), 0x81FF, &CONFIGURABLE)
}

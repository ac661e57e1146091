//! Faults of the envelope.

use gbcs_parser::encode::dlms::{self, Data};
use gbcs_parser::encode::{Length, date_time, gbz};
use gbcs_parser::record::{Body, Direction};
use gbcs_parser::{CraFlag, EntityId};

use super::{Family, Fault, NOT_SPECIFIED, Stage};
use crate::devices::Esme;
use crate::devices::control::DISPLAY_OCTETS;
use crate::protect::Draft;
use crate::scene::{Exchange, Severity};
use crate::world::{MINUTE, SECOND, after, seconds_2000};

/// What a message may have at most, in octets.
const MOST_OCTETS: usize = 72_387;

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "ENV001",
            what: "security control 0x31 in the MAC header of a response",
            plant: |stage| {
                response(stage, "ENV001", Severity::Error, |draft| {
                    if let Some((header, _)) = &mut draft.mac {
                        header.security_control = 0x31;
                    }
                });
            },
        },
        Fault {
            name: "ENV001-invocation-counter",
            what: "invocation counter 1 in the MAC header of a response",
            plant: |stage| {
                response(stage, "ENV001", Severity::Error, |draft| {
                    if let Some((header, _)) = &mut draft.mac {
                        header.invocation_counter = 1;
                    }
                });
            },
        },
        Fault {
            name: "ENV002",
            what: "the length of a MAC header counts five octets that are not there",
            plant: |stage| {
                response(stage, "ENV002", Severity::Error, |draft| {
                    let inner = draft.message.signed_octets().len() + 2;
                    if let Some((header, _)) = &mut draft.mac {
                        header.length = Length::Stated(5 + inner as u64 + 12 + 5);
                    }
                });
            },
        },
        Fault {
            name: "ENV003",
            what: "an octet after the end of a response",
            plant: |stage| {
                response(stage, "ENV003", Severity::Error, |draft| draft.trailing = vec![0x00]);
            },
        },
        Fault {
            name: "ENV004",
            what: "CRA flag 4",
            plant: |stage| {
                alert(stage, "ENV004", Severity::Error, |draft| draft.message.cra_flag = 4);
            },
        },
        Fault {
            name: "ENV005",
            what: "an alert of a meter to itself",
            plant: |stage| {
                alert(stage, "ENV005", Severity::Error, |draft| {
                    draft.message.recipient = draft.message.originator.clone();
                });
            },
        },
        Fault {
            name: "ENV006",
            what: "a date-time in a command",
            plant: |stage| {
                let mut exchange = reset(stage);
                exchange.command.message.date_time = time_of(&exchange);
                stage.scene.exchange(exchange.command_fault("ENV006", Severity::Error));
            },
        },
        Fault {
            name: "ENV007",
            what: "a date-time in a response of a use case that has none",
            plant: |stage| {
                let mut exchange = reset(stage);
                exchange.response.message.date_time = time_of(&exchange);
                stage.scene.exchange(exchange.response_fault("ENV007", Severity::Warning));
            },
        },
        Fault {
            name: "ENV008",
            what: "an octet after the message code in other information",
            plant: |stage| {
                response(stage, "ENV008", Severity::Error, |draft| {
                    draft.message.other_information.rest = vec![0x00];
                });
            },
        },
        Fault {
            name: "ENV009",
            what: "an alert with message code 0x0FFF",
            plant: |stage| {
                alert(stage, "ENV009", Severity::Warning, |draft| {
                    draft.message.other_information.message_code = 0x0FFF;
                });
            },
        },
        Fault {
            name: "ENV010",
            what: "an alert with the message code of ECS23",
            plant: |stage| {
                alert(stage, "ENV010", Severity::Error, |draft| {
                    draft.message.other_information.message_code = 0x0039;
                });
            },
        },
        Fault {
            name: "ENV011",
            what: "a gas meter's integrity warning is in DLMS",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let time = stage.at(1);
                let stamp = gsme.device.date_time(time);
                let supplier = &stage.world.supplier;
                let draft = gsme.device.alert(supplier, 0x00F2, false, |counter| {
                    let issue = vec![Data::octets([0x00, 0x01])];
                    dlms::alert(dlms::invoke_id(counter), 0x81A0, stamp, issue)
                });
                let sent = after(time, 5 * SECOND);
                stage.scene.from_device(sent, gsme.device.id(), &draft).error("ENV011");
            },
        },
        Fault {
            name: "ENV012",
            what: "a content length in three octets where one would do",
            plant: |stage| {
                response(stage, "ENV012", Severity::Info, |draft| {
                    draft.message.content_length = Length::Long(2);
                });
            },
        },
        Fault {
            name: "ENV013",
            what: "the last result of an access response is missing",
            plant: |stage| {
                response(stage, "ENV013", Severity::Error, |draft| {
                    draft.message.content.pop();
                });
            },
        },
        Fault {
            name: "ENV014",
            what: "a pre-command that ends with an empty signature field",
            plant: |stage| {
                let (exchange, mut pre_command) = signed(stage);
                pre_command.push(0x00);
                let id = exchange.device;
                stage.scene.message(stage.begin, id, Direction::ToDcc, pre_command).info("ENV014");
                stage.scene.exchange(exchange);
            },
        },
        Fault {
            name: "ENV015",
            what: "an operational update of 72,400 characters",
            plant: |stage| {
                let mut esme = stage.esme();
                let draft = operational_update(stage, &mut esme, 72_411);
                stage.scene.from_device(stage.at(2), esme.device.id(), &draft).warning("ENV015");
            },
        },
        Fault {
            name: "ENV016",
            what: "a record that states another counter than its message has",
            plant: |stage| {
                let exchange = reset(stage);
                let counter = exchange.command.message.counter;
                let planned =
                    stage.scene.command(exchange.asked, exchange.device, &exchange.command);
                if let Body::Message(message) = &mut planned.body {
                    message.originator_counter = Some(counter + 1);
                }
                planned.warning("ENV016");
                stage.scene.from_device(exchange.answered, exchange.device, &exchange.response);
            },
        },
        Fault {
            name: "ENV017",
            what: "a record of a kind that is not known",
            plant: |stage| {
                let id = stage.esme().device.id();
                let body = Body::Unknown("weather".to_owned());
                stage.scene.add(stage.at(1), Some(id), body).info("ENV017");
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "ENV001",
            what: "an item is encrypted under security control 0x31, and its message has 0x11",
            plant: |stage| {
                let exchange = registers(stage);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "ENV002",
            what: "a MAC header whose length is 128, the least that takes two octets, and is true",
            plant: |stage| {
                let exchange = text_of(stage, |draft| draft.octets().len() == 9 + 128);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "ENV003",
            what: "a response whose last octet, the end of its MAC, is zero",
            plant: |stage| {
                let exchange = reset_where(stage, |draft| draft.octets().last() == Some(&0x00));
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "ENV004",
            what: "a transaction id whose counter is the highest that there is",
            plant: |stage| {
                let exchange = reset(stage).renumbered(u64::MAX);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "ENV005",
            what: "an alert to a party whose identifier differs from the meter's in one bit",
            plant: |stage| {
                let [rest @ .., last] = stage.world.operator.id.0;
                let [a, b, c, d, e, f, g] = rest;
                stage.identity = Some(EntityId([a, b, c, d, e, f, g ^ 0x80, last]));
                let mut esme = stage.esme();
                let draft = esme.alert(&stage.world.operator, stage.at(1), 0x8002);
                stage.scene.from_device(stage.at(2), esme.device.id(), &draft).passes();
            },
        },
        Fault {
            name: "ENV006",
            what: "a date-time in a response none of whose parts are specified",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let mut exchange = esme.read_maximum_demand(world, &world.operator, time);
                exchange.response.message.date_time = NOT_SPECIFIED.to_vec();
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "ENV007",
            what: "a date-time in a response of a use case that has one, though all was refused",
            plant: |stage| {
                let mut exchange = registers(stage);
                Esme::refuse(&mut exchange, &[3], 0);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "ENV008",
            what: "other information of 26 octets, the longest without a certificate",
            plant: |stage| {
                let mut hub = stage.hub();
                let mut exchange = hub.read_logs(&stage.world, &stage.world.supplier, stage.at(1));
                let counter = exchange.response.message.counter;
                exchange.response.message.other_information.originator_counter = Some(counter);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "ENV009",
            what: "an alert with message code 0x1000",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let draft = gsme.critical_alert(&stage.world.supplier, stage.at(1), 0x8F73);
                stage.scene.from_device(stage.at(2), gsme.device.id(), &draft).passes();
            },
        },
        Fault {
            name: "ENV010",
            what: "an alert with message code 0x0067, which is that of alerts among those of commands",
            plant: |stage| {
                let mut esme = stage.esme();
                let off = esme.device.clock(stage.at(1));
                let (operator, time) = (&stage.world.operator, stage.at(20));
                let draft = esme.outage_alert(operator, time, (off, off + 600));
                stage.scene.from_device(stage.at(21), esme.device.id(), &draft).passes();
            },
        },
        Fault {
            name: "ENV011",
            what: "a gas meter's integrity warning is in GBZ",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let seconds = gsme.device.clock(stage.at(1));
                let draft = gsme.device.alert(&stage.world.supplier, 0x00F2, false, |_| {
                    gbz::alert(0, 0x81A0, seconds, &[0x00, 0x01])
                });
                stage.scene.from_device(stage.at(2), gsme.device.id(), &draft).passes();
            },
        },
        Fault {
            name: "ENV012",
            what: "a content of exactly 128 octets, whose length takes two",
            plant: |stage| {
                let exchange = text_of(stage, |draft| draft.message.content.len() == 128);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "ENV012-one",
            what: "a content of exactly 127 octets, whose length takes one",
            plant: |stage| {
                let exchange = text_of(stage, |draft| draft.message.content.len() == 127);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "ENV013",
            what: "a voltage log of no entries, whose length is there and zero",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let now = esme.device.clock(time);
                let range = (now - 60, now);
                let exchange = esme.read_voltage_as(world, &world.operator, time, range, &[]);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "ENV014",
            what: "a pre-command that ends at its content",
            plant: |stage| {
                let (exchange, pre_command) = signed(stage);
                let id = exchange.device;
                stage.scene.message(stage.begin, id, Direction::ToDcc, pre_command).passes();
                stage.scene.exchange(exchange);
            },
        },
        Fault {
            name: "ENV015",
            what: "an operational update in a message of 72,387 octets, the most that there may be",
            plant: |stage| {
                let mut esme = stage.esme();
                let longer = operational_update(stage, &mut esme.clone(), MOST_OCTETS);
                let surplus = longer.octets().len() - MOST_OCTETS;
                let draft = operational_update(stage, &mut esme, MOST_OCTETS - surplus);
                stage.scene.from_device(stage.at(2), esme.device.id(), &draft).passes();
            },
        },
        Fault {
            name: "ENV016",
            what: "a record that states parties, counter, message code and kind as its message has them",
            plant: |stage| {
                let exchange = reset(stage);
                let message = &exchange.command.message;
                let (counter, code) = (message.counter, message.other_information.message_code);
                let planned =
                    stage.scene.command(exchange.asked, exchange.device, &exchange.command);
                if let Body::Message(stated) = &mut planned.body {
                    stated.originator = Some(stage.world.operator.id);
                    stated.recipient = Some(exchange.device);
                    stated.originator_counter = Some(counter);
                    stated.message_code = Some(code);
                    stated.cra_flag = Some(CraFlag::Command);
                }
                planned.passes();
                stage.scene.from_device(exchange.answered, exchange.device, &exchange.response);
            },
        },
        Fault {
            name: "ENV017",
            what: "a record of a kind that is not known, and whose name begins with x_",
            plant: |stage| {
                let id = stage.esme().device.id();
                let body = Body::Unknown("x_weather".to_owned());
                stage.scene.add(stage.at(1), Some(id), body).passes();
            },
        },
    ],
};

/// A meter's voltage counters are reset, at the first millisecond that makes a response of a kind.
fn reset_where(stage: &mut Stage<'_>, is_wanted: impl Fn(&Draft) -> bool) -> Exchange {
    let esme = stage.esme();
    let (world, time) = (&stage.world, stage.at(1));
    let at =
        |later| esme.clone().reset_voltage_counters(world, &world.operator, after(time, later));
    // One of 256 is wanted.
    (0..MINUTE).map(at).find(|exchange| is_wanted(&exchange.response)).unwrap_or_else(|| at(0))
}

/// A meter is sent a text for its display, of the first length that makes a command of a kind.
fn text_of(stage: &mut Stage<'_>, is_wanted: impl Fn(&Draft) -> bool) -> Exchange {
    let esme = stage.esme();
    let (world, time) = (&stage.world, stage.at(1));
    let of = |octets| esme.clone().display(world, time, octets);
    (0..=DISPLAY_OCTETS)
        .map(of)
        .find(|exchange| is_wanted(&exchange.command))
        .unwrap_or_else(|| of(0))
}

/// An alert with an operational update whose text has so many octets.
fn operational_update(stage: &Stage<'_>, esme: &mut Esme, octets: usize) -> Draft {
    let stamp = esme.device.date_time(stage.at(1));
    esme.device.alert(&stage.world.operator, 0x0123, true, |counter| {
        let quoted = "x".repeat(octets.saturating_sub(11));
        let update = vec![Data::Utf8String(format!("{{\"text\":\"{quoted}\"}}"))];
        dlms::alert(dlms::invoke_id(counter), 0x8F88, stamp, update)
    })
}

/// A meter's registers are read, which come encrypted.
fn registers(stage: &mut Stage<'_>) -> Exchange {
    let mut esme = stage.esme();
    esme.read_registers(&stage.world, &stage.world.supplier, stage.at(1))
}

/// A meter's voltage counters are reset.
fn reset(stage: &mut Stage<'_>) -> Exchange {
    let mut esme = stage.esme();
    esme.reset_voltage_counters(&stage.world, &stage.world.operator, stage.at(1))
}

/// A meter's clock is set: the command and its pre-command.
fn signed(stage: &mut Stage<'_>) -> (Exchange, Vec<u8>) {
    let exchange = stage.esme().set_clock(&stage.world, stage.at(1));
    let pre_command = exchange.command.pre_command();
    (exchange, pre_command)
}

/// The true time of a response.
fn time_of(exchange: &Exchange) -> Vec<u8> {
    date_time(seconds_2000(exchange.answered), 0xFF, 0xFF).to_vec()
}

/// A response that is changed before it is protected.
fn response(
    stage: &mut Stage<'_>,
    rule: &'static str,
    severity: Severity,
    change: impl FnOnce(&mut Draft),
) {
    let mut exchange = reset(stage);
    change(&mut exchange.response);
    stage.scene.exchange(exchange.response_fault(rule, severity));
}

/// An alert that is changed before it is protected.
fn alert(
    stage: &mut Stage<'_>,
    rule: &'static str,
    severity: Severity,
    change: impl FnOnce(&mut Draft),
) {
    let mut esme = stage.esme();
    let time = stage.at(1);
    let mut draft = esme.alert(&stage.world.operator, time, 0x8002);
    change(&mut draft);
    stage
        .scene
        .from_device(after(time, 5 * SECOND), esme.device.id(), &draft)
        .expect(rule, severity);
}

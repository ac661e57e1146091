//! Faults of the envelope.

use gbcs_parser::encode::dlms::{self, Data};
use gbcs_parser::encode::{Length, date_time};
use gbcs_parser::record::{Body, Direction};

use super::{Family, Fault, Stage};
use crate::protect::Draft;
use crate::scene::{Exchange, Severity};
use crate::world::{SECOND, after, seconds_2000};

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
                let time = stage.at(1);
                let stamp = esme.device.date_time(time);
                let operator = &stage.world.operator;
                let draft = esme.device.alert(operator, 0x0123, true, |counter| {
                    let text = format!("{{\"text\":\"{}\"}}", "x".repeat(72_400));
                    let update = vec![Data::Utf8String(text)];
                    dlms::alert(dlms::invoke_id(counter), 0x8F88, stamp, update)
                });
                let sent = after(time, 5 * SECOND);
                stage.scene.from_device(sent, esme.device.id(), &draft).warning("ENV015");
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
            name: "ENV012",
            what: "a content length in two octets that needs them",
            plant: |stage| {
                let mut esme = stage.esme();
                let exchange =
                    esme.read_registers(&stage.world, &stage.world.supplier, stage.at(1));
                stage.scene.exchange(exchange);
            },
        },
        Fault {
            name: "ENV014",
            what: "a pre-command that ends at its content",
            plant: |stage| {
                let (exchange, pre_command) = signed(stage);
                let id = exchange.device;
                stage.scene.message(stage.begin, id, Direction::ToDcc, pre_command);
                stage.scene.exchange(exchange);
            },
        },
    ],
};

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

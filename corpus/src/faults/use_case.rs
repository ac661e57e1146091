//! Messages that are not as their use case has them.

use gbcs_parser::encode::der;
use gbcs_parser::encode::dlms::{self, Answer, Data, Object, Request};
use gbcs_parser::encode::gbz::{self, Component};
use gbcs_parser::record::{Body, Expect, Outcome};

use super::{Family, Fault, Stage};
use crate::devices::Esme;
use crate::devices::control::DISPLAY_OCTETS;
use crate::devices::firmware::Activation;
use crate::devices::gsme::{CONFIGURABLE, Registers};
use crate::devices::hub::Joining;
use crate::devices::logs::EventLog;
use crate::home::JOINING_WINDOW;
use crate::party::DeviceKind;
use crate::scene::{Exchange, Severity};
use crate::world::{counter, generalized};

const UNDER: Object = Object::new(3, [1, 0, 32, 32, 0, 4], 1);
const OVER: Object = Object::new(3, [1, 0, 32, 36, 0, 4], 1);

/// The version of an image.
const NEW: [u8; 4] = [0x00, 0x01, 0x03, 0x00];
/// The ZCL status with the highest number.
const CALIBRATION_ERROR: u8 = 0xC2;
/// The event of a user interface command that was done.
const DONE: u16 = 0x8161;

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "USE001",
            what: "ECS29e resets the counters in the wrong order",
            plant: |stage| {
                let requests = [
                    Request::action(OVER, Data::Integer(0)),
                    Request::action(UNDER, Data::Integer(0)),
                ];
                let exchange = reset_with(stage, &requests);
                stage.scene.exchange(exchange.command_fault("USE001", Severity::Error));
            },
        },
        Fault {
            name: "USE001-protected",
            what: "ECS17b asks for the registers of ECS17d to come back encrypted",
            plant: |stage| {
                let mut exchange = registers(stage);
                let content = &mut exchange.command.message.content;
                replace(content, &[0, 0, 94, 44, 34, 10], &[0, 0, 94, 44, 34, 1]);
                stage.scene.exchange(exchange.command_fault("USE001", Severity::Error));
            },
        },
        Fault {
            name: "USE002",
            what: "a response to two requests has one answer",
            plant: |stage| {
                let mut exchange = reset(stage);
                answers(&mut exchange, &[Answer::action(Data::Null)]);
                stage.scene.exchange(exchange.response_fault("USE002", Severity::Error));
            },
        },
        Fault {
            name: "USE003",
            what: "a reset has parameter 1 instead of 0",
            plant: |stage| {
                let requests = [
                    Request::action(UNDER, Data::Integer(1)),
                    Request::action(OVER, Data::Integer(0)),
                ];
                let exchange = reset_with(stage, &requests);
                stage.scene.exchange(exchange.command_fault("USE003", Severity::Error));
            },
        },
        Fault {
            name: "USE004",
            what: "a threshold is written as a long-unsigned",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let mut exchange = esme.set_voltage(world, &world.operator, time, 1800);
                replace(
                    &mut exchange.command.message.content,
                    &Data::DoubleLongUnsigned(207).encode(),
                    &Data::LongUnsigned(207).encode(),
                );
                stage.scene.exchange(exchange.command_fault("USE004", Severity::Error));
            },
        },
        Fault {
            name: "USE004-members",
            what: "an entry of the maximum demand schedule has no end date",
            plant: |stage| {
                let mut exchange = maximum_demand(stage);
                let content = &mut exchange.response.message.content;
                replace(content, &Data::octets([0xFF; 5]).encode(), &[]);
                replace(content, &[0x02, 10, 0x12], &[0x02, 9, 0x12]);
                stage.scene.exchange(exchange.response_fault("USE004", Severity::Error));
            },
        },
        Fault {
            name: "USE004-mask",
            what: "the weekdays of the maximum demand schedule are an octet-string",
            plant: |stage| {
                let mut exchange = maximum_demand(stage);
                let content = &mut exchange.response.message.content;
                replace(content, &[0x04, 7, 0xFE], &[0x09, 1, 0xFE]);
                stage.scene.exchange(exchange.response_fault("USE004", Severity::Error));
            },
        },
        Fault {
            name: "USE005",
            what: "a text of 117 octets for the display",
            plant: |stage| {
                let exchange = display(stage, DISPLAY_OCTETS + 1);
                stage.scene.exchange(exchange.command_fault("USE005", Severity::Warning));
            },
        },
        Fault {
            name: "USE006",
            what: "a joining window of 3601 s",
            plant: |stage| {
                let exchange = listed(stage, JOINING_WINDOW + 1);
                stage.scene.exchange(exchange.command_fault("USE006", Severity::Warning));
            },
        },
        Fault {
            name: "USE007",
            what: "GCS13a asks for its attributes in another order",
            plant: |stage| {
                let mut exchange = gas(stage);
                let attributes = vec![0x01, 0x03, 0x02, 0x03, 0x00, 0x03, 0x00, 0x00];
                let request = Component::new(0x0702, 0x00, 0x00, attributes);
                exchange.command.message.content = gbz::components(&gbz::numbered(vec![request]));
                stage.scene.exchange(exchange.command_fault("USE007", Severity::Error));
            },
        },
        Fault {
            name: "USE007-number",
            what: "the head of a command counts a component more than follow",
            plant: |stage| {
                let mut exchange = behaviours(stage);
                exchange.command.message.content[2] += 1;
                stage.scene.exchange(exchange.command_fault("USE007", Severity::Error));
            },
        },
        Fault {
            name: "USE007-profile",
            what: "a command names another profile than Smart Energy",
            plant: |stage| {
                let mut exchange = behaviours(stage);
                exchange.command.message.content[1] = 0x04;
                stage.scene.exchange(exchange.command_fault("USE007", Severity::Error));
            },
        },
        Fault {
            name: "USE008",
            what: "the only component of a command is not marked as the last",
            plant: |stage| {
                let mut exchange = behaviours(stage);
                exchange.command.message.content = gbz::components(&[group_request()]);
                stage.scene.exchange(exchange.command_fault("USE008", Severity::Error));
            },
        },
        Fault {
            name: "USE009",
            what: "the sequence number of the only component is 5",
            plant: |stage| {
                let mut exchange = behaviours(stage);
                let mut components = gbz::numbered(vec![group_request()]);
                components.iter_mut().for_each(|component| component.sequence = 5);
                exchange.command.message.content = gbz::components(&components);
                stage.scene.exchange(exchange.command_fault("USE009", Severity::Warning));
            },
        },
        Fault {
            name: "USE010",
            what: "a component's length counts an octet that is not there",
            plant: |stage| {
                let mut exchange = behaviours(stage);
                let mut components = gbz::numbered(vec![group_request()]);
                components.iter_mut().for_each(|component| component.stated_length = Some(6));
                exchange.command.message.content = gbz::components(&components);
                stage.scene.exchange(exchange.command_fault("USE010", Severity::Error));
            },
        },
        Fault {
            name: "USE011",
            what: "a Default Response answers a command that was not sent",
            plant: |stage| {
                let mut exchange = gas(stage);
                let answer = gbz::default_response(0x0702, 0x07, 0x8B, false);
                exchange.response.message.content = gbz::components(&gbz::numbered(vec![answer]));
                stage.scene.exchange(exchange.response_fault("USE011", Severity::Error));
            },
        },
        Fault {
            name: "USE012",
            what: "the supplier resets voltage counters, which are the network operator's",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = esme.reset_voltage_counters(world, &world.supplier, time);
                stage.scene.exchange(exchange.command_fault("USE012", Severity::Error));
            },
        },
        Fault {
            name: "USE013",
            what: "a gas meter is asked to reset voltage counters",
            plant: |stage| {
                let mut esme = Esme::of(stage.gsme().device);
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = esme.reset_voltage_counters(world, &world.operator, time);
                stage.scene.exchange(exchange.command_fault("USE013", Severity::Error));
            },
        },
        Fault {
            name: "USE014",
            what: "the invoke id of a response is not that of its counter",
            plant: |stage| {
                let mut exchange = reset(stage);
                if let Some(octet) = exchange.response.message.content.get_mut(4) {
                    *octet ^= 0x01;
                }
                stage.scene.exchange(exchange.response_fault("USE014", Severity::Error));
            },
        },
        Fault {
            name: "USE015",
            what: "the second of two requests succeeds after the first failed",
            plant: |stage| {
                let mut exchange = reset(stage);
                let failed = Answer { choice: 3, result: 250, data: Data::Null };
                answers(&mut exchange, &[failed, Answer::action(Data::Null)]);
                stage.scene.exchange(exchange.response_fault("USE015", Severity::Warning));
            },
        },
        Fault {
            name: "USE016",
            what: "a command to activate firmware has a null after its fields",
            plant: |stage| {
                let mut exchange = activation(stage);
                let content = &mut exchange.command.message.content;
                content.extend(der::null());
                if let Some(length) = content.get_mut(1) {
                    *length += 2;
                }
                stage.scene.exchange(exchange.command_fault("USE016", Severity::Error));
            },
        },
        Fault {
            name: "USE017",
            what: "a response of success where the log expects an error",
            plant: |stage| {
                let exchange = reset(stage);
                expecting(stage, exchange, ("ECS29e", Outcome::Error), Some("USE017"));
            },
        },
        Fault {
            name: "USE018",
            what: "a response of ECS29e where the log expects ECS29f",
            plant: |stage| {
                let exchange = reset(stage);
                expecting(stage, exchange, ("ECS29f", Outcome::Success), Some("USE018"));
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "USE001",
            what: "a command to one controller leaves out the entries of the four others",
            plant: |stage| {
                let exchange = controller(stage, 3);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "USE002",
            what: "a response to two requests that were both refused has an answer for each",
            plant: |stage| {
                let mut exchange = reset(stage);
                Esme::refuse(&mut exchange, &[3, 3], 0);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "USE003",
            what: "a TRUE that is 0x01, as TRUE is any octet but zero",
            plant: |stage| {
                let mut exchange = listed(stage, JOINING_WINDOW);
                replace(&mut exchange.command.message.content, &[0x03, 0xFF], &[0x03, 0x01]);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "USE004",
            what: "a log comes as a compact array, where the use case has an array",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let now = esme.device.clock(time);
                let exchange = esme.read_voltage(world, &world.operator, time, (now - 7200, now));
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "USE005",
            what: "a text of 116 octets for the display",
            plant: |stage| {
                let exchange = display(stage, DISPLAY_OCTETS);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "USE006",
            what: "a joining window of 3600 s, the longest",
            plant: |stage| {
                let exchange = listed(stage, JOINING_WINDOW);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "USE007",
            what: "a command of 31 components of one kind, the most that it may have",
            plant: |stage| {
                let exchange = month(stage);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "USE008",
            what: "of 31 components of a response the last alone is marked as the last",
            plant: |stage| {
                let exchange = month(stage);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "USE009",
            what: "the sequence numbers of 31 components count from 0 to 30",
            plant: |stage| {
                let exchange = month(stage);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "USE010",
            what: "a component of exactly 256 octets, whose length begins with a zero octet",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let now = gsme.device.clock(stage.begin);
                // Three octets of the frame and five of the answer stand in front of the entries.
                let entries: Vec<_> = (0..31).map(|n| (now - 3000 + n * 60, DONE)).collect();
                let answer = EventLog::Event.published(&entries);
                let range = (now - 3600, now);
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = gsme.read_event_log(world, time, EventLog::Event, range, answer);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "USE011",
            what: "a Default Response answers the command that was sent, with the last ZCL status",
            plant: |stage| {
                let mut exchange = gas(stage);
                let answer = gbz::default_response(0x0702, 0x00, CALIBRATION_ERROR, false);
                exchange.response.message.content = gbz::components(&gbz::numbered(vec![answer]));
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "USE012",
            what: "the broker starts the network log for the network operator, whose right it is",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let exchange = gsme.start_network_log(&stage.world, stage.at(1), 360, 41);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "USE013",
            what: "a hub is asked for its firmware by ECS52, which is for electricity meters and hubs",
            plant: |stage| {
                let mut hub = Esme::of(stage.hub().device);
                let exchange =
                    hub.read_firmware(&stage.world, stage.at(1), [0x00, 0x01, 0x02, 0x00]);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "USE014",
            what: "the counter has gone past its low three octets, and the invoke id begins again",
            plant: |stage| {
                let exchange = reset(stage);
                let counter = exchange.command.message.counter;
                let begun = counter.next_multiple_of(1 << 24);
                stage.scene.exchange(exchange.renumbered(begun).response_passes());
            },
        },
        Fault {
            name: "USE015",
            what: "both requests fail",
            plant: |stage| {
                let mut exchange = reset(stage);
                let failed = Answer { choice: 3, result: 250, data: Data::Null };
                answers(&mut exchange, &[failed.clone(), failed]);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "USE016",
            what: "a command to activate firmware has a time after its fields, which it may have",
            plant: |stage| {
                let at = generalized(stage.at(60));
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let noted = Activation::Noted;
                let exchange = esme.activate_firmware(world, time, [0x5A; 32], Some(&at), noted);
                stage.scene.exchange(exchange.command_passes());
                let commanded = counter(time);
                let alert = esme.firmware_activated(&world.supplier, commanded, &at, NEW);
                stage.scene.from_device(stage.at(61), esme.device.id(), &alert);
            },
        },
        Fault {
            name: "USE017",
            what: "a log without entries where the log expects that nothing is found",
            plant: |stage| {
                let mut esme = stage.esme();
                let now = esme.device.clock(stage.begin);
                let range = (now - 3600, now);
                let exchange = esme.read_events(&stage.world, stage.at(1), range, &[]);
                expecting(stage, exchange, ("ECS35a", Outcome::NotFound), None);
            },
        },
        Fault {
            name: "USE018",
            what: "the log writes the use case that it expects in small letters",
            plant: |stage| {
                let exchange = reset(stage);
                expecting(stage, exchange, ("ecs29e", Outcome::Success), None);
            },
        },
    ],
};

/// A hub is to list a device for a window of so many seconds, and does not.
fn listed(stage: &mut Stage<'_>, window: u16) -> Exchange {
    let mut hub = stage.hub();
    let joining = Joining::new(stage.other_device(), DeviceKind::Esme, window);
    let mut exchange = hub.list(&stage.world, &stage.world.supplier, stage.at(1), &joining);
    Esme::refuse(&mut exchange, &[3, 2, 2], 0);
    exchange
}

/// A controller is set for an hour.
fn controller(stage: &mut Stage<'_>, number: u8) -> Exchange {
    let mut esme = stage.esme();
    let start = esme.device.clock(stage.at(60));
    let period = (start, start + 3600);
    esme.set_controller(&stage.world, stage.at(1), [number, number], period)
}

/// The daily reads of a month.
fn month(stage: &mut Stage<'_>) -> Exchange {
    let mut gsme = stage.gsme();
    let now = gsme.device.clock(stage.begin);
    gsme.read_daily_reads(&stage.world, stage.at(1), |_| (now - 31 * 86_400, now))
}

/// A text of so many octets for the meter's display.
fn display(stage: &mut Stage<'_>, octets: usize) -> Exchange {
    stage.esme().display(&stage.world, stage.at(1), octets)
}

fn activation(stage: &mut Stage<'_>) -> Exchange {
    let done = Activation::Done(NEW);
    stage.esme().activate_firmware(&stage.world, stage.at(1), [0x5A; 32], None, done)
}

/// An exchange, of whose response the log expects a use case and an outcome.
fn expecting(
    stage: &mut Stage<'_>,
    exchange: Exchange,
    (use_case, outcome): (&str, Outcome),
    rule: Option<&'static str>,
) {
    stage.scene.command(exchange.asked, exchange.device, &exchange.command);
    let response = stage.scene.from_device(exchange.answered, exchange.device, &exchange.response);
    if let Body::Message(message) = &mut response.body {
        message.expect =
            Some(Box::new(Expect { use_case: Some(use_case.to_owned()), outcome: Some(outcome) }));
    }
    match rule {
        Some(rule) => response.warning(rule),
        None => response.passes(),
    };
}

fn reset(stage: &mut Stage<'_>) -> Exchange {
    let mut esme = stage.esme();
    esme.reset_voltage_counters(&stage.world, &stage.world.operator, stage.at(1))
}

fn reset_with(stage: &mut Stage<'_>, requests: &[Request]) -> Exchange {
    let mut esme = stage.esme();
    esme.accepted(&stage.world, &stage.world.operator, stage.at(1), 0x00D3, requests)
}

fn registers(stage: &mut Stage<'_>) -> Exchange {
    let mut esme = stage.esme();
    esme.read_registers(&stage.world, &stage.world.supplier, stage.at(1))
}

fn gas(stage: &mut Stage<'_>) -> Exchange {
    let mut gsme = stage.gsme();
    gsme.read_registers(&stage.world, stage.at(1), Registers::Consumption)
}

fn behaviours(stage: &mut Stage<'_>) -> Exchange {
    let mut gsme = stage.gsme();
    gsme.read_behaviours(&stage.world, stage.at(1), 0x81FF, &CONFIGURABLE)
}

fn group_request() -> Component {
    Component::new(0x0708, 0x09, 0x05, vec![0xFF, 0x81])
}

fn answers(exchange: &mut Exchange, answers: &[Answer]) {
    let invoke_id = dlms::invoke_id(counter(exchange.asked));
    exchange.response.message.content = dlms::access_response(invoke_id, answers);
}

/// The maximum demand schedule is read.
fn maximum_demand(stage: &mut Stage<'_>) -> Exchange {
    let mut esme = stage.esme();
    let (world, time) = (&stage.world, stage.at(1));
    esme.read_maximum_demand(world, &world.operator, time)
}

/// Puts `with` in the place of the first `what`.
fn replace(octets: &mut Vec<u8>, what: &[u8], with: &[u8]) {
    if let Some(at) = octets.windows(what.len()).position(|part| part == what) {
        octets.splice(at..at + what.len(), with.iter().copied());
    }
}

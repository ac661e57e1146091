//! Faults of alerts, and of how a gas meter reports its behaviours.

use gbcs_parser::encode::dlms::{self, Data};
use gbcs_parser::encode::gbz;

use super::{Family, Fault, Stage};
use crate::devices::esme::Variant;
use crate::devices::gsme::CONFIGURABLE;
use crate::protect::Draft;
use crate::scene::{Exchange, Planned, Severity};
use crate::world::{DAY, HOUR, MINUTE, SECOND, after};

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "ALT001",
            what: "an alert without time stamp",
            plant: |stage| {
                let mut esme = stage.esme();
                let operator = &stage.world.operator;
                let draft = esme.device.alert(operator, 0x1001, false, |counter| {
                    let body = Data::Structure(vec![Data::LongUnsigned(0x8002)]);
                    dlms::data_notification(dlms::invoke_id(counter), &body)
                });
                let time = stage.at(1);
                stage.scene.from_device(time, esme.device.id(), &draft).error("ALT001");
            },
        },
        Fault {
            name: "ALT001-code",
            what: "an alert under the message code of outages has the code of a future dated command",
            plant: |stage| {
                let mut esme = stage.esme();
                let time = stage.at(1);
                let off = esme.device.clock(time);
                let outage = (off, off + 600);
                let time = after(time, HOUR);
                let mut draft = esme.outage_alert(&stage.world.operator, time, outage);
                set_code(&mut draft, 0x8F66);
                stage.scene.from_device(time, esme.device.id(), &draft).error("ALT001");
            },
        },
        Fault {
            name: "ALT002",
            what: "0x81A0, which has a message code of its own, comes in 0x1001",
            plant: |stage| {
                esme_alert(stage, 0x81A0).warning("ALT002");
            },
        },
        Fault {
            name: "ALT003",
            what: "the alert code 0x80FE is in no table",
            plant: |stage| {
                esme_alert(stage, 0x80FE).warning("ALT003");
            },
        },
        Fault {
            name: "ALT004",
            what: "an electricity meter says that there is air in its gas flow",
            plant: |stage| {
                esme_alert(stage, 0x81B5).warning("ALT004");
            },
        },
        Fault {
            name: "ALT005",
            what: "an alert 61 seconds after it was turned off",
            plant: |stage| {
                alert_turned(stage, false, 61).error("ALT005");
            },
        },
        Fault {
            name: "ALT006",
            what: "settings of alerts have a mask and no actions",
            plant: |stage| {
                let exchange = settings(stage, &[0; 32]);
                stage.scene.exchange(exchange.command_fault("ALT006", Severity::Error));
            },
        },
        Fault {
            name: "ALT007",
            what: "the network operator sets which of the supplier's alerts are sent",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = esme.set_alert_behaviours(world, &world.operator, time, &[0; 64]);
                stage.scene.exchange(
                    exchange
                        .command_fault("ALT007", Severity::Error)
                        .command_fault("USE012", Severity::Error),
                );
            },
        },
        Fault {
            name: "ALT008",
            what: "a report without 0x8183",
            plant: |stage| {
                let codes: Vec<u16> =
                    CONFIGURABLE.into_iter().filter(|code| *code != 0x8183).collect();
                report(stage, &codes, Some(("ALT008", Severity::Warning)));
            },
        },
        Fault {
            name: "ALT009",
            what: "a report that has 0x8145 twice",
            plant: |stage| {
                let mut codes = CONFIGURABLE.to_vec();
                codes.push(0x8145);
                report(stage, &codes, Some(("ALT009", Severity::Error)));
            },
        },
        Fault {
            name: "ALT009-range",
            what: "a report that has 0x8002",
            plant: |stage| {
                let mut codes = CONFIGURABLE.to_vec();
                codes.push(0x8002);
                report(stage, &codes, Some(("ALT009", Severity::Error)));
            },
        },
        Fault {
            name: "ALT010",
            what: "GCS20r is answered with a Default Response of success",
            plant: |stage| {
                default_response(stage, 0x00, Some(("ALT010", Severity::Warning)));
            },
        },
        Fault {
            name: "ALT011",
            what: "GCS20r asks for the group 0x80FF",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let time = stage.at(1);
                let exchange = gsme.read_behaviours(&stage.world, time, 0x80FF, &CONFIGURABLE);
                stage.scene.exchange(exchange.command_fault("ALT011", Severity::Error));
            },
        },
        Fault {
            name: "ALT012",
            what: "an outage that ends before it begins",
            plant: |stage| {
                outage(stage, -600).error("ALT012");
            },
        },
        Fault {
            name: "ALT013",
            what: "an alert says of a command that it had another message code",
            plant: |stage| {
                not_supported(stage, 0x0045).error("ALT013");
            },
        },
        Fault {
            name: "ALT014",
            what: "a cover is opened and no alert tells of it",
            plant: |stage| {
                let mut esme = stage.esme();
                let id = esme.device.id();
                stage.scene.stimulus(stage.at(1), id, "cover-open").warning("ALT014");
                // The log goes on for longer than the alert may take.
                let later = after(stage.at(1), DAY + HOUR);
                let (world, operator) = (&stage.world, &stage.world.operator);
                stage.scene.exchange(esme.read_maximum_demand(world, operator, later));
            },
        },
        Fault {
            name: "ALT015",
            what: "an outage alert for 179 seconds",
            plant: |stage| {
                outage(stage, 179).warning("ALT015");
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "ALT001",
            what: "the alert that a limit of a controller has ended names controller and level alone",
            plant: |stage| {
                limit_ended(stage).passes();
            },
        },
        Fault {
            name: "ALT002",
            what: "0x81A1, the next to one that has a message code of its own, comes in 0x1001",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let draft = gsme.alert(&stage.world.supplier, stage.at(1), 0x81A1);
                stage.scene.from_device(stage.at(2), gsme.device.id(), &draft).passes();
            },
        },
        Fault {
            name: "ALT003",
            what: "the alert code 0x81C6, the last of those of suppliers",
            plant: |stage| {
                esme_alert(stage, 0x81C6).passes();
            },
        },
        Fault {
            name: "ALT004",
            what: "a polyphase meter says that the current of a phase is high, as only such meters do",
            plant: |stage| {
                let mut esme = stage.esme_as(|esme| esme.become_variant(Variant::Polyphase));
                let draft = esme.alert(&stage.world.operator, stage.at(1), 0x8011);
                stage.scene.from_device(stage.at(2), esme.device.id(), &draft).passes();
            },
        },
        Fault {
            name: "ALT008",
            what: "a report that has the mandated codes, and all codes in the reverse order",
            plant: |stage| {
                let codes: Vec<u16> = CONFIGURABLE.into_iter().rev().collect();
                report(stage, &codes, None);
            },
        },
        Fault {
            name: "ALT009",
            what: "a report that has each code once, and the first and the last of their range",
            plant: |stage| {
                let codes = [&CONFIGURABLE[..], &[0x8100, 0x81FF]].concat();
                report(stage, &codes, None);
            },
        },
        Fault {
            name: "ALT005",
            what: "an alert that is turned on",
            plant: |stage| {
                alert_turned(stage, true, 120).passes();
            },
        },
        Fault {
            name: "ALT005-minute",
            what: "an alert 60 seconds after it was turned off",
            plant: |stage| {
                alert_turned(stage, false, 60).passes();
            },
        },
        Fault {
            name: "ALT007",
            what: "the supplier sets which of its alerts are sent",
            plant: |stage| {
                let exchange = settings(stage, &[0xFF; 64]);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "ALT006",
            what: "settings of alerts have a mask and actions, all zero",
            plant: |stage| {
                let exchange = settings(stage, &[0; 64]);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "ALT010",
            what: "GCS20r is answered with a Default Response of the status next to success",
            plant: |stage| default_response(stage, 0x01, None),
        },
        Fault {
            name: "ALT011",
            what: "GCS20r asks for the group 0x81FF and is refused",
            plant: |stage| {
                let mut gsme = stage.gsme();
                let mut exchange = gsme.read_behaviours(&stage.world, stage.at(1), 0x81FF, &[]);
                exchange.response.message.content = refusal(0xC0);
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "ALT012",
            what: "an outage of one second, which a code without three minutes tells of",
            plant: |stage| {
                outage_as(stage, 0x8F35, 1).passes();
            },
        },
        Fault {
            name: "ALT013",
            what: "commands of two parties have one counter, and an alert to one of them names its own",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let mine = esme.reset_voltage_counters(world, &world.operator, time);
                let other = esme.read_maximum_demand(world, &world.supplier, time);
                let counter = mine.command.message.counter;
                let alert = esme.unsupported(&world.operator, stage.at(3), 0x00D3, counter);
                stage.scene.command(mine.asked, mine.device, &mine.command);
                stage.scene.exchange(other);
                stage.scene.from_device(stage.at(4), esme.device.id(), &alert).passes();
            },
        },
        Fault {
            name: "ALT014",
            what: "a cover is opened and an alert tells of it in the last second of its time",
            plant: |stage| {
                let mut esme = stage.esme();
                let id = esme.device.id();
                let opened = stage.at(1);
                stage.scene.stimulus(opened, id, "cover-open").passes();
                let draft = esme.critical_alert(&stage.world.supplier, opened, 0x8F76);
                stage.scene.from_device(after(opened, DAY), id, &draft);
            },
        },
        Fault {
            name: "ALT014-short",
            what: "the supply is off for 179 seconds, and no alert tells of it",
            plant: |stage| {
                let mut esme = stage.esme();
                let (id, off) = (esme.device.id(), stage.at(1));
                stage.scene.stimulus(off, id, "power-off");
                stage.scene.stimulus(after(off, 179 * SECOND), id, "power-on").is_left_alone();
                // The log goes on for longer than the alert may take.
                let (world, later) = (&stage.world, after(off, DAY + HOUR));
                stage.scene.exchange(esme.read_maximum_demand(world, &world.operator, later));
            },
        },
        Fault {
            name: "ALT015",
            what: "an outage alert for exactly 180 seconds",
            plant: |stage| {
                outage(stage, 180).passes();
            },
        },
    ],
};

fn settings(stage: &mut Stage<'_>, octets: &[u8]) -> Exchange {
    let mut esme = stage.esme();
    let world = &stage.world;
    esme.set_alert_behaviours(world, &world.supplier, stage.at(1), octets)
}

fn esme_alert<'s>(stage: &'s mut Stage<'_>, code: u16) -> &'s mut Planned {
    let mut esme = stage.esme();
    let time = stage.at(1);
    let draft = esme.alert(&stage.world.operator, time, code);
    stage.scene.from_device(after(time, 5 * SECOND), esme.device.id(), &draft)
}

/// The alert 0x8002 so many seconds after the log says whether it is on.
fn alert_turned<'s>(stage: &'s mut Stage<'_>, on: bool, seconds: i64) -> &'s mut Planned {
    let mut esme = stage.esme_as(|esme| esme.device.clock_ahead = 0);
    let id = esme.device.id();
    stage.scene.alert_behaviour(stage.at(1), id, 0x8002, on);
    let time = after(stage.at(1), seconds * SECOND);
    let draft = esme.alert(&stage.world.operator, time, 0x8002);
    stage.scene.from_device(after(time, 5 * SECOND), id, &draft)
}

fn report(stage: &mut Stage<'_>, codes: &[u16], expected: Option<(&'static str, Severity)>) {
    let mut gsme = stage.gsme();
    let mut exchange = gsme.read_behaviours(&stage.world, stage.at(1), 0x81FF, codes);
    if let Some((rule, severity)) = expected {
        exchange = exchange.response_fault(rule, severity);
    } else {
        exchange = exchange.response_passes();
    }
    stage.scene.exchange(exchange);
}

fn default_response(stage: &mut Stage<'_>, status: u8, expected: Option<(&'static str, Severity)>) {
    let mut gsme = stage.gsme();
    let mut exchange = gsme.read_behaviours(&stage.world, stage.at(1), 0x81FF, &[]);
    exchange.response.message.content = refusal(status);
    if let Some((rule, severity)) = expected {
        exchange = exchange.response_fault(rule, severity);
    } else {
        exchange = exchange.response_passes();
    }
    stage.scene.exchange(exchange);
}

/// A Default Response to GCS20r.
fn refusal(status: u8) -> Vec<u8> {
    let answer = gbz::default_response(0x0708, 0x05, status, true);
    gbz::components(&gbz::numbered(vec![answer]))
}

/// ECS29e, answered, and the alert that a command with its counter and this message code is not
/// supported.
fn not_supported<'s>(stage: &'s mut Stage<'_>, code: u16) -> &'s mut Planned {
    let mut esme = stage.esme();
    let (world, operator) = (&stage.world, &stage.world.operator);
    let exchange = esme.reset_voltage_counters(world, operator, stage.at(1));
    let counter = exchange.command.message.counter;
    stage.scene.exchange(exchange);
    let time = stage.at(3);
    let draft = esme.unsupported(operator, time, code, counter);
    stage.scene.from_device(after(time, 5 * SECOND), esme.device.id(), &draft)
}

/// The alert 0x8F36 after an outage of so many seconds.
fn outage<'s>(stage: &'s mut Stage<'_>, seconds: i64) -> &'s mut Planned {
    outage_as(stage, 0x8F36, seconds)
}

/// The alert of this code after an outage of so many seconds.
fn outage_as<'s>(stage: &'s mut Stage<'_>, code: u16, seconds: i64) -> &'s mut Planned {
    let mut esme = stage.esme();
    let off = stage.at(30);
    let on = after(off, seconds * SECOND);
    let outage = (esme.device.clock(off), esme.device.clock(on));
    let sent = after(off.max(on), MINUTE);
    let mut draft = esme.outage_alert(&stage.world.operator, sent, outage);
    set_code(&mut draft, code);
    stage.scene.from_device(after(sent, 5 * SECOND), esme.device.id(), &draft)
}

/// Gives a DLMS alert another code: it stands behind tag, invoke id, date-time, structure and its
/// own tag.
fn set_code(draft: &mut Draft, code: u16) {
    if let Some(place) = draft.message.content.get_mut(9..11) {
        place.copy_from_slice(&code.to_be_bytes());
    }
}

/// ECS102: the limit of the first controller has ended.
fn limit_ended<'s>(stage: &'s mut Stage<'_>) -> &'s mut Planned {
    let mut esme = stage.esme();
    let time = stage.at(1);
    let stamp = esme.device.date_time(time);
    let (id, supplier) = (esme.device.id(), &stage.world.supplier);
    let draft = esme.device.alert(supplier, 0x0122, true, |counter| {
        let said = vec![Data::Unsigned(0x21), Data::Unsigned(100)];
        dlms::alert(dlms::invoke_id(counter), 0x8F87, stamp, said)
    });
    stage.scene.from_device(time, id, &draft)
}

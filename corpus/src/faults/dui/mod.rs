//! Faults of the DUIS envelope and of DCC Alerts.

use gbcs_parser::record::{Body, DccAlert, Duis};

mod documents;

pub(super) use documents::FAMILY as DOCUMENTS;

use super::{Family, Fault, Stage};
use crate::devices::hub::request_id;
use crate::duis;
use crate::scene::{Exchange, Planned};
use crate::world::{SECOND, after};

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "DUI006",
            what: "N24 with the body of a power outage",
            plant: |stage| {
                outage(stage).warning("DUI006");
            },
        },
        Fault {
            name: "DUI001",
            what: "a request id that names another counter than the payload",
            plant: |stage| {
                response(stage, |duis, counter, parties| {
                    duis.request_id = Some(format!("{parties}:{}", counter + 1));
                })
                .error("DUI001");
            },
        },
        Fault {
            name: "DUI002",
            what: "an envelope that names another alert code than the payload",
            plant: |stage| {
                alert(stage, 0x8002, "8006").error("DUI002");
            },
        },
        Fault {
            name: "DUI003",
            what: "a response to a reset of voltage counters under service 4.10",
            plant: |stage| {
                response(stage, |duis, _, _| {
                    duis.service_reference_variant = Some("4.10".to_owned());
                })
                .error("DUI003");
            },
        },
        Fault {
            name: "DUI004",
            what: "a DCC Alert with the code Z99",
            plant: |stage| {
                let id = stage.esme().device.id();
                let alert = DccAlert { code: "Z99".to_owned(), ..DccAlert::default() };
                stage.scene.add(stage.at(1), Some(id), Body::DccAlert(alert)).info("DUI004");
            },
        },
        Fault {
            name: "DUI005",
            what: "the response code E9999",
            plant: |stage| {
                response(stage, |duis, _, _| duis.response_code = Some("E9999".to_owned()))
                    .info("DUI005");
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "DUI006",
            what: "N24 with the body of an update of the device log",
            plant: |stage| {
                let hub = stage.hub();
                let (asked, told) = (stage.at(1), stage.at(2));
                hub.outcome(stage.scene, told, "N24", &stage.world.supplier, asked).passes();
            },
        },
        Fault {
            name: "DUI001",
            what: "a request id that names the user that the broker acts for, and that user's counter",
            plant: |stage| {
                let mut hub = stage.hub();
                let (world, time) = (&stage.world, stage.at(1));
                let exchange = hub.read_logs(world, &world.supplier, time);
                let request = request_id(&world.supplier, exchange.device, time);
                enveloped(stage, exchange, |duis| duis.request_id = Some(request.to_string()))
                    .passes();
            },
        },
        Fault {
            name: "DUI002",
            what: "an envelope that writes the payload's alert code in small letters",
            plant: |stage| {
                alert(stage, 0x802A, "802a").passes();
            },
        },
        Fault {
            name: "DUI003",
            what: "a response to the setting of a clock under 6.11, the first of its two services",
            plant: |stage| {
                let exchange = stage.esme().set_clock(&stage.world, stage.at(1));
                enveloped(stage, exchange, |duis| {
                    duis.service_reference_variant = Some("6.11".to_owned());
                })
                .passes();
            },
        },
        Fault {
            name: "DUI004",
            what: "a DCC Alert with the code N999, the newest, for what is of a later DUIS",
            plant: |stage| {
                let id = stage.esme().device.id();
                let alert = DccAlert {
                    code: "N999".to_owned(),
                    body_element: Some("DUISVersionMismatch".to_owned()),
                    ..DccAlert::default()
                };
                stage.scene.add(stage.at(1), Some(id), Body::DccAlert(alert)).passes();
            },
        },
        Fault {
            name: "DUI005",
            what: "the response code E120207, the last of its list",
            plant: |stage| {
                response(stage, |duis, _, _| duis.response_code = Some("E120207".to_owned()))
                    .passes();
            },
        },
    ],
};

/// A response in an envelope that is changed; the text names requesting party and device.
fn response<'s>(
    stage: &'s mut Stage<'_>,
    change: impl FnOnce(&mut Duis, u64, &str),
) -> &'s mut Planned {
    let mut esme = stage.esme();
    let (world, time) = (&stage.world, stage.at(1));
    let exchange = esme.reset_voltage_counters(world, &world.operator, time);
    let parties = format!("{}:{}", world.operator.id, esme.device.id());
    let counter = exchange.command.message.counter;
    enveloped(stage, exchange, |duis| change(duis, counter, &parties))
}

/// A command, and its response in an envelope that is changed.
fn enveloped<'s>(
    stage: &'s mut Stage<'_>,
    exchange: Exchange,
    change: impl FnOnce(&mut Duis),
) -> &'s mut Planned {
    let mut duis = Duis { response_code: Some("I0".to_owned()), ..Duis::default() };
    change(&mut duis);
    let id = exchange.device;
    stage.scene.command(exchange.asked, id, &exchange.command);
    duis::enveloped(stage.scene, exchange.answered, id, &exchange.response, duis)
}

/// An alert in an envelope that names a code.
fn alert<'s>(stage: &'s mut Stage<'_>, alert: u16, code: &str) -> &'s mut Planned {
    let mut esme = stage.esme();
    let time = stage.at(1);
    let draft = esme.alert(&stage.world.operator, time, alert);
    let duis = Duis { alert_code: Some(code.to_owned()), ..Duis::default() };
    let sent = after(time, 5 * SECOND);
    duis::enveloped(stage.scene, sent, esme.device.id(), &draft, duis)
}

/// The DCC Alert N24 with the body that tells of a power outage.
fn outage<'s>(stage: &'s mut Stage<'_>) -> &'s mut Planned {
    let id = stage.hub().device.id();
    let time = stage.at(1);
    let body =
        format!(r#"{{"PowerOutageEvent":{{"CommsHubDeviceID":"{id}","StartDateTime":"{time}"}}}}"#);
    let alert = DccAlert { code: "N24".to_owned(), body: Some(body), ..DccAlert::default() };
    stage.scene.add(time, Some(id), Body::DccAlert(alert))
}

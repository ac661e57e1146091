//! Faults of DUIS documents. They are written as XML and read as a log of documents is.

use crate::duis::{self, DUIS_VERSION, document, sent};
use crate::faults::{Family, Fault, Stage};
use crate::party::{Party, Role};
use crate::scene::{Exchange, Planned};

/// Service of a reset of voltage counters, which the DCC does not schedule, and of reading the
/// voltage, which it does.
const RESET: &str = "6.27";
const READ: &str = "4.10";
/// The service of setting a clock, and its variant for commissioning.
const SET_CLOCK: (&str, &str) = ("8.1", "8.1.1");

pub(in crate::faults) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "DUI007",
            what: "a reset of voltage counters comes by a schedule of the DCC",
            plant: |stage| {
                let exchange = reset(stage);
                scheduled(stage, exchange, RESET).warning("DUI007");
            },
        },
        Fault {
            name: "DUI008",
            what: "a response in DUIS 2.0",
            plant: |stage| {
                let exchange = reset(stage);
                response(stage, exchange, "2.0", |body| body).error("DUI008");
            },
        },
        Fault {
            name: "DUI009",
            what: "a request is signed with the key that commands are signed with",
            plant: |stage| {
                let supplier = stage.world.supplier.clone();
                signed_request(stage, &supplier).error("DUI009");
            },
        },
        Fault {
            name: "DUI010",
            what: "an answer on WAN coverage that is blank",
            plant: |stage| {
                coverage(stage, "").info("DUI010");
            },
        },
        Fault {
            name: "DUI011",
            what: "a response without its service reference",
            plant: |stage| {
                let exchange = reset(stage);
                let reference = format!("<sr:ServiceReference>{RESET}</sr:ServiceReference>");
                response(stage, exchange, "5.4", |body| body.replace(&reference, ""))
                    .error("DUI011");
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "DUI007",
            what: "the voltage is read by a schedule of the DCC",
            plant: |stage| {
                let mut esme = stage.esme();
                let (world, time) = (&stage.world, stage.at(1));
                let now = esme.device.clock(time);
                let exchange = esme.read_voltage(world, &world.operator, time, (now - 3600, now));
                scheduled(stage, exchange, READ).passes();
            },
        },
        Fault {
            name: "DUI008",
            what: "a response in DUIS 3.0, the next after those that are withdrawn",
            plant: |stage| {
                let exchange = reset(stage);
                response(stage, exchange, "3.0", |body| body).passes();
            },
        },
        Fault {
            name: "DUI009",
            what: "a request is signed with a key that no command is signed with",
            plant: |stage| {
                // The key folder holds the keys that are used with devices: this one is not there.
                let signer = Party::organisation(stage.world.seed, Role::Supplier, 0x9FFF);
                signed_request(stage, &signer).passes();
            },
        },
        Fault {
            name: "DUI010",
            what: "an answer that there is no WAN coverage",
            plant: |stage| {
                coverage(stage, "false").passes();
            },
        },
        Fault {
            name: "DUI011",
            what: "an acknowledgement without a body",
            plant: |stage| {
                let id = stage.esme().device.id();
                let time = stage.at(1);
                let request = format!("{}:{id}:1000", stage.world.operator.id);
                let header = format!(
                    "<sr:Header><sr:RequestID>{request}</sr:RequestID>\
                 <sr:ResponseCode>I99</sr:ResponseCode>{}</sr:Header>",
                    sent(time)
                );
                document(stage.scene, time, "Response", DUIS_VERSION, &header).passes();
            },
        },
    ],
};

/// A reset of voltage counters.
fn reset(stage: &mut Stage<'_>) -> Exchange {
    let mut esme = stage.esme();
    let world = &stage.world;
    esme.reset_voltage_counters(world, &world.operator, stage.at(1))
}

/// A command, and its response in a document of a version whose body is changed.
fn response<'s>(
    stage: &'s mut Stage<'_>,
    exchange: Exchange,
    version: &str,
    change: impl FnOnce(String) -> String,
) -> &'s mut Planned {
    let user = stage.world.operator.id;
    duis::response(stage.scene, user, &exchange, (RESET, version), change)
}

/// A command, and its response as the DCC passes on what it asked by a schedule.
fn scheduled<'s>(stage: &'s mut Stage<'_>, exchange: Exchange, reference: &str) -> &'s mut Planned {
    let user = stage.world.operator.id;
    duis::scheduled(stage.scene, user, &exchange, reference)
}

/// The supplier sets a clock, by a request that says that it is signed under a party's certificate.
fn signed_request<'s>(stage: &'s mut Stage<'_>, signer: &Party) -> &'s mut Planned {
    let exchange = stage.esme().set_clock(&stage.world, stage.at(1));
    stage.scene.exchange(exchange.clone());
    duis::signed_request(stage.scene, &stage.world, &exchange, SET_CLOCK, signer)
}

/// What the DCC answers on the WAN coverage of a place.
fn coverage<'s>(stage: &'s mut Stage<'_>, available: &str) -> &'s mut Planned {
    // A log of documents alone has nothing else that the rules of messages judge.
    let exchange = reset(stage);
    stage.scene.exchange(exchange);
    let time = stage.at(3);
    duis::coverage(stage.scene, &stage.world, time, available)
}

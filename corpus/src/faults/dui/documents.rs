//! Faults of DUIS documents. They are written as XML and read as a log of documents is.

use data_encoding::BASE64;
use gbcs_parser::log::{Form, read};
use gbcs_parser::record::{Body, Time};

use crate::certificate::{Use, serial_number};
use crate::faults::{Family, Fault, Stage};
use crate::party::{Party, Role};
use crate::scene::{Exchange, Planned};
use crate::world::{SECOND, after};

/// Service of a reset of voltage counters, which the DCC does not schedule, and of reading the
/// voltage, which it does.
const RESET: &str = "6.27";
const READ: &str = "4.10";

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
                add(stage, time, "Response", "5.4", &header).passes();
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

/// Plans a document: of what its root has inside, the record that reading it gives.
fn add<'s>(
    stage: &'s mut Stage<'_>,
    time: Time,
    root: &str,
    version: &str,
    inside: &str,
) -> &'s mut Planned {
    let text = format!(
        "<sr:{root} xmlns:sr=\"http://www.dccinterface.co.uk/ServiceUserGateway\" \
         xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" schemaVersion=\"{version}\">\
         {inside}</sr:{root}>"
    );
    let record = read(Form::Xml, text.as_bytes(), "document").find_map(Result::ok);
    let (device, body) = record.map_or_else(
        || (None, Body::Unknown("document".to_owned())),
        |record| (record.device_id, record.body),
    );
    stage.scene.add(time, device, body)
}

fn sent(time: Time) -> String {
    format!("<sr:ResponseDateTime>{time}</sr:ResponseDateTime>")
}

fn payload(octets: &[u8]) -> String {
    format!("<sr:GBCSPayload>{}</sr:GBCSPayload>", BASE64.encode(octets))
}

fn service(reference: &str) -> String {
    format!(
        "<sr:ServiceReference>{reference}</sr:ServiceReference>\
         <sr:ServiceReferenceVariant>{reference}</sr:ServiceReferenceVariant>"
    )
}

/// The identifiers of the response to a command: user, device and counter, and the reverse.
fn identifiers(stage: &Stage<'_>, exchange: &Exchange) -> [String; 2] {
    let counter = exchange.command.message.counter;
    let (user, device) = (stage.world.operator.id, exchange.device);
    [format!("{user}:{device}:{counter}"), format!("{device}:{user}:{counter}")]
}

/// A command, and its response in a document whose body is changed.
fn response<'s>(
    stage: &'s mut Stage<'_>,
    exchange: Exchange,
    version: &str,
    change: impl FnOnce(String) -> String,
) -> &'s mut Planned {
    stage.scene.command(exchange.asked, exchange.device, &exchange.command);
    let [request, response] = identifiers(stage, &exchange);
    let body = change(format!("{}{}", service(RESET), payload(&exchange.response.octets())));
    let inside = format!(
        "<sr:Header><sr:RequestID>{request}</sr:RequestID>\
         <sr:ResponseID>{response}</sr:ResponseID><sr:ResponseCode>I0</sr:ResponseCode>{}\
         </sr:Header><sr:Body><sr:ResponseMessage>{body}</sr:ResponseMessage></sr:Body>",
        sent(exchange.answered)
    );
    add(stage, exchange.answered, "Response", version, &inside)
}

/// A command, and its response as the DCC passes on what it asked by a schedule.
fn scheduled<'s>(stage: &'s mut Stage<'_>, exchange: Exchange, reference: &str) -> &'s mut Planned {
    stage.scene.command(exchange.asked, exchange.device, &exchange.command);
    let [_, response] = identifiers(stage, &exchange);
    let inside = format!(
        "<sr:Header><sr:ResponseID>{response}</sr:ResponseID>\
         <sr:ResponseCode>I0</sr:ResponseCode>{}</sr:Header><sr:Body><sr:ResponseMessage>{}\
         <sr:DSPScheduledMessage>{}<sr:DSPScheduleID>7</sr:DSPScheduleID></sr:DSPScheduledMessage>\
         </sr:ResponseMessage></sr:Body>",
        sent(exchange.answered),
        service(reference),
        payload(&exchange.response.octets())
    );
    add(stage, exchange.answered, "Response", "5.4", &inside)
}

/// The supplier sets a clock, by a request that says that it is signed under a party's certificate.
fn signed_request<'s>(stage: &'s mut Stage<'_>, signer: &Party) -> &'s mut Planned {
    let mut esme = stage.esme();
    let exchange = esme.set_clock(&stage.world, stage.at(1));
    let command = exchange.command.clone();
    let (asked, device) = (exchange.asked, exchange.device);
    let request = format!("{}:{device}:{}", stage.world.supplier.id, command.message.counter);
    let seed = stage.world.seed;
    let number = serial_number(seed, signer, Use::Signature);
    stage.scene.exchange(exchange);
    let inside = format!(
        "<sr:Header><sr:RequestID>{request}</sr:RequestID><sr:CommandVariant>5</sr:CommandVariant>\
         <sr:ServiceReference>8.1</sr:ServiceReference>\
         <sr:ServiceReferenceVariant>8.1.1</sr:ServiceReferenceVariant></sr:Header>\
         <sr:Body><sr:SignedPreCommand>{}</sr:SignedPreCommand></sr:Body>\
         <ds:Signature><ds:KeyInfo><ds:X509Data><ds:X509IssuerSerial>\
         <ds:X509SerialNumber>{number}</ds:X509SerialNumber>\
         </ds:X509IssuerSerial></ds:X509Data></ds:KeyInfo></ds:Signature>",
        payload(&command.signed_pre_command())
    );
    add(stage, after(asked, -SECOND), "Request", "5.4", &inside)
}

/// What the DCC answers on the WAN coverage of a place.
fn coverage<'s>(stage: &'s mut Stage<'_>, available: &str) -> &'s mut Planned {
    // A log of documents alone has nothing else that the rules of messages judge.
    let exchange = reset(stage);
    stage.scene.exchange(exchange);
    let time = stage.at(3);
    let (user, broker) = (stage.world.operator.id, stage.world.broker.id);
    let inside = format!(
        "<sr:Header><sr:RequestID>{user}:{broker}:1000</sr:RequestID>\
         <sr:ResponseCode>I0</sr:ResponseCode>{}</sr:Header><sr:Body><sr:ResponseMessage>{}\
         <sr:DSPWANMatrix><sr:Request><sr:UPRN>1</sr:UPRN></sr:Request><sr:DSPWANMatrixResponse>\
         <sr:CSPRegion>North</sr:CSPRegion><sr:CSPRegionResponseCode>I0</sr:CSPRegionResponseCode>\
         <sr:CoverageAvailability>{available}</sr:CoverageAvailability></sr:DSPWANMatrixResponse>\
         </sr:DSPWANMatrix></sr:ResponseMessage></sr:Body>",
        sent(time),
        service("12.1"),
    );
    add(stage, time, "Response", "5.4", &inside)
}

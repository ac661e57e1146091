//! Messages as users see them: in documents of DUIS, written as XML and read as a log of documents
//! is, or in the envelope that a test bench notes.

use data_encoding::BASE64;
use gbcs_parser::EntityId;
use gbcs_parser::log::{Form, read};
use gbcs_parser::record::{Body, Direction, Duis, MessageRecord, Time};

use crate::certificate::{Use, serial_number};
use crate::party::Party;
use crate::protect::Draft;
use crate::scene::{Exchange, Planned, Scene};
use crate::world::{SECOND, World, after};

/// The version of DUIS that all take part in.
pub const DUIS_VERSION: &str = "5.4";

/// Plans a document: of what its root has inside, the record that reading it gives.
pub fn document<'s>(
    scene: &'s mut Scene,
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
    scene.add(time, device, body)
}

/// The element that says when a response was sent.
#[must_use]
pub fn sent(time: Time) -> String {
    format!("<sr:ResponseDateTime>{time}</sr:ResponseDateTime>")
}

/// The element that holds a message.
#[must_use]
pub fn payload(octets: &[u8]) -> String {
    format!("<sr:GBCSPayload>{}</sr:GBCSPayload>", BASE64.encode(octets))
}

/// The elements that name a service.
#[must_use]
pub fn service(reference: &str) -> String {
    format!(
        "<sr:ServiceReference>{reference}</sr:ServiceReference>\
         <sr:ServiceReferenceVariant>{reference}</sr:ServiceReferenceVariant>"
    )
}

/// The identifiers of the response to a command: user, device and counter, and the reverse.
fn identifiers(user: EntityId, exchange: &Exchange) -> [String; 2] {
    let (counter, device) = (exchange.command.message.counter, exchange.device);
    [format!("{user}:{device}:{counter}"), format!("{device}:{user}:{counter}")]
}

/// Notes that a document is about the device of an exchange.
fn of<'s>(exchange: &Exchange, planned: &'s mut Planned) -> &'s mut Planned {
    planned.device = Some(exchange.device);
    planned
}

/// Plans a command, and its response in a document whose body is changed.
pub fn response<'s>(
    scene: &'s mut Scene,
    user: EntityId,
    exchange: &Exchange,
    (reference, version): (&str, &str),
    change: impl FnOnce(String) -> String,
) -> &'s mut Planned {
    scene.command(exchange.asked, exchange.device, &exchange.command);
    let [request, response] = identifiers(user, exchange);
    let body = change(format!("{}{}", service(reference), payload(&exchange.response.octets())));
    let inside = format!(
        "<sr:Header><sr:RequestID>{request}</sr:RequestID>\
         <sr:ResponseID>{response}</sr:ResponseID><sr:ResponseCode>I0</sr:ResponseCode>{}\
         </sr:Header><sr:Body><sr:ResponseMessage>{body}</sr:ResponseMessage></sr:Body>",
        sent(exchange.answered)
    );
    of(exchange, document(scene, exchange.answered, "Response", version, &inside))
}

/// Plans a command, and its response as the DCC passes on what it asked by a schedule.
pub fn scheduled<'s>(
    scene: &'s mut Scene,
    user: EntityId,
    exchange: &Exchange,
    reference: &str,
) -> &'s mut Planned {
    scene.command(exchange.asked, exchange.device, &exchange.command);
    let [_, response] = identifiers(user, exchange);
    let inside = format!(
        "<sr:Header><sr:ResponseID>{response}</sr:ResponseID>\
         <sr:ResponseCode>I0</sr:ResponseCode>{}</sr:Header><sr:Body><sr:ResponseMessage>{}\
         <sr:DSPScheduledMessage>{}<sr:DSPScheduleID>7</sr:DSPScheduleID></sr:DSPScheduledMessage>\
         </sr:ResponseMessage></sr:Body>",
        sent(exchange.answered),
        service(reference),
        payload(&exchange.response.octets())
    );
    of(exchange, document(scene, exchange.answered, "Response", DUIS_VERSION, &inside))
}

/// Plans the request with which a supplier sends the signed pre-command of a command, a second
/// before the command: it says that it is signed under a party's certificate.
pub fn signed_request<'s>(
    scene: &'s mut Scene,
    world: &World,
    exchange: &Exchange,
    (service, variant): (&str, &str),
    signer: &Party,
) -> &'s mut Planned {
    let [request, _] = identifiers(world.supplier.id, exchange);
    let number = serial_number(world.seed, signer, Use::Signature);
    let inside = format!(
        "<sr:Header><sr:RequestID>{request}</sr:RequestID><sr:CommandVariant>5</sr:CommandVariant>\
         <sr:ServiceReference>{service}</sr:ServiceReference>\
         <sr:ServiceReferenceVariant>{variant}</sr:ServiceReferenceVariant></sr:Header>\
         <sr:Body><sr:SignedPreCommand>{}</sr:SignedPreCommand></sr:Body>\
         <ds:Signature><ds:KeyInfo><ds:X509Data><ds:X509IssuerSerial>\
         <ds:X509SerialNumber>{number}</ds:X509SerialNumber>\
         </ds:X509IssuerSerial></ds:X509Data></ds:KeyInfo></ds:Signature>",
        payload(&exchange.command.signed_pre_command())
    );
    let time = after(exchange.asked, -SECOND);
    of(exchange, document(scene, time, "Request", DUIS_VERSION, &inside))
}

/// Plans what the DCC answers on the WAN coverage of a place.
pub fn coverage<'s>(
    scene: &'s mut Scene,
    world: &World,
    time: Time,
    available: &str,
) -> &'s mut Planned {
    let (user, broker) = (world.operator.id, world.broker.id);
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
    document(scene, time, "Response", DUIS_VERSION, &inside)
}

/// Plans a message from a device with an envelope.
pub fn enveloped<'s>(
    scene: &'s mut Scene,
    time: Time,
    device: EntityId,
    draft: &Draft,
    duis: Duis,
) -> &'s mut Planned {
    let message = MessageRecord {
        direction: Some(Direction::FromDevice),
        interface: Some("DUIS".into()),
        payload: draft.octets(),
        duis: Some(Box::new(duis)),
        ..MessageRecord::default()
    };
    scene.add(time, Some(device), Body::Message(message))
}

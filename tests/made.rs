//! Messages made for these tests. The identities are of nobody.

use gbcs_parser::encode::dlms::{self, Answer, Data, Object, Request};
use gbcs_parser::encode::gbz::{Component, Sealed};
use gbcs_parser::encode::{MacHeader, Message, Signature, der, gbz};
use gbcs_parser::{CraFlag, EntityId};

pub const SUPPLIER: EntityId = EntityId([0x70, 0xB3, 0xD5, 0, 0, 0, 0, 1]);
pub const METER: EntityId = EntityId([0x70, 0xB3, 0xD5, 0, 0, 0, 0, 0x99]);

const CLOCK: Object = Object::new(8, [0, 0, 1, 0, 0, 255], 2);

/// A MAC that belongs to no key.
fn mac(_: &[u8]) -> [u8; 12] {
    [0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xAB]
}

fn maced(message: &Message, signature: &Signature) -> Vec<u8> {
    MacHeader::default().wrap(&message.general_signing(signature), mac)
}

/// Sets the clock and reads it: DLMS, signed and MACed.
pub fn dlms_command() -> Vec<u8> {
    let date = [0x07, 0xE9, 2, 3, 0xFF, 4, 5, 6, 0, 0x80, 0, 0xFF];
    let requests = [Request::set(CLOCK, Data::octets(date)), Request::get(CLOCK)];
    let content = dlms::access_request(dlms::invoke_id(77), &requests);
    let message = Message::new(CraFlag::Command, SUPPLIER, METER, 77, 0x0062, content);
    maced(&message, &Signature::Present(vec![0x5A; 64]))
}

/// One plain component and one encrypted.
pub fn gbz_response() -> Vec<u8> {
    let plain = Component::new(0x0702, 0x18, 0x01, vec![0x00, 0x00, 0x00, 0x20, 0x05]);
    let sealed =
        Component::new(0x0702, 0x18, 0x01, Vec::new()).sealed(Sealed::new(0, vec![0xC5; 20]));
    let content = gbz::components(&gbz::numbered(vec![plain, sealed]));
    let mut message = Message::new(CraFlag::Response, METER, SUPPLIER, 78, 0x0074, content);
    message.date_time = vec![0x07, 0xE9, 2, 3, 0xFF, 4, 5, 6, 0, 0x80, 0, 0x04];
    maced(&message, &Signature::Empty)
}

/// An alert in DER, signed.
pub fn asn1_alert() -> Vec<u8> {
    let content = der::sequence([
        der::integer(0x8F66),
        der::generalized_time("20250203040506Z"),
        der::sequence([der::integer(77), der::integer(2)]),
    ]);
    let message = Message::new(CraFlag::Alert, METER, SUPPLIER, 79, 0x00CB, content);
    message.general_signing(&Signature::Present(vec![0x5A; 64]))
}

/// An alert of DLMS without more than code and time.
pub fn dlms_alert() -> Vec<u8> {
    let date = [0x07, 0xE9, 2, 3, 0xFF, 4, 5, 6, 0, 0x80, 0, 0xFF];
    let content = dlms::alert(dlms::invoke_id(80), 0x8F20, date, Vec::new());
    let message = Message::new(CraFlag::Alert, METER, SUPPLIER, 80, 0x1000, content);
    message.general_signing(&Signature::Present(vec![0x5A; 64]))
}

/// A pre-command whose list of specifications lies about its length.
pub fn cut_short() -> Vec<u8> {
    let content = dlms::access_request(dlms::invoke_id(81), &[Request::get(CLOCK)]);
    let mut message = Message::new(CraFlag::Command, SUPPLIER, METER, 81, 0x0062, content);
    // The count of the specifications.
    message.content[6] = 9;
    message.general_signing(&Signature::Absent)
}

/// The event log of an auxiliary controller is read and given, in a use case that has no template.
pub fn log_read() -> [Vec<u8>; 2] {
    let log = Object::new(7, [0, 17, 99, 98, 2, 255], 2);
    let request = Request::get_with_selection(log, 1, dlms::time_range(471_916_800, 473_385_600));
    let entry = Data::Structure(vec![
        Data::DoubleLongUnsigned(472_000_000),
        Data::LongUnsigned(0x0101),
        Data::Enum(0),
        Data::DoubleLongUnsigned(7),
    ]);
    let answer = Answer::get(Data::Array(vec![entry]));
    let command = dlms::access_request(dlms::invoke_id(82), &[request]);
    let response = dlms::access_response(dlms::invoke_id(82), &[answer]);
    [
        Message::new(CraFlag::Command, SUPPLIER, METER, 82, 0x00BA, command),
        Message::new(CraFlag::Response, METER, SUPPLIER, 82, 0x00BA, response),
    ]
    .map(|message| maced(&message, &Signature::Empty))
}

/// All of them.
pub fn all() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("dlms_command", dlms_command()),
        ("gbz_response", gbz_response()),
        ("asn1_alert", asn1_alert()),
        ("dlms_alert", dlms_alert()),
        ("cut_short", cut_short()),
    ]
}

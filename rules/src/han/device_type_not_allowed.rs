//! HAN008: a command adds a device of a type, or with a key, that a device log does not take.

use gbcs_parser::Kind;
use gbcs_parser::catalogue::DeviceType;

use super::ccs01;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "HAN008",
    name: "device-type-not-allowed",
    summary: "A command adds a device of a type, or with a key, that a device log does not take",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "CCS01")],
    requirements: &["JOIN-09", "JOIN-10"],
    doc: include_str!("../../docs/HAN008.md"),
    concerns: |topic| topic.is_use_case(&["CCS01"]),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Type of an install code.
const INSTALL_CODE: u64 = 1;
/// Octets of an install code without its CRC.
const KEY_OCTETS: usize = 16;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(|message| ccs01::addition(message).is_some()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(addition) = subject.message.and_then(ccs01::addition) else { return };
    let [_device, key_type, key, device_type] = addition.fields.as_slice() else {
        // Another structure is the template's to name.
        return findings.not_applicable();
    };
    // What is of another type is USE004's.
    let kinds = [
        (*device_type, Kind::DlmsEnum),
        (*key_type, Kind::DlmsEnum),
        (*key, Kind::DlmsOctetString),
    ];
    let is = |(node, kind)| {
        let found = subject.message.and_then(|message| message.tree.get(node));
        found.is_some_and(|node| node.kind == kind)
    };
    if !kinds.into_iter().all(is) {
        return findings.not_applicable();
    }
    let number = subject.unsigned(*device_type);
    let known = number
        .and_then(|number| u8::try_from(number).ok())
        .is_some_and(|number| DeviceType::from_device_log(number).is_some());
    if !known {
        let actual = number.map_or(Datum::Nothing, Datum::from);
        findings.fail(Fault::at(subject.place(*device_type), "a type of the device log", actual));
    }
    let number = subject.unsigned(*key_type);
    if number != Some(INSTALL_CODE) {
        let actual = number.map_or(Datum::Nothing, Datum::from);
        findings.fail(Fault::at(subject.place(*key_type), INSTALL_CODE, actual));
    }
    let octets = subject.content(*key).len();
    if octets != KEY_OCTETS {
        let expected = Datum::octet_count(KEY_OCTETS);
        findings.fail(Fault::at(subject.place(*key), expected, Datum::octet_count(octets)));
    }
}

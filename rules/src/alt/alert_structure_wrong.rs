//! ALT001: the code, time stamp or content of an alert is not in the form of its message code.

use gbcs_parser::catalogue::{self, CodeKind};
use gbcs_parser::dlms::{Apdu, ApduKind};
use gbcs_parser::{CraFlag, Kind, Message, NodeId, Payload, gbz};

use crate::datum::Datum;
use crate::env::undecoded;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT001",
    name: "alert-structure-wrong",
    summary: "The code, time stamp or content of an alert is not in the form of its message code",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("GBCS", "16"), SpecRef::new("reference data", "alert payloads")],
    requirements: &["ALT-01", "ALT-02", "ALT-03", "ALT-10", "ALT-14", "ALT-20", "ALT-21"],
    doc: include_str!("../../docs/ALT001.md"),
    concerns: Topic::is_alert,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Octets of the hash of a firmware image.
const HASH_OCTETS: usize = 32;

/// What stands in a place of an alert's structure.
#[derive(Clone, Copy)]
enum Part {
    /// An octet-string of so many octets.
    Octets(usize),
    /// A number of one octet.
    Unsigned,
    /// Text.
    Text,
    /// Any DLMS data.
    Any,
}

/// What follows code and time stamp in the DLMS alerts of a message code; `None` where the form is
/// not established.
fn parts(message_code: u16) -> Option<&'static [Part]> {
    use Part::{Any, Octets, Text, Unsigned};
    Some(match message_code {
        0x1000 | 0x1001 => &[],
        0x00CC => &[Octets(19)],
        0x00CE => &[Octets(HASH_OCTETS)],
        0x00D5 | 0x0114 => &[Octets(25)],
        0x00F0 => &[Octets(2)],
        0x0120 => &[Octets(10)],
        0x0067 => &[Octets(12), Octets(12)],
        0x0121 => &[Unsigned, Octets(12), Octets(12), Unsigned],
        0x0122 => &[Unsigned, Unsigned],
        0x0123 => &[Text],
        0x0061 => &[Any, Any],
        0x0018 | 0x0110..=0x0113 | 0x0115 => &[Any],
        _ => return None,
    })
}

/// False for an alert code that has another message code.
fn goes_with(message_code: u16, alert_code: u16) -> bool {
    match message_code {
        0x0018 => alert_code == 0x8F12,
        0x0061 | 0x008B => alert_code == 0x8F0A,
        0x0067 => matches!(alert_code, 0x8F35..=0x8F3C),
        0x00CC | 0x00CD => matches!(alert_code, 0x8F66 | 0x8F67),
        0x00CE | 0x00CF => matches!(alert_code, 0x8F72 | 0x8F1C),
        0x00F0 | 0x00F2 => alert_code == 0x81A0,
        0x0110 => alert_code == 0x8F20,
        0x0111 => alert_code == 0x8F26,
        0x0112 => alert_code == 0x8F28,
        0x0113 => alert_code == 0x8F2A,
        0x0114 => alert_code == 0x8F2C,
        0x0115 => alert_code == 0x8F2D,
        0x0120 => alert_code == 0x8F85,
        0x0121 => alert_code == 0x8F86,
        0x0122 => alert_code == 0x8F87,
        0x0123 => alert_code == 0x8F88,
        _ => true,
    }
}

fn applies(subject: &Subject<'_>) -> Applies {
    let Some(message) = subject.message else { return Applies::No };
    let judged = matches!(message.payload, Payload::Dlms(_) | Payload::Gbz(_));
    // ENV010 names an alert under a code that is none.
    let of_commands = subject.code().is_some_and(|code| code.kind != CodeKind::Alert);
    if subject.cra() != Some(CraFlag::Alert) || !judged || of_commands {
        return Applies::No;
    }
    if undecoded::payload_is_read(message) {
        Applies::Yes
    } else {
        Applies::blocked(Reason::Undecoded)
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    match message.payload {
        Payload::Dlms(apdu) => dlms(subject, message, &apdu, findings),
        Payload::Gbz(payload) => gbz(subject, message, &payload, findings),
        _ => {}
    }
    // A code that is in no table is ALT003's.
    if let (Some((code, node)), Some(message_code)) =
        (outcome::alert_code_node(message), message.envelope.message_code())
        && catalogue::alert_code(code).is_some()
        && !goes_with(message_code, code)
    {
        let expected = format!("an alert code of 0x{message_code:04X}");
        findings.fail(Fault::at(subject.place(node), expected, Datum::Code(code)));
    }
}

fn dlms(subject: &Subject<'_>, message: &Message<'_>, apdu: &Apdu, findings: &mut Findings) {
    let Some(body) = apdu.body.filter(|_| apdu.kind == Some(ApduKind::DataNotification)) else {
        if let Some(content) = message.envelope.content {
            findings.fail(Fault::at(subject.place(content), "a data-notification", "another unit"));
        }
        return;
    };
    let node = |id: NodeId| message.tree.get(id);
    if node(body).is_none_or(|body| body.kind != Kind::DlmsStructure) {
        let kind = node(body).map(|body| body.kind.type_name(0).into_owned());
        findings.fail(Fault::at(subject.place(body), "structure", kind.unwrap_or_default()));
        return;
    }
    let members: Vec<_> = message.tree.members(body).collect();
    let head = [Part::Any, Part::Octets(12)];
    let form = message.envelope.message_code().and_then(parts);
    if let Some(form) = form
        && members.len() != head.len() + form.len()
    {
        findings.fail(Fault::at(
            subject.place(body),
            Datum::Quantity((head.len() + form.len()) as i128, "members"),
            Datum::Quantity(members.len() as i128, "members"),
        ));
        return;
    }
    if let Some(code) = members.first()
        && node(*code).is_some_and(|code| code.kind != Kind::DlmsLongUnsigned)
    {
        let kind = node(*code).map(|code| code.kind.type_name(0).into_owned());
        findings.fail(Fault::at(subject.place(*code), "long-unsigned", kind.unwrap_or_default()));
    }
    let form = head.iter().chain(form.unwrap_or_default()).zip(&members).skip(1);
    for (part, member) in form {
        let Some(found) = node(*member) else { continue };
        let octets = subject.content(*member).len();
        let (fits, expected) = match part {
            Part::Any => (true, Datum::Nothing),
            Part::Octets(count) => (
                matches!(found.kind, Kind::DlmsOctetString) && octets == *count,
                Datum::Text(format!("octet-string of {count} octets")),
            ),
            Part::Unsigned => (found.kind == Kind::DlmsUnsigned, Datum::Word("unsigned")),
            Part::Text => (found.kind == Kind::DlmsUtf8String, Datum::Word("utf8-string")),
        };
        if !fits {
            let name = found.kind.type_name(octets);
            let actual = if found.kind.is_container() {
                name.into_owned()
            } else {
                format!("{name} of {octets} octets")
            };
            findings.fail(Fault::at(subject.place(*member), expected, actual));
        }
    }
}

/// A GBZ alert: the decoder has read its code and time, and its content by the code.
fn gbz(
    subject: &Subject<'_>,
    message: &Message<'_>,
    payload: &gbz::Payload,
    findings: &mut Findings,
) {
    let Some(alert) = payload.alert else { return };
    if alert.time.is_none() {
        findings.fail(Fault::at(subject.place(payload.node), "a time stamp", Datum::Nothing));
    }
    let generic = matches!(message.envelope.message_code(), Some(0x1000 | 0x1001));
    for node in message.tree.children(payload.node) {
        let due = match message.tree.get(node).map(|node| node.element) {
            Some(gbz::elements::FIRMWARE_HASH) => HASH_OCTETS,
            Some(gbz::elements::ALERT_CONTENT) if generic => 0,
            _ => continue,
        };
        let octets = subject.content(node).len();
        if octets != due {
            let (due, found) = (Datum::octet_count(due), Datum::octet_count(octets));
            findings.fail(Fault::at(subject.place(node), due, found));
        }
    }
}

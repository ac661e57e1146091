//! USE001: the access requests are not those of the use case.

use gbcs_parser::catalogue::matching::align_requests;
use gbcs_parser::catalogue::{DlmsRequest, UseCase, use_case_of_code};
use gbcs_parser::dlms::{AccessKind, AccessRequest, Apdu, ApduKind};
use gbcs_parser::{CraFlag, Payload};

use super::dlms::is_entry;
use super::taken;
use crate::datum::Datum;
use crate::env::undecoded;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE001",
    name: "dlms-request-list-differs",
    summary: "The access requests are not those of the use case",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases")],
    requirements: &[],
    doc: include_str!("../../docs/USE001.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn template(subject: &Subject<'_>) -> Option<(Apdu, &'static UseCase)> {
    let message = subject.message?;
    let Payload::Dlms(apdu) = message.payload else { return None };
    let use_case = use_case_of_code(message.envelope.message_code()?)?;
    let judged_elsewhere = taken::REQUEST_LISTS.iter().any(|(id, _)| *id == use_case.id);
    (subject.cra() == Some(CraFlag::Command)
        && !use_case.dlms_requests.is_empty()
        && !judged_elsewhere)
        .then_some((apdu, use_case))
}

fn applies(subject: &Subject<'_>) -> Applies {
    match (template(subject), subject.message) {
        (Some((apdu, _)), Some(message))
            if undecoded::payload_is_read(message)
                && apdu.kind == Some(ApduKind::AccessRequest) =>
        {
            Applies::Yes
        }
        (Some(_), _) => Applies::blocked(Reason::Undecoded),
        _ => Applies::No,
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some((apdu, use_case))) = (subject.message, template(subject)) else {
        return;
    };
    let template = use_case.dlms_requests;
    if is_straight(apdu.requests(message), template) {
        return;
    }
    let requests: Vec<AccessRequest> = apdu.requests(message).collect();
    let Some(difference) = align_requests(&requests, template).difference else { return };
    let due = difference.due.and_then(|due| template.get(due));
    let expected = due.map_or(Datum::Word("the end of the list"), |entry| {
        Datum::Text(name(entry.access, entry.class_id, entry.obis, entry.index))
    });
    let found = requests.get(difference.at);
    let actual = found.map_or(Datum::Word("the end of the list"), |entry| {
        Datum::Text(name(entry.kind, entry.class_id, entry.obis, entry.index))
    });
    let node = found.map(|entry| entry.node).or(apdu.specifications);
    let mut place = node.map_or_else(|| subject.record_place(""), |node| subject.place(node));
    if let Some(item) = due.and_then(|entry| use_case.items_of(entry).next()) {
        place.field.push_str(&format!(" (row {}: {})", item.mapping_row, item.object));
    }
    findings.fail(Fault::at(place, expected, actual));
}

/// True where the entries are those of the template, as they are in most messages. What is not
/// straight may still fit, where an optional entry looks like the next one.
fn is_straight(
    requests: impl Iterator<Item = AccessRequest>,
    template: &'static [DlmsRequest],
) -> bool {
    let mut due = template.iter();
    for request in requests {
        match due.find(|entry| is_entry(&request, entry) || !entry.optional) {
            Some(entry) if is_entry(&request, entry) => {}
            _ => return false,
        }
    }
    due.all(|entry| entry.optional)
}

/// `get 3/1-0:32.32.0.4/2`: kind, class, OBIS code and index.
fn name(access: AccessKind, class_id: u16, obis: [u8; 6], index: u8) -> String {
    let access = match access {
        AccessKind::Get => "get",
        AccessKind::Set => "set",
        AccessKind::Action => "action",
        AccessKind::GetWithSelection => "get with selection",
    };
    let [a, b, c, d, e, f] = obis;
    format!("{access} {class_id}/{a}-{b}:{c}.{d}.{e}.{f}/{index}")
}

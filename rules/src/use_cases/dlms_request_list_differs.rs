//! USE001: the access requests are not those of the use case.

use gbcs_parser::catalogue::matching::align_requests;
use gbcs_parser::catalogue::{DlmsRequest, ProtectedAttribute, UseCase, use_case_of_code};
use gbcs_parser::dlms::{AccessKind, AccessRequest, Apdu, ApduKind};
use gbcs_parser::{CraFlag, Message, NodeId, Payload};

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
    concerns: |topic| topic.is_dlms() && topic.is_command(),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Stands where a list ends.
const END: &str = "the end of the list";

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
    match template(subject) {
        Some((apdu, _))
            if undecoded::is_payload_read(subject)
                && apdu.kind == Some(ApduKind::AccessRequest) =>
        {
            Applies::Yes
        }
        Some(_) => Applies::blocked(Reason::Undecoded),
        None => Applies::No,
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some((apdu, use_case))) = (subject.message, template(subject)) else {
        return;
    };
    let template = use_case.dlms_requests;
    if is_straight(apdu.requests(message), template) {
        protected(subject, message, &apdu, template, findings);
        return;
    }
    let requests = apdu.requests(message);
    let Some(difference) = align_requests(requests, template).difference else {
        protected(subject, message, &apdu, template, findings);
        return;
    };
    let due = difference.due.and_then(|due| template.get(due));
    let expected = due.map_or(Datum::Word(END), |entry| {
        Datum::Text(name(entry.access, entry.class_id, entry.obis, entry.index))
    });
    let found = requests.get(difference.at);
    let actual = found.map_or(Datum::Word(END), |entry| {
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
fn is_straight(requests: &[AccessRequest], template: &'static [DlmsRequest]) -> bool {
    let mut due = template.iter();
    for request in requests {
        match due.find(|entry| is_entry(request, entry) || !entry.optional) {
            Some(entry) if is_entry(request, entry) => {}
            _ => return false,
        }
    }
    due.all(|entry| entry.optional)
}

/// The attributes that class 30 entries ask for: those of the use case, in its order.
fn protected(
    subject: &Subject<'_>,
    message: &Message<'_>,
    apdu: &Apdu,
    template: &'static [DlmsRequest],
    findings: &mut Findings,
) {
    if template.iter().all(|entry| entry.protected.is_empty()) {
        return;
    }
    for request in apdu.requests(message) {
        let entry =
            template.iter().find(|entry| is_entry(request, entry) && !entry.protected.is_empty());
        let (Some(entry), Some(data)) = (entry, request.data) else { continue };
        // What is no structure is USE004's.
        let Some(list) = message.tree.members(data).next() else { continue };
        let mut due = entry.protected.iter();
        let named = |due: Option<&ProtectedAttribute>| match due {
            Some(due) => Datum::Text(attribute_name(due.class_id, due.obis, due.index)),
            None => Datum::Word(END),
        };
        let differing = message.tree.members(list).find_map(|object| {
            let due = due.next();
            let found = attribute_of(subject, message, object);
            let same = due.is_some_and(|due| found == Some((due.class_id, due.obis, due.index)));
            (!same).then_some((object, due, found))
        });
        if let Some((object, due, found)) = differing {
            let found = found
                .map_or(Datum::Word("another structure"), |(class_id, obis, index)| {
                    Datum::Text(attribute_name(class_id, obis, index))
                });
            findings.fail(Fault::at(subject.place(object), named(due), found));
        } else if let Some(due) = due.next() {
            findings.fail(Fault::at(subject.place(list), named(Some(due)), END));
        }
    }
}

/// Class, OBIS code and attribute of an object definition.
fn attribute_of(
    subject: &Subject<'_>,
    message: &Message<'_>,
    object: NodeId,
) -> Option<(u16, [u8; 6], u8)> {
    let mut parts = message.tree.members(object);
    let class_id = subject.unsigned(parts.next()?)?;
    let obis = subject.content(parts.next()?);
    let [index] = subject.content(parts.next()?) else { return None };
    Some((class_id.try_into().ok()?, obis.try_into().ok()?, *index))
}

/// `get 3/1-0:32.32.0.4/2`: kind, class, OBIS code and index.
fn name(access: AccessKind, class_id: u16, obis: [u8; 6], index: u8) -> String {
    let access = match access {
        AccessKind::Get => "get",
        AccessKind::Set => "set",
        AccessKind::Action => "action",
        AccessKind::GetWithSelection => "get with selection",
    };
    format!("{access} {}", attribute_name(class_id, obis, index))
}

/// `3/1-0:32.32.0.4/2`: class, OBIS code and index.
fn attribute_name(class_id: u16, [a, b, c, d, e, f]: [u8; 6], index: u8) -> String {
    format!("{class_id}/{a}-{b}:{c}.{d}.{e}.{f}/{index}")
}

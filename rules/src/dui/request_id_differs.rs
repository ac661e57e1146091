//! DUI001: RequestID or ResponseID disagrees with the payload.

use gbcs_parser::record::RequestId;
use gbcs_parser::{CraFlag, EntityId};

use super::{document, envelope, is_returned_locally, maker};
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DUI001",
    name: "request-id-differs",
    summary: "RequestID or ResponseID disagrees with the payload",
    severity: Severity::Error,
    about: About::Dcc,
    basis: Basis::ReferenceData,
    refs: &[
        SpecRef::new("DUIS", "RequestID and ResponseID"),
        SpecRef::new("reference data", "requests and their messages"),
    ],
    requirements: &["DCC-02"],
    doc: include_str!("../../docs/DUI001.md"),
    concerns: |topic| topic.has_duis,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let stated = envelope(subject)
        .is_some_and(|duis| duis.request_id.is_some() || duis.response_id.is_some());
    Applies::when(stated && subject.cra().is_some())
}

/// What an id should say; nothing is compared with what the message does not tell.
#[derive(Clone, Copy)]
struct Due {
    user: Option<EntityId>,
    device: Option<EntityId>,
    counter: Option<u64>,
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some(duis)) = (subject.message, envelope(subject)) else { return };
    let envelope = &message.envelope;
    let alert = subject.cra() == Some(CraFlag::Alert);
    let (user, device) = match subject.cra() {
        Some(CraFlag::Command) => (envelope.originator(), envelope.recipient()),
        _ => (envelope.recipient(), envelope.originator()),
    };
    // The broker acts for somebody: that party's id and counter count. In alerts it has none.
    let due = match envelope.supplementary_party() {
        None => Due { user, device, counter: envelope.counter() },
        Some(_) if alert => Due { user: None, device, counter: envelope.counter() },
        Some(party) => Due { user: Some(party), device, counter: envelope.supplementary_counter() },
    };
    // The DCC itself counts what it sends by a schedule.
    let scheduled = document(subject).is_some_and(|d| d.named("DSPScheduledMessage").is_some());
    let request_id = if is_returned_locally(subject) {
        let original = document(subject).and_then(|document| {
            let n = document.named("OriginalRequestID")?;
            document.elements.get(n).map(|element| element.text.to_string())
        });
        if original.is_none() {
            return findings.not_applicable();
        }
        original
    } else {
        duis.request_id.clone()
    };
    if let Some(text) = &request_id {
        // The id of a request that was answered by an alert has the request's counter.
        let counter = due.counter.filter(|_| !alert && !scheduled);
        let read = text.parse::<RequestId>().ok();
        let read = read.map(|id| (id.originator, id.target, id.counter));
        compare(subject, "duis.request_id", text, read, Due { counter, ..due }, findings);
    }
    if let Some(text) = duis.response_id.as_ref().filter(|_| !is_returned_locally(subject)) {
        let counter = due.counter.filter(|_| !scheduled);
        let read = text.parse::<RequestId>().ok();
        // The device comes first.
        let read = read.map(|id| (id.target, id.originator, id.counter));
        compare(subject, "duis.response_id", text, read, Due { counter, ..due }, findings);
    }
}

fn compare(
    subject: &Subject<'_>,
    field: &'static str,
    text: &str,
    read: Option<(EntityId, EntityId, u64)>,
    due: Due,
    findings: &mut Findings,
) {
    let mut fail = |expected: Datum, actual: Datum| {
        let place = subject.record_place(field);
        findings.fail(Fault::at(place, expected, actual).about(maker(subject)));
    };
    let Some((user, device, counter)) = read else {
        return fail("two identities and a counter".into(), text.to_owned().into());
    };
    for (due, found) in [(due.user, user), (due.device, device)] {
        if let Some(due) = due.filter(|due| *due != found) {
            fail(due.into(), found.into());
        }
    }
    if let Some(due) = due.counter.filter(|due| *due != counter) {
        fail(due.into(), counter.into());
    }
}

//! USE002: the response has another number of entries, or other kinds, than its command.

use gbcs_parser::catalogue::{DlmsRequest, use_case_of_code};
use gbcs_parser::dlms::{Apdu, ApduKind};
use gbcs_parser::{Message, Payload};

use crate::datum::Datum;
use crate::env::undecoded;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Exchange;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE002",
    name: "dlms-response-list-differs",
    summary: "The response has another number of entries, or other kinds, than its command",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases"), SpecRef::new("IEC 62056-5-3", "access response")],
    requirements: &["MSG-16"],
    doc: include_str!("../../docs/USE002.md"),
    concerns: Topic::is_dlms,
    applies,
    check: Check::Answer(exchange, alone),
    ..Rule::TEMPLATE
};

fn response(message: &Message<'_>) -> Option<Apdu> {
    match message.payload {
        Payload::Dlms(apdu) if apdu.kind == Some(ApduKind::AccessResponse) => Some(apdu),
        _ => None,
    }
}

fn applies(subject: &Subject<'_>) -> Applies {
    match subject.message.map(|message| (message, response(message))) {
        Some((_, Some(_))) if undecoded::is_payload_read(subject) => Applies::Yes,
        Some((_, Some(_))) => Applies::blocked(Reason::Undecoded),
        _ => Applies::No,
    }
}

fn exchange(exchange: &Exchange<'_>, findings: &mut Findings) {
    let asked = exchange.command.message.filter(|message| undecoded::payload_is_read(message));
    let Some((message, Payload::Dlms(apdu))) = asked.map(|message| (message, message.payload))
    else {
        findings.blocked(Reason::Undecoded, "the command");
        return;
    };
    let due = || apdu.requests(message).iter().map(|request| request.kind.answer_choice());
    compare(&exchange.response, findings, due);
}

fn alone(subject: &Subject<'_>, findings: &mut Findings) {
    let code = subject.message.and_then(|message| message.envelope.message_code());
    let template = code.and_then(use_case_of_code).map_or(&[][..], |found| found.dlms_requests);
    if template.is_empty() {
        findings.blocked(Reason::NoCounterpart, "");
        return;
    }
    let Some((message, apdu)) = subject.message.and_then(|m| Some((m, response(m)?))) else {
        return;
    };
    let all = apdu.results(message).len() == template.len();
    let mandatory = template.iter().filter(|entry| !entry.optional).count();
    let count = apdu.results(message).len();
    if !all && (mandatory..template.len()).contains(&count) {
        // Which of the optional entries were asked for decides on the order.
        let kinds: Vec<u8> = apdu.results(message).iter().map(|result| result.choice).collect();
        if !fits(&kinds, template) {
            compare(subject, findings, || {
                template.iter().map(|entry| entry.access.answer_choice())
            });
        } else if data_count(message, apdu) != count {
            compare(subject, findings, || kinds.iter().copied());
        }
        return;
    }
    compare(subject, findings, || template.iter().map(|entry| entry.access.answer_choice()));
}

/// Whether the kinds are those of the template with some optional entries left out.
fn fits(kinds: &[u8], template: &[DlmsRequest]) -> bool {
    use gbcs_parser::catalogue::matching::{Slot, align};
    let slot = |entry: &DlmsRequest| if entry.optional { Slot::OPTIONAL } else { Slot::ONCE };
    let same = |kind: &u8, entry: &DlmsRequest| *kind == entry.access.answer_choice();
    align(kinds, template, slot, same).difference.is_none()
}

fn data_count(message: &Message<'_>, apdu: Apdu) -> usize {
    apdu.data.map_or(0, |list| message.tree.members(list).count())
}

fn compare<I: Iterator<Item = u8>>(
    subject: &Subject<'_>,
    findings: &mut Findings,
    due: impl Fn() -> I,
) {
    let Some((message, apdu)) = subject.message.and_then(|m| Some((m, response(m)?))) else {
        return;
    };
    let expected = due().count();
    let lists =
        [(apdu.results, apdu.results(message).len()), (apdu.data, data_count(message, apdu))];
    for (list, count) in lists {
        if count != expected {
            let place = list.map_or_else(|| subject.record_place(""), |node| subject.place(node));
            let entries = |count: usize| Datum::Quantity(count as i128, "entries");
            findings.fail(Fault::at(place, entries(expected), entries(count)));
            return;
        }
    }
    for (result, due) in apdu.results(message).iter().zip(due()) {
        if result.choice != due {
            let (due, found) = (name(due), name(result.choice));
            findings.fail(Fault::at(subject.place(result.node), due, found));
        }
    }
}

fn name(choice: u8) -> &'static str {
    match choice {
        1 => "get",
        2 => "set",
        3 => "action",
        _ => "another kind",
    }
}

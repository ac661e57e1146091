//! SEC008: an item that the use case marks sensitive travels unencrypted.

use gbcs_parser::catalogue::UseCase;
use gbcs_parser::catalogue::matching::{align_answers, is_default_response};
use gbcs_parser::gbz::Payload as Gbz;
use gbcs_parser::{CraFlag, Kind, Message, Payload};

use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::use_cases::{Aligned, aligned};
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "SEC008",
    name: "sensitive-item-in-clear",
    summary: "An item that the use case marks sensitive travels unencrypted",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "8.4"), SpecRef::new("GBCS", "use cases")],
    requirements: &[],
    doc: include_str!("../../docs/SEC008.md"),
    concerns: |topic| topic.is_response() || topic.is_alert(),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let sends = matches!(subject.cra(), Some(CraFlag::Response | CraFlag::Alert));
    let sensitive = subject.code().is_some_and(|code| code.encrypted_items == Some(true));
    if !sends || !sensitive {
        return Applies::No;
    }
    match subject.message.map(|message| message.payload) {
        Some(Payload::Dlms(_) | Payload::Gbz(_)) => Applies::Yes,
        _ => Applies::blocked(Reason::Undecoded),
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some(code)) = (subject.message, subject.code()) else { return };
    let Some(template) = subject.topic.use_case() else {
        return findings.blocked(Reason::NotSupported, code.use_case);
    };
    match message.payload {
        Payload::Gbz(payload) => {
            gbz(subject, message, &payload, template, findings);
        }
        Payload::Dlms(apdu) => {
            if template.dlms_requests.iter().all(|request| request.protected.is_empty()) {
                return findings.blocked(Reason::NotSupported, code.use_case);
            }
            let results = apdu.results(message);
            if results.len() != template.dlms_requests.len() {
                return findings.blocked(Reason::Undecoded, "entries differ from the use case's");
            }
            for (result, request) in results.iter().zip(template.dlms_requests) {
                let Some(data) = result.data.filter(|_| !request.protected.is_empty()) else {
                    continue;
                };
                let kind = |node| message.tree.get(node).map(|node| node.kind);
                let is_encrypted =
                    message.tree.descendants(data).any(|n| kind(n) == Some(Kind::Ciphertext));
                if result.code == 0 && !is_encrypted && kind(data) != Some(Kind::DlmsNull) {
                    findings.fail(Fault::at(subject.place(data), "encrypted", "in clear"));
                }
            }
        }
        Payload::Asn1(_) | Payload::None => {}
    }
}

fn gbz(
    subject: &Subject<'_>,
    message: &Message<'_>,
    payload: &Gbz,
    use_case: &'static UseCase,
    findings: &mut Findings,
) {
    let is_alert = message.envelope.cra() == Some(CraFlag::Alert);
    let template = if is_alert { use_case.gbz.alert } else { use_case.gbz.response };
    if template.iter().all(|component| !component.encrypted) {
        return findings.blocked(Reason::NotSupported, "the use case has no template");
    }
    let components = payload.components(message);
    let alignment = if is_alert {
        &Aligned::Otherwise(align_answers(message, components, template))
    } else {
        aligned(subject, message, payload, use_case)
    };
    if alignment.difference().is_some() {
        findings.blocked(Reason::Undecoded, "components differ from the use case's");
    }
    for (number, component) in components.iter().enumerate() {
        let Some(entry) = alignment.entry_of(number) else { break };
        let due = template.get(entry).is_some_and(|entry| entry.encrypted);
        if due && !component.is_encrypted() && !is_default_response(component) {
            let place = subject.place(component.control.node);
            findings.fail(Fault::at(place, "encrypted", "in clear"));
        }
    }
}

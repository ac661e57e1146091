//! USE015: entries after the first failed one succeed, or data accompany a failed get.

use gbcs_parser::dlms::{Apdu, ApduKind};
use gbcs_parser::kind::Kind;
use gbcs_parser::{Message, Payload};

use crate::datum::Datum;
use crate::env::undecoded;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE015",
    name: "failure-pattern-wrong",
    summary: "Entries after the first failed one succeed, or data accompany a failed get",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[
        SpecRef::new("IEC 62056-5-3", "access response, break on error"),
        SpecRef::new("reference data", "failed access responses"),
    ],
    requirements: &["MSG-26"],
    doc: include_str!("../../docs/USE015.md"),
    concerns: Topic::is_dlms,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Bit of the long invoke id: break on error.
const BREAK_ON_ERROR: u32 = 0x2000_0000;
/// Choice octet of the answer to a get.
const GET: u8 = 1;

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

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some((message, apdu)) = subject.message.and_then(|m| Some((m, response(m)?))) else {
        return;
    };
    let breaks = apdu.invoke_id.is_some_and(|id| id.value & BREAK_ON_ERROR != 0);
    let mut failed = None;
    for result in apdu.results(message) {
        if result.code == 0 {
            if let Some(first) = failed.filter(|_| breaks) {
                let expected = Datum::Text(format!("a failure, as entry {first} has failed"));
                findings.fail(Fault::at(subject.place(result.node), expected, "success"));
            }
            continue;
        }
        failed = failed.or(Some(result.number));
        let Some(data) = result.data.filter(|_| result.choice == GET) else { continue };
        if let Some(node) = message.tree.get(data).filter(|node| node.kind != Kind::DlmsNull) {
            let found = node.kind.type_name(0).into_owned();
            findings.fail(Fault::at(subject.place(data), "null-data", found));
        }
    }
}

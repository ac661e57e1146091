//! USE016: a DER payload does not have the structure of its use case.

use gbcs_parser::catalogue::Protocol;
use gbcs_parser::{Payload, asn1};

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE016",
    name: "asn1-structure-wrong",
    summary: "A DER payload does not have the structure of its use case",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[
        SpecRef::new("GBCS", "13, DER payloads"),
        SpecRef::new("reference data", "DER payloads"),
    ],
    requirements: &[],
    doc: include_str!("../../docs/USE016.md"),
    concerns: |topic| topic.protocol == Some(Protocol::Asn1),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    match subject.message.map(|message| (message, message.payload)) {
        Some((message, Payload::Asn1(_))) if message.envelope.language_expected.is_some() => {
            Applies::blocked(Reason::Undecoded)
        }
        Some((message, Payload::Asn1(_))) => Applies::when(asn1::has_structure(message)),
        _ => Applies::No,
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(mismatch) = subject.message.and_then(asn1::mismatch) else { return };
    findings.fail(Fault::at(
        subject.place(mismatch.node),
        Datum::Text(mismatch.expected),
        Datum::Text(mismatch.found),
    ));
}

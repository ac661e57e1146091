//! DUI003: a service reference variant does not belong to the use case of its payload.

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::{MessageCode, SERVICE_REQUESTS};

use super::{envelope, is_returned_locally, maker};
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DUI003",
    name: "service-reference-differs",
    summary: "A service reference variant does not belong to the use case of its payload",
    severity: Severity::Error,
    about: About::Dcc,
    basis: Basis::ReferenceData,
    refs: &[
        SpecRef::new("DUIS", "ServiceReferenceVariant"),
        SpecRef::new("reference data", "service references of use cases"),
    ],
    requirements: &["DCC-01"],
    doc: include_str!("../../docs/DUI003.md"),
    concerns: |topic| topic.has_duis,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Alerts answer no request, and what was returned locally belongs to another one.
fn applies(subject: &Subject<'_>) -> Applies {
    let stated = envelope(subject).is_some_and(|duis| duis.service_reference_variant.is_some());
    let answers = subject.cra().is_some_and(|flag| flag != CraFlag::Alert);
    Applies::when(stated && answers && !is_returned_locally(subject))
}

/// The variants of a use case, in the order of their text.
fn variants(code: &MessageCode) -> Vec<&'static str> {
    let mut variants: Vec<&'static str> = SERVICE_REQUESTS
        .iter()
        .filter(|request| {
            request
                .use_cases
                .iter()
                .any(|(_, use_case, other)| *other == code.code || *use_case == code.use_case)
        })
        .map(|request| request.variant)
        .chain(code.service_references.iter().copied())
        .collect();
    variants.sort_unstable();
    variants.dedup();
    variants
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let stated = envelope(subject).and_then(|duis| duis.service_reference_variant.as_deref());
    let (Some(stated), Some(code)) = (stated, subject.code()) else {
        return findings.not_applicable();
    };
    let variants = variants(code);
    if variants.is_empty() {
        return findings.not_applicable();
    }
    if !variants.contains(&stated.trim()) {
        let expected = variants.into_iter().map(Datum::Word).collect::<Vec<_>>();
        let place = subject.record_place("duis.service_reference_variant");
        let fault = Fault::at(place, expected, stated.to_owned());
        findings.fail(fault.about(maker(subject)));
    }
}

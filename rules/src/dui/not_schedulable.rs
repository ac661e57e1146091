//! DUI007: a schedule of the DCC for a service that cannot be scheduled.

use gbcs_parser::catalogue::{self, Version};

use super::{document, maker};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::ver;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DUI007",
    name: "not-schedulable",
    summary: "A schedule of the DCC for a service that cannot be scheduled",
    severity: Severity::Warning,
    about: About::Dcc,
    basis: Basis::Modification,
    refs: &[SpecRef::new("MP192", "schedulable services"), SpecRef::new("DUIS", "CreateSchedule")],
    requirements: &["DCC-05", "MP192"],
    doc: include_str!("../../docs/DUI007.md"),
    concerns: |topic| topic.has_duis,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// Services that are schedulable on devices of the first generation alone.
const SMETS1_ONLY: &[&str] = &["4.3", "4.4.3"];

/// The service that a schedule is for.
fn scheduled<'a>(subject: &Subject<'a>) -> Option<&'a str> {
    let document = document(subject)?;
    let text = |n: usize| document.elements.get(n).map(|element| &*element.text);
    if document.named("CreateSchedule").is_some() {
        return text(document.named("DSPScheduledServiceReferenceVariant")?);
    }
    document.named("DSPScheduledMessage")?;
    text(document.named("ServiceReferenceVariant")?)
}

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(scheduled(subject).is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(variant) = scheduled(subject) else { return };
    let expected = if SMETS1_ONLY.contains(&variant) {
        match first_generation(subject) {
            Some(true) => return,
            Some(false) => "a service that can be scheduled on SMETS2 devices",
            None => return findings.blocked(Reason::VersionUnknown, "SMETS1, or later"),
        }
    } else {
        match catalogue::service_request(variant) {
            Some(request) if request.dcc_scheduled => return,
            Some(_) => "a service that can be scheduled",
            None => return findings.not_applicable(),
        }
    };
    let place = subject.record_place("duis.service_reference_variant");
    let fault = Fault::at(place, expected, variant.to_owned());
    findings.fail(fault.about(maker(subject)));
}

/// Whether the device is of SMETS1; `None` where its version is not known.
fn first_generation(subject: &Subject<'_>) -> Option<bool> {
    let facts = subject.facts_now();
    let text = facts.smets_chts_version.as_deref()?;
    if text.trim().to_uppercase().starts_with("SMETS1") {
        return Some(true);
    }
    Some(ver::version_number(text)? < Version::new(2, 0))
}

//! DUI006: the body of a DCC Alert is not the one that its code is known to have.

use gbcs_parser::catalogue;
use gbcs_parser::record::{Body, DccAlert};

use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::RecordKind;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DUI006",
    name: "dcc-alert-body-unexpected",
    summary: "The body of a DCC Alert is not the one that its code is known to have",
    severity: Severity::Warning,
    about: About::Dcc,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("DUIS 5.4", "DCCAlert"), SpecRef::new("reference data", "DCC Alerts N24")],
    requirements: &[],
    doc: include_str!("../../docs/DUI006.md"),
    concerns: |topic| topic.kind == RecordKind::DccAlert,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// The codes whose body is evidenced; that of AD1 is told by its name alone.
const EVIDENCED: &[&str] = &["N24", "N25", "N999"];

/// The body that a code should have, and the one that it has.
fn bodies<'a>(subject: &Subject<'a>) -> Option<(&'static str, &'a str)> {
    let Body::DccAlert(DccAlert { code, body_element: Some(found), .. }) = &subject.record.body
    else {
        return None;
    };
    let due = catalogue::dcc_alert_code(code).filter(|entry| EVIDENCED.contains(&entry.code));
    Some((due?.body_element?, found))
}

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(bodies(subject).is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some((due, found)) = bodies(subject)
        && due != found
    {
        let place = subject.record_place("body_element");
        findings.fail(Fault::at(place, due, found.to_owned()));
    }
}

//! DUI004: DCC Alert code that DUIS 5.4 does not have.

use gbcs_parser::catalogue;
use gbcs_parser::record::Body;

use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::RecordKind;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DUI004",
    name: "dcc-alert-code-unknown",
    summary: "DCC Alert code that DUIS 5.4 does not have",
    severity: Severity::Info,
    about: About::Dcc,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("DUIS 5.4", "DCCAlertCode")],
    requirements: &[],
    doc: include_str!("../../docs/DUI004.md"),
    concerns: |topic| topic.kind == RecordKind::DccAlert,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(matches!(subject.record.body, Body::DccAlert(_)))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Body::DccAlert(alert) = &subject.record.body
        && catalogue::dcc_alert_code(&alert.code).is_none()
    {
        let place = subject.record_place("dcc_alert_code");
        findings.fail(Fault::at(place, "a code of DUIS 5.4", alert.code.clone()));
    }
}

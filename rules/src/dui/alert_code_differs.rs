//! DUI002: an envelope names another alert code than its payload.

use gbcs_parser::CraFlag;

use super::envelope;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DUI002",
    name: "alert-code-differs",
    summary: "An envelope names another alert code than its payload",
    severity: Severity::Error,
    about: About::Dcc,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("DUIS", "AlertCode")],
    requirements: &[],
    doc: include_str!("../../docs/DUI002.md"),
    concerns: |topic| topic.has_duis && topic.is_alert(),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let stated = envelope(subject).is_some_and(|duis| duis.alert_code.is_some());
    if !stated || subject.cra() != Some(CraFlag::Alert) {
        return Applies::No;
    }
    match subject.message.and_then(outcome::alert_code) {
        Some(_) => Applies::Yes,
        None => Applies::blocked(Reason::Undecoded),
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let stated = envelope(subject).and_then(|duis| duis.alert_code.as_deref());
    let (Some(stated), Some(code)) = (stated, subject.message.and_then(outcome::alert_code)) else {
        return;
    };
    let digits = stated.trim();
    let digits = digits.strip_prefix("0x").or(digits.strip_prefix("0X")).unwrap_or(digits);
    let read = u16::from_str_radix(digits, 16).ok();
    if read != Some(code) {
        let actual = read.map_or_else(|| Datum::Text(stated.to_owned()), Datum::Code);
        let place = subject.record_place("duis.alert_code");
        findings.fail(Fault::at(place, Datum::Code(code), actual));
    }
}

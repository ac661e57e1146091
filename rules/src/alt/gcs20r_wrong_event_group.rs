//! ALT011: a read of event settings asks for another group than all codes of the range 0x81.

use gbcs_parser::CraFlag;

use super::gcs20r;
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT011",
    name: "gcs20r-wrong-event-group",
    summary: "A read of event settings asks for another group than all codes of the range 0x81",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "GCS20r")],
    requirements: &["GAS-01", "MP078"],
    doc: include_str!("../../docs/ALT011.md"),
    concerns: |topic| topic.is_command() && topic.is_use_case(&["GCS20r"]),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// The group of all codes of the range 0x81.
const GROUP: u16 = 0x81FF;

fn applies(subject: &Subject<'_>) -> Applies {
    let command = subject.cra() == Some(CraFlag::Command) && subject.is_use_case(&["GCS20r"]);
    Applies::when(command && gcs20r::group_asked(subject).is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some((group, span)) = gcs20r::group_asked(subject)
        && group != GROUP
    {
        let place = subject.place_at(span, gcs20r::EVENT_FIELD);
        findings.fail(Fault::at(place, Datum::Code(GROUP), Datum::Code(group)));
    }
}

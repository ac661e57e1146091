//! ALT012: the restoration of an outage does not come after its interruption.

use gbcs_parser::record::Time;

use crate::device::outage;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT012",
    name: "outage-times-reversed",
    summary: "The restoration of an outage does not come after its interruption",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "ECS80"), SpecRef::new("SMETS", "5.7.5")],
    requirements: &["ALT-13"],
    doc: include_str!("../../docs/ALT012.md"),
    concerns: Topic::is_alert,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Alerts of an outage.
const CODES: std::ops::RangeInclusive<u16> = outage::OUTAGE_ALERTS;

fn applies(subject: &Subject<'_>) -> Applies {
    let of_outage =
        subject.message.and_then(outcome::alert_code).is_some_and(|code| CODES.contains(&code));
    if !of_outage {
        return Applies::No;
    }
    match subject.message.and_then(outage::times) {
        Some(_) => Applies::Yes,
        None => Applies::blocked(Reason::Undecoded),
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let (Some((interruption, restoration)), Some((_, node))) =
        (outage::times(message), outage::nodes(message))
    else {
        return;
    };
    if restoration <= interruption {
        let expected = format!("after {}", Time::from_seconds_2000(interruption));
        let actual = Time::from_seconds_2000(restoration);
        findings.fail(Fault::at(subject.place(node), expected, actual));
    }
}

//! ALT015: an alert of a long outage tells of one that was shorter than three minutes.

use crate::datum::Datum;
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
    code: "ALT015",
    name: "outage-alert-too-short",
    summary: "An alert of a long outage tells of one that was shorter than three minutes",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[
        SpecRef::new("practice", "alerts of electricity meters"),
        SpecRef::new("GBCS", "ECS80"),
    ],
    requirements: &["ALT-13"],
    doc: include_str!("../../docs/ALT015.md"),
    concerns: Topic::is_alert,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Alerts of an outage of three minutes or longer: of the supply, and of each phase.
const CODES: [u16; 4] = [0x8F36, 0x8F38, 0x8F3A, 0x8F3C];
/// Seconds of the shortest outage that they tell of.
const LEAST_S: u32 = 180;

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
    match restoration.checked_sub(interruption) {
        // ALT012 names times the wrong way round.
        None | Some(0) => {}
        Some(seconds) if seconds < LEAST_S => {
            findings.fail(Fault::at(
                subject.place(node),
                format!("{LEAST_S} s or more"),
                Datum::seconds(seconds.into()),
            ));
        }
        Some(_) => {}
    }
}

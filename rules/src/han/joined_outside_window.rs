//! HAN004: a device joined after the time for which the hub was asked to let it.

use serde::{Deserialize, Serialize};

use super::story::{self, Asked};
use crate::datum::Datum;
use crate::device::DeviceCheck;
use crate::device::LogEnd;
use crate::finding::{Fault, Findings, Place};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "HAN004",
    name: "joined-outside-window",
    summary: "A device joined after the time for which the hub was asked to let it",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "CCS01"), SpecRef::new("CRP649", "joining windows")],
    requirements: &["JOIN-03", "JOIN-04", "JOIN-05", "CRP535", "CRP649"],
    doc: include_str!("../../docs/HAN004.md"),
    concerns: story::concerns,
    applies,
    check: Check::Device(|| Box::new(State)),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(story::belongs(subject))
}

/// What is remembered is the [`story::Story`] of the hub.
#[derive(Serialize, Deserialize)]
struct State;

impl DeviceCheck for State {
    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        let story = end.story;
        if story.truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
        for request in &story.requests {
            let Asked::Add(joining) = &request.asked else { continue };
            // The window opens only where the hub has accepted all of the command.
            if request.accepted != Some(true) {
                continue;
            }
            let (Some((joined, _)), Some(place), Some(window)) =
                (joining.joined, &joining.place, joining.window_s)
            else {
                continue;
            };
            let (Some(joined), Some(listed)) = (joined, joining.listed) else {
                findings.blocked(Reason::NoCounterpart, "0x8F12");
                continue;
            };
            let took = i64::from(joined) - i64::from(listed);
            let window = i64::try_from(window).unwrap_or(i64::MAX);
            let double = window.saturating_mul(2);
            // In the versions between CRP535 and CRP649 a device that the hub knew has two windows.
            let allowed = match story::version(end) {
                _ if joining.listed_before == Some(false) => window,
                Some(version) if story::has_second_window(version) => double,
                Some(_) => window,
                None if took > window && took <= double => {
                    findings.blocked(Reason::VersionUnknown, "");
                    continue;
                }
                None => double,
            };
            findings.evaluated();
            if took > allowed {
                findings.fail(
                    Fault::at(
                        Place::clone(place),
                        format!("within {allowed} s of the first alert that lists the device"),
                        Datum::seconds(took),
                    )
                    .use_case(Some("CS14")),
                );
            }
        }
    }
}

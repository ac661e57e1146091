//! HAN005: the DCC could not tell whether an update of the hub's device log succeeded.

use serde::{Deserialize, Serialize};

use super::story::{self, Told};
use crate::device::DeviceCheck;
use crate::device::LogEnd;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "HAN005",
    name: "hub-device-log-update-doubtful",
    summary: "The DCC could not tell whether an update of the hub's device log succeeded",
    severity: Severity::Warning,
    about: About::Dcc,
    basis: Basis::Modification,
    refs: &[SpecRef::new("CRP649", "joining windows"), SpecRef::new("GBCS", "CCS01")],
    requirements: &["JOIN-04", "CRP649"],
    doc: include_str!("../../docs/HAN005.md"),
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

fn place(told: &Told) -> Place {
    Place {
        position: told.position.clone(),
        span: None,
        field: "dcc_alert_code".to_owned(),
        excerpt: None,
    }
}

impl DeviceCheck for State {
    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        let story = end.story;
        if story.truncated || end.heard.truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
        if !story.told.is_empty() {
            findings.evaluated();
        }
        for told in story.told.iter().filter(|told| !told.success) {
            match story::diagnosis(story.request(told.id), end) {
                Err(reason) => findings.blocked(reason, ""),
                Ok(word) => findings.fail(
                    Fault::at(
                        place(told),
                        "an update that is known to have succeeded or failed",
                        word,
                    )
                    .time(told.time)
                    .related(story.request(told.id).map(|request| Place {
                        position: request.position.clone(),
                        span: None,
                        field: "payload".to_owned(),
                        excerpt: None,
                    })),
                ),
            }
        }
    }
}

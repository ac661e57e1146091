//! HAN006: what the DCC tells of an update of the device log contradicts the rest of the log.

use serde::{Deserialize, Serialize};

use super::story::{self, Story, Told};
use crate::device::{DeviceCheck, LogEnd};
use crate::finding::{Fault, Findings, Place};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "HAN006",
    name: "device-log-outcome-contradicts",
    summary: "What the DCC tells of an update of the device log contradicts the rest of the log",
    severity: Severity::Warning,
    about: About::Dcc,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "DCC Alerts N24 and N25")],
    requirements: &[],
    doc: include_str!("../../docs/HAN006.md"),
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
        // What was left out may be the request that an outcome is of.
        if story.truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
        if !story.told.is_empty() {
            findings.evaluated();
        }
        let told = &story.told;
        for (number, this) in told.iter().enumerate() {
            let earlier = told.iter().take(number).find(|other| other.id == this.id);
            let request = story.request(this.id);
            let fault = if let Some(earlier) = earlier {
                let fault = Fault::at(place(this), "one outcome of a request", "both N24 and N25");
                Some(fault.related([place(earlier)]))
            } else if this.success && request.is_some_and(|request| request.accepted == Some(false))
            {
                Some(Fault::at(place(this), "N25, as the hub refused", "N24"))
            } else if request.is_none() && !story.truncated && asks_elsewhere(story, this) {
                let known = "an outcome of a request in the log";
                Some(Fault::at(place(this), known, this.id.to_string()))
            } else {
                None
            };
            if let Some(fault) = fault {
                findings.fail(fault.time(this.time));
            }
        }
    }
}

/// True where the log holds another request of the same user to the same hub.
fn asks_elsewhere(story: &Story, told: &Told) -> bool {
    story.requests.iter().any(|request| {
        request.id.originator == told.id.originator && request.id.target == told.id.target
    })
}

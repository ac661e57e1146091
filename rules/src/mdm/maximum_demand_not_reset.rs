//! MDM002: the period of the maximum demand was changed, and its registers were not reset.

use gbcs_parser::EntityId;
use gbcs_parser::record::Time;
use serde::{Deserialize, Serialize};

use crate::device::DeviceCheck;
use crate::device::LogEnd;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::room;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Exchange;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "MDM002",
    name: "maximum-demand-not-reset",
    summary: "The period of the maximum demand was changed, and its registers were not reset",
    severity: Severity::Warning,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "ECS37")],
    requirements: &["MDM-03"],
    doc: include_str!("../../docs/MDM002.md"),
    concerns: |topic| topic.is_use_case(&["ECS37", "ECS57"]),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.is_use_case(&["ECS37", "ECS57"]))
}

/// Changes that wait for the reset.
const MAX_WAITING: usize = 64;

#[derive(Serialize, Deserialize)]
struct Waiting {
    since: Time,
    party: Option<EntityId>,
    place: Place,
    time: Option<Time>,
}

#[derive(Default, Serialize, Deserialize)]
struct State {
    waiting: Vec<Waiting>,
    truncated: bool,
}

impl DeviceCheck for State {
    fn exchange(&mut self, exchange: &Exchange<'_>, findings: &mut Findings) {
        let (Some(command), Some(response)) = (exchange.command.message, exchange.response.message)
        else {
            return;
        };
        if outcome::is_accepted(response) != Some(true) {
            return;
        }
        if command.use_case() == Some("ECS57") {
            if !self.waiting.is_empty() {
                findings.evaluated();
            }
            self.waiting.clear();
            return;
        }
        let Some(since) = exchange.response.record.time else {
            return findings.blocked(Reason::NoTime, "");
        };
        if self.waiting.len() >= MAX_WAITING {
            self.truncated = true;
            return;
        }
        room::for_one(&mut self.waiting);
        self.waiting.push(Waiting {
            since,
            party: command.envelope.originator(),
            place: exchange.command.record_place("payload"),
            time: exchange.command.record.time,
        });
    }

    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        if self.truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
        for waiting in std::mem::take(&mut self.waiting) {
            let until = Time(waiting.since.0 + end.profile.response_timeout_s * 1000);
            if !end.log.is_complete(end.device.id, waiting.party, waiting.since, until) {
                findings.blocked(Reason::LogNotComplete, "");
                continue;
            }
            findings.fail(
                Fault::at(waiting.place, "an accepted ECS57 after it", "none")
                    .time(waiting.time)
                    .use_case(Some("ECS37")),
            );
        }
    }
}

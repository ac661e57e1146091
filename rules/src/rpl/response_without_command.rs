//! RPL008: a response answers nothing in the log.

use gbcs_parser::record::Body;
use gbcs_parser::{CraFlag, Message};
use serde::{Deserialize, Serialize};

use crate::device::DeviceCheck;
use crate::device::LogEnd;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Exchange;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "RPL008",
    name: "response-without-command",
    summary: "A response answers nothing in the log",
    severity: Severity::Info,
    about: About::Log,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "complete captures")],
    requirements: &[],
    doc: include_str!("../../docs/RPL008.md"),
    concerns: |topic| topic.is_command() || topic.is_response(),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(matches!(subject.cra(), Some(CraFlag::Command | CraFlag::Response)))
}

/// It keeps nothing: what has no command is known at the end of the log.
#[derive(Default, Serialize, Deserialize)]
struct State;

impl DeviceCheck for State {
    fn exchange(&mut self, _exchange: &Exchange<'_>, findings: &mut Findings) {
        findings.evaluated();
    }

    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        if !end.any_command {
            if !end.unpaired.is_empty() {
                findings.blocked(Reason::NoCounterpart, "");
            }
            return;
        }
        for record in end.unpaired {
            let use_case = match &record.body {
                Body::Message(message) => Message::decode(&message.payload).use_case(),
                _ => None,
            };
            let place = Place {
                position: record.position.clone(),
                span: None,
                field: "payload".to_owned(),
                excerpt: None,
            };
            findings.fail(
                Fault::at(place, "a command that it answers", "none")
                    .time(record.time)
                    .use_case(use_case),
            );
        }
    }
}

//! RPL009: a command has no answer in a complete log.

use gbcs_parser::record::{Body, Time};
use gbcs_parser::{CraFlag, Message};

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
    code: "RPL009",
    name: "command-unanswered",
    summary: "A command has no answer in a complete log",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "complete captures")],
    requirements: &[],
    doc: include_str!("../../docs/RPL009.md"),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(matches!(subject.cra(), Some(CraFlag::Command | CraFlag::Response)))
}

/// It keeps nothing: what has no answer is known at the end of the log.
#[derive(Default)]
struct State;

impl DeviceCheck for State {
    fn exchange(&mut self, _exchange: &Exchange<'_>, findings: &mut Findings) {
        findings.evaluated();
    }

    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        for record in end.unanswered {
            let Body::Message(stated) = &record.body else { continue };
            let message = Message::decode(&stated.payload);
            // A gas meter that does not answer GCS20r is ALT010's.
            if message.use_case() == Some("GCS20r") {
                continue;
            }
            let Some(time) = record.time else {
                findings.blocked(Reason::NoTime, "");
                continue;
            };
            let due = Time(time.0 + end.profile.response_timeout_s * 1000);
            if !end.log.is_complete(end.device.id, message.envelope.originator(), time, due) {
                findings.blocked(Reason::LogNotComplete, "");
                continue;
            }
            let place = Place {
                position: record.position.clone(),
                span: None,
                field: "payload".to_owned(),
                excerpt: None,
            };
            findings.fail(
                Fault::at(
                    place,
                    format!("an answer within {} s", end.profile.response_timeout_s),
                    "none",
                )
                .time(record.time)
                .use_case(message.use_case()),
            );
        }
    }
}

//! RPL009: a command has no answer, or a late one, in a complete log.

use gbcs_parser::{CraFlag, Message};
use serde::{Deserialize, Serialize};

use crate::datum::Datum;
use crate::device::{DeviceCheck, LogEnd};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::{Exchange, Subject};

/// The rule.
pub static RULE: Rule = Rule {
    code: "RPL009",
    name: "command-unanswered",
    summary: "A command has no answer in a complete log, or a late one",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "complete captures")],
    requirements: &[],
    doc: include_str!("../../docs/RPL009.md"),
    concerns: |topic| topic.is_command() || topic.is_response(),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(matches!(subject.cra(), Some(CraFlag::Command | CraFlag::Response)))
}

/// A gas meter that does not answer GCS20r is ALT010's.
fn is_judged(command: Option<&Message<'_>>) -> bool {
    command.is_some_and(|command| command.use_case() != Some("GCS20r"))
}

/// It keeps nothing: what has no answer is known at the end of the log.
#[derive(Default, Serialize, Deserialize)]
struct State;

impl DeviceCheck for State {
    fn exchange(&mut self, exchange: &Exchange<'_>, findings: &mut Findings) {
        findings.evaluated();
        if !is_judged(exchange.command.message) {
            return;
        }
        let (asked, subject) = (exchange.command.record.time, &exchange.response);
        let (Some(asked), Some(answered)) = (asked, subject.record.time) else { return };
        let timeout_s = subject.profile.response_timeout_s;
        // An earlier answer may be missing where the log is not complete.
        let party = exchange.command.message.and_then(|command| command.envelope.originator());
        let (now, device) = (subject.record.time, subject.device_id());
        if answered.0 - asked.0 > timeout_s * 1000
            && subject.log.is_complete_by(now, device, party, asked, answered)
        {
            findings.fail(Fault::at(
                subject.record_place("time"),
                format!("an answer within {timeout_s} s"),
                Datum::seconds((answered.0 - asked.0) / 1000),
            ));
        }
    }

    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        end.report_unanswered(findings, |message| is_judged(Some(message)));
    }
}

//! RPL009: a command has no answer, or a late one, in a complete log.

use std::cell::Cell;

use gbcs_parser::{CraFlag, EntityId, Message};
use serde::{Deserialize, Serialize};

use crate::alt::not_supported_alert_wrong::not_supported;
use crate::datum::Datum;
use crate::device::{DeviceCheck, LogEnd};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::{Exchange, Subject};
use crate::verdict::Reason;

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
    concerns: |topic| topic.is_command() || topic.is_response() || topic.is_alert(),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Alerts on commands that are not supported that are remembered of a device.
const MAX_REMEMBERED: usize = 1024;

fn applies(subject: &Subject<'_>) -> Applies {
    let exchanged = matches!(subject.cra(), Some(CraFlag::Command | CraFlag::Response));
    Applies::when(exchanged || subject.message.and_then(not_supported).is_some())
}

/// A gas meter that does not answer GCS20r is ALT010's.
fn is_judged(command: Option<&Message<'_>>) -> bool {
    command.is_some_and(|command| command.use_case() != Some("GCS20r"))
}

/// What has no answer is known at the end of the log. Kept is what an alert takes the place of an
/// answer to: who sent the command, and its counter.
#[derive(Default, Serialize, Deserialize)]
struct State {
    not_supported: Vec<(EntityId, u64)>,
    truncated: bool,
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, _findings: &mut Findings) {
        let Some(message) = subject.message else { return };
        let Some((_, counter, _)) = not_supported(message) else { return };
        let Some(party) = message.envelope.recipient() else { return };
        if self.not_supported.len() >= MAX_REMEMBERED {
            self.truncated = true;
        } else {
            self.not_supported.push((party, counter));
        }
    }

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
        if self.truncated {
            // Any command may be one that an alert has told of.
            return findings.blocked(Reason::TruncatedState, "");
        }
        let any_told = Cell::new(false);
        let is_told = |message: &Message<'_>| {
            let envelope = &message.envelope;
            let asked = envelope.originator().zip(envelope.counter());
            let told = asked.is_some_and(|asked| self.not_supported.contains(&asked));
            any_told.set(any_told.get() || told);
            told
        };
        end.report_unanswered(findings, |message| is_judged(Some(message)) && !is_told(message));
        if any_told.get() {
            findings.evaluated();
        }
    }
}

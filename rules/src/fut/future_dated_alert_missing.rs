//! FUT002: the time of a future dated instruction has passed, and no alert told what came of it.

use gbcs_parser::record::{Body, Time};
use gbcs_parser::{CraFlag, EntityId, catalogue};
use serde::{Deserialize, Serialize};

use super::dates::{self, Executed, Instruction, When};
use crate::datum::Datum;
use crate::device::{DeviceCheck, LogEnd};
use crate::finding::{Fault, Findings, Place, UseCaseName};
use crate::outcome;
use crate::room;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::{Exchange, Subject};
use crate::topic::RecordKind;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "FUT002",
    name: "future-dated-alert-missing",
    summary: "The time of a future dated instruction has passed, and no alert told what came of it",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "alerts on future dated commands")],
    requirements: &["FUT-02"],
    doc: include_str!("../../docs/FUT002.md"),
    concerns: |topic| topic.has_message || topic.kind == RecordKind::Device,
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Milliseconds after an instruction's time within which its alert comes.
const GRACE_MS: i64 = 3_600_000;
/// Commands, and alerts, that are remembered of a device.
const MAX_REMEMBERED: usize = 1024;

fn applies(subject: &Subject<'_>) -> Applies {
    let execution = subject.message.is_some_and(dates::is_execution_alert);
    let command_or_answer = matches!(subject.cra(), Some(CraFlag::Command | CraFlag::Response));
    let device = matches!(&subject.record.body, Body::Device(_));
    Applies::when(execution || command_or_answer || device)
}

/// An instruction that waits for its time.
#[derive(Serialize, Deserialize)]
struct Waiting {
    instruction: Instruction,
    due: Time,
    place: Place,
}

/// An accepted command with instructions that wait.
#[derive(Serialize, Deserialize)]
struct Command {
    party: Option<EntityId>,
    counter: u64,
    code: u16,
    accepted: Time,
    sent: Option<Time>,
    #[serde(with = "crate::saved::use_case")]
    use_case: Option<UseCaseName>,
    waiting: Vec<Waiting>,
}

#[derive(Default, Serialize, Deserialize)]
struct State {
    commands: Vec<Command>,
    alerts: Vec<(u16, Executed)>,
    truncated: bool,
    /// True once an alert was forgotten: it may be the one that is missing.
    alerts_truncated: bool,
}

impl Command {
    /// True where an alert of this message code tells what came of an instruction of the command.
    fn is_told(&self, waiting: &Waiting, alert: u16, executed: &Executed) -> bool {
        let same = match dates::use_case_told(alert) {
            Some(due) => {
                catalogue::message_code(self.code).is_some_and(|code| code.use_case == due)
            }
            None => {
                executed.code == Some(self.code)
                    && waiting.instruction.is_told(&executed.instruction)
            }
        };
        same && executed.counter == self.counter
    }
}

impl State {
    /// Ends the wait for what an alert tells of; false where it tells of nothing that waits.
    fn tell(&mut self, alert: u16, executed: &Executed) -> bool {
        let mut told = false;
        for command in &mut self.commands {
            let waiting = std::mem::take(&mut command.waiting);
            let before = waiting.len();
            command.waiting = waiting
                .into_iter()
                .filter(|waiting| !command.is_told(waiting, alert, executed))
                .collect();
            told |= command.waiting.len() < before;
        }
        self.commands.retain(|command| !command.waiting.is_empty());
        told
    }

    /// Ends the wait for what does not satisfy `keep`.
    fn retain(&mut self, keep: impl Fn(&Waiting) -> bool) {
        for command in &mut self.commands {
            command.waiting.retain(&keep);
        }
        self.commands.retain(|command| !command.waiting.is_empty());
    }
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        if let Body::Device(device) = &subject.record.body {
            let gone = device
                .status
                .as_deref()
                .is_some_and(|status| matches!(status, "Decommissioned" | "Withdrawn"));
            if gone {
                let time = subject.record.time;
                self.retain(|waiting| time.is_some_and(|time| time.0 >= waiting.due.0 + GRACE_MS));
            }
            return;
        }
        let Some(message) = subject.message.filter(|message| dates::is_execution_alert(message))
        else {
            return;
        };
        let told = matches!(outcome::alert_code(message), Some(0x8F66 | 0x8F67));
        if let (true, Some(code), Some(executed)) =
            (told, message.envelope.message_code(), dates::executed(message))
        {
            let told = self.tell(code, &executed);
            if told {
                findings.evaluated();
            }
            if told && subject.log.ordered {
                // What it tells of came before it, and waits no longer.
            } else if self.alerts.len() >= MAX_REMEMBERED {
                self.alerts_truncated = true;
            } else {
                room::for_one(&mut self.alerts);
                self.alerts.push((code, executed));
            }
        }
    }

    fn exchange(&mut self, exchange: &Exchange<'_>, findings: &mut Findings) {
        let (Some(command), Some(response)) = (exchange.command.message, exchange.response.message)
        else {
            return;
        };
        let dates = dates::of(&exchange.command);
        if dates.is_empty() || outcome::is_accepted(response) != Some(true) {
            return;
        }
        let Some(accepted) = exchange.response.record.time else {
            return findings.blocked(Reason::NoTime, "");
        };
        // A later instruction of the kind, or its cancellation, takes the place of an earlier one
        // whose time has not come.
        self.retain(|waiting| {
            waiting.due <= accepted
                || !dates.iter().any(|dated| dated.instruction == waiting.instruction)
        });
        let mut waiting: Vec<Waiting> = Vec::new();
        for dated in dates {
            let When::At(due) = dated.when else { continue };
            let known = waiting.iter().any(|one| one.instruction == dated.instruction);
            if due > accepted && !known {
                let place = exchange.command.place(dated.node);
                room::for_one(&mut waiting);
                waiting.push(Waiting { instruction: dated.instruction, due, place });
            }
        }
        if waiting.is_empty() {
            return;
        }
        if self.commands.len() >= MAX_REMEMBERED {
            self.truncated = true;
            return;
        }
        let envelope = &command.envelope;
        if let (Some(counter), Some(code)) = (envelope.counter(), envelope.message_code()) {
            room::for_one(&mut self.commands);
            self.commands.push(Command {
                party: envelope.originator(),
                counter,
                code,
                accepted,
                sent: exchange.command.record.time,
                use_case: command.use_case(),
                waiting,
            });
        }
    }

    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        if self.truncated || self.alerts_truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
        let alerts = std::mem::take(&mut self.alerts);
        for mut command in std::mem::take(&mut self.commands) {
            let mut missing: Vec<Waiting> = Vec::new();
            for waiting in std::mem::take(&mut command.waiting) {
                let told = alerts
                    .iter()
                    .any(|(alert, executed)| command.is_told(&waiting, *alert, executed));
                let until = Time(waiting.due.0.saturating_add(GRACE_MS));
                if told {
                    findings.evaluated();
                } else if self.alerts_truncated {
                    findings.blocked(Reason::TruncatedState, "");
                } else if end.log.is_complete(end.device.id, command.party, command.accepted, until)
                {
                    missing.push(waiting);
                } else {
                    findings.blocked(Reason::LogNotComplete, "");
                }
            }
            let named: Vec<_> =
                missing.iter().map(|one| Datum::Text(one.instruction.to_string())).collect();
            let mut places = missing.into_iter().map(|one| one.place);
            if let Some(place) = places.next() {
                let expected = Datum::List(vec![
                    Datum::Word("0x8F66 or 0x8F67 for each of"),
                    Datum::List(named),
                ]);
                let mut fault = Fault::at(place, expected, "no alert").related(places);
                fault = fault.time(command.sent).use_case(command.use_case);
                findings.fail(fault);
            }
        }
    }
}

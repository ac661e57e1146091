//! FUT003: an alert tells of a future dated instruction that the command did not have.

use gbcs_parser::record::Time;
use gbcs_parser::{EntityId, catalogue};
use serde::{Deserialize, Serialize};

use super::dates::{self, Executed};
use crate::datum::Datum;
use crate::device::{Command, DeviceCheck, LogEnd};
use crate::finding::{Fault, Findings, Place, UseCaseName};
use crate::room;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "FUT003",
    name: "future-dated-alert-wrong",
    summary: "An alert tells of a future dated instruction that the command did not have",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "alerts on future dated commands")],
    requirements: &["FUT-03", "FUT-04", "FUT-06"],
    doc: include_str!("../../docs/FUT003.md"),
    concerns: Topic::is_alert,
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Alerts that are remembered of a device.
const MAX_REMEMBERED: usize = 1024;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(dates::is_execution_alert))
}

/// An alert.
#[derive(Serialize, Deserialize)]
struct Told {
    recipient: Option<EntityId>,
    /// Its own message code.
    alert: u16,
    executed: Executed,
    place: Place,
    time: Option<Time>,
    #[serde(with = "crate::saved::use_case")]
    use_case: Option<UseCaseName>,
}

/// Alerts may stand before their commands in a log without order.
#[derive(Default, Serialize, Deserialize)]
struct State {
    told: Vec<Told>,
    truncated: bool,
}

/// True where an alert of this message code may tell of this command.
fn fits(alert: u16, executed: &Executed, command: &Command<'_>) -> bool {
    let use_case = catalogue::message_code(command.code).map(|code| code.use_case);
    match dates::use_case_told(alert) {
        Some(due) => use_case == Some(due),
        None => {
            executed.code == Some(command.code)
                && command.instructions.iter().any(|one| one.is_told(&executed.instruction))
        }
    }
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let Some(message) = subject.message else { return };
        let envelope = &message.envelope;
        let (Some(executed), Some(alert)) = (dates::executed(message), envelope.message_code())
        else {
            return findings.blocked(Reason::Undecoded, "");
        };
        // Nearly always the command is known, and the alert need not be remembered.
        let is_it = |command: &Command<'_>| fits(alert, &executed, command);
        if subject.device.commands.any_of_counter(executed.counter, is_it) {
            findings.evaluated();
        } else if self.told.len() >= MAX_REMEMBERED {
            self.truncated = true;
        } else {
            room::for_one(&mut self.told);
            self.told.push(Told {
                recipient: envelope.recipient(),
                alert,
                executed,
                place: subject.place(executed.node),
                time: subject.record.time,
                use_case: message.use_case(),
            });
        }
    }

    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        if self.truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
        for told in std::mem::take(&mut self.told) {
            let commands = || end.device.commands.of_counter(told.executed.counter);
            let fits = commands().any(|command| fits(told.alert, &told.executed, &command));
            // Counters of different parties may be alike: only the recipient's own commands show
            // that an alert is wrong.
            let own: Vec<_> =
                commands().filter(|command| Some(command.party) == told.recipient).collect();
            if fits {
                findings.evaluated();
            } else if own.is_empty() {
                findings.blocked(Reason::NoCounterpart, "");
            } else {
                let (expected, actual) = differ(&told, &own);
                findings.fail(
                    Fault::at(told.place, expected, actual).time(told.time).use_case(told.use_case),
                );
            }
        }
    }
}

/// What the commands had and what the alert says: message codes, else instructions.
fn differ(told: &Told, commands: &[Command<'_>]) -> (Datum, Datum) {
    let codes = || Datum::List(commands.iter().map(|command| Datum::Code(command.code)).collect());
    match (dates::use_case_told(told.alert), told.executed.code) {
        (Some(use_case), _) => (codes(), Datum::Word(use_case)),
        (None, Some(code)) if commands.iter().all(|command| command.code != code) => {
            (codes(), Datum::Code(code))
        }
        _ => {
            let mut expected: Vec<Datum> = Vec::new();
            for one in commands.iter().flat_map(|command| command.instructions) {
                let text = Datum::Text(one.to_string());
                if !expected.contains(&text) {
                    expected.push(text);
                }
            }
            (Datum::List(expected), Datum::Text(told.executed.instruction.to_string()))
        }
    }
}

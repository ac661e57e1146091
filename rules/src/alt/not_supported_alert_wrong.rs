//! ALT013: an alert says of a command that it is not supported, and names another message code than the command had.

use gbcs_parser::record::Time;
use gbcs_parser::{EntityId, Message, NodeId, Payload};
use serde::{Deserialize, Serialize};

use crate::datum::Datum;
use crate::device::DeviceCheck;
use crate::device::LogEnd;
use crate::finding::Place;
use crate::finding::{Fault, Findings, UseCaseName};
use crate::outcome;
use crate::room;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT013",
    name: "not-supported-alert-wrong",
    summary: "An alert says of a command that it is not supported, and names another message code than the command had",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[
        SpecRef::new("reference data", "command not supported"),
        SpecRef::new("GBCS", "7.2.9.1"),
    ],
    requirements: &["ALT-14"],
    doc: include_str!("../../docs/ALT013.md"),
    concerns: Topic::is_alert,
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Alert code of a command that the device does not support.
const NOT_SUPPORTED: u16 = 0x8F85;
/// Alerts that are remembered of a device.
const MAX_REMEMBERED: usize = 1024;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.and_then(outcome::alert_code) == Some(NOT_SUPPORTED))
}

/// An alert: what it says of the command, and where.
#[derive(Serialize, Deserialize)]
struct Told {
    recipient: EntityId,
    code: u16,
    counter: u64,
    place: Place,
    time: Option<Time>,
    #[serde(with = "crate::saved::use_case")]
    use_case: Option<UseCaseName>,
}

/// The alerts, which may stand before their commands in a log without order.
#[derive(Default, Serialize, Deserialize)]
struct State {
    told: Vec<Told>,
    truncated: bool,
}

/// The command that an alert says is not supported: its message code, its counter, and where the
/// alert names it.
pub(crate) fn not_supported(message: &Message<'_>) -> Option<(u16, u64, NodeId)> {
    if outcome::alert_code(message) != Some(NOT_SUPPORTED) {
        return None;
    }
    let Payload::Dlms(apdu) = message.payload else { return None };
    let content = message.tree.members(apdu.body?).nth(2)?;
    let octets = message.tree.content(content, message.octets());
    let (code, counter) = octets.split_first_chunk::<2>()?;
    let counter = u64::from_be_bytes(counter.try_into().ok()?);
    Some((u16::from_be_bytes(*code), counter, content))
}

fn told(subject: &Subject<'_>) -> Option<Told> {
    let message = subject.message?;
    let (code, counter, content) = not_supported(message)?;
    Some(Told {
        recipient: message.envelope.recipient()?,
        code,
        counter,
        place: subject.place(content),
        time: subject.record.time,
        use_case: message.use_case(),
    })
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        match told(subject) {
            Some(_) if self.told.len() >= MAX_REMEMBERED => self.truncated = true,
            Some(told) => {
                room::for_one(&mut self.told);
                self.told.push(told);
            }
            None => findings.blocked(Reason::Undecoded, ""),
        }
    }

    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        if self.truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
        for told in std::mem::take(&mut self.told) {
            // The alert goes to whoever sent the command; where the log shows none of that party,
            // any command of that counter is looked at.
            let codes: Vec<_> = end
                .device
                .commands
                .of_counter(told.counter)
                .filter(|command| command.party == told.recipient)
                .map(|command| command.code)
                .collect();
            if codes.is_empty() {
                findings.blocked(Reason::NoCounterpart, "");
            } else if codes.contains(&told.code) {
                findings.evaluated();
            } else {
                let expected = Datum::List(codes.into_iter().map(Datum::Code).collect());
                findings.fail(
                    Fault::at(told.place, expected, Datum::Code(told.code))
                        .time(told.time)
                        .use_case(told.use_case),
                );
            }
        }
    }
}

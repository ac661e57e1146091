//! ALT013: an alert says of a command that it is not supported, and names another message code than the command had.

use std::collections::VecDeque;

use gbcs_parser::record::Time;
use gbcs_parser::{CraFlag, EntityId, Payload};

use crate::datum::Datum;
use crate::device::DeviceCheck;
use crate::device::LogEnd;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
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
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Alert code of a command that the device does not support.
const NOT_SUPPORTED: u16 = 0x8F85;
/// Commands and alerts that are remembered of a device.
const MAX_REMEMBERED: usize = 1024;

fn applies(subject: &Subject<'_>) -> Applies {
    let alert = subject.message.and_then(outcome::alert_code) == Some(NOT_SUPPORTED);
    Applies::when(alert || subject.cra() == Some(CraFlag::Command))
}

/// An alert: what it says of the command, and where.
struct Told {
    recipient: EntityId,
    code: u16,
    counter: u64,
    place: Place,
    time: Option<Time>,
    use_case: Option<&'static str>,
}

/// Commands by party and counter, and the alerts, which may stand before them in a log without order.
#[derive(Default)]
struct State {
    commands: VecDeque<(EntityId, u64, u16)>,
    told: Vec<Told>,
    truncated: bool,
}

fn told(subject: &Subject<'_>) -> Option<Told> {
    let message = subject.message?;
    let Payload::Dlms(apdu) = message.payload else { return None };
    let content = message.tree.members(apdu.body?).nth(2)?;
    let octets = message.tree.content(content, message.octets());
    let (code, counter) = octets.split_first_chunk::<2>()?;
    Some(Told {
        recipient: message.envelope.recipient()?,
        code: u16::from_be_bytes(*code),
        counter: u64::from_be_bytes(counter.try_into().ok()?),
        place: subject.place(content),
        time: subject.record.time,
        use_case: message.use_case(),
    })
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        if subject.cra() != Some(CraFlag::Command) {
            match told(subject) {
                Some(_) if self.told.len() >= MAX_REMEMBERED => self.truncated = true,
                Some(told) => self.told.push(told),
                None => findings.blocked(Reason::Undecoded, ""),
            }
            return;
        }
        let Some(envelope) = subject.message.map(|message| &message.envelope) else { return };
        if let (Some(party), Some(counter), Some(code)) =
            (envelope.originator(), envelope.counter(), envelope.message_code())
        {
            self.commands.push_back((party, counter, code));
            if self.commands.len() > MAX_REMEMBERED {
                self.commands.pop_front();
            }
        }
    }

    fn end(&mut self, _end: &LogEnd<'_>, findings: &mut Findings) {
        if self.truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
        for told in std::mem::take(&mut self.told) {
            // The alert goes to whoever sent the command; where the log shows none of that party,
            // any command of that counter is looked at.
            let of_party = |(party, counter, code): &(EntityId, u64, u16)| {
                (*counter == told.counter && *party == told.recipient).then_some(*code)
            };
            let codes: Vec<_> = self.commands.iter().filter_map(of_party).collect();
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

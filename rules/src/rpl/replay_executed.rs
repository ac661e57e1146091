//! RPL005: a command whose counter is not above the highest accepted one is answered with success.

use std::collections::{BTreeMap, VecDeque};

use gbcs_parser::catalogue::use_case_of_code;
use gbcs_parser::{CraFlag, EntityId, Message};
use serde::{Deserialize, Serialize};

use crate::device::DeviceCheck;
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
    code: "RPL005",
    name: "replay-executed",
    summary: "A command whose counter is not above the highest accepted one is answered with success",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "replay protection"), SpecRef::new("GBCS", "9.2")],
    requirements: &["CTR-01", "CTR-07"],
    doc: include_str!("../../docs/RPL005.md"),
    concerns: |topic| topic.use_case().is_some_and(|found| found.replay_protection == Some(true)),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Commands whose answer is awaited: as many as have one found for them.
const MAX_OPEN: usize = 1024;

fn applies(subject: &Subject<'_>) -> Applies {
    let protected = subject
        .message
        .and_then(|message| use_case_of_code(message.envelope.message_code()?))
        .is_some_and(|use_case| use_case.replay_protection == Some(true));
    if !protected {
        Applies::No
    } else if !subject.log.ordered {
        Applies::blocked(Reason::NoOrder)
    } else {
        Applies::Yes
    }
}

/// Top ups, whose counters are seconds above 32 zero bits: a device keeps the highest of them apart
/// from that of other commands.
const TOP_UPS: [&str; 2] = ["CS01a", "CS01b"];

/// Whose counters are compared: of the originator, and of the supplementary party that it acts for;
/// and whether those of top ups are.
type Party = (EntityId, Option<EntityId>, bool);

/// The highest counter accepted, by party; and what it was when a command was sent, since a device
/// may answer in another order than it was asked.
#[derive(Default, Serialize, Deserialize)]
struct State {
    accepted: BTreeMap<Party, u64>,
    sent: VecDeque<((Party, u64), Option<u64>)>,
}

fn identity(message: &Message<'_>) -> Option<(Party, u64)> {
    let envelope = &message.envelope;
    let top_up = message.use_case().is_some_and(|use_case| TOP_UPS.contains(&use_case));
    Some(((envelope.originator()?, envelope.supplementary_party(), top_up), envelope.counter()?))
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, _findings: &mut Findings) {
        let Some(message) = subject.message else { return };
        if let (Some(CraFlag::Command), Some(identity)) = (subject.cra(), identity(message)) {
            room::for_one(&mut self.sent);
            self.sent.push_back((identity, self.accepted.get(&identity.0).copied()));
            if self.sent.len() > MAX_OPEN {
                self.sent.pop_front();
            }
        }
    }

    fn exchange(&mut self, exchange: &Exchange<'_>, findings: &mut Findings) {
        let (Some(command), Some(response)) = (exchange.command.message, exchange.response.message)
        else {
            return;
        };
        let Some(identity) = identity(command) else { return };
        findings.evaluated();
        let before = self
            .sent
            .iter()
            .rposition(|(sent, _)| *sent == identity)
            .and_then(|at| self.sent.remove(at))
            .and_then(|(_, before)| before);
        if outcome::is_accepted(response) != Some(true) {
            return;
        }
        let (party, counter) = identity;
        if let (Some(highest), Some(place)) =
            (before.filter(|highest| counter <= *highest), exchange.response.message)
            && let Some(field) = place.envelope.originator_counter
        {
            findings.fail(Fault::at(
                exchange.response.place(field.node),
                format!("no success for a counter of {highest} or below"),
                counter,
            ));
        }
        let highest = self.accepted.entry(party).or_default();
        *highest = counter.max(*highest);
    }
}

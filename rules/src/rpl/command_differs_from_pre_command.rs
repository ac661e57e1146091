//! RPL010: a command is not what its pre-command was.

use std::collections::VecDeque;

use gbcs_parser::record::Position;
use gbcs_parser::{CraFlag, EntityId, NodeId, Span};
use serde::{Deserialize, Serialize};

use crate::datum::Datum;
use crate::device;
use crate::device::DeviceCheck;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::room;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;

/// The rule.
pub static RULE: Rule = Rule {
    code: "RPL010",
    name: "command-differs-from-pre-command",
    summary: "A command is not what its pre-command was",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "pre-commands")],
    requirements: &["MSG-15"],
    doc: include_str!("../../docs/RPL010.md"),
    concerns: Topic::is_command,
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Commands, and pre-commands, that are remembered of a device.
const MAX_REMEMBERED: usize = 1024;
/// Octets of pre-commands that are remembered in a log with order: some thirty of them, more than
/// the DCC has on their way to one device.
const MAX_PRE_COMMAND_OCTETS: usize = 4096;
/// Octets of commands that are remembered in a log with order. A pre-command comes before its
/// command there, but for records of one moment.
const MAX_COMMAND_OCTETS: usize = 512;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.cra() == Some(CraFlag::Command))
}

/// What is the same in a pre-command and its command: the octets from the general-signing tag to
/// the end of the content.
#[derive(Serialize, Deserialize)]
struct Kept {
    party: EntityId,
    counter: u64,
    octets: Box<[u8]>,
    position: Position,
    /// True once the counterpart was seen.
    met: bool,
}

/// The newest of one stage, oldest first.
#[derive(Default, Serialize, Deserialize)]
struct Stage {
    kept: VecDeque<Kept>,
    octets: usize,
}

impl Stage {
    /// Remembers one more. Gives the number of those that were forgotten before their counterpart
    /// came.
    fn push(&mut self, this: Kept, max_octets: usize) -> u64 {
        let mut forgotten = 0;
        self.octets += this.octets.len();
        while self.kept.len() >= MAX_REMEMBERED
            || (self.octets > max_octets && !self.kept.is_empty())
        {
            let Some(oldest) = self.kept.pop_front() else { break };
            self.octets -= oldest.octets.len();
            forgotten += u64::from(!oldest.met);
        }
        room::for_one(&mut self.kept);
        self.kept.push_back(this);
        forgotten
    }

    fn find(&mut self, this: &Kept) -> Option<&mut Kept> {
        let identity = (this.party, this.counter);
        self.kept.iter_mut().rfind(|other| (other.party, other.counter) == identity)
    }
}

#[derive(Default, Serialize, Deserialize)]
struct State {
    pre_commands: Stage,
    commands: Stage,
    /// Pre-commands that were forgotten before their command came.
    forgotten: u64,
}

fn kept(subject: &Subject<'_>) -> Option<Kept> {
    let message = subject.message?;
    let envelope = &message.envelope;
    let (start, end) = (envelope.signing_start?, envelope.content_end?);
    Some(Kept {
        party: envelope.originator()?,
        counter: envelope.counter()?,
        octets: message.octets().get(start as usize..end as usize)?.into(),
        position: subject.record.position.clone(),
        met: false,
    })
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let (Some(message), Some(mut this)) = (subject.message, kept(subject)) else { return };
        let direction = subject.message_record().and_then(|record| record.direction);
        let pre_command = device::is_pre_command(message, direction);
        let others = if pre_command { &mut self.commands } else { &mut self.pre_commands };
        if let Some(other) = others.find(&this) {
            findings.evaluated();
            if let Some(fault) = difference(subject, &this, other) {
                findings.fail(fault);
            }
            (this.met, other.met) = (true, true);
        }
        let bound = |octets| if subject.log.ordered { octets } else { usize::MAX };
        if pre_command {
            self.forgotten += self.pre_commands.push(this, bound(MAX_PRE_COMMAND_OCTETS));
        } else {
            self.commands.push(this, bound(MAX_COMMAND_OCTETS));
        }
    }

    fn forgotten(&self) -> u64 {
        self.forgotten
    }
}

/// The first octet in which two differ.
fn difference(subject: &Subject<'_>, this: &Kept, other: &Kept) -> Option<Fault> {
    if this.octets == other.octets {
        return None;
    }
    let message = subject.message?;
    let same = this.octets.iter().zip(other.octets.iter()).take_while(|(a, b)| a == b).count();
    let at = message.envelope.signing_start? + same as u32;
    let end = message.envelope.content_end?;
    let node = message.tree.nodes().iter().rposition(|node| {
        let span = node.span();
        !node.kind.is_container() && span.start <= at && at < span.end
    });
    let field = node.map(|node| message.tree.path(NodeId(node as u32))).unwrap_or_default();
    let octet = |octets: &[u8]| match octets.get(same) {
        Some(octet) => Datum::Octets(vec![*octet]),
        None => Datum::Word("the end of the content"),
    };
    let place = subject.place_at(Span::wire(at.min(end), (at + 1).min(end)), field);
    let earlier = Place {
        position: other.position.clone(),
        span: None,
        field: "payload".to_owned(),
        excerpt: None,
    };
    Some(Fault::at(place, octet(&other.octets), octet(&this.octets)).related([earlier]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A command with so many octets.
    fn kept(counter: u64, octets: usize) -> Kept {
        Kept {
            party: EntityId([1; 8]),
            counter,
            octets: vec![0; octets].into(),
            position: Position { path: "".into(), record: counter, payload: None, line: None },
            met: counter % 2 == 1,
        }
    }

    #[test]
    fn one_more_than_is_remembered_makes_the_oldest_go() {
        let mut stage = Stage::default();
        for counter in 0..MAX_REMEMBERED as u64 {
            assert_eq!(stage.push(kept(counter, 1), usize::MAX), 0);
        }
        assert!(stage.find(&kept(0, 1)).is_some());
        assert_eq!(stage.push(kept(u64::MAX, 1), usize::MAX), 1, "its command may still come");
        assert_eq!(stage.push(kept(u64::MAX, 1), usize::MAX), 0, "this one has met its own");
        assert!(stage.find(&kept(0, 1)).is_none() && stage.find(&kept(1, 1)).is_none());
        assert_eq!((stage.kept.len(), stage.octets), (MAX_REMEMBERED, MAX_REMEMBERED));
    }

    #[test]
    fn one_octet_more_than_is_remembered_makes_the_oldest_go() {
        for most in [MAX_PRE_COMMAND_OCTETS, MAX_COMMAND_OCTETS] {
            let mut stage = Stage::default();
            stage.push(kept(0, 1), most);
            assert_eq!(stage.push(kept(2, most - 1), most), 0);
            assert!(stage.find(&kept(0, 1)).is_some());
            assert_eq!(stage.push(kept(4, 1), most), 1);
            assert!(stage.find(&kept(0, 1)).is_none());
            assert_eq!(stage.octets, most);
        }
    }
}

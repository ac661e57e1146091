//! RPL010: a command is not what its pre-command was.

use std::collections::VecDeque;

use gbcs_parser::record::Position;
use gbcs_parser::{CraFlag, EntityId, NodeId, Span};
use serde::{Deserialize, Serialize};

use crate::datum::Datum;
use crate::device;
use crate::device::{DeviceCheck, KeptPosition, Origin};
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
struct Message<'a> {
    party: EntityId,
    counter: u64,
    octets: &'a [u8],
}

/// One that is remembered.
#[derive(Serialize, Deserialize)]
struct Kept {
    party: EntityId,
    counter: u64,
    /// Number of its octets.
    length: u32,
    /// True once the counterpart was seen.
    met: bool,
    position: KeptPosition,
}

/// The newest of one stage, oldest first.
#[derive(Default, Serialize, Deserialize)]
struct Stage {
    kept: VecDeque<Kept>,
    /// The octets of all of them, one behind the other.
    octets: VecDeque<u8>,
    origin: Origin,
}

impl Stage {
    /// Remembers one more. Gives the number of those that were forgotten before their counterpart
    /// came.
    fn push(&mut self, this: &Message<'_>, met: bool, at: &Position, max_octets: usize) -> u64 {
        let mut forgotten = 0;
        let behind = this.octets.len();
        while self.kept.len() >= MAX_REMEMBERED
            || (self.octets.len().saturating_add(behind) > max_octets && !self.kept.is_empty())
        {
            let Some(oldest) = self.kept.pop_front() else { break };
            self.octets.drain(..(oldest.length as usize).min(self.octets.len()));
            forgotten += u64::from(!oldest.met);
        }
        let Message { party, counter, octets } = *this;
        let (length, position) = (octets.len() as u32, self.origin.keep(at));
        room::for_one(&mut self.kept);
        self.kept.push_back(Kept { party, counter, length, met, position });
        room::for_some(&mut self.octets, behind);
        self.octets.extend(octets);
        forgotten
    }

    /// The newest of the same identity: it has met its counterpart from then on. Gives its octets and
    /// its position.
    fn meet(&mut self, this: &Message<'_>) -> Option<(Vec<u8>, Position)> {
        let mut end = self.octets.len();
        for kept in self.kept.iter_mut().rev() {
            let begin = end.saturating_sub(kept.length as usize);
            if (kept.party, kept.counter) == (this.party, this.counter) {
                kept.met = true;
                let octets = self.octets.range(begin..end).copied().collect();
                return Some((octets, self.origin.position(&kept.position)));
            }
            end = begin;
        }
        None
    }
}

#[derive(Default, Serialize, Deserialize)]
struct State {
    pre_commands: Stage,
    commands: Stage,
    /// Pre-commands that were forgotten before their command came.
    forgotten: u64,
}

fn message<'a>(subject: &Subject<'a>) -> Option<Message<'a>> {
    let message = subject.message?;
    let envelope = &message.envelope;
    let (start, end) = (envelope.signing_start?, envelope.content_end?);
    Some(Message {
        party: envelope.originator()?,
        counter: envelope.counter()?,
        octets: message.octets().get(start as usize..end as usize)?,
    })
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let (Some(decoded), Some(this)) = (subject.message, message(subject)) else { return };
        let direction = subject.message_record().and_then(|record| record.direction);
        let pre_command = device::is_pre_command(decoded, direction);
        let others = if pre_command { &mut self.commands } else { &mut self.pre_commands };
        let other = others.meet(&this);
        let met = other.is_some();
        if let Some((octets, position)) = other {
            findings.evaluated();
            if let Some(fault) = difference(subject, this.octets, &octets, position) {
                findings.fail(fault);
            }
        }
        let bound = |octets| if subject.log.ordered { octets } else { usize::MAX };
        let at = &subject.record.position;
        if pre_command {
            self.forgotten += self.pre_commands.push(&this, met, at, bound(MAX_PRE_COMMAND_OCTETS));
        } else {
            self.commands.push(&this, met, at, bound(MAX_COMMAND_OCTETS));
        }
    }

    fn forgotten(&self) -> u64 {
        self.forgotten
    }
}

/// The first octet in which two differ, of which the other was at `position`.
fn difference(
    subject: &Subject<'_>,
    this: &[u8],
    other: &[u8],
    position: Position,
) -> Option<Fault> {
    if this == other {
        return None;
    }
    let message = subject.message?;
    let same = this.iter().zip(other).take_while(|(a, b)| a == b).count();
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
    let earlier = Place { position, span: None, field: "payload".to_owned(), excerpt: None };
    Some(Fault::at(place, octet(other), octet(this)).related([earlier]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A command with as many of the octets.
    fn message(counter: u64, octets: &[u8]) -> Message<'_> {
        Message { party: EntityId([1; 8]), counter, octets }
    }

    fn position(record: u64) -> Position {
        Position { path: "".into(), record, payload: None, line: None }
    }

    /// Remembers a command, which has met its own where its counter is odd.
    fn push(stage: &mut Stage, counter: u64, octets: usize, most: usize) -> u64 {
        let octets = vec![counter as u8; octets];
        stage.push(&message(counter, &octets), counter % 2 == 1, &position(counter), most)
    }

    fn has(stage: &mut Stage, counter: u64) -> bool {
        stage.meet(&message(counter, &[])).is_some()
    }

    #[test]
    fn one_more_than_is_remembered_makes_the_oldest_go() {
        let mut stage = Stage::default();
        for counter in 0..MAX_REMEMBERED as u64 {
            assert_eq!(push(&mut stage, counter, 1, usize::MAX), 0);
        }
        assert!(has(&mut stage, 2) && !stage.kept[0].met);
        assert_eq!(push(&mut stage, u64::MAX, 1, usize::MAX), 1, "its command may still come");
        assert_eq!(push(&mut stage, u64::MAX, 1, usize::MAX), 0, "this one has met its own");
        assert_eq!(push(&mut stage, u64::MAX, 1, usize::MAX), 0, "and now this one");
        assert!((0..3).all(|counter| !has(&mut stage, counter)));
        assert_eq!((stage.kept.len(), stage.octets.len()), (MAX_REMEMBERED, MAX_REMEMBERED));
    }

    #[test]
    fn one_octet_more_than_is_remembered_makes_the_oldest_go() {
        for most in [MAX_PRE_COMMAND_OCTETS, MAX_COMMAND_OCTETS] {
            let mut stage = Stage::default();
            push(&mut stage, 0, 1, most);
            assert_eq!(push(&mut stage, 2, most - 1, most), 0);
            assert_eq!(push(&mut stage, 4, 1, most), 1);
            assert!(!has(&mut stage, 0) && has(&mut stage, 2) && has(&mut stage, 4));
            assert_eq!(stage.octets.len(), most);
            push(&mut stage, 6, most + 1, most);
            assert_eq!((stage.kept.len(), stage.octets.len()), (1, most + 1), "the newest stays");
        }
    }

    #[test]
    fn of_several_with_one_identity_the_newest_is_compared_with_its_own_octets() {
        let mut stage = Stage::default();
        for (n, (counter, octets)) in
            [(1, &b"one"[..]), (2, b"two"), (1, b"other"), (3, b""), (2, b"second")]
                .into_iter()
                .enumerate()
        {
            stage.push(&message(counter, octets), false, &position(n as u64), usize::MAX);
        }
        let mut meet = |counter| stage.meet(&message(counter, b""));
        for _ in 0..2 {
            assert_eq!(meet(1), Some((b"other".to_vec(), position(2))), "however often it comes");
        }
        assert_eq!(meet(2), Some((b"second".to_vec(), position(4))));
        assert_eq!(meet(3), Some((vec![], position(3))));
        assert_eq!(meet(4), None);
    }
}

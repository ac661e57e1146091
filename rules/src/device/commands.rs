//! The commands that a device was sent, for rules on alerts that tell of one.

use gbcs_parser::{CraFlag, EntityId, Message};
use serde::{Deserialize, Serialize};

use crate::chunks::Chunks;
use crate::fut::dates::{self, Instruction};

/// Commands that are remembered of a device.
const MAX_COMMANDS: usize = 1024;

/// Bits of a counter that each command has for itself. In the field it counts milliseconds, and what
/// is above changes once in 8,900 years.
const LOW_BITS: u32 = 48;

/// A command, in eight octets: a device is sent hundreds of them, which differ in little but the
/// counter.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Sent {
    /// The lower [`LOW_BITS`] of its counter, highest first.
    counter: [u16; 3],
    /// Number of its [`Kind`].
    kind: u16,
}

/// What commands have in common.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Kind {
    party: EntityId,
    code: u16,
    /// What its counter has above [`LOW_BITS`].
    counter_high: u16,
    instructions: Box<[Instruction]>,
}

/// A command that a device was sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Command<'a> {
    /// Its originator.
    pub(crate) party: EntityId,
    /// Its message code.
    pub(crate) code: u16,
    /// What it instructs the device to do.
    pub(crate) instructions: &'a [Instruction],
}

/// The last commands of a device, oldest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Commands {
    sent: Chunks<Sent, 64>,
    kinds: Vec<Kind>,
}

fn low(counter: u64) -> [u16; 3] {
    [(counter >> 32) as u16, (counter >> 16) as u16, counter as u16]
}

impl Commands {
    /// Remembers a message, if it is a command.
    pub(crate) fn note(&mut self, message: &Message<'_>) {
        let envelope = &message.envelope;
        let (Some(CraFlag::Command), Some(party), Some(counter), Some(code)) =
            (envelope.cra(), envelope.originator(), envelope.counter(), envelope.message_code())
        else {
            return;
        };
        let instructions = dates::instructions(message).into();
        let counter_high = (counter >> LOW_BITS) as u16;
        self.push(counter, Kind { party, code, counter_high, instructions });
    }

    fn push(&mut self, counter: u64, kind: Kind) {
        if self.sent.len() >= MAX_COMMANDS {
            self.sent.pop_front();
        }
        if self.kinds.len() > 2 * MAX_COMMANDS {
            self.forget_unused();
        }
        let kind = number_of(&mut self.kinds, kind);
        self.sent.push_back(Sent { kind, counter: low(counter) });
    }

    /// The commands with a counter, oldest first.
    pub(crate) fn of_counter(&self, counter: u64) -> impl Iterator<Item = Command<'_>> {
        self.sent.iter().filter(move |sent| sent.counter == low(counter)).filter_map(move |sent| {
            let Kind { party, code, counter_high, instructions } =
                self.kinds.get(usize::from(sent.kind))?;
            let command = Command { party: *party, code: *code, instructions };
            (*counter_high == (counter >> LOW_BITS) as u16).then_some(command)
        })
    }

    /// Drops the kinds of commands that are no longer remembered.
    fn forget_unused(&mut self) {
        let kinds = std::mem::take(&mut self.kinds);
        for sent in self.sent.iter_mut() {
            if let Some(kind) = kinds.get(usize::from(sent.kind)) {
                sent.kind = number_of(&mut self.kinds, kind.clone());
            }
        }
    }
}

/// The number of a kind in a list that has each once. The list stays below 65,536: see
/// [`Commands::forget_unused`].
fn number_of(kinds: &mut Vec<Kind>, kind: Kind) -> u16 {
    let at = kinds.iter().position(|other| *other == kind).unwrap_or_else(|| {
        kinds.push(kind);
        kinds.len() - 1
    });
    at as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_by_counter_whatever_was_forgotten() {
        let kind =
            |party, code, one| Kind { party, code, counter_high: 0, instructions: Box::new([one]) };
        let mut commands = Commands::default();
        let all = 5 * MAX_COMMANDS as u64;
        let party = |n: u64| EntityId(n.to_be_bytes());
        for n in 0..all {
            let one = Instruction::Command(n as u16, 0, 0);
            commands.push(n, kind(party(n), n as u16, one));
        }
        assert_eq!(commands.of_counter(0).count(), 0);
        for n in all - MAX_COMMANDS as u64..all {
            let found: Vec<_> = commands.of_counter(n).collect();
            let [command] = found.as_slice() else { panic!("{n}: {found:?}") };
            assert_eq!((command.party, command.code), (party(n), n as u16));
            assert_eq!(command.instructions, [Instruction::Command(n as u16, 0, 0)]);
        }
        assert!(commands.kinds.len() <= 2 * MAX_COMMANDS + 1);
    }

    #[test]
    fn a_counter_is_told_from_one_that_differs_in_its_highest_octets() {
        let mut commands = Commands::default();
        let counters = [7, 7 | 1 << LOW_BITS, u64::MAX];
        for (code, counter) in counters.into_iter().enumerate() {
            let counter_high = (counter >> LOW_BITS) as u16;
            let (party, instructions) = (EntityId([1; 8]), Box::new([]));
            let kind = Kind { party, code: code as u16, counter_high, instructions };
            commands.push(counter, kind);
        }
        for (code, counter) in counters.into_iter().enumerate() {
            let found: Vec<_> = commands.of_counter(counter).map(|found| found.code).collect();
            assert_eq!(found, [code as u16]);
        }
    }
}

//! The commands that a device was sent, for rules on alerts that tell of one.

use gbcs_parser::{CraFlag, EntityId, Message};
use serde::{Deserialize, Serialize};

use super::journal::{Journal, folded, unfolded};
use crate::fut::dates::{self, Instruction};
use crate::room;

/// Commands that are remembered of a device.
const MAX_COMMANDS: usize = 1024;

/// What commands have in common, in few octets: a device is sent hundreds of them, which differ in
/// little but the counter.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Kind {
    /// Number of the [`Sender`].
    sender: u16,
    code: u16,
    /// Where its instructions begin among those of all kinds, and how many they are.
    first: u32,
    count: u32,
}

/// Who sends commands, with counters of one kind.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Sender {
    party: EntityId,
    /// True for counters whose low 32 bits are zero: those of top ups are far above all others.
    of_top_ups: bool,
    /// The counter of the newest command.
    newest: u64,
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
    /// Of each command the number of its kind, and how far its counter is above that of the one
    /// before of the same sender.
    sent: Journal<2>,
    kinds: Vec<Kind>,
    senders: Vec<Sender>,
    instructions: Vec<Instruction>,
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
        self.push(counter, Command { party, code, instructions: &dates::instructions(message) });
    }

    fn push(&mut self, counter: u64, command: Command<'_>) {
        if self.sent.len() >= MAX_COMMANDS {
            self.sent.pop_front();
        }
        if self.kinds.len() > 2 * MAX_COMMANDS {
            self.forget_unused();
        }
        let sender = self.sender(command.party, counter);
        let kind = self.kind(sender, command);
        if let Some(Sender { of_top_ups, newest, .. }) = self.senders.get_mut(usize::from(sender)) {
            let above = counter.wrapping_sub(std::mem::replace(newest, counter));
            self.sent.push_back([kind as u64, folded(turned(above, *of_top_ups))]);
        }
    }

    /// The number of a sender in a list that has each once, and no more than there are kinds and one.
    fn sender(&mut self, party: EntityId, counter: u64) -> u16 {
        let of_top_ups = counter as u32 == 0;
        let same = |one: &Sender| one.party == party && one.of_top_ups == of_top_ups;
        let number = self.senders.iter().position(same).unwrap_or_else(|| {
            room::for_one(&mut self.senders);
            self.senders.push(Sender { party, of_top_ups, newest: counter });
            self.senders.len() - 1
        });
        number as u16
    }

    /// The number of a kind in a list that has each once.
    fn kind(&mut self, sender: u16, command: Command<'_>) -> usize {
        let Command { code, instructions, .. } = command;
        let same = |kind: &Kind| {
            (kind.sender, kind.code) == (sender, code) && self.instructions(kind) == instructions
        };
        self.kinds.iter().position(same).unwrap_or_else(|| {
            let (first, count) = (self.instructions.len() as u32, instructions.len() as u32);
            self.instructions.reserve_exact(instructions.len());
            self.instructions.extend_from_slice(instructions);
            room::for_one(&mut self.kinds);
            self.kinds.push(Kind { sender, code, first, count });
            self.kinds.len() - 1
        })
    }

    fn instructions(&self, kind: &Kind) -> &[Instruction] {
        let behind = self.instructions.get(kind.first as usize..).unwrap_or_default();
        behind.get(..kind.count as usize).unwrap_or_default()
    }

    /// The commands with a counter, oldest first.
    pub(crate) fn of_counter(&self, counter: u64) -> impl Iterator<Item = Command<'_>> {
        let mut found = Vec::new();
        self.find_newest(|command, its_counter| {
            found.extend((its_counter == counter).then_some(command));
            None::<()>
        });
        found.into_iter().rev()
    }

    /// True where a command of a counter is one that is looked for: the newest are asked first.
    pub(crate) fn any_of_counter(
        &self,
        counter: u64,
        is_it: impl Fn(&Command<'_>) -> bool,
    ) -> bool {
        let found = |command, its_counter| its_counter == counter && is_it(&command);
        self.find_newest(|command, its_counter| found(command, its_counter).then_some(())).is_some()
    }

    /// Asks of the commands with their counters, the newest first, until one gives something.
    fn find_newest<'a, T>(
        &'a self,
        mut find: impl FnMut(Command<'a>, u64) -> Option<T>,
    ) -> Option<T> {
        let mut newest: Vec<u64> = self.senders.iter().map(|sender| sender.newest).collect();
        self.sent.find_newest(|[kind, above]| {
            let kind = self.kinds.get(kind as usize)?;
            let number = usize::from(kind.sender);
            let (sender, counter) = (self.senders.get(number)?, newest.get_mut(number)?);
            let instructions = self.instructions(kind);
            let command = Command { party: sender.party, code: kind.code, instructions };
            let above = turned(unfolded(above), sender.of_top_ups);
            find(command, std::mem::replace(counter, counter.wrapping_sub(above)))
        })
    }

    /// Drops the kinds of commands that are no longer remembered.
    fn forget_unused(&mut self) {
        let before = std::mem::take(self);
        let mut all = Vec::new();
        before.find_newest(|command, counter| {
            all.push((counter, command));
            None::<()>
        });
        all.into_iter().rev().for_each(|(counter, command)| self.push(counter, command));
    }
}

/// How far counters of top ups are apart is told with its halves changed round: the lower one is zero.
fn turned(above: u64, of_top_ups: bool) -> u64 {
    if of_top_ups { above.rotate_left(32) } else { above }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_by_counter_whatever_was_forgotten() {
        let mut commands = Commands::default();
        let all = 5 * MAX_COMMANDS as u64;
        let party = |n: u64| EntityId(n.to_be_bytes());
        let instruction = |n: u64| Instruction::Command(n as u16, 0, 0);
        for n in 0..all {
            let (code, instructions) = (n as u16, &[instruction(n)]);
            commands.push(n, Command { party: party(n), code, instructions });
        }
        assert_eq!(commands.of_counter(0).count(), 0);
        for n in all - MAX_COMMANDS as u64..all {
            let found: Vec<_> = commands.of_counter(n).collect();
            let [command] = found.as_slice() else { panic!("{n}: {found:?}") };
            assert_eq!((command.party, command.code), (party(n), n as u16));
            assert_eq!(command.instructions, [instruction(n)]);
        }
        assert!(commands.kinds.len() <= 2 * MAX_COMMANDS + 1);
        assert!(commands.senders.len() <= commands.kinds.len());
        assert!(commands.instructions.len() <= commands.kinds.len());
    }

    #[test]
    fn counters_come_back_in_whatever_order_they_were_sent() {
        let mut commands = Commands::default();
        let counters = [7, 7 | 1 << 48, u64::MAX, 1 << 32, 5 << 32, 0, 2 << 32, 6, 7, 1];
        for (n, counter) in counters.into_iter().enumerate() {
            let (party, instructions) = (EntityId([n as u8 % 2; 8]), &[][..]);
            commands.push(counter, Command { party, code: n as u16, instructions });
        }
        for counter in counters {
            let same = counters.iter().enumerate().filter(|(_, other)| **other == counter);
            let due: Vec<_> = same.map(|(n, _)| (n as u16, n as u8 % 2)).collect();
            let found = commands.of_counter(counter);
            let found: Vec<_> = found.map(|one| (one.code, one.party.0[0])).collect();
            assert_eq!(found, due, "oldest first");
            for (code, _) in due {
                assert!(commands.any_of_counter(counter, |one| one.code == code));
            }
            assert!(!commands.any_of_counter(counter, |one| one.code == 99));
        }
        assert_eq!(commands.of_counter(8).count(), 0);
    }
}

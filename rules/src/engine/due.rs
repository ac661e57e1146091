//! A record of a block on its way to the shard of its device, and which messages are decoded before.

use std::iter::repeat_with;
use std::mem::take;
use std::sync::Arc;

use gbcs_parser::message::device_in_plain_header;
use gbcs_parser::record::{Body, Record};
use gbcs_parser::{CraFlag, EntityId, Message, Tree};
use rayon::prelude::*;

use super::dispatch::Numbered;
use super::{LogRun, SHARDS, shard_of};
use crate::han::ccs01;
use crate::prepare::Named;
use crate::roles::{PartyRoles, Roles};

/// A block is uneven where one shard has more than this fraction of what each thread has: it keeps the
/// others waiting for longer than is saved where it decodes its messages itself.
const UNEVEN_SHARE: (usize, usize) = (3, 2);

/// The same where keys are used: most of the time is then that of signatures, to which it does not
/// matter where they are verified.
const UNEVEN_SHARE_WITH_KEYS: (usize, usize) = (1, 1);

/// Which messages of a block are decoded before their shards have them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ahead {
    All,
    /// Those of which it is not known before which device they are about.
    UnknownDevices,
}

impl Ahead {
    /// True for a record whose message is decoded ahead.
    pub(super) fn is_due(self, due: &Due<'_>) -> bool {
        match self {
            Self::All => due.undecoded().is_some(),
            Self::UnknownDevices => due.is_of_unknown_device(),
        }
    }
}

/// A record of a block, with what is known of it before it is judged.
pub(super) struct Due<'r> {
    pub(super) record: &'r Record,
    /// Where it was decoded ahead; else the shard decodes it that judges it. In a box, since most are
    /// not and it is large.
    pub(super) message: Option<Box<Message<'r>>>,
    /// Of a message untold until it is decoded.
    pub(super) topic: Numbered,
    pub(super) device: Option<EntityId>,
    /// True where the header of its message says what its device is.
    is_plain: bool,
    pub(super) test_case: Option<usize>,
    /// Of a message untold until it is decoded.
    pub(super) roles: PartyRoles,
    /// The certificate that the command of a response named.
    pub(super) certificate: Option<Arc<[u8]>>,
    /// The certificate that it names, as a command.
    pub(super) named: Option<Named>,
    pub(super) news: News,
}

/// What a record tells of a device for [`Heard`](crate::device::Heard), which goes across devices.
#[derive(Clone, Copy)]
pub(super) enum News {
    Nothing,
    /// A command puts it on a hub's device log.
    Joins(EntityId),
    /// It gave a sign of life.
    Speaks(EntityId),
}

impl News {
    fn of(message: &Message<'_>) -> Self {
        let device = match message.envelope.cra() {
            Some(CraFlag::Command) => {
                return ccs01::device_to_add(message).map_or(Self::Nothing, Self::Joins);
            }
            Some(CraFlag::Response | CraFlag::Alert) => message.envelope.originator(),
            None => None,
        };
        device.map_or(Self::Nothing, Self::Speaks)
    }
}

impl<'r> Due<'r> {
    pub(super) fn new(record: &'r Record) -> Self {
        let (device, is_plain) = match &record.body {
            Body::Message(message) => {
                let device = device_in_plain_header(&message.payload);
                (device, device.is_some())
            }
            Body::DccAlert(alert) => (alert.request_id.map(|request| request.target), false),
            Body::ZclFrame(frame) => (frame.source, false),
            _ => (None, false),
        };
        Self {
            record,
            message: None,
            topic: Numbered::UNTOLD,
            device: device.or(record.device_id),
            is_plain,
            test_case: None,
            roles: PartyRoles::default(),
            certificate: None,
            named: None,
            news: News::Nothing,
        }
    }

    /// The octets of its message that are still to be decoded.
    pub(super) fn undecoded(&self) -> Option<&'r [u8]> {
        match &self.record.body {
            Body::Message(message) if self.message.is_none() && !message.payload.is_empty() => {
                Some(&message.payload)
            }
            _ => None,
        }
    }

    /// True where its device is not known before it is decoded.
    fn is_of_unknown_device(&self) -> bool {
        !self.is_plain && self.undecoded().is_some()
    }

    /// Decodes it, in the memory of `tree`.
    fn decode(&mut self, tree: Tree) {
        if let Some(octets) = self.undecoded() {
            let message = Message::decode_with(octets, tree);
            self.note(&message);
            self.message = Some(Box::new(message));
        }
    }

    /// Notes what its message tells, now that it is decoded.
    pub(super) fn note(&mut self, message: &Message<'_>) {
        self.device = message.device().or(self.record.device_id);
        self.news = News::of(message);
        self.named = Named::by(message);
    }
}

/// An empty list for other records in the memory of one that is no longer needed. Blocks are large:
/// to make one anew each time is to have as much memory cleared.
pub(super) fn emptied<'a>(mut block: Vec<Due<'_>>) -> Vec<Due<'a>> {
    block.clear();
    // Of nothing nothing is made; what is collected stays where it was.
    block.into_iter().map_while(|_| None).collect()
}

impl LogRun<'_, '_> {
    /// Which messages of a block cannot wait for the shards of their devices. A shard has what it
    /// decodes at hand, in the memory of the message before; what is decoded ahead is decoded on all
    /// threads.
    pub(super) fn ahead(&self, block: &[Due<'_>], uses_keys: bool) -> Ahead {
        let threads = rayon::current_num_threads();
        let mut records = [0; SHARDS];
        for due in block {
            records[shard_of(due.device)] += 1;
        }
        let longest = records.into_iter().max().unwrap_or(0);
        let mut from_first_message = block.iter().skip_while(|due| due.undecoded().is_none());
        let uneven = if uses_keys { UNEVEN_SHARE_WITH_KEYS } else { UNEVEN_SHARE };
        // What is of no device of the part still tells of others. What a shard knows of parties must
        // hold for all that it decodes. Before a message was met, the shards would ask all rules.
        let all = self.engine.part.is_some()
            || from_first_message.any(|due| Roles::are_told_by(due.record))
            || !self.topics.have_messages()
            || longest * threads > block.len() * uneven.0 / uneven.1;
        if all { Ahead::All } else { Ahead::UnknownDevices }
    }

    /// Decodes messages ahead.
    pub(super) fn decode_ahead(&mut self, block: &mut [Due<'_>], ahead: Ahead) {
        let due: Vec<_> = block.iter_mut().filter(|due| ahead.is_due(due)).collect();
        let missing = due.len().saturating_sub(self.trees.len());
        self.trees.extend(repeat_with(Tree::default).take(missing));
        let with_trees = due.into_par_iter().zip(self.trees.par_iter_mut());
        with_trees.for_each(|(due, tree)| due.decode(take(tree)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_a_block_is_used_again() {
        let block: Vec<Due<'_>> = Vec::with_capacity(256);
        let memory = (block.as_ptr().addr(), block.capacity());
        let again: Vec<Due<'static>> = emptied(block);
        assert_eq!((again.as_ptr().addr(), again.capacity()), memory);
        assert!(again.is_empty());
    }
}

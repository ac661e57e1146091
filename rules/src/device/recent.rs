//! Messages as they were decoded, for as long as their counterpart is likely to come.

use std::collections::VecDeque;

use gbcs_parser::message::Unbound;
use gbcs_parser::{Message, Tree};

/// Messages that a shard keeps as they were decoded: in a log of many devices, those of the last few
/// hundred records. An answer that comes later has its command decoded again.
const MAX_RECENT: usize = 16;

/// Nodes of a message that is kept: the largest commands of the field, which set a tariff or a calendar,
/// have fewer. What is kept of a shard has a megabyte at most.
const MAX_RECENT_NODES: usize = 1024;

/// By which one that is kept is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ticket(u64);

/// Messages that were decoded a moment ago. It is memory alone: nothing depends on what it holds.
#[derive(Default)]
pub(crate) struct Recent {
    /// Newest last.
    messages: VecDeque<(Ticket, Unbound)>,
    /// Messages that were ever asked for.
    count: u64,
    /// Of the message that is judged now, where it is to be kept.
    wanted: Option<Ticket>,
    /// A tree that is no longer needed.
    spare: Tree,
}

impl Recent {
    /// Asks for the message that is judged now, which [`Self::keep`] then takes. One with items that
    /// were opened is not kept: it is given as it was decoded.
    pub(super) fn want(&mut self, message: &Message<'_>) -> Option<Ticket> {
        let tree = &message.tree;
        let is_kept = tree.plaintexts().is_empty() && tree.nodes().len() <= MAX_RECENT_NODES;
        self.wanted = is_kept.then(|| {
            self.count += 1;
            Ticket(self.count)
        });
        self.wanted
    }

    /// Takes what was decoded out of a message that is judged, where it was asked for.
    pub(crate) fn keep(&mut self, message: &mut Message<'_>) {
        let Some(ticket) = self.wanted.take() else { return };
        if self.messages.len() >= MAX_RECENT
            && let Some((_, oldest)) = self.messages.pop_front()
        {
            self.spare = oldest.into_tree();
        }
        let memory = self.take_tree();
        message.protection = None;
        self.messages.push_back((ticket, message.unbind(memory)));
    }

    /// The message, where it is still kept.
    pub(super) fn take(&mut self, ticket: Ticket) -> Option<Unbound> {
        let at = self.messages.iter().rposition(|(other, _)| *other == ticket)?;
        self.messages.remove(at).map(|(_, message)| message)
    }

    /// A tree whose memory serves again.
    pub(super) fn take_tree(&mut self) -> Tree {
        std::mem::take(&mut self.spare)
    }

    /// Takes back the memory of a message.
    pub(crate) fn take_back(&mut self, message: Message<'_>) {
        if message.tree.nodes().len() <= MAX_RECENT_NODES {
            self.spare = message.into_tree();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A message that was judged and asked for.
    fn kept(recent: &mut Recent, mut message: Message<'_>) -> Option<Ticket> {
        let ticket = recent.want(&message);
        recent.keep(&mut message);
        ticket
    }

    #[test]
    fn a_message_is_given_once_and_as_it_was_decoded() {
        let octets = [0xDF, 9, 1, 0, 0, 0, 0, 0, 0, 0, 7];
        let message = Message::decode(&octets);
        let mut recent = Recent::default();
        let ticket = kept(&mut recent, message.clone()).unwrap();
        assert_ne!(kept(&mut recent, Message::decode(&[0xDF])), Some(ticket));
        let again = recent.take(ticket).and_then(|kept| kept.bind(&octets)).unwrap();
        assert_eq!(again.tree.nodes(), message.tree.nodes());
        assert_eq!(again.tree.issues(), message.tree.issues());
        assert_eq!(again.envelope, message.envelope);
        assert!(recent.take(ticket).is_none());
    }

    #[test]
    fn a_message_that_was_not_asked_for_is_not_kept() {
        let mut message = Message::decode(&[0xDF, 9, 1]);
        let nodes = message.tree.nodes().to_vec();
        let mut recent = Recent::default();
        recent.keep(&mut message);
        assert!(recent.messages.is_empty());
        assert_eq!(message.tree.nodes(), nodes);
    }

    #[test]
    fn one_more_than_is_kept_makes_the_oldest_go() {
        let octets = [0xDF, 9, 1];
        let mut recent = Recent::default();
        let mut tickets = Vec::new();
        for _ in 0..=MAX_RECENT {
            tickets.extend(kept(&mut recent, Message::decode(&octets)));
        }
        assert_eq!(recent.messages.len(), MAX_RECENT);
        assert!(recent.take(tickets[0]).is_none());
        assert!(recent.take(tickets[1]).is_some());
    }

    #[test]
    fn what_keys_found_out_of_a_message_is_not_kept() {
        let octets = [0xDF, 9, 1];
        let mut message = Message::decode(&octets);
        message.protection = Some(Box::default());
        let mut recent = Recent::default();
        let ticket = kept(&mut recent, message).unwrap();
        let again = recent.take(ticket).and_then(|kept| kept.bind(&octets)).unwrap();
        assert!(again.protection.is_none());
    }

    /// An access response with so many null data, each a node.
    fn nulls(count: usize) -> Vec<u8> {
        let header = [0xDF, 9, 2, 0, 0, 0, 0, 0, 0, 0, 7];
        let parties = [[8, 1, 1, 1, 1, 1, 1, 1, 1], [8, 2, 2, 2, 2, 2, 2, 2, 2]].concat();
        let [high, low] = (count as u16).to_be_bytes();
        let list = [&[0xDA, 0x20, 0, 0, 0, 0, 0, 0x82, high, low], &vec![0; count][..]].concat();
        let content = [&((list.len() as u16).to_be_bytes())[..], &list].concat();
        [&header[..], &parties, &[0, 2, 0, 0x62, 0x82], &content].concat()
    }

    #[test]
    fn one_node_more_than_is_kept_has_the_message_decoded_again() {
        let mut met = Vec::new();
        for count in 0..=MAX_RECENT_NODES {
            let octets = nulls(count);
            let message = Message::decode(&octets);
            let nodes = message.tree.nodes().len();
            let kept = kept(&mut Recent::default(), message).is_some();
            assert_eq!(kept, nodes <= MAX_RECENT_NODES, "{nodes} nodes");
            met.push(nodes);
        }
        assert!(
            met.contains(&MAX_RECENT_NODES) && met.contains(&(MAX_RECENT_NODES + 1)),
            "{met:?}"
        );
    }
}

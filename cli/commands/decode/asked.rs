//! Commands that went before: a response is named by the one that it answers.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use gbcs_parser::dlms::bind_response;
use gbcs_parser::message::Payload;
use gbcs_parser::{CraFlag, EntityId, Message};

/// Octets of commands that are held. At some hundred octets each they are those of the last
/// hundred thousand exchanges; responses come within seconds or minutes.
const MAX_OCTETS_HELD: usize = 32 * 1024 * 1024;

/// What a command and its response have in common: who asked whom, counter and message code.
type Exchange = (EntityId, EntityId, u64, u16);

/// DLMS commands, the latest of each exchange.
#[derive(Default)]
pub struct Asked {
    commands: HashMap<Exchange, Arc<[u8]>>,
    order: VecDeque<(Exchange, Arc<[u8]>)>,
    octets: usize,
}

impl Asked {
    /// Remembers a command, and gives a response the names of what its command asked for.
    pub fn take(&mut self, message: &mut Message<'_>) {
        if !matches!(message.payload, Payload::Dlms(_)) {
            return;
        }
        let envelope = &message.envelope;
        let (Some(originator), Some(recipient), Some(counter), Some(code)) = (
            envelope.originator(),
            envelope.recipient(),
            envelope.counter(),
            envelope.message_code(),
        ) else {
            return;
        };
        match envelope.cra() {
            Some(CraFlag::Command) => {
                self.remember((originator, recipient, counter, code), message.octets());
            }
            Some(CraFlag::Response) => {
                if let Some(command) = self.commands.get(&(recipient, originator, counter, code)) {
                    bind_response(message, &Message::decode(command));
                }
            }
            _ => {}
        }
    }

    fn remember(&mut self, exchange: Exchange, octets: &[u8]) {
        let octets: Arc<[u8]> = octets.into();
        self.octets += octets.len();
        self.commands.insert(exchange, octets.clone());
        self.order.push_back((exchange, octets));
        while self.octets > MAX_OCTETS_HELD
            && let Some((exchange, octets)) = self.order.pop_front()
        {
            self.octets -= octets.len();
            // A later command of the same exchange stays.
            if self.commands.get(&exchange).is_some_and(|held| Arc::ptr_eq(held, &octets)) {
                self.commands.remove(&exchange);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exchange(counter: u64) -> Exchange {
        (EntityId([1; 8]), EntityId([2; 8]), counter, 0x62)
    }

    #[test]
    fn the_oldest_commands_are_forgotten() {
        let mut asked = Asked::default();
        let octets = vec![0; MAX_OCTETS_HELD / 4];
        for counter in [1, 2, 1, 3, 4] {
            asked.remember(exchange(counter), &octets);
        }
        assert!(asked.octets <= MAX_OCTETS_HELD);
        assert!(asked.commands.contains_key(&exchange(1)), "its second command is held");
        asked.remember(exchange(5), &octets);
        assert!(!asked.commands.contains_key(&exchange(2)));
        assert_eq!(asked.commands.len(), asked.order.len());
    }
}

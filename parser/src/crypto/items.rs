//! Opening encrypted items.

use super::derive::{ITEM_FLAG, KeyInput, Nonce};
use super::verify::{Attempt, Context, Verifier, agreement_key};
use crate::input::Input;
use crate::message::{CraFlag, EncryptedItem, Message, Payload};
use crate::protection::{ItemOutcome, Missing, Outcome};
use crate::tree::NodeId;
use crate::{dlms, gbz};

impl Verifier<'_> {
    /// Opens the encrypted items of a message: each plaintext is decoded into a buffer of its own in
    /// the message's tree. Items that were opened before are opened again only in a fresh message.
    #[must_use]
    pub fn open_items(&self, message: &mut Message<'_>, context: &Context<'_>) -> Vec<ItemOutcome> {
        let items: Vec<EncryptedItem> = message.encrypted_items().collect();
        let mut outcomes = Vec::with_capacity(items.len());
        for item in items {
            let ciphertext = item.ciphertext;
            let outcome = match self.open_item(message, &item, context) {
                Attempt::Missing(missing) => Outcome::NotChecked { missing },
                Attempt::Failed(tried) => {
                    let node = message.tree.get(ciphertext);
                    let covered = node.map(|node| node.span()).unwrap_or_default();
                    Outcome::Invalid { tried, covered }
                }
                Attempt::Found(agreement, plaintext) => {
                    decode_plaintext(message, ciphertext, plaintext);
                    Outcome::Valid(agreement)
                }
            };
            outcomes.push(ItemOutcome { ciphertext, outcome });
        }
        outcomes
    }

    fn open_item(
        &self,
        message: &Message<'_>,
        item: &EncryptedItem,
        context: &Context<'_>,
    ) -> Attempt<Vec<u8>> {
        let unreadable = || Attempt::Missing(vec![Missing::Fields]);
        let envelope = &message.envelope;
        // Items are for a party, from a device. No key is defined for the other way.
        let (Some(CraFlag::Response | CraFlag::Alert), Some(device), Some(counter), Some(target)) =
            (envelope.cra(), envelope.originator(), envelope.counter(), envelope.recipient())
        else {
            return unreadable();
        };
        let party = envelope.supplementary_party().unwrap_or(target);
        let counter = envelope.supplementary_originator_counter().unwrap_or(counter);
        let input = KeyInput { originator: device, flag: ITEM_FLAG, counter, recipient: party };
        let nonce = Nonce { originator: device, invocation_counter: item.invocation_counter.value };
        let content = |node| message.tree.content(node, message.octets());
        let extra = context
            .command_certificate
            .filter(|certificate| certificate.subject.is_none_or(|subject| subject == party));
        self.try_pairs(agreement_key(device), agreement_key(party), context, extra, |secret| {
            let key = secret.derive(&input);
            key.open(
                nonce,
                &[item.security_control.value],
                content(item.ciphertext),
                content(item.tag),
            )
            .ok()
        })
    }
}

/// Decodes a plaintext into a buffer of its own.
fn decode_plaintext(message: &mut Message<'_>, ciphertext: NodeId, plaintext: Vec<u8>) {
    let component = match message.payload {
        Payload::Gbz(payload) => payload
            .components(message)
            .iter()
            .find(|part| part.ciphertext == Some(ciphertext))
            .and_then(|part| Some((part.cluster?, part.frame_control?, part.command?)))
            .map(|(cluster, control, command)| (cluster.value, control.value, command.value)),
        _ => None,
    };
    let shape = dlms::plaintext::shape(message, ciphertext);
    let tree = &mut message.tree;
    let Some(buffer) = tree.begin_plaintext() else { return };
    let input = Input::new(&plaintext, buffer);
    let root = match component {
        Some((cluster, frame_control, command)) => {
            gbz::decode_plaintext(tree, input, cluster, frame_control, command)
        }
        None => dlms::plaintext::decode(tree, input, shape),
    };
    tree.end_plaintext(ciphertext, root, plaintext);
    debug_assert!(message.has_lists_of_its_tree());
}

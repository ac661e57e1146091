//! Decoding what is no message: it must end with a message whose leaves tile it.

use gbcs_parser::json::{self, Source};
use gbcs_parser::protection::Protection;
use gbcs_parser::{Message, Tree, encode};

use crate::{made, reference};

/// Reference messages whose prefixes are decoded.
const PREFIXED: usize = 50;

/// Reference messages whose every octet is changed.
const CHANGED: usize = 5;

/// Decodes octets in all ways and checks what must hold of any.
fn check(octets: &[u8], tree: Tree, out: &mut Vec<u8>) -> Tree {
    let message = Message::decode_with(octets, tree);
    let mut end = 0;
    for node in message.tree.nodes().iter().filter(|node| !node.kind.is_container()) {
        assert_eq!(node.span().start, end, "{octets:02X?}");
        end = node.span().end;
    }
    assert_eq!(end as usize, octets.len(), "{octets:02X?}");
    assert_eq!(encode::tree(&message), octets, "{octets:02X?}");
    out.clear();
    json::write(out, &message, Source::default(), &Protection::unchecked(&message)).unwrap();
    message.into_tree()
}

fn prefixes(octets: &[u8]) {
    let (mut tree, mut out) = (Tree::default(), Vec::new());
    for end in 0..octets.len() {
        tree = check(&octets[..end], tree, &mut out);
    }
}

fn changes(octets: &[u8], masks: &[u8]) {
    let (mut tree, mut out) = (Tree::default(), Vec::new());
    let mut changed = octets.to_vec();
    for at in 0..changed.len() {
        let before = changed[at];
        for mask in masks {
            changed[at] = before ^ mask;
            tree = check(&changed, tree, &mut out);
            serde_json::from_slice::<serde::de::IgnoredAny>(&out).unwrap();
        }
        changed[at] = before;
    }
}

#[test]
fn prefixes_of_made_messages() {
    for (_, octets) in made::all() {
        prefixes(&octets);
    }
}

#[test]
fn changed_octets_of_made_messages() {
    let masks: Vec<u8> = (0..8).map(|bit| 1 << bit).chain([0xFF, 0x7F]).collect();
    for (_, octets) in made::all() {
        changes(&octets, &masks);
    }
}

/// Messages of the reference set, spread evenly over it.
fn spread(count: usize) -> Vec<Vec<u8>> {
    let all: Vec<Vec<u8>> = reference::messages().into_values().collect();
    let step = (all.len() / count).max(1);
    all.into_iter().step_by(step).take(count).collect()
}

#[test]
fn prefixes_of_reference_messages() {
    for octets in spread(PREFIXED) {
        prefixes(&octets[..octets.len().min(600)]);
    }
}

#[test]
fn changed_octets_of_reference_messages() {
    for octets in spread(CHANGED) {
        changes(&octets, &[0x01, 0x80, 0xFF]);
    }
}

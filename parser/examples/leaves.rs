//! What a message says, leaf by leaf: offset, path, value and meaning.
//!
//! `cargo run -p gbcs-parser --example leaves -- DF0901...`

#![allow(clippy::print_stdout)]

use std::fmt::Write as _;

use gbcs_parser::{Message, NodeId, text};

/// A pre-command: the supplier asks the meter for a certificate request for its signing key.
const PRE_COMMAND: &str = "DF0901 00000000000003E8 08 70B3D50000000001 08 70B3D50000000099 00 02000A \
                           06 30 04 03 02 07 80";

/// The octets of hexadecimal text.
fn octets(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.chars().filter_map(|c| c.to_digit(16)).map(|d| d as u8).collect();
    digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

/// A line for each leaf, and one for each error.
fn shown(wire: &[u8]) -> String {
    // The message borrows its octets; the tree holds offsets into them.
    let message = Message::decode(wire);
    let tree = &message.tree;
    let mut out = String::new();
    for at in 0..tree.nodes().len() {
        let id = NodeId(at as u32);
        let Some(node) = tree.get(id).filter(|node| !node.kind.is_container()) else { continue };
        let (offset, path) = (node.span().start, tree.path(id));
        let _ = write!(out, "{offset:5}  {path} = {:?}", tree.value(id, wire));
        if let Some(meaning) = text::of(tree, id, wire) {
            let _ = write!(out, " ({meaning})");
        }
        out.push('\n');
    }
    for issue in tree.issues() {
        let _ = writeln!(out, "error: {issue}, in {}", tree.path_of_issue(issue));
    }
    out
}

fn main() {
    let text = std::env::args().nth(1).unwrap_or_else(|| PRE_COMMAND.to_owned());
    print!("{}", shown(&octets(&text)));
}

#[test]
fn a_pre_command_and_one_cut_short() {
    let wire = octets(PRE_COMMAND);
    let whole = shown(&wire);
    assert!(whole.contains("key-usage"), "{whole}");
    assert!(whole.contains("digital signature"), "{whole}");
    assert!(!whole.contains("error:"), "{whole}");
    let cut = shown(&wire[..30]);
    assert!(cut.contains("error: "), "{cut}");
}

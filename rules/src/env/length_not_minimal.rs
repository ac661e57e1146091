//! ENV012: a length stands in a longer form than it needs.

use gbcs_parser::element::Table;
use gbcs_parser::{Kind, Node, NodeId};

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV012",
    name: "length-not-minimal",
    summary: "A length stands in a longer form than it needs",
    severity: Severity::Info,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "forms of lengths")],
    requirements: &[],
    doc: include_str!("../../docs/ENV012.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    // Nearly always there is none, and no node need be looked at.
    if !message.tree.has_overlong_length() {
        return;
    }
    for (number, node) in message.tree.nodes().iter().enumerate() {
        let octets = node.span().of(message.tree.buffer(node.span().buffer, message.octets()));
        if let Some(field) = length_field(node, octets)
            && let Some(needed) = needed(field)
            && needed < field.len()
        {
            findings.fail(Fault::at(
                subject.place(NodeId(number as u32)),
                Datum::octet_count(needed),
                Datum::octet_count(field.len()),
            ));
        }
    }
}

/// The octets of the BER length or count that a node has, if it has one.
fn length_field<'o>(node: &Node, octets: &'o [u8]) -> Option<&'o [u8]> {
    let table = || node.element.table();
    match node.kind {
        // A length of the envelope or of DLMS. Those of GBZ are plain numbers.
        Kind::Length if table() != Some(Table::Gbz) => Some(octets),
        Kind::DlmsOctetString
        | Kind::DlmsBitString
        | Kind::DlmsVisibleString
        | Kind::DlmsUtf8String => match octets.get(..node.head())? {
            // An element of a compact array has no tag in front of its length.
            [first, ..] if *first >= 0x80 => octets.get(..node.head()),
            [_] => None,
            [_, length @ ..] => Some(length),
            [] => None,
        },
        // The count of a list that has no tag, or the length of a compact array's contents.
        Kind::Header if octets.first() >= Some(&0x80) && table() == Some(Table::Dlms) => {
            Some(octets)
        }
        // Tag and count of an array or structure; a longer head is that of a compact array.
        Kind::Header if table() != Some(Table::Gbz) => tag_and_length(octets),
        Kind::DerBoolean
        | Kind::DerInteger
        | Kind::DerEnumerated
        | Kind::DerBitString
        | Kind::DerOctetString
        | Kind::DerNull
        | Kind::DerObjectIdentifier
        | Kind::DerString
        | Kind::DerUtcTime
        | Kind::DerGeneralizedTime
        | Kind::DerPrimitive => tag_and_length(octets.get(..node.head())?),
        _ => None,
    }
}

/// The length in octets that are exactly a tag and a length.
fn tag_and_length(octets: &[u8]) -> Option<&[u8]> {
    let (tag, mut rest) = octets.split_first()?;
    if tag & 0x1F == 0x1F {
        // A tag number of several octets: all but its last have the high bit set.
        let last = rest.iter().position(|octet| octet & 0x80 == 0)?;
        rest = rest.get(last + 1..)?;
    }
    let first = *rest.first()?;
    let octets = if first < 0x80 { 1 } else { 1 + usize::from(first & 0x7F) };
    (octets == rest.len()).then_some(rest)
}

/// Octets that the shortest form of a length has.
fn needed(field: &[u8]) -> Option<usize> {
    let (first, rest) = field.split_first()?;
    if *first < 0x80 {
        return Some(1);
    }
    let zeros = rest.iter().take_while(|octet| **octet == 0).count();
    Some(match rest.get(zeros..)? {
        [] => 1,
        [one] if *one < 0x80 => 1,
        value => 1 + value.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_form() {
        assert_eq!(needed(&[0x7F]), Some(1));
        assert_eq!(needed(&[0x81, 0x7F]), Some(1));
        assert_eq!(needed(&[0x81, 0x80]), Some(2));
        assert_eq!(needed(&[0x82, 0x00, 0xDE]), Some(2));
        assert_eq!(needed(&[0x84, 0x00, 0x00, 0x00, 0x00]), Some(1));
    }

    #[test]
    fn a_length_behind_a_tag() {
        assert_eq!(tag_and_length(&[0x30, 0x81, 0x80]), Some(&[0x81, 0x80][..]));
        assert_eq!(tag_and_length(&[0x9F, 0x81, 0x01, 0x05]), Some(&[0x05][..]));
        assert_eq!(tag_and_length(&[0x13, 0x02, 0x06, 0x06]), None);
    }

    #[test]
    fn a_count_without_a_tag() {
        // A command whose two lists, of a get and its data, have their counts in long form.
        let mut octets = vec![0xDF, 0x09, 1, 0, 0, 0, 0, 0, 0, 0, 7];
        octets.extend([8, 1, 0, 0, 0, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0, 0, 0, 2, 0, 2, 0, 0x69]);
        octets.extend([21, 0xD9, 0x20, 0, 0, 7, 0, 0x81, 1]);
        octets.extend([1, 0, 112, 0, 0, 19, 10, 0, 255, 2, 0x81, 1, 0]);
        let message = gbcs_parser::Message::decode(&octets);
        assert_eq!(message.tree.issues(), []);
        let nodes = message.tree.nodes().iter();
        let long = nodes.filter_map(|node| length_field(node, node.span().of(&octets)));
        let long: Vec<_> = long.filter(|field| needed(field) < Some(field.len())).collect();
        assert_eq!(long, [[0x81, 1], [0x81, 1]]);
    }
}

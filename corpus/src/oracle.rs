//! What must hold for any octets: the bodies that fuzzing and the tests share.
//!
//! Each gives the first thing that does not hold. That nothing panics and everything ends is what
//! running them shows. [`targets::TARGETS`] lists the bodies by the names of the fuzz targets.

pub mod built;
pub mod fault;
pub mod judge;
pub mod kept;
pub mod keyed;
pub mod keys;
pub mod targets;

use std::io::BufReader;

use gbcs_parser::encode;
use gbcs_parser::json;
use gbcs_parser::log::{Detection, Form, detect, read};
use gbcs_parser::protection::Protection;
use gbcs_parser::span::BufferId;
use gbcs_parser::tree::NodeId;
use gbcs_parser::{Message, Span};

/// Something that must hold and does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A leaf does not start where the one before it ended.
    Gap {
        /// Where a leaf should start.
        expected: u32,
        /// The leaf that is there instead; `None` where octets at the end are in no leaf.
        found: Option<Span>,
    },
    /// A container does not end where its last child does, or a child lies outside it.
    Container(Span),
    /// A node is on no way from the root to itself.
    Lost(NodeId),
    /// Encoding what was decoded gives other octets, from this one on.
    Encoded(usize),
    /// A decoding error stands outside the message.
    Issue(Span),
    /// Reading the same octets again, or in small parts, gives another number of records and
    /// problems.
    Records(usize, usize),
    /// What is written as JSON is no JSON; where.
    Json(usize),
    /// A field of a message that was built is read as something else.
    Field(&'static str),
    /// The rule of this code broke.
    Rule(&'static str),
    /// Judging the same records in blocks of another size gives other results.
    Blocks,
    /// A state cannot be written, or not read back.
    Saved,
    /// A log that was cut and gone on with gives other results than in one run.
    Continued,
    /// A message with a fault passes: the octets of the message before and after.
    Silent(Vec<u8>, Vec<u8>),
    /// Protection is said to be this, and is not.
    Protection(&'static str),
}

/// A message of any octets: its leaves tile it, every node can be found from the root, its errors
/// stand inside it, and encoding its tree gives its octets back.
///
/// # Errors
/// What does not hold.
pub fn message(octets: &[u8]) -> Result<(), Broken> {
    let message = Message::decode(octets);
    tiles(&message)?;
    containers(&message)?;
    let encoded = encode::tree(&message);
    let differs = encoded.iter().zip(octets).position(|(made, given)| made != given);
    match differs {
        Some(at) => return Err(Broken::Encoded(at)),
        None if encoded.len() != octets.len() => {
            return Err(Broken::Encoded(encoded.len().min(octets.len())));
        }
        None => {}
    }
    for issue in message.tree.issues() {
        if issue.span.start > issue.span.end || issue.span.end as usize > octets.len() {
            return Err(Broken::Issue(issue.span));
        }
    }
    let mut out = Vec::new();
    let protection = Protection::unchecked(&message);
    json::write(&mut out, &message, json::Source::default(), &protection)
        .and_then(|()| serde_json::from_slice::<serde::de::IgnoredAny>(&out))
        .map(|_| ())
        .map_err(|error| Broken::Json(error.column()))
}

/// The leaves of the wire, in order, have no gap and no overlap.
fn tiles(message: &Message<'_>) -> Result<(), Broken> {
    let mut expected = 0;
    for node in message.tree.nodes() {
        let span = node.span();
        if span.buffer != BufferId::WIRE || node.kind.is_container() {
            continue;
        }
        if span.start != expected {
            return Err(Broken::Gap { expected, found: Some(span) });
        }
        expected = span.end;
    }
    if expected as usize == message.octets().len() {
        Ok(())
    } else {
        Err(Broken::Gap { expected, found: None })
    }
}

/// Every node lies in the container that holds it, and is the end of its own ancestry.
fn containers(message: &Message<'_>) -> Result<(), Broken> {
    let tree = &message.tree;
    for (number, node) in tree.nodes().iter().enumerate() {
        let id = NodeId(number as u32);
        for child in tree.children(id).filter_map(|child| tree.get(child)) {
            let (outer, inner) = (node.span(), child.span());
            if inner.start < outer.start || inner.end > outer.end {
                return Err(Broken::Container(outer));
            }
        }
    }
    // The way to a node is as long as it is deep: the last node stands for all.
    let last = NodeId((tree.nodes().len() as u32).saturating_sub(1));
    if tree.get(last).is_some() && tree.ancestry(last).last() != Some(&last) {
        return Err(Broken::Lost(last));
    }
    Ok(())
}

/// A log of any octets, in the form that they show: reading ends, and twice in the same way.
///
/// # Errors
/// What does not hold.
pub fn log(octets: &[u8]) -> Result<(), Broken> {
    let Some(Detection { form, .. }) = detect(octets) else { return Ok(()) };
    log_of(form, octets)
}

/// Octets of the small parts in which [`log_of`] reads: a prime, so that fields, lines and blocks
/// are met at all places.
const PART_OCTETS: usize = 37;

/// A log of any octets, read as one of a form: reading ends, and in small parts in the same way as
/// at once.
///
/// # Errors
/// What does not hold.
pub fn log_of(form: Form, octets: &[u8]) -> Result<(), Broken> {
    let whole = read(form, octets, "fuzzed").count();
    let parts = read(form, BufReader::with_capacity(PART_OCTETS, octets), "fuzzed").count();
    if whole == parts { Ok(()) } else { Err(Broken::Records(whole, parts)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled::bundled;
    use crate::random::Random;

    /// The payloads of the bundled logs.
    fn payloads() -> Vec<Vec<u8>> {
        let mut payloads = Vec::new();
        for log in bundled().unwrap().0 {
            for line in log.log.split(|octet| *octet == b'\n').filter(|line| !line.is_empty()) {
                let record: serde_json::Value = serde_json::from_slice(line).unwrap();
                if let Some(text) = record["payload"].as_str() {
                    payloads.push(data_encoding::HEXUPPER.decode(text.as_bytes()).unwrap());
                }
            }
        }
        assert!(payloads.len() > 50);
        payloads
    }

    #[test]
    fn whole_messages_hold() {
        for payload in payloads() {
            assert_eq!(message(&payload), Ok(()));
        }
    }

    #[test]
    fn messages_cut_at_any_octet_hold() {
        for payload in payloads().iter().filter(|payload| payload.len() < 300) {
            for end in 0..payload.len() {
                assert_eq!(message(&payload[..end]), Ok(()), "{:02x?}", &payload[..end]);
            }
        }
    }

    #[test]
    fn messages_with_wrong_octets_hold() {
        let mut random = Random::new(3, "wrong octets");
        for payload in payloads() {
            for _ in 0..40 {
                let mut octets = payload.clone();
                for _ in 0..=random.below(3) {
                    let at = random.below(octets.len().min(400) as u64) as usize;
                    octets[at] = random.below(256) as u8;
                }
                assert_eq!(message(&octets), Ok(()), "{octets:02x?}");
            }
        }
    }

    #[test]
    fn logs_hold_whole_and_cut() {
        for bundle in bundled().unwrap().0 {
            assert_eq!(log(&bundle.log), Ok(()));
            let cut = bundle.log.len() / 3;
            assert_eq!(log(&bundle.log[..cut]), Ok(()));
        }
    }
}

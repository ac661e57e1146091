//! The messages that findings are placed on, read once more after the judging, so that the page can
//! show them decoded. While a log is judged no message is kept.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use gbcs_parser::record::{Body, Position, Record};
use gbcs_rules::finding::{Finding, Place};
use gbcs_rules::registry::RuleId;

use crate::inputs::{Inputs, Options};

/// Findings of a rule whose messages are shown: those after them look alike.
const MAX_OF_A_RULE: usize = 25;
/// Findings in all whose messages are shown. A tree takes about a kilobyte of the page.
const MAX_FINDINGS: usize = 1000;

type Key = (Arc<str>, u64, Option<u32>);

fn key(position: &Position) -> Key {
    (position.path.clone(), position.record, position.payload)
}

/// Records that hold the messages of findings.
#[derive(Default)]
pub struct Gallery {
    records: HashMap<Key, Record>,
}

impl Gallery {
    /// Reads the records of findings from their files. What came from standard input cannot be read
    /// again, and is not there.
    pub fn collect(options: Options, findings: &[Finding]) -> Self {
        let mut wanted = wanted(findings);
        let files: BTreeSet<&str> = wanted.iter().map(|(path, ..)| outer(path)).collect();
        let files: Vec<_> =
            files.into_iter().filter(|path| *path != "-").map(PathBuf::from).collect();
        let mut gallery = Self::default();
        let mut inputs = Inputs::new(&files, Options { progress: None, verbose: false, ..options });
        while !wanted.is_empty()
            && let Some(stream) = inputs.open_next()
        {
            for record in stream.flatten() {
                let key = key(&record.position);
                if wanted.remove(&key) {
                    gallery.records.insert(key, record);
                }
                if wanted.is_empty() {
                    break;
                }
            }
        }
        gallery
    }

    /// The record that a place is in, where it was read and still holds the octets of the place.
    pub fn record(&self, place: &Place) -> Option<&Record> {
        let record = self.records.get(&key(&place.position))?;
        let (Body::Message(message), Some(excerpt)) = (&record.body, &place.excerpt) else {
            return None;
        };
        let on_wire = place.span.is_some_and(|span| span.buffer.0 == 0);
        let from = excerpt.offset as usize;
        let same = message.payload.get(from..from + excerpt.octets.len());
        (!on_wire || same == Some(excerpt.octets.as_slice())).then_some(record)
    }
}

/// The file of a path: of an archive's member, the archive.
fn outer(path: &str) -> &str {
    path.split_once("!/").map_or(path, |(outer, _)| outer)
}

fn wanted(findings: &[Finding]) -> HashSet<Key> {
    let mut of_rule: BTreeMap<RuleId, usize> = BTreeMap::new();
    let mut wanted = HashSet::new();
    for finding in findings {
        let Some(place) = finding.location.as_ref().filter(|place| place.span.is_some()) else {
            continue;
        };
        let count = of_rule.entry(finding.rule).or_default();
        if *count < MAX_OF_A_RULE && wanted.len() < MAX_FINDINGS {
            *count += 1;
            wanted.insert(key(&place.position));
        }
    }
    wanted
}

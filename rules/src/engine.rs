//! The engine: selected, in force, applies, run. The order of everything is fixed here.
//!
//! Records come in the order of their log, in blocks. A block is decoded in parallel; then its
//! records go to the shards of their devices, and every shard follows its devices in order. The
//! number of shards is fixed and each device has one, so that the results do not depend on the
//! number of threads or the size of blocks.

mod ask;
mod dispatch;
mod fleet_parts;
mod output;
mod part;
mod rules;
mod saved;
mod shard;
mod tracked;

use std::cmp::Reverse;
use std::iter::repeat_with;
use std::mem::take;
use std::sync::Arc;

use gbcs_parser::record::{Body, Record, TestCase};
use gbcs_parser::{CraFlag, EntityId, Message, Tree};
use rayon::prelude::*;

use crate::count::add;
use crate::device::Heard;
use crate::han::ccs01;
use crate::log::LogFacts;
use crate::prepare::{CommandCertificates, Known, Prepare, teaches};
use crate::profile::Profile;
use crate::registry;
use crate::results::{Results, TestCaseResult};
use crate::roles::{PartyRoles, Roles};
use crate::verdict::Verdict;

use dispatch::{Numbered, Topics};
use fleet_parts::{FleetParts, end_fleet, merge_fleet};
use rules::Rules;
use shard::Shard;

pub use part::{NotAPart, Part};

/// Shards of a log. Several for each thread of a usual machine, so that work divides well; not more,
/// since each has counters of its own, which should be at hand; fixed, so that results do not depend
/// on the machine.
const SHARDS: usize = 16;

/// Judges the logs of one run.
pub struct Engine<'p> {
    profile: &'p Profile,
    prepare: &'p dyn Prepare,
    rules: Rules,
    fleet: FleetParts,
    results: Results,
    /// The devices that are judged, where these are not all.
    part: Option<Part>,
}

impl<'p> Engine<'p> {
    /// An engine with the rules that the profile selects.
    #[must_use]
    pub fn new(profile: &'p Profile, prepare: &'p dyn Prepare) -> Self {
        let rules = Rules::new(registry::ids().filter(|id| profile.selection.contains(*id)));
        let (fleet, results) = (FleetParts::new(), Results::default());
        Self { profile, prepare, rules, fleet, results, part: None }
    }

    /// Begins a log.
    #[must_use]
    pub fn begin(&mut self, facts: LogFacts) -> LogRun<'_, 'p> {
        let shards = (0..SHARDS).map(|_| Shard::new(&self.rules)).collect();
        let facts = LogFacts { complete: facts.complete || self.profile.complete, ..facts };
        let roles = Roles::of_brokers(&self.profile.brokers);
        LogRun {
            engine: self,
            facts,
            shards,
            heard: Heard::default(),
            roles,
            certificates: CommandCertificates::default(),
            test_cases: Vec::new(),
            topics: Topics::default(),
            trees: Vec::new(),
            block: Vec::new(),
        }
    }

    /// Ends the run.
    #[must_use]
    pub fn finish(mut self, inputs: &[Arc<str>]) -> Results {
        for (id, check) in take(&mut self.fleet) {
            end_fleet(id, check, self.profile, &mut self.results);
        }
        // A selected rule that judged nothing is told too: as one without a verdict.
        for id in &self.rules.all {
            self.results.verdicts.entry(*id).or_default();
        }
        self.results.finish(inputs);
        self.results
    }
}

/// One log that is being judged.
pub struct LogRun<'e, 'p> {
    engine: &'e mut Engine<'p>,
    facts: LogFacts,
    shards: Vec<Shard>,
    heard: Heard,
    roles: Roles,
    certificates: CommandCertificates,
    test_cases: Vec<TestCase>,
    topics: Topics,
    /// Trees that are no longer needed: those of one block at most.
    trees: Vec<Tree>,
    /// The memory of the last block; empty.
    block: Vec<Decoded<'static>>,
}

/// An empty list for other records in the memory of one that is no longer needed. Blocks are large:
/// to make one anew each time is to have as much memory cleared.
fn emptied<'a>(mut block: Vec<Decoded<'_>>) -> Vec<Decoded<'a>> {
    block.clear();
    // Of nothing nothing is made; what is collected stays where it was.
    block.into_iter().map_while(|_| None).collect()
}

/// Nodes of a tree that is kept for another message. Few messages have more, and the memory of one
/// that has should not stay.
const MAX_SPARE_NODES: usize = 1024;

/// A record of a block, decoded.
struct Decoded<'r> {
    record: &'r Record,
    message: Option<Message<'r>>,
    topic: Numbered,
    device: Option<EntityId>,
    test_case: Option<usize>,
    roles: PartyRoles,
    /// The certificate that the command of a response named.
    certificate: Option<Arc<[u8]>>,
}

impl<'r> Decoded<'r> {
    /// A record that is still to be decoded.
    fn new(record: &'r Record) -> Self {
        let (message, device, test_case, certificate) = (None, None, None, None);
        let (topic, roles) = (Numbered::UNTOLD, PartyRoles::default());
        Self { record, message, topic, device, test_case, roles, certificate }
    }

    /// Decodes it, in the memory of `tree`.
    fn decode(&mut self, topics: &Topics, tree: Tree) {
        let record = self.record;
        if let Body::Message(message) = &record.body
            && !message.payload.is_empty()
        {
            self.message = Some(Message::decode_with(&message.payload, tree));
        }
        self.topic = topics.of(record, self.message.as_ref());
        self.device = match (&self.message, &record.body) {
            (Some(message), _) => message.device().or(record.device_id),
            (None, Body::DccAlert(alert)) => {
                alert.request_id.map(|request| request.target).or(record.device_id)
            }
            (None, Body::ZclFrame(frame)) => frame.source.or(record.device_id),
            _ => record.device_id,
        };
    }
}

impl LogRun<'_, '_> {
    /// Judges a block of records, the next in the log's order. The heads of all files of the log
    /// must come first.
    pub fn judge(&mut self, records: &[Record]) {
        // What a record teaches holds from the next one on, and what a head states from the head on,
        // whatever the blocks are.
        let one_part = |before: &Record, behind: &Record| {
            !teaches(before) && !matches!(behind.body, Body::Log(_))
        };
        for part in records.chunk_by(one_part) {
            self.judge_part(part);
            if let Some(last) = part.last().filter(|last| teaches(last)) {
                self.engine.prepare.learn(last);
            }
        }
    }

    fn judge_part(&mut self, records: &[Record]) {
        let mut block = emptied(take(&mut self.block));
        let missing = records.len().saturating_sub(self.trees.len());
        self.trees.extend(repeat_with(Tree::default).take(missing));
        // Decoded where it stands: a message is large to be moved.
        block.extend(records.iter().map(Decoded::new));
        let with_trees = block.par_iter_mut().zip(self.trees.par_iter_mut());
        with_trees.for_each(|(decoded, tree)| decoded.decode(&self.topics, take(tree)));
        for decoded in &mut block {
            self.look_ahead(decoded);
        }
        if let Some(part) = self.engine.part {
            block.retain(|decoded| part.holds(decoded.device));
        }
        let signed = block.iter().filter(|decoded| has_xml_signature(decoded.record)).count();
        add(&mut self.engine.results.xml_signatures, signed as u64);
        let prepare = self.engine.prepare;
        if !prepare.is_idle() {
            block.par_iter_mut().for_each(|Decoded { record, message, certificate, .. }| {
                if let Some(message) = message {
                    let known = Known { command_certificate: certificate.as_deref() };
                    prepare.prepare(message, record, known);
                }
            });
        }
        let mut parts: Vec<Vec<&Decoded<'_>>> = (0..SHARDS).map(|_| Vec::new()).collect();
        for decoded in &block {
            if let Some(part) = parts.get_mut(shard_of(decoded.device)) {
                part.push(decoded);
            }
        }
        let mut shards = take(&mut self.shards);
        let context = self.context();
        let mut work: Vec<_> = shards.iter_mut().zip(parts).collect();
        // The longest first: all threads then come to the end at about the same time.
        work.sort_by_key(|(_, part)| Reverse(part.len()));
        let context = &context;
        rayon::scope_fifo(|scope| {
            for (shard, part) in work.into_iter().filter(|(_, part)| !part.is_empty()) {
                scope.spawn_fifo(move |_| {
                    part.into_iter().for_each(|decoded| shard.record(context, decoded));
                });
            }
        });
        self.shards = shards;
        let messages = block.iter_mut().filter_map(|decoded| decoded.message.as_mut());
        for (tree, message) in self.trees.iter_mut().zip(messages) {
            if message.tree.nodes().len() <= MAX_SPARE_NODES {
                *tree = take(&mut message.tree);
            }
        }
        self.block = emptied(block);
    }

    fn context(&self) -> shard::Context<'_> {
        shard::Context {
            rules: &self.engine.rules,
            facts: &self.facts,
            log_version: self.facts.gbcs_version(),
            profile: self.engine.profile,
            prepare: self.engine.prepare,
            heard: &self.heard,
            test_cases: &self.test_cases,
            topics: &self.topics,
        }
    }

    /// What must be known across devices, in the order of the log.
    fn look_ahead(&mut self, decoded: &mut Decoded<'_>) {
        let record = decoded.record;
        self.facts.end = self.facts.end.max(record.time);
        // Not the least: a record that is late must change nothing for those before it.
        self.facts.start = self.facts.start.or(record.time);
        match &record.body {
            Body::Log(head) => self.facts.heads.push(head.clone()),
            Body::TestCase(case) if case.begins => self.test_cases.push(case.clone()),
            Body::TestCase(case) => {
                if let Some(running) = self
                    .test_cases
                    .iter_mut()
                    .rev()
                    .find(|running| running.id == case.id && running.begins)
                {
                    running.begins = false;
                    running.verdict.clone_from(&case.verdict);
                    running.stimulus_is_faulty |= case.stimulus_is_faulty;
                }
            }
            Body::Credentials(credentials) => self.roles.note(credentials),
            Body::Device(device) => {
                let joined = device.status.as_deref().is_some_and(|status| {
                    matches!(status, "InstalledNotCommissioned" | "Commissioned")
                });
                if let Some(id) = record.device_id {
                    self.roles.note_device(id, device);
                    if joined {
                        self.heard.sign(id, record.time, &record.position);
                    }
                }
            }
            _ => {}
        }
        decoded.roles.receiver = self.roles.of_receiver(record, decoded.message.as_ref());
        if let Some(message) = &decoded.message {
            decoded.certificate = self.certificates.pass(message);
            match message.envelope.cra() {
                Some(CraFlag::Command) => {
                    decoded.roles = self.roles.of_command(message);
                    if let Some(joining) = ccs01::device_to_add(message) {
                        self.heard.watch(joining, &record.position);
                    }
                }
                Some(CraFlag::Response | CraFlag::Alert) if !self.heard.is_empty() => {
                    if let Some(id) = message.envelope.originator() {
                        self.heard.sign(id, record.time, &record.position);
                    }
                }
                _ => {}
            }
        }
        self.topics.meet(&self.engine.rules, &mut decoded.topic);
        decoded.test_case = self.test_cases.iter().rposition(|case| case.begins);
    }

    /// Says that the reading ended before the log did: nothing may be concluded from absence.
    pub fn cut_short(&mut self) {
        self.facts.cut_short = true;
    }

    /// Ends the log: rules that conclude from its end do so now.
    pub fn end(mut self) {
        let mut shards = take(&mut self.shards);
        let context = self.context();
        shards.par_iter_mut().for_each(|shard| shard.end(&context));
        let mut results = Results {
            test_cases: self
                .test_cases
                .iter()
                .map(|case| TestCaseResult {
                    case: case.clone(),
                    checked: 0,
                    findings: Default::default(),
                })
                .collect(),
            ..Results::default()
        };
        for shard in shards {
            let (part, cases, fleet) = shard.into_parts(&self.engine.rules);
            results.merge(part);
            merge_fleet(&mut self.engine.fleet, fleet);
            for (at, checked) in cases {
                if let Some(case) = results.test_cases.get_mut(at) {
                    add(&mut case.checked, checked);
                }
            }
        }
        for finding in &results.findings {
            if let Some(case) = finding.test_case.and_then(|at| results.test_cases.get_mut(at)) {
                add(case.findings.entry(finding.severity).or_default(), 1);
            }
        }
        // Test cases of earlier logs stand before these.
        results.stand_behind(self.engine.results.test_cases.len());
        self.engine.results.merge(results);
    }
}

/// True for the first record of a document with an XML signature.
fn has_xml_signature(record: &Record) -> bool {
    let duis = match &record.body {
        Body::Message(message) => message.duis.as_ref(),
        Body::DccAlert(alert) => alert.duis.as_ref(),
        _ => None,
    };
    let document = duis.and_then(|duis| duis.document.as_deref());
    record.position.payload.is_none_or(|payload| payload == 1)
        && document.is_some_and(|document| document.named("Signature").is_some())
}

fn shard_of(device: Option<EntityId>) -> usize {
    device.map_or(0, |id| (mixed(id) >> 59) as usize % SHARDS)
}

/// The octets of an identifier, mixed: the last of an EUI-64 vary most, and any fixed mixing will do.
fn mixed(id: EntityId) -> u64 {
    u64::from_be_bytes(id.0).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// True for the verdicts that say that a rule looked.
pub(crate) fn is_checked(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Pass | Verdict::Fail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_a_block_is_used_again() {
        let block: Vec<Decoded<'_>> = Vec::with_capacity(256);
        let memory = (block.as_ptr().addr(), block.capacity());
        let again: Vec<Decoded<'static>> = emptied(block);
        assert_eq!((again.as_ptr().addr(), again.capacity()), memory);
        assert!(again.is_empty());
    }
}

//! The engine: selected, in force, applies, run. The order of everything is fixed here.
//!
//! Records come in the order of their log, in blocks. The records of a block go to the shards of their
//! devices, and every shard decodes its messages and follows its devices in order; where that would
//! leave threads without work, or is needed before, a block is decoded ahead. The number of shards is
//! fixed and each device has one, so that the results do not depend on the number of threads or the
//! size of blocks.

mod ask;
mod dispatch;
mod due;
mod fleet_parts;
mod output;
mod part;
mod rules;
mod saved;
mod shard;
mod tracked;
mod work;

use std::mem::take;
use std::sync::Arc;

use gbcs_parser::record::{Body, Record, TestCase};
use gbcs_parser::{EntityId, Tree};
use rayon::prelude::*;

use crate::count::add;
use crate::device::Heard;
use crate::log::LogFacts;
use crate::prepare::{Known, Prepare, teaches};
use crate::profile::Profile;
use crate::registry;
use crate::results::{Results, TestCaseResult};
use crate::roles::Roles;
use crate::verdict::Verdict;

use dispatch::Topics;
use due::{Ahead, Due, News, emptied};
use fleet_parts::{FleetParts, end_fleet, merge_fleet};
use rules::Rules;
use shard::Shard;
use work::Work;

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
    test_cases: Vec<TestCase>,
    topics: Topics,
    /// Trees that are no longer needed: of as many messages as are decoded ahead at a time.
    trees: Vec<Tree>,
    /// The memory of the last block; empty.
    block: Vec<Due<'static>>,
}

/// Messages that are decoded ahead at a time, for each thread: so few that their trees are still in a
/// core's cache when the rules come to them.
const AHEAD_OF_A_THREAD: usize = 256;

/// Nodes of a tree that is kept for another message. Few messages have more, and the memory of one
/// that has should not stay.
const MAX_SPARE_NODES: usize = 1024;

impl LogRun<'_, '_> {
    /// Judges a block of records, the next in the log's order. The heads of all files of the log
    /// must come first.
    pub fn judge(&mut self, records: &[Record]) {
        // What a record teaches holds from the next one on, and what a head or the end of a test case
        // states from there on, whatever the blocks are.
        let one_part = |before: &Record, behind: &Record| {
            let tells_more = match &behind.body {
                Body::Log(_) => true,
                Body::TestCase(case) => !case.begins && case.stimulus_is_faulty,
                _ => false,
            };
            !teaches(before) && !tells_more
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
        block.extend(records.iter().map(Due::new));
        let uses_keys = !self.engine.prepare.is_idle();
        let ahead = self.ahead(&block, uses_keys);
        let most = AHEAD_OF_A_THREAD * rayon::current_num_threads();
        let is_due = |due: &&Due<'_>| ahead.is_due(due);
        let few = block.iter().filter(is_due).nth(most).is_none();
        let size = if few { block.len() } else { most };
        for some in block.chunks_mut(size.max(1)) {
            self.judge_some(some, ahead, uses_keys);
        }
        self.block = emptied(block);
    }

    fn judge_some(&mut self, block: &mut [Due<'_>], ahead: Ahead, uses_keys: bool) {
        self.decode_ahead(block, ahead);
        for due in &mut *block {
            self.look_ahead(due);
        }
        if uses_keys && ahead == Ahead::All {
            self.prepare_ahead(block);
        }
        let mut parts: Vec<Vec<&mut Due<'_>>> = (0..SHARDS).map(|_| Vec::new()).collect();
        for due in block.iter_mut().filter(|due| is_of_part(self.engine.part, due)) {
            add(&mut self.engine.results.xml_signatures, has_xml_signature(due.record).into());
            if let Some(part) = parts.get_mut(shard_of(due.device)) {
                part.push(due);
            }
        }
        let mut shards = take(&mut self.shards);
        let context = shard::Context {
            prepares: uses_keys && ahead == Ahead::UnknownDevices,
            ..self.context()
        };
        let work = shards.iter_mut().zip(parts).filter(|(_, part)| !part.is_empty());
        Work::new(work).done_by_all(|shard, part| {
            part.into_iter().for_each(|due| shard.record(&context, due));
        });
        self.shards = shards;
        for due in &mut *block {
            self.look_back(due);
        }
        let messages = block.iter_mut().filter_map(|due| due.message.as_mut());
        for (tree, message) in self.trees.iter_mut().zip(messages) {
            if message.tree.nodes().len() <= MAX_SPARE_NODES {
                *tree = take(&mut message.tree);
            }
        }
    }

    /// Prepares the messages of a block that was decoded ahead.
    fn prepare_ahead(&mut self, block: &mut [Due<'_>]) {
        let (prepare, part) = (self.engine.prepare, self.engine.part);
        let is_judged = |due: &&mut Due<'_>| is_of_part(part, due);
        let mut shards = take(&mut self.shards);
        let context = self.context();
        // In the order of the log: what a command names holds for what comes behind it.
        for due in block.iter_mut().filter(is_judged) {
            if let Some(message) = &due.message
                && let Some(shard) = shards.get_mut(shard_of(due.device))
            {
                let followed = shard::followed(&mut shard.devices, &context, due.device);
                let certificates = &mut followed.certificates;
                due.certificate = certificates.of_response(message);
                due.named.take().into_iter().for_each(|named| certificates.keep(named));
            }
        }
        self.shards = shards;
        let judged = block.par_iter_mut().filter(is_judged);
        judged.for_each(|Due { record, message, certificate, .. }| {
            if let Some(message) = message {
                let known = Known { command_certificate: certificate.as_deref() };
                prepare.prepare(message, record, known);
            }
        });
    }

    fn context(&self) -> shard::Context<'_> {
        shard::Context {
            rules: &self.engine.rules,
            facts: &self.facts,
            log_version: self.facts.gbcs_version(),
            profile: self.engine.profile,
            prepare: self.engine.prepare,
            uses_keys: !self.engine.prepare.is_idle(),
            prepares: false,
            heard: &self.heard,
            test_cases: &self.test_cases,
            topics: &self.topics,
            roles: &self.roles,
        }
    }

    /// What must be known across devices, in the order of the log.
    fn look_ahead(&mut self, due: &mut Due<'_>) {
        let record = due.record;
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
                        due.news = News::Speaks(id);
                    }
                }
            }
            _ => {}
        }
        if due.undecoded().is_none() {
            due.roles = self.roles.of(record, due.message.as_deref());
            due.topic = self.topics.of(record, due.message.as_deref());
            self.topics.meet(&self.engine.rules, &mut due.topic);
        }
        due.test_case = self.test_cases.iter().rposition(|case| case.begins);
    }

    /// What is known across devices once a block is judged, in the order of the log.
    fn look_back(&mut self, due: &mut Due<'_>) {
        let record = due.record;
        self.topics.meet(&self.engine.rules, &mut due.topic);
        match due.news {
            News::Joins(device) => self.heard.watch(device, &record.position),
            News::Speaks(device) => self.heard.sign(device, record.time, &record.position),
            News::Nothing => {}
        }
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

/// True for a record that is judged where only a part of the devices is.
fn is_of_part(part: Option<Part>, due: &Due<'_>) -> bool {
    part.is_none_or(|part| part.holds(due.device))
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

//! The devices of one shard, followed in the order of the log.

use std::collections::{BTreeMap, HashMap};
use std::mem::take;

use foldhash::fast::RandomState;
use gbcs_parser::record::{Record, TestCase};
use gbcs_parser::{EntityId, Message, Tree};

use super::MAX_SPARE_NODES;
use super::dispatch::{Dispatches, Numbered, Topics};
use super::due::Due;
use super::fleet_parts::FleetParts;
use super::output::Output;
use super::rules::Rules;
use super::tracked::Tracked;
use crate::device::{DeviceState, Heard};
use crate::log::LogFacts;
use crate::memo::Memo;
use crate::prepare::{CommandCertificates, Known, NoKeys, Prepare};
use crate::profile::Profile;
use crate::results::Results;
use crate::roles::{PartyRoles, Roles};
use crate::spec::Version;
use crate::subject::Subject;

/// What all devices of a log share.
pub(super) struct Context<'a> {
    pub(super) rules: &'a Rules,
    pub(super) facts: &'a LogFacts,
    /// The version that the log states.
    pub(super) log_version: Option<Version>,
    pub(super) profile: &'a Profile,
    pub(super) prepare: &'a dyn Prepare,
    /// True where [`Self::prepare`] has keys: whether it has need not be asked of each record.
    pub(super) uses_keys: bool,
    /// True where the shards prepare their messages; else that was done, or there are no keys.
    pub(super) prepares: bool,
    pub(super) heard: &'a Heard,
    pub(super) test_cases: &'a [TestCase],
    pub(super) topics: &'a Topics,
    pub(super) roles: &'a Roles,
}

/// A record to be judged, with what belongs to it.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
    pub(super) record: &'a Record,
    pub(super) message: Option<&'a Message<'a>>,
    pub(super) topic: Numbered,
    pub(super) entries: &'a [Record],
    pub(super) test_case: Option<usize>,
    pub(super) roles: PartyRoles,
}

impl<'a> Item<'a> {
    /// A record by itself.
    pub(super) fn of(
        record: &'a Record,
        message: Option<&'a Message<'a>>,
        topic: Numbered,
    ) -> Self {
        let (entries, test_case, roles) = (&[], None, PartyRoles::default());
        Self { record, message, topic, entries, test_case, roles }
    }
}

impl Context<'_> {
    /// What opens messages that are judged once more, with their counterpart.
    pub(super) fn opens(&self) -> &dyn Prepare {
        if self.uses_keys { self.prepare } else { &NoKeys }
    }

    pub(super) fn subject<'s>(
        &'s self,
        device: &'s DeviceState,
        item: Item<'s>,
        memo: &'s Memo,
    ) -> Subject<'s> {
        let case = item.test_case.and_then(|at| self.test_cases.get(at));
        Subject {
            record: item.record,
            message: item.message,
            entries: item.entries,
            device,
            log: self.facts,
            profile: self.profile,
            keys: self.prepare,
            roles: item.roles,
            faulty_stimulus: case.is_some_and(|case| case.stimulus_is_faulty),
            version: device.facts.gbcs_version.or(self.profile.gbcs).or(self.log_version),
            code: item.message.and_then(Message::code),
            topic: item.topic.topic,
            memo,
        }
    }
}

/// The devices of one shard.
pub(super) struct Shard {
    pub(super) devices: HashMap<Option<EntityId>, Box<Tracked>, RandomState>,
    pub(super) common: Common,
    pub(super) certificates: CommandCertificates,
    /// The thread that followed its devices last.
    pub(super) thread: Option<usize>,
    /// A tree that is no longer needed.
    spare: Tree,
}

/// What the devices of one shard have in common.
pub(super) struct Common {
    pub(super) fleet: FleetParts,
    pub(super) output: Output,
    /// The rules of each topic, and how often they said the usual.
    pub(super) dispatches: Dispatches,
}

impl Shard {
    pub(super) fn new(rules: &Rules) -> Self {
        let fleet = rules.on_fleets.iter().map(|(id, make)| (*id, make()));
        let certificates = CommandCertificates::default();
        Self::with(HashMap::default(), fleet.collect(), Output::new(), certificates)
    }

    pub(super) fn with(
        devices: HashMap<Option<EntityId>, Box<Tracked>, RandomState>,
        fleet: FleetParts,
        output: Output,
        certificates: CommandCertificates,
    ) -> Self {
        let common = Common { fleet, output, dispatches: Dispatches::default() };
        Self { devices, common, certificates, thread: None, spare: Tree::default() }
    }

    pub(super) fn record(&mut self, context: &Context<'_>, due: &mut Due<'_>) {
        let Some(octets) = due.undecoded() else {
            let mut message = due.message.take();
            if let Some(message) = &mut message {
                self.prepare(context, due, message);
            }
            self.decoded(context, due, message.as_deref());
            if let Some(message) = &mut message {
                self.common.output.recent.keep(message);
            }
            due.message = message;
            return;
        };
        let mut message = Message::decode_with(octets, take(&mut self.spare));
        due.note(&message);
        due.topic = context.topics.of(due.record, Some(&message));
        due.roles = context.roles.of(due.record, Some(&message));
        self.prepare(context, due, &mut message);
        self.decoded(context, due, Some(&message));
        self.common.output.recent.keep(&mut message);
        if message.tree.nodes().len() <= MAX_SPARE_NODES {
            self.spare = message.into_tree();
        }
    }

    /// Uses keys on a message, where that was not done ahead, and keeps the certificate that it names:
    /// keys may come later.
    fn prepare(&mut self, context: &Context<'_>, due: &mut Due<'_>, message: &mut Message<'_>) {
        if context.prepares {
            let certificate = self.certificates.of_response(message);
            let known = Known { command_certificate: certificate.as_deref() };
            context.prepare.prepare(message, due.record, known);
        }
        if let Some(named) = due.named.take() {
            self.certificates.keep(named);
        }
    }

    fn decoded(&mut self, context: &Context<'_>, due: &Due<'_>, message: Option<&Message<'_>>) {
        let Due { record, topic, device, test_case, roles, .. } = *due;
        let item = Item { test_case, roles, ..Item::of(record, message, topic) };
        let tracked =
            self.devices.entry(device).or_insert_with(|| Box::new(Tracked::new(context, device)));
        tracked.record(context, &mut self.common, item);
    }

    pub(super) fn end(&mut self, context: &Context<'_>) {
        // Devices are independent of each other; the order only makes runs alike.
        let mut devices: Vec<_> = take(&mut self.devices).into_iter().collect();
        devices.sort_by_key(|(id, _)| *id);
        for (id, tracked) in devices {
            let result = tracked.end(context, &mut self.common);
            if let Some(id) = id {
                self.common.output.results.devices.insert(id, result);
            }
        }
    }

    /// What was found, what was checked in test cases, and the fleet rules.
    pub(super) fn into_parts(self, rules: &Rules) -> (Results, BTreeMap<usize, u64>, FleetParts) {
        let Common { fleet, output, dispatches } = self.common;
        let (results, checked_in_cases) = output.into_parts(rules, &dispatches);
        (results, checked_in_cases, fleet)
    }
}

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
use crate::prepare::{Known, NoKeys, Prepare};
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

/// Devices that are followed, and what is of no device.
pub(super) type Devices = HashMap<Option<EntityId>, Box<Tracked>, RandomState>;

/// The device of a record; it is followed from now on.
pub(super) fn followed<'d>(
    devices: &'d mut Devices,
    context: &Context<'_>,
    device: Option<EntityId>,
) -> &'d mut Tracked {
    devices.entry(device).or_insert_with(|| Box::new(Tracked::new(context, device)))
}

/// The devices of one shard.
pub(super) struct Shard {
    pub(super) devices: Devices,
    pub(super) common: Common,
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
        Self::with(HashMap::default(), fleet.collect(), Output::new())
    }

    pub(super) fn with(devices: Devices, fleet: FleetParts, output: Output) -> Self {
        let common = Common { fleet, output, dispatches: Dispatches::default() };
        Self { devices, common, thread: None, spare: Tree::default() }
    }

    pub(super) fn record(&mut self, context: &Context<'_>, due: &mut Due<'_>) {
        let Some(octets) = due.undecoded() else {
            let mut message = due.message.take();
            self.decoded(context, due, message.as_deref_mut());
            due.message = message;
            return;
        };
        let mut message = Message::decode_with(octets, take(&mut self.spare));
        due.note(&message);
        due.topic = context.topics.of(due.record, Some(&message));
        due.roles = context.roles.of(due.record, Some(&message));
        self.decoded(context, due, Some(&mut message));
        if message.tree.nodes().len() <= MAX_SPARE_NODES {
            self.spare = message.into_tree();
        }
    }

    fn decoded(
        &mut self,
        context: &Context<'_>,
        due: &mut Due<'_>,
        mut message: Option<&mut Message<'_>>,
    ) {
        let Due { record, topic, device, test_case, roles, .. } = *due;
        let Self { devices, common, .. } = self;
        let tracked = followed(devices, context, device);
        if let Some(message) = message.as_deref_mut() {
            if context.prepares {
                let certificate = tracked.certificates.of_response(message);
                let known = Known { command_certificate: certificate.as_deref() };
                context.prepare.prepare(message, record, known);
            }
            // Where there are no keys, too: they may come later.
            if let Some(named) = due.named.take() {
                tracked.certificates.keep(named);
            }
        }
        let item = Item { test_case, roles, ..Item::of(record, message.as_deref(), topic) };
        tracked.record(context, common, item);
        if let Some(message) = message {
            common.output.recent.keep(message);
        }
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

//! One device of a log, followed in the order of the log.

mod saved;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use gbcs_parser::record::{Body, Record};
use gbcs_parser::{CraFlag, EntityId, Message};

use super::ask::{Following, Panicked, each, note};
use super::dispatch::{Follower, Numbered, Put};
use super::output::{Output, Unit};
use super::rules::Judging;
use super::shard::{Common, Context, Item};
use crate::count::add;
use crate::device::{Delivery, DeviceCheck, DeviceState, Kept, LogEnd, Pairing, Seen};
use crate::finding::Findings;
use crate::han::story::{self, Story};
use crate::memo::Memo;
use crate::outcome;
use crate::prepare::{CommandCertificates, Known, certificate};
use crate::registry::RuleId;
use crate::results::DeviceResult;
use crate::rule::{About, Applies};
use crate::subject::{Exchange, Fit};
use crate::verdict::{Reason, Verdict};

pub(super) use saved::SavedTracked;

/// Entries of a device's log that are kept as one reading: the largest log has 19,056.
const MAX_ENTRIES: usize = 20_000;

/// One device of a log.
pub(super) struct Tracked {
    state: DeviceState,
    /// In the order of the context's rules on devices.
    following: Box<[Following]>,
    pairing: Pairing,
    pub(super) certificates: CommandCertificates,
    seen: Seen,
    /// Of a hub.
    story: Option<Box<Story>>,
    entries: Vec<Record>,
    entries_test_case: Option<usize>,
    found: BTreeMap<RuleId, u32>,
    result: DeviceResult,
    /// False while nothing but heads of logs was seen: these are of no device, and what follows
    /// devices has nothing to say of them.
    begun: bool,
}

/// A message with the record that it came in.
#[derive(Clone, Copy)]
struct Said<'a> {
    record: &'a Record,
    message: &'a Message<'a>,
    /// What was worked out of it.
    memo: &'a Memo,
    topic: Numbered,
    /// Of a response, whether it reports success.
    accepted: Option<bool>,
}

impl<'a> Said<'a> {
    /// What was said before.
    fn before(
        context: &Context<'_>,
        record: &'a Record,
        message: &'a Message<'a>,
        memo: &'a Memo,
    ) -> Self {
        let topic = context.topics.of(record, Some(message));
        Self { record, message, memo, topic, accepted: outcome::is_accepted(message) }
    }

    fn item(self) -> Item<'a> {
        Item::of(self.record, Some(self.message), self.topic)
    }
}

impl Tracked {
    pub(super) fn new(context: &Context<'_>, device: Option<EntityId>) -> Self {
        Self {
            state: DeviceState::new(device, context.profile),
            following: context.rules.on_devices.iter().map(|_| Following::default()).collect(),
            pairing: Pairing::default(),
            certificates: CommandCertificates::default(),
            seen: Seen::default(),
            story: None,
            entries: Vec::new(),
            entries_test_case: None,
            found: BTreeMap::new(),
            result: DeviceResult::default(),
            begun: false,
        }
    }

    pub(super) fn record(&mut self, context: &Context<'_>, common: &mut Common, item: Item<'_>) {
        let Item { record, message, topic, test_case, .. } = item;
        add(&mut common.output.results.records, 1);
        add(&mut self.result.records, 1);
        self.result.first = self.result.first.or(record.time);
        self.result.last = self.result.last.max(record.time);
        self.begun |= !matches!(record.body, Body::Log(_));

        if let Body::LogEntry(entry) = &record.body {
            let belongs = self.entries.last().is_none_or(|last| match &last.body {
                Body::LogEntry(last) => last.log == entry.log && last.read_by == entry.read_by,
                _ => false,
            });
            if !belongs || self.entries.len() >= MAX_ENTRIES {
                self.flush_entries(context, common);
            }
            self.entries_test_case = test_case;
            self.entries.push(record.clone());
            return;
        }
        self.flush_entries(context, common);

        let (mut conflict, mut accepted) = (None, None);
        if let Some(message) = message {
            let direction = match &record.body {
                Body::Message(stated) => stated.direction,
                _ => None,
            };
            match self.seen.note(message, direction, &record.position) {
                Delivery::Duplicate => return,
                Delivery::Conflict(position) => conflict = Some(position),
                Delivery::New => {}
            }
            add(&mut common.output.results.messages, 1);
            accepted = outcome::is_accepted(message);
            common.output.count_exercised(message, accepted);
        }
        self.state.conflict = conflict.map(Box::new);
        let memo = Memo::default();
        self.judge(context, common, item, &memo);
        if let Some(message) = message {
            let said = Said { record, message, memo: &memo, topic, accepted };
            self.pair(context, common, said, test_case);
        }
        self.state.update(record, context.profile);
        if let Some(message) = message {
            self.state.update_from_message(message, record);
        }
    }

    /// Judges the entries of a device's log that were read together, as one record.
    fn flush_entries(&mut self, context: &Context<'_>, common: &mut Common) {
        if self.entries.is_empty() {
            return;
        }
        let entries = std::mem::take(&mut self.entries);
        let test_case = self.entries_test_case.take();
        if let Some(last) = entries.last() {
            let topic = context.topics.of(last, None);
            let item = Item { entries: &entries, test_case, ..Item::of(last, None, topic) };
            self.judge(context, common, item, &Memo::default());
        }
    }

    /// Asks the rules on messages and records, and tells those that follow the device.
    fn judge(&mut self, context: &Context<'_>, common: &mut Common, item: Item<'_>, memo: &Memo) {
        let test_case = item.test_case;
        let subject = context.subject(&self.state, item, memo);
        let unit = Unit::new(&subject, test_case);
        let rules = context.rules;
        let Common { output, fleet, dispatches } = common;
        let Put { dispatch, mut usual } = dispatches.of_record(context, item.topic);
        debug_assert!(dispatch.is_right(rules, &subject));
        each(&dispatch.judges, |judge, panicked| {
            let asked = &judge.asked;
            let verdict = match panicked {
                Panicked::No => asked.ask(&subject, &mut output.scratch, |findings| {
                    (judge.check)(&subject, findings);
                }),
                Panicked::Yes => output.scratch.panicked(),
            };
            // Most rules say of a topic what they always say, and are counted with the records.
            let counted = usual.next_is(verdict, unit.is_in_no_case());
            match verdict {
                Verdict::NotApplicable if counted => {}
                Verdict::Pass if counted => {
                    if unit.is_about_device(asked.about) {
                        self.result.verdicts.add(asked.id, verdict);
                    }
                }
                _ => {
                    let (result, found) = (&mut self.result, &mut self.found);
                    output.count(asked, (verdict, counted), &unit, result, found);
                }
            }
        });
        let following = &mut self.following;
        tell(&dispatch.on_devices, following, output, &unit, &mut self.found, |check, findings| {
            check.record(&subject, findings);
        });
        if story::belongs(&subject) {
            self.story.get_or_insert_default().record(&subject);
        }
        for (id, _) in dispatch.on_fleets.iter().filter_map(|n| rules.on_fleets.get(*n)) {
            if (id.rule().applies)(&subject) == Applies::Yes
                && let Some(check) = fleet.get_mut(id)
            {
                check.record(&subject);
            }
        }
    }

    /// Finds the counterpart of a command or response, and judges the exchange.
    fn pair(
        &mut self,
        context: &Context<'_>,
        common: &mut Common,
        said: Said<'_>,
        test_case: Option<usize>,
    ) {
        let Said { record, message, .. } = said;
        let Body::Message(stated) = &record.body else { return };
        match message.envelope.cra() {
            Some(CraFlag::Command) if !crate::device::is_pre_command(message, stated.direction) => {
                let known = Known { command_certificate: certificate(message) };
                let recent = &mut common.output.recent;
                if let Some(response) = self.pairing.command(message, record, recent)
                    && let Some(message) = response.decode(context.opens(), known, recent)
                {
                    let memo = Memo::default();
                    let response = Said::before(context, &response.record, &message, &memo);
                    self.exchange(context, common, (said, response), Fit::Exact, test_case);
                    common.output.recent.take_back(message);
                }
            }
            Some(CraFlag::Response) => {
                if let Some(command) = self.pairing.response(message) {
                    let known = Known::default();
                    if let Some(message) =
                        command.decode(context.opens(), known, &mut common.output.recent)
                    {
                        let memo = Memo::default();
                        let command = Said::before(context, &command.record, &message, &memo);
                        self.exchange(context, common, (command, said), Fit::Exact, test_case);
                        common.output.recent.take_back(message);
                    }
                    return;
                }
                for oldest in self.pairing.wait(message, record) {
                    self.unpaired(context, common, &oldest, Reason::TruncatedState);
                }
            }
            _ => {}
        }
    }

    fn exchange(
        &mut self,
        context: &Context<'_>,
        common: &mut Common,
        (command, response): (Said<'_>, Said<'_>),
        fit: Fit,
        test_case: Option<usize>,
    ) {
        let state = &self.state;
        let exchange = Exchange {
            command: context.subject(state, Item { test_case, ..command.item() }, command.memo),
            response: context.subject(state, Item { test_case, ..response.item() }, response.memo),
            fit,
        };
        let unit = Unit::new(&exchange.response, test_case);
        let rules = context.rules;
        let Common { output, dispatches, .. } = common;
        let Put { dispatch, mut usual } = dispatches.of_exchange(context, response.topic);
        debug_assert!(dispatch.is_right_on_exchanges(rules, &exchange.response));
        each(&dispatch.on_exchanges, |on_exchange, panicked| {
            let asked = &on_exchange.asked;
            let Judging { check, any_fit, .. } = on_exchange.judging;
            let scratch = &mut output.scratch;
            let verdict = match panicked {
                Panicked::No => asked.ask(&exchange.response, scratch, |findings| {
                    if fit == Fit::Exact || any_fit {
                        check(&exchange, findings);
                    } else {
                        findings.blocked(Reason::NoCounterpart, "");
                    }
                }),
                Panicked::Yes => scratch.panicked(),
            };
            let counted = usual.next_is(verdict, unit.is_in_no_case());
            let (result, found) = (&mut self.result, &mut self.found);
            output.count(asked, (verdict, counted), &unit, result, found);
        });
        if fit != Fit::Exact {
            return;
        }
        let following = &mut self.following;
        tell(&dispatch.on_devices, following, output, &unit, &mut self.found, |check, findings| {
            check.exchange(&exchange, findings);
        });
        if let Some(story) = self.story.as_mut().filter(|_| story::belongs(&exchange.response)) {
            story.exchange(&exchange);
        }
        if response.accepted == Some(true) {
            self.state.update_from_exchange(command.message, response.record);
        }
    }

    /// A response whose command is not in the log.
    fn unpaired(
        &mut self,
        context: &Context<'_>,
        common: &mut Common,
        response: &Kept,
        reason: Reason,
    ) {
        let decoded = response.decode(context.opens(), Known::default(), &mut common.output.recent);
        let Some(message) = decoded else { return };
        let topic = context.topics.of(&response.record, Some(&message));
        let item = Item::of(&response.record, Some(&message), topic);
        let memo = Memo::default();
        let subject = context.subject(&self.state, item, &memo);
        let unit = Unit::new(&subject, None);
        let rules = context.rules;
        let Common { output, dispatches, .. } = common;
        let Put { dispatch, mut usual } = dispatches.of_exchange(context, topic);
        debug_assert!(dispatch.is_right_on_exchanges(rules, &subject));
        each(&dispatch.on_exchanges, |on_exchange, panicked| {
            let asked = &on_exchange.asked;
            let verdict = match panicked {
                Panicked::No => asked.ask(&subject, &mut output.scratch, |findings| {
                    match on_exchange.judging.alone {
                        Some(check) => check(&subject, findings),
                        None => findings.blocked(reason, ""),
                    }
                }),
                Panicked::Yes => output.scratch.panicked(),
            };
            let counted = usual.next_is(verdict, unit.is_in_no_case());
            let (result, found) = (&mut self.result, &mut self.found);
            output.count(asked, (verdict, counted), &unit, result, found);
        });
    }

    /// Ends the device's log.
    pub(super) fn end(mut self, context: &Context<'_>, common: &mut Common) -> DeviceResult {
        if !self.begun {
            return self.result;
        }
        self.flush_entries(context, common);
        let mut unpaired = Vec::new();
        for response in self.pairing.take_waiting() {
            match self.pairing.nearest(&response) {
                Some((command, fit)) => {
                    self.mismatched(context, common, (&command, &response), fit);
                }
                None => {
                    self.unpaired(context, common, &response, Reason::NoCounterpart);
                    unpaired.push(response.record);
                }
            }
        }
        let Common { output, fleet, .. } = common;
        for check in fleet.values_mut() {
            check.device(&self.state);
        }
        let unanswered: Vec<_> = self.pairing.unanswered().collect();
        let story = self.story.take().unwrap_or_default();
        let end = LogEnd {
            device: &self.state,
            log: context.facts,
            profile: context.profile,
            heard: context.heard,
            story: &story,
            unanswered: &unanswered,
            unpaired: &unpaired,
            any_command: self.pairing.any_command,
        };
        let mut forgotten = self.pairing.forgotten;
        for ((id, rule, make), following) in
            context.rules.on_devices.iter().zip(&mut self.following)
        {
            output.scratch.begin();
            let ran = catch_unwind(AssertUnwindSafe(|| {
                let check = following.check.get_or_insert_with(make);
                check.end(&end, &mut output.scratch);
                add(&mut forgotten, check.forgotten());
            }));
            following.check = None;
            note(following, &mut output.scratch);
            output.report_at_end(*id, rule, &end, &mut self.found);
            output.scratch.clear();
            let verdict = match following {
                _ if ran.is_err() => Verdict::InternalError,
                Following { failed: true, .. } => Verdict::Fail,
                Following { blocked: true, .. } => Verdict::NotEvaluated,
                Following { evaluated: true, .. } => Verdict::Pass,
                _ => Verdict::NotApplicable,
            };
            output.add(*id, verdict);
            if verdict != Verdict::NotApplicable && rule.about != About::Sender {
                self.result.verdicts.add(*id, verdict);
            }
        }
        add(&mut output.results.forgotten, forgotten);
        self.result.device_type = self.state.facts.device_type;
        self.result.gbcs_version = self.state.facts.gbcs_version_text.take().map(Into::into);
        self.result
    }

    /// Judges a response with the command that it may be meant for.
    fn mismatched(
        &mut self,
        context: &Context<'_>,
        common: &mut Common,
        (command, response): (&Kept, &Kept),
        fit: Fit,
    ) {
        let prepare = context.opens();
        let recent = &mut common.output.recent;
        let Some(asked) = command.decode(prepare, Known::default(), recent) else { return };
        let known = Known { command_certificate: certificate(&asked) };
        let Some(answered) = response.decode(prepare, known, recent) else { return };
        let memos = [Memo::default(), Memo::default()];
        let command = Said::before(context, &command.record, &asked, &memos[0]);
        let response = Said::before(context, &response.record, &answered, &memos[1]);
        self.exchange(context, common, (command, response), fit, None);
    }
}

/// Tells the rules that follow a device of a unit.
#[inline]
fn tell(
    followers: &[Follower],
    all: &mut [Following],
    output: &mut Output,
    unit: &Unit<'_, '_>,
    found: &mut BTreeMap<RuleId, u32>,
    mut of: impl FnMut(&mut dyn DeviceCheck, &mut Findings),
) {
    each(followers, |Follower { number, asked, make }, panicked| {
        let Some(following) = all.get_mut(*number) else { return };
        let scratch = &mut output.scratch;
        match panicked {
            Panicked::No => {
                asked.follow(*make, following, unit.subject(), scratch, |check, findings| {
                    of(check, findings);
                });
            }
            Panicked::Yes => {
                scratch.clear();
                following.blocked = true;
            }
        }
        output.report(asked.id, unit, found);
    });
}

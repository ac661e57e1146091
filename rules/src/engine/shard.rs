//! The devices of one shard, followed in the order of the log.

use std::collections::{BTreeMap, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};

use gbcs_parser::record::{Body, Outcome, Position, Record, TestCase};
use gbcs_parser::{CraFlag, EntityId, Message};

use super::{Decoded, is_checked};
use crate::device::{Delivery, DeviceCheck, DeviceState, Heard, LogEnd, Pairing, Seen};
use crate::finding::{Fault, Finding, Findings, Place};
use crate::fleet::FleetCheck;
use crate::log::LogFacts;
use crate::outcome;
use crate::prepare::{Known, Prepare, certificate};
use crate::profile::Profile;
use crate::registry::RuleId;
use crate::results::{DeviceResult, Results};
use crate::roles::PartyRoles;
use crate::rule::{About, Applies, Blocked, Check, Rule, Severity};
use crate::subject::{Exchange, Fit, Subject};
use crate::verdict::{Reason, Verdict};

/// Findings of a rule for a device; further ones are counted.
const MAX_FINDINGS_OF_A_DEVICE: u32 = 1000;

/// Entries of a device's log that are kept as one reading: the largest log has 19,056.
const MAX_ENTRIES: usize = 20_000;

/// What all devices of a log share.
pub(super) struct Context<'a> {
    pub(super) rules: &'a [(RuleId, &'static Rule)],
    pub(super) facts: &'a LogFacts,
    pub(super) profile: &'a Profile,
    pub(super) prepare: &'a dyn Prepare,
    pub(super) heard: &'a Heard,
    pub(super) test_cases: &'a [TestCase],
}

/// A record to be judged, with what belongs to it.
#[derive(Clone, Copy)]
struct Item<'a> {
    record: &'a Record,
    message: Option<&'a Message<'a>>,
    entries: &'a [Record],
    test_case: Option<usize>,
    roles: PartyRoles,
}

impl Context<'_> {
    fn subject<'s>(&'s self, device: &'s DeviceState, item: Item<'s>) -> Subject<'s> {
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
        }
    }
}

/// A rule that follows a device.
struct Following {
    check: Box<dyn DeviceCheck>,
    evaluated: bool,
    failed: bool,
    blocked: Option<Blocked>,
}

/// One device of a log.
struct Tracked {
    state: DeviceState,
    following: Vec<(RuleId, &'static Rule, Following)>,
    pairing: Pairing,
    seen: Seen,
    entries: Vec<Record>,
    entries_test_case: Option<usize>,
    found: BTreeMap<RuleId, u32>,
    result: DeviceResult,
}

/// The fleet rules of a part of a run.
pub(super) type FleetParts = BTreeMap<RuleId, Box<dyn FleetCheck>>;

/// Takes over the fleet rules of another part.
pub(super) fn merge_fleet(into: &mut FleetParts, from: FleetParts) {
    for (id, check) in from {
        match into.entry(id) {
            std::collections::btree_map::Entry::Occupied(mut mine) => {
                mine.get_mut().merge(check.into_any());
            }
            std::collections::btree_map::Entry::Vacant(empty) => {
                empty.insert(check);
            }
        }
    }
}

/// Ends a fleet rule: its unit is the run.
pub(super) fn end_fleet(
    id: RuleId,
    mut check: Box<dyn FleetCheck>,
    profile: &Profile,
    results: &mut Results,
) {
    let rule = id.rule();
    let mut findings = Findings::default();
    check.end(&mut findings);
    let verdict = if !findings.faults.is_empty() {
        Verdict::Fail
    } else if !findings.blocked.is_empty() {
        Verdict::NotEvaluated
    } else if findings.evaluated {
        Verdict::Pass
    } else {
        Verdict::NotApplicable
    };
    results.verdicts.entry(id).or_default().add(verdict);
    for blocked in findings.blocked {
        results.not_evaluated.entry((id, blocked)).or_default().count += 1;
    }
    for fault in findings.faults {
        let about = match rule.about {
            About::Direction => About::Device,
            about => about,
        };
        if profile.about.contains(&about) {
            results.findings.push(Finding {
                rule: id,
                severity: profile.severities.get(&id).copied().unwrap_or(rule.severity),
                about,
                device: None,
                time: None,
                use_case: None,
                location: None,
                related: fault.related,
                expected: fault.expected,
                actual: fault.actual,
                test_case: None,
                cause: None,
            });
        }
    }
}

/// The devices of one shard.
pub(super) struct Shard {
    devices: HashMap<Option<EntityId>, Tracked>,
    fleet: FleetParts,
    output: Output,
}

/// What a shard has found.
#[derive(Default)]
struct Output {
    results: Results,
    checked_in_cases: BTreeMap<usize, u64>,
    scratch: Findings,
}

impl Shard {
    pub(super) fn new(rules: &[(RuleId, &'static Rule)]) -> Self {
        let fleet = rules.iter().filter_map(|(id, rule)| match rule.check {
            Check::Fleet(make) => Some((*id, make())),
            _ => None,
        });
        Self { devices: HashMap::new(), fleet: fleet.collect(), output: Output::default() }
    }

    pub(super) fn record(&mut self, context: &Context<'_>, decoded: &Decoded<'_>) {
        let device = decoded.device;
        let tracked = self.devices.entry(device).or_insert_with(|| Tracked::new(context, device));
        tracked.record(context, &mut self.output, &mut self.fleet, decoded);
    }

    pub(super) fn end(&mut self, context: &Context<'_>) {
        // Devices are independent of each other; the order only makes runs alike.
        let mut devices: Vec<_> = self.devices.iter_mut().collect();
        devices.sort_by_key(|(id, _)| **id);
        for (_, tracked) in devices {
            tracked.end(context, &mut self.output, &mut self.fleet);
        }
    }

    /// What was found, what was checked in test cases, and the fleet rules.
    pub(super) fn into_parts(mut self) -> (Results, BTreeMap<usize, u64>, FleetParts) {
        for (id, tracked) in self.devices {
            if let Some(id) = id {
                self.output.results.devices.insert(id, tracked.result);
            }
        }
        (self.output.results, self.output.checked_in_cases, self.fleet)
    }
}

/// A unit that a rule was asked about, for counting and for findings.
struct Unit<'a, 's> {
    subject: &'a Subject<'s>,
    test_case: Option<usize>,
}

impl Tracked {
    fn new(context: &Context<'_>, device: Option<EntityId>) -> Self {
        let following = context
            .rules
            .iter()
            .filter_map(|(id, rule)| match rule.check {
                Check::Device(make) => Some((
                    *id,
                    *rule,
                    Following { check: make(), evaluated: false, failed: false, blocked: None },
                )),
                _ => None,
            })
            .collect();
        Self {
            state: DeviceState::new(device, context.profile),
            following,
            pairing: Pairing::default(),
            seen: Seen::default(),
            entries: Vec::new(),
            entries_test_case: None,
            found: BTreeMap::new(),
            result: DeviceResult::default(),
        }
    }

    fn record(
        &mut self,
        context: &Context<'_>,
        output: &mut Output,
        fleet: &mut FleetParts,
        decoded: &Decoded<'_>,
    ) {
        let Decoded { record, ref message, test_case, roles, .. } = *decoded;
        let message = message.as_ref();
        output.results.records += 1;
        self.result.records += 1;
        self.result.first = self.result.first.or(record.time);
        self.result.last = self.result.last.max(record.time);

        if let Body::LogEntry(entry) = &record.body {
            let belongs = self.entries.last().is_none_or(|last| match &last.body {
                Body::LogEntry(last) => last.log == entry.log && last.read_by == entry.read_by,
                _ => false,
            });
            if !belongs || self.entries.len() >= MAX_ENTRIES {
                self.flush_entries(context, output, fleet);
            }
            self.entries_test_case = test_case;
            self.entries.push(record.clone());
            return;
        }
        self.flush_entries(context, output, fleet);

        let mut conflict = None;
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
            output.results.messages += 1;
            self.count_exercised(output, message);
        }
        self.state.conflict = conflict;
        self.judge(
            context,
            output,
            fleet,
            Item { record, message, entries: &[], test_case, roles },
        );
        if let Some(message) = message {
            self.pair(context, output, record, message, test_case);
        }
        self.state.update(record, context.profile);
        if let Some(message) = message {
            self.state.update_from_message(message, record);
        }
    }

    fn count_exercised(&self, output: &mut Output, message: &Message<'_>) {
        if let Some(id) = message.use_case() {
            let counts = output.results.use_cases.entry(id).or_default();
            match message.envelope.cra() {
                Some(CraFlag::Command) => counts.command += 1,
                Some(CraFlag::Response) => match outcome::is_accepted(message) {
                    Some(true) => counts.success += 1,
                    Some(false) => counts.failure += 1,
                    None => {}
                },
                _ => {}
            }
        }
        if let Some(code) = outcome::alert_code(message) {
            *output.results.alert_codes.entry(code).or_default() += 1;
        }
    }

    /// Judges the entries of a device's log that were read together, as one record.
    fn flush_entries(
        &mut self,
        context: &Context<'_>,
        output: &mut Output,
        fleet: &mut FleetParts,
    ) {
        if self.entries.is_empty() {
            return;
        }
        let entries = std::mem::take(&mut self.entries);
        let test_case = self.entries_test_case.take();
        if let Some(last) = entries.last() {
            let item = Item {
                record: last,
                message: None,
                entries: &entries,
                test_case,
                roles: PartyRoles::default(),
            };
            self.judge(context, output, fleet, item);
        }
    }

    /// Asks the rules on messages and records, and tells those that follow the device.
    fn judge(
        &mut self,
        context: &Context<'_>,
        output: &mut Output,
        fleet: &mut FleetParts,
        item: Item<'_>,
    ) {
        let Item { message, test_case, .. } = item;
        let subject = context.subject(&self.state, item);
        let unit = Unit { subject: &subject, test_case };
        for (id, rule) in context.rules {
            let check = match rule.check {
                Check::Message(check) if message.is_some() => check,
                Check::Record(check) => check,
                _ => continue,
            };
            let verdict = ask(rule, &subject, &mut output.scratch, |findings| {
                check(&subject, findings);
            });
            output.count(*id, rule, verdict, &unit, &mut self.result, &mut self.found);
        }
        for (id, rule, following) in &mut self.following {
            follow(rule, following, &subject, &mut output.scratch, |check, findings| {
                check.record(&subject, findings);
            });
            output.report(*id, rule, &unit, &mut self.found);
        }
        for (id, check) in fleet.iter_mut() {
            if (id.rule().applies)(&subject) == Applies::Yes {
                check.record(&subject);
            }
        }
    }

    /// Finds the counterpart of a command or response, and judges the exchange.
    fn pair(
        &mut self,
        context: &Context<'_>,
        output: &mut Output,
        record: &Record,
        message: &Message<'_>,
        test_case: Option<usize>,
    ) {
        let Body::Message(stated) = &record.body else { return };
        match message.envelope.cra() {
            Some(CraFlag::Command) if !crate::device::is_pre_command(message, stated.direction) => {
                if let Some(waiting) = self.pairing.command(message, record) {
                    self.exchange(context, output, record, &waiting.record, Fit::Exact, test_case);
                }
            }
            Some(CraFlag::Response) => {
                if let Some(command) = self.pairing.response(message) {
                    self.exchange(context, output, &command, record, Fit::Exact, test_case);
                } else if let Some(oldest) = self.pairing.wait(message, record) {
                    self.pairing.forgotten += 1;
                    self.unpaired(context, output, &oldest.record, Reason::TruncatedState);
                }
            }
            _ => {}
        }
    }

    fn exchange(
        &mut self,
        context: &Context<'_>,
        output: &mut Output,
        command: &Record,
        response: &Record,
        fit: Fit,
        test_case: Option<usize>,
    ) {
        // Exchanges are few next to messages, and decoding is cheap: no decoded message is kept.
        let prepare = context.prepare;
        let Some(command_message) = decode(command, prepare, Known::default()) else { return };
        let known = Known { command_certificate: certificate(&command_message) };
        let Some(response_message) = decode(response, prepare, known) else { return };
        let state = &self.state;
        let item = |record, message| Item {
            record,
            message: Some(message),
            entries: &[],
            test_case,
            roles: PartyRoles::default(),
        };
        let exchange = Exchange {
            command: context.subject(state, item(command, &command_message)),
            response: context.subject(state, item(response, &response_message)),
            fit,
        };
        let unit = Unit { subject: &exchange.response, test_case };
        for (id, rule) in context.rules {
            let (check, any_fit) = match rule.check {
                Check::Exchange(check) | Check::Answer(check, _) => (check, false),
                Check::Pairing(check) => (check, true),
                _ => continue,
            };
            let verdict = ask(rule, &exchange.response, &mut output.scratch, |findings| {
                if fit == Fit::Exact || any_fit {
                    check(&exchange, findings);
                } else {
                    findings.blocked(Reason::NoCounterpart, "");
                }
            });
            output.count(*id, rule, verdict, &unit, &mut self.result, &mut self.found);
        }
        if fit == Fit::Exact {
            for (id, rule, following) in &mut self.following {
                follow(
                    rule,
                    following,
                    &exchange.response,
                    &mut output.scratch,
                    |check, findings| {
                        check.exchange(&exchange, findings);
                    },
                );
                output.report(*id, rule, &unit, &mut self.found);
            }
            let accepted = outcome::is_accepted(&response_message) == Some(true);
            if accepted {
                self.state.update_from_exchange(&command_message, response);
            }
        }
    }

    /// A response whose command is not in the log.
    fn unpaired(
        &mut self,
        context: &Context<'_>,
        output: &mut Output,
        response: &Record,
        reason: Reason,
    ) {
        let Some(message) = decode(response, context.prepare, Known::default()) else { return };
        let item = Item {
            record: response,
            message: Some(&message),
            entries: &[],
            test_case: None,
            roles: PartyRoles::default(),
        };
        let subject = context.subject(&self.state, item);
        let unit = Unit { subject: &subject, test_case: None };
        for (id, rule) in context.rules {
            let alone = match rule.check {
                Check::Answer(_, alone) => Some(alone),
                Check::Exchange(_) | Check::Pairing(_) => None,
                _ => continue,
            };
            let verdict = ask(rule, &subject, &mut output.scratch, |findings| match alone {
                Some(check) => check(&subject, findings),
                None => findings.blocked(reason, ""),
            });
            output.count(*id, rule, verdict, &unit, &mut self.result, &mut self.found);
        }
    }

    fn end(&mut self, context: &Context<'_>, output: &mut Output, fleet: &mut FleetParts) {
        self.flush_entries(context, output, fleet);
        let mut unpaired = Vec::new();
        for waiting in self.pairing.take_waiting() {
            match self.pairing.nearest(&waiting) {
                Some((command, fit)) => {
                    self.exchange(context, output, &command, &waiting.record, fit, None);
                }
                None => {
                    self.unpaired(context, output, &waiting.record, Reason::NoCounterpart);
                    unpaired.push(waiting.record);
                }
            }
        }
        output.results.forgotten += self.pairing.forgotten;
        for check in fleet.values_mut() {
            check.device(&self.state);
        }
        let unanswered: Vec<_> = self.pairing.unanswered().collect();
        let end = LogEnd {
            device: &self.state,
            log: context.facts,
            profile: context.profile,
            heard: context.heard,
            unanswered: &unanswered,
            unpaired: &unpaired,
            any_command: self.pairing.any_command,
        };
        for (id, rule, following) in &mut self.following {
            output.scratch.clear();
            let ran = catch_unwind(AssertUnwindSafe(|| {
                following.check.end(&end, &mut output.scratch);
            }));
            note(following, &mut output.scratch);
            output.report_at_end(*id, rule, &end, &mut self.found);
            let verdict = match following {
                _ if ran.is_err() => Verdict::InternalError,
                Following { failed: true, .. } => Verdict::Fail,
                Following { blocked: Some(_), .. } => Verdict::NotEvaluated,
                Following { evaluated: true, .. } => Verdict::Pass,
                _ => Verdict::NotApplicable,
            };
            output.results.verdicts.entry(*id).or_default().add(verdict);
            if verdict != Verdict::NotApplicable && rule.about != About::Sender {
                self.result.verdicts.entry(*id).or_default().add(verdict);
            }
        }
        self.result.device_type = self.state.facts.device_type;
        self.result.gbcs_version = self.state.facts.gbcs_version_text.clone();
    }
}

/// Decodes a message that was judged before, to be judged with its counterpart.
fn decode<'r>(record: &'r Record, prepare: &dyn Prepare, known: Known<'_>) -> Option<Message<'r>> {
    match &record.body {
        Body::Message(message) if !message.payload.is_empty() => {
            let mut message = Message::decode(&message.payload);
            prepare.reopen(&mut message, record, known);
            Some(message)
        }
        _ => None,
    }
}

/// Asks a rule about one unit.
fn ask(
    rule: &Rule,
    subject: &Subject<'_>,
    findings: &mut Findings,
    check: impl FnOnce(&mut Findings),
) -> Verdict {
    findings.clear();
    match rule.in_force.holds(subject.version(), subject.date()) {
        Some(true) => {}
        Some(false) => return Verdict::NotInForce,
        None => {
            if (rule.applies)(subject) == Applies::No {
                return Verdict::NotApplicable;
            }
            let reason = if rule.in_force.from.is_some() && subject.date().is_none() {
                Reason::NoTime
            } else {
                Reason::VersionUnknown
            };
            findings.blocked(reason, "");
            return Verdict::NotEvaluated;
        }
    }
    let ran = catch_unwind(AssertUnwindSafe(|| match (rule.applies)(subject) {
        Applies::No => findings.not_applicable(),
        Applies::Blocked(blocked) => findings.blocked.push(blocked),
        Applies::Yes => check(findings),
    }));
    if ran.is_err() {
        return Verdict::InternalError;
    }
    if !findings.faults.is_empty() {
        Verdict::Fail
    } else if !findings.blocked.is_empty() {
        Verdict::NotEvaluated
    } else if findings.not_applicable {
        Verdict::NotApplicable
    } else {
        Verdict::Pass
    }
}

/// Tells a rule that follows a device.
fn follow(
    rule: &Rule,
    following: &mut Following,
    subject: &Subject<'_>,
    findings: &mut Findings,
    tell: impl FnOnce(&mut dyn DeviceCheck, &mut Findings),
) {
    findings.clear();
    if rule.in_force.holds(subject.version(), subject.date()) == Some(false) {
        return;
    }
    let ran = catch_unwind(AssertUnwindSafe(|| match (rule.applies)(subject) {
        Applies::No => {}
        Applies::Blocked(blocked) => findings.blocked.push(blocked),
        Applies::Yes => tell(following.check.as_mut(), findings),
    }));
    if ran.is_err() {
        findings.clear();
        following.blocked.get_or_insert(Blocked {
            reason: Reason::NotSupported,
            detail: "the rule itself broke".to_owned(),
        });
    }
    note(following, findings);
}

/// Keeps for the verdict what a rule has said of its device.
fn note(following: &mut Following, findings: &mut Findings) {
    following.evaluated |= findings.evaluated;
    following.failed |= !findings.faults.is_empty();
    if following.blocked.is_none() {
        following.blocked = findings.blocked.first().cloned();
    }
}

impl Output {
    /// Counts a verdict on a unit, and keeps the findings.
    fn count(
        &mut self,
        id: RuleId,
        rule: &Rule,
        verdict: Verdict,
        unit: &Unit<'_, '_>,
        device: &mut DeviceResult,
        found: &mut BTreeMap<RuleId, u32>,
    ) {
        self.results.verdicts.entry(id).or_default().add(verdict);
        let about = resolve(rule.about, unit.subject);
        if verdict != Verdict::NotApplicable && about == About::Device {
            device.verdicts.entry(id).or_default().add(verdict);
        }
        if let (true, Some(case)) = (is_checked(verdict), unit.test_case) {
            *self.checked_in_cases.entry(case).or_default() += 1;
        }
        if matches!(verdict, Verdict::Fail | Verdict::NotEvaluated) {
            self.report(id, rule, unit, found);
        }
    }

    /// Keeps what the scratch holds: the finding, and what could not be told.
    fn report(
        &mut self,
        id: RuleId,
        rule: &Rule,
        unit: &Unit<'_, '_>,
        found: &mut BTreeMap<RuleId, u32>,
    ) {
        let subject = unit.subject;
        if !self.scratch.faults.is_empty() {
            let faults = std::mem::take(&mut self.scratch.faults);
            let raised = rule
                .raised_by
                .filter(|(modification, _)| subject.claims(modification))
                .map(|(_, severity)| severity);
            let faulty = sends_on_purpose(subject);
            let finding = merge(faults, |fault| {
                let base = subject
                    .profile
                    .severities
                    .get(&id)
                    .copied()
                    .or(raised)
                    .unwrap_or(rule.severity);
                let severity = fault.severity.map_or(base, |severity| severity.min(base));
                let about = resolve(fault.about.unwrap_or(rule.about), subject);
                (if about == About::Sender && faulty { Severity::Info } else { severity }, about)
            });
            if let Some((mut fault, severity, about)) = finding {
                fault.related.extend(parts(subject));
                self.keep(
                    Finding {
                        rule: id,
                        severity,
                        about,
                        device: subject.device_id(),
                        time: fault.time.or(subject.record.time),
                        use_case: subject.code().map(|code| code.use_case),
                        location: Some(fault.place),
                        related: fault.related,
                        expected: fault.expected,
                        actual: fault.actual,
                        test_case: unit.test_case,
                        cause: None,
                    },
                    &subject.profile.about,
                    found,
                );
            }
        } else {
            self.keep_blocked(id, subject.device_id());
        }
    }

    fn report_at_end(
        &mut self,
        id: RuleId,
        rule: &Rule,
        end: &LogEnd<'_>,
        found: &mut BTreeMap<RuleId, u32>,
    ) {
        if self.scratch.faults.is_empty() {
            self.keep_blocked(id, end.device.id);
            return;
        }
        // At the end of a log a rule may have several things to say, each of another record.
        let faults = std::mem::take(&mut self.scratch.faults);
        for fault in faults {
            let claims = |modification: &str| {
                let mut all = end.profile.claims.iter().chain(&end.device.facts.claims);
                all.any(|claim| claim.eq_ignore_ascii_case(modification))
            };
            let raised = rule.raised_by.filter(|(m, _)| claims(m)).map(|(_, severity)| severity);
            let base = end.profile.severities.get(&id).copied().or(raised).unwrap_or(rule.severity);
            let severity = fault.severity.map_or(base, |severity| severity.min(base));
            let about = match fault.about.unwrap_or(rule.about) {
                About::Direction => About::Device,
                about => about,
            };
            self.keep(
                Finding {
                    rule: id,
                    severity,
                    about,
                    device: end.device.id,
                    time: fault.time,
                    use_case: fault.use_case,
                    location: Some(fault.place),
                    related: fault.related,
                    expected: fault.expected,
                    actual: fault.actual,
                    test_case: None,
                    cause: None,
                },
                &end.profile.about,
                found,
            );
        }
    }

    fn keep_blocked(&mut self, id: RuleId, device: Option<EntityId>) {
        for blocked in self.scratch.blocked.drain(..) {
            let entry = self.results.not_evaluated.entry((id, blocked)).or_default();
            entry.count += 1;
            entry.devices.extend(device);
        }
    }

    fn keep(&mut self, finding: Finding, about: &[About], found: &mut BTreeMap<RuleId, u32>) {
        if !about.contains(&finding.about) {
            return;
        }
        let count = found.entry(finding.rule).or_default();
        *count += 1;
        if *count > MAX_FINDINGS_OF_A_DEVICE {
            *self.results.not_shown.entry(finding.rule).or_default() += 1;
        } else {
            self.results.findings.push(finding);
        }
    }
}

/// The records of the other blocks that the judged message was joined from.
fn parts<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = Place> + 'a {
    let numbers = match &subject.record.body {
        Body::Message(message) => &message.parts[..],
        _ => &[],
    };
    numbers.iter().map(|number| {
        let path = subject.record.position.path.clone();
        let position = Position { path, record: *number, payload: None, line: None };
        Place { position, span: None, field: String::new(), excerpt: None }
    })
}

/// One fault of several: the first of the gravest, with the others' places.
fn merge(
    faults: Vec<Fault>,
    weigh: impl Fn(&Fault) -> (Severity, About),
) -> Option<(Fault, Severity, About)> {
    let weights: Vec<_> = faults.iter().map(&weigh).collect();
    let gravest = weights.iter().map(|(severity, _)| *severity).max()?;
    let first = weights.iter().position(|(severity, _)| *severity == gravest)?;
    let mut chosen = None;
    let mut related = Vec::new();
    for (n, fault) in faults.into_iter().enumerate() {
        if n == first {
            chosen = Some(fault);
        } else {
            related.push(fault.place);
            related.extend(fault.related);
        }
    }
    let mut fault = chosen?;
    fault.related.extend(related);
    let (severity, about) = weights.get(first).copied()?;
    Some((fault, severity, about))
}

/// True where the log says that the sender did wrong on purpose.
fn sends_on_purpose(subject: &Subject<'_>) -> bool {
    subject.faulty_stimulus
        || subject
            .message_record()
            .and_then(|message| message.expect.as_ref())
            .is_some_and(|expect| expect.outcome == Some(Outcome::Error))
}

/// Who a finding is about.
fn resolve(about: About, subject: &Subject<'_>) -> About {
    use gbcs_parser::record::Direction;
    match about {
        About::Direction => match (subject.cra(), &subject.record.body) {
            (Some(CraFlag::Command), _) => About::Sender,
            (Some(CraFlag::Response | CraFlag::Alert), _) => About::Device,
            (None, Body::DccAlert(_)) => About::Dcc,
            (None, Body::Message(message)) => match message.direction {
                Some(Direction::ToDevice | Direction::ToDcc) => About::Sender,
                _ => About::Device,
            },
            _ => About::Device,
        },
        about => about,
    }
}

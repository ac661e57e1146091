//! What a shard has found: verdicts are counted, findings kept.

use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::RandomState;
use gbcs_parser::record::{Body, Direction, Outcome, Position};
use gbcs_parser::{CraFlag, EntityId, Message, catalogue};
use serde::{Deserialize, Serialize};

use super::ask::Asked;
use super::dispatch::Dispatches;
use super::is_checked;
use super::rules::Rules;
use crate::count::add;
use crate::device::{LogEnd, Recent};
use crate::finding::{Fault, Finding, Findings, Place};
use crate::outcome;
use crate::profile::Profile;
use crate::registry::{self, RuleId};
use crate::results::{DeviceResult, NotEvaluated, Results, UseCaseCounts};
use crate::rule::{About, Blocked, Lacking, Rule, Severity};
use crate::subject::Subject;
use crate::verdict::{Counts, Verdict};

/// A unit that a rule was asked about, for counting and for findings.
pub(super) struct Unit<'a, 's> {
    subject: &'a Subject<'s>,
    test_case: Option<usize>,
    /// Who a finding is about that goes by the direction of the message.
    direction: About,
}

impl<'a, 's> Unit<'a, 's> {
    pub(super) fn new(subject: &'a Subject<'s>, test_case: Option<usize>) -> Self {
        Self { subject, test_case, direction: resolve(About::Direction, subject) }
    }

    pub(super) fn subject(&self) -> &'a Subject<'s> {
        self.subject
    }

    /// True outside test cases: what passes there is nothing but a number.
    #[inline]
    pub(super) fn is_in_no_case(&self) -> bool {
        self.test_case.is_none()
    }

    /// True where a rule that is about `about` judges the device here.
    #[inline]
    pub(super) fn is_about_device(&self, about: About) -> bool {
        about == About::Device || (about == About::Direction && self.direction == About::Device)
    }
}

/// Units that a rule could not tell of, for one reason.
#[derive(Default)]
struct NotTold {
    count: u64,
    devices: HashSet<EntityId, RandomState>,
    /// The device that was counted last: what is lacking is often lacking of one alone.
    last: Option<EntityId>,
}

/// What a rule could not tell.
#[derive(Default)]
struct NotToldBy {
    /// What was met first: mostly this is all, and is found without a look-up.
    first: Vec<(Lacking, NotTold)>,
    others: HashMap<Lacking, NotTold, RandomState>,
}

impl NotToldBy {
    /// What is looked through before the others are looked up.
    const FIRST: usize = 4;

    fn entry(&mut self, lacking: Lacking) -> &mut NotTold {
        let mut at = self.first.iter().position(|(known, _)| *known == lacking);
        if at.is_none() && self.first.len() < Self::FIRST {
            at = Some(self.first.len());
            self.first.push((lacking.clone(), NotTold::default()));
        }
        match at.and_then(|at| self.first.get_mut(at)) {
            Some((_, told)) => told,
            None => self.others.entry(lacking).or_default(),
        }
    }

    fn into_all(self) -> impl Iterator<Item = (Lacking, NotTold)> {
        self.first.into_iter().chain(self.others)
    }

    fn all(&self) -> impl Iterator<Item = (&Lacking, &NotTold)> {
        self.first.iter().map(|(lacking, told)| (lacking, told)).chain(&self.others)
    }
}

/// What is counted beside the results.
#[derive(Serialize, Deserialize)]
pub(super) struct SavedCounts {
    verdicts: BTreeMap<RuleId, Counts>,
    not_evaluated: BTreeMap<(RuleId, Blocked), NotEvaluated>,
    checked_in_cases: BTreeMap<usize, u64>,
    use_cases: BTreeMap<u16, UseCaseCounts>,
}

/// What a shard has found.
pub(super) struct Output {
    pub(super) results: Results,
    /// Verdicts by the number of their rule.
    verdicts: Vec<Counts>,
    /// What could not be told, by the number of the rule.
    not_evaluated: Vec<NotToldBy>,
    checked_in_cases: BTreeMap<usize, u64>,
    /// What was seen of use cases, by message code.
    use_cases: HashMap<u16, UseCaseCounts, RandomState>,
    pub(super) scratch: Findings,
    /// Commands that wait for their responses, as they were decoded.
    pub(super) recent: Recent,
}

impl Output {
    pub(super) fn new() -> Self {
        Self {
            results: Results::default(),
            verdicts: vec![Counts::default(); registry::rules().len()],
            not_evaluated: registry::ids().map(|_| NotToldBy::default()).collect(),
            checked_in_cases: BTreeMap::new(),
            use_cases: HashMap::default(),
            scratch: Findings::default(),
            recent: Recent::default(),
        }
    }

    /// The same as what [`Self::saved`] gave.
    pub(super) fn of(mut results: Results, saved: SavedCounts) -> Self {
        let SavedCounts { verdicts, not_evaluated, checked_in_cases, use_cases } = saved;
        results.not_evaluated = not_evaluated;
        let use_cases = use_cases.into_iter().collect();
        let mut output = Self { results, checked_in_cases, use_cases, ..Self::new() };
        for (id, counts) in verdicts {
            if let Some(entry) = output.verdicts.get_mut(id.index()) {
                *entry = counts;
            }
        }
        output
    }

    /// What is counted beside the results.
    pub(super) fn saved(&self, rules: &Rules, dispatches: &Dispatches) -> SavedCounts {
        let counted = registry::ids().zip(self.verdicts.iter().copied());
        let mut verdicts: BTreeMap<RuleId, Counts> = counted.collect();
        dispatches.count(rules, |id, verdict, count| {
            verdicts.entry(id).or_default().add_many(verdict, count);
        });
        verdicts.retain(|_, counts| *counts != Counts::default());
        let mut not_evaluated = self.results.not_evaluated.clone();
        for (id, known) in registry::ids().zip(&self.not_evaluated) {
            for (what, NotTold { count, devices, .. }) in known.all() {
                let entry: &mut NotEvaluated = not_evaluated.entry((id, what.into())).or_default();
                add(&mut entry.count, *count);
                entry.devices.extend(devices);
            }
        }
        let checked_in_cases = self.checked_in_cases.clone();
        let use_cases = self.use_cases.iter().map(|(code, counts)| (*code, *counts)).collect();
        SavedCounts { verdicts, not_evaluated, checked_in_cases, use_cases }
    }

    /// What was found, and the number of checks in each test case.
    pub(super) fn into_parts(
        mut self,
        rules: &Rules,
        dispatches: &Dispatches,
    ) -> (Results, BTreeMap<usize, u64>) {
        dispatches.count(rules, |id, verdict, count| self.add_many(id, verdict, count));
        for (id, counts) in registry::ids().zip(self.verdicts) {
            if counts != Counts::default() {
                self.results.verdicts.entry(id).or_default().merge(&counts);
            }
        }
        for (id, known) in registry::ids().zip(self.not_evaluated) {
            for (what, NotTold { count, devices, .. }) in known.into_all() {
                let entry = self.results.not_evaluated.entry((id, (&what).into())).or_default();
                add(&mut entry.count, count);
                entry.devices.extend(devices);
            }
        }
        for (code, counts) in self.use_cases {
            if let Some(code) = catalogue::message_code(code) {
                self.results.use_cases.entry(code.use_case).or_default().merge(&counts);
            }
        }
        (self.results, self.checked_in_cases)
    }

    /// Counts a message of a use case, and an alert.
    pub(super) fn count_exercised(&mut self, message: &Message<'_>, accepted: Option<bool>) {
        if let Some(code) = message.code() {
            let counts = self.use_cases.entry(code.code).or_default();
            match (message.envelope.cra(), accepted) {
                (Some(CraFlag::Command), _) => add(&mut counts.command, 1),
                (_, Some(true)) => add(&mut counts.success, 1),
                (_, Some(false)) => add(&mut counts.failure, 1),
                (_, None) => {}
            }
        }
        if let Some(code) = outcome::alert_code(message) {
            add(self.results.alert_codes.entry(code).or_default(), 1);
        }
    }

    /// Counts a verdict.
    pub(super) fn add(&mut self, id: RuleId, verdict: Verdict) {
        self.add_many(id, verdict, 1);
    }

    /// Counts a verdict on several units.
    pub(super) fn add_many(&mut self, id: RuleId, verdict: Verdict, count: u64) {
        if let Some(counts) = self.verdicts.get_mut(id.index()) {
            counts.add_many(verdict, count);
        }
    }

    /// Counts a verdict on a unit, where it was not, and keeps the findings.
    pub(super) fn count(
        &mut self,
        asked: &Asked,
        (verdict, counted): (Verdict, bool),
        unit: &Unit<'_, '_>,
        device: &mut DeviceResult,
        found: &mut BTreeMap<RuleId, u32>,
    ) {
        let Asked { id, about, .. } = *asked;
        if !counted {
            self.add(id, verdict);
        }
        if verdict != Verdict::NotApplicable && unit.is_about_device(about) {
            device.verdicts.add(id, verdict);
        }
        if let (true, Some(case)) = (is_checked(verdict), unit.test_case) {
            add(self.checked_in_cases.entry(case).or_default(), 1);
        }
        if matches!(verdict, Verdict::Fail | Verdict::NotEvaluated) {
            self.report(id, unit, found);
        }
    }

    /// Keeps what the scratch holds: the finding, or what could not be told. It is empty then.
    #[inline(always)]
    pub(super) fn report(
        &mut self,
        id: RuleId,
        unit: &Unit<'_, '_>,
        found: &mut BTreeMap<RuleId, u32>,
    ) {
        // Rules that follow a device mostly say nothing.
        if !self.scratch.faults.is_empty() || !self.scratch.blocked.is_empty() {
            self.report_what_is_there(id, unit, found);
            self.scratch.clear();
        }
    }

    #[inline(never)]
    fn report_what_is_there(
        &mut self,
        id: RuleId,
        unit: &Unit<'_, '_>,
        found: &mut BTreeMap<RuleId, u32>,
    ) {
        let subject = unit.subject;
        if !self.scratch.faults.is_empty() {
            let rule = id.rule();
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
                    subject.profile,
                    found,
                );
            }
        } else {
            self.keep_blocked(id, subject.device_id());
        }
    }

    pub(super) fn report_at_end(
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
                end.profile,
                found,
            );
        }
    }

    fn keep_blocked(&mut self, id: RuleId, device: Option<EntityId>) {
        let Some(known) = self.not_evaluated.get_mut(id.index()) else { return };
        while let Some(blocked) = self.scratch.blocked.pop() {
            let known = known.entry(blocked);
            add(&mut known.count, 1);
            if device != known.last {
                known.devices.extend(device);
                known.last = device;
            }
        }
    }

    fn keep(&mut self, finding: Finding, profile: &Profile, found: &mut BTreeMap<RuleId, u32>) {
        if !profile.about.contains(&finding.about) {
            return;
        }
        let count = found.entry(finding.rule).or_default();
        *count = count.saturating_add(1);
        if *count > profile.max_findings {
            self.results.count_only(&finding);
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

//! What a run has found.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use gbcs_parser::EntityId;
use gbcs_parser::catalogue::DeviceType;
use gbcs_parser::record::{TestCase, Time};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::count::add;
use crate::diagnosis;
use crate::finding::{Finding, Place};
use crate::registry::{self, RuleId};
use crate::room;
use crate::rule::{Blocked, Severity};
use crate::verdict::{Counts, Verdict};

/// Findings of one rule that a record with several messages may give: further ones are counted.
const MAX_FINDINGS_OF_A_DOCUMENT: usize = 25;

/// Units that a rule could not tell of, for one reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotEvaluated {
    /// The devices concerned.
    pub devices: BTreeSet<EntityId>,
    /// Number of units.
    pub count: u64,
}

/// A device in the results.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeviceResult {
    /// Device type, last known.
    pub device_type: Option<DeviceType>,
    /// Version of GBCS, last known, as written.
    pub gbcs_version: Option<String>,
    /// Number of records.
    pub records: u64,
    /// Time of the first record.
    pub first: Option<Time>,
    /// Time of the last record.
    pub last: Option<Time>,
    /// Verdicts about the device, by rule.
    pub verdicts: DeviceVerdicts,
}

/// Verdicts about a device, by rule. Nearly all are passes, and there is one of these for each of
/// many devices: passes have a place for each rule, the others are a short list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceVerdicts {
    /// The lower 16 bits; what is above, which few devices have, stands among the others.
    passes: Box<[u16]>,
    others: Vec<((RuleId, Verdict), u64)>,
}

impl DeviceVerdicts {
    /// Adds one.
    #[inline]
    pub fn add(&mut self, rule: RuleId, verdict: Verdict) {
        match self.passes.get_mut(rule.index()) {
            Some(passes) if verdict == Verdict::Pass && *passes < u16::MAX => *passes += 1,
            _ => self.add_many(rule, verdict, 1),
        }
    }

    fn add_many(&mut self, rule: RuleId, verdict: Verdict, mut count: u64) {
        if verdict == Verdict::Pass {
            if self.passes.is_empty() {
                self.passes = vec![0; registry::rules().len()].into();
            }
            if let Some(passes) = self.passes.get_mut(rule.index()) {
                add(&mut count, u64::from(*passes));
                *passes = count as u16;
                count -= u64::from(*passes);
            }
            if count == 0 {
                return;
            }
        }
        match self.others.binary_search_by_key(&(rule, verdict), |(key, _)| *key) {
            Ok(at) => add(&mut self.others[at].1, count),
            Err(at) => {
                room::for_one(&mut self.others);
                self.others.insert(at, ((rule, verdict), count));
            }
        }
    }

    /// Adds another's counts.
    pub fn merge(&mut self, other: &Self) {
        for (rule, counts) in other.iter() {
            for (verdict, count) in counts.iter() {
                self.add_many(rule, verdict, count);
            }
        }
    }

    /// The counts of a rule.
    #[must_use]
    pub fn get(&self, rule: RuleId) -> Counts {
        let mut counts = Counts::default();
        let passes = self.passes.get(rule.index()).copied().unwrap_or(0);
        counts.add_many(Verdict::Pass, passes.into());
        let start = self.others.partition_point(|((other, _), _)| *other < rule);
        for ((other, verdict), count) in self.others.iter().skip(start) {
            if *other != rule {
                break;
            }
            counts.add_many(*verdict, *count);
        }
        counts
    }

    /// The rules that had business with the device, in order, with their counts.
    pub fn iter(&self) -> impl Iterator<Item = (RuleId, Counts)> + '_ {
        registry::ids()
            .map(|rule| (rule, self.get(rule)))
            .filter(|(_, counts)| *counts != Counts::default())
    }
}

impl Serialize for DeviceVerdicts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().collect::<Vec<_>>())
    }
}

impl<'de> Deserialize<'de> for DeviceVerdicts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut verdicts = Self::default();
        for (rule, counts) in Vec::<(RuleId, Counts)>::deserialize(deserializer)? {
            for (verdict, count) in counts.iter() {
                verdicts.add_many(rule, verdict, count);
            }
        }
        Ok(verdicts)
    }
}

/// What was seen of a use case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseCaseCounts {
    /// Commands.
    pub command: u64,
    /// Responses that report success.
    pub success: u64,
    /// Responses that report a failure.
    pub failure: u64,
}

impl UseCaseCounts {
    pub(crate) fn merge(&mut self, theirs: &Self) {
        add(&mut self.command, theirs.command);
        add(&mut self.success, theirs.success);
        add(&mut self.failure, theirs.failure);
    }
}

/// A test case of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TestCaseResult {
    /// What the log says of it.
    pub case: TestCase,
    /// Rules that reached pass or fail in it, and findings at error severity.
    pub checked: u64,
    /// Findings in it, by severity.
    pub findings: BTreeMap<Severity, u64>,
}

/// What a run has found.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Results {
    /// Findings; in the order of reports once [`Results::finish`] ran.
    pub findings: Vec<Finding>,
    /// Findings that were only counted, by rule.
    pub not_shown: BTreeMap<RuleId, u64>,
    /// The gravest severity of those.
    pub gravest_not_shown: Option<Severity>,
    /// Verdicts by rule.
    pub verdicts: BTreeMap<RuleId, Counts>,
    /// What could not be told, and why.
    pub not_evaluated: BTreeMap<(RuleId, Blocked), NotEvaluated>,
    /// Devices.
    pub devices: BTreeMap<EntityId, DeviceResult>,
    /// Use cases seen.
    #[serde(with = "crate::saved::by_use_case")]
    pub use_cases: BTreeMap<&'static str, UseCaseCounts>,
    /// Alert codes seen.
    pub alert_codes: BTreeMap<u16, u64>,
    /// Test cases.
    pub test_cases: Vec<TestCaseResult>,
    /// Number of records.
    pub records: u64,
    /// Number of messages that were decoded.
    pub messages: u64,
    /// What had to be forgotten of devices.
    pub forgotten: u64,
    /// Documents with an XML signature. None is verified.
    pub xml_signatures: u64,
}

impl Results {
    /// Takes over the results of another part of the run.
    pub fn merge(&mut self, other: Self) {
        self.findings.extend(other.findings);
        for (rule, count) in other.not_shown {
            add(self.not_shown.entry(rule).or_default(), count);
        }
        self.gravest_not_shown = self.gravest_not_shown.max(other.gravest_not_shown);
        for (rule, counts) in other.verdicts {
            self.verdicts.entry(rule).or_default().merge(&counts);
        }
        for (key, theirs) in other.not_evaluated {
            let mine = self.not_evaluated.entry(key).or_default();
            mine.devices.extend(theirs.devices);
            add(&mut mine.count, theirs.count);
        }
        for (id, theirs) in other.devices {
            let mine = self.devices.entry(id).or_default();
            mine.device_type = theirs.device_type.or(mine.device_type);
            mine.gbcs_version = theirs.gbcs_version.or(mine.gbcs_version.take());
            add(&mut mine.records, theirs.records);
            mine.first = earliest(mine.first, theirs.first);
            mine.last = mine.last.max(theirs.last);
            mine.verdicts.merge(&theirs.verdicts);
        }
        for (id, theirs) in other.use_cases {
            self.use_cases.entry(id).or_default().merge(&theirs);
        }
        for (code, count) in other.alert_codes {
            add(self.alert_codes.entry(code).or_default(), count);
        }
        self.test_cases.extend(other.test_cases);
        add(&mut self.records, other.records);
        add(&mut self.messages, other.messages);
        add(&mut self.forgotten, other.forgotten);
        add(&mut self.xml_signatures, other.xml_signatures);
    }

    /// Renumbers the test cases that findings name: so many others stand before these.
    pub(crate) fn stand_behind(&mut self, test_cases: usize) {
        for finding in &mut self.findings {
            finding.test_case = finding.test_case.map(|at| at.saturating_add(test_cases));
        }
    }

    /// Puts findings into the order of reports: by input, record, rule; fleet findings last.
    /// `inputs` are the paths of inputs in their order; a path that begins with one of them and
    /// `!/` is a member of an archive.
    pub fn finish(&mut self, inputs: &[Arc<str>]) {
        let order: HashMap<&str, usize> =
            inputs.iter().enumerate().map(|(n, path)| (path.as_ref(), n)).collect();
        let input = |place: &Place| {
            let path: &str = &place.position.path;
            let outer = path.split_once("!/").map_or(path, |(outer, _)| outer);
            order.get(path).or_else(|| order.get(outer)).copied().unwrap_or(usize::MAX)
        };
        let key = |finding: &Finding| {
            finding.location.as_ref().map(|place| {
                let position = &place.position;
                let at = place.span.map_or((0, 0), |span| (span.buffer.0, span.start));
                (input(place), position.path.clone(), position.record, position.payload, at)
            })
        };
        let mut findings = std::mem::take(&mut self.findings);
        findings.sort_by_cached_key(|finding| {
            let key = key(finding);
            let (input, path, record, payload, at) =
                key.clone().unwrap_or((usize::MAX, Arc::from(""), u64::MAX, None, (0, 0)));
            // A fleet finding has no place and comes last; ties keep one order for any split.
            (
                key.is_none(),
                input,
                path,
                record,
                payload,
                finding.rule,
                at,
                finding.device,
                finding.actual.to_string(),
            )
        });
        let mut last: Option<(Arc<str>, u64)> = None;
        let mut counts: HashMap<RuleId, usize> = HashMap::new();
        let mut told: HashMap<(RuleId, Arc<str>), usize> = HashMap::new();
        for finding in findings {
            if finding.rule.rule().once_a_file
                && let Some(place) = &finding.location
            {
                let key = (finding.rule, place.position.path.clone());
                if let Some(first) = told.get(&key).and_then(|at| self.findings.get_mut(*at)) {
                    if first.related.len() < MAX_FINDINGS_OF_A_DOCUMENT {
                        first.related.extend(finding.location);
                        first.related.extend(finding.related);
                    } else {
                        self.count_only(&finding);
                    }
                    continue;
                }
                told.insert(key, self.findings.len());
            }
            if let Some(place) = &finding.location
                && place.position.payload.is_some()
            {
                let here = (place.position.path.clone(), place.position.record);
                if last.as_ref() != Some(&here) {
                    counts.clear();
                    last = Some(here);
                }
                let count = counts.entry(finding.rule).or_default();
                *count += 1;
                if *count > MAX_FINDINGS_OF_A_DOCUMENT {
                    self.count_only(&finding);
                    continue;
                }
            }
            self.findings.push(finding);
        }
        for (number, cause) in diagnosis::causes(&self.findings) {
            if let Some(finding) = self.findings.get_mut(number) {
                finding.cause = Some(cause.name);
            }
        }
    }

    /// Counts a finding that is not kept.
    pub(crate) fn count_only(&mut self, finding: &Finding) {
        add(self.not_shown.entry(finding.rule).or_default(), 1);
        self.gravest_not_shown = self.gravest_not_shown.max(Some(finding.severity));
    }

    /// True where a rule on messages, documents, DCC Alerts or devices reached pass or fail.
    #[must_use]
    pub fn anything_checked(&self) -> bool {
        self.verdicts.iter().any(|(rule, counts)| {
            counts.is_checked() && !matches!(rule.rule().about, crate::rule::About::Log)
        })
    }

    /// Number of findings of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> u64 {
        self.findings.iter().filter(|finding| finding.severity == severity).count() as u64
    }

    /// Number of units that rules could not tell of.
    #[must_use]
    pub fn not_evaluated_units(&self) -> u64 {
        let units = self.verdicts.values().map(|counts| counts.get(Verdict::NotEvaluated));
        units.fold(0, u64::saturating_add)
    }

    /// The rules that had no business with anything in the log.
    #[must_use]
    pub fn rules_without_subject(&self) -> Vec<RuleId> {
        registry::ids()
            .filter(|rule| {
                self.verdicts.get(rule).is_none_or(|counts| {
                    counts
                        .iter()
                        .all(|(v, _)| matches!(v, Verdict::NotApplicable | Verdict::NotInForce))
                })
            })
            .collect()
    }
}

fn earliest(a: Option<Time>, b: Option<Time>) -> Option<Time> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_are_counted_beyond_what_their_place_holds() {
        let [rule, other] = [0, 1].map(|at| registry::ids().nth(at).unwrap());
        let mut verdicts = DeviceVerdicts::default();
        let all = 2 * (u64::from(u16::MAX) + 1) + 3;
        (0..all).for_each(|_| verdicts.add(rule, Verdict::Pass));
        verdicts.add(other, Verdict::Pass);
        verdicts.add(rule, Verdict::Fail);
        let counts = verdicts.get(rule);
        assert_eq!((counts.get(Verdict::Pass), counts.get(Verdict::Fail)), (all, 1));
        let mut merged = verdicts.clone();
        merged.merge(&verdicts);
        assert_eq!(merged.get(rule).get(Verdict::Pass), 2 * all);
        assert_eq!(merged.get(other).get(Verdict::Pass), 2);
        let mut many = DeviceVerdicts::default();
        many.add_many(rule, Verdict::Pass, u64::MAX);
        many.add(rule, Verdict::Pass);
        assert_eq!(many.get(rule).get(Verdict::Pass), u64::MAX);
    }
}

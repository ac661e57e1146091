//! The baseline: findings that are known and accepted, by their fingerprints.
//!
//! An entry may carry the day until which it is accepted. That day is compared with `--on`; without
//! it, with the wall clock where `--stamp` asks for it, else with the time of the finding's record,
//! else with the last time in the run, so that the same inputs give the same result on any day.
//! Where there is no time at all, the day counts as past: what cannot be told is not accepted.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use gbcs_parser::record::Time;
use gbcs_rules::finding::Finding;
use gbcs_rules::profile::Selection;
use gbcs_rules::registry;
use gbcs_rules::results::Results;
use gbcs_rules::spec::Date;
use serde::{Deserialize, Serialize};

use crate::exit::Failure;
use crate::output::Output;
use crate::report::sentence;

const SCHEMA: &str = "gbcheck.baseline/1";

/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: String,
    findings: Vec<Entry>,
}

/// A finding that is known.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// [`Finding::fingerprint`].
    pub fingerprint: String,
    /// Code of the rule.
    pub rule: String,
    /// The device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_id: Option<String>,
    /// What was found, for people.
    #[serde(default)]
    pub message: String,
    /// Why it is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who accepted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<String>,
    /// The last day on which it is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<String>,
}

/// What a baseline says of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It does not know it.
    New,
    /// It accepts it.
    Known,
    /// It accepted it until a day that has passed.
    Expired,
}

impl State {
    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Known => "known",
            Self::Expired => "expired",
        }
    }
}

/// A baseline that was read.
#[derive(Debug, Default)]
pub struct Baseline {
    entries: BTreeMap<String, (Entry, Option<Date>)>,
    /// The moment to compare days with, where it is the same for all findings.
    now: Option<Time>,
    /// The moment for findings without time.
    last: Option<Time>,
}

impl Baseline {
    /// Reads a baseline. `now` is the moment to compare days with, if the run has one.
    pub fn read(path: &Path, now: Option<Time>) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(path).map_err(|error| Failure::file(path, error))?;
        let wrong = |why: String| Failure::Usage(format!("{}: {why}", path.display()));
        let mut baseline = Self::parse(&text).map_err(wrong)?;
        baseline.now = now;
        Ok(baseline)
    }

    fn parse(text: &str) -> Result<Self, String> {
        let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if file.schema != SCHEMA {
            return Err(format!("the schema is {:?}, not {SCHEMA:?}", file.schema));
        }
        let mut entries = BTreeMap::new();
        for entry in file.findings {
            let day =
                match &entry.expires {
                    None => None,
                    Some(day) => Some(day.parse().map_err(|error| {
                        format!("{}: expires {day:?}: {error}", entry.fingerprint)
                    })?),
                };
            entries.insert(entry.fingerprint.clone(), (entry, day));
        }
        Ok(Self { entries, ..Self::default() })
    }

    /// Takes the last time of a run, for findings that have none.
    pub fn note(&mut self, results: &Results) {
        self.last = results.devices.values().filter_map(|device| device.last).max();
    }

    /// What it says of a finding.
    pub fn state(&self, finding: &Finding) -> State {
        let Some((_, day)) = self.entries.get(&finding.fingerprint()) else { return State::New };
        let Some(day) = day else { return State::Known };
        let moment = self.now.or(finding.time).or(self.last);
        let end = day.start().0.saturating_add(DAY_MS);
        if moment.is_some_and(|moment| moment.0 < end) { State::Known } else { State::Expired }
    }

    /// The entry of a finding.
    pub fn entry(&self, finding: &Finding) -> Option<&Entry> {
        self.entries.get(&finding.fingerprint()).map(|(entry, _)| entry)
    }

    /// The entries of selected rules that no finding has any more.
    pub fn vanished(&self, results: &Results, selection: &Selection) -> Vec<&Entry> {
        let found: BTreeSet<_> = results.findings.iter().map(Finding::fingerprint).collect();
        let ran =
            |entry: &Entry| registry::find(&entry.rule).is_none_or(|rule| selection.contains(rule));
        self.entries
            .values()
            .map(|(entry, _)| entry)
            .filter(|entry| !found.contains(&entry.fingerprint) && ran(entry))
            .collect()
    }
}

/// Writes all findings as a baseline. What the old one says of them stays.
pub fn write(mut output: Output, results: &Results, old: Option<&Baseline>) -> Result<(), Failure> {
    let mut entries = BTreeMap::new();
    for finding in &results.findings {
        let fingerprint = finding.fingerprint();
        entries.entry(fingerprint.clone()).or_insert_with(|| {
            old.and_then(|old| old.entry(finding)).cloned().unwrap_or_else(|| Entry {
                fingerprint,
                rule: finding.rule.rule().code.to_owned(),
                device_id: finding.device.map(|id| id.to_string()),
                message: sentence(finding),
                reason: None,
                approver: None,
                expires: None,
            })
        });
    }
    let mut findings: Vec<_> = entries.into_values().collect();
    findings.sort_by(|a, b| {
        (&a.rule, &a.device_id, &a.fingerprint).cmp(&(&b.rule, &b.device_id, &b.fingerprint))
    });
    let file = File { schema: SCHEMA.to_owned(), findings };
    serde_json::to_writer_pretty(&mut output, &file).map_err(std::io::Error::from)?;
    output.write_all(b"\n")?;
    output.finish()
}

#[cfg(test)]
mod tests {
    use super::Baseline;

    #[test]
    fn what_is_wrong_in_a_baseline_is_told() {
        let one = |entry: &str| {
            let text = format!("{{\"schema\":\"gbcheck.baseline/1\",\"findings\":[{{{entry}}}]}}");
            Baseline::parse(&text).map(|_| ()).unwrap_err()
        };
        assert!(one("\"fingerprint\":\"0\"").contains("rule"));
        assert!(one("\"fingerprint\":\"0\",\"rule\":\"X\",\"expire\":\"\"").contains("expires"));
        assert!(one("\"fingerprint\":\"0\",\"rule\":\"X\",\"expires\":\"soon\"").contains("soon"));
        assert!(Baseline::parse("{\"schema\":\"x\",\"findings\":[]}").is_err());
    }
}

//! Fleet rules of a run, in the parts of its shards.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::count::add;
use crate::finding::{Finding, Findings};
use crate::fleet::FleetCheck;
use crate::profile::Profile;
use crate::registry::RuleId;
use crate::results::Results;
use crate::rule::About;
use crate::verdict::Verdict;

/// The fleet rules of a part of a run.
pub(super) type FleetParts = BTreeMap<RuleId, Box<dyn FleetCheck>>;

/// Takes over the fleet rules of another part.
pub(super) fn merge_fleet(into: &mut FleetParts, from: FleetParts) {
    for (id, check) in from {
        match into.entry(id) {
            Entry::Occupied(mut mine) => {
                mine.get_mut().merge(check.into_any());
            }
            Entry::Vacant(empty) => {
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
    for lacking in &findings.blocked {
        add(&mut results.not_evaluated.entry((id, lacking.into())).or_default().count, 1);
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

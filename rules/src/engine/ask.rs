//! Asking a rule about a unit.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::device::DeviceCheck;
use crate::finding::Findings;
use crate::rule::{Applies, Rule};
use crate::spec::InForce;
use crate::subject::Subject;
use crate::verdict::{Reason, Verdict};

/// A rule that follows a device. Its state is made once the rule has business with a record: most
/// rules never have any with most devices.
#[derive(Default)]
pub(super) struct Following {
    pub(super) check: Option<Box<dyn DeviceCheck>>,
    pub(super) evaluated: bool,
    pub(super) failed: bool,
    pub(super) blocked: bool,
}

/// Whether a rule is in force for the device and the date; most are always.
fn in_force(rule: &Rule, subject: &Subject<'_>) -> Option<bool> {
    if rule.in_force == InForce::ALWAYS {
        return Some(true);
    }
    rule.in_force.holds(subject.version(), subject.date())
}

/// Asks a rule about one unit.
pub(super) fn ask(
    rule: &Rule,
    subject: &Subject<'_>,
    findings: &mut Findings,
    check: impl FnOnce(&mut Findings),
) -> Verdict {
    findings.clear();
    match in_force(rule, subject) {
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

/// Tells a rule that follows a device. `make` makes its state.
pub(super) fn follow(
    rule: &Rule,
    make: fn() -> Box<dyn DeviceCheck>,
    following: &mut Following,
    subject: &Subject<'_>,
    findings: &mut Findings,
    tell: impl FnOnce(&mut dyn DeviceCheck, &mut Findings),
) {
    findings.clear();
    if in_force(rule, subject) == Some(false) {
        return;
    }
    let ran = catch_unwind(AssertUnwindSafe(|| match (rule.applies)(subject) {
        Applies::No => {}
        Applies::Blocked(blocked) => findings.blocked.push(blocked),
        Applies::Yes => tell(following.check.get_or_insert_with(make).as_mut(), findings),
    }));
    if ran.is_err() {
        findings.clear();
        following.blocked = true;
    }
    note(following, findings);
}

/// Keeps for the verdict what a rule has said of its device.
pub(super) fn note(following: &mut Following, findings: &mut Findings) {
    following.evaluated |= findings.evaluated;
    following.failed |= !findings.faults.is_empty();
    following.blocked |= !findings.blocked.is_empty();
}

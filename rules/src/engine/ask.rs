//! Asking a rule about a unit.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use gbcs_parser::record::Time;

use crate::device::DeviceCheck;
use crate::finding::Findings;
use crate::registry::RuleId;
use crate::rule::{About, Applies, Rule};
use crate::spec::{Date, InForce};
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

/// What is looked at to ask a rule, side by side and in few octets: the rules themselves lie far apart
/// in memory, and some forty are asked of a record.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub(super) id: RuleId,
    pub(super) about: About,
    when: When,
    /// The moment for [`When::From`].
    from: Time,
    applies: fn(&Subject<'_>) -> Applies,
}

/// When a rule is in force.
#[derive(Clone, Copy)]
enum When {
    /// Always, as most are.
    Always,
    /// From a moment on.
    From,
    /// As the rule says.
    Otherwise,
}

impl Asked {
    pub(super) fn new(id: RuleId, rule: &'static Rule) -> Self {
        let (when, from) = match rule.in_force {
            InForce::ALWAYS => (When::Always, None),
            InForce { since: None, until: None, from } => (When::From, from),
            _ => (When::Otherwise, None),
        };
        // Dates are reckoned slowly.
        let from = from.map_or(Time(i64::MIN), Date::start);
        Self { id, about: rule.about, when, from, applies: rule.applies }
    }

    /// Whether it is in force for the device and the date.
    #[inline(always)]
    fn in_force(&self, subject: &Subject<'_>) -> Option<bool> {
        match self.when {
            When::Always => Some(true),
            _ => self.in_force_now(subject),
        }
    }

    /// Kept out of the loop over the rules: few are not always in force.
    #[inline(never)]
    fn in_force_now(&self, subject: &Subject<'_>) -> Option<bool> {
        match self.when {
            When::From => subject.date().map(|date| date >= self.from),
            _ => self.id.rule().in_force.holds(subject.version(), subject.date()),
        }
    }

    /// Asks the rule about one unit. What it says is in `findings`, which must be empty before.
    #[inline]
    pub(super) fn ask(
        &self,
        subject: &Subject<'_>,
        findings: &mut Findings,
        check: impl FnOnce(&mut Findings),
    ) -> Verdict {
        findings.begin();
        match self.in_force(subject) {
            Some(true) => {}
            Some(false) => return Verdict::NotInForce,
            None => return self.not_known_whether_in_force(subject, findings),
        }
        match (self.applies)(subject) {
            Applies::No => return Verdict::NotApplicable,
            Applies::Blocked(blocked) => findings.blocked.push(blocked),
            Applies::Yes => check(findings),
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

    fn not_known_whether_in_force(
        &self,
        subject: &Subject<'_>,
        findings: &mut Findings,
    ) -> Verdict {
        if (self.applies)(subject) == Applies::No {
            return Verdict::NotApplicable;
        }
        let in_force = self.id.rule().in_force;
        let reason = if in_force.from.is_some() && subject.date().is_none() {
            Reason::NoTime
        } else {
            Reason::VersionUnknown
        };
        findings.blocked(reason, "");
        Verdict::NotEvaluated
    }

    /// Tells the rule, which follows a device, of a unit. `make` makes its state. What it says is in
    /// `findings`, which must be empty before.
    #[inline]
    pub(super) fn follow(
        &self,
        make: fn() -> Box<dyn DeviceCheck>,
        following: &mut Following,
        subject: &Subject<'_>,
        findings: &mut Findings,
        tell: impl FnOnce(&mut dyn DeviceCheck, &mut Findings),
    ) {
        findings.begin();
        if self.in_force(subject) == Some(false) {
            return;
        }
        match (self.applies)(subject) {
            Applies::No => return,
            Applies::Blocked(blocked) => findings.blocked.push(blocked),
            Applies::Yes => tell(following.check.get_or_insert_with(make).as_mut(), findings),
        }
        note(following, findings);
    }
}

/// Does `step` for every item. Where it panics, it is told so of the same item, and goes on with the
/// next.
#[inline]
pub(super) fn each<T>(items: &[T], mut step: impl FnMut(&T, Panicked)) {
    let (mut at, mut panicked) = (0, Panicked::No);
    while at < items.len() {
        // The one place where `step` is, which is large and should be part of this loop.
        let ran = catch_unwind(AssertUnwindSafe(|| {
            while let Some(item) = items.get(at) {
                step(item, panicked);
                panicked = Panicked::No;
                at += 1;
            }
        }));
        match (ran, panicked) {
            (Err(_), Panicked::No) => panicked = Panicked::Yes,
            (Err(again), Panicked::Yes) => resume_unwind(again),
            (Ok(()), _) => {}
        }
    }
}

/// Whether a rule has panicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Panicked {
    No,
    Yes,
}

/// Keeps for the verdict what a rule has said of its device.
#[inline]
pub(super) fn note(following: &mut Following, findings: &mut Findings) {
    following.evaluated |= findings.evaluated;
    following.failed |= !findings.faults.is_empty();
    following.blocked |= !findings.blocked.is_empty();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_panics_is_told_and_the_others_are_done() {
        let mut done = Vec::new();
        each(&[1, 2, 3, 4], |item, panicked| {
            assert!(*item % 2 == 1 || panicked == Panicked::Yes, "even numbers panic");
            done.push((*item, panicked));
        });
        let (no, yes) = (Panicked::No, Panicked::Yes);
        assert_eq!(done, [(1, no), (2, yes), (3, no), (4, yes)]);
    }
}

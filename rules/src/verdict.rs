//! What a rule says of one unit: a message, an exchange, a device in a log, or the run.

use std::fmt;

use crate::count::add;

use serde::{Deserialize, Serialize};

/// The verdict of a rule on one unit. A rule reports findings, or that it has no business here, or
/// why it cannot tell; the engine derives the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// The rule looked and found nothing.
    Pass,
    /// The rule has a finding.
    Fail,
    /// The rule has no business with the unit.
    NotApplicable,
    /// The rule is not in force for the version or the date.
    NotInForce,
    /// Something that the rule needs is missing: never a pass.
    NotEvaluated,
    /// The rule itself broke.
    InternalError,
}

impl Verdict {
    /// All verdicts, in the order of the counters in reports.
    pub const ALL: [Self; 6] = [
        Self::Pass,
        Self::Fail,
        Self::NotApplicable,
        Self::NotInForce,
        Self::NotEvaluated,
        Self::InternalError,
    ];

    /// The word for it in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::NotApplicable => "not_applicable",
            Self::NotInForce => "not_in_force",
            Self::NotEvaluated => "not_evaluated",
            Self::InternalError => "internal_error",
        }
    }
}

/// Why a rule could not tell: the fixed words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// A key or certificate is missing.
    NoKey,
    /// The command or response that belongs to it is not in the log.
    NoCounterpart,
    /// The layer that the rule reads was not decoded.
    Undecoded,
    /// The rule needs an order, and the log has none.
    NoOrder,
    /// The rule needs durations or dates, and the log has no times.
    NoTime,
    /// The device's type is not known.
    TypeUnknown,
    /// The version is not known, and the versions differ.
    VersionUnknown,
    /// A party's role is not known.
    RoleUnknown,
    /// The rule concludes from absence, and the log is not stated to be complete.
    LogNotComplete,
    /// A configuration, or the error of the capture clock, was not seen.
    NoConfiguration,
    /// It is not known which way the message went.
    DirectionUnknown,
    /// What was remembered had to be cut.
    TruncatedState,
    /// This part is not checked by this version of the program.
    NotSupported,
}

impl Reason {
    /// The fixed word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NoKey => "no-key",
            Self::NoCounterpart => "no-counterpart",
            Self::Undecoded => "undecoded",
            Self::NoOrder => "no-order",
            Self::NoTime => "no-time",
            Self::TypeUnknown => "type-unknown",
            Self::VersionUnknown => "version-unknown",
            Self::RoleUnknown => "role-unknown",
            Self::LogNotComplete => "log-not-complete",
            Self::NoConfiguration => "no-configuration",
            Self::DirectionUnknown => "direction-unknown",
            Self::TruncatedState => "truncated-state",
            Self::NotSupported => "not-supported",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Counts of verdicts, in the order of [`Verdict::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts([u64; 6]);

impl Counts {
    /// Adds one.
    #[inline]
    pub fn add(&mut self, verdict: Verdict) {
        add(&mut self.0[verdict as usize], 1);
    }

    /// Adds several of one verdict.
    #[inline]
    pub fn add_many(&mut self, verdict: Verdict, count: u64) {
        add(&mut self.0[verdict as usize], count);
    }

    /// Adds another's counts.
    pub fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            add(mine, theirs);
        }
    }

    /// The count of one verdict.
    #[must_use]
    pub fn get(&self, verdict: Verdict) -> u64 {
        self.0[verdict as usize]
    }

    /// The counts that are not zero, in the fixed order.
    pub fn iter(&self) -> impl Iterator<Item = (Verdict, u64)> + '_ {
        Verdict::ALL.into_iter().zip(self.0).filter(|(_, count)| *count > 0)
    }

    /// True where the rule reached pass or fail.
    #[must_use]
    pub fn is_checked(&self) -> bool {
        self.get(Verdict::Pass) > 0 || self.get(Verdict::Fail) > 0
    }

    /// True where the rule never had business.
    #[must_use]
    pub fn is_only_not_applicable(&self) -> bool {
        self.iter().all(|(verdict, _)| verdict == Verdict::NotApplicable)
    }
}

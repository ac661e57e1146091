//! What a run says of each requirement that rules check.

use std::collections::BTreeMap;

use gbcs_rules::registry::{self, RuleId};
use gbcs_rules::rule::Severity;
use gbcs_rules::verdict::Verdict;

use super::Run;

/// What a run says of a rule or a requirement, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// There are errors.
    Failed,
    /// There are warnings or infos.
    Remarked,
    /// Some of it passed, and some could not be told.
    PassedInPart,
    /// Nothing of it could be told.
    NotEvaluated,
    /// All that was checked passed.
    Passed,
    /// The log holds nothing that it is about.
    NotExercised,
    /// No rule of it was selected.
    NotSelected,
}

impl Standing {
    /// All, in the order of reports.
    pub const ALL: [Self; 7] = [
        Self::Failed,
        Self::Remarked,
        Self::PassedInPart,
        Self::NotEvaluated,
        Self::Passed,
        Self::NotExercised,
        Self::NotSelected,
    ];

    /// The words for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Failed => "fail",
            Self::Remarked => "remarks",
            Self::PassedInPart => "pass in part",
            Self::NotEvaluated => "not evaluated",
            Self::Passed => "pass",
            Self::NotExercised => "not exercised",
            Self::NotSelected => "not selected",
        }
    }

    /// What two say together.
    fn with(self, other: Self) -> Self {
        match (self.min(other), self.max(other)) {
            (Self::NotEvaluated, Self::Passed) => Self::PassedInPart,
            (graver, _) => graver,
        }
    }
}

/// What a run says of a rule.
pub fn standing(run: &Run<'_>, rule: RuleId) -> Standing {
    let results = &run.judged.results;
    if !run.profile.selection.contains(rule) {
        return Standing::NotSelected;
    }
    let worst =
        results.findings.iter().filter(|f| f.rule == rule).map(|finding| finding.severity).max();
    let get = |verdict| results.verdicts.get(&rule).map_or(0, |counts| counts.get(verdict));
    let untold = get(Verdict::NotEvaluated) + get(Verdict::InternalError) > 0;
    match worst {
        Some(Severity::Error) => Standing::Failed,
        Some(_) => Standing::Remarked,
        None if get(Verdict::Pass) > 0 && untold => Standing::PassedInPart,
        None if untold => Standing::NotEvaluated,
        None if get(Verdict::Pass) + get(Verdict::Fail) > 0 => Standing::Passed,
        None => Standing::NotExercised,
    }
}

/// What a run says of a requirement, and of each rule that checks it.
pub type Row = (Standing, Vec<(RuleId, Standing)>);

/// The requirements, in order.
pub fn requirements(run: &Run<'_>) -> BTreeMap<&'static str, Row> {
    let mut all: BTreeMap<_, Row> = BTreeMap::new();
    for rule in registry::ids() {
        let standing = standing(run, rule);
        for requirement in rule.rule().requirements {
            let entry = all.entry(*requirement).or_insert((Standing::NotSelected, Vec::new()));
            entry.0 = entry.0.with(standing);
            entry.1.push((rule, standing));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::Standing;

    #[test]
    fn what_was_not_told_is_never_a_whole_pass() {
        assert_eq!(Standing::Passed.with(Standing::NotEvaluated), Standing::PassedInPart);
        assert_eq!(Standing::Passed.with(Standing::Failed), Standing::Failed);
        assert_eq!(Standing::NotSelected.with(Standing::Passed), Standing::Passed);
    }
}

//! All rules: explicit slices, family by family.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::rule::Rule;

/// A family of rules.
#[derive(Debug)]
pub struct Family {
    /// The three letters.
    pub code: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// Its rules, in the order of their codes.
    pub rules: &'static [&'static Rule],
}

/// The families, in the order of reports.
pub static FAMILIES: &[Family] = &[
    crate::env::FAMILY,
    crate::sec::FAMILY,
    crate::use_cases::FAMILY,
    crate::rpl::FAMILY,
    crate::fut::FAMILY,
    crate::alt::FAMILY,
    crate::vlt::FAMILY,
    crate::dft::FAMILY,
    crate::han::FAMILY,
    crate::lg::FAMILY,
    crate::clk::FAMILY,
    crate::gas::FAMILY,
    crate::mdm::FAMILY,
    crate::ppm::FAMILY,
    crate::pri::FAMILY,
    crate::fwm::FAMILY,
    crate::dui::FAMILY,
    crate::ver::FAMILY,
];

/// Number of a rule in the order of all rules.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(u16);

impl RuleId {
    /// Its number, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The rule.
    #[must_use]
    pub fn rule(self) -> &'static Rule {
        // Ids are made here alone, from the same list.
        rules()[self.index()]
    }
}

impl std::fmt::Debug for RuleId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.rule().code)
    }
}

/// All rules, in the order of families and codes.
#[must_use]
pub fn rules() -> &'static [&'static Rule] {
    static ALL: OnceLock<Vec<&'static Rule>> = OnceLock::new();
    ALL.get_or_init(|| FAMILIES.iter().flat_map(|family| family.rules).copied().collect())
}

/// The ids of all rules.
pub fn ids() -> impl Iterator<Item = RuleId> {
    (0..rules().len() as u16).map(RuleId)
}

/// The rule of a code or name.
#[must_use]
pub fn find(code_or_name: &str) -> Option<RuleId> {
    ids().find(|id| {
        id.rule().code.eq_ignore_ascii_case(code_or_name)
            || id.rule().name.eq_ignore_ascii_case(code_or_name)
    })
}

/// The rule of a code, written as it is.
#[must_use]
pub fn of_code(code: &str) -> Option<RuleId> {
    static BY_CODE: OnceLock<HashMap<&'static str, RuleId>> = OnceLock::new();
    BY_CODE.get_or_init(|| ids().map(|id| (id.rule().code, id)).collect()).get(code).copied()
}

/// The rules that a selector names: `ALL`, a code, the beginning of codes, or a name. `None` where it names none.
#[must_use]
pub fn select(selector: &str) -> Option<Vec<RuleId>> {
    if selector.eq_ignore_ascii_case("all") {
        return Some(ids().collect());
    }
    if let Some(id) = find(selector) {
        return Some(vec![id]);
    }
    let begins = |id: &RuleId| {
        !selector.is_empty()
            && id
                .rule()
                .code
                .get(..selector.len())
                .is_some_and(|c| c.eq_ignore_ascii_case(selector))
    };
    let found: Vec<_> = ids().filter(begins).collect();
    (!found.is_empty()).then_some(found)
}

/// The code or name that is nearest to what was given, if one is near.
#[must_use]
pub fn suggest(given: &str) -> Option<&'static str> {
    let lower = given.to_lowercase();
    rules()
        .iter()
        .flat_map(|rule| [rule.code, rule.name])
        .map(|candidate| (distance(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= candidate.len() / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Edits that turn one text into the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, to) in b.iter().enumerate() {
            let cost = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::{Basis, Severity};
    use std::collections::HashSet;

    #[test]
    fn codes_and_names_are_unique_and_well_formed() {
        let mut seen = HashSet::new();
        for family in FAMILIES {
            let mut last = "";
            for rule in family.rules {
                assert_eq!(rule.family(), family.code, "{rule:?} stands in another family");
                assert!(rule.code > last, "{rule:?} is not in the order of codes");
                last = rule.code;
                let number = &rule.code[3..];
                assert!(number.len() == 3 && number.bytes().all(|c| c.is_ascii_digit()));
                assert!(rule.name.bytes().all(|c| matches!(c, b'a'..=b'z' | b'0'..=b'9' | b'-')));
                assert!(seen.insert(rule.code) && seen.insert(rule.name), "{rule:?} twice");
            }
        }
    }

    #[test]
    fn no_clause_no_error() {
        for rule in rules() {
            assert!(!rule.refs.is_empty(), "{rule:?} cites nothing");
            let raised = rule.raised_by.map(|(_, severity)| severity);
            if rule.basis == Basis::Practice {
                assert!(rule.severity < Severity::Error, "{rule:?} is practice and an error");
                assert!(
                    raised != Some(Severity::Error),
                    "{rule:?} is practice and raised to error"
                );
            }
        }
    }

    #[test]
    fn every_page_is_of_its_rule_and_says_what_it_does_not_check() {
        for rule in rules() {
            let title = format!("# {} {}\n", rule.code, rule.name);
            assert!(rule.doc.starts_with(&title), "the page of {rule:?} begins with {title:?}");
            for heading in ["## What", "## Why", "## Not checked"] {
                assert!(rule.doc.contains(heading), "the page of {rule:?} has no {heading}");
            }
        }
    }

    #[test]
    fn selectors() {
        assert_eq!(select("ENV001").map(|ids| ids.len()), Some(1));
        assert_eq!(select("mac-header-not-canonical"), select("env001"));
        assert!(select("ENV").is_some_and(|ids| ids.len() > 10));
        assert_eq!(select("NOPE"), None);
        assert_eq!(suggest("ENV01"), Some("ENV001"));
        assert_eq!(suggest("mac-header-not-canonicle"), Some("mac-header-not-canonical"));
    }
}

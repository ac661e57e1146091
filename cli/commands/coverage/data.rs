//! Requirements and modifications: what they are called, which rules check them, and why some are
//! not checked.

use gbcs_corpus::faults;
use gbcs_rules::registry;

const REQUIREMENTS: &str = include_str!("requirements.txt");
const MODIFICATIONS: &str = include_str!("modifications.txt");

/// A requirement or a modification.
pub struct Row {
    /// Its id.
    pub id: &'static str,
    /// What it is, in a few words.
    pub words: &'static str,
    /// Of a modification: when it came into force, if it did, and what it is about.
    pub event: Option<[&'static str; 2]>,
    /// The rules that check it.
    pub rules: Vec<&'static str>,
    /// What is not checked and why.
    pub not_checked: &'static str,
}

impl Row {
    fn new(
        id: &'static str,
        words: &'static str,
        event: Option<[&'static str; 2]>,
        further: &'static str,
        not_checked: &'static str,
    ) -> Self {
        let rules = rules(id, further);
        let bare = rules.is_empty() && not_checked.is_empty();
        Self { id, words, event, rules, not_checked: if bare { NOT_YET } else { not_checked } }
    }
}

/// Said where neither a rule nor a reason is there.
const NOT_YET: &str = "no rule for it yet";

/// A rule with what it is proved by.
pub struct Proof {
    /// Its code.
    pub rule: &'static str,
    /// Names of the faults that it must find.
    pub faults: Vec<&'static str>,
    /// Names of what looks like a fault and is none.
    pub near_misses: Vec<&'static str>,
}

/// All requirements.
pub fn requirements() -> Vec<Row> {
    lines(REQUIREMENTS)
        .filter_map(|line| {
            let [id, words, further, not_checked] = fields(line)?;
            Some(Row::new(id, words, None, further, not_checked))
        })
        .collect()
}

/// All modifications.
pub fn modifications() -> Vec<Row> {
    lines(MODIFICATIONS)
        .filter_map(|line| {
            let [id, words, date, kind, further, not_checked] = fields(line)?;
            Some(Row::new(id, words, Some([date, kind]), further, not_checked))
        })
        .collect()
}

/// All rules.
pub fn proofs() -> Vec<Proof> {
    let names = |faults: &mut dyn Iterator<Item = &'static faults::Fault>, rule: &str| {
        faults.filter(|fault| fault.rule() == rule).map(|fault| fault.name).collect()
    };
    registry::rules()
        .iter()
        .map(|rule| Proof {
            rule: rule.code,
            faults: names(&mut faults::faults(), rule.code),
            near_misses: names(&mut faults::near_misses(), rule.code),
        })
        .collect()
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn fields<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    line.split('|').collect::<Vec<_>>().try_into().ok()
}

/// The rules that name an id, and further ones that there are, in the order of rules.
fn rules(id: &str, further: &str) -> Vec<&'static str> {
    registry::rules()
        .iter()
        .filter(|rule| {
            rule.requirements.contains(&id) || further.split(' ').any(|code| code == rule.code)
        })
        .map(|rule| rule.code)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_line_is_read() {
        assert_eq!(requirements().len(), lines(REQUIREMENTS).count());
        assert_eq!(modifications().len(), lines(MODIFICATIONS).count());
        assert_eq!((requirements().len(), modifications().len()), (158, 57));
    }

    #[test]
    fn ids_are_unique_and_rules_name_no_other() {
        let mut ids = BTreeSet::new();
        for row in requirements().iter().chain(&modifications()) {
            assert!(ids.insert(row.id), "{} twice", row.id);
        }
        for rule in registry::rules() {
            for id in rule.requirements {
                assert!(ids.contains(id), "{rule:?} names {id}");
            }
        }
    }
}

//! Which rules a record is put to: those that its topic concerns.

use std::collections::HashMap;
use std::sync::Arc;

use super::rules::{OnRecords, Rules};
use crate::registry::RuleId;
use crate::rule::{Applies, Rule};
use crate::spec::InForce;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Verdict;

/// The rules of a topic, in their order: those on records themselves, of the others the numbers in
/// the lists of [`Rules`].
pub(super) struct Dispatch {
    /// Of [`Rules::on_messages`], or of [`Rules::on_records`] where the topic has no message.
    pub(super) judges: Box<[OnRecords]>,
    /// Of [`Rules::on_exchanges`].
    pub(super) on_exchanges: Box<[usize]>,
    /// Of [`Rules::on_devices`].
    pub(super) on_devices: Box<[usize]>,
    /// Of [`Rules::on_fleets`].
    pub(super) on_fleets: Box<[usize]>,
}

/// Topics that a shard tells apart. A log of the field has some hundred; a hostile one could have
/// each message code in all ways, with a kilobyte for each.
const MAX_TOPICS: usize = 4096;

impl Dispatch {
    /// The rules of which `is_asked` is true, for records of a topic.
    fn new(rules: &Rules, topic: &Topic, is_asked: impl Fn(&Rule) -> bool) -> Self {
        let concerned = |all: &mut dyn Iterator<Item = &'static Rule>| {
            all.enumerate().filter(|(_, rule)| is_asked(rule)).map(|(n, _)| n).collect()
        };
        Self {
            judges: {
                let all = rules.judges(topic).iter();
                all.filter(|(_, rule, _)| is_asked(rule)).copied().collect()
            },
            on_exchanges: concerned(&mut rules.on_exchanges.iter().map(|(_, rule)| *rule)),
            on_devices: concerned(&mut rules.on_devices.iter().map(|(_, rule, _)| *rule)),
            on_fleets: concerned(&mut rules.on_fleets.iter().map(|(id, _)| id.rule())),
        }
    }

    /// Looks, in builds with debug assertions, that no rule is passed over that has business with
    /// the record.
    pub(super) fn is_right(&self, rules: &Rules, subject: &Subject<'_>) -> bool {
        let left_out = |all: &mut dyn Iterator<Item = &'static Rule>, asked: &[usize]| {
            all.enumerate()
                .filter(|(number, _)| !asked.contains(number))
                .all(|(_, rule)| (rule.applies)(subject) == Applies::No)
        };
        let mut judges = rules.judges(&subject.topic).iter();
        judges.all(|(id, rule, _)| self.judges(*id) || (rule.applies)(subject) == Applies::No)
            && left_out(&mut rules.on_devices.iter().map(|(_, rule, _)| *rule), &self.on_devices)
            && left_out(&mut rules.on_fleets.iter().map(|(id, _)| id.rule()), &self.on_fleets)
    }

    /// True where a rule on records is asked.
    fn judges(&self, rule: RuleId) -> bool {
        self.judges.iter().any(|(id, _, _)| *id == rule)
    }

    /// The same of rules on exchanges, and of those that follow a device and are told of one; `subject`
    /// is the response.
    pub(super) fn is_right_on_exchanges(&self, rules: &Rules, subject: &Subject<'_>) -> bool {
        let on_exchanges = rules.on_exchanges.iter().map(|(_, rule)| *rule);
        let on_devices = rules.on_devices.iter().map(|(_, rule, _)| *rule);
        [
            (Vec::from_iter(on_exchanges), &self.on_exchanges),
            (on_devices.collect(), &self.on_devices),
        ]
        .into_iter()
        .all(|(all, asked)| {
            all.iter().enumerate().all(|(number, rule)| {
                asked.contains(&number) || (rule.applies)(subject) == Applies::No
            })
        })
    }
}

/// True where a rule is asked of a topic. One that is not in force says so of everything.
fn is_asked(rule: &Rule, topic: &Topic) -> bool {
    (rule.concerns)(topic) || rule.in_force != InForce::ALWAYS
}

/// How often rules were put to something.
#[derive(Clone, Copy, Default)]
struct Times {
    records: u64,
    exchanges: u64,
}

/// The topics that a shard has met, with their rules.
#[derive(Default)]
pub(super) struct Dispatches {
    numbers: HashMap<Topic, usize, foldhash::fast::RandomState>,
    all: Vec<(Topic, Arc<Dispatch>, Times)>,
}

impl Dispatches {
    /// The rules for a record that is judged now.
    pub(super) fn of_record(&mut self, rules: &Rules, topic: Topic) -> Arc<Dispatch> {
        self.of(rules, topic, |times| times.records += 1)
    }

    /// The rules for an exchange that is judged now, or for a response without a command; the topic
    /// is the response's.
    pub(super) fn of_exchange(&mut self, rules: &Rules, topic: Topic) -> Arc<Dispatch> {
        self.of(rules, topic, |times| times.exchanges += 1)
    }

    fn of(&mut self, rules: &Rules, topic: Topic, count: impl Fn(&mut Times)) -> Arc<Dispatch> {
        if self.all.len() >= MAX_TOPICS && !self.numbers.contains_key(&topic) {
            // All rules are asked, and say themselves what does not concern them.
            return Arc::new(Dispatch::new(rules, &topic, |_| true));
        }
        let number = *self.numbers.entry(topic).or_insert_with(|| {
            let dispatch = Dispatch::new(rules, &topic, |rule| is_asked(rule, &topic));
            self.all.push((topic, Arc::new(dispatch), Times::default()));
            self.all.len() - 1
        });
        let (_, dispatch, times) = &mut self.all[number];
        count(times);
        Arc::clone(dispatch)
    }

    /// Counts what the rules that were not asked would have said.
    pub(super) fn count_the_others(
        &self,
        rules: &Rules,
        mut add: impl FnMut(RuleId, Verdict, u64),
    ) {
        for (topic, dispatch, times) in &self.all {
            for (id, _, _) in rules.judges(topic) {
                if !dispatch.judges(*id) {
                    add(*id, Verdict::NotApplicable, times.records);
                }
            }
            for (number, (id, _)) in rules.on_exchanges.iter().enumerate() {
                if !dispatch.on_exchanges.contains(&number) {
                    add(*id, Verdict::NotApplicable, times.exchanges);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use gbcs_parser::catalogue::Protocol;

    use super::*;
    use crate::registry;
    use crate::topic::RecordKind;

    /// A topic that no rule but those on all messages is concerned by.
    fn topic(code: u16) -> Topic {
        Topic {
            kind: RecordKind::Message,
            has_message: true,
            cra: None,
            protocol: Some(Protocol::Dlms),
            code: Some(code),
            has_encrypted_items: false,
            has_duis: false,
        }
    }

    #[test]
    fn beyond_the_most_topics_all_rules_are_asked() {
        let rules = Rules::new(registry::ids());
        let mut dispatches = Dispatches::default();
        for code in 0..MAX_TOPICS as u16 {
            let asked = dispatches.of_record(&rules, topic(code)).judges.len();
            assert!(asked < rules.on_messages.len() / 2, "{asked} rules are asked");
        }
        let one_more = dispatches.of_record(&rules, topic(MAX_TOPICS as u16));
        assert_eq!(one_more.judges.len(), rules.on_messages.len());
        assert_eq!(dispatches.all.len(), MAX_TOPICS);
        // Those that were told apart before still are.
        assert!(dispatches.of_record(&rules, topic(7)).judges.len() < rules.on_messages.len() / 2);
        let (_, _, times) = dispatches.all[7];
        assert_eq!((times.records, times.exchanges), (2, 0));
    }
}

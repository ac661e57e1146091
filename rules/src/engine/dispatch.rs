//! Which rules a record is put to: those that its topic concerns.

use std::collections::HashMap;
use std::iter::Zip;
use std::slice::IterMut;
use std::sync::{Arc, Mutex, PoisonError};

use foldhash::fast::RandomState;

use super::ask::Asked;
use super::rules::Rules;
use crate::device::DeviceCheck;
use crate::finding::Findings;
use crate::registry::RuleId;
use crate::rule::{Applies, Rule};
use crate::spec::InForce;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Verdict;

/// The rules of a topic, in their order, with what is needed to ask them.
pub(super) struct Dispatch {
    /// Of [`Rules::on_messages`], or of [`Rules::on_records`] where the topic has no message.
    pub(super) judges: Box<[Judge]>,
    /// Of [`Rules::on_exchanges`].
    pub(super) on_exchanges: Box<[OnExchange]>,
    /// Of [`Rules::on_devices`].
    pub(super) on_devices: Box<[Follower]>,
    /// Of [`Rules::on_fleets`].
    pub(super) on_fleets: Box<[usize]>,
}

/// A rule on records or messages.
#[derive(Clone, Copy)]
pub(super) struct Judge {
    pub(super) asked: Asked,
    pub(super) check: fn(&Subject<'_>, &mut Findings),
}

/// A rule on exchanges.
#[derive(Clone, Copy)]
pub(super) struct OnExchange {
    /// In [`Rules::on_exchanges`].
    number: usize,
    pub(super) asked: Asked,
}

/// A rule that follows devices.
#[derive(Clone, Copy)]
pub(super) struct Follower {
    /// In [`Rules::on_devices`].
    pub(super) number: usize,
    pub(super) asked: Asked,
    pub(super) make: fn() -> Box<dyn DeviceCheck>,
}

/// Topics that a shard tells apart. A log of the field has some hundred; a hostile one could have
/// each message code in all ways, with a kilobyte for each.
const MAX_TOPICS: usize = 4096;

impl Dispatch {
    /// The rules of which `is_asked` is true, for records of a topic.
    fn new(rules: &Rules, topic: &Topic, is_asked: impl Fn(&Rule) -> bool) -> Self {
        let judges = rules.judges(topic).iter().copied();
        let on_exchanges = rules.on_exchanges.iter().copied().enumerate();
        let on_devices = rules.on_devices.iter().copied().enumerate();
        let on_fleets = rules.on_fleets.iter().map(|(id, _)| id.rule()).enumerate();
        Self {
            judges: judges
                .filter(|(_, rule, _)| is_asked(rule))
                .map(|(id, rule, check)| Judge { asked: Asked::new(id, rule), check })
                .collect(),
            on_exchanges: on_exchanges
                .filter(|(_, (_, rule))| is_asked(rule))
                .map(|(number, (id, rule))| OnExchange { number, asked: Asked::new(id, rule) })
                .collect(),
            on_devices: on_devices
                .filter(|(_, (_, rule, _))| is_asked(rule))
                .map(|(number, (id, rule, make))| {
                    let asked = Asked::new(id, rule);
                    Follower { number, asked, make }
                })
                .collect(),
            on_fleets: on_fleets.filter(|(_, rule)| is_asked(rule)).map(|(n, _)| n).collect(),
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
            && left_out(&mut rules.on_devices.iter().map(|(_, rule, _)| *rule), &self.followers())
            && left_out(&mut rules.on_fleets.iter().map(|(id, _)| id.rule()), &self.on_fleets)
    }

    /// True where a rule on records is asked.
    fn judges(&self, rule: RuleId) -> bool {
        self.judges.iter().any(|judge| judge.asked.id == rule)
    }

    fn followers(&self) -> Vec<usize> {
        self.on_devices.iter().map(|follower| follower.number).collect()
    }

    fn exchanges(&self) -> Vec<usize> {
        self.on_exchanges.iter().map(|on_exchange| on_exchange.number).collect()
    }

    /// The same of rules on exchanges, and of those that follow a device and are told of one; `subject`
    /// is the response.
    pub(super) fn is_right_on_exchanges(&self, rules: &Rules, subject: &Subject<'_>) -> bool {
        let on_exchanges = rules.on_exchanges.iter().map(|(_, rule)| *rule);
        let on_devices = rules.on_devices.iter().map(|(_, rule, _)| *rule);
        [(Vec::from_iter(on_exchanges), self.exchanges()), (on_devices.collect(), self.followers())]
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

/// The rules of topics, which all shards have in one place: they are walked through for every record,
/// and should be at hand.
#[derive(Default)]
pub(super) struct Known(Mutex<HashMap<Topic, Arc<Dispatch>, RandomState>>);

impl Known {
    fn dispatch(&self, rules: &Rules, topic: Topic) -> Arc<Dispatch> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(dispatch) = known.get(&topic) {
            return Arc::clone(dispatch);
        }
        let dispatch = Arc::new(Dispatch::new(rules, &topic, |rule| is_asked(rule, &topic)));
        // A shard that meets others has them for itself, and tells no more apart than this.
        if known.len() < MAX_TOPICS {
            known.insert(topic, Arc::clone(&dispatch));
        }
        dispatch
    }
}

/// How often rules were put to something.
#[derive(Clone, Copy, Default)]
struct Times {
    records: u64,
    exchanges: u64,
}

/// A topic that was met, or one for all that are not told apart.
struct Met {
    topic: Topic,
    dispatch: Arc<Dispatch>,
    times: Times,
    /// What each of [`Dispatch::judges`] says of most records: it is counted once for all of them.
    usual: Box<[Verdict]>,
    /// Records of which each of them said something else, which was counted by itself.
    others: Box<[u64]>,
}

impl Met {
    fn new(topic: Topic, dispatch: Arc<Dispatch>) -> Self {
        let judges = dispatch.judges.len();
        let (usual, others) = (vec![Verdict::Pass; judges].into(), vec![0; judges].into());
        Self { topic, dispatch, times: Times::default(), usual, others }
    }
}

/// The topics that a shard has met, with their rules.
#[derive(Default)]
pub(super) struct Dispatches {
    numbers: HashMap<Topic, usize, RandomState>,
    all: Vec<Met>,
    /// Of topics that are not told apart: all rules are asked, and say themselves what does not
    /// concern them. First those on records without a message.
    beyond: [Option<Box<Met>>; 2],
}

/// What a record is put to.
pub(super) struct ForRecord<'d> {
    pub(super) dispatch: &'d Dispatch,
    pub(super) usual: Usual<'d>,
}

/// What the rules of a topic usually say, one after the other.
pub(super) struct Usual<'d> {
    is_first: bool,
    each: Zip<IterMut<'d, Verdict>, IterMut<'d, u64>>,
}

impl Usual<'_> {
    /// Whether the next rule has said what it usually says, so that it need not be counted. What is
    /// not `plain` always is.
    #[inline]
    pub(super) fn next_is(&mut self, verdict: Verdict, plain: bool) -> bool {
        let Some((usual, others)) = self.each.next() else { return false };
        if *usual == verdict && plain {
            return true;
        }
        if self.is_first && plain && matches!(verdict, Verdict::Pass | Verdict::NotApplicable) {
            *usual = verdict;
            return true;
        }
        *others += 1;
        false
    }
}

impl Dispatches {
    /// The rules for a record that is judged now.
    pub(super) fn of_record(&mut self, rules: &Rules, topic: Topic) -> ForRecord<'_> {
        let Met { dispatch, times, usual, others, .. } = self.met(rules, topic);
        times.records += 1;
        let is_first = times.records == 1;
        let usual = Usual { is_first, each: usual.iter_mut().zip(others) };
        ForRecord { dispatch, usual }
    }

    /// The rules for an exchange that is judged now, or for a response without a command; the topic
    /// is the response's.
    pub(super) fn of_exchange(&mut self, rules: &Rules, topic: Topic) -> &Dispatch {
        let Met { dispatch, times, .. } = self.met(rules, topic);
        times.exchanges += 1;
        dispatch
    }

    fn met(&mut self, rules: &Rules, topic: Topic) -> &mut Met {
        let Self { numbers, all, beyond } = self;
        let number = numbers.get(&topic).copied().unwrap_or(all.len());
        if number == all.len() && number < MAX_TOPICS {
            numbers.insert(topic, number);
            all.push(Met::new(topic, rules.known.dispatch(rules, topic)));
        }
        match all.get_mut(number) {
            Some(met) => met,
            None => {
                let [records, messages] = beyond;
                let beyond = if topic.has_message { messages } else { records };
                beyond.get_or_insert_with(|| {
                    Box::new(Met::new(topic, Arc::new(Dispatch::new(rules, &topic, |_| true))))
                })
            }
        }
    }

    /// Counts the verdicts of which only the number was kept, and what the rules that were not asked
    /// would have said.
    pub(super) fn count(&self, rules: &Rules, mut add: impl FnMut(RuleId, Verdict, u64)) {
        let beyond = self.beyond.iter().flatten().map(|met| &**met);
        for Met { topic, dispatch, times, usual, others } in self.all.iter().chain(beyond) {
            for ((judge, usual), others) in dispatch.judges.iter().zip(usual).zip(others) {
                add(judge.asked.id, *usual, times.records - others);
            }
            for (id, _, _) in rules.judges(topic) {
                if !dispatch.judges(*id) {
                    add(*id, Verdict::NotApplicable, times.records);
                }
            }
            let asked = dispatch.exchanges();
            for (number, (id, _)) in rules.on_exchanges.iter().enumerate() {
                if !asked.contains(&number) {
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
            has_expectation: false,
        }
    }

    /// How many rules are asked of a record.
    fn asked(dispatches: &mut Dispatches, rules: &Rules, code: u16) -> usize {
        dispatches.of_record(rules, topic(code)).dispatch.judges.len()
    }

    #[test]
    fn what_is_counted_is_counted_once_beyond_the_most_topics_too() {
        let rules = Rules::new(registry::ids());
        let mut dispatches = Dispatches::default();
        let mut counts = HashMap::new();
        let [one, another] = [Verdict::Pass, Verdict::NotApplicable];
        // The second of a topic is the other, or of a test case, and is counted by itself.
        for (code, verdict, plain) in
            [(0, one, true), (0, another, true), (1, another, true), (1, another, false)]
                .into_iter()
                .chain([one, another].map(|verdict| (MAX_TOPICS as u16 + 1, verdict, true)))
        {
            if usize::from(code) > MAX_TOPICS {
                (0..=MAX_TOPICS as u16).for_each(|code| {
                    dispatches.of_exchange(&rules, topic(code));
                });
            }
            let ForRecord { dispatch, mut usual } = dispatches.of_record(&rules, topic(code));
            for judge in &dispatch.judges {
                if !usual.next_is(verdict, plain) {
                    *counts.entry((judge.asked.id, verdict)).or_default() += 1;
                }
            }
        }
        dispatches.count(&rules, |id, verdict, count| {
            *counts.entry((id, verdict)).or_default() += count;
        });
        for (id, ..) in &rules.on_messages {
            // Of what a rule is not asked it would say that it is not applicable.
            let said = if dispatches.all[0].dispatch.judges(*id) { (2, 4) } else { (1, 5) };
            let of = |verdict| counts.get(&(*id, verdict)).copied().unwrap_or(0u64);
            assert_eq!((of(one), of(another)), said, "{}", id.rule().code);
        }
    }

    #[test]
    fn beyond_the_most_topics_all_rules_are_asked() {
        let rules = Rules::new(registry::ids());
        let mut dispatches = Dispatches::default();
        for code in 0..MAX_TOPICS as u16 {
            let asked = asked(&mut dispatches, &rules, code);
            assert!(asked < rules.on_messages.len() / 2, "{asked} rules are asked");
        }
        let one_more = asked(&mut dispatches, &rules, MAX_TOPICS as u16);
        assert_eq!(one_more, rules.on_messages.len());
        assert_eq!(dispatches.all.len(), MAX_TOPICS);
        // Those that were told apart before still are.
        assert!(asked(&mut dispatches, &rules, 7) < rules.on_messages.len() / 2);
        let times = dispatches.all[7].times;
        assert_eq!((times.records, times.exchanges), (2, 0));
        assert_eq!(dispatches.beyond.iter().flatten().count(), 1);
    }
}

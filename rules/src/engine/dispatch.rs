//! Which rules a record is put to: those that its topic concerns.

use std::collections::HashMap;
use std::iter::Zip;
use std::slice::IterMut;
use std::sync::Arc;

use foldhash::fast::RandomState;
use gbcs_parser::Message;
use gbcs_parser::record::Record;

use super::ask::Asked;
use super::rules::{Judging, Rules};
use super::shard::Context;
use crate::device::DeviceCheck;
use crate::finding::Findings;
use crate::registry::RuleId;
use crate::rule::{Applies, Rule};
use crate::spec::InForce;
use crate::subject::Subject;
use crate::topic::{RecordKind, Topic};
use crate::verdict::Verdict;

/// The rules of a topic, in their order, with what is needed to ask them. All shards have them in one
/// place: they are walked through for every record, and should be at hand.
#[derive(Clone)]
pub(super) struct Dispatch {
    /// Of [`Rules::on_messages`], or of [`Rules::on_records`] where the topic has no message.
    pub(super) judges: Arc<[Judge]>,
    /// Of [`Rules::on_exchanges`].
    pub(super) on_exchanges: Arc<[OnExchange]>,
    /// Of [`Rules::on_devices`].
    pub(super) on_devices: Arc<[Follower]>,
    /// Of [`Rules::on_fleets`].
    pub(super) on_fleets: Arc<[usize]>,
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
    pub(super) judging: Judging,
}

/// A rule that follows devices.
#[derive(Clone, Copy)]
pub(super) struct Follower {
    /// In [`Rules::on_devices`].
    pub(super) number: usize,
    pub(super) asked: Asked,
    pub(super) make: fn() -> Box<dyn DeviceCheck>,
}

/// Topics that are told apart in a log. A log of the field has some hundred; a hostile one could have
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
                .filter(|(_, (_, rule, _))| is_asked(rule))
                .map(|(number, (id, rule, judging))| {
                    let asked = Asked::new(id, rule);
                    OnExchange { number, asked, judging }
                })
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
        let on_exchanges = rules.on_exchanges.iter().map(|(_, rule, _)| *rule);
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

/// The topics that were met in a log.
#[derive(Default)]
pub(super) struct Topics {
    numbers: HashMap<Topic, usize, RandomState>,
    /// The rules of each.
    dispatches: Vec<Dispatch>,
    have_messages: bool,
}

/// A topic, with its number among those that were met.
#[derive(Clone, Copy)]
pub(super) struct Numbered {
    pub(super) topic: Topic,
    /// `None` for one that was not met, or one more than are told apart.
    number: Option<usize>,
}

impl Numbered {
    /// Of a record at which nobody has looked.
    pub(super) const UNTOLD: Self = Self {
        topic: Topic {
            kind: RecordKind::Unknown,
            has_message: false,
            cra: None,
            protocol: None,
            code: None,
            has_encrypted_items: false,
            has_duis: false,
            has_expectation: false,
        },
        number: None,
    };
}

impl Topics {
    /// True once one of a message was met.
    pub(super) fn have_messages(&self) -> bool {
        self.have_messages
    }

    /// The topic of a record, as far as it was met before.
    pub(super) fn of(&self, record: &Record, message: Option<&Message<'_>>) -> Numbered {
        let topic = Topic::of(record, message);
        Numbered { topic, number: self.numbers.get(&topic).copied() }
    }

    /// Numbers a topic that was not met before.
    pub(super) fn meet(&mut self, rules: &Rules, topic: &mut Numbered) {
        let Numbered { topic, number } = topic;
        if number.is_some() {
            return;
        }
        // The last record may have been of the same.
        *number = self.numbers.get(topic).copied();
        if number.is_none() && self.dispatches.len() < MAX_TOPICS {
            *number = Some(self.dispatches.len());
            self.have_messages |= topic.has_message;
            self.numbers.insert(*topic, self.dispatches.len());
            let dispatch = Dispatch::new(rules, topic, |rule| is_asked(rule, topic));
            self.dispatches.push(dispatch);
        }
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
    dispatch: Dispatch,
    times: Times,
    /// Of [`Dispatch::judges`].
    judges: Tallies,
    /// Of [`Dispatch::on_exchanges`].
    on_exchanges: Tallies,
}

/// What rules have said, one after the other.
struct Tallies {
    /// What each says of most: it is counted once for all of them.
    usual: Box<[Verdict]>,
    /// How often each said something else, which was counted by itself.
    others: Box<[u64]>,
}

impl Tallies {
    fn new(rules: usize) -> Self {
        Self { usual: vec![Verdict::Pass; rules].into(), others: vec![0; rules].into() }
    }

    /// To be told what they say of the next record or exchange, which is the number `times`.
    fn next(&mut self, times: u64) -> Usual<'_> {
        Usual { is_first: times == 1, each: self.usual.iter_mut().zip(&mut self.others) }
    }

    /// What was not counted by itself, of so many.
    fn count(&self, times: u64) -> impl Iterator<Item = (Verdict, u64)> {
        self.usual.iter().zip(&self.others).map(move |(usual, others)| (*usual, times - others))
    }
}

impl Met {
    fn new(topic: Topic, dispatch: Dispatch) -> Self {
        let judges = Tallies::new(dispatch.judges.len());
        let on_exchanges = Tallies::new(dispatch.on_exchanges.len());
        Self { topic, dispatch, times: Times::default(), judges, on_exchanges }
    }
}

/// The topics that a shard has met, with their rules.
#[derive(Default)]
pub(super) struct Dispatches {
    /// By the number of the topic.
    all: Vec<Option<Met>>,
    /// Of topics that are not told apart: all rules are asked, and say themselves what does not
    /// concern them. First those on records without a message.
    beyond: [Option<Met>; 2],
}

/// What a record or an exchange is put to.
pub(super) struct Put<'d> {
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
        if self.is_first && plain {
            *usual = verdict;
            return true;
        }
        *others += 1;
        false
    }
}

impl Dispatches {
    /// The rules for a record that is judged now.
    pub(super) fn of_record(&mut self, context: &Context<'_>, topic: Numbered) -> Put<'_> {
        let Met { dispatch, times, judges, .. } = self.met(context, topic);
        times.records += 1;
        Put { dispatch, usual: judges.next(times.records) }
    }

    /// The rules for an exchange that is judged now, or for a response without a command; the topic
    /// is the response's.
    pub(super) fn of_exchange(&mut self, context: &Context<'_>, topic: Numbered) -> Put<'_> {
        let Met { dispatch, times, on_exchanges, .. } = self.met(context, topic);
        times.exchanges += 1;
        Put { dispatch, usual: on_exchanges.next(times.exchanges) }
    }

    fn met(&mut self, context: &Context<'_>, topic: Numbered) -> &mut Met {
        let Self { all, beyond } = self;
        let Numbered { topic, number } = topic;
        let dispatch = number.and_then(|number| context.topics.dispatches.get(number));
        if let Some(number) = number.filter(|number| *number >= all.len()) {
            all.resize_with(number + 1, || None);
        }
        match number.and_then(|number| all.get_mut(number)).zip(dispatch) {
            Some((met, dispatch)) => met.get_or_insert_with(|| Met::new(topic, dispatch.clone())),
            None => {
                let [records, messages] = beyond;
                let beyond = if topic.has_message { messages } else { records };
                beyond.get_or_insert_with(|| {
                    let dispatch = Dispatch::new(context.rules, &topic, |_| true);
                    Met::new(topic, dispatch)
                })
            }
        }
    }

    /// Counts the verdicts of which only the number was kept, and what the rules that were not asked
    /// would have said.
    pub(super) fn count(&self, rules: &Rules, mut add: impl FnMut(RuleId, Verdict, u64)) {
        let all = self.all.iter().chain(&self.beyond).flatten();
        for Met { topic, dispatch, times, judges, on_exchanges } in all {
            let asked = dispatch.judges.iter().map(|judge| judge.asked.id);
            for (id, (verdict, count)) in asked.zip(judges.count(times.records)) {
                add(id, verdict, count);
            }
            let asked = dispatch.on_exchanges.iter().map(|on_exchange| on_exchange.asked.id);
            for (id, (verdict, count)) in asked.zip(on_exchanges.count(times.exchanges)) {
                add(id, verdict, count);
            }
            // What is asked stands in the order of all.
            let mut asked = dispatch.judges.iter().map(|judge| judge.asked.id).peekable();
            for (id, _, _) in rules.judges(topic) {
                if asked.next_if_eq(id).is_none() {
                    add(*id, Verdict::NotApplicable, times.records);
                }
            }
            let mut asked = dispatch.on_exchanges.iter().map(|one| one.asked.id).peekable();
            for (id, _, _) in &rules.on_exchanges {
                if asked.next_if_eq(id).is_none() {
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
    use crate::device::Heard;
    use crate::log::LogFacts;
    use crate::prepare::NoKeys;
    use crate::profile::Profile;
    use crate::registry;
    use crate::roles::Roles;

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

    /// A log whose messages are put to rules.
    struct Log {
        rules: Rules,
        topics: Topics,
        dispatches: Dispatches,
    }

    impl Log {
        fn new() -> Self {
            let rules = Rules::new(registry::ids());
            Self { rules, topics: Topics::default(), dispatches: Dispatches::default() }
        }

        /// Tells of a message of a topic what it is put to.
        fn put<T>(
            &mut self,
            code: u16,
            then: impl FnOnce(&mut Dispatches, &Context<'_>, Numbered) -> T,
        ) -> T {
            let mut topic = Numbered { topic: topic(code), number: None };
            self.topics.meet(&self.rules, &mut topic);
            let context = Context {
                rules: &self.rules,
                facts: &LogFacts::default(),
                log_version: None,
                profile: &Profile::default(),
                prepare: &NoKeys,
                uses_keys: false,
                prepares: false,
                heard: &Heard::default(),
                test_cases: &[],
                topics: &self.topics,
                roles: &Roles::default(),
            };
            then(&mut self.dispatches, &context, topic)
        }

        /// How many rules are asked of a message.
        fn asked(&mut self, code: u16) -> usize {
            self.put(code, |dispatches, context, topic| {
                dispatches.of_record(context, topic).dispatch.judges.len()
            })
        }
    }

    #[test]
    fn what_is_counted_is_counted_once_beyond_the_most_topics_too() {
        let mut log = Log::new();
        let mut counts = HashMap::new();
        let [one, another] = [Verdict::Pass, Verdict::NotApplicable];
        // The second of a topic is the other, or of a test case, and is counted by itself.
        for (code, verdict, plain) in
            [(0, one, true), (0, another, true), (1, another, true), (1, another, false)]
                .into_iter()
                .chain([one, another].map(|verdict| (MAX_TOPICS as u16 + 1, verdict, true)))
        {
            if usize::from(code) > MAX_TOPICS {
                for code in 0..=MAX_TOPICS as u16 {
                    log.put(code, |dispatches, context, topic| {
                        dispatches.of_exchange(context, topic);
                    });
                }
            }
            log.put(code, |dispatches, context, topic| {
                let Put { dispatch, mut usual } = dispatches.of_record(context, topic);
                for judge in dispatch.judges.iter() {
                    if !usual.next_is(verdict, plain) {
                        *counts.entry((judge.asked.id, verdict)).or_default() += 1;
                    }
                }
            });
        }
        let Log { rules, topics, dispatches } = log;
        dispatches.count(&rules, |id, verdict, count| {
            *counts.entry((id, verdict)).or_default() += count;
        });
        for (id, ..) in &rules.on_messages {
            // Of what a rule is not asked it would say that it is not applicable.
            let said = if topics.dispatches[0].judges(*id) { (2, 4) } else { (1, 5) };
            let of = |verdict| counts.get(&(*id, verdict)).copied().unwrap_or(0u64);
            assert_eq!((of(one), of(another)), said, "{}", id.rule().code);
        }
    }

    #[test]
    fn beyond_the_most_topics_all_rules_are_asked() {
        let mut log = Log::new();
        let all = log.rules.on_messages.len();
        for code in 0..MAX_TOPICS as u16 {
            let asked = log.asked(code);
            assert!(asked < all / 2, "{asked} rules are asked");
        }
        assert_eq!(log.asked(MAX_TOPICS as u16), all);
        // Those that were told apart before still are.
        assert!(log.asked(7) < all / 2);
        assert_eq!(log.topics.dispatches.len(), MAX_TOPICS);
        let times = log.dispatches.all[7].as_ref().map(|met| met.times).unwrap();
        assert_eq!((times.records, times.exchanges), (2, 0));
        assert_eq!(log.dispatches.beyond.iter().flatten().count(), 1);
    }
}

//! The rules of a run, by what they are asked about.

use crate::device::DeviceCheck;
use crate::finding::Findings;
use crate::fleet::FleetCheck;
use crate::registry::RuleId;
use crate::rule::{Check, Rule};
use crate::subject::{Exchange, Subject};
use crate::topic::Topic;

/// A rule on records or messages, with its function.
pub(super) type OnRecords = (RuleId, &'static Rule, fn(&Subject<'_>, &mut Findings));

/// A rule on exchanges, with what it does.
pub(super) type OnExchanges = (RuleId, &'static Rule, Judging);

/// What a rule on exchanges does.
#[derive(Clone, Copy)]
pub(super) struct Judging {
    /// With a command and the response that belongs to it.
    pub(super) check: fn(&Exchange<'_>, &mut Findings),
    /// True where it does the same with a response that is taken for a command's answer, though they
    /// may not fit.
    pub(super) any_fit: bool,
    /// With a response whose command is not in the log.
    pub(super) alone: Option<fn(&Subject<'_>, &mut Findings)>,
}

/// A rule on devices, with what makes its state.
type OnDevices = (RuleId, &'static Rule, fn() -> Box<dyn DeviceCheck>);

/// A rule on fleets, with what makes its summary.
type OnFleets = (RuleId, fn() -> Box<dyn FleetCheck>);

/// The rules of a run, by what they are asked about, each in the order of all rules.
#[derive(Default)]
pub(super) struct Rules {
    /// All of them.
    pub(super) all: Vec<RuleId>,
    /// Asked about a record that holds a message.
    pub(super) on_messages: Vec<OnRecords>,
    /// Asked about a record that holds none.
    pub(super) on_records: Vec<OnRecords>,
    /// Asked about a command and its response.
    pub(super) on_exchanges: Vec<OnExchanges>,
    /// Told of all records of a device.
    pub(super) on_devices: Vec<OnDevices>,
    /// Told of all devices.
    pub(super) on_fleets: Vec<OnFleets>,
}

impl Rules {
    pub(super) fn new(ids: impl Iterator<Item = RuleId>) -> Self {
        let mut rules = Self::default();
        for id in ids {
            let rule = id.rule();
            rules.all.push(id);
            let mut on_exchanges = |check, any_fit, alone| {
                rules.on_exchanges.push((id, rule, Judging { check, any_fit, alone }));
            };
            match rule.check {
                Check::Message(check) => rules.on_messages.push((id, rule, check)),
                Check::Record(check) => {
                    rules.on_messages.push((id, rule, check));
                    rules.on_records.push((id, rule, check));
                }
                Check::Exchange(check) => on_exchanges(check, false, None),
                Check::Answer(check, alone) => on_exchanges(check, false, Some(alone)),
                Check::Pairing(check) => on_exchanges(check, true, None),
                Check::Device(make) => rules.on_devices.push((id, rule, make)),
                Check::Fleet(make) => rules.on_fleets.push((id, make)),
            }
        }
        rules
    }

    /// The rules that are asked about a record of a topic by itself.
    pub(super) fn judges(&self, topic: &Topic) -> &[OnRecords] {
        if topic.has_message { &self.on_messages } else { &self.on_records }
    }
}

//! What happens, before it is written: records at their times, and what a check must find in them.

use std::collections::{BTreeMap, BTreeSet};

use gbcs_parser::EntityId;
use gbcs_parser::encode::dlms;
use gbcs_parser::encode::gbz::Component;
use gbcs_parser::record::{
    AlertBehaviour, Body, Configuration, ConfigurationValues, Direction, Expect, MessageRecord,
    Outcome, Stimulus, Time, ZclFrame,
};

use crate::protect::Draft;

/// How bad a finding is that a check must report.
pub use gbcs_rules::rule::Severity;
/// What a rule says of a near miss.
pub use gbcs_rules::verdict::Verdict;

/// A finding that a check must report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expected {
    /// The rule's code.
    pub rule: &'static str,
    /// What it says.
    pub severity: Severity,
}

/// A record that is to be written.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Capture time.
    pub time: Time,
    /// The device that it is about.
    pub device: Option<EntityId>,
    /// What it is.
    pub body: Body,
    /// What a check must find in it.
    pub expected: Vec<Expected>,
    /// Where it makes a near miss what it is: the verdict of the rule that it nearly breaks.
    pub near_miss: Option<Verdict>,
}

impl Planned {
    /// Says that the rule of a near miss must look here and find nothing.
    pub fn passes(&mut self) -> &mut Self {
        self.near_miss = Some(Verdict::Pass);
        self
    }

    /// Says that the rule of a near miss must leave this alone.
    pub fn is_left_alone(&mut self) -> &mut Self {
        self.near_miss = Some(Verdict::NotApplicable);
        self
    }

    /// Says that a check must report an error here.
    pub fn error(&mut self, rule: &'static str) -> &mut Self {
        self.expect(rule, Severity::Error)
    }

    /// Says that a check must report a warning here.
    pub fn warning(&mut self, rule: &'static str) -> &mut Self {
        self.expect(rule, Severity::Warning)
    }

    /// Says that a check must report something worth knowing here.
    pub fn info(&mut self, rule: &'static str) -> &mut Self {
        self.expect(rule, Severity::Info)
    }

    /// Says that a check must report this here.
    pub fn expect(&mut self, rule: &'static str, severity: Severity) -> &mut Self {
        self.expected.push(Expected { rule, severity });
        self
    }
}

/// A command and its response, which may be changed before they are added to a scene.
#[derive(Clone)]
pub struct Exchange {
    /// The device.
    pub device: EntityId,
    /// Capture time of the command.
    pub asked: Time,
    /// The command.
    pub command: Draft,
    /// Capture time of the response.
    pub answered: Time,
    /// The response.
    pub response: Draft,
    /// What a check must find in the command.
    pub of_command: Vec<Expected>,
    /// What a check must find in the response.
    pub of_response: Vec<Expected>,
    /// What the rule of a near miss says of the command and of the response.
    pub near_misses: [Option<Verdict>; 2],
}

impl Exchange {
    /// The same with another originator counter, in the invoke id of a DLMS payload as well.
    #[must_use]
    pub fn renumbered(mut self, counter: u64) -> Self {
        for message in [&mut self.command.message, &mut self.response.message] {
            message.counter = counter;
            if let [0xD9 | 0xDA, invoke_id @ ..] = message.content.as_mut_slice() {
                let octets = dlms::invoke_id(counter).to_be_bytes();
                for (place, octet) in invoke_id.iter_mut().zip(octets) {
                    *place = octet;
                }
            }
        }
        self
    }

    /// Says that the rule of a near miss must look at the command and find nothing.
    #[must_use]
    pub fn command_passes(mut self) -> Self {
        self.near_misses[0] = Some(Verdict::Pass);
        self
    }

    /// Says that the rule of a near miss must look at the response and find nothing.
    #[must_use]
    pub fn response_passes(mut self) -> Self {
        self.near_misses[1] = Some(Verdict::Pass);
        self
    }

    /// Says that the rule of a near miss must leave the response alone.
    #[must_use]
    pub fn response_is_left_alone(mut self) -> Self {
        self.near_misses[1] = Some(Verdict::NotApplicable);
        self
    }

    /// Says what a check must find in the command.
    #[must_use]
    pub fn command_fault(mut self, rule: &'static str, severity: Severity) -> Self {
        self.of_command.push(Expected { rule, severity });
        self
    }

    /// Says what a check must find in the response.
    #[must_use]
    pub fn response_fault(mut self, rule: &'static str, severity: Severity) -> Self {
        self.of_response.push(Expected { rule, severity });
        self
    }
}

/// Records that are planned, by time; those of the same time in the order of planning.
#[derive(Debug, Default)]
pub struct Scene {
    records: BTreeMap<(Time, u64), Planned>,
    planned: u64,
    /// What a check must find in all devices together, and in no record.
    pub of_fleet: BTreeSet<Expected>,
}

impl Scene {
    /// Plans a record.
    pub fn add(&mut self, time: Time, device: Option<EntityId>, body: Body) -> &mut Planned {
        self.planned += 1;
        let planned = Planned { time, device, body, expected: Vec::new(), near_miss: None };
        self.records.entry((time, self.planned)).or_insert(planned)
    }

    /// Plans a message of the wide area network that was captured at the device.
    pub fn message(
        &mut self,
        time: Time,
        device: EntityId,
        direction: Direction,
        payload: Vec<u8>,
    ) -> &mut Planned {
        self.message_over("SMWAN", time, device, direction, payload)
    }

    /// The same over another interface.
    pub fn message_over(
        &mut self,
        interface: &'static str,
        time: Time,
        device: EntityId,
        direction: Direction,
        payload: Vec<u8>,
    ) -> &mut Planned {
        let message = MessageRecord {
            direction: Some(direction),
            interface: Some(interface.into()),
            payload,
            ..MessageRecord::default()
        };
        self.add(time, Some(device), Body::Message(message))
    }

    /// Plans a command.
    pub fn command(&mut self, time: Time, device: EntityId, draft: &Draft) -> &mut Planned {
        self.message(time, device, Direction::ToDevice, draft.octets())
    }

    /// Plans a response or an alert.
    pub fn from_device(&mut self, time: Time, device: EntityId, draft: &Draft) -> &mut Planned {
        self.message(time, device, Direction::FromDevice, draft.octets())
    }

    /// Plans a command and its response.
    pub fn exchange(&mut self, exchange: Exchange) {
        let [of_command, of_response] = exchange.near_misses;
        let command = self.command(exchange.asked, exchange.device, &exchange.command);
        (command.expected, command.near_miss) = (exchange.of_command, of_command);
        let response = self.from_device(exchange.answered, exchange.device, &exchange.response);
        (response.expected, response.near_miss) = (exchange.of_response, of_response);
    }

    /// Plans a command and its response, of which the log expects success in a use case.
    pub fn exchange_expecting(&mut self, exchange: Exchange, use_case: &str) {
        let answered = exchange.answered;
        self.exchange(exchange);
        // The response was planned last.
        if let Some(planned) = self.records.get_mut(&(answered, self.planned))
            && let Body::Message(message) = &mut planned.body
        {
            let outcome = Some(Outcome::Success);
            let expect = Expect { use_case: Some(use_case.to_owned()), outcome };
            message.expect = Some(Box::new(expect));
        }
    }

    /// Plans the record that states whether an alert of a device is sent.
    pub fn alert_behaviour(
        &mut self,
        time: Time,
        device: EntityId,
        code: u16,
        on: bool,
    ) -> &mut Planned {
        let behaviour = AlertBehaviour {
            wan_alert: Some(on),
            event_log: Some(true),
            ..AlertBehaviour::default()
        };
        let configuration = Configuration {
            item: "alert-behaviour".to_owned(),
            values: ConfigurationValues::AlertBehaviour(vec![(code, behaviour)]),
            from_service_reference_variant: Some("6.2.10".to_owned()),
            from_seq: None,
        };
        self.add(time, Some(device), Body::Configuration(configuration))
    }

    /// The first record that is planned of a device.
    pub fn first_of(&mut self, device: EntityId) -> Option<&mut Planned> {
        self.records.values_mut().find(|planned| planned.device == Some(device))
    }

    /// Plans a frame of the home area network, from one device to another, each with a short
    /// address that is the end of its identifier.
    pub fn frame(
        &mut self,
        time: Time,
        from: EntityId,
        to: EntityId,
        component: &Component,
    ) -> &mut Planned {
        let address = |EntityId([.., high, low]): EntityId| u16::from_be_bytes([high, low]);
        let frame = ZclFrame {
            source_address: address(from),
            destination_address: address(to),
            source: Some(from),
            destination: Some(to),
            cluster: component.cluster,
            octets: component.frame(),
        };
        self.add(time, Some(from), Body::ZclFrame(frame))
    }

    /// Plans something that the bench does.
    pub fn stimulus(&mut self, time: Time, device: EntityId, event: &str) -> &mut Planned {
        let stimulus = Stimulus { event: event.to_owned(), values: None };
        self.add(time, Some(device), Body::Stimulus(stimulus))
    }

    /// Says that a check must report this of all devices together, once, however often it is said.
    pub fn fleet_fault(&mut self, rule: &'static str, severity: Severity) {
        self.of_fleet.insert(Expected { rule, severity });
    }

    /// How many records are planned.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// True where no record is planned.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Takes the first record, if it is planned for a moment before `time`.
    pub fn take_before(&mut self, time: Time) -> Option<Planned> {
        let first = self.records.first_entry()?;
        (first.key().0 < time).then(|| first.remove())
    }

    /// Takes the first record.
    pub fn take_first(&mut self) -> Option<Planned> {
        self.records.pop_first().map(|(_, planned)| planned)
    }
}

//! ALT005: an alert is sent whose sending was turned off.

use std::collections::BTreeMap;

use gbcs_parser::record::{Body, Configuration, ConfigurationValues, Time};
use gbcs_parser::{CraFlag, Message, catalogue};
use serde::{Deserialize, Serialize};

use super::settings;
use crate::device::DeviceCheck;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::room;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Exchange;
use crate::subject::Subject;
use crate::topic::RecordKind;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT005",
    name: "disabled-alert-sent",
    summary: "An alert is sent whose sending was turned off",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "ECS25a"), SpecRef::new("GBCS", "ECS25b")],
    requirements: &["ALT-05"],
    doc: include_str!("../../docs/ALT005.md"),
    concerns: |topic| {
        topic.kind == RecordKind::Configuration
            || topic.is_alert()
            || settings::concerns(topic)
            || topic.is_use_case(&["ECS25a", "ECS25b"])
    },
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Alerts raised so soon after the setting are let pass: capture time and the device's clock differ.
const GRACE_S: i64 = 60;
/// Alert settings of a device whose turning off is remembered: every code of both ranges.
const MAX_CODES: usize = 512;

fn applies(subject: &Subject<'_>) -> Applies {
    let settings = matches!(
        &subject.record.body,
        Body::Configuration(Configuration { values: ConfigurationValues::AlertBehaviour(_), .. })
    );
    let message = subject.message.is_some_and(|message| match subject.cra() {
        Some(CraFlag::Alert) => outcome::alert_code(message)
            .is_some_and(|code| catalogue::event_behaviour(code).is_some()),
        Some(_) => !settings::of(message).is_empty() || subject.is_use_case(&["ECS25a", "ECS25b"]),
        None => false,
    });
    Applies::when(settings || message)
}

/// Codes that are on, which nearly all are, and those that are off, with the time since when.
#[derive(Default, Serialize, Deserialize)]
struct State {
    /// In their order.
    on: Vec<u16>,
    off: BTreeMap<u16, Option<Time>>,
    /// True once there was no room for a code.
    truncated: bool,
}

impl State {
    fn set(&mut self, code: u16, on: bool, at: Option<Time>) {
        let place = self.on.binary_search(&code);
        let known = place.is_ok() || self.off.contains_key(&code);
        if !known && self.on.len() + self.off.len() >= MAX_CODES {
            self.truncated = true;
            return;
        }
        match place {
            Ok(_) if on => {}
            Err(place) if on => {
                self.off.remove(&code);
                room::for_one(&mut self.on);
                self.on.insert(place, code);
            }
            place => {
                place.map(|place| self.on.remove(place)).ok();
                // What was off before stays off since then.
                self.off.entry(code).or_insert(at);
            }
        }
    }

    fn is_on(&self, code: u16) -> bool {
        self.on.binary_search(&code).is_ok()
    }

    fn read(&mut self, message: &Message<'_>, at: Option<Time>) {
        for setting in settings::of(message) {
            for bit in 0..=u8::MAX {
                let code = setting.range.code(bit);
                if let Some(on) = settings::wan_alert(message, &setting, code) {
                    self.set(code, on, at);
                }
            }
        }
    }
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let at = subject.record.time;
        if let Body::Configuration(configuration) = &subject.record.body {
            if let ConfigurationValues::AlertBehaviour(codes) = &configuration.values {
                for (code, behaviour) in codes {
                    if let Some(on) = behaviour.wan_alert {
                        self.set(*code, on, at);
                    }
                }
            }
            return;
        }
        let Some(message) = subject.message else { return };
        match subject.cra() {
            Some(CraFlag::Response) => self.read(message, at),
            Some(CraFlag::Alert) => {
                let Some((code, node)) = outcome::alert_code_node(message) else { return };
                match self.off.get(&code) {
                    None if self.is_on(code) => findings.evaluated(),
                    None if self.truncated => findings.blocked(Reason::TruncatedState, ""),
                    None => findings.blocked(Reason::NoConfiguration, format!("0x{code:04X}")),
                    Some(None) => findings.blocked(Reason::NoTime, ""),
                    Some(Some(off)) => {
                        findings.evaluated();
                        let Some(sent) = outcome::alert_time(message) else { return };
                        let sent = Time::from_seconds_2000(sent);
                        if sent.0 > off.0 + GRACE_S * 1000 {
                            let expected = format!("no alert after it was turned off at {off}");
                            let place = subject.place(node);
                            findings.fail(Fault::at(place, expected, sent));
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn exchange(&mut self, exchange: &Exchange<'_>, _findings: &mut Findings) {
        let (Some(command), Some(response)) = (exchange.command.message, exchange.response.message)
        else {
            return;
        };
        if outcome::is_accepted(response) == Some(true) {
            self.read(command, exchange.response.record.time);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_code_more_than_is_remembered_is_told() {
        let mut state = State::default();
        let codes = 0..MAX_CODES as u16;
        codes.clone().for_each(|code| state.set(code, false, Some(Time(1))));
        // One that is known takes no further place.
        state.set(7, true, Some(Time(2)));
        assert!(!state.truncated && state.is_on(7) && !state.off.contains_key(&7));
        assert!(codes.filter(|code| *code != 7).all(|code| state.off[&code] == Some(Time(1))));
        state.set(MAX_CODES as u16, false, Some(Time(3)));
        assert!(state.truncated && !state.off.contains_key(&(MAX_CODES as u16)));
    }

    #[test]
    fn a_code_is_what_it_was_last_set_to_whatever_the_order_of_codes() {
        let mut state = State::default();
        for (n, code) in [9, 3, 7, 3, 9, 5, 7, 3].into_iter().enumerate() {
            let on = n % 3 != 1;
            state.set(code, on, Some(Time(n as i64)));
            assert_eq!((state.is_on(code), state.off.contains_key(&code)), (on, !on));
        }
        assert_eq!((state.on, Vec::from_iter(state.off.into_keys())), (vec![5, 7], vec![3, 9]));
    }
}

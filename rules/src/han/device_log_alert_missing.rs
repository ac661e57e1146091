//! HAN001: a change of the hub's device log was accepted, and no alert told of it.

use gbcs_parser::EntityId;
use gbcs_parser::record::Time;
use serde::{Deserialize, Serialize};

use super::ccs01;
use crate::device::DeviceCheck;
use crate::device::LogEnd;
use crate::finding::Place;
use crate::finding::{Fault, Findings, UseCaseName};
use crate::outcome;
use crate::room;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Exchange;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "HAN001",
    name: "device-log-alert-missing",
    summary: "A change of the hub's device log was accepted, and no alert told of it",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "CCS01"), SpecRef::new("GBCS", "CS14")],
    requirements: &["JOIN-02", "ALT-09"],
    doc: include_str!("../../docs/HAN001.md"),
    concerns: |topic| topic.is_use_case(&["CCS01", "CCS02", "CCS07", "CS14"]),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.is_use_case(&["CCS01", "CCS02", "CCS07", "CS14"]))
}

/// Changes that wait for their alert.
const MAX_WAITING: usize = 256;

/// An accepted change whose alert has not come.
#[derive(Serialize, Deserialize)]
struct Waiting {
    since: Time,
    broker: Option<EntityId>,
    place: Place,
    #[serde(with = "crate::saved::use_case")]
    use_case: Option<UseCaseName>,
}

#[derive(Default, Serialize, Deserialize)]
struct State {
    waiting: Vec<Waiting>,
    /// Devices on the log, as last told; `None` before anything was told.
    listed: Option<Vec<EntityId>>,
    /// Alerts seen, which may stand in front of the answer to the command: newest last.
    last_alert: Option<Time>,
    truncated: bool,
}

impl State {
    fn told(&mut self, log: &ccs01::DeviceLog) {
        self.listed = Some(log.entries.iter().map(|entry| entry.device).collect());
    }
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let Some(message) = subject.message else { return };
        if let Some((log, _)) = ccs01::device_logs_read(message) {
            self.told(&log);
        }
        let Some(log) = ccs01::device_log_alert(message) else { return };
        self.told(&log);
        self.last_alert = self.last_alert.max(subject.record.time);
        let timeout = subject.profile.alert_timeout_s * 1000;
        let before = self.waiting.len();
        self.waiting.retain(|waiting| {
            subject.record.time.is_some_and(|time| time.0 - waiting.since.0 > timeout)
        });
        if self.waiting.len() < before {
            findings.evaluated();
        }
    }

    fn exchange(&mut self, exchange: &Exchange<'_>, findings: &mut Findings) {
        let (Some(command), Some(response)) = (exchange.command.message, exchange.response.message)
        else {
            return;
        };
        let added = ccs01::device_to_add(command);
        let change = match added {
            // Adding a device that is listed changes nothing.
            Some(device) => !self.listed.as_ref().is_some_and(|listed| listed.contains(&device)),
            None => ccs01::device_to_remove(command).is_some(),
        };
        if !change || outcome::is_accepted(response) != Some(true) {
            return;
        }
        let sent = exchange.command.record.time;
        let Some(since) = sent else { return findings.blocked(Reason::NoTime, "") };
        if self.last_alert.is_some_and(|alert| alert >= since) {
            return findings.evaluated();
        }
        if self.waiting.len() >= MAX_WAITING {
            self.truncated = true;
            return;
        }
        room::for_one(&mut self.waiting);
        self.waiting.push(Waiting {
            since: exchange.response.record.time.unwrap_or(since),
            broker: command.envelope.originator(),
            place: exchange.response.record_place("payload"),
            use_case: command.use_case(),
        });
    }

    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        if self.truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
        for waiting in std::mem::take(&mut self.waiting) {
            let until = Time(waiting.since.0 + end.profile.alert_timeout_s * 1000);
            if !end.log.is_complete(end.device.id, waiting.broker, waiting.since, until) {
                findings.blocked(Reason::LogNotComplete, "");
                continue;
            }
            findings.fail(
                Fault::at(
                    waiting.place,
                    format!("an alert 0x8F12 within {} s", end.profile.alert_timeout_s),
                    "none",
                )
                .time(Some(waiting.since))
                .use_case(waiting.use_case),
            );
        }
    }
}

//! HAN007: a hub refuses to add a device that is on its device log.

use gbcs_parser::EntityId;
use gbcs_parser::record::Position;
use serde::{Deserialize, Serialize};

use super::ccs01;
use crate::device::{DeviceCheck, LogEnd};
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::room;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Exchange;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "HAN007",
    name: "re-add-refused",
    summary: "A hub refuses to add a device that is on its device log",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "CCS01")],
    requirements: &["JOIN-01"],
    doc: include_str!("../../docs/HAN007.md"),
    concerns: |topic| topic.is_use_case(&["CCS01", "CCS02", "CCS07", "CS14"]),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.is_use_case(&["CCS01", "CCS02", "CCS07", "CS14"]))
}

/// Devices on the log, as last told; and as they were when commands were sent.
#[derive(Default, Serialize, Deserialize)]
struct State {
    listed: Vec<EntityId>,
    asked: Vec<(Position, bool)>,
    /// True once a command was forgotten before its answer.
    truncated: bool,
}

/// Commands whose answer is awaited.
const MAX_ASKED: usize = 256;

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, _findings: &mut Findings) {
        let Some(message) = subject.message else { return };
        if let Some(device) = ccs01::device_to_add(message) {
            let listed = self.listed.contains(&device);
            if self.asked.len() >= MAX_ASKED {
                self.asked.remove(0);
                self.truncated = true;
            }
            room::for_one(&mut self.asked);
            self.asked.push((subject.record.position.clone(), listed));
        } else if let Some(device) = ccs01::device_to_remove(message) {
            // From here on it may be gone.
            self.listed.retain(|listed| *listed != device);
        } else if let Some(log) = ccs01::device_log_alert(message)
            .or_else(|| ccs01::device_logs_read(message).map(|(log, _)| log))
        {
            self.listed = log.entries.iter().map(|entry| entry.device).collect();
        }
    }

    fn exchange(&mut self, exchange: &Exchange<'_>, findings: &mut Findings) {
        let Some(response) = exchange.response.message else { return };
        let position = &exchange.command.record.position;
        let Some(at) = self.asked.iter().position(|(asked, _)| asked == position) else { return };
        let (_, listed) = self.asked.remove(at);
        if !listed {
            return;
        }
        if !exchange.response.log.ordered {
            return findings.blocked(Reason::NoOrder, "");
        }
        findings.evaluated();
        if outcome::is_accepted(response) == Some(false)
            && let Some(content) = response.envelope.content
        {
            let place = exchange.response.place(content);
            findings.fail(Fault::at(place, "success, as the device is listed", "a failure"));
        }
    }

    fn end(&mut self, _end: &LogEnd<'_>, findings: &mut Findings) {
        if self.truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
    }
}

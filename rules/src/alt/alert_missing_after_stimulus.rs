//! ALT014: no alert came after something that has to raise one.

use gbcs_parser::CraFlag;
use gbcs_parser::record::{Body, Time};
use serde::{Deserialize, Serialize};

use crate::datum::Datum;
use crate::device::DeviceCheck;
use crate::device::LogEnd;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::room;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::RecordKind;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT014",
    name: "alert-missing-after-stimulus",
    summary: "No alert came after something that has to raise one",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "alerts of electricity meters")],
    requirements: &[],
    doc: include_str!("../../docs/ALT014.md"),
    concerns: |topic| topic.kind == RecordKind::Stimulus || topic.is_alert(),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Seconds of an outage that has to be told.
const LONG_OUTAGE_S: i64 = 180;
/// Stimuli that wait for their alert.
const MAX_WAITING: usize = 256;

/// The alerts of which one has to come after an event; empty for events that raise none.
fn alerts(event: &str) -> &'static [u16] {
    match event {
        "power-on" => &[0x8F36],
        "cover-open" => &[0x8F73, 0x8F74, 0x8F76, 0x8F77],
        "strong-magnet" => &[0x8F75],
        _ => &[],
    }
}

fn applies(subject: &Subject<'_>) -> Applies {
    let stimulus = matches!(&subject.record.body, Body::Stimulus(_));
    Applies::when(stimulus || subject.cra() == Some(CraFlag::Alert))
}

/// A stimulus whose alert has not come.
#[derive(Serialize, Deserialize)]
struct Waiting {
    due: Vec<u16>,
    since: Time,
    place: Place,
}

#[derive(Default, Serialize, Deserialize)]
struct State {
    power_off: Option<Time>,
    waiting: Vec<Waiting>,
    truncated: bool,
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        if let Body::Stimulus(stimulus) = &subject.record.body {
            let Some(time) = subject.record.time else {
                return findings.blocked(Reason::NoTime, "");
            };
            if stimulus.event == "power-off" {
                self.power_off = Some(time);
                return;
            }
            let long = match stimulus.event.as_str() {
                "power-on" => {
                    self.power_off.take().is_some_and(|off| time.0 - off.0 >= LONG_OUTAGE_S * 1000)
                }
                _ => true,
            };
            let due = alerts(&stimulus.event);
            if !long || due.is_empty() {
                return;
            }
            if self.waiting.len() >= MAX_WAITING {
                self.truncated = true;
                return;
            }
            let place = subject.record_place("event");
            room::for_one(&mut self.waiting);
            self.waiting.push(Waiting { due: due.to_vec(), since: time, place });
            return;
        }
        let Some(code) = subject.message.and_then(outcome::alert_code) else { return };
        let timeout = subject.profile.alert_timeout_s * 1000;
        let before = self.waiting.len();
        self.waiting.retain(|waiting| {
            let in_time =
                subject.record.time.is_none_or(|time| time.0 - waiting.since.0 <= timeout);
            !(in_time && waiting.due.contains(&code))
        });
        if self.waiting.len() < before {
            findings.evaluated();
        }
    }

    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        if self.truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
        for waiting in std::mem::take(&mut self.waiting) {
            let until = Time(waiting.since.0 + end.profile.alert_timeout_s * 1000);
            if !end.log.is_complete(end.device.id, None, waiting.since, until) {
                findings.blocked(Reason::LogNotComplete, "");
                continue;
            }
            let expected = Datum::List(waiting.due.iter().copied().map(Datum::Code).collect());
            findings
                .fail(Fault::at(waiting.place, expected, "none of them").time(Some(waiting.since)));
        }
    }
}

//! CLK002: the clock of a device is further from UTC than it may be.

use gbcs_parser::CraFlag;
use gbcs_parser::record::Time;
use serde::{Deserialize, Serialize};

use super::own_time;
use crate::device::DeviceCheck;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Exchange;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CLK002",
    name: "clock-out-of-tolerance",
    summary: "The clock of a device is further from UTC than it may be",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "clocks of meters")],
    requirements: &["CLK-01"],
    doc: include_str!("../../docs/CLK002.md"),
    concerns: |topic| topic.is_response() || topic.is_alert(),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    if !matches!(subject.cra(), Some(CraFlag::Response | CraFlag::Alert)) {
        return Applies::No;
    }
    if own_time::of(subject).is_none() {
        Applies::No
    } else if subject.record.time.is_none() {
        Applies::blocked(Reason::NoTime)
    } else if subject.log.clock_max_error_ms().is_none() {
        Applies::blocked(Reason::NoConfiguration)
    } else {
        Applies::Yes
    }
}

/// It keeps nothing: a response is held against its own command.
#[derive(Default, Serialize, Deserialize)]
struct State;

/// Milliseconds by which a device's time may differ from capture time.
fn margin(subject: &Subject<'_>) -> i64 {
    let error = subject.log.clock_max_error_ms().unwrap_or_default();
    subject.profile.clock_tolerance_s * 1000 + i64::try_from(error).unwrap_or(i64::MAX / 2)
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let (Some(own), Some(capture)) = (own_time::of(subject), subject.record.time) else {
            return;
        };
        findings.evaluated();
        let latest = Time(capture.0.saturating_add(margin(subject)));
        let told = Time::from_seconds_2000(own.seconds);
        if told > latest {
            findings.fail(Fault::at(subject.place(own.node), format!("{latest} or before"), told));
        }
    }

    fn exchange(&mut self, exchange: &Exchange<'_>, findings: &mut Findings) {
        let own = own_time::of(&exchange.response);
        let (Some(own), Some(sent)) = (own, exchange.command.record.time) else { return };
        // A gas proxy answers with the time at which the meter last told it.
        if own.of_another_clock {
            return;
        }
        let earliest = Time(sent.0.saturating_sub(margin(&exchange.response)));
        let told = Time::from_seconds_2000(own.seconds);
        // Whole seconds: what was cut off does not make a clock late.
        if told.0 + 999 < earliest.0 {
            let place = exchange.response.place(own.node);
            findings.fail(Fault::at(place, format!("{earliest} or after"), told));
        }
    }
}

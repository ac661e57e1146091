//! CLK004: the times of a device's responses fall, and its clock was not set between.

use gbcs_parser::CraFlag;
use gbcs_parser::record::{Body, Position, Time};
use serde::{Deserialize, Serialize};

use super::own_time;
use crate::device::DeviceCheck;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::RecordKind;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CLK004",
    name: "device-time-ran-backwards",
    summary: "The times of a device's responses fall, and its clock was not set between",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "clocks of meters")],
    requirements: &[],
    doc: include_str!("../../docs/CLK004.md"),
    concerns: |topic| {
        topic.kind == RecordKind::Stimulus
            || topic.is_response()
            || topic.is_use_case(&["ECS70", "GCS28"])
    },
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Seconds by which a time may fall: what is cut off, and answers of the same moment.
const SLACK_S: u32 = 1;

fn sets_clock(subject: &Subject<'_>) -> bool {
    subject.is_use_case(&["ECS70", "GCS28"])
        || matches!(&subject.record.body, Body::Stimulus(stimulus) if stimulus.event == "clock-set")
}

fn applies(subject: &Subject<'_>) -> Applies {
    let told = subject.cra() == Some(CraFlag::Response) && own_time::of(subject).is_some();
    if !told && !sets_clock(subject) {
        Applies::No
    } else if !subject.log.ordered {
        Applies::blocked(Reason::NoOrder)
    } else {
        Applies::Yes
    }
}

/// The time that the device told last.
#[derive(Default, Serialize, Deserialize)]
struct State {
    last: Option<(u32, Position)>,
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        if sets_clock(subject) {
            self.last = None;
            return;
        }
        let Some(own) = own_time::of(subject) else { return };
        // A gas proxy answers with the time at which the meter last told it.
        if own.of_another_clock {
            return;
        }
        findings.evaluated();
        if let Some((before, at)) = &self.last
            && own.seconds.saturating_add(SLACK_S) < *before
        {
            let earlier = Place { position: at.clone(), ..subject.record_place("payload") };
            let expected = format!("{} or later", Time::from_seconds_2000(*before));
            let actual = Time::from_seconds_2000(own.seconds);
            findings.fail(Fault::at(subject.place(own.node), expected, actual).related([earlier]));
        }
        self.last = Some((own.seconds, subject.record.position.clone()));
    }
}

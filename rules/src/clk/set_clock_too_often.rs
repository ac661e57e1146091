//! CLK005: the clock is set more than once in 24 hours.

use gbcs_parser::record::{Position, Time};
use serde::{Deserialize, Serialize};

use crate::datum::Datum;
use crate::device::DeviceCheck;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Exchange;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CLK005",
    name: "set-clock-too-often",
    summary: "The clock is set more than once in 24 hours",
    severity: Severity::Warning,
    about: About::Direction,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "clocks of meters")],
    requirements: &["CLK-04"],
    doc: include_str!("../../docs/CLK005.md"),
    concerns: |topic| topic.is_use_case(&["ECS70", "GCS28"]),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.is_use_case(&["ECS70", "GCS28"]))
}

/// When the clock was set last.
#[derive(Default, Serialize, Deserialize)]
struct State {
    last: Option<(Time, Position)>,
}

impl DeviceCheck for State {
    fn exchange(&mut self, exchange: &Exchange<'_>, findings: &mut Findings) {
        let Some(response) = exchange.response.message else { return };
        if outcome::is_accepted(response) != Some(true) {
            return;
        }
        let Some(time) = exchange.response.record.time else {
            return findings.blocked(Reason::NoTime, "");
        };
        findings.evaluated();
        if let Some((before, at)) = &self.last
            && (0..DAY_MS).contains(&(time.0 - before.0))
            && let Some(content) = response.envelope.content
        {
            let earlier =
                Place { position: at.clone(), ..exchange.response.record_place("payload") };
            findings.fail(
                Fault::at(
                    exchange.response.place(content),
                    "24 hours since the clock was set",
                    Datum::seconds((time.0 - before.0) / 1000),
                )
                .related([earlier]),
            );
        }
        self.last = Some((time, exchange.response.record.position.clone()));
    }
}

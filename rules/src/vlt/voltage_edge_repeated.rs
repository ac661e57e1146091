//! VLT008: an edge of the voltage is told twice, or its end without its beginning.

use std::collections::BTreeMap;

use gbcs_parser::record::Time;
use serde::{Deserialize, Serialize};

use crate::datum::Datum;
use crate::device::DeviceCheck;
use crate::device::LogEnd;
use crate::finding::Place;
use crate::finding::{Fault, Findings, UseCaseName};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VLT008",
    name: "voltage-edge-repeated",
    summary: "An edge of the voltage is told twice, or its end without its beginning",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "voltage alerts")],
    requirements: &["VOL-16", "VOL-17"],
    doc: include_str!("../../docs/VLT008.md"),
    concerns: Topic::is_alert,
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// First codes of leaving and of returning, for each limit; phases follow each by 1 to 3.
const EDGES: [(u16, u16); 6] = [
    (0x8002, 0x8085),
    (0x8006, 0x8089),
    (0x8020, 0x808D),
    (0x8024, 0x8091),
    (0x8028, 0x8095),
    (0x802C, 0x8099),
];

/// Edges that are remembered of a device: those of a year with ten a day.
const MAX_EDGES: usize = 4096;

/// Which limit and phase a code is an edge of, and whether it leaves the limit.
fn edge(code: u16) -> Option<(u16, bool)> {
    EDGES.iter().find_map(|(leaves, returns)| {
        let within = |first: u16| (first..first + 4).contains(&code).then(|| code - first);
        within(*leaves)
            .map(|phase| (leaves + phase, true))
            .or_else(|| within(*returns).map(|phase| (leaves + phase, false)))
    })
}

/// What should stand before an edge, where it cannot follow the one `before`; each is true where the
/// limit was left.
fn wrong(before: Option<bool>, leaves: bool) -> Option<&'static str> {
    match (before, leaves) {
        (Some(true), true) => Some("the return before the limit is left again"),
        (Some(false) | None, false) => Some("an alert that the limit was left before"),
        _ => None,
    }
}

fn applies(subject: &Subject<'_>) -> Applies {
    let alert = subject.message.and_then(outcome::alert_code);
    Applies::when(alert.and_then(edge).is_some())
}

/// Edges by limit and phase, and by the alerts' own time: what was told, and where.
#[derive(Default, Serialize, Deserialize)]
struct State {
    edges: BTreeMap<(u16, u32, u64), Told>,
    truncated: bool,
}

#[derive(Serialize, Deserialize)]
struct Told {
    code: u16,
    leaves: bool,
    place: Place,
    time: Option<Time>,
    #[serde(with = "crate::saved::use_case")]
    use_case: Option<UseCaseName>,
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let Some(message) = subject.message else { return };
        let Some((code, node)) = outcome::alert_code_node(message) else { return };
        let (Some((limit, leaves)), Some(at), Some(counter)) =
            (edge(code), outcome::alert_time(message), message.envelope.counter())
        else {
            return;
        };
        findings.evaluated();
        if self.edges.len() >= MAX_EDGES {
            self.truncated = true;
            return;
        }
        let key = (limit, at, counter);
        let before =
            self.edges.range(..key).next_back().filter(|((other, _, _), _)| *other == limit);
        let before = before.map(|(_, told)| told.leaves);
        // Where the log has order, only an alert that was long on its way can still make this one
        // wrong: of what is right the record is enough, since a device has many of them.
        let place = if subject.log.ordered && wrong(before, leaves).is_none() {
            subject.record_place("payload")
        } else {
            subject.place(node)
        };
        let time = subject.record.time;
        let told = Told { code, leaves, place, time, use_case: message.use_case() };
        self.edges.insert(key, told);
    }

    fn end(&mut self, _end: &LogEnd<'_>, findings: &mut Findings) {
        if self.truncated {
            return findings.blocked(Reason::TruncatedState, "");
        }
        let mut last: Option<(u16, bool)> = None;
        for ((limit, _, _), told) in std::mem::take(&mut self.edges) {
            let before = last.filter(|(other, _)| *other == limit).map(|(_, leaves)| leaves);
            if let Some(expected) = wrong(before, told.leaves) {
                findings.fail(
                    Fault::at(told.place, expected, Datum::Code(told.code))
                        .time(told.time)
                        .use_case(told.use_case),
                );
            }
            last = Some((limit, told.leaves));
        }
    }
}

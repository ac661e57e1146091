//! VLT008: an edge of the voltage is told twice, or its end without its beginning.

use gbcs_parser::catalogue;
use gbcs_parser::record::Time;
use serde::{Deserialize, Serialize};

use crate::datum::Datum;
use crate::device::{DeviceCheck, KeptPosition, LogEnd, Origin};
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::room;
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

/// The order of edges: by limit and phase, then by the alert's own time and its counter.
type Key = (u16, u32, u64);

/// Edges in their order: what was told, and where.
#[derive(Default, Serialize, Deserialize)]
struct State {
    edges: Vec<(Key, Told)>,
    origin: Origin,
    truncated: bool,
}

#[derive(Serialize, Deserialize)]
struct Told {
    code: u16,
    leaves: bool,
    at: Where,
    time: Option<Time>,
    /// The message code.
    message: Option<u16>,
}

/// Where an edge was told. A device has many edges, and of nearly all the record is enough.
#[derive(Serialize, Deserialize)]
enum Where {
    Record(KeptPosition),
    Place(Box<Place>),
}

impl Where {
    fn place(self, origin: &Origin) -> Place {
        match self {
            Self::Record(spot) => {
                let position = origin.position(&spot);
                Place { position, span: None, field: "payload".to_owned(), excerpt: None }
            }
            Self::Place(place) => *place,
        }
    }
}

impl State {
    fn insert(&mut self, key: Key, told: Told) {
        match self.edges.binary_search_by_key(&key, |(other, _)| *other) {
            Ok(at) => self.edges[at].1 = told,
            Err(at) => {
                room::for_one(&mut self.edges);
                self.edges.insert(at, (key, told));
            }
        }
    }

    /// Whether the edge before a place leaves its limit; `None` where it is the first of its limit.
    fn before(&self, (limit, at, counter): Key) -> Option<bool> {
        let here = self.edges.partition_point(|(other, _)| *other < (limit, at, counter));
        let ((other, _, _), told) = self.edges.get(here.checked_sub(1)?)?;
        (*other == limit).then_some(told.leaves)
    }
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
        // Where the log has order, only an alert that was long on its way can still make this one
        // wrong.
        let right = wrong(self.before(key), leaves).is_none();
        let at = if subject.log.ordered && right {
            Where::Record(self.origin.keep(&subject.record.position))
        } else {
            Where::Place(Box::new(subject.place(node)))
        };
        let (time, message) = (subject.record.time, message.envelope.message_code());
        self.insert(key, Told { code, leaves, at, time, message });
    }

    fn end(&mut self, _end: &LogEnd<'_>, findings: &mut Findings) {
        if self.truncated {
            return findings.blocked(Reason::TruncatedState, "");
        }
        let mut last: Option<(u16, bool)> = None;
        for ((limit, _, _), told) in std::mem::take(&mut self.edges) {
            let before = last.filter(|(other, _)| *other == limit).map(|(_, leaves)| leaves);
            if let Some(expected) = wrong(before, told.leaves) {
                let use_case = told.message.and_then(catalogue::message_code);
                findings.fail(
                    Fault::at(told.at.place(&self.origin), expected, Datum::Code(told.code))
                        .time(told.time)
                        .use_case(use_case.map(|code| code.use_case)),
                );
            }
            last = Some((limit, told.leaves));
        }
    }
}

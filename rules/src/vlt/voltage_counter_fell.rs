//! VLT009: a counter of average over or under voltage fell, and no reset was accepted.

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::DlmsRequest;
use gbcs_parser::record::Position;
use serde::{Deserialize, Serialize};

use crate::answers;
use crate::device::DeviceCheck;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::room;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VLT009",
    name: "voltage-counter-fell",
    summary: "A counter of average over or under voltage fell, and no reset was accepted",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "voltage counters"), SpecRef::new("GBCS", "ECS29a")],
    requirements: &["VOL-12", "VOL-15"],
    doc: include_str!("../../docs/VLT009.md"),
    concerns: |topic| topic.is_use_case(&["ECS23", "ECS23b"]) || topic.is_use_case(&RESETS),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

/// Class of a register.
const REGISTER: u16 = 3;
/// Use cases that reset the counters.
const RESETS: [&str; 4] = ["ECS29a", "ECS29b", "ECS29e", "ECS29f"];

fn is_counter(obis: [u8; 6]) -> bool {
    matches!(obis, [1, 0, 32 | 52 | 72, 32 | 36, 0, 4])
}

fn applies(subject: &Subject<'_>) -> Applies {
    let response = subject.cra() == Some(CraFlag::Response);
    let reads = response && subject.is_use_case(&["ECS23", "ECS23b"]);
    if !reads && !subject.is_use_case(&RESETS) {
        Applies::No
    } else if !subject.log.ordered {
        Applies::blocked(Reason::NoOrder)
    } else {
        Applies::Yes
    }
}

/// The counters, as last read.
#[derive(Default, Serialize, Deserialize)]
struct State {
    counters: Vec<([u8; 6], u64, Position)>,
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let Some(message) = subject.message else { return };
        // Whether or not the answer is in the log, the counters may have been reset.
        if subject.is_use_case(&RESETS) {
            if subject.cra() == Some(CraFlag::Command) {
                self.counters.clear();
            }
            return;
        }
        let wanted = |request: &DlmsRequest| {
            request.class_id == REGISTER && request.index == 2 && is_counter(request.obis)
        };
        for answer in answers::to(message, wanted) {
            let request = answer.request;
            let (0, Some(data)) = (answer.result.code, answer.result.data) else { continue };
            let Some(value) = subject.unsigned(data) else { continue };
            findings.evaluated();
            let here = subject.record.position.clone();
            let known = self.counters.iter_mut().find(|(obis, ..)| *obis == request.obis);
            let Some((_, before, at)) = known else {
                room::for_one(&mut self.counters);
                self.counters.push((request.obis, value, here));
                continue;
            };
            let (before, at) = (std::mem::replace(before, value), std::mem::replace(at, here));
            if value < before {
                let earlier = Place { position: at, ..subject.record_place("payload") };
                findings.fail(
                    Fault::at(subject.place(data), format!("{before} or more"), value)
                        .related([earlier]),
                );
            }
        }
    }
}

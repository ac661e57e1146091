//! USE009: sequence numbers do not count from 0 over the components.

use gbcs_parser::catalogue::{GbzComponent, GbzMessage};
use gbcs_parser::{CraFlag, Message};

use super::gbz_components_differ::{applies, template};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE009",
    name: "zcl-sequence-wrong",
    summary: "Sequence numbers do not count from 0 over the components",
    severity: Severity::Warning,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases")],
    requirements: &["MSG-20"],
    doc: include_str!("../../docs/USE009.md"),
    concerns: Topic::is_gbz,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some((payload, use_case))) = (subject.message, template(subject)) else {
        return;
    };
    let count = payload.components(message).len();
    let repeats = may_repeat(message, use_case.components(GbzMessage::Command), count);
    let mut last: Option<u8> = None;
    for component in payload.components(message) {
        let Some(sequence) = component.sequence else { return };
        let due = last.map_or(0, |last| last.wrapping_add(1));
        if sequence.value != due && !(repeats && last == Some(sequence.value)) {
            findings.fail(Fault::at(subject.place(sequence.node), due, sequence.value));
            return;
        }
        last = Some(sequence.value);
    }
}

/// Whether several components may answer one request: there are more of them than of requests.
fn may_repeat(message: &Message<'_>, command: &'static [GbzComponent], count: usize) -> bool {
    let requests: Option<usize> = command.iter().map(|entry| Some(usize::from(entry.most?))).sum();
    message.envelope.cra() == Some(CraFlag::Response)
        && requests.is_none_or(|requests| count > requests)
}

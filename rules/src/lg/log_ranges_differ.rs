//! LOG004: ranges of one command differ.

use gbcs_parser::CraFlag;

use super::ranges;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "LOG004",
    name: "log-ranges-differ",
    summary: "Ranges of one command differ",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases, selective access")],
    requirements: &["LOG-14"],
    doc: include_str!("../../docs/LOG004.md"),
    concerns: ranges::concerns,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let is_command = subject.cra() == Some(CraFlag::Command);
    Applies::when(is_command && ranges::of(subject).len() > 1)
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(command) = subject.message else { return };
    let Some((first, others)) = ranges::of(subject).split_first() else { return };
    for other in others {
        for (mine, theirs) in [(first.from, other.from), (first.to, other.to)] {
            let (due, found) = (subject.content(mine), subject.content(theirs));
            // What is of another type is USE004's.
            let kind = |node| command.tree.get(node).map(|node| node.kind);
            if due != found && kind(mine) == kind(theirs) {
                let fault = Fault::at(subject.place(theirs), due, found);
                findings.fail(fault.related([subject.place(mine)]));
            }
        }
    }
}

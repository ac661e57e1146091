//! FUT001: a command is future dated whose use case does not allow it.

use gbcs_parser::catalogue;

use super::dates::{self, When};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "FUT001",
    name: "future-dating-not-allowed",
    summary: "A command is future dated whose use case does not allow it",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases, future dating")],
    requirements: &["FUT-01"],
    doc: include_str!("../../docs/FUT001.md"),
    concerns: Topic::is_command,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Use cases with a date of their own, and those that reference commands show future dated.
const ALSO_ALLOWED: [&str; 5] = ["CS02b", "CS02g", "CS06", "ECS08", "ECS46c"];

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(!dates::of(subject).is_empty())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let Some(use_case) = message.use_case() else {
        return findings.not_applicable();
    };
    let future: Vec<_> = dates::of(subject)
        .iter()
        .filter_map(|dated| match dated.when {
            When::At(date) if dates::is_after(subject, date) => Some((dated.node, date)),
            _ => None,
        })
        .collect();
    if future.is_empty() || ALSO_ALLOWED.contains(&use_case) {
        return;
    }
    match catalogue::use_case(use_case).and_then(|entry| entry.future_dated) {
        Some(true) => {}
        None => findings.blocked(Reason::NotSupported, use_case),
        Some(false) => {
            for (node, date) in future {
                findings.fail(Fault::at(subject.place(node), "no future date", date));
            }
        }
    }
}

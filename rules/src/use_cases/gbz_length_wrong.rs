//! USE010: a GBZ component has another length than what it holds.

use gbcs_parser::Payload;

use crate::datum::Datum;
use crate::env::undecoded;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE010",
    name: "gbz-length-wrong",
    summary: "A GBZ component has another length than what it holds",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "7.2.8"), SpecRef::new("reference data", "GBZ components")],
    requirements: &["MSG-21"],
    doc: include_str!("../../docs/USE010.md"),
    concerns: Topic::is_gbz,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(|message| {
        matches!(message.payload, Payload::Gbz(_)) && message.envelope.language_expected.is_none()
    }))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    for issue in message.tree.issues() {
        if undecoded::named_by(message, issue) == Some("USE010") {
            let count =
                |n: Option<u64>| n.map_or(Datum::Nothing, |n| Datum::octet_count(n as usize));
            let at = issue.limit_set_by.map_or(issue.span, |limit| limit.span);
            findings.fail(Fault::at(
                subject.place_at(at, message.tree.path_of_issue(issue)),
                count(issue.needed),
                count(issue.found),
            ));
        }
    }
}

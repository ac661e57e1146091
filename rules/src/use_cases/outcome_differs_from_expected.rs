//! USE017: the response shows another outcome than is expected of it.

use gbcs_parser::kind::Kind;
use gbcs_parser::record::Outcome;
use gbcs_parser::tree::Node;
use gbcs_parser::{CraFlag, Payload};

use super::outcome_shown::{Shown, shown};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE017",
    name: "outcome-differs-from-expected",
    summary: "The response shows another outcome than is expected of it",
    severity: Severity::Warning,
    about: About::Log,
    basis: Basis::Practice,
    refs: &[SpecRef::new("log", "expect.outcome")],
    requirements: &[],
    doc: include_str!("../../docs/USE017.md"),
    concerns: |topic| topic.has_expectation,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn expected(subject: &Subject<'_>) -> Option<Outcome> {
    let is_response = subject.cra() == Some(CraFlag::Response);
    subject.message_record().filter(|_| is_response)?.expect.as_ref()?.outcome
}

fn applies(subject: &Subject<'_>) -> Applies {
    match (expected(subject), subject.message.map(|message| message.payload)) {
        (None, _) => Applies::No,
        (Some(_), None | Some(Payload::None)) => Applies::blocked(Reason::Undecoded),
        (Some(_), Some(_)) => Applies::Yes,
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some(expected)) = (subject.message, expected(subject)) else { return };
    let Some(Shown { accepted, not_found, pending, node }) = shown(message) else {
        let sealed = |node: &Node| node.kind == Kind::Ciphertext;
        let reason = match message.tree.nodes().iter().any(sealed) {
            true => Reason::NoKey,
            false => Reason::Undecoded,
        };
        findings.blocked(reason, "the outcome");
        return;
    };
    // Whether what was accepted for later fails is told by an alert.
    if pending && expected == Outcome::Error {
        findings.not_applicable();
        return;
    }
    let fits = match expected {
        Outcome::Success => accepted,
        Outcome::NotFound => not_found,
        Outcome::Error => !accepted && !not_found,
    };
    if !fits {
        let actual = match (accepted, not_found) {
            (true, _) => "SUCCESS",
            (false, true) => "NOT_FOUND",
            (false, false) => "ERROR",
        };
        let expected = match expected {
            Outcome::Success => "SUCCESS",
            Outcome::NotFound => "NOT_FOUND",
            Outcome::Error => "ERROR",
        };
        findings.fail(Fault::at(subject.place(node), expected, actual));
    }
}

//! ENV013: a layer could not be read to its end.

use gbcs_parser::error::ErrorKind;

use crate::datum::Datum;
use crate::env::undecoded;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV013",
    name: "undecodable",
    summary: "A layer could not be read to its end",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "every message can be read")],
    requirements: &[],
    doc: include_str!("../../docs/ENV013.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let issues = message.tree.issues();
    if issues.is_empty()
        || issues.iter().any(|issue| undecoded::named_by(message, issue).is_some())
        || undecoded::is_named_by_value(message)
    {
        return;
    }
    for issue in issues {
        let count = |n: Option<u64>| n.map_or(Datum::Nothing, Datum::from);
        let place =
            Place { field: message.tree.path_of_issue(issue), ..subject.place_at(issue.span, "") };
        let expected = match issue.kind {
            ErrorKind::UnexpectedOctet => {
                issue.needed.map_or(Datum::Word("another octet"), |n| Datum::Octets(vec![n as u8]))
            }
            _ => count(issue.needed),
        };
        let actual = match (issue.kind, issue.found) {
            (ErrorKind::UnexpectedOctet, Some(found)) => Datum::Octets(vec![found as u8]),
            _ => Datum::Text(issue.to_string()),
        };
        findings.fail(Fault::at(place, expected, actual));
    }
}

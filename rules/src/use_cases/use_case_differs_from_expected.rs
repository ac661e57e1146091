//! USE018: the message is of another use case than is expected of it.

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE018",
    name: "use-case-differs-from-expected",
    summary: "The message is of another use case than is expected of it",
    severity: Severity::Warning,
    about: About::Log,
    basis: Basis::Practice,
    refs: &[SpecRef::new("log", "expect.use_case")],
    requirements: &[],
    doc: include_str!("../../docs/USE018.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn expected<'a>(subject: &Subject<'a>) -> Option<&'a str> {
    subject.message_record()?.expect.as_ref()?.use_case.as_deref()
}

fn applies(subject: &Subject<'_>) -> Applies {
    match (expected(subject), subject.message.and_then(|found| found.envelope.message_code())) {
        (None, _) => Applies::No,
        (Some(_), None) => Applies::blocked(Reason::Undecoded),
        (Some(_), Some(_)) => Applies::Yes,
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some(expected)) = (subject.message, expected(subject)) else { return };
    let found = message.use_case();
    if is_same(expected, found) {
        return;
    }
    let node = message
        .envelope
        .other_information
        .and_then(|information| information.message_code)
        .map(|field| field.node);
    let place = node.map_or_else(|| subject.record_place("expect"), |node| subject.place(node));
    let code = message.envelope.message_code();
    let actual = found.map_or_else(|| code.map_or(Datum::Nothing, Datum::Code), Datum::Word);
    findings.fail(Fault::at(place, expected.to_owned(), actual));
}

/// Names are compared without regard to case; one with a slash holds two names of one code.
fn is_same(expected: &str, found: Option<&str>) -> bool {
    found.is_some_and(|found| {
        found.eq_ignore_ascii_case(expected)
            || found.split('/').any(|name| name.eq_ignore_ascii_case(expected))
    })
}

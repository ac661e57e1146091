//! USE018: the message is of another use case than is expected of it.

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::{CodeKind, codes_of_use_case};

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
    concerns: |topic| topic.has_expectation,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn expected<'a>(subject: &Subject<'a>) -> Option<&'a str> {
    subject.message_record()?.expect.as_ref()?.use_case.as_deref()
}

fn applies(subject: &Subject<'_>) -> Applies {
    let code = subject.message.and_then(|found| found.envelope.message_code());
    match (expected(subject), code) {
        // An alert may be named by the use case that it tells of.
        (Some(expected), Some(_))
            if subject.cra() == Some(CraFlag::Alert) && !is_alert(expected) =>
        {
            Applies::No
        }
        (None, _) => Applies::No,
        (Some(_), None) => Applies::blocked(Reason::Undecoded),
        (Some(_), Some(_)) => Applies::Yes,
    }
}

/// True where a name is that of a use case which is an alert alone.
fn is_alert(name: &str) -> bool {
    codes_of_use_case(name).any(|code| code.kind == CodeKind::Alert)
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

/// Whether a message of the use case `found` is what `expected` names. A name may say more than the
/// use case, as in `CS02bNOByNO` or `GCA-DLMS`; what is added begins with a capital letter. A use
/// case with a slash in its name has two, and what follows a hyphen is the language.
fn is_same(expected: &str, found: Option<&str>) -> bool {
    let names = |name: &str| {
        expected.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
            && !expected
                .get(name.len()..)
                .and_then(|rest| rest.chars().next())
                .is_some_and(|next| next.is_ascii_lowercase() || next.is_ascii_digit())
    };
    found.is_some_and(|found| {
        let short = found.split('-').next().unwrap_or(found);
        let language = found.ends_with("-DLMS") || found.ends_with("-GBZ");
        names(found) || found.split('/').any(names) || (language && names(short))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_say_more_than_the_use_case() {
        assert!(is_same("ECS23", Some("ECS23")) && is_same("ecs23", Some("ECS23")));
        assert!(is_same("CS02bNOByNO", Some("CS02b")));
        assert!(is_same("GCA-ZigBee", Some("GCA")) && is_same("MIIWA-ZigBee", Some("MIIWA-GBZ")));
        assert!(is_same("CCS04", Some("CCS05/CCS04")));
        assert!(!is_same("ECS08a", Some("ECS08")) && !is_same("ECS23b", Some("ECS23")));
        assert!(!is_same("CS04B", Some("CS04AC")) && !is_same("ECS23", None));
    }
}

//! ENV008: other information is none of the known forms.

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV008",
    name: "other-information-wrong",
    summary: "Other information is none of the known forms",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "other information"), SpecRef::new("GBCS", "7.2.7")],
    requirements: &["MSG-08"],
    doc: include_str!("../../docs/ENV008.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(|m| m.envelope.other_information.is_some()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(info) = subject.message.and_then(|message| message.envelope.other_information) else {
        return;
    };
    let cut = subject.message.is_some_and(|message| {
        message.tree.get(info.node).is_some_and(|node| node.span().len() < info.length as usize)
    });
    if cut {
        // The length reaches past its container: ENV002 names it.
        return findings.blocked(Reason::Undecoded, "");
    }
    if info.message_code.is_none() || info.rest.is_some() {
        let lengths = [2, 10, 18, 26].map(Datum::octet_count);
        let mut expected = lengths.to_vec();
        expected.push(Datum::Word("18 octets and a certificate"));
        findings.fail(Fault::at(
            subject.place(info.rest.unwrap_or(info.node)),
            expected,
            Datum::octet_count(info.length as usize),
        ));
    }
}

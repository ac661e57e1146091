//! ENV004: a transaction identifier is not a CRA flag and a counter of eight octets.

use gbcs_parser::message::elements;

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV004",
    name: "transaction-id-wrong",
    summary: "A transaction identifier is not a CRA flag and a counter of eight octets",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[
        SpecRef::new("reference data", "transaction identifier"),
        SpecRef::new("GBCS", "7.2.7"),
    ],
    requirements: &["MSG-02", "MSG-03"],
    doc: include_str!("../../docs/ENV004.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some_and(|m| m.envelope.transaction_id.is_some()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let Some(id) = message.envelope.transaction_id else { return };
    let Some(length) = message.tree.child(id, elements::LENGTH_FIELD) else {
        return findings.blocked(Reason::Undecoded, "");
    };
    match subject.unsigned(length) {
        Some(9) => {}
        other => {
            let actual = other.map_or(Datum::Nothing, |n| Datum::octet_count(n as usize));
            findings.fail(Fault::at(subject.place(length), Datum::octet_count(9), actual));
        }
    }
    match message.envelope.cra_flag {
        Some(flag) if !(1..=3).contains(&flag.value) => {
            let expected = vec![Datum::Number(1), Datum::Number(2), Datum::Number(3)];
            findings.fail(Fault::at(subject.place(flag.node), expected, flag.value));
        }
        _ => {}
    }
}

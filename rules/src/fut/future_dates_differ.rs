//! FUT004: a command carries different future dates.

use super::dates::{self, When};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;

/// The rule.
pub static RULE: Rule = Rule {
    code: "FUT004",
    name: "future-dates-differ",
    summary: "A command carries different future dates",
    severity: Severity::Warning,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "0.8.1 release note, future dated commands")],
    requirements: &["FUT-07"],
    doc: include_str!("../../docs/FUT004.md"),
    concerns: Topic::is_command,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(dates::of(subject).iter().any(|dated| matches!(dated.when, When::At(_))))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut first = None;
    for dated in dates::of(subject) {
        let When::At(date) = dated.when else { continue };
        match first {
            None => first = Some((date, dated.node)),
            Some((other, node)) if other != date => {
                let fault = Fault::at(subject.place(dated.node), other, date);
                findings.fail(fault.related([subject.place(node)]));
            }
            Some(_) => {}
        }
    }
}

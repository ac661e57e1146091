//! SEC007: keys are known and an encrypted item does not decrypt.

use gbcs_parser::protection::{Missing, Outcome};

use super::{encrypted_items, not_checked, verifies_under};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "SEC007",
    name: "encrypted-item-unreadable",
    summary: "An encrypted item does not decrypt under the keys that are known",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "8.4"), SpecRef::new("GBCS", "4.3.3")],
    requirements: &[],
    doc: include_str!("../../docs/SEC007.md"),
    concerns: |topic| topic.has_encrypted_items,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(!encrypted_items(subject).is_empty())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(protection) = subject.message.and_then(|message| message.protection.as_ref()) else {
        return not_checked(&[Missing::Cryptography], findings);
    };
    for item in &protection.items {
        match &item.outcome {
            Outcome::Valid(_) | Outcome::Absent => {}
            Outcome::NotChecked { missing } => not_checked(missing, findings),
            Outcome::Invalid { tried, .. } => {
                let place = subject.place(item.ciphertext);
                findings.fail(Fault::at(place, verifies_under(tried), "another tag"));
            }
        }
    }
}

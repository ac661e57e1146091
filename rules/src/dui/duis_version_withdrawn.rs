//! DUI008: a document of a version of DUIS that was withdrawn.

use gbcs_parser::catalogue::Version;

use super::{document, maker};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::{Date, InForce, SpecRef};
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DUI008",
    name: "duis-version-withdrawn",
    summary: "A document of a version of DUIS that was withdrawn",
    severity: Severity::Error,
    about: About::Dcc,
    basis: Basis::Modification,
    refs: &[SpecRef::new("MP157", "removal of DUIS 1.1 and 2.0")],
    requirements: &["MP157"],
    in_force: InForce { from: Some(Date(2021, 11, 4)), ..InForce::ALWAYS },
    doc: include_str!("../../docs/DUI008.md"),
    concerns: |topic| topic.has_duis,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// The versions that were withdrawn.
const WITHDRAWN: &[Version] = &[Version::new(1, 1), Version::new(2, 0)];

fn applies(subject: &Subject<'_>) -> Applies {
    let stated = document(subject).is_some_and(|document| document.schema_version.is_some());
    Applies::when(stated)
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some(text) = document(subject).and_then(|document| document.schema_version.as_deref())
        && Version::parse(text.trim()).is_some_and(|version| WITHDRAWN.contains(&version))
    {
        let place = subject.record_place("schemaVersion");
        let fault = Fault::at(place, "a version that is in force", text.to_owned());
        findings.fail(fault.about(maker(subject)));
    }
}

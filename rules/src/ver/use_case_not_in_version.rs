//! VER002: a message of a use case that the claimed version does not have.

use gbcs_parser::catalogue::Version;

use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "VER002",
    name: "use-case-not-in-version",
    summary: "A message of a use case that the claimed version does not have",
    severity: Severity::Warning,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("GBCS", "4.1"), SpecRef::new("SECMP0007", "firmware of PPMID and HCALCS")],
    requirements: &["ALT-18", "ALT-19", "SECMP0007"],
    doc: include_str!("../../docs/VER002.md"),
    concerns: |topic| topic.is_alert() || topic.is_use_case(&LATER),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// The first version that has them.
const SINCE: Version = Version::new(4, 1);

/// True for what came with 4.1.
/// The use cases that not all versions have.
const LATER: [&str; 4] = ["CCS08", "CS08", "CS09", "GCS60a"];

fn is_later(subject: &Subject<'_>) -> bool {
    let alert = subject.message.and_then(outcome::alert_code);
    subject.is_use_case(&LATER) || matches!(alert, Some(0x8F89..=0x8F8B))
}

fn applies(subject: &Subject<'_>) -> Applies {
    if !is_later(subject) {
        Applies::No
    } else if subject.version().is_none() {
        Applies::blocked(Reason::VersionUnknown)
    } else {
        Applies::Yes
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some(version)) = (subject.message, subject.version()) else { return };
    let code = message.envelope.other_information.and_then(|info| info.message_code);
    if let (true, Some(code)) = (version < SINCE, code) {
        findings.fail(Fault::at(
            subject.place(code.node),
            format!("GBCS {SINCE} or later"),
            format!("GBCS {version}"),
        ));
    }
}

//! MDM001: a randomised offset limit is longer than 1799 s.

use gbcs_parser::catalogue::DlmsRequest;
use gbcs_parser::dlms::AccessKind;
use gbcs_parser::record::{Body, ConfigurationValues};
use gbcs_parser::{CraFlag, Payload};

use crate::answers;
use crate::datum::Datum;
use crate::finding::Place;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::RecordKind;

/// The rule.
pub static RULE: Rule = Rule {
    code: "MDM001",
    name: "randomised-offset-limit-wrong",
    summary: "A randomised offset limit is longer than 1799 s",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "ECS38"), SpecRef::new("SMETS", "5.7.4.33")],
    requirements: &["OFF-01"],
    doc: include_str!("../../docs/MDM001.md"),
    concerns: |topic| {
        topic.kind == RecordKind::Configuration
            || (topic.is_dlms() && topic.is_command())
            || topic.answers(asks)
    },
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// Greatest limit in seconds.
const MAX_S: u64 = 1799;
/// The object: 0-0:94.44.0.1.
const OBIS: [u8; 6] = [0, 0, 94, 44, 0, 1];

/// The limit in a record, and where it stands.
fn asks(request: &DlmsRequest) -> bool {
    request.access == AccessKind::Get && request.obis == OBIS
}

fn limit(subject: &Subject<'_>) -> Option<(u64, Place)> {
    if let Body::Configuration(configuration) = &subject.record.body {
        return match configuration.values {
            ConfigurationValues::RandomisedOffsetLimit { seconds: Some(seconds) } => {
                Some((seconds, subject.record_place("values.seconds")))
            }
            _ => None,
        };
    }
    let message = subject.message?;
    let Payload::Dlms(apdu) = message.payload else { return None };
    let node = match subject.cra()? {
        CraFlag::Command => {
            apdu.requests(message)
                .iter()
                .find(|request| request.kind == AccessKind::Set && request.obis == OBIS)?
                .data?
        }
        CraFlag::Response => {
            answers::to(message, asks).iter().find(|answer| answer.result.code == 0)?.result.data?
        }
        CraFlag::Alert => return None,
    };
    Some((subject.unsigned(node)?, subject.place(node)))
}

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(limit(subject).is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some((seconds, place)) = limit(subject)
        && seconds > MAX_S
    {
        let expected = Datum::Range(Datum::seconds(0).into(), Datum::seconds(MAX_S as i64).into());
        let actual = Datum::seconds(seconds.try_into().unwrap_or(i64::MAX));
        findings.fail(Fault::at(place, expected, actual));
    }
}

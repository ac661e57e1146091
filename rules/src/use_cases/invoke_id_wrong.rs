//! USE014: the long invoke id is not 0x20 and the low three octets of the originator counter.

use gbcs_parser::Payload;

use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE014",
    name: "invoke-id-wrong",
    summary: "The long invoke id is not 0x20 and the low three octets of the originator counter",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "long invoke id")],
    requirements: &["MSG-17"],
    doc: include_str!("../../docs/USE014.md"),
    concerns: Topic::is_dlms,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let Some(message) = subject.message else { return Applies::No };
    match message.payload {
        Payload::Dlms(_) if message.envelope.language_expected.is_some() => {
            Applies::blocked(Reason::Undecoded)
        }
        Payload::Dlms(apdu) if apdu.invoke_id.is_none() || message.envelope.counter().is_none() => {
            Applies::blocked(Reason::Undecoded)
        }
        Payload::Dlms(_) => Applies::Yes,
        _ => Applies::No,
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let Payload::Dlms(apdu) = message.payload else { return };
    let (Some(id), Some(counter)) = (apdu.invoke_id, message.envelope.counter()) else { return };
    // 0x20: normal priority, unconfirmed, break on error.
    let expected = 0x2000_0000 | (counter & 0x00FF_FFFF) as u32;
    if id.value != expected {
        findings.fail(Fault::at(
            subject.place(id.node),
            &expected.to_be_bytes()[..],
            &id.value.to_be_bytes()[..],
        ));
    }
}

//! CLK001: a device tells its time with a deviation from UTC.

use gbcs_parser::{CraFlag, NodeId, Payload};

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CLK001",
    name: "device-time-not-utc",
    summary: "A device tells its time with a deviation from UTC",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("reference data", "deviation of date-times")],
    requirements: &["CLK-09"],
    doc: include_str!("../../docs/CLK001.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Deviation in a DLMS date-time that is not specified.
const NOT_SPECIFIED: [u8; 2] = [0x80, 0x00];

/// The date-times in which a device tells its own time.
fn own_times(subject: &Subject<'_>) -> impl Iterator<Item = NodeId> {
    let of_message = subject.message.and_then(|message| message.envelope.date_time);
    let of_alert = subject.message.and_then(|message| match (subject.cra(), message.payload) {
        (Some(CraFlag::Alert), Payload::Dlms(apdu)) => {
            apdu.body.and_then(|body| message.tree.members(body).nth(1))
        }
        _ => None,
    });
    [of_message, of_alert].into_iter().flatten().filter(|node| subject.content(*node).len() == 12)
}

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(own_times(subject).next().is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for node in own_times(subject) {
        let deviation = subject.content(node).get(9..11).unwrap_or_default();
        if deviation != NOT_SPECIFIED && deviation != [0, 0] {
            let minutes = deviation.try_into().map(i16::from_be_bytes).unwrap_or_default();
            findings.fail(Fault::at(
                subject.place(node),
                "no deviation",
                Datum::Quantity(minutes.into(), "minutes"),
            ));
        }
    }
}

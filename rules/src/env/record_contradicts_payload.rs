//! ENV016: a record states something else than its payload.

use gbcs_parser::CraFlag;
use gbcs_parser::record::Direction;

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ENV016",
    name: "record-contradicts-payload",
    summary: "A record states something else than its payload",
    severity: Severity::Warning,
    about: About::Log,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "native log")],
    requirements: &[],
    doc: include_str!("../../docs/ENV016.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.message.is_some() && subject.message_record().is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some(record)) = (subject.message, subject.message_record()) else { return };
    let envelope = &message.envelope;
    let parties = [
        ("device_id", subject.record.device_id, message.device()),
        ("originator", record.originator, envelope.originator()),
        ("recipient", record.recipient, envelope.recipient()),
    ];
    for (field, stated, read) in parties {
        compare(subject, findings, field, (stated, read), Datum::from);
    }
    let counters = (record.originator_counter, envelope.counter());
    compare(subject, findings, "originator_counter", counters, Datum::from);
    let codes = (record.message_code, envelope.message_code());
    compare(subject, findings, "message_code", codes, Datum::Code);
    let flags = (record.cra_flag, envelope.cra());
    compare(subject, findings, "cra_flag", flags, |flag| Datum::Word(flag.name()));
    // The DCC hands pre-commands out and takes them back signed, and hands on what devices say;
    // what goes to a device is a command, and what comes from one is not.
    let goes_out = envelope.cra().map(|flag| flag == CraFlag::Command);
    let stated = record.direction;
    let contradiction = match (stated, goes_out) {
        (Some(Direction::ToDevice), Some(false)) => Some("from the device"),
        (Some(Direction::FromDevice), Some(true)) => Some("to the device"),
        _ => None,
    };
    if let (Some(read), Some(stated)) = (contradiction, stated) {
        findings.fail(Fault::at(subject.record_place("direction"), read, stated.name()));
    }
}

/// Compares what the record states with what the payload says, where it does both.
fn compare<T: Copy + PartialEq>(
    subject: &Subject<'_>,
    findings: &mut Findings,
    field: &'static str,
    values: (Option<T>, Option<T>),
    datum: impl Fn(T) -> Datum,
) {
    if let (Some(stated), Some(read)) = values
        && stated != read
    {
        findings.fail(Fault::at(subject.record_place(field), datum(read), datum(stated)));
    }
}

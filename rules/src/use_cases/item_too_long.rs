//! USE005: a value is longer than the template's maximum.

use gbcs_parser::{CraFlag, Message, Value};

use super::spot::{self, Spot};
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE005",
    name: "item-too-long",
    summary: "A value is longer than the template's maximum",
    severity: Severity::Warning,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases")],
    requirements: &[],
    doc: include_str!("../../docs/USE005.md"),
    concerns: spot::concerns,
    applies: spot::applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    spot::judge(subject, findings, RULE.code, |spot, message, findings| {
        if spot.is_alert_form(message) {
            return;
        }
        if let Some((most, length, unit)) = too_long(spot, message) {
            let count = |number: u64| Datum::Quantity(number.into(), unit);
            let expected = Datum::Range(Box::new(Datum::Number(0)), Box::new(count(most)));
            findings.fail(Fault::at(spot.place(subject), expected, count(length)));
        }
    });
}

/// The most that is allowed, what was found, and in which unit.
fn too_long(spot: &Spot, message: &Message<'_>) -> Option<(u64, u64, &'static str)> {
    let limit = (message.envelope.cra() == Some(CraFlag::Command))
        .then(|| spot.rules.limit.or(spot.further?.limit)?.max_length)
        .flatten();
    let further = spot.further.and_then(|rules| rules.max_length);
    let most = [spot.rules.max_length, further, limit].into_iter().flatten().min()?;
    let value = message.tree.value(spot.node, message.octets());
    let (length, unit) = match value {
        Value::Bits(bits) => (bits.len(), "bits"),
        Value::Octets(octets) => (octets.len(), "octets"),
        Value::Text(text) => (text.len(), "octets"),
        _ => return None,
    };
    // Of a constant, or one of several, the value is judged and not its length.
    let is_free = spot.rules.fixed.is_none() && spot.rules.allowed.is_empty();
    (length > most as usize && is_free && spot.has_type(message)).then_some((
        most.into(),
        length as u64,
        unit,
    ))
}

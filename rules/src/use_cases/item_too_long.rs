//! USE005: a value is longer than the template's maximum.

use gbcs_parser::kind::Kind;
use gbcs_parser::{CraFlag, Message, Value};

use super::spot::{self, Looks, Spot};
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
    spot::judge(subject, findings, RULE.code, Some(Looks::LENGTH), |spot, message, findings| {
        if let Some((most, length, unit)) = too_long(spot, message)
            && !spot.is_alert_form(message)
        {
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
    let node = message.tree.get(spot.node)?;
    let octets = node.content_span().len();
    let is_bits = matches!(node.kind, Kind::DlmsBitString | Kind::DerBitString);
    if (if is_bits { octets * 8 } else { octets }) <= most as usize {
        return None;
    }
    let value = message.tree.value(spot.node, message.octets());
    let (length, unit) = match value {
        Value::Bits(bits) => (bits.len(), "bits"),
        Value::Octets(octets) => (octets.len(), "octets"),
        Value::Text(text) => (text.len(), "octets"),
        _ => return None,
    };
    (length > most as usize && spot.has_type(message)).then_some((most.into(), length as u64, unit))
}

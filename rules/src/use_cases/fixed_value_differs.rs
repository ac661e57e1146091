//! USE003: an item with a constant has another value.

use gbcs_parser::Message;
use gbcs_parser::Value;
use gbcs_parser::catalogue::Constant;
use gbcs_parser::kind::Bits;

use super::spot::{self, Looks, Spot};
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE003",
    name: "fixed-value-differs",
    summary: "An item with a constant has another value",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases")],
    requirements: &[],
    doc: include_str!("../../docs/USE003.md"),
    concerns: spot::concerns,
    applies: spot::applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    spot::judge(subject, findings, RULE.code, Some(Looks::CONSTANT), |spot, message, findings| {
        if let Some(expected) = differs(spot, message) {
            let actual = spot.datum(message);
            findings.fail(Fault::at(spot.place(subject), expected, actual));
        }
    });
}

/// The constant, where the value is another.
fn differs(spot: &Spot, message: &Message<'_>) -> Option<Datum> {
    let constant = spot.rules.fixed?;
    let value = message.tree.value(spot.node, message.octets());
    if constant.is(&value) || !spot.has_type(message) {
        return None;
    }
    Some(constant_datum(&constant, spot.unit(message)))
}

/// A constant as a datum.
pub(super) fn constant_datum(constant: &Constant, unit: Option<&'static str>) -> Datum {
    match *constant {
        Constant::Number(number) => {
            unit.map_or(Datum::from(number), |unit| Datum::Quantity(number.into(), unit))
        }
        Constant::Bool(truth) => Datum::Truth(truth),
        Constant::Octets(octets) => Datum::from(octets),
        Constant::Bits(octets, bits) => {
            spot::value_datum(&Value::Bits(Bits::new(octets, bits)), None)
        }
    }
}

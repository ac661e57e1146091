//! USE006: a value is outside its range or enumeration.

use gbcs_parser::catalogue::{ValueLimit, ValueRules};
use gbcs_parser::{CraFlag, Message, Value};

use super::fixed_value_differs::constant_datum;
use super::spot::{self, Looks, Spot};
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE006",
    name: "item-out-of-range",
    summary: "A value is outside its range or enumeration",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[
        SpecRef::new("GBCS", "use cases"),
        SpecRef::new("DUIS", "5.4 schema, limits of values"),
    ],
    requirements: &["OFF-01"],
    doc: include_str!("../../docs/USE006.md"),
    concerns: spot::concerns,
    applies: spot::applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    spot::judge(subject, findings, RULE.code, Some(Looks::RANGE), |spot, message, findings| {
        let all = [Some(spot.rules), spot.further];
        let commands = message.envelope.cra() == Some(CraFlag::Command);
        let value = message.tree.value(spot.node, message.octets());
        let mut fail = |expected: Datum, severity| {
            let actual = spot.datum(message);
            let fault = Fault::at(spot.place(subject), expected, actual);
            findings.fail(fault.severity(severity));
        };
        if let Some(rules) = all.into_iter().flatten().find(|rules| !rules.is_in_range(&value)) {
            if spot.has_type(message) {
                fail(range(rules, spot, message), Severity::Error);
            }
            return;
        }
        if !commands {
            return;
        }
        let limits = all.into_iter().flatten().find_map(|rules| rules.limit);
        if let Some(limit) = limits.filter(|limit| !holds(limit, &value))
            && spot.has_type(message)
        {
            fail(limit_datum(&limit, spot.unit(message)), Severity::Warning);
        }
    });
}

/// Whether a value keeps the limits of its request. That it is too long is USE005's.
fn holds(limit: &ValueLimit, value: &Value<'_>) -> bool {
    ValueLimit { max_length: None, ..*limit }.holds(value)
}

/// What is allowed.
fn range(rules: &ValueRules, spot: &Spot, message: &Message<'_>) -> Datum {
    let unit = spot.unit(message);
    if let Some((least, most)) = rules.range {
        let end = unit.map_or(Datum::from(most), |unit| Datum::Quantity(most.into(), unit));
        return Datum::Range(Box::new(Datum::from(least)), Box::new(end));
    }
    if !rules.allowed.is_empty() {
        return rules
            .allowed
            .iter()
            .map(|one| constant_datum(one, unit))
            .collect::<Vec<_>>()
            .into();
    }
    let names = rules.names.iter();
    names.map(|(value, name)| Datum::Text(format!("{value} ({name})"))).collect::<Vec<_>>().into()
}

/// The limits of a request, as a datum.
fn limit_datum(limit: &ValueLimit, unit: Option<&'static str>) -> Datum {
    let open = Datum::Word("any");
    let number =
        |number: i64| unit.map_or(Datum::from(number), |unit| Datum::Quantity(number.into(), unit));
    if limit.min.is_some() || limit.max.is_some() {
        let from = limit.min.map_or(open.clone(), Datum::from);
        return Datum::Range(Box::new(from), Box::new(limit.max.map_or(open, number)));
    }
    let least = Datum::octet_count(limit.min_length.unwrap_or(0) as usize);
    Datum::Range(Box::new(least), Box::new(open))
}

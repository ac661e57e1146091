//! USE004: a DLMS or ZCL value has another type than the template's.

use gbcs_parser::{CraFlag, Message};

use super::spot::{self, Looks, Row, Spot};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE004",
    name: "item-type-differs",
    summary: "A DLMS or ZCL value has another type than the template's",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases")],
    requirements: &[],
    doc: include_str!("../../docs/USE004.md"),
    concerns: spot::concerns,
    applies: spot::applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut judged = false;
    let alert = subject.cra() == Some(CraFlag::Alert);
    let looks = if alert { None } else { Some(Looks::TYPE) };
    spot::judge(subject, findings, RULE.code, looks, |spot, message, findings| {
        if spot.is_alert_form(message) {
            return;
        }
        judged = true;
        if !spot.has_type(message) {
            let expected = expected(spot, message);
            findings.fail(Fault::at(spot.place(subject), expected, spot.type_name(message)));
        }
    });
    // The form of most alerts is ALT001's alone.
    if !judged && alert && findings.blocked.is_empty() {
        findings.not_applicable();
    }
}

/// Name of the type that should stand there.
fn expected(spot: &Spot, message: &Message<'_>) -> String {
    if let Some(container) = spot.container {
        return container.expected();
    }
    let width = match spot.row {
        Row::Attribute(attribute) => attribute.octets.map_or(0, usize::from),
        _ => message.tree.content(spot.node, message.octets()).len(),
    };
    let code = match spot.row {
        Row::Attribute(attribute) => attribute.type_code,
        _ => None,
    };
    let name = spot.rules.kind.map(|kind| kind.type_name(width).into_owned()).unwrap_or_default();
    code.map_or(name.clone(), |code| format!("{name} (0x{code:02X})"))
}

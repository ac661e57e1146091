//! USE007: the components are not those of the use case.

use gbcs_parser::catalogue::matching::{Alignment, is_default_response};
use gbcs_parser::catalogue::{GbzComponent, UseCase, use_case_of_code};
use gbcs_parser::gbz::{Component, Payload as Gbz, SMART_ENERGY_PROFILE, zcl};
use gbcs_parser::{CraFlag, Message, Payload};

use super::gbz::{self, Aligned};
use crate::datum::Datum;
use crate::env::undecoded;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE007",
    name: "gbz-components-differ",
    summary: "The components are not those of the use case",
    severity: Severity::Error,
    about: About::Direction,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases")],
    requirements: &["MSG-18", "MSG-22", "MSG-27"],
    doc: include_str!("../../docs/USE007.md"),
    concerns: Topic::is_gbz,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Payload and use case of a message that has a template.
pub(super) fn template(subject: &Subject<'_>) -> Option<(Gbz, &'static UseCase)> {
    let message = subject.message?;
    let Payload::Gbz(payload) = message.payload else { return None };
    let use_case = use_case_of_code(message.envelope.message_code()?)?;
    (!gbz::template(message, use_case).is_empty()).then_some((payload, use_case))
}

/// For rules on components.
pub(super) fn applies(subject: &Subject<'_>) -> Applies {
    match (subject.message, template(subject)) {
        (Some(_), Some(_)) if undecoded::is_payload_read(subject) => Applies::Yes,
        (Some(_), Some(_)) => Applies::blocked(Reason::Undecoded),
        _ => Applies::No,
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), Some((payload, use_case))) = (subject.message, template(subject)) else {
        return;
    };
    head(subject, message, &payload, findings);
    if let Aligned::Otherwise(alignment) = gbz::aligned(subject, message, &payload, use_case) {
        list(subject, message, &payload, use_case, alignment, findings);
    }
    gbz::components(subject, message, &payload, use_case, &mut |component, _, entry| {
        if gbz::is_itself(component, entry) {
            frame_control(subject, component, entry, findings);
            attributes(subject, message, component, entry, findings);
        }
    });
}

/// The head: the profile, and the number of components. In an alert the number counts none that
/// follow (reference data).
fn head(subject: &Subject<'_>, message: &Message<'_>, payload: &Gbz, findings: &mut Findings) {
    if let Some(profile) = payload.profile.filter(|field| field.value != SMART_ENERGY_PROFILE) {
        let (due, found) = (SMART_ENERGY_PROFILE.to_be_bytes(), profile.value.to_be_bytes());
        findings.fail(Fault::at(subject.place(profile.node), &due[..], &found[..]));
    }
    let Some(stated) = payload.component_count.filter(|_| payload.alert.is_none()) else { return };
    let found = payload.components(message).len();
    if usize::from(stated.value) != found {
        let place = subject.place(stated.node);
        findings.fail(Fault::at(place, found as u64, u64::from(stated.value)));
    }
}

/// The list of components.
fn list(
    subject: &Subject<'_>,
    message: &Message<'_>,
    payload: &Gbz,
    use_case: &'static UseCase,
    alignment: &Alignment,
    findings: &mut Findings,
) {
    let template = gbz::template(message, use_case);
    let found = payload.components(message);
    let is_response = message.envelope.cra() == Some(CraFlag::Response);
    // A device that refuses all of a command may say so once.
    if is_response && found.len() == 1 && found.iter().all(is_default_response) {
        return;
    }
    let Some(difference) = alignment.difference else { return };
    let is_refusal = found.get(difference.at).is_some_and(|answer| {
        outcome::default_response(message, answer)
            .is_some_and(|said| !gbz::is_asked(use_case.gbz.command, answer, said.command))
    });
    // One that answers what was not asked is USE011's.
    if is_response && is_refusal {
        return;
    }
    let due = difference.due.and_then(|due| template.get(due));
    let expected = due.map_or(Datum::Word("no further component"), |entry| {
        Datum::Text(format!("0x{:04X} {}", entry.cluster, entry.name))
    });
    let at = found.get(difference.at);
    let actual = at.map_or(Datum::Word("no further component"), |component| {
        Datum::Text(component_name(component))
    });
    let node = at.map_or(payload.node, |component| component.node);
    let mut fault = Fault::at(subject.place(node), expected, actual);
    // What follows a failure was not tried. That each gets an answer of its own is inferred.
    let failed = found.last().and_then(|last| outcome::default_response(message, last));
    if at.is_none() && failed.is_some_and(|answer| answer.status != 0) {
        fault = fault.severity(Severity::Warning);
    }
    findings.fail(fault);
}

fn component_name(component: &Component) -> String {
    let (Some(cluster), Some(command), Some(control)) =
        (component.cluster, component.command, component.frame_control)
    else {
        return "another component".to_owned();
    };
    let name = zcl::command_name(cluster.value, control.value, command.value);
    match name {
        Some(name) => format!("0x{:04X} {name}", cluster.value),
        None => format!("0x{:04X} command 0x{:02X}", cluster.value, command.value),
    }
}

fn frame_control(
    subject: &Subject<'_>,
    component: &Component,
    entry: &GbzComponent,
    findings: &mut Findings,
) {
    let Some(found) = component.frame_control.filter(|field| field.value != entry.frame_control)
    else {
        return;
    };
    let fault =
        Fault::at(subject.place(found.node), &[entry.frame_control][..], &[found.value][..]);
    // Whether a Default Response is wanted changes nothing else.
    let other_command = gbz::is_other_command(component, entry);
    let severity = if other_command { Severity::Error } else { Severity::Warning };
    findings.fail(fault.severity(severity));
}

/// The attributes that are read or answered.
fn attributes(
    subject: &Subject<'_>,
    message: &Message<'_>,
    component: &Component,
    entry: &GbzComponent,
    findings: &mut Findings,
) {
    let Some(payload) = component.payload.filter(|_| !entry.attributes.is_empty()) else { return };
    let tree = &message.tree;
    let mut due = entry.attributes.iter();
    let name = |id: u16, name: &str| Datum::Text(format!("0x{id:04X} {name}"));
    for node in tree.children(payload) {
        // In an answer the identifier is the first part of a record.
        let id_node = tree.children(node).next().unwrap_or(node);
        let id = tree.unsigned(id_node, message.octets()).and_then(|id| u16::try_from(id).ok());
        let attribute = due.next();
        if attribute.map(|attribute| attribute.id) != id {
            let expected = attribute
                .map_or(Datum::Word("no further attribute"), |found| name(found.id, found.name));
            let actual = id.map_or(Datum::Nothing, |id| {
                let cluster = component.cluster.map_or(0, |cluster| cluster.value);
                let known = zcl::attribute(cluster, false, id);
                name(id, known.map_or("", |known| known.element.name()))
            });
            findings.fail(Fault::at(subject.place(id_node), expected, actual));
            return;
        }
    }
    if let Some(attribute) = due.next() {
        let expected = name(attribute.id, attribute.name);
        findings.fail(Fault::at(subject.place(payload), expected, "no further attribute"));
    }
}

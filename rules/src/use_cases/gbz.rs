//! The components of a GBZ message with their template, and their values.

use gbcs_parser::catalogue::matching::{
    align_answers, align_components, is_component, is_default_response,
};
use gbcs_parser::catalogue::{
    GbzComponent, GbzField, GbzItem, GbzMessage, Instances, UseCase, ValueRules,
};
use gbcs_parser::gbz::{Component, Payload};
use gbcs_parser::{CraFlag, Message, NodeId};

use super::spot::{Row, Spot};
use crate::verdict::Reason;

/// Command, response or alert as templates have them.
pub(super) fn message_of(cra: CraFlag) -> GbzMessage {
    match cra {
        CraFlag::Command => GbzMessage::Command,
        CraFlag::Response => GbzMessage::Response,
        CraFlag::Alert => GbzMessage::Alert,
    }
}

/// The template of a message; empty where there is none.
pub(super) fn template(
    message: &Message<'_>,
    use_case: &'static UseCase,
) -> &'static [GbzComponent] {
    message.envelope.cra().map_or(&[], |cra| use_case.components(message_of(cra)))
}

/// Shows every component up to the first difference with its template entry.
pub(super) fn components(
    message: &Message<'_>,
    payload: &Payload,
    use_case: &'static UseCase,
    visit: &mut dyn FnMut(Component, &'static GbzComponent),
) {
    let template = template(message, use_case);
    if is_straight(message, payload, template) {
        for (component, entry) in payload.components(message).zip(template) {
            visit(component, entry);
        }
        return;
    }
    let found: Vec<Component> = payload.components(message).collect();
    let alignment = match message.envelope.cra() {
        Some(CraFlag::Response) => align_answers(message, &found, template),
        _ => align_components(message, &found, template),
    };
    for (component, due) in found.into_iter().zip(alignment.template) {
        if let Some(entry) = template.get(due) {
            visit(component, entry);
        }
    }
}

/// True where each entry of the template stands there once, as it is for most messages.
pub(super) fn is_straight(
    message: &Message<'_>,
    payload: &Payload,
    template: &'static [GbzComponent],
) -> bool {
    let once = |entry: &GbzComponent| {
        entry.instances == Instances::Counted && entry.least == 1 && entry.most == Some(1)
    };
    let mut found = payload.components(message);
    template.iter().all(|entry| {
        once(entry)
            && found.next().is_some_and(|component| is_component(message, &component, entry))
    }) && found.next().is_none()
}

/// True where a component is no Default Response that stands for another answer.
pub(super) fn is_itself(component: &Component, entry: &GbzComponent) -> bool {
    component.command.is_some_and(|field| field.value == entry.command_id)
        && component
            .frame_control
            .is_some_and(|field| (field.value ^ entry.frame_control) & 0x03 == 0)
}

/// Shows the values of a message, and gives what is missing to see them all.
pub(super) fn visit(
    message: &Message<'_>,
    payload: &Payload,
    use_case: &'static UseCase,
    visit: &mut dyn FnMut(Spot),
) -> Option<(Reason, &'static str)> {
    let mut no_key = false;
    components(message, payload, use_case, &mut |component, entry| {
        // What a Default Response says is judged as such.
        if is_default_response(&component) || !is_itself(&component, entry) {
            return;
        }
        let Some(payload) = component.payload else {
            no_key |= component.ciphertext.is_some();
            return;
        };
        fields(message, payload, use_case, entry, visit);
        attributes(message, payload, entry, visit);
    });
    no_key.then_some((Reason::NoKey, "an encrypted component"))
}

fn fields(
    message: &Message<'_>,
    payload: NodeId,
    use_case: &'static UseCase,
    entry: &'static GbzComponent,
    visit: &mut dyn FnMut(Spot),
) {
    let tree = &message.tree;
    for (node, field) in tree.children(payload).zip(entry.fields) {
        // Behind a structure the fields are not told apart by their number.
        let is_leaf = tree.get(node).is_some_and(|node| !node.kind.is_container());
        if !is_leaf || field.rules.kind.is_none() {
            break;
        }
        let further = row_of(message, use_case, entry, field);
        let row = Row::Field(field);
        visit(Spot { node, row, rules: &field.rules, further, container: None });
    }
}

/// What the mapping table says of a field beyond the template.
fn row_of(
    message: &Message<'_>,
    use_case: &'static UseCase,
    entry: &'static GbzComponent,
    field: &GbzField,
) -> Option<&'static ValueRules> {
    let kind = message.envelope.cra().map(message_of)?;
    let says_more = |item: &&GbzItem| {
        let rules = &item.rules;
        // A row of another type, or of several, speaks of a part of the field.
        rules.kind == field.rules.kind
            && (rules.limit.is_some() || rules.range.is_some() || rules.names_complete)
    };
    let command = |item: &GbzItem| match kind {
        GbzMessage::Command => item.command_id,
        _ => item.response_id,
    };
    let mut rows = use_case.gbz_items.iter().filter(says_more).filter(|item| {
        item.message == kind
            && item.cluster == entry.cluster
            && command(item) == Some(entry.command_id)
            && item.parameter == field.name
    });
    match (rows.next(), rows.next()) {
        // Several rows share what one field packs.
        (Some(item), None) => Some(&item.rules),
        _ => None,
    }
}

/// The attributes of a Read Attributes Response: identifier, status and, on success, a value.
fn attributes(
    message: &Message<'_>,
    payload: NodeId,
    entry: &'static GbzComponent,
    visit: &mut dyn FnMut(Spot),
) {
    let tree = &message.tree;
    for (record, attribute) in tree.children(payload).zip(entry.attributes) {
        let mut parts = tree.children(record);
        let same = parts
            .next()
            .is_some_and(|id| tree.unsigned(id, message.octets()) == Some(attribute.id.into()));
        if let (true, Some(node)) = (same, parts.nth(1)) {
            let row = Row::Attribute(attribute);
            visit(Spot { node, row, rules: &attribute.rules, further: None, container: None });
        }
    }
}

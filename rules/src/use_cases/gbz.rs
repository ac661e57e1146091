//! The components of a GBZ message with their template, and their values.

use gbcs_parser::catalogue::matching::{
    NOT_TRIED, align_answers, align_components, is_component, is_default_response,
};
use gbcs_parser::catalogue::{
    GbzAttribute, GbzComponent, GbzField, GbzItem, GbzMessage, Instances, UseCase, ValueRules,
};
use gbcs_parser::gbz::{Component, Payload};
use gbcs_parser::{CraFlag, Message, NodeId};

use super::spot::{Looks, Row, Spot};
use crate::subject::Subject;
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

/// Shows every component up to the first difference with its template entry. Where the list differs,
/// entries that look alike are left out: which of them a component is cannot be told.
pub(super) fn components(
    subject: &Subject<'_>,
    message: &Message<'_>,
    payload: &Payload,
    use_case: &'static UseCase,
    visit: &mut dyn FnMut(&Component, &'static GbzComponent),
) {
    let template = template(message, use_case);
    if is_straight(subject, message, payload, use_case) {
        for (component, entry) in payload.components(message).iter().zip(template) {
            visit(component, entry);
        }
        return;
    }
    let found = payload.components(message);
    let alignment = match message.envelope.cra() {
        Some(CraFlag::Response) => align_answers(message, found, template),
        _ => align_components(message, found, template),
    };
    let is_clear = |due: usize, entry: &GbzComponent| {
        let alike = |(at, other): (usize, &GbzComponent)| at != due && look_alike(other, entry);
        alignment.difference.is_none() || !template.iter().enumerate().any(alike)
    };
    for (component, due) in found.iter().zip(alignment.template.iter().copied()) {
        if let Some(entry) = template.get(due).filter(|entry| is_clear(due, entry)) {
            visit(component, entry);
        }
    }
}

/// True where two entries are of the same command.
fn look_alike(one: &GbzComponent, other: &GbzComponent) -> bool {
    let command = |entry: &GbzComponent| (entry.cluster, entry.command_id, entry.frame_control);
    command(one) == command(other)
}

/// True where each entry of the template stands there once, as it is for most messages.
pub(super) fn is_straight(
    subject: &Subject<'_>,
    message: &Message<'_>,
    payload: &Payload,
    use_case: &'static UseCase,
) -> bool {
    *subject.memo.straight.get_or_init(|| is_one_by_one(message, payload, use_case))
}

fn is_one_by_one(message: &Message<'_>, payload: &Payload, use_case: &'static UseCase) -> bool {
    let template = template(message, use_case);
    let once = |entry: &GbzComponent| {
        entry.instances == Instances::Counted && entry.least == 1 && entry.most == Some(1)
    };
    let found = payload.components(message);
    found.len() == template.len()
        && found
            .iter()
            .zip(template)
            .all(|(component, entry)| once(entry) && is_component(message, component, entry))
}

/// True where a component is no Default Response that stands for another answer.
pub(super) fn is_itself(component: &Component, entry: &GbzComponent) -> bool {
    component.command.is_some_and(|field| field.value == entry.command_id)
        && component
            .frame_control
            .is_some_and(|field| (field.value ^ entry.frame_control) & 0x03 == 0)
}

/// Whether a Default Response may name the command `id`: the template of the command has it in the
/// same cluster, or it says that something was not tried.
pub(super) fn is_asked(command: &'static [GbzComponent], answer: &Component, id: u8) -> bool {
    let cluster = answer.cluster.map(|field| field.value);
    let is_it = |entry: &GbzComponent| Some(entry.cluster) == cluster && entry.command_id == id;
    id == NOT_TRIED || command.iter().any(is_it)
}

/// Bits of a frame control that make another command of it: frame type, manufacturer, direction.
const SAME_COMMAND: u8 = 0x0F;

/// True where the frame control makes another command of a component than its entry's.
pub(super) fn is_other_command(component: &Component, entry: &GbzComponent) -> bool {
    component
        .frame_control
        .is_some_and(|field| (field.value ^ entry.frame_control) & SAME_COMMAND != 0)
}

/// Shows the values of a message, and gives what is missing to see them all.
pub(super) fn visit(
    subject: &Subject<'_>,
    message: &Message<'_>,
    payload: &Payload,
    use_case: &'static UseCase,
    visit: &mut dyn FnMut(Spot),
) -> Option<(Reason, &'static str)> {
    let mut no_key = false;
    components(subject, message, payload, use_case, &mut |component, entry| {
        // What a Default Response says is judged as such.
        if is_default_response(component)
            || !is_itself(component, entry)
            || is_other_command(component, entry)
        {
            return;
        }
        let Some(payload) = component.payload else {
            no_key |= component.ciphertext.is_some();
            return;
        };
        fields(message, payload, use_case, entry, visit);
        attributes(message, payload, use_case, entry, visit);
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
        let looks = Looks::of(&field.rules, further);
        visit(Spot { node, row, rules: &field.rules, further, container: None, looks });
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
    let command = |item: &GbzItem| match kind {
        GbzMessage::Command => item.command_id,
        _ => item.response_id,
    };
    only_row(use_case, &field.rules, |item| {
        item.message == kind
            && item.cluster == entry.cluster
            && command(item) == Some(entry.command_id)
            && item.parameter == field.name
    })
}

/// What the mapping table says of an attribute beyond the template.
fn row_of_attribute(
    use_case: &'static UseCase,
    entry: &'static GbzComponent,
    attribute: &GbzAttribute,
) -> Option<&'static ValueRules> {
    only_row(use_case, &attribute.rules, |item| {
        item.cluster == entry.cluster && item.attribute_ids == [attribute.id]
    })
}

/// The one row that `is_its` and says more than the template's `rules`.
fn only_row(
    use_case: &'static UseCase,
    rules: &ValueRules,
    is_its: impl Fn(&GbzItem) -> bool,
) -> Option<&'static ValueRules> {
    let says_more = |item: &&GbzItem| {
        let row = &item.rules;
        // A row of another type, or of several, speaks of a part of the field.
        row.kind == rules.kind
            && (row.limit.is_some()
                || row.range.is_some()
                || row.max_length.is_some()
                || row.names_complete)
    };
    let mut rows = use_case.gbz_items.iter().filter(says_more).filter(|item| is_its(item));
    let first = rows.next()?;
    let same = |item: &GbzItem| {
        let bounds = |rules: &ValueRules| (rules.range, rules.limit, rules.max_length);
        bounds(&item.rules) == bounds(&first.rules) && item.rules.names == first.rules.names
    };
    // Several rows that say different things share what one field packs.
    rows.all(same).then_some(&first.rules)
}

/// The attributes of a Read Attributes Response: identifier, status and, on success, a value.
fn attributes(
    message: &Message<'_>,
    payload: NodeId,
    use_case: &'static UseCase,
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
            let further = row_of_attribute(use_case, entry, attribute);
            let looks = Looks::of(&attribute.rules, further).with(Looks::TYPE);
            visit(Spot { node, row, rules: &attribute.rules, further, container: None, looks });
        }
    }
}

//! Types, constants, ranges and lengths of values.

use std::collections::BTreeMap;

use gbcs_parser::catalogue::matching::{
    Alignment, align_answers, align_components, is_default_response,
};
use gbcs_parser::catalogue::values::item_values;
use gbcs_parser::catalogue::{GbzComponent, GbzMessage, ItemPart, ValueRules, use_case_of_code};
use gbcs_parser::gbz::Component;
use gbcs_parser::kind::Kind;
use gbcs_parser::tree::NodeId;
use gbcs_parser::{CraFlag, Message, Payload, Value};

use crate::{Difference, judge, messages};

/// What the rules of a value say against a leaf; nothing where it keeps them.
pub fn value_faults(rules: &ValueRules, message: &Message<'_>, leaf: NodeId) -> Vec<&'static str> {
    let Some(node) = message.tree.get(leaf) else { return Vec::new() };
    if !rules.has_type(node.kind) {
        return vec!["type"];
    }
    let value = message.tree.value(leaf, message.octets());
    let is_command = message.envelope.cra() == Some(CraFlag::Command);
    let limit = rules.limit.filter(|_| is_command);
    let checks = [
        ("fixed value", rules.has_constant(&value)),
        ("range", rules.is_in_range(&value)),
        ("length", !rules.is_too_long(&value)),
        ("limit", limit.is_none_or(|limit| limit.holds(&value))),
    ];
    checks.into_iter().filter(|(_, fits)| !fits).map(|(name, _)| name).collect()
}

#[test]
fn dlms_values_keep_what_their_items_say() {
    let Some(messages) = messages() else { return };
    let (mut found, mut checked) = (BTreeMap::new(), 0);
    let (mut values, mut unknown) = (0, BTreeMap::<(&str, String), usize>::new());
    for octets in &messages {
        let message = Message::decode(octets);
        let Payload::Dlms(_) = &message.payload else { continue };
        let use_case = message.envelope.message_code().and_then(use_case_of_code).unwrap();
        checked += 1;
        for value in item_values(&message, None) {
            values += 1;
            let Some(item) = value.item else {
                let class = value.entry.map(|entry| (entry.class_id, entry.index));
                *unknown
                    .entry((use_case.id, format!("{:?} {class:?}", value.part)))
                    .or_default() += 1;
                // Without a row are: parameters of a selection beside its bounds, of class 30,
                // code and time of alerts, values of a type that the mapping table does not state,
                // and nothing at all.
                let no_row = value.part == ItemPart::Selection
                    || value.entry.is_none_or(|entry| {
                        entry.class_id == 30
                            || use_case.items_of(entry).any(|item| item.rules.kind.is_none())
                    })
                    || message.tree.value(value.node, octets) == Value::Null;
                assert!(no_row, "{} {:?} {:?}", use_case.id, value.part, value.address);
                continue;
            };
            for fault in value_faults(&item.rules, &message, value.node) {
                let kind = message.tree.get(value.node).unwrap().kind;
                let name = format!("{}.{}", item.object, item.attribute);
                let has = format!("{fault} {kind:?}");
                let key = (use_case.id.to_owned(), "value".to_owned(), has, name);
                *found.entry(key).or_default() += 1;
            }
        }
    }
    for ((use_case, place), count) in &unknown {
        println!("{use_case}: no item for {place} ({count})");
    }
    println!("{values} values, {} without an item", unknown.values().sum::<usize>());
    judge(&found, checked, &["value"]);
}

/// What a component says against its template, by name.
fn component_faults(
    message: &Message<'_>,
    component: &Component,
    entry: &GbzComponent,
    last_instance: bool,
) -> Vec<String> {
    let mut faults = Vec::new();
    let mut expect = |name: &str, found: Option<u64>, due: u64| {
        if found != Some(due) {
            faults.push(format!("{name} {found:02X?} for {due:02X}"));
        }
    };
    let control = entry.control_last.filter(|_| last_instance).unwrap_or(entry.control);
    expect("control", Some(component.control.value.into()), control.into());
    let frame_control = component.frame_control.map(|field| field.value.into());
    expect("frame control", frame_control, entry.frame_control.into());
    if !entry.length_variable {
        expect("length", component.length.map(|field| field.value.into()), entry.length.into());
    }
    let Some(payload) = component.payload else { return faults };
    if component.is_encrypted() {
        return faults;
    }
    let fields: Vec<NodeId> = message.tree.children(payload).collect();
    for (node, field) in fields.iter().zip(entry.fields) {
        let width = message.tree.content(*node, message.octets()).len();
        let is_container = message.tree.get(*node).is_some_and(|node| node.kind.is_container());
        if is_container || field.rules.kind.is_none() {
            break;
        }
        let is_text =
            matches!(field.rules.kind, Some(Kind::ZclOctetString | Kind::ZclCharacterString));
        if !is_text && field.octets.is_some_and(|octets| usize::from(octets) != width) {
            faults.push(format!("{}: width {width}", field.name));
        }
        // A field has no type on the wire, so only its value is judged.
        let free = ValueRules { kind: None, ..field.rules };
        for fault in value_faults(&free, message, *node) {
            let value = message.tree.value(*node, message.octets());
            faults.push(format!("{}: {fault} {value:02X?}", field.name));
        }
    }
    attribute_faults(message, &fields, entry, &mut faults);
    faults
}

/// What the attributes of a Read Attributes command or response say against their template.
fn attribute_faults(
    message: &Message<'_>,
    fields: &[NodeId],
    entry: &GbzComponent,
    faults: &mut Vec<String>,
) {
    if entry.attributes.is_empty() {
        return;
    }
    if fields.len() != entry.attributes.len() {
        faults.push(format!("{} attributes for {}", fields.len(), entry.attributes.len()));
    }
    let (tree, octets) = (&message.tree, message.octets());
    for (node, attribute) in fields.iter().zip(entry.attributes) {
        let parts: Vec<NodeId> = tree.children(*node).collect();
        let id = parts.first().copied().unwrap_or(*node);
        if tree.unsigned(id, octets) != Some(attribute.id.into()) {
            faults.push(format!("{}: another attribute", attribute.name));
        }
        if let Some(value) = parts.get(2) {
            for fault in value_faults(&attribute.rules, message, *value) {
                let value = message.tree.value(*value, octets);
                faults.push(format!("{}: {fault} {value:02X?}", attribute.name));
            }
            let content = tree.content(*value, octets).len();
            let head = tree.get(*value).map_or(0, |node| usize::from(node.head() == 2));
            if attribute.octets.is_some_and(|due| usize::from(due) != content + head) {
                faults.push(format!("{}: {content} octets", attribute.name));
            }
        }
    }
}

#[test]
fn gbz_components_keep_what_their_templates_say() {
    let Some(messages) = messages() else { return };
    let (mut found, mut checked) = (BTreeMap::<Difference, usize>::new(), 0);
    for octets in &messages {
        let message = Message::decode(octets);
        let Payload::Gbz(payload) = &message.payload else { continue };
        let use_case = message.envelope.message_code().and_then(use_case_of_code).unwrap();
        let (kind, name) = match message.envelope.cra() {
            Some(CraFlag::Command) => (GbzMessage::Command, "components of a command"),
            Some(CraFlag::Response) => (GbzMessage::Response, "components of a response"),
            _ => (GbzMessage::Alert, "components of an alert"),
        };
        let template = use_case.components(kind);
        let components = payload.components(&message);
        let exact = align_components(&message, components, template);
        let refused = exact.difference.is_some();
        let Alignment { template: due, .. } = match kind {
            GbzMessage::Response => align_answers(&message, components, template),
            _ => exact,
        };
        for (n, (component, due)) in components.iter().zip(&due).enumerate() {
            let entry = &template[*due];
            // Where a device refuses, any Default Response may stand for any answer.
            if component.command.map(|field| field.value) != Some(entry.command_id)
                || (refused && is_default_response(component))
            {
                continue;
            }
            checked += 1;
            for fault in component_faults(&message, component, entry, n + 1 == components.len()) {
                let key = (use_case.id.to_owned(), name.to_owned(), fault, entry.name.to_owned());
                *found.entry(key).or_default() += 1;
            }
        }
    }
    let kinds = ["components of a command", "components of a response", "components of an alert"];
    judge(&found, checked, &kinds);
}

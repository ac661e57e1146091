//! Types, constants, ranges and lengths of values.

use std::collections::BTreeMap;

use gbcs_parser::catalogue::matching::{
    Alignment, align_answers, align_components, align_requests, is_default_response, leaves,
};
use gbcs_parser::catalogue::{
    DlmsRequest, GbzComponent, GbzMessage, ItemPart, ValueRules, use_case_of_code,
};
use gbcs_parser::dlms::{AccessKind, AccessRequest, ApduKind};
use gbcs_parser::gbz::Component;
use gbcs_parser::kind::Kind;
use gbcs_parser::tree::NodeId;
use gbcs_parser::{CraFlag, Message, Payload, Value};

use crate::{Difference, judge, messages};

/// What the rules of a value say against a leaf; nothing where it keeps them.
fn value_faults(rules: &ValueRules, message: &Message<'_>, leaf: NodeId) -> Vec<&'static str> {
    let Some(node) = message.tree.get(leaf) else { return Vec::new() };
    let value = message.tree.value(leaf, message.octets());
    let mut faults = Vec::new();
    if rules.kind.is_some_and(|kind| kind != node.kind) {
        return vec!["type"];
    }
    if rules.fixed.is_some_and(|fixed| !fixed.is(&value)) {
        faults.push("fixed value");
    }
    if !rules.allowed.is_empty() && !rules.allowed.iter().any(|constant| constant.is(&value)) {
        faults.push("allowed values");
    }
    let number = match value {
        Value::Unsigned(n) => i64::try_from(n).ok(),
        Value::Signed(n) => Some(n),
        _ => None,
    };
    let outside = |least: Option<i64>, most: Option<i64>| {
        number.is_some_and(|n| {
            least.is_some_and(|least| n < least) || most.is_some_and(|most| n > most)
        })
    };
    if rules.range.is_some_and(|(least, most)| outside(Some(least), Some(most))) {
        faults.push("range");
    }
    let named = |n: i64| u64::try_from(n).is_ok_and(|n| rules.name_of(n).is_some());
    if rules.names_complete && number.is_some_and(|n| !named(n)) {
        faults.push("names");
    }
    let length = match value {
        Value::Bits(bits) => Some(bits.len()),
        Value::Octets(octets) => Some(octets.len()),
        Value::Text(text) => Some(text.len()),
        _ => None,
    };
    let too_long = |most: u32| length.is_some_and(|n| n > most as usize);
    if rules.max_length.is_some_and(too_long) {
        faults.push("length");
    }
    if message.envelope.cra() == Some(CraFlag::Command) {
        if let Some(limit) = rules.limit {
            let short =
                limit.min_length.is_some_and(|least| length.is_some_and(|n| n < least as usize));
            if outside(limit.min, limit.max) || short || limit.max_length.is_some_and(too_long) {
                faults.push("limit");
            }
        }
    }
    faults
}

#[test]
fn dlms_values_keep_what_their_items_say() {
    let Some(messages) = messages() else { return };
    let (mut found, mut checked) = (BTreeMap::new(), 0);
    let (mut values, mut unknown) = (0, BTreeMap::<(&str, String), usize>::new());
    for octets in &messages {
        let message = Message::decode(octets);
        let Payload::Dlms(apdu) = &message.payload else { continue };
        let use_case = message.envelope.message_code().and_then(use_case_of_code).unwrap();
        let template = use_case.dlms_requests;
        if template.is_empty() {
            continue;
        }
        let mut parts: Vec<(&DlmsRequest, ItemPart, NodeId)> = Vec::new();
        if apdu.kind == Some(ApduKind::AccessRequest) {
            let requests: Vec<AccessRequest> = apdu.requests(&message).collect();
            let alignment = align_requests(&requests, template);
            for (request, due) in requests.iter().zip(&alignment.template) {
                let entry = &template[*due];
                if let Some((_, selection)) = request.selection {
                    parts.push((entry, ItemPart::Selection, selection));
                }
                match (entry.access, request.data) {
                    (AccessKind::Set, Some(data)) => parts.push((entry, ItemPart::Value, data)),
                    (AccessKind::Action, Some(data)) => {
                        parts.push((entry, ItemPart::Parameter, data));
                    }
                    _ => {}
                }
            }
        } else if apdu.kind == Some(ApduKind::AccessResponse) {
            let results: Vec<_> = apdu.results(&message).collect();
            if results.len() != template.len() {
                continue;
            }
            for (result, entry) in results.iter().zip(template) {
                let Some(data) = result.data else { continue };
                match entry.access {
                    _ if result.code != 0 => {}
                    AccessKind::Get | AccessKind::GetWithSelection => {
                        parts.push((entry, ItemPart::Value, data));
                    }
                    AccessKind::Action => parts.push((entry, ItemPart::Answer, data)),
                    AccessKind::Set => {}
                }
            }
        } else {
            continue;
        }
        checked += 1;
        for (entry, part, data) in parts {
            for leaf in leaves(&message.tree, data) {
                values += 1;
                let Some(item) = use_case.item_at(entry, part, &leaf.address) else {
                    let place = format!("{part:?} of class {} {}", entry.class_id, entry.index);
                    // Parameters of a selection beside its bounds, of class 30, values of a type
                    // that the mapping table does not state, and nothing at all have no row.
                    let no_row = part == ItemPart::Selection
                        || entry.class_id == 30
                        || use_case.items_of(entry).any(|item| item.rules.kind.is_none())
                        || message.tree.value(leaf.node, octets) == Value::Null;
                    assert!(no_row, "{} {place} {:?}", use_case.id, leaf.address);
                    *unknown.entry((use_case.id, place)).or_default() += 1;
                    continue;
                };
                for fault in value_faults(&item.rules, &message, leaf.node) {
                    let kind = message.tree.get(leaf.node).unwrap().kind;
                    let name = format!("{}.{}", item.object, item.attribute);
                    let has = format!("{fault} {kind:?}");
                    println!("    {name} {:?}", message.tree.value(leaf.node, octets));
                    let key = (use_case.id.to_owned(), "value".to_owned(), has, name);
                    *found.entry(key).or_default() += 1;
                }
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
        let components: Vec<Component> = payload.components(&message).collect();
        let exact = align_components(&message, &components, template);
        let refused = exact.difference.is_some();
        let Alignment { template: due, .. } = match kind {
            GbzMessage::Response => align_answers(&message, &components, template),
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

//! `gbcheck rules use-case:ID`: the template of a use case, as the rules hold messages against it.

use std::io::Write as _;

use gbcs_parser::catalogue::{
    Constant, GbzComponent, GbzMessage, UseCase, ValueRules, items, use_case,
};
use gbcs_parser::dlms::AccessKind;
use gbcs_parser::kind::Kind;
use serde_json::{Map, Value, json};

use crate::exit::Failure;
use crate::output::Output;

/// Where the templates are from: the use-case section of the specification, in this edition.
pub const SOURCE: &str = "GBCS 4.0, use cases";

/// The use case that a selector `use-case:ID` names; `None` for another selector.
pub fn selected(selector: &str) -> Option<Result<&'static UseCase, Failure>> {
    let id = selector.strip_prefix("use-case:")?;
    Some(use_case(id).ok_or_else(|| Failure::Usage(format!("there is no use case {id:?}"))))
}

/// Writes a template for people.
pub fn text(output: &mut Output, case: &UseCase) -> Result<(), Failure> {
    writeln!(output, "{} {}", case.id, case.title)?;
    let codes: Vec<String> = case.message_codes.iter().map(|c| format!("0x{c:04X}")).collect();
    writeln!(output, "  message codes  {}", codes.join(", "))?;
    let names = |names: Vec<&str>| if names.is_empty() { "-".to_owned() } else { names.join(", ") };
    writeln!(
        output,
        "  targets        {}",
        names(case.targets.iter().map(|t| t.name()).collect())
    )?;
    writeln!(output, "  roles          {}", names(case.roles.iter().map(|r| r.name()).collect()))?;
    writeln!(output, "  requests       {}", names(case.service_references.to_vec()))?;
    let word = |stated: Option<bool>| match stated {
        Some(true) => "yes",
        Some(false) => "no",
        None => "-",
    };
    for (name, stated) in [
        ("critical", case.critical),
        ("future dated", case.future_dated),
        ("replay", case.replay_protection),
    ] {
        writeln!(output, "  {name:<14} {}", word(stated))?;
    }
    writeln!(output, "  source         {}", case.defined_in.unwrap_or(SOURCE))?;
    for (number, entry) in case.dlms_requests.iter().enumerate() {
        let optional = if entry.optional { ", optional" } else { "" };
        let request = request(entry.access, entry.class_id, entry.obis, entry.index);
        writeln!(output, "\n  [{number}] {request}{optional}")?;
        let protected = entry.protected.iter().flat_map(|a| case.protected_items_of(a));
        for item in case.items_of(entry).chain(protected) {
            let unit = items::ELEMENTS.get(item.element as usize).and_then(|element| element.unit);
            let sensitive = if item.sensitive { " sensitive" } else { "" };
            writeln!(
                output,
                "      row {:<5} {}.{}  {}{sensitive}",
                item.mapping_row,
                item.object,
                item.attribute,
                describe(&item.rules, None, unit)
            )?;
        }
    }
    for (name, message) in MESSAGES {
        for (number, component) in case.components(message).iter().enumerate() {
            writeln!(output, "\n  {name}[{number}] {}", component_line(component))?;
            for field in component.fields {
                writeln!(
                    output,
                    "      {}  {}",
                    field.name,
                    describe(&field.rules, field.octets, None)
                )?;
            }
            for attribute in component.attributes {
                writeln!(
                    output,
                    "      0x{:04X} {}  {}",
                    attribute.id,
                    attribute.name,
                    describe(&attribute.rules, attribute.octets, None)
                )?;
            }
        }
    }
    Ok(())
}

const MESSAGES: [(&str, GbzMessage); 3] = [
    ("command", GbzMessage::Command),
    ("response", GbzMessage::Response),
    ("alert", GbzMessage::Alert),
];

fn component_line(component: &GbzComponent) -> String {
    let most = component.most.map_or("any number".to_owned(), |most| most.to_string());
    format!(
        "0x{:04X} {} (command 0x{:02X}, {} to {most} times, control 0x{:02X}{})",
        component.cluster,
        component.name,
        component.command_id,
        component.least,
        component.control,
        if component.encrypted { ", encrypted" } else { "" }
    )
}

fn request(access: AccessKind, class_id: u16, obis: [u8; 6], index: u8) -> String {
    let access = match access {
        AccessKind::Get => "get",
        AccessKind::Set => "set",
        AccessKind::Action => "action",
        AccessKind::GetWithSelection => "get with selection",
    };
    let [a, b, c, d, e, f] = obis;
    format!("{access} class {class_id} {a}-{b}:{c}.{d}.{e}.{f} index {index}")
}

/// Name of a type; those of ZCL are named by their width, where it is fixed.
fn type_name(kind: Kind, octets: Option<u8>) -> String {
    match octets {
        Some(octets) => kind.type_name(octets.into()).into_owned(),
        None => kind.type_name(0).trim_end_matches('0').to_owned(),
    }
}

/// Type, constant, range and length in words.
fn describe(rules: &ValueRules, octets: Option<u8>, unit: Option<&str>) -> String {
    let mut words = Vec::new();
    if let Some(kind) = rules.kind {
        words.push(type_name(kind, octets));
    }
    if let Some(most) = rules.max_length {
        words.push(format!("at most {most} long"));
    }
    if let Some(fixed) = &rules.fixed {
        words.push(format!("= {}", constant(fixed)));
    }
    if !rules.allowed.is_empty() {
        let allowed: Vec<String> = rules.allowed.iter().map(constant).collect();
        words.push(format!("one of {}", allowed.join(", ")));
    }
    if let Some((least, most)) = rules.range {
        words.push(format!("{least} to {most}"));
    }
    if !rules.names.is_empty() {
        let names: Vec<String> =
            rules.names.iter().map(|(n, name)| format!("{n} {name}")).collect();
        words.push(format!("({})", names.join(", ")));
    }
    if let Some(limit) = &rules.limit {
        let of = |end: Option<i64>| end.map_or("any".to_owned(), |end| end.to_string());
        if limit.min.is_some() || limit.max.is_some() {
            words.push(format!("request {} to {}", of(limit.min), of(limit.max)));
        }
        if limit.min_length.is_some() || limit.max_length.is_some() {
            let of = |end: Option<u32>| end.map_or("any".to_owned(), |end| end.to_string());
            words.push(format!(
                "request length {} to {}",
                of(limit.min_length),
                of(limit.max_length)
            ));
        }
        words.push(format!("(DUIS, {} {})", limit.service_reference, limit.element));
    }
    words.extend(unit.map(|unit| format!("in {unit}")));
    words.join(" ")
}

fn constant(constant: &Constant) -> String {
    match constant {
        Constant::Number(number) => number.to_string(),
        Constant::Bool(truth) => truth.to_string(),
        Constant::Octets(octets) => octets.iter().map(|octet| format!("{octet:02X}")).collect(),
        Constant::Bits(octets, count) => (0..*count)
            .map(|bit| match octets.get(bit / 8) {
                Some(octet) if octet >> (7 - bit % 8) & 1 == 1 => '1',
                _ => '0',
            })
            .collect(),
    }
}

/// The template as a JSON object.
pub fn object(case: &UseCase) -> Value {
    let entries: Vec<Value> = case
        .dlms_requests
        .iter()
        .map(|entry| {
            let rows = case
                .items_of(entry)
                .chain(entry.protected.iter().flat_map(|a| case.protected_items_of(a)));
            let items: Vec<Value> = rows
                .map(|item| {
                    let name = format!("{}.{}", item.object, item.attribute);
                    let mut object = rules_object(name, &item.rules, None);
                    object.insert("row".into(), item.mapping_row.into());
                    object.insert("sensitive".into(), item.sensitive.into());
                    let unit = items::ELEMENTS.get(item.element as usize).and_then(|e| e.unit);
                    object.insert("unit".into(), unit.into());
                    object.into()
                })
                .collect();
            json!({
                "request": request(entry.access, entry.class_id, entry.obis, entry.index),
                "optional": entry.optional,
                "items": items,
            })
        })
        .collect();
    let mut components = Map::new();
    for (name, message) in MESSAGES {
        let list: Vec<Value> = case.components(message).iter().map(component_object).collect();
        components.insert(name.into(), list.into());
    }
    json!({
        "schema": "gbcheck.use-case/1",
        "use_case": case.id,
        "title": case.title,
        "message_codes": case.message_codes.iter().map(|c| format!("0x{c:04X}")).collect::<Vec<_>>(),
        "targets": case.targets.iter().map(|target| target.name()).collect::<Vec<_>>(),
        "roles": case.roles.iter().map(|role| role.name()).collect::<Vec<_>>(),
        "source": case.defined_in.unwrap_or(SOURCE),
        "dlms_requests": entries,
        "gbz_components": components,
    })
}

fn component_object(component: &GbzComponent) -> Value {
    let fields: Vec<Value> = component
        .fields
        .iter()
        .map(|field| rules_object(field.name.into(), &field.rules, field.octets).into())
        .collect();
    let attributes: Vec<Value> = component
        .attributes
        .iter()
        .map(|attribute| {
            let mut object =
                rules_object(attribute.name.into(), &attribute.rules, attribute.octets);
            object.insert("attribute".into(), format!("0x{:04X}", attribute.id).into());
            object.into()
        })
        .collect();
    json!({
        "name": component.name,
        "cluster": format!("0x{:04X}", component.cluster),
        "command": component.command_id,
        "least": component.least,
        "most": component.most,
        "control": component.control,
        "encrypted": component.encrypted,
        "fields": fields,
        "attributes": attributes,
    })
}

fn rules_object(name: String, rules: &ValueRules, octets: Option<u8>) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("name".into(), name.into());
    object.insert("type".into(), rules.kind.map(|kind| type_name(kind, octets)).into());
    object.insert("max_length".into(), rules.max_length.into());
    object.insert("fixed".into(), rules.fixed.as_ref().map(constant).into());
    object.insert("allowed".into(), rules.allowed.iter().map(constant).collect::<Vec<_>>().into());
    object.insert("range".into(), rules.range.map(|(least, most)| vec![least, most]).into());
    let names: Map<String, Value> =
        rules.names.iter().map(|(n, name)| (n.to_string(), (*name).into())).collect();
    object.insert("names".into(), names.into());
    object
}

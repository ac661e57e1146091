//! Writes the Rust tables.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::source::{Attribute, Cluster, Count, Meaning, Name, Source, Step};

/// The text of the generated files.
pub struct Tables {
    pub elements: String,
    pub clusters: String,
}

/// Registers that a payload's fields may be kept in, for counts and conditions.
const REGISTERS: usize = 4;

/// The elements in the order of their first use, without duplicates.
#[derive(Default)]
struct Elements {
    numbers: BTreeMap<String, usize>,
    expressions: Vec<String>,
    used: BTreeSet<String>,
}

impl Elements {
    /// The number of the element that an expression makes.
    fn number(&mut self, expression: String) -> usize {
        let next = self.expressions.len();
        *self.numbers.entry(expression.clone()).or_insert_with(|| {
            self.expressions.push(expression);
            next
        })
    }

    fn name(&mut self, name: &Name, source: &Source) -> usize {
        let mut expression = format!("Element::new({:?})", name.name);
        if let Some(unit) = &name.unit {
            write!(expression, ".unit({unit:?})").unwrap();
        }
        if name.scaler != 0 {
            write!(expression, ".scaler({})", name.scaler).unwrap();
        }
        if let Some(section) = &name.meaning {
            self.used.insert(section.clone());
            let of = match source.names.get(section) {
                Some(Meaning::Names(_)) => format!("Names({})", constant(section)),
                Some(Meaning::Bits(_)) => format!("Bits({})", constant(section)),
                Some(Meaning::Text) => format!("Text(text::{})", section.replace('-', "_")),
                None => panic!("no section {section} in zcl-names.txt"),
            };
            write!(expression, ".meaning(Meaning::{of})").unwrap();
        }
        self.number(expression)
    }

    fn plain(&mut self, name: &str) -> usize {
        self.number(format!("Element::new({name:?})"))
    }
}

fn constant(section: &str) -> String {
    section.replace('-', "_").to_uppercase()
}

pub fn tables(source: &Source) -> Tables {
    let mut elements = Elements::default();
    let mut lists = String::new();
    // The elements of command ids come first: a command leaf is known by its number.
    for (id, cluster) in &source.clusters {
        for to_client in [false, true] {
            let name = list_name("COMMANDS", *id, to_client);
            let commands = cluster.commands.iter();
            let commands = commands.filter(|c| c.to_client.is_none_or(|to| to == to_client));
            let entries = commands.map(|c| (u64::from(c.id), c.name.as_str()));
            list(&mut lists, &name, entries, 2);
            elements.number(named("zcl-command-id", &name));
        }
    }
    let command_ids = elements.expressions.len();
    let mut clusters = String::new();
    let mut rows = String::new();
    for (id, cluster) in &source.clusters {
        let mut sides = Vec::new();
        for (side, attributes) in cluster.attributes.iter().enumerate() {
            let name = list_name("ATTRIBUTES", *id, side == 1);
            let entries = attributes.iter().map(|(id, a)| (u64::from(*id), a.name.name.as_str()));
            list(&mut lists, &name, entries, 4);
            let ids = elements.number(named("attribute-identifier", &name));
            writeln!(rows, "const {name}: &[Attribute] = &[").unwrap();
            let entries = attributes.iter().map(|(id, Attribute { data_type, name })| {
                let number = elements.name(name, source);
                let type_code = zcl_type(data_type).code;
                format!("attribute(0x{id:04X}, 0x{type_code:02X}, {number})")
            });
            fill(&mut rows, entries);
            writeln!(rows, "];\n").unwrap();
            sides.push(format!("Side {{ ids: element({ids}), attributes: {name} }}"));
        }
        let commands = list_name("COMMANDS", *id, false).replace("_SERVER", "");
        writeln!(rows, "const {commands}: &[Command] = &[").unwrap();
        write_commands(&mut rows, cluster, &mut elements, source);
        writeln!(rows, "];\n").unwrap();
        let number = elements.number(named("zcl-command-id", &list_name("COMMANDS", *id, false)));
        writeln!(clusters, "    // {}", if id.is_none() { "general" } else { &cluster.name })
            .unwrap();
        writeln!(
            clusters,
            "    Cluster {{\n        id: 0x{:04X},\n        command_ids: [element({number}), element({})],\n        sides: [{}, {}],\n        commands: {commands},\n    }},",
            id.unwrap_or(0xFFFF),
            number + 1,
            sides[0],
            sides[1],
        )
        .unwrap();
    }
    let unused: Vec<_> = source.names.keys().filter(|s| !elements.used.contains(*s)).collect();
    assert!(unused.is_empty(), "sections of zcl-names.txt that nothing uses: {unused:?}");
    for (section, meaning) in &source.names {
        match meaning {
            Meaning::Names(entries) => {
                let digits = if entries.iter().any(|(value, _)| *value > 0xFF) { 4 } else { 2 };
                let entries = entries.iter().map(|(value, name)| (*value, name.as_str()));
                list(&mut lists, &constant(section), entries, digits);
            }
            Meaning::Bits(bits) => {
                let name = constant(section);
                writeln!(lists, "const {name}: &[(u16, &str)] = &[").unwrap();
                for (bit, name) in bits {
                    writeln!(lists, "    ({bit}, {name:?}),").unwrap();
                }
                writeln!(lists, "];\n").unwrap();
            }
            Meaning::Text => {}
        }
    }
    Tables {
        elements: elements_file(&elements, &lists, command_ids),
        clusters: clusters_file(&rows, &clusters),
    }
}

fn list_name(what: &str, cluster: Option<u16>, client: bool) -> String {
    let side = if client { "CLIENT" } else { "SERVER" };
    match cluster {
        None => format!("{what}_GENERAL_{side}"),
        Some(id) => format!("{what}_{id:04X}_{side}"),
    }
}

fn named(name: &str, list: &str) -> String {
    format!("Element::new({name:?}).meaning(Meaning::Names({list}))")
}

fn list<'a>(
    out: &mut String,
    name: &str,
    entries: impl Iterator<Item = (u64, &'a str)>,
    digits: usize,
) {
    writeln!(out, "const {name}: &[(u64, &str)] = &[").unwrap();
    fill(out, entries.map(|(value, name)| format!("(0x{value:0digits$X}, {name:?})")));
    writeln!(out, "];\n").unwrap();
}

/// Writes entries, as many as fit on each line.
fn fill(out: &mut String, entries: impl Iterator<Item = String>) {
    let mut line = String::new();
    for entry in entries {
        if !line.is_empty() && 4 + line.len() + entry.len() > 98 {
            writeln!(out, "    {}", line.trim_end()).unwrap();
            line.clear();
        }
        write!(line, "{entry}, ").unwrap();
    }
    if !line.is_empty() {
        writeln!(out, "    {}", line.trim_end()).unwrap();
    }
}

fn elements_file(elements: &Elements, lists: &str, command_ids: usize) -> String {
    let mut out = String::from(
        "//! Names of ZCL commands, fields and attributes, made from `parser/catalogue/zcl-*.txt`.\n\
         // Do not edit: change the text files and refresh.\n\n\
         use super::super::text;\n\
         use crate::element::{Element, Meaning};\n\n",
    );
    writeln!(out, "/// The elements below this number are command identifiers.").unwrap();
    writeln!(out, "pub(in super::super) const COMMAND_IDS: usize = {command_ids};\n").unwrap();
    writeln!(out, "/// The elements, in the order of their numbers.").unwrap();
    writeln!(out, "#[rustfmt::skip]\npub(crate) static ELEMENTS: &[Element] = &[").unwrap();
    for (number, expression) in elements.expressions.iter().enumerate() {
        writeln!(out, "    /* {number} */ {expression},").unwrap();
    }
    writeln!(out, "];\n").unwrap();
    skip_formatting(&mut out, lists);
    out
}

fn clusters_file(rows: &str, clusters: &str) -> String {
    let mut out = String::from(
        "//! ZCL clusters, made from `parser/catalogue/zcl-*.txt`.\n\
         // Do not edit: change the text files and refresh.\n\n\
         use super::super::table::Count::{All, Kept, LowBits};\n\
         use super::super::table::Step::*;\n\
         use super::super::table::{Attribute, Cluster, Command, Side, attribute, element};\n\
         use crate::kind::Kind::*;\n\n",
    );
    writeln!(out, "/// What every cluster has, then the clusters in the order of their ids.")
        .unwrap();
    writeln!(out, "#[rustfmt::skip]\npub(in super::super) static CLUSTERS: &[Cluster] = &[")
        .unwrap();
    out.push_str(clusters);
    writeln!(out, "];\n").unwrap();
    skip_formatting(&mut out, rows);
    out
}

/// Adds items, each left alone by the formatter.
fn skip_formatting(out: &mut String, items: &str) {
    for line in items.trim_end().lines() {
        if line.starts_with("const") {
            out.push_str("#[rustfmt::skip]\n");
        }
        out.push_str(line);
        out.push('\n');
    }
}

fn write_commands(out: &mut String, cluster: &Cluster, elements: &mut Elements, source: &Source) {
    for command in &cluster.commands {
        let number = elements.plain(&command.name);
        let mut kept = Vec::new();
        keep(&command.steps, &mut kept);
        assert!(kept.len() <= REGISTERS, "{} keeps too many fields", command.name);
        let to_client = command.to_client.unwrap_or(false);
        writeln!(
            out,
            "    Command {{ to_client: {to_client}, id: 0x{:02X}, element: element({number}), steps: &[ // {}",
            command.id, command.name
        )
        .unwrap();
        write_steps(out, &command.steps, &kept, elements, source, 2);
        writeln!(out, "    ] }},").unwrap();
    }
}

/// The fields that counts and conditions ask for.
fn keep(steps: &[Step], kept: &mut Vec<String>) {
    let mut add = |name: &str| {
        if !kept.iter().any(|known| known == name) {
            kept.push(name.to_owned());
        }
    };
    let count_field = |count: &Count| match count {
        Count::All => None,
        Count::Field(name) | Count::Low(name) => Some(name.clone()),
    };
    for step in steps {
        match step {
            Step::Each { count, .. } => {
                if let Some(name) = count_field(count) {
                    add(&name);
                }
            }
            Step::Repeat { count, .. } => {
                if let Some(name) = count_field(count) {
                    add(&name);
                }
            }
            Step::When { field, .. } => add(field),
            Step::Field { .. } | Step::Optional | Step::Rest { .. } => {}
        }
    }
    for step in steps {
        if let Step::Repeat { steps, .. } | Step::When { steps, .. } = step {
            keep(steps, kept);
        }
    }
}

fn register(kept: &[String], name: &str) -> usize {
    kept.iter().position(|known| known == name).unwrap()
}

fn write_steps(
    out: &mut String,
    steps: &[Step],
    kept: &[String],
    elements: &mut Elements,
    source: &Source,
    depth: usize,
) {
    let indent = "    ".repeat(depth);
    let count_text = |count: &Count| match count {
        Count::All => "All".to_owned(),
        Count::Field(name) => format!("Kept({})", register(kept, name)),
        Count::Low(name) => format!("LowBits({})", register(kept, name)),
    };
    for step in steps {
        match step {
            Step::Field { name, data_type } => {
                let keep = kept.iter().position(|known| *known == name.name);
                let text = match data_type.as_str() {
                    "typed" => "Typed".to_owned(),
                    "typed-like" => "TypedLike".to_owned(),
                    "type" => {
                        format!("DataType {{ element: element({}) }}", elements.name(name, source))
                    }
                    "octstr" | "string" => format!(
                        "Text {{ element: element({}), kind: {} }}",
                        elements.name(name, source),
                        zcl_type(data_type).kind
                    ),
                    _ => {
                        let ZclType { kind, octets, .. } = zcl_type(data_type);
                        let number = elements.name(name, source);
                        format!(
                            "Value {{ element: element({number}), kind: {kind}, octets: {octets}, keep: {keep:?} }}"
                        )
                    }
                };
                writeln!(out, "{indent}{text},").unwrap();
            }
            Step::Each { name, data_type, count } => {
                let ZclType { kind, octets, .. } = zcl_type(data_type);
                let number = elements.name(name, source);
                let count = count_text(count);
                writeln!(out, "{indent}Each {{ element: element({number}), kind: {kind}, octets: {octets}, count: {count} }},").unwrap();
            }
            Step::Repeat { name, count, steps } => {
                let number = elements.plain(name);
                let count = count_text(count);
                writeln!(
                    out,
                    "{indent}Repeat {{ element: element({number}), count: {count}, steps: &["
                )
                .unwrap();
                write_steps(out, steps, kept, elements, source, depth + 1);
                writeln!(out, "{indent}] }},").unwrap();
            }
            Step::When { field, values, negate, steps } => {
                let register = register(kept, field);
                writeln!(out, "{indent}When {{ register: {register}, values: &{values:?}, negate: {negate}, steps: &[").unwrap();
                write_steps(out, steps, kept, elements, source, depth + 1);
                writeln!(out, "{indent}] }},").unwrap();
            }
            Step::Optional => writeln!(out, "{indent}Optional,").unwrap(),
            Step::Rest { name } => {
                let number = elements.plain(name);
                writeln!(out, "{indent}Rest {{ element: element({number}) }},").unwrap();
            }
        }
    }
}

struct ZclType {
    code: u8,
    kind: &'static str,
    octets: u8,
}

fn zcl_type(name: &str) -> ZclType {
    let (code, kind, octets) = match name {
        "bool" => (0x10, "ZclBoolean", 1),
        "bitmap8" => (0x18, "ZclBitmap", 1),
        "bitmap16" => (0x19, "ZclBitmap", 2),
        "bitmap24" => (0x1A, "ZclBitmap", 3),
        "bitmap32" => (0x1B, "ZclBitmap", 4),
        "bitmap48" => (0x1D, "ZclBitmap", 6),
        "bitmap64" => (0x1F, "ZclBitmap", 8),
        "uint8" => (0x20, "ZclUnsigned", 1),
        "uint16" => (0x21, "ZclUnsigned", 2),
        "uint24" => (0x22, "ZclUnsigned", 3),
        "uint32" => (0x23, "ZclUnsigned", 4),
        "uint48" => (0x25, "ZclUnsigned", 6),
        "int8" => (0x28, "ZclSigned", 1),
        "int24" => (0x2A, "ZclSigned", 3),
        "int32" => (0x2B, "ZclSigned", 4),
        "enum8" => (0x30, "ZclEnum", 1),
        "octstr" => (0x41, "ZclOctetString", 0),
        "string" => (0x42, "ZclCharacterString", 0),
        "date" => (0xE1, "ZclDate", 4),
        "UTC" => (0xE2, "ZclUtcTime", 4),
        "clusterId" => (0xE8, "ZclClusterId", 2),
        "attribute" => (0xE9, "ZclAttributeId", 2),
        _ => panic!("no type: {name}"),
    };
    ZclType { code, kind, octets }
}

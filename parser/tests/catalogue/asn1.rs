//! The structures of DER payloads, the names of their fields, and object identifiers.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::compare;
use crate::source::{Row, Source, number, table};

/// Names of the ASN.1 types that are no structure, their tags, and their kinds.
const PRIMITIVES: &[(&str, u8, &str)] = &[
    ("BOOLEAN", 0x01, "DerBoolean"),
    ("INTEGER", 0x02, "DerInteger"),
    ("BIT STRING", 0x03, "DerBitString"),
    ("OCTET STRING", 0x04, "DerOctetString"),
    ("NULL", 0x05, "DerNull"),
    ("OBJECT IDENTIFIER", 0x06, "DerObjectIdentifier"),
    ("ENUMERATED", 0x0A, "DerEnumerated"),
    ("UTCTime", 0x17, "DerUtcTime"),
    ("GeneralizedTime", 0x18, "DerGeneralizedTime"),
];

/// Texts that functions make of a value.
const TEXTS: &[(&str, &str)] = &[
    ("alert code", "text::alert_code"),
    ("entity id", "crate::text::entity_id"),
    ("entity id bits", "text::entity_id_bits"),
    ("object identifier", "text::object_identifier"),
    ("remote party role digits", "text::role_digits"),
];

/// Elements that every walk needs, whatever the structure.
const OWN: &[(&str, &str)] = &[
    ("value", "A value of no known field"),
    ("header", "Tag and length of a container"),
    ("left-over-octets", "Octets behind the outermost value"),
];

/// `ActivateFirmwareCommand` or `key-usage` as a constant's name.
fn constant(name: &str) -> String {
    let mut constant = String::new();
    for (n, letter) in name.chars().enumerate() {
        if letter.is_ascii_uppercase() && n > 0 {
            constant.push('_');
        }
        constant.push(if letter == '-' { '_' } else { letter.to_ascii_uppercase() });
    }
    constant
}

/// The elements: field name and values of each, in the order of the text files.
struct Elements(Vec<(String, String, BTreeSet<String>)>);

impl Elements {
    fn new(messages: &Source, types: &Source) -> Self {
        let mut elements = Self(Vec::new());
        for row in types.rows() {
            elements.add(row, row.text("type"));
        }
        for row in messages.rows() {
            elements.add(row, &format!("{} {}", row.text("use_cases"), row.text("direction")));
        }
        elements
    }

    fn add(&mut self, row: &Row, of: &str) {
        let (field, values) = (row.text("field"), row.text("values"));
        if field.is_empty() {
            return;
        }
        let found = self.0.iter().position(|(f, v, _)| (f.as_str(), v.as_str()) == (field, values));
        let at = found.unwrap_or_else(|| {
            self.0.push((field.to_owned(), values.to_owned(), BTreeSet::new()));
            self.0.len() - 1
        });
        self.0[at].2.insert(of.to_owned());
    }

    /// The constant of a field: its own name, or that of its values where several have that name.
    fn constant(&self, field: &str, values: &str) -> String {
        let of_name = self.0.iter().filter(|(name, _, _)| name == field).count();
        if of_name > 1 && !values.is_empty() && !TEXTS.iter().any(|(text, _)| *text == values) {
            constant(values)
        } else {
            constant(field)
        }
    }

    fn rust(&self, row: &Row) -> String {
        match row.text("field") {
            "" => "e::VALUE".to_owned(),
            field => format!("e::{}", self.constant(field, row.text("values"))),
        }
    }
}

fn meaning(values: &str, named: &Source) -> String {
    if let Some((_, function)) = TEXTS.iter().find(|(name, _)| *name == values) {
        return format!(".meaning(Meaning::Text({function}))");
    }
    let list = |entries: Vec<String>| entries.join(", ");
    match values {
        "" => String::new(),
        "RemotePartyRole" => format!(
            ".meaning(Meaning::Names(&[{}]))",
            list(named_in("roles.csv", "number", "name"))
        ),
        "DeviceType" => format!(
            ".meaning(Meaning::Names(&[{}]))",
            list(named_in("device-types.csv", "asn1_number", "device_type"))
        ),
        "CredentialsReplacementMode" => format!(
            ".meaning(Meaning::Names(&[{}]))",
            list(named_in("credential-replacement-modes.csv", "number", "name"))
        ),
        values => {
            let rows: Vec<&Row> = named.rows().filter(|row| row.text("values") == values).collect();
            let form = rows.first().unwrap_or_else(|| panic!("no values {values}"));
            let form = form.word("form", &[("names", "Names"), ("bits", "Bits")]);
            let entry = |row: &&Row| format!("({}, {})", row.number("number"), row.string("name"));
            let entries = list(rows.iter().map(entry).collect());
            format!(".meaning(Meaning::{form}(&[{entries}]))")
        }
    }
}

fn named_in(file: &str, number: &str, name: &str) -> Vec<String> {
    let source = Source::read(file);
    let rows = source.rows().filter(|row| !row.text(number).is_empty());
    rows.map(|row| format!("({}, {})", row.number(number), row.string(name))).collect()
}

fn sources() -> (Source, Source, Source) {
    (
        Source::read("asn1-messages.csv"),
        Source::read("asn1-types.csv"),
        Source::read("asn1-values.csv"),
    )
}

#[test]
fn elements() {
    let (messages, types, named) = sources();
    let elements = Elements::new(&messages, &types);
    let mut out = types.head(
        "Names of the fields of DER payloads",
        "use crate::asn1::text;\nuse crate::element::{Element, ElementId, Meaning, Table};",
    );
    let mut seen = BTreeSet::new();
    let mut entries = Vec::new();
    for (name, doc) in OWN {
        entries.push((constant(name), format!("{doc}."), format!("Element::new({name:?})")));
    }
    for (field, values, of) in &elements.0 {
        let of: Vec<String> = of.iter().map(|of| format!("`{of}`")).collect();
        entries.push((
            elements.constant(field, values),
            format!("Field `{field}` of {}.", of.join(", ")),
            format!("Element::new({field:?}){}", meaning(values, &named)),
        ));
    }
    for (number, (constant, doc, _)) in entries.iter().enumerate() {
        assert!(seen.insert(constant.clone()), "{constant} twice");
        let _ = write!(
            out,
            "\n/// {doc}\n#[rustfmt::skip]\npub const {constant}: ElementId = ElementId::new(Table::Asn1, {number});\n"
        );
    }
    let rows: Vec<String> = entries.into_iter().map(|(_, _, element)| element).collect();
    table(
        &mut out,
        "The elements of this table, in the order of their numbers.",
        "ELEMENTS",
        "Element",
        &rows,
    );
    compare("asn1_elements.rs", &out);
}

/// The identifier octet and the Rust of the type of a field.
fn type_of(row: &Row, forms: &BTreeMap<String, String>) -> (u8, String) {
    let of = row.text("of");
    if let Some((_, tag, kind)) = PRIMITIVES.iter().find(|(name, _, _)| *name == of) {
        return (*tag, format!("Type::Value(Kind::{kind})"));
    }
    match of {
        "ANY" => (0, "Type::Any".to_owned()),
        "TEXT" => (0, "Type::Value(Kind::DerString)".to_owned()),
        of => {
            let form = forms.get(of).unwrap_or_else(|| row.fault("of"));
            let tag = match form.as_str() {
                "SEQUENCE" | "SEQUENCE OF" => 0x30,
                "SET OF" => 0x31,
                "CONTAINING" => 0x04,
                _ => 0,
            };
            (tag, format!("Type::Of(&{})", constant(of)))
        }
    }
}

fn field(row: &Row, forms: &BTreeMap<String, String>, elements: &Elements) -> String {
    let (mut tag, of) = type_of(row, forms);
    let mut oid = Vec::new();
    if row.has("tag") {
        match row.text("tag") {
            "" => {}
            dotted if row.text("form") == "BY OID" => oid = object_identifier(dotted),
            hex => tag = u8::from_str_radix(hex, 16).unwrap_or_else(|_| row.fault("tag")),
        }
    }
    let presence = if row.has("presence") { row.text("presence") } else { "" };
    let presence = match presence.split_once(' ') {
        Some(("default", text)) => format!("Presence::Default({text:?})"),
        None if matches!(presence, "mandatory" | "") => "Presence::Mandatory".to_owned(),
        None if presence == "optional" => "Presence::Optional".to_owned(),
        _ => row.fault("presence"),
    };
    format!(
        "Field {{ element: {}, tag: 0x{tag:02X}, of: {of}, presence: {presence}, oid: &{oid:?} }}",
        elements.rust(row)
    )
}

fn form(row: &Row) -> String {
    row.word(
        "form",
        &[
            ("SEQUENCE", "Sequence"),
            ("SEQUENCE OF", "ListOf"),
            ("SET OF", "ListOf"),
            ("CHOICE", "Choice"),
            ("EXPLICIT", "Sequence"),
            ("CONTAINING", "Containing"),
            ("BY OID", "ByOid"),
        ],
    )
}

fn structure(out: &mut String, doc: &str, name: &str, form: &str, fields: &[String]) {
    let _ = write!(
        out,
        "\n/// {doc}\n#[rustfmt::skip]\npub(crate) static {name}: Structure = Structure {{\n    form: Form::{form},\n    fields: &[\n"
    );
    for field in fields {
        let _ = writeln!(out, "        {field},");
    }
    out.push_str("    ],\n};\n");
}

#[test]
fn structures() {
    let (messages, types, _) = sources();
    let elements = Elements::new(&messages, &types);
    let mut out = types.head(
        "Structures of DER payloads",
        "use super::asn1_elements as e;\nuse crate::Kind;\nuse crate::asn1::schema::{Field, Form, \
         Presence, Structure, Type};\nuse crate::message::CraFlag;",
    );
    let mut forms = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    for row in types.rows() {
        let name = row.text("type");
        let form = forms.entry(name.to_owned()).or_insert_with(|| row.text("form").to_owned());
        assert_eq!(form, row.text("form"), "{name}");
        if order.last() != Some(&name) {
            assert!(!order.contains(&name), "{name} stands in two places");
            order.push(name);
        }
    }
    for name in order {
        let rows: Vec<&Row> = types.rows().filter(|row| row.text("type") == name).collect();
        let fields: Vec<String> = rows.iter().map(|row| field(row, &forms, &elements)).collect();
        let doc = format!("`{name}`.");
        structure(&mut out, &doc, &constant(name), &form(rows[0]), &fields);
    }
    // A message's outermost value is a choice, mostly of one.
    let codes = Source::read("message-codes.csv");
    let mut roots: BTreeMap<(u32, usize), String> = BTreeMap::new();
    let mut payloads: BTreeMap<(u32, usize), Vec<&Row>> = BTreeMap::new();
    for row in messages.rows() {
        let direction = ["command", "response", "alert"];
        let direction = direction.iter().position(|word| *word == row.text("direction"));
        let direction = direction.unwrap_or_else(|| row.fault("direction"));
        for code in row.list("message_codes") {
            let code = number(code).unwrap_or_else(|| row.fault("message_codes"));
            let known = codes.rows().find(|row| row.number("code") == code);
            let use_case = known.map_or("", |row| row.text("use_case"));
            assert!(row.list("use_cases").contains(&use_case), "0x{code:04X} is of {use_case}");
            payloads.entry((code, direction)).or_default().push(row);
        }
    }
    for ((code, direction), rows) in &payloads {
        let word = ["COMMAND", "RESPONSE", "ALERT"][*direction];
        let first = number(rows[0].list("message_codes")[0]).unwrap();
        let name = format!("{word}_{first:04X}");
        if first == *code {
            let fields: Vec<String> =
                rows.iter().map(|row| field(row, &forms, &elements)).collect();
            let doc =
                format!("Content of the {} of {}.", word.to_lowercase(), rows[0].text("use_cases"));
            structure(&mut out, &doc, &name, "Choice", &fields);
        }
        let flag = ["Command", "Response", "Alert"][*direction];
        roots.insert((*code, *direction), format!("(0x{code:04X}, CraFlag::{flag}, &{name})"));
    }
    let doc = "What a message's content is, by message code and CRA flag, in their order.";
    let mut rows = String::new();
    let entries: Vec<String> = roots.into_values().collect();
    table(&mut rows, doc, "CONTENTS", "(u16, CraFlag, &Structure)", &entries);
    out.push_str(&rows.replace("pub static", "pub(crate) static"));
    compare("asn1_types.rs", &out);
}

/// The octets of an object identifier in dotted numbers.
fn object_identifier(dotted: &str) -> Vec<u8> {
    let mut arcs = dotted.split('.').map(|arc| arc.parse::<u64>().expect(dotted));
    let first = arcs.next().unwrap() * 40 + arcs.next().unwrap();
    let mut octets = Vec::new();
    for arc in std::iter::once(first).chain(arcs) {
        let digits = (64 - arc.leading_zeros()).div_ceil(7).max(1);
        for digit in (0..digits).rev() {
            let more = if digit > 0 { 0x80 } else { 0 };
            octets.push((arc >> (7 * digit)) as u8 & 0x7F | more);
        }
    }
    octets
}

#[test]
fn object_identifiers() {
    let source = Source::read("asn1-object-identifiers.csv");
    let mut out = source.head("Object identifiers that certificates name", "");
    let entries: Vec<String> = source
        .sorted(|row| object_identifier(row.text("object_identifier")))
        .iter()
        .map(|row| {
            let octets = object_identifier(row.text("object_identifier"));
            format!("(&{octets:?}, {})", row.string("name"))
        })
        .collect();
    table(
        &mut out,
        "Octets and names of object identifiers, in the order of their octets.",
        "OBJECT_IDENTIFIERS",
        "(&[u8], &str)",
        &entries,
    );
    compare("asn1_object_identifiers.rs", &out);
}

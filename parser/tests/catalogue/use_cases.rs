//! The tables of use cases.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::small_tables::{ROLES, code_list, devices, message_type, protocol};
use crate::source::{Row, Source, import, number, optional, table};
use crate::structures::{self, Place, Value};
use crate::{compare, cosem};

/// Rows by use case.
type ByUseCase<'a> = BTreeMap<&'a str, Vec<&'a Row>>;

fn by_use_case(source: &Source) -> ByUseCase<'_> {
    let mut found = ByUseCase::new();
    for row in source.rows() {
        found.entry(row.text("use_case")).or_default().push(row);
    }
    found
}

/// Name of the static of a use case: `CS02b` gives `CS02B`.
fn static_name(id: &str) -> String {
    id.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect()
}

fn hex(number: u32, digits: usize) -> String {
    format!("0x{number:0digits$X}")
}

fn optional_hex(row: &Row, column: &str, digits: usize) -> String {
    optional(row.text(column), |_| hex(row.number(column), digits))
}

fn optional_number(row: &Row, column: &str) -> String {
    optional(row.text(column), |_| row.number(column).to_string())
}

/// The six octets of `1-0:32.24.0.255`.
fn obis(text: &str) -> Option<String> {
    let octets: Vec<u8> =
        text.split(['-', ':', '.']).map(str::parse).collect::<Result<_, _>>().ok()?;
    (octets.len() == 6).then(|| format!("{octets:?}"))
}

/// A constant: a number, `true`, `false`, `x:` and hexadecimal octets, `b:` and bits.
fn constant(text: &str) -> Option<String> {
    if let Some(digits) = text.strip_prefix("x:") {
        let octets = data_octets(digits)?;
        return Some(format!("Constant::Octets(&{octets:?})"));
    }
    if let Some(bits) = text.strip_prefix("b:") {
        let mut octets = vec![0_u8; bits.len().div_ceil(8)];
        for (n, bit) in bits.chars().enumerate() {
            match bit {
                '0' => {}
                '1' => octets[n / 8] |= 0x80 >> (n % 8),
                _ => return None,
            }
        }
        return Some(format!("Constant::Bits(&{octets:?}, {})", bits.len()));
    }
    match text {
        "true" | "false" => Some(format!("Constant::Bool({text})")),
        _ => Some(format!("Constant::Number({})", signed(text)?)),
    }
}

fn data_octets(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

fn signed(text: &str) -> Option<i64> {
    match text.strip_prefix('-') {
        Some(digits) => number(digits).map(|n| -i64::from(n)),
        None => number(text).map(i64::from),
    }
}

/// The Rust of `ValueRules` in the columns that items, fields and attributes share.
fn value_rules(row: &Row, kind: Option<String>, limit: Option<&Row>) -> String {
    let mut parts = Vec::new();
    if let Some(kind) = kind {
        parts.push(format!("kind: Some(Kind::{kind})"));
    }
    if row.has("max_length") && !row.text("max_length").is_empty() {
        parts.push(format!("max_length: Some({})", row.number("max_length")));
    }
    let constants = |column: &str| -> Vec<String> {
        let found = row.list(column).into_iter().map(constant);
        found.map(|found| found.unwrap_or_else(|| row.fault(column))).collect()
    };
    if let Some(fixed) = constants("fixed").first() {
        parts.push(format!("fixed: Some({fixed})"));
    }
    let allowed = constants("allowed");
    if !allowed.is_empty() {
        parts.push(format!("allowed: &[{}]", allowed.join(", ")));
    }
    let names: Vec<String> = row
        .list("names")
        .into_iter()
        .map(|entry| {
            let (value, name) = entry.split_once('=').unwrap_or_else(|| row.fault("names"));
            format!("({value}, {name:?})")
        })
        .collect();
    if !names.is_empty() {
        parts.push(format!("names: &[{}]", names.join(", ")));
    }
    if row.has("names_complete") && row.text("names_complete") == "yes" {
        parts.push("names_complete: true".to_owned());
    }
    if let Some((least, most)) = row.text("range").split_once("..") {
        let bounds = signed(least).zip(signed(most));
        let (least, most) = bounds.unwrap_or_else(|| row.fault("range"));
        parts.push(format!("range: Some(({least}, {most}))"));
    }
    if row.has("format") && !row.text("format").is_empty() {
        let formats = [
            ("date-time", "DateTime"),
            ("date", "Date"),
            ("time", "Time"),
            ("UTC time", "UtcTime"),
            ("digits", "Digits"),
            ("hex digits", "HexDigits"),
        ];
        parts.push(format!("format: Some(Format::{})", row.word("format", &formats)));
    }
    if let Some(limit) = limit {
        parts.push(format!(
            "limit: Some(ValueLimit {{ min: {}, max: {}, min_length: {}, max_length: {}, \
             service_reference: {}, element: {} }})",
            optional(limit.text("min"), str::to_owned),
            optional(limit.text("max"), str::to_owned),
            optional(limit.text("min_length"), str::to_owned),
            optional(limit.text("max_length"), str::to_owned),
            limit.string("service_reference"),
            limit.string("element"),
        ));
    }
    if parts.is_empty() {
        return "ValueRules::FREE".to_owned();
    }
    format!("ValueRules {{ {}, ..ValueRules::FREE }}", parts.join(", "))
}

/// The Rust of an address: numbers and `*` with points between them.
fn steps(row: &Row) -> String {
    let parts = row.text("address").split('.').filter(|part| !part.is_empty());
    let found: Vec<String> = parts
        .map(|part| match part {
            "*" => "Step::Any".to_owned(),
            _ => match number(part) {
                Some(number) => format!("Step::At({number})"),
                None => row.fault("address"),
            },
        })
        .collect();
    format!("&[{}]", found.join(", "))
}

/// The kind of a DLMS type; `special` and nothing state none.
fn dlms_kind(row: &Row) -> Option<String> {
    let kinds = [
        ("double-long-unsigned", "DlmsDoubleLongUnsigned"),
        ("octet-string", "DlmsOctetString"),
        ("integer", "DlmsInteger"),
        ("long-unsigned", "DlmsLongUnsigned"),
        ("unsigned", "DlmsUnsigned"),
        ("double-long", "DlmsDoubleLong"),
        ("bit-string", "DlmsBitString"),
        ("enum", "DlmsEnum"),
        ("boolean", "DlmsBoolean"),
        ("long", "DlmsLong"),
        ("structure", "DlmsStructure"),
        ("visible-string", "DlmsVisibleString"),
        ("utf8-string", "DlmsUtf8String"),
        ("null", "DlmsNull"),
        ("special", ""),
        ("", ""),
    ];
    Some(row.word("type", &kinds)).filter(|kind| !kind.is_empty())
}

/// The kind of a ZCL type, such as `UINT32`; structures have none.
fn zcl_kind(row: &Row, name: &str) -> Option<String> {
    let name = name.strip_suffix("[n]").unwrap_or(name);
    let kind = match name.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "UINT" => "ZclUnsigned",
        "INT" => "ZclSigned",
        "ENUM" => "ZclEnum",
        "BITMAP" => "ZclBitmap",
        "UTCTime" => "ZclUtcTime",
        "OCTETSTRING" => "ZclOctetString",
        "CHARSTRING" => "ZclCharacterString",
        "STRUCTURE" | "ZSE structure" | "Refer to ZigBee standard" | "" => return None,
        _ => row.fault("type"),
    };
    Some(kind.to_owned())
}

fn message(row: &Row) -> String {
    row.word("message", &[("command", "Command"), ("response", "Response"), ("alert", "Alert")])
}

/// Limits of `value-limits.csv` by use case and item.
fn limits(source: &Source) -> BTreeMap<(&str, &str), &Row> {
    source.rows().map(|row| ((row.text("use_case"), row.text("item")), row)).collect()
}

/// `object.attribute`.
fn item_name(row: &Row) -> String {
    format!("{}.{}", row.text("object"), row.text("attribute"))
}

/// The name of a DLMS item in the tree: without the bounds of arrays, since the nodes of an array
/// have their numbers, and without the words that say how it is used.
fn dlms_name(row: &Row) -> String {
    let object = row.text("object");
    let object = object.split_once(" - data returned").map_or(object, |(object, _)| object);
    let attribute = row.text("attribute");
    let attribute = ["method: ", "methodInput: ", "methodOutput: ", "alertOutput: "]
        .into_iter()
        .find_map(|word| attribute.strip_prefix(word))
        .unwrap_or(attribute)
        // A slash would look like a step of a path.
        .trim_end_matches("/consumption");
    structures::without_bounds(&format!("{object}.{attribute}"))
}

/// The Rust of what the value of a DLMS item means, where its COSEM structure or its format tells.
fn dlms_meaning(row: &Row, all: &[(Place, Value)]) -> Option<String> {
    if row.text("type") == "bit-string" && row.text("object").contains("Configuration Settings") {
        let range = if row.text("object").contains("Supplier") { "81" } else { "80" };
        let table = if row.text("max_length") == "512" { "MASK_AND_ACTIONS" } else { "SETTINGS" };
        return Some(format!("Meaning::Bits(g::{table}_{range})"));
    }
    let path = structures::without_bounds(row.text("path"));
    let places = match (number(row.text("class_id")), number(row.text("index"))) {
        (Some(class), Some(index)) => {
            let (class, index) = (u16::try_from(class).unwrap(), u8::try_from(index).unwrap());
            vec![
                Place::Attribute(class, index),
                Place::Parameters(class, index),
                Place::Returned(class, index),
                Place::Selection(1),
            ]
        }
        _ => vec![],
    };
    let member = row.text("member");
    let fits = |place: &Place| match place {
        Place::Attribute(..) => member == "attribute" && places.contains(place),
        Place::Parameters(..) | Place::Returned(..) => member == "method" && places.contains(place),
        Place::Selection(_) => places.contains(place),
        Place::Alert(_) => places.is_empty(),
    };
    let alert_name = format!("notification-body.{}", row.text("cosem_name"));
    let found = all.iter().filter(|(place, _)| fits(place)).find_map(|(place, value)| {
        let leaves = value.leaves();
        let only = leaves.len() == 1 && leaves[0].0 == value.name && *place != Place::Selection(1);
        let (_, leaf) = leaves.into_iter().find(|(leaf, _)| {
            *leaf == path || (path.is_empty() && (only || *leaf == alert_name))
        })?;
        leaf.meaning.clone()
    });
    let word = found.or_else(|| match row.text("format") {
        word @ ("date-time" | "date" | "time") => Some(word.to_owned()),
        _ => None,
    })?;
    Some(format!("m::{}", cosem::constant(&word)))
}

/// Every limit must belong to an item.
#[test]
fn limits_are_of_items() {
    let limit_rows = Source::read("value-limits.csv");
    let (dlms, gbz) = (Source::read("dlms-items.csv"), Source::read("gbz-items.csv"));
    for row in limit_rows.rows() {
        let is = |item: &&Row| {
            item.text("use_case") == row.text("use_case") && item_name(item) == row.text("item")
        };
        assert!(dlms.rows().chain(gbz.rows()).any(|item| is(&item)), "{}", row.text("item"));
    }
}

#[test]
fn dlms_items() {
    let source = Source::read("dlms-items.csv");
    let limit_rows = Source::read("value-limits.csv");
    let limits = limits(&limit_rows);
    let mut out = source.head(
        "Rows of the mapping tables of DLMS use cases",
        &[
            import(
                "crate::catalogue",
                &[
                    "Constant",
                    "DlmsItem",
                    "Format",
                    "ItemAccess",
                    "ItemPart",
                    "Member",
                    "Step",
                    "ValueLimit",
                    "ValueRules",
                ],
            ),
            import("crate::kind", &["Kind"]),
        ]
        .join("\n"),
    );
    let mut element = 0;
    for (use_case, rows) in by_use_case(&source) {
        let mut entries = Vec::new();
        for row in rows {
            let access = row.word(
                "access",
                &[
                    ("get", "Get"),
                    ("get-with-selection", "GetWithSelection"),
                    ("set", "Set"),
                    ("action", "Action"),
                    ("protected", "Protected"),
                    ("alert", "Alert"),
                ],
            );
            let member = row.word(
                "member",
                &[
                    ("attribute", "Some(Member::Attribute)"),
                    ("method", "Some(Member::Method)"),
                    ("", "None"),
                ],
            );
            let part = row.word(
                "part",
                &[
                    ("value", "Some(ItemPart::Value)"),
                    ("selection", "Some(ItemPart::Selection)"),
                    ("parameter", "Some(ItemPart::Parameter)"),
                    ("answer", "Some(ItemPart::Answer)"),
                    ("alert", "Some(ItemPart::Alert)"),
                    ("", "None"),
                ],
            );
            let limit = limits.get(&(use_case, item_name(row).as_str())).copied();
            entries.push(format!(
                "DlmsItem {{ element: {element}, mapping_row: {}, object: {}, attribute: {}, \
                 class_id: {}, obis: {}, member: {member}, index: {}, cosem_name: {}, path: {}, \
                 access: ItemAccess::{access}, part: {part}, address: {}, sensitive: {}, \
                 optional: {}, \
                 twin_element_only: {}, selector: {}, rules: {} }}",
                row.number("mapping_row"),
                row.string("object"),
                row.string("attribute"),
                optional_number(row, "class_id"),
                optional(row.text("obis"), |text| obis(text).unwrap_or_else(|| row.fault("obis"))),
                optional_number(row, "index"),
                row.string("cosem_name"),
                row.string("path"),
                steps(row),
                row.yes_no("sensitive"),
                row.yes_no("optional"),
                row.yes_no("twin_element_only"),
                optional_number(row, "selector"),
                value_rules(row, dlms_kind(row), limit),
            ));
            element += 1;
        }
        let doc = format!("Rows of {use_case}.");
        table(&mut out, &doc, &static_name(use_case), "DlmsItem", &entries);
    }
    compare("dlms_items.rs", &out);
}

#[test]
fn gbz_items() {
    let source = Source::read("gbz-items.csv");
    let limit_rows = Source::read("value-limits.csv");
    let limits = limits(&limit_rows);
    let mut out = source.head(
        "Rows of the mapping tables of GBZ use cases",
        &[
            import(
                "crate::catalogue",
                &["Constant", "Format", "GbzItem", "GbzMessage", "ValueLimit", "ValueRules"],
            ),
            import("crate::kind", &["Kind"]),
        ]
        .join("\n"),
    );
    let mut element = Source::read("dlms-items.csv").rows().count();
    for (use_case, rows) in by_use_case(&source) {
        let mut entries = Vec::new();
        for row in rows {
            let limit = limits.get(&(use_case, item_name(row).as_str())).copied();
            entries.push(format!(
                "GbzItem {{ element: {element}, mapping_row: {}, group: {}, object: {}, \
                 attribute: {}, message: GbzMessage::{}, cluster: {}, command_id: {}, \
                 response_id: {}, attribute_ids: {}, parameter: {}, sensitive: {}, rules: {} }}",
                row.number("mapping_row"),
                row.number("group"),
                row.string("object"),
                row.string("attribute"),
                message(row),
                hex(row.number("cluster"), 4),
                optional_hex(row, "command_id", 2),
                optional_hex(row, "response_id", 2),
                code_list(row, "attribute_ids"),
                row.string("parameter"),
                row.yes_no("sensitive"),
                value_rules(row, zcl_kind(row, row.text("type")), limit),
            ));
            element += 1;
        }
        let doc = format!("Rows of {use_case}.");
        table(&mut out, &doc, &static_name(use_case), "GbzItem", &entries);
    }
    compare("gbz_items.rs", &out);
}

#[test]
fn elements() {
    let (dlms, gbz) = (Source::read("dlms-items.csv"), Source::read("gbz-items.csv"));
    let mut out = String::from(
        "//! Names of items, made from `parser/catalogue/dlms-items.csv` and `gbz-items.csv`.\n\
         // Do not edit: change the text files and refresh.\n\n\
         use crate::dlms::{generated as g, meanings as m};\n\
         use crate::element::{Element, Meaning};\n",
    );
    let structures = structures::read();
    let grouped = [by_use_case(&dlms), by_use_case(&gbz)];
    let entries: Vec<String> = grouped
        .iter()
        .flat_map(|by| by.values().flatten())
        .map(|row| {
            let is_dlms = row.has("cosem_name");
            let name = if is_dlms { dlms_name(row) } else { item_name(row) };
            let mut text = format!("Element::new({name:?})");
            if !row.text("unit").is_empty() {
                let _ = write!(text, ".unit({})", row.string("unit"));
            }
            if !row.text("scaler").is_empty() && row.text("scaler") != "0" {
                let _ = write!(text, ".scaler({})", row.text("scaler"));
            }
            let names: Vec<String> = row
                .list("names")
                .into_iter()
                .filter_map(|entry| entry.split_once('='))
                .map(|(value, name)| format!("({value}, {name:?})"))
                .collect();
            if !names.is_empty() {
                let _ = write!(text, ".meaning(Meaning::Names(&[{}]))", names.join(", "));
            } else if is_dlms && let Some(meaning) = dlms_meaning(row, &structures) {
                let _ = write!(text, ".meaning({meaning})");
            }
            text
        })
        .collect();
    let doc = "The items, in the order of their numbers.";
    table(&mut out, doc, "ELEMENTS", "Element", &entries);
    compare("elements.rs", &out);
}

/// Indices of the rows of `items` that stand for an attribute or method.
fn item_indices(items: Option<&Vec<&Row>>, is: impl Fn(&Row) -> bool) -> String {
    let found: Vec<String> = items
        .into_iter()
        .flatten()
        .enumerate()
        .filter(|(_, row)| is(row))
        .map(|(n, _)| n.to_string())
        .collect();
    format!("&[{}]", found.join(", "))
}

#[test]
fn dlms_requests() {
    let source = Source::read("dlms-requests.csv");
    let item_source = Source::read("dlms-items.csv");
    let items = by_use_case(&item_source);
    let mut out = source.head(
        "Access requests of DLMS use cases",
        &[
            import("crate::catalogue", &["DlmsRequest", "ProtectedAttribute"]),
            import("crate::dlms", &["AccessKind"]),
        ]
        .join("\n"),
    );
    for (use_case, rows) in by_use_case(&source) {
        let mut entries = Vec::new();
        for (n, row) in rows.iter().enumerate() {
            assert_eq!(row.number("n") as usize, n + 1, "{use_case}: entries out of order");
            let access = row.word(
                "access",
                &[
                    ("get", "Get"),
                    ("get-with-selection", "GetWithSelection"),
                    ("set", "Set"),
                    ("action", "Action"),
                ],
            );
            let own =
                item_indices(items.get(use_case), |item| item.text("request") == row.text("n"));
            let protected: Vec<String> = row
                .list("protected_attributes")
                .into_iter()
                .map(|entry| {
                    let parts: Vec<&str> = entry.split(' ').collect();
                    let [class_id, logical_name, index] = parts[..] else {
                        row.fault("protected_attributes")
                    };
                    let inner = item_indices(items.get(use_case), |item| {
                        item.text("access") == "protected"
                            && item.text("class_id") == class_id
                            && item.text("obis") == logical_name
                            && item.text("index") == index
                    });
                    let octets =
                        obis(logical_name).unwrap_or_else(|| row.fault("protected_attributes"));
                    format!(
                        "ProtectedAttribute {{ class_id: {class_id}, obis: {octets}, \
                         index: {index}, items: {inner} }}"
                    )
                })
                .collect();
            entries.push(format!(
                "DlmsRequest {{ access: AccessKind::{access}, class_id: {}, obis: {}, \
                 index: {}, optional: {}, items: {own}, protected: &[{}] }}",
                row.number("class_id"),
                obis(row.text("obis")).unwrap_or_else(|| row.fault("obis")),
                row.number("index"),
                row.yes_no("optional"),
                protected.join(", "),
            ));
        }
        let doc = format!("Entries of {use_case}.");
        table(&mut out, &doc, &static_name(use_case), "DlmsRequest", &entries);
    }
    compare("dlms_requests.rs", &out);
}

fn gbz_field(row: &Row) -> String {
    format!(
        "GbzField {{ name: {}, octets: {}, max_entries: {}, answers: {}, same_throughout: {}, \
         rules: {} }}",
        row.string("name"),
        optional_number(row, "octets"),
        optional_number(row, "max_entries"),
        row.string("answers"),
        row.text("same_throughout") == "yes",
        value_rules(row, zcl_kind(row, row.text("type")), None),
    )
}

fn gbz_attribute(row: &Row) -> String {
    let (code, kind) = row.text("type").split_once(' ').unwrap_or_default();
    format!(
        "GbzAttribute {{ id: {}, name: {}, type_code: {}, octets: {}, rules: {} }}",
        hex(row.number("attribute_id"), 4),
        row.string("name"),
        optional(code, str::to_owned),
        optional_number(row, "octets"),
        value_rules(row, zcl_kind(row, kind), None),
    )
}

#[test]
fn gbz_templates() {
    let source = Source::read("gbz-components.csv");
    let field_source = Source::read("gbz-fields.csv");
    let fields = by_use_case(&field_source);
    let mut out = source.head(
        "Message templates of GBZ use cases",
        &[
            import(
                "crate::catalogue",
                &[
                    "Constant",
                    "GbzAttribute",
                    "GbzComponent",
                    "GbzField",
                    "Instances",
                    "ValueRules",
                ],
            ),
            import("crate::kind", &["Kind"]),
        ]
        .join("\n"),
    );
    let mut used = 0;
    for (use_case, rows) in by_use_case(&source) {
        for part in ["command", "response", "alert"] {
            let mut entries = Vec::new();
            for row in rows.iter().filter(|row| row.text("message") == part) {
                assert_eq!(row.number("n") as usize, entries.len() + 1, "{use_case} {part}");
                let inside = |kind: &str| -> Vec<&&Row> {
                    fields
                        .get(use_case)
                        .into_iter()
                        .flatten()
                        .filter(|field| {
                            field.text("message") == part
                                && field.text("component") == row.text("n")
                                && field.text("kind") == kind
                        })
                        .collect()
                };
                let own: Vec<String> = inside("field").iter().map(|row| gbz_field(row)).collect();
                let attributes: Vec<String> =
                    inside("attribute").iter().map(|row| gbz_attribute(row)).collect();
                used += own.len() + attributes.len();
                let instances = row.word(
                    "rule",
                    &[
                        ("", "Counted"),
                        ("when the one before is absent", "WhenPreviousAbsent"),
                        ("fills up", "FillsUp"),
                    ],
                );
                entries.push(format!(
                    "GbzComponent {{ name: {}, instances: Instances::{instances}, least: {}, \
                     most: {}, cluster: {}, control: {}, control_last: {}, from_date_time: {}, \
                     length: {}, length_variable: {}, frame_control: {}, command_id: {}, \
                     encrypted: {}, fields: &[{}], attributes: &[{}] }}",
                    row.string("name"),
                    row.number("least"),
                    optional_number(row, "most"),
                    hex(row.number("cluster"), 4),
                    hex(row.number("control"), 2),
                    optional_hex(row, "control_last", 2),
                    row.yes_no("from_date_time"),
                    row.number("length"),
                    row.yes_no("length_variable"),
                    hex(row.number("frame_control"), 2),
                    hex(row.number("command_id"), 2),
                    row.yes_no("encrypted"),
                    own.join(", "),
                    attributes.join(", "),
                ));
            }
            if !entries.is_empty() {
                let doc = format!("The {part} of {use_case}.");
                let name = format!("{}_{}", static_name(use_case), part.to_ascii_uppercase());
                table(&mut out, &doc, &name, "GbzComponent", &entries);
            }
        }
    }
    assert_eq!(used, field_source.rows().count(), "a field belongs to no component");
    compare("gbz_templates.rs", &out);
}

/// The Rust that all of `rows` say in a column, or `none` where they differ.
fn common(rows: &[&Row], none: &str, of: impl Fn(&Row) -> String) -> String {
    let mut said: Vec<String> = rows.iter().map(|row| of(row)).collect();
    said.dedup();
    match &said[..] {
        [one] => one.clone(),
        _ => none.to_owned(),
    }
}

#[test]
fn use_cases() {
    let source = Source::read("use-cases.csv");
    let code_source = Source::read("message-codes.csv");
    let (request_source, item_source) =
        (Source::read("dlms-requests.csv"), Source::read("dlms-items.csv"));
    let (component_source, gbz_item_source) =
        (Source::read("gbz-components.csv"), Source::read("gbz-items.csv"));
    let requests = by_use_case(&request_source);
    let items = by_use_case(&item_source);
    let components = by_use_case(&component_source);
    let gbz_items = by_use_case(&gbz_item_source);
    let known = |id: &str| source.rows().any(|row| row.text("id") == id);
    for by in [&requests, &items, &components, &gbz_items] {
        assert!(by.keys().all(|id| known(id)), "a table names an unknown use case");
    }
    let mut out = source.head(
        "Use cases",
        &[
            import("super", &["dlms_items", "dlms_requests", "gbz_items", "gbz_templates"]),
            import(
                "crate::catalogue",
                &[
                    "CodeKind",
                    "DeviceType",
                    "GbzTemplate",
                    "MessageType",
                    "Protocol",
                    "ReadOrUpdate",
                    "Role",
                    "UseCase",
                    "Version",
                ],
            ),
        ]
        .join("\n"),
    );
    let part = |of: &ByUseCase<'_>, id: &str, module: &str, message: &str| {
        let has = of
            .get(id)
            .into_iter()
            .flatten()
            .any(|row| message.is_empty() || row.text("message") == message);
        let suffix = if message.is_empty() { String::new() } else { format!("_{message}") };
        let name = static_name(&format!("{id}{suffix}"));
        if has { format!("{module}::{name}") } else { "&[]".to_owned() }
    };
    let entries: Vec<String> = source
        .sorted(|row| row.text("id").to_owned())
        .iter()
        .map(|row| {
            let id = row.text("id");
            let codes: Vec<&Row> =
                code_source.rows().filter(|code| code.text("use_case") == id).collect();
            let listed: Vec<&str> = codes.iter().map(|code| code.text("code")).collect();
            assert_eq!(row.list("message_codes"), listed, "{id}: codes differ between the files");
            let mut references: Vec<&str> =
                codes.iter().flat_map(|code| code.list("service_references")).collect();
            references.sort_unstable();
            references.dedup();
            let since = row.text("since");
            let direction = row.word(
                "read_or_update",
                &[
                    ("read", "Some(ReadOrUpdate::Read)"),
                    ("update", "Some(ReadOrUpdate::Update)"),
                    ("", "None"),
                ],
            );
            format!(
                "UseCase {{ id: {id:?}, title: {}, message_codes: {}, protocol: {}, kind: {}, \
                 message_type: {}, critical: {}, future_dated: {}, replay_protection: {}, \
                 response_to_another: {}, direction: {direction}, gpf_copies: {}, \
                 service_references: &{references:?}, roles: {}, targets: {}, defined_in: {}, \
                 since: {}, dlms_requests: {}, dlms_items: {}, gbz: GbzTemplate {{ command: {}, \
                 response: {}, alert: {} }}, gbz_items: {} }}",
                row.string("title"),
                code_list(row, "message_codes"),
                common(&codes, "None", protocol),
                common(&codes, "None", |code| format!("Some({})", crate::small_tables::kind(code))),
                common(&codes, "None", message_type),
                common(&codes, "None", crate::small_tables::critical),
                common(&codes, "None", |code| code.optional_yes_no("future_dated")),
                row.optional_yes_no("replay_protection"),
                row.optional_yes_no("response_to_another"),
                row.text("gpf_copies") == "yes",
                common(&codes, "&[]", |code| format!(
                    "&[{}]",
                    code.words("roles", ROLES).join(", ")
                )),
                common(&codes, "DeviceType::ALL", |code| devices(code, "targets")),
                row.optional_string("defined_in"),
                optional(since, |text| {
                    format!("Version::of(&[{}])", text.split('.').collect::<Vec<_>>().join(", "))
                }),
                part(&requests, id, "dlms_requests", ""),
                part(&items, id, "dlms_items", ""),
                part(&components, id, "gbz_templates", "command"),
                part(&components, id, "gbz_templates", "response"),
                part(&components, id, "gbz_templates", "alert"),
                part(&gbz_items, id, "gbz_items", ""),
            )
        })
        .collect();
    table(&mut out, "Use cases, in the order of their names.", "USE_CASES", "UseCase", &entries);
    compare("use_cases.rs", &out);
}

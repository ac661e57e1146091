//! The schema of the native log and the code agree, and a log is written as it was read.
#![cfg(feature = "text-log")]
#![allow(clippy::unwrap_used, clippy::panic)]

use gbcs_parser::log::{Form, native, read};
use gbcs_parser::record::Record;
use serde_json::{Map, Value};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../docs/log-format.schema.json")).unwrap()
}

fn one(line: &str) -> Record {
    let mut items: Vec<_> = read(Form::JsonLines, line.as_bytes(), "t.jsonl").collect();
    assert_eq!(items.len(), 1, "{line}: {items:?}");
    items.remove(0).unwrap_or_else(|problem| panic!("{line}: {problem}"))
}

/// A record with all fields that the schema has for a kind.
fn full(kind: &str, definition: &Value) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("record".into(), kind.into());
    for (name, field) in definition["properties"].as_object().unwrap() {
        if let Some(example) = field["examples"].get(0) {
            object.insert(name.clone(), example.clone());
        }
    }
    object
}

fn records() -> Vec<(String, Value)> {
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let kinds = definitions.iter().filter(|(_, definition)| definition["properties"].is_object());
    kinds.map(|(kind, definition)| (kind.clone(), definition.clone())).collect()
}

fn sorted(object: &Map<String, Value>) -> Vec<(String, Value)> {
    let mut fields: Vec<(String, Value)> = object.clone().into_iter().collect();
    fields.sort_by(|(a, _), (b, _)| a.cmp(b));
    fields
}

/// Reads and writes a record; the fields and their values stay.
fn comes_back(object: &Map<String, Value>) {
    let line = Value::Object(object.clone()).to_string();
    let record = one(&line);
    assert_eq!(record.unknown_fields, [""; 0], "{line}");
    let written = native::object(&record);
    assert_eq!(plain(&written), plain(object), "{line}");
}

/// Numbers as text, since counters may be either.
fn plain(object: &Map<String, Value>) -> Vec<(String, Value)> {
    fn text(value: &Value) -> Value {
        match value {
            Value::Number(number) => number.to_string().into(),
            Value::Array(list) => list.iter().map(text).collect(),
            Value::Object(object) => sorted(object)
                .into_iter()
                .map(|(name, value)| (name, text(&value)))
                .collect::<Map<_, _>>()
                .into(),
            other => other.clone(),
        }
    }
    sorted(object).into_iter().map(|(name, value)| (name, text(&value))).collect()
}

#[test]
fn every_field_of_the_schema_is_read_and_written() {
    let records = records();
    assert_eq!(records.len(), 10);
    for (kind, definition) in records {
        comes_back(&full(&kind, &definition));
    }
}

#[test]
fn every_setting_of_the_schema_is_read_and_written() {
    let schema = schema();
    let settings = schema["$defs"]["configuration"]["allOf"].as_array().unwrap();
    assert_eq!(settings.len(), 4);
    for setting in settings {
        let mut object = Map::new();
        object.insert("record".into(), "configuration".into());
        object.insert("item".into(), setting["if"]["properties"]["item"]["const"].clone());
        let values = &setting["then"]["properties"]["values"]["examples"][0];
        object.insert("values".into(), values.clone());
        object.insert("source".into(), Map::new().into());
        comes_back(&object);
    }
}

#[test]
fn what_the_schema_requires_is_required() {
    for (kind, definition) in records() {
        for field in definition["required"].as_array().unwrap() {
            let mut object = full(&kind, &definition);
            object.remove(field.as_str().unwrap());
            let line = Value::Object(object).to_string();
            let mut items = read(Form::JsonLines, line.as_bytes(), "t.jsonl");
            assert!(items.next().unwrap().is_err(), "{line}");
        }
    }
}

#[test]
fn fields_and_records_that_are_not_known_come_back() {
    let line = r#"{"record":"message","payload":"DF09","colour":{"a":[1]},"duis":{"shade":2},"x_own":"y","note":"n","source":{"file":"f"}}"#;
    let record = one(line);
    assert_eq!(record.unknown_fields, ["duis.shade", "colour"]);
    let written = native::object(&record);
    assert_eq!(
        plain(&written),
        plain(serde_json::from_str::<Value>(line).unwrap().as_object().unwrap())
    );
    let line = r#"{"record":"weather","temperature":12,"source":{}}"#;
    let record = one(line);
    assert!(record.unknown_fields.is_empty());
    assert_eq!(native::object(&record)["temperature"], 12);
}

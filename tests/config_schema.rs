//! `docs/gbcheck.schema.json` names the keys that the program reads, and no others.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::run::gbcheck;

fn schema() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/gbcheck.schema.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn keys(properties: &Value) -> BTreeSet<String> {
    properties.as_object().unwrap().keys().cloned().collect()
}

/// What the program says of a configuration.
fn refused(config: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gbcheck.toml");
    std::fs::write(&path, config).unwrap();
    let ran = gbcheck(&["check", "--config", path.to_str().unwrap()], b"");
    assert_eq!(ran.code, 2, "{config}");
    ran.err
}

/// The keys that the program would have taken in the place of an unknown one.
fn taken(config: &str) -> BTreeSet<String> {
    let error = refused(config);
    let (_, names) = error.split_once(", expected one of ").unwrap();
    let names = names.lines().next().unwrap();
    names.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_schema_has_the_keys_that_the_program_reads() {
    let properties = &schema()["properties"];
    assert_eq!(taken("nothing = 1\n"), keys(properties));
    let profile = &properties["profile"]["properties"];
    assert_eq!(taken("[profile]\nnothing = 1\n"), keys(profile));
    let limits = &properties["limits"]["properties"];
    assert_eq!(taken("[limits]\nnothing = 1\n"), keys(limits));
    let device = &properties["device"]["items"]["properties"];
    assert_eq!(taken("[[device]]\nnothing = 1\n"), keys(device));
}

#[test]
fn an_unknown_key_is_refused_with_its_place_and_a_suggestion() {
    let error = refused("[profile]\nclaims = []\nalert_timout = 5\n");
    assert!(error.contains("line 3, column 1"), "{error}");
    assert!(error.contains("did you mean `alert_timeout`?"), "{error}");
}

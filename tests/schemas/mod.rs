//! Reports and the published schemas of their formats.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::reports::{LOG, hostile, of, reports};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schemas");

/// A schema of this folder, or of `docs`.
fn validator(path: &str) -> jsonschema::Validator {
    let text = std::fs::read_to_string(Path::new(FOLDER).join(path)).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    // What a format says of text, such as a date, is meant.
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

/// What a schema has to say against a value.
fn complaints(validator: &jsonschema::Validator, value: &Value) -> Vec<String> {
    let said = validator.iter_errors(value);
    said.map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The reports of the planted faults, of hostile text, and of nothing.
fn all() -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.hex");
    std::fs::write(&empty, "").unwrap();
    let inputs = [LOG.to_owned(), hostile(folder.path()), empty.to_str().unwrap().to_owned()];
    inputs.iter().map(|input| reports(input, folder.path(), &[]).1).collect()
}

#[test]
fn json_forms_keep_to_their_schemas() {
    for (format, schema) in [("sarif", "sarif-2.1.0.json"), ("gitlab", "gitlab-code-quality.json")]
    {
        let validator = validator(schema);
        for reports in all() {
            let report: Value = serde_json::from_str(of(&reports, format)).unwrap();
            assert_eq!(complaints(&validator, &report), Vec::<String>::new(), "{format}");
        }
        let wrong = serde_json::json!([{ "version": 1 }]);
        assert!(!validator.is_valid(&wrong), "{schema} lets everything through");
    }
}

#[test]
fn junit_keeps_to_the_schema_of_jenkins() {
    let folder = tempfile::tempdir().unwrap();
    let schema = format!("{FOLDER}/jenkins-junit.xsd");
    let path = folder.path().join("junit.xml");
    let check = |text: &str| {
        std::fs::write(&path, text).unwrap();
        Command::new("xmllint").args(["--noout", "--schema", &schema]).arg(&path).output()
    };
    let Ok(wrong) = check("<testsuites><testcase/></testsuites>") else {
        eprintln!("skipped: no xmllint is here, so JUnit was not held to its schema");
        return;
    };
    assert!(!wrong.status.success(), "the schema lets everything through");
    for reports in all() {
        let checked = check(of(&reports, "junit")).unwrap();
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    }
}

#[test]
fn a_configuration_that_the_program_takes_keeps_to_its_schema() {
    let config = "[profile]\nclaims = [\"MP085A\"]\nresponse_timeout = 60\nalert_timeout = \"2h\"\n\
                  clock_tolerance_s = 10\n[severity]\nVLT002 = \"info\"\n\
                  [[device]]\nid = \"20-00-00-00-00-00-00-0E\"\ntype = \"ESME\"\n\
                  gbcs_version = \"4.1\"\nsmets_chts_version = \"5.1\"\nclaims = []\n\
                  as_manufactured = true\ndate_installed = \"2023-05-01\"\noperator = \"x\"\n";
    let validator = validator("../../docs/gbcheck.schema.json");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gbcheck.toml");
    std::fs::write(&path, config).unwrap();
    let ran = crate::run::gbcheck(&["check", "--config", path.to_str().unwrap(), LOG], b"");
    assert_eq!(ran.code, 1, "{}", ran.err);
    let table: toml::Table = config.parse().unwrap();
    let value = serde_json::to_value(table).unwrap();
    assert_eq!(complaints(&validator, &value), Vec::<String>::new());
    for wrong in
        ["[profile]\nalert_timeout = \"soon\"", "[severity]\nVLT002 = \"bad\"", "[[device]]"]
    {
        let table: toml::Table = wrong.parse().unwrap();
        assert!(!validator.is_valid(&serde_json::to_value(table).unwrap()), "{wrong}");
        std::fs::write(&path, wrong).unwrap();
        let ran = crate::run::gbcheck(&["check", "--config", path.to_str().unwrap(), LOG], b"");
        assert_eq!(ran.code, 2, "{wrong}");
    }
}

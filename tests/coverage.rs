//! `gbcheck coverage`, and the table that is kept of it.

use serde_json::Value;

use crate::run::gbcheck;

/// Compares a document with what is made, or writes it where a refresh is asked for.
pub fn kept(name: &str, made: &str) {
    let path = format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("GBCHECK_REFRESH").is_some() {
        std::fs::write(&path, made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "docs/{name} is out of date; refresh it: GBCHECK_REFRESH=1 cargo test --test end_to_end {}",
        name.trim_end_matches(".md")
    );
}

#[test]
fn coverage_document_is_up_to_date() {
    let ran = gbcheck(&["coverage", "--format", "markdown"], b"");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    kept("coverage.md", &ran.out);
}

#[test]
fn coverage_has_every_requirement_and_modification_in_all_forms() {
    let text = gbcheck(&["coverage"], b"").out;
    let markdown = gbcheck(&["coverage", "--format", "markdown"], b"").out;
    let json: Value =
        serde_json::from_str(&gbcheck(&["coverage", "--format", "json"], b"").out).unwrap();
    for (list, count) in [("requirements", 158), ("modifications", 57)] {
        let rows = json[list].as_array().unwrap();
        assert_eq!(rows.len(), count);
        for row in rows {
            let id = row["id"].as_str().unwrap();
            assert!(text.contains(&format!("  {id} ")), "{id}");
            assert!(markdown.contains(&format!("| {id} |")), "{id}");
            let rules = row["rules"].as_array().unwrap();
            assert!(!rules.is_empty() || row["not_checked"].is_string(), "{id}");
        }
    }
}

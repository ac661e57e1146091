//! `docs/rules.md` is what the rules say of themselves.

use std::fmt::Write as _;

use gbcs_rules::registry::FAMILIES;

use crate::run::gbcheck;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");

/// Set to write the list anew.
#[test]
fn a_use_case_is_shown_with_its_flags_and_the_sources_of_its_limits() {
    let shown = gbcheck(&["rules", "use-case:CCS01"], b"");
    assert_eq!((shown.code, shown.err.as_str()), (0, ""));
    for line in [
        "  requests       8.11",
        "  replay         yes",
        "  source         GBCS 4.0, use cases",
        "request 1 to 3600 (DUIS, 8.11 JoinTimePeriod)",
    ] {
        assert!(shown.out.contains(line), "{line}\n{}", shown.out);
    }
}

const REFRESH: &str = "GBCHECK_REFRESH";

fn list() -> String {
    let mut text = String::from(
        "# The rules\n\nMade from the rules' own words; `gbcheck rules CODE` prints the page of one.\n",
    );
    for family in FAMILIES {
        writeln!(text, "\n## {} {}\n", family.code, family.title).unwrap();
        text.push_str("| Code | Name | Severity | Basis | Requirements | What is wrong |\n");
        text.push_str("|---|---|---|---|---|---|\n");
        for rule in family.rules {
            let code = rule.code;
            let severity = match rule.raised_by {
                Some((by, raised)) => {
                    format!("{}, {} by {by}", rule.severity.name(), raised.name())
                }
                None => rule.severity.name().to_owned(),
            };
            writeln!(
                text,
                "| [{code}](../rules/docs/{code}.md) | {} | {severity} | {} | {} | {} |",
                rule.name,
                rule.basis.name(),
                rule.requirements.join(", "),
                rule.summary.replace('|', "\\|")
            )
            .unwrap();
        }
    }
    text
}

#[test]
fn the_list_of_rules_is_as_the_rules_are() {
    let list = list();
    if std::env::var_os(REFRESH).is_some() {
        std::fs::write(PATH, &list).unwrap();
    }
    let written = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        written == list,
        "docs/rules.md is not what the rules say; refresh it with\n  \
         {REFRESH}=1 cargo test --test end_to_end rule_list"
    );
}

#[test]
fn every_page_that_the_list_links_to_is_there() {
    let mut pages = 0;
    for rule in FAMILIES.iter().flat_map(|family| family.rules) {
        let page = format!("{}/rules/docs/{}.md", env!("CARGO_MANIFEST_DIR"), rule.code);
        assert!(std::fs::exists(&page).unwrap(), "{page}");
        pages += 1;
    }
    assert!(pages > 0);
}

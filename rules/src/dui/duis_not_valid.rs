//! DUI011: a document is not valid by the schema of DUIS 5.4.

use gbcs_parser::catalogue::{Version, duis_root};
use gbcs_parser::record::Document;

use super::content::difference;
use super::{document, maker};
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DUI011",
    name: "duis-not-valid",
    summary: "A document is not valid by the schema of DUIS 5.4",
    severity: Severity::Error,
    about: About::Dcc,
    basis: Basis::ReferenceData,
    refs: &[SpecRef::new("DUIS 5.4", "schema")],
    requirements: &[],
    doc: include_str!("../../docs/DUI011.md"),
    concerns: |topic| topic.has_duis,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// Versions of DUIS whose documents the schema of 5.4 describes: later ones added to it.
const DESCRIBED: (Version, Version) = (Version::new(5, 0), Version::new(5, 4));

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(document(subject).is_some())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(document) = document(subject) else { return };
    if let Some(version) = document.schema_version.as_deref().and_then(Version::parse)
        && (version < DESCRIBED.0 || version > DESCRIBED.1)
    {
        let detail = format!("the schema of DUIS {version}");
        return findings.blocked(Reason::NotSupported, detail);
    }
    let root = document.root().and_then(|root| duis_root(&root.name));
    let Some(found) = root.and_then(|of| difference(document, 0, of)) else { return };
    let at_body = matches!(&found.path[..], [response] if response == "Response")
        && found.expected == ["Body"]
        || matches!(&found.path[..], [_, body] if body == "Body") && found.found.is_none();
    if at_body && is_acknowledgement(document) {
        return;
    }
    let expected = match &found.expected[..] {
        [] => Datum::Nothing,
        [one] => Datum::Word(one),
        // A list of all services helps nobody.
        many if many.len() > 12 => Datum::Word("an element of the schema"),
        many => many.iter().copied().map(Datum::Word).collect::<Vec<_>>().into(),
    };
    let actual = found.found.map_or(Datum::Nothing, Datum::Text);
    let place = subject.record_place(found.path.join("/"));
    findings.fail(Fault::at(place, expected, actual).about(maker(subject)));
}

/// A response that says of a request only what became of it.
fn is_acknowledgement(document: &Document) -> bool {
    document.text(0, &["Header", "ResponseCode"]).is_some_and(|code| code != "I0")
}

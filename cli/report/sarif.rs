//! SARIF 2.1.0, as code scanning reads it.
//!
//! Octets of a message are no octets of its file, where the file is text: there a region is a line,
//! and the message's own octets are in `properties` and in the snippet. Of binary inputs the region
//! is the octets.

use std::collections::BTreeMap;
use std::io::{self, Write};

use gbcs_parser::log::Form;
use gbcs_rules::finding::{Finding, Place};
use gbcs_rules::registry;
use gbcs_rules::rule::{Rule, Severity};
use serde_json::{Map, Value, json};

use super::words::{INTERRUPTED, clean, octets, record, references};
use super::{Run, sentence};
use crate::baseline::State;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes the log.
pub fn write(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let judged = run.judged;
    let artifacts = Artifacts {
        by_path: judged.inputs.iter().enumerate().map(|(n, i)| (i.path.as_str(), n)).collect(),
        binary: judged
            .inputs
            .iter()
            .map(|input| input.form.as_ref().is_some_and(|found| found.form == Form::Binary))
            .collect(),
    };
    let inputs: Vec<_> = judged
        .inputs
        .iter()
        .map(|input| {
            let mut artifact = json!({
                "location": { "uri": uri(&input.path) },
                "roles": ["analysisTarget"],
            });
            if let (Some(hash), Some(object)) = (&input.sha256, artifact.as_object_mut()) {
                object.insert("hashes".to_owned(), json!({ "sha-256": hash }));
            }
            artifact
        })
        .collect();
    let mut problems: Vec<_> = judged
        .inputs
        .iter()
        .enumerate()
        .flat_map(|(n, input)| input.problems.iter().map(move |problem| (n, input, problem)))
        .map(|(n, input, problem)| {
            let mut place = json!({
                "artifactLocation": { "uri": uri(&input.path), "index": n },
            });
            if let (Some(line), Some(object)) = (problem.line, place.as_object_mut()) {
                object.insert("region".to_owned(), json!({ "startLine": line.max(1) }));
            }
            json!({
                "level": if problem.is_note { "note" } else { "error" },
                "message": { "text": clean(&problem.text) },
                "locations": [{ "physicalLocation": place }],
            })
        })
        .collect();
    if judged.partial {
        problems.push(json!({ "level": "error", "message": { "text": INTERRUPTED } }));
    }
    let [errors, warnings, infos] = run.counts();
    let results: Vec<_> =
        judged.results.findings.iter().map(|finding| result(run, finding, &artifacts)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "gbcheck",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": registry::rules().iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
                "properties": { "ruleset": super::json::ruleset() },
            } },
            "invocations": [{
                "executionSuccessful": run.exit.code() != crate::exit::TROUBLE,
                "exitCode": run.exit.code(),
                "toolExecutionNotifications": problems,
            }],
            "artifacts": inputs,
            "columnKind": "unicodeCodePoints",
            "results": results,
            "properties": { "totals": {
                "errors": errors,
                "warnings": warnings,
                "infos": infos,
                "not_evaluated": judged.results.not_evaluated_units(),
            } },
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

/// The inputs by their paths, and which are octets rather than text.
struct Artifacts<'a> {
    by_path: BTreeMap<&'a str, usize>,
    binary: Vec<bool>,
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "name": pascal(rule.name),
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": format!("{}. By {}.", rule.summary, references(rule)) },
        "help": { "text": rule.doc, "markdown": rule.doc },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": {
            "tags": [rule.family(), rule.basis.name()],
            "requirements": rule.requirements,
        },
    })
}

fn result(run: &Run<'_>, finding: &Finding, artifacts: &Artifacts<'_>) -> Value {
    let rule = finding.rule.rule();
    let mut result = json!({
        "ruleId": rule.code,
        "ruleIndex": finding.rule.index(),
        "level": level(finding.severity),
        "message": { "text": clean(&sentence(finding)) },
        "partialFingerprints": { "gbcheckFinding/v1": finding.fingerprint() },
        "properties": {
            "device": finding.device.map(|id| id.to_string()),
            "time": finding.time.map(|time| time.to_string()),
            "use_case": finding.use_case,
            "about": finding.about.name(),
            "cause": finding.cause,
        },
    });
    if let Some(object) = result.as_object_mut() {
        if let Some(place) = &finding.location {
            object.insert("locations".to_owned(), json!([location(place, artifacts, None)]));
        }
        if let Some(state) = run.state(finding) {
            let known = state == State::Known;
            let word = if state == State::New { "new" } else { "unchanged" };
            object.insert("baselineState".to_owned(), json!(word));
            if known {
                let entry = run.baseline.and_then(|baseline| baseline.entry(finding));
                let reason = entry.and_then(|entry| entry.reason.as_deref()).unwrap_or("known");
                object.insert(
                    "suppressions".to_owned(),
                    json!([{ "kind": "external", "status": "accepted", "justification": clean(reason) }]),
                );
            }
        }
        let related: Vec<_> = finding
            .related
            .iter()
            .enumerate()
            .map(|(n, place)| location(place, artifacts, Some(n)))
            .collect();
        if !related.is_empty() {
            object.insert("relatedLocations".to_owned(), Value::Array(related));
        }
    }
    result
}

fn location(place: &Place, artifacts: &Artifacts<'_>, id: Option<usize>) -> Value {
    let path: &str = &place.position.path;
    let index = artifacts.by_path.get(path).copied();
    let binary = index.and_then(|n| artifacts.binary.get(n)).copied().unwrap_or(false);
    let mut region = Map::new();
    match place.span {
        Some(span) if binary && span.buffer.0 == 0 => {
            region.insert("byteOffset".to_owned(), json!(span.start));
            region.insert("byteLength".to_owned(), json!(span.len()));
        }
        _ => {
            let line = place.position.line.unwrap_or(1).max(1);
            region.insert("startLine".to_owned(), json!(line));
        }
    }
    if let Some(snippet) = snippet(place) {
        region.insert("snippet".to_owned(), snippet);
    }
    let mut artifact = json!({ "uri": uri(path) });
    if let (Some(index), Some(object)) = (index, artifact.as_object_mut()) {
        object.insert("index".to_owned(), json!(index));
    }
    let mut words = format!("record {}", record(place));
    let octets = octets(place);
    if !octets.is_empty() {
        words.push_str(&format!(", {octets}"));
    }
    let mut location = json!({
        "physicalLocation": { "artifactLocation": artifact, "region": region },
        "logicalLocations": [{
            "fullyQualifiedName": clean(&format!("record {}/{}", record(place), place.field)),
            "kind": "member",
        }],
        "message": { "text": words },
        "properties": {
            "record": record(place),
            "field": clean(&place.field),
            "octets": place.span.map(|span| json!({
                "buffer": match span.buffer.0 {
                    0 => "wire".to_owned(),
                    n => format!("plaintext:{n}"),
                },
                "offset": span.start,
                "length": span.len(),
            })),
        },
    });
    if let (Some(id), Some(object)) = (id, location.as_object_mut()) {
        object.insert("id".to_owned(), json!(id));
    }
    location
}

/// The octets of a place, as far as they are kept.
fn snippet(place: &Place) -> Option<Value> {
    let (excerpt, span) = (place.excerpt.as_ref()?, place.span?);
    let from = span.start.checked_sub(excerpt.offset)? as usize;
    let to = (span.end.saturating_sub(excerpt.offset) as usize).min(excerpt.octets.len());
    let octets = excerpt.octets.get(from..to).filter(|octets| !octets.is_empty())?;
    Some(json!({
        "binary": data_encoding::BASE64.encode(octets),
        "rendered": { "text": data_encoding::HEXUPPER.encode(octets) },
    }))
}

/// A path as a relative or absolute reference: what is no letter, digit, or mark of paths is
/// escaped, so that no path has a scheme.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let mut uri = String::new();
    if path.starts_with("//") {
        // Two slashes would begin with the name of a host.
        uri.push_str("/.");
    }
    for octet in path.bytes() {
        match octet {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b'!' => {
                uri.push(char::from(octet));
            }
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}

/// `mac-header-not-canonical` as `MacHeaderNotCanonical`.
fn pascal(name: &str) -> String {
    name.split('-')
        .flat_map(|word| {
            let mut chars = word.chars();
            chars
                .next()
                .map(|c| c.to_ascii_uppercase())
                .into_iter()
                .chain(chars)
                .collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references_without_scheme() {
        assert_eq!(uri("./a b/ü#?.hex"), "a%20b/%C3%BC%23%3F.hex");
        assert_eq!(uri("javascript:x"), "javascript%3Ax");
        assert_eq!(uri("//host/x"), "/.//host/x");
        assert_eq!(pascal("mac-not-right"), "MacNotRight");
    }
}

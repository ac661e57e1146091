//! The code quality report of GitLab: an array of issues.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};

use gbcs_rules::rule::Severity;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::words::{clean, octets, record};
use super::{Run, sentence};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: Cow<'a, str>,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u64,
}

/// Writes an issue for each finding.
pub fn write(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let mut seen: HashMap<String, u64> = HashMap::new();
    let issues: Vec<_> = run
        .judged
        .results
        .findings
        .iter()
        .map(|finding| {
            let place = finding.location.as_ref();
            let first = run.judged.inputs.first().map_or("", |input| &input.path);
            let path = place.map_or(first, |place| &place.position.path);
            let mut description = format!("{}: {}", finding.rule.rule().code, sentence(finding));
            if let Some(place) = place {
                let octets = octets(place);
                let comma = if octets.is_empty() { "" } else { ", " };
                description.push_str(&format!(" [record {}{comma}{octets}]", record(place)));
            }
            let fingerprint = finding.fingerprint();
            let earlier = seen.entry(fingerprint.clone()).or_default();
            *earlier += 1;
            Issue {
                description: clean(&description).into_owned(),
                check_name: finding.rule.rule().code,
                fingerprint: unique(fingerprint, *earlier),
                severity: match finding.severity {
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                    Severity::Info => "info",
                },
                location: Location {
                    // A path of the repository does not begin with "./".
                    path: clean(path.strip_prefix("./").unwrap_or(path)),
                    lines: Lines { begin: place.and_then(|p| p.position.line).unwrap_or(1) },
                },
            }
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    out.write_all(b"\n")
}

/// GitLab shows one issue a fingerprint, and the same fault may be in many records: the first keeps
/// the finding's fingerprint, and further ones are numbered.
fn unique(fingerprint: String, number: u64) -> String {
    if number == 1 {
        return fingerprint;
    }
    let hash = Sha256::digest(format!("{fingerprint} {number}"));
    hash.iter().take(8).map(|octet| format!("{octet:02x}")).collect()
}

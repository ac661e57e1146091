//! The report as JSON: `gbcheck.report/1`, and `gbcheck.finding/1` line by line.
//!
//! The structures here are the contract of `docs/output.md`, never the program's own types.

use std::collections::BTreeMap;
use std::io::{self, Write};

use gbcs_parser::EntityId;
use gbcs_rules::datum::Datum;
use gbcs_rules::finding::{Finding, Place};
use gbcs_rules::registry;
use gbcs_rules::results::DeviceResult;
use gbcs_rules::rule::Severity;
use gbcs_rules::verdict::Counts;
use serde::{Serialize, Serializer};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{Run, sentence};

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    tool: Tool<'a>,
    result: Outcome,
    inputs: Vec<Input<'a>>,
    inputs_skipped: Vec<Skipped<'a>>,
    devices: Devices<'a>,
    verdicts: BTreeMap<&'static str, BTreeMap<&'static str, u64>>,
    not_evaluated: Vec<NotEvaluated<'a>>,
    findings: Vec<FindingObject<'a>>,
    /// Findings that were only counted, by rule.
    not_shown: BTreeMap<&'static str, u64>,
    exercised: Exercised<'a>,
    test_cases: Vec<TestCase<'a>>,
    totals: Totals,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<Compared<'a>>,
}

/// What became of the findings of a baseline.
#[derive(Serialize)]
struct Compared<'a> {
    new: usize,
    known: usize,
    expired: usize,
    vanished: Vec<&'a crate::baseline::Entry>,
}

#[derive(Serialize)]
struct Tool<'a> {
    name: &'static str,
    version: &'static str,
    rules: usize,
    ruleset: String,
    options: BTreeMap<&'a str, &'a str>,
    config_sha256: Option<String>,
    profile: Profile<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
}

#[derive(Serialize)]
struct Profile<'a> {
    gbcs_version: Option<String>,
    on: Option<String>,
    claims: &'a [String],
    devices: usize,
    response_timeout_s: i64,
    alert_timeout_s: i64,
    clock_tolerance_s: i64,
}

#[derive(Serialize)]
struct Outcome {
    exit_code: u8,
    partial: bool,
}

#[derive(Serialize)]
struct Input<'a> {
    path: &'a str,
    sha256: Option<&'a str>,
    form: Option<&'a str>,
    records: u64,
    problems: Vec<Problem>,
}

#[derive(Serialize)]
struct Problem {
    line: Option<u64>,
    column: Option<u64>,
    offset: Option<u64>,
    message: String,
}

#[derive(Serialize)]
struct Skipped<'a> {
    path: &'a str,
    reason: &'a str,
}

/// The devices, each made when it is written: there may be many thousands.
struct Devices<'a>(&'a BTreeMap<EntityId, DeviceResult>);

impl Serialize for Devices<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|(id, result)| device(*id, result)))
    }
}

#[derive(Serialize)]
struct Device {
    device_id: String,
    #[serde(rename = "type")]
    device_type: Option<&'static str>,
    gbcs_version: Option<String>,
    records: u64,
    first: Option<String>,
    last: Option<String>,
    verdicts: BTreeMap<&'static str, BTreeMap<&'static str, u64>>,
}

#[derive(Serialize)]
struct NotEvaluated<'a> {
    rule: &'static str,
    reason: &'static str,
    detail: &'a str,
    devices: usize,
    count: u64,
}

#[derive(Serialize)]
struct FindingObject<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<&'static str>,
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    basis: &'static str,
    about: &'static str,
    device_id: Option<String>,
    time: Option<String>,
    location: Option<Location<'a>>,
    related: Vec<Location<'a>>,
    expected: Value,
    actual: Value,
    message: String,
    refs: Vec<Reference>,
    fingerprint: String,
    cause: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<&'static str>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    record: RecordNumber,
    line: Option<u64>,
    at: Option<[u32; 2]>,
    field: &'a str,
    buffer: Option<String>,
}

/// The number of a record, or `record.payload` where a document holds several.
#[derive(Serialize)]
#[serde(untagged)]
enum RecordNumber {
    Record(u64),
    Payload(String),
}

#[derive(Serialize)]
struct Reference {
    document: &'static str,
    clause: &'static str,
}

#[derive(Serialize)]
struct Exercised<'a> {
    use_cases: BTreeMap<&'a str, UseCase>,
    alert_codes: BTreeMap<String, u64>,
    rules_without_subject: Vec<&'static str>,
}

#[derive(Serialize)]
struct UseCase {
    command: u64,
    success: u64,
    failure: u64,
}

#[derive(Serialize)]
struct TestCase<'a> {
    id: &'a str,
    requirements: &'a [String],
    stated: Option<&'a str>,
    verdict: &'static str,
    findings: u64,
}

#[derive(Serialize)]
struct Totals {
    records: u64,
    messages: u64,
    devices: usize,
    errors: u64,
    warnings: u64,
    infos: u64,
    not_evaluated: u64,
}

/// Writes the report as one object.
pub fn write(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let judged = run.judged;
    let results = &judged.results;
    let report = Report {
        schema: "gbcheck.report/1",
        tool: tool(run),
        result: Outcome { exit_code: run.exit.code(), partial: judged.partial },
        inputs: judged
            .inputs
            .iter()
            .map(|input| Input {
                path: &input.path,
                sha256: input.sha256.as_deref(),
                form: input.form.as_ref().map(|found| found.form.name()),
                records: input.records,
                problems: input
                    .problems
                    .iter()
                    .map(|problem| Problem {
                        line: problem.line,
                        column: problem.column,
                        offset: problem.offset,
                        message: problem.text.clone(),
                    })
                    .collect(),
            })
            .collect(),
        inputs_skipped: judged
            .skipped
            .iter()
            .map(|file| Skipped { path: &file.path, reason: &file.reason })
            .collect(),
        devices: Devices(&results.devices),
        verdicts: results
            .verdicts
            .iter()
            .map(|(rule, counts)| (rule.rule().code, all_counts(counts)))
            .collect(),
        not_evaluated: results
            .not_evaluated
            .iter()
            .map(|((rule, blocked), entry)| NotEvaluated {
                rule: rule.rule().code,
                reason: blocked.reason.name(),
                detail: &blocked.detail,
                devices: entry.devices.len(),
                count: entry.count,
            })
            .collect(),
        findings: results.findings.iter().map(|finding| object(run, finding, None)).collect(),
        not_shown: results
            .not_shown
            .iter()
            .map(|(rule, count)| (rule.rule().code, *count))
            .collect(),
        exercised: Exercised {
            use_cases: results
                .use_cases
                .iter()
                .map(|(id, counts)| {
                    let counts = UseCase {
                        command: counts.command,
                        success: counts.success,
                        failure: counts.failure,
                    };
                    (*id, counts)
                })
                .collect(),
            alert_codes: results
                .alert_codes
                .iter()
                .map(|(code, count)| (format!("0x{code:04X}"), *count))
                .collect(),
            rules_without_subject: results
                .rules_without_subject()
                .iter()
                .filter(|rule| run.profile.selection.contains(**rule))
                .map(|rule| rule.rule().code)
                .collect(),
        },
        test_cases: results
            .test_cases
            .iter()
            .map(|result| {
                let errors = result.findings.get(&Severity::Error).copied().unwrap_or(0);
                TestCase {
                    id: &result.case.id,
                    requirements: &result.case.requirements,
                    stated: result.case.verdict.as_deref(),
                    verdict: match (errors, result.checked) {
                        (0, 0) => "not_evaluated",
                        (0, _) => "pass",
                        _ => "fail",
                    },
                    findings: result.findings.values().sum(),
                }
            })
            .collect(),
        totals: totals(run),
        baseline: run.baseline.zip(run.compared()).map(|(baseline, [new, known, expired, _])| {
            let vanished = baseline.vanished(results, &run.profile.selection);
            Compared { new, known, expired, vanished }
        }),
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    out.write_all(b"\n")
}

/// Writes each finding on a line, and a line of totals.
pub fn write_lines(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    for finding in &run.judged.results.findings {
        serde_json::to_writer(&mut *out, &object(run, finding, Some("gbcheck.finding/1")))?;
        out.write_all(b"\n")?;
    }
    #[derive(Serialize)]
    struct Line {
        schema: &'static str,
        totals: Totals,
        exit_code: u8,
        partial: bool,
    }
    let line = Line {
        schema: "gbcheck.totals/1",
        totals: totals(run),
        exit_code: run.exit.code(),
        partial: run.judged.partial,
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}

fn tool<'a>(run: &'a Run<'_>) -> Tool<'a> {
    let profile = run.profile;
    Tool {
        name: "gbcheck",
        version: env!("CARGO_PKG_VERSION"),
        rules: registry::rules().len(),
        ruleset: ruleset(),
        options: run.options.iter().map(|(name, value)| (*name, value.as_str())).collect(),
        config_sha256: run.config_sha256.clone(),
        profile: Profile {
            gbcs_version: profile.gbcs.map(|version| version.to_string()),
            on: profile.on.map(|date| date.to_string()),
            claims: &profile.claims,
            devices: profile.devices.len(),
            response_timeout_s: profile.response_timeout_s,
            alert_timeout_s: profile.alert_timeout_s,
            clock_tolerance_s: profile.clock_tolerance_s,
        },
        time: run.stamp_text(),
    }
}

/// SHA-256 of what the rules and the catalogue say.
pub fn ruleset() -> String {
    let mut hash = Sha256::new();
    for rule in registry::rules() {
        for text in [rule.code, rule.name, rule.summary, rule.severity.name(), rule.doc] {
            hash.update(text.as_bytes());
            hash.update([0]);
        }
    }
    hash.update(gbcs_parser::catalogue::CATALOGUE_SHA256);
    hash.finalize().iter().map(|octet| format!("{octet:02x}")).collect()
}

fn totals(run: &Run<'_>) -> Totals {
    let results = &run.judged.results;
    Totals {
        records: results.records,
        messages: results.messages,
        devices: results.devices.len(),
        errors: results.count(Severity::Error),
        warnings: results.count(Severity::Warning),
        infos: results.count(Severity::Info),
        not_evaluated: results.not_evaluated_units(),
    }
}

fn device(id: EntityId, device: &DeviceResult) -> Device {
    Device {
        device_id: id.to_string(),
        device_type: device.device_type.map(|kind| kind.name()),
        gbcs_version: device.gbcs_version.clone(),
        records: device.records,
        first: device.first.map(|time| time.to_string()),
        last: device.last.map(|time| time.to_string()),
        verdicts: device
            .verdicts
            .iter()
            .map(|(rule, counts)| {
                let counts = counts.iter().map(|(verdict, n)| (verdict.name(), n));
                (rule.rule().code, counts.collect())
            })
            .collect(),
    }
}

fn all_counts(counts: &Counts) -> BTreeMap<&'static str, u64> {
    gbcs_rules::verdict::Verdict::ALL
        .into_iter()
        .map(|verdict| (verdict.name(), counts.get(verdict)))
        .collect()
}

fn object<'a>(
    run: &Run<'_>,
    finding: &'a Finding,
    schema: Option<&'static str>,
) -> FindingObject<'a> {
    let rule = finding.rule.rule();
    FindingObject {
        schema,
        rule: rule.code,
        name: rule.name,
        severity: finding.severity.name(),
        basis: rule.basis.name(),
        about: finding.about.name(),
        device_id: finding.device.map(|id| id.to_string()),
        time: finding.time.map(|time| time.to_string()),
        location: finding.location.as_ref().map(location),
        related: finding.related.iter().map(location).collect(),
        expected: value(&finding.expected),
        actual: value(&finding.actual),
        message: sentence(finding),
        refs: rule
            .refs
            .iter()
            .map(|clause| Reference { document: clause.document, clause: clause.clause })
            .collect(),
        fingerprint: finding.fingerprint(),
        cause: finding.cause,
        baseline: run.state(finding).map(|state| state.name()),
    }
}

fn location(place: &Place) -> Location<'_> {
    let position = &place.position;
    Location {
        path: &position.path,
        record: match position.payload {
            None => RecordNumber::Record(position.record),
            Some(payload) => RecordNumber::Payload(format!("{}.{payload}", position.record)),
        },
        line: position.line,
        at: place.span.map(|span| [span.start, span.end - span.start]),
        field: &place.field,
        buffer: place.span.map(|span| match span.buffer.0 {
            0 => "wire".to_owned(),
            n => format!("plaintext:{n}"),
        }),
    }
}

/// A value as JSON has it: numbers up to 2^53, everything else as text.
fn value(datum: &Datum) -> Value {
    const EXACT: i128 = 1 << 53;
    match datum {
        Datum::Nothing => Value::Null,
        Datum::Truth(truth) => Value::Bool(*truth),
        Datum::Number(number) if (-EXACT..=EXACT).contains(number) => {
            Value::from(i64::try_from(*number).unwrap_or_default())
        }
        Datum::List(list) => Value::Array(list.iter().map(value).collect()),
        other => Value::String(other.to_string()),
    }
}

//! Writes a log with the findings that a check must report on it.

use std::collections::BTreeSet;
use std::io::{self, Write};

use gbcs_parser::record::{Body, Completeness, LogHead, Time};
use serde_json::{Value, json};

use crate::native;
use crate::scene::{Expected, Planned, Severity};

/// Rules that tell of the first place in a file alone.
const ONCE_A_FILE: [&str; 1] = ["ENV017"];

/// A finding that a check must report, by the number of its record in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is found.
    pub expected: Expected,
    /// The record, from 1; `None` for what is found in all devices together.
    pub record: Option<u64>,
}

/// A native log that is being written.
pub struct Log<W> {
    out: W,
    records: u64,
    findings: Vec<Finding>,
}

impl<W: Write> Log<W> {
    /// Begins a log that states to be complete, whose clock is at most 50 ms wrong.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn begin(out: W, created: Time, gbcs_version: &str) -> io::Result<Self> {
        let mut log = Self { out, records: 0, findings: Vec::new() };
        let head = LogHead {
            format: Some("gbcs-log".to_owned()),
            version: Some(1),
            producer: Some("gbcheck simulate".to_owned()),
            created: Some(created),
            gbcs_version: Some(gbcs_version.to_owned()),
            clock_source: Some("simulated".to_owned()),
            clock_max_error_ms: Some(50),
            complete: Completeness::All,
        };
        native::write(&mut log.out, None, None, &Body::Log(head))?;
        log.records = 1;
        Ok(log)
    }

    /// Appends a record.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(&mut self, planned: &Planned) -> io::Result<()> {
        self.records += 1;
        let record = self.records;
        for expected in &planned.expected {
            let told = |finding: &Finding| finding.expected.rule == expected.rule;
            if ONCE_A_FILE.contains(&expected.rule) && self.findings.iter().any(told) {
                continue;
            }
            self.findings.push(Finding { expected: *expected, record: Some(record) });
        }
        native::write(&mut self.out, Some(planned.time), planned.device, &planned.body)
    }

    /// Ends the log: what was written to, and what a check must find, in the order of records and
    /// then in all devices together.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn end(mut self, of_fleet: &BTreeSet<Expected>) -> io::Result<(W, Vec<Finding>)> {
        self.out.flush()?;
        let found = of_fleet.iter().map(|expected| Finding { expected: *expected, record: None });
        self.findings.extend(found);
        Ok((self.out, self.findings))
    }
}

/// What a check must report, as JSON: the exit code and the findings.
#[must_use]
pub fn expected_json(findings: &[Finding]) -> Value {
    let errors = findings.iter().any(|finding| finding.expected.severity == Severity::Error);
    json!({ "exit_code": i32::from(errors), "findings": findings_json(findings) })
}

/// Findings as JSON: rule, record and severity of each.
#[must_use]
pub fn findings_json(findings: &[Finding]) -> Value {
    findings
        .iter()
        .map(|finding| {
            json!({
                "rule": finding.expected.rule,
                "record": finding.record,
                "severity": finding.expected.severity.name(),
            })
        })
        .collect()
}

//! HAN002: a hashed link key on a hub's device log is not what it can be.

use gbcs_parser::{EntityId, Kind};
use serde::{Deserialize, Serialize};

use super::ccs01;
use crate::datum::Datum;
use crate::device::{DeviceCheck, LogEnd};
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "HAN002",
    name: "link-key-hash-wrong",
    summary: "A hashed link key on a hub's device log is not what it can be",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "CS14"), SpecRef::new("GBCS", "CCS07")],
    requirements: &["ALT-10"],
    doc: include_str!("../../docs/HAN002.md"),
    concerns: |topic| topic.is_use_case(&["CCS01", "CCS07", "CS14"]),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.is_use_case(&["CCS01", "CCS07", "CS14"]))
}

/// Devices that were put on the log and are waited for.
const MAX_WAITING: usize = 64;

#[derive(Default, Serialize, Deserialize)]
struct State {
    /// Devices on the device log or the historic log, once the hub has told both.
    known: Option<Vec<EntityId>>,
    /// Devices that the log shows were never listed, put on the log since, not yet told by an alert.
    fresh: Vec<EntityId>,
    /// True once one more was put on the log than is waited for.
    truncated: bool,
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let Some(message) = subject.message else { return };
        if let (Some(device), Some(known)) = (ccs01::device_to_add(message), &mut self.known) {
            if !known.contains(&device) {
                if self.fresh.len() < MAX_WAITING {
                    self.fresh.push(device);
                } else {
                    self.truncated = true;
                }
            }
            known.push(device);
            return;
        }
        let read = ccs01::device_logs_read(message);
        let alert = ccs01::device_log_alert(message);
        let logs = read
            .iter()
            .flat_map(|(log, historic)| std::iter::once(log).chain(historic.as_ref()))
            .chain(&alert);
        // What is of another type is USE004's.
        let is_string = |entry: &&ccs01::Listed| {
            message.tree.get(entry.hash).is_some_and(|node| node.kind == Kind::DlmsOctetString)
        };
        for entry in logs.flat_map(|log| &log.entries).filter(is_string) {
            findings.evaluated();
            if !matches!(entry.hash_len, 0 | 16) {
                let expected = vec![Datum::octet_count(0), Datum::octet_count(16)];
                let actual = Datum::octet_count(entry.hash_len);
                findings.fail(Fault::at(subject.place(entry.hash), expected, actual));
            }
        }
        for entry in alert.iter().flat_map(|log| &log.entries) {
            let Some(at) = self.fresh.iter().position(|device| *device == entry.device) else {
                continue;
            };
            self.fresh.remove(at);
            if entry.hash_len == 16 {
                findings.fail(Fault::at(
                    subject.place(entry.hash),
                    "no hash in the first alert after the device was added",
                    Datum::octet_count(entry.hash_len),
                ));
            }
        }
        if let Some((log, Some(historic))) = read {
            let all = log.entries.iter().chain(&historic.entries);
            self.known = Some(all.map(|entry| entry.device).collect());
        }
    }

    fn end(&mut self, _end: &LogEnd<'_>, findings: &mut Findings) {
        if self.truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
    }
}

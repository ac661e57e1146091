//! The timeline of one device: messages, alerts, clock, configuration and findings, a line each.

use std::collections::BTreeMap;
use std::io::{self, Write};

use gbcs_parser::record::{Body, Position, Record, Time};
use gbcs_parser::{CraFlag, EntityId, Message};
use gbcs_rules::outcome;
use gbcs_rules::results::Results;
use serde::{Deserialize, Serialize};

/// Lines that are kept of a device; a longer timeline is cut at its end, and says so.
const MAX_LINES: usize = 100_000;

/// One line.
#[derive(Serialize, Deserialize)]
struct Line {
    position: Position,
    time: Option<Time>,
    text: String,
}

/// Collects the lines of one device while its log is judged.
#[derive(Serialize, Deserialize)]
pub struct Timeline {
    /// The device.
    pub device: EntityId,
    lines: Vec<Line>,
    cut: bool,
}

impl Timeline {
    /// An empty timeline.
    pub fn new(device: EntityId) -> Self {
        Self { device, lines: Vec::new(), cut: false }
    }

    /// True where no record was of the device.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Takes a record, in the order of the log, if it is of the device.
    pub fn note(&mut self, record: &Record) {
        let (device, text) = describe(record);
        if device.or(record.device_id) != Some(self.device) {
            return;
        }
        if self.lines.len() >= MAX_LINES {
            self.cut = true;
            return;
        }
        self.lines.push(Line { position: record.position.clone(), time: record.time, text });
    }

    /// Writes the lines, each finding behind the record that it is placed on.
    pub fn write(&self, out: &mut dyn Write, results: &Results) -> io::Result<()> {
        let key = |position: &Position| (position.path.clone(), position.record, position.payload);
        let mut findings: BTreeMap<_, Vec<String>> = BTreeMap::new();
        let mut elsewhere = Vec::new();
        for finding in results.findings.iter().filter(|f| f.device == Some(self.device)) {
            let rule = finding.rule.rule();
            let text = format!("{} {} {}", finding.severity.name(), rule.code, rule.name);
            match &finding.location {
                Some(place) => findings.entry(key(&place.position)).or_default().push(text),
                None => elsewhere.push(text),
            }
        }
        writeln!(out, "timeline of {}", self.device)?;
        for line in &self.lines {
            let time = line.time.map_or_else(|| "-".to_owned(), |time| time.to_string());
            writeln!(out, "{time:<24}  {:>6}  {}", line.position.record, line.text)?;
            for finding in findings.get(&key(&line.position)).into_iter().flatten() {
                writeln!(out, "{:<24}  {:>6}  ! {finding}", "", "")?;
            }
        }
        for finding in elsewhere {
            writeln!(out, "{:<24}  {:>6}  ! {finding}", "", "")?;
        }
        if self.cut {
            writeln!(out, "further records are left out after {MAX_LINES}")?;
        }
        Ok(())
    }
}

/// The device of a record, where its payload tells it, and the record in one line.
fn describe(record: &Record) -> (Option<EntityId>, String) {
    match &record.body {
        Body::Message(stated) if !stated.payload.is_empty() => {
            let message = Message::decode(&stated.payload);
            (message.device(), describe_message(&message))
        }
        Body::Message(stated) => {
            let duis = stated.duis.clone().unwrap_or_default();
            let parts = [duis.service_reference_variant, duis.response_code, duis.request_id];
            let parts: Vec<_> = parts.into_iter().flatten().collect();
            (None, format!("envelope      {}", parts.join(" ")))
        }
        Body::DccAlert(alert) => {
            let device = alert.request_id.map(|request| request.target);
            let request = alert.request_id.map(|id| id.to_string()).unwrap_or_default();
            (device, format!("dcc-alert     {} {request}", alert.code))
        }
        Body::Device(device) => {
            let parts = [
                device.device_type.as_deref(),
                device.gbcs_version.as_deref(),
                device.firmware_version.as_deref(),
                device.status.as_deref(),
            ];
            let parts: Vec<_> = parts.into_iter().flatten().collect();
            (None, format!("device        {}", parts.join(" ")))
        }
        Body::Configuration(item) => (None, format!("configuration {}", item.item)),
        Body::Credentials(credentials) => {
            let role = credentials.remote_party_role.clone().unwrap_or_default();
            (None, format!("credentials   {role}"))
        }
        Body::Stimulus(stimulus) => (None, format!("stimulus      {}", stimulus.event)),
        Body::TestCase(case) => {
            let action = if case.begins { "begin" } else { "end" };
            (None, format!("test-case     {} {action}", case.id))
        }
        Body::LogEntry(entry) => {
            let code = entry.log_code.map(|code| format!("0x{code:04X}")).unwrap_or_default();
            let time = entry.timestamp.map(|time| time.to_string()).unwrap_or_default();
            (None, format!("log-entry     {} {time} {code}", entry.log))
        }
        Body::ZclFrame(_) => (None, "zcl-frame".to_owned()),
        Body::Log(_) => (None, "log".to_owned()),
        Body::Unknown(kind) => (None, format!("unknown       {kind}")),
    }
}

fn describe_message(message: &Message<'_>) -> String {
    let envelope = &message.envelope;
    let use_case = message.use_case().unwrap_or("unknown use case");
    let counter =
        envelope.counter().map(|counter| format!(" counter {counter}")).unwrap_or_default();
    let own = outcome::alert_time(message)
        .map(|time| format!(" device time {}", Time::from_seconds_2000(time)))
        .unwrap_or_default();
    match envelope.cra() {
        Some(CraFlag::Command) if envelope.is_pre_command() => {
            format!("pre-command   {use_case}{counter}")
        }
        Some(CraFlag::Command) => format!("command       {use_case}{counter}"),
        Some(CraFlag::Response) => {
            let outcome = match outcome::is_accepted(message) {
                Some(true) => " success",
                Some(false) => " failure",
                None => "",
            };
            format!("response      {use_case}{counter}{outcome}")
        }
        Some(CraFlag::Alert) => {
            let code = outcome::alert_code(message);
            let code = code.map(|code| format!(" 0x{code:04X}")).unwrap_or_default();
            format!("alert         {use_case}{code}{counter}{own}")
        }
        None => format!("message       {use_case}{counter}"),
    }
}

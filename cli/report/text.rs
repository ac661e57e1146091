//! The report for people: each finding with its octets, then the totals.

use std::collections::BTreeMap;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use gbcs_parser::EntityId;
use gbcs_rules::diagnosis::CAUSES;
use gbcs_rules::finding::{Excerpt, Finding, Place};
use gbcs_rules::registry::RuleId;
use gbcs_rules::rule::Severity;
use gbcs_rules::verdict::Reason;

use super::Run;
use super::words::{cite, clean, plural};
use crate::exit::Exit;
use crate::output::Output;
use crate::report::tree::colour;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const WRONG: Style = AnsiColor::Red.on_default().bold();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const INFO: Style = AnsiColor::Blue.on_default().bold();

/// Further places that are named in full; the rest are counted.
const MAX_RELATED: usize = 3;
/// Files passed over that are named; the rest are counted.
const MAX_SKIPPED: usize = 5;
/// Missing things that are named of one reason; the rest are counted.
const MAX_DETAILS: usize = 5;

/// Writes text with or without colour.
struct Painter<'o> {
    out: &'o mut Output,
    colour: bool,
}

impl Painter<'_> {
    fn paint(&self, style: Style, text: &str) -> String {
        // What comes from inputs may hold control characters; a terminal must not obey them.
        let text = clean(text).into_owned();
        if self.colour { format!("{style}{text}{style:#}") } else { text }
    }

    fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }
}

/// Writes the report.
pub fn write(out: &mut Output, run: &Run<'_>) -> io::Result<()> {
    let colour = colour(out);
    let mut painter = Painter { out, colour };
    for finding in &run.judged.results.findings {
        write_finding(&mut painter, run, finding)?;
        painter.line("")?;
    }
    write_totals(&mut painter, run)
}

fn write_finding(painter: &mut Painter<'_>, run: &Run<'_>, finding: &Finding) -> io::Result<()> {
    let rule = finding.rule.rule();
    let style = match finding.severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
        Severity::Info => INFO,
    };
    let head = format!("{}[{}]", finding.severity.name(), rule.code);
    let head = painter.paint(style, &head);
    let summary = painter.paint(BOLD, rule.summary);
    painter.line(&format!("{head} {summary} ({})", rule.name))?;
    let mut about = Vec::new();
    if let Some(place) = &finding.location {
        about.push(cite(place));
    }
    if let Some(time) = finding.time {
        about.push(time.to_string());
    }
    if let Some(device) = finding.device {
        about.push(format!("device {device}"));
    }
    if let Some(use_case) = finding.use_case {
        about.push(use_case.to_owned());
    }
    about.push(format!("about: {}", finding.about.name()));
    let arrow = painter.paint(DIM, "-->");
    painter.line(&format!("  {arrow} {}", about.join("  ")))?;
    if let Some(place) = &finding.location {
        if !place.field.is_empty() {
            painter.line(&format!("      {}", clean(&place.field)))?;
        }
        write_excerpt(painter, place)?;
    }
    painter.line(&format!("      expected: {}", clean(&finding.expected.to_string())))?;
    painter.line(&format!("      found:    {}", clean(&finding.actual.to_string())))?;
    for place in finding.related.iter().take(MAX_RELATED) {
        painter.line(&format!("      also at:  {} {}", cite(place), clean(&place.field)))?;
    }
    if finding.related.len() > MAX_RELATED {
        let more = finding.related.len() - MAX_RELATED;
        painter.line(&format!("      and at {more} more {}", plural(more, "place")))?;
    }
    if let Some(state) = run.state(finding) {
        let entry = run.baseline.and_then(|baseline| baseline.entry(finding));
        let reason = entry.and_then(|entry| entry.reason.as_deref()).unwrap_or_default();
        let comma = if reason.is_empty() { "" } else { ", " };
        painter.line(&format!("      baseline: {}{comma}{}", state.name(), clean(reason)))?;
    }
    if let Some(cause) = finding.cause {
        painter.line(&format!("      cause:    {cause}"))?;
    }
    let refs: Vec<_> =
        rule.refs.iter().map(|clause| format!("{}, {}", clause.document, clause.clause)).collect();
    let clause = painter.paint(DIM, &format!("{} ({})", refs.join("; "), rule.basis.name()));
    painter.line(&format!("      clause:   {clause}"))
}

/// The rows of octets around a place, with the wrong ones marked.
fn write_excerpt(painter: &mut Painter<'_>, place: &Place) -> io::Result<()> {
    let (Some(excerpt), Some(span)) = (&place.excerpt, place.span) else { return Ok(()) };
    let rows = (span.end.max(span.start + 1) - excerpt.offset).div_ceil(16) as usize;
    let max_rows = Excerpt::MAX / 16;
    for (n, row) in excerpt.octets.chunks(16).enumerate().take(rows.min(max_rows)) {
        let offset = excerpt.offset as usize + n * 16;
        let mut hex = String::new();
        let mut marks = String::new();
        for (at, octet) in row.iter().enumerate() {
            let wrong = (span.start as usize..span.end as usize).contains(&(offset + at));
            let octet = format!("{octet:02X}");
            hex.push(' ');
            hex.push_str(&if wrong { painter.paint(WRONG, &octet) } else { octet });
            marks.push_str(if wrong { " ^^" } else { "   " });
        }
        let number = painter.paint(DIM, &format!("{offset:05}"));
        painter.line(&format!("      {number} {hex}"))?;
        let marks = marks.trim_end();
        if !marks.is_empty() {
            let marks = painter.paint(WRONG, marks);
            painter.line(&format!("            {marks}"))?;
        }
    }
    if rows > max_rows {
        let end = painter.paint(DIM, &format!("... to octet {}", span.end.saturating_sub(1)));
        painter.line(&format!("      {end}"))?;
    }
    Ok(())
}

fn write_totals(painter: &mut Painter<'_>, run: &Run<'_>) -> io::Result<()> {
    let results = &run.judged.results;
    let inputs = run.judged.inputs.len();
    let forms = forms(run);
    painter.line(&format!(
        "{inputs} {}{forms}: {} records, {} messages, {} {}",
        plural(inputs, "input"),
        results.records,
        results.messages,
        results.devices.len(),
        plural(results.devices.len(), "device"),
    ))?;
    let count = |severity| results.count(severity) as usize;
    let (errors, warnings, infos) =
        (count(Severity::Error), count(Severity::Warning), count(Severity::Info));
    let totals = format!(
        "{errors} {}, {warnings} {}, {infos} {}",
        plural(errors, "error"),
        plural(warnings, "warning"),
        plural(infos, "info"),
    );
    let totals = painter.paint(BOLD, &totals);
    painter.line(&totals)?;
    if let Some([new, known, expired, vanished]) = run.compared() {
        painter.line(&format!(
            "baseline: {new} new, {known} known, {expired} expired, {vanished} vanished"
        ))?;
        if let Some(baseline) = run.baseline {
            for entry in baseline.vanished(results, &run.profile.selection) {
                let (print, rule) = (clean(&entry.fingerprint), clean(&entry.rule));
                painter.line(&format!("  vanished: {print} {rule} {}", clean(&entry.message)))?;
            }
        }
    }
    write_failing_rules(painter, run)?;
    for (rule, count) in &results.not_shown {
        let code = rule.rule().code;
        painter.line(&format!(
            "{code}: {count} more {} only counted; --max-findings shows more of a device",
            if *count == 1 { "finding is" } else { "findings are" }
        ))?;
    }
    write_causes(painter, run)?;
    write_not_evaluated(painter, run)?;
    let problems: u64 = run.judged.inputs.iter().map(|input| input.problem_count).sum();
    if problems > 0 {
        let text = format!("{problems} input {}", plural(problems as usize, "problem"));
        let text = painter.paint(ERROR, &text);
        painter.line(&text)?;
    }
    let skipped = &run.judged.skipped;
    if !skipped.is_empty() {
        painter.line(&format!(
            "{} {} passed over",
            skipped.len(),
            plural(skipped.len(), "file")
        ))?;
        for file in skipped.iter().take(MAX_SKIPPED) {
            painter.line(&format!("  {}: {}", clean(&file.path), file.reason))?;
        }
        if skipped.len() > MAX_SKIPPED {
            painter.line("  ...")?;
        }
    }
    if results.forgotten > 0 {
        painter.line(&format!(
            "{} commands, pre-commands and responses had to be forgotten before their counterpart came",
            results.forgotten
        ))?;
    }
    if run.judged.late > 0 {
        painter.line(&format!(
            "{} records came later than the re-ordering window allows and were judged as they came",
            run.judged.late
        ))?;
    }
    if results.xml_signatures > 0 {
        painter.line(&format!(
            "XML signatures of documents, none of which is verified: {}",
            results.xml_signatures
        ))?;
    }
    let verdict = match run.exit {
        Exit::Good => "everything that was checked conforms",
        Exit::Findings => "there are findings",
        Exit::InputProblem => "not everything could be read",
        Exit::Interrupted => "not everything was read: the run was interrupted",
        Exit::NothingChecked => "nothing was checked",
    };
    let style = if run.exit == Exit::Good { BOLD } else { ERROR };
    let verdict = painter.paint(style, verdict);
    painter.line(&verdict)
}

/// The forms of the inputs, with how many have each.
fn forms(run: &Run<'_>) -> String {
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    for input in &run.judged.inputs {
        let name = input.form.as_ref().map_or("unknown form", |found| found.form.name());
        *forms.entry(name).or_default() += 1;
    }
    if forms.is_empty() {
        return String::new();
    }
    let list: Vec<_> = forms.iter().map(|(name, count)| format!("{count} {name}")).collect();
    format!(" ({})", list.join(", "))
}

fn write_failing_rules(painter: &mut Painter<'_>, run: &Run<'_>) -> io::Result<()> {
    let mut rules: BTreeMap<RuleId, usize> = BTreeMap::new();
    for finding in &run.judged.results.findings {
        *rules.entry(finding.rule).or_default() += 1;
    }
    for (rule, count) in rules {
        let rule = rule.rule();
        painter.line(&format!("  {count:>5}  {} {}", rule.code, rule.name))?;
    }
    Ok(())
}

/// Causes that several findings of a device have in common.
fn write_causes(painter: &mut Painter<'_>, run: &Run<'_>) -> io::Result<()> {
    let mut causes: BTreeMap<(&str, EntityId), usize> = BTreeMap::new();
    for finding in &run.judged.results.findings {
        if let (Some(cause), Some(device)) = (finding.cause, finding.device) {
            *causes.entry((cause, device)).or_default() += 1;
        }
    }
    for ((name, device), count) in causes {
        let summary = CAUSES.iter().find(|cause| cause.name == name).map_or("", |c| c.summary);
        painter.line(&format!("{count} findings of {device} have one cause, {name}: {summary}"))?;
    }
    Ok(())
}

/// Units that rules could not tell of for one reason: how many, what was missing, which rules.
type Missed<'r> = (u64, BTreeMap<&'r str, u64>, Vec<RuleId>);

fn write_not_evaluated(painter: &mut Painter<'_>, run: &Run<'_>) -> io::Result<()> {
    let results = &run.judged.results;
    let total = results.not_evaluated_units();
    if total == 0 {
        return Ok(());
    }
    painter.line(&format!("not evaluated: {total} (never a pass)"))?;
    let mut reasons: BTreeMap<Reason, Missed<'_>> = BTreeMap::new();
    for ((rule, blocked), entry) in &results.not_evaluated {
        let (count, details, rules) = reasons.entry(blocked.reason).or_default();
        *count += entry.count;
        if !blocked.detail.is_empty() {
            *details.entry(&blocked.detail).or_default() += entry.count;
        }
        if !rules.contains(rule) {
            rules.push(*rule);
        }
    }
    for (reason, (count, details, rules)) in reasons {
        let codes: Vec<_> = rules.iter().map(|rule| rule.rule().code).collect();
        painter.line(&format!("  {count:>5}  {reason}: {}", codes.join(" ")))?;
        for (detail, count) in details.iter().take(MAX_DETAILS) {
            painter.line(&format!("         {count:>5}  {}", clean(detail)))?;
        }
        if details.len() > MAX_DETAILS {
            painter.line(&format!("                and {} more", details.len() - MAX_DETAILS))?;
        }
    }
    Ok(())
}

//! A test report in Markdown.
//!
//! All text that comes from inputs stands in code spans, where nothing is markup.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use gbcs_rules::finding::Finding;
use gbcs_rules::registry::{FAMILIES, RuleId, ids};
use gbcs_rules::verdict::Verdict;

use super::requirement::{Standing, requirements, standing};
use super::words::{cite, clean, plural, references, rows, totals};
use super::{Run, json};
use crate::exit::Exit;

/// Findings of a rule that are told in full; further ones are counted, and are in other forms.
const MAX_FINDINGS: usize = 50;

/// Writes the report.
pub fn write(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let results = &run.judged.results;
    writeln!(out, "# Test report of gbcheck\n")?;
    writeln!(out, "**{}**: {}.\n", verdict(run.exit), totals(run))?;
    if let Some([new, known, expired, vanished]) = run.compared() {
        let counts = format!("{new} new, {known} known, {expired} expired, {vanished} vanished");
        writeln!(out, "Compared with the baseline: {counts}.\n")?;
    }
    scope(out, run)?;
    inputs(out, run)?;
    devices(out, run)?;
    matrix(out, run)?;
    families(out, run)?;
    exercised(out, run)?;
    not_evaluated(out, run)?;
    writeln!(out, "## Findings\n")?;
    if results.findings.is_empty() {
        writeln!(out, "None.\n")?;
    }
    let mut by_rule: BTreeMap<RuleId, Vec<&Finding>> = BTreeMap::new();
    for finding in &results.findings {
        by_rule.entry(finding.rule).or_default().push(finding);
    }
    for (rule, findings) in by_rule {
        findings_of(out, run, rule, &findings)?;
    }
    Ok(())
}

/// How the run ended, in words.
pub fn verdict(exit: Exit) -> &'static str {
    match exit {
        Exit::Good => "Everything that was checked conforms",
        Exit::Findings => "There are findings",
        Exit::InputProblem => "Not everything could be read",
        Exit::Interrupted => "Not everything was read: the run was interrupted",
        Exit::NothingChecked => "Nothing was checked",
    }
}

/// Text as a code span that nothing in it can end; it may stand in a table.
fn code(text: &str) -> String {
    let text = clean(text);
    if text.trim().is_empty() {
        return String::new();
    }
    let mut longest = 0;
    let mut here = 0;
    for c in text.chars() {
        here = if c == '`' { here + 1 } else { 0 };
        longest = longest.max(here);
    }
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    // A stroke would end the cell, in a span as well. A backslash before it takes that from it, and
    // one that stands there already would take it from the backslash: such a stroke is replaced.
    let text = text.replace("\\|", "\\¦").replace('|', "\\|");
    format!("{fence}{space}{text}{space}{fence}")
}

fn scope(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    writeln!(out, "## Scope\n")?;
    writeln!(out, "| | |\n|---|---|")?;
    writeln!(out, "| Tool | gbcheck {} |", env!("CARGO_PKG_VERSION"))?;
    writeln!(out, "| Rules | {}, SHA-256 `{}` |", ids().count(), json::ruleset())?;
    let selected = ids().filter(|rule| run.profile.selection.contains(*rule)).count();
    writeln!(out, "| Rules selected | {selected} |")?;
    if let Some(version) = run.profile.gbcs {
        writeln!(out, "| Version of GBCS where none is stated | {version} |")?;
    }
    if let Some(date) = run.profile.on {
        writeln!(out, "| Requirements as in force on | {date} |")?;
    }
    if !run.profile.claims.is_empty() {
        writeln!(out, "| Claims | {} |", code(&run.profile.claims.join(", ")))?;
    }
    if let Some(hash) = &run.config_sha256 {
        writeln!(out, "| Configuration, SHA-256 | `{hash}` |")?;
    }
    for (name, value) in &run.options {
        writeln!(out, "| Option `--{name}` | {} |", code(value))?;
    }
    if let Some(time) = run.stamp_text() {
        writeln!(out, "| Time of the run | {time} |")?;
    }
    let results = &run.judged.results;
    writeln!(out, "| Records | {} |", results.records)?;
    writeln!(out, "| Messages | {} |", results.messages)?;
    writeln!(out, "| Exit code | {} |\n", run.exit.code())
}

fn inputs(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    writeln!(out, "## Inputs\n")?;
    writeln!(out, "| Path | Form | Records | Problems | SHA-256 |\n|---|---|---:|---:|---|")?;
    for input in &run.judged.inputs {
        writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            code(&input.path),
            input.form.as_ref().map_or("unknown", |found| found.form.name()),
            input.records,
            input.problem_count,
            code(input.sha256.as_deref().unwrap_or_default()),
        )?;
    }
    writeln!(out)?;
    for input in run.judged.inputs.iter().filter(|input| input.problem_count > 0) {
        for problem in input.problems.iter().take(MAX_FINDINGS) {
            let line = problem.line.map(|line| format!(" line {line}")).unwrap_or_default();
            writeln!(out, "* {}{line}: {}", code(&input.path), code(&problem.text))?;
        }
        writeln!(out)?;
    }
    for file in &run.judged.skipped {
        writeln!(out, "* passed over: {}: {}", code(&file.path), code(&file.reason))?;
    }
    if !run.judged.skipped.is_empty() {
        writeln!(out)?;
    }
    Ok(())
}

fn devices(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    writeln!(out, "## Devices\n")?;
    if run.judged.results.devices.is_empty() {
        return writeln!(out, "None.\n");
    }
    writeln!(out, "| Device | Type | GBCS | Records | First | Last |\n|---|---|---|---:|---|---|")?;
    for (id, device) in &run.judged.results.devices {
        let time = |time: Option<gbcs_parser::record::Time>| {
            time.map(|time| time.to_string()).unwrap_or_default()
        };
        writeln!(
            out,
            "| `{id}` | {} | {} | {} | {} | {} |",
            device.device_type.map_or("unknown", |kind| kind.name()),
            code(device.gbcs_version.as_deref().unwrap_or_default()),
            device.records,
            time(device.first),
            time(device.last),
        )?;
    }
    writeln!(out)
}

fn matrix(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    writeln!(out, "## Requirements\n")?;
    writeln!(out, "| Requirement | Verdict | Rules |\n|---|---|---|")?;
    for (requirement, (standing, rules)) in requirements(run) {
        let rules: Vec<_> = rules
            .iter()
            .map(|(rule, standing)| format!("{} {}", rule.rule().code, standing.name()))
            .collect();
        writeln!(out, "| {requirement} | {} | {} |", standing.name(), rules.join(", "))?;
    }
    writeln!(out)
}

fn families(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    writeln!(out, "## Rules by family\n")?;
    let names: Vec<_> = Standing::ALL.iter().map(|standing| standing.name()).collect();
    writeln!(out, "| Family | {} |", names.join(" | "))?;
    writeln!(out, "|---|{}", "---:|".repeat(names.len()))?;
    for family in FAMILIES {
        let standings: Vec<_> = ids()
            .filter(|rule| rule.rule().family() == family.code)
            .map(|rule| standing(run, rule))
            .collect();
        let counts: Vec<_> = Standing::ALL
            .iter()
            .map(|wanted| {
                standings.iter().filter(|standing| *standing == wanted).count().to_string()
            })
            .collect();
        writeln!(out, "| {} {} | {} |", family.code, family.title, counts.join(" | "))?;
    }
    writeln!(out)
}

fn exercised(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let results = &run.judged.results;
    writeln!(out, "## What was exercised\n")?;
    if results.use_cases.is_empty() && results.alert_codes.is_empty() {
        writeln!(out, "No use case and no alert.\n")?;
    }
    if !results.use_cases.is_empty() {
        writeln!(out, "| Use case | Commands | Successes | Failures |\n|---|---:|---:|---:|")?;
        for (id, counts) in &results.use_cases {
            let (command, success, failure) = (counts.command, counts.success, counts.failure);
            writeln!(out, "| {id} | {command} | {success} | {failure} |")?;
        }
        writeln!(out)?;
    }
    if !results.alert_codes.is_empty() {
        writeln!(out, "| Alert code | Alerts |\n|---|---:|")?;
        for (alert, count) in &results.alert_codes {
            writeln!(out, "| 0x{alert:04X} | {count} |")?;
        }
        writeln!(out)?;
    }
    if !results.test_cases.is_empty() {
        writeln!(out, "| Test case | Stated | Findings | Requirements |\n|---|---|---:|---|")?;
        for result in &results.test_cases {
            writeln!(
                out,
                "| {} | {} | {} | {} |",
                code(&result.case.id),
                code(result.case.verdict.as_deref().unwrap_or_default()),
                result.findings.values().sum::<u64>(),
                code(&result.case.requirements.join(", ")),
            )?;
        }
        writeln!(out)?;
    }
    let idle: Vec<_> = results
        .rules_without_subject()
        .into_iter()
        .filter(|rule| run.profile.selection.contains(*rule))
        .map(|rule| rule.rule().code)
        .collect();
    if idle.is_empty() {
        return Ok(());
    }
    writeln!(out, "Rules that found nothing to judge: {}.\n", idle.join(", "))
}

fn not_evaluated(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    writeln!(out, "## What was not evaluated\n")?;
    let results = &run.judged.results;
    let broken: u64 = results.verdicts.values().map(|c| c.get(Verdict::InternalError)).sum();
    if broken > 0 {
        writeln!(out, "Rules broke {broken} times: this is an error of the program.\n")?;
    }
    if results.not_evaluated.is_empty() {
        return writeln!(out, "Nothing was left out.\n");
    }
    writeln!(out, "None of this is a pass.\n")?;
    writeln!(
        out,
        "| Rule | Reason | What is missing | Devices | Units |\n|---|---|---|---:|---:|"
    )?;
    for ((rule, blocked), entry) in &results.not_evaluated {
        writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            rule.rule().code,
            blocked.reason.name(),
            code(&blocked.detail),
            entry.devices.len(),
            entry.count
        )?;
    }
    writeln!(out)
}

fn findings_of(
    out: &mut dyn Write,
    run: &Run<'_>,
    id: RuleId,
    findings: &[&Finding],
) -> io::Result<()> {
    let rule = id.rule();
    writeln!(out, "### {} {}\n", rule.code, rule.name)?;
    let devices: BTreeSet<_> = findings.iter().filter_map(|finding| finding.device).collect();
    let count = findings.len();
    writeln!(
        out,
        "{}: {count} {} at {} {}. By {} ({}).\n",
        rule.summary,
        plural(count, "finding"),
        devices.len(),
        plural(devices.len(), "device"),
        references(rule),
        rule.basis.name()
    )?;
    for finding in findings.iter().take(MAX_FINDINGS) {
        write!(out, "* **{}**", finding.severity.name())?;
        if let Some(place) = &finding.location {
            write!(out, " {}", code(&cite(place)))?;
            if !place.field.is_empty() {
                write!(out, " {}", code(&place.field))?;
            }
        }
        if let Some(device) = finding.device {
            write!(out, " of `{device}`")?;
        }
        if let Some(time) = finding.time {
            write!(out, " at {time}")?;
        }
        let (expected, actual) = (finding.expected.to_string(), finding.actual.to_string());
        write!(out, ": expected {}, found {}", code(&expected), code(&actual))?;
        let state = run.state(finding).map(|state| format!(", {}", state.name()));
        writeln!(out, " (`{}`{})", finding.fingerprint(), state.unwrap_or_default())?;
        let (rows, _) = finding.location.as_ref().map(rows).unwrap_or_default();
        if !rows.is_empty() {
            writeln!(out, "\n  ```text")?;
            for (offset, row) in rows {
                write!(out, "  {offset:05} ")?;
                for (octet, wrong) in row {
                    let (open, close) = if wrong { ('[', ']') } else { (' ', ' ') };
                    write!(out, "{open}{octet:02X}{close}")?;
                }
                writeln!(out)?;
            }
            writeln!(out, "  ```")?;
        }
    }
    if count > MAX_FINDINGS {
        writeln!(out, "* and {} more", count - MAX_FINDINGS)?;
    }
    if let Some(more) = run.judged.results.not_shown.get(&id) {
        writeln!(out, "* {more} more are only counted")?;
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn nothing_ends_a_code_span_or_a_cell() {
        assert_eq!(code("a `` b"), "```a `` b```");
        assert_eq!(code("`x"), "`` `x ``");
        assert_eq!(code("a|b\n# c"), "`a\\|b\u{FFFD}# c`");
        assert_eq!(code("<script>"), "`<script>`");
    }
}

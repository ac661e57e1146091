//! The report as one page: nothing is fetched, everything is there without JavaScript, and with it
//! findings can be filtered.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::{self, Write};

use gbcs_parser::EntityId;
use gbcs_parser::record::Time;
use gbcs_rules::finding::{Finding, Place};
use gbcs_rules::registry::{FAMILIES, RuleId, ids};
use gbcs_rules::rule::Severity;
use sha2::{Digest as _, Sha256};

use super::requirement::{Standing, requirements, standing};
use super::words::{cite, clean, references, rows, totals};
use super::{Run, json, markdown};

const STYLE: &str = include_str!("html/style.css");
const SCRIPT: &str = include_str!("html/script.js");

/// Findings of a group that is open at first; a larger one is opened by the reader.
const MAX_OPEN: usize = 10;
/// Further places that a finding names; the rest are counted.
const MAX_RELATED: usize = 25;
/// Marks of a timeline; more could not be told apart.
const MAX_MARKS: usize = 2000;

/// Text without any meaning of its own in HTML, within elements and in quoted attributes.
fn text(value: impl Display) -> String {
    let value = value.to_string();
    let mut safe = String::with_capacity(value.len());
    for c in clean(&value).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

/// Writes the page.
pub fn write(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let hash = |content: &str| data_encoding::BASE64.encode(&Sha256::digest(content.as_bytes()));
    write!(
        out,
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>gbcheck: {}</title><style>{STYLE}</style></head><body>\n\
         <a class=\"skip\" href=\"#findings\">To the findings</a>\n\
         <header><h1>Test report of gbcheck</h1><p><strong>{}</strong>: {}.</p>\n",
        hash(STYLE),
        hash(SCRIPT),
        totals(run),
        markdown::verdict(run.exit),
        totals(run),
    )?;
    if let Some([new, known, expired, vanished]) = run.compared() {
        let counts = format!("{new} new, {known} known, {expired} expired, {vanished} vanished");
        writeln!(out, "<p>Compared with the baseline: {counts}.</p>")?;
    }
    out.write_all(
        b"<nav aria-label=\"Parts\"><a href=\"#scope\">Scope</a><a href=\"#inputs\">Inputs</a>\
          <a href=\"#families\">Families</a><a href=\"#devices\">Devices</a>\
          <a href=\"#requirements\">Requirements</a><a href=\"#untold\">Not evaluated</a>\
          <a href=\"#findings\">Findings</a></nav></header>\n<main>\n",
    )?;
    scope(out, run)?;
    inputs(out, run)?;
    families(out, run)?;
    devices(out, run)?;
    matrix(out, run)?;
    not_evaluated(out, run)?;
    findings(out, run)?;
    write!(out, "</main>\n<script>{SCRIPT}</script>\n</body></html>\n")
}

/// Begins a table in a part of the page; a column that begins with `#` holds numbers.
fn table(out: &mut dyn Write, id: &str, title: &str, columns: &[&str]) -> io::Result<()> {
    write!(
        out,
        "<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title}</h2>\
         <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{id}\"><table>"
    )?;
    if !columns.is_empty() {
        out.write_all(b"<thead><tr>")?;
        for column in columns {
            match column.strip_prefix('#') {
                Some(name) => write!(out, "<th scope=\"col\" class=\"n\">{name}</th>")?,
                None => write!(out, "<th scope=\"col\">{column}</th>")?,
            }
        }
        out.write_all(b"</tr></thead>")?;
    }
    out.write_all(b"<tbody>\n")
}

fn end(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"</tbody></table></div></section>\n")
}

fn scope(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    table(out, "scope", "Scope", &[])?;
    let selected = ids().filter(|rule| run.profile.selection.contains(*rule)).count();
    let results = &run.judged.results;
    let mut lines = vec![
        ("Tool".to_owned(), format!("gbcheck {}", env!("CARGO_PKG_VERSION"))),
        ("Rules".to_owned(), format!("{selected} of {}", ids().count())),
        ("SHA-256 of rules and catalogue".to_owned(), json::ruleset()),
        ("Records".to_owned(), results.records.to_string()),
        ("Messages".to_owned(), results.messages.to_string()),
        ("Exit code".to_owned(), run.exit.code().to_string()),
    ];
    lines.extend(
        run.config_sha256.clone().map(|hash| ("SHA-256 of configuration".to_owned(), hash)),
    );
    lines.extend(run.stamp_text().map(|time| ("Time of the run".to_owned(), time)));
    lines.extend(
        run.options.iter().map(|(name, value)| (format!("Option --{name}"), value.clone())),
    );
    for (name, value) in lines {
        writeln!(
            out,
            "<tr><th scope=\"row\">{name}</th><td><code>{}</code></td></tr>",
            text(value)
        )?;
    }
    end(out)
}

fn inputs(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    table(out, "inputs", "Inputs", &["Path", "Form", "#Records", "#Problems", "SHA-256"])?;
    for input in &run.judged.inputs {
        let problems: Vec<_> = input
            .problems
            .iter()
            .take(MAX_RELATED)
            .map(|problem| format!("<br>{}", text(problem)))
            .collect();
        writeln!(
            out,
            "<tr><td><code>{}</code>{}</td><td>{}</td><td class=\"n\">{}</td>\
             <td class=\"n\">{}</td><td><code>{}</code></td></tr>",
            text(&input.path),
            problems.concat(),
            input.form.as_ref().map_or("unknown", |found| found.form.name()),
            input.records,
            input.problem_count,
            text(input.sha256.as_deref().unwrap_or_default()),
        )?;
    }
    for file in &run.judged.skipped {
        let (path, reason) = (text(&file.path), text(&file.reason));
        writeln!(
            out,
            "<tr><td><code>{path}</code></td><td colspan=\"4\">passed over: {reason}</td></tr>"
        )?;
    }
    end(out)
}

fn families(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let names: Vec<String> =
        Standing::ALL.iter().map(|standing| format!("#{}", standing.name())).collect();
    let mut columns = vec!["Family"];
    columns.extend(names.iter().map(String::as_str));
    table(out, "families", "Rules by family and verdict", &columns)?;
    for family in FAMILIES {
        let standings: Vec<_> = ids()
            .filter(|rule| rule.rule().family() == family.code)
            .map(|rule| standing(run, rule))
            .collect();
        write!(out, "<tr><th scope=\"row\">{} {}</th>", family.code, text(family.title))?;
        for wanted in Standing::ALL {
            let count = standings.iter().filter(|standing| **standing == wanted).count();
            let class = if count > 0 { class(wanted) } else { "" };
            write!(out, "<td class=\"n {class}\">{count}</td>")?;
        }
        out.write_all(b"</tr>\n")?;
    }
    end(out)
}

fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Failed => "fail",
        Standing::Remarked => "remarks",
        Standing::Passed => "pass",
        _ => "",
    }
}

fn devices(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let mut marks: BTreeMap<EntityId, Vec<(Time, Severity)>> = BTreeMap::new();
    let mut counts: BTreeMap<EntityId, u64> = BTreeMap::new();
    for finding in &run.judged.results.findings {
        let Some(device) = finding.device else { continue };
        *counts.entry(device).or_default() += 1;
        let marks = marks.entry(device).or_default();
        if let Some(time) = finding.time.filter(|_| marks.len() < MAX_MARKS) {
            marks.push((time, finding.severity));
        }
    }
    let columns =
        ["Device", "Type", "GBCS", "#Records", "#Findings", "From, to, and findings between"];
    table(out, "devices", "Devices", &columns)?;
    for (id, device) in &run.judged.results.devices {
        write!(
            out,
            "<tr><td><code>{id}</code></td><td>{}</td><td>{}</td><td class=\"n\">{}</td>\
             <td class=\"n\">{}</td><td>",
            device.device_type.map_or("unknown", |kind| kind.name()),
            text(device.gbcs_version.as_deref().unwrap_or_default()),
            device.records,
            counts.get(id).unwrap_or(&0),
        )?;
        if let (Some(first), Some(last)) = (device.first, device.last) {
            write!(out, "{first}<br>{last}")?;
            let marks = marks.get(id).map_or(&[][..], Vec::as_slice);
            timeline(out, first, last, marks)?;
        }
        out.write_all(b"</td></tr>\n")?;
    }
    end(out)
}

/// A line from the first to the last record of a device, with a stroke for each finding.
fn timeline(
    out: &mut dyn Write,
    first: Time,
    last: Time,
    marks: &[(Time, Severity)],
) -> io::Result<()> {
    if marks.is_empty() || last.0 <= first.0 {
        return Ok(());
    }
    write!(
        out,
        "<svg viewBox=\"0 0 1000 30\" preserveAspectRatio=\"none\" role=\"img\" \
         aria-label=\"{} findings between the first and the last record\">\
         <line x1=\"0\" y1=\"15\" x2=\"1000\" y2=\"15\"/>",
        marks.len()
    )?;
    for (time, severity) in marks {
        let along = (i128::from(time.0) - i128::from(first.0)) * 1000
            / (i128::from(last.0) - i128::from(first.0));
        let x = along.clamp(2, 998);
        let class = severity.name();
        write!(out, "<line class=\"{class}\" x1=\"{x}\" y1=\"3\" x2=\"{x}\" y2=\"27\"/>")?;
    }
    out.write_all(b"</svg>")
}

fn matrix(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    table(out, "requirements", "Requirements", &["Requirement", "Verdict", "Rules"])?;
    for (requirement, (standing, rules)) in requirements(run) {
        let rules: Vec<_> = rules
            .iter()
            .map(|(rule, standing)| {
                let (code, name) = (rule.rule().code, standing.name());
                format!("{code} <span class=\"{}\">{name}</span>", class(*standing))
            })
            .collect();
        writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td class=\"{}\">{}</td><td>{}</td></tr>",
            text(requirement),
            class(standing),
            standing.name(),
            rules.join(", ")
        )?;
    }
    end(out)
}

fn not_evaluated(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let columns = ["Rule", "Reason", "What is missing", "#Devices", "#Units"];
    table(out, "untold", "What was not evaluated", &columns)?;
    for ((rule, blocked), entry) in &run.judged.results.not_evaluated {
        writeln!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
            rule.rule().code,
            blocked.reason.name(),
            text(&blocked.detail),
            entry.devices.len(),
            entry.count
        )?;
    }
    end(out)
}

fn findings(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let findings = &run.judged.results.findings;
    write!(
        out,
        "<section aria-labelledby=\"findings\"><h2 id=\"findings\">Findings</h2>\n\
         <form id=\"filter\" role=\"search\" hidden><label>Search in findings\
         <input type=\"search\" name=\"words\" autocomplete=\"off\"></label>\
         <label>Severity<select name=\"severity\"><option value=\"\">all</option>\
         <option>error</option><option>warning</option><option>info</option></select></label>\
         <button type=\"button\" name=\"all\">Open or close all</button>\
         <output id=\"told\" aria-live=\"polite\">{} findings shown</output></form>\n",
        findings.len()
    )?;
    let mut by_rule: BTreeMap<RuleId, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        by_rule.entry(finding.rule).or_default().push(finding);
    }
    for (id, findings) in by_rule {
        let rule = id.rule();
        let worst = findings.iter().map(|finding| finding.severity).max().unwrap_or(rule.severity);
        let open = if findings.len() <= MAX_OPEN { " open" } else { "" };
        writeln!(
            out,
            "<details class=\"group\" data-rule=\"{code} {name}\"{open}><summary>\
             <span class=\"{worst}\">{worst}</span> <strong>{code}</strong> {summary} \
             ({name}, {count})</summary><p>By {refs} ({basis}).</p>",
            code = rule.code,
            name = rule.name,
            worst = worst.name(),
            summary = text(rule.summary),
            count = findings.len(),
            refs = text(references(rule)),
            basis = rule.basis.name(),
        )?;
        for finding in findings {
            article(out, run, finding)?;
        }
        if let Some(more) = run.judged.results.not_shown.get(&id) {
            write!(out, "<p>{more} more are only counted.</p>")?;
        }
        out.write_all(b"</details>\n")?;
    }
    out.write_all(b"</section>\n")
}

fn article(out: &mut dyn Write, run: &Run<'_>, finding: &Finding) -> io::Result<()> {
    let severity = finding.severity.name();
    write!(out, "<article data-severity=\"{severity}\"><dl>")?;
    let mut line = |name: &str, value: String| -> io::Result<()> {
        write!(out, "<dt>{name}</dt><dd>{}</dd>", text(value))
    };
    line("severity", severity.to_owned())?;
    if let Some(place) = &finding.location {
        line("at", cite(place))?;
        if !place.field.is_empty() {
            line("field", place.field.clone())?;
        }
    }
    if let Some(device) = finding.device {
        line("device", device.to_string())?;
    }
    if let Some(time) = finding.time {
        line("time", time.to_string())?;
    }
    line("expected", finding.expected.to_string())?;
    line("found", finding.actual.to_string())?;
    for place in finding.related.iter().take(MAX_RELATED) {
        line("also at", format!("{} {}", cite(place), place.field))?;
    }
    if finding.related.len() > MAX_RELATED {
        line("also at", format!("{} more places", finding.related.len() - MAX_RELATED))?;
    }
    if let Some(cause) = finding.cause {
        line("cause", cause.to_owned())?;
    }
    if let Some(state) = run.state(finding) {
        line("baseline", state.name().to_owned())?;
    }
    line("fingerprint", finding.fingerprint())?;
    out.write_all(b"</dl>")?;
    if let Some(place) = &finding.location {
        octets(out, place)?;
    }
    out.write_all(b"</article>\n")
}

fn octets(out: &mut dyn Write, place: &Place) -> io::Result<()> {
    let (rows, more) = rows(place);
    if rows.is_empty() {
        return Ok(());
    }
    out.write_all(b"<pre tabindex=\"0\" aria-label=\"octets\">")?;
    for (offset, row) in rows {
        write!(out, "{offset:05} ")?;
        for (octet, wrong) in row {
            if wrong {
                write!(out, " <mark>{octet:02X}</mark>")?;
            } else {
                write!(out, " {octet:02X}")?;
            }
        }
        out.write_all(b"\n")?;
    }
    if more {
        out.write_all(b"...\n")?;
    }
    out.write_all(b"</pre>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_ends_no_element_and_no_attribute() {
        let safe = text("<a href='x' onclick=\"y\">&\u{1b}");
        assert_eq!(safe, "&lt;a href=&#39;x&#39; onclick=&quot;y&quot;&gt;&amp;\u{FFFD}");
    }

    #[test]
    fn script_and_style_end_where_they_should() {
        assert!(!SCRIPT.contains("</") && !STYLE.contains("</"));
    }
}

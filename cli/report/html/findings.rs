//! The findings, grouped by rule: where, what was expected and found, the message decoded around the
//! place, and its octets.

use std::collections::BTreeMap;
use std::io::{self, Write};

use gbcs_parser::record::Body;
use gbcs_parser::{Message, Span};
use gbcs_rules::finding::{Finding, Place};
use gbcs_rules::prepare::Known;
use gbcs_rules::registry::{FAMILIES, RuleId};
use gbcs_rules::rule::Severity;

use super::super::Run;
use super::super::tree::{self, Row};
use super::super::words::{self, cite, plural, references, rows};
use super::markup::{end_section, section, text};

/// Findings in all up to which groups are open at first; else the reader opens them.
const MAX_OPEN: usize = 30;
/// Further places that a finding names; the rest are counted.
const MAX_RELATED: usize = 10;
/// Rows of a decoded message that are marked as the place of a finding.
const MAX_MARKED: usize = 8;
/// Rows of a decoded message that are shown on each side of the marked ones.
const AROUND: usize = 2;
/// Octets that are shown in a row of a decoded message.
const OCTETS_IN_ROW: usize = 8;

/// Writes the part of the page.
pub fn write(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let findings = &run.judged.results.findings;
    section(out, "findings", "Findings")?;
    let mut by_rule: BTreeMap<RuleId, Vec<(usize, &Finding)>> = BTreeMap::new();
    for (number, finding) in findings.iter().enumerate() {
        by_rule.entry(finding.rule).or_default().push((number + 1, finding));
    }
    if findings.is_empty() {
        out.write_all(b"<p>None.</p>\n")?;
    } else {
        filter(out, run, &by_rule)?;
    }
    for (id, members) in &by_rule {
        group(out, run, *id, members, findings.len() <= MAX_OPEN)?;
    }
    end_section(out)
}

/// The controls; without JavaScript they would do nothing, and stay hidden.
fn filter(
    out: &mut dyn Write,
    run: &Run<'_>,
    by_rule: &BTreeMap<RuleId, Vec<(usize, &Finding)>>,
) -> io::Result<()> {
    let findings = &run.judged.results.findings;
    out.write_all(
        b"<form id=\"filter\" role=\"search\" aria-label=\"Findings\" hidden>\
          <label>Search<input type=\"search\" name=\"words\" autocomplete=\"off\" \
          placeholder=\"rule, path, field, value\"></label>\
          <label>Severity<select name=\"severity\"><option value=\"\">all</option>\
          <option>error</option><option>warning</option><option>info</option></select></label>\
          <label>Family<select name=\"family\"><option value=\"\">all</option>",
    )?;
    for family in FAMILIES {
        if by_rule.keys().any(|rule| rule.rule().family() == family.code) {
            let (code, title) = (family.code, text(family.title));
            write!(out, "<option value=\"{code}\">{code} {title}</option>")?;
        }
    }
    out.write_all(b"</select></label>")?;
    if run.baseline.is_some() {
        out.write_all(
            b"<label>Baseline<select name=\"state\"><option value=\"\">all</option>\
              <option>new</option><option>known</option><option>expired</option></select></label>",
        )?;
    }
    writeln!(
        out,
        "<label>Device<input name=\"device\" autocomplete=\"off\" placeholder=\"all\"></label>\
         <button type=\"button\" name=\"all\">Open all</button>\
         <button type=\"reset\">Clear</button>\
         <output id=\"told\" aria-live=\"polite\">{} {}</output></form>",
        findings.len(),
        plural(findings.len(), "finding")
    )
}

fn group(
    out: &mut dyn Write,
    run: &Run<'_>,
    id: RuleId,
    findings: &[(usize, &Finding)],
    open: bool,
) -> io::Result<()> {
    let rule = id.rule();
    let worst = findings.iter().map(|(_, finding)| finding.severity).max();
    let worst = worst.unwrap_or(Severity::Info).name();
    writeln!(
        out,
        "<details class=\"group\" data-rule=\"{code} {name}\"{open}><summary>\
         <span class=\"badge {worst}\">{worst}</span> <strong>{code}</strong> {summary} \
         <span class=\"count\">{count}</span></summary>\
         <p class=\"soft\">{name}, by {refs} ({basis}).</p>",
        code = rule.code,
        name = rule.name,
        open = if open { " open" } else { "" },
        summary = text(rule.summary),
        count = findings.len(),
        refs = text(references(rule)),
        basis = rule.basis.name(),
    )?;
    for (number, finding) in findings {
        article(out, run, *number, finding)?;
    }
    if let Some(more) = run.judged.results.not_shown.get(&id) {
        writeln!(out, "<p>{more} more are only counted.</p>")?;
    }
    out.write_all(b"</details>\n")
}

fn article(out: &mut dyn Write, run: &Run<'_>, number: usize, finding: &Finding) -> io::Result<()> {
    let state = run.state(finding).map(|state| format!(" data-state=\"{}\"", state.name()));
    write!(
        out,
        "<article id=\"f{number}\" data-severity=\"{severity}\"{state}><h3>\
         <a href=\"#f{number}\">#{number}</a> <span class=\"badge {severity}\">{severity}</span> {place}\
         </h3><dl>",
        severity = finding.severity.name(),
        state = state.unwrap_or_default(),
        place = text(finding.location.as_ref().map_or("no place of its own".to_owned(), cite)),
    )?;
    let mut line = |name: &str, value: String| -> io::Result<()> {
        write!(out, "<dt>{name}</dt><dd>{value}</dd>")
    };
    line("expected", text(&finding.expected))?;
    line("found", text(&finding.actual))?;
    if let Some(place) = finding.location.as_ref().filter(|place| !place.field.is_empty()) {
        line("field", format!("<code>{}</code>", text(&place.field)))?;
    }
    if let Some(device) = finding.device {
        line("device", format!("<code class=\"device\">{device}</code>"))?;
    }
    if let Some(time) = finding.time {
        line("time", time.to_string())?;
    }
    if !finding.related.is_empty() {
        line("also at", text(related(finding)))?;
    }
    if let Some(cause) = finding.cause {
        line("cause", text(cause))?;
    }
    if let Some(state) = run.state(finding) {
        let entry = run.baseline.and_then(|baseline| baseline.entry(finding));
        let reason = entry.and_then(|entry| entry.reason.as_deref()).unwrap_or_default();
        let comma = if reason.is_empty() { "" } else { ", " };
        line("baseline", format!("{}{comma}{}", state.name(), text(reason)))?;
    }
    line("fingerprint", format!("<code>{}</code>", finding.fingerprint()))?;
    out.write_all(b"</dl>")?;
    if let Some(place) = &finding.location {
        message(out, run, place)?;
        octets(out, place)?;
    }
    out.write_all(b"</article>\n")
}

/// The further places of a finding: those in the same record by their octets alone.
fn related(finding: &Finding) -> String {
    let here = finding.location.as_ref().map(|place| &place.position);
    let brief = |place: &Place| {
        let octets = words::octets(place);
        let same = here == Some(&place.position) && !octets.is_empty();
        if same { octets } else { cite(place) }
    };
    let mut places: Vec<_> = finding.related.iter().take(MAX_RELATED).map(brief).collect();
    if finding.related.len() > MAX_RELATED {
        let more = finding.related.len() - MAX_RELATED;
        places.push(format!("{more} more {}", plural(more, "place")));
    }
    places.join(", ")
}

/// The message of a place, decoded, around the place.
fn message(out: &mut dyn Write, run: &Run<'_>, place: &Place) -> io::Result<()> {
    let (Some(gallery), Some(span)) = (run.gallery, place.span) else { return Ok(()) };
    let Some(record) = gallery.record(place) else { return Ok(()) };
    let Body::Message(stated) = &record.body else { return Ok(()) };
    let mut message = Message::decode(&stated.payload);
    run.prepare.reopen(&mut message, record, Known::default());
    let rows = tree::rows(&message);
    let marked = marked(&rows, span);
    let shown = around(&rows, &marked);
    if shown.is_empty() {
        return Ok(());
    }
    out.write_all(
        b"<pre class=\"tree\" role=\"group\" tabindex=\"0\" aria-label=\"the message, decoded\">",
    )?;
    let mut next = 0;
    for at in shown {
        let Some(row) = rows.get(at) else { continue };
        if at > next {
            out.write_all(b"<i>       ...</i>\n")?;
        }
        next = at + 1;
        let line = text(line(row, &message));
        let line = line.trim_end();
        if marked.contains(&at) {
            writeln!(out, "<mark>{line}</mark>")?;
        } else {
            writeln!(out, "{line}")?;
        }
    }
    if next < rows.len() {
        out.write_all(b"<i>       ...</i>\n")?;
    }
    out.write_all(b"</pre>")
}

/// A row as text: offset, octets, name, value.
fn line(row: &Row, message: &Message<'_>) -> String {
    let octets = row
        .span
        .map_or(&[][..], |span| span.of(message.tree.buffer(span.buffer, message.octets())));
    let mut hex: Vec<_> =
        octets.iter().take(OCTETS_IN_ROW).map(|octet| format!("{octet:02X}")).collect();
    if octets.len() > OCTETS_IN_ROW {
        hex.truncate(OCTETS_IN_ROW - 1);
        hex.push("..".to_owned());
    }
    let offset = row.span.map_or(String::new(), |span| span.start.to_string());
    let width = OCTETS_IN_ROW * 3 - 1;
    format!("{offset:>5}  {:<width$}  {}  {}", hex.join(" "), row.name, row.value)
}

/// The rows that show octets of a place. A place without octets is where its row would have begun.
fn marked(rows: &[Row], place: Span) -> Vec<usize> {
    let in_buffer = |row: &Row| row.span.filter(|span| span.buffer == place.buffer);
    let touches = |row: &Row| {
        in_buffer(row).is_some_and(|span| {
            span.start < place.end && place.start < span.end && span.start != span.end
        })
    };
    let marked: Vec<_> =
        (0..rows.len()).filter(|at| rows.get(*at).is_some_and(touches)).take(MAX_MARKED).collect();
    if !marked.is_empty() {
        return marked;
    }
    let before = |row: &Row| in_buffer(row).is_some_and(|span| span.end <= place.start.max(1));
    rows.iter().rposition(before).into_iter().collect()
}

/// The marked rows, those around them, and the containers that they are in.
fn around(rows: &[Row], marked: &[usize]) -> Vec<usize> {
    let indent = |row: &Row| row.name.len() - row.name.trim_start().len();
    let mut shown = std::collections::BTreeSet::new();
    for at in marked {
        shown.extend(at.saturating_sub(AROUND)..rows.len().min(at + AROUND + 1));
        let Some(mut level) = rows.get(*at).map(indent) else { continue };
        for above in (0..*at).rev() {
            let Some(row) = rows.get(above).filter(|row| indent(row) < level) else { continue };
            level = indent(row);
            shown.insert(above);
        }
    }
    shown.into_iter().collect()
}

/// The octets around a place, those of the place marked.
fn octets(out: &mut dyn Write, place: &Place) -> io::Result<()> {
    let (rows, more) = rows(place);
    if rows.is_empty() {
        return Ok(());
    }
    out.write_all(b"<pre role=\"group\" tabindex=\"0\" aria-label=\"octets\">")?;
    for (offset, row) in rows {
        write!(out, "{offset:05} ")?;
        let mut inside = false;
        for (octet, wrong) in row {
            if inside && !wrong {
                out.write_all(b"</mark>")?;
            }
            out.write_all(b" ")?;
            if wrong && !inside {
                out.write_all(b"<mark>")?;
            }
            inside = wrong;
            write!(out, "{octet:02X}")?;
        }
        out.write_all(if inside { b"</mark>\n" } else { b"\n" })?;
    }
    if more {
        out.write_all(b"...\n")?;
    }
    out.write_all(b"</pre>")
}

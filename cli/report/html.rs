//! The report as one page: nothing is fetched, everything is there without JavaScript, and with it
//! findings can be filtered and are shown page by page.

mod devices;
mod findings;
mod markup;
mod timeline;
mod voltage;

use std::io::{self, Write};

use gbcs_rules::registry::{FAMILIES, ids};
use gbcs_rules::rule::Severity;
use sha2::{Digest as _, Sha256};

use super::requirement::{Standing, requirements, standing};
use super::words::totals;
use super::{Run, json, markdown};
use crate::exit::Exit;
use markup::{class, end_section, end_table, section, table, text};

const STYLE: &str = include_str!("html/style.css");
const SCRIPT: &str = include_str!("html/script.js");

/// Problems of an input that are told; the rest are counted.
const MAX_PROBLEMS: usize = 25;

/// The parts of the page: anchor and name.
const PARTS: [(&str, &str); 7] = [
    ("families", "Families"),
    ("findings", "Findings"),
    ("devices", "Devices"),
    ("requirements", "Requirements"),
    ("untold", "Not evaluated"),
    ("inputs", "Inputs"),
    ("scope", "Scope"),
];

/// Writes the page.
pub fn write(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let hash = |content: &str| data_encoding::BASE64.encode(&Sha256::digest(content.as_bytes()));
    write!(
        out,
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <title>gbcheck: {}</title><style>{STYLE}</style></head><body>\n\
         <a class=\"skip\" href=\"#findings\">To the findings</a>\n",
        hash(STYLE),
        hash(SCRIPT),
        totals(run),
    )?;
    summary(out, run)?;
    out.write_all(b"<nav aria-label=\"Parts\">")?;
    for (id, name) in PARTS {
        write!(out, "<a href=\"#{id}\">{name}</a>")?;
    }
    out.write_all(b"</nav>\n<main>\n")?;
    families(out, run)?;
    findings::write(out, run)?;
    devices::write(out, run)?;
    matrix(out, run)?;
    test_cases(out, run)?;
    not_evaluated(out, run)?;
    inputs(out, run)?;
    scope(out, run)?;
    write!(out, "</main>\n<script>{SCRIPT}</script>\n</body></html>\n")
}

/// The verdict, and the numbers that it rests on.
fn summary(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let class = match run.exit {
        Exit::Good => "good",
        Exit::Findings => "bad",
        Exit::InputProblem | Exit::Interrupted | Exit::NothingChecked => "doubt",
    };
    writeln!(
        out,
        "<header><h1>Test report of gbcheck</h1>\n\
         <p class=\"verdict {class}\"><strong>{}</strong>: {}.</p>",
        markdown::verdict(run.exit),
        totals(run)
    )?;
    if let Some([new, known, expired, vanished]) = run.compared() {
        let counts = format!("{new} new, {known} known, {expired} expired, {vanished} vanished");
        writeln!(out, "<p>Compared with the baseline: {counts}.</p>")?;
    }
    let results = &run.judged.results;
    let count = |severity| results.count(severity);
    let tiles = [
        ("error", "errors", count(Severity::Error)),
        ("warning", "warnings", count(Severity::Warning)),
        ("info", "infos", count(Severity::Info)),
        ("untold", "not evaluated", results.not_evaluated_units()),
        ("", "devices", results.devices.len() as u64),
        ("", "messages", results.messages),
        ("", "records", results.records),
    ];
    out.write_all(b"<ul class=\"tiles\">")?;
    for (class, name, count) in tiles {
        let class = if count == 0 { "" } else { class };
        write!(out, "<li class=\"{class}\"><b>{count}</b> {name}</li>")?;
    }
    out.write_all(b"</ul></header>\n")
}

fn scope(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    section(out, "scope", "Scope")?;
    table(out, "scope", &[])?;
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
    end_table(out)?;
    end_section(out)
}

fn inputs(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    section(out, "inputs", "Inputs")?;
    table(out, "inputs", &["Path", "Form", "#Records", "#Problems", "SHA-256"])?;
    for input in &run.judged.inputs {
        let problems: Vec<_> = input
            .problems
            .iter()
            .take(MAX_PROBLEMS)
            .map(|problem| format!("<br>{}", text(&problem.text)))
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
    end_table(out)?;
    end_section(out)
}

fn families(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let names: Vec<String> =
        Standing::ALL.iter().map(|standing| format!("#{}", standing.name())).collect();
    let mut columns = vec!["Family", "Rules"];
    columns.extend(names.iter().map(String::as_str));
    section(out, "families", "Rules by family and verdict")?;
    table(out, "families", &columns)?;
    for family in FAMILIES {
        let standings: Vec<_> = ids()
            .filter(|rule| rule.rule().family() == family.code)
            .map(|rule| standing(run, rule))
            .collect();
        let counts = Standing::ALL
            .map(|wanted| (wanted, standings.iter().filter(|found| **found == wanted).count()));
        let (code, title) = (family.code, text(family.title));
        let found = standings.iter().any(|s| matches!(s, Standing::Failed | Standing::Remarked));
        let name = if found {
            format!("<a href=\"#findings\" data-family=\"{code}\">{code} {title}</a>")
        } else {
            format!("{code} {title}")
        };
        write!(out, "<tr><th scope=\"row\">{name}</th><td>")?;
        bar(out, &counts)?;
        out.write_all(b"</td>")?;
        for (standing, count) in counts {
            let class = if count > 0 { class(standing) } else { "zero" };
            write!(out, "<td class=\"n {class}\">{count}</td>")?;
        }
        out.write_all(b"</tr>\n")?;
    }
    end_table(out)?;
    end_section(out)
}

/// The rules of a family as one bar, a stretch for each standing. The numbers stand beside it.
fn bar(out: &mut dyn Write, counts: &[(Standing, usize)]) -> io::Result<()> {
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    write!(
        out,
        "<svg class=\"bar\" viewBox=\"0 0 {} 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">",
        all.max(1)
    )?;
    let mut x = 0;
    for (standing, count) in counts.iter().filter(|(_, count)| *count > 0) {
        let class = class(*standing);
        write!(out, "<rect class=\"{class}\" x=\"{x}\" y=\"0\" width=\"{count}\" height=\"1\"/>")?;
        x += count;
    }
    out.write_all(b"</svg>")
}

/// The test cases of the log, where it has any.
fn test_cases(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let cases = &run.judged.results.test_cases;
    if cases.is_empty() {
        return Ok(());
    }
    section(out, "cases", "Test cases")?;
    let columns = ["Test case", "Verdict", "Stated", "#Findings", "Requirements"];
    table(out, "cases", &columns)?;
    for result in cases {
        let errors = result.findings.get(&Severity::Error).copied().unwrap_or(0);
        let standing = match (errors, result.checked) {
            (0, 0) => Standing::NotEvaluated,
            (0, _) => Standing::Passed,
            _ => Standing::Failed,
        };
        writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td class=\"{}\">{}</td><td>{}</td>\
             <td class=\"n\">{}</td><td>{}</td></tr>",
            text(&result.case.id),
            class(standing),
            standing.name(),
            text(result.case.verdict.as_deref().unwrap_or_default()),
            result.findings.values().sum::<u64>(),
            text(result.case.requirements.join(", ")),
        )?;
    }
    end_table(out)?;
    end_section(out)
}

fn matrix(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    section(out, "requirements", "Requirements")?;
    table(out, "requirements", &["Requirement", "Verdict", "Rules"])?;
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
    end_table(out)?;
    end_section(out)
}

fn not_evaluated(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let columns = ["Rule", "Reason", "What is missing", "#Devices", "#Units"];
    section(out, "untold", "What was not evaluated")?;
    table(out, "untold", &columns)?;
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
    end_table(out)?;
    end_section(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_and_style_end_where_they_should() {
        assert!(!SCRIPT.contains("</") && !STYLE.contains("</"));
    }
}

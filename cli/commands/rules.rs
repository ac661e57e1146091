//! `gbcheck rules`: the list of rules, or the page of one.

use std::io::Write as _;

use clap::ValueEnum;
use gbcs_rules::registry::{self, FAMILIES, RuleId};
use serde::Serialize;

use super::template;
use crate::exit::{Exit, Failure};
use crate::options::Common;
use crate::output::Output;

/// Arguments of `gbcheck rules`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A code or name, for its page; the beginning of codes, for a list; or use-case:ID, for its
    /// template
    #[arg(value_name = "CODE|SELECTOR")]
    selector: Option<String>,
    /// Form of the result
    #[arg(long, value_name = "F", default_value = "text")]
    format: Format,
}

/// Forms of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One JSON object a rule and line.
    Json,
}

#[derive(Serialize)]
struct RuleObject {
    schema: &'static str,
    rule: &'static str,
    name: &'static str,
    summary: &'static str,
    severity: &'static str,
    raised_by: Option<&'static str>,
    basis: &'static str,
    about: &'static str,
    unit: &'static str,
    requirements: &'static [&'static str],
    refs: Vec<[&'static str; 2]>,
}

/// Runs `gbcheck rules`.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    let mut output = Output::open(common.output.as_deref())?;
    if let Some(case) = args.selector.as_deref().and_then(template::selected) {
        let case = case?;
        match args.format {
            Format::Text => template::text(&mut output, case)?,
            Format::Json => {
                serde_json::to_writer(&mut output, &template::object(case))
                    .map_err(std::io::Error::from)?;
                output.write_all(b"\n")?;
            }
        }
        output.finish()?;
        return Ok(Exit::Good);
    }
    let page = args.selector.as_deref().and_then(registry::find);
    match (page, args.format) {
        (Some(rule), Format::Text) => output.write_all(rule.rule().doc.as_bytes())?,
        (_, format) => {
            let selector = args.selector.as_deref().unwrap_or("all");
            let rules = registry::select(selector).ok_or_else(|| {
                let near = registry::suggest(selector)
                    .map(|near| format!("; did you mean {near}?"))
                    .unwrap_or_default();
                Failure::Usage(format!("there is no rule {selector:?}{near}"))
            })?;
            match format {
                Format::Text => list(&mut output, &rules)?,
                Format::Json => {
                    for rule in rules {
                        serde_json::to_writer(&mut output, &object(rule))
                            .map_err(std::io::Error::from)?;
                        output.write_all(b"\n")?;
                    }
                }
            }
        }
    }
    output.finish()?;
    Ok(Exit::Good)
}

fn list(output: &mut Output, rules: &[RuleId]) -> Result<(), Failure> {
    for family in FAMILIES {
        let mut members =
            rules.iter().filter(|rule| rule.rule().family() == family.code).peekable();
        if members.peek().is_none() {
            continue;
        }
        writeln!(output, "{} {}", family.code, family.title)?;
        for rule in members {
            let rule = rule.rule();
            writeln!(
                output,
                "  {}  {:<7}  {}: {}",
                rule.code,
                rule.severity.name(),
                rule.name,
                rule.summary
            )?;
        }
    }
    Ok(())
}

fn object(rule: RuleId) -> RuleObject {
    let rule = rule.rule();
    RuleObject {
        schema: "gbcheck.rule/1",
        rule: rule.code,
        name: rule.name,
        summary: rule.summary,
        severity: rule.severity.name(),
        raised_by: rule.raised_by.map(|(modification, _)| modification),
        basis: rule.basis.name(),
        about: rule.about.name(),
        unit: rule.check.unit(),
        requirements: rule.requirements,
        refs: rule.refs.iter().map(|clause| [clause.document, clause.clause]).collect(),
    }
}

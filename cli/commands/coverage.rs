//! `gbcheck coverage`: what is checked of each use case and requirement, and what is not and why.

use std::collections::BTreeMap;
use std::io::Write as _;

use clap::ValueEnum;
use gbcs_parser::catalogue::{GbzMessage, Protocol, USE_CASES, UseCase};
use gbcs_rules::registry;
use serde_json::json;

use crate::exit::{Exit, Failure};
use crate::options::Common;
use crate::output::Output;

/// Arguments of `gbcheck coverage`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Form of the result
    #[arg(long, value_name = "F", default_value = "text")]
    format: Format,
}

/// Forms of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One JSON object.
    Json,
    /// Tables for a document.
    Markdown,
}

/// What is checked of a use case.
struct CaseCoverage {
    case: &'static UseCase,
    /// Values for which the template states something.
    items: usize,
    /// Why there is no template.
    without: Option<&'static str>,
}

/// Runs `gbcheck coverage`.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    let mut output = Output::open(common.output.as_deref())?;
    let cases: Vec<CaseCoverage> = USE_CASES.iter().map(coverage_of).collect();
    let requirements = requirements();
    match args.format {
        Format::Text => text(&mut output, &cases, &requirements)?,
        Format::Markdown => markdown(&mut output, &cases, &requirements)?,
        Format::Json => json(&mut output, &cases, &requirements)?,
    }
    output.finish()?;
    Ok(Exit::Good)
}

fn coverage_of(case: &'static UseCase) -> CaseCoverage {
    let components = [GbzMessage::Command, GbzMessage::Response, GbzMessage::Alert];
    let gbz: usize = components
        .into_iter()
        .flat_map(|message| case.components(message))
        .map(|component| component.fields.len() + component.attributes.len())
        .sum();
    let dlms = case.dlms_items.iter().filter(|item| item.part.is_some()).count();
    let has_template = dlms + gbz > 0
        || !case.dlms_requests.is_empty()
        || components.into_iter().any(|message| !case.components(message).is_empty());
    CaseCoverage { case, items: dlms + gbz, without: (!has_template).then(|| reason(case)) }
}

/// Why a use case has no template.
fn reason(case: &UseCase) -> &'static str {
    if case.message_codes.is_empty() {
        return "no GBCS message";
    }
    match (case.protocol, case.defined_in) {
        (Some(Protocol::Asn1), _) => "its structure in DER is held by USE016",
        (_, Some(_)) => "defined outside the section on use cases, which is not public in full",
        (None, None) => "its content depends on the device",
        _ => "not in the edition that the templates are from",
    }
}

/// Rules by the requirement that they check.
fn requirements() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut found: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
    for rule in registry::rules() {
        for requirement in rule.requirements {
            found.entry(requirement).or_default().push(rule.code);
        }
    }
    found
}

type Requirements = BTreeMap<&'static str, Vec<&'static str>>;

fn text(
    output: &mut Output,
    cases: &[CaseCoverage],
    requirements: &Requirements,
) -> Result<(), Failure> {
    writeln!(output, "Use cases: items that are held against the template")?;
    for CaseCoverage { case, items, without } in cases {
        match without {
            None => writeln!(output, "  {:<12} {items:>4}  {}", case.id, case.title)?,
            Some(why) => writeln!(output, "  {:<12}    -  {} ({why})", case.id, case.title)?,
        }
    }
    writeln!(output, "\nRequirements: rules that check them")?;
    for (requirement, rules) in requirements {
        writeln!(output, "  {requirement:<12} {}", rules.join(", "))?;
    }
    Ok(())
}

fn markdown(
    output: &mut Output,
    cases: &[CaseCoverage],
    requirements: &Requirements,
) -> Result<(), Failure> {
    writeln!(output, "# Coverage\n\n## Use cases\n")?;
    writeln!(output, "| use case | title | items checked | why not |\n|---|---|---|---|")?;
    for CaseCoverage { case, items, without } in cases {
        let count = without.map_or(items.to_string(), |_| String::new());
        let title = case.title.replace('|', "\\|");
        writeln!(output, "| {} | {title} | {count} | {} |", case.id, without.unwrap_or_default())?;
    }
    writeln!(output, "\n## Requirements\n\n| requirement | rules |\n|---|---|")?;
    for (requirement, rules) in requirements {
        writeln!(output, "| {requirement} | {} |", rules.join(", "))?;
    }
    Ok(())
}

fn json(
    output: &mut Output,
    cases: &[CaseCoverage],
    requirements: &Requirements,
) -> Result<(), Failure> {
    let cases: Vec<_> = cases
        .iter()
        .map(|CaseCoverage { case, items, without }| {
            json!({
                "use_case": case.id,
                "title": case.title,
                "items": items,
                "not_checked": without,
            })
        })
        .collect();
    let object = json!({
        "schema": "gbcheck.coverage/1",
        "use_cases": cases,
        "requirements": requirements,
    });
    serde_json::to_writer_pretty(&mut *output, &object).map_err(std::io::Error::other)?;
    output.write_all(b"\n")?;
    Ok(())
}

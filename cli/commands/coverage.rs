//! `gbcheck coverage`: what is checked of requirements, modifications and use cases, what proves it,
//! and what is not checked and why.

mod data;
mod use_cases;

use std::collections::BTreeMap;
use std::io::Write as _;

use clap::ValueEnum;
use data::{Proof, Row};
use serde_json::json;
use use_cases::Coverage;

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

/// All that there is to tell.
struct Facts {
    requirements: Vec<Row>,
    modifications: Vec<Row>,
    proofs: BTreeMap<&'static str, Proof>,
    cases: Vec<Coverage>,
}

/// Runs `gbcheck coverage`.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    let mut output = Output::open(common.output.as_deref())?;
    let facts = Facts {
        requirements: data::requirements(),
        modifications: data::modifications(),
        proofs: data::proofs().into_iter().map(|proof| (proof.rule, proof)).collect(),
        cases: use_cases::all(),
    };
    match args.format {
        Format::Text => text(&mut output, &facts)?,
        Format::Markdown => markdown(&mut output, &facts)?,
        Format::Json => json(&mut output, &facts)?,
    }
    output.finish()?;
    Ok(Exit::Good)
}

/// Rules, each with the number of faults that it is proved by and of near misses that it lets pass.
fn proved(facts: &Facts, row: &Row) -> String {
    let rules: Vec<String> = row
        .rules
        .iter()
        .map(|rule| match facts.proofs.get(rule) {
            Some(proof) => {
                format!("{rule} ({}+{})", proof.faults.len(), proof.near_misses.len())
            }
            None => (*rule).to_owned(),
        })
        .collect();
    rules.join(", ")
}

/// `-` for nothing.
fn or_dash(text: &str) -> &str {
    if text.is_empty() { "-" } else { text }
}

fn text(output: &mut Output, facts: &Facts) -> Result<(), Failure> {
    for (title, rows) in
        [("Requirements", &facts.requirements), ("Modifications", &facts.modifications)]
    {
        writeln!(output, "{title}: rules that check them (planted faults + near misses)")?;
        for row in rows {
            let rules = proved(facts, row);
            writeln!(output, "  {:<9} {}: {}", row.id, row.words, or_dash(&rules))?;
            if !row.not_checked.is_empty() {
                writeln!(output, "            not checked: {}", row.not_checked)?;
            }
        }
        writeln!(output)?;
    }
    writeln!(output, "Rules: planted faults; near misses")?;
    for proof in facts.proofs.values() {
        let [faults, misses] = [&proof.faults, &proof.near_misses].map(|names| names.join(", "));
        writeln!(output, "  {}  {}; {}", proof.rule, or_dash(&faults), or_dash(&misses))?;
    }
    writeln!(output, "\nUse cases: items that are held against the template")?;
    for Coverage { case, items, without } in &facts.cases {
        match without {
            None => writeln!(output, "  {:<12} {items:>4}  {}", case.id, case.title)?,
            Some(why) => writeln!(output, "  {:<12}    -  {} ({why})", case.id, case.title)?,
        }
    }
    Ok(())
}

fn markdown(output: &mut Output, facts: &Facts) -> Result<(), Failure> {
    writeln!(
        output,
        "# Coverage\n\nMade by `gbcheck coverage --format markdown`. Behind each rule stand the number of planted\n\
         faults that it must find and of near misses that it must let pass. What a rule does not check\n\
         of its own subject stands on its page.\n\n## Requirements\n"
    )?;
    writeln!(output, "| id | requirement | rules | not checked |\n|---|---|---|---|")?;
    for row in &facts.requirements {
        let rules = proved(facts, row);
        writeln!(output, "| {} | {} | {rules} | {} |", row.id, row.words, row.not_checked)?;
    }
    writeln!(output, "\n## Modifications\n")?;
    writeln!(
        output,
        "| id | title | date | kind | rules | not checked |\n|---|---|---|---|---|---|"
    )?;
    for row in &facts.modifications {
        let rules = proved(facts, row);
        let [date, kind] = row.event.unwrap_or_default();
        let (id, words, why) = (row.id, row.words, row.not_checked);
        writeln!(output, "| {id} | {words} | {date} | {kind} | {rules} | {why} |")?;
    }
    writeln!(output, "\n## Rules\n\n| rule | planted faults | near misses |\n|---|---|---|")?;
    for proof in facts.proofs.values() {
        let [faults, misses] = [&proof.faults, &proof.near_misses].map(|names| names.join(", "));
        writeln!(output, "| {} | {faults} | {misses} |", proof.rule)?;
    }
    writeln!(output, "\n## Use cases\n")?;
    writeln!(output, "| use case | title | items checked | why not |\n|---|---|---|---|")?;
    for Coverage { case, items, without } in &facts.cases {
        let count = without.map_or(items.to_string(), |_| String::new());
        let title = case.title.replace('|', "\\|");
        writeln!(output, "| {} | {title} | {count} | {} |", case.id, without.unwrap_or_default())?;
    }
    Ok(())
}

fn json(output: &mut Output, facts: &Facts) -> Result<(), Failure> {
    let row = |row: &Row| {
        let mut object = json!({
            "id": row.id,
            "words": row.words,
            "rules": row.rules,
            "not_checked": (!row.not_checked.is_empty()).then_some(row.not_checked),
        });
        if let (Some([date, kind]), Some(fields)) = (row.event, object.as_object_mut()) {
            fields.insert("date".to_owned(), json!((!date.is_empty()).then_some(date)));
            fields.insert("kind".to_owned(), json!(kind));
        }
        object
    };
    let object = json!({
        "schema": "gbcheck.coverage/1",
        "requirements": facts.requirements.iter().map(row).collect::<Vec<_>>(),
        "modifications": facts.modifications.iter().map(row).collect::<Vec<_>>(),
        "rules": facts.proofs.values().map(|proof| json!({
            "rule": proof.rule,
            "faults": proof.faults,
            "near_misses": proof.near_misses,
        })).collect::<Vec<_>>(),
        "use_cases": facts.cases.iter().map(|one| json!({
            "use_case": one.case.id,
            "title": one.case.title,
            "items": one.items,
            "not_checked": one.without,
        })).collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *output, &object).map_err(std::io::Error::from)?;
    output.write_all(b"\n")?;
    Ok(())
}

//! LOG003: an entry lies outside the range that was asked for.

use super::{ranges, reading};
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::{Exchange, Subject};

/// The rule.
pub static RULE: Rule = Rule {
    code: "LOG003",
    name: "log-entry-outside-range",
    summary: "An entry lies outside the range that was asked for",
    severity: Severity::Error,
    about: About::Device,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases, selective access")],
    requirements: &["LOG-13"],
    doc: include_str!("../../docs/LOG003.md"),
    concerns: reading::concerns,
    applies,
    check: Check::Exchange(check),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    let readings = reading::readings(subject);
    Applies::when(readings.iter().any(|reading| !reading.entries.is_empty()))
}

fn check(exchange: &Exchange<'_>, findings: &mut Findings) {
    if exchange.command.message.is_none() {
        return;
    }
    let ranges = ranges::of(&exchange.command);
    let mut judged = false;
    for reading in reading::readings(&exchange.response) {
        // The range of the same answer; of an encrypted one, that of the same object.
        let mut fitting = ranges.iter().filter(|range| match reading.answer {
            Some((entry, _)) => range.entry == Some(entry),
            None => range.cluster == reading.cluster,
        });
        let object = reading.answer.map_or(0, |(_, object)| object);
        let Some(range) = fitting.clone().nth(object).or_else(|| fitting.next()) else { continue };
        judged = true;
        for entry in &reading.entries {
            let Some(time) = entry.time.filter(|time| !range.contains(*time)) else { continue };
            let end = |time: Option<_>, open| time.map_or(Datum::Word(open), Datum::Time);
            let expected = Datum::Range(
                Box::new(end(range.start, "the oldest")),
                Box::new(end(range.end, "the newest")),
            );
            findings.fail(
                Fault::at(entry.place(&exchange.response), expected, time)
                    .related([exchange.command.place(range.from)]),
            );
        }
    }
    if !judged {
        findings.not_applicable();
    }
}

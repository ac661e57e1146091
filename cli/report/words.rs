//! What the forms of the report have in common: words, places, and text that does no harm.

use std::borrow::Cow;

use gbcs_rules::finding::{Excerpt, Finding, Place};
use gbcs_rules::rule::Rule;

use super::Run;

/// What a report says that is not of everything.
pub const INTERRUPTED: &str = "the run was interrupted: not everything was read";

/// Text of an input without what a terminal or a reader's eye would obey: control characters, line
/// separators, and marks that turn the direction of writing.
pub fn clean(text: &str) -> Cow<'_, str> {
    let harmful = |c: char| {
        c.is_control()
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
            || matches!(
                c,
                '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
            )
    };
    if !text.chars().any(harmful) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| if harmful(c) { '\u{FFFD}' } else { c }).collect()
}

/// A word, with an s where there is not one of it.
pub fn plural(count: usize, word: &str) -> String {
    if count == 1 { word.to_owned() } else { format!("{word}s") }
}

/// The line of totals that every form for people tells.
pub fn totals(run: &Run<'_>) -> String {
    let [errors, warnings, infos] = run.counts();
    format!(
        "{errors} {}, {warnings} {}, {infos} {}",
        plural(errors as usize, "error"),
        plural(warnings as usize, "warning"),
        plural(infos as usize, "info"),
    )
}

/// The number of a record, or `record.payload` where a document holds several.
pub fn record(place: &Place) -> String {
    let position = &place.position;
    match position.payload {
        None => position.record.to_string(),
        Some(payload) => format!("{}.{payload}", position.record),
    }
}

/// The octets of a place: `octets 4-11 of plaintext 1`; empty where it is none.
pub fn octets(place: &Place) -> String {
    let Some(span) = place.span else { return String::new() };
    let buffer = match span.buffer.0 {
        0 => String::new(),
        n => format!(" of plaintext {n}"),
    };
    match span.len() {
        0 | 1 => format!("octet {}{buffer}", span.start),
        len => format!("octets {}-{}{buffer}", span.start, span.start as usize + len - 1),
    }
}

/// `path:line`, the number of the record, and the octets.
pub fn cite(place: &Place) -> String {
    let mut text = clean(&place.position.path).into_owned();
    if let Some(line) = place.position.line {
        text.push_str(&format!(":{line}"));
    }
    text.push_str(&format!(" record {}", record(place)));
    let octets = octets(place);
    if !octets.is_empty() {
        text.push_str(&format!(" {octets}"));
    }
    text
}

/// Document and clause of all references of a rule.
pub fn references(rule: &Rule) -> String {
    let refs: Vec<_> =
        rule.refs.iter().map(|clause| format!("{}, {}", clause.document, clause.clause)).collect();
    refs.join("; ")
}

/// A row of octets: its offset, and each octet with whether it is in the place.
pub type Row = (usize, Vec<(u8, bool)>);

/// The rows of 16 octets around a place, up to its end; true where more follow than are kept.
pub fn rows(place: &Place) -> (Vec<Row>, bool) {
    let (Some(excerpt), Some(span)) = (&place.excerpt, place.span) else {
        return (Vec::new(), false);
    };
    let wanted = span.end.max(span.start + 1).saturating_sub(excerpt.offset).div_ceil(16) as usize;
    let most = Excerpt::MAX / 16;
    let rows = excerpt
        .octets
        .chunks(16)
        .enumerate()
        .take(wanted.min(most))
        .map(|(n, row)| {
            let offset = excerpt.offset as usize + n * 16;
            let wrong =
                |at: usize| (span.start as usize..span.end as usize).contains(&(offset + at));
            (offset, row.iter().enumerate().map(|(at, octet)| (*octet, wrong(at))).collect())
        })
        .collect();
    (rows, wanted > most)
}

/// A finding in lines of plain text: where, what was expected and found, by which clause, and the
/// octets with the wrong ones in brackets.
pub fn describe(finding: &Finding) -> String {
    let rule = finding.rule.rule();
    let mut text =
        format!("{}[{}] {} ({})\n", finding.severity.name(), rule.code, rule.summary, rule.name);
    if let Some(place) = &finding.location {
        text.push_str(&format!("at:       {}\n", cite(place)));
        if !place.field.is_empty() {
            text.push_str(&format!("field:    {}\n", clean(&place.field)));
        }
    }
    if let Some(device) = finding.device {
        text.push_str(&format!("device:   {device}\n"));
    }
    if let Some(time) = finding.time {
        text.push_str(&format!("time:     {time}\n"));
    }
    text.push_str(&format!("expected: {}\n", clean(&finding.expected.to_string())));
    text.push_str(&format!("found:    {}\n", clean(&finding.actual.to_string())));
    text.push_str(&format!("clause:   {} ({})\n", references(rule), rule.basis.name()));
    if let Some(place) = &finding.location {
        for (offset, row) in rows(place).0 {
            text.push_str(&format!("{offset:05} "));
            for (octet, wrong) in row {
                text.push_str(&if wrong {
                    format!("[{octet:02X}]")
                } else {
                    format!(" {octet:02X} ")
                });
            }
            text.push('\n');
        }
    }
    text
}

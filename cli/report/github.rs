//! Annotations of GitHub Actions: workflow commands, a line each.

use std::io::{self, Write};

use gbcs_rules::rule::Severity;

use super::words::{INTERRUPTED, clean, octets, record, totals};
use super::{Run, sentence};

/// Writes a line for each finding, and the totals.
pub fn write(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    for finding in &run.judged.results.findings {
        let rule = finding.rule.rule();
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        write!(out, "::{command} ")?;
        let mut message = sentence(finding);
        if let Some(place) = &finding.location {
            let path = &place.position.path;
            write!(out, "file={},", property(path))?;
            if let Some(line) = place.position.line {
                write!(out, "line={line},")?;
            }
            message.push_str(&format!(" [record {}", record(place)));
            for part in [octets(place), place.field.clone()] {
                if !part.is_empty() {
                    message.push_str(&format!(", {part}"));
                }
            }
            message.push(']');
        }
        let title = format!("{} {}", rule.code, rule.name);
        writeln!(out, "title={}::{}", property(&title), data(&message))?;
    }
    if run.judged.partial {
        writeln!(out, "::error title=gbcheck::{INTERRUPTED}")?;
    }
    writeln!(out, "gbcheck: {}", totals(run))
}

/// The text of a command.
fn data(text: &str) -> String {
    clean(text).replace('%', "%25")
}

/// The value of a command's property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_a_property_or_a_line() {
        assert_eq!(property("a,b:c%\n::error::x"), "a%2Cb%3Ac%25\u{FFFD}%3A%3Aerror%3A%3Ax");
        assert!(!data("one\r\n::set-output name=x::y").contains(['\r', '\n']));
    }
}

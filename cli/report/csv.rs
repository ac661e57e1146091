//! A table with a row a finding, that opens right in a spreadsheet.

use std::io::{self, Write};

use gbcs_rules::datum::Datum;

use super::words::{clean, record, references};
use super::{Run, sentence};

const COLUMNS: [&str; 23] = [
    "severity",
    "rule",
    "name",
    "device",
    "time",
    "use_case",
    "path",
    "record",
    "line",
    "buffer",
    "offset",
    "length",
    "field",
    "expected",
    "actual",
    "message",
    "references",
    "requirements",
    "basis",
    "about",
    "cause",
    "fingerprint",
    "baseline",
];

/// Writes the head of the table, and a row for each finding.
pub fn write(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    // Without the mark, spreadsheets take UTF-8 for another character set.
    out.write_all("\u{FEFF}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    table.write_record(COLUMNS).map_err(failed)?;
    for finding in &run.judged.results.findings {
        let rule = finding.rule.rule();
        let place = finding.location.as_ref();
        let span = place.and_then(|place| place.span);
        let text = |text: Option<String>| cell(&text.unwrap_or_default());
        table
            .write_record([
                finding.severity.name().to_owned(),
                rule.code.to_owned(),
                rule.name.to_owned(),
                text(finding.device.map(|id| id.to_string())),
                text(finding.time.map(|time| time.to_string())),
                cell(finding.use_case.unwrap_or_default()),
                text(place.map(|place| place.position.path.to_string())),
                text(place.map(record)),
                text(place.and_then(|place| place.position.line).map(|line| line.to_string())),
                text(span.map(|span| match span.buffer.0 {
                    0 => "wire".to_owned(),
                    n => format!("plaintext:{n}"),
                })),
                text(span.map(|span| span.start.to_string())),
                text(span.map(|span| span.len().to_string())),
                text(place.map(|place| place.field.clone())),
                cell(&datum(&finding.expected)),
                cell(&datum(&finding.actual)),
                cell(&sentence(finding)),
                cell(&references(rule)),
                cell(&rule.requirements.join(" ")),
                rule.basis.name().to_owned(),
                finding.about.name().to_owned(),
                cell(finding.cause.unwrap_or_default()),
                // Sixteen digits would be read as a number, and rounded.
                format!("#{}", finding.fingerprint()),
                run.state(finding).map_or("", |state| state.name()).to_owned(),
            ])
            .map_err(failed)?;
    }
    table.flush()
}

/// The error of the writer itself, which says what became of it.
fn failed(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Octets with `0x` before them: without it `0012` and `1E05` would be read as numbers.
fn datum(datum: &Datum) -> String {
    match datum {
        Datum::Octets(octets) if !octets.is_empty() => format!("0x{datum}"),
        other => other.to_string(),
    }
}

/// Text that no spreadsheet takes for a formula. Numbers stay numbers.
fn cell(text: &str) -> String {
    let text = clean(text);
    let formula =
        text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%']);
    if formula && text.parse::<i128>().is_err() { format!("'{text}") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text_and_numbers_are_numbers() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(cell(" @SUM(1)"), "' @SUM(1)");
        assert_eq!(cell("-2+3"), "'-2+3");
        assert_eq!(cell("\t=1"), "\u{FFFD}=1");
        assert_eq!(cell("-5"), "-5");
        assert_eq!(datum(&Datum::Octets(vec![0, 0x12])), "0x0012");
    }
}

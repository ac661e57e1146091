//! What the parts of the page have in common.

use std::fmt::Display;
use std::io::{self, Write};

use super::super::requirement::Standing;
use super::super::words::clean;

/// Text without any meaning of its own in HTML, within elements and in quoted attributes.
pub fn text(value: impl Display) -> String {
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

/// Begins a part of the page.
pub fn section(out: &mut dyn Write, id: &str, title: &str) -> io::Result<()> {
    writeln!(out, "<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title}</h2>")
}

/// Begins a table in the part `id` of the page; a column that begins with `#` holds numbers.
pub fn table(out: &mut dyn Write, id: &str, columns: &[&str]) -> io::Result<()> {
    write!(
        out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{id}\"><table>"
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

/// Ends a table.
pub fn end_table(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"</tbody></table></div>\n")
}

/// Ends a part of the page.
pub fn end_section(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"</section>\n")
}

/// The class of the style sheet for a standing.
pub fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Failed => "fail",
        Standing::Remarked => "remarks",
        Standing::PassedInPart => "part",
        Standing::Passed => "pass",
        Standing::NotEvaluated => "untold",
        Standing::NotExercised | Standing::NotSelected => "idle",
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn text_ends_no_element_and_no_attribute() {
        let safe = text("<a href='x' onclick=\"y\">&\u{1b}");
        assert_eq!(safe, "&lt;a href=&#39;x&#39; onclick=&quot;y&quot;&gt;&amp;\u{FFFD}");
    }
}

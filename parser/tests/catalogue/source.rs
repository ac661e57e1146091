//! Reading the text files of the catalogue and writing Rust.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::data_folder;

/// A text file of the catalogue.
pub struct Source {
    name: String,
    rows: Vec<Row>,
}

/// A row of it.
pub struct Row {
    place: String,
    cells: HashMap<String, String>,
}

impl Source {
    /// Reads `name` from the folder of the catalogue.
    pub fn read(name: &str) -> Self {
        let path = data_folder().join(name);
        let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|e| panic!("{name}: {e}"));
        let head = reader.headers().unwrap().clone();
        let rows = reader
            .records()
            .map(|record| {
                let record = record.unwrap_or_else(|error| panic!("{name}: {error}"));
                let line = record.position().map_or(0, csv::Position::line);
                let cells = head.iter().zip(&record);
                Row {
                    place: format!("{name}:{line}"),
                    cells: cells.map(|(a, b)| (a.to_owned(), b.to_owned())).collect(),
                }
            })
            .collect();
        Self { name: name.to_owned(), rows }
    }

    /// Its rows, in their order.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter()
    }

    /// Its rows sorted by `key`, which must differ from row to row.
    pub fn sorted<K: Ord>(&self, key: impl Fn(&Row) -> K) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        rows.sort_by_key(|row| key(row));
        for pair in rows.windows(2) {
            assert!(key(pair[0]) != key(pair[1]), "{}: twice the same", pair[1].place);
        }
        rows
    }

    /// Heads a Rust file made from this one.
    pub fn head(&self, about: &str, uses: &str) -> String {
        let uses = if uses.is_empty() { String::new() } else { format!("\n{uses}\n") };
        format!(
            "//! {about}, made from `parser/catalogue/{}`.\n// Do not edit: change the text file and \
             refresh.\n{uses}",
            self.name
        )
    }
}

impl Row {
    /// Whether there is such a column.
    pub fn has(&self, column: &str) -> bool {
        self.cells.contains_key(column)
    }

    /// A cell as it stands.
    pub fn text(&self, column: &str) -> &str {
        let cell = self.cells.get(column);
        cell.unwrap_or_else(|| panic!("{}: no column {column}", self.place)).trim()
    }

    /// Entries of a cell, which `;` separates.
    pub fn list(&self, column: &str) -> Vec<&str> {
        self.text(column).split(';').map(str::trim).filter(|entry| !entry.is_empty()).collect()
    }

    /// A number, in hexadecimal after `0x`.
    pub fn number(&self, column: &str) -> u32 {
        number(self.text(column)).unwrap_or_else(|| self.fault(column))
    }

    /// The Rust of a string.
    pub fn string(&self, column: &str) -> String {
        format!("{:?}", self.text(column))
    }

    /// The Rust of a string, or of `None` where the cell is empty.
    pub fn optional_string(&self, column: &str) -> String {
        optional(self.text(column), |text| format!("{text:?}"))
    }

    /// The Rust of a list of strings.
    pub fn strings(&self, column: &str) -> String {
        let entries: Vec<String> = self.list(column).iter().map(|e| format!("{e:?}")).collect();
        format!("&[{}]", entries.join(", "))
    }

    /// The Rust of `yes` or `no`.
    pub fn yes_no(&self, column: &str) -> &'static str {
        match self.text(column) {
            "yes" => "true",
            "no" => "false",
            _ => self.fault(column),
        }
    }

    /// The Rust of `yes`, `no` or nothing.
    pub fn optional_yes_no(&self, column: &str) -> String {
        optional(self.text(column), |_| self.yes_no(column).to_owned())
    }

    /// The Rust of a word of `words`.
    pub fn word(&self, column: &str, words: &[(&str, &str)]) -> String {
        let found = words.iter().find(|(word, _)| *word == self.text(column));
        found.map_or_else(|| self.fault(column), |(_, rust)| (*rust).to_owned())
    }

    /// The Rust of a list of words of `words`.
    pub fn words(&self, column: &str, words: &[(&str, &str)]) -> Vec<String> {
        self.list(column)
            .iter()
            .map(|entry| {
                let found = words.iter().find(|(word, _)| word == entry);
                found.map_or_else(|| self.fault(column), |(_, rust)| (*rust).to_owned())
            })
            .collect()
    }

    /// Stops the test: the cell says nothing that its column may say.
    pub fn fault(&self, column: &str) -> ! {
        panic!("{}: {column} must not be {:?}", self.place, self.text(column))
    }
}

/// The number in a text, hexadecimal after `0x`.
pub fn number(text: &str) -> Option<u32> {
    match text.strip_prefix("0x") {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => text.parse().ok(),
    }
}

/// `None` where the text is empty, else `Some` of what `rust` makes of it.
pub fn optional(text: &str, rust: impl Fn(&str) -> String) -> String {
    if text.is_empty() { "None".to_owned() } else { format!("Some({})", rust(text)) }
}

/// The import of `names` from `path`, broken into lines as the formatter does it.
pub fn import(path: &str, names: &[&str]) -> String {
    const WIDTH: usize = 100;
    if let [name] = names {
        return format!("use {path}::{name};");
    }
    let line = format!("use {path}::{{{}}};", names.join(", "));
    if line.len() <= WIDTH {
        return line;
    }
    let mut out = format!("use {path}::{{\n   ");
    let mut width = 3;
    for name in names {
        if width + name.len() + 2 > WIDTH {
            out.push_str("\n   ");
            width = 3;
        }
        let _ = write!(out, " {name},");
        width += name.len() + 2;
    }
    out.push_str("\n};");
    out
}

/// Writes a table with one entry a line.
pub fn table(out: &mut String, doc: &str, name: &str, of: &str, entries: &[String]) {
    assert!(!entries.is_empty(), "{name} is empty");
    let _ = write!(out, "\n/// {doc}\n#[rustfmt::skip]\npub static {name}: &[{of}] = &[\n");
    for entry in entries {
        let _ = writeln!(out, "    {entry},");
    }
    out.push_str("];\n");
}

//! The content of the elements of DUIS documents.
//!
//! A row is a type and what it holds: `A, B` are in order, `A | B` is one of both, `?` may be absent,
//! `{1,3}` stands for a number of times, `name=Type` goes on with a type of its own (a name that is
//! a type's goes on with that type).

use crate::compare;
use crate::source::{Source, table};

struct Reader<'t> {
    place: String,
    rest: &'t str,
    types: &'t [String],
}

impl Reader<'_> {
    fn skip(&mut self, text: &str) -> bool {
        let rest = self.rest.trim_start();
        match rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn word(&mut self) -> String {
        let rest = self.rest.trim_start();
        let end =
            rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == ':')).unwrap_or(rest.len());
        assert!(end > 0, "{}: a name is missing at {rest:?}", self.place);
        self.rest = &rest[end..];
        rest[..end].to_owned()
    }

    fn occurrence(&mut self, term: &str) -> String {
        let (least, most) = if self.skip("?") {
            (0, 1)
        } else if self.skip("{") {
            let (range, rest) = self.rest.split_once('}').unwrap();
            self.rest = rest;
            let (least, most) = range.split_once(',').unwrap();
            (least.parse().unwrap(), most.parse().unwrap())
        } else {
            (1_u8, 1_u8)
        };
        assert!(least <= most && most > 0, "{}", self.place);
        format!("Particle {{ term: {term}, least: {least}, most: {most} }}")
    }

    fn particle(&mut self) -> String {
        if self.skip("(") {
            let group = self.group();
            assert!(self.skip(")"), "{}: a bracket is open", self.place);
            return self.occurrence(&group);
        }
        let name = self.word();
        let named = self.skip("=");
        let of = if named { self.word() } else { name.clone() };
        let number = self.types.iter().position(|other| *other == of);
        assert!(number.is_some() || !named, "{}: no type {of}", self.place);
        let number = number.map_or("None".to_owned(), |number| format!("Some({number})"));
        self.occurrence(&format!("Term::Element({name:?}, {number})"))
    }

    fn group(&mut self) -> String {
        let mut parts = vec![self.particle()];
        let separator = if self.rest.trim_start().starts_with('|') { "|" } else { "," };
        while self.skip(separator) {
            parts.push(self.particle());
        }
        let kind = if separator == "|" { "Choice" } else { "Sequence" };
        format!("Term::{kind}(&[{}])", parts.join(", "))
    }
}

#[test]
fn duis_content() {
    let source = Source::read("duis-content.csv");
    let types: Vec<String> = source.rows().map(|row| row.text("type").to_owned()).collect();
    let uses = "use crate::catalogue::{ContentType, Particle, Term};";
    let mut out = source.head("Contents of the elements of DUIS 5.4", uses);
    let entries: Vec<String> = source
        .rows()
        .map(|row| {
            let name = row.text("type");
            let text = row.text("content");
            let mut reader = Reader { place: name.to_owned(), rest: text, types: &types };
            let content = if text.is_empty() {
                "None".to_owned()
            } else {
                let group = reader.group();
                format!("Some({})", reader.occurrence(&group))
            };
            assert!(reader.rest.trim().is_empty(), "{name}: {:?} is left", reader.rest);
            format!("ContentType {{ name: {name:?}, content: {content} }}")
        })
        .collect();
    let doc = "Types of elements, in the order in which documents reach them.";
    table(&mut out, doc, "DUIS_CONTENT", "ContentType", &entries);
    compare("duis_content.rs", &out);
}

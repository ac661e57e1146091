//! Reading `cosem-structures.txt`: the names of the parts of COSEM values.

use crate::data_folder;

/// A value: its name, what it means where it is a leaf, and its parts.
#[derive(Clone, Debug)]
pub struct Value {
    pub name: String,
    pub meaning: Option<String>,
    /// Left out by some devices.
    pub optional: bool,
    pub parts: Parts,
}

#[derive(Clone, Debug)]
pub enum Parts {
    None,
    Array(Box<Value>),
    Structure(Vec<Value>),
}

/// Where a value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Attribute(u16, u8),
    Parameters(u16, u8),
    Returned(u16, u8),
    Selection(u8),
    /// Message code; `None` for any other.
    Alert(Option<u16>),
}

/// The lines of the file, in order.
pub fn read() -> Vec<(Place, Value)> {
    let text = std::fs::read_to_string(data_folder().join("cosem-structures.txt")).unwrap();
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (place, value) = line.split_once("  ").unwrap_or_else(|| panic!("{line}"));
            let place = self::place(place).unwrap_or_else(|| panic!("no place: {place}"));
            let mut rest = value.trim();
            let value = self::value(&mut rest);
            assert!(rest.is_empty(), "left over: {rest}");
            (place, value)
        })
        .collect()
}

fn place(text: &str) -> Option<Place> {
    let words: Vec<&str> = text.split_whitespace().collect();
    Some(match words[..] {
        ["select", selector] => Place::Selection(selector.parse().ok()?),
        ["alert", "*"] => Place::Alert(None),
        ["alert", code] => {
            Place::Alert(Some(u16::from_str_radix(code.strip_prefix("0x")?, 16).ok()?))
        }
        [class, "A", index] => Place::Attribute(class.parse().ok()?, index.parse().ok()?),
        [class, "M", index, "<"] => Place::Parameters(class.parse().ok()?, index.parse().ok()?),
        [class, "M", index, ">"] => Place::Returned(class.parse().ok()?, index.parse().ok()?),
        _ => return None,
    })
}

/// A value at the front of `rest`.
fn value(rest: &mut &str) -> Value {
    let name = word(rest);
    let optional = skip(rest, '?');
    let mut meaning = skip(rest, ':').then(|| word(rest));
    let optional = optional || skip(rest, '?');
    let parts = if skip(rest, '[') {
        let of = value(rest);
        assert!(skip(rest, ']'), "no ] before {rest}");
        Parts::Array(Box::new(of))
    } else if skip(rest, '{') {
        let mut members = vec![value(rest)];
        while skip(rest, ',') {
            members.push(value(rest));
        }
        assert!(skip(rest, '}'), "no }} before {rest}");
        Parts::Structure(members)
    } else {
        Parts::None
    };
    if name.ends_with("logical_name") {
        meaning = Some("obis".to_owned());
    }
    Value { name, meaning, optional, parts }
}

fn word(rest: &mut &str) -> String {
    let text = rest.trim_start();
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-'));
    let (word, after) = text.split_at(end.unwrap_or(text.len()));
    assert!(!word.is_empty(), "no name before {rest}");
    *rest = after;
    word.to_owned()
}

fn skip(rest: &mut &str, c: char) -> bool {
    match rest.trim_start().strip_prefix(c) {
        Some(after) => {
            *rest = after;
            true
        }
        None => false,
    }
}

impl Value {
    /// The leaves with their places, such as `entries.schedule_table_entry.index`.
    pub fn leaves(&self) -> Vec<(String, &Value)> {
        let mut leaves = Vec::new();
        self.collect("", &mut leaves);
        leaves
    }

    fn collect<'a>(&'a self, above: &str, leaves: &mut Vec<(String, &'a Value)>) {
        let path = join(above, &self.name);
        match &self.parts {
            Parts::None => leaves.push((path, self)),
            Parts::Array(of) => of.collect(&path, leaves),
            Parts::Structure(members) => {
                for member in members {
                    member.collect(&path, leaves);
                }
            }
        }
    }
}

/// A name below a place.
pub fn join(above: &str, name: &str) -> String {
    if above.is_empty() { name.to_owned() } else { format!("{above}.{name}") }
}

/// A place in the words of the mapping table, without the bounds of arrays: `entries[1..2].index`
/// is `entries.index`.
pub fn without_bounds(path: &str) -> String {
    let mut out = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let (bounds, after) = after.split_once(']').unwrap_or((after, ""));
        if !bounds.contains("..") {
            out.push_str(&format!("[{bounds}]"));
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Of the values of one place the one that has most of `paths`, the first of them if none has any.
pub fn best<'a>(values: &[&'a Value], paths: &[String]) -> Option<&'a Value> {
    let fit = |value: &Value| {
        let leaves = value.leaves();
        paths.iter().filter(|path| leaves.iter().any(|(leaf, _)| leaf == *path)).count()
    };
    let most = values.iter().map(|value| fit(value)).max()?;
    values.iter().find(|value| fit(value) == most).copied()
}

/// The values of one place, in order.
pub fn at<'a>(all: &'a [(Place, Value)], place: &Place) -> Vec<&'a Value> {
    all.iter().filter(|(other, _)| other == place).map(|(_, value)| value).collect()
}

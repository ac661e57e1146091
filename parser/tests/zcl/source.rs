//! Reads `zcl-names.txt`, `zcl-attributes.txt` and `zcl-commands.txt`. Their heads explain them.

use std::collections::BTreeMap;
use std::path::Path;

/// All three files.
pub struct Source {
    pub names: BTreeMap<String, Meaning>,
    /// By cluster id; `None` is what all clusters have.
    pub clusters: BTreeMap<Option<u16>, Cluster>,
}

#[derive(Debug)]
pub enum Meaning {
    Names(Vec<(u64, String)>),
    Bits(Vec<(u8, String)>),
    Text,
}

#[derive(Default)]
pub struct Cluster {
    pub name: String,
    /// Of the server, then of the client.
    pub attributes: [BTreeMap<u16, Attribute>; 2],
    pub commands: Vec<Command>,
}

pub struct Attribute {
    pub data_type: String,
    pub name: Name,
}

pub struct Command {
    pub to_client: Option<bool>,
    pub id: u8,
    pub name: String,
    pub steps: Vec<Step>,
}

/// What a field is called and what its values mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    pub name: String,
    pub meaning: Option<String>,
    pub unit: Option<String>,
    pub scaler: i8,
}

pub enum Step {
    Field { name: Name, data_type: String },
    Each { name: Name, data_type: String, count: Count },
    Repeat { name: String, count: Count, steps: Vec<Step> },
    When { field: String, values: Vec<u64>, negate: bool, steps: Vec<Step> },
    Optional,
    Rest { name: String },
}

pub enum Count {
    All,
    Field(String),
    Low(String),
}

pub fn read(folder: &Path) -> Source {
    let lines = |name: &str| -> Vec<String> {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        text.lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with("# ") && *line != "#")
            .map(str::to_owned)
            .collect()
    };
    let names = read_names(&lines("zcl-names.txt"));
    let mut clusters = BTreeMap::new();
    read_attributes(&lines("zcl-attributes.txt"), &mut clusters);
    let commands = lines("zcl-commands.txt");
    let mut commands = commands.iter().map(String::as_str).peekable();
    let mut cluster = None;
    while let Some(line) = commands.next() {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["cluster", id, ref name @ ..] => {
                cluster = cluster_id(id);
                clusters.entry(cluster).or_default().name = name.join(" ");
            }
            ["command", direction, id, name] => {
                let to_client = match direction {
                    "to-server" => Some(false),
                    "to-client" => Some(true),
                    "both" => None,
                    _ => panic!("no direction: {line}"),
                };
                let id = u8::from_str_radix(id, 16).unwrap();
                let steps = read_steps(&mut commands, false);
                let command = Command { to_client, id, name: name.to_owned(), steps };
                clusters.entry(cluster).or_default().commands.push(command);
            }
            _ => panic!("neither cluster nor command: {line}"),
        }
    }
    for cluster in clusters.values_mut() {
        cluster.commands.sort_by_key(|command| (command.to_client, command.id));
        let distinct = cluster
            .commands
            .windows(2)
            .all(|two| (two[0].to_client, two[0].id) != (two[1].to_client, two[1].id));
        assert!(distinct, "a command of {} stands twice", cluster.name);
    }
    Source { names, clusters }
}

fn cluster_id(text: &str) -> Option<u16> {
    (text != "general").then(|| u16::from_str_radix(text, 16).unwrap())
}

fn read_names(lines: &[String]) -> BTreeMap<String, Meaning> {
    let mut names = BTreeMap::new();
    let mut section = String::new();
    for line in lines {
        let (first, rest) = line.split_once(' ').unwrap();
        match first {
            "names" | "bits" | "text" => {
                section = rest.to_owned();
                let meaning = match first {
                    "names" => Meaning::Names(Vec::new()),
                    "bits" => Meaning::Bits(Vec::new()),
                    _ => Meaning::Text,
                };
                assert!(names.insert(section.clone(), meaning).is_none(), "{section} stands twice");
            }
            number => match names.get_mut(&section).unwrap() {
                Meaning::Names(list) => {
                    list.push((u64::from_str_radix(number, 16).unwrap(), rest.to_owned()));
                }
                Meaning::Bits(list) => list.push((number.parse().unwrap(), rest.to_owned())),
                Meaning::Text => panic!("a text section has no values: {line}"),
            },
        }
    }
    names
}

/// What stands behind name and type: a meaning, a unit, a scaler.
fn read_name(name: &str, rest: &[&str]) -> Name {
    let mut found = Name { name: name.to_owned(), ..Name::default() };
    for word in rest {
        if let Some(unit) = word.strip_prefix("unit=") {
            found.unit = Some(unit.to_owned());
        } else if let Some(scaler) = word.strip_prefix("scaler=") {
            found.scaler = scaler.parse().unwrap();
        } else {
            assert!(found.meaning.is_none(), "{name} has two meanings");
            found.meaning = Some((*word).to_owned());
        }
    }
    found
}

fn read_attributes(lines: &[String], clusters: &mut BTreeMap<Option<u16>, Cluster>) {
    let (mut cluster, mut side) = (None, 0);
    for line in lines {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["cluster", id, of] => {
                cluster = cluster_id(id);
                side = match of {
                    "server" => 0,
                    "client" => 1,
                    _ => panic!("no side: {line}"),
                };
            }
            [id, data_type, name, ref rest @ ..] => {
                let attributes = &mut clusters.entry(cluster).or_default().attributes[side];
                for (id, name) in run(id, name) {
                    let name = read_name(&name, rest);
                    let attribute = Attribute { data_type: data_type.to_owned(), name };
                    assert!(attributes.insert(id, attribute).is_none(), "{id:04X} stands twice");
                }
            }
            _ => panic!("no attribute: {line}"),
        }
    }
}

/// The attributes of a line: one, or a run.
fn run(id: &str, name: &str) -> Vec<(u16, String)> {
    let mut numbers = id.split('/').map(|number| u16::from_str_radix(number, 16).unwrap());
    let mut found = vec![(numbers.next().unwrap(), name.to_owned())];
    for step in numbers {
        found = found
            .into_iter()
            .flat_map(|(id, name)| {
                let (before, rest) = name.split_once('{').unwrap();
                let (range, after) = rest.split_once('}').unwrap();
                let (from, to) = range.split_once("..").unwrap();
                let (from, to): (u16, u16) = (from.parse().unwrap(), to.parse().unwrap());
                (from..=to)
                    .map(|n| (id + (n - from) * step, format!("{before}{n}{after}")))
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    found
}

/// The steps up to the next command or cluster, or inside a group up to its `end`.
fn read_steps<'a>(
    lines: &mut std::iter::Peekable<impl Iterator<Item = &'a str>>,
    inner: bool,
) -> Vec<Step> {
    let mut steps = Vec::new();
    while let Some(line) = lines.peek().copied() {
        let words: Vec<&str> = line.split(' ').collect();
        if matches!(words[0], "command" | "cluster") {
            assert!(!inner, "`end` is missing before: {line}");
            break;
        }
        lines.next();
        steps.push(match words[..] {
            ["end"] => {
                assert!(inner, "an `end` too many");
                return steps;
            }
            ["optional"] => Step::Optional,
            ["rest", name] => Step::Rest { name: name.to_owned() },
            ["each", name, data_type, count, ref rest @ ..] => Step::Each {
                name: read_name(name, rest),
                data_type: data_type.to_owned(),
                count: read_count(count),
            },
            ["repeat", name, count] => Step::Repeat {
                name: name.to_owned(),
                count: read_count(count),
                steps: read_steps(&mut *lines, true),
            },
            [word @ ("when" | "unless"), field, "=", ref values @ ..] => Step::When {
                field: field.to_owned(),
                values: values.iter().map(|v| u64::from_str_radix(v, 16).unwrap()).collect(),
                negate: word == "unless",
                steps: read_steps(&mut *lines, true),
            },
            [name, data_type, ref rest @ ..] => {
                Step::Field { name: read_name(name, rest), data_type: data_type.to_owned() }
            }
            _ => panic!("no step: {line}"),
        });
    }
    assert!(!inner, "`end` is missing");
    steps
}

fn read_count(text: &str) -> Count {
    match text.strip_prefix("low:") {
        Some(field) => Count::Low(field.to_owned()),
        None if text == "all" => Count::All,
        None => Count::Field(text.to_owned()),
    }
}

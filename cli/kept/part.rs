//! Parts: what a run has found of some of the devices, for `gbcheck merge`.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use gbcs_parser::EntityId;
use gbcs_parser::record::Time;
use gbcs_rules::engine::{Engine, Part};
use gbcs_rules::saved::{Damage, Reader, Writer};
use serde::{Deserialize, Serialize};

use super::{Kind, MadeWith, damaged, refused};
use crate::exit::Failure;
use crate::inputs::{Skipped, Summary};
use crate::output::Output;
use crate::pipeline::{Unfinished, Watchers};

/// A part of a run.
const PART: Kind = Kind { name: "gbcheck-part", words: "part", version: 1 };

/// Times of the first and the last record of a log of which the inputs hold a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogSpan {
    /// Of the first record.
    pub from: Time,
    /// Of the last record.
    pub to: Time,
}

impl fmt::Display for LogSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.from, self.to)
    }
}

impl FromStr for LogSpan {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        let times = text
            .split_once('/')
            .and_then(|(from, to)| Some(Self { from: Time::parse(from)?, to: Time::parse(to)? }));
        times
            .filter(|span| span.from <= span.to)
            .ok_or("a span is two times, such as 2024-03-01T00:00:00Z/2024-03-31T23:59:59Z")
    }
}

/// What the reports tell of a part besides what was found.
#[derive(Serialize, Deserialize)]
struct Head {
    part: Option<Part>,
    log_span: Option<LogSpan>,
    inputs: Vec<Summary>,
    skipped: Vec<Skipped>,
    late: u64,
}

/// Writes a part.
pub fn write(
    output: &mut Output,
    made_with: &MadeWith,
    (part, log_span): (Option<Part>, Option<LogSpan>),
    mut watchers: Watchers,
    read: &Unfinished<'_>,
) -> io::Result<()> {
    if let (Some(part), Some(pictures)) = (part, &mut watchers.pictures) {
        pictures.retain(|device| part.holds(Some(device)));
    }
    let Unfinished { engine, inputs, skipped, late, .. } = read;
    let (inputs, skipped, late) = (inputs.clone(), skipped.clone(), *late);
    output.write_all(PART.line().as_bytes())?;
    let mut writer = Writer::new(output);
    writer.value(made_with)?;
    writer.value(&Head { part, log_span, inputs, skipped, late })?;
    writer.value(&watchers)?;
    engine.save(&mut writer)
}

/// A part that is being read.
struct Opened {
    path: PathBuf,
    head: Head,
    reader: Reader<BufReader<File>>,
}

impl Opened {
    fn open(path: &Path, made_with: &MadeWith) -> Result<Self, Failure> {
        let mut reader = PART.open(path)?;
        let broken = |damage: Damage| damaged(path, PART, &damage);
        let theirs: MadeWith = reader.value().map_err(broken)?;
        if let Some(why) = theirs.differs(made_with) {
            return Err(refused(path, why));
        }
        let head = reader.value().map_err(broken)?;
        Ok(Self { path: path.to_owned(), head, reader })
    }

    /// The place among the parts, whatever the order in which they are given.
    fn key(&self) -> (Option<u32>, Option<&[u8]>) {
        let first = self.head.inputs.first().map(|input| input.path.as_bytes());
        (self.head.part.map(|part| part.number), first)
    }
}

/// What was read of all parts besides what was found.
pub struct Merged {
    /// The inputs, in order.
    pub inputs: Vec<Summary>,
    /// The files that were passed over.
    pub skipped: Vec<Skipped>,
    /// Records that came late.
    pub late: u64,
    /// What was noted of records.
    pub watchers: Watchers,
}

/// Reads parts, and gives what was found to an engine that was made with the same.
pub fn merge(
    paths: &[PathBuf],
    made_with: &MadeWith,
    timeline: Option<EntityId>,
    engine: &mut Engine<'_>,
) -> Result<Merged, Failure> {
    let opened = paths.iter().map(|path| Opened::open(path, made_with));
    let mut parts = opened.collect::<Result<Vec<_>, _>>()?;
    parts.sort_by(|a, b| a.key().cmp(&b.key()));
    let numbered = parts.iter().any(|part| part.head.part.is_some());
    let mut merged = if numbered { of_all_inputs(&parts)? } else { of_own_inputs(&parts)? };
    for Opened { path, reader, .. } in &mut parts {
        let broken = |damage: Damage| damaged(path, PART, &damage);
        let theirs: Watchers = reader.value().map_err(broken)?;
        merged.watchers.merge(theirs, timeline);
        engine.merge(reader, numbered).map_err(broken)?;
        reader.end().map_err(broken)?;
    }
    match timeline {
        Some(device) if merged.watchers.timeline.is_none() => {
            Err(Failure::Usage(format!("--timeline {device}: the parts were made without it")))
        }
        _ => Ok(merged),
    }
}

/// Parts K/N: each has read all inputs, and each number has to be there once.
fn of_all_inputs(parts: &[Opened]) -> Result<Merged, Failure> {
    let mut there: BTreeMap<u32, &Opened> = BTreeMap::new();
    let mut all = None;
    for opened in parts {
        let Some(part) = opened.head.part else {
            return Err(refused(&opened.path, "made without --part, and others with it"));
        };
        let (first, of) = *all.get_or_insert((opened, part.of));
        if part.of != of {
            let why = format!("this is part {part}, and {} is one of {of}", first.path.display());
            return Err(refused(&opened.path, why));
        }
        if let Some(other) = there.insert(part.number, opened) {
            let why = format!("part {part} is there twice: {} as well", other.path.display());
            return Err(refused(&opened.path, why));
        }
        if let Some(path) = other_input(&opened.head, &first.head) {
            let first = first.path.display();
            let why = format!("it was made of other inputs than {first}: {path} differs");
            return Err(refused(&opened.path, why));
        }
    }
    let Some((first, of)) = all else { return Ok(Merged::nothing()) };
    if let Some(missing) = (1..=of).find(|number| !there.contains_key(number)) {
        return Err(Failure::Usage(format!("part {missing}/{of} is missing")));
    }
    let Head { inputs, skipped, late, .. } = &first.head;
    Ok(Merged {
        inputs: inputs.clone(),
        skipped: skipped.clone(),
        late: *late,
        watchers: Watchers::default(),
    })
}

/// The first input, or file that was passed over, that two parts do not share.
fn other_input<'h>(mine: &'h Head, theirs: &'h Head) -> Option<&'h str> {
    first_other(&mine.inputs, &theirs.inputs, |input| &input.path)
        .or_else(|| first_other(&mine.skipped, &theirs.skipped, |file| &file.path))
}

fn first_other<'h, T: PartialEq>(
    mine: &'h [T],
    theirs: &'h [T],
    path: impl Fn(&'h T) -> &'h String,
) -> Option<&'h str> {
    let at = mine.iter().zip(theirs).take_while(|(one, other)| one == other).count();
    mine.get(at).or(theirs.get(at)).map(|other| path(other).as_str())
}

/// Parts of inputs that were split by device: no input may be in two of them.
fn of_own_inputs(parts: &[Opened]) -> Result<Merged, Failure> {
    let mut merged = Merged::nothing();
    let mut from: BTreeMap<&str, &Opened> = BTreeMap::new();
    let mut span = None;
    for opened in parts {
        let Head { log_span, inputs, skipped, late, .. } = &opened.head;
        let (first, stated) = *span.get_or_insert((opened, *log_span));
        if *log_span != stated {
            let why = format!("it was made with another --log-span than {}", first.path.display());
            return Err(refused(&opened.path, why));
        }
        for input in inputs {
            if let Some(other) = from.insert(&input.path, opened) {
                let why = format!("{} is in {} as well", input.path, other.path.display());
                return Err(refused(&opened.path, why));
            }
        }
        merged.inputs.extend(inputs.iter().cloned());
        merged.skipped.extend(skipped.iter().cloned());
        merged.late += late;
    }
    merged.inputs.sort_by(|a, b| a.path.as_bytes().cmp(b.path.as_bytes()));
    merged.skipped.sort_by(|a, b| a.path.as_bytes().cmp(b.path.as_bytes()));
    Ok(merged)
}

impl Merged {
    fn nothing() -> Self {
        let (inputs, skipped) = (Vec::new(), Vec::new());
        Self { inputs, skipped, late: 0, watchers: Watchers::default() }
    }
}

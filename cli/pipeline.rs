//! From inputs to results: records become logs, and logs are judged as they are read.

mod merge;

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::sync::Arc;

use gbcs_parser::log::Problem;
use gbcs_parser::record::{Body, Record, Time};
use gbcs_rules::engine::{Engine, LogRun};
use gbcs_rules::log::LogFacts;
use gbcs_rules::prepare::Prepare;
use gbcs_rules::profile::Profile;
use gbcs_rules::results::Results;

use crate::inputs::{self, Inputs, Skipped, Stream, Summary};
use crate::interrupt;
use crate::progress::Progress;
use crate::report::pictures::Pictures;
use crate::report::timeline::Timeline;

use merge::Merge;

/// Records that are judged at a time. Large enough to keep all threads busy, small enough to stay
/// in the caches; results do not depend on it.
static BLOCK: std::sync::LazyLock<usize> = std::sync::LazyLock::new(|| {
    std::env::var("BLK").ok().and_then(|t| t.parse().ok()).unwrap_or(4096)
});

/// What makes inputs one log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum LogScope {
    /// All inputs of the run.
    Run,
    /// The inputs directly in one folder.
    Folder,
    /// Each input by itself.
    File,
}

/// What a run has read and found.
pub struct Judged {
    /// The inputs, in order.
    pub inputs: Vec<Summary>,
    /// The files that were passed over.
    pub skipped: Vec<Skipped>,
    /// What was found.
    pub results: Results,
    /// Records that came later than the re-ordering window allows; they were judged as they came.
    pub late: u64,
    /// True where somebody ended the run before everything was read.
    pub partial: bool,
}

/// How a run is made.
pub struct Run<'r> {
    /// What is claimed, and how to judge.
    pub profile: &'r Profile,
    /// What is done to a message before it is judged.
    pub prepare: &'r dyn Prepare,
    /// What makes inputs one log, where it is not left to the inputs.
    pub scope: Option<LogScope>,
    /// Records within which those of one input are put in order.
    pub reorder_window: usize,
    /// Who is told how far it has come.
    pub progress: &'r Progress,
}

/// Those who look at each record as it is judged.
#[derive(Default)]
pub struct Watchers {
    /// The timeline of one device.
    pub timeline: Option<Timeline>,
    /// What a page draws of each device.
    pub pictures: Option<Pictures>,
}

impl Watchers {
    fn note(&mut self, record: &Record) {
        if let Some(timeline) = &mut self.timeline {
            timeline.note(record);
        }
        if let Some(pictures) = &mut self.pictures {
            pictures.note(record);
        }
    }

    fn is_anybody(&self) -> bool {
        self.timeline.is_some() || self.pictures.is_some()
    }
}

/// An input of which enough was read to tell what log it belongs to.
struct Begun {
    stream: Stream,
    /// What was read already.
    peeked: VecDeque<Result<Record, Problem>>,
}

impl Iterator for Begun {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        self.peeked.pop_front().or_else(|| self.stream.next())
    }
}

/// What an input is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Its records carry time; the first has this one.
    Timed(Time),
    /// It has one record, without time, or none.
    Single,
    /// It has several records, without time.
    Several,
}

/// Reads all inputs and judges them. `trouble` is told of each problem as it is met.
pub fn run(
    mut inputs: Inputs,
    run: &Run<'_>,
    watchers: &mut Watchers,
    trouble: &mut dyn FnMut(String),
) -> Judged {
    let mut reading = Reading {
        engine: Engine::new(run.profile, run.prepare),
        watchers,
        trouble,
        progress: run.progress,
        late: 0,
    };
    let mut timed = Merge::new(run.reorder_window);
    let mut folders: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    let mut grouped: BTreeMap<String, Merge> = BTreeMap::new();
    while let Some(stream) = inputs.open_next() {
        let (kind, mut begun) = begin(stream);
        match (run.scope, kind) {
            (None, Kind::Timed(first)) => timed.add(begun, Some(first)),
            (Some(LogScope::Run), kind) => timed.add(begun, kind.time()),
            (Some(LogScope::Folder), kind) => {
                let folder = folder(begun.stream.path());
                let merge = || Merge::new(run.reorder_window);
                grouped.entry(folder).or_insert_with(merge).add(begun, kind.time());
            }
            (None, Kind::Single) => {
                let folder = folder(begun.stream.path());
                let path = begun.stream.path().to_owned();
                for item in &mut begun {
                    match item {
                        Ok(record) => folders.entry(folder.clone()).or_default().push(record),
                        Err(problem) => reading.problem(&path, &problem),
                    }
                }
                inputs.finish(begun.stream);
            }
            (None, Kind::Several) | (Some(LogScope::File), _) => {
                let mut alone = Merge::new(run.reorder_window);
                alone.add(begun, kind.time());
                reading.log(&mut inputs, alone);
            }
        }
    }
    for records in folders.into_values() {
        reading.folder(&records);
    }
    for log in grouped.into_values().chain([timed]) {
        reading.log(&mut inputs, log);
    }
    let Reading { engine, late, .. } = reading;
    let partial = interrupt::asked();
    let summaries: Vec<Summary> = inputs.summaries().into_iter().cloned().collect();
    let paths: Vec<Arc<str>> = summaries.iter().map(|input| input.path.as_str().into()).collect();
    Judged {
        results: engine.finish(&paths),
        skipped: inputs.skipped().to_vec(),
        inputs: summaries,
        late,
        partial,
    }
}

impl Kind {
    fn time(self) -> Option<Time> {
        match self {
            Self::Timed(time) => Some(time),
            Self::Single | Self::Several => None,
        }
    }
}

/// The folder that an input lies in.
fn folder(path: &str) -> String {
    Path::new(path).parent().unwrap_or(Path::new("")).to_string_lossy().into_owned()
}

/// Reads so much of an input that it is known what it is like.
fn begin(mut stream: Stream) -> (Kind, Begun) {
    let mut peeked = VecDeque::new();
    let mut without_time = 0;
    let kind = loop {
        let Some(item) = stream.next() else { break Kind::Single };
        let time = match &item {
            Ok(Record { body: Body::Log(_), .. }) | Err(_) => None,
            Ok(Record { time: Some(time), .. }) => Some(*time),
            Ok(_) => {
                without_time += 1;
                None
            }
        };
        peeked.push_back(item);
        match time {
            Some(time) => break Kind::Timed(time),
            None if without_time > 1 => break Kind::Several,
            None => {}
        }
    };
    (kind, Begun { stream, peeked })
}

/// What goes on while inputs are read.
struct Reading<'r> {
    engine: Engine<'r>,
    watchers: &'r mut Watchers,
    trouble: &'r mut dyn FnMut(String),
    progress: &'r Progress,
    late: u64,
}

impl Reading<'_> {
    fn problem(&mut self, path: &str, problem: &Problem) {
        if !problem.is_note() {
            (self.trouble)(inputs::cite(path, problem));
        }
    }

    /// Judges the one-message files of a folder: they have no order among each other.
    fn folder(&mut self, records: &[Record]) {
        let facts = LogFacts { ordered: records.len() == 1, ..LogFacts::default() };
        let mut log = self.engine.begin(facts);
        for block in records.chunks(*BLOCK) {
            judge(&mut log, block, self.watchers);
            self.progress.tick(block.len());
        }
        end(log);
    }

    /// Judges a log that is merged from inputs.
    fn log(&mut self, inputs: &mut Inputs, mut merge: Merge) {
        if merge.is_empty() {
            return;
        }
        let timed = merge.is_timed();
        let ordered = timed || merge.is_one_input();
        let mut log = self.engine.begin(LogFacts { ordered, timed, ..LogFacts::default() });
        let mut block = Vec::with_capacity(*BLOCK);
        let mut next = Vec::with_capacity(*BLOCK);
        let mut problems = Vec::new();
        // The heads of all inputs come first.
        merge.heads(&mut block);
        merge.fill(inputs, &mut block, *BLOCK, &mut problems);
        while !block.is_empty() {
            let watchers = &mut *self.watchers;
            // While a block is judged the next one is read.
            rayon::join(
                || judge(&mut log, &block, watchers),
                || merge.fill(inputs, &mut next, *BLOCK, &mut problems),
            );
            self.progress.tick(block.len());
            for problem in problems.drain(..) {
                (self.trouble)(problem);
            }
            std::mem::swap(&mut block, &mut next);
            next.clear();
        }
        for problem in problems.drain(..) {
            (self.trouble)(problem);
        }
        self.late += merge.late();
        end(log);
    }
}

/// Ends a log, which after an interrupt is no whole one, whatever it states.
fn end(mut log: LogRun<'_, '_>) {
    if interrupt::asked() {
        log.cut_short();
    }
    log.end();
}

fn judge(log: &mut LogRun<'_, '_>, block: &[Record], watchers: &mut Watchers) {
    if watchers.is_anybody() {
        block.iter().for_each(|record| watchers.note(record));
    }
    log.judge(block);
}

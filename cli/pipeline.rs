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
use crate::report::timeline::Timeline;

use merge::Merge;

/// Records that are judged at a time. Large enough to keep all threads busy, small enough to stay
/// in the caches; results do not depend on it.
const BLOCK: usize = 4096;

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
    timeline: Option<&mut Timeline>,
    trouble: &mut dyn FnMut(String),
) -> Judged {
    let mut reading =
        Reading { engine: Engine::new(run.profile, run.prepare), timeline, trouble, late: 0 };
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
    let summaries: Vec<Summary> = inputs.summaries().into_iter().cloned().collect();
    let paths: Vec<Arc<str>> = summaries.iter().map(|input| input.path.as_str().into()).collect();
    Judged {
        results: engine.finish(&paths),
        skipped: inputs.skipped().to_vec(),
        inputs: summaries,
        late,
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
    timeline: Option<&'r mut Timeline>,
    trouble: &'r mut dyn FnMut(String),
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
        for block in records.chunks(BLOCK) {
            judge(&mut log, block, self.timeline.as_deref_mut());
        }
        log.end();
    }

    /// Judges a log that is merged from inputs.
    fn log(&mut self, inputs: &mut Inputs, mut merge: Merge) {
        if merge.is_empty() {
            return;
        }
        let timed = merge.is_timed();
        let ordered = timed || merge.is_one_input();
        let mut log = self.engine.begin(LogFacts { ordered, timed, ..LogFacts::default() });
        let mut block = Vec::with_capacity(BLOCK);
        let mut next = Vec::with_capacity(BLOCK);
        let mut problems = Vec::new();
        // The heads of all inputs come first.
        merge.heads(&mut block);
        merge.fill(inputs, &mut block, BLOCK, &mut problems);
        while !block.is_empty() {
            let timeline = self.timeline.as_deref_mut();
            // While a block is judged the next one is read.
            rayon::join(
                || judge(&mut log, &block, timeline),
                || merge.fill(inputs, &mut next, BLOCK, &mut problems),
            );
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
        log.end();
    }
}

fn judge(log: &mut LogRun<'_, '_>, block: &[Record], timeline: Option<&mut Timeline>) {
    if let Some(timeline) = timeline {
        block.iter().for_each(|record| timeline.note(record));
    }
    log.judge(block);
}

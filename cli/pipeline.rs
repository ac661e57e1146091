//! From inputs to results: records become logs, and logs are judged as they are read.

mod merge;

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::sync::Arc;

use gbcs_parser::EntityId;
use gbcs_parser::log::Problem;
use gbcs_parser::record::{Body, Record, Time};
use gbcs_rules::engine::{Engine, LogRun, Part};
use gbcs_rules::log::LogFacts;
use gbcs_rules::prepare::Prepare;
use gbcs_rules::profile::Profile;
use gbcs_rules::results::Results;
use serde::{Deserialize, Serialize};

use crate::exit::Failure;
use crate::inputs::{self, Inputs, Skipped, Stream, Summary};
use crate::interrupt;
use crate::kept::checkpoint::Checkpoint;
use crate::kept::part::LogSpan;
use crate::progress::Progress;
use crate::report::pictures::Pictures;
use crate::report::timeline::Timeline;

use merge::Merge;

/// Records that are judged at a time, for each thread. Large enough that threads seldom wait for each
/// other at the end of a block, small enough that two blocks are little memory; results do not depend
/// on it.
const BLOCK_OF_A_THREAD: usize = 1024;

/// The same where checkpoints are written: they stand between blocks, and one that is due should not wait
/// for many records.
const BLOCK_OF_A_CHECKPOINT: usize = 256;

/// Threads for which a block is made larger: with any number its memory has a bound.
const MAX_THREADS_OF_A_BLOCK: usize = 16;

/// Heads in front of the first record of an input, of which a log has one: what has more is not read
/// on to find a time.
const MAX_HEADS: usize = 1024;

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

/// A run whose inputs are read, and whose devices are judged: what concerns all devices is still to
/// be told.
pub struct Unfinished<'p> {
    /// What was found.
    pub engine: Engine<'p>,
    /// The inputs, in order.
    pub inputs: Vec<Summary>,
    /// The files that were passed over.
    pub skipped: Vec<Skipped>,
    /// Records that came later than the re-ordering window allows.
    pub late: u64,
    /// True where somebody ended the run before everything was read.
    pub partial: bool,
}

impl Unfinished<'_> {
    /// Ends the run.
    pub fn finish(self) -> Judged {
        let Self { engine, inputs, skipped, late, partial } = self;
        let paths: Vec<Arc<str>> = inputs.iter().map(|input| input.path.as_str().into()).collect();
        Judged { results: engine.finish(&paths), inputs, skipped, late, partial }
    }
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
    /// The devices that are judged, where these are not all.
    pub part: Option<Part>,
    /// When the log begins and ends, where the inputs hold a part of it.
    pub log_span: Option<LogSpan>,
    /// Who is told how far it has come.
    pub progress: &'r Progress,
}

/// Those who look at each record as it is judged.
#[derive(Default, Serialize, Deserialize)]
pub struct Watchers {
    /// The timeline of one device.
    pub timeline: Option<Timeline>,
    /// What a page draws of each device.
    pub pictures: Option<Pictures>,
}

impl Watchers {
    /// Takes over what was noted of other devices, and the timeline of `device`.
    pub fn merge(&mut self, other: Self, device: Option<EntityId>) {
        let theirs = other.timeline.filter(|timeline| Some(timeline.device) == device);
        self.timeline = match (self.timeline.take(), theirs) {
            // In parts of other devices it has no lines.
            (Some(mine), Some(theirs)) if theirs.is_empty() => Some(mine),
            (mine, theirs) => theirs.or(mine),
        };
        match (&mut self.pictures, other.pictures) {
            (Some(mine), Some(theirs)) => mine.merge(theirs),
            (mine, theirs) => *mine = mine.take().or(theirs),
        }
    }

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
    peeked: VecDeque<Record>,
    /// Problems that were told when it was opened.
    told: u64,
    /// Of an input that was closed and opened again, those of them that are still to come again.
    again: u64,
}

impl Iterator for Begun {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(record) = self.peeked.pop_front() {
            return Some(Ok(record));
        }
        loop {
            let item = self.stream.next();
            if self.again == 0 || !matches!(item, Some(Err(_))) {
                return item;
            }
            self.again -= 1;
        }
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
pub fn run<'r>(
    mut inputs: Inputs,
    run: &Run<'r>,
    watchers: &mut Watchers,
    checkpoint: Option<&mut Checkpoint>,
    trouble: Trouble,
) -> Result<Unfinished<'r>, Failure> {
    let mut reading = Reading {
        engine: Engine::new(run.profile, run.prepare).only(run.part),
        log_span: run.log_span,
        watchers,
        checkpoint,
        trouble,
        progress: run.progress,
        late: 0,
        whole: true,
    };
    let mut timed = Merge::new(run.reorder_window);
    let mut folders: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    let mut grouped: BTreeMap<String, Merge> = BTreeMap::new();
    while let Some(stream) = inputs.open_next() {
        let (kind, mut begun) = begin(stream, trouble);
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
                        Err(problem) => tell(trouble, &path, &problem),
                    }
                }
                inputs.finish(begun.stream);
            }
            (None, Kind::Several) | (Some(LogScope::File), _) => {
                let mut alone = Merge::new(run.reorder_window);
                alone.add(begun, kind.time());
                reading.log(&mut inputs, alone)?;
            }
        }
    }
    for records in folders.into_values() {
        reading.folder(records)?;
    }
    for log in grouped.into_values().chain([timed]) {
        reading.log(&mut inputs, log)?;
    }
    let partial = interrupt::asked();
    let Reading { engine, late, checkpoint, .. } = reading;
    if let Some(checkpoint) = checkpoint.filter(|_| !partial) {
        checkpoint.finish()?;
    }
    let summaries: Vec<Summary> = inputs.summaries().into_iter().cloned().collect();
    let skipped = inputs.skipped().to_vec();
    Ok(Unfinished { engine, skipped, inputs: summaries, late, partial })
}

impl Kind {
    fn time(self) -> Option<Time> {
        match self {
            Self::Timed(time) => Some(time),
            Self::Single | Self::Several => None,
        }
    }
}

/// Tells a problem of an input, unless it is no more than a note.
fn tell(trouble: Trouble, path: &str, problem: &Problem) {
    if !problem.is_note() {
        trouble(&inputs::cite(path, problem));
    }
}

/// The folder that an input lies in.
fn folder(path: &str) -> String {
    Path::new(path).parent().unwrap_or(Path::new("")).to_string_lossy().into_owned()
}

/// Reads so much of an input that it is known what it is like. What cannot be read on the way is told
/// and not kept: there may be nothing else.
fn begin(mut stream: Stream, trouble: Trouble) -> (Kind, Begun) {
    let mut peeked = VecDeque::new();
    let (mut without_time, mut told) = (0, 0);
    let kind = loop {
        let record = match stream.next() {
            None => break Kind::Single,
            Some(Ok(record)) => record,
            Some(Err(problem)) => {
                tell(trouble, stream.path(), &problem);
                told += 1;
                continue;
            }
        };
        let time = record.time.filter(|_| !matches!(record.body, Body::Log(_)));
        without_time += usize::from(time.is_none() && !matches!(record.body, Body::Log(_)));
        peeked.push_back(record);
        match time {
            Some(time) => break Kind::Timed(time),
            None if without_time > 1 || peeked.len() > MAX_HEADS => break Kind::Several,
            None => {}
        }
    };
    (kind, Begun { stream, peeked, told, again: 0 })
}

/// What goes on while inputs are read.
struct Reading<'r, 'c> {
    engine: Engine<'r>,
    watchers: &'c mut Watchers,
    checkpoint: Option<&'c mut Checkpoint>,
    trouble: Trouble,
    progress: &'c Progress,
    late: u64,
    log_span: Option<LogSpan>,
    /// True while every log was read as far as it goes: nothing of an interrupt is in the results.
    whole: bool,
}

/// What gives the records of a log, a block at a time; an empty block is its end.
type Fill<'f> = dyn FnMut(&mut Vec<Record>) + Send + 'f;

/// Who is told of a problem of an input, on any thread.
pub type Trouble = fn(&str);

impl Reading<'_, '_> {
    /// Judges the one-message files of a folder: they have no order among each other.
    fn folder(&mut self, records: Vec<Record>) -> Result<(), Failure> {
        let facts = LogFacts { ordered: records.len() == 1, ..LogFacts::default() };
        let mut records = records.into_iter();
        let size = self.block_size();
        self.one_log(facts, &mut |block| block.extend(records.by_ref().take(size)))
    }

    /// Records that are judged at a time.
    fn block_size(&self) -> usize {
        let is_kept = self.checkpoint.is_some();
        let of_a_thread = if is_kept { BLOCK_OF_A_CHECKPOINT } else { BLOCK_OF_A_THREAD };
        of_a_thread * rayon::current_num_threads().clamp(1, MAX_THREADS_OF_A_BLOCK)
    }

    /// Judges a log that is merged from inputs.
    fn log(&mut self, inputs: &mut Inputs, mut merge: Merge) -> Result<(), Failure> {
        if merge.is_empty() {
            return Ok(());
        }
        let timed = merge.is_timed();
        let ordered = timed || merge.is_one_input();
        let span = self.log_span.filter(|_| timed);
        let (start, end) = (span.map(|span| span.from), span.map(|span| span.to));
        let facts = LogFacts { ordered, timed, start, end, ..LogFacts::default() };
        let (trouble, size) = (self.trouble, self.block_size());
        self.one_log(facts, &mut |block| {
            // The heads of all inputs come first.
            merge.heads(block);
            merge.fill(inputs, block, size, trouble);
        })?;
        self.late += merge.late();
        Ok(())
    }

    /// Judges a log, or what is left of it where the run is continued.
    fn one_log(&mut self, facts: LogFacts, fill: &mut Fill<'_>) -> Result<(), Failure> {
        let mut blocks = Blocks::new(fill);
        blocks.read();
        if self.whole && interrupt::asked() {
            // The log does not begin: what there is is of those before it.
            if let Some(checkpoint) = &mut self.checkpoint {
                checkpoint.write(self.watchers, |to| self.engine.save(to));
            }
            self.whole = false;
        }
        let judged = match &mut self.checkpoint {
            None => None,
            Some(checkpoint) => checkpoint.begin(&mut self.engine, self.watchers)?,
        };
        if let Some(judged) = judged
            && self.pass_over(judged, &mut blocks)? == Left::LogEnded
        {
            return Ok(());
        }
        let Self { engine, watchers, checkpoint, progress, whole, .. } = self;
        let mut log = match checkpoint {
            Some(checkpoint) if judged.is_some() => checkpoint.go_on(engine, watchers)?,
            _ => engine.begin(facts),
        };
        while !blocks.block.is_empty() {
            let Blocks { fill, block, next } = &mut blocks;
            // While a block is judged the next one is read.
            rayon::join(
                || judge(&mut log, block, watchers),
                || {
                    // On the thread that reads, which most of the time has read it: the allocator takes
                    // back what its own thread had faster.
                    next.clear();
                    fill(next);
                    if let Some(checkpoint) = checkpoint {
                        checkpoint.pass(block);
                    }
                },
            );
            progress.tick(block.len());
            let interrupted = interrupt::asked();
            if let Some(checkpoint) = checkpoint
                && *whole
                && (interrupted || checkpoint.is_due())
            {
                checkpoint.write(watchers, |to| log.save(to));
            }
            // What was read after an interrupt may lack some of its records, and is kept nowhere.
            *whole &= !interrupted;
            blocks.turn();
        }
        if !*whole {
            // It is no whole log, whatever it states.
            log.cut_short();
        }
        log.end();
        if let Some(checkpoint) = checkpoint {
            checkpoint.end();
        }
        Ok(())
    }

    /// Passes over the records of a log that were judged before the run was left.
    fn pass_over(&mut self, judged: u64, blocks: &mut Blocks<'_, '_>) -> Result<Left, Failure> {
        let Self { engine, checkpoint, progress, .. } = self;
        let Some(checkpoint) = checkpoint else { return Ok(Left::Passed) };
        let left = blocks.pass_over(judged, &mut |records| {
            engine.pass_over(records);
            checkpoint.pass(records);
            progress.tick(records.len());
        });
        if interrupt::asked() {
            return Err(checkpoint.not_reached());
        }
        if left == Left::LogEnded {
            checkpoint.end();
        }
        Ok(left)
    }
}

/// The records of a log, a block at a time.
struct Blocks<'b, 'f> {
    fill: &'b mut Fill<'f>,
    /// The block that is to be judged; empty at the end of the log.
    block: Vec<Record>,
    next: Vec<Record>,
}

/// Where a log stands behind what was passed over of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// It had no more records than that.
    LogEnded,
    /// All that was to be passed over is.
    Passed,
}

impl<'b, 'f> Blocks<'b, 'f> {
    fn new(fill: &'b mut Fill<'f>) -> Self {
        Self { fill, block: Vec::new(), next: Vec::new() }
    }

    /// Reads the first block.
    fn read(&mut self) {
        (self.fill)(&mut self.block);
    }

    /// The next block takes the place of the one that was judged, which is read over.
    fn turn(&mut self) {
        std::mem::swap(&mut self.block, &mut self.next);
    }

    /// Gives `count` records to `pass`, and keeps those behind them.
    fn pass_over(&mut self, mut count: u64, pass: &mut dyn FnMut(&[Record])) -> Left {
        loop {
            let passed = self.block.len().min(usize::try_from(count).unwrap_or(usize::MAX));
            pass(self.block.get(..passed).unwrap_or_default());
            count -= passed as u64;
            if count == 0 {
                self.block.drain(..passed);
                if self.block.is_empty() {
                    (self.fill)(&mut self.block);
                }
                return Left::Passed;
            }
            self.block.clear();
            (self.fill)(&mut self.block);
            if self.block.is_empty() {
                return Left::LogEnded;
            }
        }
    }
}

fn judge(log: &mut LogRun<'_, '_>, block: &[Record], watchers: &mut Watchers) {
    if watchers.is_anybody() {
        block.iter().for_each(|record| watchers.note(record));
    }
    log.judge(block);
}

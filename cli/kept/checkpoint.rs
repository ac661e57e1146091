//! Checkpoints: how far a run has come, and what it has made of it, so that it can be continued.
//!
//! Nothing of the readers is kept. A run that continues reads its inputs from their beginning, passes
//! over the records that were judged, and makes sure that they are the same. A checkpoint is written
//! between blocks into a file beside its own, which then takes its name: whenever the program is
//! killed, the last whole one is there.

use std::fs::{self, File};
use std::io::{BufReader, Write as _};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use gbcs_parser::record::Record;
use gbcs_rules::engine::{Engine, LogRun};
use gbcs_rules::saved::{Damage, Reader, Writer, octets};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{CHECKPOINT, MadeWith, damaged, refused};
use crate::exit::{Failure, complain};
use crate::output::Output;
use crate::pipeline::Watchers;

/// A place in a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Point {
    /// Logs that have ended.
    logs: u64,
    /// Records of the log behind them that were judged; `None` where it has not begun.
    records: Option<u64>,
    /// Each judged record with the hash of those before it.
    hash: [u8; 32],
}

impl Point {
    fn pass(&mut self, records: &[Record]) {
        for record in records {
            let mut hash = Sha256::new();
            hash.update(self.hash);
            // What is no record's octets gives a hash of none, and a run that is not continued.
            hash.update(octets(record).unwrap_or_default());
            self.hash = hash.finalize().into();
        }
        if let Some(judged) = &mut self.records {
            *judged += records.len() as u64;
        }
    }
}

/// The checkpoints of a run.
pub struct Checkpoint {
    path: PathBuf,
    every: Duration,
    made_with: MadeWith,
    here: Point,
    last: Instant,
    /// Where the run was left, until it has come there again.
    left: Option<(Point, Reader<BufReader<File>>)>,
    quiet: bool,
}

impl Checkpoint {
    /// Begins a run, or continues the one whose checkpoint is there.
    pub fn open(
        path: PathBuf,
        every: Duration,
        made_with: MadeWith,
        quiet: bool,
    ) -> Result<Self, Failure> {
        let left = match fs::exists(&path) {
            Ok(true) => {
                let mut reader = CHECKPOINT.open(&path)?;
                let broken = |damage: Damage| damaged(&path, CHECKPOINT, &damage);
                let theirs: MadeWith = reader.value().map_err(broken)?;
                if let Some(why) = theirs.differs(&made_with) {
                    return Err(refused(&path, why));
                }
                let point: Point = reader.value().map_err(broken)?;
                Some((point, reader))
            }
            Ok(false) => None,
            Err(error) => return Err(Failure::file(&path, error)),
        };
        let (here, last) = (Point::default(), Instant::now());
        Ok(Self { path, every, made_with, here, last, left, quiet })
    }

    fn damaged(&self, damage: &Damage) -> Failure {
        damaged(&self.path, CHECKPOINT, damage)
    }

    fn changed(&self) -> Failure {
        refused(&self.path, "the inputs are not those that the checkpoint was made of")
    }

    /// An interrupt came before the place at which the run was left.
    pub fn not_reached(&self) -> Failure {
        refused(&self.path, "interrupted before the run came to where it was left")
    }

    /// A log begins. Gives the number of its records that were judged before the run was left:
    /// `u64::MAX` where it was judged to its end, `None` where it is to be judged from its beginning.
    pub fn begin(
        &mut self,
        engine: &mut Engine<'_>,
        watchers: &mut Watchers,
    ) -> Result<Option<u64>, Failure> {
        self.here.records = Some(0);
        let Some((point, _)) = &self.left else { return Ok(None) };
        if point.logs > self.here.logs {
            return Ok(Some(u64::MAX));
        }
        if let Some(judged) = point.records {
            return Ok(Some(judged));
        }
        self.arrive(engine, watchers)?.end().map_err(|damage| self.damaged(&damage))?;
        Ok(None)
    }

    /// Notes records that were judged.
    pub fn pass(&mut self, records: &[Record]) {
        self.here.pass(records);
    }

    /// A log has ended.
    pub fn end(&mut self) {
        self.here.records = None;
        self.here.logs += 1;
    }

    /// The place was reached at which the run was left in the middle of a log: goes on with it.
    pub fn go_on<'e, 'p>(
        &mut self,
        engine: &'e mut Engine<'p>,
        watchers: &mut Watchers,
    ) -> Result<LogRun<'e, 'p>, Failure> {
        let mut reader = self.arrive(engine, watchers)?;
        let log = engine.go_on(&mut reader).map_err(|damage| self.damaged(&damage))?;
        reader.end().map_err(|damage| self.damaged(&damage))?;
        Ok(log)
    }

    fn arrive(
        &mut self,
        engine: &mut Engine<'_>,
        watchers: &mut Watchers,
    ) -> Result<Reader<BufReader<File>>, Failure> {
        let Some((point, mut reader)) = self.left.take() else { return Err(self.changed()) };
        // What was counted by this run is counted from the beginning of the log in the other.
        let reached = Point { records: point.records, ..self.here.clone() };
        if reached != point {
            return Err(self.changed());
        }
        *watchers = reader.value().map_err(|damage| self.damaged(&damage))?;
        engine.load(&mut reader).map_err(|damage| self.damaged(&damage))?;
        self.last = Instant::now();
        if !self.quiet {
            complain(&format_args!("{}: the run is continued from here", self.path.display()));
        }
        Ok(reader)
    }

    /// The inputs were read to their end.
    pub fn finish(&self) -> Result<(), Failure> {
        if self.left.is_some() { Err(self.changed()) } else { Ok(()) }
    }

    /// True where it is time for another.
    pub fn is_due(&self) -> bool {
        self.left.is_none() && self.last.elapsed() >= self.every
    }

    /// Writes where the run is; `state` writes what was made of its records. What cannot be written
    /// is told, and the run goes on: it is worth more than its checkpoint.
    pub fn write(
        &mut self,
        watchers: &Watchers,
        state: impl FnOnce(&mut Writer<&mut Output>) -> std::io::Result<()>,
    ) {
        if self.left.is_some() {
            // The one that is there has come further.
            return;
        }
        if let Err(error) = self.try_write(watchers, state) {
            complain(&format_args!("the checkpoint could not be written: {error}"));
        }
        self.last = Instant::now();
    }

    fn try_write(
        &self,
        watchers: &Watchers,
        state: impl FnOnce(&mut Writer<&mut Output>) -> std::io::Result<()>,
    ) -> Result<(), Failure> {
        let mut output = Output::open(Some(&self.path))?;
        output.write_all(CHECKPOINT.line().as_bytes())?;
        let mut writer = Writer::new(&mut output);
        writer.value(&self.made_with)?;
        writer.value(&self.here)?;
        writer.value(watchers)?;
        state(&mut writer)?;
        output.finish()
    }

    /// The run is whole and told: there is nothing to continue.
    pub fn remove(&self) -> Result<(), Failure> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(Failure::file(&self.path, error))
            }
            _ => Ok(()),
        }
    }
}

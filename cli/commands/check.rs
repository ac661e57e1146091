//! `gbcheck check`: judges messages and logs.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use gbcs_rules::engine::Part;
use gbcs_rules::profile::Profile;
use rayon::ThreadPool;

use super::reporting::{Reporting, Seen};
use super::shape::Shape;
use crate::config;
use crate::exit::{Exit, Failure, complain};
use crate::inputs::{self, Inputs};
use crate::interrupt;
use crate::kept::MadeWith;
use crate::kept::checkpoint::Checkpoint;
use crate::kept::part::{self, LogSpan};
use crate::keys::Protect;
use crate::options::Common;
use crate::output::{Output, spare_inputs};
use crate::pipeline::{self, Unfinished, Watchers};
use crate::progress::Progress;
use crate::report::gallery::Gallery;
use crate::report::pictures::Pictures;
use crate::report::timeline::Timeline;

/// Arguments of `gbcheck check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH", default_value = "-")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub shape: Shape,
    #[command(flatten)]
    pub kept: Kept,
}

/// Options of long runs, and of runs that are a part of one.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Long and partitioned runs")]
pub struct Kept {
    /// Keep how far the run has come in FILE, and continue it where FILE is there
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Option<PathBuf>,
    /// Seconds between two checkpoints; 0 writes one after every block of records
    #[arg(long, value_name = "SECONDS", default_value_t = 60, requires = "checkpoint")]
    pub checkpoint_every: u64,
    /// Judge a part of the devices: write FILE for `gbcheck merge` instead of a report
    #[arg(long, value_name = "FILE", conflicts_with_all = ["report", "write_baseline"])]
    pub partial: Option<PathBuf>,
    /// Judge part K of N of the devices alone; the inputs are those of all devices
    #[arg(long, value_name = "K/N", requires = "partial")]
    pub part: Option<Part>,
    /// Times of the first and last record of the whole log, where the inputs hold a part of it
    #[arg(long, value_name = "FROM/TO", requires = "partial", conflicts_with = "part")]
    pub log_span: Option<LogSpan>,
}

/// Runs `gbcheck check`.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    match &args.kept.partial {
        Some(path) => partial(args, common, path),
        None => whole(args, common),
    }
}

/// Judges all devices, and reports.
fn whole(args: &Args, common: &Common) -> Result<Exit, Failure> {
    let running = Running::new(args, common)?;
    let reporting = Reporting::open(&args.shape, common, &args.paths)?;
    let mut checkpoint = running.checkpoint(reporting.page)?;
    let options = running.input_options()?;
    let protect = running.protect()?;
    let mut watchers = running.watchers(reporting.page);
    let read = running.read(options.clone(), &protect, &mut watchers, checkpoint.as_mut())?;
    let judged = read.finish();
    let gallery = reporting.page.then(|| Gallery::collect(options, &judged.results.findings));
    let interrupted = judged.partial;
    let seen = Seen { judged, protect, watchers, gallery };
    let Running { profile, config_sha256, progress, .. } = running;
    let exit = reporting.write(&args.shape, &profile, config_sha256, &seen, &progress)?;
    if let Some(checkpoint) = checkpoint.filter(|_| !interrupted) {
        checkpoint.remove()?;
    }
    Ok(exit)
}

/// Judges a part of the devices, and writes what `gbcheck merge` makes a report of. What was found is
/// for that to tell: the exit code here says whether the part is whole.
fn partial(args: &Args, common: &Common, path: &Path) -> Result<Exit, Failure> {
    if common.output.is_some() {
        return Err(Failure::Usage("--output is for a report, and --partial writes none".into()));
    }
    let running = Running::new(args, common)?;
    spare_inputs(&args.paths, [path])?;
    let mut output = Output::open(Some(path))?;
    // Which reports will be wanted is not known here, so that what a page draws is kept as well.
    let mut checkpoint = running.checkpoint(true)?;
    let protect = running.protect()?;
    let mut watchers = running.watchers(true);
    let options = running.input_options()?;
    let read = running.read(options, &protect, &mut watchers, checkpoint.as_mut())?;
    if read.partial {
        complain(&format_args!("{}: interrupted; no part is written", path.display()));
        return Ok(Exit::Interrupted);
    }
    let Kept { part, log_span, .. } = args.kept;
    part::write(&mut output, &running.made_with(), (part, log_span), watchers, &read)?;
    output.finish()?;
    running.progress.finish(&format!("part in {}", path.display()));
    if let Some(checkpoint) = checkpoint {
        checkpoint.remove()?;
    }
    Ok(Exit::Good)
}

/// A run of `check`, whole or a part.
struct Running<'a> {
    args: &'a Args,
    common: &'a Common,
    files: Vec<PathBuf>,
    profile: Profile,
    config_sha256: Option<String>,
    progress: Arc<Progress>,
    pool: ThreadPool,
}

impl<'a> Running<'a> {
    fn new(args: &'a Args, common: &'a Common) -> Result<Self, Failure> {
        let files = args.shape.config_files(common);
        let profile = args.shape.profile(common, &files)?;
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(common.jobs.map_or(0, std::num::NonZeroUsize::get))
            .build()
            .map_err(|error| Failure::Usage(format!("--jobs: {error}")))?;
        let config_sha256 = config::sha256(&files)?;
        let progress = Arc::new(Progress::new(common));
        Ok(Self { args, common, files, profile, config_sha256, progress, pool })
    }

    fn made_with(&self) -> MadeWith {
        MadeWith::of(&self.args.shape, self.common, self.config_sha256.clone())
    }

    /// The checkpoints of the run, where some are asked for; `page` says whether something will be
    /// drawn.
    fn checkpoint(&self, page: bool) -> Result<Option<Checkpoint>, Failure> {
        let Kept { checkpoint, checkpoint_every, partial, part, log_span } = &self.args.kept;
        let Some(path) = checkpoint else { return Ok(None) };
        let mut made_with = self.made_with();
        for (name, value) in [
            ("timeline", self.args.shape.timeline.map(|device| device.to_string())),
            ("format html", (page && partial.is_none()).then(|| "wanted".to_owned())),
            ("partial", partial.as_ref().map(|_| "wanted".to_owned())),
            ("part", part.map(|part| part.to_string())),
            ("log-span", log_span.map(|span| span.to_string())),
        ] {
            made_with.add(name, value);
        }
        let every = Duration::from_secs(*checkpoint_every);
        Checkpoint::open(path.clone(), every, made_with, self.common.quiet).map(Some)
    }

    fn input_options(&self) -> Result<inputs::Options, Failure> {
        let Shape { limits, expect_from_names, .. } = &self.args.shape;
        Ok(inputs::Options {
            expect_from_names: *expect_from_names,
            own: self.args.kept.checkpoint.clone(),
            progress: Some(Arc::clone(&self.progress)),
            ..inputs::Options::new(self.common, limits, &self.files)?
        })
    }

    /// The keys. Interrupts are watched from here on.
    fn protect(&self) -> Result<Protect, Failure> {
        interrupt::watch();
        self.pool.install(|| Protect::new(self.common))
    }

    fn watchers(&self, page: bool) -> Watchers {
        Watchers {
            timeline: self.args.shape.timeline.map(Timeline::new),
            pictures: page.then(Pictures::default),
        }
    }

    /// Reads the inputs and judges them.
    fn read<'s>(
        &'s self,
        options: inputs::Options,
        protect: &'s Protect,
        watchers: &mut Watchers,
        checkpoint: Option<&mut Checkpoint>,
    ) -> Result<Unfinished<'s>, Failure> {
        self.pool.install(|| {
            let run = pipeline::Run {
                profile: &self.profile,
                prepare: protect,
                scope: self.args.shape.log_scope,
                reorder_window: self.args.shape.reorder_window,
                part: self.args.kept.part,
                log_span: self.args.kept.log_span,
                progress: &self.progress,
            };
            let inputs = Inputs::new(&self.args.paths, options);
            pipeline::run(inputs, &run, watchers, checkpoint, |problem| complain(&problem))
        })
    }
}

//! `gbcheck check`: judges messages and logs.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::ValueEnum;
use gbcs_parser::EntityId;
use gbcs_parser::catalogue::Version;
use gbcs_rules::profile::{Profile, Selection, UnknownSelector};
use gbcs_rules::registry;
use gbcs_rules::rule::{About, Severity};
use gbcs_rules::spec::Date;
use gbcs_rules::verdict::Verdict;

use crate::baseline::{self, Baseline, State};
use crate::config;
use crate::exit::{Exit, Failure, complain};
use crate::inputs::{self, Inputs};
use crate::interrupt;
use crate::kept::MadeWith;
use crate::kept::checkpoint::Checkpoint;
use crate::keys;
use crate::options::{Common, Limits};
use crate::output::Output;
use crate::pipeline::{self, Judged, LogScope, Watchers};
use crate::progress::Progress;
use crate::report::gallery::Gallery;
use crate::report::pictures::Pictures;
use crate::report::timeline::Timeline;
use crate::report::{self, Format, Run, Target, Targets};

/// Arguments of `gbcheck check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH", default_value = "-")]
    pub paths: Vec<PathBuf>,
    /// Form of the report
    #[arg(long, value_name = "F", default_value = "text")]
    pub format: Format,
    /// Write a further report, whole or not at all (repeatable)
    #[arg(long, value_name = "FORMAT=FILE")]
    pub report: Vec<Target>,
    /// Accept the findings of this baseline; new and expired ones fail
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write all findings as a baseline
    #[arg(long, value_name = "FILE")]
    pub write_baseline: Option<PathBuf>,
    /// Run only these rules: codes, beginnings of codes, or names
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Do not run these rules
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Version of GBCS where neither device nor devices file says one
    #[arg(long, value_name = "VERSION", value_parser = version)]
    pub gbcs: Option<Version>,
    /// Day by which requirements are in force, for all records
    #[arg(long, value_name = "DATE")]
    pub on: Option<Date>,
    /// Devices file (TOML): types, versions and claims of devices
    #[arg(long, value_name = "FILE")]
    pub devices: Option<PathBuf>,
    /// Severity from which findings change the exit code
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    pub fail_on: FailOn,
    /// Count what the listed rules (all, without a list) could not evaluate as errors
    #[arg(long, value_name = "LIST", value_delimiter = ',', num_args = 0.., require_equals = true)]
    pub require_evaluated: Option<Vec<String>>,
    /// Whose findings count
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub about: Vec<Whose>,
    /// A modification that all devices claim to implement (repeatable)
    #[arg(long, value_name = "MOD", value_delimiter = ',')]
    pub claim: Vec<String>,
    /// State that the log is complete, so that rules may conclude from absence
    #[arg(long)]
    pub complete: bool,
    /// Let input problems not change the exit code
    #[arg(long)]
    pub skip_unreadable: bool,
    /// What makes inputs one log
    #[arg(long, value_name = "SCOPE")]
    pub log_scope: Option<LogScope>,
    /// Records within which those of one input are put in the order of their times
    #[arg(long, value_name = "RECORDS", default_value_t = 1000)]
    pub reorder_window: usize,
    /// Findings of a rule for a device that are shown; further ones are counted (default: 1000)
    #[arg(long, value_name = "N")]
    pub max_findings: Option<u32>,
    /// Show the timeline of a device before the report's text
    #[arg(long, value_name = "DEVICE")]
    pub timeline: Option<EntityId>,
    /// Put the wall-clock time into the report
    #[arg(long)]
    pub stamp: bool,
    /// Keep how far the run has come in FILE, and continue it where FILE is there
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Option<PathBuf>,
    /// Seconds between two checkpoints; 0 writes one after every 256 records
    #[arg(long, value_name = "SECONDS", default_value_t = 60, requires = "checkpoint")]
    pub checkpoint_every: u64,
    /// Judge outcomes and use cases that file names of the Reference Test Data Set state
    #[arg(long)]
    pub expect_from_names: bool,
    #[command(flatten)]
    pub limits: Limits,
}

/// From which severity findings change the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// Every finding.
    Info,
    /// No finding.
    Never,
}

impl FailOn {
    /// The least severity that changes the exit code.
    fn least(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}

/// Whose findings count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Whose {
    /// The device's.
    Device,
    /// The sender's of commands and requests.
    Sender,
    /// The DCC's.
    Dcc,
    /// The log's own.
    Log,
}

pub fn version(text: &str) -> Result<Version, String> {
    Version::parse(text).ok_or_else(|| "a version is numbers and dots, such as 4.2".to_owned())
}

/// Runs `gbcheck check`.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    let files = config_files(args, common);
    let profile = profile(args, common, &files)?;
    if args.timeline.is_some() && args.format != Format::Text {
        return Err(Failure::Usage("--timeline goes with --format text".to_owned()));
    }
    let required = match &args.require_evaluated {
        None => None,
        Some(list) => Some(Selection::new(list, &[]).map_err(unknown)?),
    };
    let mut output = Output::open(common.output.as_deref())?;
    let targets = Targets::open(&args.report, common.output.as_deref())?;
    let stamp = args.stamp.then(std::time::SystemTime::now);
    let now = args.on.map(Date::start).or(stamp.map(report::moment));
    let mut baseline = match &args.baseline {
        None => None,
        Some(path) => Some(Baseline::read(path, now)?),
    };
    let written = match &args.write_baseline {
        None => None,
        Some(path) => Some(Output::open(Some(path))?),
    };
    let progress = Arc::new(Progress::new(common));
    let page = args.format == Format::Html || targets.hold_page();
    let config_sha256 = config::sha256(&files)?;
    let mut checkpoint = checkpoint(args, common, &config_sha256, page)?;
    let Seen { judged, protect, watchers, gallery } =
        judge(args, common, &files, &profile, &progress, page, checkpoint.as_mut())?;
    if let Some(baseline) = &mut baseline {
        baseline.note(&judged.results);
    }
    let baseline = baseline.as_ref();
    let exit = exit(args, &judged, required.as_ref(), baseline);
    let run = Run {
        judged: &judged,
        profile: &profile,
        exit,
        options: report::options(args),
        fail_on: args.fail_on.least(),
        config_sha256,
        baseline,
        prepare: &protect,
        pictures: watchers.pictures.as_ref(),
        gallery: gallery.as_ref(),
        stamp,
    };
    if let Some(timeline) = &watchers.timeline {
        timeline.write(&mut output, &judged.results)?;
        output.write_all(b"\n")?;
    }
    args.format.write(&mut output, &run)?;
    output.flush()?;
    output.finish()?;
    targets.write(&run)?;
    if let Some(written) = written.filter(|_| !judged.partial) {
        baseline::write(written, &judged.results, baseline)?;
    }
    progress.finish(&report::totals(&run));
    if let Some(checkpoint) = checkpoint.filter(|_| !judged.partial) {
        checkpoint.remove()?;
    }
    Ok(exit)
}

/// The checkpoints of the run, where some are asked for.
fn checkpoint(
    args: &Args,
    common: &Common,
    config_sha256: &Option<String>,
    page: bool,
) -> Result<Option<Checkpoint>, Failure> {
    let Some(path) = &args.checkpoint else { return Ok(None) };
    let device = args.timeline.map(|device| device.to_string()).unwrap_or_default();
    let made_with = MadeWith::of(args, common, config_sha256.clone())
        .with("timeline", device)
        .with("format html", page.to_string());
    let every = Duration::from_secs(args.checkpoint_every);
    Checkpoint::open(path.clone(), every, made_with, common.quiet).map(Some)
}

/// What was read and judged, and what was seen of it.
struct Seen {
    judged: Judged,
    protect: keys::Protect,
    watchers: Watchers,
    gallery: Option<Gallery>,
}

/// Reads the inputs and judges them; `page` says whether something will be drawn.
fn judge(
    args: &Args,
    common: &Common,
    files: &[PathBuf],
    profile: &Profile,
    progress: &Arc<Progress>,
    page: bool,
    checkpoint: Option<&mut Checkpoint>,
) -> Result<Seen, Failure> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(common.jobs.map_or(0, std::num::NonZeroUsize::get))
        .build()
        .map_err(|error| Failure::Usage(format!("--jobs: {error}")))?;
    let options = inputs::Options {
        expect_from_names: args.expect_from_names,
        progress: Some(Arc::clone(progress)),
        ..inputs::Options::new(common, &args.limits, files)?
    };
    interrupt::watch();
    let protect = pool.install(|| keys::Protect::new(common))?;
    let mut watchers = Watchers {
        timeline: args.timeline.map(Timeline::new),
        pictures: page.then(Pictures::default),
    };
    let judged = pool.install(|| {
        let run = pipeline::Run {
            profile,
            prepare: &protect,
            scope: args.log_scope,
            reorder_window: args.reorder_window,
            progress,
        };
        let inputs = Inputs::new(&args.paths, options.clone());
        let mut trouble = |problem| complain(&problem);
        pipeline::run(inputs, &run, &mut watchers, checkpoint, &mut trouble)
    })?;
    let gallery = page.then(|| Gallery::collect(options, &judged.results.findings));
    Ok(Seen { judged, protect, watchers, gallery })
}

fn unknown(selector: UnknownSelector) -> Failure {
    let given = selector.given;
    Failure::Usage(match selector.suggestion {
        Some(near) => format!("there is no rule {given:?}; did you mean {near}?"),
        None => format!("there is no rule {given:?}; `gbcheck rules` lists them"),
    })
}

/// The configuration file and the devices file, in this order: what the later says wins.
fn config_files(args: &Args, common: &Common) -> Vec<PathBuf> {
    config::file(common).into_iter().chain(args.devices.clone()).collect()
}

/// What the command line and the files that it names claim.
fn profile(args: &Args, common: &Common, files: &[PathBuf]) -> Result<Profile, Failure> {
    let mut profile = Profile {
        selection: Selection::new(&args.select, &args.ignore).map_err(unknown)?,
        ..Profile::default()
    };
    for path in files {
        config::read(path, &mut profile)?;
    }
    profile.gbcs = args.gbcs;
    profile.on = args.on;
    profile.claims.extend(args.claim.iter().cloned());
    profile.complete = args.complete;
    profile.expect_from_names = args.expect_from_names;
    profile.brokers.clone_from(&common.acb);
    profile.max_findings = args.max_findings.unwrap_or(profile.max_findings);
    if !args.about.is_empty() {
        profile.about = args
            .about
            .iter()
            .map(|whose| match whose {
                Whose::Device => About::Device,
                Whose::Sender => About::Sender,
                Whose::Dcc => About::Dcc,
                Whose::Log => About::Log,
            })
            .collect();
    }
    Ok(profile)
}

/// The exit code: problems win over findings, and findings over nothing having been checked.
fn exit(
    args: &Args,
    judged: &Judged,
    required: Option<&Selection>,
    baseline: Option<&Baseline>,
) -> Exit {
    let results = &judged.results;
    let broken = results.verdicts.values().any(|c| c.get(Verdict::InternalError) > 0);
    let problems = judged.inputs.iter().any(|input| input.problem_count > 0);
    if broken || (problems && !args.skip_unreadable) {
        return Exit::InputProblem;
    }
    if judged.partial {
        return Exit::Interrupted;
    }
    let least = args.fail_on.least();
    // What is only counted can be compared with no baseline.
    let counted = results.gravest_not_shown.filter(|_| baseline.is_none());
    let found = least.is_some_and(|least| {
        counted >= Some(least)
            || results.findings.iter().any(|finding| {
                let known = baseline.is_some_and(|known| known.state(finding) == State::Known);
                finding.severity >= least && !known
            })
    });
    let missed = args.fail_on != FailOn::Never
        && required.is_some_and(|required| {
            registry::ids().any(|rule| {
                required.contains(rule)
                    && results
                        .verdicts
                        .get(&rule)
                        .is_some_and(|counts| counts.get(Verdict::NotEvaluated) > 0)
            })
        });
    if found || missed {
        Exit::Findings
    } else if results.anything_checked() {
        Exit::Good
    } else {
        Exit::NothingChecked
    }
}

//! Where the reports of a run go, and how they are written.

use std::io::Write as _;
use std::path::PathBuf;
use std::time::SystemTime;

use gbcs_rules::profile::{Profile, Selection};
use gbcs_rules::registry;
use gbcs_rules::verdict::Verdict;

use super::shape::{FailOn, Shape, unknown};
use crate::baseline::{self, Baseline, State};
use crate::exit::{Exit, Failure};
use crate::keys::Protect;
use crate::options::Common;
use crate::output::{Output, spare_inputs};
use crate::pipeline::{Judged, Watchers};
use crate::progress::Progress;
use crate::report::gallery::Gallery;
use crate::report::{self, Format, Run, Targets};

/// What was read and judged, and what was seen of it.
pub struct Seen {
    /// What was read and found.
    pub judged: Judged,
    /// The keys that messages are shown with.
    pub protect: Protect,
    /// What was noted of records.
    pub watchers: Watchers,
    /// The messages of findings, where a page is wanted.
    pub gallery: Option<Gallery>,
}

/// The reports of a run, opened before anything is judged: what cannot be written is told at once.
pub struct Reporting {
    output: Output,
    targets: Targets,
    baseline: Option<Baseline>,
    written: Option<Output>,
    required: Option<Selection>,
    stamp: Option<SystemTime>,
    /// True where something will be drawn.
    pub page: bool,
}

impl Reporting {
    /// Opens everything that the options name; `read` are the files that the run reads.
    pub fn open(shape: &Shape, common: &Common, read: &[PathBuf]) -> Result<Self, Failure> {
        let reports = shape.report.iter().map(|target| target.path.as_path());
        let others = [common.output.as_deref(), shape.write_baseline.as_deref()];
        spare_inputs(read, reports.chain(others.into_iter().flatten()))?;
        if shape.timeline.is_some() && shape.format != Format::Text {
            return Err(Failure::Usage("--timeline goes with --format text".to_owned()));
        }
        let required = match &shape.require_evaluated {
            None => None,
            Some(list) => Some(Selection::new(list, &[]).map_err(unknown)?),
        };
        let output = Output::open(common.output.as_deref())?;
        let targets = Targets::open(&shape.report, common.output.as_deref())?;
        let stamp = shape.stamp.then(SystemTime::now);
        let now = shape.on.map(gbcs_rules::spec::Date::start).or(stamp.map(report::moment));
        let baseline = match &shape.baseline {
            None => None,
            Some(path) => Some(Baseline::read(path, now)?),
        };
        let written = match &shape.write_baseline {
            None => None,
            Some(path) => Some(Output::open(Some(path))?),
        };
        let page = shape.format == Format::Html || targets.hold_page();
        Ok(Self { output, targets, baseline, written, required, stamp, page })
    }

    /// Writes all reports, and tells how the program ends.
    pub fn write(
        mut self,
        shape: &Shape,
        profile: &Profile,
        config_sha256: Option<String>,
        seen: &Seen,
        progress: &Progress,
    ) -> Result<Exit, Failure> {
        let Seen { judged, protect, watchers, gallery } = seen;
        if let Some(baseline) = &mut self.baseline {
            baseline.note(&judged.results);
        }
        let baseline = self.baseline.as_ref();
        let exit = exit(shape, judged, self.required.as_ref(), baseline);
        let run = Run {
            judged,
            profile,
            exit,
            options: report::options(shape),
            fail_on: shape.fail_on.least(),
            config_sha256,
            baseline,
            prepare: protect,
            pictures: watchers.pictures.as_ref().filter(|_| self.page),
            gallery: gallery.as_ref(),
            stamp: self.stamp,
        };
        if let Some(timeline) = &watchers.timeline {
            timeline.write(&mut self.output, &judged.results)?;
            self.output.write_all(b"\n")?;
        }
        shape.format.write(&mut self.output, &run)?;
        self.output.flush()?;
        self.output.finish()?;
        self.targets.write(&run)?;
        if let Some(written) = self.written.filter(|_| !judged.partial) {
            baseline::write(written, &judged.results, baseline)?;
        }
        progress.finish(&report::totals(&run));
        Ok(exit)
    }
}

/// The exit code: problems win over findings, and findings over nothing having been checked.
fn exit(
    shape: &Shape,
    judged: &Judged,
    required: Option<&Selection>,
    baseline: Option<&Baseline>,
) -> Exit {
    let results = &judged.results;
    let broken = results.verdicts.values().any(|c| c.get(Verdict::InternalError) > 0);
    let problems = judged.inputs.iter().any(|input| input.problem_count > 0);
    if broken || (problems && !shape.skip_unreadable) {
        return Exit::InputProblem;
    }
    if judged.partial {
        return Exit::Interrupted;
    }
    let least = shape.fail_on.least();
    // What is only counted can be compared with no baseline.
    let counted = results.gravest_not_shown.filter(|_| baseline.is_none());
    let found = least.is_some_and(|least| {
        counted >= Some(least)
            || results.findings.iter().any(|finding| {
                let known = baseline.is_some_and(|known| known.state(finding) == State::Known);
                finding.severity >= least && !known
            })
    });
    let missed = shape.fail_on != FailOn::Never
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

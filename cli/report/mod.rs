//! How results are written.

mod csv;
pub mod gallery;
mod github;
mod gitlab;
mod html;
pub mod json;
mod junit;
mod markdown;
pub mod pictures;
mod requirement;
mod sarif;
pub mod text;
pub mod timeline;
pub mod tree;
mod words;

pub use words::{plural, totals};

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::time::SystemTime;

use clap::ValueEnum;
use gbcs_parser::record::Time;
use gbcs_rules::finding::Finding;
use gbcs_rules::prepare::Prepare;
use gbcs_rules::profile::Profile;
use gbcs_rules::rule::Severity;

use crate::baseline::{Baseline, State};
use crate::commands::shape::Shape;
use crate::exit::{Exit, Failure};
use crate::options::Limits;
use crate::output::Output;
use crate::pipeline::Judged;
use gallery::Gallery;
use pictures::Pictures;

/// Forms of the report. To add one, write its module with `write(&mut dyn Write, &Run)`, and add
/// its line here and to [`Format::write`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, at a terminal
    Text,
    /// One JSON object (gbcheck.report/1)
    Json,
    /// One JSON object a finding, and a line of totals
    Jsonl,
    /// JUnit XML, for test tools
    Junit,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// Code quality report of GitLab
    Gitlab,
    /// A table with a row a finding, for spreadsheets
    Csv,
    /// A test report, for people
    Markdown,
    /// A page for people: one file, nothing fetched
    Html,
}

impl Format {
    /// Writes the report in this form.
    pub fn write(self, out: &mut Output, run: &Run<'_>) -> io::Result<()> {
        match self {
            Self::Text => text::write(out, run),
            Self::Json => json::write(out, run),
            Self::Jsonl => json::write_lines(out, run),
            Self::Junit => junit::write(out, run),
            Self::Sarif => sarif::write(out, run),
            Self::Github => github::write(out, run),
            Self::Gitlab => gitlab::write(out, run),
            Self::Csv => csv::write(out, run),
            Self::Markdown => markdown::write(out, run),
            Self::Html => html::write(out, run),
        }
    }
}

/// A report into a file: `FORMAT=FILE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    format: Format,
    /// Where it goes.
    pub path: PathBuf,
}

impl std::str::FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let names = || {
            let names: Vec<_> =
                Format::value_variants().iter().filter_map(|f| f.to_possible_value()).collect();
            let names: Vec<_> = names.iter().map(|value| value.get_name()).collect();
            format!("a report is FORMAT=FILE, and the formats are {}", names.join(", "))
        };
        let (format, path) = text.split_once('=').ok_or_else(names)?;
        let format = Format::from_str(format, false).map_err(|_| names())?;
        if path.is_empty() || path == "-" {
            return Err("the file has no name; --format writes to standard output".to_owned());
        }
        Ok(Self { format, path: path.into() })
    }
}

/// The files of `--report`, opened before anything is judged, so that one that cannot be written
/// is told at once.
pub struct Targets(Vec<(Format, Output)>);

impl Targets {
    /// Opens all files; `taken` is where the main result goes.
    pub fn open(targets: &[Target], taken: Option<&std::path::Path>) -> Result<Self, Failure> {
        let mut paths: Vec<_> = taken.into_iter().collect();
        let mut open = Vec::new();
        for target in targets {
            if paths.contains(&target.path.as_path()) {
                let path = target.path.display();
                return Err(Failure::Usage(format!("{path}: two reports into one file")));
            }
            paths.push(&target.path);
            open.push((target.format, Output::open(Some(&target.path))?));
        }
        Ok(Self(open))
    }

    /// True where one of them is a page.
    pub fn hold_page(&self) -> bool {
        self.0.iter().any(|(format, _)| *format == Format::Html)
    }

    /// Writes all reports. No file is seen before all are whole.
    pub fn write(mut self, run: &Run<'_>) -> Result<(), Failure> {
        for (format, output) in &mut self.0 {
            format.write(output, run)?;
            output.flush()?;
        }
        self.0.into_iter().try_for_each(|(_, output)| output.finish())
    }
}

/// A run, for the reports.
pub struct Run<'a> {
    /// What was read and found.
    pub judged: &'a Judged,
    /// How it was judged.
    pub profile: &'a Profile,
    /// How the program ends.
    pub exit: Exit,
    /// The options that decide what is judged, as they were given.
    pub options: Vec<(&'static str, String)>,
    /// The least severity that makes the run fail, where one does.
    pub fail_on: Option<Severity>,
    /// Findings that are known, where a baseline says so.
    pub baseline: Option<&'a Baseline>,
    /// SHA-256 of the configuration and devices files, one after the other, where there are any.
    pub config_sha256: Option<String>,
    /// What is done to a message before it is judged, and before it is shown.
    pub prepare: &'a dyn Prepare,
    /// What is drawn of devices, where a page is wanted.
    pub pictures: Option<&'a Pictures>,
    /// The messages of findings, where a page is wanted.
    pub gallery: Option<&'a Gallery>,
    /// The wall-clock time, where it is wanted.
    pub stamp: Option<SystemTime>,
}

impl Run<'_> {
    /// True where a finding makes the run fail.
    pub fn fails(&self, finding: &Finding) -> bool {
        self.fail_on.is_some_and(|least| finding.severity >= least)
            && self.state(finding) != Some(State::Known)
    }

    /// What the baseline says of a finding, where there is one.
    pub fn state(&self, finding: &Finding) -> Option<State> {
        self.baseline.map(|baseline| baseline.state(finding))
    }

    /// Numbers of new, known and expired findings, and of vanished ones, where there is a baseline.
    pub fn compared(&self) -> Option<[usize; 4]> {
        let baseline = self.baseline?;
        let results = &self.judged.results;
        let count =
            |wanted| results.findings.iter().filter(|f| baseline.state(f) == wanted).count();
        let [new, known, expired] = [State::New, State::Known, State::Expired].map(count);
        Some([new, known, expired, baseline.vanished(results, &self.profile.selection).len()])
    }

    /// The wall-clock time as text, where it is wanted.
    pub fn stamp_text(&self) -> Option<String> {
        self.stamp.map(|time| moment(time).to_string())
    }

    /// Numbers of errors, warnings and infos.
    pub fn counts(&self) -> [u64; 3] {
        [Severity::Error, Severity::Warning, Severity::Info]
            .map(|severity| self.judged.results.count(severity))
    }
}

/// The options that decide what is judged, as they were given; defaults are left out.
pub fn options(shape: &Shape) -> Vec<(&'static str, String)> {
    let mut options = Vec::new();
    let mut add = |name, value: Option<String>| options.extend(value.map(|value| (name, value)));
    let list = |list: &[String]| (!list.is_empty()).then(|| list.join(","));
    add("select", list(&shape.select));
    add("ignore", list(&shape.ignore));
    add("gbcs", shape.gbcs.map(|version| version.to_string()));
    add("on", shape.on.map(|date| date.to_string()));
    add("claim", list(&shape.claim));
    add("complete", shape.complete.then(|| "true".to_owned()));
    add("skip-unreadable", shape.skip_unreadable.then(|| "true".to_owned()));
    add("expect-from-names", shape.expect_from_names.then(|| "true".to_owned()));
    add("max-findings", shape.max_findings.map(|count| count.to_string()));
    let Limits { max_line, max_document, max_unpack_ratio } = &shape.limits;
    add("max-line", max_line.map(|octets| octets.to_string()));
    add("max-document", max_document.map(|octets| octets.to_string()));
    add("max-unpack-ratio", max_unpack_ratio.map(|ratio| ratio.to_string()));
    add("log-scope", shape.log_scope.map(|scope| format!("{scope:?}").to_lowercase()));
    let about: Vec<_> = shape.about.iter().map(|who| format!("{who:?}").to_lowercase()).collect();
    add("about", list(&about));
    options
}

/// A time of the wall clock as records have it.
pub fn moment(time: SystemTime) -> Time {
    let since = time.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Time(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// The sentence of a finding.
pub fn sentence(finding: &Finding) -> String {
    format!(
        "{}: expected {}, found {}",
        finding.rule.rule().summary,
        finding.expected,
        finding.actual
    )
}

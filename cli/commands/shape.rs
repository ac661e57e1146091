//! The options that decide what is judged, and how it is reported: those that `check` and `merge`
//! share.

use std::path::PathBuf;

use clap::ValueEnum;
use gbcs_parser::EntityId;
use gbcs_parser::catalogue::Version;
use gbcs_rules::profile::{Profile, Selection, UnknownSelector};
use gbcs_rules::rule::{About, Severity};
use gbcs_rules::spec::Date;

use crate::config;
use crate::exit::Failure;
use crate::options::{Common, Limits};
use crate::pipeline::LogScope;
use crate::report::{Format, Target};

/// What is judged, and how it is reported.
#[derive(Debug, clap::Args)]
pub struct Shape {
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
    pub fn least(self) -> Option<Severity> {
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

/// A version of GBCS, of the command line.
pub fn version(text: &str) -> Result<Version, String> {
    Version::parse(text).ok_or_else(|| "a version is numbers and dots, such as 4.2".to_owned())
}

impl Shape {
    /// The configuration file and the devices file, in this order: what the later says wins.
    pub fn config_files(&self, common: &Common) -> Vec<PathBuf> {
        config::file(common).into_iter().chain(self.devices.clone()).collect()
    }

    /// What the command line and the files that it names claim.
    pub fn profile(&self, common: &Common, files: &[PathBuf]) -> Result<Profile, Failure> {
        let mut profile = Profile {
            selection: Selection::new(&self.select, &self.ignore).map_err(unknown)?,
            ..Profile::default()
        };
        for path in files {
            config::read(path, &mut profile)?;
        }
        profile.gbcs = self.gbcs;
        profile.on = self.on;
        profile.claims.extend(self.claim.iter().cloned());
        profile.complete = self.complete;
        profile.expect_from_names = self.expect_from_names;
        profile.brokers.clone_from(&common.acb);
        profile.max_findings = self.max_findings.unwrap_or(profile.max_findings);
        if !self.about.is_empty() {
            profile.about = self
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
}

/// There is no such rule.
pub fn unknown(selector: UnknownSelector) -> Failure {
    let given = selector.given;
    Failure::Usage(match selector.suggestion {
        Some(near) => format!("there is no rule {given:?}; did you mean {near}?"),
        None => format!("there is no rule {given:?}; `gbcheck rules` lists them"),
    })
}

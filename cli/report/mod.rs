//! How results are written.

pub mod json;
pub mod text;
pub mod timeline;
pub mod tree;

use std::time::SystemTime;

use gbcs_rules::finding::Finding;
use gbcs_rules::profile::Profile;

use crate::commands::check::Args;
use crate::exit::Exit;
use crate::pipeline::Judged;

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
    /// SHA-256 of the configuration and devices files, one after the other, where there are any.
    pub config_sha256: Option<String>,
    /// The wall-clock time, where it is wanted.
    pub stamp: Option<SystemTime>,
}

/// The options that decide what is judged, as they were given; defaults are left out.
pub fn options(args: &Args) -> Vec<(&'static str, String)> {
    let mut options = Vec::new();
    let mut add = |name, value: Option<String>| options.extend(value.map(|value| (name, value)));
    let list = |list: &[String]| (!list.is_empty()).then(|| list.join(","));
    add("select", list(&args.select));
    add("ignore", list(&args.ignore));
    add("gbcs", args.gbcs.map(|version| version.to_string()));
    add("on", args.on.map(|date| date.to_string()));
    add("claim", list(&args.claim));
    add("complete", args.complete.then(|| "true".to_owned()));
    add("skip-unreadable", args.skip_unreadable.then(|| "true".to_owned()));
    add("expect-from-names", args.expect_from_names.then(|| "true".to_owned()));
    add("log-scope", args.log_scope.map(|scope| format!("{scope:?}").to_lowercase()));
    let about: Vec<_> = args.about.iter().map(|who| format!("{who:?}").to_lowercase()).collect();
    add("about", list(&about));
    options
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

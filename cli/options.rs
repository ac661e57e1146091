//! The options that every command takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use gbcs_parser::EntityId;
use gbcs_parser::limits::ReadLimits;
use gbcs_parser::log::Form;
use serde::Deserialize;

/// When to do something that depends on whether a terminal is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// At a terminal.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl When {
    /// Makes it the choice of colour for the whole program.
    pub fn apply(self) {
        match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

/// Options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Common options")]
pub struct Common {
    /// Write to FILE, whole or not at all, instead of standard output
    #[arg(long, short, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Form of all inputs (default: as their octets show)
    #[arg(long, global = true, value_name = "F", value_parser = form)]
    pub input: Option<Form>,
    /// Use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: When,
    /// Say less on standard error
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more on standard error
    #[arg(long, short, global = true)]
    pub verbose: bool,
    /// Folder of keys and certificates
    #[arg(long, global = true, value_name = "DIR")]
    pub keys: Option<PathBuf>,
    /// The access control broker, whose key MACs commands (repeatable; default: the parties whose
    /// certificates have that role)
    #[arg(long, global = true, value_name = "EUI64")]
    pub acb: Vec<EntityId>,
    /// Number of threads (default: all cores)
    #[arg(long, global = true, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
    /// Configuration file (default: gbcheck.toml in the working folder, if any)
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Show progress on standard error
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub progress: When,
}

/// Limits of what is read: options of the commands that read inputs, and `[limits]` of the
/// configuration. Each names in its message where it was
/// met ([`crate::inputs::Told`]).
#[derive(Debug, Default, Args, Deserialize)]
#[command(next_help_heading = "Limits")]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Octets of a line of text (default: 9265536)
    #[arg(long, value_name = "OCTETS")]
    pub max_line: Option<usize>,
    /// Octets of names and text of an XML document, and an element for each 32 (default: 18531072)
    #[arg(long, value_name = "OCTETS")]
    pub max_document: Option<usize>,
    /// Octets that may come out of an archive for each that it has (default: 250)
    #[arg(long, value_name = "N")]
    pub max_unpack_ratio: Option<u64>,
}

impl Limits {
    /// Puts what is stated into `limits`.
    pub fn apply(&self, limits: &mut ReadLimits) {
        limits.line_octets = self.max_line.unwrap_or(limits.line_octets);
        limits.document_octets = self.max_document.unwrap_or(limits.document_octets);
        limits.unpack_ratio = self.max_unpack_ratio.unwrap_or(limits.unpack_ratio);
    }
}

/// The form of a name.
fn form(name: &str) -> Result<Form, String> {
    Form::from_name(name).ok_or_else(|| {
        let names = Form::ALL.map(Form::name).join(", ");
        format!("the forms are {names}")
    })
}

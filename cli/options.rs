//! The options that every command takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use gbcs_parser::EntityId;
use gbcs_parser::log::Form;

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

/// The form of a name.
fn form(name: &str) -> Result<Form, String> {
    Form::from_name(name).ok_or_else(|| {
        let names = Form::ALL.map(Form::name).join(", ");
        format!("the forms are {names}")
    })
}

//! `gbcheck`: judges GBCS messages and device logs.

mod baseline;
mod commands;
mod config;
mod exit;
mod inputs;
mod keys;
mod options;
mod output;
mod pipeline;
mod report;

use std::process::ExitCode;

use clap::Parser;

use crate::exit::{Failure, complain};
use crate::options::Common;

/// Judges GBCS messages and device logs of GB smart meters, rule by rule and octet by octet.
#[derive(Debug, Parser)]
#[command(name = "gbcheck", version, arg_required_else_help = true)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: commands::Command,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    cli.common.color.apply();
    match cli.command.run(&cli.common) {
        Ok(exit) => exit.into(),
        Err(Failure::BrokenPipe) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(exit::TROUBLE)
        }
    }
}

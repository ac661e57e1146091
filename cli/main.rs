//! `gbcheck`: judges GBCS messages and device logs.

mod baseline;
mod commands;
mod config;
mod exit;
mod inputs;
mod interrupt;
mod kept;
mod keys;
mod options;
mod output;
mod pipeline;
mod progress;
mod report;

use std::process::ExitCode;

use clap::Parser;

use crate::exit::{Failure, complain};
use crate::options::Common;

/// Records are made on one thread and dropped on others all the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What stands below the help and in the manual.
const EXIT_CODES: &str = "Exit codes:
  0  what was checked conforms
  1  there are findings at or above --fail-on; of decode, a message that is not complete
  2  wrong usage, an input that could not be read, a file that could not be written, an interrupt
  3  nothing was checked";

/// Judges GBCS messages and device logs of GB smart meters, rule by rule and octet by octet.
#[derive(Debug, Parser)]
#[command(name = "gbcheck", version, arg_required_else_help = true, after_help = EXIT_CODES)]
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

//! `gbcheck completions`: what a shell needs to complete commands and options.

use clap::CommandFactory as _;
use clap_complete::{Shell, generate};

use crate::Cli;
use crate::exit::{Exit, Failure};
use crate::options::Common;
use crate::output::Output;

/// Arguments of `gbcheck completions`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell
    shell: Shell,
}

/// Runs `gbcheck completions`.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    let mut output = Output::open(common.output.as_deref())?;
    // The generator takes a failing writer for a fault of the program; memory does not fail.
    let mut script = Vec::new();
    generate(args.shell, &mut Cli::command(), env!("CARGO_PKG_NAME"), &mut script);
    std::io::Write::write_all(&mut output, &script)?;
    output.finish()?;
    Ok(Exit::Good)
}

//! `gbcheck man`: the manual page of the program, or of one command.

use clap::CommandFactory as _;
use clap_mangen::Man;

use crate::Cli;
use crate::exit::{Exit, Failure};
use crate::options::Common;
use crate::output::Output;

/// Arguments of `gbcheck man`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The command; without it, the page of the program
    command: Option<String>,
}

/// Runs `gbcheck man`.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    let mut program = Cli::command();
    // Makes the common options options of each command.
    program.build();
    let page = match &args.command {
        None => program,
        Some(name) => {
            let found = program.find_subcommand(name).cloned();
            found.ok_or_else(|| unknown(name, &program))?
        }
    };
    let mut output = Output::open(common.output.as_deref())?;
    Man::new(page).render(&mut output)?;
    output.finish()?;
    Ok(Exit::Good)
}

fn unknown(name: &str, program: &clap::Command) -> Failure {
    let names: Vec<_> = program.get_subcommands().map(clap::Command::get_name).collect();
    Failure::Usage(format!("there is no command {name:?}: {}", names.join(", ")))
}

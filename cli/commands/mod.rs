//! The commands, a module each. To add one, write its module with `Args` and
//! `run(&Args, &Common) -> Result<Exit, Failure>`, and add its line to `commands!`.

mod check;
mod completions;
mod convert;
mod coverage;
mod decode;
mod man;
mod merge;
mod mutate;
mod reporting;
mod rules;
pub mod shape;
mod simulate;
mod template;
mod utrn;

use clap::Subcommand;

use crate::exit::{Exit, Failure};
use crate::options::Common;

/// Makes the list of commands and the call of each.
macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident => $module:ident;)*) => {
        /// The commands.
        #[derive(Debug, Subcommand)]
        pub enum Command {
            $($(#[$doc])* $name($module::Args),)*
        }

        impl Command {
            /// Runs the command.
            pub fn run(&self, common: &Common) -> Result<Exit, Failure> {
                match self {
                    $(Self::$name(args) => $module::run(args, common),)*
                }
            }
        }
    };
}

commands! {
    /// Judge messages and logs
    Check => check;
    /// Make the report of a run from the parts of its devices
    Merge => merge;
    /// Write inputs of any form as one native log
    Convert => convert;
    /// Show what messages say, octet by octet
    Decode => decode;
    /// Show what is checked of requirements and use cases, what proves it, and what is not
    Coverage => coverage;
    /// Write spoilt commands from a log, for feeding a device under test
    Mutate => mutate;
    /// List the rules, or print the page of one, or the template of a use case
    Rules => rules;
    /// Write a conforming log of simulated devices, with planted faults on request
    Simulate => simulate;
    /// Write the completions of a shell
    Completions => completions;
    /// Write the manual page of the program or of a command
    Man => man;
}

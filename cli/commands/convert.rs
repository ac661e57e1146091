//! `gbcheck convert`: any form of input to the native JSON Lines log.

mod redact;

use std::io::Write as _;
use std::path::PathBuf;

use gbcs_parser::log::native;
use gbcs_parser::record::Body;
use serde_json::json;

use crate::config;
use crate::exit::{Exit, Failure, complain};
use crate::inputs::{self, Inputs};
use crate::interrupt;
use crate::options::{Common, Limits};
use crate::output::{Output, spare_inputs};
use redact::Redaction;

/// Arguments of `gbcheck convert`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH", default_value = "-")]
    paths: Vec<PathBuf>,
    /// Put other identities and supply numbers in place of the true ones, the same for the same,
    /// and zeros in place of what was measured
    #[arg(long)]
    redact: bool,
    /// Keep what the file names of the Reference Test Data Set state
    #[arg(long)]
    expect_from_names: bool,
    #[command(flatten)]
    limits: Limits,
}

/// Runs `gbcheck convert`.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    spare_inputs(&args.paths, common.output.as_deref())?;
    let mut output = Output::open(common.output.as_deref())?;
    let files: Vec<_> = config::file(common).into_iter().collect();
    let options = inputs::Options {
        expect_from_names: args.expect_from_names,
        ..inputs::Options::new(common, &args.limits, &files)?
    };
    interrupt::watch();
    let mut inputs = Inputs::new(&args.paths, options);
    let mut redaction = args.redact.then(Redaction::default);
    let mut problems = false;
    let mut first = true;
    while let Some((input, item)) = inputs.next() {
        let record = match item {
            Ok(record) => record,
            Err(problem) => {
                problems |= !problem.is_note();
                complain(&inputs.cite(input, &problem));
                continue;
            }
        };
        if std::mem::take(&mut first) && !matches!(record.body, Body::Log(_)) {
            let head = json!({
                "record": "log",
                "format": "gbcs-log",
                "version": 1,
                "producer": concat!("gbcheck ", env!("CARGO_PKG_VERSION")),
            });
            writeln!(output, "{head}")?;
        }
        let mut object = native::object(&record);
        if let Some(redaction) = &mut redaction {
            redaction.record(&mut object, &record);
        }
        serde_json::to_writer(&mut output, &object).map_err(std::io::Error::from)?;
        output.write_all(b"\n")?;
    }
    if interrupt::ends() {
        return Ok(Exit::Interrupted);
    }
    output.finish()?;
    Ok(if problems { Exit::InputProblem } else { Exit::Good })
}

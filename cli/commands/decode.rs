//! `gbcheck decode`: what messages say, octet by octet.

mod asked;

use std::io::Write as _;
use std::path::PathBuf;

use clap::ValueEnum;
use gbcs_parser::crypto::{Context, Verifier};
use gbcs_parser::json::{self, Source};
use gbcs_parser::protection::Protection;
use gbcs_parser::record::{Body, Direction};
use gbcs_parser::{Message, Tree};

use self::asked::Asked;
use super::utrn;
use crate::config;
use crate::exit::{Exit, Failure, complain};
use crate::inputs::{self, Inputs};
use crate::interrupt;
use crate::keys;
use crate::options::{Common, Limits};
use crate::output::{Output, spare_inputs};
use crate::report::tree::{self, View};

/// Arguments of `gbcheck decode`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH", default_value = "-")]
    paths: Vec<PathBuf>,
    /// Form of the result
    #[arg(long, value_name = "F", default_value = "text")]
    format: Format,
    /// Show no more than N levels of the tree
    #[arg(long, value_name = "N")]
    depth: Option<usize>,
    /// Show only the element of this path and what it holds, such as
    /// grouping-header/transaction-id
    #[arg(long, value_name = "FIELD-PATH")]
    only: Option<String>,
    /// Show the octets of every node in full
    #[arg(long)]
    octets: bool,
    #[command(flatten)]
    utrn: utrn::TopUp,
    #[command(flatten)]
    limits: Limits,
}

/// Forms of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A tree for people.
    Text,
    /// One JSON object a line (gbcheck.decode/1).
    Json,
}

/// Runs `gbcheck decode`.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    if args.format == Format::Json && (args.depth.is_some() || args.only.is_some() || args.octets) {
        let why = "--depth, --only and --octets go with --format text";
        return Err(Failure::Usage(why.to_owned()));
    }
    let keys = keys::load(common)?;
    let verifier = keys.as_ref().map(Verifier::new);
    spare_inputs(&args.paths, common.output.as_deref())?;
    let mut output = Output::open(common.output.as_deref())?;
    if let Some(digits) = &args.utrn.utrn {
        if args.format == Format::Json {
            return Err(Failure::Usage("--utrn goes with --format text".to_owned()));
        }
        let exit = utrn::run(digits, &args.utrn, verifier.as_ref(), &mut output)?;
        output.finish()?;
        return Ok(exit);
    }
    let view = View { depth: args.depth, only: args.only.as_deref(), octets: args.octets };
    let colour = tree::colour(&output);
    let mut buffer = Vec::new();
    let mut spare = Tree::default();
    let mut asked = Asked::default();
    let mut incomplete = false;
    let mut problems = false;
    let mut found_only = args.only.is_none();
    let files: Vec<_> = config::file(common).into_iter().collect();
    let options = inputs::Options::new(common, &args.limits, &files)?;
    interrupt::watch();
    let mut inputs = Inputs::new(&args.paths, options);
    while let Some((input, item)) = inputs.next() {
        let record = match item {
            Ok(record) => record,
            Err(problem) => {
                problems |= !problem.is_note();
                complain(&inputs.cite(input, &problem));
                continue;
            }
        };
        let Body::Message(found) = record.body else { continue };
        if found.payload.is_empty() {
            continue;
        }
        let octets = found.payload;
        let mut message = Message::decode_with(&octets, std::mem::take(&mut spare));
        let protection = match &verifier {
            Some(verifier) => {
                let context = Context { time: record.time, ..Context::default() };
                verifier.check(&mut message, &context)
            }
            None => Protection::unchecked(&message),
        };
        asked.take(&mut message);
        incomplete |= !message.is_complete();
        let source = Source {
            path: &record.position.path,
            record: record.position.record,
            line: record.position.line,
            to_dcc: found.direction == Some(Direction::ToDcc),
        };
        buffer.clear();
        match args.format {
            Format::Json => {
                json::write(&mut buffer, &message, source, &protection)
                    .map_err(std::io::Error::other)?;
                buffer.push(b'\n');
            }
            Format::Text => {
                let shown = tree::write(&mut buffer, &message, source, &protection, &view, colour)?;
                found_only |= shown;
            }
        }
        output.write_all(&buffer)?;
        if &*record.position.path == "-" {
            // Whoever writes into the pipe may wait for the answer.
            output.flush()?;
        }
        spare = message.into_tree();
    }
    if interrupt::ends() {
        return Ok(Exit::Interrupted);
    }
    output.finish()?;
    if let (Some(only), false) = (&args.only, found_only) {
        complain(&format_args!("no message has an element {only}"));
        problems = true;
    }
    Ok(match (problems, incomplete) {
        (true, _) => Exit::InputProblem,
        (false, true) => Exit::Findings,
        (false, false) => Exit::Good,
    })
}

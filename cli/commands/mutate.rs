//! `gbcheck mutate`: spoilt commands from a log, for feeding a device under test.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::PathBuf;

use clap::ValueEnum;
use gbcs_corpus::mutant::{self, Conduct, Mutant, NoMutant};
use gbcs_corpus::mutate::{MUTATIONS, Mutation, named};
use gbcs_corpus::random::Random;
use gbcs_parser::Message;
use gbcs_parser::crypto::{KeyStore, Verifier};
use gbcs_parser::log::native;
use gbcs_parser::record::{Body, Record};
use serde_json::{Value, json};

use crate::config;
use crate::exit::{Exit, Failure, complain};
use crate::inputs::{self, Inputs};
use crate::interrupt;
use crate::keys;
use crate::options::{Common, Limits};
use crate::output::{Output, spare_inputs};

/// How mutants are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Written {
    /// The native JSON Lines log; what is known of a mutant stands under `x_mutation`.
    #[default]
    Jsonl,
    /// A line of hexadecimal text each, behind a comment of what is known.
    Hex,
}

/// Arguments of `gbcheck mutate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH", default_value = "-")]
    paths: Vec<PathBuf>,
    /// Mutants of each command and mutation
    #[arg(long, value_name = "N", default_value = "1")]
    count: u32,
    /// Same seed, same mutants
    #[arg(long, value_name = "N", default_value = "1")]
    seed: u64,
    /// Only this mutation (repeatable; --list shows them)
    #[arg(long, value_name = "NAME", value_parser = mutation)]
    mutation: Vec<&'static str>,
    /// Change what is protected, and sign and MAC it anew with the keys of --keys
    #[arg(long, requires = "keys")]
    renew: bool,
    /// How mutants are written
    #[arg(long, value_name = "F", default_value = "jsonl")]
    format: Written,
    /// List the mutations and what a conforming device does, and write nothing else
    #[arg(long)]
    list: bool,
    #[command(flatten)]
    limits: Limits,
}

fn mutation(name: &str) -> Result<&'static str, String> {
    match named(name) {
        Some(mutation) => Ok(mutation.name),
        None => Err("--list shows the mutations".to_owned()),
    }
}

/// Runs `gbcheck mutate`. Messages that no device gets (responses, alerts, pre-commands, blocks of
/// a transfer) are passed over.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    spare_inputs(&args.paths, common.output.as_deref())?;
    let mut output = Output::open(common.output.as_deref())?;
    if args.list {
        for Mutation { name, what, .. } in MUTATIONS {
            writeln!(output, "{name}: {what}")?;
        }
        writeln!(output)?;
        for conduct in Conduct::ALL {
            writeln!(output, "{}: {}", conduct.name(), conduct.what())?;
        }
        output.finish()?;
        return Ok(Exit::Good);
    }
    let keys = keys::load(common)?;
    let mut run = Run {
        args,
        verifier: Verifier::new(keys.unwrap_or_else(KeyStore::default)),
        missing: BTreeSet::new(),
        commands: 0,
        written: 0,
    };
    let files: Vec<_> = config::file(common).into_iter().collect();
    let options = inputs::Options::new(common, &args.limits, &files)?;
    interrupt::watch();
    let mut inputs = Inputs::new(&args.paths, options);
    let mut problems = false;
    if args.format == Written::Jsonl {
        let head = json!({
            "record": "log",
            "format": "gbcs-log",
            "version": 1,
            "producer": concat!("gbcheck ", env!("CARGO_PKG_VERSION")),
        });
        writeln!(output, "{head}")?;
    }
    while let Some((input, item)) = inputs.next() {
        match item {
            Ok(record) => run.record(record, &mut output)?,
            Err(problem) => {
                problems |= !problem.is_note();
                complain(&inputs.cite(input, &problem));
            }
        }
    }
    if interrupt::ends() {
        return Ok(Exit::Interrupted);
    }
    output.finish()?;
    if !common.quiet {
        complain(&format_args!("{} mutants of {} commands", run.written, run.commands));
    }
    Ok(match () {
        () if problems || !run.missing.is_empty() => Exit::InputProblem,
        () if run.written == 0 => Exit::NothingChecked,
        () => Exit::Good,
    })
}

/// What goes on while records are read.
struct Run<'a> {
    args: &'a Args,
    verifier: Verifier<'static>,
    /// Keys that were missing, each told once.
    missing: BTreeSet<String>,
    commands: u64,
    written: u64,
}

impl Run<'_> {
    /// Writes the mutants of a record.
    fn record(&mut self, mut record: Record, output: &mut Output) -> Result<(), Failure> {
        let Body::Message(body) = &mut record.body else { return Ok(()) };
        let octets = std::mem::take(&mut body.payload);
        let message = Message::decode(&octets);
        if !mutant::is_for_device(&message) {
            return Ok(());
        }
        self.commands += 1;
        let only = &self.args.mutation;
        for mutation in MUTATIONS {
            if !only.is_empty() && !only.contains(&mutation.name) {
                continue;
            }
            for n in 0..self.args.count {
                let purpose = format!("{}/{}/{n}", self.commands, mutation.name);
                let mut random = Random::new(self.args.seed, &purpose);
                let made = match self.args.renew {
                    true => mutant::renewed(&message, mutation, &mut random, &self.verifier),
                    false => mutant::plain(&message, mutation, &mut random),
                };
                match made {
                    Ok(mutant) => self.write(&mut record, mutant, output)?,
                    Err(NoMutant::NothingToChange) => {}
                    Err(NoMutant::Keys(missing)) => self.tell(&missing),
                    Err(NoMutant::Broken(broken)) => complain(&format_args!(
                        "{}: record {}: {}: {broken:?}; please report it",
                        record.position.path, record.position.record, mutation.name
                    )),
                }
            }
        }
        Ok(())
    }

    fn tell(&mut self, missing: &[gbcs_parser::protection::Missing]) {
        for missing in missing {
            let text = missing.to_string();
            if self.missing.insert(text.clone()) {
                complain(&format_args!("not signed or MACed anew: {text}"));
            }
        }
    }

    fn write(
        &mut self,
        record: &mut Record,
        mutant: Mutant,
        output: &mut Output,
    ) -> Result<(), Failure> {
        self.written += 1;
        let told = json!({
            "mutation": mutant.mutation,
            "of": { "path": &*record.position.path, "record": record.position.record },
            "renewed": mutant.renewed,
            "conduct": mutant.conduct.name(),
            "breaks": mutant.breaks,
        });
        match self.args.format {
            Written::Hex => {
                writeln!(output, "# {told}")?;
                writeln!(output, "{}", data_encoding::HEXUPPER.encode(&mutant.octets))?;
            }
            Written::Jsonl => {
                let Body::Message(body) = &mut record.body else { return Ok(()) };
                body.payload = mutant.octets;
                let mut object = native::object(record);
                // What the record stated of the original is not true of the mutant.
                for stated in ["originator", "recipient", "originator_counter", "message_code"] {
                    object.remove(stated);
                }
                object.insert("x_mutation".to_owned(), Value::clone(&told));
                serde_json::to_writer(&mut *output, &object).map_err(std::io::Error::from)?;
                output.write_all(b"\n")?;
            }
        }
        Ok(())
    }
}

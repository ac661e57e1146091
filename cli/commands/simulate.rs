//! `gbcheck simulate`: a conforming log of simulated devices, with planted faults on request.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use gbcs_corpus::certificate::KeyFile;
use gbcs_corpus::faults::{self, Fault};
use gbcs_corpus::log::expected_json;
use gbcs_corpus::simulate::{Simulation, devices_toml};
use gbcs_parser::catalogue::Version;

use crate::exit::{Exit, Failure};
use crate::options::Common;
use crate::output::Output;

/// Arguments of `gbcheck simulate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Number of devices: in turn an electricity meter, a gas meter and a hub
    #[arg(long, value_name = "N", default_value = "3")]
    devices: u32,
    /// Number of days
    #[arg(long, value_name = "N", default_value = "7")]
    days: u32,
    /// Same seed, same octets: keys, clocks and readings are made from it
    #[arg(long, value_name = "N", default_value = "1")]
    seed: u64,
    /// GBCS version that the devices claim
    #[arg(long, value_name = "VERSION", default_value = "4.2", value_parser = super::check::version)]
    gbcs: Version,
    /// Plant these faults, each in devices of its own: names of --list-faults, codes of rules, or
    /// all
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    faults: Vec<String>,
    /// Add what looks like a fault and is none
    #[arg(long)]
    near_misses: bool,
    /// List the faults that can be planted, and write nothing else
    #[arg(long)]
    list_faults: bool,
    /// Write the keys that a check needs to this folder
    #[arg(long, value_name = "DIR")]
    write_keys: Option<PathBuf>,
    /// Write a devices file
    #[arg(long, value_name = "FILE")]
    write_devices: Option<PathBuf>,
    /// Write what a check must find, as JSON
    #[arg(long, value_name = "FILE")]
    write_expected: Option<PathBuf>,
}

/// Runs `gbcheck simulate`.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    let mut output = Output::open(common.output.as_deref())?;
    if args.list_faults {
        for fault in faults::faults() {
            writeln!(output, "{}: {}", fault.name, fault.what)?;
        }
        output.finish()?;
        return Ok(Exit::Good);
    }
    let mut simulation =
        Simulation::new(args.devices, args.days, args.seed, &args.gbcs.to_string());
    simulation.faults = planted(&args.faults)?;
    if args.near_misses {
        simulation.faults.extend(faults::near_misses());
    }
    if let Some(folder) = &args.write_keys {
        fs::create_dir_all(folder).map_err(|error| Failure::file(folder, error))?;
    }
    let mut failure = None;
    let mut keep = |folder: &Path, key: KeyFile| {
        let path = folder.join(&key.name);
        fs::write(&path, &key.text).map_err(|error| {
            let kind = error.kind();
            failure = Some(Failure::file(&path, error));
            kind.into()
        })
    };
    let run = match &args.write_keys {
        Some(folder) => simulation.run(&mut output, Some(&mut |key| keep(folder, key))),
        None => simulation.run(&mut output, None),
    };
    let findings = match (failure, run) {
        (Some(failure), _) => return Err(failure),
        (None, run) => run?,
    };
    if let Some(path) = &args.write_devices {
        write(path, &mut |out| devices_toml(&simulation, out))?;
    }
    if let Some(path) = &args.write_expected {
        write(path, &mut |out| {
            serde_json::to_writer_pretty(&mut *out, &expected_json(&findings))?;
            out.write_all(b"\n")
        })?;
    }
    output.finish()?;
    Ok(Exit::Good)
}

/// The faults of names, codes, or `all`.
fn planted(names: &[String]) -> Result<Vec<&'static Fault>, Failure> {
    let mut planted = Vec::new();
    for name in names {
        let before = planted.len();
        if name == "all" {
            planted.extend(faults::faults());
        } else {
            planted.extend(faults::named(name));
        }
        if planted.len() == before {
            return Err(Failure::Usage(format!(
                "there is no fault {name:?}; --list-faults shows them"
            )));
        }
    }
    Ok(planted)
}

/// Writes a file, whole or not at all.
fn write(
    path: &Path,
    content: &mut dyn FnMut(&mut Output) -> std::io::Result<()>,
) -> Result<(), Failure> {
    let mut file = Output::open(Some(path))?;
    content(&mut file).map_err(|error| Failure::file(path, error))?;
    file.finish()
}

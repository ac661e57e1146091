//! `gbcheck simulate`: a conforming log of simulated devices, with planted faults on request.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use gbcs_corpus::certificate::KeyFile;
use gbcs_corpus::faults;
use gbcs_corpus::log::expected_json;
use gbcs_corpus::simulate::{Planting, Simulation, devices_toml};
use gbcs_parser::catalogue::Version;

use crate::exit::{Exit, Failure};
use crate::interrupt;
use crate::options::Common;
use crate::output::Output;

/// Arguments of `gbcheck simulate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Number of devices: in turn an electricity meter, a gas meter, a hub and a prepayment
    /// interface, one home each four
    #[arg(long, value_name = "N", default_value = "4")]
    devices: u32,
    /// Number of days
    #[arg(long, value_name = "N", default_value = "7")]
    days: u32,
    /// Same seed, same octets: keys, clocks and readings are made from it
    #[arg(long, value_name = "N", default_value = "1")]
    seed: u64,
    /// GBCS version that the devices claim; one that is unknown or no longer applicable is told
    /// of each device (VER001, VER004) beside the list
    #[arg(long, value_name = "VERSION", default_value = "4.2", value_parser = super::shape::version)]
    gbcs: Version,
    /// Plant a fault in devices of its own: a name of --list-faults, the code of a rule for all that
    /// break it, or all; with =EUI64, the first device has that identifier (repeatable)
    #[arg(long = "fault", value_name = "RULE[=DEVICE]")]
    faults: Vec<String>,
    /// Add what looks like a fault and is none
    #[arg(long)]
    near_misses: bool,
    /// List the faults that can be planted, and write nothing else
    #[arg(long)]
    list_faults: bool,
}

/// Runs `gbcheck simulate`: the log alone to standard output, or into the folder of `--output` the
/// log, the keys and devices that go with it, and what a check must find.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    if args.list_faults {
        let mut output = Output::open(common.output.as_deref())?;
        for fault in faults::faults() {
            writeln!(output, "{}: {}", fault.name, fault.what)?;
        }
        output.finish()?;
        return Ok(Exit::Good);
    }
    let mut simulation =
        Simulation::new(args.devices, args.days, args.seed, &args.gbcs.to_string());
    simulation.faults = planted(&args.faults)?;
    let mut given = simulation.faults.iter().filter_map(|planting| planting.device);
    if let Some(taken) = given.find(|device| simulation.has(*device)) {
        return Err(Failure::Usage(format!(
            "{taken} is simulated already: a fault is planted in a device of its own"
        )));
    }
    if args.near_misses {
        simulation.faults.extend(faults::near_misses().map(Planting::from));
    }
    match &common.output {
        None => {
            let mut output = Output::open(None)?;
            simulation.run(&mut output, None)?;
            output.finish()?;
            Ok(Exit::Good)
        }
        Some(folder) => fill(folder, &simulation),
    }
}

/// Writes a simulation and what goes with it into a folder.
fn fill(folder: &Path, simulation: &Simulation) -> Result<Exit, Failure> {
    let keys = folder.join("keys");
    fs::create_dir_all(&keys).map_err(|error| Failure::file(&keys, error))?;
    // Keys of another run would stay among these, and a check would take them for keys of it.
    if fs::read_dir(&keys).map_err(|error| Failure::file(&keys, error))?.next().is_some() {
        return Err(Failure::Usage(format!(
            "there are keys in {} already, and they may be of another run: remove the folder, or \
             name another",
            keys.display()
        )));
    }
    let mut failure = None;
    let mut keep = |key: KeyFile| {
        if interrupt::asked() {
            return Err(std::io::Error::other("interrupted"));
        }
        let path = keys.join(&key.name);
        write(&path, &mut |out| out.write_all(key.text.as_bytes())).map_err(|error| {
            failure = Some(error);
            std::io::ErrorKind::Other.into()
        })
    };
    interrupt::watch();
    let mut log = Output::open(Some(&folder.join("log.jsonl")))?;
    let run = simulation.run(interrupt::UntilAsked(&mut log), Some(&mut keep));
    let findings = match (failure, run) {
        _ if interrupt::ends() => {
            // There was none before: see above.
            fs::remove_dir_all(&keys).map_err(|error| Failure::file(&keys, error))?;
            return Ok(Exit::Interrupted);
        }
        (Some(failure), _) => return Err(failure),
        (None, run) => run?,
    };
    log.finish()?;
    write(&folder.join("devices.toml"), &mut |out| devices_toml(simulation, out))?;
    write(&folder.join("log.expected.json"), &mut |out| {
        serde_json::to_writer_pretty(&mut *out, &expected_json(&findings))?;
        out.write_all(b"\n")
    })?;
    Ok(Exit::Good)
}

/// The faults of names, codes, or `all`, each with the device that stands after `=`.
fn planted(names: &[String]) -> Result<Vec<Planting>, Failure> {
    let mut planted = Vec::new();
    for given in names {
        let (name, device) = match given.split_once('=') {
            None => (given.as_str(), None),
            Some((name, device)) => {
                let device = device
                    .parse()
                    .map_err(|_| Failure::Usage(format!("{device:?} is no EUI-64")))?;
                (name, Some(device))
            }
        };
        let before = planted.len();
        let chosen = faults::faults().filter(|fault| {
            name.eq_ignore_ascii_case("all") || fault.name == name || fault.rule() == name
        });
        planted.extend(chosen.map(|fault| Planting { fault, device }));
        match planted.len() - before {
            0 => {
                return Err(Failure::Usage(format!(
                    "there is no fault {name:?}; --list-faults shows them"
                )));
            }
            1 => {}
            more if device.is_some() => {
                return Err(Failure::Usage(format!(
                    "{name} is {more} faults, and one device has one of them"
                )));
            }
            _ => {}
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
    content(&mut file)?;
    file.finish()
}

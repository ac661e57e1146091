//! `gbcheck decode --utrn`: what a top up number says, and whether its MAC is the supplier's.

use std::io::Write;

use gbcs_parser::EntityId;
use gbcs_parser::crypto::utrn::Subject;
use gbcs_parser::crypto::{Context, Verifier};
use gbcs_parser::protection::Outcome;
use gbcs_parser::utrn::Utrn;

use crate::exit::{Exit, Failure};

/// Arguments about top up numbers.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Top up numbers")]
pub struct TopUp {
    /// Show what a top up number says, instead of messages
    #[arg(long, value_name = "DIGITS", conflicts_with_all = ["paths", "depth", "only", "octets"])]
    pub utrn: Option<String>,
    /// The supplier that made it, to check its MAC with --keys
    #[arg(long, value_name = "EUI64", requires_all = ["utrn", "meter", "counter"])]
    supplier: Option<EntityId>,
    /// The meter that it is for
    #[arg(long, value_name = "EUI64", requires_all = ["utrn", "supplier", "counter"])]
    meter: Option<EntityId>,
    /// Its whole originator counter, decimal
    #[arg(long, value_name = "N", requires_all = ["utrn", "supplier", "meter"])]
    counter: Option<u64>,
}

/// Shows one number.
pub fn run(
    digits: &str,
    args: &TopUp,
    verifier: Option<&Verifier<'_>>,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let utrn: Utrn = digits.parse().map_err(|error| Failure::Usage(format!("--utrn: {error}")))?;
    writeln!(out, "top up number  {utrn}")?;
    let (found, due) = (utrn.check_digit(), utrn.expected_check_digit());
    match found == due {
        true => writeln!(out, "check digit    {found}, right")?,
        false => writeln!(out, "check digit    {found}, wrong: the others ask for {due}")?,
    }
    writeln!(out, "value          {} {}", utrn.value(), utrn.value_class())?;
    writeln!(out, "counter        bits 32 to 41 are {}", utrn.counter_bits())?;
    let mut good = found == due;
    match (args.supplier, args.meter, args.counter) {
        (Some(supplier), Some(device), Some(counter)) => {
            if counter & 0xFFFF_FFFF != 0 || (counter >> 32 & 0x3FF) as u16 != utrn.counter_bits() {
                good = false;
                writeln!(out, "               not those of {counter}")?;
            }
            let subject = Subject { supplier, device, counter };
            let outcome =
                verifier.map(|verifier| verifier.check_utrn(&utrn, &subject, &Context::default()));
            match outcome {
                None => writeln!(out, "MAC            {:08X}, not checked: no --keys", utrn.mac())?,
                Some(Outcome::NotChecked { missing }) => {
                    let why: Vec<String> = missing.iter().map(ToString::to_string).collect();
                    let why = why.join("; ");
                    writeln!(out, "MAC            {:08X}, not checked: {why}", utrn.mac())?;
                }
                Some(Outcome::Valid(by)) => {
                    writeln!(out, "MAC            {:08X}, valid: {by}", utrn.mac())?;
                }
                Some(Outcome::Invalid { .. } | Outcome::Absent) => {
                    good = false;
                    writeln!(out, "MAC            {:08X}, invalid", utrn.mac())?;
                }
            }
        }
        _ => writeln!(
            out,
            "MAC            {:08X}, not checked: needs --supplier, --meter, --counter, --keys",
            utrn.mac()
        )?,
    }
    Ok(if good { Exit::Good } else { Exit::Findings })
}

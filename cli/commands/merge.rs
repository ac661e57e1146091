//! `gbcheck merge`: makes the report of a run from its parts.

use std::path::PathBuf;
use std::sync::Arc;

use gbcs_rules::engine::Engine;

use super::reporting::{Reporting, Seen};
use super::shape::Shape;
use crate::exit::{Exit, Failure};
use crate::kept::MadeWith;
use crate::kept::part::{self, Merged};
use crate::keys::Protect;
use crate::options::Common;
use crate::pipeline::Judged;
use crate::progress::Progress;
use crate::report::gallery::Gallery;
use crate::{config, inputs};

/// Arguments of `gbcheck merge`. The options that decide what is judged have to be those of the
/// parts.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files that `gbcheck check --partial` has written, in any order
    #[arg(value_name = "PART", required = true)]
    pub parts: Vec<PathBuf>,
    #[command(flatten)]
    pub shape: Shape,
}

/// Runs `gbcheck merge`.
pub fn run(args: &Args, common: &Common) -> Result<Exit, Failure> {
    let shape = &args.shape;
    let files = shape.config_files(common);
    let profile = shape.profile(common, &files)?;
    let config_sha256 = config::sha256(&files)?;
    let made_with = MadeWith::of(shape, common, config_sha256.clone());
    let reporting = Reporting::open(shape, common, &args.parts)?;
    let protect = Protect::new(common)?;
    let mut engine = Engine::new(&profile, &protect);
    let merged = part::merge(&args.parts, &made_with, shape.timeline, &mut engine)?;
    let Merged { inputs, skipped, late, watchers } = merged;
    let paths: Vec<Arc<str>> = inputs.iter().map(|input| input.path.as_str().into()).collect();
    let results = engine.finish(&paths);
    let judged = Judged { inputs, skipped, results, late, partial: false };
    // The messages of findings are read once more from the inputs, where these are at hand.
    let gallery = match reporting.page {
        false => None,
        true => {
            let options = inputs::Options {
                expect_from_names: shape.expect_from_names,
                ..inputs::Options::new(common, &shape.limits, &files)?
            };
            Some(Gallery::collect(options, &judged.results.findings))
        }
    };
    let seen = Seen { judged, protect, watchers, gallery };
    reporting.write(shape, &profile, config_sha256, &seen, &Progress::new(common))
}

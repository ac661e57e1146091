//! Files that the program keeps for another run of itself: checkpoints and parts.
//!
//! Each begins with a line that says what it is and in which version of its form, and then what it
//! was made with: a file is only gone on with by the same program, rules and options.

pub mod checkpoint;
pub mod part;

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::path::Path;

use gbcs_rules::registry;
use gbcs_rules::saved::{Damage, Reader};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::commands::shape::Shape;
use crate::exit::Failure;
use crate::options::Common;
use crate::report;

/// Octets of the first line at the most.
const MAX_LINE: u64 = 64;

/// A kind of file that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The beginning of its first line.
    name: &'static str,
    /// What people call it.
    words: &'static str,
    /// Version of its form: another one is refused.
    version: u32,
}

/// A run that can be continued.
pub const CHECKPOINT: Kind = Kind { name: "gbcheck-checkpoint", words: "checkpoint", version: 5 };

impl Kind {
    /// The first line.
    pub fn line(self) -> String {
        format!("{}/{}\n", self.name, self.version)
    }

    /// Opens a file of this kind, behind its first line.
    pub fn open(self, path: &Path) -> Result<Reader<BufReader<File>>, Failure> {
        let failed = |error| Failure::file(path, error);
        let mut file = BufReader::new(File::open(path).map_err(failed)?);
        let mut line = Vec::new();
        file.by_ref().take(MAX_LINE).read_until(b'\n', &mut line).map_err(failed)?;
        if line == self.line().as_bytes() {
            return Ok(Reader::new(file));
        }
        let line = String::from_utf8_lossy(&line);
        let version = line.strip_prefix(self.name).and_then(|rest| rest.strip_prefix('/'));
        Err(refused(
            path,
            match version {
                Some(version) => format!(
                    "a {} of form {}; this program reads form {}",
                    self.words,
                    version.trim_end(),
                    self.version
                ),
                None => format!("this is no {} of gbcheck", self.words),
            },
        ))
    }
}

/// A file that does not fit, with the reason.
pub fn refused(path: &Path, why: impl std::fmt::Display) -> Failure {
    Failure::Usage(format!("{}: {why}", path.display()))
}

/// A file that cannot be read to its end. Offsets are counted from behind the first line.
pub fn damaged(path: &Path, kind: Kind, damage: &Damage) -> Failure {
    let offset = damage.offset + kind.line().len() as u64;
    refused(path, Damage { offset, ..damage.clone() })
}

/// What a file was made with: it fits a run with the same alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeWith {
    /// Version of the program.
    program: String,
    /// SHA-256 over what is fixed of each rule.
    rules: [u8; 32],
    /// Options that decide what is found, as they were given, and hashes of the files that they name.
    options: Vec<(String, String)>,
}

impl MadeWith {
    /// What this run is made with.
    pub fn of(shape: &Shape, common: &Common, config_sha256: Option<String>) -> Self {
        let given = report::options(shape).into_iter();
        let options: Vec<(String, String)> = given
            .filter(|(name, _)| *name != "skip-unreadable")
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        let program = env!("CARGO_PKG_VERSION").to_owned();
        let mut made_with = Self { program, rules: rules(), options };
        let brokers: Vec<_> = common.acb.iter().map(ToString::to_string).collect();
        for (name, value) in [
            ("reorder-window", Some(shape.reorder_window.to_string())),
            ("input", common.input.map(|form| form.name().to_owned())),
            ("keys", common.keys.as_ref().map(|keys| keys.display().to_string())),
            ("acb", (!brokers.is_empty()).then(|| brokers.join(","))),
            ("config and --devices (SHA-256)", config_sha256),
        ] {
            made_with.add(name, value);
        }
        made_with
    }

    /// Adds a further option in which this kind of file has to agree, where it is given.
    pub fn add(&mut self, name: &str, value: Option<String>) {
        self.options.extend(value.map(|value| (name.to_owned(), value)));
    }

    /// In which a file that was made with `self` differs from this run; `None` where it fits.
    pub fn differs(&self, run: &Self) -> Option<String> {
        if self.program != run.program {
            let (theirs, mine) = (&self.program, &run.program);
            return Some(format!("it was made by gbcheck {theirs}, and this is {mine}"));
        }
        if self.rules != run.rules {
            return Some("it was made by a build with other rules".to_owned());
        }
        let value = |options: &[(String, String)], name: &str| {
            options.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone())
        };
        let differs = self.options.iter().chain(&run.options).find_map(|(name, _)| {
            let (then, now) = (value(&self.options, name), value(&run.options, name));
            (then != now).then_some((name, then, now))
        });
        let (name, then, now) = differs?;
        let shown = |value: Option<String>| value.unwrap_or_else(|| "none".to_owned());
        Some(format!("it was made with --{name} {}, and now it is {}", shown(then), shown(now)))
    }
}

/// What is fixed of each rule, in one hash.
fn rules() -> [u8; 32] {
    let mut hash = Sha256::new();
    for rule in registry::rules() {
        hash.update(format!("{} {} {:?}\n", rule.code, rule.name, rule.severity));
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(options: &[(&str, &str)]) -> MadeWith {
        let options = options.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        MadeWith { program: "1".into(), rules: [0; 32], options: options.collect() }
    }

    #[test]
    fn what_differs_is_told() {
        let (old, new) = (made(&[("gbcs", "4.1"), ("select", "ENV")]), made(&[("gbcs", "4.2")]));
        assert_eq!(old.differs(&old), None);
        let told = |a: &MadeWith, b: &MadeWith| a.differs(b).unwrap();
        assert_eq!(told(&old, &new), "it was made with --gbcs 4.1, and now it is 4.2");
        let new = made(&[("gbcs", "4.1")]);
        assert_eq!(told(&old, &new), "it was made with --select ENV, and now it is none");
        assert_eq!(told(&new, &old), "it was made with --select none, and now it is ENV");
        let other = MadeWith { program: "2".into(), ..new.clone() };
        assert_eq!(told(&new, &other), "it was made by gbcheck 1, and this is 2");
    }

    #[test]
    fn a_first_line_is_read_as_far_as_one_may_be() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept");
        let told = |line: &str| {
            std::fs::write(&path, line).unwrap();
            match CHECKPOINT.open(&path).err() {
                Some(Failure::Usage(why)) => why,
                other => panic!("{other:?}"),
            }
        };
        // The version is told, of which no more is read than a first line may have.
        let name = format!("{}/", CHECKPOINT.name);
        let most = "9".repeat(MAX_LINE as usize - name.len());
        let versions = [(most.len(), &most), (most.len() + 1000, &most)];
        for (digits, version) in versions {
            let why = told(&(name.clone() + &"9".repeat(digits)));
            assert!(
                why.ends_with(&format!("of form {version}; this program reads form 5")),
                "{why}"
            );
        }
    }
}

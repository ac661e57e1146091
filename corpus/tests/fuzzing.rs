//! What the fuzz targets begin with and what they once found, on the stable compiler.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::fs;
use std::path::PathBuf;

use gbcs_corpus::oracle::targets::{TARGETS, Target, dictionary};
use gbcs_corpus::random::{Random, digest};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../fuzz")
}

/// All seeds of a target hold; with `GBCHECK_SEEDS` they are written to `<that folder>/<target>`.
fn seeds(name: &str) {
    let target = named(name);
    let seeds = (target.seeds)();
    assert!(seeds.len() >= 4, "{name}");
    for seed in &seeds {
        assert!(!seed.is_empty(), "{name}");
        assert_eq!((target.body)(seed), Ok(()), "{name}");
    }
    if let Some(folder) = std::env::var_os("GBCHECK_SEEDS") {
        let folder = PathBuf::from(folder).join(name);
        fs::create_dir_all(&folder).unwrap();
        for seed in &seeds {
            let name: String =
                digest(0, &[seed]).iter().take(8).map(|octet| format!("{octet:02x}")).collect();
            fs::write(folder.join(name), seed).unwrap();
        }
        eprintln!("{} seeds written to {}", seeds.len(), folder.display());
    }
}

fn named(name: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.name == name).unwrap()
}

macro_rules! seeds_of {
    ($($name:ident)*) => {
        mod seeds {
            $(#[test] fn $name() { super::seeds(stringify!($name)); })*
        }

        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

seeds_of!(decode roundtrip check break_one hex_log jsonl duis_xml pcap archive crypto kept);

/// Changed seeds of each target, and of those that judge a whole log for each.
const CHANGED: usize = 200;
const CHANGED_LOGS: usize = 40;

/// Targets that judge a whole log.
const OF_LOGS: [&str; 2] = ["check", "kept"];

/// A seed with up to four changes.
fn changed(seed: &[u8], random: &mut Random) -> Vec<u8> {
    let mut octets = seed.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(octets.len() as u64) as usize;
        let end = octets.len().min(at + 1 + random.below(32) as usize);
        match random.below(6) {
            0 => octets[at] ^= 1 << random.below(8),
            1 => octets[at] = random.below(256) as u8,
            2 => octets.insert(at, random.below(256) as u8),
            3 => drop(octets.drain(at..end)),
            4 => drop(octets.splice(end..end, octets[at..end].to_vec()).count()),
            _ => octets.truncate(at),
        }
        if octets.is_empty() {
            return octets;
        }
    }
    octets
}

/// What fuzzing does for hours, for some seconds, without coverage to guide it and the same each time.
#[test]
fn changed_seeds_hold() {
    for target in TARGETS {
        let (seeds, mut random) = ((target.seeds)(), Random::new(1, target.name));
        for _ in 0..if OF_LOGS.contains(&target.name) { CHANGED_LOGS } else { CHANGED } {
            let seed = &seeds[random.below(seeds.len() as u64) as usize];
            let octets = changed(seed, &mut random);
            let held = std::panic::catch_unwind(|| (target.body)(&octets));
            let name = target.name;
            match held {
                Ok(held) => assert_eq!(held, Ok(()), "{name}: {octets:02x?}"),
                Err(panic) => {
                    eprintln!("{name}: {octets:02x?}");
                    std::panic::resume_unwind(panic);
                }
            }
        }
    }
}

#[test]
fn every_target_has_its_file_and_its_entry() {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    assert_eq!(names, NAMES);
    let manifest = fs::read_to_string(folder().join("Cargo.toml")).unwrap();
    let mut files: Vec<String> = fs::read_dir(folder().join("fuzz_targets"))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    files.sort();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(files, sorted);
    for name in names {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
    }
}

#[test]
fn regressions_hold() {
    let mut replayed = 0;
    for target in TARGETS {
        // A target that never found anything has no folder.
        let Ok(entries) = fs::read_dir(folder().join("regressions").join(target.name)) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            let octets = fs::read(&path).unwrap();
            assert_eq!((target.body)(&octets), Ok(()), "{}", path.display());
            replayed += 1;
        }
    }
    assert!(replayed > 0, "no regressions in {}", folder().display());
}

#[test]
fn every_folder_of_regressions_is_of_a_target() {
    for entry in fs::read_dir(folder().join("regressions")).unwrap() {
        let name = entry.unwrap().file_name();
        assert!(NAMES.iter().any(|known| *known == name), "{}", name.to_string_lossy());
    }
}

#[test]
fn the_dictionary_is_up_to_date() {
    let path = folder().join("dictionary.txt");
    if std::env::var_os("GBCHECK_REFRESH").is_some() {
        fs::write(&path, dictionary()).unwrap();
    }
    assert!(
        fs::read_to_string(&path).unwrap_or_default() == dictionary(),
        "refresh it: GBCHECK_REFRESH=1 cargo test -p gbcs-corpus --test fuzzing"
    );
}

//! The program from its start to its end, over a log on disk: what a person waits for.
//! `docs/performance.md` has the figures.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::ItemsCount;
use gbcs_corpus::simulate::Simulation;
use tempfile::TempDir;

fn main() {
    divan::main();
}

struct Made {
    folder: TempDir,
    records: usize,
}

impl Made {
    fn log(&self) -> PathBuf {
        self.folder.path().join("log.jsonl")
    }
}

static MADE: LazyLock<Made> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let mut log = Vec::new();
    Simulation::new(300, 30, 1, "4.2").run(&mut log, None).unwrap();
    let records = log.iter().filter(|octet| **octet == b'\n').count();
    fs::write(folder.path().join("log.jsonl"), log).unwrap();
    Made { folder, records }
});

fn run(arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_gbcheck"))
        .args(arguments)
        .arg(MADE.log())
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
}

/// From the start of the program to its end, without an input.
#[divan::bench]
fn start() {
    let program = env!("CARGO_BIN_EXE_gbcheck");
    let status = Command::new(program).arg("--version").stdout(Stdio::null()).status().unwrap();
    assert!(status.success());
}

#[divan::bench(sample_count = 10)]
fn decode_to_json(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(MADE.records)).bench(|| run(&["decode", "--format", "json"]));
}

#[divan::bench(sample_count = 10, args = ["1", "2"])]
fn check(bencher: Bencher<'_, '_>, jobs: &str) {
    let arguments = ["check", "--jobs", jobs, "--format", "json"];
    bencher.counter(ItemsCount::new(MADE.records)).bench(|| run(&arguments));
}

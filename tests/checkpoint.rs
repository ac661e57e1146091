//! A run that was ended in its middle and continued gives the report that it would have given.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use gbcs_corpus::random::Random;
use gbcs_rules::saved::Writer;
use tempfile::TempDir;

use crate::run::{Ran, command, gbcheck};

/// How long a run may take to write its next checkpoint.
const PATIENCE: Duration = Duration::from_secs(60);

/// A simulated fleet with all planted faults, and a place for checkpoints.
struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new(devices: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let fleet = folder.path().join("fleet");
        let fleet = fleet.to_str().unwrap();
        let args =
            ["simulate", "--output", fleet, "--devices", devices, "--days", "9", "--fault", "all"];
        let ran = gbcheck(&args, b"");
        assert_eq!(ran.code, 0, "{}", ran.err);
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn args(&self, more: &[&str]) -> Vec<String> {
        let [fleet, keys] = ["fleet", "fleet/keys"].map(|name| self.path(name));
        let fixed = ["check", fleet.to_str().unwrap(), "--keys", keys.to_str().unwrap()];
        fixed.iter().chain(more).map(|arg| (*arg).to_owned()).collect()
    }

    /// The same with a checkpoint after every block.
    fn kept(&self, more: &[&str]) -> Vec<String> {
        let file = self.path("checkpoint");
        let kept = ["--checkpoint", file.to_str().unwrap(), "--checkpoint-every", "0"];
        self.args(&[more, &kept].concat())
    }
}

fn run(args: &[String]) -> Ran {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    gbcheck(&args, b"")
}

/// What distinguishes one checkpoint from the next.
fn state(path: &Path) -> Option<(u64, std::time::SystemTime)> {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.len(), metadata.modified().ok()?))
}

/// Starts a run and kills it a while after it has written some checkpoints. True where it had not
/// ended before.
fn kill(args: &[String], file: &Path, checkpoints: usize, then: Duration) -> bool {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let mut child = command(&args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let (begun, mut last, mut seen) = (Instant::now(), state(file), 0);
    while seen < checkpoints && begun.elapsed() < PATIENCE {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        let now = state(file);
        seen += usize::from(now.is_some() && now != last);
        last = now;
        thread::sleep(Duration::from_millis(1));
    }
    thread::sleep(then);
    let running = child.try_wait().unwrap().is_none();
    let _ = child.kill();
    child.wait().unwrap();
    running
}

#[test]
fn a_run_killed_and_continued_at_ten_points_gives_the_same_report() {
    let bench = Bench::new("200");
    let format = ["--format", "json", "--report", &format!("html={}", bench.path("a").display())];
    let whole = run(&bench.args(&format));
    assert!(whole.out.len() > 100_000, "{}", whole.err);
    // With two threads: blocks of more are larger, and the log would end before the last kill.
    let b = format!("html={}", bench.path("b").display());
    let format = ["--jobs", "2", "--format", "json", "--report", &b];
    // It lies among the inputs, and is none.
    let file = bench.path("fleet/checkpoint");
    let kept = ["--checkpoint", file.to_str().unwrap(), "--checkpoint-every", "0"];
    let args = bench.args(&[&format[..], &kept].concat());
    let mut random = Random::new(1, "kills");
    for n in 0..10 {
        let checkpoints = 1 + random.below(2) as usize;
        let then = Duration::from_millis(random.below(40));
        assert!(kill(&args, &file, checkpoints, then), "kill {n} came after the end");
    }
    let continued = run(&args);
    assert!(continued.err.contains("the run is continued from here"), "{}", continued.err);
    assert_eq!((continued.code, continued.out), (whole.code, whole.out));
    assert!(fs::read(bench.path("a")).unwrap() == fs::read(bench.path("b")).unwrap());
    assert!(!file.exists(), "the checkpoint of a run that has ended");
}

/// A checkpoint from the middle of a run.
fn left(bench: &Bench) -> Vec<u8> {
    let file = bench.path("checkpoint");
    // With one thread: its blocks are the smallest, and their number is that of any machine.
    assert!(kill(&bench.kept(&["--format", "json", "--jobs", "1"]), &file, 5, Duration::ZERO));
    fs::read(&file).unwrap()
}

#[test]
fn a_checkpoint_that_does_not_fit_is_refused() {
    let bench = Bench::new("60");
    let whole = left(&bench);
    let file = bench.path("checkpoint");
    let refuse = |args: &[String], why: &str| {
        let ran = run(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
        assert!(ran.err.contains(why), "{why}: {}", ran.err);
        assert!(ran.err.contains("checkpoint: "), "no file is named: {}", ran.err);
    };
    let json = bench.kept(&["--format", "json"]);
    refuse(&bench.kept(&["--gbcs", "4.1"]), "with --gbcs none, and now it is 4.1");
    refuse(&bench.kept(&["--format", "html"]), "with --format html none, and now it is wanted");
    fs::write(&file, "{}").unwrap();
    refuse(&json, "this is no checkpoint of gbcheck");
    fs::write(&file, "gbcheck-checkpoint/9\n").unwrap();
    refuse(&json, "a checkpoint of form 9; this program reads form 5");
    fs::write(&file, &whole[..whole.len() - 1]).unwrap();
    refuse(&json, "it is cut short");
    fs::write(&file, [&whole[..], b"x"].concat()).unwrap();
    refuse(&json, "more follows where it should end");
    fs::write(&file, &whole).unwrap();
    let log = bench.path("fleet/log.jsonl");
    let text = fs::read_to_string(&log).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.remove(100);
    fs::write(&log, lines.join("\n")).unwrap();
    refuse(&json, "the inputs are not those that the checkpoint was made of");
    fs::write(&log, lines[..100].join("\n")).unwrap();
    refuse(&json, "the inputs are not those that the checkpoint was made of");
    fs::write(&log, text).unwrap();
    assert_eq!(run(&json).code, 1);
}

#[test]
fn octets_of_a_checkpoint_that_are_changed_or_missing_are_told() {
    let bench = Bench::new("12");
    let whole = left(&bench);
    let mut random = Random::new(1, "octets");
    for n in 0..40 {
        let mut octets = whole.clone();
        let at = random.below(octets.len() as u64) as usize;
        match n % 2 {
            0 => octets[at] ^= 1 << random.below(8),
            _ => octets.truncate(at),
        }
        fs::write(bench.path("checkpoint"), &octets).unwrap();
        let ran = run(&bench.kept(&["--format", "json"]));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "octet {at}: {}", ran.err);
        assert!(!ran.err.contains("panicked"), "octet {at}: {}", ran.err);
    }
}

/// The chunks of a checkpoint behind its first line.
fn chunks(file: &[u8]) -> (&[u8], Vec<Vec<u8>>) {
    let line = file.iter().position(|octet| *octet == b'\n').unwrap() + 1;
    let (mut chunks, mut rest) = (Vec::new(), &file[line..]);
    while let [a, b, c, d, _, _, _, _, behind @ ..] = rest {
        let (chunk, next) = behind.split_at(u32::from_le_bytes([*a, *b, *c, *d]) as usize);
        chunks.push(chunk.to_vec());
        rest = next;
    }
    (&file[..line], chunks)
}

/// Checksums keep nobody out who means harm: what is in the chunks is looked at as well.
#[test]
fn chunks_that_were_changed_with_their_checksums_do_no_harm() {
    let bench = Bench::new("12");
    let whole = left(&bench);
    let (line, chunks) = chunks(&whole);
    let mut random = Random::new(1, "chunks");
    for n in 0..60 {
        let mut changed = chunks.clone();
        // The small chunks in front as often as those of devices.
        let most = if n % 2 == 0 { 5 } else { changed.len() };
        let chunk = &mut changed[random.below(most as u64) as usize];
        for _ in 0..=random.below(4) {
            let at = random.below(chunk.len() as u64) as usize;
            match chunk.get_mut(at) {
                Some(octet) => *octet = random.below(256) as u8,
                None => chunk.push(0xFF),
            }
        }
        let mut writer = Writer::new(line.to_vec());
        changed.iter().for_each(|chunk| writer.octets(chunk).unwrap());
        fs::write(bench.path("checkpoint"), writer.into_inner()).unwrap();
        let ran = run(&bench.kept(&["--format", "json"]));
        assert!((0..=2).contains(&ran.code), "{n}: {}", ran.code);
        assert!(!ran.err.contains("panicked"), "{n}: {}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_a_checkpoint_and_is_continued() {
    let bench = Bench::new("200");
    let whole = run(&bench.args(&["--format", "json"]));
    let file = bench.path("checkpoint");
    let kept = bench.args(&[
        "--format",
        "json",
        "--checkpoint",
        file.to_str().unwrap(),
        "--progress",
        "always",
    ]);
    let args: Vec<&str> = kept.iter().map(String::as_str).collect();
    let child = command(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Half the time that it takes; wherever that is, what comes of it must be the same.
    thread::sleep(Duration::from_millis(700));
    let pid = child.id().to_string();
    let sent = std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(sent.success(), "it has ended before");
    if output.status.code() == Some(2) {
        assert!(String::from_utf8_lossy(&output.stdout).contains("\"partial\": true"));
    }
    let continued = run(&kept);
    assert_eq!((continued.code, continued.out), (whole.code, whole.out));
    assert!(!file.exists());
}

//! How far a long run has come, in one line of standard error that is written over and over.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::options::{Common, When};
use crate::report::plural;

/// Time between two states of the line: often enough to look alive, seldom enough to cost nothing.
const INTERVAL: Duration = Duration::from_millis(200);
/// Time before the first line: short runs need none, and before it no rate can be told.
const PATIENCE: Duration = Duration::from_millis(500);
/// Goes to the begin of the line and clears it.
const CLEAR: &str = "\r\x1b[K";

/// True while the line stands on the terminal, for those who want to write something else there.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// Takes the line away, if there is one, so that something else can be written.
pub fn clear() {
    if SHOWN.swap(false, Ordering::Relaxed) {
        let _ = write!(io::stderr(), "{CLEAR}");
    }
}

/// Counts what was read, and shows it.
#[derive(Debug)]
pub struct Progress {
    shown: bool,
    begun: Instant,
    last: Mutex<Instant>,
    /// Octets of all inputs; 0 where it is not known.
    size: AtomicU64,
    octets: AtomicU64,
    inputs: AtomicU64,
    inputs_read: AtomicU64,
    records: AtomicU64,
}

impl Progress {
    /// Progress that is shown as the options want it.
    #[must_use]
    pub fn new(common: &Common) -> Self {
        let shown = match common.progress {
            When::Always => true,
            When::Never => false,
            When::Auto => !common.quiet && io::stderr().is_terminal(),
        };
        let begun = Instant::now();
        Self {
            shown,
            begun,
            last: Mutex::new(begun),
            size: AtomicU64::new(0),
            octets: AtomicU64::new(0),
            inputs: AtomicU64::new(0),
            inputs_read: AtomicU64::new(0),
            records: AtomicU64::new(0),
        }
    }

    /// Takes note of an input that will be read: its size, where it is a file.
    pub fn expect(&self, file: Option<&Path>) {
        self.inputs.fetch_add(1, Ordering::Relaxed);
        // The size serves the time that is left, and nothing else.
        if let Some(metadata) = file.filter(|_| self.shown).and_then(|path| path.metadata().ok()) {
            self.size.fetch_add(metadata.len(), Ordering::Relaxed);
        }
    }

    /// Takes note of octets that were read.
    pub fn read(&self, octets: usize) {
        self.octets.fetch_add(octets as u64, Ordering::Relaxed);
    }

    /// Takes note of an input that was read to its end.
    pub fn read_input(&self) {
        self.inputs_read.fetch_add(1, Ordering::Relaxed);
        self.tick(0);
    }

    /// Takes note of records that were judged, and writes the line anew where it is time.
    pub fn tick(&self, records: usize) {
        self.records.fetch_add(records as u64, Ordering::Relaxed);
        let now = Instant::now();
        if !self.shown || now.duration_since(self.begun) < PATIENCE {
            return;
        }
        // Somebody else is writing it where the lock is held.
        let Ok(mut last) = self.last.try_lock() else { return };
        if now.duration_since(*last) < INTERVAL {
            return;
        }
        *last = now;
        SHOWN.store(true, Ordering::Relaxed);
        let _ = write!(io::stderr(), "{CLEAR}gbcheck: {}", self.line(now - self.begun));
    }

    /// Ends with a line that stays; `totals` says what was found.
    pub fn finish(&self, totals: &str) {
        if !self.shown {
            return;
        }
        clear();
        let records = self.records.load(Ordering::Relaxed);
        let inputs = self.inputs_read.load(Ordering::Relaxed);
        let time = self.begun.elapsed().as_secs_f64();
        let _ = writeln!(
            io::stderr(),
            "gbcheck: {} {} of {} {} in {time:.1} s: {totals}",
            grouped(records),
            plural(records as usize, "record"),
            grouped(inputs),
            plural(inputs as usize, "input")
        );
    }

    /// Inputs, records, rate, and the part and the time that are left, where that can be told.
    fn line(&self, elapsed: Duration) -> String {
        let load = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let records = load(&self.records);
        let rate = (records as f64 / elapsed.as_secs_f64().max(0.001)) as u64;
        let mut line = format!(
            "{} of {} inputs, {} records, {}/s",
            load(&self.inputs_read),
            load(&self.inputs),
            grouped(records),
            grouped(rate)
        );
        let (size, octets) = (load(&self.size), load(&self.octets));
        if size > 0 && octets > 0 {
            // What is read twice, since it was closed meanwhile, counts once.
            let done = (octets as f64 / size as f64).min(1.0);
            let left = elapsed.as_secs_f64() / done - elapsed.as_secs_f64();
            line.push_str(&format!(", {:.0} %, {} left", done * 100.0, duration(left)));
        }
        line
    }
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Seconds as people say them.
fn duration(seconds: f64) -> String {
    match seconds.ceil() as u64 {
        seconds @ 0..=99 => format!("{seconds} s"),
        seconds @ 100..=5999 => format!("{} min", seconds.div_ceil(60)),
        seconds => format!("{} h {:02} min", seconds / 3600, seconds % 3600 / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::{duration, grouped};

    #[test]
    fn numbers_and_times_are_read_at_a_glance() {
        assert_eq!([0, 999, 1000, 1234567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
        let times = [0.2, 99.0, 100.0, 7300.0].map(duration);
        assert_eq!(times, ["1 s", "99 s", "2 min", "2 h 01 min"]);
    }
}

//! The voltage of a device: its profile against the grid of its averaging period and its thresholds.

use std::collections::BTreeMap;
use std::io::{self, Write};

use gbcs_parser::record::Time;

use super::super::pictures::{Phase, Picture};
use super::super::words::plural;
use super::timeline::{along, axis};

/// Height of the drawing.
const HEIGHT: f64 = 160.0;
/// Lines of the grid; a grid of more would fill the picture.
const MAX_GRID: i64 = 100;
/// Columns of the drawing: of the entries in one column the lowest and the highest are drawn.
const COLUMNS: usize = 500;
/// Half an hour: the grid where no averaging period was told.
const HALF_HOUR_S: u64 = 1800;

/// Writes a figure for each phase of which the profile was read.
pub fn write(out: &mut dyn Write, picture: &Picture) -> io::Result<()> {
    let of_all = picture.voltage.get(&0);
    for (number, phase) in &picture.voltage {
        if !phase.entries.is_empty() {
            figure(out, *number, phase, of_all)?;
        }
    }
    Ok(())
}

/// What of a phase is drawn.
struct Chart<'p> {
    entries: &'p BTreeMap<Time, f64>,
    /// Averaging period in milliseconds.
    period_ms: i64,
    thresholds: BTreeMap<String, f64>,
    range: (Time, Time),
    lowest: f64,
    highest: f64,
}

impl<'p> Chart<'p> {
    fn new(phase: &'p Phase, of_all: Option<&Phase>) -> Option<Self> {
        let (first, _) = phase.entries.first_key_value()?;
        let (last, _) = phase.entries.last_key_value()?;
        let period = phase.period_s.or(of_all.and_then(|all| all.period_s)).unwrap_or(HALF_HOUR_S);
        let mut thresholds = of_all.map(|all| all.thresholds.clone()).unwrap_or_default();
        thresholds.extend(phase.thresholds.clone());
        let all = || phase.entries.values().chain(thresholds.values()).copied();
        let (lowest, highest) =
            (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
        Some(Self {
            entries: &phase.entries,
            period_ms: i64::try_from(period).unwrap_or(i64::MAX / 1000).clamp(1, i64::MAX / 1000)
                * 1000,
            range: (*first, *last),
            // A flat line stands in the middle.
            lowest: lowest - 2.0,
            highest: highest + 2.0,
            thresholds,
        })
    }

    fn y(&self, volts: f64) -> f64 {
        (HEIGHT - (volts - self.lowest) / (self.highest - self.lowest) * HEIGHT).clamp(0.0, HEIGHT)
    }

    fn is_on_grid(&self, time: Time) -> bool {
        time.0.rem_euclid(self.period_ms) == 0
    }

    /// The moments of the grid, at a whole multiple of the period where there are too many.
    fn grid(&self) -> impl Iterator<Item = Time> {
        let (first, last) = self.range;
        let lines = (last.0 - first.0) / self.period_ms;
        let step = self.period_ms.saturating_mul(lines / MAX_GRID + 1);
        let begin = first.0.div_euclid(step) * step;
        (0..=MAX_GRID + 1)
            .map(move |n| Time(begin.saturating_add(n.saturating_mul(step))))
            .filter(move |time| *time >= first && *time <= last)
    }

    /// The path of the averages: broken where entries are missing.
    fn path(&self) -> String {
        let mut path = String::new();
        let mut before: Option<Time> = None;
        let per_column = self.entries.len().div_ceil(COLUMNS);
        let entries: Vec<_> = self.entries.iter().collect();
        for column in entries.chunks(per_column.max(1)) {
            let lowest = column.iter().min_by(|a, b| a.1.total_cmp(b.1));
            let highest = column.iter().max_by(|a, b| a.1.total_cmp(b.1));
            let mut ends: Vec<_> = lowest.into_iter().chain(highest).collect();
            ends.sort_by_key(|(time, _)| **time);
            ends.dedup_by_key(|(time, _)| **time);
            for (time, volts) in ends {
                let gap = self.period_ms.saturating_mul(per_column.max(1) as i64 * 3 / 2 + 1);
                let goes_on = before.is_some_and(|before| time.0 - before.0 < gap);
                let pen = if goes_on { 'L' } else { 'M' };
                let (x, y) = (along(**time, self.range), self.y(**volts));
                path.push_str(&format!("{pen}{x} {y:.0}"));
                before = Some(**time);
            }
        }
        path
    }
}

fn figure(
    out: &mut dyn Write,
    number: u8,
    phase: &Phase,
    of_all: Option<&Phase>,
) -> io::Result<()> {
    let Some(chart) = Chart::new(phase, of_all) else { return Ok(()) };
    let off: Vec<_> = chart.entries.iter().filter(|(time, _)| !chart.is_on_grid(**time)).collect();
    let count = chart.entries.len();
    let entries = plural(count, "average");
    let name = if number == 0 { String::new() } else { format!(" of phase {number}") };
    write!(
        out,
        "<figure class=\"voltage\"><figcaption>Voltage profile{name}: {count} {entries}, period {} s, \
         {} off the grid",
        chart.period_ms / 1000,
        off.len()
    )?;
    for (name, volts) in &chart.thresholds {
        write!(out, "; {name} {volts} V")?;
    }
    let (highest, lowest) = (chart.highest.round(), chart.lowest.round());
    write!(
        out,
        ".</figcaption><div class=\"plot\"><p class=\"volts\" aria-hidden=\"true\">\
         <span>{highest} V</span><span>{lowest} V</span></p>\
         <svg viewBox=\"0 0 1000 {HEIGHT}\" height=\"{HEIGHT}\" preserveAspectRatio=\"none\" \
         role=\"img\" aria-label=\"Voltage profile{name}\"><path class=\"grid\" d=\""
    )?;
    for time in chart.grid() {
        write!(out, "M{} 0V{HEIGHT}", along(time, chart.range))?;
    }
    out.write_all(b"\"/>")?;
    for (name, volts) in &chart.thresholds {
        let y = chart.y(*volts);
        write!(
            out,
            "<path class=\"threshold\" d=\"M0 {y:.0}H1000\"><title>{name} {volts} V</title></path>"
        )?;
    }
    write!(out, "<path class=\"average\" d=\"{}\"/><path class=\"off\" d=\"", chart.path())?;
    for (time, volts) in off.iter().take(COLUMNS) {
        let (x, y) = (along(**time, chart.range), chart.y(**volts));
        write!(out, "M{x} {:.0}v16", (y - 8.0).max(0.0))?;
    }
    out.write_all(b"\"/></svg></div>")?;
    axis(out, chart.range)?;
    out.write_all(b"</figure>\n")
}
